"""Assignment 6, part 3: the ways to miss a convolution by one product of matrices.

Letters: x (N, H, W, C), w (KH, KW, C, F), b (F,); s and p are stride and padding as pairs.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from cnn_course import shapes
from cnn_course.checks.core import Mistake
from cnn_course.conv import conv2d
from cnn_course.im2col import im2col

PairOfInts = tuple[int, int]
Convolution = Callable[[NDArray, NDArray, NDArray, PairOfInts, PairOfInts], NDArray]


def _by_product(as_columns: Callable[[NDArray], NDArray]) -> Convolution:
    """Convolve with the filters brought into a matrix in another way."""

    def wrong(
        x: NDArray, w: NDArray, b: NDArray, s: PairOfInts, p: PairOfInts
    ) -> NDArray:
        y = im2col(x, w.shape[:2], s, p) @ as_columns(w) + b
        return y.reshape(shapes.conv_output_shape(x.shape, w.shape, s, p))

    return wrong


def _laid_out(*axes: int) -> Convolution:
    """Read the product as if the axes (N, OH, OW, F) had another order, and bring them into that one."""

    def wrong(
        x: NDArray, w: NDArray, b: NDArray, s: PairOfInts, p: PairOfInts
    ) -> NDArray:
        y = conv2d(x, w, b, s, p)
        taken = y.reshape([y.shape[axis] for axis in axes])
        return taken.transpose(np.argsort(axes))

    return wrong


def _as_reshaped(*axes: int) -> Convolution:
    def wrong(
        x: NDArray, w: NDArray, b: NDArray, s: PairOfInts, p: PairOfInts
    ) -> NDArray:
        y = conv2d(x, w, b, s, p)
        return y.reshape([y.shape[axis] for axis in axes])

    return wrong


def _filters_in_rows(
    x: NDArray, w: NDArray, b: NDArray, s: PairOfInts, p: PairOfInts
) -> NDArray:
    y = conv2d(x, w, b, s, p)
    return y.reshape(-1, y.shape[3]).T.reshape(y.shape)


def _flat(x: NDArray, w: NDArray, b: NDArray, s: PairOfInts, p: PairOfInts) -> NDArray:
    return conv2d(x, w, b, s, p).reshape(-1, w.shape[3])


PRODUCT_MISTAKES = (
    Mistake("The bias is missing.", lambda x, w, b, s, p: conv2d(x, w, None, s, p)),
    Mistake("The bias is subtracted.", lambda x, w, b, s, p: conv2d(x, w, -b, s, p)),
    Mistake(
        "Every filter gets the first bias: filter f has the bias b[f].",
        lambda x, w, b, s, p: conv2d(x, w, np.full_like(b, b[0]), s, p),
    ),
    Mistake(
        "Every filter gets the sum of all biases: filter f has the bias b[f].",
        lambda x, w, b, s, p: conv2d(x, w, np.full_like(b, b.sum()), s, p),
    ),
    Mistake(
        "The bias is added once for each weight. It is added once for each output number.",
        lambda x, w, b, s, p: conv2d(x, w, b * np.float32(w[..., 0].size), s, p),
    ),
    Mistake(
        "The matrix of the filters has the right shape but its numbers are mixed up: reshape does not move "
        "axes. F is the last axis of w already, so it can stay the last one of the matrix.",
        _by_product(lambda w: w.reshape(w.shape[3], -1).T),
    ),
    Mistake(
        "The filters' numbers are in another order than the windows': in both, the channels of one place "
        "stand together. Do not move the channels of w to the front.",
        _by_product(lambda w: w.transpose(2, 0, 1, 3).reshape(-1, w.shape[3])),
    ),
    Mistake(
        "The filters are transposed: their rows lie where their columns should.",
        _by_product(lambda w: w.transpose(1, 0, 2, 3).reshape(-1, w.shape[3])),
    ),
    Mistake(
        "The axes of the filters are in reverse order: w.T turns round all four.",
        _by_product(lambda w: w.T.reshape(-1, w.shape[3])),
    ),
    Mistake(
        "The filters are turned by 180 degrees.",
        _by_product(lambda w: w[::-1, ::-1].reshape(-1, w.shape[3])),
    ),
    Mistake(
        "The result has its height and width swapped.",
        lambda x, w, b, s, p: conv2d(x, w, b, s, p).transpose(0, 2, 1, 3),
    ),
    Mistake(
        "The result has the axes (N, OW, OH, F), and (N, OH, OW, F) is wanted. The rows of the product come "
        "in the order (n, i, j).",
        _as_reshaped(0, 2, 1, 3),
    ),
    Mistake(
        "The rows of the product come in the order (n, i, j), and you read them as (n, j, i): "
        "height before width.",
        _laid_out(0, 2, 1, 3),
    ),
    Mistake(
        "The rows of the product come in the order (n, i, j): the images come first, not last.",
        _laid_out(1, 2, 0, 3),
    ),
    Mistake(
        "The numbers are in the wrong places: in the product the filters are the last axis already, so F "
        "must stay last in the reshape.",
        _laid_out(0, 3, 1, 2),
    ),
    Mistake(
        "The result has the axes (OH, OW, N, F), and (N, OH, OW, F) is wanted. The rows of the product come "
        "in the order (n, i, j).",
        _as_reshaped(1, 2, 0, 3),
    ),
    Mistake(
        "You take the mean of the products; the sum is wanted.",
        lambda x, w, b, s, p: conv2d(x, w / w[..., 0].size, b, s, p),
    ),
    Mistake(
        "The channels come before height and width; this course has them last, (N, OH, OW, F).",
        lambda x, w, b, s, p: conv2d(x, w, b, s, p).transpose(0, 3, 1, 2),
    ),
    Mistake(
        "The result has the axes (N, F, OH, OW), and (N, OH, OW, F) is wanted: in the product the filters "
        "are the last axis already.",
        _as_reshaped(0, 3, 1, 2),
    ),
    Mistake(
        "The numbers are in the wrong places: in your product the filters are the rows. Transpose it before "
        "you reshape it.",
        _filters_in_rows,
    ),
    Mistake(
        "This is the product as it comes, with one row for each window: reshape it to (N, OH, OW, F).",
        _flat,
    ),
    Mistake(
        "The stride for the height is used for the width too.",
        lambda x, w, b, s, p: conv2d(x, w, b, s[0], p),
    ),
    Mistake("The stride is ignored.", lambda x, w, b, s, p: conv2d(x, w, b, 1, p)),
    Mistake(
        "The stride is exchanged: it is (height, width).",
        lambda x, w, b, s, p: conv2d(x, w, b, s[::-1], p),
    ),
    Mistake("The padding is ignored.", lambda x, w, b, s, p: conv2d(x, w, b, s, 0)),
    Mistake(
        "The padding is exchanged: it is (height, width).",
        lambda x, w, b, s, p: conv2d(x, w, b, s, p[::-1]),
    ),
    Mistake(
        "Only the first image is convolved.",
        lambda x, w, b, s, p: conv2d(x[:1], w, b, s, p),
    ),
    Mistake(
        "The filters are added up: each filter makes a channel of its own.",
        lambda x, w, b, s, p: conv2d(x, w, b, s, p).sum(axis=3, keepdims=True),
    ),
    Mistake(
        "Negative answers have become zero: there is no activation here.",
        lambda x, w, b, s, p: np.maximum(0, conv2d(x, w, b, s, p)),
    ),
    Mistake(
        "The answers are cut to whole numbers: keep the dtype of x.",
        lambda x, w, b, s, p: conv2d(x, w, b, s, p).astype(int),
    ),
)
