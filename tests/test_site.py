"""The book, built from nothing with every warning an error, read as files and in a browser."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import nbformat
import pytest
from playwright.sync_api import Browser, Page

from cnn_course import addresses
from tests import web
from tests.test_exercises import ASSIGNMENTS

pytestmark = pytest.mark.xdist_group("site")

ROOT = Path(__file__).resolve().parents[1]
CHAPTERS = [
    "01_images",
    "02_filters",
    "03_convolution",
    "04_padding_stride",
    "05_channels",
    "06_pooling",
    "07_im2col",
    "08_backpropagation",
    "09_training",
    "10_keras",
    "11_seeing",
    "12_lenet",
    "13_alexnet",
    "14_vgg",
    "15_inception",
    "16_beyond",
]
NOTEBOOKS = [
    *("intro", *CHAPTERS),
    *("notation", "often_said_wrongly", "speed", "instructors"),
]
PAGES = [*NOTEBOOKS, "glossary", "api", "building", "references"]
DOWNLOADS = [page for page in NOTEBOOKS if page != "instructors"]
SECONDS = 90  # that a page's code may run, on a busy machine


class Elements(HTMLParser):
    """The start tags of a page, with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def attributes(self, tag: str, name: str) -> list[str | None]:
        return [attrs.get(name) for found, attrs in self.found if found == tag]


def elements(site: Path, page: str) -> Elements:
    return Elements((site / f"{page}.html").read_text(encoding="utf-8"))


def test_every_page_was_written(site: Path) -> None:
    toc = re.findall(
        r"(?:root|file): (\w+)", (ROOT / "book/_toc.yml").read_text(encoding="utf-8")
    )
    assert sorted(toc) == sorted(PAGES)
    for page in [*PAGES, "search", "genindex"]:
        assert (site / f"{page}.html").stat().st_size > 10_000
    assert "intro.html" in (site / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_the_site_leads_somewhere(site: Path, page: str) -> None:
    found = elements(site, page)
    links = [
        *found.attributes("a", "href"),
        *found.attributes("img", "src"),
        *found.attributes("script", "src"),
        *found.attributes("link", "href"),
    ]
    local = [urlsplit(link) for link in links if link and not urlsplit(link).scheme]
    assert len(local) > 20
    for link in local:
        target = (site / unquote(link.path)) if link.path else site / f"{page}.html"
        assert target.exists(), link.path
        if link.fragment and target.suffix == ".html" and link.fragment != "":
            text = target.read_text(encoding="utf-8")
            assert f'id="{link.fragment}"' in text, link.geturl()


@pytest.mark.parametrize("page", PAGES)
def test_every_picture_says_what_is_seen(site: Path, page: str) -> None:
    images = [attrs for tag, attrs in elements(site, page).found if tag == "img"]
    for attrs in images:
        if "logo__image" in (attrs.get("class") or ""):
            continue  # the title stands beside it
        alt = attrs.get("alt") or ""
        assert len(alt) > 20, attrs
        assert "_images/" not in alt


@pytest.mark.parametrize("page", PAGES)
def test_a_screen_reader_is_told_what_is_seen(site: Path, page: str) -> None:
    found = elements(site, page).found
    classes = [(attrs.get("class") or "", attrs) for _, attrs in found]
    named_by_text = [
        attrs
        for names, attrs in classes
        if {"search-button-field", "theme-switch-button"} & set(names.split())
    ]
    assert len(named_by_text) >= 2
    assert not any("aria-label" in attrs for attrs in named_by_text)
    icons = [attrs for names, attrs in classes if names.startswith("theme-switch ")]
    assert icons
    assert all(attrs.get("aria-hidden") == "true" for attrs in icons)
    text = (site / f"{page}.html").read_text(encoding="utf-8")
    assert '<span class="visually-hidden">Color mode</span>' in text
    assert "doc-biblioentry" not in [attrs.get("role") for _, attrs in found]


@pytest.mark.parametrize("page", PAGES)
def test_no_address_is_invented(site: Path, page: str) -> None:
    text = (site / f"{page}.html").read_text(encoding="utf-8")
    assert "executablebooks/jupyter-book" not in text
    assert ("colab.research.google.com" in text) == (
        bool(addresses.colab("")) and page in DOWNLOADS
    )
    assert ('rel="canonical"' in text) == bool(addresses.site())


@pytest.mark.parametrize("page", DOWNLOADS)
def test_each_chapter_can_be_downloaded_as_a_notebook(site: Path, page: str) -> None:
    notebook = nbformat.read(site / "notebooks" / f"{page}.ipynb", 4)
    nbformat.validate(notebook)
    assert any(cell.cell_type == "code" for cell in notebook.cells)
    assert all(not cell.get("outputs") for cell in notebook.cells)
    assert f"notebooks/{page}.ipynb" in elements(site, page).attributes("a", "href")
    assert f"_sources/{page}.md" in elements(site, page).attributes("a", "href")


def test_the_student_notebooks_are_published_without_solutions(site: Path) -> None:
    published = sorted(path.stem for path in (site / "exercises").glob("*.ipynb"))
    assert published == sorted(path.stem for path in ASSIGNMENTS)
    for path in (site / "exercises").glob("*.ipynb"):
        assert "SOLUTION" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", CHAPTERS)
def test_every_chapter_has_its_parts(site: Path, page: str) -> None:
    text = (site / f"{page}.html").read_text(encoding="utf-8")
    for part in (
        "What you will be able to do",
        "Predict",
        *(">Summary<", ">Questions<", ">Exercises<", ">Assignment<", ">Sources<"),
    ):
        assert part in text, part
    assert 5 <= text.count('class="quiz"') <= 8
    assert 2 <= text.count("exercise admonition") <= 4
    assert text.count("<figure") >= 4
    assert re.search(r'class="[^"]*\bpredict\b', text)
    assert re.search(r'href="exercises/\d\d_\w+\.ipynb"', text)
    assert 'href="references.html#' in text


@pytest.mark.parametrize("page", NOTEBOOKS)
def test_a_chapter_is_written_as_agreed(page: str) -> None:
    text = (ROOT / "book" / f"{page}.md").read_text(encoding="utf-8")
    for cell in re.findall(r"```\{code-cell\}.*?\n(.*?)```", text, flags=re.S):
        code = re.sub(r"\A---\n.*?\n---\n", "", cell, flags=re.S).rstrip().splitlines()
        assert len(code) <= 15, code[0]
        assert max(map(len, code)) <= 88, max(code, key=len)
    prose = [
        line
        for line in without_code(text).splitlines()
        if not re.match(r":{3,}\{", line)
    ]
    for word in ("simply", "obviously", "just", "TODO", "lorem"):
        assert [line for line in prose if re.search(rf"\b{word}\b", line)] == []
    several = [line for line in prose if re.search(r"[a-z`)$*]{2}[.?!] [A-Z`]", line)]
    assert several == [], "one sentence a line"


@pytest.mark.parametrize("page", CHAPTERS)
def test_a_chapter_is_read_in_one_sitting(page: str) -> None:
    prose = without_code((ROOT / "book" / f"{page}.md").read_text(encoding="utf-8"))
    marks = r"\$[^$]*\$|\{[a-z:]+\}`[^`]*`|`[^`]*`|\]\([^)]*\)"
    words = re.findall(r"[A-Za-z][\w'’-]*", re.sub(marks, " ", prose))
    assert 1500 <= len(words) <= 4000
    summary = re.search(r"^## Summary\n(.*?)^## Questions", prose, flags=re.S | re.M)
    assert summary
    assert 3 <= len(re.findall(r"^- ", summary[1], flags=re.M)) <= 7


def without_code(text: str) -> str:
    """Return a chapter's prose: no front matter, no cells, no equations."""
    return re.sub(r"```.*?^```|\A---.*?^---|^\$\$.*?^\$\$", "", text, flags=re.S | re.M)


def test_the_time_that_each_page_takes_is_reported_and_limited(site: Path) -> None:
    text = (site / "building.html").read_text(encoding="utf-8")
    rows = re.findall(
        r'<tr><td><a href="(\w+)\.html">.*?<td>(\d*)</td><td>([\d,]+)</td></tr>', text
    )
    assert sorted(page for page, _, _ in rows) == sorted(PAGES)
    for page, seconds, kilobytes in rows:
        assert bool(seconds) == (page in NOTEBOOKS), page
        assert int(seconds or 0) <= SECONDS, page
        assert int(kilobytes.replace(",", "")) < 3000, page


# In a browser


LOOKS = [(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")]


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def view(request: pytest.FixtureRequest, chrome: Browser) -> Iterator[Page]:
    width, scheme = request.param
    context = chrome.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme
    )
    page = context.new_page()
    page.scheme, page.width = scheme, width
    yield page
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_from_a_folder(site: Path, view: Page, name: str) -> None:
    problems: list[str] = []
    view.on("pageerror", lambda error: problems.append(str(error)))
    view.on("console", lambda line: line.type == "log" or problems.append(line.text))
    view.on("requestfailed", lambda request: problems.append(request.url))
    view.on(
        "request",
        lambda r: (
            problems.append(r.url) if not r.url.startswith(("file:", "data:")) else None
        ),
    )
    view.goto((site / f"{name}.html").as_uri())
    web.load_pictures(view)
    view.wait_for_load_state("networkidle")
    assert problems == []
    assert view.evaluate("document.documentElement.scrollWidth") <= view.width
    assert view.evaluate("document.documentElement.dataset.theme") == view.scheme
    broken = "[...document.images].filter(i => i.offsetParent && !i.naturalWidth).map(i => i.src)"
    assert view.evaluate(broken) == []


@pytest.mark.parametrize("name", CHAPTERS)
def test_equations_are_set_without_a_network(site: Path, view: Page, name: str) -> None:
    view.goto((site / f"{name}.html").as_uri())
    web.set_equations(view)
    assert view.locator("mjx-container").count() == view.locator(".math").count() >= 3
    assert view.locator("mjx-merror").count() == 0


def test_an_equation_in_a_sentence_has_no_scroll_bar(
    site: Path, launch: Callable[..., Browser]
) -> None:
    shown = launch(ignore_default_args=["--hide-scrollbars"])
    page = shown.new_page(viewport={"width": 1280, "height": 800})
    page.goto((site / "notation.html").as_uri())
    web.set_equations(page)
    heights = page.eval_on_selector_all(
        "span.math", "spans => spans.map(s => [s.offsetHeight, s.clientHeight])"
    )
    shown.close()
    assert len(heights) > 20
    assert all(outer == inner for outer, inner in heights)


def test_search_finds_a_chapter_from_a_folder(site: Path, chrome: Browser) -> None:
    page = chrome.new_page()
    page.goto((site / "search.html").as_uri() + "?q=stride")
    page.wait_for_selector("#search-results li a")
    assert "04_padding_stride.html" in str(page.locator("#search-results").inner_html())
    page.close()


def test_an_answer_opens_and_closes_by_keyboard(site: Path, chrome: Browser) -> None:
    page = chrome.new_page()
    page.goto((site / "02_filters.html").as_uri())
    question = page.locator(".admonition.dropdown, .admonition.toggle").first
    body = question.locator("p").last
    assert not body.is_visible()
    question.locator("button, .toggle-button, summary").first.focus()
    page.keyboard.press("Enter")
    body.wait_for(state="visible")
    page.close()


@pytest.mark.parametrize("width", [800, 1280])
@pytest.mark.parametrize("name", ["12_lenet", "13_alexnet", "14_vgg", "15_inception"])
def test_the_calculator_shows_all_results_without_scrolling_sideways(
    site: Path, chrome: Browser, name: str, width: int
) -> None:
    page = chrome.new_page(viewport={"width": width, "height": 900})
    page.goto((site / f"{name}.html").as_uri())
    count, over = page.locator(".architecture .scroll").evaluate(
        """box => { const right = e => e.getBoundingClientRect().right;
          const results = [...box.querySelectorAll(".result")];
          return [results.length, Math.max(...results.map(right)) - right(box)]; }"""
    )
    page.close()
    assert count >= 5 * 7
    assert over <= 0
