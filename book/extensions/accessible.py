"""Mend in the finished pages what the theme and the bibliography tell screen readers wrongly.

WCAG 2.2: a button's name must hold its visible text (2.5.3), and a list must hold list items (1.3.1).
"""

from pathlib import Path

from sphinx.application import Sphinx

# Each pair: what the templates write, and what they should.
REPAIRS = (
    (
        'class="search-button__kbd-shortcut"',
        'class="search-button__kbd-shortcut" aria-hidden="true"',
    ),
    ('<i class="theme-switch ', '<i aria-hidden="true" class="theme-switch '),
    ('role="doc-biblioentry"', 'role="listitem"'),
)


def repaired(html: str) -> str:
    """Return a page with every repair made."""
    for wrong, right in REPAIRS:
        html = html.replace(wrong, right)
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
