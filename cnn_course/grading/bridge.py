"""nbgrader's own commands and buttons, grading as we do.

`nbgrader autograde`, `nbgrader generate_feedback` and the buttons of formgrader make these two classes
instead of nbgrader's: there is no setting for it, so `install` puts them where nbgrader looks them up.
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import nbgrader.apps.api
import nbgrader.apps.autogradeapp
import nbgrader.apps.generatefeedbackapp
from nbgrader.converters import Autograde, GenerateFeedback, NbGraderException

from cnn_course.grading import classroom, publish, worker
from cnn_course.grading.course import Course, GradingError


class SafeAutograde(Autograde):
    """Grades through the sandbox; takes the place of `nbgrader.converters.Autograde`."""

    def init_notebooks(self) -> None:
        """Find who handed in; what a folder holds is looked at later, and carefully."""
        course = Course(self.coursedir, self.config)
        name, student = self.coursedir.assignment_id, self.coursedir.student_id
        found = course.submissions(name, student)
        places = [course.folder("submitted", one, name) for one in found]
        self.assignments = {str(place): [] for place in places}
        if not self.assignments:
            place = course.folder("submitted", student, name)
            message = f"Nobody has handed in what matches {place}."
            self.log.error(message)
            raise NbGraderException(message)

    def convert_notebooks(self) -> None:
        """Grade all that was found and is not graded yet; all of it when forced."""
        name = self.coursedir.assignment_id
        students = [Path(place).parent.name for place in self.assignments]
        excluded = self.coursedir.student_id_exclude.split(",")
        wanted = [student for student in students if student not in excluded]
        if not wanted:
            return  # no students would mean all of them
        choices = classroom.Choices(
            wanted,
            only_new=not self.force,
            restart=True,
        )
        # A new process: this one may be a web server with many threads, which cannot be forked.
        spawn = multiprocessing.get_context("spawn")
        try:
            with ProcessPoolExecutor(1, spawn, worker.prepare) as pool:
                course = Course(self.coursedir, self.config)
                results = classroom.grade(course, name, choices=choices, executor=pool)
                for graded in results:
                    for flag in graded.flags:
                        self.log.warning("%s: %s", graded.student, flag.text)
        except GradingError as error:
            self.log.error(str(error))
            raise NbGraderException(str(error)) from error


class SafeFeedback(GenerateFeedback):
    """Writes our feedback pages; takes the place of `nbgrader.converters.GenerateFeedback`."""

    def convert_notebooks(self) -> None:
        """Write the page of everybody whose work is graded."""
        course = Course(self.coursedir, self.config)
        with course.gradebook() as book:
            for folder in map(Path, self.assignments):
                try:
                    publish.feedback(course, folder.name, folder.parent.name, book)
                except GradingError as error:
                    self.log.error(str(error))
                    raise NbGraderException(str(error)) from error


def install() -> None:
    """Put our classes where nbgrader's commands and its web form look for theirs."""
    nbgrader.apps.autogradeapp.Autograde = SafeAutograde
    nbgrader.apps.generatefeedbackapp.GenerateFeedback = SafeFeedback
    nbgrader.apps.api.Autograde = SafeAutograde
    nbgrader.apps.api.GenerateFeedback = SafeFeedback
