"""Kernels made by hand: the ones image programs use, with the question that each of them asks."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray


class Filter(NamedTuple):
    """A kernel (KH, KW) in float32, its name, and what a large answer means."""

    name: str
    answers: str
    kernel: NDArray[np.float32]


def _named(name: str, answers: str, rows: ArrayLike, divide_by: int = 1) -> Filter:
    kernel = np.array(rows, dtype=np.float32) / np.float32(divide_by)
    kernel.flags.writeable = False  # the constants below are shared by every chapter
    return Filter(name, answers, kernel)


IDENTITY = _named("identity", "the pixel itself", [[0, 0, 0], [0, 1, 0], [0, 0, 0]])

# Duda and Hart 1973, page 271; brighter above (left) gives a positive answer.
SOBEL_HORIZONTAL = _named(
    "Sobel, horizontal edges",
    "is it brighter above than below?",
    [[1, 2, 1], [0, 0, 0], [-1, -2, -1]],
)
SOBEL_VERTICAL = _named(
    "Sobel, vertical edges",
    "is it brighter left than right?",
    [[1, 0, -1], [2, 0, -2], [1, 0, -1]],
)

EDGE_DIAGONAL = _named(
    "edges, diagonal",
    "do the two diagonals differ?",
    [[1, 0, -1], [0, 0, 0], [-1, 0, 1]],
)
LAPLACIAN_4 = _named(
    "edges, four neighbours",
    "is it darker than its four neighbours?",
    [[0, 1, 0], [1, -4, 1], [0, 1, 0]],
)
LAPLACIAN_8 = _named(
    "edges, eight neighbours",
    "is it brighter than its eight neighbours?",
    [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]],
)
SHARPEN = _named(
    "sharpen",
    "the pixel, plus what makes it different",
    [[0, -1, 0], [-1, 5, -1], [0, -1, 0]],
)
BOX_BLUR = _named(
    "box blur",
    "the mean of nine pixels",
    [[1, 1, 1], [1, 1, 1], [1, 1, 1]],
    divide_by=9,
)
GAUSSIAN_BLUR = _named(
    "Gaussian blur",
    "a mean that trusts the middle most",
    [[1, 2, 1], [2, 4, 2], [1, 2, 1]],
    divide_by=16,
)

# One-sided edges: the positive and the negative line touch, so the answer is one pixel sharp.
TOP_EDGE = _named(
    "top edge",
    "does something bright begin here, from above?",
    [[-1] * 3, [1] * 3, [0] * 3],
)
LEFT_EDGE = _named(
    "left edge", "does something bright begin here, from the left?", [[-1, 1, 0]] * 3
)
BOTTOM_EDGE = _named(
    "bottom edge",
    "does something bright end here, below?",
    [[0] * 3, [1] * 3, [-1] * 3],
)
RIGHT_EDGE = _named(
    "right edge", "does something bright end here, to the right?", [[0, 1, -1]] * 3
)

ONE_SIDED_EDGES = (TOP_EDGE, LEFT_EDGE, BOTTOM_EDGE, RIGHT_EDGE)
KERNEL_TABLE = (
    IDENTITY,
    EDGE_DIAGONAL,
    LAPLACIAN_4,
    LAPLACIAN_8,
    SHARPEN,
    BOX_BLUR,
    GAUSSIAN_BLUR,
)
