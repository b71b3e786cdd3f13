import inspect

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnn_course.gradcheck import numerical_gradient
from cnn_course.pool import (
    average_pool2d,
    average_pool2d_backward,
    global_average_pool,
    global_average_pool_backward,
    global_max_pool,
    global_max_pool_backward,
    max_pool2d,
    max_pool2d_backward,
    max_pool2d_winners,
    min_pool2d,
    min_pool2d_backward,
    min_pool2d_winners,
)
from cnn_course.shapes import padding_pairs, pair


def first(best):
    """Say how much of a window's gradient each number takes: the first of the best takes all."""

    def shares(numbers):
        winner = numbers.index(best(numbers))
        return [float(place == winner) for place in range(len(numbers))]

    return shares


def mean(numbers):
    return sum(numbers) / len(numbers)


def equally(numbers):
    return [1 / len(numbers)] * len(numbers)


# forward, backward; what is kept of a window, and who gets which share of its gradient, in plain Python
WINNERS = {"max": max_pool2d_winners, "min": min_pool2d_winners}
KINDS = {
    "max": (max_pool2d, max_pool2d_backward, max, first(max)),
    "min": (min_pool2d, min_pool2d_backward, min, first(min)),
    "average": (average_pool2d, average_pool2d_backward, mean, equally),
}
every_kind = pytest.mark.parametrize("kind", KINDS)
every_global = pytest.mark.parametrize("pool", [global_average_pool, global_max_pool])
GLOBAL_BACKWARD = {
    global_average_pool_backward: (global_average_pool, equally),
    global_max_pool_backward: (global_max_pool, first(max)),
}
every_global_backward = pytest.mark.parametrize("backward", GLOBAL_BACKWARD)


def starts(x_shape, size, stride, padding):
    """Return the first row and the first column of every window; some lie outside the image."""
    size = pair(size)
    stride = size if stride is None else pair(stride)
    frame = padding_pairs(x_shape[1:3], size, stride, padding)
    return [
        range(-before, n + after - k + 1, step)
        for n, k, step, (before, after) in zip(
            x_shape[1:3], size, stride, frame, strict=True
        )
    ]


def pixels(x_shape, size, stride, padding):
    """Yield every place of the output and the pixels in its window, row by row; padding is not there."""
    n, h, w, c = x_shape
    kh, kw = pair(size)
    rows, cols = starts(x_shape, size, stride, padding)
    for a, i, j, b in np.ndindex(n, len(rows), len(cols), c):
        yield (
            (a, i, j, b),
            [
                (a, row, col, b)
                for row in range(rows[i], rows[i] + kh)
                for col in range(cols[j], cols[j] + kw)
                if 0 <= row < h and 0 <= col < w
            ],
        )


def pool_loops(x, size, stride, padding, keep):
    rows, cols = starts(x.shape, size, stride, padding)
    y = np.full((len(x), len(rows), len(cols), x.shape[3]), np.nan)
    for place, window in pixels(x.shape, size, stride, padding):
        y[place] = keep([float(x[pixel]) for pixel in window])
    return y


def backward_loops(dy, x, size, stride, padding, *, shares):
    dx = np.zeros(x.shape)
    for place, window in pixels(x.shape, size, stride, padding):
        parts = shares([float(x[pixel]) for pixel in window])
        for pixel, part in zip(window, parts, strict=True):
            dx[pixel] += dy[place] * part
    return dx


def draw_images(rng, shape, ties=False):
    """Draw numbers of both signs: no two of them equal, or nearly all of them."""
    count = int(np.prod(shape))
    values = rng.integers(-1, 2, count) if ties else rng.permutation(count) - count / 3
    return values.reshape(shape).astype(np.float64)


@st.composite
def poolings(draw):
    """Draw a pooling that fits: the images' shape, size, stride, padding, and a seed for the numbers."""
    kh, kw = draw(st.permutations(range(1, 6)))[:2]
    rows, cols = (st.integers(0, min(k, 4) - 1) for k in (kh, kw))
    padding = draw(
        st.sampled_from(["same", "valid"])
        | st.integers(0, min(kh, kw, 4) - 1)
        | st.tuples(rows, cols)
        | st.tuples(st.tuples(rows, rows), st.tuples(cols, cols))
    )
    if padding == "same":
        least = (1, 1)
    else:
        frame = padding_pairs((1, 1), (kh, kw), (1, 1), padding)
        least = (max(1, kh - sum(frame[0])), max(1, kw - sum(frame[1])))
    h, w = (number + draw(st.integers(0, 5)) for number in least)
    w += h == w
    stride = draw(
        st.none()
        | st.integers(1, 3)
        | st.permutations(range(1, 7)).map(lambda s: s[:2])
    )
    n, c = draw(st.permutations(range(1, 5)))[:2]
    seed = draw(st.integers(0, 2**32 - 1))
    return (n, h, w, c), (kh, kw), stride, padding, seed


# by hand

IMAGE = np.array([[1.0, 2, 0, 1], [3, 0, 2, 4], [5, 1, 0, 0]]).reshape(1, 3, 4, 1)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("max", [[3, 4], [5, 4]]),
        ("min", [[0, 0], [0, 0]]),
        ("average", [[8 / 6, 9 / 6], [11 / 6, 7 / 6]]),
    ],
)
def test_a_window_that_is_not_square_worked_by_hand(kind, expected):
    y = KINDS[kind][0](IMAGE, (2, 3), stride=1)
    np.testing.assert_allclose(y[0, :, :, 0], expected, rtol=1e-15)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("max", [[22, 24, 26], [42, 44, 46]]),
        ("min", [[0, 2, 4], [20, 22, 24]]),
        ("average", [[11, 13, 15], [31, 33, 35]]),
    ],
)
def test_windows_of_three_with_a_stride_of_two_overlap(kind, expected):
    x = (10.0 * np.arange(5)[:, np.newaxis] + np.arange(7)).reshape(1, 5, 7, 1)
    y = KINDS[kind][0](x, 3, stride=2)
    np.testing.assert_allclose(y[0, :, :, 0], expected, rtol=1e-14)


@every_kind
def test_the_stride_is_the_window_unless_it_is_given(kind):
    x = draw_images(np.random.default_rng(1), (1, 7, 11, 2))
    pool, _, _, _ = KINDS[kind]
    assert pool(x, (2, 3)).shape == (1, 3, 3, 2)
    np.testing.assert_array_equal(pool(x, (2, 3)), pool(x, (2, 3), (2, 3)))


@every_kind
def test_size_stride_and_padding_are_height_before_width(kind):
    x, (pool, _, _, _) = np.ones((1, 7, 8, 1)), KINDS[kind]
    assert pool(x, (2, 5), stride=1).shape == (1, 6, 4, 1)
    assert pool(x, (2, 5), stride=(3, 1)).shape == (1, 2, 4, 1)
    assert pool(x, (2, 5), stride=1, padding=(0, 2)).shape == (1, 6, 8, 1)


@every_kind
@pytest.mark.parametrize("number", [-3.0, 5.0])
@pytest.mark.parametrize("padding", [1, (2, 0), "same"])
def test_padding_never_wins_and_never_counts(kind, number, padding):
    y = KINDS[kind][0](np.full((1, 4, 5, 2), number), (3, 2), 1, padding)
    np.testing.assert_array_equal(y, np.full_like(y, number))


@every_kind
def test_channels_and_images_are_pooled_each_for_itself(kind):
    x = draw_images(np.random.default_rng(2), (2, 5, 7, 3))
    pool, _, _, _ = KINDS[kind]
    y = pool(x, (3, 2), 1, "same")
    for n, c in np.ndindex(2, 3):
        alone = pool(x[n : n + 1, :, :, c : c + 1], (3, 2), 1, "same")
        np.testing.assert_array_equal(y[n : n + 1, :, :, c : c + 1], alone)


def test_the_first_winner_in_reading_order_takes_the_gradient():
    # 5 stands at the end of the first row and at the start of the second: the row comes first.
    x = np.array([[0.0, 1, 5], [5, 2, 3]]).reshape(1, 2, 3, 1)
    dx = max_pool2d_backward(np.full((1, 1, 1, 1), 7.0), x, (2, 3))
    assert dx[0, :, :, 0].tolist() == [[0, 0, 7], [0, 0, 0]]
    dx = min_pool2d_backward(np.full((1, 1, 1, 1), 7.0), -x, (2, 3))
    assert dx[0, :, :, 0].tolist() == [[0, 0, 7], [0, 0, 0]]


@pytest.mark.parametrize("backward", [max_pool2d_backward, min_pool2d_backward])
def test_of_an_even_image_the_first_pixel_of_each_window_takes_all(backward):
    dy = np.array([[1.0, 10, 100], [1000, 10000, 100000]]).reshape(1, 2, 3, 1)
    dx = backward(dy, np.zeros((1, 3, 4, 1)), 2, stride=1)
    assert dx[0, :, :, 0].tolist() == [
        [1, 10, 100, 0],
        [1000, 10000, 100000, 0],
        [0, 0, 0, 0],
    ]


@pytest.mark.parametrize("backward", [max_pool2d_backward, min_pool2d_backward])
def test_of_a_window_half_in_the_padding_the_first_pixel_of_the_image_takes_all(
    backward,
):
    # Rows -1..0 and 0..1 (then 1..2), columns -1..1, 0..2 (then 1..3).
    dy = 10.0 ** np.arange(9).reshape(1, 3, 3, 1)
    dx = backward(dy, np.zeros((1, 2, 3, 1)), (2, 3), stride=1, padding=1)
    assert dx[0, :, :, 0].tolist() == [[11011, 100100, 0], [11000000, 100000000, 0]]


def test_a_pixel_that_wins_several_windows_gets_all_their_gradients():
    x = np.zeros((1, 3, 5, 1))
    x[0, 1, 2, 0] = 1
    dy = np.array([[1.0, 10, 100], [1000, 10000, 100000]]).reshape(1, 2, 3, 1)
    dx = max_pool2d_backward(dy, x, (2, 3), stride=1)
    assert dx[0, 1, 2, 0] == dy.sum()
    assert np.count_nonzero(dx) == 1


def test_the_gradient_of_the_mean_leaves_padding_out():
    # Windows of 2 x 3 at columns -1..1 and 2..4, rows 0..1: 4 pixels and 4 pixels.
    dy = np.array([[[[4.0], [40.0]]]])
    dx = average_pool2d_backward(dy, np.ones((1, 2, 4, 1)), (2, 3), padding=(0, 1))
    assert dx[0, :, :, 0].tolist() == [[1, 1, 10, 10], [1, 1, 10, 10]]


@pytest.mark.parametrize(
    ("pool", "expected"),
    [(global_average_pool, [[2.5, 25.0]]), (global_max_pool, [[5.0, 50.0]])],
)
def test_global_pooling_worked_by_hand(pool, expected):
    image = np.arange(6.0).reshape(1, 2, 3, 1) * [1.0, 10.0]
    assert pool(image).tolist() == expected


@pytest.mark.parametrize(
    ("backward", "expected"),
    [
        (global_average_pool_backward, [[1, 10], [1, 10], [1, 10], [1, 10], [1, 10], [1, 10]]),
        (global_max_pool_backward, [[0, 0], [6, 0], [0, 0], [0, 60], [0, 0], [0, 0]]),
    ],
)  # fmt: skip
def test_the_gradient_of_global_pooling_worked_by_hand(backward, expected):
    # The largest of the first channel stands at (0, 1) and again at (1, 2): the first takes all.
    first_channel, second = [0.0, 9, 1, 2, 3, 9], [-5.0, -4, -3, -1, -2, -6]
    x = np.stack([first_channel, second], axis=-1).reshape(1, 2, 3, 2)
    dx = backward(np.array([[6.0, 60]]), x)
    assert dx.reshape(6, 2).tolist() == expected


def test_padding_may_differ_on_all_four_sides():
    # Windows of rows (padding, 0) and (0, 1), columns 0..2, 1..3 and 2..4, where 3 and 4 are padding.
    x = np.array([[-1.0, -2, -7], [-3, -5, -4]]).reshape(1, 2, 3, 1)
    padding = ((1, 0), (0, 2))
    y = max_pool2d(x, (2, 3), 1, padding)
    assert y[0, :, :, 0].tolist() == [[-1, -2, -7], [-1, -2, -4]]
    dy = 10.0 ** np.arange(6).reshape(1, 2, 3, 1)
    dx = max_pool2d_backward(dy, x, (2, 3), 1, padding)
    assert dx[0, :, :, 0].tolist() == [[1001, 10010, 100], [0, 0, 100000]]


# the loops


@every_kind
@given(
    pooling=poolings(),
    dtype=st.sampled_from([np.float32, np.float64]),
    ties=st.booleans(),
    shift=st.sampled_from([-500, 0, 500]),
)
def test_pooling_equals_the_loops(kind, pooling, dtype, ties, shift):
    shape, *arguments, seed = pooling
    x = (draw_images(np.random.default_rng(seed), shape, ties) + shift).astype(dtype)
    pool, _, keep, _ = KINDS[kind]
    y, slow = pool(x, *arguments), pool_loops(x, *arguments, keep)
    assert y.dtype == dtype
    tolerance = 0 if kind != "average" else 1e-5 if dtype == np.float32 else 1e-12
    np.testing.assert_allclose(y, slow, rtol=tolerance, atol=tolerance)


@every_kind
@given(
    pooling=poolings(),
    dtype=st.sampled_from([np.float32, np.float64]),
    ties=st.booleans(),
    shift=st.sampled_from([-500, 0, 500]),
)
def test_gradients_equal_the_loops(kind, pooling, dtype, ties, shift):
    shape, *arguments, seed = pooling
    rng = np.random.default_rng(seed)
    x = (draw_images(rng, shape, ties) + shift).astype(dtype)
    _, backward, keep, shares = KINDS[kind]
    dy = rng.normal(size=pool_loops(x, *arguments, keep).shape).astype(dtype)
    dx, slow = (
        backward(dy, x, *arguments),
        backward_loops(dy, x, *arguments, shares=shares),
    )
    assert dx.dtype == dtype
    assert dx.shape == x.shape
    tolerance = 1e-5 if dtype == np.float32 else 1e-12
    np.testing.assert_allclose(dx, slow, rtol=tolerance, atol=tolerance)


@given(pooling=poolings(), ties=st.booleans())
def test_the_smallest_is_the_largest_of_the_negative(pooling, ties):
    shape, *arguments, seed = pooling
    rng = np.random.default_rng(seed)
    x = draw_images(rng, shape, ties)
    y = min_pool2d(x, *arguments)
    np.testing.assert_array_equal(y, -max_pool2d(-x, *arguments))
    dy = rng.normal(size=y.shape)
    np.testing.assert_array_equal(
        min_pool2d_backward(dy, x, *arguments), max_pool2d_backward(dy, -x, *arguments)
    )


@given(pooling=poolings(), dtype=st.sampled_from([np.float32, np.float64]))
def test_global_pooling_is_one_window_as_large_as_the_image(pooling, dtype):
    shape, *_, seed = pooling
    x = draw_images(np.random.default_rng(seed), shape).astype(dtype)
    average, largest = global_average_pool(x), global_max_pool(x)
    assert average.dtype == largest.dtype == dtype
    slow = pool_loops(x, shape[1:3], None, 0, mean)[:, 0, 0]
    np.testing.assert_allclose(average, slow, rtol=1e-4, atol=1e-4)
    np.testing.assert_array_equal(
        largest, pool_loops(x, shape[1:3], None, 0, max)[:, 0, 0]
    )


@every_global_backward
@given(
    pooling=poolings(),
    dtype=st.sampled_from([np.float32, np.float64]),
    ties=st.booleans(),
)
def test_global_gradients_equal_the_loops_over_one_large_window(
    backward, pooling, dtype, ties
):
    shape, *_, seed = pooling
    rng = np.random.default_rng(seed)
    x = draw_images(rng, shape, ties).astype(dtype)
    dy = rng.normal(size=shape[::3]).astype(dtype)
    _, shares = GLOBAL_BACKWARD[backward]
    dx = backward(dy, x)
    assert dx.dtype == dtype
    slow = backward_loops(dy[:, None, None], x, shape[1:3], None, 0, shares=shares)
    np.testing.assert_allclose(dx, slow, rtol=1e-6, atol=1e-6)


@every_global_backward
def test_every_number_of_a_global_gradient_by_finite_differences(backward):
    rng = np.random.default_rng(3)
    x, dy = draw_images(rng, (2, 5, 7, 3)), rng.normal(size=(2, 3))
    pool, _ = GLOBAL_BACKWARD[backward]
    numeric = numerical_gradient(lambda x: float(np.sum(dy * pool(x))), x)
    np.testing.assert_allclose(backward(dy, x), numeric, rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("kind", ["max", "min"])
@given(pooling=poolings(), ties=st.booleans())
def test_winners_are_the_first_of_their_windows_and_serve_the_gradient(
    kind, pooling, ties
):
    shape, *arguments, seed = pooling
    rng = np.random.default_rng(seed)
    x = draw_images(rng, shape, ties)
    pool, backward, _, _ = KINDS[kind]
    y, winners = WINNERS[kind](x, *arguments)
    np.testing.assert_array_equal(y, pool(x, *arguments))
    dy = rng.normal(size=y.shape)
    winners.flags.writeable = False
    dx = backward(dy, x, *arguments, winners=winners)
    np.testing.assert_array_equal(dx, backward(dy, x, *arguments))


@pytest.mark.parametrize(
    ("kind", "worst", "number"), [("max", -np.inf, 5.0), ("min", np.inf, -5.0)]
)
def test_winners_are_numbered_in_reading_order_and_padding_never_wins(
    kind, worst, number
):
    x = np.full((1, 2, 3, 1), worst)
    x[0, 1, 2] = number
    # Windows of 2 x 2 over a frame of one: only the last two rows and columns hold the number.
    y, winners = WINNERS[kind](x, 2, 1, 1)
    assert winners.dtype == np.uint8
    assert y[0, :, :, 0].tolist() == [
        [worst, worst, worst, worst],
        [worst, worst, number, number],
        [worst, worst, number, number],
    ]
    # Where all pixels are equal, the first that is a pixel; then the number's own places.
    assert winners[0, :, :, 0].tolist() == [[3, 2, 2, 2], [1, 0, 3, 2], [1, 0, 1, 0]]


@pytest.mark.parametrize(
    "arguments",
    [((2, 3), None, 0), (3, 2, 1), ((3, 2), (1, 2), "same"), ((2, 1), (3, 2), (1, 0))],
)
@every_kind
def test_every_number_of_the_gradient_by_finite_differences(kind, arguments):
    # Neighbouring values differ by 1 and a step is 1e-5: no step makes another pixel win.
    rng = np.random.default_rng(3)
    x = draw_images(rng, (2, 5, 7, 3))
    pool, backward, _, _ = KINDS[kind]
    dy = rng.normal(size=pool(x, *arguments).shape)
    numeric = numerical_gradient(lambda x: float(np.sum(dy * pool(x, *arguments))), x)
    np.testing.assert_allclose(
        backward(dy, x, *arguments), numeric, rtol=1e-6, atol=1e-6
    )


# the edges


@every_kind
@pytest.mark.parametrize("padding", [0, (1, 0), "same"])
def test_a_single_pixel(kind, padding):
    x, (pool, backward, _, _) = np.full((1, 1, 1, 2), -4.0), KINDS[kind]
    size = (2, 1) if padding else 1
    y = pool(x, size, 3, padding)
    np.testing.assert_array_equal(y, x)
    np.testing.assert_array_equal(backward(y, x, size, 3, padding), x)


@every_kind
@pytest.mark.parametrize("padding", [0, (1, 0), "same"])
def test_no_images_in_give_none_out(kind, padding):
    x, (pool, backward, _, _) = np.ones((0, 5, 7, 3), np.float32), KINDS[kind]
    y = pool(x, (2, 4), (1, 3), padding)
    assert y.shape[::3] == (0, 3)
    assert y.shape == pool(np.ones((1, 5, 7, 3)), (2, 4), (1, 3), padding)[:0].shape
    dx = backward(y, x, (2, 4), (1, 3), padding)
    assert (dx.shape, dx.dtype) == (x.shape, np.float32)


@every_global
def test_global_pooling_of_no_images(pool):
    y = pool(np.ones((0, 5, 7, 3), np.float32))
    assert (y.shape, y.dtype) == ((0, 3), np.float32)


@pytest.mark.parametrize(
    ("pool", "backward", "worst"),
    [
        (max_pool2d, max_pool2d_backward, -np.inf),
        (min_pool2d, min_pool2d_backward, np.inf),
    ],
)
def test_a_window_of_nothing_but_infinity_keeps_its_gradient_in_the_image(
    pool, backward, worst
):
    x = np.full((1, 2, 3, 1), worst)
    y = pool(x, (2, 3), padding=1)
    np.testing.assert_array_equal(y, np.full_like(y, worst))
    dy = np.arange(1.0, 1 + y.size).reshape(y.shape)
    assert backward(dy, x, (2, 3), padding=1).sum() == dy.sum()


@pytest.mark.parametrize("backward", [max_pool2d_backward, min_pool2d_backward])
def test_an_infinite_gradient_goes_to_the_winner_only(backward):
    x = np.array([2.0, 3, 1, 2, 2, 2]).reshape(1, 2, 3, 1)
    dx = backward(np.full((1, 1, 1, 1), np.inf), x, (2, 3))
    winner = 1 if backward is max_pool2d_backward else 2
    assert dx.ravel().tolist() == [np.inf if i == winner else 0 for i in range(6)]


# dtypes, memory


@every_kind
def test_gradients_have_the_dtype_of_the_images(kind):
    _, backward, _, _ = KINDS[kind]
    for narrow, wide in [(np.float32, np.float64), (np.float64, np.float32)]:
        x, dy = np.ones((2, 6, 8, 3), narrow), np.ones((2, 3, 2, 3), wide)
        assert backward(dy, x, (2, 4)).dtype == narrow


@every_global_backward
def test_global_gradients_have_the_dtype_of_the_images(backward):
    for narrow, wide in [(np.float32, np.float64), (np.float64, np.float32)]:
        dx = backward(np.ones((2, 3), wide), np.ones((2, 6, 8, 3), narrow))
        assert dx.dtype == narrow


LAYOUTS = {
    "every second number": lambda a: np.repeat(a, 2, axis=-1)[..., ::2],
    "backwards": lambda a: a[::-1].copy()[::-1],
    "Fortran": np.asfortranarray,
    "axes moved": lambda a: np.moveaxis(np.moveaxis(a, 0, -1).copy(), -1, 0),
}


@every_kind
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("padding", [0, (1, 2), "same"])
def test_the_layout_in_memory_does_not_matter_and_nothing_is_written(
    kind, layout, padding
):
    x = draw_images(np.random.default_rng(4), (2, 7, 9, 3))
    pool, backward, _, _ = KINDS[kind]
    y = pool(x, (2, 4), (1, 3), padding)
    dx = backward(y, x, (2, 4), (1, 3), padding)
    xs, dys = LAYOUTS[layout](x), LAYOUTS[layout](y)
    for array in (xs, dys):
        array.flags.writeable = False
    np.testing.assert_allclose(pool(xs, (2, 4), (1, 3), padding), y)
    np.testing.assert_allclose(backward(dys, xs, (2, 4), (1, 3), padding), dx)


@every_global
@pytest.mark.parametrize("layout", LAYOUTS)
def test_global_pooling_takes_any_layout_and_writes_nothing(pool, layout):
    x = draw_images(np.random.default_rng(5), (2, 7, 9, 3))
    odd = LAYOUTS[layout](x)
    odd.flags.writeable = False
    np.testing.assert_allclose(pool(odd), pool(x), rtol=1e-12, atol=1e-12)


@every_global_backward
@pytest.mark.parametrize("layout", LAYOUTS)
def test_global_gradients_take_any_layout_and_write_nothing(backward, layout):
    x = draw_images(np.random.default_rng(5), (2, 7, 9, 3))
    dy = np.random.default_rng(6).normal(size=(2, 3))
    odd_x, odd_dy = LAYOUTS[layout](x), LAYOUTS[layout](dy)
    odd_x.flags.writeable = odd_dy.flags.writeable = False
    dx = backward(odd_dy, odd_x)
    np.testing.assert_array_equal(dx, backward(dy, x))
    dx += 1  # no view of the argument, and every pixel a number of its own
    np.testing.assert_array_equal(dx, backward(dy, x) + 1)


@every_global_backward
def test_global_gradients_of_no_images_and_of_one_pixel(backward):
    assert backward(np.ones((0, 3)), np.ones((0, 5, 7, 3))).shape == (0, 5, 7, 3)
    assert backward(np.array([[7.0]]), np.ones((1, 1, 1, 1))).tolist() == [[[[7]]]]


@every_kind
@pytest.mark.parametrize("padding", [0, (1, 2), "same"])
def test_nothing_modifies_its_input(kind, padding):
    x = draw_images(np.random.default_rng(6), (2, 7, 9, 3))
    pool, backward, _, _ = KINDS[kind]
    before = x.copy()
    y = pool(x, (2, 4), (1, 3), padding)
    dy = y.copy()
    backward(dy, x, (2, 4), (1, 3), padding)
    np.testing.assert_array_equal(x, before)
    np.testing.assert_array_equal(dy, y)


@every_kind
def test_results_share_no_memory_with_the_arguments(kind):
    # A window of one pixel is where a shortcut could hand back a view.
    x, dy = np.ones((2, 4, 5, 3)), np.ones((2, 4, 5, 3))
    pool, backward, _, _ = KINDS[kind]
    for result in (pool(x, 1), backward(dy, x, 1)):
        assert not np.shares_memory(result, x)
        assert not np.shares_memory(result, dy)


@every_global
def test_a_global_pool_of_one_pixel_is_no_view(pool):
    x = np.ones((2, 1, 1, 3))
    assert not np.shares_memory(pool(x), x)


# errors

X = np.ones((2, 9, 11, 3))
WRONG = [
    ({"x": X.tolist()}, TypeError, "x must be a NumPy array, not list"),
    ({"x": X.astype(np.uint8)}, TypeError, r"x holds uint8.*x\.astype\(np\.float32\)"),
    ({"x": X > 0}, TypeError, "x holds bool"),
    ({"x": X[0]}, ValueError, r"\(N, H, W, C\).*\(9, 11, 3\)"),
    ({"x": X[:, :3]}, ValueError, "window of 4 does not fit in 3 pixels"),
    ({"x": X[:, :, :4]}, ValueError, "window of 5 does not fit in 4 pixels"),
    ({"x": X[:, :0]}, ValueError, "window of 4 does not fit in 0 pixels"),
    ({"size": 0}, ValueError, "size must be at least 1, not 0"),
    ({"size": (2, -1)}, ValueError, r"size must be at least 1, not \(2, -1\)"),
    ({"size": 2.0}, TypeError, "size must be an int or a pair.*not 2.0"),
    ({"size": None}, TypeError, "size must be an int or a pair.*not None"),
    ({"stride": 0}, ValueError, "stride must be at least 1, not 0"),
    ({"stride": (1, 2, 3)}, TypeError, r"stride must be.*not \(1, 2, 3\)"),
    ({"stride": True}, TypeError, "stride must be an int or a pair.*not True"),
    ({"padding": -1}, ValueError, "padding must be at least 0, not -1"),
    ({"padding": 0.5}, TypeError, "padding must be an int or a pair.*not 0.5"),
    ({"padding": "full"}, ValueError, "same.*valid.*not 'full'"),
    ({"padding": 4}, ValueError, r"padding of 4 with a window of \(4, 5\)"),
    ({"padding": (0, 5)}, ValueError, r"padding of \(0, 5\) with a window of \(4, 5\)"),
    ({"padding": 3, "x": X[:, :0]}, ValueError, "0 pixels|without a pixel"),
]


@every_kind
@pytest.mark.parametrize(("changes", "kind_of_error", "message"), WRONG)
def test_arguments_that_do_not_go_together_are_named(
    kind, changes, kind_of_error, message
):
    pool, backward, _, _ = KINDS[kind]
    arguments = {"x": X, "size": (4, 5)} | changes
    with pytest.raises(kind_of_error, match=message):
        pool(**arguments)
    with pytest.raises(kind_of_error, match=message):
        backward(np.ones((2, 2, 2, 3)), **arguments)


@every_kind
def test_padding_one_below_the_window_is_the_most(kind):
    assert KINDS[kind][0](X, (4, 5), 1, (3, 4)).shape == (2, 12, 15, 3)


@every_kind
@pytest.mark.parametrize(
    ("dy", "kind_of_error", "message"),
    [
        (np.ones((2, 2, 3, 3)), ValueError, r"\(2, 2, 2, 3\), not \(2, 2, 3, 3\)"),
        (np.ones((1, 2, 2, 3)), ValueError, r"\(2, 2, 2, 3\), not \(1, 2, 2, 3\)"),
        (np.ones((2, 2, 3)), ValueError, r"\(2, 2, 2, 3\), not \(2, 2, 3\)"),
        (np.ones((2, 2, 2, 3), int), TypeError, r"dy holds int64.*dy\.astype"),
        ([[1.0]], TypeError, "dy must be a NumPy array, not list"),
    ],
)
def test_backward_names_what_is_wrong_with_dy(kind, dy, kind_of_error, message):
    with pytest.raises(kind_of_error, match=message):
        KINDS[kind][1](dy, X, (4, 5))


@every_global
@pytest.mark.parametrize(
    ("x", "kind", "message"),
    [
        (X.tolist(), TypeError, "x must be a NumPy array, not list"),
        (X.astype(np.int64), TypeError, r"x holds int64.*x\.astype\(np\.float32\)"),
        (X[0], ValueError, r"\(N, H, W, C\).*\(9, 11, 3\)"),
        (X[0, 0], ValueError, r"\(N, H, W, C\).*\(11, 3\)"),
        (X[:, :, :0], ValueError, "0"),
    ],
)
def test_global_pooling_names_what_is_wrong(pool, x, kind, message):
    with pytest.raises(kind, match=message):
        pool(x)


@every_global_backward
@pytest.mark.parametrize(
    ("dy", "x", "kind", "message"),
    [
        (np.ones((2, 4)), X, ValueError, r"output's shape \(2, 3\), not \(2, 4\)"),
        (np.ones((1, 3)), X, ValueError, r"output's shape \(2, 3\), not \(1, 3\)"),
        (np.ones((2, 1, 1, 3)), X, ValueError, r"\(2, 3\), not \(2, 1, 1, 3\)"),
        (np.ones((2, 3), int), X, TypeError, "dy holds int64"),
        (np.ones((2, 3)), X.astype(int), TypeError, "x holds int64"),
        (np.ones((2, 3)), X[0], ValueError, r"x must have the axes \(N, H, W, C\)"),
    ],
)
def test_global_gradients_name_what_is_wrong(backward, dy, x, kind, message):
    with pytest.raises(kind, match=message):
        backward(dy, x)


@pytest.mark.parametrize("backward", [max_pool2d_backward, min_pool2d_backward])
def test_winners_of_another_shape_are_refused(backward):
    winners = np.zeros((2, 3, 2, 3), np.uint8)
    with pytest.raises(
        ValueError, match=r"winners .*\(2, 2, 2, 3\), not \(2, 3, 2, 3\)"
    ):
        backward(np.ones((2, 2, 2, 3)), X, (4, 5), winners=winners)


def test_all_windows_take_the_same_arguments():
    poolings = [list(inspect.signature(pool).parameters) for pool, *_ in KINDS.values()]
    gradients = [
        [name for name in inspect.signature(backward).parameters if name != "winners"]
        for _, backward, *_ in KINDS.values()
    ]
    assert poolings == poolings[:1] * 3
    assert gradients == [["dy", *poolings[0]]] * 3
