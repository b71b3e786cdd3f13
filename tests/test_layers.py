"""What holds for every layer. What is special to one is in the other tests of layers."""

import math

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cnn_course import layers
from cnn_course.conv import conv2d_loops
from cnn_course.gradcheck import numerical_gradient
from cnn_course.shapes import padding_pairs
from tests.layer_cases import (
    KINDS,
    PLAIN,
    ROWS,
    batch,
    cases,
    forward,
    plain,
    ready,
)
from tests.test_pool import mean, pool_loops

every_layer = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
few = settings(max_examples=25)
# All others compute the same in training.
DIFFERENT_IN_TRAINING = (layers.BatchNorm, layers.Dropout)
both_dtypes = st.sampled_from([np.float32, np.float64])


def test_every_layer_is_offered_by_the_package():
    assert {kind.__name__ for kind in KINDS} | {"Layer"} == set(layers.__all__)


@every_layer
def test_every_layer_has_a_row_in_each_table(kind):
    plain(kind)
    cases(kind).validate()
    assert kind in LOOPS, f"{kind.__name__} has no loops in LOOPS: write them"


# forward, against the loops


def number_by_number(f):
    """Return a loop over all numbers."""

    def loops(layer, x):
        numbers = [f(layer, float(number)) for number in x.ravel()]
        return np.array(numbers).reshape(x.shape)

    return loops


def dense_loops(layer, x):
    w = layer.parameters["w"]
    b = layer.parameters.get("b", np.zeros(layer.units))
    y = np.zeros((len(x), layer.units))
    for n, f in np.ndindex(y.shape):
        y[n, f] = b[f] + sum(float(x[n, c]) * float(w[c, f]) for c in range(len(w)))
    return y


def batch_norm_loops(layer, x):
    kept = layer.parameters | layer.state
    y = np.empty(x.shape)
    for *place, c in np.ndindex(x.shape):
        gamma, beta, average, variance = (
            float(kept[name][c]) for name in ("gamma", "beta", "mean", "variance")
        )
        spread = math.sqrt(variance + layer.epsilon)
        y[*place, c] = gamma * (float(x[*place, c]) - average) / spread + beta
    return y


def flatten_loops(layer, x):
    y = np.empty((len(x), x[0].size))
    for n, row in enumerate(y):
        row[:] = [float(x[n, *place]) for place in np.ndindex(x.shape[1:])]
    return y


def pooled(keep):
    return lambda layer, x: pool_loops(x, layer.size, layer.stride, layer.padding, keep)


def whole_channels(keep):
    return lambda layer, x: pool_loops(x, x.shape[1:3], None, 0, keep)[:, 0, 0]


def conv_loops(layer, x):
    w, b = layer.parameters["w"], layer.parameters.get("b")
    return conv2d_loops(x, w, b, layer.stride, layer.padding)


LOOPS = {
    layers.AveragePool2D: pooled(mean),
    layers.BatchNorm: batch_norm_loops,
    layers.Conv2D: conv_loops,
    layers.Dense: dense_loops,
    layers.Dropout: number_by_number(lambda layer, z: z),
    layers.Flatten: flatten_loops,
    layers.GlobalAveragePool: whole_channels(mean),
    layers.GlobalMaxPool: whole_channels(max),
    layers.LeakyReLU: number_by_number(
        lambda layer, z: z if z > 0 else layer.negative_slope * z
    ),
    layers.MaxPool2D: pooled(max),
    layers.MinPool2D: pooled(min),
    layers.ReLU: number_by_number(lambda layer, z: z if z > 0 else 0.0),
    layers.Sigmoid: number_by_number(lambda layer, z: 1 / (1 + math.exp(-z))),
    layers.Tanh: number_by_number(lambda layer, z: math.tanh(z)),
}


@every_layer
@few
@given(data=st.data(), dtype=both_dtypes, training=st.booleans())
def test_forward_equals_the_loops_and_its_shape_is_foretold(
    kind, data, dtype, training
):
    layer, shape, seed = data.draw(cases(kind))
    ready(layer, shape, seed, dtype)
    x = batch(shape, seed, dtype)
    y = layer.forward(x, training and kind not in DIFFERENT_IN_TRAINING)
    assert y.dtype == dtype
    assert y.shape == (shape[0], *layer.output_shape(shape[1:]))
    tolerance = 2e-4 if dtype == np.float32 else 1e-11
    np.testing.assert_allclose(y, LOOPS[kind](layer, x), rtol=tolerance, atol=tolerance)


# backward, against finite differences


def assert_gradient(loss, array, gradient, rng):
    """Compare the gradient in three directions, each of them through all numbers."""
    ways = rng.normal(size=(3, *array.shape))
    numeric = numerical_gradient(
        lambda steps: loss(array + np.tensordot(steps, ways, 1)), np.zeros(3)
    )
    ours = np.tensordot(ways, gradient, gradient.ndim)
    np.testing.assert_allclose(ours, numeric, rtol=1e-5, atol=1e-5)


@every_layer
@few
@given(data=st.data(), training=st.booleans())
def test_gradients_agree_with_finite_differences(kind, data, training):
    layer, shape, seed = data.draw(cases(kind))
    ready(layer, shape, seed)
    x, rng = batch(shape, seed), np.random.default_rng(seed)
    dy = rng.normal(size=forward(layer, x, training).shape)
    dx = layer.backward(dy)
    assert dx.shape == x.shape
    assert layer.gradients.keys() == layer.parameters.keys()

    def loss(moved):
        return float(np.sum(dy * forward(layer, moved, training)))

    assert_gradient(loss, x, dx, rng)
    for name, gradient in layer.gradients.items():
        learned = layer.parameters[name]
        assert gradient.shape == learned.shape

        def loss_of(moved, name=name):
            layer.parameters[name] = moved
            return float(np.sum(dy * forward(layer, x, training)))

        assert_gradient(loss_of, learned, gradient, rng)
        layer.parameters[name] = learned


@every_layer
@pytest.mark.parametrize("training", [False, True])
def test_backward_is_both_gradients_and_each_works_alone(kind, training):
    layer, x = plain(kind)
    dy = batch(forward(layer, x, training).shape, 3)
    dx, gradients = layer.input_gradient(dy), layer.parameter_gradients(dy)
    assert layer.gradients == {}
    np.testing.assert_array_equal(layer.backward(dy), dx)
    assert layer.gradients.keys() == gradients.keys()
    for name, gradient in gradients.items():
        np.testing.assert_array_equal(layer.gradients[name], gradient)


@every_layer
def test_a_second_forward_replaces_the_first(kind):
    layer, x = plain(kind)
    other, _ = plain(kind)
    forward(layer, batch((3, *x.shape[1:]), 4))
    dy = batch(forward(layer, x).shape, 3)
    forward(other, x)
    np.testing.assert_array_equal(layer.backward(dy), other.backward(dy))


# windows and multiply-accumulates


def what_moves(layer, shape):
    """Push each place of an image far up and far down, and return which outputs that moves."""
    x, places = batch((1, *shape), 2), list(np.ndindex(shape[:2]))
    y = layer.forward(x)
    moved = np.zeros((len(places), *y.shape[1:]), dtype=bool)
    for push in (1000, -1000):
        pushed = np.repeat(x, len(places), axis=0)
        for number, place in enumerate(places):
            pushed[number, *place] += push
        moved |= np.abs(layer.forward(pushed) - y) > 1e-6
    return moved.reshape(*shape[:2], *y.shape[1:])


@pytest.mark.parametrize("kind", [k for k in KINDS if PLAIN[k][1] != ROWS])
@few
@given(data=st.data())
def test_the_window_holds_what_moves_an_output(kind, data):
    layer, x_shape, seed = data.draw(cases(kind))
    assume(len(x_shape) == 4)
    ready(layer, x_shape, seed)
    shape = x_shape[1:]
    moved = what_moves(layer, shape)
    if layer.window() is None:
        # After Flatten, the next layer sees all.
        assert moved.all() or kind is layers.Flatten
        return
    kernel, stride = zip(*layer.window(), strict=True)
    padding = getattr(layer, "padding", 0)
    around = padding_pairs(shape[:2], kernel, stride, padding)
    sees = []
    sizes = (shape[:2], layer.output_shape(shape)[:2])
    for n, out, k, s, (before, _) in zip(*sizes, kernel, stride, around, strict=True):
        first = np.arange(out) * s - before
        pixel = np.arange(n)[:, np.newaxis]
        sees.append((first <= pixel) & (pixel < first + k))
    np.testing.assert_array_equal(
        moved.any(axis=-1), np.einsum("hi,wj->hwij", *sees, dtype=bool)
    )


def test_every_output_of_a_dense_layer_sees_every_input():
    layer, x = plain(layers.Dense)
    assert layer.window() is None
    for c in range(x.shape[1]):
        pushed = x.copy()
        pushed[:, c] += 1
        assert (layer.forward(pushed) != layer.forward(x)).all()


@every_layer
@few
@given(data=st.data())
def test_macs_are_one_for_each_output_and_each_weight_that_it_takes(kind, data):
    layer, shape, seed = data.draw(cases(kind))
    ready(layer, shape, seed)
    w = layer.parameters.get("w", np.empty((0, 1)))
    outputs = math.prod(layer.output_shape(shape[1:]))
    assert layer.macs(shape[1:]) == outputs * w[..., 0].size


# the edges


def assert_no_shared_memory(layer, x):
    y = layer.forward(x)
    dy = batch(y.shape, 3)
    assert not np.shares_memory(y, x)
    for result in (layer.backward(dy), *layer.gradients.values()):
        assert not any(np.shares_memory(result, array) for array in (x, dy, y))


@every_layer
def test_results_share_no_memory_with_what_goes_in(kind):
    assert_no_shared_memory(*plain(kind))


@pytest.mark.parametrize(
    "layer",
    [
        layers.AveragePool2D(1),
        layers.Conv2D(1, 1),
        layers.Dropout(0.0),
        layers.Flatten(),
        layers.GlobalAveragePool(),
        layers.GlobalMaxPool(),
        layers.LeakyReLU(0.0),
        layers.MaxPool2D(1),
        layers.MinPool2D(1),
    ],
    ids=lambda layer: type(layer).__name__,
)
def test_a_single_pixel_goes_through_and_is_no_view(layer):
    x = np.full((1, 1, 1, 1), 3.0)
    layer.build((1, 1, 1))
    if layer.parameters:
        layer.parameters = {"w": np.ones((1, 1, 1, 1)), "b": np.zeros(1)}
    assert layer.forward(x).ravel().tolist() == [3]
    assert layer.backward(np.full_like(layer.forward(x), 7.0)).tolist() == [[[[7]]]]
    assert_no_shared_memory(layer, x)


LAYOUTS = {
    "every second number": lambda a: np.repeat(a, 2, axis=-1)[..., ::2],
    "backwards": lambda a: a[::-1].copy()[::-1],
    "Fortran": np.asfortranarray,
    "axes moved": lambda a: np.moveaxis(np.moveaxis(a, 0, -1).copy(), -1, 0),
}


@every_layer
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("training", [False, True])
def test_the_layout_in_memory_does_not_matter_and_nothing_is_written(
    kind, layout, training
):
    (layer, x), (other, _) = plain(kind), plain(kind)
    y = forward(layer, x, training)
    dy = batch(y.shape, 3)
    odd, odd_dy = LAYOUTS[layout](x), LAYOUTS[layout](dy)
    odd.flags.writeable = odd_dy.flags.writeable = False
    np.testing.assert_allclose(forward(other, odd, training), y, rtol=1e-12)
    np.testing.assert_allclose(
        other.backward(odd_dy), layer.backward(dy), rtol=1e-9, atol=1e-12
    )
    for name, gradient in layer.gradients.items():
        np.testing.assert_allclose(other.gradients[name], gradient, rtol=1e-9)


@every_layer
def test_no_images_in_give_none_out_and_gradients_of_zero(kind):
    layer, x = plain(kind, np.float32)
    y = layer.forward(x[:0])
    assert (y.shape, y.dtype) == ((0, *layer.output_shape(x.shape[1:])), np.float32)
    dx = layer.backward(np.zeros_like(y))
    assert (dx.shape, dx.dtype) == (x[:0].shape, np.float32)
    for name, gradient in layer.gradients.items():
        assert gradient.shape == layer.parameters[name].shape
        assert not gradient.any()
