"""Assignment 5, arrays of four axes: targets and mistakes for places in memory, and for blocks."""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Mistake

Shape = tuple[int, ...]

# Part 2: where a number lies in memory


def flat_index(place: Shape, shape: Shape) -> int:
    """Return where the number at a place (n, i, j, c) lies in memory: the target of part 2."""
    return int(np.ravel_multi_index(place, shape))


def _in_order(place: Shape, shape: Shape, order: Shape) -> int:
    """Count as if the axes were in another order."""
    return flat_index([place[a] for a in order], [shape[a] for a in order])


def _with_steps(make: Callable[..., Shape]) -> Callable[[Shape, Shape], int]:
    """Return an answer that goes wrong in its four steps, which are made from N, H, W and C."""

    def wrong(place: Shape, shape: Shape) -> int:
        return sum(k * s for k, s in zip(place, make(*shape), strict=True))

    return wrong


FLAT_MISTAKES = (
    Mistake(
        "This is the place for channels first, (N, C, H, W). Here the channel is the last axis.",
        lambda place, shape: _in_order(place, shape, (0, 3, 1, 2)),
    ),
    Mistake(
        "The first index runs fastest. In NumPy's order it is the last one.",
        lambda place, shape: _in_order(place, shape, (3, 2, 1, 0)),
    ),
    Mistake(
        "The image lies in memory column after column. In NumPy's order it lies there row after row.",
        lambda place, shape: _in_order(place, shape, (0, 2, 1, 3)),
    ),
    Mistake(
        "Row and column are exchanged: a place is (image, row, column, channel).",
        _with_steps(lambda n, h, w, c: (h * w * c, c, w * c, 1)),
    ),
    Mistake(
        "The step from row to row is taken from the height. How many pixels does a row hold?",
        _with_steps(lambda n, h, w, c: (h * w * c, h * c, c, 1)),
    ),
    Mistake(
        "Each index is multiplied by the size of its own axis. It skips what lies on the axes after it.",
        _with_steps(lambda n, h, w, c: (n, h, w, c)),
    ),
    Mistake(
        "Each index is multiplied by the size of the next axis only; all later axes count.",
        _with_steps(lambda n, h, w, c: (h, w, c, 1)),
    ),
    Mistake(
        "The indices are only added. One step along an axis skips all numbers on the axes after it.",
        _with_steps(lambda n, h, w, c: (1, 1, 1, 1)),
    ),
    Mistake(
        "The channels are left out of all steps: a pixel takes up C numbers.",
        _with_steps(lambda n, h, w, c: (h * w, w, 1, 1)),
    ),
    Mistake(
        "The step from column to column is 1. A pixel takes up C numbers.",
        _with_steps(lambda n, h, w, c: (h * w * c, w * c, 1, 1)),
    ),
    Mistake(
        "The step from row to row leaves out the channels: a row has W pixels of C numbers.",
        _with_steps(lambda n, h, w, c: (h * w * c, w, c, 1)),
    ),
    Mistake(
        "The step from image to image leaves out the channels.",
        _with_steps(lambda n, h, w, c: (h * w, w * c, c, 1)),
    ),
    Mistake(
        "The step from image to image is that of all N images.",
        _with_steps(lambda n, h, w, c: (n * h * w * c, w * c, c, 1)),
    ),
    Mistake(
        "The images before this one are not counted.",
        _with_steps(lambda n, h, w, c: (0, w * c, c, 1)),
    ),
    Mistake(
        "The rows before this one are not counted.",
        _with_steps(lambda n, h, w, c: (h * w * c, 0, c, 1)),
    ),
    Mistake(
        "The channel is multiplied by C. Channels lie side by side: their step is 1.",
        _with_steps(lambda n, h, w, c: (h * w * c, w * c, c, c)),
    ),
    Mistake(
        "The channel is not counted.",
        _with_steps(lambda n, h, w, c: (h * w * c, w * c, c, 0)),
    ),
    Mistake(
        "It is one too large: the first number lies at place 0.",
        lambda place, shape: flat_index(place, shape) + 1,
    ),
    Mistake(
        "These are bytes, at 4 for each number. Count numbers.",
        lambda place, shape: 4 * flat_index(place, shape),
    ),
    Mistake(
        "Every size is one too small: an axis with indices 0 to 4 has the size 5.",
        _with_steps(
            lambda n, h, w, c: (
                (h - 1) * (w - 1) * (c - 1),
                (w - 1) * (c - 1),
                c - 1,
                1,
            )
        ),
    ),
    Mistake(
        "The indices are multiplied with each other.",
        lambda place, shape: math.prod(place),
    ),
)

# Part 4: a block out of every image


def crop_center(x: NDArray, size: Shape) -> NDArray:
    """Cut the middle (height, width) out of images (N, H, W, C), as a new array: the target of part 4."""
    return _cut(x, *_corner(x, size), size)


def _corner(x: NDArray, size: Shape) -> Shape:
    return (x.shape[1] - size[0]) // 2, (x.shape[2] - size[1]) // 2


def _cut(x: NDArray, top: int, left: int, size: Shape) -> NDArray:
    return x[:, top : top + size[0], left : left + size[1]].copy()


def _extra_first(x: NDArray, size: Shape) -> NDArray:
    return _cut(x, -((size[0] - x.shape[1]) // 2), -((size[1] - x.shape[2]) // 2), size)


def _rounded(x: NDArray, size: Shape) -> NDArray:
    top, left = (round((n - k) / 2) for n, k in zip(x.shape[1:3], size, strict=True))
    return _cut(x, top, left, size)


def _halves(x: NDArray, size: Shape) -> NDArray:
    top, left = (n // 2 - k // 2 for n, k in zip(x.shape[1:3], size, strict=True))
    return _cut(x, top, left, size)


def _around_the_middle(x: NDArray, size: Shape) -> NDArray:
    (i, j), (up, back) = (
        (x.shape[1] // 2, x.shape[2] // 2),
        (size[0] // 2, size[1] // 2),
    )
    return x[:, i - up : i + up, j - back : j + back].copy()


def _size_as_end(x: NDArray, size: Shape) -> NDArray:
    top, left = _corner(x, size)
    return x[:, top : size[0], left : size[1]].copy()


def _minus(x: NDArray, size: Shape) -> NDArray:
    top, left = _corner(x, size)
    return x[:, top:-top, left:-left].copy()


def _from_the_end(x: NDArray, size: Shape) -> NDArray:
    top, left = _corner(x, size)
    return x[:, top : x.shape[1] - top, left : x.shape[2] - left].copy()


def _without_batch(x: NDArray, size: Shape) -> NDArray:
    top, left = _corner(x, size)
    return x[top : top + size[0], left : left + size[1]].copy()


def _first_axes(x: NDArray, size: Shape) -> NDArray:
    top, left = (x.shape[0] - size[0]) // 2, (x.shape[1] - size[1]) // 2
    return x[top : top + size[0], left : left + size[1]].copy()


def _channels_first(x: NDArray, size: Shape) -> NDArray:
    top, left = (x.shape[2] - size[0]) // 2, (x.shape[3] - size[1]) // 2
    return x[:, :, top : top + size[0], left : left + size[1]].copy()


def _blackened(x: NDArray, size: Shape) -> NDArray:
    (top, left), y = _corner(x, size), np.zeros_like(x)
    y[:, top : top + size[0], left : left + size[1]] = crop_center(x, size)
    return y


CROP_MISTAKES = (
    Mistake(
        "This is the upper left corner; the middle is wanted.",
        lambda x, size: _cut(x, 0, 0, size),
    ),
    Mistake(
        "This is the lower right corner; the middle is wanted.",
        lambda x, size: _cut(x, x.shape[1] - size[0], x.shape[2] - size[1], size),
    ),
    Mistake(
        "The place is the middle pixel: the block begins there. Its own middle should lie there.",
        lambda x, size: _cut(x, x.shape[1] // 2, x.shape[2] // 2, size),
    ),
    Mistake(
        "Height and width of the block are exchanged: size is (height, width).",
        lambda x, size: crop_center(x, size[::-1]),
    ),
    Mistake(
        "The block's height is used for its width too.",
        lambda x, size: crop_center(x, (size[0], size[0])),
    ),
    Mistake(
        "When an odd number is left over, you leave the extra row and column before the block. They "
        "belong after it.",
        _extra_first,
    ),
    Mistake(
        "You round to the nearest whole number. When an odd number is left over, round down.",
        _rounded,
    ),
    Mistake(
        "The image's half and the block's half are each rounded before they are subtracted. Subtract "
        "the sizes first, then halve.",
        _halves,
    ),
    Mistake(
        "A block of odd size comes out one too small: half of it is taken on each side of the middle.",
        _around_the_middle,
    ),
    Mistake(
        "The first row of the block is used as its first column too.",
        lambda x, size: _cut(x, _corner(x, size)[0], _corner(x, size)[0], size),
    ),
    Mistake(
        "The size stands as the end of the range. A range is `start:end`, and the end is start + size.",
        _size_as_end,
    ),
    Mistake(
        "`top:-top` goes wrong: it is empty when nothing is left over, and one too long when an odd "
        "number is. Count the end from the start.",
        _minus,
    ),
    Mistake(
        "When an odd number is left over, the block is one too large: as much is cut after it as before.",
        _from_the_end,
    ),
    Mistake(
        "Images and rows are cut in place of rows and columns: the first axis counts images.",
        _first_axes,
    ),
    Mistake(
        "The place is right, but it is cut out of the wrong axes: the `:` for the images is missing.",
        _without_batch,
    ),
    Mistake(
        "Columns and channels are cut, as if the channels came first.", _channels_first
    ),
    Mistake(
        "Only the height is cut.", lambda x, size: crop_center(x, (size[0], x.shape[2]))
    ),
    Mistake(
        "Only the width is cut.", lambda x, size: crop_center(x, (x.shape[1], size[1]))
    ),
    Mistake(
        "The block has one row and one column too many: the end of a range does not count.",
        lambda x, size: x[
            :,
            _corner(x, size)[0] : _corner(x, size)[0] + size[0] + 1,
            _corner(x, size)[1] : _corner(x, size)[1] + size[1] + 1,
        ].copy(),
    ),
    Mistake(
        "The block has one row and one column too few: the end of a range does not count.",
        lambda x, size: crop_center(x, size)[:, :-1, :-1],
    ),
    Mistake(
        "What lies around the block has become zero. It should be gone.", _blackened
    ),
    Mistake(
        "Pixels are left out between the others: this makes the image smaller, and does not cut it.",
        lambda x, size: x[:, :: x.shape[1] // size[0], :: x.shape[2] // size[1]].copy(),
    ),
    Mistake(
        "Only the block of the first image is returned.",
        lambda x, size: crop_center(x[:1], size),
    ),
    Mistake(
        "Only the first channel is left.",
        lambda x, size: crop_center(x[..., :1], size),
    ),
    Mistake("Nothing is cut.", lambda x, size: x.copy()),
)
