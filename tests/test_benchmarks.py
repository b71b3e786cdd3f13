"""The benchmarks measure what they say: right numbers, fair turns, honest tables. No test looks at a speed."""

from dataclasses import replace

import numpy as np
import pytest

from benchmarks import (
    textbook,
)
from benchmarks.cases import (
    Convolution,
    Network,
    Pooling,
    draw_inputs,
)
from benchmarks.contenders import with_textbook
from cnn_course.conv import conv2d, conv2d_backward
from cnn_course.gradcheck import numerical_gradient, relative_error
from cnn_course.pool import max_pool2d, max_pool2d_backward

LIBRARIES = ["torch", "tensorflow"]
# Like the seven: padded on all sides, not at all, and with a stride that does not reach the edge.
LAYERS = [
    Convolution("same", (3, 8, 9, 2), 4, 5, padding=2),
    Convolution("valid", (2, 9, 7, 3), 5, 4),
    Convolution("leaps", (2, 12, 10, 3), 6, 4, stride=3),
    Convolution("first", (3, 8, 9, 2), 4, 5, padding=2, first=True, input_gradient=False),
    Pooling("tiles", (3, 8, 9, 2), 2, 2),
    Pooling("overlaps", (2, 9, 12, 4), 3, 2),
]  # fmt: skip
TINY = Network("tiny", (3, 4), 3, 1, hidden=6, batch_size=5, images=5, side=8)
UNPADDED = Network("unpadded", (4,), 5, 0, hidden=7, batch_size=6, images=6)
every_layer = pytest.mark.parametrize("case", LAYERS, ids=lambda case: case.name)
every_network = pytest.mark.parametrize("case", [TINY, UNPADDED], ids=lambda c: c.name)
every_library = pytest.mark.parametrize("library", LIBRARIES)


@pytest.fixture
def small_digits(monkeypatch):
    """Cut the images of a tiny network to its side."""

    def cut(case):
        inputs = draw_inputs(case)
        inputs["images"] = inputs["images"][:, 10:][:, : case.side, 10 : 10 + case.side]
        return inputs

    return cut


# the textbook


def first(x):
    return x.transpose(0, 3, 1, 2)


@pytest.mark.parametrize(("stride", "padding"), [(1, 0), (1, 2), (2, 1), (3, 0)])
def test_the_textbooks_convolution_is_the_packages(stride, padding):
    rng = np.random.default_rng(1)
    x, w, b = rng.normal(size=(2, 8, 9, 3)), rng.normal(size=(4, 4, 3, 5)), rng.normal(size=5)  # fmt: skip
    layer = textbook.Convolution(w.transpose(3, 2, 0, 1), b, stride, padding)
    y = conv2d(x, w, b, stride, padding)
    dy = rng.normal(size=y.shape)
    dx, dw, db = conv2d_backward(dy, x, w, stride, padding)
    np.testing.assert_allclose(layer.forward(first(x)), first(y), atol=1e-12)
    np.testing.assert_allclose(layer.backward(first(dy)), first(dx), atol=1e-12)
    np.testing.assert_allclose(layer.dw, dw.transpose(3, 2, 0, 1), atol=1e-12)
    np.testing.assert_allclose(layer.db, db, atol=1e-12)


@pytest.mark.parametrize(("size", "stride"), [(2, 2), (3, 2), (4, 3)])
def test_the_textbooks_pooling_is_the_packages(size, stride):
    rng = np.random.default_rng(2)
    x = rng.integers(0, 3, (2, 8, 9, 3)).astype(float)  # with ties
    layer = textbook.Pooling(size, stride)
    y = max_pool2d(x, size, stride)
    dy = rng.normal(size=y.shape)
    dx = max_pool2d_backward(dy, x, size, stride)
    np.testing.assert_array_equal(layer.forward(first(x)), first(y))
    np.testing.assert_allclose(layer.backward(first(dy)), first(dx), atol=1e-12)


@every_network
def test_the_textbooks_gradients_are_those_of_finite_differences(case, small_digits):
    inputs = small_digits(case)
    network = with_textbook.build(replace(case, filters=case.filters[:1]), inputs) if False else with_textbook.build(case, inputs)  # fmt: skip
    x, labels = first(inputs["images"].astype(float)), inputs["labels"]
    network.gradients(x, labels)
    for layer in [layer for layer in network.layers if hasattr(layer, "w")]:
        kept, gradient = layer.b, layer.db

        def loss(b, layer=layer):
            layer.b = b
            return network.gradients(x, labels)

        assert relative_error(gradient, numerical_gradient(loss, kept)) < 1e-6
        layer.b = kept
