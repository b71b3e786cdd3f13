"""Inside the sandbox: run a student's cells, and call what they define, as the grader asks.

Started as ``python runner.py READ WRITE OPTIONS``, or by `forkserver.py`; it finds its helpers beside
itself. It is on the student's side: nothing that it answers is believed to be more than data.
"""

import builtins
import contextlib
import json
import os
import resource
import shutil
import signal
import sys
import traceback
from typing import Any, NoReturn

if __name__ == "__main__":
    sys.path += json.loads(sys.argv[3])["paths"]

import numpy
import shell
import syscalls
import wire

SIZES = wire.Sizes()
CELL = "your cell"  # how a frame in a student's own code is named


class TimeLimit(BaseException):
    """The time for this request is over; no ``except Exception`` of a student's catches it."""


class Runner:
    """The student's namespace, and the objects of it that the grader holds."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        self.objects: dict[int, Any] = {}
        self.shell = shell.make()

    # What the grader asks for; each method is one request.

    def run(self, source: str) -> Any:
        """Run a cell; return what it showed, and its error or None."""
        room = self.options["characters"], self.options["pictures"]
        self.shell.outputs = shell.Outputs(*room)
        result = self.shell.run_cell(source, store_history=True)
        error = result.error_before_exec or result.error_in_exec
        if isinstance(error, TimeLimit):
            raise error
        shown = list(self.shell.outputs)
        # What a function prints while a check calls it is dropped: it could be hidden numbers.
        self.shell.outputs = shell.Outputs(0, 0)
        return {"shown": shown, "error": error and self.error(error)}

    def defines(self, name: str) -> bool:
        """Say whether the notebook has a name."""
        return name in self.shell.user_ns

    def get(self, name: str) -> Any:
        """Return what the notebook has under a name."""
        return self.shell.user_ns[name]

    def call(self, thing: Any, arguments: list, named: dict[str, Any]) -> Any:
        """Call an object; return its value, and what the call changed in its arguments."""
        given = [*arguments, *named.values()]
        before = [wire.pack(value, self.encode, SIZES) for value in given]
        value = thing(*arguments, **named)
        changed = [
            [place, after]
            for place, (after, packed) in enumerate(zip(given, before, strict=True))
            if _can_change(after) and wire.pack(after, self.encode, SIZES) != packed
        ]
        return {"value": self.returned(value, given), "changed": changed}

    def attribute(self, thing: Any, name: str) -> Any:
        """Return an object's attribute."""
        return getattr(thing, name)

    def set_attribute(self, thing: Any, name: str, value: Any) -> None:
        """Set an object's attribute."""
        setattr(thing, name, value)

    def item(self, thing: Any, key: Any) -> Any:
        """Return an object's item."""
        return thing[key]

    def length(self, thing: Any) -> int:
        """Return an object's length."""
        return len(thing)

    def iterate(self, thing: Any) -> Any:
        """Return an iterator over an object, to be held."""
        return Held(iter(thing))

    def following(self, thing: Any) -> Any:
        """Return an iterator's next item, in a list of one."""
        return [next(thing)]

    # How the answers travel.

    def returned(self, value: Any, given: list) -> Any:
        """Say of a result that it is an argument, or a part of one, so that a check can object."""
        for place, argument in enumerate(given):
            if (
                value is argument
                and _can_change(value)
                and not isinstance(value, tuple)
            ):
                return Tree({"argument": place})
            if _is_view(value, argument):
                offset = _address(value) - _address(argument)
                shape, strides = list(value.shape), list(value.strides)
                kind = [place, value.dtype.str, shape, strides, offset]
                return Tree({"view": kind})
        return value

    def encode(self, value: Any) -> Any:
        """Describe an object by a number, its kind and name, and what can be done with it."""
        if isinstance(value, Tree):
            return value.tree
        if isinstance(value, Held):
            value = value.thing
        self.objects[id(value)] = value  # kept alive, so that its number stays its own
        kind = type(value)
        abilities = [callable(value)]
        names = ("__len__", "__getitem__", "__iter__", "__next__")
        abilities += [hasattr(kind, name) for name in names]
        return {"object": [id(value), kind.__name__, _name_of(value), abilities]}

    def decode(self, kind: str, content: Any) -> Any:
        """Return the object, or the function of Python or NumPy, that the grader names."""
        if kind == "object":
            return self.objects[content]
        if kind == "builtin":
            return getattr(builtins, content)
        if kind == "function":
            return getattr(sys.modules["numpy"], content)
        raise wire.WireError(f"is of an unknown kind, {kind}")

    def error(self, error: BaseException) -> dict[str, Any]:
        """Describe an error: its kinds from the nearest to the farthest, its text, the student's lines."""
        return {
            "kinds": [kind.__name__ for kind in type(error).__mro__],
            "text": _text_of(error)[:2000],
            "frames": self.frames(error)[-20:],
        }

    def frames(self, error: BaseException) -> list:
        """Return the student's own lines on the way to an error."""
        if isinstance(error, SyntaxError):
            return [[CELL, error.lineno or 0, "", (error.text or "").rstrip()]]
        found = traceback.extract_tb(error.__traceback__)
        return [
            [CELL, frame.lineno or 0, frame.name, frame.line or ""]
            for frame in found
            if frame.filename in self.shell.cells
        ]

    # The loop.

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """Do what is asked within its time; an error of the student's is an answer too."""
        try:
            with _time_limit(request["seconds"]):
                value = getattr(self, request["do"])(*request["with"])
                return {"value": value}
        except TimeLimit:
            return {"late": True}
        except wire.WireError as error:
            return {"unsent": str(error)}
        except BaseException as error:
            return {"error": self.error(error)}

    def serve(self, source: Any, target: Any) -> None:
        """Answer requests until there are no more."""
        while head := source.read(wire.HEAD.size):
            tree, arrays = wire.HEAD.unpack(head)
            request = None
            try:
                blob = source.read(tree + arrays)
                request = wire.unpack(blob[:tree], blob[tree:], self.decode)
                answer = {"to": request["id"], **self.answer(request)}
                frame = wire.pack(answer, self.encode, SIZES)
            except Exception as error:
                answer = {"to": request and request["id"], "unsent": str(error)}
                frame = wire.pack(answer, self.encode, SIZES)
            target.write(frame)
            target.flush()


class Held:
    """An object to hand over as an object, whatever it is."""

    def __init__(self, thing: Any) -> None:
        self.thing = thing


class Tree:
    """A tree to send as it is."""

    def __init__(self, tree: Any) -> None:
        self.tree = tree


def _can_change(value: Any) -> bool:
    return isinstance(value, list | tuple | dict | set | numpy.ndarray)


def _name_of(value: Any) -> str:
    try:
        name = value.__name__
    except Exception:  # an object can do anything when it is asked
        return ""
    return name if isinstance(name, str) else ""


def _is_view(value: Any, argument: Any) -> bool:
    if not (isinstance(value, numpy.ndarray) and isinstance(argument, numpy.ndarray)):
        return False
    if value.dtype.str not in wire.DTYPES or value.size == 0:
        return False
    # Bounds only: an exact answer can take forever.
    return numpy.may_share_memory(value, argument)


def _address(array: Any) -> int:
    return array.__array_interface__["data"][0]


def _text_of(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:
        return "an error that cannot be printed"


@contextlib.contextmanager
def _time_limit(seconds: float) -> Any:
    def stop(*_: Any) -> None:
        raise TimeLimit

    signal.signal(signal.SIGALRM, stop)
    # Again and again, for loops that catch everything.
    signal.setitimer(signal.ITIMER_REAL, seconds, 0.1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _limit(options: dict[str, Any]) -> None:
    """Give up what a student's program must not use; hard limits, which nobody inside can raise."""
    for name, value in options["rlimits"].items():
        with contextlib.suppress(AttributeError):  # another system than Linux
            resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (value, value))


def serve(read: int, write: int, options: dict[str, Any]) -> NoReturn:
    """Prepare the process, then answer what comes, until nothing more comes."""
    _limit(options)
    os.chdir(options["home"])
    here = os.path.dirname(__file__)
    shutil.copytree(os.path.join(here, "files"), ".", dirs_exist_ok=True)
    fonts = os.path.join(here, "matplotlib")
    shutil.copytree(fonts, ".matplotlib", dirs_exist_ok=True)
    runner = Runner(options)
    if options["sandboxed"]:
        syscalls.refuse()
    # What a program prints below Python's streams goes nowhere.
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    with open(read, "rb") as requests, open(write, "wb") as answers:
        answers.write(b"ready\n")
        answers.flush()
        runner.serve(requests, answers)
    os._exit(0)  # whatever threads are still there


if __name__ == "__main__":
    serve(int(sys.argv[1]), int(sys.argv[2]), json.loads(sys.argv[3]))
