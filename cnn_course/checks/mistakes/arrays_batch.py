"""Assignment 5, a batch through a convolution, one place of the kernel at a time: the ways to miss it.

Letters: x (N, H, W, C), w (KH, KW, C, F), b (F,); u and v count the kernel's rows and columns.
"""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Mistake
from cnn_course.checks.mistakes.convolution import LAYER_MISTAKES
from cnn_course.conv import conv2d

Layer = Callable[[NDArray, NDArray, NDArray], NDArray]
AtPlace = Callable[[NDArray, NDArray, int, int], NDArray]


def _sizes(x: NDArray, w: NDArray) -> tuple[int, int]:
    return x.shape[1] - w.shape[0] + 1, x.shape[2] - w.shape[1] + 1


def _every(kh: int, kw: int) -> Iterable[tuple[int, int]]:
    return np.ndindex(kh, kw)


def _added_up(at_place: AtPlace, places: Callable[..., Iterable] = _every) -> Layer:
    """Return an answer that adds up what ``at_place`` makes of (x, w, u, v), as a student does it.

    Where the shapes do not fit, it stops in the same words.
    """

    def answer(x: NDArray, w: NDArray, b: NDArray) -> NDArray:
        y = np.zeros((len(x), *_sizes(x, w), w.shape[3]), dtype=x.dtype)
        for u, v in places(*w.shape[:2]):
            y += at_place(x, w, u, v)
        return y + b

    return answer


def _block(x: NDArray, w: NDArray, u: int, v: int) -> NDArray:
    oh, ow = _sizes(x, w)
    return x[:, u : u + oh, v : v + ow]


def _right(x: NDArray, w: NDArray, u: int, v: int) -> NDArray:
    return _block(x, w, u, v) @ w[u, v]


def _products(x: NDArray, w: NDArray, u: int, v: int) -> NDArray:
    return _block(x, w, u, v)[..., np.newaxis] * w[u, v]  # (N, OH, OW, C, F)


def _begins_exchanged(x: NDArray, w: NDArray, u: int, v: int) -> NDArray:
    oh, ow = _sizes(x, w)
    return x[:, v : v + oh, u : u + ow] @ w[u, v]


def _not_summed(x: NDArray, w: NDArray, b: NDArray) -> NDArray:
    return sum(_products(x, w, u, v) for u, v in np.ndindex(w.shape[:2])) + b


def _square_only(x: NDArray, w: NDArray, b: NDArray) -> NDArray:
    (kh, kw), size = w.shape[:2], x.shape[1] - w.shape[0] + 1
    y = np.zeros((len(x), size, size, w.shape[3]), dtype=x.dtype)
    for u, v in np.ndindex(kh, kw):
        block = x[:, u : u + size, v : v + size]
        y += np.sum(block[..., np.newaxis] * w[u, v], axis=3)
    return y + b


BATCH_MISTAKES = (
    Mistake(
        "Only the last place of the kernel counts: `=` where its places should be added, with +=.",
        _added_up(_right, lambda kh, kw: [(kh - 1, kw - 1)]),
    ),
    Mistake(
        "Only the first place of the kernel counts: is `return` indented into the loop?",
        _added_up(_right, lambda kh, kw: [(0, 0)]),
    ),
    Mistake(
        "Only the first row of the kernel counts: is `return` indented into the outer loop?",
        _added_up(_right, lambda kh, kw: np.ndindex(1, kw)),
    ),
    Mistake(
        "The last row and the last column of the kernel are left out: range(n) stops at n − 1 already.",
        _added_up(_right, lambda kh, kw: np.ndindex(kh - 1, kw - 1)),
    ),
    Mistake(
        "The first row and the first column of the kernel are left out: they have the number 0.",
        _added_up(
            _right, lambda kh, kw: [(u, v) for u, v in np.ndindex(kh, kw) if u * v]
        ),
    ),
    Mistake(
        "Only the places with u = v count: rows and columns need a loop each.",
        _added_up(_right, lambda kh, kw: [(k, k) for k in range(min(kh, kw))]),
    ),
    Mistake(
        "Every weight meets the same block of pixels: the block begins at row u and column v.",
        _added_up(lambda x, w, u, v: _block(x, w, 0, 0) @ w[u, v]),
    ),
    Mistake(
        "Every block meets the same weights: at the place (u, v) they are w[u, v].",
        _added_up(lambda x, w, u, v: _block(x, w, u, v) @ w[0, 0]),
    ),
    Mistake(
        "Row and column of the block are exchanged: it begins at row u and column v.",
        _added_up(_begins_exchanged),
    ),
    Mistake(
        "Row and column of the weights are exchanged: at the place (u, v) they are w[u, v].",
        _added_up(lambda x, w, u, v: _block(x, w, u, v) @ w[v, u]),
    ),
    Mistake(
        "The block is as large as the kernel. It must be as large as the answer: the weights at one place "
        "meet all their pixels at once.",
        _added_up(
            lambda x, w, u, v: x[:, u : u + len(w), v : v + w.shape[1]] @ w[u, v]
        ),
    ),
    Mistake(
        "This works only where OH and OW are equal: OH comes from H and KH, OW from W and KW.",
        _square_only,
    ),
    Mistake(
        "The bias is added for every place of the kernel: add it once, after the loop.",
        lambda x, w, b: conv2d(x, w, b * np.float32(w[..., 0, 0].size)),
    ),
    Mistake(
        "Block and weights do not fit: the block needs one more axis, of size 1, for the filters.",
        _added_up(lambda x, w, u, v: np.sum(_block(x, w, u, v) * w[u, v], axis=3)),
    ),
    Mistake(
        "The sum runs over the filters, and the channels are left. Add over the channels.",
        _added_up(lambda x, w, u, v: _products(x, w, u, v).sum(axis=4)),
    ),
    Mistake(
        "The products (N, OH, OW, C, F) are not added up over the channels.",
        _added_up(_products),
    ),
    Mistake(
        "The products (N, OH, OW, C, F) are not added up over the channels.",
        _not_summed,
    ),
    Mistake(
        "The axis of the channels is still there, with the size 1: here keepdims is one axis too many.",
        _added_up(lambda x, w, u, v: _products(x, w, u, v).sum(axis=3, keepdims=True)),
    ),
    Mistake(
        "The channels of each block are added before they meet the weights. Every channel has weights "
        "of its own.",
        _added_up(
            lambda x, w, u, v: (
                _block(x, w, u, v).sum(axis=3, keepdims=True) * w[u, v].sum(axis=0)
            )
        ),
    ),
    Mistake(
        "The images are added up. They stay apart: (N, OH, OW, F).",
        lambda x, w, b: conv2d(x, w, b).sum(axis=0, keepdims=True),
    ),
    Mistake(
        "The biases have the shape (F, 1, 1), which lies along the height. Which shape lies along the "
        "last axis?",
        lambda x, w, b: conv2d(x, w) + b[:, np.newaxis, np.newaxis],
    ),
    Mistake(
        "The biases have the shape (F, 1), which lies along the width. Which shape lies along the last "
        "axis?",
        lambda x, w, b: conv2d(x, w) + b[:, np.newaxis],
    ),
    Mistake(
        "Negative answers have become zero. No activation is asked for.",
        lambda x, w, b: np.maximum(0, conv2d(x, w, b)),
    ),
    *(mistake for mistake in LAYER_MISTAKES if "activation" not in mistake.says),
)
