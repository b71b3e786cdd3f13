"""The course's public addresses, set in one place: `[project.urls]` in pyproject.toml.

What needs an address asks here, and leaves the link out while the answer is None.
After a change: `make env`, then `make addresses`, which renews CITATION.cff.
"""

import re
import sys
import tomllib
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[1]


def urls() -> dict[str, str]:
    """Return `[project.urls]`: from pyproject.toml, or else from the installed metadata."""
    pyproject = ROOT / "pyproject.toml"
    if pyproject.exists():
        found = tomllib.loads(pyproject.read_text(encoding="utf-8"))
        project = found.get("project", {})
        # Not another project's, beside site-packages.
        if project.get("name") == "cnn-course":
            return project.get("urls", {})
    lines = metadata.metadata("cnn-course").get_all("Project-URL") or []
    return dict(line.split(", ", 1) for line in lines)


def repository() -> str | None:
    """Return the address of the source repository, or None while there is none."""
    return urls().get("Repository")


def site() -> str | None:
    """Return the address of the published book, or None while there is none."""
    return urls().get("Homepage")


def extras_for(code: str) -> list[str]:
    """Return the extras of the package that a notebook's code needs.

    >>> extras_for("import numpy"), extras_for("from keras import layers")
    ([], ['keras'])
    """
    modules = r"^\s*(?:import|from) (?:keras|tensorflow|cnn_course\.models)\b"
    return ["keras"] if re.search(modules, code, flags=re.M) else []


def requirement(extras: Iterable[str] = ()) -> str:
    """Return the package as pip writes it, with extras.

    >>> requirement(["keras"])
    'cnn-course[keras]'
    """
    inside = ",".join(extras)
    return f"cnn-course[{inside}]" if inside else "cnn-course"


def install_command(extras: Iterable[str] = ()) -> str | None:
    """Return what a notebook runs to install the package where it is missing, or None."""
    address = repository()
    if address is None:
        return None
    return f'%pip install -q "{requirement(extras)} @ git+{address}"'


def install_cell(extras: Iterable[str] = ()) -> str | None:
    """Return the code of a notebook's first cell, which installs the package if need be, or None.

    An extra is named like what it brings, and is left alone where that is there: Colab has a Keras.
    """
    if repository() is None:
        return None
    lines = ["from importlib.util import find_spec", ""]
    for module, wanted in [("cnn_course", []), *((extra, [extra]) for extra in extras)]:
        lines += [f'if not find_spec("{module}"):', f"    {install_command(wanted)}"]
    return "\n".join(lines)


def colab(notebook: str) -> str | None:
    """Return the link that opens a notebook of the `notebooks` branch in Google Colab, or None.

    Colab opens only what lies on GitHub, so other hosts have no such link.
    """
    name = _on_github()
    if name is None:
        return None
    return f"https://colab.research.google.com/github/{name}/blob/notebooks/{notebook}"


def binder(notebook: str) -> str | None:
    """Return the link that opens a notebook of the `notebooks` branch in Binder, or None."""
    name = _on_github()
    if name is None:
        return None
    place = quote(f"lab/tree/{notebook}", safe="")
    return f"https://mybinder.org/v2/gh/{name}/notebooks?urlpath={place}"


def _on_github() -> str | None:
    pattern = r"https://github\.com/([^/]+/[^/]+?)(\.git)?/?"
    match = re.fullmatch(pattern, repository() or "")
    return match[1] if match else None


def with_addresses(citation: str, found: dict[str, str]) -> str:
    """Return the text of CITATION.cff with the addresses put in, or taken out where there are none."""
    lines = [
        line
        for line in citation.splitlines()
        if not re.match(r"(repository-code|url):", line)
    ]
    for key, name in (("repository-code", "Repository"), ("url", "Homepage")):
        if name in found:
            lines.append(f"{key}: {found[name]}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    path = ROOT / "CITATION.cff"
    if not path.exists():
        sys.exit(f"{path} is missing: run this in a checkout of the course.")
    path.write_text(
        with_addresses(path.read_text(encoding="utf-8"), urls()), encoding="utf-8"
    )
