"""How a result differs from the target, in one sentence for the student."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.outcomes import Outcome, as_numbers, close, dtype_of, same
from cnn_course.checks.summaries import summary


class Difference(NamedTuple):
    """A sentence, and again with nothing that was drawn or that came back from the student's code."""

    text: str
    told: str


def difference(theirs: Outcome, ours: Outcome) -> Difference:
    """Say how an outcome differs from the target: error, kind, shape, dtype or values."""
    if theirs.error is not None:
        return Difference(
            "It stops with an error, shown below.", "It stops with an error."
        )
    value, target = as_numbers(theirs.value), as_numbers(ours.value)
    if theirs.value is None:
        return _plain("It returns nothing: is a return missing?")
    if value is None:
        return Difference(
            f"It returns {summary(theirs.value)}, but numbers are wanted.",
            "It returns something that is not numbers.",
        )
    if value.shape != target.shape:
        return Difference(
            f"The result has shape {value.shape}, but {target.shape} is wanted.",
            "The result does not have the shape that is wanted.",
        )
    if same(theirs, ours):
        return _kind(theirs.value, ours.value)
    return _values(value, target)


def _plain(text: str) -> Difference:
    return Difference(text, text)


def _kind(value: Any, target: Any) -> Difference:
    right = "The numbers are right, but"
    if isinstance(target, np.ndarray) and not isinstance(value, np.ndarray):
        return Difference(
            f"{right} they come as a {type(value).__name__}: return a NumPy array.",
            f"{right} they do not come as a NumPy array: return one.",
        )
    if not np.ndim(target) and dtype_of(target) == "whole":
        return _plain("The number is right, but it has decimals: return an int.")
    if not isinstance(target, np.ndarray) and dtype_of(target) == "whole":
        return _plain(f"{right} they have decimals: return whole numbers, ints.")
    wanted = np.asarray(target).dtype
    do = "give the new array the dtype that the task says."
    return Difference(
        f"{right} their dtype is {np.asarray(value).dtype} and {wanted} is wanted: {do}",
        f"{right} their dtype is not {wanted}: {do}",
    )


def _values(value: NDArray, target: NDArray) -> Difference:
    if not target.ndim:
        return _plain("The number is not right.")
    if target.dtype == np.float64 and np.allclose(value, target, rtol=1e-4, atol=1e-4):
        return _plain(
            "The numbers are right to four digits only: is an array in between not float64?"
        )
    wrong = int(np.sum(~close(value, target)))
    return Difference(
        f"{wrong} of {target.size} numbers differ.", "Some numbers are not right."
    )
