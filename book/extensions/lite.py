"""Let notebooks run in the browser: JupyterLite in the site's folder `lite`, where a Pyodide is named.

CNN_COURSE_PYODIDE in the environment names it, or `lite_pyodide` in _config.yml: a folder or an archive
of Pyodide's release, or its public address. Without it the site has no such part, and no button for it.

This calls JupyterLite itself: jupyterlite-sphinx would put a script with inline handlers on every page.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from importlib import metadata
from pathlib import Path
from typing import Any

import nbformat
import notebooks
import own_wheel
import pyodide_files
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from cnn_course import addresses

LOGGER = logging.getLogger(__name__)
INSTALL = "%pip install -q cnn-course"
OUT = (
    "Notebooks in the browser are left out: %s. CONTRIBUTING.md says how to have them."
)
BROUGHT = ("comm",)  # what JupyterLite's kernel needs and Pyodide does not have
KERNEL = "@jupyterlite/pyodide-kernel-extension"
PYODIDE = "static/pyodide"  # in the lite part


def fits(notebook: nbformat.NotebookNode) -> bool:
    """Say whether NumPy is enough for a notebook: there is no Keras for browsers."""
    return not addresses.extras_for(notebooks.code_of(notebook))


def build(
    out: Path, contents: dict[str, nbformat.NotebookNode], pyodide: Path | str
) -> None:
    """Write JupyterLite with these notebooks, by their paths, and the package for them.

    ``pyodide`` is the folder that it is copied from, or its address.
    """
    local = isinstance(pyodide, Path)
    url = f"./{PYODIDE}/{pyodide_files.START}" if local else pyodide
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for path, notebook in contents.items():
            place = folder / "files" / path
            place.parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(with_install(notebook), place)
        (folder / "pypi").mkdir()
        own_wheel.build(folder / "pypi")
        for name in BROUGHT:
            as_wheel(metadata.distribution(name), folder / "pypi")
        # No other place is asked for packages, so that no request leaves the site.
        settings = {
            f"{KERNEL}:kernel": {"disablePyPIFallback": True, "pyodideUrl": url}
        }
        config = {"appName": "From Pixels to Inception", "litePluginSettings": settings}
        write(folder / "jupyter-lite.json", {"jupyter-config-data": config})
        kernel = Path(sys.prefix, "share/jupyter/labextensions", KERNEL)
        extensions = {"federated_extensions": [str(kernel)]}
        write(folder / "jupyter_lite_config.json", {"LiteBuildConfig": extensions})
        command = [sys.executable, "-m", "jupyterlite_core", "build", "--no-sourcemaps"]
        command += ["--ignore-sys-prefix", "--no-unused-shared-packages"]
        command += ["--apps=notebooks", "--contents=files"]
        command += [f"--output-dir={out.resolve()}"]
        ran = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, check=False
        )
    if ran.returncode:
        raise RuntimeError(f"jupyter lite: {ran.stdout[-2000:]}{ran.stderr[-2000:]}")
    if local:  # only now: JupyterLite empties the folder first
        shutil.copytree(pyodide, out / PYODIDE)


def write(path: Path, settings: dict[str, Any]) -> None:
    """Write a file of settings for JupyterLite."""
    whole = {"jupyter-lite-schema-version": 0, **settings}
    path.write_text(json.dumps(whole), encoding="utf-8")


def with_install(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return the notebook with a first cell that fetches the package from the site."""
    made = nbformat.from_dict(notebook)
    made.cells = [cell for cell in made.cells if "find_spec(" not in cell.source]
    made.cells.insert(0, nbformat.v4.new_code_cell(INSTALL, id="install"))
    made.metadata["kernelspec"] = {"name": "python", "display_name": "Python (Pyodide)"}
    return made


def as_wheel(project: metadata.Distribution, out: Path) -> Path:
    """Pack an installed project of pure Python as the wheel that it came from."""
    name = re.sub(r"[-.]+", "_", project.metadata["Name"])
    path = out / f"{name}-{project.version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in project.files or []:
            if file.parts[0] != ".." and file.suffix not in {".pyc", ".so"}:
                archive.write(file.locate(), str(file))
    return path


def _find(app: Sphinx) -> None:
    """Look for Pyodide, before the pages are written: their buttons depend on it."""
    app.pyodide = None
    if app.builder.name == "html":
        setting = os.environ.get("CNN_COURSE_PYODIDE") or app.config.lite_pyodide
        try:
            app.pyodide = _pyodide(setting, Path(app.doctreedir) / "pyodide")
        except pyodide_files.NotFoundError as error:
            LOGGER.info(OUT, error)


def _pyodide(setting: str, taken: Path) -> Path | str:
    """Return the address of Pyodide, or the folder into which what is needed of it was copied."""
    if not setting:
        raise pyodide_files.NotFoundError("no Pyodide is named")
    if url := pyodide_files.address(setting):
        return url
    shutil.rmtree(taken, ignore_errors=True)
    with tempfile.TemporaryDirectory() as scratch:
        place = pyodide_files.local(notebooks.ROOT / setting, Path(scratch))
        pyodide_files.take(place, taken)
    return taken


def _choose(app: Sphinx, _env: BuildEnvironment) -> list[str]:
    """Choose the notebooks that fit, by their paths: chapters, and the students' assignments."""
    app.lite_contents = {}
    if not app.pyodide:
        return []  # pages to read again
    found = {
        f"chapters/{page}.ipynb": notebooks.as_notebook(Path(app.env.doc2path(page)))
        for page in sorted(app.env.found_docs)
        if notebooks.is_chapter(app, page)
    }
    for path in sorted(notebooks.RELEASE.glob("*/*.ipynb")):
        found[f"exercises/{path.name}"] = nbformat.read(path, 4)
    app.lite_contents = {
        path: notebook for path, notebook in found.items() if fits(notebook)
    }
    return []


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and app.pyodide:
        build(Path(app.outdir) / "lite", app.lite_contents, app.pyodide)
        LOGGER.info(f"{len(app.lite_contents)} notebooks run in the browser.")


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx; the extension `notebooks` links to what is chosen here."""
    app.add_config_value("lite_pyodide", "", "html")
    app.connect("builder-inited", _find)
    app.connect("env-updated", _choose)
    app.connect("build-finished", _write, priority=400)  # before the report
    return {"parallel_read_safe": True, "parallel_write_safe": True}
