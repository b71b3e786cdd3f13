"""Hostile text in a student's page, wherever a student can bring text in."""

import functools
from dataclasses import replace
from pathlib import Path

import pytest

from cnn_course.grading import feedback
from cnn_course.grading.feedback import Grade
from cnn_course.grading.results import Example, Flag, Graded, Table, Verdict
from tests.page_cases import (
    GRADES,
    VERDICTS,
    error,
    graded,
    notebook,
    picture,
    stream,
)
from tests.page_reader import look, read

HOSTILE = [
    "<script>alert(1)</script>",
    "</style></title></textarea><script>alert(1)</script>",
    "\" onmouseover=alert(1) x=\"' autofocus onfocus='alert(1)",
    "]]><!--<![CDATA[<?php ?>-->&lt;b&gt;&#60;i&#62;",
    "{{ 7 * 7 }}{% include 'page.css' %}",
    "[x](javascript:alert(1)) ![x](http://example.org/x.png) <http://example.org>",
    "<img src=http://example.org/x.png onerror=alert(1)><svg/onload=alert(1)>",
    "```html\n<iframe src=//example.org></iframe>\n```\n> # <b>",
    '\'\'\'"""f"{<x>!r:<{<y>}}"\n%%html\n<b>\n!ls',
    "\u202e\u2066rtl\u200f\x00\x1b]8;;http://example.org\x07link\x1b[31m\ud800\x9b\ufeff",
    "x" * 3000,
    "#" * 300 + " " + "- " * 300,
    "`" * 301 + "$" * 301 + "[" * 301,
]


def hostile_verdict(text: str, state: str = "wrong") -> Verdict:
    shown = Table(text, text, [[text, text], [text]], [[True, False], [True, True]])
    example = Example(text, [shown, Table(text, text)], shown, shown, text)
    return Verdict(
        "check-conv2d", 1, 4, state, f"{text}\n{text}", [text] * 2, text, example
    )


def hostile(text: str) -> Graded:
    """A submission with a text wherever a student can bring one in."""
    made = notebook()
    cells = {cell.id: cell for cell in made.cells}
    outputs = [
        stream(text),
        error(text, text, [text, text]),
        picture(text),
        {"output_type": text, "data": {"text/plain": text, "text/html": text}},
        {"output_type": "execute_result", "data": {"text/html": text}},
    ]
    for cell in made.cells:
        if not cell.metadata.get("nbgrader", {}).get("locked"):
            cell.source = text
            if cell.cell_type == "code":
                cell.outputs = outputs
    # Ours, but a title must not break a page either.
    cells["given-0"].source = f"# {text}"
    cells["given-4"].source = f"## {text}\n{text}"
    verdicts = [
        *(v for v in VERDICTS if v.cell != "check-conv2d"),
        hostile_verdict(text),
        replace(hostile_verdict(text), cell=text),
    ]
    return graded(
        assignment=text,
        student=text,
        submission=text,
        verdicts=verdicts,
        flags=[Flag(text, text)],
        notes=[text],
        notebook=made,
    )


def hostile_page(text: str) -> str:
    grades = {name: grade._replace(comment=text) for name, grade in GRADES.items()} | {
        text: Grade(1, 2, True, True, text)
    }
    return feedback.page(hostile(text), grades)


@functools.cache
def sections_of(text: str) -> int:
    return len(read(hostile_page(text)).all("section", "class"))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_everywhere(text: str) -> None:
    page = hostile_page(text)
    assert page.encode("utf-8")
    found = read(page)
    assert len(found.all("section", "class")) == sections_of("plain")
    words = text.splitlines()[0][:40]
    if words.isprintable():
        assert words in "".join(found.words)


def test_ten_megabytes_are_cut_to_size() -> None:
    page = hostile_page("<a b='c'>\n" * 2**20)
    read(page)
    assert "more characters are not shown" in page
    assert len(page) < 16 * 2**20


def test_a_browser_finds_nothing_wrong(tmp_path: Path) -> None:
    path = tmp_path / "feedback.html"
    path.write_text(feedback.page(graded(), GRADES), encoding="utf-8")
    assert look(path) == []


def test_a_browser_finds_nothing_wrong_with_hostile_text(tmp_path: Path) -> None:
    path = tmp_path / "feedback.html"
    path.write_text(hostile_page("\n".join(HOSTILE)), encoding="utf-8")
    assert look(path) == []
