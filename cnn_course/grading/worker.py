"""Grade one submission in a process of its own, which may be killed without harm to anything else."""

import contextlib
import json
import multiprocessing
import resource
import signal
import sys
import threading
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any

from cnn_course.grading.files import SubmissionError
from cnn_course.grading.jail import Jail
from cnn_course.grading.judge import Judge, Judged
from cnn_course.grading.limits import Limits
from cnn_course.grading.outputs import error_output
from cnn_course.grading.rebuild import Cell, Rebuilt, rebuild
from cnn_course.grading.results import Flag, Graded, Verdict
from cnn_course.grading.sandbox import Sandbox, SandboxError
from cnn_course.grading.session import Session

MEMORY = 6 * 2**30  # bytes of address space for the grader's side of one submission
SPARE = 60  # seconds on top of the notebook's own


@dataclass(frozen=True)
class Task:
    """All that a worker has to know to grade one submission; it can be sent to another machine."""

    assignment: str
    student: str
    notebook: str  # its name, without the ending
    folder: Path  # what was handed in
    cells: list[Cell]  # the skeleton
    view: Path
    limits: dict[str, int]
    seed: int
    modules: tuple[str, ...] = ()  # imported once for all submissions
    release: str = ""
    run: str = ""
    unsafe: bool = False


def grade(task: Task) -> Graded:
    """Grade a submission; whatever it does to its grader, an answer comes back."""
    start = time.monotonic()
    jail = None if task.unsafe else _jails.get(task)
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_grade_here, args=(task, jail, theirs))
    child.start()
    theirs.close()
    why = "The grader itself was stopped by this submission."
    try:
        if ours.poll(task.limits["seconds_notebook"] + SPARE):
            found = json.loads(ours.recv_bytes())
            graded = Graded.from_json(found["graded"])
            graded.notebook = found["notebook"]
            return graded
        why = "Grading took too long and was stopped."
    except EOFError:
        pass
    finally:
        ours.close()
        child.kill()
        child.join()
    _jails.close()  # and with it what runs in there without its grader
    return unreadable(task, task.cells, "grader", why, time.monotonic() - start)


class _Jails(threading.local):
    """The jail that this worker uses, for as long as the assignment is the same."""

    jail: Jail | None = None
    view: Path | None = None

    def get(self, task: Task) -> Jail | None:
        """Return the jail for a task, or None where there can be no sandbox within a sandbox."""
        if self.view != task.view or (self.jail and not self.jail.alive()):
            self.close()
            self.view = task.view
            with contextlib.suppress(OSError):
                limits = Limits(**task.limits)
                self.jail = Jail(task.view, limits, list(task.modules))
        return self.jail

    def close(self) -> None:
        """End the jail; the next task makes a new one."""
        if self.jail is not None:
            self.jail.close()
        self.jail = self.view = None


_jails = _Jails()


def _grade_here(task: Task, jail: Jail | None, answer: Connection) -> None:
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who pressed Ctrl-C stops the workers
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        graded = grade_here(task, jail)
    except SandboxError as error:
        graded = unreadable(task, task.cells, "sandbox", str(error))
    except MemoryError:
        graded = unreadable(
            task, task.cells, "grader", "It needs more memory than the grader has."
        )
    except Exception as error:
        # Without its text, which could be written by the student.
        why = f"The grader failed on this submission ({type(error).__name__})."
        graded = unreadable(task, task.cells, "grader", why)
    answer.send_bytes(
        json.dumps({"graded": graded.to_json(), "notebook": graded.notebook}).encode()
    )


def grade_here(task: Task, jail: Jail | None = None) -> Graded:
    """Rebuild the notebook and judge it."""
    start = time.monotonic()
    limits = Limits(**task.limits)
    try:
        rebuilt = rebuild(task.cells, task.folder, task.notebook)
    except SubmissionError as error:
        return unreadable(task, task.cells, "unreadable", str(error))
    sandbox = _sandbox(task, limits, jail)
    try:
        session = Session(sandbox, limits)
        plain = [cell for cell in task.cells if cell.kind == "plain"]
        judged = Judge(session, rebuilt.cells, task.seed, limits, plain).go()
    finally:
        sandbox.close()
    return _graded(task, rebuilt, judged, time.monotonic() - start)


def _sandbox(task: Task, limits: Limits, jail: Jail | None) -> Sandbox:
    if jail is not None:
        # A sandbox of its own is slower, and as safe.
        with contextlib.suppress(SandboxError):
            return Sandbox(task.view, limits, jail)
    return Sandbox(task.view, limits, unsafe=task.unsafe)


def _graded(task: Task, rebuilt: Rebuilt, judged: Judged, seconds: float) -> Graded:
    return Graded(
        task.assignment,
        task.student,
        task.seed,
        rebuilt.submission,
        judged.verdicts,
        judged.flags,
        rebuilt.notes,
        round(seconds, 3),
        task.release,
        task.run,
        notebook_of(rebuilt.cells, judged.outputs),
    )


def unreadable(
    about: Task | Graded, cells: list[Cell], kind: str, why: str, seconds: float = 0.0
) -> Graded:
    """Return the result of a submission that could not be judged at all."""
    cells = [cell for cell in cells if cell.kind != "plain"]
    told = f"{why} Your teacher will look at it."
    verdicts = [
        Verdict(cell.name, 0.0, cell.points, "unjudged", told)
        for cell in cells
        if cell.graded
    ]
    outputs = [[] for _ in cells]
    first = next((i for i, c in enumerate(cells) if c.type == "code"), None)
    if first is not None:
        outputs[first] = [error_output("NotGraded", why)]
    return Graded(
        about.assignment,
        about.student,
        about.seed,
        "",
        verdicts,
        [Flag(kind, why)],
        [],
        round(seconds, 3),
        about.release,
        about.run,
        notebook_of(cells, outputs),
    )


def notebook_of(
    cells: list[Cell], outputs: list[list[dict[str, Any]]]
) -> dict[str, Any]:
    """Return a rebuilt notebook in Jupyter's format 4.5."""
    found = []
    for number, (cell, shown) in enumerate(zip(cells, outputs, strict=True)):
        metadata = {"nbgrader": cell.metadata} if cell.name else {}
        made = {
            "cell_type": cell.type,
            "id": f"cell-{number}",
            "metadata": metadata,
            "source": cell.source,
        }
        if cell.type == "code":
            made |= {"execution_count": None, "outputs": shown}
        elif cell.attachments:
            made["attachments"] = cell.attachments
        found.append(made)
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {
        "cells": found,
        "metadata": {"kernelspec": kernel},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def die_with_parent() -> None:
    """Ask the kernel to end this process when the one that started it ends, however it ends."""
    if sys.platform.startswith("linux"):
        import ctypes  # noqa: PLC0415 -- there is no other way, and only Linux has this one

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def prepare() -> None:
    """Prepare a process of a pool: it leaves Ctrl-C to its parent, and ends with it."""
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Finalize(None, _jails.close, exitpriority=10)
