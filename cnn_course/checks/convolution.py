"""Checks of assignment 2: the convolution operation."""

from collections.abc import Callable
from typing import Any

import numpy as np

from cnn_course.checks.core import Case, check, floats, random
from cnn_course.checks.mistakes.convolution import (
    FEATURE_MISTAKES,
    LAYER_MISTAKES,
    ONE_FILTER_MISTAKES,
    SHIFT_MISTAKES,
    convolve,
    feature_maps,
    shift,
)
from cnn_course.checks.predictions import check_claims, check_prediction
from cnn_course.checks.progress import part
from cnn_course.conv import conv2d, correlate2d

BY_HAND_IMAGE = np.array([[1, 0, 2, 1], [2, 1, 0, 0], [0, 3, 1, 2]], dtype=np.float32)
BY_HAND_KERNEL = np.array([[1, 2], [0, 3]], dtype=np.float32)
BY_HAND_BIAS = 1.0

CLAIMS = {
    "same kernel everywhere": True,
    "dense layer follows": False,
    "answer stays where it was": False,
}
CLAIM_HINTS = {
    "same kernel everywhere": "Does the program choose other weights for another window?",
    "dense layer follows": "After a shift each pixel meets another weight of the dense layer.",
    "answer stays where it was": "Equivariant means: the answer moves with the image. "
    "Which word would mean that it stays as it is?",
}


@part
def check_by_hand(answer: Any) -> None:
    """Check the six numbers of a convolution with bias that a student works out on paper."""
    target = correlate2d(BY_HAND_IMAGE, BY_HAND_KERNEL) + BY_HAND_BIAS
    flipped = correlate2d(BY_HAND_IMAGE, BY_HAND_KERNEL[::-1, ::-1]) + BY_HAND_BIAS
    known = {
        "The bias is missing.": target - BY_HAND_BIAS,
        "The bias is added for each of the four products; add it once.": target
        + 3 * BY_HAND_BIAS,
        "The kernel is turned by 180 degrees; lay it on as it is.": flipped,
        "The kernel is transposed.": correlate2d(BY_HAND_IMAGE, BY_HAND_KERNEL.T)
        + BY_HAND_BIAS,
    }
    check_prediction("by_hand", answer, target, known)


@part
def check_convolve(answer: Callable[..., Any]) -> None:
    """Check one filter over an image of several channels."""
    rng = random()
    cases = [
        Case("two channels", (floats(rng, 4, 4, 2), floats(rng, 3, 3, 2))),
        Case("one channel", (floats(rng, 4, 5, 1), floats(rng, 3, 2, 1))),
        Case(
            "three channels, wider than high",
            (floats(rng, 4, 7, 3), floats(rng, 2, 2, 3)),
        ),
        Case("higher than wide", (floats(rng, 6, 4, 2), floats(rng, 3, 3, 2))),
        Case("a filter of 2 by 4", (floats(rng, 5, 7, 2), floats(rng, 2, 4, 2))),
        Case(
            "a filter as large as the image",
            (floats(rng, 3, 2, 4), floats(rng, 3, 2, 4)),
        ),
        Case(
            "float64",
            (
                floats(rng, 4, 5, 2, dtype=np.float64),
                floats(rng, 2, 3, 2, dtype=np.float64),
            ),
        ),
    ]
    check("convolve", answer, convolve, cases, ONE_FILTER_MISTAKES)


def _layer_cases() -> list[Case]:
    rng = random()

    def arrays(
        x: tuple[int, ...], w: tuple[int, ...], dtype: type = np.float32
    ) -> tuple[Any, ...]:
        return tuple(floats(rng, *shape, dtype=dtype) for shape in (x, w, w[-1:]))

    return [
        Case("one image, one channel, one filter", arrays((1, 3, 4, 1), (2, 2, 1, 1))),
        Case(
            "one image, two channels, three filters", arrays((1, 4, 5, 2), (3, 2, 2, 3))
        ),
        Case("two images", arrays((2, 5, 4, 3), (2, 3, 3, 2))),
        Case("three images, wider than high", arrays((3, 4, 7, 2), (3, 3, 2, 4))),
        Case("filters of 1 by 1", arrays((2, 3, 4, 3), (1, 1, 3, 5))),
        Case("float64", arrays((2, 4, 5, 2), (3, 2, 2, 3), dtype=np.float64)),
    ]


@part
def check_conv2d(answer: Callable[..., Any]) -> None:
    """Check a batch of images by several filters with biases."""
    check("conv2d", answer, conv2d, _layer_cases(), LAYER_MISTAKES)


@part
def check_feature_maps(answer: Callable[..., Any]) -> None:
    """Check convolution, bias and activation in this order."""
    x, w, b = _layer_cases()[2].arguments
    large = Case("large numbers", (100 * np.where(x == 0, x + 1, x), w, b))
    cases = [*_layer_cases(), large]
    check("feature_maps", answer, feature_maps, cases, FEATURE_MISTAKES)


@part
def check_shift(answer: Callable[..., Any]) -> None:
    """Check the shift of an image with zeros filling in."""
    rng = random()
    cases = [
        Case("down by 1 and right by 2", (floats(rng, 4, 5), 1, 2)),
        Case("down by 2 only", (floats(rng, 5, 4), 2, 0)),
        Case("right by 1 only", (floats(rng, 3, 6), 0, 1)),
        Case("no shift", (floats(rng, 3, 4), 0, 0)),
        Case("float64", (floats(rng, 4, 6, dtype=np.float64), 1, 3)),
    ]
    check("shift", answer, shift, cases, SHIFT_MISTAKES)


@part
def check_equivariance(claims: Any) -> None:
    """Check what a student concludes from the experiment with shifts."""
    check_claims("claims", claims, CLAIMS, CLAIM_HINTS)
