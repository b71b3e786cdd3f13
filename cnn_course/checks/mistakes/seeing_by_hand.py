"""Assignment 9, what a CNN sees: the numbers of part 1, worked out by hand, and what leads to wrong ones."""

import numpy as np
from numpy.typing import NDArray

from cnn_course import shapes
from cnn_course.conv import correlate2d

ROWS = 28
CONVOLUTIONS = ((5, 2), (3, 1), (3, 1))  # kernel, padding
EDGE_FILTER = np.array([[1, 0, -1]] * 3, dtype=np.float32)
PATCH_A = np.full((3, 3), 9, dtype=np.float32)
PATCH_B = np.array([[4, 1, 0], [5, 2, 1], [3, 0, 2]], dtype=np.float32)
PATCH_C = np.array([[0, 2, 5], [1, 3, 6], [0, 1, 4]], dtype=np.float32)
PATCH_D = np.array([[7, 8, 6], [3, 3, 2], [0, 1, 0]], dtype=np.float32)


def _sizes(sides: int = 2, pool: int = 2) -> list[int]:
    """Return the height of the maps after each convolution, with padding on so many sides."""
    found, n = [], ROWS
    for kernel, padding in CONVOLUTIONS:
        n = shapes.output_size(
            n, kernel, padding=(padding * (sides > 0), padding * (sides > 1))
        )
        found.append(n)
        n //= pool
    return found


SIZES = _sizes()
WRONG_SIZES = {
    "The padding is forgotten: without it a window of 5 takes 4 rows away.": _sizes(
        sides=0
    ),
    "The padding stands on both sides: it counts twice.": _sizes(sides=1),
    "The pooling is forgotten: it halves the height.": _sizes(pool=1),
    "These are the heights after the pooling. Give those right after each convolution.": [
        *(n // 2 for n in SIZES[:2]),
        SIZES[2],
    ],
    "There is a pooling before the third convolution, too.": [*SIZES[:2], SIZES[1]],
}


def _fields(*pools: tuple[int, int]) -> list[int]:
    """Return the receptive field after each convolution; a pooling is (window, stride)."""
    layers = [(CONVOLUTIONS[0][0], 1)]
    found = [shapes.receptive_field(layers)]
    for pool, (kernel, _) in zip(pools, CONVOLUTIONS[1:], strict=True):
        layers += [pool, (kernel, 1)]
        found.append(shapes.receptive_field(layers))
    return found


KERNELS = [kernel for kernel, _ in CONVOLUTIONS]
FIELDS = _fields((2, 2), (2, 2))
WRONG_FIELDS = {
    "The pooling is forgotten. After it, one step to the side is two pixels wide.": _fields(
        (1, 1), (1, 1)
    ),
    "After a pooling, one step to the side is two pixels wide.": _fields(
        (2, 1), (2, 1)
    ),
    "After the second pooling, one step to the side is four pixels wide.": _fields(
        (2, 2), (2, 1)
    ),
    "The window of the pooling itself counts too: it adds one step.": _fields(
        (1, 2), (1, 2)
    ),
    "These are the windows of the layers alone. What they are laid on has seen more than one pixel.": KERNELS,
    "These are the fields after the pooling. Give those right after each convolution.": [
        shapes.receptive_field([(KERNELS[0], 1), (2, 2)]),
        shapes.receptive_field([(KERNELS[0], 1), (2, 2), (KERNELS[1], 1), (2, 2)]),
        FIELDS[2],
    ],
}


def _sums(kernel: NDArray) -> NDArray:
    patches = (PATCH_A, PATCH_B, PATCH_C, PATCH_D)
    return np.array([correlate2d(patch, kernel)[0, 0] for patch in patches])


_BEFORE_RELU = _sums(EDGE_FILTER)
ANSWERS = np.maximum(_BEFORE_RELU, 0)
WRONG_ANSWERS = {
    "The ReLU is forgotten: it makes a negative answer 0.": _BEFORE_RELU,
    "The ReLU makes a negative answer 0; it does not take its sign away.": np.abs(
        _BEFORE_RELU
    ),
    "The sign is wrong: which column is multiplied by minus one?": np.maximum(
        -_BEFORE_RELU, 0
    ),
    "Rows and columns of the filter are exchanged.": np.maximum(
        _sums(EDGE_FILTER.T), 0
    ),
    "These are the sums of the patches. Multiply by the filter first, number by number.": _sums(
        np.ones_like(EDGE_FILTER)
    ),
    "The middle column counts too: the filter has 0 there.": np.maximum(
        _sums(EDGE_FILTER + np.float32([0, 1, 0])), 0
    ),
}
