"""nbgrader's settings for this course."""

import os
import secrets
import sysconfig
from pathlib import Path

from traitlets.config import Config

COURSE = "cnn_course"


def configure(c: Config, course: Path) -> None:
    """Put this course's settings into a traitlets configuration.

    The gradebook is SQLite, `gradebook.db` in the course's folder, unless `CourseDirectory.db_url` is set.
    """
    c.CourseDirectory.course_id = COURSE
    c.CourseDirectory.root = str(course)
    # The stub stands in the source, above or below the solution, where a person can read it.
    c.ClearSolutions.code_stub = {"python": ""}
    c.ClearSolutions.text_stub = "*Write your answer here.*"
    # What students wrote is shown in formgrader's pages: no scripts of theirs among it.
    c.HTMLExporter.sanitize_html = True
    # nbgrader starts `alembic` by its name, also where the environment is not activated.
    os.environ["PATH"] = os.pathsep.join(
        [sysconfig.get_path("scripts"), os.environ["PATH"]]
    )
    # Imported here: the bridge needs the steps that read this configuration.
    from cnn_course.grading import bridge  # noqa: PLC0415

    bridge.install()


def grading_seed(course: Path) -> int:
    """Return the seed that hidden cases are drawn from: kept in `seed.secret`, drawn on first use.

    Raises:
        ValueError: the file does not hold a whole number.
    """
    file = course / "seed.secret"
    if not file.exists():
        new = file.with_suffix(".new")
        new.touch(mode=0o600)
        new.write_text(f"{secrets.randbits(32)}\n", encoding="utf-8")
        new.replace(file)
    text = file.read_text(encoding="utf-8").strip()
    if not text.isdecimal():
        raise ValueError(
            f"{file} must hold one whole number, the seed of hidden cases, not {text!r}."
        )
    return int(text)
