"""Assignment 8, part 2: images and labels as a network takes them.

A target that looks at several results of one function takes the name of the one that is ``wanted``.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Mistake
from cnn_course.checks.mistakes.layers_dense import but
from cnn_course.datasets import one_hot, scale

Function = Callable[..., Any]
CLASSES = 10


def prepare(images: NDArray, labels: NDArray, wanted: str) -> NDArray:
    """Return the images in 0..1 as (N, H, W, 1), or the labels as rows: the target."""
    return scale(images) if wanted == "x" else one_hot(labels, CLASSES)


def _x(change: Function) -> Function:
    """Return a way to prepare that does something else to images that are prepared."""
    return but(prepare, x=lambda images, labels: change(scale(images)))


def _y(change: Function) -> Function:
    """Return a way to prepare that does something else to rows that are right."""
    return but(prepare, y=lambda images, labels: change(one_hot(labels, CLASSES)))


PREPARE_MISTAKES = (
    Mistake(
        "The pixels of x still go up to 255: divide.",
        but(prepare, x=lambda i, _: i[..., np.newaxis].astype(np.float32)),
    ),
    Mistake(
        "x is divided by 256. White is 255, and must become 1.",
        _x(lambda x: x * np.float32(255 / 256)),
    ),
    Mistake(
        "x has lost its decimals: divide with `/`, not `//`, and in float32.",
        but(prepare, x=lambda i, _: (i[..., np.newaxis] // 255).astype(np.float32)),
    ),
    Mistake(
        "x lacks the axis of the channels, which comes last: (N, H, W, 1).",
        _x(lambda x: x[..., 0]),
    ),
    Mistake(
        "The channels of x come before height and width; here they come last.",
        _x(lambda x: x.transpose(0, 3, 1, 2)),
    ),
    Mistake(
        "The new axis of x stands in front; it comes last.",
        _x(lambda x: x[..., 0][np.newaxis]),
    ),
    Mistake(
        "Each image of x is one long row. A convolution needs its height and width.",
        _x(lambda x: x.reshape(len(x), -1)),
    ),
    Mistake("x goes from −1 to 1; 0 to 1 is wanted.", _x(lambda x: 2 * x - 1)),
    Mistake(
        "x is divided by the largest pixel there is. Divide by 255: one image must not depend on the others.",
        _x(lambda x: x / x.max()),
    ),
    Mistake(
        "Each image of x is divided by its own largest pixel. Divide by 255, or a dark image becomes bright.",
        _x(lambda x: x / x.max(axis=(1, 2, 3), keepdims=True)),
    ),
    Mistake("Black and white of x are exchanged.", _x(lambda x: 1 - x)),
    Mistake("The mean of x is subtracted.", _x(lambda x: x - x.mean())),
    Mistake(
        "y holds the numbers of the classes. A row of ten numbers is wanted for each label.",
        but(prepare, y=lambda _, labels: labels.astype(np.float32)),
    ),
    Mistake(
        "y holds the numbers of the classes in a column. A row of ten numbers is wanted for each label.",
        but(prepare, y=lambda _, labels: labels[:, np.newaxis].astype(np.float32)),
    ),
    Mistake(
        "y has a column for each label. Each label is a row, (N, 10).",
        _y(lambda y: y.T.copy()),
    ),
    Mistake(
        "y has too few columns where the last classes do not occur: there are always ten.",
        but(prepare, y=lambda _, labels: one_hot(labels, int(labels.max()) + 1)),
    ),
    Mistake(
        "The 1 stands one place too far to the right: class 0 has the first place.",
        _y(lambda y: np.roll(y, 1, axis=1)),
    ),
    Mistake(
        "The 1 stands one place too far to the left: class 0 has the first place.",
        _y(lambda y: np.roll(y, -1, axis=1)),
    ),
    Mistake("In y, 0 and 1 are exchanged.", _y(lambda y: 1 - y)),
    Mistake(
        "y holds the class's number in the place of the 1.",
        but(
            prepare,
            y=lambda _, labels: (
                one_hot(labels, CLASSES) * labels[:, np.newaxis].astype(np.float32)
            ),
        ),
    ),
    Mistake(
        "The numbers of y are right, but they are integers: float32 is wanted, as for x.",
        _y(lambda y: y.astype(int)),
    ),
    Mistake(
        "x and y are exchanged: return x first.",
        lambda i, labels, wanted: prepare(i, labels, "y" if wanted == "x" else "x"),
    ),
    Mistake(
        "Only x is returned: `return x, y` returns both.",
        lambda i, labels, _: scale(i),
    ),
)
