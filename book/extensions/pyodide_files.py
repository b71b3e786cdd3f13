"""Find Python for browsers: a folder or an archive of Pyodide's release, or its public address.

Pyodide brings NumPy and Matplotlib, which are not on PyPI for browsers. Of a local copy only what the
notebooks need is taken: all of it is 400 MB.
"""

import json
import shutil
import tarfile
import urllib.request
from collections.abc import Iterable, Iterator
from pathlib import Path

from jupyterlite_pyodide_kernel.constants import PYODIDE_PYTHON_VERSION

KERNEL = ("micropip", "ipython", "jedi")  # what JupyterLite's kernel starts with
COURSE = ("numpy", "matplotlib", "tqdm")
CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
START, LOCK = CORE[0], "pyodide-lock.json"


class NotFoundError(Exception):
    """There is no Pyodide where the setting says; the message says why."""


def address(setting: str) -> str | None:
    """Return the address that readers' browsers ask, or None for a local copy.

    Raises:
        NotFoundError: nothing answers there.
    """
    if not setting.startswith(("https://", "http://")):
        return None
    found = setting if setting.endswith(".mjs") else f"{setting.rstrip('/')}/{START}"
    try:
        request = urllib.request.Request(found, method="HEAD")
        urllib.request.urlopen(request, timeout=10).close()
    except (OSError, ValueError) as error:
        raise NotFoundError(f"{found} does not answer ({error})") from error
    return found


def local(setting: Path, scratch: Path) -> Path:
    """Return the folder of a local copy; an archive is unpacked into ``scratch``.

    Raises:
        NotFoundError: there is no Pyodide.
    """
    folder = setting.expanduser()
    if folder.is_file():
        try:
            with tarfile.open(folder) as archive:
                archive.extractall(scratch, filter="data")
        except (OSError, tarfile.TarError) as error:
            raise NotFoundError(f"{folder} cannot be unpacked ({error})") from error
        folder = scratch
    for place in (folder, folder / "pyodide"):
        if (place / START).is_file() and (place / LOCK).is_file():
            return place
    raise NotFoundError(f"{setting} holds no {START}")


def take(folder: Path, out: Path, wanted: Iterable[str] = (*KERNEL, *COURSE)) -> None:
    """Copy Pyodide, the packages that are wanted, and what these need.

    Raises:
        NotFoundError: a package is not there, or the kernel is made for another Python.
    """
    lock = json.loads((folder / LOCK).read_text(encoding="utf-8"))
    python = lock["info"]["python"]
    if not python.startswith(f"{PYODIDE_PYTHON_VERSION}."):
        raise NotFoundError(
            f"{folder} is for Python {python}, not {PYODIDE_PYTHON_VERSION}"
        )
    packages = dict(_with_needs(lock["packages"], wanted))
    files = [package["file_name"] for package in packages.values()]
    missing = [name for name in files if not (folder / name).is_file()]
    if missing:
        raise NotFoundError(f"{folder} has no {', '.join(missing)}")
    out.mkdir(parents=True)
    for name in (*CORE, *files):
        shutil.copy(folder / name, out)
    (out / LOCK).write_text(json.dumps({**lock, "packages": packages}), "utf-8")


def _with_needs(packages: dict, wanted: Iterable[str]) -> Iterator[tuple[str, dict]]:
    waiting, seen = list(wanted), set()
    while waiting:
        name = waiting.pop()
        key = name.lower().replace("_", "-")
        if key not in seen:
            seen.add(key)
            package = packages.get(key) or {"file_name": f"package {name}"}
            waiting += package.get("depends", [])
            yield key, package
