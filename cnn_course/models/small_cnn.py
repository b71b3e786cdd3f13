"""The small network that the course trains first in Keras: three convolutions, three poolings, two dense."""

import keras

from cnn_course import shapes
from cnn_course.architectures import Architecture, Row
from cnn_course.models.build import build

# Filters of the three convolutions, and units of the layer before the last.
FILTERS = (32, 64, 64)
UNITS = 64

_OPEN = (
    "Keras' tutorial for MNIST, as the course's source note 002 changes it; no paper describes it.",
    "The note pads its second convolution once with zeros and once not at all; its table of shapes has "
    "7 by 7 after the second pooling, which needs the zeros.",
    "The note prints strides of 1 for the poolings beside sizes that halve; Keras' default halves.",
    "Weights start as Keras has it: Glorot and Bengio (2010), biases at 0.",
)


def table(
    input_shape: tuple[int, int, int] = (28, 28, 1), classes: int = 10
) -> Architecture:
    """Return the network's rows for images (H, W, C); a map shrinks to a half, rounded down, three times.

    Raises:
        ValueError: the images are less than 8 pixels high or wide.

    >>> table().row("dense1").inputs, table((32, 48, 3)).row("dense1").inputs
    (576, 1536)
    """
    rows, (h, w, c) = [], input_shape
    for number, filters in enumerate(FILTERS, start=1):
        name = f"conv{number}"
        rows.append(Row(name, "conv", c, filters, 3, 1, "same", activation="relu"))
        c = filters
        rows.append(Row(f"pool{number}", "max_pool", c, c, 2, 2))
        _, h, w, _ = shapes.pool_output_shape((1, h, w, c), 2)
    rows += [
        Row("dense1", "dense", h * w * c, UNITS, activation="relu"),
        Row("dense2", "dense", UNITS, classes, activation="softmax"),
    ]
    return Architecture("small CNN", "", input_shape, tuple(rows), _OPEN, {})


def small_cnn(
    input_shape: tuple[int, int, int] = (28, 28, 1), classes: int = 10
) -> keras.Model:
    """Return the small network, from images (N, H, W, C) in 0..1 to probabilities (N, classes).

    =======  ============  ==================================  ==========
    layer    output shape  weights and biases                  parameters
    =======  ============  ==================================  ==========
    conv1    (28, 28, 32)  3 · 3 · 1 · 32 + 32                        320
    pool1    (14, 14, 32)                                               0
    conv2    (14, 14, 64)  3 · 3 · 32 · 64 + 64                    18,496
    pool2    (7, 7, 64)                                                 0
    conv3    (7, 7, 64)    3 · 3 · 64 · 64 + 64                    36,928
    pool3    (3, 3, 64)                                                 0
    dense1   (64,)         576 · 64 + 64                           36,928
    dense2   (10,)         64 · 10 + 10                               650
    total                                                          93,322
    =======  ============  ==================================  ==========

    With other images only conv1 and dense1 have another number of parameters. What the source leaves open
    is in ``table().open``.

    Raises:
        ValueError: the images are less than 8 pixels high or wide.
    """
    return build(table(input_shape, classes))
