"""Checks of assignment 7: layers as classes, forwards and backwards."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import check
from cnn_course.checks.layers_cases import (
    conv_cases,
    dense_cases,
    numerical_cases,
    pool_cases,
)
from cnn_course.checks.mistakes import (
    layers_conv,
    layers_conv_input,
    layers_conv_weights,
    layers_dense,
    layers_hand,
    layers_numerical,
    layers_pool,
    layers_pool_back,
)
from cnn_course.checks.mistakes.layers_dense import other
from cnn_course.checks.predictions import check_prediction
from cnn_course.checks.progress import part
from cnn_course.checks.required import require_callable

Class = Callable[..., Any]
Target = Callable[..., NDArray]

# Part 1: by hand

# The notebook shows them.
IMAGE, KERNEL, DY = layers_hand.IMAGE, layers_hand.KERNEL, layers_hand.DY


@part
def check_by_hand(dw_01: Any, db: Any, dx_00: Any, dx_11: Any) -> None:
    """Check four gradients of a small convolution that a student works out on paper."""
    dx, dw, bias = layers_hand.gradients()
    check_prediction("dw_01", dw_01, dw[0, 1], layers_hand.wrong_weight())
    check_prediction("db", db, bias, layers_hand.wrong_bias())
    check_prediction("dx_00", dx_00, dx[0, 0], layers_hand.wrong_corner())
    check_prediction("dx_11", dx_11, dx[1, 1], layers_hand.wrong_middle())


# A layer must work on batch after batch: each is shown the first image alone before the whole batch.
# And a network has several layers of a class: another one goes forwards in between.


def _another_goes_forwards(
    answer: Class, settings: tuple[Any, ...], x: NDArray
) -> None:
    one_pixel = (1, 1), (1, 1)  # window and stride
    has_weights = isinstance(settings[0], np.ndarray)
    others = (*map(other, settings[:2]), *settings[2:]) if has_weights else one_pixel
    answer(*others).forward(other(x))


def _forwards(answer: Class, settings: tuple[Any, ...], x: NDArray) -> Any:
    layer = answer(*settings)
    layer.forward(x[:1].copy())
    _another_goes_forwards(answer, settings, x)
    return layer.forward(x)


def _backwards(
    answer: Class, settings: tuple[Any, ...], x: NDArray, dy: NDArray, wanted: str
) -> Any:
    layer = answer(*settings)
    layer.forward(x[:1].copy())
    layer.backward(dy[:1].copy())
    layer.forward(x)
    _another_goes_forwards(answer, settings, x)
    dx = layer.backward(dy)
    return dx if wanted == "dx" else getattr(layer, wanted)


# Part 2: the dense layer


@part
def check_dense(answer: Class) -> None:
    """Check y, dw, db and dx of a dense layer."""
    require_callable("Dense", answer, "class")

    def of_layer(
        x: NDArray, w: NDArray, b: NDArray, dy: NDArray, wanted: str
    ) -> NDArray:
        if wanted == "y":
            return _forwards(answer, (w, b), x)
        return _backwards(answer, (w, b), x, dy, wanted)

    check(
        "Dense",
        of_layer,
        layers_dense.dense,
        dense_cases(),
        layers_dense.DENSE_MISTAKES,
        methods=("__init__", "forward", "backward"),
    )


# Parts 3 to 6: the layers of a convolution and of max pooling


def _check_forward(name: str, answer: Class, target: Target, *known: Any) -> None:
    """Check y of a class; ``known`` are the cases and the mistakes."""
    require_callable(name, answer, "class")

    def of_layer(x: NDArray, *settings: Any) -> NDArray:
        return _forwards(answer, settings, x)

    methods = "__init__", "forward"
    check(f"{name}.forward", of_layer, target, *known, methods=methods)


def _check_backward(quantity: str, answer: Class, target: Target, *known: Any) -> None:
    """Check gradients of a class, dx or those that a case names at its end."""
    require_callable(quantity.split(".", maxsplit=1)[0], answer, "class")

    def of_layer(x: NDArray, *given: Any) -> NDArray:
        names_one = isinstance(given[-1], str)
        *settings, dy, wanted = given if names_one else (*given, "dx")
        return _backwards(answer, tuple(settings), x, dy, wanted)

    check(quantity, of_layer, target, *known, methods=("backward",))


@part
def check_conv_forward(answer: Class) -> None:
    """Check y of a convolution layer."""
    cases, known = conv_cases(backwards=False), layers_conv.FORWARD_MISTAKES
    _check_forward("Conv2D", answer, layers_conv.conv_forward, cases, known)


@part
def check_conv_weights(answer: Class) -> None:
    """Check dw and db of a convolution layer."""
    cases = conv_cases(backwards=True, wanted=("dw", "db"))
    target, known = layers_conv_weights.conv_weights, layers_conv_weights.WEIGHT_MISTAKES  # fmt: skip
    _check_backward("Conv2D.backward (dw and db)", answer, target, cases, known)


@part
def check_conv_input(answer: Class) -> None:
    """Check dx of a convolution layer."""
    cases, known = conv_cases(backwards=True), layers_conv_input.INPUT_MISTAKES
    target = layers_conv_input.conv_input
    _check_backward("Conv2D.backward (dx)", answer, target, cases, known)


@part
def check_pool_forward(answer: Class) -> None:
    """Check y of a max pooling layer."""
    cases, known = pool_cases(backwards=False), layers_pool.FORWARD_MISTAKES
    _check_forward("MaxPool2D", answer, layers_pool.pool_forward, cases, known)


@part
def check_pool_backward(answer: Class) -> None:
    """Check dx of a max pooling layer: overlapping windows, ties, negative numbers."""
    cases, known = pool_cases(backwards=True), layers_pool_back.BACKWARD_MISTAKES
    target = layers_pool_back.pool_backward
    _check_backward("MaxPool2D.backward", answer, target, cases, known)


# Part 7: the gradient by small changes


@part
def check_numerical_dx(answer: Callable[..., Any], layer: Any) -> None:
    """Check a measured gradient; ``layer`` is the student's own `pairs`."""
    require_callable("numerical_dx", answer)

    def measured(x: NDArray, dy: NDArray, eps: float) -> NDArray:
        return answer(layer, x, dy, eps)

    check(
        "numerical_dx",
        measured,
        layers_numerical.numerical_dx,
        numerical_cases(),
        layers_numerical.NUMERICAL_MISTAKES,
    )
