"""Publish notebooks beside the pages: each chapter as .ipynb, and the student version of each exercise."""

import shutil
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from sphinx.application import Sphinx
from sphinx.util import logging

from cnn_course import addresses

LOGGER = logging.getLogger(__name__)
ROOT = Path(__file__).resolve().parents[2]
RELEASE = ROOT / "exercises" / "release"
# Their cells read files of the repository, so they would not run elsewhere.
AT_HOME = {"instructors"}


def as_notebook(chapter: Path) -> nbformat.NotebookNode:
    """Turn a chapter into a notebook without outputs, with a cell that installs the package if need be."""
    notebook = jupytext.read(chapter, fmt="md:myst")
    install = addresses.install_cell(addresses.extras_for(code_of(notebook)))
    if install:
        notebook.cells.insert(0, nbformat.v4.new_code_cell(install))
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"  # jupytext draws them at random
    return notebook


def code_of(notebook: nbformat.NotebookNode) -> str:
    """Return the code of a notebook's cells."""
    cells = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    return "\n".join(cells)


def is_chapter(app: Sphinx, page: str) -> bool:
    """Say whether a page is published as a notebook."""
    return page in set(app.env.found_docs) & set(app.env.nb_metadata) - AT_HOME


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
    colab = addresses.colab(f"chapters/{page}.ipynb")
    if colab:
        buttons.append(
            {
                "type": "link",
                "url": colab,
                "tooltip": "Open this chapter in Google Colab",
                "icon": "fas fa-rocket",
                "label": "colab-button",
            }
        )


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx, after the theme has made its buttons."""
    app.connect("html-page-context", _add_buttons, priority=900)
    app.connect("build-finished", _publish)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
