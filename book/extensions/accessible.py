"""Mend in the finished pages what the theme and the bibliography tell screen readers wrongly.

WCAG 2.2: a button's name must hold its visible text (2.5.3), and a list must hold list items (1.3.1).
"""

import re
from pathlib import Path

from sphinx.application import Sphinx

# Each pair: what the templates write, as a pattern, and what they should.
REPAIRS = (
    # The name is the text inside, "Search Ctrl+K".
    (r'(<button [^>]*search-button-field[^>]*?) aria-label="Search"', r"\1"),
    # Icons are drawn by letters of a font, which count as text; the name stands beside them.
    (r'<i class="theme-switch ', r'<i aria-hidden="true" class="theme-switch '),
    (
        r'(<button [^>]*theme-switch-button[^>]*?) aria-label="([^"]*)"([^>]*>)',
        r'\1\3<span class="visually-hidden">\2</span>',
    ),
    (r'role="doc-biblioentry"', 'role="listitem"'),
)


def repaired(html: str) -> str:
    """Return a page with every repair made."""
    for pattern, right in REPAIRS:
        html = re.sub(pattern, right, html)
    return html


def _repair_pages(app: Sphinx, exception: Exception | None) -> None:
    if exception or app.builder.name != "html":
        return
    for page in Path(app.outdir).glob("*.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(repaired(text), encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx, when the pages are written."""
    app.connect("build-finished", _repair_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
