"""The book on paper: the pages of the site in order, with an outline and links that stay inside."""

import io
from pathlib import Path
from types import ModuleType

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests import scripts
from tests.test_site import PAGES, ROOT

NAMES = ["intro", "01_images", "06_pooling"]
pytestmark = pytest.mark.xdist_group("pdf")


@pytest.fixture(scope="module")
def pdf() -> ModuleType:
    return scripts.load("book/pdf.py")


@pytest.fixture(scope="module")
def book(pdf: ModuleType, site: Path, chrome: Browser) -> PdfReader:
    bound = pdf.bind(list(pdf.print_pages(chrome, site, NAMES)), site)
    paper = io.BytesIO()
    bound.write(paper)
    return PdfReader(paper)


def test_all_pages_of_the_site_are_in_it(pdf: ModuleType) -> None:
    assert sorted(pdf.names()) == sorted(PAGES)
    assert pdf.names()[:2] == ["intro", "01_images"]


def test_the_outline_has_the_titles_with_their_numbers(book: PdfReader) -> None:
    titles = [entry.title for entry in book.outline]
    assert titles == ["From Pixels to Inception", "1. Images as arrays", "6. Pooling"]


def test_sheets_are_numbered_through(book: PdfReader) -> None:
    numbers = [page.extract_text().split()[0] for page in book.pages]
    assert numbers == [str(n + 1) for n in range(len(book.pages))]


def test_answers_and_whole_lines_of_code_are_on_paper(
    book: PdfReader,
    site: Path,
) -> None:
    text = "".join(page.extract_text() for page in book.pages)
    assert "Solution to" in text
    assert "Click to" not in text
    source = (ROOT / "book/06_pooling.md").read_text(encoding="utf-8")
    longest = max(
        (line for line in source.splitlines() if line.startswith("print(")), key=len
    )
    assert "".join(longest.split()) in "".join(text.split())


def test_a_heading_is_on_the_sheet_of_what_it_heads(
    book: PdfReader, site: Path, chrome: Browser
) -> None:
    page = chrome.new_page()
    headings = set()
    for name in NAMES:
        page.goto((site / f"{name}.html").as_uri())
        words = page.locator("article").locator("h1, h2, h3").all_inner_texts()
        headings |= {" ".join(text.rstrip("#\n").split()) for text in words}
    page.close()
    assert len(headings) > 20
    for sheet in book.pages:
        last = sheet.extract_text().split("\n")[-1].strip()
        assert not any(words.startswith(last) for words in headings), last


def test_a_widget_gives_its_place_to_its_picture(book: PdfReader) -> None:
    text = "".join(page.extract_text() for page in book.pages)
    assert "The same as a picture" in text
    assert "Link to this state" not in text


def test_links_stay_inside_or_lead_to_the_web(book: PdfReader) -> None:
    links = [
        note.get_object()
        for page in book.pages
        for note in page.get("/Annots", [])
        if note.get_object()["/Subtype"] == "/Link"
    ]
    addresses = [
        str(note["/A"]["/URI"]) for note in links if "/URI" in note.get("/A", {})
    ]
    assert not [address for address in addresses if not address.startswith("https:")]
    assert len(links) > len(addresses) > 0


def test_what_is_missing_is_named(
    pdf: ModuleType, chrome: Browser, tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError, match="`make site` builds the pages"):
        list(pdf.print_pages(chrome, tmp_path, ["intro"]))
