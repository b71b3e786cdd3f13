"""The steps of a course through nbgrader: release, grade, feedback."""

import shutil
import warnings
from pathlib import Path
from typing import Any

from nbgrader.apps import NbGraderAPI
from sqlalchemy.exc import SAWarning
from tqdm import tqdm
from traitlets.config import Config

from cnn_course.grading.config import configure


class GradingError(RuntimeError):
    """A step of nbgrader failed; the text ends with its log."""


def open_course(course: Path) -> NbGraderAPI:
    """Return nbgrader's interface to the course in a folder that holds `source/`."""
    # nbgrader 0.9.6 reads relations of rows that it adds a moment later; harmless, but on stderr.
    warnings.filterwarnings("ignore", category=SAWarning, module="nbgrader")
    config = Config()
    configure(config, course.resolve())
    config.NbGrader.logfile = ""
    return NbGraderAPI(config=config)


def assignments(course: Path) -> list[str]:
    """Return the names of the assignments that have a source, in order."""
    return sorted(path.parent.name for path in course.glob("source/*/*.ipynb"))


def release(course: Path, names: list[str] | None = None) -> list[Path]:
    """Write the student versions and return their places; what is current stays as it is."""
    api, written = open_course(course), []
    for name in _progress(names or assignments(course), "release"):
        source = course / "source" / name / f"{name}.ipynb"
        target = course / "release" / name / f"{name}.ipynb"
        if not target.exists() or target.stat().st_mtime <= source.stat().st_mtime:
            _require(
                api.generate_assignment(name, force=True, create=True),
                f"release of {name}",
            )
        written.append(target)
    return written


def submissions(course: Path, name: str) -> list[str]:
    """Return the students who handed in an assignment."""
    return sorted(
        path.name for path in (course / "submitted").glob("*") if (path / name).is_dir()
    )


def grade(course: Path, name: str) -> list[str]:
    """Grade every submission of an assignment; return the students whose notebook could not be graded.

    One broken notebook does not stop the others.
    """
    api, failed = open_course(course), []
    for student in _progress(submissions(course, name), f"grade {name}"):
        result = api.autograde(name, student, force=True, create=True)
        if not result["success"]:
            failed.append(student)
            # What a run that was cut off has left would be taken for a grade.
            shutil.rmtree(course / "autograded" / student / name, ignore_errors=True)
            tqdm.write(f"{student}: not graded.\n{_last_line(result)}")
    return failed


def feedback(course: Path, name: str) -> None:
    """Write the feedback pages of everybody whose work is graded."""
    if any((course / "autograded").glob(f"*/{name}")):
        _require(
            open_course(course).generate_feedback(name, force=True),
            f"feedback on {name}",
        )


def _progress(items: list[str], what: str) -> tqdm:
    return tqdm(items, desc=what, unit="", leave=True)


def _last_line(result: dict[str, Any]) -> str:
    text = (result.get("error") or result.get("log") or "").strip()
    return text.splitlines()[-1] if text else "nbgrader gave no reason"


def _require(result: dict[str, Any], what: str) -> None:
    if not result["success"]:
        raise GradingError(
            f"The {what} failed.\n{result.get('error') or ''}\n{result.get('log') or ''}"
        )
