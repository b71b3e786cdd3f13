"""A book of two pages with the course's settings and extensions, in a project that has public addresses."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.test_site import ROOT

HOME = "https://someone.example/a/course"
HUB = "https://github.com/someone/course"
# What jupyter-book's command does, in a project with addresses.
BUILD = """
from cnn_course import addresses
addresses.urls = lambda: {urls!r}
from jupyter_book.cli.main import main
main(["build", "book", "-W", "-n", "--keep-going", *{options}])
"""
TOC = """
format: jb-book
root: intro
parts:
  - caption: The first part
    chapters:
      - file: second
"""
DESCRIPTION = 'A "page" of fifty characters & more, a < b, so that escapes show.'
PAGE = f"---\ndescription: '{DESCRIPTION}'\n---\n\n# Of {{}} & more\n\nWords.\n"


def git(folder: Path, *command: str, day: str = "2024-02-29") -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@b.example"]
    date = f"{day}T23:30:00-05:00"
    subprocess.run(
        ["git", *who, *command],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date},
        check=True,
        capture_output=True,
    )  # fmt: skip


def make(
    folder: Path, env: dict[str, str] | None = None, *, changed: bool = False
) -> subprocess.CompletedProcess[str]:
    """Build the book in a folder: all of it, or again after something was ``changed``."""
    urls = {"Homepage": HOME, "Repository": HUB}
    options = [] if changed else ["--all"]
    return subprocess.run(
        [sys.executable, "-c", BUILD.format(urls=urls, options=options)],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )


def write(folder: Path) -> Path:
    """Write a book of two pages, with the course's settings and extensions."""
    for name in ("assets", "extensions"):
        shutil.copytree(ROOT / "book" / name, folder / "book" / name)
    for name in ("_config.yml", "requirements.txt", "book/references.bib"):
        shutil.copy(ROOT / name, folder / name)
    release = folder / "exercises/release/01_filters"
    release.mkdir(parents=True)
    (release / "01_filters.ipynb").write_text("{}")
    (folder / "book/_toc.yml").write_text(TOC)
    for name in ("intro", "second"):
        page = folder / "book" / f"{name}.md"
        page.write_text(PAGE.format(name), encoding="utf-8")
    return folder


def beside(clone: Path, book: Path) -> Path:
    """Copy what the book's only commit does not hold."""
    shutil.copytree(
        book,
        clone,
        ignore=shutil.ignore_patterns("_build", ".git", "intro.md"),
        dirs_exist_ok=True,
    )
    return clone
