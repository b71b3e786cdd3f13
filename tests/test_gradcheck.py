import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnn_course.gradcheck import numerical_gradient, relative_error


def loops_gradient(f, x, step):
    """Write the definition out: one array for each number and each side."""
    gradient = np.empty(x.shape)
    for place in np.ndindex(x.shape):
        ahead, behind = x.copy(), x.copy()
        ahead[place] += step
        behind[place] -= step
        gradient[place] = (f(ahead) - f(behind)) / (2 * step)
    return gradient


# numerical_gradient


def test_a_polynomial_worked_by_hand():
    # f = x² y + 5 z at (3, -2, 7): (2 x y, x², 5)
    x = np.array([3.0, -2, 7])
    numeric = numerical_gradient(lambda x: x[0] ** 2 * x[1] + 5 * x[2], x)
    np.testing.assert_allclose(numeric, [-12, 9, 5], rtol=1e-8)


@pytest.mark.parametrize("step", [0.5, 0.25, 0.125])
def test_the_error_of_a_cube_is_the_square_of_the_step(step):
    # ((x + h)³ - (x - h)³) / 2h = 3 x² + h²; with powers of 2 nothing is rounded.
    numeric = numerical_gradient(
        lambda x: float(np.sum(x**3)), np.array([2.0, -4]), step
    )
    assert numeric.tolist() == [12 + step**2, 48 + step**2]


@given(
    shape=st.sampled_from([(), (1,), (3,), (2, 3), (4, 1, 2), (2, 1, 3, 4), (0, 3)]),
    step=st.sampled_from([1e-5, 1e-3]),
    seed=st.integers(0, 2**32 - 1),
)
def test_every_shape_equals_the_loops_and_the_derivative(shape, step, seed):
    rng = np.random.default_rng(seed)
    x, weights = np.asarray(rng.normal(size=shape)), rng.normal(size=shape)

    def f(x):
        return float(np.sum(weights * np.sin(x)))

    numeric = numerical_gradient(f, x, step)
    assert (numeric.shape, numeric.dtype) == (x.shape, np.float64)
    np.testing.assert_allclose(
        numeric, loops_gradient(f, x, step), rtol=1e-6, atol=1e-8
    )
    np.testing.assert_allclose(numeric, weights * np.cos(x), rtol=1e-5, atol=1e-5)


def test_each_call_changes_one_number_by_one_step():
    x, seen = np.arange(6.0).reshape(2, 3), []

    def f(x):
        seen.append(x.copy())
        return 0.0

    numerical_gradient(f, x, step=0.25)
    assert len(seen) == 2 * x.size
    moves = np.array([moved - x for moved in seen])
    assert np.count_nonzero(moves) == 2 * x.size
    np.testing.assert_array_equal(np.abs(moves).sum(axis=0), np.full((2, 3), 0.5))
    np.testing.assert_array_equal(moves.sum(axis=0), np.zeros((2, 3)))


def test_x_is_left_as_it_was_in_any_layout_even_if_read_only():
    whole = np.arange(24.0).reshape(4, 6)
    before, x = whole.copy(), whole[::2, ::-2]
    x.flags.writeable = False
    numeric = numerical_gradient(lambda x: float(np.sum(x * [1, 10, 100])), x)
    np.testing.assert_allclose(numeric, [[1, 10, 100]] * 2, rtol=1e-6)
    np.testing.assert_array_equal(whole, before)


@pytest.mark.parametrize(
    ("x", "message"),
    [
        (np.ones(3, np.float32), "float64 array, not float32"),
        (np.ones(3, np.int64), "float64 array, not int64"),
        ([1.0, 2.0], "float64 array, not list"),
        (1.0, "float64 array, not float"),
    ],
)
def test_what_is_not_float64_is_named(x, message):
    with pytest.raises(TypeError, match=message):
        numerical_gradient(lambda x: 0.0, x)


# relative_error


@pytest.mark.parametrize(
    ("a", "b", "error"),
    [
        ([1.0, 2.0], [1.0, 2.0], 0),
        ([1.0, 4.0], [1.5, 4.0], 0.125),
        ([1.0, -4.0], [1.0, 4.0], 2),
        ([-8.0, 1.0], [-6.0, 1.0], 0.25),
        ([0.0, 0.0], [0.0, 0.0], 0),
        ([0.0, 0.0], [0.0, 1e-9], 1),
        ([], [], 0),
    ],
)
def test_relative_error_worked_by_hand(a, b, error):
    a, b = np.array(a), np.array(b)
    assert relative_error(a, b) == relative_error(b, a) == error
    assert type(relative_error(a, b)) is float


@pytest.mark.parametrize("scale", [2.0**-40, 2.0**40])
def test_the_unit_does_not_matter(scale):
    rng = np.random.default_rng(1)
    a, b = rng.normal(size=(2, 3, 4))
    assert relative_error(scale * a, scale * b) == relative_error(a, b) > 0


def test_nan_agrees_with_nothing():
    a = np.array([1.0, 2.0])
    for b in (np.array([np.nan, 2.0]), np.array([1.0, np.nan])):
        assert not relative_error(a, b) < 1e-6
        assert not relative_error(b, a) < 1e-6


def test_float32_gradients_give_a_number_too():
    a, b = np.array([1, 4], np.float32), np.array([1.5, 4], np.float32)
    assert relative_error(a, b) == 0.125
    assert type(relative_error(a, b)) is float


def test_shapes_that_would_broadcast_are_named():
    with pytest.raises(ValueError, match=r"\(2, 3\) and \(3,\)"):
        relative_error(np.ones((2, 3)), np.ones(3))


@pytest.mark.parametrize(
    ("gradient", "agrees"),
    [
        (lambda x: 2 * x * np.exp(x**2), True),
        (lambda x: 2 * x * np.exp(x), False),
        (lambda x: x * np.exp(x**2), False),
        (lambda x: np.where(x == x.max(), 2.01, 2) * x * np.exp(x**2), False),
    ],
)
def test_the_two_together_tell_a_right_gradient_from_a_wrong_one(gradient, agrees):
    x = np.linspace(-0.5, 1.5, 6).reshape(2, 3)
    numeric = numerical_gradient(lambda x: float(np.sum(np.exp(x**2))), x)
    error = relative_error(gradient(x), numeric)
    assert error < 1e-6 if agrees else error > 1e-3
