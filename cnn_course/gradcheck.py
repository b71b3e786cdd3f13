"""Prove a gradient: change each number a little, and see what the result does."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def numerical_gradient(
    f: Callable[[Array], float], x: Array, step: float = 1e-5
) -> Array:
    """Estimate the gradient of f at x by finite differences, one number at a time.

    g[i] = (f(x + step at i) - f(x - step at i)) / (2 * step), whose error shrinks with step².

    Args:
        f: takes an array shaped like ``x`` and returns one number.
        x: where; float64, because float32 has too few digits for a difference of neighbours.
        step: how far to each side.

    Returns:
        The estimate, shaped like ``x``, which is left as it was.

    Raises:
        TypeError: ``x`` is not float64.

    >>> numerical_gradient(lambda x: float(np.sum(x**2)), np.array([1.0, -3.0])).round(6)
    array([ 2., -6.])
    """
    if not isinstance(x, np.ndarray) or x.dtype != np.float64:
        raise TypeError(
            f"x must be a float64 array, not {getattr(x, 'dtype', type(x).__name__)}."
        )
    moved, gradient = x.copy(), np.zeros_like(x)
    for place in np.ndindex(x.shape):
        here = moved[place]
        moved[place] = here + step
        above = f(moved)
        moved[place] = here - step
        gradient[place] = (above - f(moved)) / (2 * step)
        moved[place] = here
    return gradient


def relative_error(a: NDArray, b: NDArray) -> float:
    """Return the largest difference of two gradients, as a share of their largest number.

    Below 1e-6 in float64 they agree; above 1e-3 one of them is wrong.

    >>> relative_error(np.array([1.0, 2.0]), np.array([1.0, 2.002])) < 1.1e-3
    True
    """
    if a.shape != b.shape:
        raise ValueError(
            f"The two gradients have different shapes, {a.shape} and {b.shape}."
        )
    largest = max(np.abs(a).max(initial=0.0), np.abs(b).max(initial=0.0))
    return float(np.abs(a - b).max(initial=0.0) / largest) if largest else 0.0
