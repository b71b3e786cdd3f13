"""Checks of assignment 1: filters by hand."""

from collections.abc import Callable
from typing import Any

import numpy as np

from cnn_course.checks.core import (
    Case,
    CheckFailed,
    check,
    floats,
    random,
)
from cnn_course.checks.mistakes.filters import (
    FILTER_MISTAKES,
    IMAGE_MISTAKES,
    SOBEL_MISTAKES,
    sobel_magnitude,
    to_image,
)
from cnn_course.checks.predictions import check_prediction, filled
from cnn_course.checks.progress import part
from cnn_course.conv import correlate2d

FIRST_IMAGE = np.array([[1, 2, 0, 1], [3, 1, 1, 0], [0, 2, 4, 1]], dtype=np.float32)
FIRST_KERNEL = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]], dtype=np.float32)


@part
def check_by_hand(first: Any, second: Any) -> None:
    """Check the two sums that a student works out on paper."""
    sums = correlate2d(FIRST_IMAGE, FIRST_KERNEL)[0]
    flipped = correlate2d(FIRST_IMAGE, FIRST_KERNEL[::-1, ::-1])[0]
    transposed = correlate2d(FIRST_IMAGE, FIRST_KERNEL.T)[0]
    ones = correlate2d(FIRST_IMAGE, np.sign(FIRST_KERNEL))[0]
    for place, (name, value) in enumerate([("first", first), ("second", second)]):
        known = {
            "The sign is wrong: which column is multiplied by minus one?": flipped[
                place
            ],
            "Rows and columns of the kernel are exchanged.": transposed[place],
            "The middle row of the kernel counts twice.": ones[place],
        }
        check_prediction(name, value, sums[place], known)


# Part 2: the loops


@part
def check_apply_filter(apply_filter: Callable[..., Any]) -> None:
    """Check the two loops against `correlate2d`."""
    rng = random()
    cases = [
        Case(
            "an image of 4 by 4 and a kernel of 3 by 3",
            (floats(rng, 4, 4), floats(rng, 3, 3)),
        ),
        Case("an image wider than high", (floats(rng, 4, 7), floats(rng, 3, 3))),
        Case("an image higher than wide", (floats(rng, 6, 4), floats(rng, 3, 3))),
        Case("a kernel of 2 by 4", (floats(rng, 5, 6), floats(rng, 2, 4))),
        Case("a kernel of 3 by 1", (floats(rng, 5, 4), floats(rng, 3, 1))),
        Case("a kernel as large as the image", (floats(rng, 3, 5), floats(rng, 3, 5))),
        Case(
            "numbers in float64",
            (floats(rng, 4, 5, dtype=np.float64), floats(rng, 2, 2, dtype=np.float64)),
        ),
    ]
    check("apply_filter", apply_filter, correlate2d, cases, FILTER_MISTAKES)


# Part 3: back to an image


@part
def check_to_image(answer: Callable[..., Any]) -> None:
    """Check rounding, clipping on both sides and the dtype."""
    rng = random()
    cases = [
        Case(
            "numbers inside 0..255",
            (np.array([[0, 7.8, 100.2], [255, 31, 128]], dtype=np.float32),),
        ),
        Case(
            "numbers below and above",
            (np.array([[-1, 256, 12.6], [-300, 700, 255]], np.float32),),
        ),
        Case("answers of a filter", (floats(rng, 4, 5) * 100,)),
    ]
    check("to_image", answer, to_image, cases, IMAGE_MISTAKES)


# Part 4: strength of edges


@part
def check_sobel_magnitude(answer: Callable[..., Any]) -> None:
    """Check the strength of edges on images with edges of every direction."""
    rng = random()
    slope = np.subtract.outer(3 * np.arange(5), 2 * np.arange(4)).astype(np.float32)
    cases = [
        Case("a slanting ramp", (slope,)),
        Case("a random image", (floats(rng, 5, 6),)),
        Case("a bright random image, higher than wide", (floats(rng, 7, 4) * 100,)),
        Case("a plain image", (np.full((4, 5), 9, dtype=np.float32),)),
        Case("float64", (floats(rng, 5, 4, dtype=np.float64),)),
    ]
    check("sobel_magnitude", answer, sobel_magnitude, cases, SOBEL_MISTAKES)


# Part 5: a kernel of one's own


def _patterns() -> dict[str, np.ndarray]:
    """Return what the kernel must find, first, and what it must not take for it."""
    eye = np.eye(3)
    patterns = {
        "a bright diagonal line, from top left to bottom right": eye,
        "a bright diagonal line, from top right to bottom left": eye[:, ::-1],
        "a dark diagonal line, from top left to bottom right": 1 - eye,
    }
    for k in range(3):
        patterns[f"a bright horizontal line in row {k}"] = np.outer(eye[k], np.ones(3))
        patterns[f"a bright vertical line in column {k}"] = np.outer(np.ones(3), eye[k])
    for i, j in np.ndindex(3, 3):
        patterns[f"a single bright pixel in row {i}, column {j}"] = np.outer(
            eye[i], eye[j]
        )
    return patterns


LINES = _patterns()
WANTED = next(iter(LINES))


@part
def check_my_kernel(kernel: Any) -> None:
    """Check that a kernel prefers one diagonal to every other pattern, and is silent on plain areas."""
    array = filled("my_kernel", kernel, (3, 3))
    if not np.isfinite(array).all():
        raise CheckFailed("my_kernel holds inf or nan: use ordinary numbers.")
    if not np.any(array):
        raise CheckFailed("my_kernel is all zeros: it is silent everywhere.")
    if abs(array.sum()) > 1e-6 * np.abs(array).sum():
        raise CheckFailed(
            f"On a plain area of brightness 1 your kernel answers {array.sum():.3g}, and it should answer 0. "
            "What must its numbers add up to?"
        )
    scores = {what: float(np.sum(array * pattern)) for what, pattern in LINES.items()}
    best = max(scores, key=lambda what: scores[what])
    if best != WANTED:
        raise CheckFailed(
            f"Your kernel answers {scores[WANTED]:.3g} to {WANTED}, but {scores[best]:.3g} to {best}."
        )
    second = sorted(scores.values())[-2]
    if not scores[WANTED] > second + 1e-6:
        ties = [
            what
            for what in LINES
            if what != WANTED and np.isclose(scores[what], second)
        ]
        raise CheckFailed(
            f"Your kernel cannot tell {WANTED} from {ties[0]}: both get {second:.3g}."
        )
    print("my_kernel: it finds the diagonal, and is silent on a plain area.")
