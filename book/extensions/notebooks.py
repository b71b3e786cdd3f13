"""Publish notebooks beside the pages: each chapter as .ipynb, and the student version of each exercise."""

import re
import shutil
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from docutils import nodes
from plain import plain
from sphinx.application import Sphinx
from sphinx.util import logging

from cnn_course import addresses

LOGGER = logging.getLogger(__name__)
ROOT = Path(__file__).resolve().parents[2]
RELEASE = ROOT / "exercises" / "release"
# Their cells read files of the repository, so they would not run elsewhere.
AT_HOME = {"instructors"}
ASSIGNMENT = re.compile(r"exercises/\w+\.ipynb")


def as_notebook(chapter: Path) -> nbformat.NotebookNode:
    """Turn a chapter into a notebook without outputs, with a cell that installs the package if need be."""
    notebook = jupytext.read(chapter, fmt="md:myst")
    install = addresses.install_cell(addresses.extras_for(code_of(notebook)))
    if install:
        notebook.cells.insert(0, nbformat.v4.new_code_cell(install))
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"  # jupytext draws them at random
        if cell.cell_type == "markdown":
            cell.source = plain(cell.source, _is_notebook)
    return notebook


def _is_notebook(page: str) -> bool:
    place = ROOT / "book" / f"{page}.md"
    return page not in AT_HOME and "{code-cell}" in place.read_text(encoding="utf-8")


def code_of(notebook: nbformat.NotebookNode) -> str:
    """Return the code of a notebook's cells."""
    cells = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    return "\n".join(cells)


def is_chapter(app: Sphinx, page: str) -> bool:
    """Say whether a page is published as a notebook."""
    return page in set(app.env.found_docs) & set(app.env.nb_metadata) - AT_HOME


def places(app: Sphinx, path: str) -> list[tuple[str, str]]:
    """Return where a notebook can be run, as names and links; ``path`` is that on the branch of notebooks."""
    here = path in getattr(app, "lite_contents", ())
    known = {
        "your browser": f"lite/notebooks/index.html?path={path}" if here else None,
        "Google Colab": addresses.colab(path),
        "Binder": addresses.binder(path),
    }
    return [(name, url) for name, url in known.items() if url]


def _publish(app: Sphinx, exception: Exception | None) -> None:
    if exception or app.builder.name != "html":
        return
    out = Path(app.outdir)
    (out / "notebooks").mkdir(exist_ok=True)
    for page in app.env.found_docs:
        if is_chapter(app, page):
            nbformat.write(
                as_notebook(Path(app.env.doc2path(page))),
                out / "notebooks" / f"{page}.ipynb",
            )
    released = sorted(RELEASE.glob("*/*.ipynb"))
    if not released:
        LOGGER.warning("no exercises to publish: run `make release` first")
    (out / "exercises").mkdir(exist_ok=True)
    for notebook in released:
        shutil.copy(notebook, out / "exercises")


def _add_buttons(
    app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    if not is_chapter(app, page):
        return
    buttons = context.setdefault("header_buttons", [])
    download = {
        "type": "link",
        "url": f"notebooks/{page}.ipynb",
        "text": ".ipynb",
        "tooltip": "Download this chapter as a Jupyter notebook",
        "icon": "fas fa-file-code",
        "label": "download-ipynb-button",
    }
    for group in buttons:
        if group.get("label") == "download-buttons":
            group["buttons"].insert(0, download)
    launch = {
        "type": "group",
        "tooltip": "Run this chapter",
        "icon": "fas fa-rocket",
        "buttons": [_launch(*place) for place in places(app, f"chapters/{page}.ipynb")],
        "label": "launch-buttons",
    }
    if launch["buttons"]:
        buttons.append(launch)


def _launch(name: str, url: str) -> dict[str, str]:
    return {
        "type": "link",
        "url": url,
        "text": f"In {name}",
        "tooltip": f"Run this chapter in {name}",
        "icon": "fas fa-play",
        "label": f"launch-{name.rsplit(maxsplit=1)[-1].lower()}-button",
    }


def _add_links(app: Sphinx, doctree: nodes.document, _page: str) -> None:
    """Put links that run an assignment beside each that downloads it."""
    for reference in list(doctree.findall(nodes.reference)):
        found = ASSIGNMENT.fullmatch(reference.get("refuri", ""))
        ways = places(app, found[0]) if found else []
        added: list[nodes.Node] = []
        for name, url in ways:
            added += [nodes.Text(", " if added else " (run it in ")]
            added += [nodes.reference("", name, refuri=url)]
        if added:
            place = reference.parent.index(reference) + 1
            reference.parent[place:place] = [*added, nodes.Text(")")]


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx, after the theme has made its buttons."""
    app.connect("html-page-context", _add_buttons, priority=900)
    app.connect("doctree-resolved", _add_links)
    app.connect("build-finished", _publish)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
