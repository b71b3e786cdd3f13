"""Leave out the scripts of a feature that the site does not use: thebe, which jupyter-book always adds.

It declares its constants twice on a page, an error in every browser's console.
"""

from typing import Any

from sphinx.application import Sphinx

UNUSED = "thebe"


def _without_thebe(
    _app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    for key in ("script_files", "css_files"):
        context[key] = [file for file in context.get(key, []) if not _is_unused(file)]


def _is_unused(file: Any) -> bool:
    body = getattr(file, "attributes", {}).get("body", "")
    return UNUSED in f"{getattr(file, 'filename', '')} {body}".lower()


def _forget_config(app: Sphinx) -> None:
    # What is left of it is a block of settings at the end of each page, with its authors' repository.
    for listener in list(app.events.listeners.get("doctree-resolved", [])):
        if UNUSED in listener.handler.__module__:
            app.disconnect(listener.id)


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx, after every other extension has added its files."""
    app.connect("html-page-context", _without_thebe, priority=950)
    app.connect("builder-inited", _forget_config)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
