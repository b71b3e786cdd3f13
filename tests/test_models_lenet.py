"""LeNet-5 as published: its own layers by hand, and that it learns."""

import importlib

import numpy as np
import pytest

from cnn_course import datasets
from cnn_course.architectures import LENET5_C3
from cnn_course.conv import conv2d

# Saving turns weights into arrays in a way of Keras' own that NumPy 2 warns about.
saves = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
SEES = ((0, 2), (1,), (0, 1, 2), (2, 1))


@pytest.fixture(scope="module")
def lenet(tf):
    return importlib.import_module("cnn_course.models.lenet")


@pytest.fixture(scope="module")
def mnist():
    return datasets.load("mnist")


def noise(*shape):
    return np.random.default_rng(5).normal(size=shape).astype(np.float32)


def is_close(a, b):
    np.testing.assert_allclose(a, b, rtol=1e-5, atol=1e-5)


def test_the_scaled_tanh_keeps_minus_1_0_and_1(lenet):
    y = lenet.scaled_tanh(np.array([-1, 0, 1, 99], np.float32))
    np.testing.assert_allclose(y, [-1, 0, 1, 1.7159], atol=1e-4)


# C3


def test_a_map_of_c3_sees_the_maps_of_table_1_and_no_other(lenet):
    c3 = lenet.lenet5().get_layer("C3")
    x = noise(1, 14, 14, 6)
    before = c3(x).numpy()
    assert before.shape == (1, 10, 10, 16)
    for changed in range(6):
        other = x.copy()
        other[..., changed] += 1
        differs = (c3(other).numpy() != before).any(axis=(0, 1, 2))
        assert differs.tolist() == [changed in seen for seen in LENET5_C3]


def test_a_sparse_convolution_is_a_dense_one_with_zeros(lenet):
    layer = lenet.SparseConv2D(3, SEES)
    x = noise(2, 6, 8, 3)
    assert layer(x).shape == (2, 4, 6, 4)
    layer.set_weights([noise(3, 3, 8), noise(4)])
    learned, b = layer.get_weights()
    w = np.zeros((3, 3, 3, 4), np.float32)
    pairs = [(c, f) for f, seen in enumerate(SEES) for c in seen]
    for number, (c, f) in enumerate(pairs):
        w[:, :, c, f] = learned[:, :, number]
    is_close(layer(x), conv2d(x, w, b))


def test_a_sparse_convolution_learns_every_number(tf, lenet):
    layer = lenet.SparseConv2D(3, SEES, "tanh")
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(layer(noise(2, 6, 8, 3)) ** 2)
    for gradient in tape.gradient(loss, layer.trainable_weights):
        assert (gradient.numpy() != 0).all()


def test_a_connection_to_a_map_that_is_not_there_is_refused(lenet):
    with pytest.raises(ValueError, match="channel 2, but only 2 come in"):
        lenet.SparseConv2D(3, SEES)(noise(1, 6, 8, 2))


def test_weights_start_within_their_units_inputs(lenet):
    model = lenet.lenet5()
    kernels = model.get_layer("C3").w.numpy()
    fans = np.repeat([25 * len(seen) for seen in LENET5_C3], list(map(len, LENET5_C3)))
    for kernel, fan in zip(np.moveaxis(kernels, 2, 0), fans, strict=True):
        assert 0.6 < np.abs(kernel).max() * fan / 2.4 < 1
    for name, fan in (("C1", 25), ("C5", 400), ("F6", 120)):
        most = np.abs(model.get_layer(name).kernel.numpy()).max()
        assert 0.95 < most * fan / 2.4 < 1


# S2 and S4


def test_subsampling_by_hand(lenet):
    layer = lenet.Subsampling()
    x = np.zeros((1, 3, 4, 2), np.float32)  # the third line is left over
    x[0, :2, :, 0] = [[1, 2, 5, 6], [3, 4, 7, 8]]
    x[0, :2, :, 1] = [[1, 1, 0, 0], [1, 1, 0, 2]]
    is_close(layer(x), [[[[10 / 4, 4 / 4], [26 / 4, 2 / 4]]]])
    layer.set_weights([np.array([0.5, -2]), np.array([1, 3])])
    # 0.5 times 10 and 26, plus 1; -2 times 4 and 2, plus 3
    is_close(layer(x), [[[[6, -5], [14, -1]]]])
    squashed = lenet.Subsampling(lenet.scaled_tanh)
    squashed.build(x.shape)
    squashed.set_weights(layer.get_weights())
    is_close(squashed(x), lenet.scaled_tanh(layer(x)))


# The output


def test_the_targets_are_ten_different_pictures_of_digits(lenet):
    targets = lenet.digit_targets()
    assert targets.shape == (10, 84)
    assert targets.dtype == np.float32
    assert set(targets.ravel()) == {-1, 1}
    different = (targets[:, None] != targets).sum(axis=2)
    assert different[~np.eye(10, dtype=bool)].min() >= 7
    seven = targets[7].reshape(12, 7)
    assert (seven[1] == 1).all()  # its bar
    assert (seven[[0, 11]] == -1).all()
    assert seven[10].tolist() == [-1, -1, 1, 1, -1, -1, -1]  # and its foot


def test_distances_by_hand(lenet):
    layer = lenet.RadialBasis([[1, -1, 1], [-1, -1, 1]])
    x = np.array([[1, -1, 1], [0, 2, 0.5]], np.float32)
    is_close(layer(x), [[0, 4], [1 + 9 + 0.25, 1 + 9 + 0.25]])
    assert layer.count_params() == 0


def test_a_vector_that_is_a_target_has_no_distance_to_it(lenet):
    targets = lenet.digit_targets()
    distances = lenet.RadialBasis(targets)(targets).numpy()
    assert (np.diag(distances) == 0).all()
    assert (distances.argmin(axis=1) == range(10)).all()


def test_the_penalty_is_the_distance_to_the_label(lenet):
    distances = np.array([[1, 2, 3], [4, 5, 6]], np.float32)
    for labels in ([2, 0], [[2], [0]]):
        assert lenet.penalty(np.array(labels), distances).numpy().tolist() == [3, 4]


def test_the_smallest_distance_is_the_largest_probability(lenet, mnist):
    x = lenet.prepare(mnist.x_test[::100])
    plain, soft = lenet.lenet5(), lenet.lenet5(probabilities=True)
    soft.set_weights(plain.get_weights())
    distances, shares = plain(x).numpy(), soft(x).numpy()
    assert distances.dtype == shares.dtype == np.float32
    assert (distances >= 0).all()
    powers = np.exp(distances.min(axis=1, keepdims=True) - distances)
    np.testing.assert_allclose(shares, powers / powers.sum(1, keepdims=True), atol=1e-5)
    np.testing.assert_allclose(shares.sum(axis=1), 1, atol=1e-5)


def test_other_targets_can_be_given(lenet):
    random = np.sign(noise(10, 84))
    layer = lenet.lenet5(random).get_layer("output")
    np.testing.assert_array_equal(layer.targets, random)
    with pytest.raises(ValueError, match=r"must be \(10, 84\), not \(84, 10\)"):
        lenet.lenet5(random.T)


# Images


def test_images_are_framed_and_have_a_mean_near_0_but_no_variance_of_1(lenet, mnist):
    kept = mnist.x_test.copy()
    x = lenet.prepare(mnist.x_test)
    np.testing.assert_array_equal(kept, mnist.x_test)
    assert x.shape == (len(kept), 32, 32, 1)
    assert x.dtype == np.float32
    frame = np.ones((32, 32), bool)
    frame[2:-2, 2:-2] = False
    assert set(x[:, frame].ravel()) == {np.float32(-0.1)}
    assert x.max() == pytest.approx(1.175)
    assert abs(x.mean()) < 0.05
    assert x.var() == pytest.approx(0.12, abs=0.01)
    assert np.var([-0.1, 1.175]) == pytest.approx(0.41, abs=0.005)


def test_images_of_another_size_or_type_are_refused(lenet):
    with pytest.raises(ValueError, match=r"not \(2, 32, 28\) in uint8"):
        lenet.prepare(np.zeros((2, 32, 28), np.uint8))
    with pytest.raises(ValueError, match="in float32"):
        lenet.prepare(np.zeros((2, 28, 28), np.float32))


# Learning, saving


def learned(tf, model, loss, mnist, prepare):
    x, y = prepare(mnist.x_train[:160]), mnist.y_train[:160]
    model.compile(tf.keras.optimizers.Adam(1e-2), loss)
    return model.fit(x, y, 32, epochs=4, verbose=0).history["loss"]


def test_lenet5_learns_with_the_penalty_of_the_paper(tf, lenet, mnist):
    tf.keras.utils.set_random_seed(1)
    model = lenet.lenet5()
    losses = learned(tf, model, lenet.penalty, mnist, lenet.prepare)
    assert losses[-1] < 0.7 * losses[0]
    right = model(lenet.prepare(mnist.x_test)).numpy().argmin(axis=1) == mnist.y_test
    assert right.mean() > 0.4  # a guess: 0.1


def test_the_dense_one_learns(tf, lenet, mnist):
    tf.keras.utils.set_random_seed(1)
    loss = "sparse_categorical_crossentropy"
    losses = learned(tf, lenet.lenet_dense(), loss, mnist, lenet.prepare)
    assert losses[-1] < 0.7 * losses[0]


@saves
@pytest.mark.parametrize("probabilities", [False, True])
def test_lenet5_is_saved_and_read_back(tf, lenet, mnist, tmp_path, probabilities):
    model = lenet.lenet5(probabilities=probabilities)
    model.save(tmp_path / "lenet5.keras")
    again = tf.keras.models.load_model(tmp_path / "lenet5.keras")
    x = lenet.prepare(mnist.x_test[:3])
    np.testing.assert_array_equal(model(x), again(x))
    assert again.get_layer("C3").sees == LENET5_C3
    assert again.count_params() == 60_000


def test_a_seed_makes_the_same_weights(tf, lenet):
    weights = []
    for seed in (1, 1, 2):
        tf.keras.utils.set_random_seed(seed)
        weights.append(lenet.lenet5().get_layer("C3").w.numpy())
    np.testing.assert_array_equal(weights[0], weights[1])
    assert (weights[0] != weights[2]).any()
