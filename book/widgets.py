"""Write the widgets of the book for notebooks: python book/widgets.py FOLDER (make widgets).

Each module of assets/widgets/ whose default export has a `render` becomes one file with all that it
imports, and all stylesheets become one. A widget's state at first is what the first page with it says, and
null for the rest of what the widget listens to; a browser finds that.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "assets" / "widgets"
sys.path[:0] = [str(HERE / "extensions"), str(HERE.parent)]
from anywidget import bundled, stylesheet  # noqa: E402 - of this book, not the package

from tests import browser  # noqa: E402

RENDERS = re.compile(r"^export default \{ render\b.*\};$", re.M)
PLACED = r"^```\{anywidget\} assets/widgets/(\w+)\.js\n(?::[^\n]*\n)*(.*?)^```$"
HEARD = """async (module) => {
  const url = URL.createObjectURL(new Blob([module], { type: "text/javascript" }));
  const { render } = (await import(url)).default;
  const heard = [];
  const model = { get() {}, set() {}, save_changes() {}, on: (event) => heard.push(event) };
  render({ model, el: document.createElement("div") })?.();
  return heard.filter((event) => event.startsWith("change:")).map((event) => event.slice(7));
}"""


def files(chrome: Browser) -> dict[str, str]:
    """Return what a notebook needs: the name and the text of each file."""
    modules = {
        path.stem: _module(path)
        for path in sorted(SOURCES.glob("*.js"))
        if RENDERS.search(path.read_text(encoding="utf-8"))
    }
    placed, page = _placed(), chrome.new_page()
    states = {
        name: _state(page, module, placed.get(name, {}))
        for name, module in modules.items()
    }
    page.close()
    return {
        **{f"{name}.js": module for name, module in modules.items()},
        "widgets.css": stylesheet(*sorted(SOURCES.glob("*.css"))),
        "states.json": json.dumps(states, ensure_ascii=False, indent=2) + "\n",
    }


def _module(path: Path) -> str:
    """Return a widget and all it imports as one ES module."""
    host = (SOURCES / "notebook.js").read_text(encoding="utf-8")
    return f"const widget = {bundled(path)}.default;\n\n{host}"


def _placed() -> dict[str, dict[str, Any]]:
    """Return the state of each widget on the first page that has it."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(HERE.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        for name, state in re.findall(PLACED, text, flags=re.M | re.S):
            found.setdefault(name, json.loads(state or "{}"))
    return found


def _state(page: Page, module: str, given: dict[str, Any]) -> dict[str, Any]:
    """Return a value for all that a widget listens to; null is what it begins with itself."""
    return {key: given.get(key) for key in page.evaluate(HEARD, module)}


def write(folder: Path) -> None:
    """Write all files, and remove those of widgets that are gone."""
    with browser.launched() as chrome:
        found = files(chrome)
    for path in folder.iterdir():
        if path.suffix in {".js", ".css", ".json"} and path.name not in found:
            path.unlink()
    for name, text in found.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
