"""What each word of the command line does."""

import argparse
import sys
from pathlib import Path

from tqdm import tqdm

from cnn_course.grading import classroom, cycle, publish, record
from cnn_course.grading import scores as lists
from cnn_course.grading.course import Course, GradingError
from cnn_course.grading.results import Graded

__all__ = ["Course", "GradingError", "feedback", "grade", "release", "scores"]


def release(course: Course, names: list[str], _: argparse.Namespace) -> int:
    """Write the students' notebooks, and print where they are."""
    for path in cycle.release(course, names):
        print(path)
    return 0


def grade(course: Course, names: list[str], options: argparse.Namespace) -> int:
    """Grade assignments; the status is 1 where the machine could not judge."""
    choices = classroom.Choices(
        options.student,
        options.only_new,
        options.repeat,
        options.restart,
        options.unsafe,
    )
    judged = True
    for name in names:
        results = classroom.grade(course, name, options.jobs, choices, done=_say_flags)
        if not options.no_feedback:
            _feedback(course, name, [graded.student for graded in results])
        if results:
            paths = publish.reports(course, name, results)
            print(f"The report on the class: {paths[0]}", file=sys.stderr)
        judged &= all(v.state != "unjudged" for g in results for v in g.verdicts)
        found = lists.read(course, [name])
        only = options.student
        print(lists.table([s for s in found if not only or s.student in only]))
    return 0 if judged else 1


def _say_flags(graded: Graded) -> None:
    for flag in graded.flags:
        tqdm.write(f"{graded.student}: {flag.text}", file=sys.stderr)


def feedback(course: Course, names: list[str], _: argparse.Namespace) -> int:
    """Write the feedback pages of everybody whose work is graded."""
    for name in names:
        graded = [
            student
            for student in course.submissions(name)
            if record.load(course.folder("autograded", student, name))
        ]
        for path in _feedback(course, name, graded):
            print(path)
    return 0


def _feedback(course: Course, name: str, students: list[str]) -> list[Path]:
    bar = tqdm(students, desc=f"feedback {name}", unit="")
    with course.gradebook() as book:
        return [publish.feedback(course, name, student, book) for student in bar]


def scores(course: Course, names: list[str], options: argparse.Namespace) -> int:
    """Print the scores, and write them to a CSV file if one is named."""
    found = lists.read(course, names)
    if options.csv:
        lists.write_csv(found, options.csv)
    print(lists.table(found))
    return 0
