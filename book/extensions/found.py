"""Tell search engines and messengers what a page is, and readers when it was changed and what they missed.

Each page has a `description` in its front matter, in words of its own, where Jupyter Book 2 looks for it too.
Addresses in tags, card and sitemap must be absolute, so these are written where the site's address is known
(addresses.py). `sphinx_sitemap` writes the map, `notfound` the page for an address that leads nowhere, and
`sphinx_last_updated_by_git` the dates.
"""

from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from card import ALT, SIZE, draw
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from cnn_course import addresses

LOGGER = logging.getLogger(__name__)
LENGTH = range(50, 161)  # characters of a description that search engines show whole
CARD = "_static/card.png"
LOST = "404"
NOT_FOUND = [f"{LOST}.html", "search.html", "genindex.html", "py-modindex.html"]
INDEX = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta http-equiv="refresh" content="0; url={first}">
<link rel="icon" href="data:,">
</head>
<body>
<p><a href="{first}">{title}</a></p>
</body>
</html>
"""


def _set_up(app: Sphinx, config: Config) -> None:
    site = addresses.site()
    config.notfound_urls_prefix = urlsplit(site or "").path.rstrip("/") + "/"
    # Without git, or in a clone without its history, a page has no date.
    config.suppress_warnings = [*config.suppress_warnings, "git"]
    config.git_untracked_show_sourcelink = True
    if site:
        config.sitemap_url_scheme = "{link}"
        config.sitemap_excludes = NOT_FOUND
        config.sitemap_show_lastmod = True


def _describe(
    app: Sphinx, page: str, _template: str, context: dict[str, Any], _tree: Any
) -> None:
    if f"{page}.html" in NOT_FOUND:
        robots = '<meta name="robots" content="noindex">'
        context["metatags"] = context.get("metatags", "") + robots
    if page == LOST:
        context["content_root"] = app.config.notfound_urls_prefix
    if page not in app.env.found_docs:
        return
    text = app.env.metadata[page].get("description", "")
    if len(text) not in LENGTH:
        LOGGER.warning(
            f"`description` in its front matter has {len(text)} characters, not "
            f"{LENGTH[0]} to {LENGTH[-1]}",
            location=page,
        )
    title = app.env.titles[page].astext()
    context["metatags"] += "\n" + "\n".join(tags(app, page, title, text))


def tags(app: Sphinx, page: str, title: str, text: str) -> list[str]:
    """Return the meta elements of a page: its description, Open Graph's, and the card's."""
    found = {
        "og:type": "website" if page == app.config.root_doc else "article",
        "og:site_name": app.config.html_title or app.config.project,
        "og:title": title,
        "og:description": text,
    }
    if site := addresses.site():
        root = site.rstrip("/") + "/"
        found |= {
            "og:url": f"{root}{page}.html",
            "og:image": root + CARD,
            "og:image:alt": ALT,
            "og:image:width": str(SIZE[0]),
            "og:image:height": str(SIZE[1]),
        }
    card = "summary_large_image" if site else "summary"
    named = {"description": text, "twitter:card": card}
    return [
        *(f'<meta name="{key}" content="{escape(named[key])}">' for key in named),
        *(f'<meta property="{key}" content="{escape(found[key])}">' for key in found),
    ]


def _keep_sources(app: Sphinx, env: BuildEnvironment) -> None:
    # Where git is missing, every page would lose its download button.
    for page, found in env.git_last_updated.items():
        env.git_last_updated[page] = found or (None, True)
    app.config.notfound_context = {
        "title": "Page not found",
        "pagetitle": "Page not found",
        "body": lost(app),
    }


def lost(app: Sphinx) -> str:
    """Return what a reader sees whose address leads nowhere: a search, and the parts of the book."""
    prefix, env = app.config.notfound_urls_prefix, app.env
    parts = []
    for part in env.get_doctree(app.config.root_doc).findall(addnodes.toctree):
        links = "".join(
            f'<li><a href="{prefix}{page}.html">{escape(env.titles[page].astext())}</a></li>\n'
            for _, page in part["entries"]
            if page in env.titles
        )
        parts.append(
            f"<h2>{escape(part.get('caption') or '')}</h2>\n<ul>\n{links}</ul>"
        )
    return f"""<section>
<h1>Page not found</h1>
<p>There is no page at this address. It may have moved, or the address may have a wrong letter.</p>
<form role="search" action="{prefix}search.html" method="get">
<p><label>Search the book <input type="search" name="q"></label> <button type="submit">Search</button></p>
</form>
<p>Or begin at the <a href="{prefix}{app.config.root_doc}.html">first page</a>, or with a chapter:</p>
{chr(10).join(parts)}
</section>"""


def _write_files(app: Sphinx, exception: Exception | None) -> None:
    if exception or app.builder.name != "html":
        return
    out = Path(app.outdir)
    # sphinx_external_toc would write one without a language or a title.
    index = {
        "language": app.config.language,
        "title": app.config.html_title or app.config.project,
        "first": f"{app.config.root_doc}.html",
    }
    (out / "index.html").write_text(INDEX.format(**index), encoding="utf-8")
    if site := addresses.site():
        draw(out / CARD)
        # Crawlers read it at the root of a host only; it does no harm elsewhere.
        robots = f"User-agent: *\nSitemap: {site.rstrip('/')}/sitemap.xml\n"
        (out / "robots.txt").write_text(robots, encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx, before the libraries read their settings, and before others write an index."""
    app.setup_extension("notfound.extension")
    app.setup_extension("sphinx_last_updated_by_git")
    if addresses.site():
        app.setup_extension("sphinx_sitemap")
    app.connect("config-inited", _set_up, priority=100)
    app.connect("env-updated", _keep_sources, priority=900)
    app.connect("html-page-context", _describe, priority=900)
    app.connect("build-finished", _write_files, priority=100)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
