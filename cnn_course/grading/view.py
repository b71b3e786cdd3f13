"""What a sandbox shows: Python, the libraries that an assignment lists, and the open part of this package.

A view is a folder, made once for an assignment and mounted read-only by every sandbox of it:

    libraries/    a name for each module or package to mount from site-packages
    course/       cnn_course with its reference taken out, and the files that run in there

Of the reference an assignment opens what its own locked cells import: assignment 8 trains with the layers
that were the task of assignment 7.
"""

import ast
import compileall
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module, metadata
from pathlib import Path
from py_compile import PycInvalidationMode
from types import ModuleType
from typing import Any

import numpy as np
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from cnn_course.grading import wire

PACKAGE = Path(__file__).parents[1]
OPEN = {"__init__", "datasets", "filters", "visualize"}
JUDGES = {"checks", "grading"}  # never opened
NO_CODE = ("*.py", "__pycache__")  # what made the data stays outside
INSIDE = ("forkserver.py", "runner.py", "shell.py", "syscalls.py", "wire.py")
ALWAYS = ("cnn-course", "ipython")  # what a student installs, and what runs the cells

CLOSED = '''"""Closed while your work is graded."""

raise ImportError(
    "{name} is not there while your work is graded: it holds the reference that your answers are "
    "compared with."
)
'''

CHECKS = '''"""The checks themselves run outside, in the grader; here is what the tasks need of them."""

import json
from pathlib import Path

import numpy as np


def _array(content):
    dtype, shape, numbers = content
    return np.array(numbers, dtype=dtype).reshape(shape)


_data = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
globals().update({name: _array(content) for name, content in _data.items()})


def __getattr__(name):
    if name.startswith("check"):
        return lambda *_, **__: print("This check runs in the grader.")
    raise AttributeError(f"{name} is not there while your work is graded.")
'''


def make(folder: Path, cells: Iterable[str], released: Path | None = None) -> None:
    """Make the view for an assignment.

    Args:
        folder: the new folder.
        cells: the sources of the locked cells, checks left out.
        released: the folder that students were given; files beside the notebook are put into their home.
    """
    trees = list(parsed(cells))
    course = folder / "course" / "cnn_course"
    course.mkdir(parents=True)
    opened = _opened(trees)
    for path in PACKAGE.iterdir():
        if path.stem in opened:
            copy = shutil.copytree if path.is_dir() else shutil.copyfile
            copy(path, course / path.name)
        elif path.name == "data":
            no_code = shutil.ignore_patterns(*NO_CODE)
            shutil.copytree(path, course / path.name, ignore=no_code)
        elif path.suffix == ".py" or (path / "__init__.py").exists():
            name = f"cnn_course.{path.stem}"
            text = CLOSED.format(name=name)
            (course / f"{path.stem}.py").write_text(text, encoding="utf-8")
    _show_checks(course, trees)
    for name in INSIDE:
        shutil.copyfile(Path(__file__).with_name(name), folder / "course" / name)
    files = folder / "course" / "files"
    files.mkdir()
    for path in released.iterdir() if released else ():
        if path.is_file() and path.suffix != ".ipynb" and path.name[0] != ".":
            shutil.copyfile(path, files / path.name)
    _font_list(folder / "course" / "matplotlib")
    compileall.compile_dir(
        folder / "course", quiet=2, invalidation_mode=PycInvalidationMode.UNCHECKED_HASH
    )
    libraries = folder / "libraries"
    libraries.mkdir()
    for path in sorted(_files_of(_distributions(trees))):
        (libraries / path.name).symlink_to(path)
    _readable(folder)


def parsed(cells: Iterable[str]) -> Iterator[ast.Module]:
    """Parse cells, without the lines that only IPython understands."""
    for source in cells:
        lines = [
            "pass" if line.lstrip()[:1] in ("%", "!", "?") else line
            for line in re.sub(r"^(\s*)%time ", r"\1", source, flags=re.M).splitlines()
        ]
        for text in (source, "\n".join(lines)):
            try:
                yield ast.parse(text)
                break
            except SyntaxError:  # or a cell magic's own language
                continue


def imports(trees: Iterable[ast.Module]) -> dict[str, str]:
    """Return what the cells import: each name and the dotted thing that it stands for."""
    found = {}
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                found[alias.asname or alias.name] = alias.name
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                found[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return found


def modules(cells: Iterable[str]) -> list[str]:
    """Return what is worth importing once for all notebooks of an assignment."""
    found = imports(parsed(cells)).values()
    names = {name for dotted in found for name in (dotted, dotted.rpartition(".")[0])}
    if any(name.startswith(("matplotlib", "cnn_course.visualize")) for name in names):
        names.add("matplotlib.backends.backend_agg")  # draws what cells show
    return sorted(names - {""})


def _opened(trees: list[ast.Module]) -> set[str]:
    """Return the parts of the package that the locked cells import, and those that these import in turn."""
    found, waiting = set(), set(OPEN)
    while waiting:
        found |= waiting
        for part in waiting:
            files = [PACKAGE / f"{part}.py", *(PACKAGE / part).glob("*.py")]
            texts = [f.read_text(encoding="utf-8") for f in files if f.exists()]
            trees = [*trees, *map(ast.parse, texts)]
        names = imports(trees).values()
        parts = {name.split(".")[1] for name in names if name[:11] == "cnn_course."}
        waiting = parts - found - JUDGES
    return found


def _show_checks(course: Path, trees: list[ast.Module]) -> None:
    """Put the numbers in place that locked cells show from a module of checks: no others, no targets."""
    (course / "checks.py").unlink(missing_ok=True)
    (course / "checks").mkdir()
    (course / "checks" / "__init__.py").write_text("", encoding="utf-8")
    for path in (PACKAGE / "checks").glob("[a-z]*.py"):
        stub = course / "checks" / path.name
        stub.write_text(CHECKS, encoding="utf-8")
        stub.with_suffix(".json").write_text("{}", encoding="utf-8")
    for name, dotted in imports(trees).items():
        if dotted.startswith("cnn_course.checks."):
            module = dotted.removeprefix("cnn_course.checks.").split(".")[0]
            shown = _shown(import_module(f"cnn_course.checks.{module}"), name, trees)
            file = course / "checks" / f"{module}.json"
            shown |= json.loads(file.read_text(encoding="utf-8"))
            file.write_text(json.dumps(shown), encoding="utf-8")


def _shown(module: ModuleType, name: str, trees: list[ast.Module]) -> dict[str, Any]:
    used = {
        node.attr
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == name
    }
    found = {attribute: getattr(module, attribute, None) for attribute in used | {name}}
    return {
        attribute: [value.dtype.str, value.shape, value.ravel().tolist()]
        for attribute, value in found.items()
        if isinstance(value, np.ndarray) and value.dtype.str in wire.DTYPES
    }


def _distributions(trees: list[ast.Module]) -> set[str]:
    """Return the installed projects that an assignment lists by importing them, and what those need."""
    found = _with_needs(ALWAYS)
    names = {dotted.split(".")[0] for dotted in imports(trees).values()}
    names -= set(sys.stdlib_module_names) | {"cnn_course"} | found
    if names:
        projects = metadata.packages_distributions()
        found |= _with_needs(p for name in names for p in projects.get(name, []))
    return found - {"cnn-course"}


def _with_needs(projects: Iterable[str]) -> set[str]:
    waiting, found = list(projects), set()
    while waiting:
        project = canonicalize_name(waiting.pop())
        if project in found:
            continue
        try:
            needs = metadata.requires(project) or []
        except metadata.PackageNotFoundError:
            continue
        found.add(project)
        for need in map(Requirement, needs):
            if not need.marker or need.marker.evaluate({"extra": ""}):
                waiting.append(need.name)
    return found


def _files_of(projects: set[str]) -> set[Path]:
    """Return the modules and folders in site-packages that belong to some projects."""
    found = set()
    for project in projects:
        distribution = metadata.distribution(project)
        for file in distribution.files or []:
            top = file.parts[0]
            if top not in ("..", "__pycache__") and not top.endswith(".pth"):
                found.add(Path(str(distribution.locate_file(top))))
    return {path for path in found if path.exists()}


def _font_list(folder: Path) -> None:
    """Copy Matplotlib's list of fonts, which each sandbox would make again for a quarter of a second."""
    folder.mkdir()
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    own = os.environ.get("MPLCONFIGDIR") or cache / "matplotlib"
    if not any(Path(own).glob("fontlist-*.json")):
        program = "import matplotlib.font_manager"
        subprocess.run(
            [sys.executable, "-c", program], check=False, capture_output=True
        )
    for path in Path(own).glob("fontlist-*.json"):
        shutil.copyfile(path, folder / path.name)


def _readable(folder: Path) -> None:
    """Let everybody read the view: a sandbox is not run by the person who grades."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() else 0o644)
