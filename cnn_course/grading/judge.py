"""Run a rebuilt notebook: the student's cells in the sandbox, the checks here, with proxies in their hands.

A check cell is the instructor's own code, with its hidden tests. What it calls of the student's is a proxy;
the numbers that it compares with never leave this process.
"""

import contextlib
import io
import math
import os
import random
import signal
import time
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from cnn_course.checks.failures import UNWRITTEN, CheckFailed
from cnn_course.grading import given, limits
from cnn_course.grading.answers import Late, NotHanded, NotSent
from cnn_course.grading.outputs import TEXT, error_output, outputs_of, stream_output
from cnn_course.grading.rebuild import Cell
from cnn_course.grading.results import Flag, Verdict
from cnn_course.grading.session import Session, Stopped
from cnn_course.grading.told import example_of, hidden_message, plain, told_of

PUBLIC_SEED = 0  # of a student's own checks


class OutOfTime(BaseException):
    """The grader's own side of a check takes too long."""


@dataclass
class Judged:
    """What came of a notebook: its verdicts, flags, and for each cell what it showed."""

    verdicts: list[Verdict] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
    outputs: list[list[dict[str, Any]]] = field(default_factory=list)


class Judge:
    """Goes through one notebook, cell by cell."""

    def __init__(
        self,
        session: Session,
        cells: list[Cell],
        seed: int,
        limits: limits.Limits,
        plain: list[Cell] | None = None,
    ) -> None:
        self.session, self.cells = session, cells
        self.seed, self.limits = seed, limits
        self.given = given.Given(cells, plain)
        self.stopped = ""
        self.judged = Judged()

    def go(self) -> Judged:
        """Run all cells in their order."""
        for cell in self.cells:
            shown: list[dict[str, Any]] = []
            if cell.kind == "check" and cell.type == "code":
                verdict, shown = self._check(cell)
                self.judged.verdicts.append(verdict)
            else:
                if cell.type == "code":
                    shown = self._run(cell)
                if cell.graded:
                    self.judged.verdicts.append(_for_a_person(cell))
            self.judged.outputs.append(shown)
        return self.judged

    def _run(self, cell: Cell) -> list[dict[str, Any]]:
        """Run a cell in the sandbox, and a locked one's definitions here too."""
        if self.stopped:
            return [error_output("NotRun", f"This cell was not run. {self.stopped}")]
        try:
            run = self.session.run(cell.source)
        except Stopped as error:
            self._stop(str(error), cell)
            return [error_output("Stopped", self.stopped)]
        if isinstance(run.error, Late):
            self._flag("time", f"{cell.name or 'A cell of their own'}: {run.error}")
        if cell.kind == "given":
            with contextlib.suppress(Exception):
                self._here(lambda: self.given.define(cell, self.session))
        return outputs_of(run)

    def _check(self, cell: Cell) -> tuple[Verdict, list[dict[str, Any]]]:
        start = time.monotonic()
        if self.stopped:
            return self._unjudged(cell, self.stopped), []
        trial = self._try(cell, cell.source, self.seed)
        if trial.unjudged:
            verdict = self._unjudged(cell, trial.unjudged)
            return verdict, [error_output("NotJudged", trial.unjudged)]
        seconds = time.monotonic() - start
        if self.session.late:
            trial.error = Late(self.session.late)
            self._flag("time", f"{cell.name}: {self.session.late}")
        elif trial.error is None and self.session.unsent:
            # Not to answer is no answer, even where a check asks for an error.
            trial.error = NotSent(self.session.unsent)
        if trial.error is None:
            return self._passed(cell, trial, seconds)
        # What the student is told comes from the cases of their own check, which they know.
        public = trial
        if not isinstance(trial.error, Late):
            public = self._try(cell, cell.released, PUBLIC_SEED)
        verdict = _failed(cell, trial, public, seconds)
        return verdict, [error_output("Not yet", verdict.told)]

    def _passed(
        self, cell: Cell, trial: "Trial", seconds: float
    ) -> tuple[Verdict, list[dict[str, Any]]]:
        points, state, value = cell.points, "right", trial.value
        # As in nbgrader, a number that the cell shows is its score.
        if isinstance(value, int | float | np.number) and not isinstance(value, bool):
            if not 0 <= value < math.inf:
                why = f"The check showed the score {value}."
                return self._unjudged(cell, why), [error_output("NotJudged", why)]
            points = min(float(value), cell.points)
            state = (
                "right" if points == cell.points else "partly" if points else "wrong"
            )
        # What hidden tests print can be what they hide.
        open_ = cell.source == cell.released
        told = plain(trial.printed) if open_ else ""
        verdict = Verdict(cell.name, points, cell.points, state, told, seconds=seconds)
        return verdict, trial.outputs() if open_ else []

    def _try(self, cell: Cell, source: str, seed: int) -> "Trial":
        """Run a check cell here with one seed, and say what came of it."""
        trial = Trial()
        self.session.begin()
        os.environ["CNN_COURSE_SEED"] = str(seed)
        random.seed(seed)
        np.random.seed(seed % 2**32)
        try:
            self._here(
                lambda: trial.run(source, lambda: self.given.names(cell, self.session))
            )
        except Stopped as error:
            self._stop(str(error), cell)
            trial.unjudged = self.stopped
        except OutOfTime:
            trial.unjudged = "This check took too long."
        except MemoryError:
            trial.unjudged = "This check needed too much memory."
        if self.session.sandbox.ended and not trial.unjudged:
            self._stop(self.session.sandbox.ended, cell)
            trial.unjudged = self.stopped
        return trial

    def _here(self, work: Any) -> None:
        """Do something in this process for as long as a cell may take, and not longer."""

        def late(*_: Any) -> None:
            raise OutOfTime

        before = signal.signal(signal.SIGALRM, late)
        signal.setitimer(signal.ITIMER_REAL, self.limits.seconds_cell + 10, 1)
        try:
            work()
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

    def _unjudged(self, cell: Cell, why: str) -> Verdict:
        self._flag("unjudged", f"{cell.name}: {why}")
        told = f"This part could not be judged. {why} Your teacher will look at it."
        return Verdict(cell.name, 0.0, cell.points, "unjudged", told)

    def _stop(self, why: str, cell: Cell) -> None:
        if not self.stopped:
            where = cell.name or "a cell of your own"
            self.stopped = f"The notebook was stopped in {where}. {why}"
            self._flag("stopped", self.stopped)

    def _flag(self, kind: str, text: str) -> None:
        self.judged.flags.append(Flag(kind, text))


class Trial:
    """One run of a check cell."""

    def __init__(self) -> None:
        self.error: BaseException | None = None
        self.value: Any = None
        self.printed = ""
        self.unjudged = ""
        self.line = 0

    def run(self, source: str, known: Callable[[], dict[str, Any]]) -> None:
        """Run the cell; `CheckFailed` and other exceptions are kept, those that end the run are not."""
        printed = io.StringIO()
        try:
            body, last = given.split(source)
            with (
                contextlib.redirect_stdout(printed),
                contextlib.redirect_stderr(io.StringIO()),
                warnings.catch_warnings(),
            ):
                warnings.simplefilter("ignore")
                names = known()
                exec(body, names)
                value = eval(last, names) if last else None
                self.value = None if source.rstrip().endswith(";") else value
        except (Stopped, OutOfTime, KeyboardInterrupt):
            raise
        except BaseException as error:
            theirs = hasattr(error, "frames")
            if isinstance(error, MemoryError) and not theirs:
                raise
            self.error = error
            if not theirs and isinstance(error, SyntaxError | ImportError | NotHanded):
                text = plain(f"{type(error).__name__}: {error}")
                self.unjudged = f"The check itself is broken ({text})."
            lines = [
                frame.lineno
                for frame in traceback.extract_tb(error.__traceback__)
                if frame.filename == given.FILE
            ]
            self.line = lines[-1] if lines else 0
        finally:
            self.printed = printed.getvalue()[:TEXT]

    def outputs(self) -> list[dict[str, Any]]:
        """Return what the check printed, as a notebook's outputs."""
        return [stream_output(plain(self.printed))] if self.printed else []


def _failed(cell: Cell, hidden: Trial, public: Trial, seconds: float) -> Verdict:
    error = hidden.error
    mistake, right, example = "", [], None
    if public.error is not None:
        told = told_of(public.error)
        if isinstance(public.error, CheckFailed):
            mistake, right = public.error.mistake, list(public.error.right)
            example = example_of(public.error)
    elif isinstance(error, CheckFailed):
        mistake = error.mistake
        told = f"{plain(error.told)} It shows with other numbers than those of your own check."
    else:
        told = hidden_message(error, cell.source, hidden.line)
    return Verdict(
        cell.name,
        0.0,
        cell.points,
        "wrong",
        told,
        right,
        plain(mistake),
        example,
        plain(f"{type(error).__name__}: {error}"),
        seconds,
    )


def _for_a_person(cell: Cell) -> Verdict:
    """Leave an answer in words to a person, unless there is none."""
    if cell.kind == "essay" and cell.source.strip() == cell.released.strip():
        told = "Nothing was written here."
        points = cell.points
        return Verdict(cell.name, 0.0, points, "wrong", told, mistake=UNWRITTEN)
    return Verdict(cell.name, None, cell.points, "person")
