"""The notebooks that readers and students download run anywhere: the package, and an empty folder.

``CNN_COURSE_NOTEBOOKS=all pytest tests/test_downloads.py`` runs those of minutes, too. What they would
miss is seen without: the site's build runs every page in an empty folder, and below all their imports
are made in the new environment.
"""

import ast
import os
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import nbformat
import pytest

from cnn_course.addresses import extras_for
from tests import fresh
from tests.test_exercises import ASSIGNMENTS
from tests.test_site import DOWNLOADS

ROOT = Path(__file__).resolve().parents[1]
SLOW = {"09_training", "11_seeing", "16_beyond"}  # more than five seconds
ELSEWHERE = {"data", "grading", "models"}  # scripts, the grader, Keras
UNANSWERED = {"NotImplementedError", "CheckFailed"}


@pytest.fixture(scope="session")
def notebooks() -> ModuleType:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "book" / "extensions"))
        return import_module("notebooks")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory, notebooks: ModuleType) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(Path(notebooks.__file__).parent)
        return import_module("own_wheel").build(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """The Python of an environment with the package alone."""
    return fresh.make(
        tmp_path_factory.mktemp("base"), wheel, "cnn-course", *fresh.JUPYTER
    )


@pytest.fixture(scope="session")
def with_keras(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    return fresh.make(
        tmp_path_factory.mktemp("keras"), wheel, "cnn-course[keras]", *fresh.JUPYTER
    )


def python_for(request: pytest.FixtureRequest, code: str) -> Path:
    return request.getfixturevalue("with_keras" if extras_for(code) else "base")


def code_of(notebook: nbformat.NotebookNode) -> str:
    cells = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    return "\n".join(cells)


def imports_of(code: str) -> str:
    """Return the import statements of some code, wherever they stand in it."""
    nodes = ast.walk(ast.parse(code))
    imports = [node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)]
    return "\n".join(map(ast.unparse, imports))


@pytest.mark.parametrize("page", DOWNLOADS)
def test_a_downloaded_chapter_runs_with_only_the_package(
    request: pytest.FixtureRequest, notebooks: ModuleType, tmp_path: Path, page: str
) -> None:
    notebook = notebooks.as_notebook(ROOT / "book" / f"{page}.md")
    code = code_of(notebook)
    python = python_for(request, code)
    everything = os.environ.get("CNN_COURSE_NOTEBOOKS") == "all"
    if everything or not (page in SLOW or extras_for(code)):
        fresh.run(notebook, python, tmp_path)
        assert any(cell.get("outputs") for cell in notebook.cells)
    else:
        fresh.call(python, imports_of(code), tmp_path)


@pytest.mark.parametrize("page", DOWNLOADS)
def test_a_download_has_no_marks_that_only_the_book_understands(
    notebooks: ModuleType, page: str
) -> None:
    found = notebooks.as_notebook(ROOT / "book" / f"{page}.md")
    texts = [cell.source for cell in found.cells if cell.cell_type == "markdown"]
    text = re.sub(r"^```.*?^```", "", "\n".join(texts), flags=re.M | re.S)
    marks = r"^:{3,}.*|^:\w+:.*|\{[\w:]+\}`|^\([\w-]+\)=|\.md[)#]"
    assert re.findall(marks, text, flags=re.M) == []
    assert text.count("<details>") == text.count("</details>")
    for name in re.findall(r"\]\((?:\.\./exercises/)?(\w+)\.ipynb\)", text):
        assert name in [*DOWNLOADS, *(path.stem for path in ASSIGNMENTS)]


@pytest.mark.parametrize("path", ASSIGNMENTS, ids=lambda path: path.stem)
def test_a_downloaded_assignment_runs_and_waits_for_its_answers(
    request: pytest.FixtureRequest, tmp_path: Path, path: Path
) -> None:
    notebook = released(path)
    python = python_for(request, code_of(notebook))
    fresh.run(notebook, python, tmp_path, errors=True)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(cell.execution_count for cell in cells if cell.source)
    outputs = [output for cell in cells for output in cell.outputs]
    errors = {output.ename for output in outputs if output.output_type == "error"}
    assert errors
    assert errors <= UNANSWERED


def released(path: Path) -> nbformat.NotebookNode:
    """Return the students' version of an assignment."""
    place = ROOT / "exercises" / "release" / path.stem / f"{path.stem}.ipynb"
    return nbformat.read(place, 4)


def test_in_a_browser_numpy_and_matplotlib_are_enough(
    tmp_path: Path, wheel: Path, notebooks: ModuleType
) -> None:
    wanted = ["numpy", "matplotlib", "ipython"]  # the last shows outputs
    python = fresh.make(tmp_path / "plain", wheel, *wanted)
    chapters = [notebooks.as_notebook(ROOT / f"book/{page}.md") for page in DOWNLOADS]
    codes = [code_of(found) for found in [*chapters, *map(released, ASSIGNMENTS)]]
    here = [imports_of(code) for code in codes if not extras_for(code)]
    assert len(here) > 20
    package = [
        f"import cnn_course.{'.'.join(path.with_suffix('').parts)}"
        for path in sorted(
            path.relative_to(ROOT / "cnn_course")
            for path in (ROOT / "cnn_course").rglob("*.py")
        )
        if path.parts[0] not in {"__init__.py", "keras_models.py", *ELSEWHERE}
        and path.stem != "__init__"
    ]
    assert len(package) > 50
    fresh.call(python, "\n".join([*package, *here]), tmp_path)
    for name in ("pooch", "tqdm", "keras", "nbformat"):
        code = f"from importlib.util import find_spec; print(find_spec('{name}'))"
        assert fresh.call(python, code, tmp_path).strip() == "None"


def test_an_environment_has_what_was_asked_for_and_no_more(
    base: Path, tmp_path: Path
) -> None:
    names = ["cnn_course", "numpy", "matplotlib", "ipykernel", "keras", "nbgrader", "pytest"]  # fmt: skip
    code = f"from importlib.util import find_spec; print([n for n in {names} if find_spec(n)])"
    assert fresh.call(base, code, tmp_path).strip() == str(names[:4])


def test_the_package_brings_all_its_files(base: Path, tmp_path: Path) -> None:
    code = "import cnn_course; print(cnn_course.__file__)"
    installed = Path(fresh.call(base, code, tmp_path).strip()).parent
    assert ROOT not in installed.parents
    own, its = (
        {
            path.relative_to(folder)
            for path in folder.rglob("*")
            if path.is_file() and path.suffix != ".pyc"
        }
        for folder in (ROOT / "cnn_course", installed)
    )
    assert own == its
