"""Assignment 7, part 2: the dense layer.

Letters: x (N, C), w (C, F), b (F,), dy (N, F). Where a check looks at several results of one layer, its
target takes the name of the one that is ``wanted``.
"""

from collections.abc import Callable
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Mistake

Function = Callable[..., Any]


def dense(x: NDArray, w: NDArray, b: NDArray, dy: NDArray, wanted: str) -> NDArray:
    """Return y, dw, db or dx of a dense layer: the target."""
    if wanted == "y":
        return x @ w + b
    if wanted == "dw":
        return x.T @ dy
    return dy.sum(axis=0) if wanted == "db" else dy @ w.T


def but(right: Function, **wrong: Function) -> Function:
    """Return a function that does what ``right`` does, but for the results that ``wrong`` names."""

    def mistaken(*arguments: Any) -> Any:
        *given, wanted = arguments
        return wrong[wanted](*given) if wanted in wrong else right(*arguments)

    return mistaken


def added_up(right: Function) -> Function:
    """Return what gradients become that keep those of the smaller batch before."""

    def wrong(x: NDArray, *given: Any) -> Any:
        *settings, dy, wanted = given
        before = right(x[:1], *settings, dy[:1], wanted)
        return before + right(x, *settings, dy, wanted)

    return wrong


def other(array: NDArray) -> NDArray:
    """Return other numbers in the same shape: those of a second layer, which is used in between."""
    return 2 * np.flip(array) + 1


def not_kept(layer: str, name: str) -> Function:
    """Return what happens where a layer has no such attribute."""

    def wrong(*_: Any) -> NoReturn:
        raise AttributeError(f"'{layer}' object has no attribute '{name}'")

    return wrong


def _of_the_first_batch(
    x: NDArray, w: NDArray, b: NDArray, dy: NDArray, wanted: str
) -> NDArray:
    if wanted != "y":
        x[:1].T @ dy  # an error, but for a batch of one
    return dense(x, w, b, dy, wanted)


def _not_written(*_: Any) -> NoReturn:
    raise NotImplementedError()


SHARED = (
    "Another layer of the class, used in between, changes what this one does: keep what belongs to a layer "
    "in self, not in the class or under a global name."
)


def _shared(x: NDArray, w: NDArray, b: NDArray, dy: NDArray, wanted: str) -> NDArray:
    return dense(x if wanted == "y" else other(x), other(w), other(b), dy, wanted)


DENSE_MISTAKES = (
    Mistake(
        "forward is right. Now write backward.",
        but(dense, dw=_not_written, db=_not_written, dx=_not_written),
    ),
    Mistake(SHARED, but(dense, dw=lambda x, w, b, dy: other(x).T @ dy)),
    Mistake(SHARED, _shared),
    Mistake("y: the bias is missing.", but(dense, y=lambda x, w, b, dy: x @ w)),
    Mistake(
        "y: the bias is added once for each input. It is added once for each output.",
        but(dense, y=lambda x, w, b, dy: x @ w + b * x.dtype.type(len(w))),
    ),
    Mistake(
        "y: negative numbers have become zero. This layer has no activation.",
        but(dense, y=lambda x, w, b, dy: np.maximum(0, x @ w + b)),
    ),
    Mistake(
        "dw and db: backward does not keep them. Set self.dw and self.db.",
        but(dense, dw=not_kept("Dense", "dw"), db=not_kept("Dense", "db")),
    ),
    Mistake(
        "dw: backward does not keep it. Set self.dw.",
        but(dense, dw=not_kept("Dense", "dw")),
    ),
    Mistake(
        "db: backward does not keep it. Set self.db.",
        but(dense, db=not_kept("Dense", "db")),
    ),
    Mistake(
        "dw: its axes are exchanged. It has the shape of w: inputs first, outputs last.",
        but(dense, dw=lambda x, w, b, dy: dy.T @ x),
    ),
    Mistake(
        "A gradient grows from call to call. Each call of backward sets self.dw and self.db anew.",
        but(dense, dw=added_up(dense), db=added_up(dense)),
    ),
    Mistake(
        "The sign is wrong. Minus belongs to the step against the gradient, not to the gradient.",
        but(
            dense,
            dw=lambda x, w, b, dy: -x.T @ dy,
            db=lambda x, w, b, dy: -dy.sum(axis=0),
        ),
    ),
    Mistake(
        "dw and db are divided by the size of the batch. That is up to the loss.",
        but(
            dense,
            dw=lambda x, w, b, dy: x.T @ dy / x.dtype.type(len(x)),
            db=lambda x, w, b, dy: dy.mean(axis=0),
        ),
    ),
    Mistake(
        "dw: it is divided by the size of the batch. That is up to the loss.",
        but(dense, dw=lambda x, w, b, dy: x.T @ dy / x.dtype.type(len(x))),
    ),
    Mistake(
        "dw: only the first row of the batch counts. Add over all rows.",
        but(dense, dw=lambda x, w, b, dy: x[:1].T @ dy[:1]),
    ),
    Mistake(
        "dw: only the last row of the batch counts. Add over all rows.",
        but(dense, dw=lambda x, w, b, dy: x[-1:].T @ dy[-1:]),
    ),
    Mistake(
        "dw: the rows of the batch are kept apart. Add over them.",
        but(dense, dw=lambda x, w, b, dy: np.einsum("nc,nf->ncf", x, dy)),
    ),
    Mistake(
        "dw: x and dy are added up over the batch before they are multiplied. Multiply row by row, then add.",
        but(dense, dw=lambda x, w, b, dy: np.outer(x.sum(axis=0), dy.sum(axis=0))),
    ),
    Mistake(
        "backward uses the x of an earlier batch. forward must keep its x in every call.",
        _of_the_first_batch,
    ),
    Mistake(
        "dw: y was used in the place of dy.",
        but(dense, dw=lambda x, w, b, dy: x.T @ (x @ w + b)),
    ),
    Mistake(
        "dw: the factor is missing. A weight was multiplied by its input.",
        but(dense, dw=lambda x, w, b, dy: np.zeros_like(w) + dy.sum(axis=0)),
    ),
    Mistake(
        "db: the rows of the batch are not added up.",
        but(dense, db=lambda x, w, b, dy: dy.copy()),
    ),
    Mistake(
        "db: it is summed over the outputs. Each output has its own bias: sum over the batch.",
        but(dense, db=lambda x, w, b, dy: dy.sum(axis=1)),
    ),
    Mistake(
        "db: it is one number for all outputs. Each output has its own bias.",
        but(dense, db=lambda x, w, b, dy: dy.sum()),
    ),
    Mistake(
        "db: the numbers are right, but the axis of the batch is still there. The shape is (F,).",
        but(dense, db=lambda x, w, b, dy: dy.sum(axis=0, keepdims=True)),
    ),
    Mistake(
        "db: it is divided by the size of the batch. That is up to the loss.",
        but(dense, db=lambda x, w, b, dy: dy.mean(axis=0)),
    ),
    Mistake(
        "db: this counts the rows. The factor is 1, and it is multiplied by dy.",
        but(dense, db=lambda x, w, b, dy: np.full_like(b, len(x))),
    ),
    Mistake(
        "dx: it is divided by the size of the batch. Each row has its own gradient.",
        but(dense, dx=lambda x, w, b, dy: dy @ w.T / x.dtype.type(len(x))),
    ),
    Mistake(
        "dx: the rows of the batch are added up. Each row has its own gradient.",
        but(dense, dx=lambda x, w, b, dy: (dy @ w.T).sum(axis=0)),
    ),
    Mistake(
        "dx: it is multiplied by x too. The factor of an input is its weight alone.",
        but(dense, dx=lambda x, w, b, dy: dy @ w.T * x),
    ),
    Mistake(
        "dx: y was used in the place of dy.",
        but(dense, dx=lambda x, w, b, dy: (x @ w + b) @ w.T),
    ),
    Mistake(
        "dx: dy is missing. Each weight is multiplied by the gradient of its output.",
        but(dense, dx=lambda x, w, b, dy: np.zeros_like(x) + w.sum(axis=1)),
    ),
    Mistake(
        "dx: the weights are in the wrong order. reshape does not exchange axes; .T does.",
        but(dense, dx=lambda x, w, b, dy: dy @ w.reshape(w.shape[::-1])),
    ),
    Mistake(
        "dx: backward returns dw in its place.",
        but(dense, dx=lambda x, w, b, dy: x.T @ dy),
    ),
)
