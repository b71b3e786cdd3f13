"""Every layer with options and inputs that fit it, for the tests that hold for all layers.

A new layer needs a row in `PLAIN` and one in `OPTIONS`; until then the tests say so.
"""

import math
from dataclasses import is_dataclass

import numpy as np
from hypothesis import strategies as st

from cnn_course import layers
from cnn_course.layers import Layer

IMAGES, ROWS, ANY = "images", "rows", "images or rows"


def subclasses(kind):
    for child in kind.__subclasses__():
        yield child
        yield from subclasses(child)


def is_public(kind):
    # What several layers share has a name with an underscore, or is no dataclass.
    ours = kind.__module__.startswith("cnn_course.layers")
    return ours and kind.__name__[0] != "_" and is_dataclass(kind)


KINDS = sorted(filter(is_public, set(subclasses(Layer))), key=lambda k: k.__name__)

# One of each, and what goes in: no two sizes are equal, and no window divides the image.
SIZES = {IMAGES: (2, 7, 11, 3), ROWS: (2, 9), ANY: (2, 7, 11, 3)}
PLAIN = {
    layers.AveragePool2D: (((2, 4), (3, 2), (0, 1)), IMAGES),
    layers.BatchNorm: ((0.7, 0.05), ANY),
    layers.Conv2D: ((6, (4, 5), (1, 2), (1, 0)), IMAGES),
    layers.Dense: ((5,), ROWS),
    layers.Dropout: ((0.4,), ANY),
    layers.Flatten: ((), ANY),
    layers.GlobalAveragePool: ((), IMAGES),
    layers.GlobalMaxPool: ((), IMAGES),
    layers.LeakyReLU: ((0.2,), ANY),
    layers.MaxPool2D: (((2, 4), (3, 2), (0, 1)), IMAGES),
    layers.MinPool2D: (((2, 4), (3, 2), (0, 1)), IMAGES),
    layers.ReLU: ((), ANY),
    layers.Sigmoid: ((), ANY),
    layers.Tanh: ((), ANY),
}


def plain(kind, dtype=np.float64):
    """Return a layer of that kind, ready for use, and a batch for it."""
    assert kind in PLAIN, f"{kind.__name__} has no row in PLAIN: give it one"
    options, takes = PLAIN[kind]
    return ready(kind(*options), SIZES[takes], 1, dtype), batch(SIZES[takes], 2, dtype)


def ready(layer, x_shape, seed, dtype=np.float64):
    """Build a layer, and let none of its numbers be as they are built: biases of zero hide."""
    rng = np.random.default_rng(seed)
    layer.build(x_shape[1:], rng, dtype)
    for kept in (layer.parameters, layer.state):
        for name, array in kept.items():
            kept[name] = (array + rng.uniform(0.1, 2, array.shape)).astype(dtype)
    return layer


def batch(shape, seed, dtype=np.float64):
    """Draw numbers from -2 to 2, none of them equal and none zero: no small step makes another win."""
    count = math.prod(shape)
    places = np.random.default_rng(seed).permutation(count)
    return (
        ((places + 0.5 - count // 2) * 4 / max(count, 1)).reshape(shape).astype(dtype)
    )


def forward(layer, x, training=False):
    """Go forwards with the same random numbers every time."""
    layer.random = np.random.default_rng(5)
    return layer.forward(x, training)


def edges(padding):
    """Return any padding but "same" as ((top, bottom), (left, right))."""
    padding = 0 if padding == "valid" else padding
    rows, cols = padding if isinstance(padding, tuple) else (padding, padding)
    return tuple(p if isinstance(p, tuple) else (p, p) for p in (rows, cols))


def paddings(most):
    """Draw everything that padding may be, up to ``most`` at the height and at the width."""
    axes = [
        st.integers(0, m) | st.tuples(st.integers(0, m), st.integers(0, m))
        for m in most
    ]
    words = st.sampled_from(["same", "valid"])
    return words | st.integers(0, min(most)) | st.tuples(*axes)


@st.composite
def windows(draw, pooling):
    """Draw a window, its stride, its padding, and height and width of an image that it fits in."""
    kernel = draw(
        st.permutations(range(1, 6)).map(lambda k: tuple(k[:2])) | st.just((1, 1))
    )
    stride = draw(
        st.integers(1, 3)
        | st.tuples(st.integers(1, 6), st.integers(1, 6))
        | (st.none() if pooling else st.nothing())
    )
    # A pooling window with padding only has nothing to keep.
    most = [min(k - 1, 3) for k in kernel] if pooling else (3, 3)
    padding = draw(paddings(most))
    around = kernel if padding == "same" else map(sum, edges(padding))
    least = [max(1, k - p) for k, p in zip(kernel, around, strict=True)]
    h, w = (number + draw(st.integers(0, 5)) for number in least)
    return (kernel, stride, padding), (h, w + (h == w > 1))


def convolutions(rest):
    filters, bias = st.integers(1, 4), st.booleans()
    init = st.sampled_from(["he", "glorot"])
    return st.tuples(windows(pooling=False), filters, bias, init).map(
        lambda c: ((c[1], *c[0][0], c[2], c[3]), (rest[0], *c[0][1], rest[1]))
    )


def poolings(rest):
    return windows(pooling=True).map(lambda c: (c[0], (rest[0], *c[1], rest[1])))


def images(*options):
    """Draw images for a layer that takes any, and its options."""

    def with_rest(rest):
        sides = st.permutations(range(1, 7)).map(lambda s: s[:2])
        shapes = (sides | st.just([1, 1])).map(lambda s: (rest[0], *s, rest[1]))
        return st.tuples(st.tuples(*options), shapes)

    return with_rest


def rows(*options):
    return lambda rest: st.tuples(st.tuples(*options), st.just(rest))


def both(*options):
    return lambda rest: images(*options)(rest) | rows(*options)(rest)


# (batch, channels) -> options and the shape of a batch
OPTIONS = {
    layers.AveragePool2D: poolings,
    layers.BatchNorm: both(st.floats(0, 0.99), st.floats(1e-3, 0.1)),
    layers.Conv2D: convolutions,
    layers.Dense: rows(st.integers(1, 6), st.booleans()),
    layers.Dropout: both(st.floats(0, 0.9)),
    layers.Flatten: both(),
    layers.GlobalAveragePool: images(),
    layers.GlobalMaxPool: images(),
    # TensorFlow keeps this number in float32 even where all others are float64.
    layers.LeakyReLU: both(st.floats(0, 0.875, width=32)),
    layers.MaxPool2D: poolings,
    layers.MinPool2D: poolings,
    layers.ReLU: both(),
    layers.Sigmoid: both(),
    layers.Tanh: both(),
}


@st.composite
def cases(draw, kind):
    """Draw a layer of that kind that is not built, the shape of a batch for it, and a seed."""
    assert kind in OPTIONS, f"{kind.__name__} has no row in OPTIONS: give it one"
    n, c = draw(st.permutations(range(1, 5)))[:2]
    options, shape = draw(OPTIONS[kind]((n, c)))
    return kind(*options), shape, draw(st.integers(0, 2**32 - 1))
