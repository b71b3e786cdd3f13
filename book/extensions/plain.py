"""Turn a chapter's Markdown into that of every notebook: Jupyter and Colab know no directives and roles.

Choices of a question and solutions are folded, as they are in the book; widgets stay there.
"""

import functools
import re
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

from pybtex.database import parse_file

from cnn_course import addresses

BOOK = Path(__file__).resolve().parents[1]
OPEN = re.compile(r"(:{3,}|`{3,})\{([\w-]+)\} ?(.*)")
CODE = re.compile(r"`{3,}[\w-]*")
OPTION = re.compile(r":([\w-]+):.*")
LABEL = re.compile(r"\([\w-]+\)=")
ROLE = re.compile(r"\{(cite:[tp]|numref)\}`([^`]+)`")
LINK = re.compile(r"\[([^\]]*)\]\(([\w-]+)\.md(#[\w-]+)?\)")
FOLDED = {"choice": "{}", "solution": "Solution"}
HIDDEN = {"anywidget"}


def plain(text: str, is_notebook: Callable[[str], bool]) -> str:
    """Return Markdown without directives and roles; pages that are notebooks are linked as such."""
    lines = "\n".join(_without_directives(text.splitlines()))
    parts = re.split(r"(^```.*?^```)", lines, flags=re.M | re.S)
    parts[::2] = [_without_roles(part, is_notebook) for part in parts[::2]]
    return re.sub(r"\n{3,}", "\n\n", "".join(parts)).strip("\n")


def _without_directives(lines: list[str]) -> Iterator[str]:
    opened: list[tuple[str, str]] = []  # how a directive ends, and its name
    code, head = "", False
    for line in lines:
        name = opened[-1][1] if opened else ""
        if code:
            code = "" if line == code else code
            yield line
        elif found := OPEN.fullmatch(line):
            opened.append((found[1], found[2]))
            head = True
            if name not in HIDDEN:
                yield from _start(found[2], found[3])
        elif opened and line == opened[-1][0]:
            opened.pop()
            yield from ("", "</details>", "") if name in FOLDED else ("",)
        elif head and (option := OPTION.fullmatch(line)):
            if option[1] == "right":
                yield "**Right.**"
        elif name not in HIDDEN and not LABEL.fullmatch(line):
            head = False
            code = re.match("`*", line)[0] if CODE.fullmatch(line) else ""
            yield line


def _start(name: str, title: str) -> Iterator[str]:
    if name in FOLDED:
        # Inside an element, Markdown is not read.
        title = re.sub("`([^`]*)`", r"<code>\1</code>", escape(title, quote=False))
        yield from (f"<details><summary>{FOLDED[name].format(title)}</summary>", "")
    elif name not in HIDDEN:
        kind = {"exercise": "Exercise: ", "quiz": "Question: "}.get(name, "")
        yield from ("", f"**{kind}{title}**", "")


def _without_roles(text: str, is_notebook: Callable[[str], bool]) -> str:
    def link(found: re.Match[str]) -> str:
        words, page, anchor = found.groups(default="")
        if is_notebook(page):
            return f"[{words}]({page}.ipynb)"
        site = addresses.site()
        return f"[{words}]({site.rstrip('/')}/{page}.html{anchor})" if site else words

    text = re.sub(r"\(exercise:(\w+)\)", r"(../exercises/\1.ipynb)", text)
    return LINK.sub(link, ROLE.sub(_role, text))


def _role(found: re.Match[str]) -> str:
    if found[1] == "numref":
        return "the figure"
    cited = [_source(key.strip()) for key in found[2].split(",")]
    if found[1] == "cite:t":
        return " and ".join(f"{names} ({year})" for names, year in cited)
    return f"({'; '.join(f'{names}, {year}' for names, year in cited)})"


def _source(key: str) -> tuple[str, str]:
    entry = _bibliography()[key]
    people = entry.persons.get("author") or entry.persons.get("editor") or []
    names = [" ".join([*person.prelast_names, *person.last_names]) for person in people]
    names = names if len(names) < 3 else [f"{names[0]} et al."]
    written = " and ".join(names) or entry.fields["title"]
    return re.sub(r"[{}]", "", written), entry.fields.get("year", "no year")


@functools.cache
def _bibliography() -> dict:
    return parse_file(BOOK / "references.bib").entries
