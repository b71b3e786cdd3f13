"""Looking into a network: by hand, by loops, by finite differences, and once beside Keras."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnn_course import trained
from cnn_course.gradcheck import numerical_gradient, relative_error
from cnn_course.layers import (
    BatchNorm,
    Conv2D,
    Dense,
    Flatten,
    GlobalAveragePool,
    Layer,
    MaxPool2D,
    ReLU,
    Tanh,
)
from cnn_course.losses import softmax
from cnn_course.network import Sequential
from cnn_course.seeing import (
    class_gradients,
    covered_images,
    feature_maps,
    filter_images,
    grad_cam,
    maximise,
    occlusion_map,
    saliency,
)

SHAPE = (9, 11, 2)
CLASSES = 5


def small_network(dtype=np.float64) -> Sequential:
    """Return a network with two ReLUs, images that are not square, and biases that are not zero."""
    layers: list[Layer] = [
        *(Conv2D(3, (3, 2), padding="same"), ReLU(), MaxPool2D((2, 3))),
        *(Conv2D(4, 2), BatchNorm(), ReLU(), Flatten(), Dense(CLASSES)),
    ]
    network, rng = Sequential(layers, SHAPE, seed=1, dtype=dtype), draw(2)
    for name, w in network.parameters.items():
        w[...] += rng.normal(scale=0.3, size=w.shape) if name.endswith("b") else 0
    return network


def draw(seed):
    return np.random.default_rng(seed)


def image_of(seed, dtype=np.float64):
    return draw(seed).uniform(size=SHAPE).astype(dtype)


def by_hand(weights, biases) -> Sequential:
    """Return a network whose score k is weights[k] times the mean of ReLU(pixel), plus biases[k]."""
    layers = [Conv2D(1, 1), ReLU(), GlobalAveragePool(), Dense(len(weights))]
    network = Sequential(layers, (1, 3, 1), dtype=np.float64)
    network.parameters["conv2d_1.w"][...] = 1
    network.parameters["dense_1.w"][...] = [weights]
    network.parameters["dense_1.b"][...] = biases
    return network


# filters as pictures


def test_a_filter_by_hand_has_zero_in_the_middle_and_its_largest_weight_at_an_end():
    w = np.zeros((1, 3, 2, 3))
    w[0, :, 0, 0], w[0, :, 1, 0] = [4, 0, -2], [-4, 1, 2]
    w[0, :, 0, 1] = [0, -0.5, 0.25]
    pictures = filter_images(w)
    assert pictures.shape == (3, 1, 3, 2)
    assert pictures[0, 0, :, 0].tolist() == [1, 0.5, 0.25]
    assert pictures[0, 0, :, 1].tolist() == [0, 0.625, 0.75]
    assert pictures[1, 0].tolist() == [[0.5, 0.5], [0, 0.5], [0.75, 0.5]]
    assert (pictures[2] == 0.5).all()


@given(
    shape=st.permutations([1, 2, 3, 5]),
    dtype=st.sampled_from([np.float32, np.float64]),
    seed=st.integers(0, 2**32 - 1),
)
def test_every_filter_is_scaled_by_itself(shape, dtype, seed):
    w = draw(seed).normal(size=shape).astype(dtype)
    w *= 10.0 ** np.arange(shape[3]).astype(dtype)
    pictures = filter_images(w)
    assert pictures.dtype == dtype
    assert pictures.shape == (shape[3], *shape[:3])
    for f, picture in enumerate(pictures):
        largest = np.abs(w[..., f]).max()
        np.testing.assert_allclose(2 * (picture - 0.5), w[..., f] / largest, atol=1e-6)
        assert np.abs(picture - 0.5).max() == 0.5


# feature maps


def test_maps_by_hand_are_the_pixels_without_the_negative_ones():
    x = np.array([[3.0, -1, 0], [-2, 5, 4]]).reshape(2, 1, 3, 1)
    maps = feature_maps(by_hand([1, 2], [0, 0]), x, 1)
    assert maps[:, 0, :, 0].tolist() == [[3, 0, 0], [0, 5, 4]]


def test_maps_after_each_relu_are_the_layers_one_after_the_other():
    network, x = small_network(np.float32), np.stack([image_of(3), image_of(4)])
    x, y, found = x.astype(np.float32), x.astype(np.float32), []
    for layer in network.layers:
        y = layer.forward(y)
        if isinstance(layer, ReLU):
            found.append(y)
    for place, maps in enumerate(found, start=1):
        result = feature_maps(network, x, place)
        np.testing.assert_array_equal(result, maps)
        assert result.dtype == np.float32
    assert [maps.shape for maps in found] == [(2, 9, 11, 3), (2, 3, 2, 4)]


def test_only_relus_are_counted():
    layers = [Conv2D(3, 2), Tanh(), Conv2D(4, 2), ReLU(), Flatten(), Dense(CLASSES)]
    network = Sequential(layers, SHAPE)
    x = image_of(3, np.float32)[np.newaxis]
    assert feature_maps(network, x, 1).shape == (1, 7, 9, 4)


# gradients


@pytest.mark.parametrize(("place", "shape"), [(1, (9, 11, 3)), (2, (3, 2, 4))])
def test_class_gradients_by_finite_differences(place, shape):
    network, x = small_network(), np.stack([image_of(5), image_of(6)])
    # No map is 0: where several zeros share a window of the pooling, there is no slope.
    network.parameters["conv2d_1.b"][...] += 5
    after = network.names.index(f"relu_{place}") + 1

    def score(maps):
        for layer in network.layers[after:]:
            maps = layer.forward(maps)
        return float(maps[:, 3].sum())

    numeric = numerical_gradient(score, feature_maps(network, x, place))
    gradients = class_gradients(network, x, 3, place)
    assert gradients.shape == (2, *shape)
    assert relative_error(gradients, numeric) < 1e-6


def test_class_gradients_by_hand_are_the_weight_shared_by_all_places():
    # Three places, so the mean gives each a third of the class's weight, dark or not.
    x = np.array([3.0, -1, 0]).reshape(1, 1, 3, 1)
    gradients = class_gradients(by_hand([6, -9], [0, 0]), x, 1, 1)
    np.testing.assert_allclose(gradients[0, 0, :, 0], [-3, -3, -3])


def test_saliency_by_hand_is_zero_where_the_relu_is():
    x = np.array([3.0, -1, 2]).reshape(1, 3, 1)
    np.testing.assert_allclose(saliency(by_hand([6, -9], [0, 0]), x, 1), [[3, 0, 3]])


@pytest.mark.parametrize("label", [0, 4])
def test_saliency_by_finite_differences(label):
    network, image = small_network(), image_of(7)
    numeric = numerical_gradient(
        lambda x: float(network.forward(x[np.newaxis])[0, label]), image
    )
    result = saliency(network, image, label)
    assert relative_error(result, np.abs(numeric).max(axis=2)) < 1e-6
    # Both signs, and now one channel, now the other: neither |.| nor max may be left out.
    assert (numeric.max(axis=2) < result - 1e-9).any()
    assert len(np.unique(np.abs(numeric).argmax(axis=2))) == 2


def test_keras_finds_the_same_saliency(tf):
    network, image = trained.fashion_cnn(), draw(8).uniform(size=(28, 28, 1))
    image = image.astype(np.float32)
    model, x = network.to_keras(), tf.constant(image[np.newaxis])
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = x
        for layer in model.layers[:-1]:  # the last one is the softmax
            y = layer(y)
        score = y[0, 6]
    theirs = np.abs(tape.gradient(score, x).numpy()[0]).max(axis=2)
    np.testing.assert_allclose(saliency(network, image, 6), theirs, atol=1e-5)


# Grad-CAM


def test_grad_cam_by_hand():
    maps = np.zeros((2, 3, 2))
    maps[..., 0], maps[..., 1] = [[1, 3, 0], [2, 4, 1]], [[2, 0, 5], [0, 1, 0]]
    gradients = np.zeros((2, 3, 2))
    gradients[..., 0], gradients[..., 1] = [[6, 0, 0], [0, 6, 0]], [[-1] * 3] * 2
    # The importance is 2 and -1; twice the first map minus the second is 0 6 -5 / 4 7 2.
    expected = np.array([[0, 6, 0], [4, 7, 2]]) / 7
    np.testing.assert_allclose(grad_cam(maps, gradients), expected)


def test_grad_cam_is_zero_where_everything_speaks_against_the_class():
    maps = np.ones((2, 3, 4), np.float32)
    assert not grad_cam(maps, -maps).any()


def test_grad_cam_does_not_depend_on_the_scale_of_either():
    rng = draw(9)
    maps, gradients = rng.uniform(size=(3, 4, 5)), rng.normal(size=(3, 4, 5))
    heat = grad_cam(maps, gradients)
    assert heat.shape == (3, 4)
    assert 0 <= heat.min() <= heat.max() == 1
    np.testing.assert_allclose(grad_cam(8 * maps, gradients / 16), heat)


# occlusion


def covered_by_loops(image, size, stride, value):
    rows = range(0, image.shape[0] - size[0] + 1, stride[0])
    columns = range(0, image.shape[1] - size[1] + 1, stride[1])
    images = []
    for top in rows:
        for left in columns:
            copy = image.copy()
            for i in range(size[0]):
                for j in range(size[1]):
                    copy[top + i, left + j] = value
            images.append(copy)
    return np.array(images).reshape(len(rows), len(columns), *image.shape)


@given(
    image=st.permutations([4, 5, 7]).map(lambda sizes: (*sizes[:2], sizes[2] % 3 + 1)),
    size=st.permutations([1, 2, 3, 4]),
    stride=st.permutations([1, 2, 3]),
    dtype=st.sampled_from([np.float32, np.float64]),
)
def test_covered_images_are_those_of_the_loops(image, size, stride, dtype):
    x = np.arange(np.prod(image), dtype=dtype).reshape(image)
    y = covered_images(x, tuple(size[:2]), tuple(stride[:2]), -1.5)
    assert y.dtype == dtype
    np.testing.assert_array_equal(
        y, covered_by_loops(x, size[:2], stride[:2], dtype(-1.5))
    )


def test_an_int_is_a_square_and_a_stride_both_ways():
    x = image_of(1)
    np.testing.assert_array_equal(
        covered_images(x, 4, 3, 0.5), covered_images(x, (4, 4), (3, 3), 0.5)
    )


def test_the_drop_is_that_of_the_loops():
    network, image = small_network(np.float32), image_of(10, np.float32)
    drops = occlusion_map(network, image, 2, (3, 4), (2, 3), value=0.4)
    covered = covered_by_loops(image, (3, 4), (2, 3), 0.4)
    before = softmax(network.forward(image[np.newaxis]))[0, 2]
    assert drops.shape == covered.shape[:2] == (4, 3)
    assert drops.dtype == np.float32
    for place in np.ndindex(drops.shape):
        after = softmax(network.forward(covered[place][np.newaxis]))[0, 2]
        assert drops[place] == pytest.approx(before - after, abs=1e-6)
    assert drops.min() < 0 < drops.max()


def test_a_drop_by_hand():
    # Of the pixels ln 9, 0, 0 the network gives the class 9 / 10; without the first one, half.
    image = np.array([np.log(9.0), 0, 0]).reshape(1, 3, 1)
    drops = occlusion_map(by_hand([3, 0], [0, 0]), image, 0, 1)
    np.testing.assert_allclose(drops, [[0.4, 0, 0]], atol=1e-12)


def test_covering_by_what_is_there_already_changes_nothing():
    image = np.full(SHAPE, 0.25, np.float32)
    assert not occlusion_map(
        small_network(np.float32), image, 1, (2, 3), 2, value=0.25
    ).any()


# the most exciting image


def test_each_step_goes_up_the_gradient_and_back_by_the_decay():
    network, start = by_hand([6, -9], [0, 0]), np.array([1.0, -1, 2]).reshape(1, 3, 1)
    once = maximise(network, start, 0, steps=1, rate=0.5)
    np.testing.assert_allclose(once.ravel(), [2, -1, 3])  # a gradient of 2 where x > 0
    twice = maximise(network, start, 0, steps=2, rate=0.5, decay=0.2)
    # 1 + 0.5 * (2 - 0.2) = 1.9, then 1.9 + 0.5 * (2 - 0.38) = 2.71, and so on.
    np.testing.assert_allclose(twice.ravel(), [2.71, -0.81, 3.52])


def test_decay_ends_where_it_balances_the_gradient():
    network, start = by_hand([6, -9], [0, 0]), np.array([1.0, -1, 2]).reshape(1, 3, 1)
    x = maximise(network, start, 0, steps=200, rate=0.5, decay=0.2)
    np.testing.assert_allclose(x.ravel(), [10, 0, 10], atol=1e-6)  # 2 / 0.2


@pytest.mark.parametrize("place", [None, 1, 2])
def test_one_step_is_the_gradient_by_finite_differences(place):
    network, image, channel = small_network(), image_of(11), 2

    def score(x):
        if place is None:
            return float(network.forward(x[np.newaxis])[0, channel])
        return float(feature_maps(network, x[np.newaxis], place)[..., channel].mean())

    step = maximise(network, image, channel, place, steps=1, rate=1) - image
    assert step.any()
    assert relative_error(step, numerical_gradient(score, image)) < 1e-6


def test_the_score_rises_and_nothing_is_drawn_by_chance():
    network, start = trained.fashion_cnn(), np.full((28, 28, 1), 0.5, np.float32)
    made = [maximise(network, start, 3, steps=5) for _ in range(2)]
    np.testing.assert_array_equal(*made)
    assert made[0].dtype == np.float32
    scores = network.forward(np.stack([start, made[0]]))[:, 3]
    assert scores[1] > scores[0] + 1


# what must not happen

NETWORK = small_network()
X = image_of(12)
CALLS = {
    "filters": lambda: filter_images(NETWORK.parameters["conv2d_1.w"]),
    "maps": lambda: feature_maps(NETWORK, X[np.newaxis], 2),
    "gradients": lambda: class_gradients(NETWORK, X[np.newaxis], 1, 1),
    "Grad-CAM": lambda: grad_cam(X, X),
    "saliency": lambda: saliency(NETWORK, X, 1),
    "covered": lambda: covered_images(X, 3, 2, 0),
    "occlusion": lambda: occlusion_map(NETWORK, X, 1, 3, 2),
    "maximise": lambda: maximise(NETWORK, X, 1, steps=2),
    "no step": lambda: maximise(NETWORK, X, 1, steps=0),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_nothing_modifies_images_or_weights_or_shares_their_memory(call):
    arrays = [X, *NETWORK.parameters.values(), *NETWORK.state.values()]
    before = [array.copy() for array in arrays]
    result = call()
    result += 1
    for array, copy in zip(arrays, before, strict=True):
        np.testing.assert_array_equal(array, copy)


WRONG = [
    (lambda: filter_images(X), ValueError, r"\(KH, KW, C, F\).*\(9, 11, 2\)"),
    (lambda: filter_images(np.ones((1, 2, 3, 4), int)), TypeError, "w holds int64"),
    (lambda: feature_maps(NETWORK, X, 1), ValueError, r"\(N, H, W, C\)"),
    (lambda: feature_maps(NETWORK, X[np.newaxis], 0), ValueError, "has 2.*place is 0"),
    (lambda: class_gradients(NETWORK, X[np.newaxis], 1, 3), ValueError, "place is 3"),
    (lambda: class_gradients(NETWORK, X[np.newaxis], 5, 1), ValueError, r"0\.\.4.* 5"),
    (lambda: saliency(NETWORK, X, -1), ValueError, r"label must lie in 0\.\.4, not -1"),
    (lambda: saliency(NETWORK, X[np.newaxis], 1), ValueError, r"\(H, W, C\)"),
    (lambda: saliency(NETWORK, X[1:], 1), ValueError, r"not \(1, 8, 11, 2\)"),
    (lambda: grad_cam(X, X[1:]), ValueError, r"map's shape \(9, 11, 2\)"),
    (lambda: grad_cam(X[0], X[0]), ValueError, r"\(H, W, K\)"),
    (lambda: covered_images(X, (10, 2), 1, 0), ValueError, "10 does not fit in 9"),
    (lambda: covered_images(X.astype(int), 2, 1, 0), TypeError, "image holds int64"),
    (lambda: covered_images(X, 2, 0, 0), ValueError, "stride must be at least 1"),
    (lambda: occlusion_map(NETWORK, X, 9, 2), ValueError, r"label.*0\.\.4, not 9"),
    (lambda: maximise(NETWORK, X, 4, 2), ValueError, r"channel.*0\.\.3, not 4"),
    (lambda: maximise(NETWORK, X[0], 1), ValueError, r"image.*\(H, W, C\)"),
]


@pytest.mark.parametrize(("call", "kind", "message"), WRONG)
def test_what_does_not_go_together_is_named(call, kind, message):
    with pytest.raises(kind, match=message):
        call()
