"""Assignment 4, pooling: its targets, and the ways to miss any kind of pooling by windows.

Letters: x (N, H, W, C), k the window, s the stride, p the padding, each a pair (height, width).
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnn_course import pool
from cnn_course.checks.core import Mistake

PairOfInts = tuple[int, int]
Pool = Callable[[NDArray, PairOfInts, PairOfInts, PairOfInts], NDArray]
Keep = Callable[[NDArray], Any]  # a window (N, KH, KW, C) to what is kept of it (N, C)


def max_pool(
    x: NDArray, window: PairOfInts, stride: PairOfInts, padding: PairOfInts
) -> NDArray:
    """Keep the largest number of each window: the target of part 2."""
    return pool.max_pool2d(x, window, stride, padding)


def average_pool(
    x: NDArray, window: PairOfInts, stride: PairOfInts, padding: PairOfInts
) -> NDArray:
    """Take the mean of each window, padding left out: the target of part 3."""
    return pool.average_pool2d(x, window, stride, padding)


def min_pool(
    x: NDArray, window: PairOfInts, stride: PairOfInts, padding: PairOfInts
) -> NDArray:
    """Keep the smallest number of each window: the target of part 4."""
    return pool.min_pool2d(x, window, stride, padding)


# Pooling as students write it, with whatever they keep of a window


def frame(x: NDArray, p: PairOfInts, value: float) -> NDArray:
    """Surround the images by a value."""
    edges = ((0, 0), (p[0], p[0]), (p[1], p[1]), (0, 0))
    return np.pad(x, edges, constant_values=value)


def _places(n: int, k: int, s: int) -> int:
    return (n - k) // s + 1


def slide(
    framed: NDArray,
    k: PairOfInts,
    s: PairOfInts,
    keep: Keep,
    places: Callable[[int, int, int], int] = _places,
) -> NDArray:
    """Pool images that are framed already; ``places`` says how many windows there are along an axis."""
    oh, ow = map(places, framed.shape[1:3], k, s)
    y = np.zeros((len(framed), oh, ow, framed.shape[3]), dtype=framed.dtype)
    for i, j in np.ndindex(oh, ow):
        top, left = i * s[0], j * s[1]
        y[:, i, j] = keep(framed[:, top : top + k[0], left : left + k[1]])
    return y


def over(function: Callable[..., Any], *axes: int) -> Keep:
    """Keep one number of several axes at once, and give it to all that shared them."""
    return lambda window: function(window, axis=axes, keepdims=True)[:, 0, 0]


def sliding(keep: Keep, value: float = 0.0) -> Pool:
    """Return the pooling of images that are framed by ``value``."""
    return lambda x, k, s, p: slide(frame(x, p, value), k, s, keep)


def mean_of_pixels(window: NDArray, axis: tuple[int, ...], keepdims: bool) -> NDArray:
    """Take the mean of what is not nan: the padding."""
    pixels = ~np.isnan(window)
    total = window.sum(axis=axis, keepdims=keepdims, where=pixels)
    return total / pixels.sum(axis=axis, keepdims=keepdims)


def _only(y: NDArray, rows: slice, columns: slice) -> NDArray:
    kept = np.zeros_like(y)
    kept[:, rows, columns] = y[:, rows, columns]
    return kept


def _close_together(right: Pool) -> Pool:
    def wrong(x: NDArray, k: PairOfInts, s: PairOfInts, p: PairOfInts) -> NDArray:
        _, oh, ow, _ = right(x, k, s, p).shape
        return right(x, k, (1, 1), p)[:, :oh, :ow].copy()

    return wrong


def _size_without_padding(right: Pool) -> Pool:
    def wrong(x: NDArray, k: PairOfInts, s: PairOfInts, p: PairOfInts) -> NDArray:
        _, oh, ow, _ = right(x, k, s, (0, 0)).shape
        return right(x, k, s, p)[:, :oh, :ow].copy()

    return wrong


def _sticking_out(
    keep: Keep, value: float, places: Callable[[int, int, int], int]
) -> Pool:
    return lambda x, k, s, p: slide(frame(x, p, value), k, s, keep, places)


def of_the_arguments(right: Pool) -> tuple[Mistake, ...]:
    """Return the mistakes with window, stride and padding, for any kind of pooling."""
    return (
        Mistake(
            "The stride is ignored: neighbouring windows are one pixel apart.",
            lambda x, k, s, p: right(x, k, (1, 1), p),
        ),
        Mistake(
            "The answer has the right size, but its windows are one pixel apart: the stride belongs "
            "into the place of the window as well.",
            _close_together(right),
        ),
        Mistake(
            "The stride is always 2 by 2: take the one that is given.",
            lambda x, k, s, p: right(x, k, (2, 2), p),
        ),
        Mistake(
            "Window and stride are always 2 by 2: take those that are given.",
            lambda x, k, s, p: right(x, (2, 2), (2, 2), p),
        ),
        Mistake(
            "The window is used as the stride. The stride says how far the window moves.",
            lambda x, k, s, p: right(x, k, k, p),
        ),
        Mistake(
            "The stride is used as the window. The window says how many pixels are looked at.",
            lambda x, k, s, p: right(x, s, s, p),
        ),
        Mistake(
            "The stride is exchanged: it is (height, width).",
            lambda x, k, s, p: right(x, k, s[::-1], p),
        ),
        Mistake(
            "The stride for the height is used for the width too.",
            lambda x, k, s, p: right(x, k, (s[0], s[0]), p),
        ),
        Mistake(
            "The stride for the width is used for the height too.",
            lambda x, k, s, p: right(x, k, (s[1], s[1]), p),
        ),
        Mistake(
            "The window is exchanged: it is (height, width).",
            lambda x, k, s, p: right(x, k[::-1], s, p),
        ),
        Mistake(
            "The height of the window is used for its width too.",
            lambda x, k, s, p: right(x, (k[0], k[0]), s, p),
        ),
        Mistake(
            "The width of the window is used for its height too.",
            lambda x, k, s, p: right(x, (k[1], k[1]), s, p),
        ),
        Mistake("The padding is ignored.", lambda x, k, s, p: right(x, k, s, (0, 0))),
        Mistake(
            "The answer has the size that it has without padding: OH and OW come from the framed images.",
            _size_without_padding(right),
        ),
        Mistake(
            "The padding is exchanged: it is (height, width).",
            lambda x, k, s, p: right(x, k, s, p[::-1]),
        ),
        Mistake(
            "The padding for the height is used for the width too.",
            lambda x, k, s, p: right(x, k, s, (p[0], p[0])),
        ),
    )


def on_one_side(right: Pool, value: float) -> tuple[Mistake, ...]:
    """Return the mistakes with a frame of ``value`` that is not all around the images."""

    def framed(before: int) -> Pool:
        def wrong(x: NDArray, k: PairOfInts, s: PairOfInts, p: PairOfInts) -> NDArray:
            edges = [(n * before, n * (1 - before)) for n in p]
            x = np.pad(x, ((0, 0), *edges, (0, 0)), constant_values=value)
            return right(x, k, s, (0, 0))

        return wrong

    return (
        Mistake(
            "The padding stands only before the image, above and to the left.",
            framed(1),
        ),
        Mistake(
            "The padding stands only after the image, below and to the right.",
            framed(0),
        ),
    )


def of_the_loops(right: Pool) -> tuple[Mistake, ...]:
    """Return the mistakes with images and with what is filled in, for any kind of pooling."""
    return (
        Mistake(
            "Only the first image of the batch is pooled.",
            lambda x, k, s, p: right(x[:1], k, s, p),
        ),
        Mistake(
            "All images of the batch get the answer of the first one.",
            lambda x, k, s, p: np.repeat(right(x[:1], k, s, p), len(x), axis=0),
        ),
        Mistake(
            "Only the first channel is pooled: as many channels come out as go in.",
            lambda x, k, s, p: right(x[..., :1], k, s, p),
        ),
        Mistake(
            "The answer has its height and width swapped.",
            lambda x, k, s, p: right(x, k, s, p).transpose(0, 2, 1, 3).copy(),
        ),
        Mistake(
            "The channels come before height and width; this course has them last, (N, OH, OW, C).",
            lambda x, k, s, p: right(x, k, s, p).transpose(0, 3, 1, 2).copy(),
        ),
        Mistake(
            "The last row and the last column of the answer are missing: the first place counts too.",
            lambda x, k, s, p: right(x, k, s, p)[:, :-1, :-1].copy(),
        ),
        Mistake(
            "The last row and the last column are left at zero: range(n) stops at n − 1.",
            lambda x, k, s, p: _only(right(x, k, s, p), slice(0, -1), slice(0, -1)),
        ),
        Mistake(
            "Only the first number of each map is filled in: is `return` indented into the inner loop?",
            lambda x, k, s, p: _only(right(x, k, s, p), slice(1), slice(1)),
        ),
        Mistake(
            "Only the first row of each map is filled in: is `return` indented into the outer loop?",
            lambda x, k, s, p: _only(right(x, k, s, p), slice(1), slice(None)),
        ),
        Mistake(
            "The numbers are cut to whole ones: give the new array the dtype of the images.",
            lambda x, k, s, p: right(x, k, s, p).astype(int),
        ),
    )


def mixing(
    function: Callable[..., Any], value: float, is_what: str
) -> tuple[Mistake, ...]:
    """Return the mistakes of taking ``function`` over more axes than height and width."""
    return (
        Mistake(
            f"All channels are mixed: you take the {is_what} over the channels too. "
            "Each channel is pooled by itself.",
            sliding(over(function, 1, 2, 3), value),
        ),
        Mistake(
            "One channel comes out. Each channel is pooled by itself, so as many come out as go in.",
            lambda x, k, s, p: sliding(over(function, 1, 2, 3), value)(x, k, s, p)[
                ..., :1
            ],
        ),
        Mistake(
            f"All images are mixed: you take the {is_what} over the batch too. "
            "Each image is pooled by itself.",
            sliding(over(function, 0, 1, 2), value),
        ),
        Mistake(
            f"Images and channels are mixed: you take the {is_what} of everything under the window.",
            sliding(over(function, 0, 1, 2, 3), value),
        ),
        Mistake(
            "You round up: a window that sticks out at the end is kept. It is left out: round down.",
            _sticking_out(
                over(function, 1, 2), value, lambda n, k, s: -((k - n) // s) + 1
            ),
        ),
        Mistake(
            "A window begins at each step of the stride, and those at the end stick out. "
            "They are left out.",
            _sticking_out(over(function, 1, 2), value, lambda n, k, s: -(-n // s)),
        ),
    )
