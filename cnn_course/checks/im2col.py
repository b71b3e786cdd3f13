"""Checks of assignment 6: im2col."""

import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from cnn_course import shapes
from cnn_course.checks.core import Case, check, floats, random
from cnn_course.checks.mistakes import im2col_predictions as predictions
from cnn_course.checks.mistakes.im2col_back import BACK_MISTAKES
from cnn_course.checks.mistakes.im2col_mean import MEAN_MISTAKES, undo_im2col
from cnn_course.checks.mistakes.im2col_predictions import Layer
from cnn_course.checks.mistakes.im2col_product import PRODUCT_MISTAKES
from cnn_course.checks.mistakes.im2col_rows import ROWS_MISTAKES
from cnn_course.checks.mistakes.im2col_sizes import BYTES_MISTAKES, im2col_bytes
from cnn_course.checks.predictions import check_prediction
from cnn_course.checks.progress import part
from cnn_course.conv import conv2d
from cnn_course.im2col import col2im, im2col

# Part 1: an image for a window of 2 by 3, and a batch
FIRST_IMAGE = np.array([[7, 2, 9, 4], [1, 8, 3, 6], [5, 0, 10, 11]])
BATCH = Layer((10, 16, 20, 3), (5, 5), (2, 2))

# Part 6: the second convolution of VGG16, for one image and for many
VGG_LAYER, IMAGES = Layer((1, 224, 224, 64), (3, 3), (1, 1)), 32


@part
def check_predicted(
    first_row: Any, second_row: Any, matrix_shape: Any, times_as_many: Any
) -> None:
    """Check two rows by hand, the shape of a batch's matrix, and how much larger it is."""
    check_prediction("first_row", first_row, *predictions.first_row(FIRST_IMAGE))
    check_prediction("second_row", second_row, *predictions.second_row(FIRST_IMAGE))
    shape, times = predictions.matrix_shape(BATCH), predictions.times_as_many(BATCH)
    check_prediction("matrix_shape", matrix_shape, *shape)
    check_prediction("times_as_many", times_as_many, *times)


def _geometries() -> Iterator[tuple[str, tuple[int, ...], tuple[Any, ...]]]:
    """Yield what is special, the shape of the images, and kernel, stride and padding."""
    yield "one image, one channel", (1, 3, 4, 1), ((2, 2), (1, 1), (0, 0))
    yield "two channels", (1, 4, 3, 2), ((2, 2), (1, 1), (0, 0))
    yield "two images, window 2 by 3", (2, 4, 5, 1), ((2, 3), (1, 1), (0, 0))
    yield (
        "stride 2, which leaves a row and a column over",
        (1, 6, 7, 2),
        ((3, 4), (2, 2), (0, 0)),
    )
    yield (
        "stride 2 down and 1 across, three images",
        (3, 7, 5, 2),
        ((3, 2), (2, 1), (0, 0)),
    )
    yield "padding 1", (1, 3, 5, 2), ((2, 3), (1, 1), (1, 1))
    yield (
        "padding 0 by 3, stride 1 down and 3 across",
        (2, 4, 7, 3),
        ((2, 4), (1, 3), (0, 3)),
    )
    yield (
        "padding 2 by 1, stride 3 by 2, which skips rows",
        (2, 5, 7, 3),
        ((2, 4), (3, 2), (2, 1)),
    )


@part
def check_im2col(answer: Callable[..., Any]) -> None:
    """Check the matrix of windows: its rows, and the order in each."""
    rng = random()
    cases = [
        Case(what, (floats(rng, *shape), *window))
        for what, shape, window in _geometries()
    ]
    x = floats(rng, 2, 4, 6, 3, dtype=np.float64)
    cases.append(Case("float64", (x, (3, 2), (1, 2), (1, 0))))
    check("im2col", answer, im2col, cases, ROWS_MISTAKES)


@part
def check_conv2d(answer: Callable[..., Any]) -> None:
    """Check the convolution with bias, stride and padding."""
    rng = random()
    cases = []
    for number, (what, shape, (kernel, *window)) in enumerate(_geometries()):
        filters = 1 if not number else 2 + number % 3
        w = floats(rng, *kernel, shape[3], filters)
        called = f"{what}, {filters} filter{'s' * (filters > 1)}"
        images, b = floats(rng, *shape), floats(rng, filters)
        cases.append(Case(called, (images, w, b, *window)))
    x, w, b = (
        floats(rng, *shape, dtype=np.float64)
        for shape in ((2, 4, 6, 3), (3, 2, 3, 4), (4,))
    )
    cases.append(Case("float64", (x, w, b, (1, 2), (1, 0))))
    check("conv2d", answer, conv2d, cases, PRODUCT_MISTAKES)


def _columns_cases() -> list[Case]:
    rng = random()

    def case(
        what: str, shape: Any, window: tuple[Any, ...], dtype: type = np.float32
    ) -> Case:
        kernel, stride, padding = window
        n, oh, ow, _ = shapes.conv_output_shape(
            shape, (*kernel, shape[3], 1), stride, padding
        )
        columns = floats(rng, n * oh * ow, math.prod(kernel) * shape[3], dtype=dtype)
        return Case(what, (columns, shape, *window))

    return [
        case("windows side by side", (1, 4, 6, 1), ((2, 3), (2, 3), (0, 0))),
        *(case(*geometry) for geometry in _geometries()),
        # Twelve copies at least: what 1e-8 more in a count would change is not seen.
        case("float64", (2, 4, 6, 3), ((7, 5), (1, 1), (3, 2)), np.float64),
    ]


@part
def check_col2im(answer: Callable[..., Any]) -> None:
    """Check that the rows are added back to the pixels that they come from."""
    check("col2im", answer, col2im, _columns_cases(), BACK_MISTAKES)


@part
def check_undo_im2col(answer: Callable[..., Any]) -> None:
    """Check the mean of each pixel's copies, and 0 where there is none."""
    check("undo_im2col", answer, undo_im2col, _columns_cases(), MEAN_MISTAKES)


@part
def check_megabytes(megabytes: Any) -> None:
    """Check the predicted megabytes of an image, of its matrix, and of the matrix of a batch."""
    check_prediction("megabytes", megabytes, *predictions.megabytes(VGG_LAYER, IMAGES))


@part
def check_im2col_bytes(answer: Callable[..., Any]) -> None:
    """Check the bytes of the matrix, pairs and other numbers than float32 included."""
    cases = [Case(what, (shape, *window, 4)) for what, shape, window in _geometries()]
    cases += [
        Case("ten colour images", ((10, 32, 24, 3), (5, 5), (1, 1), (2, 2), 4)),
        Case("float64", ((2, 9, 6, 3), (3, 2), (1, 2), (1, 0), 8)),
        Case("float16", ((4, 7, 8, 5), (2, 3), (3, 1), (0, 1), 2)),
    ]
    rng = random()
    for number in range(1, 4):
        n, c, *more = rng.integers(2, 9, size=4).tolist()
        kernel, stride = rng.integers(1, 5, size=(2, 2)).tolist()
        padding = rng.integers(0, 3, size=2).tolist()
        shape = (n, kernel[0] + more[0], kernel[1] + more[1], c)
        pairs = (tuple(pair) for pair in (kernel, stride, padding))
        cases.append(Case(f"drawn numbers ({number} of 3)", (shape, *pairs, 8)))
    check("im2col_bytes", answer, im2col_bytes, cases, BYTES_MISTAKES)
