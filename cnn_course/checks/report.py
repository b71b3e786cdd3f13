"""How a check shows values to a student: short, in text, yours beside the target.

Whatever a student returns can be shown: no table raises on it, or formats more of it than is shown.
"""

import traceback
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.outcomes import as_numbers, close
from cnn_course.checks.summaries import LONGEST, printable, summary

WIDEST = 9  # columns of a table that still fit beside another one
TALLEST = 9
LONGEST_ERROR = 1000  # characters of what an error says


class Table(NamedTuple):
    """Numbers as they are shown, under a name: formatted, and which of them are wrong.

    ``about`` is an array's shape and dtype, or a few words on any other value. ``rows`` and ``wrong``
    have one shape; both are None when there is no table: too many numbers, or none.
    """

    name: str
    about: str
    rows: list[list[str]] | None = None
    wrong: list[list[bool]] | None = None


def table(name: str, value: Any, target: Any = None) -> Table:
    """Show a value by its name: an array as rows of numbers, if they are few enough.

    With a ``target`` the value is what a student returned: numbers of any kind make a table, and those
    that are not the target's are marked. Of an array of more than two axes it is the (row, column)
    plane around the first wrong number, and the name says which: "yours [0, :, :, 2]".

    >>> table("kernel", np.array([[1.0, -2.5]]))
    Table(name='kernel', about='shape (1, 2), float64', rows=[['1', '-2.5']], wrong=[[False, False]])
    >>> table("stride", (1, 2))
    Table(name='stride', about='(1, 2)', rows=None, wrong=None)
    >>> table("yours", (1, 2), target=(1, 3)).wrong
    [[False, True]]
    """
    if target is not None:
        return tables(value, target, name)[0]
    array = as_numbers(value) if isinstance(value, np.ndarray) else None
    has_rows = array is not None and array.size
    return _table(name, value, array.squeeze() if has_rows else None)


def tables(yours: Any, target: Any, name: str = "yours") -> tuple[Table, Table]:
    """Return the tables of an answer and of its target, the same plane of both.

    >>> [shown.rows for shown in tables([1.0, 2.5], np.array([1.0, 3.0]))]
    [[['1', '2.5']], [['1', '3']]]
    """
    left, right = as_numbers(yours), as_numbers(target)
    wrong, place = None, ""
    if left is not None and right is not None and left.shape == right.shape:
        wrong = ~close(left, right)
        if wrong.ndim > 2 and wrong.size:
            index = _plane(wrong)
            left, right, wrong = left[index], right[index], wrong[index]
            text = ", ".join(":" if isinstance(i, slice) else str(i) for i in index)
            place = f" [{text}]"
    return (
        _table(name + place, yours, left, wrong),
        _table(f"target{place}", target, right),
    )


def _plane(wrong: NDArray[np.bool_]) -> tuple[Any, ...]:
    """Return the index of the plane with the first wrong number, in (H, W, C) or (N, H, W, F)."""
    place = [int(i) for i in np.unravel_index(np.argmax(wrong), wrong.shape)]
    return (*place[:-3], slice(None), slice(None), place[-1])


def _table(
    name: str,
    value: Any,
    numbers: NDArray | None,
    wrong: NDArray[np.bool_] | None = None,
) -> Table:
    if isinstance(value, np.ndarray):
        plain = np.asarray(value)  # without what a subclass may do
        about = printable(f"shape {plain.shape}, {plain.dtype}", LONGEST)
    else:
        about = summary(value)
    if numbers is None or numbers.ndim > 2:
        return Table(name, about)
    numbers = np.atleast_2d(numbers)
    if numbers.shape[0] > TALLEST or numbers.shape[1] > WIDEST:
        return Table(name, about)
    if wrong is None:
        wrong = np.zeros(numbers.shape, bool)
    rows = [[_number(number) for number in row] for row in numbers]
    return Table(name, about, rows, np.atleast_2d(wrong).tolist())


def _number(value: Any) -> str:
    """Write a whole number in full, and any other with four digits."""
    text = f"{value:.4g}"
    whole = "e" in text and abs(number := float(value)) < 1e9 and number % 1 == 0
    return f"{number:.0f}" if whole else text


def argument(name: str, value: Any) -> str:
    """Show an argument by its name: a small array as rows of numbers, anything else in a line.

    >>> print(argument("kernel", np.array([[1.0, -2.5]])))
      kernel, shape (1, 2), float64:
        1     -2.5
    """
    if not isinstance(value, np.ndarray):
        return f"  {name}: {summary(value)}"
    shown = table(name, value)
    head = f"  {name}, {shown.about}"
    if shown.rows is None:
        return head
    return "\n".join([f"{head}:", *(f"    {line.rstrip()}" for line in _lines(shown))])


def side_by_side(yours: Any, target: Any) -> str:
    """Print two results beside each other, a star at each of your numbers that is not the target's.

    >>> print(side_by_side(np.array([[1.0, 2.0]]), np.array([[1.0, 3.0]])))
    yours           target
    1    2 *        1  3
    """
    numbers, wanted = as_numbers(yours), as_numbers(target)
    if numbers is None:
        return f"yours: {summary(yours)}\ntarget: {summary(wanted)}"
    both = tables(yours, target)
    if any(shown.rows is None for shown in both):
        return f"yours:  {summary(numbers)}\ntarget: {summary(wanted)}"
    return columns(*both)


def columns(*shown: Table) -> str:
    """Print tables that have rows beside each other, each under its name."""
    blocks = [[one.name, *_lines(one)] for one in shown]
    height = max(map(len, blocks))
    widths = [max(map(len, block)) + 6 for block in blocks]
    lines = [
        "".join(
            (block[i] if i < len(block) else "").ljust(width)
            for block, width in zip(blocks, widths, strict=True)
        )
        for i in range(height)
    ]
    return "\n".join(line.rstrip() for line in lines)


def _lines(shown: Table) -> list[str]:
    """Return the rows of a table as text, a star at each wrong number."""
    cells = [
        [text + (" *" if bad else "") for text, bad in zip(*row, strict=True)]
        for row in zip(shown.rows, shown.wrong, strict=True)
    ]
    width = max((len(cell) for row in cells for cell in row), default=1) + 2
    return ["".join(cell.ljust(width) for cell in row) for row in cells]


# What Python and NumPy say, and what a beginner should read in it.
HINTS = {
    "truth value of an array": "`max` and `if` look at one number; np.maximum works on every number.",
    "bitwise_xor": "Power is written `**`, not `^`.",
    "0-dimensional arrays can be converted": "math functions take one number; NumPy's take an array.",
    "only length-1 arrays": "math functions take one number; NumPy's take an array.",
    "setting an array element with a sequence": "One place of an array takes one number, and several came: "
    "np.sum adds up all numbers, Python's `sum` only along the first axis.",
    "could not be broadcast": "Write the two shapes below each other, the last axes in one column: "
    "two sizes go together if they are equal or one of them is 1.",
    "mismatch in its core dimension": "A @ B needs as many columns in A as rows in B.",
    "NoneType": "A value is None: does one of your functions lack its return?",
    "'list' object has no attribute": "A list is no array: make one with np.array.",
}


def what_stopped(error: BaseException) -> str:
    """Say which error stopped an answer, and in which line of the student's."""
    text = f"It stops with {type(error).__name__}: {error}".rstrip(": ")
    text = printable(text, LONGEST_ERROR, keep="\n\t")
    ours = str(Path(__file__).parents[1])
    frames = [
        frame
        for frame in frames_of(error)
        if not frame.filename.startswith(ours) and "site-packages" not in frame.filename
    ]
    if frames and frames[-1].line:
        at = f"in {frames[-1].name}, line {frames[-1].lineno}: {frames[-1].line}"
        text += "\n" + printable(at, LONGEST_ERROR, keep="\t")
    if isinstance(error, NotImplementedError):
        text += (
            "\nYour code runs on to `raise NotImplementedError()`: is a return missing?"
        )
    hints = [hint for words, hint in HINTS.items() if words in str(error)]
    return "\n".join([text, *hints[:1]])


def frames_of(error: BaseException) -> list[traceback.FrameSummary]:
    """Return the calls that led to an error, the innermost last.

    An error of another process has no traceback here; it carries its ``frames`` itself. Each must have
    been made with its ``line``: a FrameSummary without one reads the file that it names, on this machine.
    """
    frames = getattr(error, "frames", None)
    if isinstance(frames, list) and all(
        isinstance(frame, traceback.FrameSummary) for frame in frames
    ):
        return frames
    return list(traceback.extract_tb(error.__traceback__))
