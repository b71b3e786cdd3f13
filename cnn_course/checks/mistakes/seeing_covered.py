"""Assignment 9, what a CNN sees: ways to miss covered images.

Images are (H, W, C); sizes k and strides s are (height, width), and v is the value.
"""

import math
from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from cnn_course import shapes
from cnn_course.checks.core import Mistake
from cnn_course.seeing import covered_images

PairOfInts = tuple[int, int]


def _starts(image: NDArray, size: PairOfInts, stride: PairOfInts) -> list[list[int]]:
    """Return the first rows and the first columns of the rectangles."""
    axes = zip(image.shape[:2], size, stride, strict=True)
    return [[i * s for i in range(shapes.output_size(n, k, s))] for n, k, s in axes]


def _covered(
    image: NDArray,
    size: PairOfInts,
    rows: Iterable[int],
    columns: Iterable[int],
    value: float,
) -> NDArray:
    """Cover the rectangles that start in these rows and columns; what lies outside the image is left out."""
    rows, columns = list(rows), list(columns)
    y = np.tile(image, (len(rows), len(columns), 1, 1, 1))
    for (i, top), (j, left) in (
        (a, b) for a in enumerate(rows) for b in enumerate(columns)
    ):
        down, across = (
            slice(max(top, 0), top + size[0]),
            slice(max(left, 0), left + size[1]),
        )
        y[i, j, down, across] = value
    return y


def _at(places: Callable[..., list]) -> Callable[..., NDArray]:
    """Make a mistake out of where along an axis of n pixels the rectangles start, given n, k, s."""

    def wrong(image: NDArray, k: PairOfInts, s: PairOfInts, value: float) -> NDArray:
        starts = (
            places(*numbers) for numbers in zip(image.shape[:2], k, s, strict=True)
        )
        return _covered(image, k, *starts, value)

    return wrong


def _without_copy(
    image: NDArray, k: PairOfInts, s: PairOfInts, value: float
) -> NDArray:
    y, kept = covered_images(image, k, s, value), image.copy()
    for i, j in np.ndindex(*y.shape[:2]):
        kept[i * s[0] : i * s[0] + k[0], j * s[1] : j * s[1] + k[1]] = value
        y[i, j] = kept
    return y


def _the_last_for_all(
    image: NDArray, k: PairOfInts, s: PairOfInts, value: float
) -> NDArray:
    y = _without_copy(image, k, s, value)
    return np.tile(y[-1, -1], (*y.shape[:2], 1, 1, 1))


def _all_but_the_rectangle(
    image: NDArray, k: PairOfInts, s: PairOfInts, value: float
) -> NDArray:
    covered = covered_images(np.zeros_like(image), k, s, 1)
    return np.where(covered > 0, image, image.dtype.type(value))


def _only_the_rectangle(
    image: NDArray, k: PairOfInts, s: PairOfInts, value: float
) -> NDArray:
    rows, columns = _starts(image, k, s)
    cut = [[image[i : i + k[0], j : j + k[1]] for j in columns] for i in rows]
    return np.array(cut)


def _first_channel(
    image: NDArray, k: PairOfInts, s: PairOfInts, value: float
) -> NDArray:
    y = covered_images(image, k, s, value)
    y[..., 1:] = image[..., 1:]
    return y


def _added(image: NDArray, k: PairOfInts, s: PairOfInts, value: float) -> NDArray:
    return image + covered_images(np.zeros_like(image), k, s, value)


def _multiplied(image: NDArray, k: PairOfInts, s: PairOfInts, value: float) -> NDArray:
    return image * covered_images(np.ones_like(image), k, s, value)


def _exchanged(image: NDArray, k: PairOfInts, s: PairOfInts, value: float) -> NDArray:
    return np.ascontiguousarray(covered_images(image, k, s, value).swapaxes(0, 1))


def _flat(image: NDArray, k: PairOfInts, s: PairOfInts, value: float) -> NDArray:
    return covered_images(image, k, s, value).reshape(-1, *image.shape)


COVERED_MISTAKES = (
    Mistake(
        "What was covered once stays covered: begin each time with a new copy of the image.",
        _without_copy,
    ),
    Mistake(
        "All results are the same image: each place needs a copy of its own.",
        _the_last_for_all,
    ),
    Mistake(
        "The stride is ignored.",
        lambda image, k, s, v: covered_images(image, k, (1, 1), v),
    ),
    Mistake(
        "The stride is exchanged: it is (height, width).",
        lambda image, k, s, v: covered_images(image, k, s[::-1], v),
    ),
    Mistake(
        "The stride for the height is used for the width too.",
        lambda image, k, s, v: covered_images(image, k, (s[0], s[0]), v),
    ),
    Mistake(
        "The stride for the width is used for the height too.",
        lambda image, k, s, v: covered_images(image, k, (s[1], s[1]), v),
    ),
    Mistake(
        "The size of the rectangle is used as the stride.",
        lambda image, k, s, v: covered_images(image, k, k, v),
    ),
    Mistake(
        "Height and width of the rectangle are exchanged: the size is (height, width).",
        lambda image, k, s, v: covered_images(image, k[::-1], s, v),
    ),
    Mistake(
        "The height of the rectangle is used for its width too.",
        lambda image, k, s, v: covered_images(image, (k[0], k[0]), s, v),
    ),
    Mistake(
        "The number of places is right, but they are one pixel apart: the stride belongs into the place too.",
        _at(lambda n, k, s: list(range((n - k) // s + 1))),
    ),
    Mistake(
        "Rectangles that stick out of the image are there too: the last one must fit entirely.",
        _at(lambda n, k, s: list(range(0, n, s))),
    ),
    Mistake(
        "You round up: the last rectangle sticks out. One that does not fit entirely is left out.",
        _at(lambda n, k, s: [i * s for i in range(math.ceil((n - k) / s) + 1)]),
    ),
    Mistake(
        "The last place is missing, down and across: the first place counts too.",
        _at(lambda n, k, s: [i * s for i in range((n - k) // s)]),
    ),
    Mistake(
        "The rectangle lies around its place. It should begin there, to the right and below.",
        _at(lambda n, k, s: [i * s - k // 2 for i in range((n - k) // s + 1)]),
    ),
    Mistake(
        "The rectangle is covered with 0; it should be the value that is given.",
        lambda image, k, s, v: covered_images(image, k, s, 0),
    ),
    Mistake(
        "Everything but the rectangle is covered.",
        _all_but_the_rectangle,
    ),
    Mistake(
        "Outside the rectangle the image is black: copy the image first.",
        lambda image, k, s, v: covered_images(np.zeros_like(image), k, s, v),
    ),
    Mistake(
        "Only the rectangle is left of each image. Keep the whole image.",
        _only_the_rectangle,
    ),
    Mistake("Only the first channel is covered.", _first_channel),
    Mistake("The value is added to the pixels. It should replace them.", _added),
    Mistake(
        "The pixels are multiplied by the value. It should replace them.", _multiplied
    ),
    Mistake(
        "The images are right, but they stand in one row: give each place its row i and its column j.",
        _flat,
    ),
    Mistake(
        "The first two axes are exchanged: first the place down, then the place across.",
        _exchanged,
    ),
    Mistake(
        "The rectangle is one pixel too high and too wide: a slice a : b leaves out b.",
        lambda image, k, s, v: _covered(
            image, (k[0] + 1, k[1] + 1), *_starts(image, k, s), v
        ),
    ),
    Mistake(
        "The rectangle is one pixel too low and too narrow: a slice a : b leaves out b.",
        lambda image, k, s, v: _covered(
            image, (k[0] - 1, k[1] - 1), *_starts(image, k, s), v
        ),
    ),
)
