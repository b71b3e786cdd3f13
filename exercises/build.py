"""Build the nbgrader sources: NN_topic.py -> source/NN_topic/NN_topic.ipynb.

A cell header says what its cell is; the rest of nbgrader's metadata is written here:

    # %% answer="conv2d"                        a student's code (solution between the two marks)
    # %% check="conv2d" points=4                a check of it, locked, graded by the machine
    # %% [markdown] essay="why" points=2        an answer in words, graded by a person
    # %% [markdown]      # %%                   the task, or code that is given: locked

Run: python exercises/build.py
"""

import itertools
import re
from pathlib import Path
from typing import Any

import jupytext
import nbformat

from cnn_course import addresses

HERE = Path(__file__).resolve().parent
README = HERE / "README.md"
START, END = "<!-- made by build.py -->", "<!-- end -->"  # around its table
WORDS = ("answer", "check", "essay")
KERNEL = {
    "display_name": "Python 3 (ipykernel)",
    "language": "python",
    "name": "python3",
}


def sources() -> list[Path]:
    """Return the assignments that people edit, in order."""
    return sorted(HERE.glob("[0-9][0-9]_*.py"))


def build(path: Path) -> nbformat.NotebookNode:
    """Turn one assignment into its nbgrader source notebook, the same bytes on every run.

    Raises:
        ValueError: a header has a word that means nothing here, or points are missing.
    """
    notebook = jupytext.reads(path.read_text(encoding="utf-8"), fmt="py:percent")
    notebook.metadata = nbformat.from_dict({"kernelspec": KERNEL})
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    install = addresses.install_cell(addresses.extras_for("\n".join(code)))
    if install:
        notebook.cells.insert(1, nbformat.v4.new_code_cell(install))
    given = itertools.count()
    for cell in notebook.cells:
        kind, name = _kind(path, cell)
        name = name or ("install" if cell.source == install else str(next(given)))
        cell.id = f"{kind}-{name}"
        cell.metadata = nbformat.from_dict(
            {"nbgrader": _metadata(path, cell, kind, cell.id)}
        )
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    nbformat.validate(notebook)
    return notebook


def _kind(path: Path, cell: nbformat.NotebookNode) -> tuple[str, str]:
    kinds = [word for word in WORDS if word in cell.metadata]
    # jupytext notes the blank lines after a cell.
    unknown = set(cell.metadata) - {*WORDS, "points", "lines_to_next_cell"}
    if len(kinds) > 1 or unknown:
        raise ValueError(
            f"{path.name}: a cell header says {dict(cell.metadata)}; use one of {WORDS}."
        )
    return (kinds[0], cell.metadata[kinds[0]]) if kinds else ("given", "")


def _metadata(
    path: Path, cell: nbformat.NotebookNode, kind: str, grade_id: str
) -> dict[str, Any]:
    graded = kind in ("check", "essay")
    if graded != ("points" in cell.metadata):
        raise ValueError(
            f"{path.name}: {grade_id} must {'' if graded else 'not '}have points."
        )
    metadata = {
        "schema_version": 3,
        "grade_id": grade_id,
        "grade": graded,
        "solution": kind in ("answer", "essay"),
        "locked": kind in ("check", "given"),
        "task": False,
    }
    return metadata | ({"points": cell.metadata["points"]} if graded else {})


def points(notebook: nbformat.NotebookNode) -> tuple[int, int]:
    """Return the points of an assignment: all, and those that a person gives."""
    graded = [c.metadata.nbgrader for c in notebook.cells if c.metadata.nbgrader.grade]
    by_person = sum(about.points for about in graded if about.solution)
    return sum(about.points for about in graded), by_person


def table() -> str:
    """Return the table of assignments, parts and points for the README, made from the sources."""
    lines = [
        "| assignment | time | points | by a person | parts, each with its points |",
        "|---|---|--:|--:|---|",
    ]
    for path in sources():
        notebook = build(path)
        title, minutes = (
            re.search(pattern, notebook.cells[0].source)[1]
            for pattern in (r"^# Assignment \d+: (.+)", r"about (\d+ minutes)")
        )
        parts = re.findall(
            r"^# ## Part \d+: (.+ \(\d+) points?\)", path.read_text("utf-8"), flags=re.M
        )
        most, by_person = points(notebook)
        cells = [
            f"`{path.stem}` {title}",
            minutes,
            str(most),
            str(by_person),
            "; ".join(f"{part})" for part in parts),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def readme(text: str) -> str:
    """Return the README with today's table between its marks."""
    return re.sub(f"(?s)(?<={START}\n).*(?=\n{END})", lambda _: f"\n{table()}\n", text)


def target(path: Path) -> Path:
    """Return where an assignment's source notebook goes."""
    return HERE / "source" / path.stem / f"{path.stem}.ipynb"


def as_text(notebook: nbformat.NotebookNode) -> str:
    """Return the notebook file's text."""
    return nbformat.writes(notebook) + "\n"


def main() -> None:
    """Write every source notebook that is not current, and the table of the README."""
    written = [(target(path), as_text(build(path))) for path in sources()]
    written.append((README, readme(README.read_text(encoding="utf-8"))))
    for file, text in written:
        if file.exists() and file.read_text(encoding="utf-8") == text:
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        print(f"wrote {file.relative_to(HERE.parent)}")


if __name__ == "__main__":
    main()
