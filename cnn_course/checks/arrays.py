"""Checks of assignment 5: arrays of four axes."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Case, check, floats, random
from cnn_course.checks.failures import CheckFailed
from cnn_course.checks.mistakes.arrays import (
    CROP_MISTAKES,
    FLAT_MISTAKES,
    crop_center,
    flat_index,
)
from cnn_course.checks.mistakes.arrays_batch import BATCH_MISTAKES
from cnn_course.checks.mistakes.arrays_channels import (
    GREY_MISTAKES,
    NORMALIZE_MISTAKES,
    normalize,
    to_grey,
)
from cnn_course.checks.mistakes.arrays_order import (
    FILTERS_MISTAKES,
    NHWC_MISTAKES,
    filters_last,
    to_nhwc,
)
from cnn_course.checks.mistakes.arrays_shapes import (
    FITS,
    FITS_HINTS,
    MISCOUNTED,
    MISREAD,
    SHAPES,
    WEIGHTS,
)
from cnn_course.checks.outcomes import as_numbers
from cnn_course.checks.predictions import check_claims, check_prediction, filled
from cnn_course.checks.progress import part
from cnn_course.checks.summaries import summary
from cnn_course.conv import conv2d

Shape = tuple[int, ...]

# Part 1: predicted shapes


@part
def check_shapes(shapes: Any, weights: Any) -> None:
    """Check the predicted shapes of slices, of moved axes and of a convolution's answer."""
    if not isinstance(shapes, Mapping):
        raise CheckFailed(
            f"shapes is {summary(shapes)}, but it must be a dictionary of shapes."
        )
    for what, target in SHAPES.items():
        _check_shape(f'shapes["{what}"]', shapes.get(what), target, MISREAD[what])
    print(f"shapes: all {len(SHAPES)} are correct.")
    check_prediction("weights", weights, WEIGHTS, MISCOUNTED)


def _check_shape(
    name: str, value: Any, target: Shape, known: Mapping[str, Shape]
) -> None:
    numbers = as_numbers(value)
    numbers = filled(name, value, () if numbers is None else numbers.shape)
    if numbers.ndim != 1:
        raise CheckFailed(
            f"{name} is {summary(value)}, but a shape is wanted: whole numbers in brackets."
        )
    given = tuple(numbers.tolist())
    if given == target:
        return
    for says, wrong in known.items():
        if given == wrong:
            raise CheckFailed(f"Not yet: {name}. {says}")
    what = "its numbers" if len(given) == len(target) else "the number of its axes"
    raise CheckFailed(f"Not yet: {name} is {summary(value)}. Look at {what} again.")


# Part 2: where a number lies in memory


@part
def check_flat_index(answer: Callable[..., Any]) -> None:
    """Check the place in memory of numbers in arrays of several shapes."""
    rows = [
        ("the example of the task", (1, 2, 0, 3), (2, 3, 4, 5)),
        ("the first number of all", (0, 0, 0, 0), (3, 5, 2, 4)),
        ("one image, one channel", (0, 3, 2, 0), (1, 5, 4, 1)),
        ("three images of one channel", (2, 1, 3, 0), (3, 2, 5, 1)),
        ("the last number of all", (3, 5, 6, 2), (4, 6, 7, 3)),
    ]
    rng = random()
    for number in range(1, 6):
        shape = rng.permutation(np.arange(3, 12))[:4]
        place = rng.integers((1, 1, 1, 1), shape)
        what = f"a drawn place in a drawn shape ({number} of 5)"
        rows.append((what, tuple(place.tolist()), tuple(shape.tolist())))
    cases = [Case(what, (place, shape)) for what, place, shape in rows]
    check("flat_index", answer, flat_index, cases, FLAT_MISTAKES)


# Part 3: the order of the axes


def _pixels(rng: np.random.Generator, *shape: int) -> NDArray[np.uint8]:
    """Draw pixels of 8 bits."""
    return rng.integers(0, 256, size=shape).astype(np.uint8)


@part
def check_to_nhwc(answer: Callable[..., Any]) -> None:
    """Check the way of images from channels first to channels last."""
    rng = random()
    cases = [
        Case("one image, two channels", (floats(rng, 1, 2, 3, 4),)),
        Case("two images, three channels", (floats(rng, 2, 3, 5, 4),)),
        Case("higher than wide", (floats(rng, 3, 2, 6, 5),)),
        Case("more channels than rows", (floats(rng, 2, 6, 3, 4),)),
        Case("pixels of 8 bits", (_pixels(rng, 4, 3, 2, 5),)),
        Case("float64", (floats(rng, 3, 4, 2, 5, dtype=np.float64),)),
    ]
    check("to_nhwc", answer, to_nhwc, cases, NHWC_MISTAKES)


@part
def check_filters_last(answer: Callable[..., Any]) -> None:
    """Check the way of filters from another library's order to ours."""
    rng = random()
    cases = [
        Case("two filters, three channels", (floats(rng, 2, 3, 4, 5),)),
        Case("three filters, higher than wide", (floats(rng, 3, 2, 5, 4),)),
        Case("more filters than channels", (floats(rng, 6, 4, 2, 3),)),
        Case("more channels than filters", (floats(rng, 3, 5, 4, 2),)),
        Case("float64", (floats(rng, 4, 2, 5, 3, dtype=np.float64),)),
    ]
    check("filters_last", answer, filters_last, cases, FILTERS_MISTAKES)


# Part 4: a block out of every image


@part
def check_crop_center(answer: Callable[..., Any]) -> None:
    """Check the middle of every image, with even and odd numbers left over, and with none."""
    rng = random()
    cases = [
        Case("an even number is left over", (floats(rng, 1, 4, 7, 2), (2, 5))),
        Case("an odd number is left over", (floats(rng, 2, 5, 8, 3), (2, 3))),
        Case("higher than wide", (floats(rng, 3, 9, 6, 2), (4, 3))),
        Case("a block of the full width", (floats(rng, 2, 7, 4, 3), (3, 4))),
        Case("a block of the full height", (floats(rng, 2, 3, 8, 1), (3, 5))),
        Case("a block as large as the image", (floats(rng, 3, 2, 4, 5), (2, 4))),
        Case("pixels of 8 bits", (_pixels(rng, 4, 8, 9, 3), (5, 2))),
        Case("float64", (floats(rng, 2, 6, 5, 3, dtype=np.float64), (3, 4))),
    ]
    check("crop_center", answer, crop_center, cases, CROP_MISTAKES)


# Part 5: which shapes go together


@part
def check_fits(fits: Any) -> None:
    """Check which shapes a student takes to fit a batch."""
    check_claims("fits", fits, FITS, FITS_HINTS)


# Part 6: a number for each channel


@part
def check_to_grey(answer: Callable[..., Any]) -> None:
    """Check the weighted sum over the channels, of any number of them."""
    rng = random()

    def arrays(*shape: int, dtype: type = np.float32) -> tuple[NDArray, NDArray]:
        return floats(rng, *shape, dtype=dtype), floats(rng, shape[-1], dtype=dtype)

    cases = [
        Case("one image, two channels", arrays(1, 3, 4, 2)),
        Case("two images, three channels", arrays(2, 4, 5, 3)),
        Case("higher than wide, four channels", arrays(3, 6, 5, 4)),
        Case("one channel", arrays(2, 3, 5, 1)),
        Case("more channels than pixels in a row", arrays(4, 2, 3, 5)),
        Case("float64", arrays(3, 2, 5, 4, dtype=np.float64)),
    ]
    check("to_grey", answer, to_grey, cases, GREY_MISTAKES)


@part
def check_normalize(answer: Callable[..., Any]) -> None:
    """Check every channel's mean and standard deviation, with channels of different size."""
    rng = random()

    def batch(*shape: int, dtype: type = np.float32) -> NDArray:
        place = np.arange(shape[-1], dtype=dtype)
        return (floats(rng, *shape, dtype=dtype) + 2 * place + 1) * (place + 1)

    batches = {
        "one image, two channels": batch(1, 3, 4, 2),
        "two images, three channels": batch(2, 4, 5, 3),
        "higher than wide": batch(3, 6, 5, 2),
        "one channel": batch(2, 3, 5, 1),
        "more images than rows": batch(5, 2, 3, 4),
        # So large that nobody fails who adds 1e-8 to the standard deviation, out of habit.
        "float64, large numbers": 10_000 * batch(3, 2, 5, 4, dtype=np.float64),
    }
    cases = [Case(what, (x,)) for what, x in batches.items()]
    check("normalize", answer, normalize, cases, NORMALIZE_MISTAKES)


# Part 7: a batch through a convolution


@part
def check_conv2d(answer: Callable[..., Any]) -> None:
    """Check a batch of images by several filters with biases."""
    rng = random()

    def arrays(x: Shape, w: Shape, dtype: type = np.float32) -> tuple[NDArray, ...]:
        return tuple(floats(rng, *shape, dtype=dtype) for shape in (x, w, w[-1:]))

    cases = [
        Case("one image, one channel, one filter", arrays((1, 3, 5, 1), (2, 3, 1, 1))),
        Case(
            "one image, two channels, three filters", arrays((1, 5, 6, 2), (4, 2, 2, 3))
        ),
        Case("two images", arrays((2, 6, 5, 3), (2, 4, 3, 5))),
        Case("three images, wider than high", arrays((3, 4, 8, 2), (3, 2, 2, 4))),
        Case("filters of 1 by 1", arrays((2, 3, 4, 5), (1, 1, 5, 6))),
        Case("filters as large as the image", arrays((4, 3, 2, 2), (3, 2, 2, 5))),
        Case("float64", arrays((2, 4, 6, 3), (2, 3, 3, 5), dtype=np.float64)),
    ]
    check("conv2d", answer, conv2d, cases, BATCH_MISTAKES)
