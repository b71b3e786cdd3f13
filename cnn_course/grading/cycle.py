"""The steps of a course through nbgrader: release, grade, feedback."""

import contextlib
import re
import shutil
import warnings
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.apps import NbGraderAPI
from sqlalchemy.exc import SAWarning
from tqdm import tqdm
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from cnn_course.grading.config import configure


class GradingError(RuntimeError):
    """A step of nbgrader failed; the text says which, and why."""


def open_course(course: Path) -> NbGraderAPI:
    """Return nbgrader's interface to the course in a folder that holds `source/`."""
    # nbgrader 0.9.6 reads relations of rows that it adds a moment later; harmless, but on stderr.
    warnings.filterwarnings("ignore", category=SAWarning, module="nbgrader")
    own = course / "nbgrader_config.py"
    if own.exists():
        config = PyFileConfigLoader(own.name, path=str(course.resolve())).load_config()
    else:
        config = Config()
        configure(config, course.resolve())
    config.NbGrader.logfile = ""
    return NbGraderAPI(config=config)


def gradebook(course: Path) -> Gradebook:
    """Open the gradebook that nbgrader uses for a course; a context manager."""
    directory = open_course(course).coursedir
    return Gradebook(directory.db_url, directory.course_id)


def assignments(course: Path) -> list[str]:
    """Return the names of the assignments that have a source, in order."""
    return sorted(path.parent.name for path in course.glob("source/*/*.ipynb"))


def release(course: Path, names: list[str] | None = None) -> list[Path]:
    """Write the student versions and return their places."""
    api, written = open_course(course), []
    for name in _progress(names or assignments(course), "release"):
        _release(api, name)
        written.append(course / "release" / name / f"{name}.ipynb")
    return written


def _release(api: NbGraderAPI, name: str) -> None:
    result = api.generate_assignment(name, force=True, create=True)
    if not result["success"]:
        raise GradingError(f"The release of {name} failed. {reason(result)}")


def submissions(course: Path, name: str) -> list[str]:
    """Return the students who handed in an assignment."""
    return sorted(
        path.name for path in (course / "submitted").glob("*") if (path / name).is_dir()
    )


def grade(course: Path, name: str) -> dict[str, str]:
    """Grade every submission of an assignment; return why, for each student who could not be graded.

    One broken notebook does not stop the others, and no earlier grade is left standing for it.
    """
    api, failed = open_course(course), {}
    with gradebook(course) as book:
        known = name in {assignment.name for assignment in book.assignments}
    if not known:  # a new gradebook
        _release(api, name)
    for student in _progress(submissions(course, name), f"grade {name}"):
        result = api.autograde(name, student, force=True, create=True)
        if not result["success"]:
            failed[student] = reason(result)
            _forget(course, name, student)
            tqdm.write(f"{student}: not graded. {failed[student]}")
    return failed


def feedback(course: Path, name: str) -> None:
    """Write the feedback pages of everybody whose work is graded."""
    if any((course / "autograded").glob(f"*/{name}")):
        result = open_course(course).generate_feedback(name, force=True)
        if not result["success"]:
            raise GradingError(f"The feedback on {name} failed. {reason(result)}")


def reason(result: dict[str, Any]) -> str:
    """Return the line of nbgrader's log that says what went wrong."""
    log = re.sub(r"\x1b\[[0-9;]*m", "", result.get("log") or "")
    errors = re.findall(
        r"^\s*([\w.]*(?:Error|Exception|NotJSON)\w*: \S.*)$", log, flags=re.M
    )
    return errors[-1] if errors else "nbgrader gave no reason."


def _forget(course: Path, name: str, student: str) -> None:
    """Remove what an earlier or an unfinished run has left, which would be taken for a grade."""
    for folder in ("autograded", "feedback"):
        shutil.rmtree(course / folder / student / name, ignore_errors=True)
    with gradebook(course) as book, contextlib.suppress(MissingEntry):
        book.remove_submission(name, student)


def _progress(items: list[str], what: str) -> tqdm:
    return tqdm(items, desc=what, unit="", leave=True)
