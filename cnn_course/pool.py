"""Pooling: a window that keeps one number of each channel, the largest, the smallest or the mean.

It has no parameters and leaves the channels as they are. The stride is the window unless it is given.
Padding never wins: it is -inf for the maximum, inf for the minimum, and left out of the mean, as in
Keras. Images are (N, H, W, C).
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cnn_course.arrays import Array, like_output, require_shape
from cnn_course.pool_windows import (
    counts,
    first_places,
    framed,
    framed_zeros,
    inside,
    parts,
    plan,
    views,
)
from cnn_course.shapes import Padding, Pair


class Extreme(NamedTuple):
    """The better of two numbers, whether one beats another, and what padding is so as never to win."""

    better: np.ufunc
    beats: np.ufunc
    worst: float


LARGEST = Extreme(np.maximum, np.greater, -np.inf)
SMALLEST = Extreme(np.minimum, np.less, np.inf)


def max_pool2d(
    x: Array, size: Pair, stride: Pair | None = None, padding: Padding = 0
) -> Array:
    """Keep the largest number of each window.

    y[n, i, j, c] = max over (u, v) of x[n, i * SH + u, j * SW + v, c]
    (Ranzato, Huang, Boureau and LeCun 2007).

    Args:
        x: images (N, H, W, C), float.
        size: the window, an int or (height, width).
        stride: pixels from one window to the next; the window's size if None.
        padding: an int or a pair, smaller than the window, or "same" or "valid" as in Keras.

    Returns:
        (N, OH, OW, C), in the dtype of ``x``.

    Raises:
        TypeError: ``x`` holds integers.
        ValueError: the sizes do not go together, or a window would hold padding only.

    >>> x = np.array([[1, 2, 0, 1], [3, 0, 2, 4], [5, 1, 0, 0]], dtype=np.float32)[None, :, :, None]
    >>> max_pool2d(x, 2, stride=1)[0, :, :, 0]
    array([[3., 2., 4.],
           [5., 2., 4.]], dtype=float32)
    """
    return _extreme(x, size, stride, padding, LARGEST)


def min_pool2d(
    x: Array, size: Pair, stride: Pair | None = None, padding: Padding = 0
) -> Array:
    """Keep the smallest number of each window; arguments and errors are those of `max_pool2d`.

    >>> min_pool2d(np.arange(6.0).reshape(1, 2, 3, 1), (2, 3)).ravel()
    array([0.])
    """
    return _extreme(x, size, stride, padding, SMALLEST)


def average_pool2d(
    x: Array, size: Pair, stride: Pair | None = None, padding: Padding = 0
) -> Array:
    """Take the mean of the pixels in each window, padding left out.

    Arguments and errors are those of `max_pool2d`.

    >>> average_pool2d(np.arange(6.0).reshape(1, 2, 3, 1), 2, stride=1).ravel()
    array([2., 3.])
    """
    size, stride, frame, (oh, ow) = plan(x, size, stride, padding)
    framed = np.pad(x, ((0, 0), *frame, (0, 0)))
    y = np.zeros((len(x), oh, ow, x.shape[3]), dtype=x.dtype)
    for view in views(framed, size, stride, (oh, ow)):
        y += view
    return y / counts(x, size, stride, frame, (oh, ow))


def max_pool2d_winners(
    x: Array, size: Pair, stride: Pair | None = None, padding: Padding = 0
) -> tuple[Array, NDArray[np.unsignedinteger]]:
    """Do what `max_pool2d` does, and remember for the way back which pixel won each window.

    Returns:
        The output (N, OH, OW, C), and in its shape the number of the winner's place in the window,
        counted in reading order from 0; the first if several pixels are equal.

    >>> x = np.array([[1.0, 5.0, 5.0], [2.0, 0.0, 3.0]]).reshape(1, 2, 3, 1)
    >>> max_pool2d_winners(x, 2, stride=1)[1].ravel()
    array([1, 0], dtype=uint8)
    """
    return _winners(x, size, stride, padding, LARGEST)


def min_pool2d_winners(
    x: Array, size: Pair, stride: Pair | None = None, padding: Padding = 0
) -> tuple[Array, NDArray[np.unsignedinteger]]:
    """Do what `min_pool2d` does, and remember which pixel won; as `max_pool2d_winners`.

    >>> min_pool2d_winners(np.arange(4.0).reshape(1, 2, 2, 1), 2)[1].ravel()
    array([0], dtype=uint8)
    """
    return _winners(x, size, stride, padding, SMALLEST)


def max_pool2d_backward(
    dy: Array,
    x: Array,
    size: Pair,
    stride: Pair | None = None,
    padding: Padding = 0,
    *,
    winners: NDArray[np.unsignedinteger] | None = None,
) -> Array:
    """Give each gradient to the pixel that won its window, the first one if several are equal.

    dx[winner of (n, i, j, c)] += dy[n, i, j, c]: where windows overlap, a pixel may win several times.

    Args:
        dy: the loss's gradient for the output (N, OH, OW, C).
        x: the images (N, H, W, C) of the forward pass; size, stride and padding as in `max_pool2d`.
        winners: from `max_pool2d_winners`, if they are at hand; found again if not.

    Returns:
        The gradient for ``x``, (N, H, W, C).

    >>> x = np.array([[1.0, 5.0, 5.0], [2.0, 0.0, 3.0]]).reshape(1, 2, 3, 1)
    >>> max_pool2d_backward(np.array([[[[1.0], [10.0]]]]), x, 2, stride=1)[0, :, :, 0]
    array([[ 0., 11.,  0.],
           [ 0.,  0.,  0.]])
    """
    return _extreme_backward(dy, x, (size, stride, padding), LARGEST, winners)


def min_pool2d_backward(
    dy: Array,
    x: Array,
    size: Pair,
    stride: Pair | None = None,
    padding: Padding = 0,
    *,
    winners: NDArray[np.unsignedinteger] | None = None,
) -> Array:
    """Give each gradient to the smallest pixel of its window; otherwise as `max_pool2d_backward`.

    >>> min_pool2d_backward(np.ones((1, 1, 1, 1)), np.arange(4.0).reshape(1, 2, 2, 1), 2).ravel()
    array([1., 0., 0., 0.])
    """
    return _extreme_backward(dy, x, (size, stride, padding), SMALLEST, winners)


def average_pool2d_backward(
    dy: Array, x: Array, size: Pair, stride: Pair | None = None, padding: Padding = 0
) -> Array:
    """Share each gradient equally among the pixels of its window, padding left out.

    dx[n, i * SH + u, j * SW + v, c] += dy[n, i, j, c] / (pixels in the window)

    >>> average_pool2d_backward(np.ones((1, 1, 2, 1)), np.zeros((1, 2, 3, 1)), 2, stride=1).ravel()
    array([0.25, 0.5 , 0.25, 0.25, 0.5 , 0.25])
    """
    size, stride, frame, (oh, ow) = plan(x, size, stride, padding)
    dy = like_output(dy, (len(x), oh, ow, x.shape[3]), x.dtype)
    dx = framed_zeros(x, frame)
    share = dy / counts(x, size, stride, frame, (oh, ow))
    for view in views(dx, size, stride, (oh, ow)):
        np.add(view, share, out=view)
    return inside(dx, x, frame)


def global_average_pool(x: Array) -> Array:
    """Take the mean of each whole channel: (N, H, W, C) becomes (N, C) (Lin, Chen and Yan 2014).

    >>> global_average_pool(np.arange(8.0).reshape(1, 2, 2, 2))
    array([[3., 4.]])
    """
    plan(x, 1, None, 0)
    return x.mean(axis=(1, 2))


def global_max_pool(x: Array) -> Array:
    """Keep the largest number of each whole channel: (N, H, W, C) becomes (N, C).

    >>> global_max_pool(np.arange(8.0).reshape(1, 2, 2, 2))
    array([[6., 7.]])
    """
    plan(x, 1, None, 0)
    return x.max(axis=(1, 2))


def global_average_pool_backward(dy: Array, x: Array) -> Array:
    """Share each gradient (N, C) equally among all pixels of its channel: dx = dy / (H * W).

    >>> global_average_pool_backward(np.array([[8.0]]), np.zeros((1, 2, 2, 1))).ravel()
    array([2., 2., 2., 2.])
    """
    plan(x, 1, None, 0)
    n, h, w, c = x.shape
    require_shape("dy", dy, (n, c), of="output")
    share = (dy / (h * w)).astype(x.dtype, copy=False)
    return np.broadcast_to(share[:, None, None, :], x.shape).copy()


def global_max_pool_backward(dy: Array, x: Array) -> Array:
    """Give each gradient (N, C) to the largest pixel of its channel, the first one if several are equal.

    >>> x = np.array([1.0, 3.0, 3.0, 2.0]).reshape(1, 2, 2, 1)
    >>> global_max_pool_backward(np.array([[8.0]]), x).ravel()
    array([0., 8., 0., 0.])
    """
    plan(x, 1, None, 0)
    n, h, w, c = x.shape
    dy = like_output(dy, (n, c), x.dtype)
    winner = x.reshape(n, h * w, c).argmax(axis=1)
    dx = np.zeros((n, h * w, c), dtype=x.dtype)
    np.put_along_axis(dx, winner[:, None], dy[:, None], axis=1)
    return dx.reshape(x.shape)


def _extreme(
    x: Array, size: Pair, stride: Pair | None, padding: Padding, kind: Extreme
) -> Array:
    size, stride, frame, out = plan(x, size, stride, padding)
    y = np.empty((len(x), *out, x.shape[3]), dtype=x.dtype)
    for images in parts(x):
        first, *others = views(framed(x[images], frame, kind.worst), size, stride, out)
        best = y[images]
        best[:] = first
        for view in others:
            kind.better(best, view, out=best)
    return y


def _winners(
    x: Array, size: Pair, stride: Pair | None, padding: Padding, kind: Extreme
) -> tuple[Array, NDArray[np.unsignedinteger]]:
    size, stride, frame, out = plan(x, size, stride, padding)
    y = np.empty((len(x), *out, x.shape[3]), dtype=x.dtype)
    winners = np.empty(y.shape, dtype=np.min_scalar_type(math.prod(size)))
    first = first_places(x, size, stride, frame, out)
    for images in parts(x):
        best, winner = y[images], winners[images]
        pixels = views(framed(x[images], frame, kind.worst), size, stride, out)
        best[:], winner[:] = next(pixels), first
        for place, view in enumerate(pixels, 1):
            # It is read twice, and scattered pixels are read slowly.
            compact = view.copy()
            beats = kind.beats(compact, best)
            kind.better(best, compact, out=best)
            # Places are met in the order of their numbers, so the last to beat all has the largest.
            np.maximum(winner, beats * winner.dtype.type(place), out=winner)
    return y, winners


def _extreme_backward(
    dy: Array,
    x: Array,
    pooling: tuple[Pair, Pair | None, Padding],
    kind: Extreme,
    winners: NDArray[np.unsignedinteger] | None,
) -> Array:
    size, stride, frame, out = plan(x, *pooling)
    dy = like_output(dy, (len(x), *out, x.shape[3]), x.dtype)
    if winners is None:
        _, winners = _winners(x, *pooling, kind)
    if winners.shape != dy.shape:
        raise ValueError(
            f"winners must have the output's shape {dy.shape}, not {winners.shape}."
        )
    dx, dy = framed_zeros(x, frame), np.ascontiguousarray(dy)
    # Multiplied as integers, the bits of a gradient stay or become zero: inf * 0 would be nan.
    bits = dy.view(f"i{dy.itemsize}")
    overlap = any(s < k for s, k in zip(stride, size, strict=True))
    for images in parts(x):
        for place, gradient in enumerate(views(dx[images], size, stride, out)):
            share = (bits[images] * (winners[images] == place)).view(x.dtype)
            if overlap:
                np.add(gradient, share, out=gradient)
            else:
                np.copyto(gradient, share)
    return inside(dx, x, frame)
