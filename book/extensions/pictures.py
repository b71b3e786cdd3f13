"""Give every picture its size, so that the text below it stays where it is, and load it when it comes near.

The first picture of a page is loaded at once: it may be in sight.
"""

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from PIL import Image
from sphinx.application import Sphinx

PICTURE = re.compile(r"<img [^>]*>")
SOURCE = re.compile(r' src="([^":?]+)')
LENGTH = r'<svg[^>]*? {}="([\d.]+)(pt|px|)"'
BOX = re.compile(r'<svg[^>]*? viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"')
PIXELS = {"pt": 4 / 3, "px": 1, "": 1}


@cache
def size(file: Path) -> tuple[int, int]:
    """Return the width and height of a picture, in the pixels of a stylesheet.

    Raises:
        ValueError: an SVG says neither.
    """
    if file.suffix != ".svg":
        with Image.open(file) as picture:
            return picture.size
    head = file.read_text(encoding="utf-8")[:5000]
    root = head[head.index("<svg") :]
    lengths = [re.search(LENGTH.format(side), root) for side in ("width", "height")]
    if all(lengths):
        wide, high = (round(float(found[1]) * PIXELS[found[2]]) for found in lengths)
        return wide, high
    if not (box := BOX.search(root)):
        raise ValueError(f"{file.name} has no width and height, and no viewBox.")
    return round(float(box[1])), round(float(box[2]))


def sized(html: str, folder: Path) -> str:
    """Return a page, whose files lie in ``folder``, with what a browser wants to know of its pictures."""
    start = html.find("<article")
    head, article = html[: max(start, 0)], html[max(start, 0) :]
    eager = iter([""])
    article = PICTURE.sub(
        lambda tag: _told(tag[0], folder, next(eager, ' loading="lazy"')), article
    )
    return PICTURE.sub(lambda tag: _told(tag[0], folder, ""), head) + article


def _told(tag: str, folder: Path, loading: str) -> str:
    more = "" if " loading=" in tag else loading
    more += "" if " decoding=" in tag else ' decoding="async"'
    source = SOURCE.search(tag)
    if source and " width=" not in tag:
        file = folder / unquote(source[1])
        if file.is_file():
            more += ' width="{}" height="{}"'.format(*size(file))
    return tag.replace("<img", f"<img{more}", 1)


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception or app.builder.name != "html":
        return
    out = Path(app.outdir)
    for page in sorted(out.glob("*.html")):
        text = page.read_text(encoding="utf-8")
        page.write_text(sized(text, out), encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx, when the pages are written."""
    app.connect("build-finished", _write, priority=850)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
