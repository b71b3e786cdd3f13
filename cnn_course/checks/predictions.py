"""Answers that are numbers, not functions: predictions, sums by hand, yes or no."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from cnn_course.checks.failures import UNWRITTEN, CheckFailed
from cnn_course.checks.outcomes import as_numbers
from cnn_course.checks.report import columns, table
from cnn_course.checks.summaries import summary


def filled(name: str, value: Any, shape: tuple[int, ...] = ()) -> NDArray[np.float64]:
    """Return a student's numbers as an array, or say what is missing.

    Raises:
        CheckFailed: the dots are still there, it is not numbers, or the shape is another.
    """
    if _has_dots(value):
        raise CheckFailed(
            f"{name} is not filled in yet: put your numbers in the place of `...`.",
            mistake=UNWRITTEN,
        )
    numbers = as_numbers(value)
    if numbers is None or numbers.dtype.kind == "b":
        raise CheckFailed(f"{name} is {summary(value)}, but numbers are wanted.")
    if numbers.shape != shape:
        raise CheckFailed(f"{name} is {summary(value)}, but {_wanted(shape)} wanted.")
    return numbers.astype(float)


def _wanted(shape: tuple[int, ...]) -> str:
    """Say in words how many numbers a shape holds, and how they lie."""
    match shape:
        case ():
            return "one number is"
        case (n,):
            return f"{n} numbers in a row are"
    return f"an array of shape {shape} is"


def _has_dots(value: Any, deep: int = 4) -> bool:
    """Look for dots, not far into a list: it may hold itself."""
    if isinstance(value, list | tuple):
        return deep > 0 and any(_has_dots(part, deep - 1) for part in value)
    return value is None or value is Ellipsis


def check_prediction(
    name: str, value: Any, target: ArrayLike, known: Mapping[str, ArrayLike]
) -> None:
    """Compare predicted numbers with the target; ``known`` says what leads to which wrong numbers.

    Raises:
        CheckFailed: naming what led there, or showing which numbers differ.
    """
    right = np.asarray(target, dtype=float)
    numbers = filled(name, value, right.shape)
    if np.allclose(numbers, right):
        print(f"{name}: correct.")
        return
    for says, wrong in known.items():
        if np.allclose(numbers, wrong):
            raise CheckFailed(f"Not yet: {name}. {says}")
    text = f"Not yet: {name} is {summary(value)}."
    if right.shape:
        # The target itself stays hidden: it is what the student is to predict.
        yours = columns(table("yours", numbers, right))
        text += f" The numbers with a star are not right yet:\n{yours}"
    raise CheckFailed(text)


def check_claims(
    name: str, value: Any, target: Mapping[str, bool], hints: Mapping[str, str]
) -> None:
    """Compare True or False for each claim with the target, and give the hint of the first wrong one.

    Raises:
        CheckFailed: a claim is missing, is not True or False, or is judged wrongly.
    """
    if not isinstance(value, Mapping):
        raise CheckFailed(
            f"{name} is {summary(value)}, but it must be a dictionary of claims."
        )
    for claim, truth in target.items():
        if claim not in value or value[claim] is Ellipsis:
            raise CheckFailed(
                f'{name}["{claim}"] is not filled in yet: write True or False.',
                mistake=UNWRITTEN,
            )
        if not isinstance(value[claim], bool | np.bool_):
            raise CheckFailed(
                f'{name}["{claim}"] is {summary(value[claim])}: write True or False.'
            )
        if bool(value[claim]) != truth:
            raise CheckFailed(f'Not yet: {name}["{claim}"]. {hints[claim]}')
    print(f"{name}: all {len(target)} are correct.")
