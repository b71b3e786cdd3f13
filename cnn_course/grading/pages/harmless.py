"""Strangers' text, code, Markdown and pictures, made harmless for a page.

A page shows what a student wrote to the person who grades it, so the text is taken for hostile: it is
escaped, what cannot be seen in it is made visible, and it is cut to size.
"""

import base64
import binascii
import re
import struct
from typing import Any, NamedTuple
from unicodedata import category

import bleach
import mistune
from markupsafe import Markup, escape
from mistune.plugins.math import math
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

LONGEST = 20_000  # characters of one text on a page
LARGEST = 2 * 2**20  # bytes of one picture
MOST_PIXELS = 16_000_000  # a small file can hold a picture that fills the memory

TERMINAL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")  # colours and cursor moves
CODE = re.compile(r"`([^`\n]+)`")
# Letters of Persian and some other scripts are joined by these two.
JOINERS = "\u200c\u200d"
UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # categories of Unicode

BOX = {"tabindex": "0", "role": "group", "aria-label": "Code"}
PROSE = ["p", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br"]
PROSE_ATTRIBUTES = {"pre": list(BOX), "ol": ["start"]}


def visible(text: str, longest: int = LONGEST) -> str:
    r"""Return a text in which nothing is hidden: no control characters, no change of direction.

    >>> visible("a\x00b \u202eetirw\r\nend")
    'a⟨U+0000⟩b ⟨U+202E⟩etirw\nend'
    >>> visible("12345", longest=3)
    '123\n… 2 more characters are not shown.'
    """
    more = len(text) - longest
    if more > 0:
        text = f"{text[:longest]}\n… {more:,} more characters are not shown."
    if text.isprintable():
        return text
    text = TERMINAL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(map(_character, text))


def _character(character: str) -> str:
    if character in "\n\t" + JOINERS or category(character) not in UNSEEN:
        return character
    return f"⟨U+{ord(character):04X}⟩"


def code(source: str) -> Markup:
    """Return Python with its words marked by Pygments' classes, a ``<span class="line">`` for each line."""
    lexer = PythonLexer(stripnl=False, ensurenl=False)
    marked = highlight(visible(source).rstrip("\n"), lexer, HtmlFormatter(nowrap=True))
    # Pygments closes what it opens at the end of each line.
    lines = marked.rstrip("\n").split("\n")
    return Markup("\n".join(f'<span class="line">{line}</span>' for line in lines))


class _Plain(mistune.HTMLRenderer):
    """Markdown without what leads elsewhere; a heading is no heading of the page, TeX stays text."""

    def heading(self, text: str, level: int, **attrs: Any) -> str:
        return f"<p><strong>{text}</strong></p>\n"

    def link(self, text: str, url: str, title: str | None = None) -> str:
        address = escape(url)
        return text if text == address else f"{text} ({address})"

    def image(self, text: str, url: str, title: str | None = None) -> str:
        return f"[picture: {text}]"

    def block_code(self, code: str, info: str | None = None) -> str:
        box = " ".join(f'{name}="{value}"' for name, value in BOX.items())
        return f"<pre {box}><code>{escape(code)}</code></pre>\n"

    def inline_math(self, text: str) -> str:
        return f"${escape(text)}$"

    def block_math(self, text: str) -> str:
        return f"<p>$${escape(text)}$$</p>\n"


_MARKDOWN = mistune.create_markdown(renderer=_Plain(escape=True), plugins=[math])


def prose(source: str) -> Markup:
    """Return Markdown as HTML of a few elements, its own HTML escaped, links and pictures as text.

    >>> print(prose("**Why**: [look](javascript:alert(1)) <b>"))
    <p><strong>Why</strong>: look (javascript:alert(1)) &lt;b&gt;</p>
    <BLANKLINE>
    """
    html = _MARKDOWN(visible(source))
    # A second wall, should the renderer ever let something through.
    return Markup(bleach.clean(html, tags=PROSE, attributes=PROSE_ATTRIBUTES))


def inline(text: str) -> Markup:
    """Return a sentence of ours, with what stands between backticks as code, and the rest as it is.

    >>> inline("`b[f]` is <missing>")
    Markup('<code>b[f]</code> is &lt;missing&gt;')
    """
    return Markup(CODE.sub(r"<code>\1</code>", str(escape(visible(text)))))


class Picture(NamedTuple):
    """A PNG to show: its address, which holds the data, and its size in pixels."""

    url: str
    width: int
    height: int


def picture(data: Any) -> Picture | None:
    """Return what is a PNG in base64, not too large; None for anything else."""
    try:
        raw = base64.b64decode("".join(str(data)[: 2 * LARGEST].split()), validate=True)
        signature, width, height = struct.unpack_from(">8s8xII", raw)
    except (binascii.Error, ValueError, struct.error):
        return None
    if signature != b"\x89PNG\r\n\x1a\n" or raw[12:16] != b"IHDR":
        return None
    if len(raw) > LARGEST or not 0 < width * height <= MOST_PIXELS:
        return None
    text = base64.b64encode(raw).decode("ascii")
    return Picture(f"data:image/png;base64,{text}", width, height)
