"""Notebooks in the browser: JupyterLite beside the book, where a Pyodide is named."""

import functools
import json
import re
import tarfile
import threading
import zipfile
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module, metadata
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, ClassVar

import nbformat
import pytest
from playwright.sync_api import Browser

from tests import pyodide_npm

pytestmark = pytest.mark.xdist_group("lite")

ROOT = Path(__file__).resolve().parents[1]
CELL = "from cnn_course import shapes\nprint('side', shapes.output_size(29, 5, 3))"


@pytest.fixture(scope="module")
def lite() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "book" / "extensions"))
        yield import_module("lite")


def notebook(*sources: str) -> nbformat.NotebookNode:
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    return nbformat.v4.new_notebook(cells=cells)


def release(folder: Path, *, python: str = "3.14.2", numpy: bool = True) -> Path:
    """Write what a release of Pyodide looks like from outside."""
    files = pyodide_files()
    folder.mkdir(parents=True, exist_ok=True)
    names = [*files.KERNEL, *files.COURSE, "parso", "scipy"]
    packages = {
        name: {"file_name": f"{name}.whl", "depends": ["Parso"] * (name == "jedi")}
        for name in names
    }
    lock = {"info": {"python": python}, "packages": packages}
    (folder / files.LOCK).write_text(json.dumps(lock), encoding="utf-8")
    for name in [*files.CORE, *(f"{name}.whl" for name in names)]:
        (folder / name).write_text(name, encoding="utf-8")
    if not numpy:
        (folder / "numpy.whl").unlink()
    return folder


def pyodide_files() -> ModuleType:
    return import_module("pyodide_files")


def app(setting: str, tmp_path: Path) -> Any:
    return SimpleNamespace(
        builder=SimpleNamespace(name="html"),
        config=SimpleNamespace(lite_pyodide=setting),
        doctreedir=tmp_path / "trees",
    )


def find(lite: ModuleType, setting: object, tmp_path: Path) -> Path | str | None:
    made = app(str(setting), tmp_path)
    lite._find(made)
    return made.pyodide


def test_of_a_local_release_the_needed_packages_are_taken(
    lite: ModuleType, tmp_path: Path
) -> None:
    taken = find(lite, release(tmp_path / "full"), tmp_path)
    assert (taken / "parso.whl").exists()
    assert (taken / "numpy.whl").exists()
    assert not (taken / "scipy.whl").exists()
    lock = json.loads((taken / "pyodide-lock.json").read_text(encoding="utf-8"))
    assert "parso" in lock["packages"]
    assert "scipy" not in lock["packages"]


def test_an_archive_of_the_release_is_unpacked(
    lite: ModuleType, tmp_path: Path
) -> None:
    path = tmp_path / "pyodide.tar.bz2"
    with tarfile.open(path, "w:bz2") as archive:
        archive.add(release(tmp_path / "full"), "pyodide")
    assert (find(lite, path, tmp_path) / "pyodide.mjs").exists()


def test_the_environment_comes_before_the_settings(
    lite: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CNN_COURSE_PYODIDE", str(release(tmp_path / "full")))
    assert find(lite, "elsewhere", tmp_path)


def test_without_pyodide_the_build_says_so_and_goes_on(
    lite: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    logger = SimpleNamespace(info=lambda text, *values: said.append(text % values))
    monkeypatch.setattr(lite, "LOGGER", logger)
    (tmp_path / "no.tar.bz2").write_text("damaged", encoding="utf-8")
    cases = {
        "": "no Pyodide is named",
        str(tmp_path / "nothing"): "holds no pyodide.mjs",
        str(tmp_path / "no.tar.bz2"): "cannot be unpacked",
        str(release(tmp_path / "npm", numpy=False)): "has no numpy.whl",
        str(release(tmp_path / "old", python="3.13.2")): "is for Python 3.13.2, not",
        "http://127.0.0.1:9/full": "http://127.0.0.1:9/full/pyodide.mjs does not answer",
    }
    for setting, why in cases.items():
        assert find(lite, setting, tmp_path) is None
        assert said[-1].startswith("Notebooks in the browser are left out: ")
        assert why in said[-1]
    assert len(said) == len(cases)


def test_a_public_address_is_left_to_the_readers_browser(
    lite: ModuleType, tmp_path: Path
) -> None:
    with serve(release(tmp_path / "full")) as address:
        assert find(lite, address, tmp_path) == f"{address}pyodide.mjs"
        assert find(lite, f"{address}pyodide.mjs", tmp_path) == f"{address}pyodide.mjs"


def test_chapters_and_assignments_without_keras_are_offered_where_there_is_pyodide(
    lite: ModuleType, tmp_path: Path
) -> None:
    pages = ("02_filters", "10_keras", "references", "instructors")
    env = SimpleNamespace(
        found_docs=set(pages),
        nb_metadata={page: {} for page in pages if page != "references"},
        doc2path=lambda page: ROOT / "book" / f"{page}.md",
    )
    for pyodide in (None, tmp_path):
        made = SimpleNamespace(env=env, pyodide=pyodide)
        lite._choose(made, env)
        chapters = [path for path in made.lite_contents if "chapters" in path]
        assert chapters == (["chapters/02_filters.ipynb"] if pyodide else [])
    assert "exercises/07_layers.ipynb" in made.lite_contents
    assert "exercises/08_training.ipynb" not in made.lite_contents


def test_only_notebooks_without_keras_are_offered(lite: ModuleType) -> None:
    assert lite.fits(notebook("import numpy as np", CELL))
    assert not lite.fits(notebook("import numpy as np", "import keras"))


def test_a_notebook_fetches_the_package_from_the_site(lite: ModuleType) -> None:
    install = "from importlib.util import find_spec\n\nif not find_spec('cnn_course'):"
    made = lite.with_install(notebook(install, CELL))
    assert [cell.source for cell in made.cells] == [lite.INSTALL, CELL]
    nbformat.validate(made)


def test_an_installed_project_becomes_a_wheel_again(
    lite: ModuleType, tmp_path: Path
) -> None:
    wheel = lite.as_wheel(metadata.distribution("comm"), tmp_path)
    assert re.fullmatch(r"comm-[\d.]+-py3-none-any\.whl", wheel.name)
    names = zipfile.ZipFile(wheel).namelist()
    assert "comm/__init__.py" in names
    assert any(name.endswith(".dist-info/METADATA") for name in names)


# In a browser


class Quiet(SimpleHTTPRequestHandler):
    """A server of files that writes no log."""

    extensions_map: ClassVar[dict[str, str]] = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class serve:  # noqa: N801 - used as a function
    """Serve a folder on this machine while a block runs."""

    def __init__(self, folder: Path) -> None:
        handler = functools.partial(Quiet, directory=str(folder))
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.thread = threading.Thread(target=self.server.serve_forever)

    def __enter__(self) -> str:
        self.thread.start()
        return f"http://127.0.0.1:{self.server.server_port}/"

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture(scope="module")
def site_with_lite(lite: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pyodide")
    try:
        bare = pyodide_npm.make(folder, lite.as_wheel)
    except pyodide_npm.NotThereError as error:
        pytest.skip(str(error))
    for name in pyodide_files().COURSE:
        pyodide_npm.add_empty(bare, name)
    pyodide_files().take(bare, folder / "taken")
    contents = {"chapters/sizes.ipynb": notebook(CELL)}
    lite.build(folder / "site" / "lite", contents, folder / "taken")
    return folder / "site"


def test_a_cell_runs_in_the_browser_and_no_request_leaves_the_site(
    site_with_lite: Path, launch: Callable[..., Browser]
) -> None:
    asked: list[str] = []
    with serve(site_with_lite) as address:
        running = launch()
        context = running.new_context()
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.goto(address + "lite/notebooks/index.html?path=chapters/sizes.ipynb")
        page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=120_000)
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_text("Run All Cells", exact=True).click()
        page.wait_for_selector(".jp-OutputArea-output", timeout=240_000)
        shown = page.locator(".jp-OutputArea-output").all_inner_texts()
        running.close()
    assert [text.strip() for text in shown] == ["side 9"]
    assert len(asked) > 20
    assert {url for url in asked if not url.startswith((address, "data:", "blob:"))} == set()  # fmt: skip
