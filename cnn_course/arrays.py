"""The one question that every module asks first: is this an array of floats, with these axes?"""

import numpy as np
from numpy.typing import DTypeLike, NDArray

Array = NDArray[np.floating]


def require_float(name: str, array: Array, axes: str | None = None) -> None:
    """Refuse an array that is not float, or has not one axis for each word in ``axes``.

    Raises:
        TypeError: it is not an array, or holds integers.
        ValueError: the number of axes is wrong.

    >>> require_float("x", np.zeros((28, 28)), "N H W C")
    Traceback (most recent call last):
        ...
    ValueError: x must have the axes (N, H, W, C), but its shape is (28, 28).
    """
    if not isinstance(array, np.ndarray):
        raise TypeError(f"{name} must be a NumPy array, not {type(array).__name__}.")
    if not np.issubdtype(array.dtype, np.floating):
        raise TypeError(
            f"{name} holds {array.dtype}, which overflows or rounds: "
            f"convert it with {name}.astype(np.float32)."
        )
    if axes is not None and array.ndim != len(axes.split()):
        wanted = ", ".join(axes.split())
        raise ValueError(
            f"{name} must have the axes ({wanted}), but its shape is {array.shape}."
        )


def require_shape(name: str, array: Array, shape: tuple[int, ...], of: str) -> None:
    """Refuse an array that is not float, or has not the shape ``shape`` of the thing named ``of``.

    >>> require_shape("dy", np.zeros((2, 3)), (2, 4), of="output")
    Traceback (most recent call last):
        ...
    ValueError: dy must have the output's shape (2, 4), not (2, 3).
    """
    require_float(name, array)
    if array.shape != shape:
        raise ValueError(
            f"{name} must have the {of}'s shape {shape}, not {array.shape}."
        )


def like_output(dy: Array, shape: tuple[int, ...], dtype: DTypeLike) -> Array:
    """Refuse a gradient that has not the output's shape; return it in the dtype to compute in.

    >>> like_output(np.ones((1, 2)), (1, 2), np.float32)
    array([[1., 1.]], dtype=float32)
    """
    require_shape("dy", dy, shape, of="output")
    return dy.astype(dtype, copy=False)
