"""Pages with widgets for the tests: built with Sphinx alone, served as a strict host would, and watched."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Locator, Page

from cnn_course.widgets import bundle

BOOK = Path(__file__).resolve().parents[1] / "book"
WIDGETS = bundle.MODULES

OURS = re.compile(r"/_static/(?:bundles/|host\.js)")
NAME = """e => e.getAttribute('aria-label')
  ?? (e.closest('label') ?? e).textContent.trim()"""
BOX = """e => { const b = (e.type === 'radio' ? e.closest('label') : e).getBoundingClientRect();
  return [b.width, b.height]; }"""
RIGHT = """w => Math.max(...[...w.querySelectorAll('*')].filter(e => e.className !== 'said')
  .map(e => e.getBoundingClientRect().right)) - w.getBoundingClientRect().right"""


def build(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    """Build a site of two pages with Sphinx alone, of which the second has no widget."""
    (folder / "conf.py").write_text(
        f"import sys\nsys.path.insert(0, {str(BOOK / 'extensions')!r})\n"
        "extensions = ['myst_parser', 'widget_directive']\n"
        "myst_enable_extensions = ['colon_fence']\n"
        f"html_static_path = [{str(BOOK / 'assets')!r}]\n"
    )
    (folder / "widgets").symlink_to(WIDGETS)
    (folder / "index.md").write_text(text, encoding="utf-8")
    (folder / "plain.md").write_text("---\norphan: true\n---\n# Plain\n\nNothing.\n")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", ".", "out"]
    return subprocess.run(command, cwd=folder, text=True, capture_output=True, check=False)  # fmt: skip


def strict(folder: Path, text: str) -> Path:
    """Build the page as a strict host sends it: no inline script or style, nothing from elsewhere."""
    ran = build(folder, text)
    assert ran.returncode == 0, ran.stderr
    file = folder / "out" / "index.html"
    policy = (
        "default-src 'none'; script-src file:; style-src file:; img-src file: data:"
    )
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    head += '<meta name="viewport" content="width=device-width">'
    file.write_text(file.read_text().replace("<head>", f"<head>{head}", 1))
    return file


def bundled(name: str) -> str:
    """Return a widget's module, with all it imports, as an expression in JavaScript."""
    return bundle.expression(WIDGETS / name)


def opened(chrome: Browser, page: Path, fragment: str = "", **options: Any) -> Page:
    shown = chrome.new_context(**options).new_page()
    shown.set_default_timeout(5000)
    shown.goto(page.as_uri() + fragment)
    return shown


@contextmanager
def watched(chrome: Browser, page: Path) -> Iterator[Page]:
    """The page in a browser; at the end, nothing must have gone wrong in it."""
    context = chrome.new_context(viewport={"width": 1000, "height": 900}, has_touch=True)  # fmt: skip
    shown = context.new_page()
    shown.set_default_timeout(5000)
    problems: list[str] = []
    shown.on("pageerror", lambda error: problems.append(str(error)))
    # Sphinx's own theme has an inline script and a style, which the policy stops; ours have none.
    shown.on(
        "console",
        lambda line: OURS.search(line.location["url"]) and problems.append(line.text),
    )
    shown.on("request", lambda r: r.url.startswith("file:") or problems.append(r.url))
    shown.goto(page.as_uri())
    yield shown
    assert problems == []
    context.close()


def check_controls(widget: Locator, kinds: str, count: int) -> None:
    """Every control has a name, and is large enough for a finger."""
    controls = widget.locator(kinds)
    assert controls.count() == count
    for control in controls.all():
        name = control.evaluate(NAME)
        assert name.strip()
        assert min(control.evaluate(BOX)) >= 24, name


def check_fits(
    chrome: Browser, page: Path, widget: str, width: int, fragment: str = ""
) -> None:
    """The widget is no wider than a telephone."""
    shown = opened(chrome, page, fragment, viewport={"width": width, "height": 700})
    assert shown.locator(widget).evaluate(RIGHT) <= 0
    assert shown.evaluate("document.documentElement.scrollWidth") <= width
    shown.context.close()


# The colours of the book's theme, light and dark, which Sphinx's own theme lacks.
COLOURS = {
    "light": "--pst-color-background: #fff; --pst-color-text-base: #222832;"
    " --pst-color-text-muted: #48566b; --pst-color-primary: #0a7d91;"
    " --pst-color-border: #d1d5da; --pst-color-danger: #d72d47;"
    " --pst-color-link: #0a7d91;",
    "dark": "--pst-color-background: #14181e; --pst-color-text-base: #ced6dd;"
    " --pst-color-text-muted: #9ca4af; --pst-color-primary: #3fb1c5;"
    " --pst-color-border: #48566b; --pst-color-danger: #e78894;"
    " --pst-color-link: #3fb1c5;",
}


def axe(
    chrome: Browser,
    page: Path,
    widget: str,
    look: tuple[int, str],
    fragment: str = "",
    *,
    first: Callable[[Page], None] | None = None,
) -> list[str]:
    """Return what axe-core finds in a widget; a look is a width, and "light" or "dark".

    ``first`` is done on the page before.
    """
    width, scheme = look
    view = {"width": width, "height": 800}
    shown = opened(chrome, page, fragment, bypass_csp=True, viewport=view)
    shown.add_style_tag(
        content=f":root {{ {COLOURS[scheme]} }} body, div.body {{"
        " background: var(--pst-color-background) !important;"
        " color: var(--pst-color-text-base) !important; }"
    )
    if first:
        first(shown)
    shown.evaluate(AXE_SCRIPT)
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = shown.evaluate(
        "([place, runOnly]) => axe.run(place, { runOnly })", [widget, rules]
    )
    shown.context.close()
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
