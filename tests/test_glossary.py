"""The glossary: in order, nothing twice, every term in Korean and with a chapter that explains it."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from mdit_py_plugins.anchors.index import slugify

BOOK = Path(__file__).resolve().parents[1] / "book"
PAGE = (BOOK / "glossary.md").read_text(encoding="utf-8")


def entries(page: str) -> dict[str, list[str]]:
    """Each term with the lines of its definition; a term that stands twice is an error."""
    inside = re.search(r"^```\{glossary\}\n(.*?)^```$", page, flags=re.S | re.M)
    assert inside, "no {glossary} on the page"
    found: dict[str, list[str]] = {}
    for entry in inside[1].strip("\n").split("\n\n"):
        term, *lines = entry.split("\n")
        assert term == term.strip(), f"{term}: indented, so no term"
        assert term.casefold() not in map(str.casefold, found), f"{term}: twice"
        assert lines, f"{term}: no definition"
        assert all(re.match(r"  \S", line) for line in lines), f"{term}: indent by two"
        found[term] = [line.strip() for line in lines]
    return found


ENTRIES = entries(PAGE)


def headings(chapter: Path) -> set[str]:
    """The headings of a chapter, outside of its cells."""
    text = re.sub(r"^```.*?^```$", "", chapter.read_text("utf-8"), flags=re.S | re.M)
    return set(re.findall(r"^#{1,3} (.+)$", text, flags=re.M))


def test_the_terms_are_in_alphabetical_order() -> None:
    for before, after in pairwise(ENTRIES):
        assert before.casefold() < after.casefold()


@pytest.mark.parametrize("term", ENTRIES)
def test_every_term_has_a_korean_word(term: str) -> None:
    first = ENTRIES[term][0]
    assert re.fullmatch(r"Korean: [^.]*[가-힣][^.]*\.( Other names: [^.]+\.)?", first)
    hangul = re.findall(r"[가-힣]+", "".join(ENTRIES[term]))
    assert hangul == re.findall(r"[가-힣]+", first), (
        "Korean belongs into the first line"
    )


def test_no_korean_word_stands_for_two_terms() -> None:
    words = [re.split(r" \(|\.", lines[0][8:])[0] for lines in ENTRIES.values()]
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize("term", ENTRIES)
def test_every_term_has_one_to_three_sentences_a_line_each(term: str) -> None:
    sentences = ENTRIES[term][1:-1]
    assert 1 <= len(sentences) <= 3
    for sentence in sentences:
        assert sentence.endswith("."), sentence
        assert not re.search(r"[a-z`)$*]{2}[.?!] [A-Z`]", sentence), sentence


@pytest.mark.parametrize("term", ENTRIES)
def test_every_term_leads_to_sections_that_exist(term: str) -> None:
    place = r"\[chapter (\d+)(?:, “([^”]+)”)?\]\((\w+\.md)(?:#([\w-]+))?\)"
    last = ENTRIES[term][-1]
    assert re.fullmatch(rf"See {place}(?: and {place})?\.", last)
    for number, heading, name, anchor in re.findall(place, last):
        assert name.startswith(f"{int(number):02}_")
        assert (BOOK / name).is_file()
        assert not heading or heading in headings(BOOK / name)
        assert anchor == slugify(heading)


@pytest.mark.parametrize(
    "page",
    [
        "",
        "```{glossary}\nbatch\n  Korean: 배치.\n\nBatch\n  Korean: 배치.\n```\n",
        "```{glossary}\nbatch\n```\n",
        "```{glossary}\nbatch\nKorean: 배치.\n```\n",
        "```{glossary}\n  batch\n  Korean: 배치.\n```\n",
    ],
)
def test_a_broken_glossary_is_noticed(page: str) -> None:
    with pytest.raises(AssertionError):
        entries(page)
