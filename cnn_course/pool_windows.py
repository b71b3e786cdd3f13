"""The windows of pooling as shifted views of the images: for each place in the window one view, no copies.

Size and stride are pairs, a frame is the padding as ((top, bottom), (left, right)), ``out`` is (OH, OW).
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from cnn_course.arrays import Array, require_float
from cnn_course.im2col import CACHE
from cnn_course.shapes import (
    Padding,
    Pair,
    padding_pairs,
    pool_output_shape,
    window_and_stride,
)

Frame = tuple[tuple[int, int], tuple[int, int]]


def parts(x: Array) -> Iterator[slice]:
    """Cut the batch into slices of about `CACHE` bytes, which every place of the window reads again."""
    images = max(1, CACHE // max(1, x[:1].nbytes))
    for first in range(0, len(x), images):
        yield slice(first, min(first + images, len(x)))


def plan(
    x: Array, size: Pair, stride: Pair | None, padding: Padding
) -> tuple[tuple[int, int], tuple[int, int], Frame, tuple[int, int]]:
    """Check the arguments; return size, stride and padding as pairs, and the output's (OH, OW)."""
    require_float("x", x, "N H W C")
    _, oh, ow, _ = pool_output_shape(x.shape, size, stride, padding)
    size, stride = window_and_stride(size, stride)
    return size, stride, padding_pairs(x.shape[1:3], size, stride, padding), (oh, ow)


def views(
    x: Array, size: tuple[int, int], stride: tuple[int, int], out: tuple[int, int]
) -> Iterator[Array]:
    """Yield for each place (u, v) in the window the pixels that lie there: (N, OH, OW, C), no copies."""
    (sh, sw), (oh, ow) = stride, out
    for u, v in np.ndindex(size):
        yield x[:, u : u + (oh - 1) * sh + 1 : sh, v : v + (ow - 1) * sw + 1 : sw]


def counts(
    x: Array,
    size: tuple[int, int],
    stride: tuple[int, int],
    frame: Frame,
    out: tuple[int, int],
) -> Array:
    """Count the pixels that are no padding in each window: (OH, OW, 1), in the dtype of ``x``."""
    ones = framed(np.ones((1, *x.shape[1:3], 1), dtype=x.dtype), frame, 0)
    return sum(views(ones, size, stride, out))[0]


def first_places(
    x: Array,
    size: tuple[int, int],
    stride: tuple[int, int],
    frame: Frame,
    out: tuple[int, int],
) -> NDArray[np.integer]:
    """Return the number of the first place of each window that is no padding: (OH, OW, 1)."""
    pixels = framed(np.ones((1, *x.shape[1:3], 1), dtype=bool), frame, False)
    return np.argmax(list(views(pixels, size, stride, out)), axis=0)[0]


def framed(x: Array, frame: Frame, value: float) -> Array:
    """Surround the images with a value; the images themselves if there is no padding."""
    if frame == ((0, 0), (0, 0)):
        return x
    return np.pad(x, ((0, 0), *frame, (0, 0)), constant_values=value)


def framed_zeros(x: Array, frame: Frame) -> Array:
    """Return zeros in the shape of the surrounded images."""
    (top, bottom), (left, right) = frame
    n, h, w, c = x.shape
    return np.zeros((n, h + top + bottom, w + left + right, c), dtype=x.dtype)


def inside(dx: Array, x: Array, frame: Frame) -> Array:
    """View the part of surrounded images ``dx`` that is not padding."""
    (top, _), (left, _) = frame
    return dx[:, top : top + x.shape[1], left : left + x.shape[2]]
