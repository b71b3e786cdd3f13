"""Both ways over the wire: what a check hands to a student's code, and what its answers come to here."""

import builtins
import traceback
from typing import Any

import numpy as np

from cnn_course.grading.proxies import number_of


class Late(TimeoutError):
    """A student's code took longer than it may; it was stopped, and the sandbox goes on."""


class NotSent(TypeError):
    """What a student's code returns is not plain data, or too much of it."""


class NotHanded(TypeError):
    """What a check hands to a student's code is not plain data: the check is wrong."""


def encode(value: Any) -> Any:
    """Send a student's object back as its number, and functions of Python and NumPy by their names."""
    number = number_of(value)
    if number is not None:
        return {"object": number}
    name = getattr(value, "__name__", "")
    if getattr(builtins, name or " ", None) is value:
        return {"builtin": name}
    if getattr(np, name or " ", None) is value:
        return {"function": name}
    raise NotHanded(
        f"A {type(value).__name__} cannot be handed to a student's code: send numbers, texts, "
        "lists, arrays, or what the student's code returned."
    )


def update(old: Any, new: Any) -> None:
    """Give an argument the content that the student's code gave it."""
    if isinstance(old, np.ndarray):
        if not isinstance(new, np.ndarray) or new.shape != old.shape:
            raise NotSent("It changes the shape of an array that it was given.")
        if old.flags.writeable:
            old[...] = new
    elif isinstance(old, list | tuple) and len(old) == len(new):
        for number, (before, after) in enumerate(zip(old, new, strict=True)):
            if isinstance(before, np.ndarray | list | tuple | dict | set):
                update(before, after)
            elif isinstance(old, list):
                old[number] = after
    elif isinstance(old, list):
        old[:] = list(new)
    elif isinstance(old, dict | set):
        old.clear()
        old.update(new)
    else:
        raise TypeError("what cannot change has changed")


def student_error(answer: dict[str, Any]) -> BaseException:
    """Return the exception that a student's code raised: Python's own kind if there is one.

    Its ``frames`` are the lines of the student's, as `traceback.FrameSummary`.
    """
    kinds, text = list(answer["kinds"]), str(answer["text"])
    base = next(filter(None, map(_exception, kinds)), Exception)
    error = base(text)
    if base.__name__ != kinds[0] or str(error) != text:
        # An exception of the student's own, or KeyError, which shows its text in quotes.
        told = {"__str__": lambda _: text, "__module__": "student"}
        name = "".join(c for c in str(kinds[0])[:80] if c.isprintable())
        error = type(name or "Exception", (base,), told)(text)
    error.frames = [
        traceback.FrameSummary(str(file), int(line), str(name), line=str(code))
        for file, line, name, code in answer["frames"]
    ]
    return error


def _exception(name: Any) -> type[Exception] | None:
    """Return Python's exception of a name, if it can be made of a text alone."""
    kind = getattr(builtins, name, None) if isinstance(name, str) else None
    if not (isinstance(kind, type) and issubclass(kind, Exception)):
        return None
    return None if issubclass(kind, UnicodeError | ExceptionGroup) else kind
