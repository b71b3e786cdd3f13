"""Assignment 9, what a CNN sees: ways to miss filters as pictures.

Filters w are (KH, KW, C, F).
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Mistake
from cnn_course.seeing import filter_images


def _halves(w: NDArray, axes: tuple[int, ...] | None) -> NDArray:
    """Return w as (F, KH, KW, C), divided by twice the largest size along the axes."""
    largest = np.abs(w).max(axis=axes, keepdims=True)
    return _filters_first(w / np.where(largest > 0, 2 * largest, 1))


def _filters_first(w: NDArray) -> NDArray:
    return np.ascontiguousarray(np.moveaxis(w, -1, 0))


def _by(divisor: Callable[[NDArray], NDArray]) -> Callable[[NDArray], NDArray]:
    """Make a mistake out of what a filter is divided by, all filters (KH, KW, C, F) given."""
    return lambda w: _filters_first(0.5 + w / (2 * divisor(w)))


def _stretched(w: NDArray) -> NDArray:
    low, high = (f(axis=(0, 1, 2), keepdims=True) for f in (w.min, w.max))
    return _filters_first((w - low) / (high - low))


def _standardised(w: NDArray) -> NDArray:
    mean, spread = (f(axis=(0, 1, 2), keepdims=True) for f in (w.mean, w.std))
    return _filters_first(0.5 + (w - mean) / (2 * spread))


FILTER_IMAGE_MISTAKES = (
    Mistake(
        "The pictures are right, except for a filter of zeros: 0 / 0 is nan. It is mid-grey everywhere.",
        _by(lambda w: np.abs(w).max(axis=(0, 1, 2))),
    ),
    Mistake(
        "A filter of zeros comes out black. It should be mid-grey, 0.5, like every weight of 0.",
        lambda w: np.where(
            _filters_first(w).any(axis=(1, 2, 3), keepdims=True), filter_images(w), 0
        ).astype(w.dtype),
    ),
    Mistake(
        "All filters share one scale: a faint filter stays faint. Find the largest size in each filter.",
        lambda w: 0.5 + _halves(w, None),
    ),
    Mistake(
        "The smallest weight became 0 and the largest 1, so that 0 is not mid-grey.",
        _stretched,
    ),
    Mistake(
        "The mean is taken away first: 0 must stay at 0.5, whatever the filter's mean is.",
        _standardised,
    ),
    Mistake(
        "The scale is the largest weight, with its sign. A large negative weight leaves 0..1: "
        "look for the largest size, without the sign.",
        _by(lambda w: w.max(axis=(0, 1, 2))),
    ),
    Mistake(
        "Negative weights came out bright: only the scale forgets the sign, the weight keeps it.",
        lambda w: filter_images(np.abs(w)),
    ),
    Mistake(
        "Negative weights are cut off: they should be darker than mid-grey.",
        lambda w: np.maximum(filter_images(w), 0.5),
    ),
    Mistake(
        "The numbers lie in −0.5..0.5: 0 should become 0.5.",
        lambda w: _halves(w, (0, 1, 2)),
    ),
    Mistake(
        "The numbers lie in −1..1. Halve them, and move 0 to 0.5.",
        lambda w: 2 * _halves(w, (0, 1, 2)),
    ),
    Mistake(
        "The numbers lie in 0..2, not in 0..1.",
        lambda w: 1 + 2 * _halves(w, (0, 1, 2)),
    ),
    Mistake(
        "The numbers lie in −0.5..1.5: the distance from 0.5 is twice too large.",
        lambda w: 0.5 + 2 * _halves(w, (0, 1, 2)),
    ),
    Mistake(
        "The weights are cut at 0 and 1. Scale them, so that none is lost.",
        lambda w: np.clip(_filters_first(0.5 + w / 2), 0, 1),
    ),
    Mistake(
        "Bright and dark are exchanged: a positive weight is bright.",
        lambda w: 0.5 - _halves(w, (0, 1, 2)),
    ),
    Mistake(
        "Each channel is scaled by itself. The channels of one filter belong together.",
        lambda w: 0.5 + _halves(w, (0, 1)),
    ),
    Mistake(
        "The scale is taken over all filters at each place: look again at the axes of `max`.",
        lambda w: 0.5 + _halves(w, (3,)),
    ),
    Mistake(
        "The numbers are right, but the axis of the filters is still the last: it should be the first.",
        lambda w: np.ascontiguousarray(np.moveaxis(filter_images(w), 0, -1)),
    ),
    Mistake(
        "All axes are in reverse order, as `.T` does it: height and width are exchanged.",
        lambda w: np.ascontiguousarray(
            0.5 + _halves(w, (0, 1, 2)).transpose(0, 3, 2, 1)
        ),
    ),
    Mistake(
        "Height and width are exchanged.",
        lambda w: np.ascontiguousarray(filter_images(w).transpose(0, 2, 1, 3)),
    ),
    Mistake(
        "The shape is right, but the numbers of different filters are mixed: "
        "`reshape` does not move axes, `transpose` and `np.moveaxis` do.",
        lambda w: filter_images(
            np.moveaxis(w.reshape(w.shape[3], *w.shape[:3]), 0, -1)
        ),
    ),
    Mistake("Only the first channel is there.", lambda w: filter_images(w)[..., :1]),
    Mistake(
        "The numbers lie in 0..255: 0..1 is wanted.", lambda w: 255 * filter_images(w)
    ),
)
