"""Assignment 6, parts 1 and 6: what is to be predicted, and what leads to other numbers.

Each function returns the right numbers, and the wrong ones under what is said of them.
"""

import math
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cnn_course import shapes
from cnn_course.checks.mistakes.im2col_sizes import (
    PairOfInts,
    Places,
    Shape,
    im2col_bytes,
    places,
)

Known = dict[str, Any]
MEGABYTE = 1_000_000
ROW_BY_ROW = "Read the window row by row, as you read a text."


class Layer(NamedTuple):
    """Images (N, H, W, C), and a window with stride 1."""

    x: Shape
    kernel: PairOfInts
    padding: PairOfInts


def first_row(image: NDArray) -> tuple[NDArray, Known]:
    """Read the first window of 2 by 3 of an image."""
    window = image[:2, :3]
    pixels = (
        "These are the first six pixels of the image; the window has two rows of three."
    )
    known = {
        ROW_BY_ROW: window.T.ravel(),
        "The window is 2 high and 3 wide.": image[:3, :2].ravel(),
        pixels: image.ravel()[:6],
    }
    return window.ravel(), known


def second_row(image: NDArray) -> tuple[NDArray, Known]:
    """Read the second window of 2 by 3 of an image of 3 by 4."""
    window = image[:2, 1:4]
    down = "The window moves to the right first; it moves down when no place is left there."
    known = {
        ROW_BY_ROW: window.T.ravel(),
        "This is the first window again: it moves by one pixel.": image[:2, :3].ravel(),
        "The window is 2 high and 3 wide.": image[:3, 1:3].ravel(),
        down: image[1:3, :3].ravel(),
        "A pixel stands in the row of every window that it lies in.": image.ravel()[6:],
    }
    return window.ravel(), known


def matrix_shape(layer: Layer) -> tuple[list[int], Known]:
    """Return the shape of the matrix, (N * OH * OW, KH * KW * C)."""
    (n, *_, c), k, _ = layer
    row = math.prod(k) * c

    def rows(along: Places) -> int:
        return places(layer.x, k, (1, 1), layer.padding, along)

    right = rows(shapes.output_size)
    known = {
        "You have rows and columns exchanged: each window is a row.": [row, right],
        "This is the matrix of one image: a batch has the rows of all its images.": [
            right // n,
            row,
        ],
        "A row holds the channels too: KH × KW × C numbers.": [right, row // c],
        "The images have rows of their own: they do not make the rows longer.": [
            right // n,
            n * row,
        ],
        "The channels stand in the rows: they do not make more of them.": [
            right * c,
            row // c,
        ],
        "The channels count once: they stand in the rows.": [right * c, row],
        "You left the padding out.": [rows(lambda n, k, s, p: n - k + 1), row],
        "The padding stands on both sides: it counts twice.": [
            rows(lambda n, k, s, p: n + p - k + 1),
            row,
        ],
        "The + 1 is missing: the first place of a window counts too.": [
            rows(lambda n, k, s, p: n + 2 * p - k),
            row,
        ],
        "One row is taken for each pixel of the padded images: it is one for each window.": [
            rows(lambda n, k, s, p: n + 2 * p),
            row,
        ],
    }
    return [right, row], known


def times_as_many(layer: Layer) -> tuple[float, Known]:
    """Return how many times as many numbers the matrix has as the images."""
    n, h, w, c = layer.x
    pixels = n * h * w * c
    matrix = im2col_bytes(layer.x, layer.kernel, (1, 1), layer.padding, 1)
    unpadded = im2col_bytes(layer.x, layer.kernel, (1, 1), (0, 0), 1)
    images = "The images have channels too: compare with N × H × W × C numbers."
    known = {
        images: matrix / (n * h * w),
        "You compare the matrix of the batch with one image.": matrix / (pixels / n),
        "You compare the matrix of one image with the batch.": matrix / pixels / n,
        "A row holds the channels too: KH × KW × C numbers.": matrix / c / pixels,
        "You left the padding out.": unpadded / pixels,
        "It is the other way round: how many times as large is the matrix?": pixels
        / matrix,
        "This is how many numbers the matrix has: divide by those of the images.": matrix,
        "This is how many numbers there are more: divide.": matrix - pixels,
        "The window has 5 × 5 places, not 5 + 5.": sum(layer.kernel),
    }
    return matrix / pixels, known


def megabytes(layer: Layer, images: int) -> tuple[list[float], Known]:
    """Return the whole megabytes of an image in float32, of its matrix, and of that of a batch."""
    image, (k, c) = math.prod(layer.x) * 4, (layer.kernel, layer.x[3])
    matrix = im2col_bytes(layer.x, k, (1, 1), layer.padding, 4)
    unpadded = im2col_bytes(layer.x, k, (1, 1), (0, 0), 4)
    exact = np.array([image, matrix, images * matrix]) / MEGABYTE

    def wrong(matrix: float, image: float = image) -> list[float]:
        return [round(b / MEGABYTE) for b in (image, matrix, images * matrix)]

    right = wrong(matrix)
    early = "The last number is the rounded one times the number of images: round at the end."
    known = {
        "Round to whole megabytes.": exact,
        "Round to whole megabytes, without a digit after the point.": exact.round(1),
        early: [*right[:2], images * right[1]],
        "The last number is that of one image.": [*right[:2], right[1]],
        "The last number is that of the images: their matrix is wanted.": [
            *right[:2],
            round(images * image / MEGABYTE),
        ],
        "These are bytes: a megabyte is 1,000,000 of them.": exact * MEGABYTE,
        "You divided by 1024 × 1024: here a megabyte is 1,000,000 bytes.": (
            exact * MEGABYTE / 2**20
        ).round(),
        "These are millions of numbers: each takes 4 bytes.": (exact / 4).round(),
        "You took 8 bytes for a number: float32 has 4.": (exact * 2).round(),
        "You left the padding out of the matrix.": wrong(unpadded),
        "A row of the matrix holds the whole window, not one pixel.": wrong(image),
        "The window has 3 × 3 places, not 3 + 3.": wrong(image * sum(k)),
        "The window has 3 × 3 places, not 3.": wrong(image * k[0]),
        "The channels are missing.": wrong(matrix / c, image / c),
        "The channels are missing in the matrix.": wrong(matrix / c),
        "The channels count once: they are in the image already.": wrong(matrix * c),
    }
    return right, known
