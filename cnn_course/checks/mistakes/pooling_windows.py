"""Assignment 4, pooling: the ways to miss max, average and min pooling.

Letters: x (N, H, W, C), k the window, s the stride, p the padding, each a pair (height, width).
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Mistake
from cnn_course.checks.mistakes.pooling import (
    PairOfInts,
    Pool,
    average_pool,
    frame,
    max_pool,
    mean_of_pixels,
    min_pool,
    mixing,
    of_the_arguments,
    of_the_loops,
    on_one_side,
    over,
    sliding,
)

# Part 2: the largest number


def _largest_size(window: NDArray) -> NDArray:
    return np.abs(window).max(axis=(1, 2))


def _furthest_from_zero(window: NDArray) -> NDArray:
    low, high = window.min(axis=(1, 2)), window.max(axis=(1, 2))
    return np.where(-low > high, low, high)


def _max_with_edges(
    edges: Callable[[PairOfInts], tuple[PairOfInts, PairOfInts]],
) -> Pool:
    """Pool images that get ``edges`` of the padding: ((above, below), (left, right))."""

    def wrong(x: NDArray, k: PairOfInts, s: PairOfInts, p: PairOfInts) -> NDArray:
        width = ((0, 0), *edges(p), (0, 0))
        return max_pool(np.pad(x, width, constant_values=-np.inf), k, s, (0, 0))

    return wrong


MAX_MISTAKES = (
    Mistake(
        "The padding is 0, which wins where all pixels of a window are negative. Padding must never win.",
        sliding(over(np.max, 1, 2)),
    ),
    Mistake(
        "Where all pixels of a window are negative, the answer is 0: a search that starts from 0 never "
        "finds less. Start from the first pixel or from −inf.",
        lambda x, k, s, p: np.maximum(max_pool(x, k, s, p), 0),
    ),
    *mixing(np.max, -np.inf, "maximum"),
    *of_the_arguments(sliding(over(np.max, 1, 2), -np.inf)),
    *on_one_side(max_pool, -np.inf),
    Mistake(
        "The pair of the padding is used as (before, after). It is (height, width), and each stands on "
        "both sides.",
        _max_with_edges(lambda p: (p, p)),
    ),
    Mistake(
        "The frame is twice as wide.",
        _max_with_edges(lambda p: ((2 * p[0],) * 2, (2 * p[1],) * 2)),
    ),
    Mistake(
        "The frame is put around the answer. It belongs around the image.",
        lambda x, k, s, p: frame(max_pool(x, k, s, (0, 0)), p, -np.inf),
    ),
    *of_the_loops(max_pool),
    Mistake("These are the smallest numbers of the windows.", min_pool),
    Mistake("These are the means of the windows.", average_pool),
    Mistake(
        "The numbers have lost their sign: this is the largest |x|.",
        sliding(_largest_size),
    ),
    Mistake(
        "This is the number furthest from zero. −7 is smaller than 2, however long it is.",
        sliding(_furthest_from_zero),
    ),
    Mistake(
        "This is the pixel in the top left corner of each window: the others are not looked at.",
        sliding(lambda window: window[:, 0, 0], -np.inf),
    ),
    Mistake(
        "Only the first row of each window is looked at.",
        sliding(lambda window: window[:, 0].max(axis=1), -np.inf),
    ),
    Mistake(
        "Only the first column of each window is looked at.",
        sliding(lambda window: window[:, :, 0].max(axis=1), -np.inf),
    ),
)

# Part 3: the mean


def _area(x: NDArray, k: PairOfInts, s: PairOfInts, p: PairOfInts) -> NDArray:
    """Return the number of pixels, padding left out, in each window: (1, OH, OW, 1)."""
    ones = np.ones((1, *x.shape[1:3], 1), dtype=x.dtype)
    return sliding(over(np.sum, 1, 2))(ones, k, s, p)


def _times(factor: Callable[[PairOfInts, PairOfInts], float]) -> Pool:
    def wrong(x: NDArray, k: PairOfInts, s: PairOfInts, p: PairOfInts) -> NDArray:
        return average_pool(x, k, s, p) * np.float32(factor(k, s))

    return wrong


def _without_zeros(window: NDArray) -> NDArray:
    return window.sum(axis=(1, 2)) / np.maximum(
        np.count_nonzero(window, axis=(1, 2)), 1
    )


def _middle(window: NDArray) -> NDArray:
    return (np.nanmin(window, axis=(1, 2)) + np.nanmax(window, axis=(1, 2))) / 2


def _moved_inside(x: NDArray, k: PairOfInts, s: PairOfInts, p: PairOfInts) -> NDArray:
    y = np.zeros_like(average_pool(x, k, s, p))
    for i, j in np.ndindex(y.shape[1:3]):
        top, left = max(i * s[0] - p[0], 0), max(j * s[1] - p[1], 0)
        y[:, i, j] = x[:, top : top + k[0], left : left + k[1]].mean(axis=(1, 2))
    return y


def _only_whole_windows(
    x: NDArray, k: PairOfInts, s: PairOfInts, p: PairOfInts
) -> NDArray:
    return average_pool(x, k, s, p) * (_area(x, k, s, p) == k[0] * k[1])


AVERAGE_MISTAKES = (
    Mistake(
        "The padding is counted as zeros: border windows are pulled towards 0. Divide by the number of "
        "pixels that lie in the window.",
        sliding(over(np.mean, 1, 2)),
    ),
    Mistake(
        "Pixels that are 0 are left out as if they were padding. A pixel of 0 counts.",
        sliding(_without_zeros),
    ),
    Mistake(
        "The padding is −inf, and a mean with −inf in it is −inf. Padding must be left out of the mean.",
        sliding(over(np.mean, 1, 2), -np.inf),
    ),
    Mistake(
        "The padding is nan, and a mean with nan in it is nan. Padding must be left out of the mean.",
        sliding(over(np.mean, 1, 2), np.nan),
    ),
    Mistake(
        "A window that begins before the image is moved into it. Only the part of it that lies in the "
        "image counts.",
        _moved_inside,
    ),
    Mistake(
        "The border is repeated as padding and counted. Padding must be left out of the mean.",
        lambda x, k, s, p: average_pool(
            np.pad(x, ((0, 0), (p[0],) * 2, (p[1],) * 2, (0, 0)), mode="edge"),
            k,
            s,
            (0, 0),
        ),
    ),
    Mistake(
        "Windows that lie on the padding are left at zero: take the mean of their pixels.",
        _only_whole_windows,
    ),
    Mistake(
        "These are the sums of the windows: the division is missing.",
        sliding(over(np.sum, 1, 2)),
    ),
    *mixing(mean_of_pixels, np.nan, "mean"),
    *of_the_arguments(sliding(over(mean_of_pixels, 1, 2), np.nan)),
    *on_one_side(sliding(over(mean_of_pixels, 1, 2), np.nan), np.nan),
    *of_the_loops(average_pool),
    Mistake("These are the largest numbers of the windows.", max_pool),
    Mistake("These are the smallest numbers of the windows.", min_pool),
    Mistake(
        "This is the middle between the smallest and the largest number. The mean counts all of them.",
        sliding(_middle, np.nan),
    ),
    Mistake(
        "You divide by the stride's area. The window says how many pixels there are.",
        _times(lambda k, s: k[0] * k[1] / (s[0] * s[1])),
    ),
    Mistake(
        "You divide by height + width of the window. How many pixels does it have?",
        _times(lambda k, s: k[0] * k[1] / (k[0] + k[1])),
    ),
    Mistake("You divide by the height of the window only.", _times(lambda k, s: k[1])),
    Mistake(
        "You divide by the number of channels too. Each channel is pooled by itself.",
        lambda x, k, s, p: average_pool(x, k, s, p) / x.shape[3],
    ),
    Mistake(
        "Negative means have become 0.",
        lambda x, k, s, p: np.maximum(average_pool(x, k, s, p), 0),
    ),
    Mistake(
        "The numbers have lost their sign.",
        lambda x, k, s, p: average_pool(np.abs(x), k, s, p),
    ),
)

# Part 4: the smallest number

MIN_MISTAKES = (
    Mistake(
        "The sign is not turned back: these are the smallest numbers with the wrong sign.",
        lambda x, k, s, p: max_pool(-x, k, s, p),
    ),
    Mistake(
        "Only the answer's sign is turned: these are the largest numbers, negated.",
        lambda x, k, s, p: -max_pool(x, k, s, p),
    ),
    Mistake("These are the largest numbers.", max_pool),
    Mistake(
        "The padding is 0, which is smaller than positive pixels. Padding must never win: if you call "
        "max_pool, look at its padding.",
        sliding(over(np.min, 1, 2)),
    ),
    Mistake(
        "The padding is −inf and wins every window that it lies in. For the smallest number, padding "
        "must be larger than all pixels.",
        sliding(over(np.min, 1, 2), -np.inf),
    ),
    Mistake(
        "Where all pixels of a window are positive, the answer is 0: a search that starts from 0 never "
        "finds more.",
        lambda x, k, s, p: np.minimum(min_pool(x, k, s, p), 0),
    ),
    *mixing(np.min, np.inf, "minimum"),
    *of_the_arguments(sliding(over(np.min, 1, 2), np.inf)),
    *on_one_side(min_pool, np.inf),
    *of_the_loops(min_pool),
    Mistake("These are the means of the windows.", average_pool),
    Mistake(
        "The signs are lost before the search: these are the largest |x|, negated.",
        lambda x, k, s, p: -max_pool(np.abs(x), k, s, p),
    ),
    Mistake(
        "The numbers have lost their sign: this is the smallest |x|.",
        lambda x, k, s, p: min_pool(np.abs(x), k, s, p),
    ),
    Mistake(
        "This is 1 minus the largest number: it was not the images that were turned around first.",
        lambda x, k, s, p: 1 - max_pool(x, k, s, p),
    ),
)
