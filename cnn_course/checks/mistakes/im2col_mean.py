"""Assignment 6, part 5: the mean of each pixel's copies, and the ways to miss it.

Letters: columns (N * OH * OW, KH * KW * C), shape (N, H, W, C); k, s, p are kernel, stride and padding.
"""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from cnn_course import shapes
from cnn_course.checks.core import Mistake
from cnn_course.checks.mistakes.im2col_back import (
    Back,
    PairOfInts,
    Shape,
    counts,
    first_copy,
    last_copy,
)
from cnn_course.im2col import col2im


def undo_im2col(
    columns: NDArray,
    x_shape: Shape,
    kernel: PairOfInts,
    stride: PairOfInts,
    padding: PairOfInts,
) -> NDArray:
    """Give every pixel the mean of its copies, 0 if there is none: the target of part 5."""
    total = col2im(columns, x_shape, kernel, stride, padding)
    return total / np.maximum(counts(x_shape, kernel, stride, padding), 1)


def _divided(
    by: Callable[[Shape, PairOfInts, PairOfInts, PairOfInts], NDArray | float],
) -> Back:
    return lambda columns, shape, k, s, p: (
        col2im(columns, shape, k, s, p) / by(shape, k, s, p)
    ).astype(columns.dtype)


MEAN_MISTAKES = (
    Mistake(
        "The copies are added up. Divide each pixel by the number of its copies.",
        col2im,
    ),
    Mistake(
        "A pixel that lies in no window becomes nan, which is 0 / 0: it must be 0.",
        _divided(counts),
    ),
    Mistake(
        "One copy of each pixel is taken, the last. The mean of all copies is wanted; does your col2im add?",
        last_copy,
    ),
    Mistake(
        "One copy of each pixel is taken, the first. The mean of all copies is wanted; does your col2im add?",
        first_copy,
    ),
    Mistake(
        "Everything is divided by KH × KW. A pixel near the border has fewer copies than that.",
        _divided(lambda shape, k, s, p: k[0] * k[1]),
    ),
    Mistake(
        "Everything is divided by the largest count. Each pixel has its own.",
        _divided(lambda *a: counts(*a).max()),
    ),
    Mistake(
        "Everything is divided by KH × KW × C. Each pixel has a count of its own.",
        _divided(lambda shape, k, s, p: k[0] * k[1] * shape[3]),
    ),
    Mistake(
        "Everything is divided by the number of windows in an image.",
        _divided(
            lambda shape, k, s, p: math.prod(
                shapes.conv_output_shape(shape, (*k, shape[3], 1), s, p)[1:3]
            )
        ),
    ),
    Mistake(
        "1 is added to every count, so all means are too small: only a count of 0 must be avoided.",
        _divided(lambda *a: counts(*a) + 1),
    ),
    *(
        Mistake(
            "A small number is added to every count, so the means are a little too small in float64: "
            "change only a count of 0.",
            _divided(lambda *a, more=more: counts(*a) + np.float64(more)),
        )
        for more in (1e-5, 1e-6, 1e-7)
    ),
    Mistake(
        "A pixel that lies in no window becomes 1: it must be 0.",
        lambda *a: np.where(counts(*a[1:]) > 0, undo_im2col(*a), np.float32(1)),
    ),
    Mistake(
        "The counts are made without the stride.",
        _divided(lambda shape, k, s, p: np.maximum(counts(shape, k, (1, 1), p), 1)),
    ),
    Mistake(
        "The counts are made without the padding.",
        _divided(lambda shape, k, s, p: np.maximum(counts(shape, k, s, (0, 0)), 1)),
    ),
    Mistake(
        "The counts of all channels are added up: each channel has copies of its own.",
        _divided(lambda *a: np.maximum(counts(*a), 1) * np.float32(a[0][3])),
    ),
    Mistake(
        "The counts of all images are added up: each image has copies of its own.",
        _divided(lambda *a: np.maximum(counts(*a), 1) * np.float32(a[0][0])),
    ),
    Mistake(
        "The sums are multiplied by the counts: divide.",
        _divided(lambda *a: 1 / np.maximum(counts(*a), np.float32(1e-30))),
    ),
    Mistake(
        "The square root of the count is used.",
        _divided(lambda *a: np.sqrt(np.maximum(counts(*a), 1))),
    ),
    Mistake(
        "The means are cut to whole numbers: divide with `/`, not with `//`.",
        lambda *a: np.floor(undo_im2col(*a)),
    ),
)
