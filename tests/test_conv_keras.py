"""Our convolution against Keras', with the same weights."""

import itertools

import numpy as np
import pytest

from cnn_course.conv import conv2d, conv2d_backward
from cnn_course.shapes import conv_output_shape, same_padding

# (images, filters, stride, padding); no two sizes of a case are equal.
LAYERS = [
    ((2, 9, 11, 3), (4, 5, 3, 6), (1, 1), "valid"),
    ((2, 9, 11, 3), (4, 5, 3, 6), (1, 1), "same"),
    ((1, 12, 7, 2), (5, 3, 2, 4), (2, 3), "valid"),
    ((1, 12, 7, 2), (5, 3, 2, 4), (2, 3), "same"),
    ((2, 13, 10, 1), (2, 3, 1, 5), (4, 5), "valid"),  # the stride leaps over pixels
    ((2, 13, 10, 1), (2, 3, 1, 5), (4, 5), "same"),
    ((3, 8, 10, 2), (7, 1, 2, 5), (3, 1), (2, 1)),
    ((3, 8, 10, 2), (5, 6, 2, 4), (1, 2), (0, 3)),
    ((3, 7, 6, 4), (1, 2, 4, 5), (2, 1), 1),
]


def keras_conv2d(tf, w, b, stride, padding, *, dtype="float64"):
    """Build Keras' layer around our weights, with a layer of zeros before it where Keras has no word."""
    surround = None
    if not isinstance(padding, str):
        surround = tf.keras.layers.ZeroPadding2D(padding, dtype=dtype)
        padding = "valid"
    conv = tf.keras.layers.Conv2D(
        w.shape[3], w.shape[:2], strides=stride, padding=padding, dtype=dtype
    )
    conv.build((None, None, None, w.shape[2]))
    conv.set_weights([w, b])
    # Not a Sequential model: it would round float64 images to float32.
    return (lambda x: conv(surround(x) if surround else x)), conv


def draw_case(x_shape, w_shape, dtype=np.float64):
    rng = np.random.default_rng(3)
    shapes = (x_shape, w_shape, w_shape[3:])
    return [rng.normal(size=shape).astype(dtype) for shape in shapes]


@pytest.mark.parametrize("case", LAYERS)
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_conv2d_equals_keras(tf, case, dtype):
    x_shape, w_shape, stride, padding = case
    x, w, b = draw_case(x_shape, w_shape, dtype)
    layer, _ = keras_conv2d(tf, w, b, stride, padding, dtype=dtype)
    theirs = layer(x).numpy()
    ours = conv2d(x, w, b, stride, padding)
    assert ours.shape == conv_output_shape(x_shape, w_shape, stride, padding)
    assert ours.dtype == theirs.dtype
    tolerance = 1e-5 if dtype == "float32" else 1e-12
    np.testing.assert_allclose(ours, theirs, rtol=tolerance, atol=tolerance)


@pytest.mark.parametrize("case", LAYERS)
def test_gradients_equal_those_of_gradient_tape(tf, case):
    x_shape, w_shape, stride, padding = case
    x, w, b = draw_case(x_shape, w_shape)
    layer, conv = keras_conv2d(tf, w, b, stride, padding)
    dy = np.random.default_rng(4).normal(size=conv2d(x, w, b, stride, padding).shape)
    images = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(images)
        loss = tf.reduce_sum(layer(images) * dy)
    theirs = tape.gradient(loss, [images, conv.kernel.value, conv.bias.value])
    ours = conv2d_backward(dy, x, w, stride, padding)
    for our_gradient, their_gradient in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(
            our_gradient, their_gradient.numpy(), rtol=1e-10, atol=1e-10
        )


@pytest.mark.parametrize("stride", [1, 2, 3, 4])
@pytest.mark.parametrize("k", range(1, 8))
def test_same_padding_is_that_of_keras(tf, k, stride):
    # A sum of neighbours, each pixel worth its own power of 2, tells where every window lies.
    w, b = np.ones((1, k, 1, 1)), np.zeros(1)
    layer, _ = keras_conv2d(tf, w, b, (1, stride), "same")
    for n in range(1, 17):
        line = 2.0 ** np.arange(n)
        theirs = layer(line.reshape(1, 1, n, 1)).numpy()[0, 0, :, 0]
        padded = np.pad(line, same_padding(n, k, stride))
        starts = range(0, len(padded) - k + 1, stride)
        assert [padded[i : i + k].sum() for i in starts] == theirs.tolist()


def test_same_of_two_axes_that_differ_is_that_of_keras(tf):
    for h, kh, sh in itertools.product((5, 6), (2, 3, 4), (1, 2, 3)):
        w_axis = (h + 5, 7 - kh, 4 - sh)
        x, w, b = draw_case((1, h, w_axis[0], 2), (kh, w_axis[1], 2, 3))
        layer, _ = keras_conv2d(tf, w, b, (sh, w_axis[2]), "same")
        np.testing.assert_allclose(
            conv2d(x, w, b, (sh, w_axis[2]), "same"), layer(x).numpy(), rtol=1e-10
        )


def test_the_small_keras_cnn_has_93322_parameters(tf):
    layers = tf.keras.layers
    model = tf.keras.Sequential(
        [
            tf.keras.Input((28, 28, 1)),
            layers.Conv2D(32, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(64, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(64, 3, activation="relu"),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    counts = [layer.count_params() for layer in model.layers if layer.weights]
    assert counts == [320, 18_496, 36_928, 36_928, 650]
    assert model.count_params() == 93_322
