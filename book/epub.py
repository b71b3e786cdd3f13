"""Make an ePub of the built site, for readers of books: python book/epub.py SITE FILE.

A browser turns each page into a chapter (epub.js), with MathJax's equations as MathML, so that the text of a
chapter is the one that was tested on the site. What is left to do is to pack: EPUB 3.3, https://www.w3.org/TR/epub-33/.
"""

import subprocess
import sys
import time
import uuid
import zipfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from playwright.sync_api import Browser, Page
from pygments.formatters import HtmlFormatter
from tqdm import tqdm

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE / "extensions"), str(HERE.parent)]
import card  # noqa: E402 - from the folders above
import pdf  # noqa: E402

from cnn_course import addresses  # noqa: E402
from tests import browser  # noqa: E402

TITLE = "From Pixels to Inception"
NAME = uuid.uuid5(
    uuid.NAMESPACE_URL, "cnn-course/book"
).urn  # the same for every edition
KINDS = {".png": "image/png", ".svg": "image/svg+xml", ".jpg": "image/jpeg"}
# That a zip file knows: the same site gives the same file.
EARLIEST = (1980, 1, 1, 0, 0, 0)

PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><meta charset="utf-8"/><title>{title}</title><link rel="stylesheet" href="book.css"/></head>
<body>
{text}
</body>
</html>
"""
CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
PACKAGE = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="name" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="name">{name}</dc:identifier>
<dc:title>{title}</dc:title>
<dc:language>en</dc:language>
<dc:creator>{author}</dc:creator>
<dc:description>{description}</dc:description>
<dc:rights>Text: CC BY 4.0. Code: MIT.</dc:rights>
<meta property="dcterms:modified">{modified}</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessMode">visual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityFeature">MathML</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">Every picture has a description, and equations are MathML.</meta>
</metadata>
<manifest>
{manifest}
</manifest>
<spine>
{spine}
</spine>
</package>
"""


class Chapter(NamedTuple):
    """A page of the site in the book: its text is XML, its sections are pairs of id and title."""

    name: str
    title: str
    sections: list[tuple[str, str]]
    pictures: list[str]
    text: str


def chapters(chrome: Browser, site: Path, names: list[str]) -> Iterator[Chapter]:
    """Turn pages into chapters.

    Raises:
        FileNotFoundError: the site has not been built.
    """
    for file in (site / f"{name}.html" for name in names):
        if not file.exists():
            raise FileNotFoundError(f"{file} is missing: `make site` builds the pages.")
    home = addresses.site()
    about: dict[str, Any] = {"names": names, "home": home and home.rstrip("/") + "/"}
    page = workshop(chrome, site)
    for name in names:
        html = (site / f"{name}.html").read_text(encoding="utf-8")
        found = page.evaluate("asChapter", about | {"name": name, "html": html})
        yield Chapter(name, **found)
    page.close()


def workshop(chrome: Browser, site: Path) -> Page:
    """Open a page on which MathJax runs, and give it what turns others into chapters."""
    pages = sorted(site.glob("*.html"))
    first = next(page for page in pages if "math.js" in page.read_text("utf-8"))
    page = chrome.new_page(bypass_csp=True)  # the pages' policy stops other scripts
    page.goto(first.resolve().as_uri())
    page.evaluate(pdf.ASK)
    page.wait_for_function(pdf.READY)
    page.add_script_tag(path=HERE / "epub.js")
    return page


def pack(file: Path, found: list[Chapter], site: Path, cover: Path) -> None:
    """Write the book."""
    pictures = sorted({picture for chapter in found for picture in chapter.pictures})
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        _add(book, "mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
        _add(book, "META-INF/container.xml", CONTAINER)
        _add(book, "book/book.opf", package(found, pictures))
        _add(
            book, "book/nav.xhtml", PAGE.format(title="Contents", text=contents(found))
        )
        _add(book, "book/cover.xhtml", PAGE.format(title=TITLE, text=front()))
        _add(book, "book/book.css", style())
        _add(book, "book/cover.png", cover.read_bytes())
        for chapter in found:
            page = PAGE.format(title=escape(chapter.title), text=chapter.text)
            _add(book, f"book/{chapter.name}.xhtml", page)
        for picture in pictures:
            _add(book, f"book/{picture}", (site / picture).read_bytes())


def _add(
    book: zipfile.ZipFile, name: str, content: str | bytes, kind: int | None = None
) -> None:
    book.writestr(zipfile.ZipInfo(name, EARLIEST), content, kind or book.compression)


def package(found: list[Chapter], pictures: list[str]) -> str:
    """Return the list of all files, and the order in which they are read."""
    page, maths = "application/xhtml+xml", '" properties="mathml'
    items = {"nav": ("nav.xhtml", f'{page}" properties="nav')}
    items["cover"] = ("cover.xhtml", page)
    items["cover-picture"] = ("cover.png", 'image/png" properties="cover-image')
    items["style"] = ("book.css", "text/css")
    for chapter in found:
        has_maths = "<math" in chapter.text
        kind = page + maths if has_maths else page
        items[f"page-{chapter.name}"] = (f"{chapter.name}.xhtml", kind)
    for number, picture in enumerate(pictures):
        items[f"picture-{number}"] = (picture, KINDS[Path(picture).suffix])
    read = ["cover", "nav", *(f"page-{chapter.name}" for chapter in found)]
    config = yaml.safe_load((HERE.parent / "_config.yml").read_text(encoding="utf-8"))
    return PACKAGE.format(
        name=NAME,
        title=TITLE,
        author=escape(config["author"]),
        description=escape(_description()),
        modified=_modified(),
        manifest="\n".join(
            f'<item id="{key}" href="{href}" media-type="{kind}"/>'
            for key, (href, kind) in items.items()
        ),
        spine="\n".join(f'<itemref idref="{key}"/>' for key in read),
    )


def _description() -> str:
    front_matter = (HERE / "intro.md").read_text(encoding="utf-8").split("---\n")[1]
    return yaml.safe_load(front_matter)["description"]


def _modified() -> str:
    """Return when the last commit was made; where git cannot say, now."""
    command = ["git", "log", "-1", "--format=%ct"]
    ran = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)
    seconds = int(ran.stdout) if ran.stdout.strip() else time.time()
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))


def contents(found: list[Chapter]) -> str:
    """Return the table of contents: parts, chapters and their sections."""
    toc = yaml.safe_load((HERE / "_toc.yml").read_text(encoding="utf-8"))
    entries = {chapter.name: _entry(chapter) for chapter in found}
    lines = [entries[toc["root"]]] if toc["root"] in entries else []
    for part in toc["parts"]:
        inside = [entries.get(page["file"], "") for page in part["chapters"]]
        if any(inside):
            head = f"<span>{escape(part['caption'])}</span>"
            lines.append(f"<li>{head}\n<ol>\n{''.join(inside)}</ol></li>\n")
    listed = "".join(lines)
    return f'<nav epub:type="toc" id="toc"><h1>Contents</h1>\n<ol>\n{listed}</ol></nav>'


def _entry(chapter: Chapter) -> str:
    sections = "".join(
        f'<li><a href="{chapter.name}.xhtml#{place}">{escape(title)}</a></li>\n'
        for place, title in chapter.sections
    )
    inside = f"\n<ol>\n{sections}</ol>" if sections else ""
    link = f'<a href="{chapter.name}.xhtml">{escape(chapter.title)}</a>'
    return f"<li>{link}{inside}</li>\n"


def front() -> str:
    """Return the text of the cover: no words are in its picture."""
    picture = f'<img src="cover.png" alt="{escape(card.ALT)}"/>'
    return (
        f'<section epub:type="cover" class="cover">{picture}\n<p>{TITLE}</p></section>'
    )


def style() -> str:
    """Return the stylesheet, with the site's colours for code on light paper."""
    colours = HtmlFormatter(style="a11y-high-contrast-light").get_style_defs(
        ".highlight"
    )
    return (HERE / "epub.css").read_text(encoding="utf-8") + str(colours)


def main(site: Path, file: Path) -> None:
    """Write the book, with a bar that shows how far it is.

    Raises:
        FileNotFoundError: the site has not been built, or there is no browser.
    """
    names = pdf.names()
    with browser.launched() as chrome:
        bar = tqdm(chapters(chrome, site, names), total=len(names), unit="page")
        found = list(bar)
    new, cover = file.with_suffix(".new"), file.with_suffix(".png")
    card.draw(cover, card.COVER)
    pack(new, found, site, cover)
    cover.unlink()
    new.replace(file)
    print(f"{file}: {len(found)} pages, {file.stat().st_size / 1e6:.1f} MB.")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
