"""How a check shows values to a student: short, in text, yours beside the target."""

import traceback
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

WIDEST = 9  # columns of a table that still fit beside another one
TALLEST = 9


def summary(value: Any) -> str:
    """Name a value in a few words, an array by its numbers if there are few of them.

    >>> summary(np.zeros((3, 40, 40), np.float32))
    'an array of shape (3, 40, 40), float32'
    >>> summary(None), summary((1, 2))
    ('None', '(1, 2)')
    """
    if isinstance(value, np.ndarray):
        text = f"an array of shape {value.shape}, {value.dtype}"
        if value.size <= 12:
            text += ": " + np.array2string(value, separator=", ", precision=3).replace(
                "\n", ""
            )
        return text
    try:
        text = repr(value)
    except Exception:  # a student's own __repr__
        text = "an object that cannot be printed"
    return text if len(text) <= 80 else f"{text[:77]}..."


def argument(name: str, value: Any) -> str:
    """Show an argument by its name: a small array as rows of numbers, anything else in a line.

    >>> print(argument("kernel", np.array([[1.0, -2.5]])))
      kernel, shape (1, 2), float64:
        1     -2.5
    """
    if not isinstance(value, np.ndarray):
        return f"  {name}: {summary(value)}"
    head = f"  {name}, shape {value.shape}, {value.dtype}"
    plane = value.squeeze()
    if value.size == 0 or plane.ndim > 2 or max(plane.shape, default=1) > WIDEST:
        return head
    plane = np.atleast_2d(plane)
    return "\n".join(
        [
            f"{head}:",
            *(
                f"    {row.rstrip()}"
                for row in _table(plane, np.zeros(plane.shape, bool))
            ),
        ]
    )


# What Python and NumPy say, and what a beginner should read in it.
HINTS = {
    "truth value of an array": "`max` and `if` look at one number; np.maximum works on every number.",
    "bitwise_xor": "Power is written `**`, not `^`.",
    "0-dimensional arrays can be converted": "math functions take one number; NumPy's take an array.",
    "only length-1 arrays": "math functions take one number; NumPy's take an array.",
    "NoneType": "A value is None: does one of your functions lack its return?",
    "'list' object has no attribute": "A list is no array: make one with np.array.",
}


def what_stopped(error: BaseException) -> str:
    """Say which error stopped an answer, and in which line of the student's."""
    text = f"It stops with {type(error).__name__}: {error}".rstrip(": ")
    ours = str(Path(__file__).parents[1])
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if not frame.filename.startswith(ours) and "site-packages" not in frame.filename
    ]
    if frames and frames[-1].line:
        text += f"\nin {frames[-1].name}, line {frames[-1].lineno}: {frames[-1].line}"
    if isinstance(error, NotImplementedError):
        text += (
            "\nYour code runs on to `raise NotImplementedError()`: is a return missing?"
        )
    hints = [hint for words, hint in HINTS.items() if words in str(error)]
    return "\n".join([text, *hints[:1]])


def side_by_side(yours: NDArray | None, raw: Any, target: NDArray) -> str:
    """Print two arrays beside each other, a star at each of your numbers that is not the target's.

    >>> print(side_by_side(np.array([[1.0, 2.0]]), None, np.array([[1.0, 3.0]])))
    yours           target
    1    2 *        1  3
    """
    if yours is None:
        return f"yours: {summary(raw)}\ntarget: {summary(target)}"
    place = ""
    if yours.shape == target.shape and target.ndim > 2:
        yours, target, place = _differing_plane(yours, target)
    if max(yours.ndim, target.ndim) > 2:
        return f"yours:  {summary(yours)}\ntarget: {summary(target)}"
    yours, target = np.atleast_2d(yours), np.atleast_2d(target)
    if (
        max(yours.shape[0], target.shape[0]) > TALLEST
        or max(yours.shape[1], target.shape[1]) > WIDEST
    ):
        return f"yours:  {summary(yours)}\ntarget: {summary(target)}"
    wrong = (
        ~np.isclose(yours, target, rtol=1e-4, atol=1e-4)
        if yours.shape == target.shape
        else np.zeros(yours.shape, bool)
    )
    return _columns(
        _table(yours, wrong), _table(target, np.zeros(target.shape, bool)), place
    )


def _differing_plane(yours: NDArray, target: NDArray) -> tuple[NDArray, NDArray, str]:
    """Cut the (row, column) plane around the first number that differs out of (H, W, C) or (N, H, W, F)."""
    differs = ~np.isclose(yours, target, rtol=1e-4, atol=1e-4)
    place = np.argwhere(differs)[0] if differs.any() else np.zeros(target.ndim, int)
    index: tuple[Any, ...] = (*place[:-3], slice(None), slice(None), place[-1])
    text = ", ".join(":" if isinstance(i, slice) else str(i) for i in index)
    return yours[index], target[index], f" [{text}]"


def _table(array: NDArray, wrong: NDArray) -> list[str]:
    cells = [
        [f"{value:.4g}{' *' if bad else ''}" for value, bad in zip(*row, strict=True)]
        for row in zip(array, wrong, strict=True)
    ]
    width = max((len(cell) for row in cells for cell in row), default=1) + 2
    return ["".join(cell.ljust(width) for cell in row) for row in cells]


def _columns(left: list[str], right: list[str], place: str) -> str:
    width = max([len(line) for line in left] + [len("yours" + place)]) + 6
    rows = max(len(left), len(right))
    left, right = left + [""] * (rows - len(left)), right + [""] * (rows - len(right))
    lines = [f"{'yours' + place:<{width}}target{place}"]
    lines += [f"{a:<{width}}{b}" for a, b in zip(left, right, strict=True)]
    return "\n".join(line.rstrip() for line in lines)
