"""Checks of assignment 3: padding and stride."""

from collections.abc import Callable
from typing import Any

import numpy as np

from cnn_course import shapes
from cnn_course.checks.core import Case, check, floats, random
from cnn_course.checks.mistakes.padding import (
    CONV_MISTAKES,
    PAD_MISTAKES,
    SAME_MISTAKES,
    SIZE_MISTAKES,
    conv2d,
    pad,
    same_padding,
)
from cnn_course.checks.mistakes.padding_seen import SEEN_MISTAKES, times_seen
from cnn_course.checks.predictions import check_prediction
from cnn_course.checks.progress import part

# n, k, stride, padding
PREDICTED = ((28, 3, 1, 0), (28, 5, 1, 2), (7, 3, 2, 0), (6, 3, 2, 0))


@part
def check_sizes(sizes: Any) -> None:
    """Check the four sizes that a student predicts."""
    target = [shapes.output_size(*row) for row in PREDICTED]
    known = {
        mistake.says: [mistake.wrong(*row) for row in PREDICTED]
        for mistake in SIZE_MISTAKES
    }
    check_prediction("sizes", sizes, target, known)


@part
def check_output_size(answer: Callable[..., Any]) -> None:
    """Check the size formula, with sizes that do not divide."""
    rng = random()
    rows = [
        (28, 3, 1, 0),
        (5, 3, 2, 0),
        (28, 5, 1, 2),
        (6, 3, 2, 0),
        (227, 11, 4, 0),
        (9, 4, 3, 2),
        (1, 1, 1, 0),
    ]
    cases = [
        Case("n = {}, k = {}, stride = {}, padding = {}".format(*row), row)
        for row in rows
    ]
    for number in range(1, 6):
        k, s, p = (int(value) for value in rng.integers((1, 1, 0), (8, 5, 4)))
        drawn = (int(rng.integers(k, 40)), k, s, p)
        cases.append(Case(f"four drawn numbers ({number} of 5)", drawn))
    cases += [
        Case("n = 9, k = 4, stride and padding not given", (9, 4)),
        Case("n = 9, k = 4, stride = 2, padding not given", (9, 4, 2)),
    ]
    check("output_size", answer, shapes.output_size, cases, SIZE_MISTAKES)


@part
def check_pad(answer: Callable[..., Any]) -> None:
    """Check the frame of zeros, a padding of 0 and uneven pairs included."""
    rng = random()
    cases = [
        Case("padding 1 by 1", (floats(rng, 2, 3), (1, 1))),
        Case("padding 2 by 1", (floats(rng, 3, 2), (2, 1))),
        Case("padding 0 by 2", (floats(rng, 2, 4), (0, 2))),
        Case("no padding", (floats(rng, 2, 3), (0, 0))),
        Case("float64", (floats(rng, 3, 4, dtype=np.float64), (1, 3))),
    ]
    check("pad", answer, pad, cases, PAD_MISTAKES)


@part
def check_same_padding(answer: Callable[..., Any]) -> None:
    """Check the zeros of a "same" convolution, even windows included."""
    cases = [Case(f"a window of {k}", (k,)) for k in (3, 5, 1, 2, 4, 7, 8)]
    for number, k in enumerate(random().integers(9, 60, size=3).tolist(), start=1):
        cases.append(Case(f"a drawn window of more than 8 ({number} of 3)", (k,)))
    check("same_padding", answer, same_padding, cases, SAME_MISTAKES)


@part
def check_times_seen(answer: Callable[..., Any]) -> None:
    """Check how often each pixel is seen."""
    cases = [
        Case("4 by 4 pixels, kernel 3 by 3, stride 1", ((4, 4), (3, 3), (1, 1))),
        Case("4 by 6 pixels, kernel 2 by 3, stride 1", ((4, 6), (2, 3), (1, 1))),
        Case("6 by 7 pixels, kernel 3 by 3, stride 2", ((6, 7), (3, 3), (2, 2))),
        Case(
            "7 by 5 pixels, kernel 3 by 2, stride 2 down and 1 across",
            ((7, 5), (3, 2), (2, 1)),
        ),
        Case(
            "5 by 8 pixels, kernel 1 by 2, stride 1 down and 3 across",
            ((5, 8), (1, 2), (1, 3)),
        ),
    ]
    rng = random()
    for number in range(1, 4):
        kernel, stride = rng.integers(1, 4, size=(2, 2)).tolist()
        more = rng.integers(1, 5, size=2).tolist()
        size = (kernel[0] + more[0], kernel[1] + more[1])
        what = f"a drawn size, kernel and stride ({number} of 3)"
        cases.append(Case(what, (size, tuple(kernel), tuple(stride))))
    check("times_seen", answer, times_seen, cases, SEEN_MISTAKES)


@part
def check_conv2d(answer: Callable[..., Any]) -> None:
    """Check a convolution with stride and padding, each a pair."""
    rng = random()
    rows = [
        ("stride 1, no padding", (4, 5), (3, 2), (1, 1), (0, 0)),
        ("padding 1", (3, 4), (3, 3), (1, 1), (1, 1)),
        ("stride 2", (7, 5), (3, 3), (2, 2), (0, 0)),
        ("stride 2 down and 1 across", (6, 5), (3, 2), (2, 1), (0, 0)),
        ("stride 1 down and 3 across, padding 0 by 2", (4, 6), (2, 3), (1, 3), (0, 2)),
        (
            "stride 3 by 2 with a kernel of 2, padding 2 by 1",
            (5, 7),
            (2, 2),
            (3, 2),
            (2, 1),
        ),
    ]
    cases = [
        Case(what, (floats(rng, *size), floats(rng, *kernel), stride, padding))
        for what, size, kernel, stride, padding in rows
    ]
    x, w = floats(rng, 5, 4, dtype=np.float64), floats(rng, 2, 3, dtype=np.float64)
    cases.append(Case("float64", (x, w, (1, 2), (0, 1))))
    check("conv2d", answer, conv2d, cases, CONV_MISTAKES)
