"""Assignment 5, a number for each channel: grey images and normalized channels, and the ways to miss them."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Mistake

# Part 6: a weighted sum over the channels


def to_grey(x: NDArray, shares: NDArray) -> NDArray:
    """Add up the channels of (N, H, W, C) by their shares (C,), to (N, H, W, 1): a target of part 6."""
    return np.einsum("nhwc,c->nhw", x, shares)[..., np.newaxis]


GREY_MISTAKES = (
    Mistake(
        "The numbers are right, but the axis of the channels has gone. Keep it, with one channel: "
        "(N, H, W, 1).",
        lambda x, s: to_grey(x, s)[..., 0],
    ),
    Mistake(
        "The channels are weighted, but not added up.",
        lambda x, s: x * s,
    ),
    Mistake(
        "This is the plain mean of the channels: each has a share of its own.",
        lambda x, s: x.mean(axis=3, keepdims=True),
    ),
    Mistake(
        "The channels are added without their shares.",
        lambda x, s: x.sum(axis=3, keepdims=True),
    ),
    Mistake(
        "You take the mean of the products; the shares say already how much each channel counts. Add.",
        lambda x, s: (x * s).mean(axis=3, keepdims=True),
    ),
    Mistake(
        "You divide by the sum of the shares. Take them as they are.",
        lambda x, s: to_grey(x, s) / s.sum(),
    ),
    Mistake(
        "The shares are in reverse order: the first belongs to channel 0.",
        lambda x, s: to_grey(x, s[::-1]),
    ),
    Mistake(
        "Every channel gets the first share.",
        lambda x, s: x.sum(axis=3, keepdims=True) * s[0],
    ),
    Mistake(
        "Only the first channel counts.",
        lambda x, s: to_grey(x[..., :1], s[:1]),
    ),
    Mistake(
        "Only the last channel counts: `=` where the channels should be added up.",
        lambda x, s: to_grey(x[..., -1:], s[-1:]),
    ),
    Mistake(
        "This is the largest of the weighted channels; their sum is wanted.",
        lambda x, s: (x * s).max(axis=3, keepdims=True),
    ),
    Mistake(
        "The grey is repeated in every channel. One channel is enough: (N, H, W, 1).",
        lambda x, s: np.repeat(to_grey(x, s), x.shape[3], axis=3),
    ),
    Mistake(
        "The numbers are right, but the new axis comes before the height: the channel is the last axis.",
        lambda x, s: np.moveaxis(to_grey(x, s), 3, 1).copy(),
    ),
    Mistake(
        "The numbers are right, but the new axis comes first: the channel is the last axis.",
        lambda x, s: np.moveaxis(to_grey(x, s), 3, 0).copy(),
    ),
    Mistake(
        "The shares have the shape (C, 1), which lies along the width. In the shape (C,) they lie along "
        "the channels.",
        lambda x, s: np.sum(x * s[:, np.newaxis], axis=3, keepdims=True),
    ),
    Mistake(
        "The shares have the shape (C, 1, 1), which lies along the height. In the shape (C,) they lie "
        "along the channels.",
        lambda x, s: np.sum(x * s[:, np.newaxis, np.newaxis], axis=3, keepdims=True),
    ),
    Mistake(
        "The sum runs over the images: it must run over the channels, the last axis.",
        lambda x, s: (x * s).sum(axis=0, keepdims=True),
    ),
    Mistake(
        "The sum runs over the height: it must run over the channels, the last axis.",
        lambda x, s: (x * s).sum(axis=1, keepdims=True),
    ),
    Mistake(
        "The sum runs over the width: it must run over the channels, the last axis.",
        lambda x, s: (x * s).sum(axis=2, keepdims=True),
    ),
    Mistake(
        "Everything is added up to a single number. Add along the axis of the channels only.",
        lambda x, s: np.sum(x * s),
    ),
    Mistake(
        "All images are the first one.",
        lambda x, s: np.repeat(to_grey(x[:1], s), len(x), axis=0),
    ),
    Mistake(
        "Negative sums have become zero.",
        lambda x, s: np.maximum(0, to_grey(x, s)),
    ),
    Mistake(
        "The numbers are cut to whole ones: give the new array the dtype of x.",
        lambda x, s: to_grey(x, s).astype(int),
    ),
)

# Part 6: every channel to mean 0 and standard deviation 1


def normalize(x: NDArray) -> NDArray:
    """Bring each channel of (N, H, W, C) to mean 0 and standard deviation 1: a target of part 6."""
    return _over((0, 1, 2))(x)


def _over(
    axes: tuple[int, ...] | None,
    axes_of_std: tuple[int, ...] | None = (),
    ddof: int = 0,
) -> Callable[[NDArray], NDArray]:
    """Normalize over some axes, over all for None; the standard deviation may go over others."""
    other = axes if axes_of_std == () else axes_of_std

    def answer(x: NDArray) -> NDArray:
        std = x.std(axis=other, keepdims=True, ddof=ddof)
        return (x - x.mean(axis=axes, keepdims=True)) / std

    return answer


def _mean(x: NDArray) -> NDArray:
    return x.mean(axis=(0, 1, 2))


def _std(x: NDArray) -> NDArray:
    return x.std(axis=(0, 1, 2))


def _to_unit_range(x: NDArray) -> NDArray:
    low, high = x.min(axis=(0, 1, 2)), x.max(axis=(0, 1, 2))
    return (x - low) / (high - low)


def _first_channel_only(x: NDArray) -> NDArray:
    y = x.copy()
    y[..., 0] = normalize(x)[..., 0]
    return y


NORMALIZE_MISTAKES = (
    Mistake(
        "There is one mean and one standard deviation for all numbers. Every channel has its own.",
        _over(None),
    ),
    Mistake(
        "Each image has means of its own. The mean of a channel goes over all images of the batch.",
        _over((1, 2)),
    ),
    Mistake(
        "Each image has means of its own, (N, C), and they do not fit x. The mean of a channel goes over "
        "all images of the batch: (C,).",
        lambda x: (x - x.mean(axis=(1, 2))) / x.std(axis=(1, 2)),
    ),
    Mistake(
        "Each pixel has a mean of its own, over the images. The mean of a channel goes over rows and "
        "columns too.",
        _over((0,)),
    ),
    Mistake(
        "Each image has one mean for all its channels: axes (1, 2, 3). Which axis must be left?",
        _over((1, 2, 3)),
    ),
    Mistake(
        "Each pixel is compared with its own channels: axis 3. Which axis must be left?",
        _over((3,)),
    ),
    Mistake(
        "These are the axes for channels first, (0, 2, 3): each row of pixels has a mean of its own.",
        _over((0, 2, 3)),
    ),
    Mistake(
        "The mean does not go over the columns: axes (0, 1).",
        _over((0, 1)),
    ),
    Mistake(
        "The mean does not go over the rows: axes (0, 2).",
        _over((0, 2)),
    ),
    Mistake(
        "The means are those of the channels, but the standard deviation is that of all numbers.",
        _over((0, 1, 2), None),
    ),
    Mistake(
        "The standard deviations are those of the channels, but the mean is that of all numbers.",
        _over(None, (0, 1, 2)),
    ),
    Mistake(
        "You divide by the variance; its square root is wanted.",
        lambda x: (x - _mean(x)) / x.var(axis=(0, 1, 2)),
    ),
    Mistake(
        "The mean is subtracted, but nothing is divided.",
        lambda x: x - _mean(x),
    ),
    Mistake(
        "The mean is not subtracted.",
        lambda x: x / _std(x),
    ),
    Mistake(
        "The division comes before the subtraction: the brackets around x − mean are missing.",
        lambda x: x - _mean(x) / _std(x),
    ),
    Mistake(
        "You multiply by the standard deviation; divide by it.",
        lambda x: (x - _mean(x)) * _std(x),
    ),
    Mistake(
        "The mean is added; subtract it.",
        lambda x: (x + _mean(x)) / _std(x),
    ),
    Mistake(
        "Something is added to the standard deviation. Here none is 0: divide by it as it is.",
        lambda x: (x - _mean(x)) / (_std(x) + x.dtype.type(1e-3)),
    ),
    Mistake(
        "The numbers of each channel are stretched to 0..1. Mean 0 and standard deviation 1 are wanted.",
        _to_unit_range,
    ),
    Mistake(
        "You divide by the largest number of each channel, and its standard deviation is wanted.",
        lambda x: (x - _mean(x)) / x.max(axis=(0, 1, 2)),
    ),
    Mistake(
        "The numbers are a little too small: the sum of squares is divided by one less than their "
        "number (ddof=1). Divide by their number.",
        _over((0, 1, 2), ddof=1),
    ),
    Mistake(
        "Mean and standard deviation are those of the first image. They go over the whole batch.",
        lambda x: (x - _mean(x[:1])) / _std(x[:1]),
    ),
    Mistake(
        "Every channel uses the mean and the standard deviation of the first one.",
        lambda x: (x - _mean(x)[0]) / _std(x)[0],
    ),
    Mistake(
        "Only the first channel is normalized.",
        _first_channel_only,
    ),
    Mistake(
        "The numbers are cut to whole ones: give the new array the dtype of x.",
        lambda x: normalize(x).astype(int),
    ),
)
