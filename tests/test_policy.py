"""The pages under their Content-Security-Policy, from a server and from a folder; nothing leaves."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import web
from tests.test_site import CHAPTERS, PAGES, ROOT, elements

pytestmark = pytest.mark.xdist_group("site")

EVERY = ["index", *PAGES, "search", "genindex"]
HANDLER = re.compile(r"^on[a-z]+$")
NOTED = """addEventListener("securitypolicyviolation",
  event => console.error("policy:", event.violatedDirective, event.blockedURI, event.sample))"""
WITH_FRAMES = "07_im2col"
WIDGETS = [
    name
    for name in CHAPTERS
    if "{anywidget}" in (ROOT / f"book/{name}.md").read_text(encoding="utf-8")
]


def policy(text: str) -> dict[str, list[str]]:
    found = re.search(
        r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text
    )
    assert found
    parts = [part.split() for part in found[1].split("; ")]
    return {kind: sources for kind, *sources in parts}


@pytest.mark.parametrize("name", EVERY)
def test_a_page_allows_nothing_but_files_of_the_site(site: Path, name: str) -> None:
    text = (site / f"{name}.html").read_text(encoding="utf-8")
    rules = policy(text)
    assert rules.pop("img-src") == ["'self'", "file:", "data:"]
    for kind in ("default-src", "base-uri", "object-src"):
        assert rules.pop(kind) == ["'none'"]
    assert set(rules) == {
        *("script-src", "style-src", "font-src", "connect-src", "form-action")
    }
    assert all(sources == ["'self'", "file:"] for sources in rules.values())
    # What stands before it is not held to it.
    before = text[: text.index('<meta http-equiv="Content-Security-Policy"')]
    assert not re.search("<(script|link|style|body)", before)


@pytest.mark.parametrize("name", EVERY)
def test_nothing_is_written_into_a_page_that_the_policy_forbids(
    site: Path, name: str
) -> None:
    for tag, attributes in elements(site, name).found:
        assert tag != "style"
        assert tag != "script" or "src" in attributes or "json" in attributes["type"]
        assert "style" not in attributes
        assert not any(HANDLER.match(attribute) for attribute in attributes), attributes
        assert not (attributes.get("href") or "").startswith("javascript:")


# In a browser


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[web.Served]:
    with web.serve(site) as running:
        yield running


@pytest.fixture(params=["server", "folder"])
def address(request: pytest.FixtureRequest, site: Path, served: web.Served) -> str:
    return served.address if request.param == "server" else site.as_uri()


@pytest.fixture
def page(chrome: Browser, address: str) -> Iterator[Page]:
    """A page, on which nothing must have gone wrong at the end."""
    context = chrome.new_context(
        viewport={"width": 1280, "height": 800}, color_scheme="light"
    )
    shown = context.new_page()
    shown.set_default_timeout(15_000)
    shown.problems = problems = []
    shown.add_init_script(NOTED)
    shown.on("pageerror", lambda error: problems.append(str(error)))
    shown.on(
        "console",
        lambda line: line.type in {"log", "debug"} or problems.append(line.text),
    )
    shown.on("requestfailed", lambda request: problems.append(request.url))
    shown.on(
        "request",
        lambda r: (
            r.url.startswith((address, "data:")) or problems.append(f"asks {r.url}")
        ),
    )
    yield shown
    assert problems == []
    context.close()


@pytest.mark.parametrize("name", EVERY)
def test_a_page_keeps_to_the_policy_and_asks_no_other_host(
    page: Page, address: str, name: str
) -> None:
    page.goto(f"{address}/{name}.html")
    if name == "index":  # leads on
        page.wait_for_url("**/intro.html")
    if page.locator(".math").count():
        web.set_equations(page)
    web.load_pictures(page)
    page.wait_for_load_state("networkidle")


def test_what_the_policy_forbids_is_stopped_and_noticed(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/intro.html")
    page.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'changed'";
      document.body.append(script);
      document.body.setAttribute("style", "display: none");
      new Image().src = "https://example.org/picture.png";
    }""")
    page.wait_for_timeout(200)
    noticed = " ".join(page.problems)
    for kind in ("script-src-elem inline", "style-src-attr inline", "img-src https"):
        assert f"policy: {kind}" in noticed
    assert "changed" not in page.title()
    page.problems.clear()


def test_search_finds_a_chapter(page: Page, address: str) -> None:
    page.goto(f"{address}/intro.html")
    page.keyboard.press("Control+k")
    page.locator("#pst-search-dialog input").fill("stride")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=stride*")
    found = page.locator('#search-results a[href^="04_padding_stride.html"]').first
    found.wait_for()
    if address.startswith("http"):  # from a folder no script may read the pages
        page.locator("#search-results p.context").first.wait_for()
        page.wait_for_load_state("networkidle")  # a page left behind asks for no more
    found.click()
    page.wait_for_url("**/04_padding_stride.html*")
    assert page.locator("span.highlighted").count() > 3


def test_light_and_dark_follow_the_button_and_are_remembered(
    page: Page, address: str
) -> None:
    theme = "document.documentElement.dataset.theme"
    page.goto(f"{address}/intro.html")
    seen = [page.evaluate(theme)]
    for _ in range(2):
        page.locator(".theme-switch-button:visible").first.click()
        seen.append(page.evaluate(theme))
    assert seen[0] == "light"
    assert "dark" in seen
    page.locator(".theme-switch-button:visible").first.click()
    page.evaluate("localStorage.setItem('mode', 'dark')")
    page.goto(f"{address}/glossary.html")
    assert page.evaluate(theme) == "dark"


def test_the_theme_is_known_before_anything_is_drawn(page: Page, address: str) -> None:
    page.add_init_script("""new MutationObserver((_, watch) => {
      if (!document.body) return;
      globalThis.themeAtFirst = document.documentElement.dataset.theme;
      watch.disconnect();
    }).observe(document, { childList: true, subtree: true })""")
    page.emulate_media(color_scheme="dark")
    page.goto(f"{address}/intro.html")
    assert page.evaluate("themeAtFirst") == "dark"


def test_buttons_of_a_page_work(page: Page, address: str) -> None:
    page.add_init_script("window.print = () => { globalThis.printed = true; }")
    page.goto(f"{address}/02_filters.html")
    download = page.locator(".dropdown-download-buttons")
    download.locator("button").first.click()
    download.locator('a[href$="02_filters.ipynb"]').wait_for()
    download.locator('[data-do="print"]').click()
    assert page.evaluate("printed") is True
    page.locator('[data-do="fullscreen"]:visible').click()
    web.until(page, "document.fullscreenElement !== null")
    page.locator('[data-do="fullscreen"]:visible').click()
    web.until(page, "document.fullscreenElement === null")
    side = page.locator("#pst-primary-sidebar")
    toggle = page.locator(".primary-toggle")
    toggle.click()
    expect(side).to_be_hidden()
    page.locator("article h1").last.hover()
    toggle.hover()
    page.locator(".tooltip", has_text="Toggle primary sidebar").wait_for()


def test_what_a_chapter_asks_and_shows_works(page: Page, address: str) -> None:
    page.goto(f"{address}/02_filters.html")
    wrong = page.locator("fieldset.quiz .wrong").first
    expect(wrong.locator(".explained")).to_be_hidden()
    wrong.locator("input").check()
    expect(wrong.locator(".explained")).to_be_visible()
    closed = page.locator(".admonition.toggle.toggle-hidden").first
    closed.locator("button.toggle-button").click()
    expect(page.locator(".admonition.toggle").first.locator("p").last).to_be_visible()
    cell = page.locator("div.highlight").first
    cell.hover()
    cell.locator("button.copybtn").click()
    expect(cell.locator("button.copybtn")).to_have_class(re.compile("success"))


def test_a_strip_of_pictures_plays(page: Page, address: str) -> None:
    page.goto(f"{address}/{WITH_FRAMES}.html")
    strip = page.locator(".frames").first
    assert strip.locator("li:visible").count() == 1
    strip.get_by_role("button", name="Forward").click()
    expect(strip.locator(".frames-count")).to_have_text(re.compile("^2 / "))


@pytest.mark.parametrize("name", WIDGETS)
def test_widgets_are_shown_in_place_of_their_pictures(
    page: Page, address: str, name: str
) -> None:
    page.goto(f"{address}/{name}.html")
    widget = page.locator("[data-widget]").first
    widget.locator("button, input, select, canvas").first.wait_for(state="attached")
    fallback = page.locator(".widget-fallback, .tag_widget-fallback")
    assert fallback.count() > 0
    assert not any(picture.is_visible() for picture in fallback.all())


def test_equations_have_their_letters_and_their_looks(page: Page, address: str) -> None:
    page.goto(f"{address}/08_backpropagation.html")
    web.set_equations(page)
    page.evaluate("document.fonts.ready")
    letters = page.locator("mjx-container mjx-c").evaluate_all(
        "all => all.map(letter => getComputedStyle(letter, '::before').content)"
    )
    assert len(letters) > 200
    assert {'"x"', '"∂"', '"∑"'} <= set(letters)
    assert not {"none", "normal"} & set(letters)
    assert page.evaluate("document.fonts.check('16px MJXTEX-I')")


@pytest.mark.parametrize("name", ["07_im2col", "12_lenet"])
def test_equations_come_when_the_reader_does(
    page: Page, address: str, name: str
) -> None:
    page.goto(f"{address}/{name}.html")
    assert page.locator("mjx-container").count() == 0
    last = page.locator(".math:visible").last
    last.scroll_into_view_if_needed()
    last.locator("mjx-container").wait_for()
