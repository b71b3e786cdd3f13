"""The pages for everyone: what axe-core finds in every look, what it does not look at, and valid HTML."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html5lib
import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from tests import web
from tests.test_site import LOOKS, PAGES, elements

pytestmark = pytest.mark.xdist_group("accessible")

EVERY = [*PAGES, "search", "genindex"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Every answer is open; of three questions one is open, one answered wrongly, one rightly.
OPEN = """() => {
  document.querySelectorAll("details").forEach(box => { box.open = true; });
  document.querySelectorAll(".toggle-button-hidden").forEach(button => button.click());
  document.querySelectorAll("fieldset.quiz").forEach((quiz, k) => {
    const choice = [null, ".wrong input", ".right input"][k % 3];
    if (choice) quiz.querySelector(choice).click();
  });
}"""

# Half of axe's time goes into words of programs whose colours it has seen; they become plain text.
THIN = """() => {
  const seen = new Set();
  for (const word of document.querySelectorAll(".highlight pre span")) {
    const own = getComputedStyle(word), paper = getComputedStyle(word.closest("pre"));
    const look = [own.color, own.backgroundColor, own.fontWeight, paper.backgroundColor].join();
    if (seen.has(look)) word.replaceWith(...word.childNodes);
    seen.add(look);
  }
}"""

# The theme looks for boxes that scroll a third of a second after a change.
SETTLED = """() => ["pre", ".cell_output > .output", ".pst-scrollable-table-container",
    "mjx-container[display=true]"]
  .flatMap(kind => [...document.querySelectorAll(kind)])
  .every(box => box.scrollWidth <= box.clientWidth || box.tabIndex == 0)"""

# Text as WCAG 1.4.12 lets a reader space it.
SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""

MOVING = """() => [...document.querySelectorAll("*")].filter(element => {
  const style = getComputedStyle(element);
  const seconds = `${style.transitionDuration}, ${style.animationDuration}`.split(", ");
  return style.scrollBehavior == "smooth" || seconds.some(time => parseFloat(time) > 0);
}).map(element => element.outerHTML.slice(0, 80))"""

# Where the keyboard is: an outline or a shadow, of the element itself or of a part of it.
FOCUSED = """() => {
  const here = document.activeElement;
  const framed = element => {
    const style = getComputedStyle(element);
    return (style.outlineStyle != "none" && parseFloat(style.outlineWidth) >= 1)
      || style.boxShadow != "none";
  };
  return [here.outerHTML.slice(0, 120), [here, ...here.querySelectorAll("*")].some(framed)];
}"""


@pytest.fixture
def page(chrome: Browser) -> Iterator[Page]:
    """A page of a reader who asked for no motion, so that nothing is half faded in when axe looks.

    The pages' policy would stop what the tests bring.
    """
    context = chrome.new_context(
        viewport={"width": 1280, "height": 800},
        reduced_motion="reduce",
        bypass_csp=True,
    )
    yield context.new_page()
    context.close()


def open_page(page: Page, site: Path, name: str) -> None:
    page.goto((site / f"{name}.html").as_uri())
    page.wait_for_load_state("networkidle")
    if page.locator(".math").count():
        web.set_equations(page)


def axe(page: Page) -> list[str]:
    """Return what is wrong with a page as it is shown now: rule, element, reason."""
    found: dict[str, Any] = page.evaluate(
        "options => axe.run(options)", {"runOnly": RULES, "resultTypes": ["violations"]}
    )
    return [
        f"{rule['id']}: {node['target']} {node['html'][:200]} ({reason['message']})"
        for rule in found["violations"]
        for node in rule["nodes"]
        for reason in [*node["any"], *node["all"], *node["none"]][:1]
    ]


@pytest.mark.parametrize("name", EVERY)
def test_axe_finds_nothing_in_any_look(site: Path, page: Page, name: str) -> None:
    open_page(page, site, name)
    page.evaluate(AXE_SCRIPT)
    page.evaluate(OPEN)
    wrong = []
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function(f"document.documentElement.dataset.theme == '{scheme}'")
        page.wait_for_function(SETTLED)
        page.evaluate(THIN)
        wrong += [f"{name} {width} {scheme}: {fault}" for fault in axe(page)]
    assert wrong == [], "\n".join(wrong)


def test_axe_is_there_and_finds_a_fault(page: Page) -> None:
    page.set_content(
        '<html lang="en"><title>A</title><main><h1>A</h1><img src="data:,">'
    )
    page.evaluate(AXE_SCRIPT)
    (fault,) = axe(page)
    assert fault.startswith("image-alt: ['img'] <img")


@pytest.mark.parametrize("name", EVERY)
def test_wide_letters_and_no_motion_are_possible(
    site: Path, page: Page, name: str
) -> None:
    open_page(page, site, name)
    assert page.evaluate(MOVING) == []
    page.evaluate(OPEN)
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.add_style_tag(content=SPACED)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_it_is_seen_where_the_keyboard_is(site: Path, page: Page) -> None:
    open_page(page, site, "02_filters")
    page.evaluate(OPEN)
    seen = set()
    for _ in range(400):
        page.keyboard.press("Tab")
        element, framed = page.evaluate(FOCUSED)
        assert framed, element
        seen.add(element)
    assert any("toggle-button" in element for element in seen)
    assert any('type="radio"' in element for element in seen)


def test_a_button_says_which_answer_it_opens(site: Path, page: Page) -> None:
    open_page(page, site, "02_filters")
    buttons = page.locator("button.toggle-button")
    titles = page.locator(".admonition.toggle > .admonition-title").all_inner_texts()
    names = [button.aria_snapshot() for button in buttons.all()]
    assert len(set(names)) == len(titles) >= 3
    for name, title in zip(names, titles, strict=True):
        assert title.strip() in name


@pytest.mark.parametrize("name", EVERY)
def test_the_html_is_valid(site: Path, name: str) -> None:
    text = (site / f"{name}.html").read_text(encoding="utf-8")
    parser = html5lib.HTMLParser()
    parser.parse(text)
    lines = text.splitlines()
    assert [(kind, lines[line - 1]) for (line, _), kind, _ in parser.errors] == []
    ids = Counter(
        attrs["id"] for _, attrs in elements(site, name).found if "id" in attrs
    )
    assert [name for name, count in ids.items() if count > 1] == []
