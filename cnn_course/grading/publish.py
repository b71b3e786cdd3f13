"""Write the pages that people read: a student's feedback, and the report on a class."""

import contextlib
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry

from cnn_course.grading import class_report, record, scores
from cnn_course.grading import feedback as pages
from cnn_course.grading.course import Course, GradingError
from cnn_course.grading.feedback import Grade
from cnn_course.grading.results import Graded


def feedback(
    course: Course, name: str, student: str, book: Gradebook | None = None
) -> Path:
    """Write a student's feedback on an assignment, with what a person changed in the gradebook.

    Args:
        book: the gradebook, if it is open already; it stays open.

    Raises:
        GradingError: the work is not graded.
    """
    folder = course.folder("autograded", student, name)
    graded = record.load(folder)
    if graded is None:
        raise GradingError(f"{student} has no result in {name}: grade it first.")
    with contextlib.nullcontext(book) if book else course.gradebook() as opened:
        notebook = opened.find_assignment(name).notebooks[0].name
        grades, late = _grades(opened, graded, notebook)
    text = (folder / f"{notebook}.ipynb").read_text(encoding="utf-8")
    graded.notebook = json.loads(text)
    target = course.folder("feedback", student, name)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    page = target / f"{notebook}.html"
    page.write_text(pages.page(graded, grades, late), encoding="utf-8")
    return page


def _grades(
    book: Gradebook, graded: Graded, notebook: str
) -> tuple[dict[str, Grade], float]:
    """Return what the gradebook has for each cell, and what it takes off for lateness."""
    try:
        found = book.find_submission_notebook(
            notebook, graded.assignment, graded.student
        )
    except MissingEntry:
        return {}, 0.0
    comments = {comment.name: comment.comment or "" for comment in found.comments}
    grades = {
        grade.name: Grade(
            grade.score,
            grade.max_score,
            grade.manual_score is not None,
            grade.needs_manual_grade,
            comments.pop(grade.name, ""),
        )
        for grade in found.grades
    }
    nothing = Grade(0.0, 0.0, False, False, "")
    grades |= {name: nothing._replace(comment=c) for name, c in comments.items()}
    return grades, found.late_submission_penalty or 0.0


def reports(course: Course, name: str, results: Sequence[Graded]) -> list[Path]:
    """Write the report on a class, as a page and as data, to reports/."""
    folder = course.root / "reports"
    folder.mkdir(exist_ok=True)
    found = scores.read(course, [name])
    page, data = folder / f"{name}.html", folder / f"{name}.json"
    page.write_text(class_report.page(name, results, found), encoding="utf-8")
    summary = {
        "results": [json.loads(graded.to_json()) for graded in results],
        "summary": class_report.summary(results),
    }
    data.write_text(json.dumps(summary, indent=1), encoding="utf-8")
    return [page, data]
