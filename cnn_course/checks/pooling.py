"""Checks of assignment 4: pooling."""

from collections.abc import Callable
from typing import Any

import numpy as np

from cnn_course import shapes
from cnn_course.checks.core import Case, check, floats, random
from cnn_course.checks.mistakes.pooling import average_pool, max_pool, min_pool
from cnn_course.checks.mistakes.pooling_maps import (
    CHANGE_MISTAKES,
    GLOBAL_AVERAGE_MISTAKES,
    GLOBAL_MAX_MISTAKES,
    change,
    global_average_pool,
    global_max_pool,
)
from cnn_course.checks.mistakes.pooling_predicted import (
    BATCH,
    BY_HAND_IMAGE,  # noqa: F401 -- the notebook shows it
    LARGEST,
    LARGEST_MISSED,
    MEANS,
    MEANS_MISSED,
    POOLINGS,
    WEIGHTS,
    WEIGHTS_MISSED,
    WHOLE_MISSED,
    shapes_missed,
)
from cnn_course.checks.mistakes.pooling_windows import (
    AVERAGE_MISTAKES,
    MAX_MISTAKES,
    MIN_MISTAKES,
)
from cnn_course.checks.predictions import check_claims, check_prediction, filled
from cnn_course.checks.progress import part

CLAIMS = {
    "undoes a shift of 1": False,
    "a shift of 2 moves the map by 1": True,
    "larger windows change less": True,
    "average changes less than max": False,
    "global max tells where": False,
}
CLAIM_HINTS = {
    "undoes a shift of 1": "Look at the table: a change of 0 would mean that nothing has changed.",
    "a shift of 2 moves the map by 1": "Pool `move_right(garments, 2)`, and compare it with "
    "`move_right` of the pooled garments, by 1. A stride of 2 steps over two pixels.",
    "larger windows change less": "Measure it: call max_pool with (4, 4) as window and stride, and "
    "compare its mean change with that in the table.",
    "average changes less than max": "Compare the two lines of the table: less change is a smaller number.",
    "global max tells where": "Move a bright pixel to another place. Does the largest number change?",
}


@part
def check_by_hand(largest: Any, means: Any) -> None:
    """Check the largest numbers and the means that a student works out on paper."""
    check_prediction("largest", largest, LARGEST, LARGEST_MISSED)
    check_prediction("means", means, MEANS, MEANS_MISSED)


@part
def check_shapes(
    halved: Any, overlapping: Any, uneven: Any, whole: Any, learned: Any
) -> None:
    """Check predicted shapes, and what pooling and a layer after it learn."""
    for name, answer in zip(POOLINGS, (halved, overlapping, uneven), strict=True):
        target = shapes.pool_output_shape(BATCH, *POOLINGS[name])
        check_prediction(name, answer, target, shapes_missed(*POOLINGS[name]))
    check_prediction("whole", whole, (BATCH[0], BATCH[3]), WHOLE_MISSED)
    first, second = filled("learned", learned, (2,)).tolist()
    any_number = {
        "A pooling window has no weights: it compares, or takes a mean.": first
    }
    check_prediction("learned, first number", first, 0, any_number)
    check_prediction("learned, second number", second, WEIGHTS, WEIGHTS_MISSED)


# What is special, (N, H, W, C), window, stride, padding
ROWS = (
    ("windows of 2 by 2, stride 2", (1, 4, 6, 1), (2, 2), (2, 2), (0, 0)),
    ("two channels", (1, 6, 4, 2), (2, 2), (2, 2), (0, 0)),
    ("several images", (2, 4, 6, 3), (2, 2), (2, 2), (0, 0)),
    ("overlapping windows of 3 by 3, stride 2", (3, 5, 7, 2), (3, 3), (2, 2), (0, 0)),
    ("a rest that does not fit", (2, 8, 7, 3), (3, 2), (3, 2), (0, 0)),
    (
        "a window of 2 by 3, stride 1 down and 2 across",
        (2, 4, 7, 3),
        (2, 3),
        (1, 2),
        (0, 0),
    ),
    (
        "a stride larger than the window, so that pixels are left out",
        (2, 5, 9, 4),
        (1, 2),
        (2, 3),
        (0, 0),
    ),
)
PADDED = (
    ("padding 1 by 1", (1, 5, 6, 1), (3, 3), (2, 2), (1, 1)),
    ("padding 2 by 0", (2, 4, 5, 3), (3, 2), (2, 1), (2, 0)),
    ("padding 1 by 2", (3, 5, 4, 2), (2, 3), (1, 2), (1, 2)),
)


def _cases() -> list[Case]:
    """Draw images of both signs, of one sign, large ones, with zeros, and in float64."""
    rng = random()
    plain, padded = (
        [Case(what, (floats(rng, *size), *pooling)) for what, size, *pooling in rows]
        for rows in (ROWS, PADDED)
    )
    small = np.abs(floats(rng, 1, 4, 5, 1)) + np.float32(0.1)
    large = 1e6 * (np.abs(floats(rng, 2, 5, 7, 3)) + np.float32(0.1))
    zeros = floats(rng, 2, 6, 4, 3)
    zeros[rng.integers(0, 2, size=zeros.shape) == 0] = 0
    precise = floats(rng, 3, 4, 5, 2, dtype=np.float64)
    both = ((2, 3), (1, 2))
    return [
        *plain,
        Case("negative numbers only, no padding", (-small, *both, (0, 0))),
        Case("positive numbers only, no padding", (small, *both, (0, 0))),
        Case("negative numbers only, padding 1 by 1", (-small, *both, (1, 1))),
        Case("positive numbers only, padding 1 by 1", (small, *both, (1, 1))),
        *padded,
        Case("numbers far below zero", (-large, (3, 3), (2, 2), (1, 2))),
        Case("numbers far above zero", (large, (3, 3), (2, 2), (2, 1))),
        Case("many pixels that are 0", (zeros, (3, 2), (1, 2), (1, 0))),
        Case("float64, padding 0 by 1", (precise, (2, 3), (2, 1), (0, 1))),
    ]


@part
def check_max_pool(answer: Callable[..., Any]) -> None:
    """Check max pooling, with windows that overlap and with padding."""
    check("max_pool", answer, max_pool, _cases(), MAX_MISTAKES)


@part
def check_average_pool(answer: Callable[..., Any]) -> None:
    """Check average pooling, where padding is left out of the mean."""
    check("average_pool", answer, average_pool, _cases(), AVERAGE_MISTAKES)


@part
def check_min_pool(answer: Callable[..., Any]) -> None:
    """Check min pooling."""
    check("min_pool", answer, min_pool, _cases(), MIN_MISTAKES)


def _whole_images() -> list[Case]:
    rng = random()
    positive = np.abs(floats(rng, 3, 4, 2, 5)) + np.float32(0.1)
    zeros = floats(rng, 2, 6, 4, 3)
    zeros[:, ::2] = 0
    return [
        Case("one image, one channel", (floats(rng, 1, 2, 3, 1),)),
        Case("one image, two channels", (floats(rng, 1, 3, 4, 2),)),
        Case("two images, three channels", (floats(rng, 2, 5, 4, 3),)),
        Case("wider than high", (floats(rng, 3, 2, 5, 4),)),
        Case("negative numbers only", (-positive,)),
        Case("positive numbers only", (positive,)),
        Case("rows of zeros", (zeros,)),
        Case("float64", (floats(rng, 4, 3, 6, 2, dtype=np.float64),)),
    ]


@part
def check_global_average_pool(answer: Callable[..., Any]) -> None:
    """Check global average pooling."""
    target = global_average_pool
    check(target.__name__, answer, target, _whole_images(), GLOBAL_AVERAGE_MISTAKES)


@part
def check_global_max_pool(answer: Callable[..., Any]) -> None:
    """Check global max pooling."""
    target = global_max_pool
    check(target.__name__, answer, target, _whole_images(), GLOBAL_MAX_MISTAKES)


@part
def check_change(answer: Callable[..., Any]) -> None:
    """Check the change of maps by a shift."""
    rng = random()
    before, after = np.zeros((2, 1, 1, 4, 1), dtype=np.float32)
    before[0, 0, [1, 3]] = after[0, 0, 1:] = 1
    same = floats(rng, 2, 3, 4, 1)
    some = floats(rng, 3, 4, 2, 2)
    some[:, 0] += 10  # no map is all zero
    pairs = {
        "the example of the task": (before, after),
        "nothing has changed": (same, same.copy()),
        "one image, numbers of both signs": floats(rng, 2, 1, 4, 3, 1),
        "two images": floats(rng, 2, 2, 3, 5, 1),
        "three images, two channels": (some, floats(rng, *some.shape)),
        "a map that has become black": (some, np.zeros_like(some)),
        "positive numbers only": np.abs(floats(rng, 2, 2, 4, 3, 5)),
        "float64": floats(rng, 2, 3, 2, 5, 4, dtype=np.float64),
    }
    cases = [Case(what, tuple(pair)) for what, pair in pairs.items()]
    check("change", answer, change, cases, CHANGE_MISTAKES)


@part
def check_claims_on_shifts(claims: Any) -> None:
    """Check what a student concludes from the measurement."""
    check_claims("claims", claims, CLAIMS, CLAIM_HINTS)
