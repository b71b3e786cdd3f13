"""Assignment 8, part 5: a network as a list of layers, and what a check can see of one.

A student's network may be a stand-in for objects in a sandbox: its layers are only called and read here.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnn_course import layers
from cnn_course.checks.core import Mistake

Function = Callable[..., Any]
Network = list[layers.Layer]
Shape = tuple[int, ...]


def built(network: Network, shape: Shape, seed: int | None = 0) -> Network:
    """Build each layer for what comes out of the one before; return the network."""
    rng = np.random.default_rng(seed)
    for layer in network:
        layer.build(shape, rng)
        shape = layer.output_shape(shape)
    return network


def plan(filters: int, classes: int, **other: Any) -> Network:
    """Return the layers, not built; ``other`` ones in the place of some, None for a layer left out."""
    network = {
        "conv": layers.Conv2D(filters, 3),
        "relu": layers.ReLU(),
        "pool": layers.MaxPool2D(2),
        "flatten": layers.Flatten(),
        "dense": layers.Dense(classes),
        "last": None,
    } | other
    return [layer for layer in network.values() if layer is not None]


def make_network(shape: Shape, filters: int, classes: int, seed: int) -> Network:
    """Return the small network: the target."""
    return built(plan(filters, classes), shape, seed)


# What a check sees


def scores(network: Any, x: NDArray) -> Any:
    """Return what comes out of the last layer for images x."""
    for layer in network:
        x = layer.forward(x)
    return x


def weights(network: Any) -> list[NDArray]:
    """Return all that the network learns, in its order: filters, biases, weights, biases."""
    found = [layer.parameters for layer in network]
    return [part[name] for part in found for name in ("w", "b") if name in part]


def parameters(network: Any) -> list[int]:
    """Return how many numbers each layer learns."""
    return [sum(array.size for array in layer.parameters.values()) for layer in network]


def set_weights(network: Any, arrays: tuple[NDArray, ...]) -> Any:
    """Give copies of weights to the layers that learn, in their order; return the network."""
    given = iter(arrays)
    for layer in network:
        names = [name for name in ("w", "b") if name in layer.parameters]
        if names:
            pairs = zip(names, given, strict=False)
            layer.parameters = {name: array.copy() for name, array in pairs}
    return network


def seen(make: Function) -> Function:
    """Return a function that tells one thing of the networks that ``make`` makes.

    It is handed what ``make`` takes, then weights and images, then what is ``wanted``: how many
    "parameters" each layer has, the "scores" with these weights, or how the weights "start".
    """

    def seen_of(  # noqa: PLR0917 -- students see a case by these names
        shape: Shape,
        filters: int,
        classes: int,
        seed: int,
        kernel: NDArray,
        kernel_bias: NDArray,
        dense: NDArray,
        dense_bias: NDArray,
        x: NDArray,
        wanted: str,
    ) -> Any:
        network = make(shape, filters, classes, seed)
        if not isinstance(network, list | tuple):
            return network
        if wanted == "parameters":
            return parameters(network)
        if wanted == "scores":
            given = kernel, kernel_bias, dense, dense_bias
            return scores(set_weights(network, given), x)
        again = weights(make(shape, filters, classes, seed))
        other = weights(make(shape, filters, classes, seed + 1))
        return _drawn(weights(network), again, other)

    seen_of.__name__ = getattr(make, "__name__", "make_network")
    return seen_of


def _drawn(first: list, again: list, other: list) -> NDArray:
    """Return, as 0 or 1: whether a seed gives the same weights again, another one others, and float32."""
    return np.array(
        [
            all(map(np.array_equal, first, again)),
            not any(map(np.array_equal, first[::2], other[::2])),
            all(array.dtype == np.float32 for array in first),
        ],
        int,
    )


# The ways to miss it


def _with(shape: Shape | None = None, **other: Any) -> Function:
    """Return a way to make the network with ``other`` layers, each a function of filters and classes."""

    def make(shape: Shape, filters: int, classes: int, seed: int) -> Network:
        made = {k: f and f(filters, classes) for k, f in other.items()}
        return built(plan(filters, classes, **made), shape, seed)

    return make


def _each_for_the_image(shape: Shape, filters: int, classes: int, seed: int) -> Network:
    network, rng = plan(filters, classes), np.random.default_rng(seed)
    for layer in network:
        layer.build(shape, rng)
    return network


def _for_garments(shape: Shape, filters: int, classes: int, seed: int) -> Network:
    network, rng = plan(filters, classes), np.random.default_rng(seed)
    network[0].build(shape, rng)
    network[-1].build((13 * 13 * filters,), rng)
    return network


NETWORK_MISTAKES = (
    Mistake(
        "The layers have no weights yet: call build of each.",
        lambda shape, filters, classes, seed: plan(filters, classes),
    ),
    Mistake(
        "Every layer is built for the shape of the image. Each sees what the one before it gives: "
        "shape = layer.output_shape(shape).",
        _each_for_the_image,
    ),
    Mistake(
        "Flatten is missing: Dense takes rows of numbers, not images.",
        _with(flatten=None),
    ),
    Mistake("The ReLU is missing.", _with(relu=None)),
    Mistake(
        "The ReLU stands before the convolution; it comes after it.",
        lambda shape, filters, classes, seed: built(
            [layers.ReLU(), *plan(filters, classes, relu=None)], shape, seed
        ),
    ),
    Mistake(
        "The dense layer is always built for maps of 13 by 13: use layer.output_shape.",
        _for_garments,
    ),
    Mistake("The pooling is missing.", _with(pool=None)),
    Mistake(
        "The pooling takes the mean of each window; the largest is wanted.",
        _with(pool=lambda *_: layers.AveragePool2D(2)),
    ),
    Mistake(
        "The pooling goes on by one pixel. Its windows touch: leave its stride out.",
        _with(pool=lambda *_: layers.MaxPool2D(2, 1)),
    ),
    Mistake(
        "The windows of the pooling are 3 by 3; 2 by 2 is wanted.",
        _with(pool=lambda *_: layers.MaxPool2D(3)),
    ),
    Mistake(
        "The pooling takes the whole map. That is another network: Flatten follows a MaxPool2D.",
        _with(pool=lambda *_: layers.GlobalMaxPool(), flatten=None),
    ),
    Mistake(
        "The kernel is 5 by 5; 3 by 3 is wanted.",
        _with(conv=lambda filters, _: layers.Conv2D(filters, 5)),
    ),
    Mistake(
        "The kernel is 2 by 2; 3 by 3 is wanted.",
        _with(conv=lambda filters, _: layers.Conv2D(filters, 2)),
    ),
    Mistake(
        "The convolution pads the image; no padding is wanted.",
        _with(conv=lambda filters, _: layers.Conv2D(filters, 3, padding="same")),
    ),
    Mistake(
        "The convolution has a stride of 2; a stride of 1 is wanted.",
        _with(conv=lambda filters, _: layers.Conv2D(filters, 3, stride=2)),
    ),
    Mistake(
        "The biases are missing.",
        _with(
            conv=lambda filters, _: layers.Conv2D(filters, 3, bias=False),
            dense=lambda _, classes: layers.Dense(classes, bias=False),
        ),
    ),
    Mistake(
        "Filters and classes are exchanged: Conv2D makes the filters, Dense the classes.",
        lambda shape, filters, classes, seed: make_network(
            shape, classes, filters, seed
        ),
    ),
    Mistake(
        "There are always 4 filters: use the number that is given.",
        _with(conv=lambda *_: layers.Conv2D(4, 3)),
    ),
    Mistake(
        "There are always 10 classes: use the number that is given.",
        _with(dense=lambda *_: layers.Dense(10)),
    ),
    Mistake(
        "A second ReLU stands at the end: scores may be negative.",
        _with(last=lambda *_: layers.ReLU()),
    ),
    Mistake(
        "A sigmoid stands at the end. The loss takes the scores themselves.",
        _with(last=lambda *_: layers.Sigmoid()),
    ),
    Mistake(
        "The activation is a sigmoid; a ReLU is wanted.",
        _with(relu=lambda *_: layers.Sigmoid()),
    ),
    Mistake(
        "The activation is tanh; a ReLU is wanted.",
        _with(relu=lambda *_: layers.Tanh()),
    ),
    Mistake(
        "The activation is a leaky ReLU; a plain one is wanted.",
        _with(relu=lambda *_: layers.LeakyReLU()),
    ),
    Mistake(
        "The same seed gives other weights each time: make one generator from `seed`, and hand it to build.",
        lambda shape, filters, classes, seed: built(
            plan(filters, classes), shape, None
        ),
    ),
    Mistake(
        "Every seed gives the same weights: make one generator from `seed`, and hand it to build.",
        lambda shape, filters, classes, seed: make_network(shape, filters, classes, 0),
    ),
)
