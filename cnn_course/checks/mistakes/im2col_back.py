"""Assignment 6, part 4: the ways to miss the way back from the matrix.

Letters: columns (N * OH * OW, KH * KW * C), shape (N, H, W, C); k, s, p are kernel, stride and padding.
"""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from cnn_course import shapes
from cnn_course.checks.core import Mistake
from cnn_course.im2col import col2im, im2col

PairOfInts = tuple[int, int]
Shape = tuple[int, int, int, int]
Back = Callable[[NDArray, Shape, PairOfInts, PairOfInts, PairOfInts], NDArray]


def _split(
    columns: NDArray, shape: Shape, k: PairOfInts, s: PairOfInts, p: PairOfInts
) -> NDArray:
    """Return the matrix as windows (N, OH, OW, KH, KW, C)."""
    n, oh, ow, _ = shapes.conv_output_shape(shape, (*k, shape[3], 1), s, p)
    return columns.reshape(n, oh, ow, *k, shape[3])


def _joined(windows: NDArray) -> NDArray:
    return windows.reshape(math.prod(windows.shape[:3]), -1)


def _laid(
    windows: NDArray,
    shape: Shape,
    step: PairOfInts,
    p: PairOfInts,
    put: Callable[[NDArray, NDArray], NDArray] = np.add,
) -> NDArray:
    """Lay windows into the images, one after the other; the padding stays on."""
    (n, h, w, c), (kh, kw) = shape, windows.shape[3:5]
    framed = np.zeros((n, h + 2 * p[0], w + 2 * p[1], c), dtype=windows.dtype)
    for i, j in np.ndindex(windows.shape[1:3]):
        top, left = i * step[0], j * step[1]
        part = framed[:, top : top + kh, left : left + kw]
        part[:] = put(part, windows[:, i, j])
    return framed


def _cut(framed: NDArray, shape: Shape, p: PairOfInts) -> NDArray:
    return framed[:, p[0] : p[0] + shape[1], p[1] : p[1] + shape[2]]


def _putting(put: Callable[[NDArray, NDArray], NDArray]) -> Back:
    return lambda columns, shape, k, s, p: _cut(
        _laid(_split(columns, shape, k, s, p), shape, s, p, put), shape, p
    )


last_copy = _putting(lambda old, new: new)


def first_copy(
    columns: NDArray, shape: Shape, k: PairOfInts, s: PairOfInts, p: PairOfInts
) -> NDArray:
    """Keep the copy of the first window: set pixel by pixel of the window, for all windows at a time."""
    windows = _split(columns, shape, k, s, p)
    oh, ow = windows.shape[1:3]
    framed = 0 * _laid(windows, shape, s, p)
    for u, v in np.ndindex(k):
        rows, places = slice(u, u + oh * s[0], s[0]), slice(v, v + ow * s[1], s[1])
        framed[:, rows, places] = windows[:, :, :, u, v]
    return _cut(framed, shape, p)


def _cropped(crop: Callable[[NDArray, Shape, PairOfInts], NDArray]) -> Back:
    return lambda columns, shape, k, s, p: crop(
        _laid(_split(columns, shape, k, s, p), shape, s, p), shape, p
    )


def _read_as(*axes: int) -> Back:
    """Read the matrix as if the axes (N, OH, OW, KH, KW, C) stood in another order."""

    def wrong(
        columns: NDArray, shape: Shape, k: PairOfInts, s: PairOfInts, p: PairOfInts
    ) -> NDArray:
        sizes = _split(columns, shape, k, s, p).shape
        windows = columns.reshape([sizes[axis] for axis in axes])
        windows = windows.transpose(np.argsort(axes))
        return col2im(_joined(windows), shape, k, s, p)

    return wrong


def _changed(change: Callable[[NDArray], NDArray]) -> Back:
    """Change the windows (N, OH, OW, KH, KW, C) before they are added up."""
    return lambda columns, shape, k, s, p: col2im(
        _joined(change(_split(columns, shape, k, s, p))), shape, k, s, p
    )


def _one_pixel_apart(
    columns: NDArray, shape: Shape, k: PairOfInts, s: PairOfInts, p: PairOfInts
) -> NDArray:
    return _cut(_laid(_split(columns, shape, k, s, p), shape, (1, 1), p), shape, p)


def _for_other_sizes(
    columns: NDArray, shape: Shape, k: PairOfInts, s: PairOfInts, p: PairOfInts
) -> NDArray:
    """Take the matrix for one of another stride, with NumPy's words where it cannot be."""
    n, oh, ow, c = shapes.conv_output_shape(shape, (*k, shape[3], 1), s, p)
    return _cut(_laid(columns.reshape(n, oh, ow, *k, c), shape, s, p), shape, p)


def _only_first_image(windows: NDArray) -> NDArray:
    return windows * (np.arange(len(windows)) == 0).reshape(-1, 1, 1, 1, 1, 1)


def _without_last_places(windows: NDArray) -> NDArray:
    kept = np.zeros_like(windows)
    kept[:, :-1, :-1] = windows[:, :-1, :-1]
    return kept


def counts(shape: Shape, k: PairOfInts, s: PairOfInts, p: PairOfInts) -> NDArray:
    """Count the windows that each number of the images lies in, (N, H, W, C) in float32."""
    return col2im(im2col(np.ones(shape, np.float32), k, s, p), shape, k, s, p)


BACK_MISTAKES = (
    Mistake(
        "Where windows overlap, one number is left of all that came: add them, with +=. "
        "If you use arrays of indices, += counts an index that stands there twice only once: use np.add.at.",
        last_copy,
    ),
    Mistake(
        "Where windows overlap, one number is left of all that came: add them, with +=.",
        first_copy,
    ),
    Mistake(
        "Where windows overlap, only the largest number is left: add them.",
        _putting(np.maximum),
    ),
    Mistake(
        "The numbers are averaged where windows overlap, and their sum is wanted.",
        lambda columns, shape, k, s, p: (
            col2im(columns, shape, k, s, p) / np.maximum(counts(shape, k, s, p), 1)
        ),
    ),
    Mistake(
        "The padding is still there: cut it off at the end.",
        _cropped(lambda framed, shape, p: framed),
    ),
    Mistake(
        "A padding of 0 goes wrong: `y[:, p:-p]` with p = 0 is empty. Cut from p to p + H.",
        _cropped(lambda framed, shape, p: framed[:, p[0] : -p[0], p[1] : -p[1]]),
    ),
    Mistake(
        "The result has the right size, but it is cut from the top left corner: the padding lies there.",
        _cropped(lambda framed, shape, p: framed[:, : shape[1], : shape[2]]),
    ),
    Mistake(
        "The padding is cut off on one side only, above and to the left.",
        _cropped(lambda framed, shape, p: framed[:, p[0] :, p[1] :]),
    ),
    Mistake(
        "The padding of the width is still there: cut both axes.",
        _cropped(lambda framed, shape, p: framed[:, p[0] : p[0] + shape[1]]),
    ),
    Mistake(
        "The padding that you cut off is exchanged: it is (height, width).",
        _cropped(lambda framed, shape, p: _cut(framed, shape, p[::-1])),
    ),
    Mistake(
        "The padding for the height is cut off from the width too.",
        _cropped(lambda framed, shape, p: _cut(framed, shape, (p[0], p[0]))),
    ),
    Mistake(
        "The windows are laid one pixel apart: the stride is ignored.", _one_pixel_apart
    ),
    Mistake(
        "The stride is exchanged: it is (height, width).",
        lambda columns, shape, k, s, p: _for_other_sizes(columns, shape, k, s[::-1], p),
    ),
    Mistake(
        "The stride for the height is used for the width too.",
        lambda columns, shape, k, s, p: _for_other_sizes(
            columns, shape, k, (s[0], s[0]), p
        ),
    ),
    Mistake(
        "In each row you read first all of channel 0, then all of channel 1: the channels of one pixel "
        "stand together.",
        _read_as(0, 1, 2, 5, 3, 4),
    ),
    Mistake(
        "Each row is laid back column by column: it holds the window row by row.",
        _read_as(0, 1, 2, 4, 3, 5),
    ),
    Mistake(
        "The rows are taken as if the window had moved down first: it moved to the right first.",
        _read_as(0, 2, 1, 3, 4, 5),
    ),
    Mistake(
        "The rows are taken as if the images took turns: all rows of the first image come first.",
        _read_as(1, 2, 0, 3, 4, 5),
    ),
    Mistake(
        "Each window is laid back turned by 180 degrees.",
        _changed(lambda windows: windows[:, :, :, ::-1, ::-1]),
    ),
    Mistake(
        "Every image receives the rows of the first one: does the number of the row start again?",
        _changed(lambda windows: np.repeat(windows[:1], len(windows), axis=0)),
    ),
    Mistake(
        "Every image receives the rows of all images: each has rows of its own.",
        _changed(lambda w: np.repeat(w.sum(axis=0, keepdims=True), len(w), axis=0)),
    ),
    Mistake("Only the first image receives something.", _changed(_only_first_image)),
    Mistake(
        "The last place down and the last to the right are left out: range(n) stops at n − 1.",
        _changed(_without_last_places),
    ),
    Mistake(
        "The channels are mixed: every channel receives the sum of all.",
        _changed(lambda w: np.repeat(w.sum(axis=5, keepdims=True), w.shape[5], axis=5)),
    ),
    Mistake(
        "The sums are cut to whole numbers: give the new array the dtype of the columns.",
        lambda *a: col2im(*a).astype(int),
    ),
)
