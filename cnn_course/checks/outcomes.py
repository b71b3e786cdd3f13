"""What a call came to, and whether two calls came to the same."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray


class Outcome(NamedTuple):
    """What a call came to: a value, or the exception that it raised."""

    value: Any
    error: BaseException | None


def call(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Outcome:
    """Call a function, and take whatever it does for an outcome."""
    try:
        with np.errstate(all="ignore"):
            return Outcome(function(*arguments), None)
    except (Exception, SystemExit) as error:
        return Outcome(None, error)


def right_answer(theirs: Outcome, ours: Outcome) -> bool:
    """Return whether values, shape and dtype are the target's, in an array if the target is one."""
    is_array = isinstance(theirs.value, np.ndarray) or not isinstance(
        ours.value, np.ndarray
    )
    return (
        same(theirs, ours)
        and is_array
        and dtype_of(theirs.value) == dtype_of(ours.value)
    )


def same(a: Outcome, b: Outcome) -> bool:
    """Return whether two outcomes have equal shape and values, or stopped with the same words."""
    if a.error is not None or b.error is not None:
        return type(a.error) is type(b.error) and str(a.error) == str(b.error)
    first, second = as_numbers(a.value), as_numbers(b.value)
    if first is None or second is None or first.shape != second.shape:
        return False
    return bool(close(first, second).all())


def close(first: NDArray, second: NDArray) -> NDArray[np.bool_]:
    """Return where two arrays of one shape agree: to 4 digits in float32, to 9 in anything else."""
    loose = np.float32 in (first.dtype, second.dtype)
    tolerance = 1e-4 if loose else 1e-9
    with np.errstate(all="ignore"):
        near = np.isclose(first, second, rtol=tolerance, atol=tolerance, equal_nan=True)
    return np.asarray(near)


def as_numbers(value: Any) -> NDArray | None:
    """Return a value as an array of numbers, or None when it is not numbers at all."""
    try:
        array = np.asarray(value)
    except (Exception, SystemExit):  # a student's object may do anything in __array__
        return None
    return array if array.dtype.kind in "biuf" else None


def dtype_of(value: Any) -> str:
    """Return what must agree besides the numbers: an array's dtype, or whether a number is whole."""
    array = as_numbers(value)
    if array is None:
        return "none"
    if array.dtype.kind in "iu" and array.dtype != np.uint8:
        return "whole"
    return (
        str(array.dtype)
        if array.ndim
        else {"b": "bool", "f": "float"}.get(array.dtype.kind, "whole")
    )
