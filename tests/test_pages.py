"""Strangers' text on a page: nothing of it becomes an element, nothing in it is hidden."""

import base64
import re
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnn_course.grading import pages
from cnn_course.grading.pages import harmless, notebook
from tests.page_cases import png
from tests.page_reader import ALLOWED, Read

MARKUP = st.text(alphabet="<>&\"'`*_[]()!#$\\-=/:.1a \n\t", max_size=80)
PROSE = {"p", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br"}


@given(MARKUP)
def test_markdown_becomes_elements_of_text_only(text: str) -> None:
    found = Read(harmless.prose(text)).found
    assert {tag for tag, _ in found} <= PROSE


@given(MARKUP)
def test_code_stays_as_it_was_written(text: str) -> None:
    found = Read(harmless.code(text))
    assert {tag for tag, _ in found.found} <= {"span"}
    assert "".join(found.words) == text.rstrip("\n")


@given(MARKUP)
def test_backticks_in_a_sentence_make_code_and_the_rest_is_text(text: str) -> None:
    found = Read(harmless.inline(text))
    assert {tag for tag, _ in found.found} <= {"code"}
    assert "".join(found.words) == re.sub(r"`([^`\n]+)`", r"\1", text)


@given(st.text(st.characters(codec=None), max_size=60))
def test_any_text_can_be_written_and_shows_all_it_holds(text: str) -> None:
    shown = harmless.visible(text)
    assert shown.encode("utf-8").count(b"\n") >= text.count("\n")
    assert all(
        c.isprintable() or c in "\n\t\u200c\u200d" or ord(c) > 127 for c in shown
    )
    assert not set(shown) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("50 %\r100 %\r\n", "50 %\n100 %\n"),
        ("a\u2066b\ud800\u2028", "a⟨U+2066⟩b⟨U+D800⟩⟨U+2028⟩"),
        ("\x00\x7f\x9b", "⟨U+0000⟩⟨U+007F⟩⟨U+009B⟩"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_cannot_be_seen_is_dropped_or_made_visible(text: str, shown: str) -> None:
    assert harmless.visible(text) == shown


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# Title\n\n## Part 9: mine", "<p><strong>Title</strong></p>"),
        ("[a](javascript:alert(1))", "<p>a (javascript:alert(1))</p>"),
        ("[a][b]\n\n[b]: data:text/html,x", "<p>a (data:text/html,x)</p>"),
        ("<http://example.org>", "<p>http://example.org</p>"),
        ('![b<i>](http://example.org/x.png "t")', "<p>[picture: b&lt;i&gt;]</p>"),
        ("<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>"),
        ("$a_1 < b_2$", "<p>$a_1 &lt; b_2$</p>"),
        ("$$\nx_1\n$$", "<p>$$x_1$$</p>"),
    ],
)  # fmt: skip
def test_markdown_leads_nowhere(text: str, html: str) -> None:
    assert harmless.prose(text).startswith(html)


def test_a_template_that_forgets_every_filter_is_safe_all_the_same() -> None:
    made = pages._TEMPLATES.from_string("<p>{{ text }}</p>")
    shown = made.render(text="\u202e</p><script>" + "x" * 30_000)
    found = Read(shown)
    assert [tag for tag, _ in found.found] == ["p"]
    assert found.text.startswith("⟨U+202E⟩</p><script>xxx")
    assert len(shown) < 21_000


def test_a_picture_is_shown_in_its_size() -> None:
    found = harmless.picture(png(4, 3))
    assert (found.width, found.height) == (320, 240)
    assert found.url == f"data:image/png;base64,{png(4, 3)}"


def header(width: int, height: int, kind: bytes = b"IHDR") -> bytes:
    size = struct.pack(">II", width, height)
    return b"\x89PNG\r\n\x1a\n" + b"\0\0\0\r" + kind + size + b"\x08\0\0\0\0"


@pytest.mark.parametrize(
    "data",
    [
        "",
        "not base64!",
        '"><script>alert(1)</script>',
        base64.b64encode(b"<svg onload='alert(1)'/>" * 9).decode(),
        base64.b64encode(header(8, 6)[1:]).decode(),
        base64.b64encode(header(8, 6, b"IDAT")).decode(),
        base64.b64encode(header(0, 6)).decode(),
        base64.b64encode(header(60_000, 60_000)).decode(),
        base64.b64encode(header(8, 6) + bytes(3 * 2**20)).decode(),
        png() + "é",
    ],
)  # fmt: skip
def test_what_is_no_picture_is_not_shown(data: str) -> None:
    assert harmless.picture(data) is None


def test_a_part_begins_at_a_locked_heading_only() -> None:
    locked = {"nbgrader": {"grade_id": "x", "locked": True, "grade": False}}
    cells = [
        ("## Part 1: on paper (1 point)\nDo it.", locked),
        ("## Part 7: mine (100 points)", {}),
        ("No heading\n## here", locked),
        ("\n## Go on (no points)", locked),
        ("## f(x)", locked),
    ]
    made = [
        {"cell_type": "markdown", "source": source, "metadata": metadata}
        for source, metadata in cells
    ]
    found = notebook.sections({"cells": made})
    assert [(title, len(cells)) for title, cells in found] == [
        ("", 0),
        ("Part 1: on paper", 3),
        ("Go on", 1),
        ("f(x)", 1),
    ]
    assert notebook.shown(made[0]).source == "Do it."


CSS = (Path(pages.__file__).parent / "page.css").read_text(encoding="utf-8")
TONES = ("right", "partly", "wrong", "person", "unjudged")
ON_A_CARD = ("text", "quiet", "link", "person")
IN_A_BOX = ("text", "quiet", "keyword", "string", "number", "note", "name")
PAIRS = [
    *((name, "card") for name in ON_A_CARD),
    *((name, "ground") for name in ("text", "quiet")),
    *((name, "box") for name in IN_A_BOX),
    *((tone, f"{tone}-soft") for tone in TONES),
    *(("text", f"{tone}-soft") for tone in TONES),
    ("frame", "card"),
]


def luminance(colour: str) -> float:
    """The relative luminance of "#rrggbb", WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return sum(
        weight * p for weight, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_text_stands_out_from_its_ground(
    text: str, ground: str, scheme: str
) -> None:
    blocks = re.findall(r":root \{([^}]*--text[^}]*)\}", CSS)
    assert len(blocks) == 2
    colours = dict(re.findall(r"--([\w-]+): (#\w{6});", blocks[scheme == "dark"]))
    light = sorted(luminance(colours[name]) for name in (text, ground))
    assert (light[1] + 0.05) / (light[0] + 0.05) >= 4.5


def test_the_style_needs_nothing_from_elsewhere() -> None:
    assert not re.search(r"url\(|@import|@font-face|</", CSS)
    assert "script" not in ALLOWED
