"""Assignment 6, part 2: the ways to miss the matrix of windows.

Letters: x (N, H, W, C); k, s, p are kernel, stride and padding as pairs.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Mistake
from cnn_course.im2col import im2col, windows

PairOfInts = tuple[int, int]
Unroll = Callable[[NDArray, PairOfInts, PairOfInts, PairOfInts], NDArray]


def _ordered(*axes: int) -> Unroll:
    """Lay the axes (N, OH, OW, KH, KW, C) of the windows out in another order, the first three as rows."""

    def wrong(x: NDArray, k: PairOfInts, s: PairOfInts, p: PairOfInts) -> NDArray:
        view = windows(x, k, s, p).transpose(axes)
        return view.reshape(np.prod(view.shape[:3]), -1)

    return wrong


def _framed(mode: str, before: int = 1, after: int = 1) -> Unroll:
    def wrong(x: NDArray, k: PairOfInts, s: PairOfInts, p: PairOfInts) -> NDArray:
        frame = [(before * n, after * n) for n in p]
        return im2col(np.pad(x, ((0, 0), *frame, (0, 0)), mode=mode), k, s)

    return wrong


def _next_to_each_other(
    x: NDArray, k: PairOfInts, s: PairOfInts, p: PairOfInts
) -> NDArray:
    _, oh, ow = windows(x, k, s, p).shape[:3]
    view = windows(x, k, 1, p)[:, :oh, :ow]
    return view.reshape(len(x) * oh * ow, -1)


def _not_moved(x: NDArray, k: PairOfInts, s: PairOfInts, p: PairOfInts) -> NDArray:
    view = windows(x, k, s, p)
    rows = np.prod(view.shape[:3])
    return view.transpose(3, 4, 5, 0, 1, 2).reshape(rows, -1)


def _one_too_few(x: NDArray, k: PairOfInts, s: PairOfInts, p: PairOfInts) -> NDArray:
    view = windows(x, k, s, p)[:, :-1, :-1]
    return view.reshape(np.prod(view.shape[:3]), -1)


def _first_row_again(
    x: NDArray, k: PairOfInts, s: PairOfInts, p: PairOfInts
) -> NDArray:
    rows, places = im2col(x, k, s, p), len(im2col(x[:1], k, s, p))
    overwritten = np.zeros_like(rows)
    overwritten[:places] = rows[-places:]
    return overwritten


def _last_row_everywhere(
    x: NDArray, k: PairOfInts, s: PairOfInts, p: PairOfInts
) -> NDArray:
    rows = im2col(x, k, s, p)
    return np.repeat(rows[-1:], len(rows), axis=0)


def _places_unpadded(
    x: NDArray, k: PairOfInts, s: PairOfInts, p: PairOfInts
) -> NDArray:
    _, oh, ow = windows(x, k, s).shape[:3]
    view = windows(x, k, s, p)[:, :oh, :ow]
    return view.reshape(len(x) * oh * ow, -1)


def _images_in_a_row(
    x: NDArray, k: PairOfInts, s: PairOfInts, p: PairOfInts
) -> NDArray:
    view = np.moveaxis(windows(x, k, s, p), 0, 2)
    return view.reshape(np.prod(view.shape[:2]), -1)


def _axis_of_images(x: NDArray, k: PairOfInts, s: PairOfInts, p: PairOfInts) -> NDArray:
    rows = im2col(x, k, s, p)
    return rows.reshape(len(x), -1, rows.shape[1])


ROWS_MISTAKES = (
    Mistake("The padding is ignored.", lambda x, k, s, p: im2col(x, k, s, 0)),
    Mistake(
        "The padding is exchanged: it is (height, width).",
        lambda x, k, s, p: im2col(x, k, s, p[::-1]),
    ),
    Mistake(
        "The padding for the height is used for the width too.",
        lambda x, k, s, p: im2col(x, k, s, p[0]),
    ),
    Mistake(
        "The zeros stand on one side only, above and to the left.",
        _framed("constant", after=0),
    ),
    Mistake(
        "The zeros stand on one side only, below and to the right.",
        _framed("constant", before=0),
    ),
    Mistake("The padding is twice as wide on each side.", _framed("constant", 2, 2)),
    Mistake(
        "All four axes are padded, the images and the channels too: only height and width get zeros.",
        lambda x, k, s, p: im2col(np.pad(x, p), k, s),
    ),
    Mistake(
        "The places are counted without the padding: count them on the padded image.",
        _places_unpadded,
    ),
    Mistake(
        "The border is repeated as padding, and zeros are wanted.", _framed("edge")
    ),
    Mistake(
        "The stride is ignored: there are too many rows.",
        lambda x, k, s, p: im2col(x, k, 1, p),
    ),
    Mistake(
        "There are as many rows as wanted, but the windows are one pixel apart: the stride belongs into "
        "the place of the window as well.",
        _next_to_each_other,
    ),
    Mistake(
        "The stride is exchanged: it is (height, width).",
        lambda x, k, s, p: im2col(x, k, s[::-1], p),
    ),
    Mistake(
        "The stride for the height is used for the width too.",
        lambda x, k, s, p: im2col(x, k, s[0], p),
    ),
    Mistake(
        "Height and width of the window are exchanged.",
        lambda x, k, s, p: im2col(x, k[::-1], s, p),
    ),
    Mistake(
        "The window's height is used for its width too.",
        lambda x, k, s, p: im2col(x, k[0], s, p),
    ),
    Mistake(
        "Each row holds first all of channel 0, then all of channel 1: the channels of one pixel belong "
        "together. If you used sliding_window_view, its channels come before the window: move that axis.",
        _ordered(0, 1, 2, 5, 3, 4),
    ),
    Mistake(
        "Each window is read column by column: read it row by row.",
        _ordered(0, 1, 2, 4, 3, 5),
    ),
    Mistake(
        "The numbers of each window are read in the opposite order of the axes: it is rows first, then "
        "columns, then channels.",
        _ordered(0, 1, 2, 5, 4, 3),
    ),
    Mistake(
        "Each window is read backwards.",
        lambda x, k, s, p: im2col(x[:, ::-1, ::-1, ::-1], k, s, p),
    ),
    Mistake(
        "The window moves down first: it must move to the right first, then down.",
        _ordered(0, 2, 1, 3, 4, 5),
    ),
    Mistake(
        "The images take turns from row to row: all rows of the first image come first.",
        _ordered(1, 2, 0, 3, 4, 5),
    ),
    Mistake(
        "The matrix is transposed: each window is a column, and it must be a row.",
        lambda x, k, s, p: im2col(x, k, s, p).T.copy(),
    ),
    Mistake(
        "The right numbers are there, in the wrong places: reshape does not move axes. First bring them "
        "into the order of the result.",
        _not_moved,
    ),
    Mistake(
        "Only the first image is unrolled.", lambda x, k, s, p: im2col(x[:1], k, s, p)
    ),
    Mistake(
        "Only the first channel is there.",
        lambda x, k, s, p: im2col(x[..., :1], k, s, p),
    ),
    Mistake(
        "The channels are added up: here all of them are kept.",
        lambda x, k, s, p: im2col(x.sum(axis=3, keepdims=True), k, s, p),
    ),
    Mistake(
        "The last place down and the last to the right are missing: "
        "the last window begins in row H − KH of the padded image.",
        _one_too_few,
    ),
    Mistake(
        "Each image is written over the one before: does the number of the row start again?",
        _first_row_again,
    ),
    Mistake(
        "Every row is the last window: is it one array that you write into again and again?",
        _last_row_everywhere,
    ),
    Mistake(
        "Each window is still a block: make one row of its numbers.",
        lambda x, k, s, p: im2col(x, k, s, p).reshape(-1, *k, x.shape[3]),
    ),
    Mistake(
        "The windows of all images stand in one row: each image has rows of its own.",
        _images_in_a_row,
    ),
    Mistake(
        "The images have an axis of their own: the result has two axes, with one row for each window.",
        _axis_of_images,
    ),
    Mistake(
        "The numbers are cut to whole ones: give the new array the dtype of x.",
        lambda x, k, s, p: im2col(x, k, s, p).astype(int),
    ),
)
