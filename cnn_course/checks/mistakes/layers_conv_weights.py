"""Assignment 7, part 4: the convolution layer, backwards to its weights and biases.

Letters: x (N, H, W, C), w (KH, KW, C, F), b (F,), dy (N, OH, OW, F); s and p are stride and padding, pairs.
"""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Mistake
from cnn_course.checks.mistakes.layers_conv import conv_forward
from cnn_course.checks.mistakes.layers_dense import (
    SHARED,
    added_up,
    but,
    not_kept,
    other,
)
from cnn_course.conv import conv2d_backward
from cnn_course.im2col import im2col

PairOfInts = tuple[int, int]
Function = Callable[..., Any]


def conv_weights(  # noqa: PLR0917 -- their names are shown
    x: NDArray,
    w: NDArray,
    b: NDArray,
    stride: PairOfInts,
    padding: PairOfInts,
    dy: NDArray,
    wanted: str,
) -> NDArray:
    """Return dw or db: the target."""
    _, dw, db = conv2d_backward(dy, x, w, stride, padding)
    return dw if wanted == "dw" else db


def _dw(*given: Any) -> NDArray:
    return conv_weights(*given, "dw")


def _dw_of(change: Callable[..., NDArray]) -> Function:
    """Return dw of a changed dy."""
    return but(
        conv_weights,
        dw=lambda x, w, b, s, p, dy: _dw(
            x, w, b, s, p, change(dy, x, w, b, s, p).reshape(dy.shape)
        ),
    )


def _dw_changed(change: Callable[[NDArray], Any]) -> Function:
    return but(conv_weights, dw=lambda *given: change(_dw(*given)))


def _db(how: Callable[[NDArray], Any]) -> Function:
    """Return a db that is made of dy in another way."""
    return but(conv_weights, db=lambda x, w, b, s, p, dy: how(dy))


def _share(dy: NDArray, numbers: int) -> NDArray:
    return dy / dy.dtype.type(numbers)


def _dense_windows(x: NDArray, *given: Any) -> NDArray:
    """Return dw as if the windows were one pixel apart."""
    w, _, _, p, dy = given
    x = np.pad(x, ((0, 0), (p[0],) * 2, (p[1],) * 2, (0, 0)))
    dw, (oh, ow) = np.zeros_like(w), dy.shape[1:3]
    for u, v in np.ndindex(w.shape[:2]):
        dw[u, v] = np.tensordot(x[:, u : u + oh, v : v + ow], dy, axes=[[0, 1, 2]] * 2)
    return dw


def _old_windows(x: NDArray, *given: Any) -> NDArray:
    w, _, s, p, dy = given
    columns = im2col(x[:1], w.shape[:2], s, p)  # an error, but for a batch of one
    return (columns.T @ dy.reshape(-1, w.shape[3])).reshape(w.shape)


WEIGHT_MISTAKES = (
    Mistake(SHARED, lambda x, *given: conv_weights(other(x), *given)),
    Mistake(
        "dw and db: backward does not keep them. Set self.dw and self.db.",
        but(conv_weights, dw=not_kept("Conv2D", "dw"), db=not_kept("Conv2D", "db")),
    ),
    Mistake(
        "dw: backward does not keep it. Set self.dw.",
        but(conv_weights, dw=not_kept("Conv2D", "dw")),
    ),
    Mistake(
        "db: backward does not keep it. Set self.db.",
        but(conv_weights, db=not_kept("Conv2D", "db")),
    ),
    Mistake(
        "A gradient grows from call to call. Each call of backward sets self.dw and self.db anew.",
        added_up(conv_weights),
    ),
    Mistake(
        "The sign is wrong. Minus belongs to the step against the gradient, not to the gradient.",
        lambda *given: -conv_weights(*given),
    ),
    Mistake(
        "dw and db are divided by the size of the batch. That is up to the loss.",
        lambda x, *given: conv_weights(x, *given) / x.dtype.type(len(x)),
    ),
    Mistake(
        "dw is divided by the size of the batch. That is up to the loss.",
        _dw_of(lambda dy, *_: _share(dy, len(dy))),
    ),
    Mistake(
        "dw is a mean over all windows. Add, and do not divide.",
        _dw_of(lambda dy, *_: _share(dy, math.prod(dy.shape[:3]))),
    ),
    Mistake(
        "dw has the numbers of a matrix with a row for each window's number. Give it the shape of w.",
        _dw_changed(lambda dw: dw.reshape(-1, dw.shape[3])),
    ),
    Mistake(
        "dw has its filters first. Give it the shape of w, with the filters last.",
        _dw_changed(lambda dw: dw.reshape(-1, dw.shape[3]).T),
    ),
    Mistake(
        "dw has the right shape, but its numbers are in the wrong places: before the reshape, the filters "
        "must be the columns of the matrix, not its rows.",
        _dw_changed(lambda dw: dw.reshape(-1, dw.shape[3]).T.reshape(dw.shape)),
    ),
    Mistake(
        "dw has its numbers in the wrong places: in a row of im2col the channels of a pixel lie together.",
        _dw_changed(lambda dw: dw.transpose(2, 0, 1, 3).reshape(dw.shape)),
    ),
    Mistake(
        "dw has its rows where its columns should be.",
        _dw_changed(lambda dw: dw.transpose(1, 0, 2, 3)),
    ),
    Mistake(
        "dw is turned by 180 degrees: w[u, v] lies on row u and column v of each window.",
        _dw_changed(lambda dw: dw[::-1, ::-1]),
    ),
    Mistake(
        "dy is in the wrong order: `reshape(F, -1).T` reads it as if its filters came first. "
        "They come last, so one reshape to (-1, F) does it.",
        _dw_of(lambda dy, *_: dy.reshape(dy.shape[3], -1).T),
    ),
    Mistake(
        "dy is in the wrong order: its filters were moved to another place, and a reshape does not move them "
        "back.",
        _dw_of(lambda dy, *_: dy.transpose(0, 3, 1, 2)),
    ),
    Mistake(
        "dw: only the first image counts. Add over the whole batch.",
        _dw_of(lambda dy, *_: dy * (np.arange(len(dy)) == 0)[:, None, None, None]),
    ),
    Mistake(
        "dw: only the last image counts. Add over the whole batch: with +=, or in one product.",
        _dw_of(
            lambda dy, *_: dy * (np.arange(len(dy)) == len(dy) - 1)[:, None, None, None]
        ),
    ),
    Mistake(
        "dw: the windows of an earlier batch are used. forward must keep its own in every call.",
        but(conv_weights, dw=_old_windows),
    ),
    Mistake(
        "dw: y was used in the place of dy.",
        _dw_of(lambda dy, *given: conv_forward(*given)),
    ),
    Mistake(
        "dw: the stride is ignored. The windows are as far apart as on the way forwards.",
        but(conv_weights, dw=_dense_windows),
    ),
    Mistake(
        "db: it is summed over the batch only. A bias takes part in every place too.",
        _db(lambda dy: dy.sum(axis=0)),
    ),
    Mistake(
        "db: the axis of the width is still there. Sum over images, rows and columns.",
        _db(lambda dy: dy.sum(axis=(0, 1))),
    ),
    Mistake(
        "db: each image has its own. Sum over images, rows and columns.",
        _db(lambda dy: dy.sum(axis=(1, 2))),
    ),
    Mistake(
        "db: it is summed over the filters too, and each image has one number. Sum over all axes but the "
        "last.",
        _db(lambda dy: dy.sum(axis=(1, 2, 3))),
    ),
    Mistake(
        "db: it is one number for all filters. Each filter has its own bias.",
        _db(lambda dy: dy.sum()),
    ),
    Mistake(
        "db: it is a mean. Add, and do not divide.",
        _db(lambda dy: dy.mean(axis=(0, 1, 2))),
    ),
    Mistake(
        "db is divided by the size of the batch. That is up to the loss.",
        _db(lambda dy: _share(dy, len(dy)).sum(axis=(0, 1, 2))),
    ),
    Mistake(
        "db: the numbers are right, but axes of length 1 are left. The shape is (F,).",
        _db(lambda dy: dy.sum(axis=(0, 1, 2), keepdims=True)),
    ),
    Mistake(
        "db: this counts the outputs. The factor is 1, and it is multiplied by dy.",
        _db(lambda dy: np.full(dy.shape[3], math.prod(dy.shape[:3]), dy.dtype)),
    ),
    Mistake(
        "db: only the first image counts. Add over the whole batch.",
        _db(lambda dy: dy[0].sum(axis=(0, 1))),
    ),
)
