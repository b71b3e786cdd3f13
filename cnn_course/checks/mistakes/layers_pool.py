"""Assignment 7, part 5: the max pooling layer, forwards.

Letters: x (N, H, W, C); k and s are window and stride, pairs.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Mistake
from cnn_course.checks.mistakes.layers_dense import SHARED
from cnn_course.pool import average_pool2d, max_pool2d, min_pool2d

PairOfInts = tuple[int, int]
Function = Callable[..., Any]


def pool_forward(x: NDArray, window: PairOfInts, stride: PairOfInts) -> NDArray:
    """Keep the largest number of each window: the target."""
    return max_pool2d(x, window, stride)


def _ragged(x: NDArray, window: PairOfInts, stride: PairOfInts) -> NDArray:
    """Pool every window that begins inside the image."""
    return np.stack(
        [
            np.stack(
                [
                    x[:, i : i + window[0], j : j + window[1]].max(axis=(1, 2))
                    for j in range(0, x.shape[2], stride[1])
                ],
                axis=1,
            )
            for i in range(0, x.shape[1], stride[0])
        ],
        axis=1,
    )


def _placed(
    place: Callable[[int, int, PairOfInts, PairOfInts], tuple[slice, slice]],
) -> Function:
    """Return an answer of the right size, whose windows are elsewhere."""

    def wrong(x: NDArray, window: PairOfInts, stride: PairOfInts) -> NDArray:
        y = np.zeros_like(pool_forward(x, window, stride))
        for i, j in np.ndindex(y.shape[1:3]):
            rows, columns = place(i, j, window, stride)
            y[:, i, j] = x[:, rows, columns].max(axis=(1, 2))
        return y

    return wrong


def _less(rows: int, columns: int) -> Function:
    def wrong(*given: Any) -> NDArray:
        right = pool_forward(*given)
        y = np.zeros_like(right)
        kept = right[:, : right.shape[1] - rows, : right.shape[2] - columns]
        y[:, : kept.shape[1], : kept.shape[2]] = kept
        return y

    return wrong


FORWARD_MISTAKES = (
    # The other layer has a window of one pixel.
    Mistake(SHARED, lambda x, k, s: x.copy()),
    Mistake("The stride is ignored.", lambda x, k, s: pool_forward(x, k, (1, 1))),
    Mistake(
        "The answer has the right size, but its windows are one pixel apart: the stride belongs into the "
        "place of the window as well.",
        _placed(lambda i, j, k, s: (slice(i, i + k[0]), slice(j, j + k[1]))),
    ),
    Mistake(
        "The answer has the right size, but its windows are as wide as they are high.",
        _placed(
            lambda i, j, k, s: (
                slice(i * s[0], i * s[0] + k[0]),
                slice(j * s[1], j * s[1] + k[0]),
            )
        ),
    ),
    Mistake(
        "The window is used as the stride. They are two things: windows may overlap.",
        lambda x, k, s: pool_forward(x, k, k),
    ),
    Mistake(
        "The stride is used as the window. They are two things.",
        lambda x, k, s: pool_forward(x, s, s),
    ),
    Mistake(
        "The stride is exchanged: it is (height, width).",
        lambda x, k, s: pool_forward(x, k, s[::-1]),
    ),
    Mistake(
        "The window is exchanged: it is (height, width).",
        lambda x, k, s: pool_forward(x, k[::-1], s),
    ),
    Mistake(
        "The window's height is used for its width too.",
        lambda x, k, s: pool_forward(x, (k[0], k[0]), s),
    ),
    Mistake(
        "The stride for the height is used for the width too.",
        lambda x, k, s: pool_forward(x, k, (s[0], s[0])),
    ),
    Mistake(
        "Windows that stick out of the image are counted. A window that does not fit entirely is left out.",
        _ragged,
    ),
    Mistake(
        "No answer is negative: a maximum was started at 0. Start from the window's own numbers.",
        lambda *given: np.maximum(0, pool_forward(*given)),
    ),
    Mistake(
        "The largest of all channels is kept. Each channel is pooled by itself.",
        lambda *given: pool_forward(*given).max(axis=3, keepdims=True),
    ),
    Mistake(
        "Every channel gets the largest of all channels. Each channel is pooled by itself.",
        lambda *given: (
            np.zeros_like(pool_forward(*given))
            + pool_forward(*given).max(axis=3, keepdims=True)
        ),
    ),
    Mistake(
        "Every image gets the largest of the whole batch. Each image is pooled by itself.",
        lambda *given: (
            np.zeros_like(pool_forward(*given)) + pool_forward(*given).max(axis=0)
        ),
    ),
    Mistake(
        "Each window has one number for all images and channels. Take the maximum over rows and columns "
        "only.",
        lambda *given: (
            np.zeros_like(pool_forward(*given))
            + pool_forward(*given).max(axis=(0, 3), keepdims=True)
        ),
    ),
    Mistake(
        "Only the first image is pooled.",
        lambda x, *given: pool_forward(x[:1], *given),
    ),
    Mistake("This is the mean of each window; the largest is wanted.", average_pool2d),
    Mistake("This is the smallest of each window; the largest is wanted.", min_pool2d),
    Mistake(
        "The largest size is kept, without its sign. −3 is less than 2.",
        lambda x, k, s: pool_forward(np.abs(x), k, s),
    ),
    Mistake(
        "The first pixel of each window is kept; the largest is wanted.",
        lambda x, k, s: x[
            :,
            : x.shape[1] - k[0] + 1 : s[0],
            : x.shape[2] - k[1] + 1 : s[1],
        ].copy(),
    ),
    Mistake(
        "The answer has its height and width swapped.",
        lambda *given: pool_forward(*given).transpose(0, 2, 1, 3).copy(),
    ),
    Mistake(
        "The last row and the last column are left at zero: range(n) stops at n − 1.",
        _less(1, 1),
    ),
    Mistake(
        "The numbers are cut to whole ones: give the new array the dtype of x.",
        lambda *given: pool_forward(*given).astype(int),
    ),
)
