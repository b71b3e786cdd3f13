"""Write a Content-Security-Policy into every page, and move what it forbids into files.

The policy allows no script and no style within a page, and nothing from elsewhere. `file:` stands in it for
a site that is opened from a folder; a page on a server can load nothing from there.
"""

import hashlib
import re
from pathlib import Path

from sphinx.application import Sphinx

OWN = "'self' file:"
POLICY = {
    "default-src": "'none'",
    "script-src": OWN,
    "style-src": OWN,
    "img-src": f"{OWN} data:",  # pictures within pages and stylesheets
    "font-src": OWN,
    "connect-src": OWN,  # the search reads pages for its excerpts
    "base-uri": "'none'",
    "form-action": OWN,  # the search
    "object-src": "'none'",
}
META = '<meta http-equiv="Content-Security-Policy" content="{}">'.format(
    "; ".join(f"{kind} {sources}" for kind, sources in POLICY.items())
)
STYLES = "attributes.css"

# What is known to be written into pages, each pattern with what takes its place; the rest of it is done by
# assets/first.js and assets/page.js.
MOVED = (
    (
        r'<script data-cfasync="false">[^<]*dataset\.theme[^<]*</script>',
        '<script src="{root}_static/first.js"></script>',
    ),
    (
        r"(<noscript>\s*)<style>\s*\.pst-js-only \{ display: none !important; \}\s*</style>",
        r'\1<link rel="stylesheet" href="{root}_static/no_scripts.css">',
    ),
    (r"<script>(?:let|var) toggle\w+ = [^<]*</script>\s*", ""),
    (r"<script>DOCUMENTATION_OPTIONS\.\w+ = [^<]*</script>\s*", ""),
    (r"<script>window\.MathJax = [^<]*</script>\s*", ""),
    (r"<script>\s*// Activate the search field[^<]*</script>\s*", ""),
    (r'\bonclick="window\.print\(\)"', 'data-do="print"'),
    (r'\bonclick="toggleFullScreen\(\)"', 'data-do="fullscreen"'),
    # Without scripts the theme has no colours for "auto".
    (r'(<html [^>]*)data-theme="auto"', r'\1data-theme="light"'),
)
STYLED = re.compile(r'<[a-z][^<>]* style="[^<>]*>')


def strict(html: str, rules: dict[str, str]) -> str:
    """Return a page that keeps to the policy; styles of its elements go into ``rules``, by class."""
    if META in html:  # a build that wrote other pages only
        return html
    found = re.search(r'href="([^"]*)_static/', html)
    root = found[1] if found else ""
    for pattern, other in MOVED:
        html = re.sub(pattern, other.replace("{root}", root), html)
    html = STYLED.sub(lambda tag: _classed(tag[0], rules), html)
    sheet = f'<link rel="stylesheet" href="{root}_static/{STYLES}">\n'
    html = html.replace("</head>", f"{sheet}</head>", 1)
    return re.sub(
        r'(?<=<meta charset="utf-8")(?: /)?>', rf">\n    {META}", html, count=1
    )


def _classed(tag: str, rules: dict[str, str]) -> str:
    style = re.search(r' style="([^"]*)"', tag)
    name = "style-" + hashlib.sha256(style[1].encode()).hexdigest()[:8]
    rules[name] = style[1]
    tag = tag.replace(style[0], "", 1)
    if ' class="' in tag:
        return tag.replace(' class="', f' class="{name} ', 1)
    return re.sub(r"^<\w+", rf'\g<0> class="{name}"', tag)


def sheet(rules: dict[str, str]) -> str:
    """Return a stylesheet; a style in an attribute goes before all others, so each is important."""
    lines = []
    for name, style in sorted(rules.items()):
        parts = [part.strip() for part in style.split(";") if part.strip()]
        lines.append(
            f".{name} {{ {' '.join(f'{part} !important;' for part in parts)} }}\n"
        )
    return "".join(lines)


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception or app.builder.name != "html":
        return
    rules: dict[str, str] = {}
    for page in sorted(Path(app.outdir).glob("*.html")):
        page.write_text(
            strict(page.read_text(encoding="utf-8"), rules), encoding="utf-8"
        )
    Path(app.outdir, "_static", STYLES).write_text(sheet(rules), encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx, after what others do to finished pages."""
    app.add_js_file("page.js", loading_method="defer")
    app.connect("build-finished", _write, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
