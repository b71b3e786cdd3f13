"""Pooling: a window that keeps one number of each channel, the largest, the smallest or the mean.

It has no parameters and leaves the channels as they are. The stride is the window unless it is given.
Padding never wins: it is -inf for the maximum, inf for the minimum, and left out of the mean, as in
Keras. Images are (N, H, W, C).
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from cnn_course.arrays import Array, require_float, require_shape
from cnn_course.im2col import CACHE
from cnn_course.shapes import Padding, Pair, padding_pairs, pair, pool_output_shape

Frame = tuple[tuple[int, int], tuple[int, int]]


class Extreme(NamedTuple):
    """What wins a window, and what never does, so that padding can be it."""

    better: np.ufunc
    worst: float


LARGEST = Extreme(np.maximum, -np.inf)
SMALLEST = Extreme(np.minimum, np.inf)


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
    size, stride, frame, (oh, ow) = _plan(x, size, stride, padding)
    framed = np.pad(x, ((0, 0), *frame, (0, 0)))
    y = np.zeros((len(x), oh, ow, x.shape[3]), dtype=x.dtype)
    for view in _views(framed, size, stride, (oh, ow)):
        y += view
    return y / _counts(x, size, stride, frame, (oh, ow))


def max_pool2d_backward(
    dy: Array,
    x: Array,
    size: Pair,
    stride: Pair | None = None,
    padding: Padding = 0,
    *,
    y: Array | None = None,
) -> Array:
    """Give each gradient to the pixel that won its window, the first one if several are equal.

    dx[winner of (n, i, j, c)] += dy[n, i, j, c]: where windows overlap, a pixel may win several times.

    Args:
        dy: the loss's gradient for the output (N, OH, OW, C).
        x: the images (N, H, W, C) of the forward pass; size, stride and padding as in `max_pool2d`.
        y: its output, if it is still at hand; computed again if not.

    Returns:
        The gradient for ``x``, (N, H, W, C).

    >>> x = np.array([[1.0, 5.0, 5.0], [2.0, 0.0, 3.0]]).reshape(1, 2, 3, 1)
    >>> max_pool2d_backward(np.array([[[[1.0], [10.0]]]]), x, 2, stride=1)[0, :, :, 0]
    array([[ 0., 11.,  0.],
           [ 0.,  0.,  0.]])
    """
    return _extreme_backward(dy, x, (size, stride, padding), LARGEST, y)


def min_pool2d_backward(
    dy: Array,
    x: Array,
    size: Pair,
    stride: Pair | None = None,
    padding: Padding = 0,
    *,
    y: Array | None = None,
) -> Array:
    """Give each gradient to the smallest pixel of its window; otherwise as `max_pool2d_backward`.

    >>> min_pool2d_backward(np.ones((1, 1, 1, 1)), np.arange(4.0).reshape(1, 2, 2, 1), 2).ravel()
    array([1., 0., 0., 0.])
    """
    return _extreme_backward(dy, x, (size, stride, padding), SMALLEST, y)


def average_pool2d_backward(
    dy: Array, x: Array, size: Pair, stride: Pair | None = None, padding: Padding = 0
) -> Array:
    """Share each gradient equally among the pixels of its window, padding left out.

    dx[n, i * SH + u, j * SW + v, c] += dy[n, i, j, c] / (pixels in the window)

    >>> average_pool2d_backward(np.ones((1, 1, 2, 1)), np.zeros((1, 2, 3, 1)), 2, stride=1).ravel()
    array([0.25, 0.5 , 0.25, 0.25, 0.5 , 0.25])
    """
    size, stride, frame, (oh, ow) = _plan(x, size, stride, padding)
    require_shape("dy", dy, (len(x), oh, ow, x.shape[3]), of="output")
    dx = _framed_zeros(x, frame)
    share = dy.astype(x.dtype, copy=False) / _counts(x, size, stride, frame, (oh, ow))
    for view in _views(dx, size, stride, (oh, ow)):
        np.add(view, share, out=view)
    return _inside(dx, x, frame)


def global_average_pool(x: Array) -> Array:
    """Take the mean of each whole channel: (N, H, W, C) becomes (N, C) (Lin, Chen and Yan 2014).

    >>> global_average_pool(np.arange(8.0).reshape(1, 2, 2, 2))
    array([[3., 4.]])
    """
    _plan(x, 1, None, 0)
    return x.mean(axis=(1, 2))


def global_max_pool(x: Array) -> Array:
    """Keep the largest number of each whole channel: (N, H, W, C) becomes (N, C).

    >>> global_max_pool(np.arange(8.0).reshape(1, 2, 2, 2))
    array([[6., 7.]])
    """
    _plan(x, 1, None, 0)
    return x.max(axis=(1, 2))


def global_average_pool_backward(dy: Array, x: Array) -> Array:
    """Share each gradient (N, C) equally among all pixels of its channel: dx = dy / (H * W).

    >>> global_average_pool_backward(np.array([[8.0]]), np.zeros((1, 2, 2, 1))).ravel()
    array([2., 2., 2., 2.])
    """
    _plan(x, 1, None, 0)
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
    _plan(x, 1, None, 0)
    n, h, w, c = x.shape
    require_shape("dy", dy, (n, c), of="output")
    winner = x.reshape(n, h * w, c).argmax(axis=1)
    dx = np.zeros((n, h * w, c), dtype=x.dtype)
    np.put_along_axis(dx, winner[:, None], dy[:, None].astype(x.dtype, copy=False), 1)
    return dx.reshape(x.shape)


def _extreme(
    x: Array, size: Pair, stride: Pair | None, padding: Padding, kind: Extreme
) -> Array:
    size, stride, frame, out = _plan(x, size, stride, padding)
    y = np.empty((len(x), *out, x.shape[3]), dtype=x.dtype)
    for images in _parts(x):
        first, *others = _views(
            _framed(x[images], frame, kind.worst), size, stride, out
        )
        best = y[images]
        best[:] = first
        for view in others:
            kind.better(best, view, out=best)
    return y


def _extreme_backward(
    dy: Array,
    x: Array,
    pooling: tuple[Pair, Pair | None, Padding],
    kind: Extreme,
    y: Array | None,
) -> Array:
    size, stride, frame, out = _plan(x, *pooling)
    require_shape("dy", dy, (len(x), *out, x.shape[3]), of="output")
    y = _extreme(x, *pooling, kind) if y is None else y
    require_shape("y", y, dy.shape, of="output")
    dx, dy = _framed_zeros(x, frame), dy.astype(x.dtype, copy=False)
    once = all(s >= k for s, k in zip(stride, size, strict=True))
    for images in _parts(x):
        places = zip(
            _views(_framed(x[images], frame, np.nan), size, stride, out),
            _views(dx[images], size, stride, out),
            strict=True,
        )
        _give_to_winners(dy[images], y[images], places, once)
    return _inside(dx, x, frame)


def _give_to_winners(
    dy: Array, y: Array, places: Iterable[tuple[Array, Array]], once: bool
) -> None:
    """Give dy to the first place of the window whose pixels are y, to the last if none before it is.

    ``places`` are pairs of views (N, OH, OW, C), of the pixels and of their gradients; ``once`` says that
    no pixel lies in two windows, so that a gradient can be written instead of added.
    """
    # Multiplied as integers, the bits of a gradient stay or become zero: inf * 0 would be nan.
    bits = np.ascontiguousarray(dy).view(f"i{dy.itemsize}")
    waiting = np.ones(y.shape, dtype=bool)
    give = np.copyto if once else _add_to
    *before, (_, last) = places
    for pixels, gradient in before:
        won = pixels == y
        won &= waiting
        waiting ^= won
        give(gradient, (bits * won).view(y.dtype))
    give(last, (bits * waiting).view(y.dtype))


def _add_to(gradient: Array, share: Array) -> None:
    gradient += share


def _parts(x: Array) -> Iterator[slice]:
    """Cut the batch into slices of about `CACHE` bytes, which every place of the window reads again."""
    images = max(1, CACHE // max(1, x[:1].nbytes))
    for first in range(0, len(x), images):
        yield slice(first, min(first + images, len(x)))


def _plan(
    x: Array, size: Pair, stride: Pair | None, padding: Padding
) -> tuple[tuple[int, int], tuple[int, int], Frame, tuple[int, int]]:
    """Check the arguments; return size, stride and padding as pairs, and the output's (OH, OW)."""
    require_float("x", x, "N H W C")
    _, oh, ow, _ = pool_output_shape(x.shape, size, stride, padding)
    size = pair(size, "size")
    stride = size if stride is None else pair(stride, "stride")
    return size, stride, padding_pairs(x.shape[1:3], size, stride, padding), (oh, ow)


def _views(
    x: Array, size: tuple[int, int], stride: tuple[int, int], out: tuple[int, int]
) -> Iterator[Array]:
    """Yield for each place (u, v) in the window the pixels that lie there: (N, OH, OW, C), no copies."""
    (sh, sw), (oh, ow) = stride, out
    for u, v in np.ndindex(size):
        yield x[:, u : u + (oh - 1) * sh + 1 : sh, v : v + (ow - 1) * sw + 1 : sw]


def _counts(
    x: Array,
    size: tuple[int, int],
    stride: tuple[int, int],
    frame: Frame,
    out: tuple[int, int],
) -> Array:
    """Count the pixels that are no padding in each window: (OH, OW, 1), in the dtype of ``x``."""
    ones = np.pad(
        np.ones((1, *x.shape[1:3], 1), dtype=x.dtype), ((0, 0), *frame, (0, 0))
    )
    return sum(_views(ones, size, stride, out))[0]


def _framed(x: Array, frame: Frame, value: float) -> Array:
    if frame == ((0, 0), (0, 0)):
        return x
    return np.pad(x, ((0, 0), *frame, (0, 0)), constant_values=value)


def _framed_zeros(x: Array, frame: Frame) -> Array:
    (top, bottom), (left, right) = frame
    n, h, w, c = x.shape
    return np.zeros((n, h + top + bottom, w + left + right, c), dtype=x.dtype)


def _inside(dx: Array, x: Array, frame: Frame) -> Array:
    (top, _), (left, _) = frame
    return dx[:, top : top + x.shape[1], left : left + x.shape[2]]
