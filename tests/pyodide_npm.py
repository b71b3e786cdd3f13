"""A Pyodide for a test: npm's, which has Python and nothing else, with what JupyterLite's kernel needs.

NumPy and Matplotlib for browsers come with Pyodide's own release only, so notebooks run here without.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

from jupyterlite_pyodide_kernel.constants import (
    PYODIDE_PYTHON_VERSION,
    PYODIDE_VERSION,
)

from tests.fresh import closure

LOCK = "pyodide-lock.json"
UNUSED = {"pexpect", "ptyprocess", "psutil"}  # of IPython: other processes


class NotThereError(Exception):
    """npm, or something that it or pip fetches, cannot be had."""


def make(folder: Path, as_wheel: Callable[..., Path]) -> Path:
    """Write the distribution into a folder; ``as_wheel`` packs an installed project."""
    made = _fetched(folder)
    lock = json.loads((made / LOCK).read_text(encoding="utf-8"))
    packages = lock["packages"]
    names = closure("ipython", "jedi") - UNUSED
    for name in names:
        wheel = as_wheel(metadata.distribution(name), made)
        _enter(packages, name, wheel)
    _enter(packages, "micropip", next(made.glob("micropip-*.whl")))
    packages["ipython"]["depends"] = [_key(name) for name in names - {"ipython"}]
    (made / LOCK).write_text(json.dumps(lock), encoding="utf-8")
    return made


def add_empty(made: Path, name: str) -> None:
    """Put an empty project in the place of one that the release has: it installs, and does nothing."""
    lock = json.loads((made / LOCK).read_text(encoding="utf-8"))
    version = lock["packages"][name]["version"]
    wheel = made / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        head = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        archive.writestr(f"{info}/METADATA", head)
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    _enter(lock["packages"], name, wheel)
    (made / LOCK).write_text(json.dumps(lock), encoding="utf-8")


def _fetched(folder: Path) -> Path:
    if not shutil.which("npm"):
        raise NotThereError("npm is not installed")
    pack = ["npm", "pack", "--silent", f"pyodide@{PYODIDE_VERSION}"]
    _call(pack, folder)
    with tarfile.open(folder / f"pyodide-{PYODIDE_VERSION}.tgz") as archive:
        archive.extractall(folder, filter="data")
    made = folder / "package"
    lock = json.loads((made / LOCK).read_text(encoding="utf-8"))
    version = lock["packages"]["micropip"]["version"]
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    pip += ["--only-binary=:all:", f"--python-version={PYODIDE_PYTHON_VERSION}"]
    _call([*pip, f"--dest={made}", f"micropip=={version}"], folder)
    return made


def _call(command: list[str], folder: Path) -> None:
    ran = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False
    )
    if ran.returncode:
        raise NotThereError(f"{' '.join(command)}: {ran.stderr[-500:]}")


def _key(name: str) -> str:
    return name.lower().replace("_", "-")


def _enter(packages: dict, name: str, wheel: Path) -> None:
    package = packages.setdefault(_key(name), dict(packages["jedi"], imports=[]))
    package |= {
        "name": _key(name),
        "version": wheel.name.split("-")[1],
        "file_name": wheel.name,
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "depends": [],
    }
