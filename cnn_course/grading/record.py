"""Keep a result: the graded notebook and its verdicts in autograded/, the points in nbgrader's gradebook.

Files go into a new folder that takes the old one's place when all is written, and the gradebook changes in
one transaction: what is cut off leaves the state of before.
"""

import json
import os
import shutil
from datetime import datetime
from pathlib import Path

from nbformat import from_dict
from nbgrader.api import Gradebook
from nbgrader.preprocessors import AssignLatePenalties
from nbgrader.utils import parse_utc

from cnn_course.checks.failures import UNWRITTEN
from cnn_course.grading.course import Course
from cnn_course.grading.files import SubmissionError, read_file
from cnn_course.grading.results import Graded

RESULT = "grading.json"


def load(folder: Path) -> Graded | None:
    """Return the result that lies in a folder of autograded/, without its notebook, or None."""
    try:
        return Graded.from_json((folder / RESULT).read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def save(graded: Graded, notebook: str, course: Course, book: Gradebook) -> None:
    """Write a result, the gradebook first: only a folder that is complete counts as graded."""
    submitted = course.folder("submitted", graded.student, graded.assignment)
    stamp = _stamp(submitted)
    _into_gradebook(graded, notebook, book, _time_of(stamp))
    _late_penalty(graded, notebook, course, book)
    target = course.folder("autograded", graded.student, graded.assignment)
    made = target.with_name(f".{target.name}.new")
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    text = json.dumps(graded.notebook, indent=1, ensure_ascii=False)
    (made / f"{notebook}.ipynb").write_text(text + "\n", encoding="utf-8")
    (made / RESULT).write_text(graded.to_json(), encoding="utf-8")
    if stamp is not None:
        (made / "timestamp.txt").write_bytes(stamp)
    _replace(made, target)


def _replace(made: Path, target: Path) -> None:
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        os.rename(target, old)
    os.rename(made, target)
    shutil.rmtree(old, ignore_errors=True)


def _stamp(folder: Path) -> bytes | None:
    """Read when a submission was handed in; nbgrader's exchange writes it into a file beside it."""
    try:
        return read_file(folder / "timestamp.txt")[:100]
    except (OSError, SubmissionError):
        return None


def _time_of(stamp: bytes | None) -> datetime | None:
    try:
        return None if stamp is None else parse_utc(stamp.decode().strip())
    except (ValueError, OverflowError):
        return None


def _into_gradebook(
    graded: Graded, notebook: str, book: Gradebook, handed_in: datetime | None
) -> None:
    book.update_or_create_student(graded.student)
    # Without a time formgrader too must find none, or it takes the work for one not graded yet.
    book.update_or_create_submission(
        graded.assignment, graded.student, timestamp=handed_in
    )
    for verdict in graded.verdicts:
        grade = book.find_grade(
            verdict.cell, notebook, graded.assignment, graded.student
        )
        grade.auto_score = verdict.points
        # What a person changed by hand stays, and is to be looked at again.
        grade.needs_manual_grade = (
            verdict.state in ("person", "unjudged") or grade.manual_score is not None
        )
    _comments(graded, notebook, book)
    book.db.commit()


def _comments(graded: Graded, notebook: str, book: Gradebook) -> None:
    empty = {v.cell for v in graded.verdicts if v.mistake == UNWRITTEN}
    submission = book.find_submission_notebook(
        notebook, graded.assignment, graded.student
    )
    for comment in submission.comments:
        comment.auto_comment = "No response." if comment.name in empty else None


def _late_penalty(
    graded: Graded, notebook: str, course: Course, book: Gradebook
) -> None:
    """Let nbgrader's plugin take points off for what came late."""
    found = book.find_submission(graded.assignment, graded.student)
    about = {
        "student": graded.student,
        "assignment": graded.assignment,
        "notebook": notebook,
        "db_url": course.directory.db_url,
    }
    if found.total_seconds_late > 0:
        penalties = AssignLatePenalties(config=course.config)
        penalties.preprocess(from_dict(graded.notebook), {"nbgrader": about})
