"""nbgrader's settings for this course."""

import os
import secrets
import sysconfig
from pathlib import Path

from traitlets.config import Config

COURSE = "cnn_course"
SECONDS_A_CELL = 60


def configure(c: Config, course: Path) -> None:
    """Put this course's settings into a traitlets configuration.

    The gradebook is SQLite, `gradebook.db` in the course's folder, unless `CourseDirectory.db_url` is set.
    """
    c.CourseDirectory.course_id = COURSE
    c.CourseDirectory.root = str(course)
    # The stub stands in the source, above or below the solution, where a person can read it.
    c.ClearSolutions.code_stub = {"python": ""}
    c.ClearSolutions.text_stub = "*Write your answer here.*"
    c.KernelManager.transport_encryption = (
        "auto"  # other users of the machine cannot listen
    )
    c.Execute.timeout = SECONDS_A_CELL
    c.Execute.interrupt_on_timeout = True
    # A check that fails must not look like one that was never run.
    c.Execute.error_on_timeout = {
        "output_type": "error",
        "ename": "CellTimeoutError",
        "evalue": f"This cell ran longer than {SECONDS_A_CELL} seconds and was stopped.",
        "traceback": [
            f"This cell ran longer than {SECONDS_A_CELL} seconds and was stopped."
        ],
    }
    # nbgrader starts `alembic` by its name, also where the environment is not activated.
    os.environ["PATH"] = os.pathsep.join(
        [sysconfig.get_path("scripts"), os.environ["PATH"]]
    )
    os.environ["CNN_COURSE_SEED"] = str(grading_seed(course))
    os.environ.setdefault(
        "TF_CPP_MIN_LOG_LEVEL", "3"
    )  # nbgrader takes stderr for a failure


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
