"""Dropout and BatchNorm: what they do in training, and what is left of it afterwards."""

import math
import statistics

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnn_course.layers import BatchNorm, Dropout
from tests.layer_cases import batch, cases, forward, plain, ready

few = settings(max_examples=30)

# Dropout


@pytest.mark.parametrize("rate", [0.1, 0.5, 0.8])
def test_the_share_of_zeros_is_the_rate_and_the_mean_stays(rate):
    layer, x = Dropout(rate), np.ones((50, 20, 30, 2), np.float32)
    y = layer.forward(x, training=True)
    # Five standard deviations of a count of 60000.
    margin = 5 * math.sqrt(rate * (1 - rate) / x.size)
    assert abs((y == 0).mean() - rate) < margin
    assert abs(y.mean() - 1) < margin / (1 - rate)


@few
@given(data=st.data(), dtype=st.sampled_from([np.float32, np.float64]))
def test_a_number_is_dropped_or_enlarged(data, dtype):
    layer, shape, seed = data.draw(cases(Dropout))
    x = batch(shape, seed, dtype)
    y = layer.forward(x, training=True)
    assert y.dtype == dtype
    kept = y != 0
    np.testing.assert_allclose(y[kept], x[kept] / (1 - layer.rate), rtol=1e-6)


def test_every_number_is_dropped_by_itself():
    # Neither channels nor rows nor images go together: half of all neighbours differ.
    layer = Dropout(0.5)
    dropped = layer.forward(np.ones((20, 30, 40, 10)), training=True) == 0
    for axis in range(4):
        assert abs(np.diff(dropped, axis=axis).mean() - 0.5) < 0.01


def test_the_same_generator_gives_the_same_mask_and_goes_on():
    layer, other, x = Dropout(0.4), Dropout(0.4), batch((3, 5, 7, 2), 1)
    layer.random, other.random = np.random.default_rng(8), np.random.default_rng(8)
    first, second = (layer.forward(x, training=True) for _ in range(2))
    np.testing.assert_array_equal(other.forward(x, training=True), first)
    np.testing.assert_array_equal(other.forward(x, training=True), second)
    assert (first != second).any()


def test_build_hands_the_generator_over():
    layer, other, x = Dropout(0.4), Dropout(0.4), batch((3, 5, 7, 2), 1)
    layer.build(x.shape[1:], np.random.default_rng(9))
    other.random = np.random.default_rng(9)
    y = layer.forward(x, training=True)
    np.testing.assert_array_equal(y, other.forward(x, training=True))


def test_dropout_does_nothing_but_in_training():
    layer, x = plain(Dropout)
    np.testing.assert_array_equal(layer.forward(x), x)
    np.testing.assert_array_equal(layer.backward(2 * x), 2 * x)
    before = layer.random.bit_generator.state
    layer.forward(x)
    assert layer.random.bit_generator.state == before


def test_the_gradient_goes_through_the_mask_of_its_forward():
    layer, x = plain(Dropout)
    y = layer.forward(x, training=True)
    dy = batch(x.shape, 3)
    expected = np.where(y == 0, 0, dy / (1 - layer.rate))
    for _ in range(2):  # going back draws nothing
        np.testing.assert_allclose(layer.backward(dy), expected, rtol=1e-12)


@pytest.mark.parametrize("rate", [-0.1, 1, 1.5, math.nan])
def test_a_rate_that_is_no_share_is_refused(rate):
    with pytest.raises(ValueError, match=f"rate must lie in 0..1.*not {rate}"):
        Dropout(rate)


# BatchNorm


def copies(arrays):
    return {name: array.copy() for name, array in arrays.items()}


def test_batch_norm_worked_by_hand():
    # Channel 0 holds 1 and 5: mean 3, variance 4; with epsilon 5 the spread is 3.
    layer = BatchNorm(momentum=0.75, epsilon=5)
    layer.build((2,), dtype=np.float64)
    layer.parameters = {"gamma": np.array([6.0, 1]), "beta": np.array([10.0, 7])}
    x = np.array([[1.0, 4], [5, 4]])
    y = layer.forward(x, training=True)
    np.testing.assert_allclose(y, [[6, 7], [14, 7]], rtol=1e-12)
    np.testing.assert_allclose(layer.state["mean"], [0.75, 1], rtol=1e-12)
    np.testing.assert_allclose(layer.state["variance"], [1.75, 0.75], rtol=1e-12)
    # z is -2/3 and 2/3: dgamma = 2/3 * (-3 + 6), dbeta = 9; dx = 2 * (dy - 9/2 - z * 2/2).
    dx = layer.backward(np.array([[3.0, 0], [6, 0]]))
    np.testing.assert_allclose(layer.gradients["gamma"], [2, 0], rtol=1e-12)
    np.testing.assert_allclose(layer.gradients["beta"], [9, 0], rtol=1e-12)
    np.testing.assert_allclose(dx[:, 0], [-5 / 3, 5 / 3], rtol=1e-12)


def test_batch_norm_after_training_worked_by_hand():
    layer = BatchNorm(epsilon=5)
    layer.build((1,), dtype=np.float64)
    layer.parameters = {"gamma": np.array([6.0]), "beta": np.array([10.0])}
    layer.state = {"mean": np.array([2.0]), "variance": np.array([4.0])}
    assert layer.forward(np.array([[5.0], [-1.0]])).tolist() == [[16], [4]]
    assert layer.backward(np.array([[3.0], [0.5]])).tolist() == [[6], [1]]
    assert layer.gradients["gamma"].tolist() == [2.5]
    assert layer.gradients["beta"].tolist() == [3.5]
    assert layer.state == {"mean": [2], "variance": [4]}


@few
@given(data=st.data(), dtype=st.sampled_from([np.float32, np.float64]))
def test_training_brings_every_channel_to_its_beta_and_gamma(data, dtype):
    layer, shape, seed = data.draw(cases(BatchNorm))
    ready(layer, shape, seed, dtype)
    before = copies(layer.state)
    x = batch(shape, seed, dtype)
    y = layer.forward(x, training=True)
    assert y.dtype == dtype
    for c in range(shape[-1]):
        numbers = [float(number) for number in x[..., c].ravel()]
        mean, variance = statistics.fmean(numbers), statistics.pvariance(numbers)
        gamma, beta = (float(layer.parameters[n][c]) for n in ("gamma", "beta"))
        spread = math.sqrt(variance + layer.epsilon)
        expected = [gamma * (number - mean) / spread + beta for number in numbers]
        np.testing.assert_allclose(y[..., c].ravel(), expected, rtol=1e-3, atol=1e-3)
        for name, new in (("mean", mean), ("variance", variance)):
            average = layer.momentum * before[name][c] + (1 - layer.momentum) * new
            kept = layer.state[name]
            assert kept.dtype == dtype
            np.testing.assert_allclose(kept[c], average, rtol=1e-4, atol=1e-5)


def test_after_many_batches_both_modes_agree():
    layer = BatchNorm(momentum=0.5)
    layer.build((5, 7, 3), dtype=np.float64)
    x = batch((2, 5, 7, 3), 1) + 9
    for _ in range(60):
        y = layer.forward(x, training=True)
    np.testing.assert_allclose(layer.forward(x), y, rtol=1e-9, atol=1e-12)


def test_the_gradient_in_training_moves_no_mean_and_no_spread():
    # Adding a number to a channel changes nothing: its gradient adds up to 0.
    layer, x = plain(BatchNorm)
    dy = batch(forward(layer, x, training=True).shape, 3)
    np.testing.assert_allclose(layer.backward(dy).sum(axis=(0, 1, 2)), 0, atol=1e-10)
    forward(layer, x)
    assert np.abs(layer.backward(dy).sum(axis=(0, 1, 2))).min() > 1e-3


def test_an_empty_batch_has_no_mean_and_changes_none():
    layer, x = plain(BatchNorm)
    before = copies(layer.state)
    with pytest.raises(ValueError, match=r"\(0, 7, 11, 3\) has no mean.*skip empty"):
        layer.forward(x[:0], training=True)
    np.testing.assert_equal(layer.state, before)


@pytest.mark.parametrize("training", [False, True])
@pytest.mark.parametrize("channels", [1, 2, 4])
def test_other_channels_than_built_for_are_refused_and_not_counted(channels, training):
    # One channel would broadcast to three.
    layer, x = plain(BatchNorm)
    before = copies(layer.state)
    wrong = np.ones((*x.shape[:3], channels))
    with pytest.raises(ValueError, match=rf"for 3 channels.*7, 11, {channels}\)"):
        layer.forward(wrong, training)
    np.testing.assert_equal(layer.state, before)
