"""Run the steps of a course: python -m cnn_course.grading release|grade|scores."""

import argparse
import sys
from pathlib import Path

from cnn_course.grading import cycle, sandbox, scores


def main(arguments: list[str] | None = None) -> int:
    """Run one step and return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m cnn_course.grading", description=__doc__
    )
    parser.add_argument("step", choices=["release", "grade", "scores"])
    parser.add_argument(
        "assignment", nargs="*", help="for example 02_convolution; all if none is named"
    )
    parser.add_argument(
        "--course",
        type=Path,
        default=Path("exercises"),
        help="the folder that holds source/",
    )
    options = parser.parse_args(arguments)
    known = cycle.assignments(options.course)
    unknown = [name for name in options.assignment if name not in known]
    if unknown or not known:
        wrong = (
            f"There is no assignment {unknown[0]!r}"
            if unknown
            else "There is no assignment"
        )
        parser.error(
            f"{wrong} in {options.course}/source. There is: {', '.join(known) or 'nothing'}."
        )
    return {"release": _release, "grade": _grade, "scores": _scores}[options.step](
        options.course, options.assignment or known
    )


def _release(course: Path, names: list[str]) -> int:
    for path in cycle.release(course, names):
        print(path)
    return 0


def _grade(course: Path, names: list[str]) -> int:
    print(
        sandbox.missing()
        or "The sandbox is not connected yet: students' programs run as you. Grade what you trust.",
        file=sys.stderr,
    )
    failed: dict[str, str] = {}
    for name in names:
        failed |= cycle.grade(course, name)
        cycle.feedback(course, name)
    _scores(course, names)
    return 1 if failed else 0


def _scores(course: Path, names: list[str]) -> int:
    print(
        scores.table(
            [score for score in scores.read(course) if score.assignment in names]
        )
    )
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except cycle.GradingError as error:
        sys.exit(str(error))
