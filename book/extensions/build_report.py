"""Say what the site costs: how long each page's code ran, and how heavy its files are.

The directive `build-report` leaves a place on a page, which is filled when all pages are written.
"""

import html
import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from docutils import nodes
from myst_nb.sphinx_ import NbMetadataCollector
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

PLACE = "<!-- build report -->"
IMAGE = re.compile(r'<img[^>]* src="([^":]+)"')
LOGGER = logging.getLogger(__name__)


class BuildReport(SphinxDirective):
    """The place of the report."""

    def run(self) -> list[nodes.Node]:
        """Return a node that becomes ``PLACE`` in the page."""
        return [nodes.raw("", PLACE, format="html")]


class Cost(NamedTuple):
    """A page: its file's name, its title, seconds that its code ran (or None), bytes with its pictures."""

    page: str
    title: str
    seconds: float | None
    size: int


def costs(app: Sphinx) -> list[Cost]:
    """Return the cost of each page, in the order of the table of contents."""
    out, env = Path(app.outdir), app.builder.env
    ran = NbMetadataCollector.get_doc_data(env)
    pages = list(dict.fromkeys([app.config.root_doc, *_in_order(env)]))
    return [
        Cost(
            page,
            env.titles[page].astext(),
            (ran.get(page, {}).get("exec_data") or {}).get("runtime"),
            _weight(out / f"{page}.html"),
        )
        for page in pages
    ]


def _in_order(env: BuildEnvironment) -> list[str]:
    return [page for pages in env.toctree_includes.values() for page in pages]


def _weight(page: Path) -> int:
    """Return the bytes of a page and of the pictures on it."""
    text = page.read_text(encoding="utf-8")
    pictures = {page.parent / unquote(name) for name in IMAGE.findall(text)}
    return sum(file.stat().st_size for file in {page, *pictures} if file.exists())


def table(found: list[Cost], whole: int) -> str:
    """Return the report as an HTML table, the whole site's numbers last."""
    lines = [
        f'<tr><td><a href="{html.escape(cost.page)}.html">{html.escape(cost.title)}</a></td>'
        f"<td>{'' if cost.seconds is None else f'{cost.seconds:.0f}'}</td>"
        f"<td>{cost.size / 1000:,.0f}</td></tr>"
        for cost in found
    ]
    seconds = sum(cost.seconds or 0 for cost in found)
    return (
        '<div class="pst-scrollable-table-container"><table class="table build-report">'
        "<thead><tr><th>Page</th><th>Code, in seconds</th><th>Page and pictures, in kB</th>"
        "</tr></thead><tbody>"
        + "".join(lines)
        + f"<tr><td>The whole site, with styles, scripts, fonts and notebooks</td><td>{seconds:.0f}</td>"
        f"<td>{whole / 1000:,.0f}</td></tr></tbody></table></div>"
    )


def _report(app: Sphinx, exception: Exception | None) -> None:
    if exception or app.builder.name != "html":
        return
    out, found = Path(app.outdir), costs(app)
    files = [file for file in out.rglob("*") if file.is_file()]
    whole = sum(file.stat().st_size for file in files)
    for cost in found:
        page = out / f"{cost.page}.html"
        text = page.read_text(encoding="utf-8")
        if PLACE in text:
            page.write_text(text.replace(PLACE, table(found, whole)), encoding="utf-8")
    seconds = sum(cost.seconds or 0 for cost in found)
    LOGGER.info(
        f"The site: {len(found)} pages, {whole / 1e6:.1f} MB; their code ran for {seconds:.0f} s."
    )


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx, when the pages are written."""
    app.add_directive("build-report", BuildReport)
    app.connect("build-finished", _report)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
