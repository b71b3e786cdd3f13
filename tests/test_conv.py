import inspect

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnn_course.conv import (
    conv2d,
    conv2d_backward,
    conv2d_filter_gradient,
    conv2d_input_gradient,
    conv2d_loops,
    correlate2d,
)
from cnn_course.im2col import pad
from cnn_course.shapes import times_seen

# Every size differs from every other, so that a swapped axis cannot hide.
X_SHAPE, W_SHAPE, F = (2, 9, 11, 3), (4, 5, 3, 6), (6,)
both_ways = pytest.mark.parametrize("convolve", [conv2d, conv2d_loops])


def pattern(height, width):
    """The notes' image: each row is the row above, one step to the right, in a circle of four."""
    return (1 + np.arange(width) - np.arange(height)[:, np.newaxis]) % 4


def draw_case(rng, x_shape=X_SHAPE, w_shape=W_SHAPE, dtype=np.float64):
    x, w = rng.normal(size=x_shape), rng.normal(size=w_shape)
    return x.astype(dtype), w.astype(dtype), rng.normal(size=w_shape[3:]).astype(dtype)


@st.composite
def layers(draw):
    """Draw a convolution that fits: shapes, stride, padding, and a seed for its numbers."""
    kh, kw = draw(st.permutations(range(1, 6)))[:2]
    edge = st.integers(0, 3)
    padding = draw(
        st.sampled_from(["same", "valid"])
        | edge
        | st.tuples(edge, edge)
        | st.tuples(st.tuples(edge, edge), st.tuples(edge, edge))
        | st.tuples(st.tuples(edge, edge), edge)
    )
    stride = draw(st.integers(1, 3) | st.tuples(st.integers(1, 6), st.integers(1, 6)))
    h, w = kh + draw(st.integers(0, 5)), kw + draw(st.integers(0, 5))
    h += h == w
    n, c, f = draw(st.permutations(range(1, 5)))[:3]
    seed = draw(st.integers(0, 2**32 - 1))
    return (n, h, w, c), (kh, kw, c, f), stride, padding, seed


# correlate2d and the worked examples

IMAGE = [[1, 2, 3, 0], [0, 1, 2, 3], [3, 0, 1, 2], [2, 3, 0, 1]]
KERNEL = [[2, 0, 1], [0, 1, 2], [1, 0, 2]]


def test_correlate2d_of_the_worked_example():
    y = correlate2d(np.array(IMAGE, np.float32), np.array(KERNEL, np.float32))
    assert y.tolist() == [[15, 16], [6, 15]]
    assert y.dtype == np.float32


def test_correlate2d_of_an_image_and_a_kernel_that_are_not_square():
    # First number: 1*1 + 2*10 + 3*100 + 5*1000 + 6*10000 + 7*100000
    image = np.arange(1.0, 13).reshape(3, 4)
    kernel = np.array([[1.0, 10, 100], [1000, 10000, 100000]])
    assert correlate2d(image, kernel).tolist() == [[765321, 876432], [1209765, 1320876]]


@both_ways
def test_the_kernel_is_not_flipped(convolve):
    x = np.zeros((1, 3, 4, 1))
    x[0, 0, 3, 0] = 1
    w = np.arange(6.0).reshape(2, 3, 1, 1)
    # Only the window of columns 1..3 holds the 1: at its top right, where the kernel has 2.
    assert convolve(x, w)[0, :, :, 0].tolist() == [[0, 2], [0, 0]]


@both_ways
@pytest.mark.parametrize(
    ("size", "stride", "expected"),
    [
        (4, 1, [[15, 16], [6, 15]]),
        (7, 2, [[15, 17, 15], [17, 15, 17], [15, 17, 15]]),
    ],
)
def test_worked_example(convolve, size, stride, expected):
    x = pattern(size, size).astype(np.float32).reshape(1, size, size, 1)
    w = np.array(KERNEL, np.float32).reshape(3, 3, 1, 1)
    assert convolve(x, w, stride=stride)[0, :, :, 0].tolist() == expected


def test_the_pattern_is_the_worked_example():
    assert pattern(4, 4).tolist() == IMAGE


@both_ways
def test_channels_are_added_and_filters_are_not(convolve):
    x = np.array([1.0, 2, 3]).reshape(1, 1, 1, 3)
    w = np.array([[1.0, 10], [100, 1000], [10000, 100000]]).reshape(1, 1, 3, 2)
    b = np.array([0.5, -0.5])
    assert convolve(x, w, b)[0, 0, 0].tolist() == [30201.5, 302009.5]


@both_ways
def test_stride_and_padding_are_height_before_width(convolve):
    x, w = np.ones((1, 7, 8, 1)), np.ones((2, 3, 1, 4))
    assert convolve(x, w, stride=(1, 2)).shape == (1, 6, 3, 4)
    assert convolve(x, w, padding=(0, 2)).shape == (1, 6, 10, 4)


@both_ways
@pytest.mark.parametrize(
    ("padding", "expected"),
    [
        ("valid", [6, 6, 6]),
        (0, [6, 6, 6]),
        ((0, 1), [4, 6, 6, 6, 4]),
        ("same", [4, 6, 6, 6, 4]),
    ],
)
def test_padding_adds_zeros(convolve, padding, expected):
    y = convolve(np.ones((1, 4, 5, 1)), np.ones((2, 3, 1, 1)), padding=padding)
    assert y[0, 0, :, 0].tolist() == expected


@both_ways
def test_padding_may_differ_on_all_four_sides(convolve):
    # A kernel of one pixel hands the padded image on.
    y = convolve(np.ones((1, 2, 3, 1)), np.ones((1, 1, 1, 1)), padding=((2, 0), (1, 3)))
    assert y[0, :, :, 0].tolist() == [
        [0, 0, 0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0, 0, 0],
        [0, 1, 1, 1, 0, 0, 0],
        [0, 1, 1, 1, 0, 0, 0],
    ]


# conv2d does what the loops do


@given(layer=layers(), dtype=st.sampled_from([np.float32, np.float64]))
def test_conv2d_equals_the_loops(layer, dtype):
    x_shape, w_shape, stride, padding, seed = layer
    x, w, b = draw_case(np.random.default_rng(seed), x_shape, w_shape, dtype)
    fast = conv2d(x, w, b, stride, padding)
    slow = conv2d_loops(x, w, b, stride, padding)
    assert fast.dtype == slow.dtype == dtype
    tolerance = 1e-4 if dtype == np.float32 else 1e-12
    np.testing.assert_allclose(fast, slow, rtol=tolerance, atol=tolerance)


def test_the_loops_of_one_channel_are_correlate2d():
    x, w, _ = draw_case(np.random.default_rng(1), (1, 7, 8, 1), (2, 3, 1, 1))
    y = conv2d_loops(x, w)
    np.testing.assert_allclose(y[0, :, :, 0], correlate2d(x[0, :, :, 0], w[:, :, 0, 0]))


@both_ways
@pytest.mark.parametrize(
    ("x_shape", "w_shape", "y_shape"),
    [
        ((0, 5, 7, 3), (2, 3, 3, 6), (0, 4, 5, 6)),
        ((1, 5, 7, 0), (2, 3, 0, 6), (1, 4, 5, 6)),
    ],
    ids=["no images", "no channels"],
)
def test_nothing_in_gives_nothing_out(convolve, x_shape, w_shape, y_shape):
    y = convolve(np.ones(x_shape), np.ones(w_shape))
    assert y.shape == y_shape
    assert not y.any()


# conv2d_backward


def test_backward_worked_by_hand():
    x = np.arange(1.0, 7).reshape(1, 2, 3, 1)
    w = np.array([[1.0, 2], [3, 4]]).reshape(2, 2, 1, 1)
    dy = np.array([10.0, 100]).reshape(1, 1, 2, 1)
    dx, dw, db = conv2d_backward(dy, x, w)
    assert dx[0, :, :, 0].tolist() == [[10, 120, 200], [30, 340, 400]]
    assert dw[:, :, 0, 0].tolist() == [[210, 320], [540, 650]]
    assert db.tolist() == [110]


@pytest.mark.parametrize("padding", [0, 1, (0, 2)])
@pytest.mark.parametrize("stride", [1, 2, (3, 1)])
def test_dx_of_ones_counts_the_windows_that_see_a_pixel(stride, padding):
    x, w = np.ones((1, 7, 8, 1)), np.ones((3, 4, 1, 1))
    y = conv2d(x, w, None, stride, padding)
    dx, _, _ = conv2d_backward(np.ones_like(y), x, w, stride, padding)
    (sh, sw), (ph, pw) = np.broadcast_to(stride, 2), np.broadcast_to(padding, 2)
    counts = np.outer(
        times_seen(7, 3, int(sh), int(ph)), times_seen(8, 4, int(sw), int(pw))
    )
    np.testing.assert_array_equal(dx[0, :, :, 0], counts)


@given(layer=layers())
def test_backward_agrees_with_finite_differences(layer):
    x_shape, w_shape, stride, padding, seed = layer
    rng = np.random.default_rng(seed)
    x, w, b = draw_case(rng, x_shape, w_shape)
    dy = rng.normal(size=conv2d(x, w, b, stride, padding).shape)
    gradients = conv2d_backward(dy, x, w, stride, padding)
    for place, gradient in enumerate(gradients):
        # One random direction tests every number of the gradient at once; the loss is linear in
        # each argument, so a step of 1 has no error of its own.
        moved = [x, w, b]
        step = rng.normal(size=gradient.shape)
        moved[place] = moved[place] + step / 2
        ahead = np.sum(dy * conv2d_loops(*moved, stride, padding))
        moved[place] = moved[place] - step
        behind = np.sum(dy * conv2d_loops(*moved, stride, padding))
        np.testing.assert_allclose(
            np.sum(gradient * step), ahead - behind, rtol=1e-9, atol=1e-9
        )


@pytest.mark.parametrize(
    ("stride", "padding"), [(1, 0), ((2, 3), (1, 2)), ((3, 1), "same"), (5, 3)]
)
def test_every_number_of_the_gradients_by_finite_differences(stride, padding):
    rng = np.random.default_rng(4)
    arguments = draw_case(rng, (2, 5, 6, 3), (3, 4, 3, 1))
    y = conv2d(*arguments, stride, padding)
    dy = rng.normal(size=y.shape)
    gradients = conv2d_backward(dy, *arguments[:2], stride, padding)
    for place, gradient in enumerate(gradients):
        numeric = np.empty_like(gradient)
        for index in np.ndindex(gradient.shape):
            moved = [array.copy() for array in arguments]
            moved[place][index] += 1
            numeric[index] = np.sum(dy * (conv2d(*moved, stride, padding) - y))
        np.testing.assert_allclose(gradient, numeric, rtol=1e-9, atol=1e-9)


def test_the_gradient_through_uneven_padding_worked_by_hand():
    # A row of 2 pixels with a zero before and two after: windows (0, 1), (1, 2), (2, 0), (0, 0).
    x, w = (
        np.array([1.0, 2]).reshape(1, 1, 2, 1),
        np.array([3.0, 5]).reshape(1, 2, 1, 1),
    )
    dy = np.array([1.0, 10, 100, 1000]).reshape(1, 1, 4, 1)
    dx, dw, db = conv2d_backward(dy, x, w, padding=(0, (1, 2)))
    assert dx.ravel().tolist() == [35, 350]
    assert dw.ravel().tolist() == [210, 21]
    assert db.tolist() == [1111]


@given(layer=layers())
def test_the_gradients_one_by_one_are_those_of_backward(layer):
    x_shape, w_shape, stride, padding, seed = layer
    rng = np.random.default_rng(seed)
    x, w, b = draw_case(rng, x_shape, w_shape)
    dy = rng.normal(size=conv2d(x, w, b, stride, padding).shape)
    dx, *dw_db = conv2d_backward(dy, x, w, stride, padding)
    alone = conv2d_filter_gradient(dy, x, w_shape[:2], stride, padding)
    for ours, both in zip(alone, dw_db, strict=True):
        np.testing.assert_array_equal(ours, both)
    np.testing.assert_array_equal(
        conv2d_input_gradient(dy, w, x_shape, stride, padding), dx
    )


def test_the_gradient_for_the_images_has_the_dtype_of_dy():
    _, w, _ = draw_case(np.random.default_rng(4))
    for narrow in (np.float32, np.float64):
        dx = conv2d_input_gradient(np.ones((2, 6, 7, 6), narrow), w, X_SHAPE)
        assert dx.dtype == narrow


def test_backward_of_no_images_is_zero():
    x, w = np.ones((0, 5, 7, 3)), np.ones((2, 4, 3, 6))
    dx, dw, db = conv2d_backward(conv2d(x, w), x, w)
    assert (dx.shape, dw.shape, db.shape) == (x.shape, w.shape, (6,))
    assert not dw.any()
    assert not db.any()


# dtypes, memory


@both_ways
@pytest.mark.parametrize("wide", ["w", "b", "both"])
def test_float32_images_give_float32_whatever_the_weights_are(convolve, wide):
    x, w, b = draw_case(np.random.default_rng(5), dtype=np.float32)
    w = w.astype(np.float64) if wide in ("w", "both") else w
    b = b.astype(np.float64) if wide in ("b", "both") else b
    assert convolve(x, w, b).dtype == np.float32


@pytest.mark.parametrize("wide", ["dy", "w", "both"])
def test_float32_images_get_float32_gradients(wide):
    x, w, _ = draw_case(np.random.default_rng(6), dtype=np.float32)
    dy = conv2d(x, w)
    w = w.astype(np.float64) if wide in ("w", "both") else w
    dy = dy.astype(np.float64) if wide in ("dy", "both") else dy
    assert [g.dtype for g in conv2d_backward(dy, x, w)] == [np.float32] * 3


@pytest.mark.parametrize("narrow", [np.float32, np.float64])
def test_float64_images_get_float64(narrow):
    x, w, b = draw_case(np.random.default_rng(7))
    w, b = w.astype(narrow), b.astype(narrow)
    y = conv2d(x, w, b)
    assert y.dtype == np.float64
    gradients = conv2d_backward(y.astype(narrow), x, w)
    assert [g.dtype for g in gradients] == [np.float64] * 3


LAYOUTS = {
    "every second number": lambda a: np.repeat(a, 2, axis=-1)[..., ::2],
    "backwards": lambda a: a[::-1].copy()[::-1],
    "Fortran": np.asfortranarray,
    "axes moved": lambda a: np.moveaxis(np.moveaxis(a, 0, -1).copy(), -1, 0),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_layout_in_memory_does_not_matter_and_nothing_is_written(layout):
    x, w, b = draw_case(np.random.default_rng(8))
    y = conv2d(x, w, b, (2, 3), (1, 2))
    arrays = [LAYOUTS[layout](array) for array in (x, w, b, y)]
    for array in arrays:
        array.flags.writeable = False
    xs, ws, bs, dys = arrays
    for convolve in (conv2d, conv2d_loops):
        np.testing.assert_allclose(convolve(xs, ws, bs, (2, 3), (1, 2)), y)
    for odd, plain in zip(
        conv2d_backward(dys, xs, ws, (2, 3), (1, 2)),
        conv2d_backward(y, x, w, (2, 3), (1, 2)),
        strict=True,
    ):
        np.testing.assert_allclose(odd, plain)


def test_nothing_modifies_its_input():
    x, w, b = draw_case(np.random.default_rng(9))
    before = [array.copy() for array in (x, w, b)]
    y = conv2d(x, w, b, padding="same")
    conv2d_loops(x, w, b, padding="same")
    dy = y.copy()
    conv2d_backward(dy, x, w, padding="same")
    for now, then in zip((x, w, b, dy), (*before, y), strict=True):
        np.testing.assert_array_equal(now, then)


def test_results_share_no_memory_with_the_arguments():
    # A window of one pixel is where a shortcut could hand back a view.
    x, w, b = draw_case(np.random.default_rng(10), (1, 1, 1, 1), (1, 1, 1, 1))
    y = conv2d(x, w, b)
    for result in (y, *conv2d_backward(y.copy(), x, w), pad(x, (1, 1))):
        assert not any(np.shares_memory(result, given) for given in (x, w, b))


# errors

X, W, B, DY = (np.ones(s) for s in (X_SHAPE, W_SHAPE, F, (2, 6, 7, 6)))


@both_ways
@pytest.mark.parametrize(
    ("changes", "kind", "message"),
    [
        ({"x": X.tolist()}, TypeError, "x must be a NumPy array, not list"),
        (
            {"x": X.astype(np.uint8)},
            TypeError,
            r"x holds uint8.*x\.astype\(np\.float32\)",
        ),
        (
            {"w": W.astype(np.int64)},
            TypeError,
            r"w holds int64.*w\.astype\(np\.float32\)",
        ),
        ({"b": B.astype(int)}, TypeError, r"b holds int64.*b\.astype\(np\.float32\)"),
        ({"x": X > 0}, TypeError, "x holds bool"),
        (
            {"x": X[0]},
            ValueError,
            r"x must have the axes \(N, H, W, C\).*\(9, 11, 3\)",
        ),
        (
            {"w": W[..., 0]},
            ValueError,
            r"w must have the axes \(KH, KW, C, F\).*\(4, 5, 3\)",
        ),
        ({"b": B[:, None]}, ValueError, r"b must have the axes \(F\).*\(6, 1\)"),
        ({"b": B[:5]}, ValueError, r"one bias per filter, \(6,\), not \(5,\)"),
        ({"x": X[..., :2]}, ValueError, "images have 2 channels and the filters 3"),
        ({"x": X[:, :3]}, ValueError, "window of 4 does not fit in 3 pixels"),
        ({"x": X[:, :, :4]}, ValueError, "window of 5 does not fit in 4 pixels"),
        ({"w": W[:0]}, ValueError, "at least 1, not 0 and 1"),
        ({"stride": 0}, ValueError, "stride must be at least 1, not 0"),
        ({"stride": (2, -1)}, ValueError, r"stride must be at least 1, not \(2, -1\)"),
        ({"stride": True}, TypeError, "stride must be an int or a pair.*not True"),
        ({"stride": 1.0}, TypeError, "stride must be an int or a pair.*not 1.0"),
        ({"stride": (1, 2, 3)}, TypeError, r"stride must be.*not \(1, 2, 3\)"),
        ({"stride": "same"}, TypeError, "stride must be an int or a pair.*not 'same'"),
        ({"padding": -1}, ValueError, "padding must be at least 0, not -1"),
        ({"padding": (1, -2)}, ValueError, r"padding must be at least 0, not \(1, -2"),
        ({"padding": False}, TypeError, "padding must be an int or a pair.*not False"),
        ({"padding": 0.5}, TypeError, "padding must be an int or a pair.*not 0.5"),
        ({"padding": (1, 2, 3)}, TypeError, r"padding must be.*not \(1, 2, 3\)"),
        ({"padding": None}, TypeError, "padding must be an int or a pair.*not None"),
        ({"padding": "full"}, ValueError, "same.*valid.*not 'full'"),
    ],
)
def test_arguments_that_do_not_go_together_are_named(convolve, changes, kind, message):
    with pytest.raises(kind, match=message):
        convolve(**({"x": X, "w": W, "b": B} | changes))


@pytest.mark.parametrize(
    ("changes", "kind", "message"),
    [
        (
            {"dy": np.ones((2, 7, 6, 6))},
            ValueError,
            r"\(2, 6, 7, 6\), not \(2, 7, 6, 6\)",
        ),
        (
            {"dy": np.ones((6, 7, 6))},
            ValueError,
            r"dy must have the axes \(N, OH, OW",
        ),
        ({"dy": np.ones((2, 6, 7, 6), int)}, TypeError, "dy holds int64"),
        ({"x": X.astype(np.uint8)}, TypeError, "x holds uint8"),
        ({"stride": 2}, ValueError, r"\(2, 3, 4, 6\), not \(2, 6, 7, 6\)"),
    ],
)
def test_backward_names_what_does_not_go_together(changes, kind, message):
    with pytest.raises(kind, match=message):
        conv2d_backward(**({"dy": np.ones((2, 6, 7, 6)), "x": X, "w": W} | changes))


@pytest.mark.parametrize(
    ("changes", "kind", "message"),
    [
        ({"dy": DY[:1]}, ValueError, r"\(2, 6, 7, 6\), not \(1, 6, 7, 6\)"),
        ({"dy": DY[:, :5]}, ValueError, r"\(2, 6, 7, 6\), not \(2, 5, 7, 6\)"),
        ({"dy": DY[0]}, ValueError, r"dy must have .*\(6, 7, 6\)"),
        ({"dy": DY.astype(int)}, TypeError, "dy holds int64"),
        ({"x": X[0]}, ValueError, r"x must have the axes \(N, H, W, C\)"),
        ({"kernel": 0}, ValueError, "kernel must be at least 1, not 0"),
        ({"kernel": (4, 12)}, ValueError, "window of 12 does not fit in 11 pixels"),
    ],
)
def test_the_filter_gradient_names_what_does_not_go_together(changes, kind, message):
    with pytest.raises(kind, match=message):
        conv2d_filter_gradient(**({"dy": DY, "x": X, "kernel": (4, 5)} | changes))


@pytest.mark.parametrize(
    ("changes", "kind", "message"),
    [
        ({"dy": DY[..., :5]}, ValueError, r"\(2, 6, 7, 6\), not \(2, 6, 7, 5\)"),
        ({"dy": DY.astype(int)}, TypeError, "dy holds int64"),
        ({"w": W[..., 0]}, ValueError, r"w must have the axes \(KH, KW, C, F\)"),
        ({"w": W.astype(int)}, TypeError, "w holds int64"),
        ({"x_shape": (9, 11, 3)}, ValueError, r"\(9, 11, 3\)"),
        ({"x_shape": (2, 9, 11, 4)}, ValueError, "4 channels and the filters 3"),
    ],
)
def test_the_input_gradient_names_what_does_not_go_together(changes, kind, message):
    with pytest.raises(kind, match=message):
        conv2d_input_gradient(**({"dy": DY, "w": W, "x_shape": X_SHAPE} | changes))


@pytest.mark.parametrize(
    ("image", "kernel", "kind", "message"),
    [
        (np.ones((3, 4), int), np.ones((2, 3)), TypeError, "image holds int64"),
        (np.ones((3, 4)), np.ones((2, 3), int), TypeError, "kernel holds int64"),
        (np.ones((3, 4, 1)), np.ones((2, 3)), ValueError, r"axes \(H, W\).*\(3, 4, 1"),
        (np.ones((3, 4)), np.ones((5, 2)), ValueError, "window of 5.*in 3 pixels"),
    ],
)
def test_correlate2d_names_what_does_not_go_together(image, kernel, kind, message):
    with pytest.raises(kind, match=message):
        correlate2d(image, kernel)


def test_the_loops_and_the_fast_version_take_the_same_arguments():
    assert inspect.signature(conv2d) == inspect.signature(conv2d_loops)
