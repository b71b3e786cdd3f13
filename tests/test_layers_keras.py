"""Our layers against Keras', with the same weights: what they compute, and their gradients."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnn_course import layers
from cnn_course.initializers import draw
from tests.layer_cases import KINDS, batch, cases, edges, ready

few = settings(max_examples=20)
both_dtypes = st.sampled_from(["float32", "float64"])
every_layer = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


def plain_layer(name, *options):
    """Return what makes Keras' layer of that name, with the values of our options in its order."""

    def make(tf, layer, shape, dtype):
        values = [getattr(layer, option) for option in options]
        return getattr(tf.keras.layers, name)(*values, dtype=dtype), []

    return make


def weighted(name, options, *weights):
    """Return what makes Keras' layer around our weights: parameters and state, by name."""

    def make(tf, layer, shape, dtype):
        values = {theirs: getattr(layer, ours) for theirs, ours in options.items()}
        theirs = getattr(tf.keras.layers, name)(**values, dtype=dtype)
        kept = layer.parameters | layer.state
        ours = [kept[weight] for weight in weights if weight in kept]
        theirs.build(shape)
        theirs.set_weights(ours)
        return theirs, theirs.trainable_weights

    return make


def conv(tf, layer, shape, dtype):
    padding = layer.padding
    frame, word = ((0, 0), (0, 0)), padding
    if not isinstance(padding, str):
        frame, word = edges(padding), "valid"
    surround = tf.keras.layers.ZeroPadding2D(frame, dtype=dtype)
    theirs = tf.keras.layers.Conv2D(
        layer.filters,
        layer.kernel,
        layer.stride,
        word,
        use_bias=layer.bias,
        dtype=dtype,
    )
    theirs.build((None, None, None, shape[3]))
    theirs.set_weights(list(layer.parameters.values()))
    return (lambda x: theirs(surround(x))), theirs.trainable_weights


def pool(name, worst, sign=1):
    """Return what makes Keras' pooling; it has no word for padding that is a number, nor a minimum."""

    def make(tf, layer, shape, dtype):
        padding, frame = layer.padding, [(0, 0)] * 4
        if not isinstance(padding, str):
            frame, padding = [(0, 0), *edges(padding), (0, 0)], "valid"
        theirs = getattr(tf.keras.layers, name)(
            layer.size, layer.stride, padding, dtype=dtype
        )

        def surrounded(x):
            return theirs(tf.pad(x, frame, constant_values=worst))

        if worst == 0:
            # A mean over the pixels only: the share of the window that they are is divided away.
            return (lambda x: surrounded(x) / surrounded(tf.ones_like(x))), []
        return (lambda x: sign * surrounded(sign * x)), []

    return make


THEIRS = {
    layers.AveragePool2D: pool("AveragePooling2D", 0),
    layers.BatchNorm: weighted(
        "BatchNormalization",
        {"momentum": "momentum", "epsilon": "epsilon"},
        "gamma",
        "beta",
        "mean",
        "variance",
    ),
    layers.Conv2D: conv,
    layers.Dense: weighted("Dense", {"units": "units", "use_bias": "bias"}, "w", "b"),
    layers.Dropout: plain_layer("Dropout", "rate"),
    layers.Flatten: plain_layer("Flatten"),
    layers.GlobalAveragePool: plain_layer("GlobalAveragePooling2D"),
    layers.GlobalMaxPool: plain_layer("GlobalMaxPooling2D"),
    layers.LeakyReLU: plain_layer("LeakyReLU", "negative_slope"),
    layers.MaxPool2D: pool("MaxPooling2D", -np.inf),
    layers.MinPool2D: pool("MaxPooling2D", -np.inf, sign=-1),
    layers.ReLU: plain_layer("ReLU"),
    layers.Sigmoid: lambda tf, layer, shape, dtype: (tf.keras.activations.sigmoid, []),
    layers.Tanh: lambda tf, layer, shape, dtype: (tf.keras.activations.tanh, []),
}


def their_gradients(tf, compute, x, dy, weights, **mode):
    """Return Keras' output, its gradient for x, and those for its weights."""
    images = tf.constant(x)
    values = [weight.value for weight in weights]
    with tf.GradientTape() as tape:
        tape.watch(images)
        y = compute(images, **mode)
        loss = tf.reduce_sum(y * (dy if dy is not None else tf.ones_like(y)))
    dx, *others = tape.gradient(loss, [images, *values])
    return y.numpy(), dx.numpy(), [gradient.numpy() for gradient in others]


def assert_same(ours, theirs, dtype):
    tolerance = 1e-4 if dtype == "float32" else 1e-9
    assert ours.dtype == theirs.dtype == dtype
    np.testing.assert_allclose(ours, theirs, rtol=tolerance, atol=tolerance)


@every_layer
@few
@given(data=st.data(), dtype=both_dtypes)
def test_a_layer_and_its_gradients_are_keras(tf, kind, data, dtype):
    assert kind in THEIRS, f"{kind.__name__} has no row in THEIRS: give it one"
    layer, shape, seed = data.draw(cases(kind))
    ready(layer, shape, seed, dtype)
    x = batch(shape, seed, dtype)
    y = layer.forward(x)
    dy = batch(y.shape, seed + 1, dtype)
    compute, weights = THEIRS[kind](tf, layer, shape, dtype)
    their_y, their_dx, others = their_gradients(tf, compute, x, dy, weights)
    assert_same(y, their_y, dtype)
    assert_same(layer.backward(dy), their_dx, dtype)
    assert len(others) == len(layer.gradients)
    for ours, theirs in zip(layer.gradients.values(), others, strict=True):
        assert_same(ours, theirs, dtype)


@few
@given(data=st.data(), dtype=both_dtypes)
def test_batch_norm_in_training_is_keras_batch_after_batch(tf, data, dtype):
    layer, shape, seed = data.draw(cases(layers.BatchNorm))
    ready(layer, shape, seed, dtype)
    compute, weights = THEIRS[layers.BatchNorm](tf, layer, shape, dtype)
    for step in range(3):
        x = batch(shape, seed + step, dtype) * (step + 1) + step
        dy = batch(shape, seed + 9, dtype)
        y = layer.forward(x, training=True)
        their_y, their_dx, others = their_gradients(
            tf, compute, x, dy, weights, training=True
        )
        assert_same(y, their_y, dtype)
        np.testing.assert_allclose(layer.backward(dy), their_dx, rtol=1e-3, atol=2e-3)
        for ours, theirs in zip(layer.gradients.values(), others, strict=True):
            assert_same(ours, theirs, dtype)
        state = dict(zip(("mean", "variance"), compute.get_weights()[2:], strict=True))
        for name, theirs in state.items():
            assert_same(layer.state[name], theirs, dtype)
    # And what they compute from it afterwards.
    assert_same(layer.forward(x), compute(x).numpy(), dtype)


def test_dropout_enlarges_as_keras_does(tf):
    ours, theirs = layers.Dropout(0.3), tf.keras.layers.Dropout(0.3, seed=1)
    x = batch((8, 5, 7, 3), 1, np.float32)
    y, their_y = ours.forward(x, training=True), theirs(x, training=True).numpy()
    both = (y != 0) & (their_y != 0)
    assert 0.3 < both.mean() < 0.7
    np.testing.assert_allclose(y[both], their_y[both], rtol=1e-6)


@pytest.mark.parametrize(
    ("ours", "name", "options"),
    [
        (layers.BatchNorm(), "BatchNormalization", ["momentum", "epsilon"]),
        (layers.LeakyReLU(), "LeakyReLU", ["negative_slope"]),
    ],
)
def test_defaults_are_those_of_keras(tf, ours, name, options):
    theirs = getattr(tf.keras.layers, name)()
    for option in options:
        assert getattr(ours, option) == pytest.approx(getattr(theirs, option))


@pytest.mark.parametrize(
    ("init", "name"), [("he", "HeNormal"), ("glorot", "GlorotUniform")]
)
@pytest.mark.parametrize("shape", [(400, 300), (5, 4, 30, 70)])
def test_weights_start_as_spread_as_those_of_keras(tf, init, name, shape):
    theirs = getattr(tf.keras.initializers, name)(seed=1)(shape).numpy()
    ours = draw(init, shape, np.random.default_rng(1))
    # He's of Keras has no numbers beyond two standard deviations, but the same spread.
    assert ours.std() == pytest.approx(theirs.std(), rel=0.02)
