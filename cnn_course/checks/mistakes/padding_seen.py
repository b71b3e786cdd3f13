"""Assignment 3, padding and stride: the windows over each pixel, and the ways to miscount them."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from cnn_course import shapes
from cnn_course.checks.core import Mistake
from cnn_course.checks.mistakes.padding import PairOfInts

# Part 5: how often a pixel is seen


def times_seen(size: PairOfInts, kernel: PairOfInts, stride: PairOfInts) -> NDArray:
    """Count the windows that contain each pixel of an image of that size: the target of part 5."""
    rows, columns = (
        shapes.times_seen(n, k, s) for n, k, s in zip(size, kernel, stride, strict=True)
    )
    return np.outer(rows, columns)


def _seen_starts(size: PairOfInts, kernel: PairOfInts, stride: PairOfInts) -> NDArray:
    seen = np.zeros(size, dtype=int)
    oh, ow = (
        shapes.output_size(n, k, s)
        for n, k, s in zip(size, kernel, stride, strict=True)
    )
    seen[: oh * stride[0] : stride[0], : ow * stride[1] : stride[1]] = 1
    return seen


def _windows_that_stick_out(
    size: PairOfInts, kernel: PairOfInts, stride: PairOfInts
) -> NDArray:
    seen = np.zeros(size, dtype=int)
    for i in range(0, size[0], stride[0]):
        for j in range(0, size[1], stride[1]):
            seen[i : i + kernel[0], j : j + kernel[1]] += 1
    return seen


def _added(
    rows: Callable[..., range],
    window: Callable[[PairOfInts, PairOfInts], PairOfInts] = lambda k, s: k,
) -> Callable[..., NDArray]:
    """Add 1 to a window at each of the places that ``rows`` gives for an axis."""

    def wrong(size: PairOfInts, kernel: PairOfInts, stride: PairOfInts) -> NDArray:
        seen = np.zeros(size, dtype=int)
        high, wide = window(kernel, stride)
        for i in rows(size[0], kernel[0], stride[0]):
            for j in rows(size[1], kernel[1], stride[1]):
                seen[i : i + high, j : j + wide] += 1
        return seen

    return wrong


def _starts(n: int, k: int, s: int) -> range:
    return range(0, n - k + 1, s)


SEEN_MISTAKES = (
    Mistake(
        "Windows that stick out of the image are counted: the last one begins in row H − KH.",
        _windows_that_stick_out,
    ),
    Mistake(
        "The kernel's height is used for its width too.",
        lambda size, k, s: times_seen(size, (k[0], k[0]), s),
    ),
    Mistake(
        "The kernel's height is used for the width of what is counted too.",
        _added(_starts, lambda k, s: (k[0], k[0])),
    ),
    Mistake(
        "The windows lie in the right places, but height and width are exchanged in what is counted.",
        _added(_starts, lambda k, s: k[::-1]),
    ),
    Mistake(
        "The last place is missing: a range ends before its end, so it needs H − KH + 1.",
        _added(lambda n, k, s: range(0, n - k, s)),
    ),
    Mistake(
        "There are as many windows as there should be, but they are one pixel apart: the stride belongs "
        "into the place of the window as well.",
        _added(lambda n, k, s: range((n - k) // s + 1)),
    ),
    Mistake(
        "Each window is one row and one column too large: the end of a slice does not count.",
        _added(_starts, lambda k, s: (k[0] + 1, k[1] + 1)),
    ),
    Mistake(
        "Each window is one row and one column too small: the end of a slice does not count.",
        _added(_starts, lambda k, s: (k[0] - 1, k[1] - 1)),
    ),
    Mistake(
        "The window is 3 by 3 whatever the kernel.",
        _added(_starts, lambda k, s: (3, 3)),
    ),
    Mistake(
        "The stride for the width is used for the height too.",
        lambda size, k, s: times_seen(size, k, (s[1], s[1])),
    ),
    Mistake("The stride is ignored.", lambda size, k, s: times_seen(size, k, (1, 1))),
    Mistake(
        "The stride is exchanged: it is (height, width).",
        lambda size, k, s: times_seen(size, k, s[::-1]),
    ),
    Mistake(
        "The stride for the height is used for the width too.",
        lambda size, k, s: times_seen(size, k, (s[0], s[0])),
    ),
    Mistake(
        "Height and width of the kernel are exchanged.",
        lambda size, k, s: times_seen(size, k[::-1], s),
    ),
    Mistake("Only the top left pixel of each window is counted.", _seen_starts),
    Mistake(
        "A pixel counts once, however many windows see it: add, with +=.",
        lambda size, k, s: np.minimum(times_seen(size, k, s), 1),
    ),
    Mistake("The map is transposed.", lambda size, k, s: times_seen(size, k, s).T),
    Mistake(
        "The counts of rows and columns are added; multiply them.",
        lambda size, k, s: np.add.outer(
            shapes.times_seen(size[0], k[0], s[0]),
            shapes.times_seen(size[1], k[1], s[1]),
        ),
    ),
    Mistake(
        "Every count is one too large: start from zero.",
        lambda size, k, s: times_seen(size, k, s) + 1,
    ),
    Mistake(
        "Every pixel gets the number of pixels in a window.",
        lambda size, k, s: np.full(size, k[0] * k[1]),
    ),
    Mistake("All counts are zero.", lambda size, k, s: np.zeros(size, dtype=int)),
    Mistake(
        "The numbers are right, but counts are whole numbers: give the array dtype=int.",
        lambda size, k, s: times_seen(size, k, s).astype(float),
    ),
)
