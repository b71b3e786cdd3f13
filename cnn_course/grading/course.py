"""A course: nbgrader's folders, settings and gradebook, in one object."""

import warnings
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from sqlalchemy.exc import SAWarning
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from cnn_course.grading.config import configure


class GradingError(RuntimeError):
    """A step failed; the text says which, and why."""


class Course:
    """Where a course's notebooks lie, and what nbgrader is told about them."""

    def __init__(self, directory: CourseDirectory, config: Config) -> None:
        # nbgrader 0.9.6 reads relations of rows that it adds a moment later; harmless, but on stderr.
        warnings.filterwarnings("ignore", category=SAWarning, module="nbgrader")
        self.directory, self.config = directory, config
        self.root = Path(directory.root).resolve()

    @classmethod
    def open(cls, folder: Path) -> "Course":
        """Return the course in a folder, with the settings of its nbgrader_config.py if there is one."""
        own = folder / "nbgrader_config.py"
        if own.exists():
            place = str(folder.resolve())
            config = PyFileConfigLoader(own.name, path=place).load_config()
        else:
            config = Config()
            configure(config, folder.resolve())
        config.NbGrader.logfile = ""
        return cls(NbGraderAPI(config=config).coursedir, config)

    def api(self) -> NbGraderAPI:
        """Return nbgrader's interface to this course."""
        return NbGraderAPI(self.directory, config=self.config)

    def gradebook(self) -> Gradebook:
        """Open the gradebook; a context manager."""
        return Gradebook(self.directory.db_url, self.directory.course_id)

    def folder(self, step: str, student: str, assignment: str) -> Path:
        """Return where an assignment lies: step is submitted, autograded, feedback, release or source."""
        place = getattr(self.directory, f"{step}_directory")
        return Path(self.directory.format_path(place, student, assignment))

    def assignments(self) -> list[str]:
        """Return the names of the assignments that have a source, in order."""
        return sorted(path.parent.name for path in self.root.glob("source/*/*.ipynb"))

    def submissions(self, assignment: str, student: str = "*") -> list[str]:
        """Return the students who handed in an assignment; ``student`` is a pattern of their names."""
        pattern = self.folder("submitted", student, assignment)
        found = Path("/").glob(str(pattern).lstrip("/"))
        names = (path.parent.name for path in found if path.is_dir())
        return sorted(name for name in names if not name.startswith("."))
