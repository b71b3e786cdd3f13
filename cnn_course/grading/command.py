"""The steps of a course: release assignments, grade what was handed in, write feedback, list scores.

cnn-course release                       the students' notebooks: release/
cnn-course grade 02_convolution          grade, write feedback and a report on the class
cnn-course feedback 02_convolution       the pages again, after a person has changed points
cnn-course scores --csv scores.csv       what everybody has
"""

import argparse
import os
import signal
import sys
from pathlib import Path
from types import ModuleType
from typing import NoReturn

# jsonschema, which nbgrader imports, would compile a grammar for a format of web addresses that no
# notebook has: two seconds at every start.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
# A worker a processor; more threads would only wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

INTERRUPTED = 130  # what a shell reports of a program that Ctrl-C ended


def main(arguments: list[str] | None = None) -> int:
    """Run one step and return the exit status: 0, or 1 where a person has to look at something."""
    options = _parser().parse_args(arguments)
    _leave_out_the_web_server()
    # Imported late: `cnn-course --help` answers at once.
    from cnn_course.grading import steps  # noqa: PLC0415

    try:
        return _run(steps, options)
    except KeyboardInterrupt:
        print(
            "\nStopped. What was graded is recorded; the same command goes on from there.",
            file=sys.stderr,
        )
        return INTERRUPTED
    except steps.GradingError as error:
        print(error, file=sys.stderr)
        return 2


def _leave_out_the_web_server() -> None:
    """Let `import nbgrader` leave out its pages for Jupyter's server, half a second of every start."""
    if "nbgrader" in sys.modules:
        return
    for name in ("assignment_list", "course_list", "formgrader", "validate_assignment"):
        stand_in = ModuleType(f"nbgrader.server_extensions.{name}")
        stand_in.load_jupyter_server_extension = None  # type: ignore[attr-defined]
        sys.modules[stand_in.__name__] = stand_in


def _run(steps: ModuleType, options: argparse.Namespace) -> int:
    course = steps.Course.open(options.course)
    names = _known(course.assignments(), options)
    step = getattr(steps, options.step)
    return step(course, names, options)


def _known(known: list[str], options: argparse.Namespace) -> list[str]:
    unknown = [name for name in options.assignment if name not in known]
    if unknown or not known:
        what = f"no assignment {unknown[0]!r}" if unknown else "no assignment"
        _fail(
            f"There is {what} in {options.course}/source. There is: {', '.join(known) or 'nothing'}."
        )
    return options.assignment or known


def _fail(text: str) -> NoReturn:
    _parser().error(text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cnn-course",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    steps = parser.add_subparsers(dest="step", required=True)
    for name, about in (
        ("release", "write the students' notebooks"),
        ("grade", "grade what was handed in, and write feedback and a report"),
        ("feedback", "write the feedback pages again"),
        ("scores", "list everybody's scores"),
    ):
        step = steps.add_parser(name, help=about, description=about)
        step.add_argument(
            "assignment", nargs="*", help="02_convolution, for example; all by default"
        )
        folder = Path("exercises") if Path("exercises/source").is_dir() else Path()
        step.add_argument(
            "--course", type=Path, default=folder, help="the folder that holds source/"
        )
    _grading_options(steps.choices["grade"])
    steps.choices["scores"].add_argument("--csv", type=Path, help="write a CSV file")
    return parser


def _grading_options(step: argparse.ArgumentParser) -> None:
    add = step.add_argument
    add("--jobs", type=_positive, help="submissions at a time; default: the processors")
    add("--student", action="append", default=[], help="only this one; may be repeated")
    add("--only-new", action="store_true", help="only what changed since it was graded")
    add("--repeat", action="store_true", help="the same hidden cases as last time")
    add("--restart", action="store_true", help="do not go on with a run cut off")
    add("--no-feedback", action="store_true", help="leave the feedback pages for later")
    add(
        "--unsafe",
        action="store_true",
        help="without a sandbox: students' programs can read and change all that you can, "
        "and write their own grades",
    )


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def run() -> NoReturn:
    """Run as a program; a reader that stops reading (`| head`) is no error."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())


if __name__ == "__main__":
    run()
