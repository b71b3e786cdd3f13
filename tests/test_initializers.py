import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnn_course.conv import conv2d
from cnn_course.initializers import INITIALIZERS, draw, fans, glorot, he
from cnn_course.layers import Dense, ReLU

SHAPES = [(300, 200), (5, 4, 30, 70)]
every_shape = pytest.mark.parametrize("shape", SHAPES, ids=str)
every_init = pytest.mark.parametrize("init", INITIALIZERS)


@given(st.permutations(range(1, 6)))
def test_fans_count_what_an_output_adds_up_and_what_an_input_feeds(sizes):
    kh, kw, c, f = sizes[:4]
    w = np.ones((kh, kw, c, f))
    assert conv2d(np.ones((1, kh, kw, c)), w)[0, 0, 0, 0] == fans(w.shape)[0]
    # One number in the middle of an image that is large enough for every window with it.
    x = np.zeros((1, 2 * kh - 1, 2 * kw - 1, c))
    x[0, kh - 1, kw - 1, 0] = 1
    assert np.count_nonzero(conv2d(x, w)) == fans(w.shape)[1]


def test_fans_of_a_matrix_are_its_inputs_and_outputs():
    assert fans((784, 10)) == (784, 10)


def spread_of(init, shape):
    fan_in, fan_out = fans(shape)
    return math.sqrt(2 / fan_in if init == "he" else 2 / (fan_in + fan_out))


@every_init
@every_shape
def test_the_spread_is_that_of_the_formula(init, shape):
    w = draw(init, shape, np.random.default_rng(1))
    spread = spread_of(init, shape)
    assert w.shape == shape
    # Five standard errors.
    assert abs(w.mean()) < 5 * spread / math.sqrt(w.size)
    assert abs(w.std() / spread - 1) < 5 / math.sqrt(2 * w.size)


@every_shape
def test_he_is_normal(shape):
    z = he(shape, np.random.default_rng(2)) / spread_of("he", shape)
    for width, share in ((1, 0.6827), (2, 0.9545), (3, 0.9973)):
        assert abs((np.abs(z) < width).mean() - share) < 0.01


@every_shape
def test_glorot_is_even_between_its_limits(shape):
    w = glorot(shape, np.random.default_rng(3))
    limit = math.sqrt(6 / sum(fans(shape)))
    assert 0.999 * limit < np.abs(w).max() <= limit
    counts, _ = np.histogram(w, bins=10, range=(-limit, limit))
    np.testing.assert_allclose(counts / w.size, 0.1, atol=0.01)


@every_init
def test_a_generator_gives_the_same_weights_again_and_then_others(init):
    random, again = np.random.default_rng(4), np.random.default_rng(4)
    first, second = (draw(init, (3, 2, 5, 7), random) for _ in range(2))
    np.testing.assert_array_equal(draw(init, (3, 2, 5, 7), again), first)
    np.testing.assert_array_equal(draw(init, (3, 2, 5, 7), again), second)
    assert (first != second).all()


@every_init
def test_without_a_generator_the_weights_are_always_the_same(init):
    shape = (4, 9)
    expected = INITIALIZERS[init](shape, np.random.default_rng(0))
    for _ in range(2):
        np.testing.assert_array_equal(draw(init, shape, None), expected)


def test_an_unknown_name_is_answered_with_those_that_exist():
    with pytest.raises(ValueError, match=r"one of \['glorot', 'he'\], not 'normal'"):
        draw("normal", (3, 4), np.random.default_rng(0))


def size_after_ten_layers(init):
    """Send signals through ten dense layers, each with a ReLU; return how much they grew."""
    random = np.random.default_rng(5)
    start = x = random.normal(size=(100, 400))
    for units in (390, 380, 370, 360, 350, 340, 330, 320, 310, 300):
        layer = Dense(units, init=init)
        layer.build(x.shape[1:], random, np.float64)
        x = ReLU().forward(layer.forward(x))
    return math.sqrt(np.mean(x**2) / np.mean(start**2))


def test_with_he_signals_keep_their_size_through_ten_relu_layers():
    assert 0.7 < size_after_ten_layers("he") < 1.4


def test_with_glorot_signals_halve_in_square_at_each_relu():
    # 2 / (fan-in + fan-out) is about half of 2 / fan-in: (1/2) ** (10 / 2) is 1/32.
    assert 1 / 45 < size_after_ten_layers("glorot") < 1 / 20
