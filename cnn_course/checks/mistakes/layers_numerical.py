"""Assignment 7, part 7: the gradient measured by small changes.

Letters: x (..., D), dy (..., D - 1).
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Mistake
from cnn_course.gradcheck import numerical_gradient

Function = Callable[..., Any]

FACTOR = 0.5  # of the layer `pairs` in the notebook


def loss(x: NDArray, dy: NDArray) -> float:
    """Return the sum of pairs.forward(x) * dy."""
    return float(np.sum(FACTOR * (x[..., :-1] + x[..., 1:]) ** 3 * dy))


def numerical_dx(x: NDArray, dy: NDArray, eps: float) -> NDArray:
    """Measure the gradient of the loss for the layer `pairs`: the target."""
    return numerical_gradient(lambda moved: loss(moved, dy), x, eps)


def _measured(of: Callable[[NDArray, NDArray], float]) -> Function:
    return lambda x, dy, eps: numerical_gradient(lambda moved: of(moved, dy), x, eps)


def _each(at: Callable[[NDArray, Any, NDArray, float], float]) -> Function:
    """Return a function that fills in one number after the other."""

    def wrong(x: NDArray, dy: NDArray, eps: float) -> NDArray:
        moved, gradient = x.copy(), np.zeros_like(x)
        for place in np.ndindex(x.shape):
            gradient[place] = at(moved, place, dy, eps)
        return gradient

    return wrong


def _one_sided(sign: int) -> Function:
    def at(x: NDArray, place: Any, dy: NDArray, eps: float) -> float:
        moved = x.copy()
        moved[place] += sign * eps
        return sign * (loss(moved, dy) - loss(x, dy)) / eps

    return _each(at)


def _never_moved_back(x: NDArray, place: Any, dy: NDArray, eps: float) -> float:
    x[place] += eps
    above = loss(x, dy)
    x[place] -= 2 * eps
    return (above - loss(x, dy)) / (2 * eps)


def _slices_moved(axis: int) -> Function:
    def at(x: NDArray, place: Any, dy: NDArray, eps: float) -> float:
        change = np.zeros_like(x)
        np.moveaxis(change, axis, 0)[place[axis]] = eps
        return (loss(x + change, dy) - loss(x - change, dy)) / (2 * eps)

    return _each(at)


def _whole_moved(x: NDArray, place: Any, dy: NDArray, eps: float) -> float:
    return (loss(x + eps, dy) - loss(x - eps, dy)) / (2 * eps)


def _only(kept: int | slice) -> Function:
    def wrong(x: NDArray, dy: NDArray, eps: float) -> NDArray:
        gradient = np.zeros_like(x)
        gradient.reshape(-1)[kept] = numerical_dx(x, dy, eps).reshape(-1)[kept]
        return gradient

    return wrong


NUMERICAL_MISTAKES = (
    Mistake(
        "Each number is moved to one side only, up. Go eps up and eps down, and take the difference of these "
        "two.",
        _one_sided(1),
    ),
    Mistake(
        "Each number is moved to one side only, down. Go eps up and eps down, and take the difference of "
        "these two.",
        _one_sided(-1),
    ),
    Mistake(
        "The loss of x as it was is subtracted, and then divided by 2 × eps. Subtract the loss with the "
        "smaller number. (If you move numbers in a copy: `moved = x` is no copy, but x itself.)",
        lambda x, dy, eps: _one_sided(1)(x, dy, eps) / 2,
    ),
    Mistake(
        "All numbers are twice as large: between the two places lie 2 × eps, not eps.",
        lambda x, dy, eps: 2 * numerical_dx(x, dy, eps),
    ),
    Mistake(
        "Brackets: `/ 2 * eps` divides by 2 and then multiplies by eps.",
        lambda x, dy, eps: numerical_dx(x, dy, eps) * eps * eps,
    ),
    Mistake(
        "The difference of the two losses is not divided by 2 × eps.",
        lambda x, dy, eps: numerical_dx(x, dy, eps) * 2 * eps,
    ),
    Mistake(
        "The sign is wrong: it is the loss above minus the loss below.",
        lambda x, dy, eps: -numerical_dx(x, dy, eps),
    ),
    Mistake(
        "dy is missing in the loss: it is the sum of forward(x) * dy.",
        _measured(lambda x, dy: loss(x, np.ones_like(dy))),
    ),
    Mistake(
        "The loss is a mean. It is the sum of forward(x) * dy.",
        _measured(lambda x, dy: loss(x, dy) / dy.size),
    ),
    Mistake(
        "The loss multiplies two sums. Multiply number by number first, then add up.",
        _measured(lambda x, dy: loss(x, np.ones_like(dy)) * float(dy.sum())),
    ),
    Mistake(
        "The result does not depend on eps. Is eps used, and not a step of your own? Is nothing taken from "
        "backward?",
        lambda x, dy, eps: numerical_dx(x, dy, 1e-5),
    ),
    Mistake(
        "A number that was moved is not moved back before the next one is moved.",
        _each(_never_moved_back),
    ),
    Mistake(
        "All numbers of x are moved at once. Move one, and leave all others as they are.",
        _each(_whole_moved),
    ),
    Mistake(
        "Whole parts of x are moved at once, all numbers with the same first index. Move one number.",
        _slices_moved(0),
    ),
    Mistake(
        "Whole parts of x are moved at once, all numbers with the same last index. Move one number.",
        _slices_moved(-1),
    ),
    Mistake(
        "Only the first number is filled in: is `return` indented into the loop?",
        _only(0),
    ),
    Mistake("The last number is left at zero.", _only(slice(-1))),
    Mistake(
        "All numbers are zero: is forward called with the x that was moved, once for each side?",
        _only(slice(0)),
    ),
    Mistake(
        "The numbers are right, but they lie in one row. The result has the shape of x.",
        lambda x, dy, eps: numerical_dx(x, dy, eps).ravel(),
    ),
    Mistake("All signs are lost.", lambda x, dy, eps: np.abs(numerical_dx(x, dy, eps))),
)
