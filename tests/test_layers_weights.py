"""Convolution and dense: numbers by hand, how they are built, what they refuse."""

import re
from dataclasses import replace

import numpy as np
import pytest

from cnn_course.conv import conv2d_backward
from cnn_course.initializers import INITIALIZERS
from cnn_course.layers import Conv2D, Dense
from tests.layer_cases import plain

# A layer, what goes in, and its weights.
BOTH = {
    "Conv2D": (Conv2D(6, (4, 5), padding=2), (7, 11, 3), (4, 5, 3, 6)),
    "Dense": (Dense(6), (9,), (9, 6)),
}
both = pytest.mark.parametrize("name", BOTH)

# by hand


def test_a_convolution_worked_by_hand():
    layer = Conv2D(1, 2)
    layer.parameters = {
        "w": np.array([[1.0, 2], [3, 4]]).reshape(2, 2, 1, 1),
        "b": np.array([0.5]),
    }
    x = np.arange(1.0, 7).reshape(1, 2, 3, 1)
    assert layer.forward(x).ravel().tolist() == [37.5, 47.5]
    dx = layer.backward(np.array([10.0, 100]).reshape(1, 1, 2, 1))
    assert dx[0, :, :, 0].tolist() == [[10, 120, 200], [30, 340, 400]]
    assert layer.gradients["w"].ravel().tolist() == [210, 320, 540, 650]
    assert layer.gradients["b"].tolist() == [110]


def test_a_dense_layer_worked_by_hand():
    layer = Dense(2)
    w = np.array([[1.0, 10], [100, 1000], [10000, 100000]])
    layer.parameters = {"w": w, "b": np.array([0.5, -0.5])}
    x = np.array([[1.0, 2, 3]])
    assert layer.forward(x).tolist() == [[30201.5, 302009.5]]
    assert layer.backward(np.array([[1.0, 2]])).tolist() == [[21, 2100, 210000]]
    assert layer.gradients["w"].tolist() == [[1, 2], [2, 4], [3, 6]]
    assert layer.gradients["b"].tolist() == [1, 2]


def test_a_dense_layer_is_a_convolution_of_one_pixel():
    (dense, x), conv = plain(Dense), Conv2D(5, 1)
    w, b = dense.parameters["w"], dense.parameters["b"]
    conv.parameters = {"w": w.reshape(1, 1, 9, 5), "b": b}
    np.testing.assert_allclose(
        conv.forward(x[:, None, None])[:, 0, 0], dense.forward(x), rtol=1e-12
    )


def test_the_gradients_of_a_convolution_are_those_of_conv2d_backward():
    layer, x = plain(Conv2D)
    dy = layer.forward(x)
    dx, dw, db = conv2d_backward(dy, x, layer.parameters["w"], (1, 2), (1, 0))
    np.testing.assert_array_equal(layer.backward(dy), dx)
    np.testing.assert_array_equal(layer.gradients["w"], dw)
    np.testing.assert_array_equal(layer.gradients["b"], db)


@pytest.mark.parametrize(
    ("layer", "shape", "macs"),
    [
        (Conv2D(6, 5, padding=2), (28, 28, 1), 28 * 28 * 6 * 25),
        (Conv2D(8, (4, 5), (2, 3), (1, 2)), (13, 20, 3), 6 * 7 * 8 * 4 * 5 * 3),
        (Conv2D(16, 5, bias=False), (14, 14, 6), 240_000),  # LeNet's C3
        (Dense(84), (120,), 120 * 84),
    ],
)
def test_macs_counted_by_hand(layer, shape, macs):
    assert layer.macs(shape) == macs


# build


@both
@pytest.mark.parametrize("init", INITIALIZERS)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_weights_are_drawn_by_the_initializer_and_biases_are_zero(name, init, dtype):
    layer, shape, w_shape = BOTH[name]
    layer = replace(layer, init=init)
    layer.build(shape, np.random.default_rng(3), dtype)
    drawn = INITIALIZERS[init](w_shape, np.random.default_rng(3)).astype(dtype)
    np.testing.assert_array_equal(layer.parameters["w"], drawn)
    assert layer.parameters["b"].tolist() == [0] * 6
    assert {array.dtype for array in layer.parameters.values()} == {np.dtype(dtype)}


@both
def test_two_layers_built_from_one_generator_differ(name):
    layer, shape, _ = BOTH[name]
    one, two, random = replace(layer), replace(layer), np.random.default_rng(4)
    one.build(shape, random)
    two.build(shape, random)
    assert (one.parameters["w"] != two.parameters["w"]).mean() > 0.99


@both
def test_without_a_bias_there_is_no_b(name):
    layer, shape, w_shape = BOTH[name]
    bare, full, x = replace(layer, bias=False), replace(layer), np.ones((2, *shape))
    bare.build(shape, np.random.default_rng(5))
    full.build(shape, np.random.default_rng(5))
    y = bare.forward(x)
    np.testing.assert_array_equal(y, full.forward(x))
    bare.backward(np.ones_like(y))
    assert list(bare.parameters) == list(bare.gradients) == ["w"]
    assert bare.gradients["w"].shape == w_shape


@both
def test_an_unknown_init_is_named_with_those_that_exist(name):
    layer, shape, _ = BOTH[name]
    with pytest.raises(ValueError, match=r"\['glorot', 'he'\], not 'lecun'"):
        replace(layer, init="lecun").build(shape)


# errors


@pytest.mark.parametrize("count", [0, -2, 2.5, "6", None, True])
def test_a_number_of_filters_or_units_that_is_none_is_refused(count):
    message = f"must be an int of at least 1, not {re.escape(repr(count))}"
    with pytest.raises(ValueError, match="filters " + message):
        Conv2D(count, 3)
    with pytest.raises(ValueError, match="units " + message):
        Dense(count)


def test_a_number_of_filters_may_be_numpy_s():
    layer = Conv2D(np.int64(4), np.int32(3))
    assert layer.output_shape((7, 9, 2)) == (5, 7, 4)
    assert Dense(np.int64(4)).output_shape((9,)) == (4,)


def test_dense_on_images_says_to_flatten():
    with pytest.raises(ValueError, match=r"not \('N', 7, 11, 3\): put Flatten before"):
        Dense(5).build((7, 11, 3))


def test_a_wrong_number_of_inputs_is_named():
    layer, x = plain(Dense)
    with pytest.raises(ValueError, match=r"built for 9 inputs, and x has 8"):
        layer.forward(x[:, :8])


def test_a_wrong_number_of_channels_is_named():
    layer, x = plain(Conv2D)
    with pytest.raises(ValueError, match="images have 2 channels and the filters 3"):
        layer.forward(x[..., :2])


@pytest.mark.parametrize(
    ("layer", "kind", "message"),
    [
        (Conv2D(6, 0), ValueError, "kernel must be at least 1, not 0"),
        (Conv2D(6, 3.0), TypeError, "kernel must be an int or a pair.*not 3.0"),
        (Conv2D(6, 3, 0), ValueError, "stride must be at least 1, not 0"),
        (Conv2D(6, 3, 1, -1), ValueError, "padding must be at least 0, not -1"),
        (Conv2D(6, 3, 1, "full"), ValueError, "same.*valid.*not 'full'"),
        (Conv2D(6, (8, 3)), ValueError, "window of 8 does not fit in 7 pixels"),
    ],
)
def test_options_of_a_convolution_that_do_not_fit_are_named_by_build(
    layer, kind, message
):
    with pytest.raises(kind, match=message):
        layer.build((7, 11, 3))
