"""An environment in which the package was installed, with what it asks for, and nothing else.

It is a new one with a wheel of the package; the other projects are linked from the environment of the
tests, because they are large.
"""

import os
import subprocess
import sys
import venv
from importlib import metadata
from pathlib import Path

import nbformat
from packaging.requirements import Requirement

JUPYTER = ("ipykernel", "nbclient")  # who opens a notebook has them
HIDDEN = ("PYTHONPATH", "PYTHONHOME", "JUPYTER_PATH")


def closure(*wanted: str) -> set[str]:
    """Return the names of the projects that these requirements lead to, themselves included."""
    found: set[tuple[str, str]] = set()
    waiting = [Requirement(line) for line in wanted]
    while waiting:
        requirement = waiting.pop()
        for extra in {"", *requirement.extras}:
            name = metadata.metadata(requirement.name)["Name"]
            if (name, extra) in found:
                continue
            found.add((name, extra))
            needs = map(Requirement, metadata.requires(name) or [])
            waiting += [
                need
                for need in needs
                if need.marker is None or need.marker.evaluate({"extra": extra})
            ]
    return {name for name, _ in found}


def make(folder: Path, wheel: Path, *wanted: str) -> Path:
    """Make an environment with the package and what these requirements lead to; return its Python."""
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    packages = next(folder.glob("lib/python*/site-packages"))
    for name in closure(*wanted) - {"cnn-course"}:
        link(metadata.distribution(name), packages)
    install = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet"]
    install += ["--no-deps", "--no-index", "--disable-pip-version-check", wheel]
    subprocess.run(install, check=True)
    return python


def link(project: metadata.Distribution, packages: Path) -> None:
    """Link the folders and modules of a project into another place for packages."""
    tops = {file.parts[0] for file in project.files or []} - {"..", "__pycache__"}
    for top in tops:
        place = packages / top
        if not place.exists():
            place.symlink_to(Path(project.locate_file(top)))


def variables(folder: Path) -> dict[str, str]:
    """Return the environment's variables for a notebook that finds nothing of this computer's."""
    kept = {key: value for key, value in os.environ.items() if key not in HIDDEN}
    return {**kept, "KERAS_HOME": str(folder / "keras")}


def call(python: Path, code: str, folder: Path) -> str:
    """Run code in a folder, and return what it prints."""
    ran = subprocess.run(
        [python, "-c", code],
        cwd=folder,
        env=variables(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    return ran.stdout


def run(
    notebook: nbformat.NotebookNode, python: Path, folder: Path, errors: bool = False
) -> None:
    """Run a notebook alone in a folder; with ``errors`` go on after a cell that fails."""
    place = folder / "alone" / "notebook.ipynb"
    place.parent.mkdir()
    nbformat.write(notebook, place)
    options = ["--inplace", "--timeout=300", *(["--allow-errors"] if errors else [])]
    # `jupyter execute`, whose script is not linked
    code = f"from nbclient.cli import main; main([*{options!r}, {str(place)!r}])"
    call(python, code, place.parent)
    notebook.cells = nbformat.read(place, 4).cells
