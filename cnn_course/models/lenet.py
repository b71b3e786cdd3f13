"""LeNet-5 as published, and the dense version that is usually built under its name.

LeCun, Bottou, Bengio and Haffner (1998), Gradient-based learning applied to document recognition,
Proceedings of the IEEE 86(11).
"""

from typing import Any

import keras
import numpy as np
from keras import ops
from numpy.typing import NDArray

from cnn_course.architectures import LENET5, LENET5_DENSE, Row
from cnn_course.models import build as built
from cnn_course.models.lenet_layers import (
    RadialBasis,
    SparseConv2D,
    Subsampling,
    fan_in,
    register,
    scaled_tanh,
)

# Our own drawing, 7 by 12 pixels each; the paper prints its own as a picture only (Figure 3).
DIGITS = """
....... ....... ....... ....... ....... ....... ....... ....... ....... .......
..###.. ...##.. .#####. .#####. ....##. ####### ..####. ####### .#####. .####..
.##.##. ..###.. ##...## ##...## ...###. ##..... .##.... ##...## ##...## ##..##.
##...## .####.. .....## .....## ..####. ##..... ##..... .....## ##...## ##...##
##...## ...##.. .....## .....## .##.##. ##..... ##..... ....##. .##.##. ##...##
##...## ...##.. ....##. ..####. ##..##. ######. ##.###. ....##. ..###.. ##..###
##...## ...##.. ...##.. .....## ##..##. .....## ###..## ...##.. .##.##. .###.##
##...## ...##.. ..##... .....## ####### .....## ##...## ...##.. ##...## .....##
##...## ...##.. .##.... .....## ....##. .....## ##...## ..##... ##...## .....##
.##.##. ...##.. ##..... ##...## ....##. ##...## .##..## ..##... ##...## ....##.
..###.. .###### ####### .#####. ....##. .#####. ..####. ..##... .#####. .####..
....... ....... ....... ....... ....... ....... ....... ....... ....... .......
"""


def digit_targets() -> NDArray[np.float32]:
    """Return the ten digits as vectors (10, 84) of -1 for paper and +1 for ink, row after row."""
    lines = [line.split() for line in DIGITS.split("\n") if line]
    digits = zip(
        *lines, strict=True
    )  # from lines of ten digits to digits of twelve lines
    ink = [[mark == "#" for mark in "".join(digit)] for digit in digits]
    return np.where(ink, 1, -1).astype(np.float32)


def prepare(images: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Put digits (N, 28, 28) in 0..255 in the middle of images (N, 32, 32, 1), as the paper does.

    Paper becomes -0.1 and ink 1.175 (section II-B). The mean is near 0, as the paper says; a variance of
    "roughly 1" cannot come from these two numbers: 0.41 is the most. For MNIST it is 0.12.

    Raises:
        ValueError: the images have another shape or are no uint8.
    """
    if images.shape[1:] != (28, 28) or images.dtype != np.uint8:
        raise ValueError(
            f"prepare takes images (N, 28, 28) in uint8, not {images.shape} in {images.dtype}."
        )
    framed = np.pad(images, ((0, 0), (2, 2), (2, 2)))[..., None]
    return -0.1 + framed.astype(np.float32) * np.float32(1.275 / 255)


# The functions that the rows name and Keras does not have.
ACTIVATIONS = {"scaled_tanh": scaled_tanh}


def _conv(row: Row) -> keras.layers.Layer:
    activation = ACTIVATIONS[row.activation]
    if row.sees:
        return SparseConv2D(row.kernel, row.sees, activation, name=row.name)
    start = fan_in(row.kernel**2 * row.inputs)
    return built.conv(row, activation=activation, kernel_initializer=start)


def _dense(row: Row) -> keras.layers.Layer:
    activation, start = ACTIVATIONS[row.activation], fan_in(row.inputs)
    return built.dense(row, activation=activation, kernel_initializer=start)


def _subsampling(row: Row) -> keras.layers.Layer:
    return Subsampling(ACTIVATIONS[row.activation], name=row.name)


def lenet5(
    targets: NDArray[np.float32] | None = None, probabilities: bool = False
) -> keras.Model:
    """Return LeNet-5 of 1998 (section II-B, Figure 2), from (N, 32, 32, 1) to distances (N, 10).

    C1 6@28x28, S2 6@14x14, C3 16@10x10, S4 16@5x5, C5 120, F6 84, ten distances; 60,000 parameters:
    156 + 12 + 1,516 + 32 + 48,120 + 10,164. The digit with the smallest distance is the answer.
    Train it with `penalty`; `prepare` makes its images.

    As in the paper: C3 by Table I, pooling that learns, 1.7159 tanh(2/3 a), weights between -2.4/F and
    2.4/F for units of F inputs (appendix A). Left open there, and chosen here: the pixels of the targets
    (`digit_targets`); biases start at 0, the factors of S2 and S4 at 1/4; "a sigmoidal function" after S2
    and S4 is the same one. Its second-order training (appendix C) is not here.

    Args:
        targets: ten vectors (10, 84) of -1 and +1; the paper also mentions random ones.
        probabilities: put a softmax of the negative distances at the end. The paper has none; with the
            cross-entropy it is its equation 9 without the constant class.

    Raises:
        ValueError: the targets have another shape.
    """
    targets = digit_targets() if targets is None else np.asarray(targets)
    wanted = (LENET5.rows[-1].outputs, LENET5.rows[-1].inputs)
    if targets.shape != wanted:
        raise ValueError(f"The targets must be {wanted}, not {targets.shape}.")
    makers = {"conv": _conv, "dense": _dense, "subsampling": _subsampling}
    makers["rbf"] = lambda row: RadialBasis(targets, name=row.name)
    model = built.build(LENET5, makers)
    if not probabilities:
        return model
    scores = keras.layers.Rescaling(-1.0, name="negative")(model.output)
    ends = keras.layers.Softmax(name="probabilities")(scores)
    return keras.Model(model.input, ends, name=model.name)


@register
def penalty(labels: Any, distances: Any) -> Any:
    """Return the distance of each image to the target of its label, (N,) and (N, 10) to (N,) (equation 8).

    It asks nothing of the other classes, which works because the targets are fixed.
    """
    labels = ops.cast(ops.reshape(labels, (-1, 1)), "int32")
    return ops.take_along_axis(distances, labels, axis=1)[:, 0]


def lenet_dense(classes: int = 10) -> keras.Model:
    """Return LeNet as it is usually rebuilt, from (N, 32, 32, 1) to probabilities (N, classes).

    The sizes of LeNet-5, with other layers: every filter of C3 sees all six maps, S2 and S4 are means that
    learn nothing, tanh is not scaled, a dense layer with a softmax stands in the place of the distances.
    61,706 parameters: 156 + 2,416 + 48,120 + 10,164 + 850. Weights start as Keras has it (Glorot and
    Bengio 2010).
    """
    return built.build(built.with_classes(LENET5_DENSE, classes))
