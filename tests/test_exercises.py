"""The sources are current, the released notebooks hold no solution, and the headers add up."""

import re
from pathlib import Path

import nbformat
import pytest

from cnn_course import addresses, shapes
from cnn_course.grading import cycle, view
from cnn_course.grading.limits import Limits
from tests import scripts

EXERCISES = Path(__file__).resolve().parents[1] / "exercises"


build = scripts.load("exercises/build.py")
ASSIGNMENTS = build.sources()
each_assignment = pytest.mark.parametrize(
    "path", ASSIGNMENTS, ids=lambda path: path.stem
)


def solution_lines(path: Path) -> list[str]:
    """Return what stands between the marks, and the answers in words."""
    text = path.read_text(encoding="utf-8")
    regions = re.findall(
        r"### BEGIN SOLUTION\n(.*?)\s*### END SOLUTION", text, flags=re.S
    )
    essays = re.findall(r"# %% \[markdown\] essay=.*?\n(.*?)\n# %%", text, flags=re.S)
    lines = "\n".join(regions + essays).splitlines()
    return [line.strip("# ").strip() for line in lines if len(line.strip("# ")) > 12]


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course of its own, with the sources released."""
    course = tmp_path_factory.mktemp("course")
    (course / "source").symlink_to(EXERCISES / "source")
    cycle.release(course)
    return course / "release"


def test_the_assignments_are_numbered_without_a_gap() -> None:
    numbers = [int(path.stem[:2]) for path in ASSIGNMENTS]
    assert numbers == list(range(1, len(numbers) + 1))


@each_assignment
def test_the_source_notebook_is_current(path: Path) -> None:
    assert build.target(path).read_text(encoding="utf-8") == build.as_text(
        build.build(path)
    ), "run: python exercises/build.py"


def test_the_table_of_points_is_current() -> None:
    text = build.README.read_text(encoding="utf-8")
    assert text == build.readme(text), "run: python exercises/build.py"
    rows = re.findall(r"^\| `(\w+)` .+ \| \d+ minutes \| (\d+) \|", text, flags=re.M)
    points = [build.points(build.build(path))[0] for path in ASSIGNMENTS]
    assert rows == [
        (path.stem, str(n)) for path, n in zip(ASSIGNMENTS, points, strict=True)
    ]


def test_the_head_states_the_times_of_the_grader() -> None:
    most = Limits()
    for path in ASSIGNMENTS:
        head = build.build(path).cells[0].source
        assert (
            f"a call of your function may take {most.seconds_call} seconds, "
            f"a cell {most.seconds_cell}, and the whole notebook "
            f"{most.seconds_notebook // 60} minutes"
        ) in head, path.stem


# What students may import of the reference while they are graded: a new module here is a decision.
OPENED = {
    "07_layers": {"arrays", "im2col", "shapes"},
    "08_training": {
        *("arrays", "conv", "conv_gradients", "im2col", "initializers", "layers"),
        *("pool", "pool_windows", "shapes"),
    },
    "09_seeing": {
        *("arrays", "conv", "conv_gradients", "im2col", "initializers", "layers"),
        *("losses", "network", "optimizers", "pool", "pool_windows", "shapes"),
        *("storage", "summary", "trained", "training", "keras_models"),
    },
    "10_architectures": {"architectures"},
}


@each_assignment
def test_an_assignment_opens_no_more_of_the_reference_than_agreed(path: Path) -> None:
    cells = build.build(path).cells
    given = [
        cell.source
        for cell in cells
        if cell.cell_type == "code" and cell.id.startswith("given")
    ]
    opened = view._opened(list(view.parsed(given))) - view.OPEN
    assert opened == OPENED.get(path.stem, set())


def test_no_source_is_left_over() -> None:
    folders = {folder.name for folder in (EXERCISES / "source").iterdir()}
    assert folders == {path.stem for path in ASSIGNMENTS}
    files = [file for file in (EXERCISES / "source").rglob("*") if file.is_file()]
    # nbgrader would release companions.
    assert all(file.suffix == ".ipynb" for file in files)


@pytest.mark.xdist_group("release")
@each_assignment
def test_the_released_notebook_holds_no_solution(path: Path, released: Path) -> None:
    text = (released / path.stem / f"{path.stem}.ipynb").read_text(encoding="utf-8")
    cells = "\n".join(cell.source for cell in nbformat.reads(text, 4).cells)
    given = {line.strip() for line in cells.splitlines()}
    secrets = solution_lines(path)
    assert len(secrets) > 20
    assert [line for line in secrets if line in given] == []
    assert "SOLUTION" not in text
    assert "Rubric" not in text


@pytest.mark.xdist_group("release")
@each_assignment
def test_the_released_notebook_has_every_stub(path: Path, released: Path) -> None:
    notebook = nbformat.read(released / path.stem / f"{path.stem}.ipynb", 4)
    functions = re.findall(r"^def (\w+)", path.read_text(encoding="utf-8"), flags=re.M)
    for cell in notebook.cells:
        if (
            cell.metadata.nbgrader.solution
            and cell.cell_type == "code"
            and "def " in cell.source
        ):
            assert cell.source.rstrip().endswith("raise NotImplementedError()")
    assert len(functions) >= 3


@pytest.mark.xdist_group("release")
@each_assignment
def test_the_released_notebook_carries_no_outputs(path: Path, released: Path) -> None:
    notebook = nbformat.read(released / path.stem / f"{path.stem}.ipynb", 4)
    assert all(not cell.get("outputs") for cell in notebook.cells)
    assert not any(cell.get("execution_count") for cell in notebook.cells)


@each_assignment
def test_points_are_what_the_head_and_the_parts_promise(path: Path) -> None:
    notebook = build.build(path)
    graded = [cell for cell in notebook.cells if cell.metadata.nbgrader.grade]
    by_person = sum(
        c.metadata.nbgrader.points for c in graded if c.metadata.nbgrader.solution
    )
    total = sum(cell.metadata.nbgrader.points for cell in graded)
    head = notebook.cells[0].source
    assert (
        f"{total} points: {total - by_person} by the checks, {by_person} by a person"
        in head
    )
    parts = re.findall(
        r"^## Part .*\((\d+) points?\)", path.read_text().replace("# ##", "##"), re.M
    )
    assert sum(map(int, parts)) == total
    assert by_person > 0


@each_assignment
def test_every_cell_that_is_not_an_answer_is_locked(path: Path) -> None:
    for cell in build.build(path).cells:
        meta = cell.metadata.nbgrader
        assert meta.locked != meta.solution
        assert meta.schema_version == 3


def write(tmp_path: Path, header: str) -> Path:
    path = tmp_path / "09_example.py"
    path.write_text(
        f"# %% [markdown]\n# # Example\n\n{header}\nx = 1\n", encoding="utf-8"
    )
    return path


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ('# %% chek="conv2d" points=4', "use one of"),
        ('# %% check="conv2d"', "must have points"),
        ('# %% answer="conv2d" points=4', "must not have points"),
        ('# %% answer="a" check="b" points=1', "use one of"),
    ],
)
def test_a_wrong_header_is_refused(tmp_path: Path, header: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        build.build(write(tmp_path, header))


def test_without_an_address_there_is_no_install_cell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(addresses, "urls", dict)
    assert "%pip" not in build.as_text(build.build(ASSIGNMENTS[0]))


def test_with_an_address_the_notebook_installs_the_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        addresses, "urls", lambda: {"Repository": "https://example.org/course"}
    )
    cell = build.build(ASSIGNMENTS[0]).cells[1]
    assert "%pip install" in cell.source
    assert "https://example.org/course" in cell.source
    assert cell.metadata.nbgrader.locked


def test_the_numbers_in_the_text_of_assignment_2() -> None:
    text = (EXERCISES / "02_convolution.py").read_text(encoding="utf-8")
    dense = shapes.dense_parameters(28 * 28, 26 * 26, bias=False)
    assert f"{dense:,} weights" in text
    assert shapes.conv_parameters((3, 3, 1, 1), bias=False) == 9
