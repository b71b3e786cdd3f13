"""Rebuild a notebook: the released assignment, with nothing of the student's but answers and own cells.

A submission is a file of a stranger's. It is measured before it is read, links are not followed, and all
that it says about itself (points, locks, outputs, versions) is left behind.
"""

import base64
import binascii
import hashlib
import json
import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from cnn_course.grading.files import SubmissionError, read_file
from cnn_course.grading.wire import printable

Kind = Literal["given", "answer", "check", "essay", "task", "extra", "plain"]

CELLS = 1000
SOURCE = 200_000  # characters of a cell
PICTURES = 4 * 2**20  # bytes of the pictures pasted into an answer


@dataclass(frozen=True)
class Cell:
    """A cell of the rebuilt notebook; ``released`` is what students see of a locked one."""

    name: str  # nbgrader's grade_id, "" for a student's own cell
    kind: Kind
    type: str  # code, markdown or raw
    source: str
    released: str = ""
    points: float = 0.0
    metadata: dict[str, Any] = field(default_factory=dict)
    attachments: dict[str, Any] = field(default_factory=dict)
    solution: str = ""  # what the author wrote in the place of an answer

    @property
    def locked(self) -> bool:
        """Whether students cannot change it."""
        return self.kind in ("given", "check", "task")

    @property
    def graded(self) -> bool:
        """Whether it earns points: by a check, or from a person."""
        return self.kind in ("check", "essay", "task")


@dataclass
class Rebuilt:
    """The cells to run, and what was found out on the way."""

    cells: list[Cell]
    notes: list[str]
    submission: str  # SHA-256 of the file


def skeleton(
    released: Path, locked: dict[str, str], source: Path | None = None
) -> list[Cell]:
    """Read the released notebook; locked cells get their whole source, hidden tests included.

    Cells that students may change or delete are of the kind plain: the student's own are run.

    Args:
        released: the notebook that students were given.
        locked: the source of each locked cell, as the gradebook has it.
        source: the author's notebook, with the solutions.

    Raises:
        SubmissionError: the file is not a notebook.
    """
    authored = _cells_of(_parse(source.read_bytes())) if source else []
    solutions = {
        _text_of(found["metadata"], "nbgrader", "grade_id"): found["source"]
        for found in authored
    }
    cells = []
    for found in _cells_of(_parse(released.read_bytes())):
        about = found["metadata"].get("nbgrader") or {}
        name, text = about.get("grade_id", ""), found["source"]
        kind = _kind(about) if name else "plain"
        solution = solutions.get(name, "") if kind in ("answer", "essay") else ""
        cell = Cell(name, kind, found["type"], text, text, metadata=about)
        cell = replace(cell, solution=solution)
        if cell.locked:
            cell = replace(cell, source=locked.get(cell.name, text))
        cells.append(replace(cell, points=float(about.get("points") or 0)))
    return cells


def _kind(about: dict[str, Any]) -> Kind:
    if about.get("task"):
        return "task"
    if about.get("solution"):
        return "essay" if about.get("grade") else "answer"
    return "check" if about.get("grade") else "given"


def rebuild(released: list[Cell], folder: Path, name: str) -> Rebuilt:
    """Put a student's answers and own cells into the released notebook.

    Args:
        folder: what the student handed in.
        name: the notebook's name, without its ending.

    Raises:
        SubmissionError: there is no notebook, or it cannot be read.
    """
    path, notes = _find(folder, name)
    data = read_file(path)
    theirs = _cells_of(_parse(data))
    if len(theirs) > CELLS:
        raise SubmissionError(
            f"The notebook has {len(theirs):,} cells; {CELLS} can be graded."
        )
    known = {cell.name: cell for cell in released if cell.name}
    answers: dict[str, dict] = {}
    own: dict[str, list[Cell]] = {}
    last, place = _last_of(theirs, known), ""
    for number, found in enumerate(theirs):
        about = _text_of(found["metadata"], "nbgrader", "grade_id")
        if about in known and last[about] == number:
            place, answers[about] = about, found
            continue
        if about in known:
            notes.append(
                f"The cell {about} is there more than once; the last one counts."
            )
        own.setdefault(place, []).append(_own(found))
    cells = list(own.get("", []))
    for cell in released:
        if cell.kind == "plain":
            continue
        cells += [_filled(cell, answers.get(cell.name), notes), *own.get(cell.name, [])]
    return Rebuilt(cells, notes, hashlib.sha256(data).hexdigest())


def _last_of(theirs: list[dict], known: dict[str, Cell]) -> dict[str, int]:
    """Return the place of each known cell; of copies the last, which is the one that nbgrader takes."""
    names = [_text_of(found["metadata"], "nbgrader", "grade_id") for found in theirs]
    return {name: number for number, name in enumerate(names) if name in known}


def _filled(cell: Cell, found: dict | None, notes: list[str]) -> Cell:
    """Return a cell of the assignment with the student's answer in it, if it is one for answers."""
    if found is None:
        notes.append(f"The cell {cell.name} is missing; it was put back.")
        return cell
    if cell.locked:
        if found["source"].strip() != cell.released.strip():
            notes.append(f"The locked cell {cell.name} was changed; it was put back.")
        return cell
    if found["type"] != cell.type:
        notes.append(
            f"The cell {cell.name} had become {found['type']}; it is {cell.type} again."
        )
    return replace(cell, source=found["source"], attachments=_pictures(found))


def _own(found: dict) -> Cell:
    return Cell(
        "", "extra", found["type"], found["source"], attachments=_pictures(found)
    )


def _find(folder: Path, name: str) -> tuple[Path, list[str]]:
    """Return the notebook in a folder: under its own name, or the only one there is."""
    path = folder / f"{name}.ipynb"
    if os.path.lexists(path):
        return path, []
    try:
        others = [p for p in folder.iterdir() if p.suffix == ".ipynb"][:2]
    except OSError:
        others = []
    if len(others) != 1:
        raise SubmissionError(
            f"There is no notebook {name}.ipynb in what was handed in."
        )
    return others[0], [
        f"The notebook was not called {name}.ipynb; it was graded all the same."
    ]


def fingerprint(folder: Path, name: str) -> str:
    """Return the SHA-256 of what was handed in, "" if it cannot be read."""
    try:
        return hashlib.sha256(read_file(_find(folder, name)[0])).hexdigest()
    except SubmissionError:
        return ""


def _parse(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise SubmissionError(
            f"The file is not a notebook: its JSON is broken ({str(error)[:80]})."
        ) from None
    if not isinstance(found, dict):
        raise SubmissionError("The file is not a notebook: it holds something else.")
    return found


def _cells_of(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    """Return type, source and metadata of each cell, from the formats that Jupyter has had since 2011."""
    cells = notebook.get("cells")
    if not isinstance(cells, list):
        sheets = notebook.get("worksheets")
        sheets = sheets if isinstance(sheets, list) else [None]
        parts = [
            s["cells"]
            for s in sheets
            if isinstance(s, dict) and isinstance(s.get("cells"), list)
        ]
        if not parts:
            raise SubmissionError("The file is not a notebook: it has no cells.")
        cells = [cell for part in parts for cell in part]
    return [_tidy(cell) for cell in cells if isinstance(cell, dict)]


def _tidy(cell: dict[str, Any]) -> dict[str, Any]:
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    source = source if isinstance(source, str) else ""
    if len(source) > SOURCE:
        source = "raise ValueError('This cell was too long to be graded.')"
    metadata, kind = cell.get("metadata"), cell.get("cell_type")
    return {
        "type": kind if kind in ("code", "markdown", "raw") else "markdown",
        "source": printable(source).replace("\0", ""),
        "metadata": metadata if isinstance(metadata, dict) else {},
        "attachments": cell.get("attachments"),
    }


def _text_of(found: Any, *keys: str) -> str:
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    return printable(found) if isinstance(found, str) else ""


def _pictures(found: dict[str, Any]) -> dict[str, Any]:
    """Return the pictures pasted into a cell, PNG and JPEG only: other kinds can hold programs."""
    kept: dict[str, Any] = {}
    attachments = found["attachments"]
    if not isinstance(attachments, dict) or len(attachments) > 20:
        return kept
    for name, forms in attachments.items():
        for form in ("image/png", "image/jpeg"):
            data = _text_of(forms, form).replace("\n", "")
            if data and len(data) < PICTURES and _is_picture(data):
                kept[printable(name)] = {form: data}
    return kept


def _is_picture(data: str) -> bool:
    try:
        head = base64.b64decode(data, validate=True)[:8]
    except (binascii.Error, ValueError):
        return False
    return head.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"))
