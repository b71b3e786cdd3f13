"""What a page shows of a graded notebook: its parts, their cells, and what the cells printed and drew."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from cnn_course.grading.pages.harmless import Picture, picture
from cnn_course.grading.rubrics import is_rubric

MOST_OUTPUTS = 20  # of one cell
MOST_OWN = 40  # cells that a student added and the page shows

HEADING = re.compile(r"## +(.+?)(?: *\((?:no|[\d.]+) points?\))? *(?:\n|$)")
TITLE = re.compile(r"# +(.+)")
KIND = re.compile(r"^(check|essay|answer|test)[-_]")

Raw = Mapping[str, Any]  # a cell, an output or a notebook, in nbformat's words


class Output(NamedTuple):
    """A thing that a cell showed: "text", "error" (with where it happened), "picture" or "note"."""

    kind: str
    text: str
    where: str = ""
    picture: Picture | None = None


@dataclass(frozen=True)
class Cell:
    """A cell to show; ``kind`` is "task" (ours), "answer", or "own" (the student added it)."""

    kind: str
    source: str
    is_code: bool
    outputs: list[Output]
    comment: str = ""


def title(notebook: Raw) -> str:
    """Return the heading of the notebook's first cell, or nothing."""
    first = next(filter(about, notebook.get("cells", [])), {})
    found = TITLE.match(_text(first.get("source")))
    return found[1] if found else ""


def sections(notebook: Raw) -> list[tuple[str, list[Raw]]]:
    """Return a notebook's parts, each with its title and its cells.

    A part begins with a locked ``## `` heading. Without any, it ends with a graded cell, whose name it has.
    What belongs to no part has the title "". Rubrics are left out.
    """
    shown = [cell for cell in notebook.get("cells", []) if not is_rubric(cell)]
    cells = _few_of_their_own(shown)
    headed = any(map(_heading, cells))
    found: list[tuple[str, list[Raw]]] = [("", [])]
    for cell in cells:
        if heading := _heading(cell):
            found.append((heading, []))
        found[-1][1].append(cell)
        if not headed and about(cell).get("grade"):
            found[-1] = (name_of(about(cell)["grade_id"]), found[-1][1])
            found.append(("", []))
    return found


def left_out(notebook: Raw) -> int:
    """Return how many of the student's own cells `sections` leaves out."""
    own = [cell for cell in notebook.get("cells", []) if not about(cell)]
    return max(0, len(own) - MOST_OWN)


def name_of(grade_id: str) -> str:
    """Return what a graded cell is about.

    >>> name_of("check-conv2d")
    'conv2d'
    """
    return KIND.sub("", grade_id) or grade_id


def about(cell: Raw) -> Raw:
    """Return what nbgrader knows of a cell: nothing if the student added it."""
    return cell.get("metadata", {}).get("nbgrader") or {}


def shown(cell: Raw, comment: str = "") -> Cell:
    """Return a cell as the page shows it."""
    kind = (
        "own" if not about(cell) else "task" if about(cell).get("locked") else "answer"
    )
    source = _text(cell.get("source")).strip("\n")
    if _heading(cell):
        source = HEADING.sub("", source.lstrip(), count=1)
    is_code = cell.get("cell_type") == "code"
    return Cell(kind, source, is_code, _outputs(cell), comment)


def _few_of_their_own(cells: list[Raw]) -> list[Raw]:
    kept, own = [], 0
    for cell in cells:
        own += not about(cell)
        if about(cell) or own <= MOST_OWN:
            kept.append(cell)
    return kept


def _heading(cell: Raw) -> str:
    """Return the title of the part that a cell begins, or nothing."""
    if cell.get("cell_type") != "markdown" or not about(cell).get("locked"):
        return ""
    found = HEADING.match(_text(cell.get("source")).lstrip())
    return found[1] if found else ""


def _outputs(cell: Raw) -> list[Output]:
    found = cell.get("outputs") or []
    outputs = [_output(output) for output in found[:MOST_OUTPUTS]]
    if len(found) > MOST_OUTPUTS:
        more = f"{len(found) - MOST_OUTPUTS} more outputs are not shown."
        outputs.append(Output("note", more))
    return outputs


def _output(output: Raw) -> Output:
    if output.get("output_type") == "stream":
        return Output("text", _text(output.get("text")))
    if output.get("output_type") == "error":
        text = f"{_text(output.get('ename'))}: {_text(output.get('evalue'))}"
        return Output("error", text, "\n".join(map(str, output.get("traceback") or [])))
    data = output.get("data") or {}
    if "image/png" not in data:
        return Output("text", _text(data.get("text/plain")))
    drawn = picture(_text(data["image/png"]))
    if drawn is None:
        return Output("note", "A picture that cannot be shown.")
    return Output("picture", "", picture=drawn)


def _text(value: Any) -> str:
    """Return a text of a notebook, which may be kept as a list of lines."""
    return "".join(map(str, value)) if isinstance(value, list) else str(value or "")
