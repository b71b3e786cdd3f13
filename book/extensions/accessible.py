"""Mend in the finished pages what the theme and other extensions write wrongly, above all for screen readers.

WCAG 2.2: a button's name must hold its visible text (2.5.3), and a list must hold list items (1.3.1).
HTML: an id stands once on a page.
"""

import re
from pathlib import Path

from sphinx.application import Sphinx

ITEM = re.compile("<(/?)dd>")
# Matplotlib names equal images of a picture equally, and nothing asks for the name.
IMAGE_ID = re.compile(r' id="image\w+"')

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
    # The site's name, at the top of the side bar, is in no landmark, and the theme's own banner is empty.
    (r'<header (id="pst-header"[^>]*>\s*)</header>', r"<div \1</div>"),
    (
        r'(?s)<div class="sidebar-primary-item">(\s*<a class="navbar-brand logo".*?</a>)</div>',
        r'<header class="sidebar-primary-item">\1</header>',
    ),
    # A signature of several lines is written as descriptions without the names that they describe.
    (
        r"<dl>\n((?:<dd>.*</dd>\n)+)</dl>",
        lambda found: "<ul>\n" + ITEM.sub(r"<\1li>", found[1]) + "</ul>",
    ),
    # Every exercise and every solution has the same id.
    (r'<section id="(exercise|solution)-content">', r'<section class="\1-content">'),
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
    for picture in Path(app.outdir, "_images").glob("*.svg"):
        text = picture.read_text(encoding="utf-8")
        picture.write_text(IMAGE_ID.sub("", text), encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx, when the pages are written."""
    app.add_js_file("dropdowns.js", loading_method="defer")
    app.connect("build-finished", _repair_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
