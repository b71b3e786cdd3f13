"""Unrolling: every window of the images as one row of a matrix, and the way back.

With the windows in rows and the filters in columns, a convolution is one matrix product
(Chellapilla, Puri and Simard 2006).
"""

import math
from collections.abc import Iterator

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from cnn_course.arrays import Array, require_float, require_shape
from cnn_course.shapes import Padding, Pair, conv_output_shape, padding_pairs, pair

# Bytes of unrolled windows at a time: what a processor's second cache holds.
CACHE = 2**20
# Multiply-accumulates: OpenBLAS reads the matrices of a smaller product where they lie, and copies those of a
# larger one into an order of its own first (its functions named small_kernel_permit).
SMALL = 100**3
ROWS = 64  # windows of an image: for fewer, a product of its own takes longer than it saves


def pad(
    x: Array, kernel: tuple[int, int], stride: Pair = 1, padding: Padding = 0
) -> Array:
    """Surround every image of (N, H, W, C) with zeros; "same" depends on kernel and stride."""
    (n, h, w, c), stride = x.shape, pair(stride, "stride")
    (top, bottom), (left, right) = padding_pairs((h, w), kernel, stride, padding)
    padded = np.zeros((n, top + h + bottom, left + w + right, c), dtype=x.dtype)
    padded[:, top : top + h, left : left + w] = x
    return padded


def windows(
    x: Array, kernel: tuple[int, int], stride: Pair = 1, padding: Padding = 0
) -> Array:
    """View every window of the images; without padding, not a pixel is copied.

    Args:
        x: images (N, H, W, C).

    Returns:
        (N, OH, OW, KH, KW, C), a read-only view.

    >>> windows(np.arange(12.0).reshape(1, 3, 4, 1), (2, 2))[0, 1, 2, :, :, 0]
    array([[ 6.,  7.],
           [10., 11.]])
    """
    sh, sw = pair(stride, "stride")
    if padding not in ("valid", 0):
        x = pad(x, kernel, (sh, sw), padding)
    view = sliding_window_view(x, kernel, axis=(1, 2))  # (N, H', W', C, KH, KW)
    return np.moveaxis(view[:, ::sh, ::sw], 3, 5)


def im2col(x: Array, kernel: Pair, stride: Pair = 1, padding: Padding = 0) -> Array:
    """Copy every window into a row: a pixel that lies in nine windows is written nine times.

    Args:
        x: images (N, H, W, C), float.
        kernel: the window, an int or (height, width); stride and padding as in `conv2d`.

    Returns:
        (N * OH * OW, KH * KW * C): the windows in reading order, and in each its pixels in reading
        order with their channels together.

    Raises:
        TypeError: ``x`` holds integers.
        ValueError: the sizes do not go together.

    >>> im2col(np.arange(9.0).reshape(1, 3, 3, 1), 2)
    array([[0., 1., 3., 4.],
           [1., 2., 4., 5.],
           [3., 4., 6., 7.],
           [4., 5., 7., 8.]])
    """
    require_float("x", x, "N H W C")
    kernel = pair(kernel, "kernel")
    _, oh, ow, _ = conv_output_shape(x.shape, (*kernel, x.shape[3], 1), stride, padding)
    view = windows(x, kernel, stride, padding)
    return view.copy().reshape(len(x) * oh * ow, math.prod(view.shape[3:]))


def col2im(
    columns: Array,
    x_shape: tuple[int, int, int, int],
    kernel: Pair,
    stride: Pair = 1,
    padding: Padding = 0,
) -> Array:
    """Add every row back to the pixels that it came from, and cut the padding off.

    It is not the inverse of `im2col` but its transpose, the way that a gradient takes: a pixel that lies
    in nine windows receives nine numbers, and they are added.

    Args:
        columns: (N * OH * OW, KH * KW * C), as `im2col` gives them for ``x_shape``.
        x_shape: the shape of the images (N, H, W, C).

    Returns:
        (N, H, W, C).

    >>> col2im(im2col(np.ones((1, 3, 3, 1)), 2), (1, 3, 3, 1), 2)[0, :, :, 0]
    array([[1., 2., 1.],
           [2., 4., 2.],
           [1., 2., 1.]])
    """
    kh, kw = kernel = pair(kernel, "kernel")
    sh, sw = stride = pair(stride, "stride")
    n, h, w, c = x_shape
    _, oh, ow, _ = conv_output_shape(x_shape, (*kernel, c, 1), stride, padding)
    require_shape("columns", columns, (n * oh * ow, kh * kw * c), of="unrolled images")
    (top, bottom), (left, right) = padding_pairs((h, w), kernel, stride, padding)
    x = np.zeros((n, h + top + bottom, w + left + right, c), dtype=columns.dtype)
    columns = columns.reshape(n, oh, ow, kh, kw, c)
    for u, v in np.ndindex(kernel):
        x[:, u : u + oh * sh : sh, v : v + ow * sw : sw] += columns[:, :, :, u, v]
    return x[:, top : top + h, left : left + w]


def parts(view: Array, results: int) -> Iterator[tuple[slice, slice]]:
    """Cut windows (N, OH, OW, ...) into slices (images, rows) that fill about `CACHE` bytes each.

    What counts is a window's own numbers, once unrolled, and the ``results`` computed from it.
    A part is either whole images or rows of one image, so that it lies in one piece in the output.
    For one channel it is half of that: a matrix laid out by columns is written in many places at a time.

    >>> list(parts(np.zeros((3, 4, 2**12, 1, 1, 8), np.float32), results=8))[:2]
    [(slice(0, 1, None), slice(0, 4, None)), (slice(1, 2, None), slice(0, 4, None))]
    """
    n, oh, ow = view.shape[:3]
    row = ow * (math.prod(view.shape[3:]) + results) * view.itemsize  # bytes
    rows = max(1, (CACHE // 2 if view.shape[5] == 1 else CACHE) // row)
    images = max(1, rows // oh)
    for first in range(0, n, images):
        for top in range(0, oh, rows):
            yield slice(first, min(first + images, n)), slice(top, min(top + rows, oh))


def unroll(view: Array, ones: int = 0) -> Array:
    """Copy windows (n, i, j, KH, KW, C) into a matrix of n * i * j rows; ``ones`` more columns hold 1.

    A bias is the weight of a pixel that is always 1: with such a column, one product does it all.
    For one channel the matrix is laid out by columns in memory: neighbours in an image are then
    neighbours in the copy, in runs of a row of windows instead of a row of one window.

    >>> unroll(windows(np.arange(6.0).reshape(1, 2, 3, 1), (2, 2)), ones=1)
    array([[0., 1., 3., 4., 1.],
           [1., 2., 4., 5., 1.]])
    """
    count, size = math.prod(view.shape[:3]), math.prod(view.shape[3:])
    order = "F" if view.shape[5] == 1 else "C"
    matrix = np.empty((count, size + ones), dtype=view.dtype, order=order)
    matrix[:, :size].reshape(view.shape)[:] = view  # axes split, nothing copied
    matrix[:, size:] = 1
    return matrix


def per_image(matrix: Array, images: int, results: int) -> Array:
    """View unrolled windows as a stack of matrices: one for each image if that makes their products small.

    Many small products take less time than a large one, as long as nothing is copied for them (see `SMALL`)
    and they are not tiny (see `ROWS`).

    Args:
        matrix: (images * rows, columns), as `unroll` gives it.
        results: numbers that a product computes from each row.

    Returns:
        (images, rows, columns), or (1, images * rows, columns) where a product for one image is not small.

    >>> per_image(np.zeros((2 * 400, 9)), images=2, results=32).shape
    (2, 400, 9)
    >>> per_image(np.zeros((2 * 400, 90)), images=2, results=32).shape
    (1, 800, 90)
    """
    rows = len(matrix) // images
    small = rows >= ROWS and rows * matrix.shape[1] * results <= SMALL
    return matrix.reshape(images if small else 1, -1, matrix.shape[1])
