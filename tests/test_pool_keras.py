"""Our pooling against Keras': the same images, the same windows, values and gradients."""

import numpy as np
import pytest

from cnn_course.pool import (
    average_pool2d,
    average_pool2d_backward,
    global_average_pool,
    global_max_pool,
    max_pool2d,
    max_pool2d_backward,
)

# (images, window, stride); no two sizes of a case are equal but where the window overlaps by design.
LAYERS = [
    ((2, 9, 11, 3), (4, 5), None),
    ((2, 9, 11, 3), 2, None),  # sizes that do not divide
    ((2, 9, 12, 4), 3, 2),  # AlexNet's overlapping windows
    ((1, 12, 7, 2), (5, 3), (2, 4)),
    ((3, 8, 10, 2), (1, 4), (3, 1)),
    ((2, 13, 10, 1), (2, 3), (4, 5)),  # the stride leaps over pixels
    ((3, 1, 2, 5), (1, 2), 1),
]
KINDS = {
    "max": ("MaxPooling2D", max_pool2d, max_pool2d_backward),
    "average": ("AveragePooling2D", average_pool2d, average_pool2d_backward),
}
every_case = pytest.mark.parametrize("case", LAYERS)
every_kind = pytest.mark.parametrize("kind", KINDS)
every_padding = pytest.mark.parametrize("padding", ["valid", "same"])


def value_and_gradient(tf, layer, x, dy=None):
    """Return what Keras' layer makes of x, and the gradient that GradientTape carries back from dy."""
    images = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(images)
        y = layer(images)
        loss = tf.reduce_sum(y if dy is None else y * dy)
    return y.numpy(), tape.gradient(loss, images).numpy()


def keras_pooling(tf, name, size, stride, padding, *, dtype="float64"):
    return getattr(tf.keras.layers, name)(
        size, strides=stride, padding=padding, dtype=dtype
    )


@every_case
@every_kind
@every_padding
@pytest.mark.parametrize("dtype", ["float32", "float64"])
# So far below zero that a padding of zeros would win every maximum, and so far above that it would
# be seen in every mean.
@pytest.mark.parametrize("shift", [-9, 9])
def test_pooling_equals_keras(tf, case, kind, padding, *, dtype, shift):
    shape, size, stride = case
    name, pool, _ = KINDS[kind]
    x = (np.random.default_rng(3).normal(size=shape) + shift).astype(dtype)
    theirs = keras_pooling(tf, name, size, stride, padding, dtype=dtype)(x).numpy()
    ours = pool(x, size, stride, padding)
    assert ours.dtype == theirs.dtype
    assert ours.shape == theirs.shape
    tolerance = 1e-5 if dtype == "float32" else 1e-12
    np.testing.assert_allclose(ours, theirs, rtol=tolerance, atol=tolerance)


@every_case
@every_kind
@every_padding
def test_gradients_equal_those_of_gradient_tape(tf, case, kind, padding):
    shape, size, stride = case
    name, pool, backward = KINDS[kind]
    rng = np.random.default_rng(4)
    x = rng.normal(size=shape) - 9
    dy = rng.normal(size=pool(x, size, stride, padding).shape)
    layer = keras_pooling(tf, name, size, stride, padding)
    _, theirs = value_and_gradient(tf, layer, x, dy)
    ours = backward(dy, x, size, stride, padding)
    np.testing.assert_allclose(ours, theirs, rtol=1e-10, atol=1e-10)


@every_case
@every_padding
@pytest.mark.parametrize("levels", [1, 2, 3])
def test_the_winner_of_a_tie_is_that_of_keras(tf, case, padding, levels):
    # Of so few different numbers nearly every window has a tie; after a ReLU many are of zeros.
    shape, size, stride = case
    rng = np.random.default_rng(5)
    x = rng.integers(0, levels, shape).astype(np.float64)
    dy = rng.normal(size=max_pool2d(x, size, stride, padding).shape)
    layer = keras_pooling(tf, "MaxPooling2D", size, stride, padding)
    _, theirs = value_and_gradient(tf, layer, x, dy)
    ours = max_pool2d_backward(dy, x, size, stride, padding)
    np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("n", range(1, 10))
@every_kind
def test_same_is_that_of_keras_for_every_window_and_stride(tf, n, kind):
    # Squares, so that no two windows share a mean, and each tells where it lies.
    line = (1.0 + np.arange(n)) ** 2 - 200
    name, pool, _ = KINDS[kind]
    for k, stride in np.ndindex(6, 4):
        size, step = (1, k + 1), (1, stride + 1)
        x = line.reshape(1, 1, n, 1)
        theirs = keras_pooling(tf, name, size, step, "same")(x).numpy()
        np.testing.assert_allclose(pool(x, size, step, "same"), theirs, rtol=1e-12)


@pytest.mark.parametrize(
    ("name", "pool"),
    [
        ("GlobalAveragePooling2D", global_average_pool),
        ("GlobalMaxPooling2D", global_max_pool),
    ],
)
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_global_pooling_equals_keras(tf, name, pool, dtype):
    x = (np.random.default_rng(6).normal(size=(2, 5, 7, 3)) - 9).astype(dtype)
    theirs, _ = value_and_gradient(tf, getattr(tf.keras.layers, name)(dtype=dtype), x)
    ours = pool(x)
    assert ours.dtype == theirs.dtype
    np.testing.assert_allclose(ours, theirs, rtol=1e-5)


def test_the_gradient_of_global_average_pooling_is_that_of_one_large_window(tf):
    rng = np.random.default_rng(7)
    x, dy = rng.normal(size=(2, 5, 7, 3)), rng.normal(size=(2, 3))
    layer = tf.keras.layers.GlobalAveragePooling2D(dtype="float64")
    _, theirs = value_and_gradient(tf, layer, x, dy)
    ours = average_pool2d_backward(dy[:, np.newaxis, np.newaxis], x, (5, 7))
    np.testing.assert_allclose(ours, theirs, rtol=1e-12)
