"""Assignment 5, the order of the axes: its targets and the ways to miss them."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Mistake

# Part 3: the order of the axes


def to_nhwc(x: NDArray) -> NDArray:
    """Bring images (N, C, H, W) to (N, H, W, C), as a new array: a target of part 3."""
    return np.moveaxis(x, 1, 3).copy()


def filters_last(w: NDArray) -> NDArray:
    """Bring filters (F, C, KH, KW) to (KH, KW, C, F), as a new array: a target of part 3."""
    return w.transpose(2, 3, 1, 0).copy()


def _axes(*order: int) -> Callable[[NDArray], NDArray]:
    return lambda array: array.transpose(order).copy()


def _refilled(
    right: Callable[[NDArray], NDArray], *order: int
) -> Callable[[NDArray], NDArray]:
    """Return an answer that moves axes in some order, and then forces the shape that is wanted."""
    return lambda array: array.transpose(order).reshape(right(array).shape)


def _kept(right: Callable[..., NDArray], *part: Any) -> Callable[..., NDArray]:
    """Return an answer that fills in only a part of the result."""

    def wrong(*arguments: Any) -> NDArray:
        whole = right(*arguments)
        y = np.zeros_like(whole)
        y[part] = whole[part]
        return y

    return wrong


NHWC_MISTAKES = (
    Mistake(
        "The shape is right, and the pixels are scrambled: `reshape` leaves the numbers in their old "
        "order. Axes have to be moved.",
        _refilled(to_nhwc, 0, 1, 2, 3),
    ),
    Mistake(
        "The axes are (N, W, C, H): this order leads from channels last to channels first, the other way.",
        _axes(0, 3, 1, 2),
    ),
    Mistake(
        "The axes are (N, W, H, C): height and width are exchanged. Two axes were swapped; one has to "
        "move, and the others close up.",
        _axes(0, 3, 2, 1),
    ),
    Mistake("The axes are (N, H, C, W): the channels are not last.", _axes(0, 2, 1, 3)),
    Mistake("Nothing has moved: the axes are (N, C, H, W).", _axes(0, 1, 2, 3)),
    Mistake(
        "The axes are (N, C, W, H): only height and width have moved.",
        _axes(0, 1, 3, 2),
    ),
    Mistake(
        "All axes are in reverse order, (W, H, C, N), as `.T` does it. The images stay the first axis.",
        _axes(3, 2, 1, 0),
    ),
    Mistake(
        "The axes are (H, W, C, N): the images stay the first axis.", _axes(2, 3, 1, 0)
    ),
    Mistake(
        "The axes are (C, H, W, N): the images went to the end in place of the channels.",
        _axes(1, 2, 3, 0),
    ),
    Mistake(
        "The axes are (C, N, H, W): the channels went to the front in place of the end.",
        _axes(1, 0, 2, 3),
    ),
    Mistake(
        "The shape is right, and each image is scrambled: after height and width were exchanged, "
        "`reshape` has hidden it.",
        _refilled(to_nhwc, 0, 3, 2, 1),
    ),
    Mistake(
        "The shape is right, and each row is scrambled: the channels were not last, and `reshape` has "
        "hidden it.",
        _refilled(to_nhwc, 0, 2, 1, 3),
    ),
    Mistake(
        "The shape is right, and the pixels are scrambled: axes were moved the other way, and `reshape` "
        "has hidden it.",
        _refilled(to_nhwc, 0, 3, 1, 2),
    ),
    Mistake(
        "The channels are in reverse order: red has become blue.",
        lambda x: to_nhwc(x)[..., ::-1],
    ),
    Mistake("The images are upside down.", lambda x: to_nhwc(x)[:, ::-1]),
    Mistake("Only the first image is returned.", lambda x: to_nhwc(x[:1])),
    Mistake(
        "Only the first image is returned, and its axis has gone.",
        lambda x: to_nhwc(x)[0],
    ),
    Mistake("Only the first image is filled in.", _kept(to_nhwc, 0)),
    Mistake("Only the first channel is filled in.", _kept(to_nhwc, ..., slice(0, 1))),
    Mistake(
        "The images lie below one another, as one high image. Stack them on an axis of their own.",
        lambda x: np.concatenate(list(to_nhwc(x))),
    ),
    Mistake(
        "The numbers are cut to whole ones: give the new array the dtype of x.",
        lambda x: to_nhwc(x).astype(int),
    ),
)

FILTERS_MISTAKES = (
    Mistake(
        "The shape is right, and the weights are scrambled: `reshape` leaves the numbers in their old "
        "order. Axes have to be moved.",
        _refilled(filters_last, 0, 1, 2, 3),
    ),
    Mistake(
        "The axes are (KW, KH, C, F), as `.T` does it: height and width are exchanged.",
        _axes(3, 2, 1, 0),
    ),
    Mistake(
        "The axes are (KH, KW, F, C): channels come before filters.", _axes(2, 3, 0, 1)
    ),
    Mistake(
        "The axes are (F, KH, KW, C): they were moved as those of images are. In this course the filters "
        "are the last axis.",
        _axes(0, 2, 3, 1),
    ),
    Mistake(
        "The axes are (KW, KH, F, C): this order leads the other way, from this course to channels first.",
        _axes(3, 2, 0, 1),
    ),
    Mistake(
        "The axes are (C, KH, KW, F): the filters are last, but the channels are not before them.",
        _axes(1, 2, 3, 0),
    ),
    Mistake("The axes are (C, F, KH, KW): height comes first.", _axes(1, 0, 2, 3)),
    Mistake("Nothing has moved: the axes are (F, C, KH, KW).", _axes(0, 1, 2, 3)),
    Mistake(
        "The shape is right, but height and width were exchanged, and `reshape` has hidden it.",
        _refilled(filters_last, 3, 2, 1, 0),
    ),
    Mistake(
        "The shape is right, but filters and channels were exchanged, and `reshape` has hidden it.",
        _refilled(filters_last, 2, 3, 0, 1),
    ),
    Mistake(
        "The shape is right, but the axes were moved as those of images are, and `reshape` has hidden it.",
        _refilled(filters_last, 0, 2, 3, 1),
    ),
    Mistake(
        "The filters are turned by 180 degrees. No library of deep learning turns them.",
        lambda w: filters_last(w)[::-1, ::-1],
    ),
    Mistake(
        "The slices of each filter are in reverse order.",
        lambda w: filters_last(w)[:, :, ::-1],
    ),
    Mistake("The filters are in reverse order.", lambda w: filters_last(w)[..., ::-1]),
    Mistake("Only the first filter is returned.", lambda w: filters_last(w[:1])),
    Mistake(
        "Only the first filter is filled in.", _kept(filters_last, ..., slice(0, 1))
    ),
    Mistake(
        "The numbers are cut to whole ones: give the new array the dtype of w.",
        lambda w: filters_last(w).astype(int),
    ),
)
