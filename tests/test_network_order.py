"""In training, a ReLU is computed behind the max pooling that follows it: nobody may see a difference."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnn_course.layers import (
    AveragePool2D,
    Conv2D,
    Dense,
    Flatten,
    LeakyReLU,
    MaxPool2D,
    MinPool2D,
    ReLU,
)
from cnn_course.network import Sequential


def computed(network, x, training):
    """Run the network; return the layers' kinds in the order in which they were computed."""
    order = []
    with pytest.MonkeyPatch.context() as patch:
        for layer in network.layers:

            def forward(x, training, layer=layer):
                order.append(layer)
                return type(layer).forward(layer, x, training)

            patch.setattr(layer, "forward", forward)
        network.forward(x, training)
    return [type(layer) for layer in order]


@pytest.mark.parametrize(
    ("given_order", "in_training"),
    [
        ([ReLU, MaxPool2D], [MaxPool2D, ReLU]),
        ([ReLU, MaxPool2D, MaxPool2D], [MaxPool2D, MaxPool2D, ReLU]),
        ([ReLU, MaxPool2D, ReLU, MaxPool2D], [MaxPool2D, ReLU, MaxPool2D, ReLU]),
        # Slopes can be rounded to equal numbers, and the smallest pixel or the mean is another.
        ([LeakyReLU, MaxPool2D], [LeakyReLU, MaxPool2D]),
        ([ReLU, AveragePool2D], [ReLU, AveragePool2D]),
        ([ReLU, MinPool2D], [ReLU, MinPool2D]),
        ([MaxPool2D, ReLU], [MaxPool2D, ReLU]),
    ],
)
def test_only_a_relu_before_a_max_pooling_waits(given_order, in_training):
    layers = [
        kind() if kind in (ReLU, LeakyReLU) else kind(1, 1) for kind in given_order
    ]
    network = Sequential([*layers, Flatten(), Dense(2)], (3, 3, 1))
    x = np.ones((2, 3, 3, 1), np.float32)
    assert computed(network, x, training=True)[:-2] == in_training
    assert computed(network, x, training=False)[:-2] == given_order
    assert network.layers[:-2] == layers


@settings(max_examples=60)
@given(
    size=st.tuples(st.integers(1, 3), st.integers(1, 3)),
    stride=st.integers(1, 3),
    padding=st.sampled_from([0, "same"]),
    seed=st.integers(0, 10**6),
)
def test_scores_and_gradients_are_those_of_the_given_order(size, stride, padding, seed):
    rng = np.random.default_rng(seed)
    # Few different numbers: many pixels of a window are equal, above, at and below 0.
    layers = [Conv2D(2, 1), ReLU(), MaxPool2D(size, stride, padding)]
    network = Sequential([*layers, Flatten(), Dense(3)], (5, 4, 2), seed, np.float64)
    network.layers[0].parameters["w"][...] = rng.integers(-1, 2, (1, 1, 2, 2))
    network.layers[0].parameters["b"][...] = rng.integers(-1, 2, 2)
    x = rng.integers(-2, 3, (2, 5, 4, 2)).astype(np.float64)

    y = x
    for layer in network.layers:
        y = layer.forward(y, training=True)
    dx = dy = rng.normal(size=y.shape)
    for layer in reversed(network.layers):
        dx = layer.backward(dx)
    expected = network.gradients

    np.testing.assert_array_equal(network.forward(x, training=True), y)
    network.backward(dy)
    for name, gradient in network.gradients.items():
        np.testing.assert_array_equal(gradient, expected[name])
    np.testing.assert_array_equal(network.input_gradient(dy), dx)


def test_a_pass_that_does_not_train_is_followed_backwards_in_the_given_order():
    network = Sequential([ReLU(), MaxPool2D(2), Flatten(), Dense(2)], (4, 4, 1))
    x = np.random.default_rng(0).normal(size=(3, 4, 4, 1)).astype(np.float32)
    dy = np.ones((3, 2), np.float32)
    found = []
    for training in (True, False, True):
        network.forward(x, training)
        found.append(network.input_gradient(dy))
    np.testing.assert_array_equal(found[0], found[1])
    np.testing.assert_array_equal(found[0], found[2])
