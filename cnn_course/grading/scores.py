"""The scores in the gradebook, as a table."""

from pathlib import Path
from typing import NamedTuple

from nbgrader.api import Assignment, Gradebook, MissingEntry

from cnn_course.grading import cycle


class Score(NamedTuple):
    """One student's result in one assignment; where there is no score, ``state`` says why."""

    assignment: str
    student: str
    score: float | None
    out_of: float
    state: str
    feedback: Path | None


GRADED = "graded"
NEEDS_PERSON = "needs a person"
NOT_GRADED = "could not be graded"
NOT_HANDED_IN = "not handed in"


def read(course: Path) -> list[Score]:
    """Return every student's score in every assignment, missing ones included."""
    with cycle.gradebook(course) as gradebook:
        return [
            _score(gradebook, course, assignment, student.id)
            for assignment in gradebook.assignments
            for student in gradebook.students
        ]


def _score(
    gradebook: Gradebook, course: Path, assignment: Assignment, student: str
) -> Score:
    name, out_of = assignment.name, assignment.max_score
    try:
        found = gradebook.find_submission(name, student)
    except MissingEntry:
        handed_in = (course / "submitted" / student / name).is_dir()
        state = NOT_GRADED if handed_in else NOT_HANDED_IN
        return Score(name, student, None, out_of, state, None)
    page = course / "feedback" / student / name / f"{name}.html"
    state = NEEDS_PERSON if found.needs_manual_grade else GRADED
    return Score(
        name, student, found.score, out_of, state, page if page.exists() else None
    )


def table(scores: list[Score]) -> str:
    """Return scores as text, a line each.

    >>> print(table([Score("01_filters", "ada", 13.0, 15.0, NEEDS_PERSON, None)]))
    assignment          student             score                feedback
    01_filters          ada                 13 / 15  *           -
    <BLANKLINE>
    * a person has still to grade an answer in words
    """
    lines = [f"{'assignment':<20}{'student':<20}{'score':<21}feedback"]
    for s in scores:
        result = s.state if s.score is None else f"{s.score:g} / {s.out_of:g}"
        star = "  *" if s.state == NEEDS_PERSON else ""
        line = (
            f"{s.assignment:<20}{s.student:<20}{result + star:<21}{s.feedback or '-'}"
        )
        lines.append(line.rstrip())
    if any(s.state == NEEDS_PERSON for s in scores):
        lines += ["", "* a person has still to grade an answer in words"]
    return "\n".join(lines)
