"""Assignment 6, part 6: the bytes of the matrix, and the ways to miss them.

Letters: x (N, H, W, C) is a shape; k, s, p are kernel, stride and padding; size is that of a number.
"""

import math
from collections.abc import Callable

from cnn_course import shapes
from cnn_course.checks.core import Mistake

PairOfInts = tuple[int, int]
Shape = tuple[int, int, int, int]
Places = Callable[[int, int, int, int], int]


def im2col_bytes(
    x_shape: Shape,
    kernel: PairOfInts,
    stride: PairOfInts,
    padding: PairOfInts,
    itemsize: int,
) -> int:
    """Return the bytes that the matrix takes: the target of part 6."""
    return (
        places(x_shape, kernel, stride, padding)
        * (math.prod(kernel) * x_shape[3])
        * itemsize
    )


def places(
    x: Shape,
    k: PairOfInts,
    s: PairOfInts,
    p: PairOfInts,
    along: Places = shapes.output_size,
) -> int:
    """Count the windows of a batch; ``along`` counts them along one axis, from n, k, s and p."""
    return x[0] * along(x[1], k[0], s[0], p[0]) * along(x[2], k[1], s[1], p[1])


def _places_by(along: Places) -> Callable[..., int]:
    """Work out the bytes with another formula for the places along one axis."""
    return lambda x, k, s, p, size: (
        places(x, k, s, p, along) * math.prod(k) * x[3] * size
    )


BYTES_MISTAKES = (
    Mistake(
        "This is how many numbers the matrix has. Each takes itemsize bytes.",
        lambda x, k, s, p, size: im2col_bytes(x, k, s, p, 1),
    ),
    Mistake(
        "Every number is taken for 4 bytes, which is float32: use itemsize.",
        lambda x, k, s, p, size: im2col_bytes(x, k, s, p, 4),
    ),
    Mistake(
        "These are bits: itemsize is in bytes already.",
        lambda x, k, s, p, size: 8 * im2col_bytes(x, k, s, p, size),
    ),
    Mistake(
        "This is one image only: the batch has N.",
        lambda x, k, s, p, size: im2col_bytes((1, *x[1:]), k, s, p, size),
    ),
    Mistake(
        "The channels are missing: a row holds KH × KW × C numbers.",
        lambda x, k, s, p, size: im2col_bytes((*x[:3], 1), k, s, p, size),
    ),
    Mistake(
        "The channels are counted twice.",
        lambda x, k, s, p, size: im2col_bytes(x, k, s, p, size) * x[3],
    ),
    Mistake(
        "These are the bytes of the images: each window has a row.",
        lambda x, k, s, p, size: math.prod(x) * size,
    ),
    Mistake(
        "There is one number for each window here: a row holds KH × KW × C of them.",
        lambda x, k, s, p, size: places(x, k, s, p) * size,
    ),
    Mistake(
        "One row is taken for each pixel: it is one for each window, N × OH × OW.",
        _places_by(lambda n, k, s, p: n),
    ),
    Mistake("The padding is ignored.", _places_by(lambda n, k, s, p: (n - k) // s + 1)),
    Mistake(
        "The padding stands on both sides: it counts twice.",
        _places_by(lambda n, k, s, p: (n + p - k) // s + 1),
    ),
    Mistake(
        "The padding is exchanged: it is (height, width).",
        lambda x, k, s, p, size: im2col_bytes(x, k, s, p[::-1], size),
    ),
    Mistake("The stride is ignored.", _places_by(lambda n, k, s, p: n + 2 * p - k + 1)),
    Mistake(
        "The stride is exchanged: it is (height, width).",
        lambda x, k, s, p, size: im2col_bytes(x, k, s[::-1], p, size),
    ),
    Mistake(
        "Height and width of the window are exchanged.",
        lambda x, k, s, p, size: im2col_bytes(x, k[::-1], s, p, size),
    ),
    Mistake(
        "The window's height is used for its width too: a row holds KH × KW × C numbers.",
        lambda x, k, s, p, size: places(x, k, s, p) * k[0] ** 2 * x[3] * size,
    ),
    Mistake(
        "A row holds KH × KW × C numbers: height and width are multiplied, not added.",
        lambda x, k, s, p, size: places(x, k, s, p) * sum(k) * x[3] * size,
    ),
    Mistake(
        "The + 1 is missing: the first place of a window counts too.",
        _places_by(lambda n, k, s, p: (n + 2 * p - k) // s),
    ),
    Mistake(
        "A row holds KH × KW × C numbers: multiply them, do not add.",
        lambda x, k, s, p, size: places(x, k, s, p) * (sum(k) + x[3]) * size,
    ),
    Mistake(
        "One row is taken for each pixel of the padded images: it is one for each window.",
        _places_by(lambda n, k, s, p: n + 2 * p),
    ),
    Mistake(
        "Height and width of the images are exchanged.",
        lambda x, k, s, p, size: im2col_bytes((x[0], x[2], x[1], x[3]), k, s, p, size),
    ),
    Mistake(
        "The places down are taken for those across too: OW comes from W.",
        lambda x, k, s, p, size: (
            places((x[0], x[1], x[1], 1), (k[0],) * 2, (s[0],) * 2, (p[0],) * 2)
            * (math.prod(k) * x[3] * size)
        ),
    ),
    Mistake(
        "The stride for the height is used for the width too.",
        lambda x, k, s, p, size: im2col_bytes(x, k, (s[0], s[0]), p, size),
    ),
    Mistake(
        "You divided by itemsize: each number takes so many bytes.",
        lambda x, k, s, p, size: im2col_bytes(x, k, s, p, 1) // size,
    ),
    Mistake(
        "The bytes of the images are added: only those of the matrix are wanted.",
        lambda x, k, s, p, size: im2col_bytes(x, k, s, p, size) + math.prod(x) * size,
    ),
    Mistake(
        "This is how many times larger than the images the matrix is: its bytes are wanted.",
        lambda x, k, s, p, size: im2col_bytes(x, k, s, p, size) / (math.prod(x) * size),
    ),
    Mistake(
        "These are megabytes: return bytes.",
        lambda x, k, s, p, size: im2col_bytes(x, k, s, p, size) / 1e6,
    ),
    Mistake(
        "The result has decimals. A number of bytes is whole: divide with `//`.",
        _places_by(lambda n, k, s, p: (n + 2 * p - k) / s + 1),
    ),
    Mistake(
        "You round up. A window that does not fit entirely is left out: round down.",
        _places_by(lambda n, k, s, p: -(-(n + 2 * p - k) // s) + 1),
    ),
)
