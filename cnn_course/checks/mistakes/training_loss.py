"""Assignment 8, part 3: softmax and cross-entropy. Scores z (N, classes), one-hot labels y."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnn_course import losses
from cnn_course.checks.core import Mistake
from cnn_course.checks.mistakes.layers_dense import but

Function = Callable[..., Any]


def softmax_cross_entropy(z: NDArray, y: NDArray, wanted: str) -> Any:
    """Return the mean loss or its gradient for the scores: the target."""
    loss, gradient = losses.softmax_cross_entropy(z, y.argmax(axis=1))
    return z.dtype.type(loss) if wanted == "loss" else gradient


def _loss(wrong: Function) -> Function:
    return but(softmax_cross_entropy, loss=wrong)


def _gradient(wrong: Function) -> Function:
    return but(softmax_cross_entropy, gradient=wrong)


def _right(z: NDArray, y: NDArray) -> Any:
    return softmax_cross_entropy(z, y, "loss")


def _slope(z: NDArray, y: NDArray) -> Any:
    return softmax_cross_entropy(z, y, "gradient")


def _p(z: NDArray, axis: int = 1) -> NDArray:
    """Return the softmax, computed so that nothing overflows."""
    exponentials = np.exp(z - z.max(axis=axis, keepdims=True))
    return exponentials / exponentials.sum(axis=axis, keepdims=True)


def _plain_p(z: NDArray) -> NDArray:
    return np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)


def _mean(terms: NDArray) -> Any:
    return -terms.sum() / terms.dtype.type(len(terms))


def _of_p(p: Function, of_right_class_only: bool = False) -> Function:
    """Return a loss that takes the logarithm of the probabilities after all."""

    def loss(z: NDArray, y: NDArray) -> Any:
        if of_right_class_only:
            return _mean(np.log(p(z)[y > 0]))
        return _mean(np.log(p(z)) * y)

    return loss


def _with_gradient(p: Function, loss: Function) -> Function:
    return but(
        softmax_cross_entropy, loss=loss, gradient=lambda z, y: (p(z) - y) / len(z)
    )


def _log_of_sum(shift: Function) -> Function:
    """Return a loss by the logarithm of the sum, after ``shift`` was taken away from the scores."""

    def loss(z: NDArray, y: NDArray) -> Any:
        z = z - shift(z)
        return _mean(y * (z - np.log(np.exp(z).sum(axis=1, keepdims=True))))

    return loss


def _softmax_of_all(z: NDArray) -> NDArray:
    exponentials = np.exp(z - z.max())
    return exponentials / exponentials.sum(axis=1, keepdims=True)


OVERFLOW = (
    "exp of a large score is infinite, and what follows is nan. "
    "First take each row's largest score away from the row."
)
INFINITE = (
    "A probability has become 0, and its logarithm is infinite. Take no logarithm of p: "
    "ln p = z − max − ln(sum of exp(z − max))."
)
CUT_OFF = (
    "p is kept away from 0, so the loss of a network that is sure and wrong is cut off. "
    "ln p = z − max − ln(sum of exp(z − max)) needs no such help."
)


def _added(small: float) -> Mistake:
    return Mistake(
        CUT_OFF, _loss(lambda z, y: _mean(y * np.log(_p(z) + z.dtype.type(small))))
    )


def _clipped(small: float) -> Mistake:
    return Mistake(
        CUT_OFF,
        _loss(lambda z, y: _mean(y * np.log(np.maximum(_p(z), z.dtype.type(small))))),
    )


LOSS_MISTAKES = (
    Mistake(
        "The losses of the images are added up; the mean is wanted.",
        _loss(lambda z, y: _right(z, y) * len(z)),
    ),
    Mistake(
        "The gradient is not divided by the number of images. The loss is a mean, so its gradient is too.",
        _gradient(lambda z, y: _slope(z, y) * np.float32(len(z))),
    ),
    Mistake(
        "The gradient is divided by the number of images twice.",
        _gradient(lambda z, y: _slope(z, y) / np.float32(len(z))),
    ),
    Mistake(
        "Both are sums over the images, and means are wanted.",
        lambda z, y, wanted: softmax_cross_entropy(z, y, wanted) * z.dtype.type(len(z)),
    ),
    Mistake(OVERFLOW, _with_gradient(_plain_p, _of_p(_plain_p))),
    Mistake(OVERFLOW, _with_gradient(_plain_p, _log_of_sum(lambda z: z.dtype.type(0)))),
    Mistake(
        "The largest score of the whole batch is taken away. "
        "A row that lies far below it becomes 0: each row has its own largest score.",
        _with_gradient(_softmax_of_all, _log_of_sum(lambda z: z.max())),
    ),
    Mistake(
        "The largest score of the whole batch is taken away. "
        "A row that lies far below it becomes 0: each row has its own largest score.",
        _with_gradient(_softmax_of_all, _of_p(_softmax_of_all)),
    ),
    Mistake(INFINITE, _loss(_of_p(_p))),
    Mistake(INFINITE, _loss(_of_p(_p, of_right_class_only=True))),
    *map(_added, (1e-5, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15)),
    *map(_clipped, (1e-5, 1e-7, 1e-8)),
    Mistake(
        "The softmax runs over the images. The probabilities of one image add up to 1: axis 1.",
        _with_gradient(
            lambda z: _p(z, axis=0), lambda z, y: _mean(y * np.log(_p(z, axis=0)))
        ),
    ),
    Mistake(
        "The loss is negative: the minus sign of −ln p is missing.",
        _loss(lambda z, y: -_right(z, y)),
    ),
    Mistake(
        "This is the logarithm to base 10. ln is the natural one: np.log.",
        _loss(lambda z, y: _right(z, y) / np.log(10)),
    ),
    Mistake(
        "This is the logarithm to base 2. ln is the natural one: np.log.",
        _loss(lambda z, y: _right(z, y) / np.log(2)),
    ),
    Mistake(
        "The loss is divided by the number of classes too: np.mean of the whole table does it. "
        "Divide by the number of images.",
        _loss(lambda z, y: _right(z, y) / y.shape[1]),
    ),
    Mistake(
        "The loss of each image is returned; their mean is wanted.",
        _loss(
            lambda z, y: np.array(
                [_right(z[i : i + 1], y[i : i + 1]) for i in range(len(z))], z.dtype
            )
        ),
    ),
    Mistake(
        "The loss is that of the class with the largest score. The label says which class is right.",
        _loss(lambda z, y: _mean(np.log(_p(z).max(axis=1)))),
    ),
    Mistake(
        "The wrong classes have a loss too, −ln(1 − p). Only the right class counts here.",
        _loss(lambda z, y: _mean(y * np.log(_p(z)) + (1 - y) * np.log(1 - _p(z)))),
    ),
    Mistake(
        "This is the mean of squares. The cross-entropy is −ln of the right class's probability.",
        _loss(lambda z, y: np.mean((_p(z) - y) ** 2)),
    ),
    Mistake(
        "The sign of the gradient is wrong: it is p − y.",
        _gradient(lambda z, y: -_slope(z, y)),
    ),
    Mistake(
        "The label is not taken away: the gradient is p − y, not p.",
        _gradient(lambda z, y: _p(z) / z.dtype.type(len(z))),
    ),
    Mistake(
        "These are the probabilities, not the gradient.", _gradient(lambda z, _: _p(z))
    ),
    Mistake(
        "The gradient is divided by the number of classes too. Divide by the number of images.",
        _gradient(lambda z, y: _slope(z, y) / np.float32(y.shape[1])),
    ),
    Mistake(
        "The gradient is divided by the number of classes. Divide by the number of images.",
        _gradient(lambda z, y: (_p(z) - y) / np.float32(y.shape[1])),
    ),
    Mistake(
        "The gradient is multiplied by p (1 − p). Together, softmax and cross-entropy give p − y.",
        _gradient(lambda z, y: _slope(z, y) * _p(z) * (1 - _p(z))),
    ),
    Mistake(
        "This is the gradient for p, −y / p. The gradient for the scores is wanted.",
        _gradient(lambda z, y: -y / _p(z) / z.dtype.type(len(z))),
    ),
    Mistake(
        "Loss and gradient are exchanged: return the loss first.",
        lambda z, y, wanted: softmax_cross_entropy(
            z, y, "gradient" if wanted == "loss" else "loss"
        ),
    ),
    Mistake(
        "Only the loss is returned: the gradient is wanted too.",
        lambda z, y, _: _right(z, y),
    ),
    Mistake(
        "Only the gradient is returned: the loss is wanted too, and comes first.",
        lambda z, y, _: _slope(z, y),
    ),
)
