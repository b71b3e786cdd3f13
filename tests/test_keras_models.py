"""Networks to Keras and back: the same weights to the bit, the same predictions."""

from dataclasses import asdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnn_course.layers import (
    AveragePool2D,
    BatchNorm,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    GlobalAveragePool,
    GlobalMaxPool,
    Layer,
    LeakyReLU,
    MaxPool2D,
    MinPool2D,
    ReLU,
    Sigmoid,
    Tanh,
)
from cnn_course.network import Sequential
from cnn_course.shapes import padding_pairs

SHAPE = (9, 11, 2)
TOLERANCES = {"float32": 1e-5, "float64": 1e-12}


@st.composite
def networks(draw):
    """Draw a network of images that are not square, its weights and averages any numbers."""
    small, seed = st.integers(1, 3), draw(st.integers(0, 2**32 - 1))
    # High enough for three windows of 3 with stride 2.
    shape = (draw(st.integers(15, 17)), draw(st.integers(18, 20)), draw(small))
    layers = []
    for _ in range(draw(st.integers(0, 3))):
        layers.append(draw(windows()))
        layers += draw(st.lists(elementwise(), max_size=2))
    layers.append(draw(st.sampled_from([Flatten, GlobalAveragePool, GlobalMaxPool]))())
    if draw(st.booleans()):
        layers += [Dense(5, draw(st.booleans())), draw(elementwise())]
    layers.append(Dense(4, draw(st.booleans())))
    dtype = draw(st.sampled_from(sorted(TOLERANCES)))
    return scattered(Sequential(layers, shape, seed, dtype))


@st.composite
def windows(draw):
    """Draw a layer with a window, one that fits images of a few pixels."""
    small, edge = st.integers(1, 3), st.integers(0, 2)
    window, stride = draw(st.tuples(small, small)), draw(st.integers(1, 2))
    strides = draw(st.sampled_from([stride, (stride, 1), (1, stride)]))
    kind = draw(st.sampled_from([Conv2D, MaxPool2D, AveragePool2D]))
    if kind is not Conv2D:
        strides = draw(st.sampled_from([None, strides]))
        return kind((2, 1), strides, draw(st.sampled_from(["same", "valid", 0])))
    pairs = st.tuples(edge, edge)
    padding = draw(
        st.sampled_from(["same", "valid"]) | edge | pairs | st.tuples(pairs, pairs)
    )
    return Conv2D(draw(small) + 3, window, strides, padding, draw(st.booleans()))


def elementwise():
    slopes = st.sampled_from([0.0, 0.125, 0.25])  # Keras takes them through float32
    return st.one_of(
        st.builds(LeakyReLU, slopes),
        st.builds(Dropout, slopes),
        st.builds(BatchNorm, st.just(0.9), st.sampled_from([1e-3, 0.1])),
        st.sampled_from([ReLU, Tanh, Sigmoid]).map(lambda kind: kind()),
    )


def scattered(network):
    """Set biases and averages to numbers that they have after a training."""
    rng = np.random.default_rng(3)
    for array in (network.parameters | network.state).values():
        array[...] += rng.uniform(-0.3, 0.4, array.shape)
    return network


def images(network, n=7):
    rng = np.random.default_rng(4)
    return rng.normal(size=(n, *network.input_shape)).astype(network.dtype)


def trainable_then_kept(network):
    """List the weights layer by layer, as Keras does."""
    return [
        array
        for layer in network.layers
        for array in (*layer.parameters.values(), *layer.state.values())
    ]


def options(network):
    """List layers with their options, padding spelled out, without what only `build` reads."""
    listed = []
    for layer in network.layers:
        chosen = asdict(layer)
        chosen.pop("init", None)
        for name in ("kernel", "size", "stride"):
            if name in chosen:
                value = chosen[name] or chosen["size"]
                chosen[name] = value if isinstance(value, tuple) else (value, value)
        if "padding" in chosen and chosen["padding"] != "same":
            chosen["padding"] = padding_pairs((1, 1), (1, 1), (1, 1), chosen["padding"])
        listed.append((type(layer), chosen))
    return listed


def assert_equal_weights(ours, theirs):
    assert len(ours) == len(theirs)
    for one, other in zip(ours, theirs, strict=True):
        np.testing.assert_array_equal(one, other)
        assert one.dtype == other.dtype


# to Keras, and back


@given(network=networks())
@settings(max_examples=40)
def test_keras_predicts_the_same(tf, network):
    model, x = network.to_keras(), images(network)
    assert_equal_weights(trainable_then_kept(network), model.get_weights())
    scores = x
    for layer in model.layers[:-1]:
        scores = layer(scores, training=False)
    largest = 1 + np.abs(scores).max()
    atol = TOLERANCES[network.dtype.name] * largest
    np.testing.assert_allclose(network.forward(x), scores, rtol=0, atol=atol)
    p = model(x, training=False).numpy()
    np.testing.assert_allclose(network.predict(x), p, rtol=0, atol=atol)
    assert p.dtype == network.dtype


@given(network=networks())
@settings(max_examples=25)
def test_a_network_comes_back_from_keras_to_the_bit(tf, network):
    again, x = Sequential.from_keras(network.to_keras()), images(network)
    assert options(again) == options(network)
    assert (again.input_shape, again.dtype) == (network.input_shape, network.dtype)
    assert_equal_weights(trainable_then_kept(network), trainable_then_kept(again))
    np.testing.assert_array_equal(again.predict(x), network.predict(x))


def test_float64_stays_float64(tf):
    layers = [Conv2D(3, 2, 1, ((0, 1), 2)), BatchNorm(), Tanh(), MaxPool2D((2, 1), 2)]
    network = Sequential([*layers, Flatten(), Dense(5)], SHAPE, 5, np.float64)
    model, x = scattered(network).to_keras(), images(network)
    theirs = model(x)
    assert theirs.dtype == "float64"
    assert {weight.dtype for weight in model.weights} == {"float64"}
    np.testing.assert_allclose(network.predict(x), theirs.numpy(), atol=1e-12)
    again = Sequential.from_keras(model)
    assert again.dtype == np.float64
    assert_equal_weights(trainable_then_kept(network), trainable_then_kept(again))


def test_weights_are_copies(tf):
    network = Sequential([Flatten(), Dense(5)], SHAPE)
    model = network.to_keras()
    again = Sequential.from_keras(model)
    network.parameters["dense_1.w"] += 1
    again.parameters["dense_1.w"] += 2
    here, there = network.parameters["dense_1.w"], model.get_weights()[0]
    np.testing.assert_allclose(here, there + 1, rtol=1e-5)
    np.testing.assert_allclose(again.parameters["dense_1.w"], there + 2, rtol=1e-5)


def test_dropout_and_batchnorm_train_in_keras_with_their_settings(tf):
    network = Sequential([Dropout(0.25), BatchNorm(0.75, 0.5), Flatten()], SHAPE)
    dropout, norm, *_ = network.to_keras().layers
    assert dropout.rate == 0.25
    assert (norm.momentum, norm.epsilon) == (0.75, 0.5)
    assert [weight.name for weight in norm.weights] == [
        *("gamma", "beta", "moving_mean", "moving_variance")
    ]


def test_a_batchnorm_of_keras_learns_the_same_averages(tf):
    network = Sequential([BatchNorm(0.75), Flatten()], SHAPE)
    model, x = network.to_keras(), images(network)
    for _ in range(3):
        network.forward(x, training=True)
        model(x, training=True)
    for ours, theirs in zip(
        trainable_then_kept(network), model.get_weights(), strict=True
    ):
        np.testing.assert_allclose(ours, theirs, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("padding", [0, (0, 0), ((0, 0), (0, 0)), "valid"])
def test_no_padding_takes_no_layer_of_its_own(tf, padding):
    for layer in (Conv2D(3, 2, padding=padding), MaxPool2D(2, padding=padding)):
        first, softmax = Sequential([layer], SHAPE).to_keras().layers
        assert first.padding == "valid"
        assert type(softmax) is tf.keras.layers.Softmax


@pytest.mark.parametrize(
    ("layer", "named"),
    [
        (MinPool2D(2), r"Keras has no layer for MinPool2D\(size=2"),
        (MaxPool2D(2, padding=1), r"\"valid\" only: MaxPool2D\(.*padding=1"),
        (AveragePool2D(3, padding=(0, 1)), r"only: AveragePool2D\(.*\(0, 1\)"),
        (MaxPool2D(2, padding=((0, 0), (0, 1))), r"only: MaxPool2D\("),
    ],
)
def test_what_keras_has_not_is_named(tf, layer, named):
    network = Sequential([Conv2D(3, 2), layer], SHAPE)
    with pytest.raises(ValueError, match=named):
        network.to_keras()


def test_a_layer_of_one_s_own_is_named(tf):
    class Halved(Layer):
        pass

    with pytest.raises(ValueError, match=r"Keras has no layer for .*Halved"):
        Sequential([Halved()], SHAPE).to_keras()


# Keras' models, as people write them


@pytest.fixture
def keras(tf):
    return tf.keras


def shaped(keras, *layers):
    """Build a Keras model of images (9, 11, 2), its weights any numbers."""
    model = keras.Sequential([keras.Input(SHAPE), *layers])
    rng = np.random.default_rng(6)
    model.set_weights([rng.uniform(0.1, 0.6, w.shape) for w in model.get_weights()])
    return model


def kinds(network):
    return [type(layer) for layer in network.layers]


def as_written(keras, which):
    """Return a model's layers, and what they are here."""
    k, conv = keras.layers, keras.layers.Conv2D
    return {
        "activations inside": (
            [
                conv(3, 3, padding="same", activation="relu"),
                *(k.MaxPooling2D(), k.Flatten()),
                *(k.Dense(7, activation="tanh"), k.Dense(6, activation="sigmoid")),
                k.Dense(5, activation="softmax"),
            ],
            [Conv2D, ReLU, MaxPool2D, Flatten, Dense, Tanh, Dense, Sigmoid, Dense],
        ),
        "activations as functions": (
            [
                conv(3, (2, 3), activation=keras.activations.relu),
                *(k.GlobalMaxPooling2D(), k.Dense(5, keras.activations.softmax)),
            ],
            [Conv2D, ReLU, GlobalMaxPool, Dense],
        ),
        "activations as layers": (
            [
                *(conv(3, 2, (2, 1), use_bias=False), k.BatchNormalization()),
                *(k.ReLU(), conv(4, 2), k.LeakyReLU(), k.AveragePooling2D((1, 2), 1)),
                *(conv(3, 1), k.ReLU(negative_slope=0.25), k.Activation("tanh")),
                *(k.GlobalAveragePooling2D(), k.Dropout(0.3), k.Dense(5)),
                k.Activation("softmax"),
            ],
            [
                *(Conv2D, BatchNorm, ReLU, Conv2D, LeakyReLU, AveragePool2D),
                *(Conv2D, LeakyReLU, Tanh, GlobalAveragePool, Dropout, Dense),
            ],
        ),
        "padding before": (
            [
                *(k.ZeroPadding2D(((1, 0), (2, 3))), conv(3, 4)),
                *(k.ZeroPadding2D((0, 1)), conv(4, 3, 2, activation="relu")),
                *(k.ZeroPadding2D(2), conv(3, 2), k.Flatten()),
                *(k.Dense(5, use_bias=False), k.Softmax()),
            ],
            [Conv2D, Conv2D, ReLU, Conv2D, Flatten, Dense],
        ),
        "the last axis by its number": (
            [
                *(k.BatchNormalization(axis=3, momentum=0.5, epsilon=0.1),),
                *(k.Flatten(), k.Dense(5), k.Softmax(axis=-1)),
            ],
            [BatchNorm, Flatten, Dense],
        ),
    }[which]


@pytest.mark.parametrize(
    "which",
    [
        *("activations inside", "activations as functions", "activations as layers"),
        *("padding before", "the last axis by its number"),
    ],
)
def test_a_model_as_people_write_it_predicts_the_same_here(keras, which):
    layers, expected = as_written(keras, which)
    model = shaped(keras, *layers)
    network = Sequential.from_keras(model)
    assert kinds(network) == expected
    assert (network.input_shape, network.dtype) == (SHAPE, np.float32)
    assert_equal_weights(trainable_then_kept(network), model.get_weights())
    x = images(network)
    np.testing.assert_allclose(
        network.predict(x), model(x, training=False).numpy(), atol=1e-5
    )


def test_without_a_softmax_the_scores_are_what_the_model_gives(keras):
    model = shaped(keras, keras.layers.Flatten(), keras.layers.Dense(5))
    network = Sequential.from_keras(model)
    x = images(network)
    np.testing.assert_allclose(network.forward(x), model(x).numpy(), rtol=1e-4)


def test_a_model_of_two_dtypes_loses_no_digits(keras):
    k = keras.layers
    model = shaped(keras, k.Flatten(), k.Dense(5), k.Dense(4, dtype="float64"))
    network = Sequential.from_keras(model)
    assert network.dtype == np.float64
    for ours, theirs in zip(
        trainable_then_kept(network), model.get_weights(), strict=True
    ):
        np.testing.assert_array_equal(ours, theirs)


@pytest.mark.parametrize("way", ["build", "call", "fixed batch"])
def test_a_model_may_learn_its_input_s_shape_late(keras, way):
    layers = [keras.layers.Conv2D(3, 2), keras.layers.Flatten(), keras.layers.Dense(5)]
    if way == "fixed batch":
        layers = [keras.Input(batch_shape=(4, *SHAPE)), *layers]
    model = keras.Sequential(layers)
    if way == "build":
        model.build((None, *SHAPE))
    if way == "call":
        model(np.zeros((4, *SHAPE), np.float32))
    network = Sequential.from_keras(model)
    assert network.input_shape == SHAPE
    assert_equal_weights(trainable_then_kept(network), model.get_weights())


def test_a_part_of_a_trained_model_keeps_its_weights(keras):
    k = keras.layers
    whole = shaped(
        keras, k.Conv2D(3, 2), k.BatchNormalization(), k.GlobalMaxPooling2D()
    )
    part = keras.Sequential([keras.Input(SHAPE), *whole.layers[:2]])
    network = Sequential.from_keras(part)
    assert_equal_weights(trainable_then_kept(network), whole.get_weights())


def test_a_trained_model_of_keras_predicts_the_same_here(keras):
    k = keras.layers
    model = shaped(
        *(keras, k.Conv2D(3, 2, activation="relu"), k.BatchNormalization()),
        *(k.MaxPooling2D(2), k.Dropout(0.2), k.Flatten(), k.Dense(5, "softmax")),
    )
    x = np.random.default_rng(7).normal(size=(12, *SHAPE)).astype(np.float32)
    model.compile("adam", "sparse_categorical_crossentropy", run_eagerly=True)
    model.fit(x, np.arange(12) % 5, batch_size=4, epochs=2, verbose=0)
    network = Sequential.from_keras(model)
    np.testing.assert_allclose(network.predict(x), model(x).numpy(), atol=1e-5)


def refused(keras):
    """Return layers that must be refused, and what the error says."""
    k, conv, flat = keras.layers, keras.layers.Conv2D, keras.layers.Flatten()
    odd, dense = {"name": "odd"}, keras.layers.Dense
    return {
        # layers that are not taught
        "unknown": ([k.SeparableConv2D(3, 2, **odd)], "SeparableConv2D .odd"),
        "depthwise": ([k.DepthwiseConv2D(2, **odd)], "DepthwiseConv2D .odd"),
        "prelu": ([k.PReLU(**odd)], "PReLU .odd"),
        "spatial": ([k.SpatialDropout2D(0.1, **odd)], "SpatialDropout2D .odd"),
        "nested": ([keras.Sequential([conv(3, 2)], **odd)], "Sequential .odd"),
        # options
        "dilation": (
            [conv(3, 2, dilation_rate=2, **odd)],
            r"odd has dilation_rate=\(2",
        ),
        "groups": ([conv(4, 2, groups=2, **odd)], "odd has groups=2"),
        "first conv": (
            [conv(4, 2, data_format="channels_first", **odd)],
            "odd has data_format=channels_first",
        ),
        "first": (
            [k.Flatten(data_format="channels_first", **odd)],
            "odd has data_format=channels_first",
        ),
        "first padding": (
            [k.ZeroPadding2D(1, data_format="channels_first", **odd), conv(3, 2)],
            "odd has data_format=channels_first",
        ),
        "scale": ([k.BatchNormalization(scale=False, **odd)], "odd has scale=False"),
        "center": ([k.BatchNormalization(center=False, **odd)], "odd has center=False"),
        "axis": ([k.BatchNormalization(axis=1, **odd)], "odd has axis=1"),
        "maximum": ([k.ReLU(max_value=6, **odd)], "odd has max_value=6"),
        "threshold": ([k.ReLU(threshold=0.5, **odd)], "odd has threshold=0.5"),
        "slope": ([k.LeakyReLU(1.5, **odd)], r"odd cannot .* not 1\.5"),
        "keepdims": (
            [k.GlobalMaxPooling2D(keepdims=True, **odd)],
            "odd has keepdims=True",
        ),
        "noise": (
            [k.Dropout(0.5, noise_shape=(None, 1, 1, 2), **odd)],
            "odd has noise_shape=",
        ),
        # activations
        "gelu": ([conv(3, 2, activation="gelu", **odd)], "odd has the activation gelu"),
        "layer inside": (
            [conv(3, 2, activation=k.LeakyReLU(), **odd)],
            "odd has the activation LeakyReLU",
        ),
        "swish": ([k.Activation("swish", **odd)], "odd has the activation silu"),
        # a softmax in the middle
        "middle dense": (
            [flat, dense(4, activation="softmax", **odd), dense(5)],
            "odd has a softmax, which must stand at the end",
        ),
        "middle layer": (
            [flat, k.Softmax(**odd), dense(5)],
            "odd has a softmax, which must stand at the end",
        ),
        "middle activation": (
            [flat, k.Activation("softmax", **odd), k.Dropout(0.1)],
            "odd has a softmax, which must stand at the end",
        ),
        "two softmaxes": (
            [flat, dense(5, activation="softmax", **odd), k.Softmax()],
            "odd has a softmax, which must stand at the end",
        ),
        "softmax axis": ([k.Softmax(axis=1, **odd)], "odd has axis=1"),
        # padding elsewhere than before a convolution
        "padded pool": (
            [k.ZeroPadding2D(1, **odd), k.MaxPooling2D(2)],
            'odd must stand before a Conv2D with padding="valid"',
        ),
        "padded same": (
            [k.ZeroPadding2D(1, **odd), conv(3, 3, padding="same")],
            'odd must stand before a Conv2D with padding="valid"',
        ),
        "padded end": ([conv(3, 2), k.ZeroPadding2D(1, **odd)], "odd must stand"),
        "padded twice": (
            [k.ZeroPadding2D(1, **odd), k.ZeroPadding2D(2), conv(3, 2)],
            "odd must stand",
        ),
        # shapes
        "dense on images": ([dense(5)], r"dense_1 does not fit after \(9, 11, 2\)"),
    }


@pytest.mark.parametrize(
    "which",
    [
        *("unknown", "depthwise", "prelu", "spatial", "nested"),
        *(
            "dilation",
            "groups",
            "first conv",
            "first",
            "first padding",
            "scale",
            "center",
            "axis",
        ),
        *("maximum", "threshold", "slope", "keepdims", "noise"),
        *("gelu", "layer inside", "swish"),
        *("middle dense", "middle layer", "middle activation", "two softmaxes"),
        *("softmax axis", "padded pool", "padded same", "padded end", "padded twice"),
        "dense on images",
    ],
)
def test_what_is_not_taught_here_is_named(keras, which):
    layers, named = refused(keras)[which]
    model = keras.Sequential([keras.Input(SHAPE), *layers])
    with pytest.raises(ValueError, match=named):
        Sequential.from_keras(model)


def test_a_model_that_is_no_row_of_layers_is_refused(keras):
    x = keras.Input(SHAPE)
    functional = keras.Model(x, keras.layers.Flatten()(x))
    unbuilt = keras.Sequential([keras.layers.Conv2D(3, 2)])
    for model in (functional, unbuilt, keras.Sequential()):
        with pytest.raises(ValueError, match=r"takes a keras\.Sequential that knows"):
            Sequential.from_keras(model)


def test_images_of_any_size_are_refused(keras):
    layers = [keras.layers.Conv2D(3, 2), keras.layers.GlobalMaxPooling2D()]
    model = keras.Sequential([keras.Input((None, None, 2)), *layers])
    with pytest.raises(ValueError, match=r"input_shape .* not \(None, None, 2\)"):
        Sequential.from_keras(model)
