"""Print the built site as one PDF, chapter after chapter: python book/pdf.py SITE FILE."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import yaml
from playwright.sync_api import Browser, Page
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import Fit
from tqdm import tqdm

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
from tests import browser  # noqa: E402 - from the folder above

# Page numbers that go on from chapter to chapter; what else paper needs is in course.css.
STYLE = """
@page {{ size: A4; margin: 18mm 16mm 20mm; }}
@page {{ @bottom-center {{ content: counter(page); font: 9pt sans-serif; }} }}
html {{ counter-reset: page {before}; }}
"""
# Equations and pictures come when a reader comes near them; paper wants all.
ASK = """dispatchEvent(new Event("equations"));
document.querySelectorAll("img[loading]").forEach(picture => { picture.loading = "eager"; });"""
READY = """["set", undefined].includes(document.documentElement.dataset.math)
  && [...document.images].every(picture => picture.complete)"""


class Printed(NamedTuple):
    """A page of the site on paper."""

    name: str
    title: str
    pdf: bytes


def names() -> list[str]:
    """Return the pages in the order of the table of contents."""
    toc = yaml.safe_load((HERE / "_toc.yml").read_text(encoding="utf-8"))
    chapters = [entry["file"] for part in toc["parts"] for entry in part["chapters"]]
    return [toc["root"], *chapters]


def print_pages(chrome: Browser, site: Path, pages: list[str]) -> Iterator[Printed]:
    """Print each page, its answers opened.

    Raises:
        FileNotFoundError: the site has not been built.
    """
    # The pages' policy allows no styles but their own.
    before, paper = 0, chrome.new_page(color_scheme="light", bypass_csp=True)
    for name in pages:
        yield (done := _print(paper, site / f"{name}.html", before))
        before += len(PdfReader(io.BytesIO(done.pdf)).pages)
    paper.close()


def _print(paper: Page, file: Path, before: int) -> Printed:
    if not file.exists():
        raise FileNotFoundError(f"{file} is missing: `make site` builds the pages.")
    paper.goto(file.resolve().as_uri())
    paper.evaluate(ASK)
    paper.wait_for_function(READY)
    paper.add_style_tag(content=STYLE.format(before=before))
    title = paper.locator("article h1").first.inner_text().strip().rstrip("#")
    pdf = paper.pdf(
        print_background=True, prefer_css_page_size=True, tagged=True, scale=0.8
    )
    return Printed(file.stem, title, pdf)


def bind(pages: list[Printed], site: Path) -> PdfWriter:
    """Join pages into one document with an outline, links between them included."""
    book, starts = PdfWriter(), {}
    for page in pages:
        starts[page.name] = len(book.pages)
        book.append(io.BytesIO(page.pdf), outline_item=page.title)
    for number, sheet in enumerate(book.pages):
        for entry in list(sheet.get("/Annots", [])):
            note = entry.get_object()
            target = _target(str(note.get("/A", {}).get("/URI", "")), site)
            if target in starts:
                rect = tuple(float(x) for x in note["/Rect"])
                sheet["/Annots"].remove(entry)
                link = Link(
                    rect=rect,
                    target_page_index=starts[target],
                    fit=Fit.fit_horizontally(),
                )
                book.add_annotation(number, link)
            elif target:
                sheet["/Annots"].remove(entry)  # a file beside the site
    return book


def _target(address: str, site: Path) -> str:
    """Return the page of the site that an address leads to, or "" if it leads elsewhere."""
    parts = urlsplit(address)
    path = Path(unquote(parts.path))
    inside = parts.scheme == "file" and path.is_relative_to(site.resolve())
    return path.stem if inside else ""


def main(site: Path, file: Path) -> None:
    """Write the book, with a bar that shows how far it is.

    Raises:
        FileNotFoundError: the site has not been built, or there is no browser.
    """
    pages = names()
    with browser.launched() as chrome:
        bar = tqdm(print_pages(chrome, site, pages), total=len(pages), unit="page")
        book = bind(list(bar), site)
    book.add_metadata({"/Title": "From Pixels to Inception"})
    book.compress_identical_objects()
    new = file.with_suffix(".new")
    book.write(new)
    new.replace(file)
    print(f"{file}: {len(book.pages)} pages, {file.stat().st_size / 1e6:.1f} MB.")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
