"""Any value in a few words, whatever it is: nothing here raises, or reads much more than it shows."""

import re
from typing import Any

import numpy as np

LONGEST = 80  # characters of a summary


def summary(value: Any) -> str:
    """Name a value in a few words, an array by its numbers if there are few of them.

    >>> summary(np.zeros((3, 40, 40), np.float32))
    'an array of shape (3, 40, 40), float32'
    >>> summary(None), summary((1, 2))
    ('None', '(1, 2)')
    """
    try:
        if isinstance(value, np.ndarray):
            return _array(np.asarray(value))  # without what a subclass may do
        return printable(_beginning(value), LONGEST)
    except (Exception, SystemExit):  # a student's own __repr__
        return "an object that cannot be printed"


def printable(text: str, longest: int, keep: str = "") -> str:
    r"""Return a text without control characters, on one line, cut after ``longest`` characters.

    Characters in ``keep`` stay as they are.

    >>> printable("bell \a", 80), printable("calculate", 7)
    ('bell \\x07', 'calc...')
    """
    text = text[: 10 * longest]  # a megabyte is not looked through
    if "\n" not in keep:
        text = re.sub(r"\s*\n\s*", " ", text)
    text = "".join(
        c if c.isprintable() or c in keep else c.encode("unicode_escape").decode()
        for c in text
    )
    return text if len(text) <= longest else f"{text[: longest - 3]}..."


def _array(array: np.ndarray) -> str:
    text = printable(f"an array of shape {array.shape}, {array.dtype}", 4 * LONGEST)
    if array.size > 12:
        return text
    if array.dtype.kind in "biufc":
        numbers = np.array2string(array, separator=", ", precision=3).replace("\n", "")
    else:
        numbers = printable(_beginning(array.tolist()), LONGEST)
    return f"{text}: {numbers}"


def _beginning(value: Any, room: int = LONGEST) -> str:
    """Return repr(value), of much that is long only a beginning of more than ``room`` characters."""
    if room < 0:
        return "..."
    if type(value) in (str, bytes):
        return repr(value[: LONGEST + 1])
    if isinstance(value, np.ndarray) and value.size > 12:
        return summary(value)
    if type(value) not in (list, tuple, dict):
        return repr(value)
    parts: list[str] = []
    for part in value.items() if type(value) is dict else value:
        if type(value) is dict:
            key = _beginning(part[0], room - 1)
            text = f"{key}: {_beginning(part[1], room - len(key) - 1)}"
        else:
            text = _beginning(part, room - 1)
        parts.append(text)
        room -= len(text) + 2
        if room < 0:
            break
    return _brackets(value).format(", ".join(parts))


def _brackets(value: list | tuple | dict) -> str:
    if type(value) is tuple:
        return "({},)" if len(value) == 1 else "({})"
    return "[{}]" if type(value) is list else "{{{}}}"
