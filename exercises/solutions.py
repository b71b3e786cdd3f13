"""Write the solutions as pages for instructors: each task, its solution run, and the rubrics.

Run: python exercises/solutions.py FOLDER [ASSIGNMENT ...]
"""

import sys
from pathlib import Path

import build
import nbformat
import sample_class
from nbclient import NotebookClient
from tqdm import tqdm

from cnn_course.grading import pages
from cnn_course.grading.pages import notebook as show


def solved(path: Path) -> nbformat.NotebookNode:
    """Return an assignment with its solutions, run from top to bottom.

    Raises:
        nbclient.exceptions.CellExecutionError: a cell failed, which no solution may do.
    """
    notebook = sample_class.perfect(build.build(path))
    # The pages show PNG, as those for students do, whose SVG could be a program.
    notebook.cells.insert(0, nbformat.v4.new_code_cell("%matplotlib inline"))
    where = {"metadata": {"path": str(build.HERE)}}
    quiet = ["--log-level=ERROR"]
    client = NotebookClient(
        notebook, timeout=600, resources=where, extra_arguments=quiet
    )
    client.execute()
    del notebook.cells[0]
    return notebook


def page(notebook: nbformat.NotebookNode) -> str:
    """Return the page of a solved assignment."""
    points, by_person = build.points(notebook)
    return pages.render(
        "solutions.html",
        title=show.title(notebook),
        points=points,
        by_person=by_person,
        parts=[
            (name, [show.shown(cell) for cell in cells])
            for name, cells in show.sections(notebook)
        ],
    )


def write(folder: Path, names: list[str]) -> Path:
    """Write a page for each assignment, and the page that leads to them; return that one."""
    folder.mkdir(parents=True, exist_ok=True)
    contents = []
    for path in tqdm(build.sources(), desc="solutions", file=sys.stderr):
        if names and path.stem not in names:
            continue
        notebook = solved(path)
        file = folder / f"{path.stem}.html"
        file.write_text(page(notebook), encoding="utf-8")
        points, _ = build.points(notebook)
        contents.append((file.name, show.title(notebook), points))
    index = folder / "index.html"
    text = pages.render("contents.html", title="Solutions", pages=contents)
    index.write_text(text, encoding="utf-8")
    return index


if __name__ == "__main__":
    print(f"The solutions: {write(Path(sys.argv[1]), sys.argv[2:])}")
