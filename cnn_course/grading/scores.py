"""The scores in the gradebook, as a table."""

from pathlib import Path
from typing import NamedTuple

from nbgrader.api import Gradebook, MissingEntry

from cnn_course.grading.config import COURSE


class Score(NamedTuple):
    """One student's result in one assignment; ``score`` is None where nothing was handed in."""

    assignment: str
    student: str
    score: float | None
    out_of: float
    needs_person: bool
    feedback: Path | None


def read(course: Path) -> list[Score]:
    """Return every student's score in every assignment, missing ones included."""
    with Gradebook(
        f"sqlite:///{course.resolve() / 'gradebook.db'}", COURSE
    ) as gradebook:
        return [
            _score(gradebook, course, assignment.name, assignment.max_score, student.id)
            for assignment in gradebook.assignments
            for student in gradebook.students
        ]


def _score(
    gradebook: Gradebook, course: Path, name: str, out_of: float, student: str
) -> Score:
    try:
        found = gradebook.find_submission(name, student)
    except MissingEntry:
        return Score(name, student, None, out_of, False, None)
    page = course / "feedback" / student / name / f"{name}.html"
    return Score(
        name,
        student,
        found.score,
        out_of,
        found.needs_manual_grade,
        page if page.exists() else None,
    )


def table(scores: list[Score]) -> str:
    """Print scores, a line each.

    >>> print(table([Score("01_filters", "ada", 13.0, 15.0, True, None)]))
    assignment          student             score          feedback
    01_filters          ada                 13 / 15  *     -
    <BLANKLINE>
    * a person has still to grade an answer in words
    """
    lines = [f"{'assignment':<20}{'student':<20}{'score':<15}feedback"]
    for s in scores:
        result = "not handed in" if s.score is None else f"{s.score:g} / {s.out_of:g}"
        star = "  *" if s.needs_person else ""
        lines.append(
            f"{s.assignment:<20}{s.student:<20}{result + star:<15}{s.feedback or '-'}".rstrip()
        )
    if any(s.needs_person for s in scores):
        lines += ["", "* a person has still to grade an answer in words"]
    return "\n".join(lines)
