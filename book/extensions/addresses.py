"""Give the theme the public addresses, where they are known: `[project.urls]` in pyproject.toml."""

from sphinx.application import Sphinx
from sphinx.config import Config

from cnn_course import addresses


def _set_addresses(_: Sphinx, config: Config) -> None:
    repository, site = addresses.repository(), addresses.site()
    if site:
        config.html_baseurl = site.rstrip("/") + "/"  # canonical links
    options = config.html_theme_options
    # jupyter-book fills these with its own repository when nothing is said.
    options["repository_url"] = repository or ""
    options["repository_branch"] = "main"
    options["path_to_docs"] = "book"
    for button in (
        "use_repository_button",
        "use_edit_page_button",
        "use_issues_button",
    ):
        options[button] = bool(repository)


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx, before the theme reads its options."""
    app.connect("config-inited", _set_addresses, priority=100)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
