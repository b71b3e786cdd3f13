"""The scores in the gradebook, as a table."""

import csv
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from nbgrader.api import Assignment, Gradebook, MissingEntry

from cnn_course.grading import record
from cnn_course.grading.course import Course


class Score(NamedTuple):
    """One student's result in one assignment; where there is no score, ``state`` says why."""

    assignment: str
    student: str
    score: float | None
    out_of: float
    state: str
    feedback: Path | None
    flags: str = ""
    seconds: float | None = None


GRADED = "graded"
NEEDS_PERSON = "needs a person"
NOT_GRADED = "could not be graded"
NOT_HANDED_IN = "not handed in"
WAITS = "waits to be graded"


def read(course: Course | Path, names: Collection[str] | None = None) -> list[Score]:
    """Return every student's score in some assignments, or in all; missing ones included."""
    course = course if isinstance(course, Course) else Course.open(course)
    with course.gradebook() as book:
        return [
            _score(book, course, assignment, student.id)
            for assignment in book.assignments
            if names is None or assignment.name in names
            for student in sorted(book.students, key=lambda student: student.id)
        ]


def _score(
    book: Gradebook, course: Course, assignment: Assignment, student: str
) -> Score:
    name, out_of = assignment.name, assignment.max_score
    try:
        found = book.find_submission(name, student)
    except MissingEntry:
        handed_in = course.folder("submitted", student, name).is_dir()
        state = WAITS if handed_in else NOT_HANDED_IN
        return Score(name, student, None, out_of, state, None)
    page = course.folder("feedback", student, name) / f"{name}.html"
    graded = record.load(course.folder("autograded", student, name))
    flags = [flag.kind for flag in graded.flags] if graded else []
    state = NEEDS_PERSON if found.needs_manual_grade else GRADED
    if {"unreadable", "grader", "sandbox"} & set(flags):
        state = NOT_GRADED
    return Score(
        name,
        student,
        found.score,
        out_of,
        state,
        page if page.exists() else None,
        ", ".join(dict.fromkeys(flags)),
        graded.seconds if graded else None,
    )


def table(scores: list[Score]) -> str:
    """Return scores as text, a line each.

    >>> print(table([Score("01_filters", "ada", 13.0, 15.0, NEEDS_PERSON, None, "time", 1.24)]))
    assignment          student             score                seconds  flags
    01_filters          ada                 13 / 15  *           1.2      time
    <BLANKLINE>
    * a person has still to grade an answer in words, or to look at a flag
    """
    lines = [f"{'assignment':<20}{'student':<20}{'score':<21}{'seconds':<9}flags"]
    for s in scores:
        result = s.state if s.score is None else f"{s.score:g} / {s.out_of:g}"
        star = "  *" if s.state in (NEEDS_PERSON, NOT_GRADED) else ""
        seconds = "-" if s.seconds is None else f"{s.seconds:.1f}"
        line = f"{s.assignment:<20}{s.student:<20}{result + star:<21}{seconds:<9}{s.flags or '-'}"
        lines.append(line)
    if any(s.state in (NEEDS_PERSON, NOT_GRADED) for s in scores):
        lines += [
            "",
            "* a person has still to grade an answer in words, or to look at a flag",
        ]
    return "\n".join(lines)


def write_csv(scores: list[Score], path: Path) -> None:
    """Write the scores as a table for other programs."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["assignment", "student", "score", "out_of", "state", "flags"])
        for s in scores:
            # A cell that begins with = or its like would be computed by a spreadsheet.
            student = f"'{s.student}" if s.student[:1] in "=+-@\t" else s.student
            rows.writerow([s.assignment, student, s.score, s.out_of, s.state, s.flags])
