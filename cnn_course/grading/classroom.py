"""Grade a class: every submission in a process of its own, results recorded one by one as they come."""

import contextlib
import hashlib
import hmac
import json
import multiprocessing
import os
import secrets
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path

from nbgrader.api import Gradebook
from sqlalchemy.exc import SQLAlchemyError
from tqdm import tqdm

from cnn_course.grading import (
    config,
    cycle,
    rebuild,
    record,
    rubrics,
    sandbox,
    view,
    worker,
)
from cnn_course.grading.course import Course, GradingError
from cnn_course.grading.limits import Limits
from cnn_course.grading.results import Graded
from cnn_course.grading.worker import Task


@dataclass(frozen=True)
class Choices:
    """Whom to grade, and how."""

    students: Sequence[str] = ()  # all, if none is named
    only_new: bool = False  # what has not changed since it was graded is left alone
    repeat: bool = False  # hidden cases as in the result that is there
    restart: bool = False  # a run that was cut off is not continued
    unsafe: bool = False  # without a sandbox


@dataclass
class Assignment:
    """What is the same for all submissions of an assignment."""

    name: str
    notebook: str
    cells: list[rebuild.Cell]
    given: list[str] = field(init=False)  # sources of the locked cells, checks left out
    release: str = field(init=False)
    modules: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.given = [cell.source for cell in self.cells if cell.kind == "given"]
        self.modules = tuple(view.modules(self.given))
        text = json.dumps([(c.name, c.kind, c.source, c.points) for c in self.cells])
        self.release = hashlib.sha256(text.encode()).hexdigest()


def grade(
    course: Course | Path,
    name: str,
    jobs: int | None = None,
    choices: Choices | None = None,
    *,
    executor: Executor | None = None,
    done: Callable[[Graded], None] = lambda _: None,
) -> list[Graded]:
    """Grade the submissions of an assignment and record them; one that cannot be judged stops nobody else.

    Args:
        course: the folder that holds source/, release/ and submitted/, or the course itself.
        jobs: how many are graded at a time; one for each processor if not given.
        executor: runs the work elsewhere (Dask's ``Client.get_executor()``) instead of a pool made here;
            it needs the course's folder under the same path.
        done: called with each result once it is recorded.

    Returns:
        The results of this run, and those of a run before it that was cut off, by student.

    Raises:
        GradingError: there is no such assignment, or nothing to run it in.
    """
    choices = choices or Choices()
    course = course if isinstance(course, Course) else Course.open(course)
    limits = Limits(config=course.config)
    why = None if choices.unsafe else sandbox.missing()
    if why:
        raise GradingError(
            f"{why} Or grade with --unsafe, which runs students' programs as you: they can then read and "
            "change all that you can, and write their own grades."
        )
    if course.root.is_relative_to("/usr"):
        raise GradingError(
            f"{course.root} lies in /usr, which sandboxes show: move it."
        )
    assignment = assignment_of(course, name)
    run = _Run(course, assignment, choices)
    # On other machines, only the course's own folder is sure to be there.
    place = None if executor is None else course.root
    with tempfile.TemporaryDirectory(prefix=".cnn-course-", dir=place) as folder:
        shown = Path(folder) / "view"
        _make_view(shown, assignment, course)
        tasks = list(run.tasks(shown, limits))
        # The workers start before the gradebook is opened: they have no business with it.
        with _pool(executor, jobs) as pool:
            waiting = {pool.submit(worker.grade, task): task for task in tasks}
            with course.gradebook() as book:
                for graded in tqdm(
                    _results(waiting), f"grade {name}", len(tasks), unit=""
                ):
                    kept = _record(graded, assignment, course, book)
                    run.results[graded.student] = kept
                    done(kept)
    run.close()
    return [run.results[student] for student in sorted(run.results)]


def _record(
    graded: Graded, assignment: Assignment, course: Course, book: Gradebook
) -> Graded:
    """Record a result; one that cannot be recorded is recorded as such, and stops nobody else."""
    graded.notebook = rubrics.added(graded.notebook, assignment.cells)
    try:
        record.save(graded, assignment.notebook, course, book)
        return graded
    except (OSError, ValueError, SQLAlchemyError) as error:
        book.db.rollback()
        why = f"The result could not be recorded ({type(error).__name__})."
        failed = worker.unreadable(graded, assignment.cells, "grader", why)
        record.save(failed, assignment.notebook, course, book)
        return failed


def assignment_of(course: Course, name: str) -> Assignment:
    """Read the skeleton: the released notebook, with the locked cells that the gradebook has."""
    if name not in _known(course):
        cycle.release_one(course, name)  # a new gradebook
    with course.gradebook() as book:
        notebooks = book.find_assignment(name).notebooks
        if len(notebooks) != 1:
            raise GradingError(f"{name} has {len(notebooks)} notebooks; one is graded.")
        notebook = notebooks[0].name
        cells = notebooks[0].source_cells
        locked = {cell.name: cell.source for cell in cells if cell.locked}
    path = course.folder("release", ".", name) / f"{notebook}.ipynb"
    if not path.exists():
        cycle.release_one(course, name)
    source = course.folder("source", ".", name) / path.name
    cells = rebuild.skeleton(path, locked, source if source.exists() else None)
    return Assignment(name, notebook, cells)


def _known(course: Course) -> set[str]:
    with course.gradebook() as book:
        return {assignment.name for assignment in book.assignments}


def _make_view(folder: Path, assignment: Assignment, course: Course) -> None:
    folder.parent.chmod(0o755)
    view.make(folder, assignment.given, course.folder("release", ".", assignment.name))


class _Run:
    """One run over a class, which a later one can continue if it is cut off."""

    def __init__(
        self, course: Course, assignment: Assignment, choices: Choices
    ) -> None:
        self.course, self.assignment, self.choices = course, assignment, choices
        self.results: dict[str, Graded] = {}
        self.secret = str(config.grading_seed(course.root)).encode()
        self.file = course.root / "autograded" / f".{assignment.name}.unfinished"
        self.name = secrets.token_hex(8)
        if self.file.exists() and not choices.restart:
            self.name = self.file.read_text(encoding="utf-8").strip()
        self.file.parent.mkdir(exist_ok=True)
        self.file.write_text(self.name, encoding="utf-8")

    def close(self) -> None:
        """Note that the run is complete."""
        self.file.unlink(missing_ok=True)

    def tasks(self, shown: Path, limits: Limits) -> Iterator[Task]:
        """Return what is to be done; what is done already goes to the results."""
        name = self.assignment.name
        known = self.course.submissions(name)
        for student in self.choices.students:
            if student not in known:
                raise GradingError(f"{student} has not handed in {name}.")
        for student in self.choices.students or known:
            before = record.load(self.course.folder("autograded", student, name))
            folder = self.course.folder("submitted", student, name)
            if before and self._is_done(before, folder):
                self.results[student] = before
                continue
            yield Task(
                self.assignment.name,
                student,
                self.assignment.notebook,
                folder,
                self.assignment.cells,
                shown,
                limits.values(),
                before.seed if before and self.choices.repeat else self._seed(student),
                self.assignment.modules,
                self.assignment.release,
                self.name,
                self.choices.unsafe,
            )

    def _is_done(self, before: Graded, folder: Path) -> bool:
        same_run = before.run == self.name
        unchanged = self.choices.only_new and before.release == self.assignment.release
        return (same_run or unchanged) and before.submission == rebuild.fingerprint(
            folder, self.assignment.notebook
        )

    def _seed(self, student: str) -> int:
        """Draw the seed of a student's hidden cases in this run."""
        text = f"{self.name}/{self.assignment.name}/{student}".encode()
        return int.from_bytes(hmac.digest(self.secret, text, "sha256")[:4])


@contextlib.contextmanager
def _pool(executor: Executor | None, jobs: int | None) -> Iterator[Executor]:
    if executor is not None:
        yield executor
        return
    # Forked, so that what this process has imported need not be imported again.
    method = "fork" if multiprocessing.current_process().daemon is False else "spawn"
    pool = ProcessPoolExecutor(
        jobs or os.cpu_count() or 1,
        multiprocessing.get_context(method),
        initializer=worker.prepare,
    )
    try:
        yield pool
    except BaseException:
        processes = list((pool._processes or {}).values())
        pool.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.kill()
        raise
    pool.shutdown()


def _results(waiting: dict[Future, Task]) -> Iterator[Graded]:
    for future in as_completed(waiting):
        try:
            yield future.result()
        except Exception as error:
            why = f"The grader failed ({type(error).__name__})."
            task = waiting[future]
            yield worker.unreadable(task, task.cells, "grader", why)
