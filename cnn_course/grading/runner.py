"""Inside the sandbox: run a student's cells, and call what they define, as the grader asks.

Started as ``python runner.py READ WRITE OPTIONS`` in a sandbox that `sandbox.py` builds; it finds `wire.py`
beside itself. It is on the student's side: nothing that it answers is believed to be more than data.
"""

import base64
import builtins
import contextlib
import io
import json
import os
import resource
import shutil
import signal
import sys
import traceback
from typing import Any

CELL = "your cell"  # how a frame in a student's own code is named


class TimeLimit(BaseException):
    """The time for this request is over; no ``except Exception`` of a student's catches it."""


class Outputs(list):
    """What a cell shows, cut at a number of characters and of pictures."""

    def __init__(self, characters: int, pictures: int) -> None:
        super().__init__()
        self.characters, self.pictures = characters, pictures

    def text(self, kind: str, text: str) -> None:
        if self.characters <= 0:
            return
        if len(text) > self.characters:
            text = text[: self.characters] + "\n... more was printed and is left out."
        self.characters -= len(text)
        if kind != "result" and self and self[-1][0] == kind:
            self[-1][1] += text
        else:
            self.append([kind, text])

    def show(self, data: dict[str, Any]) -> None:
        """Keep a picture if there is one, or else the text that stands for an object."""
        picture = data.get("image/png")
        if picture is not None and self.pictures > 0:
            if isinstance(picture, bytes):
                picture = base64.b64encode(picture).decode()
            self.pictures -= 1
            self.append(["picture", str(picture).replace("\n", "")])
        elif "text/plain" in data:
            self.text("result", str(data["text/plain"]))


class Stream(io.TextIOBase):
    """Standard output or standard error of the cell that runs."""

    def __init__(self, runner: "Runner", kind: str) -> None:
        self.runner, self.kind = runner, kind

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.runner.outputs.text(self.kind, str(text))
        return len(text)


class Runner:
    """The student's namespace, and the objects of it that the grader holds."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        self.outputs = Outputs(0, 0)
        self.objects: dict[int, Any] = {}
        self.shell = _shell(self)

    # What the grader asks for; each method is one request.

    def run(self, source: str, name: str) -> Any:
        """Run a cell; return what it showed, and its error or None."""
        self.outputs = Outputs(self.options["characters"], self.options["pictures"])
        self.shell.cell = name
        result = self.shell.run_cell(source, store_history=True)
        error = result.error_before_exec or result.error_in_exec
        if isinstance(error, TimeLimit):
            raise error
        shown = list(self.outputs)
        self.outputs = Outputs(0, 0)
        return {"shown": shown, "error": error and self.error(error)}

    def defines(self, name: str) -> bool:
        return name in self.shell.user_ns

    def get(self, name: str) -> Any:
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
        return getattr(thing, name)

    def set_attribute(self, thing: Any, name: str, value: Any) -> None:
        setattr(thing, name, value)

    def item(self, thing: Any, key: Any) -> Any:
        return thing[key]

    def length(self, thing: Any) -> int:
        return len(thing)

    def iterate(self, thing: Any) -> Any:
        return Held(iter(thing))

    def following(self, thing: Any) -> Any:
        return [next(thing)]

    # How the answers travel.

    def returned(self, value: Any, given: list) -> Any:
        """Say of a result that it is an argument, or a part of one, so that a check can object."""
        for place, argument in enumerate(given):
            if value is argument and _can_change(value):
                return Tree({"argument": place})
            if _is_view(value, argument):
                offset = _address(value) - _address(argument)
                shape, strides = list(value.shape), list(value.strides)
                kind = [place, value.dtype.str, shape, strides, offset]
                return Tree({"view": kind})
        return value

    def encode(self, value: Any) -> Any:
        if isinstance(value, Tree):
            return value.tree
        if isinstance(value, Held):
            value = value.thing
        self.objects[id(value)] = value  # kept alive, so that its number stays its own
        kind = type(value)
        abilities = [callable(value), hasattr(kind, "__len__")]
        abilities += [hasattr(kind, "__getitem__"), hasattr(kind, "__iter__")]
        name = getattr(value, "__name__", None)
        return {
            "object": [
                id(value),
                str(kind.__name__),
                name if isinstance(name, str) else "",
                abilities,
            ]
        }

    def decode(self, kind: str, content: Any) -> Any:
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
        if isinstance(error, SyntaxError):
            return [[CELL, error.lineno or 0, "", (error.text or "").rstrip()]]
        found = traceback.extract_tb(error.__traceback__)
        return [
            [CELL, frame.lineno or 0, frame.name, frame.line or ""]
            for frame in found
            if frame.filename in self.shell.student_files
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
            except (wire.WireError, KeyError, MemoryError) as error:
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
    return isinstance(value, list | dict | set | numpy.ndarray)


def _is_view(value: Any, argument: Any) -> bool:
    if not (isinstance(value, numpy.ndarray) and isinstance(argument, numpy.ndarray)):
        return False
    # Bounds only: an exact answer can take forever.
    return value.size > 0 and numpy.may_share_memory(value, argument)


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


def _shell(runner: Runner) -> Any:
    """Return an IPython shell that hands what cells show to the runner, without history or colours."""
    from IPython.core.displayhook import DisplayHook
    from IPython.core.displaypub import DisplayPublisher
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    class Publisher(DisplayPublisher):
        def publish(self, data: dict, *_: Any, **__: Any) -> None:
            runner.outputs.show(data)

    class Result(DisplayHook):
        def start_displayhook(self) -> None: ...

        def write_output_prompt(self) -> None: ...

        def write_format_data(self, format_dict: dict, *_: Any) -> None:
            runner.outputs.show(format_dict)

        def finish_displayhook(self) -> None: ...

    class Shell(InteractiveShell):
        displayhook_class, display_pub_class = Result, Publisher
        cell = ""
        student_files: set[str] = set()  # noqa: RUF012 -- one shell a process

        def showtraceback(self, *_: Any, **__: Any) -> None: ...

        def showsyntaxerror(self, *_: Any, **__: Any) -> None: ...

        def init_virtualenv(self) -> None: ...

        def run_code(self, code: Any, *arguments: Any, **named: Any) -> Any:
            self.student_files.add(code.co_filename)
            return super().run_code(code, *arguments, **named)

    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    config.Completer.use_jedi = False
    shell = Shell.instance(config=config)
    formats = shell.display_formatter
    formats.active_types = ["text/plain", "image/png"]
    formats.formatters["image/png"].for_type_by_name(
        "matplotlib.figure", "Figure", _png
    )
    sys.stdout, sys.stderr = Stream(runner, "stdout"), Stream(runner, "stderr")
    return shell


def _png(figure: Any) -> bytes:
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=80)
    return buffer.getvalue()


def _limit(options: dict[str, Any]) -> None:
    """Give up what a student's program must not use; hard limits, which nobody inside can raise."""
    for name, value in options["rlimits"].items():
        with contextlib.suppress(AttributeError):  # another system than Linux
            resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (value, value))


def main() -> None:
    """Prepare the process, then serve."""
    source, target = (int(text) for text in sys.argv[1:3])
    options = json.loads(sys.argv[3])
    _limit(options)
    os.chdir(options["home"])
    files = os.path.join(os.path.dirname(__file__), "files")
    for name in os.listdir(files):
        shutil.copyfile(os.path.join(files, name), name)
    runner = Runner(options)
    # What a program prints below Python's streams goes nowhere.
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    with open(source, "rb") as requests, open(target, "wb") as answers:
        answers.write(b"ready\n")
        answers.flush()
        runner.serve(requests, answers)
    os._exit(0)  # whatever threads are still there


if __name__ == "__main__":
    sys.path += json.loads(sys.argv[3])["paths"]
    import numpy
    import wire

    SIZES = wire.Sizes()
    main()
