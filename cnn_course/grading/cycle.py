"""The steps of a course that nbgrader does as it always does: the release of assignments."""

import re
from pathlib import Path
from typing import Any

from tqdm import tqdm

from cnn_course.grading.course import Course, GradingError


def release(course: Course | Path, names: list[str] | None = None) -> list[Path]:
    """Write the student versions and return their places."""
    course = course if isinstance(course, Course) else Course.open(course)
    written = []
    for name in tqdm(names or course.assignments(), desc="release", unit=""):
        release_one(course, name)
        written.append(course.folder("release", ".", name) / f"{name}.ipynb")
    return written


def release_one(course: Course, name: str) -> None:
    """Write the student version of one assignment, and let the gradebook know it.

    Raises:
        GradingError: nbgrader could not.
    """
    result = course.api().generate_assignment(name, force=True, create=True)
    if not result["success"]:
        raise GradingError(f"The release of {name} failed. {reason(result)}")


def reason(result: dict[str, Any]) -> str:
    """Return the line of nbgrader's log that says what went wrong."""
    log = re.sub(r"\x1b\[[0-9;]*m", "", result.get("log") or "")
    errors = re.findall(
        r"^\s*([\w.]*(?:Error|Exception|NotJSON)\w*: \S.*)$", log, flags=re.M
    )
    return errors[-1] if errors else "nbgrader gave no reason."
