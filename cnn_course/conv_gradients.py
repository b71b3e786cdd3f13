"""The two gradients of a convolution: for its filters, and for its images."""

import math

import numpy as np

from cnn_course.arrays import Array, like_output, require_float, require_shape
from cnn_course.im2col import CACHE, col2im, parts, per_image, unroll, windows
from cnn_course.shapes import Padding, Pair, conv_output_shape, padding_pairs, pair

FEW = 16  # channels: fewer are too short a run for NumPy to add one pixel at a time


def conv2d_filter_gradient(
    dy: Array, x: Array, kernel: Pair, stride: Pair = 1, padding: Padding = 0
) -> tuple[Array, Array]:
    """Return the gradients (dw, db) for the filters and the biases of `conv2d`.

    dw[u, v, c, f] = sum over (n, i, j) of x[n, i * SH + u, j * SW + v, c] * dy[n, i, j, f], which is
    [dW; db] = [unroll(X), 1].T @ dY; db[f] is the sum of dy over (n, i, j).

    >>> conv2d_filter_gradient(np.ones((1, 1, 2, 1)), np.arange(6.0).reshape(1, 2, 3, 1), 2)[0].ravel()
    array([1., 3., 7., 9.])
    """
    require_float("x", x, "N H W C")
    require_float("dy", dy, "N OH OW F")
    kernel, (c, f) = pair(kernel, "kernel"), (x.shape[3], dy.shape[3])
    y_shape = conv_output_shape(x.shape, (*kernel, c, f), stride, padding)
    dy = np.ascontiguousarray(like_output(dy, y_shape, x.dtype))
    view = windows(x, kernel, stride, padding)
    gradients = np.zeros((math.prod(view.shape[3:]) + 1, f), dtype=x.dtype)
    for part in parts(view, f):
        rows = per_image(unroll(view[part], ones=1), len(view[part]), f)
        shares = rows.swapaxes(1, 2) @ dy[part].reshape(*rows.shape[:2], f)
        gradients += shares.sum(axis=0)
    return gradients[:-1].reshape(*kernel, c, f), gradients[-1]


def conv2d_input_gradient(
    dy: Array,
    w: Array,
    x_shape: tuple[int, int, int, int],
    stride: Pair = 1,
    padding: Padding = 0,
) -> Array:
    """Return the gradient dx (N, H, W, C) for the images of `conv2d`, in the dtype of ``dy``.

    dx adds dy[n, i, j, f] * w[u, v, c, f] to the pixel (i * SH + u, j * SW + v), for all that is on the
    right: dX = col2im(dY @ W.T).

    >>> conv2d_input_gradient(np.ones((1, 1, 2, 1)), np.ones((1, 3, 1, 1)), (1, 1, 5, 1), 2).ravel()
    array([1., 1., 2., 1., 1.])
    """
    require_float("w", w, "KH KW C F")
    y_shape = conv_output_shape(x_shape, w.shape, stride, padding)
    require_shape("dy", dy, y_shape, of="output")
    kernel, (c, f), stride = w.shape[:2], w.shape[2:], pair(stride, "stride")
    w = w.astype(dy.dtype, copy=False)
    if c == 1:
        columns = _by_columns(dy.reshape(-1, f), w.reshape(-1, f))
        return col2im(columns, x_shape, kernel, stride, padding)
    frame = padding_pairs(x_shape[1:3], kernel, stride, padding)
    return _add_rows(dy, w, x_shape, stride, frame)


def _by_columns(dy: Array, w: Array) -> Array:
    """Return dY @ W.T for dY (rows, F) and W (places, F), laid out by columns in memory."""
    places, f = w.shape
    if f < 2 * places:
        return (w @ dy.T).T
    # For few places OpenBLAS is faster with the long matrix first; its result is turned while in the cache.
    columns = np.empty((len(dy), places), dtype=dy.dtype, order="F")
    count = max(1, CACHE // 4 // ((f + places) * dy.itemsize))
    for first in range(0, len(dy), count):
        part = slice(first, first + count)
        columns[part] = dy[part] @ w.T
    return columns


def _add_rows(
    dy: Array,
    w: Array,
    x_shape: tuple[int, int, int, int],
    stride: tuple[int, int],
    frame: tuple[tuple[int, int], tuple[int, int]],
) -> Array:
    """Do what col2im(dY @ W.T) does, but add along the height only.

    Along the width it is a convolution of dy with the reversed kernel, so that a product already holds
    the sum over the KW columns: KW times fewer numbers to add, and nothing to store for all windows.
    """
    (n, h, width, c), (kh, _, _, f), (sh, sw) = x_shape, w.shape, stride
    (top, _), (left, _) = frame
    # Along the width, SW neighbouring pixels are one step; these steps hold the image.
    first, last = left // sw, (left + width - 1) // sw
    kernels = _reversed_rows(w, sw)
    taps, steps = len(kernels) // f, last + 1 - first
    view = windows(
        _pad_or_crop(dy, taps - 1 - first, last + 1 - dy.shape[2]), (1, taps)
    )
    rows = max((dy.shape[1] - 1) * sh + kh, top + h)
    dx, order = _zeros((n, rows, steps, sw * c), dy)
    for images, i in parts(view, kernels.shape[1]):
        shares = np.matmul(unroll(view[images, i]), kernels, order=order)
        shares = shares.reshape(-1, i.stop - i.start, steps, kh, sw * c)
        for u in range(kh):
            # A pixel lies in many windows: their shares are added, never overwritten.
            end = (i.stop - 1) * sh + u + 1
            dx[images, i.start * sh + u : end : sh] += shares[:, :, :, u]
    dx = dx.reshape(n, rows, steps * sw, c)
    left -= first * sw
    return dx[:, top : top + h, left : left + width]


def _zeros(shape: tuple[int, int, int, int], like: Array) -> tuple[Array, str]:
    """Return zeros to add pixels to, and in which order a product's numbers should lie beside them.

    Few channels come first in memory, so that NumPy adds rows of pixels instead of single ones.
    """
    if not 1 < shape[3] < FEW:
        return np.zeros(shape, dtype=like.dtype), "C"
    return np.moveaxis(np.zeros((shape[3], *shape[:3]), dtype=like.dtype), 0, 3), "F"


def _reversed_rows(w: Array, sw: int) -> Array:
    """Return the kernels as a matrix (T * F, KH * SW * C), T = ceil(KW / SW), their last columns first.

    Row (t, f) holds what dy[..., j + t, f] gives to the SW pixels of step j + T - 1, for each kernel row.
    """
    kh, kw, c, f = w.shape
    taps = -(-kw // sw)
    w = np.pad(w, ((0, 0), (0, taps * sw - kw), (0, 0), (0, 0)))
    w = w.reshape(kh, taps, sw, c, f)[:, ::-1]
    return w.transpose(1, 4, 0, 2, 3).reshape(taps * f, kh * sw * c)


def _pad_or_crop(dy: Array, before: int, after: int) -> Array:
    """Add columns of zeros at the left and the right; a negative number takes columns away."""
    dy = np.pad(dy, ((0, 0), (0, 0), (max(before, 0), max(after, 0)), (0, 0)))
    return dy[:, :, max(-before, 0) : dy.shape[2] - max(-after, 0)]
