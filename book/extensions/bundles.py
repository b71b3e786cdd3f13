"""Join what all pages load into one stylesheet and one script, without the rules that no page uses.

A telephone waits for each file, and the theme's styles are those of every site that it could be.
The letters of its icon fonts are cut down to the icons that are there.
"""

import logging
import posixpath
import re
import zlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import tinycss2
from fontTools import subset
from fontTools.ttLib import TTFont
from sphinx.application import Sphinx

# Loaded by a template or a theme, and of no use here: icons come from a font, and the search has its page.
UNUSED = re.compile(
    r'\s*<script [^>]*src="[^"]*fontawesome\.js[^"]*"></script>'
    r'|\s*<link rel="preload" as="script"[^>]*>'
)
SEARCH = re.compile(
    r'\s*<script src="[^"]*(?:searchtools|language_data|searchindex)\.js[^"]*"></script>'
)
# Each file: where the site begins, which differs on the page for a wrong address, and its name there.
SHEET = re.compile(r'<link [^>]*href="([^":?]*)(_static/[^"?]*\.css)[^>]*>\s*')
SCRIPT = re.compile(
    r'<script (?:defer(?:="defer")? )?src="([^":?]*)(_static/[^"?]*\.js)[^>]*></script>\s*'
)
APART = ("first.js", "no_scripts.css")  # loaded in a way of their own
URL = re.compile(r"""url\(\s*["']?(?!data:|#)([^"')]+)["']?\s*\)""")
IMPORT = re.compile(r"""@import\s+["']([^"']+)["'];""")
CLASSES = re.compile(r'class="([^"]*)"')
ICON = re.compile("[\ue000-\uf8ff]")  # tinycss2 writes letters without escapes
FONT = re.compile(r"src:\s*url\(([^)]+)\.woff2\)[^;}]*")


def read(sheet: Path, folder: Path) -> str:
    """Return a stylesheet as if it lay in another folder, with what it imports."""
    text = sheet.read_text(encoding="utf-8")
    text = IMPORT.sub(lambda found: read(sheet.parent / found[1], sheet.parent), text)
    place = posixpath.relpath(sheet.parent.as_posix(), folder.as_posix())
    return URL.sub(
        lambda found: f"url({posixpath.normpath(posixpath.join(place, found[1]))})",
        text,
    )


def used(css: str, names: set[str]) -> str:
    """Return the rules of a stylesheet that can apply to elements whose classes are all in ``names``."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return "\n".join(_used(rules, names))


def _used(rules: list[Any], names: set[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            kept = [part for part in _selectors(rule.prelude) if _applies(part, names)]
            if kept:
                head = ",".join(tinycss2.serialize(part).strip() for part in kept)
                yield f"{head}{{{tinycss2.serialize(rule.content).strip()}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in {"media", "supports"}:
            inner = tinycss2.parse_rule_list(rule.content, True, True)
            if body := "\n".join(_used(inner, names)):
                head = tinycss2.serialize(rule.prelude).strip()
                yield f"@{rule.at_keyword} {head}{{{body}}}"
        elif rule.type != "error":
            yield rule.serialize()


def _selectors(tokens: list[Any]) -> Iterator[list[Any]]:
    part: list[Any] = []
    for token in tokens:
        if token == ",":
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _applies(selector: list[Any], names: set[str]) -> bool:
    # What stands in brackets, as in :not(.other), is not looked at.
    return all(
        name.value in names
        for dot, name in pairwise(selector)
        if dot == "." and name.type == "ident"
    )


def cut_fonts(css: str, folder: Path) -> str:
    """Cut each icon font to the icons of a stylesheet in ``folder``, and return it with the new files."""
    icons = set(map(ord, ICON.findall(css)))

    def cut(found: re.Match[str]) -> str:
        letters = TTFont(folder / f"{found[1]}.ttf")
        small = subset.Subsetter(subset.Options(layout_features=[], hinting=False))
        small.populate(unicodes=icons)
        small.subset(letters)
        letters.flavor = "woff"
        letters.save(folder / f"{found[1]}.icons.woff")
        return f'src:url({found[1]}.icons.woff) format("woff")'

    return FONT.sub(cut, css)


def common(pages: dict[Path, str], files: re.Pattern[str]) -> list[str]:
    """Return the names of the files that every page loads, in their order."""
    lists = [[name for _, name in files.findall(text)] for text in pages.values()]
    shared = set.intersection(*map(set, lists))
    return [
        name
        for name in dict.fromkeys(lists[0])
        if name in shared and not name.endswith(APART)
    ]


def joined(html: str, files: re.Pattern[str], shared: list[str], tag: str) -> str:
    """Return a page that loads one file, by ``tag``, in the place of the first of those that it holds."""
    first = iter([tag + "\n"])
    return files.sub(
        lambda found: (
            next(first, "").replace("{root}", found[1])
            if found[2] in shared
            else found[0]
        ),
        html,
    )


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception or app.builder.name != "html":
        return
    out = Path(app.outdir)
    pages = {
        page: page.read_text(encoding="utf-8") for page in sorted(out.glob("*.html"))
    }
    # All but the page that only leads to the first one, which loads nothing.
    pages = {page: lean(text) for page, text in pages.items() if "first.js" in text}
    scripts, sheets = common(pages, SCRIPT), common(pages, SHEET)
    program = "\n;\n".join((out / name).read_text(encoding="utf-8") for name in scripts)
    program = re.sub(r"^//# sourceMappingURL=.*$", "", program, flags=re.M)
    styles = _styles(out, sheets, pages, program)
    for name, text in (("site.js", program), ("site.css", styles)):
        (out / "_static" / name).write_text(text, encoding="utf-8")
    script = f'<script defer src="{{root}}_static/site.js?v={zlib.crc32(program.encode()):08x}"></script>'
    style = f'<link rel="stylesheet" href="{{root}}_static/site.css?v={zlib.crc32(styles.encode()):08x}">'
    for page, text in pages.items():
        one = joined(text, SCRIPT, scripts, script)
        page.write_text(joined(one, SHEET, sheets, style), encoding="utf-8")


def lean(html: str) -> str:
    """Return a page without scripts that do nothing on it; the others wait until it is read."""
    html = UNUSED.sub("", html)
    if 'id="search-results"' not in html:
        html = SEARCH.sub("", html)
    return re.sub(r'<script src="(?![^"]*first\.js)', '<script defer src="', html)


def _styles(out: Path, sheets: list[str], pages: dict[Path, str], program: str) -> str:
    names = set(re.findall(r"[\w-]+", program))
    for script in (out / "_static" / "bundles").glob("*.js"):
        names.update(re.findall(r"[\w-]+", script.read_text(encoding="utf-8")))
    for text in pages.values():
        names.update(" ".join(CLASSES.findall(text)).split())
    folder = out / "_static"
    css = "\n".join(read(out / name, folder) for name in sheets)
    return cut_fonts(used(css, names), folder)


def _write_all(app: Sphinx) -> None:
    """Have every page written in every build: one that was finished before knows no separate files."""
    app.builder.get_outdated_docs = lambda: "all pages, which share their files"


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx, after everything else that is done to finished pages."""
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    app.connect("builder-inited", _write_all)
    app.connect("build-finished", _write, priority=950)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
