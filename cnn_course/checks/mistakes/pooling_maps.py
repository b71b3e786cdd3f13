"""Assignment 4, pooling: global pooling and the change by a shift, and the ways to miss them.

Letters: x (N, H, W, C), a and b the maps before and after a shift, in the same shape.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnn_course import pool
from cnn_course.checks.core import Mistake

# Part 5: one number for each channel


def global_average_pool(x: NDArray) -> NDArray:
    """Take the mean of each channel of each image: a target of part 5."""
    return pool.global_average_pool(x)


def global_max_pool(x: NDArray) -> NDArray:
    """Keep the largest number of each channel of each image: a target of part 5."""
    return pool.global_max_pool(x)


def _spread(right: Callable[[NDArray], NDArray], *axes: int) -> Callable[..., NDArray]:
    """Give the answer for everything along ``axes`` to all that lies along them."""

    def wrong(x: NDArray) -> NDArray:
        y = right(x)
        return np.broadcast_to(right(x[_first(axes)]), y.shape).copy()

    return wrong


def _first(axes: tuple[int, ...]) -> tuple[slice, ...]:
    return tuple(slice(1) if axis in axes else slice(None) for axis in range(4))


def _global_mistakes(function: Callable[..., Any], is_what: str) -> tuple[Mistake, ...]:
    """Return the mistakes with axes, for ``function`` over the wrong ones."""
    return (
        Mistake(
            "There is one number for each image: the channels are mixed. "
            "Each channel is pooled by itself.",
            lambda x: function(x, axis=(1, 2, 3)),
        ),
        Mistake(
            f"All channels of an image get the same number, the {is_what} of all of them. "
            "Each channel is pooled by itself.",
            lambda x: np.repeat(
                function(x, axis=(1, 2, 3))[:, np.newaxis], x.shape[3], axis=1
            ),
        ),
        Mistake(
            "There is one number for each channel: the images of the batch are mixed.",
            lambda x: function(x, axis=(0, 1, 2)),
        ),
        Mistake(
            f"All images get the same numbers, the {is_what} of the whole batch.",
            lambda x: np.repeat(function(x, axis=(0, 1, 2))[np.newaxis], len(x), 0),
        ),
        Mistake(
            f"This is one number, the {is_what} of everything. Say along which axes.",
            function,
        ),
        Mistake(
            "The axes of height and width are still there, each of length 1: (N, C) is wanted.",
            lambda x: function(x, axis=(1, 2), keepdims=True),
        ),
        Mistake(
            f"You take the {is_what} along width and channels, as if channels came before height and "
            "width. They come last.",
            lambda x: function(x, axis=(2, 3)),
        ),
        Mistake(
            f"You take the {is_what} across the channels of each pixel. It goes along height and width.",
            lambda x: function(x, axis=3),
        ),
        Mistake(
            "Only the height is gone: there is still a number for each column.",
            lambda x: function(x, axis=1),
        ),
        Mistake(
            "Only the width is gone: there is still a number for each row.",
            lambda x: function(x, axis=2),
        ),
        Mistake(
            "The answer is transposed: images come first, then channels.",
            lambda x: function(x, axis=(1, 2)).T.copy(),
        ),
        Mistake(
            "The channels are mixed up: reshape does not move axes. The channels come last, so (N, H * W, C) "
            "keeps them apart.",
            lambda x: function(x.reshape(len(x), x.shape[3], -1), axis=2),
        ),
        Mistake(
            "All images get the numbers of the first one.",
            _spread(lambda x: function(x, axis=(1, 2)), 0),
        ),
        Mistake(
            "All channels get the number of the first one.",
            _spread(lambda x: function(x, axis=(1, 2)), 3),
        ),
        Mistake(
            "Only the first row of the images is looked at.",
            lambda x: function(x[:, :1], axis=(1, 2)),
        ),
        Mistake(
            "Only the first column of the images is looked at.",
            lambda x: function(x[:, :, :1], axis=(1, 2)),
        ),
        Mistake(
            "The width is taken to be the height: only a square part of the images is looked at.",
            lambda x: function(x[:, :, : x.shape[1]], axis=(1, 2)),
        ),
        Mistake(
            "The numbers are cut to whole ones: keep the dtype of the images.",
            lambda x: function(x, axis=(1, 2)).astype(int),
        ),
    )


def _divided_by(area: Callable[[NDArray], int]) -> Callable[[NDArray], NDArray]:
    return lambda x: x.sum(axis=(1, 2)) / np.float32(area(x))


GLOBAL_AVERAGE_MISTAKES = (
    *_global_mistakes(np.mean, "mean"),
    Mistake(
        "These are the sums: the division is missing.", lambda x: x.sum(axis=(1, 2))
    ),
    Mistake(
        "You divide by H × H. An image has H × W pixels.",
        _divided_by(lambda x: x.shape[1] ** 2),
    ),
    Mistake(
        "You divide by W × W. An image has H × W pixels.",
        _divided_by(lambda x: x.shape[2] ** 2),
    ),
    Mistake(
        "You divide by H × W × C. Each channel is pooled by itself, and has H × W numbers.",
        _divided_by(lambda x: x[0].size),
    ),
    Mistake(
        "You divide by the number of images too.",
        _divided_by(lambda x: x[..., 0].size),
    ),
    Mistake("These are the largest numbers.", global_max_pool),
    Mistake(
        "This is the mean of the largest numbers of the rows. All pixels count.",
        lambda x: x.max(axis=2).mean(axis=1),
    ),
    Mistake(
        "This is the median. The mean is the sum divided by the number of pixels.",
        lambda x: np.median(x, axis=(1, 2)),
    ),
    Mistake(
        "Pixels that are 0 are left out. Every pixel counts.",
        lambda x: x.sum(axis=(1, 2)) / np.maximum(np.count_nonzero(x, (1, 2)), 1),
    ),
    Mistake("The numbers have lost their sign.", lambda x: np.abs(x).mean(axis=(1, 2))),
)

GLOBAL_MAX_MISTAKES = (
    *_global_mistakes(np.max, "maximum"),
    Mistake(
        "Where all pixels are negative, the answer is 0: a search that starts from 0 never finds less.",
        lambda x: np.maximum(x.max(axis=(1, 2)), 0),
    ),
    Mistake("These are the means.", global_average_pool),
    Mistake("These are the smallest numbers.", lambda x: x.min(axis=(1, 2))),
    Mistake(
        "The numbers have lost their sign: this is the largest |x|.",
        lambda x: np.abs(x).max(axis=(1, 2)),
    ),
    Mistake(
        "This is the place of the largest number. The number itself is wanted.",
        lambda x: x.reshape(len(x), -1, x.shape[3]).argmax(axis=1),
    ),
    Mistake(
        "This is the largest mean of a row. The largest of all pixels is wanted.",
        lambda x: x.mean(axis=2).max(axis=1),
    ),
)

# Part 6: how much a shift changes


def _sums(a: NDArray) -> NDArray:
    return np.abs(a).sum(axis=(1, 2, 3))


def change(before: NDArray, after: NDArray) -> NDArray:
    """Return sum |after − before| / sum |before| of each image: the target of part 6."""
    return _sums(after - before) / _sums(before)


CHANGE_MISTAKES = (
    Mistake(
        "The differences cancel: what one place gains another loses. Take |after − before| before you add.",
        lambda b, a: (a - b).sum(axis=(1, 2, 3)) / _sums(b),
    ),
    Mistake(
        "The differences cancel: |…| comes before the sum, not after it.",
        lambda b, a: np.abs((a - b).sum(axis=(1, 2, 3))) / _sums(b),
    ),
    Mistake(
        "Only what has become more is counted. What has become less has changed too.",
        lambda b, a: np.maximum(a - b, 0).sum(axis=(1, 2, 3)) / _sums(b),
    ),
    Mistake(
        "Only what has become less is counted. What has become more has changed too.",
        lambda b, a: np.maximum(b - a, 0).sum(axis=(1, 2, 3)) / _sums(b),
    ),
    Mistake(
        "The division is missing: how much was there before?", lambda b, a: _sums(a - b)
    ),
    Mistake(
        "You divide by the number of places. Divide by the sum of |before|.",
        lambda b, a: np.abs(a - b).mean(axis=(1, 2, 3)),
    ),
    Mistake(
        "You divide by what was there after the shift. Divide by what was there before.",
        lambda b, a: _sums(a - b) / _sums(a),
    ),
    Mistake(
        "You divide by both, before and after. Divide by what was there before.",
        lambda b, a: _sums(a - b) / (_sums(a) + _sums(b)),
    ),
    Mistake(
        "The sum below lacks |…|: where a map has both signs, its numbers cancel.",
        lambda b, a: _sums(a - b) / b.sum(axis=(1, 2, 3)),
    ),
    Mistake(
        "This is one number for the whole batch. One for each image is wanted.",
        lambda b, a: np.abs(a - b).sum() / np.abs(b).sum(),
    ),
    Mistake(
        "This is the mean over the images. One number for each image is wanted.",
        lambda b, a: change(b, a).mean(),
    ),
    Mistake(
        "You divide by the sum over the whole batch. Divide by that of the same image.",
        lambda b, a: _sums(a - b) / _sums(b).sum(),
    ),
    Mistake(
        "You divide by the sum of the first image. Divide by that of the same image.",
        lambda b, a: _sums(a - b) / _sums(b)[0],
    ),
    Mistake(
        "There is a number for each channel. One for each image is wanted: add over the channels too.",
        lambda b, a: np.abs(a - b).sum(axis=(1, 2)) / np.abs(b).sum(axis=(1, 2)),
    ),
    Mistake(
        "Only the first channel counts.",
        lambda b, a: change(b[..., :1], a[..., :1]),
    ),
    Mistake("Only the first image counts.", lambda b, a: change(b[:1], a[:1])),
    Mistake(
        "This is the share of the numbers that changed, however little they did.",
        lambda b, a: (a != b).mean(axis=(1, 2, 3)).astype(b.dtype),
    ),
    Mistake(
        "This is the share of the numbers that stayed. How much changed is wanted.",
        lambda b, a: (a == b).mean(axis=(1, 2, 3)).astype(b.dtype),
    ),
    Mistake(
        "This is 1 minus the change. No change at all is 0.",
        lambda b, a: 1 - change(b, a),
    ),
    Mistake(
        "The differences are squared. The formula has |after − before|.",
        lambda b, a: ((a - b) ** 2).sum(axis=(1, 2, 3)) / (b**2).sum(axis=(1, 2, 3)),
    ),
    Mistake(
        "This is the length of the change over the length before, with squares and roots. The formula "
        "has |after − before|.",
        lambda b, a: np.sqrt(
            ((a - b) ** 2).sum(axis=(1, 2, 3)) / (b**2).sum(axis=(1, 2, 3))
        ),
    ),
    Mistake(
        "This compares the sums of the maps. Compare number by number.",
        lambda b, a: np.abs(_sums(a) - _sums(b)) / _sums(b),
    ),
    Mistake(
        "This is the mean of the ratios of single numbers. Add first, then divide once.",
        lambda b, a: (np.abs(a - b) / np.abs(b)).mean(axis=(1, 2, 3)),
    ),
    Mistake(
        "This is the largest difference over the largest number. Add over all numbers.",
        lambda b, a: np.abs(a - b).max(axis=(1, 2, 3)) / np.abs(b).max(axis=(1, 2, 3)),
    ),
    Mistake(
        "This is in percent. No factor of 100 is wanted.",
        lambda b, a: 100 * change(b, a),
    ),
)
