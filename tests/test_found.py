"""How the site is found, and kept: what each page says of itself, and what follows from the public address.

The site itself has no address yet, so a book of two pages is built with one, and served below its path.
"""

import os
import re
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from xml.etree import ElementTree

import numpy as np
import pytest
from axe_playwright_python.base import AXE_SCRIPT
from PIL import Image
from playwright.sync_api import Browser

from cnn_course import datasets
from tests.small_book import DESCRIPTION, HOME, HUB, PAGE, beside, git, make, write
from tests.test_accessible import axe
from tests.test_site import PAGES, ROOT, elements

pytestmark = pytest.mark.xdist_group("site")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book, its first page committed in the last hour of a February, in another time zone."""
    folder = write(tmp_path_factory.mktemp("book"))
    for command in (["init", "-q"], ["add", "book/intro.md"], ["commit", "-qm", "One"]):
        git(folder, *command)
    ran = make(folder)
    assert ran.returncode == 0, ran.stdout[-4000:] + ran.stderr[-4000:]
    return folder


@pytest.fixture(scope="module")
def html(book: Path) -> Path:
    return book / "_build" / "html"


class Host(SimpleHTTPRequestHandler):
    """Serves a site below a path, and its own page for what is not there, as GitHub Pages does."""

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix("/a/course/")
        return super().translate_path(inside if inside != path else "/missing")

    def send_error(self, code: int, *_: object) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def host(html: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=html))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def metas(site: Path, page: str) -> dict[str, str | None]:
    """Return what a page's meta elements say, each of them once."""
    found = [
        (attrs.get("name") or attrs.get("property"), attrs.get("content"))
        for tag, attrs in elements(site, page).found
        if tag == "meta"
    ]
    names = [name for name, _ in found if name and name != "viewport"]
    assert len(set(names)) == len(names)
    return {name: content for name, content in found if name}


# The course's own site, without an address


def test_every_page_is_described_in_its_own_words(site: Path) -> None:
    texts = [metas(site, page)["description"] for page in PAGES]
    assert all(text and 50 <= len(text) <= 160 for text in texts)
    assert len(set(texts)) == len(texts)
    assert metas(site, "07_im2col")["og:description"] == texts[PAGES.index("07_im2col")]


@pytest.mark.parametrize("page", PAGES)
def test_without_an_address_nothing_absolute_is_said(site: Path, page: str) -> None:
    said = metas(site, page)
    assert said["og:title"]
    assert not {"og:url", "og:image"} & set(said)
    for file in ("sitemap.xml", "robots.txt", "_static/card.png"):
        assert not (site / file).exists()


def test_each_page_leads_to_the_one_before_and_the_one_after(site: Path) -> None:
    order = re.findall(
        r"(?:root|file): (\w+)", (ROOT / "book/_toc.yml").read_text(encoding="utf-8")
    )
    for place, page in enumerate(order):
        found = elements(site, page).found
        beside = {"prev": order[place - 1] if place else None}
        beside["next"] = order[place + 1] if page != order[-1] else None
        for kind, other in beside.items():
            wanted = [f"{other}.html"] if other else []
            links = [attrs["href"] for tag, attrs in found if attrs.get("rel") == kind]
            assert links == wanted
            shown = {"prev": "left-prev", "next": "right-next"}[kind]
            links = [attrs["href"] for _, attrs in found if attrs.get("class") == shown]
            assert links == wanted


@pytest.mark.parametrize("page", [*PAGES, "search", "genindex", "404", "index"])
def test_every_page_says_its_language_and_its_title(site: Path, page: str) -> None:
    text = (site / f"{page}.html").read_text(encoding="utf-8")
    assert text.lstrip().startswith("<!DOCTYPE html>")
    assert re.search(r'<html[^>]* lang="en"', text)
    assert re.search(r"<title>\S[^<]*From Pixels to Inception|<title>From", text)


# A book with an address


def test_with_an_address_a_page_can_be_shared(html: Path) -> None:
    said = metas(html, "second")
    assert said["description"] == said["og:description"] == DESCRIPTION
    assert said["og:title"] == "Of second & more"
    assert said["og:url"] == f"{HOME}/second.html"
    assert (said["og:type"], metas(html, "intro")["og:type"]) == ("article", "website")
    assert said["og:site_name"] == "From Pixels to Inception"
    assert said["twitter:card"] == "summary_large_image"
    canonical = [a for _, a in elements(html, "second").found if a.get("rel") == "canonical"]  # fmt: skip
    assert [attrs["href"] for attrs in canonical] == [f"{HOME}/second.html"]


def test_the_card_shows_the_picture_that_it_says(html: Path) -> None:
    said = metas(html, "intro")
    assert str(said["og:image"]).startswith(f"{HOME}/_static/")
    with Image.open(html / str(said["og:image"]).removeprefix(f"{HOME}/")) as card:
        shown = np.asarray(card).astype(float)
    size = (int(said["og:image:width"] or 0), int(said["og:image:height"] or 0))
    assert shown.shape[1::-1] == size == (1200, 630)
    sandal = datasets.load("fashion_mnist").x_train[9] / 255
    centres = shown[32 + 10 :: 20, 35 + 10 :: 20, 0][:28, :28]
    np.testing.assert_allclose(centres, 15 + 233 * sandal, atol=1)
    assert (html / "_static/card.png").stat().st_size < 50_000
    assert "sandal" in str(said["og:image:alt"])


def test_the_map_has_every_page_that_can_be_found(html: Path) -> None:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    root = ElementTree.parse(html / "sitemap.xml").getroot()
    found = [entry.text for entry in root.iter(f"{space}loc")]
    assert found == [f"{HOME}/intro.html", f"{HOME}/second.html"]
    dates = [entry.text for entry in root.iter(f"{space}lastmod")]
    assert dates == ["2024-03-01T04:30:00Z"]
    lines = (html / "robots.txt").read_text().splitlines()
    assert lines == ["User-agent: *", f"Sitemap: {HOME}/sitemap.xml"]
    for page in ("search", "404"):
        assert metas(html, page)["robots"] == "noindex"


def test_a_page_has_the_day_of_its_last_commit_or_none(html: Path) -> None:
    first, second = ((html / f"{page}.html").read_text() for page in ("intro", "second"))  # fmt: skip
    assert "Last updated on 01 March 2024" in first
    assert "Last updated" not in second
    assert '_sources/second.md"' in second


def test_a_page_can_be_edited_where_it_lies(html: Path) -> None:
    links = elements(html, "second").attributes("a", "href")
    assert f"{HUB}/edit/main/book/second.md" in links
    assert HUB in links


def test_a_clone_without_its_history_gives_no_dates(book: Path, tmp_path: Path) -> None:
    git(book, "commit", "-qm", "Two", "--allow-empty", day="2025-06-07")
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{book}", "shallow")
    shallow = beside(tmp_path / "shallow", book)
    ran = make(shallow)
    assert ran.returncode == 0, ran.stdout[-4000:] + ran.stderr[-4000:]
    text = (shallow / "_build/html/intro.html").read_text(encoding="utf-8")
    assert "Last updated" not in text


def test_without_git_a_page_has_no_date_and_keeps_its_source(tmp_path: Path) -> None:
    ran = make(write(tmp_path), {**os.environ, "PATH": str(tmp_path)})
    assert ran.returncode == 0, ran.stdout[-4000:] + ran.stderr[-4000:]
    text = (tmp_path / "_build/html/intro.html").read_text(encoding="utf-8")
    assert "Last updated" not in text
    assert '_sources/intro.md"' in text


def test_a_page_without_a_description_stops_the_build(book: Path, tmp_path: Path) -> None:  # fmt: skip
    bad = beside(tmp_path, book)
    (bad / "book/intro.md").write_text("---\ndescription: Short.\n---\n# A\n\nWords.\n")
    ran = make(bad)
    assert ran.returncode != 0
    assert "intro.md: WARNING: `description` in its front matter has 6 characters" in (
        re.sub(r"\x1b\[[\d;]*m", "", ran.stderr + ran.stdout)
    )


def test_a_lost_reader_finds_the_way_from_any_depth(host: str, chrome: Browser) -> None:
    page = chrome.new_page(
        bypass_csp=True
    )  # for axe; test_policy has the pages under it
    problems: list[str] = []
    page.on("response", lambda r: r.ok or problems.append(r.url))
    page.on("pageerror", lambda error: problems.append(str(error)))
    lost = f"{host}/a/course/some/where/else.html"
    page.goto(lost)
    page.wait_for_load_state("networkidle")
    assert problems == [lost]
    assert page.locator("article h1").inner_text() == "Page not found"
    links = page.locator("article a").evaluate_all("found => found.map(a => a.href)")
    assert links == [f"{host}/a/course/{name}.html" for name in ("intro", "second")]
    everywhere = page.locator("a").evaluate_all("found => found.map(a => a.href)")
    assert all(
        link.startswith((f"{host}/a/course/", lost + "#", "https://"))
        for link in everywhere
    )
    page.evaluate(AXE_SCRIPT)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.wait_for_function(f"document.documentElement.dataset.theme == '{scheme}'")
        assert axe(page) == []
    page.get_by_label("Search the book").fill("words")
    page.keyboard.press("Enter")
    page.wait_for_selector("#search-results li a")
    assert page.url.startswith(f"{host}/a/course/search.html?q=words")
    page.close()


def test_the_first_address_leads_to_the_first_page(host: str, chrome: Browser) -> None:
    page = chrome.new_page()
    page.goto(f"{host}/a/course/")
    page.wait_for_url(f"{host}/a/course/intro.html")
    page.close()


# Built again


def test_a_build_after_a_change_is_as_good_as_a_whole_one(tmp_path: Path) -> None:
    """Pages are finished after Sphinx: one that it does not write again would be finished twice."""
    book = write(tmp_path)
    page = PAGE.format("third")
    (book / "book" / "third.md").write_text(page, encoding="utf-8")
    with (book / "book" / "_toc.yml").open("a") as toc:
        toc.write("      - file: third\n")
    assert make(book).returncode == 0
    html, whole = book / "_build" / "html", book / "whole"
    shutil.copytree(html, whole)
    second = book / "book" / "second.md"
    second.write_text(
        f"{second.read_text(encoding='utf-8')}\nMore.\n", encoding="utf-8"
    )
    assert make(book, changed=True).returncode == 0
    assert "More." in (html / "second.html").read_text(encoding="utf-8")
    for name in ("third.html", "404.html", "_static/site.css", "_static/site.js"):
        assert (html / name).read_bytes() == (whole / name).read_bytes(), name
