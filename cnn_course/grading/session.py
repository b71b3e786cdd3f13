"""The grader's end of a sandbox: run cells in it, and use what a student defined through proxies."""

import contextlib
import os
import select
import time
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from cnn_course.grading import wire
from cnn_course.grading.answers import Late, NotSent, encode, student_error, update
from cnn_course.grading.limits import Limits
from cnn_course.grading.proxies import Argument, View, at, make_proxy
from cnn_course.grading.sandbox import Sandbox, SandboxError

GRACE = 2.0  # seconds after which a program that does not stop by itself is stopped
SIZES = wire.Sizes()


class Stopped(BaseException):
    """The sandbox has ended; no ``except Exception`` of a check may go on without it."""


class CellRun(NamedTuple):
    """What a cell showed, as pairs (kind, text), and the error that stopped it."""

    shown: list[tuple[str, str]]
    error: BaseException | None


class Session:
    """One sandbox, and the clock of the cell that runs in it."""

    def __init__(self, sandbox: Sandbox, limits: Limits) -> None:
        self.sandbox, self.limits = sandbox, limits
        self.ends = time.monotonic() + limits.seconds_notebook
        self.cell_ends = self.ends
        self.late = self.unsent = ""
        self.asked = 0
        self.places = 0  # results that are arguments
        self._wait_until_ready()

    def _wait_until_ready(self) -> None:
        try:
            word = self._read(6, time.monotonic() + 60)
        except Stopped:
            word = b""
        if word != b"ready\n":
            self.sandbox.kill("It did not start.")
            raise SandboxError(
                f"The sandbox did not start. {self.sandbox.failure()}".strip()
            )

    def begin(self) -> None:
        """Start the clock of a cell, or of a check with all its calls."""
        self.late = self.unsent = ""
        self.cell_ends = min(self.ends, time.monotonic() + self.limits.seconds_cell)

    # What can be asked.

    def run(self, source: str) -> CellRun:
        """Run a cell of the student's."""
        self.begin()
        try:
            answer = self.ask("run", source, seconds=self.limits.seconds_cell)
        except Exception as error:  # late, too much, or the runner itself was changed
            return CellRun([], error)
        with self._agreed():
            error = answer["error"] and student_error(answer["error"])
            shown = [(str(kind), str(text)) for kind, text in answer["shown"]]
            return CellRun(shown, error)

    def defines(self, name: str) -> bool:
        """Return whether the student's notebook has a name."""
        return self.ask("defines", name) is True

    def get(self, name: str) -> Any:
        """Return what the student's notebook has under a name: data, or a proxy."""
        try:
            return self.ask("get", name)
        except NotSent as error:
            self.unsent = ""  # only what a call returns counts
            text = str(error).removeprefix("What it returns ")
            raise NotSent(f"{name} {text}") from None

    def call(self, thing: Any, given: Sequence[Any], named: dict[str, Any]) -> Any:
        """Call a student's object; what it changes in its arguments is changed here too."""
        self.places = 0
        answer = self.ask("call", thing, list(given), named)
        arguments = [*given, *named.values()]
        with self._agreed():
            value = answer["value"]
            for number, after in answer["changed"]:
                update(at(number, arguments), after)
            # Only a result can be an argument, nothing inside of one.
            if self.places != isinstance(value, Argument):
                raise ValueError("an argument in the wrong place")
            return value.of(arguments) if isinstance(value, Argument) else value

    def iterate(self, thing: Any) -> Iterator[Any]:
        """Iterate over a student's object, an item at a time."""
        items = self.ask("iterate", thing)
        while True:
            try:
                (item,) = self.ask("following", items)
            except StopIteration:
                return
            yield item

    def ask(self, do: str, *what: Any, seconds: float | None = None) -> Any:
        """Send a request and return its answer.

        Raises:
            Late: the time for it, or for its cell, is over.
            NotSent: the answer is not plain data.
            Stopped: the sandbox is gone.
            Exception: what the student's code raised.
        """
        left = self.cell_ends - time.monotonic()
        seconds = min(seconds or self.limits.seconds_call, left)
        if self.late or seconds <= 0:
            raise Late(self.late or self._late(seconds))
        self.asked += 1
        request = {"id": self.asked, "do": do, "with": list(what), "seconds": seconds}
        self._write(wire.pack(request, encode, SIZES))
        answer = self._answer(time.monotonic() + seconds + GRACE)
        if answer.get("late") is True:
            self.late = self._late(seconds)
            raise Late(self.late)
        if "unsent" in answer:
            self.unsent = f"What it returns {str(answer['unsent'])[:200]}."
            raise NotSent(self.unsent)
        if "error" in answer:
            with self._agreed():
                error = student_error(answer["error"])
            if isinstance(error, StopIteration) and do != "following":
                # It would end a check's loop (`zip(map(f, xs), wants)`) as if all were compared.
                raise RuntimeError("It raises StopIteration.") from error
            raise error
        return answer.get("value")

    @contextlib.contextmanager
    def _agreed(self) -> Iterator[None]:
        """End the sandbox if what came out of it is not in the form that was agreed."""
        try:
            yield
        except NotSent:
            raise
        except Exception:
            raise self._forged() from None

    def _late(self, seconds: float) -> str:
        if time.monotonic() >= self.ends - 0.1:
            return f"The notebook ran longer than {self.limits.seconds_notebook} seconds and was stopped."
        if seconds <= 0 or seconds < self.limits.seconds_call:
            return (
                f"It ran longer than {self.limits.seconds_cell} seconds in all "
                "and was stopped."
            )
        return f"It ran longer than {seconds:.0f} seconds and was stopped."

    # Reading and writing.

    def _answer(self, deadline: float) -> dict[str, Any]:
        try:
            head = self._read(wire.HEAD.size, deadline)
            tree, arrays = wire.lengths(head, SIZES)
            data = self._read(tree + arrays, deadline)
            answer = wire.unpack(data[:tree], data[tree:], self._decode)
        except wire.WireError as error:
            raise self._forged(str(error)) from None
        if not isinstance(answer, dict) or type(answer.get("to")) is not int:
            raise self._forged()
        if answer["to"] != self.asked:
            raise self._forged()
        return answer

    def _forged(self, how: str = "is not in the form that was agreed") -> Stopped:
        return self._stop(f"What came out of the notebook {how}.")

    def _stop(self, why: str) -> Stopped:
        self.sandbox.kill(why)
        return Stopped(self.sandbox.ended)

    def _read(self, count: int, deadline: float) -> bytes:
        """Read exactly so many bytes, which were measured before."""
        parts, missing = [], count
        while missing:
            left = max(0.0, deadline - time.monotonic())
            ready, _, _ = select.select([self.sandbox.answers], [], [], left)
            if not ready:
                raise self._stop("It did not stop when its time was over.")
            part = os.read(self.sandbox.answers, min(missing, 2**20))
            if not part:
                raise self._stop("It ended before the grader was done.")
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)

    def _write(self, data: bytes) -> None:
        """Send bytes; a program that does not read them is stopped."""
        os.set_blocking(self.sandbox.requests, False)
        deadline, view = time.monotonic() + 10, memoryview(data)
        while view:
            left = max(0.0, deadline - time.monotonic())
            _, ready, _ = select.select([], [self.sandbox.requests], [], left)
            if not ready:
                raise self._stop("It did not take what the grader sent.")
            try:
                view = view[os.write(self.sandbox.requests, view) :]
            except BrokenPipeError:
                raise self._stop("It ended before the grader was done.") from None

    def _decode(self, kind: str, content: Any) -> Any:
        if kind == "object":
            return make_proxy(self, content)
        if kind in ("argument", "view"):
            self.places += 1
            return Argument(content) if kind == "argument" else View(*content)
        raise wire.WireError("is of a kind that was not agreed")
