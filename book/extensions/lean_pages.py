"""Leave out the scripts and stylesheets of features that a page does not use.

thebe, which jupyter-book always adds; it declares its constants twice, an error in every browser's console.
sphinx-design, which MyST adds: no page has its cards and tabs.
MathJax where there is no equation; elsewhere `math.js` loads it when the page is there.
"""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

UNUSED = ("thebe", "design-tabs", "sphinx-design")


def _without_unused(
    _app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    for key in ("script_files", "css_files"):
        context[key] = [file for file in context.get(key, []) if not _is_unused(file)]


def _is_unused(file: Any) -> bool:
    body = getattr(file, "attributes", {}).get("body", "")
    name = f"{getattr(file, 'filename', '')} {body}".lower()
    return any(unused in name for unused in (*UNUSED, "mathjax"))


def _add_math(
    app: Sphinx, _page: str, _template: str, _context: object, doctree: Any
) -> None:
    kinds = (nodes.math, nodes.math_block)
    if doctree and any(isinstance(node, kinds) for node in doctree.findall()):
        app.add_js_file("math.js", loading_method="defer")


def _forget_config(app: Sphinx) -> None:
    # What is left of it is a block of settings at the end of each page, with its authors' repository.
    for listener in list(app.events.listeners.get("doctree-resolved", [])):
        if "thebe" in listener.handler.__module__:
            app.disconnect(listener.id)


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx, after every other extension has added its files."""
    app.connect("html-page-context", _add_math)
    app.connect("html-page-context", _without_unused, priority=950)
    app.connect("builder-inited", _forget_config)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
