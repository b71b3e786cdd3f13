"""What is measured: seven convolutions, two poolings, an epoch of two networks."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cnn_course import datasets
from cnn_course.initializers import glorot
from cnn_course.shapes import (
    conv_output_shape,
    conv_parameters,
    dense_parameters,
    output_size,
)

Arrays = dict[str, NDArray]
SIDE, CLASSES = 28, 10  # of the networks' digits


@dataclass(frozen=True)
class Convolution:
    """A layer of square filters, forward and backward; ``images`` is (N, H, W, C)."""

    name: str
    images: tuple[int, int, int, int]
    filters: int
    kernel: int
    stride: int = 1
    padding: int = 0
    first: bool = False  # its input is the images, whose gradient training skips
    input_gradient: bool = True

    @property
    def label(self) -> str:
        """The name, and whether the gradient for the input is left out."""
        return self.name if self.input_gradient else f"{self.name}, no dx"

    @property
    def weights(self) -> tuple[int, int, int, int]:
        """The filters' shape (KH, KW, C, F)."""
        return self.kernel, self.kernel, self.images[3], self.filters

    @property
    def output(self) -> tuple[int, int, int, int]:
        """The output's shape (N, OH, OW, F)."""
        return conv_output_shape(self.images, self.weights, self.stride, self.padding)


@dataclass(frozen=True)
class Pooling:
    """Max pooling, forward and backward; ``images`` is (N, H, W, C)."""

    name: str
    images: tuple[int, int, int, int]
    size: int
    stride: int

    @property
    def label(self) -> str:
        """The name."""
        return self.name

    @property
    def output(self) -> tuple[int, int, int, int]:
        """The output's shape (N, OH, OW, C)."""
        n, h, w, c = self.images
        oh, ow = (output_size(side, self.size, self.stride) for side in (h, w))
        return n, oh, ow, c


@dataclass(frozen=True)
class Network:
    """An epoch of training: convolution, ReLU, 2x2 pooling for each of ``filters``; then two dense layers."""

    name: str
    filters: tuple[int, ...]
    kernel: int
    padding: int
    hidden: int
    batch_size: int
    images: int = 10_000

    @property
    def label(self) -> str:
        """The name."""
        return self.name

    @property
    def last_map(self) -> tuple[int, int, int]:
        """What the first dense layer takes: (H, W, C)."""
        side = SIDE
        for _ in self.filters:
            side = output_size(side, self.kernel, 1, self.padding) // 2
        return side, side, self.filters[-1]

    @property
    def weights(self) -> list[tuple[int, ...]]:
        """The shapes of the filters (KH, KW, C, F), then of the matrices (inputs, units)."""
        channels = (1, *self.filters)
        filters = [
            (self.kernel, self.kernel, *pair)
            for pair in zip(channels, self.filters, strict=False)
        ]
        inputs = int(np.prod(self.last_map))
        return [*filters, (inputs, self.hidden), (self.hidden, CLASSES)]

    @property
    def parameters(self) -> int:
        """How many numbers it learns."""
        *filters, first, second = self.weights
        return (
            sum(conv_parameters(shape) for shape in filters)
            + dense_parameters(*first)
            + dense_parameters(*second)
        )


Case = Convolution | Pooling | Network

CONVOLUTIONS = (
    # LeCun, Bottou, Bengio and Haffner 1998, C1 and C3 (here each filter sees every map)
    Convolution("LeNet conv1", (100, 28, 28, 1), 6, 5, padding=2, first=True),
    Convolution("LeNet conv2", (100, 14, 14, 6), 16, 5),
    # the three of KERAS_CNN below
    Convolution("Keras conv1", (64, 28, 28, 1), 32, 3, padding=1, first=True),
    Convolution("Keras conv2", (64, 14, 14, 32), 64, 3, padding=1),
    Convolution("Keras conv3", (64, 7, 7, 64), 64, 3, padding=1),
    # Simonyan and Zisserman 2015: all of 3x3, "same"
    Convolution("VGG-like", (8, 56, 56, 64), 64, 3, padding=1),
    # Krizhevsky, Sutskever and Hinton 2012
    Convolution("AlexNet conv1", (8, 227, 227, 3), 96, 11, stride=4, first=True),
)
POOLINGS = (
    Pooling("Max pooling 2x2", (100, 28, 28, 32), 2, 2),
    Pooling("Max pooling 3x3, stride 2", (100, 28, 28, 32), 3, 2),
)
# Chollet 2018, section 5.1, padded and pooled once more, which leaves the count of parameters as it was
KERAS_CNN = Network("93,322 parameters", (32, 64, 64), 3, 1, hidden=64, batch_size=64)
# Saito 2016, chapter 7
SIMPLE = Network("SimpleConvNet", (30,), 5, 0, hidden=100, batch_size=100)
NETWORKS = (KERAS_CNN, SIMPLE)


def all_cases(images: int = 10_000) -> list[Case]:
    """List every row of the table; a first layer has two, with and without the gradient for its input."""
    layers: list[Case] = []
    for case in CONVOLUTIONS:
        layers.append(case)
        if case.first:
            layers.append(replace(case, input_gradient=False))
    return [*layers, *POOLINGS, *(replace(case, images=images) for case in NETWORKS)]


def draw_inputs(case: Case, seed: int = 0) -> Arrays:
    """Draw a layer's x, dy (and w, b), or gather a network's images, labels, and draw its weights."""
    rng = np.random.default_rng(seed)
    if isinstance(case, Network):
        return _network_inputs(case, rng)
    shapes = {"x": case.images, "dy": case.output}
    if isinstance(case, Convolution):
        shapes |= {"w": case.weights, "b": (case.filters,)}
    return {
        name: rng.standard_normal(shape, dtype=np.float32)
        for name, shape in shapes.items()
    }


def _network_inputs(case: Network, rng: np.random.Generator) -> Arrays:
    digits = datasets.load("mnist")  # the small part, repeated until there are enough
    places = range(case.images)
    inputs = {
        "images": datasets.scale(digits.x_train.take(places, axis=0, mode="wrap")),
        "labels": digits.y_train.take(places, mode="wrap").astype(np.int64),
    }
    for number, shape in enumerate(case.weights):
        inputs[f"w{number}"] = glorot(shape, rng).astype(np.float32)
        inputs[f"b{number}"] = np.zeros(shape[-1], np.float32)
    return inputs
