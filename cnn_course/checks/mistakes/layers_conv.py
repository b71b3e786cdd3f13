"""Assignment 7, part 3: the convolution layer, forwards.

Letters: x (N, H, W, C), w (KH, KW, C, F), b (F,); s and p are stride and padding, pairs.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Mistake
from cnn_course.checks.mistakes.layers_dense import SHARED, other
from cnn_course.conv import conv2d

PairOfInts = tuple[int, int]
Function = Callable[..., Any]


def conv_forward(
    x: NDArray, w: NDArray, b: NDArray, stride: PairOfInts, padding: PairOfInts
) -> NDArray:
    """Convolve images by filters: the target of part 3."""
    return conv2d(x, w, b, stride, padding)


def _reshaped(axes: str, moved: str = "NIJF") -> Function:
    """Return the right rows, read as if they lay in the order of ``axes``, and ``moved`` from there."""

    def wrong(
        x: NDArray, w: NDArray, b: NDArray, s: PairOfInts, p: PairOfInts
    ) -> NDArray:
        y = conv2d(x, w, b, s, p)
        sizes = dict(zip("NIJF", y.shape, strict=True))
        y = y.reshape([sizes[axis] for axis in axes])
        if sorted(axes) == sorted(moved):
            y = y.transpose([axes.index(axis) for axis in moved])
        return y.copy()

    return wrong


def _filters(change: Callable[[NDArray], NDArray]) -> Function:
    """Return the convolution by other filters, in the shape of the right ones."""
    return lambda x, w, b, s, p: conv2d(x, change(w).reshape(w.shape), b, s, p)


def _sized(
    places: Callable[[int, int, int, int], int], square: bool = False
) -> Function:
    """Return what comes of another number of places along each axis; mostly an error, which shows shapes."""

    def wrong(
        x: NDArray, w: NDArray, b: NDArray, s: PairOfInts, p: PairOfInts
    ) -> NDArray:
        oh, ow = map(places, x.shape[1:3], w.shape[:2], s, p)
        sizes = (oh, oh if square else ow, w.shape[3])
        # The check goes forwards with one image first.
        conv2d(x[:1], w, b, s, p).reshape(1, *sizes)
        return conv2d(x, w, b, s, p).reshape(len(x), *sizes)

    return wrong


FORWARD_MISTAKES = (
    Mistake(SHARED, lambda x, w, b, s, p: conv2d(x, other(w), other(b), s, p)),
    Mistake("The bias is missing.", lambda x, w, b, s, p: conv2d(x, w, None, s, p)),
    Mistake(
        "The bias is added once for each weight. It is added once for each output number.",
        lambda x, w, b, s, p: conv2d(x, w, b * x.dtype.type(w[..., 0].size), s, p),
    ),
    Mistake(
        "Every filter gets the first bias: filter f has the bias b[f].",
        lambda x, w, b, s, p: conv2d(x, w, np.full_like(b, b[0]), s, p),
    ),
    Mistake("The stride is ignored.", lambda x, w, b, s, p: conv2d(x, w, b, (1, 1), p)),
    Mistake(
        "The stride is exchanged: it is (height, width).",
        lambda x, w, b, s, p: conv2d(x, w, b, s[::-1], p),
    ),
    Mistake(
        "The stride for the height is used for the width too.",
        lambda x, w, b, s, p: conv2d(x, w, b, (s[0], s[0]), p),
    ),
    Mistake(
        "The padding is ignored.", lambda x, w, b, s, p: conv2d(x, w, b, s, (0, 0))
    ),
    Mistake(
        "The padding is exchanged: it is (height, width).",
        lambda x, w, b, s, p: conv2d(x, w, b, s, p[::-1]),
    ),
    Mistake(
        "The padding for the height is used for the width too.",
        lambda x, w, b, s, p: conv2d(x, w, b, s, (p[0], p[0])),
    ),
    Mistake(
        "The numbers of each filter are in the wrong order: `reshape(F, -1).T` reads w as if its filters "
        "came first. They come last, so one reshape to (-1, F) does it.",
        _filters(lambda w: w.reshape(w.shape[3], -1).T),
    ),
    Mistake(
        "The numbers of each filter are in the wrong order: in a row of im2col the channels of a pixel lie "
        "together.",
        _filters(lambda w: w.transpose(2, 0, 1, 3)),
    ),
    Mistake(
        "The filters are transposed: rows lie where columns should.",
        _filters(lambda w: w.transpose(1, 0, 2, 3)),
    ),
    Mistake(
        "The filters are turned by 180 degrees. Lay them on as they are.",
        _filters(lambda w: w[::-1, ::-1]),
    ),
    Mistake(
        "The numbers of y are in the wrong places: it was given the shape (N, F, OH, OW) first. "
        "The filters lie last in the product, so give it the shape (N, OH, OW, F).",
        _reshaped("NFIJ"),
    ),
    Mistake(
        "The numbers of y are in the wrong places: width and height were exchanged when y got its shape. "
        "The windows lie row by row, so give it the shape (N, OH, OW, F).",
        _reshaped("NJIF"),
    ),
    Mistake(
        "The numbers of y are in the wrong places: it was given a shape with the batch third. "
        "All windows of the first image come first.",
        _reshaped("IJNF"),
    ),
    Mistake(
        "y has the shape (N, OW, OH, F): the height comes before the width.",
        _reshaped("NJIF", "NJIF"),
    ),
    Mistake(
        "y has the shape (N, F, OH, OW), and its numbers are in the wrong places. The channels come last, in "
        "y as in the product.",
        _reshaped("NFIJ", "NFIJ"),
    ),
    Mistake(
        "y has its channels before height and width. This course has them last, (N, OH, OW, F).",
        _reshaped("NIJF", "NFIJ"),
    ),
    Mistake(
        "OW is taken to be OH. It comes from the width of x and of the filters.",
        _sized(lambda n, k, s, p: (n + 2 * p - k) // s + 1, square=True),
    ),
    Mistake(
        "OH and OW are computed without the padding.",
        _sized(lambda n, k, s, p: (n - k) // s + 1),
    ),
    Mistake(
        "OH and OW are computed with the padding of one side only. It stands on both.",
        _sized(lambda n, k, s, p: (n + p - k) // s + 1),
    ),
    Mistake(
        "OH and OW are computed without the stride.",
        _sized(lambda n, k, s, p: n + 2 * p - k + 1),
    ),
    Mistake(
        "OH and OW are computed without the + 1: the first place counts too.",
        _sized(lambda n, k, s, p: (n + 2 * p - k) // s),
    ),
    Mistake(
        "OH and OW are the height and the width of x. Without enough padding, y is smaller.",
        _sized(lambda n, k, s, p: n),
    ),
    Mistake(
        "The product is returned as it is, one row for each window. Give it the shape (N, OH, OW, F).",
        lambda *given: conv_forward(*given).reshape(-1, given[1].shape[3]),
    ),
    Mistake(
        "Negative answers have become zero. This layer has no activation.",
        lambda *given: np.maximum(0, conv_forward(*given)),
    ),
    Mistake(
        "All images of the batch get the answer of the first one.",
        lambda x, *given: np.repeat(conv_forward(x[:1], *given), len(x), axis=0),
    ),
    Mistake(
        "Only the answer of the first image is returned.",
        lambda x, *given: conv_forward(x[:1], *given),
    ),
)
