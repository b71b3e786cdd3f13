from contextlib import contextmanager

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnn_course.conv import (
    conv2d,
    conv2d_filter_gradient,
    conv2d_input_gradient,
    conv2d_loops,
)
from cnn_course.im2col import col2im, im2col, pad, parts, per_image, unroll, windows
from cnn_course.pool import (
    average_pool2d,
    average_pool2d_backward,
    max_pool2d,
    max_pool2d_backward,
    min_pool2d,
    min_pool2d_backward,
)
from cnn_course.shapes import conv_output_shape, padding_pairs, pair, times_seen
from tests.test_conv import draw_case, layers
from tests.test_pool import draw_images, poolings

both_dtypes = st.sampled_from([np.float32, np.float64])

# pad and windows


def test_pad_puts_the_odd_zero_of_same_after():
    padded = pad(np.ones((1, 3, 4, 1)), kernel=(2, 3), padding="same")[0, :, :, 0]
    expected = np.zeros((4, 6))
    expected[:3, 1:5] = 1
    assert padded.tolist() == expected.tolist()


def test_pad_goes_round_every_image_and_no_channel():
    x = np.arange(1.0, 1 + 2 * 3 * 4 * 5).reshape(2, 3, 4, 5)
    padded = pad(x, (1, 1), padding=((1, 2), (3, 0)))
    assert padded.shape == (2, 6, 7, 5)
    np.testing.assert_array_equal(padded[:, 1:4, 3:], x)
    assert padded.sum() == x.sum()


def test_windows_are_views_in_the_order_of_the_image():
    x = np.arange(2.0 * 7 * 8 * 3).reshape(2, 7, 8, 3)
    view = windows(x, (4, 5), stride=(1, 3))
    assert view.shape == (2, 4, 2, 4, 5, 3)
    assert np.shares_memory(view, x)
    assert not view.flags.writeable
    np.testing.assert_array_equal(view[1, 2, 1], x[1, 2:6, 3:8])


# im2col


def test_unrolling_worked_by_hand():
    # Two channels, the second ten times the first; windows of 2 x 3 at two places each way.
    x = np.arange(1.0, 13).reshape(1, 3, 4, 1) * [1.0, 10.0]
    assert im2col(x, (2, 3)).tolist() == [
        [1, 10, 2, 20, 3, 30, 5, 50, 6, 60, 7, 70],
        [2, 20, 3, 30, 4, 40, 6, 60, 7, 70, 8, 80],
        [5, 50, 6, 60, 7, 70, 9, 90, 10, 100, 11, 110],
        [6, 60, 7, 70, 8, 80, 10, 100, 11, 110, 12, 120],
    ]


def test_stride_and_padding_worked_by_hand():
    x = np.arange(1.0, 7).reshape(1, 2, 3, 1)
    columns = im2col(x, (2, 1), stride=(1, 2), padding=((1, 0), 0))
    assert columns.tolist() == [[0, 1], [0, 3], [1, 4], [3, 6]]


@given(layer=layers(), dtype=both_dtypes)
def test_every_row_is_one_window(layer, dtype):
    x_shape, (kh, kw, c, _), stride, padding, seed = layer
    x, _, _ = draw_case(np.random.default_rng(seed), x_shape, dtype=dtype)
    columns = im2col(x, (kh, kw), stride, padding)
    n, oh, ow, _ = conv_output_shape(x_shape, (kh, kw, c, 1), stride, padding)
    assert columns.shape == (n * oh * ow, kh * kw * c)
    assert columns.dtype == dtype
    sh, sw = pair(stride)
    frame = padding_pairs(x_shape[1:3], (kh, kw), (sh, sw), padding)
    framed = np.pad(x, ((0, 0), *frame, (0, 0)))
    for row, (a, i, j) in enumerate(np.ndindex(n, oh, ow)):
        window = framed[a, i * sh : i * sh + kh, j * sw : j * sw + kw]
        assert columns[row].tolist() == window.ravel().tolist()


@given(layer=layers())
def test_a_product_with_the_filters_is_the_convolution(layer):
    x_shape, w_shape, stride, padding, seed = layer
    x, w, _ = draw_case(np.random.default_rng(seed), x_shape, w_shape)
    y = im2col(x, w_shape[:2], stride, padding) @ w.reshape(-1, w_shape[3])
    slow = conv2d_loops(x, w, None, stride, padding)
    np.testing.assert_allclose(y.reshape(slow.shape), slow, rtol=1e-11, atol=1e-11)


# col2im


@given(layer=layers())
def test_col2im_is_the_transpose_of_im2col(layer):
    x_shape, w_shape, stride, padding, seed = layer
    rng = np.random.default_rng(seed)
    x = rng.normal(size=x_shape)
    unrolled = im2col(x, w_shape[:2], stride, padding)
    columns = rng.normal(size=unrolled.shape)
    back = col2im(columns, x_shape, w_shape[:2], stride, padding)
    assert back.shape == x_shape
    np.testing.assert_allclose(
        np.sum(unrolled * columns), np.sum(x * back), rtol=1e-10, atol=1e-10
    )


@given(layer=layers(), dtype=both_dtypes)
def test_there_and_back_a_pixel_is_counted_once_for_each_window(layer, dtype):
    x_shape, w_shape, stride, padding, _ = layer
    kernel, stride = w_shape[:2], pair(stride)
    columns = im2col(np.ones(x_shape, dtype), kernel, stride, padding)
    back = col2im(columns, x_shape, kernel, stride, padding)
    frame = padding_pairs(x_shape[1:3], kernel, stride, padding)
    counts = np.outer(*map(times_seen, x_shape[1:3], kernel, stride, frame))
    assert back.dtype == dtype
    np.testing.assert_array_equal(back, np.broadcast_to(counts[:, :, None], back.shape))


# memory, edges, errors


@pytest.mark.parametrize("kernel", [1, (5, 7), (2, 3)])
def test_the_rows_are_a_copy_that_may_be_written(kernel):
    # Of one pixel, or of a whole image, the windows lie in memory as the rows do.
    x = np.ones((2, 5, 7, 3))
    columns = im2col(x, kernel)
    assert columns.flags.writeable
    assert not np.shares_memory(columns, x)
    assert not np.shares_memory(col2im(columns, x.shape, kernel), columns)


def test_arrays_of_any_layout_that_nothing_may_be_written_to():
    x = np.random.default_rng(1).normal(size=(2, 5, 7, 3))
    columns = im2col(x, (2, 3), (1, 2), 1)
    back = col2im(columns, x.shape, (2, 3), (1, 2), 1)
    odd, odd_columns = np.asfortranarray(x), np.asfortranarray(columns)
    odd.flags.writeable = odd_columns.flags.writeable = False
    np.testing.assert_array_equal(im2col(odd, (2, 3), (1, 2), 1), columns)
    np.testing.assert_array_equal(col2im(odd_columns, x.shape, (2, 3), (1, 2), 1), back)


def test_no_images_give_no_rows():
    x = np.ones((0, 5, 7, 3), np.float32)
    columns = im2col(x, (2, 3))
    assert (columns.shape, columns.dtype) == ((0, 18), np.float32)
    assert col2im(columns, x.shape, (2, 3)).shape == x.shape


X = np.ones((2, 5, 7, 3))


@pytest.mark.parametrize(
    ("changes", "kind", "message"),
    [
        ({"x": X.astype(np.uint8)}, TypeError, "x holds uint8"),
        ({"x": X.tolist()}, TypeError, "x must be a NumPy array, not list"),
        ({"x": X[0]}, ValueError, r"x must have the axes \(N, H, W, C\).*\(5, 7, 3\)"),
        ({"kernel": (2, 8)}, ValueError, "window of 8 does not fit in 7 pixels"),
        ({"kernel": 0}, ValueError, "kernel must be at least 1, not 0"),
        ({"stride": 0}, ValueError, "stride must be at least 1, not 0"),
        ({"padding": -1}, ValueError, "padding must be at least 0, not -1"),
        ({"padding": "full"}, ValueError, "not 'full'"),
    ],
)
def test_im2col_names_what_does_not_go_together(changes, kind, message):
    with pytest.raises(kind, match=message):
        im2col(**({"x": X, "kernel": (2, 3)} | changes))


@pytest.mark.parametrize(
    ("columns", "kind", "message"),
    [
        (np.ones((40, 17)), ValueError, r"unrolled images's? shape \(40, 18\), not"),
        (np.ones((39, 18)), ValueError, r"\(40, 18\), not \(39, 18\)"),
        (np.ones((40, 18), int), TypeError, "columns holds int64"),
        ([[1.0]], TypeError, "columns must be a NumPy array, not list"),
    ],
)
def test_col2im_names_what_does_not_go_together(columns, kind, message):
    with pytest.raises(kind, match=message):
        col2im(columns, X.shape, (2, 3))


# parts: what is unrolled at a time

few = settings(max_examples=40)
caches = st.sampled_from([1, 300, 2_000, 10_000])


@contextmanager
def small_cache(size, small=0):
    """Cut the images of a test as large ones are: between images, and between the rows of one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cnn_course.im2col.SMALL", small)
        patch.setattr("cnn_course.im2col.ROWS", 1)
        patch.setattr("cnn_course.im2col.CACHE", size)
        patch.setattr("cnn_course.pool_windows.CACHE", size)
        patch.setattr("cnn_course.conv_gradients.CACHE", size)
        yield


@few
@given(layer=layers(), cache=caches, results=st.integers(0, 9), dtype=both_dtypes)
def test_parts_hold_every_window_once_and_fill_the_cache(layer, cache, results, dtype):
    x_shape, (kh, kw, c, _), stride, padding, _ = layer
    view = windows(np.ones(x_shape, dtype), (kh, kw), stride, padding)
    with small_cache(cache):
        found = list(parts(view, results))
    n, oh, ow = view.shape[:3]
    rows = [
        (image, row)
        for images, rows in found
        for image in range(images.start, images.stop)
        for row in range(rows.start, rows.stop)
    ]
    assert rows == list(np.ndindex(n, oh))
    row_bytes = ow * (kh * kw * c + results) * np.dtype(dtype).itemsize
    cache = cache // 2 if c == 1 else cache
    sizes = [(i.stop - i.start, r.stop - r.start) for i, r in found]
    assert all(images == 1 or height == oh for images, height in sizes)
    for images, height in sizes:
        assert images * height * row_bytes <= cache or (images, height) == (1, 1)
    # Twice as much would have been too much.
    images, height = sizes[0]
    if height < oh:
        assert (height + 1) * row_bytes > cache
    elif images < n:
        assert (images + 1) * oh * row_bytes > cache


def test_small_images_go_together_and_large_ones_are_cut():
    view = np.zeros((5, 4, 2, 1, 1, 3))  # 48 bytes a row, and 16 for its results
    with small_cache(2 * 4 * 64):
        assert [p for p, _ in parts(view, 1)] == [slice(0, 2), slice(2, 4), slice(4, 5)]
        grey = view.reshape(5, 4, 2, 1, 3, 1)
        assert [p for p, _ in parts(grey, 1)][:2] == [slice(0, 1), slice(1, 2)]
    with small_cache(3 * 64):
        assert list(parts(view, 1))[:3] == [
            (slice(0, 1), slice(0, 3)),
            (slice(0, 1), slice(3, 4)),
            (slice(1, 2), slice(0, 3)),
        ]


def test_no_images_have_no_parts():
    assert list(parts(np.zeros((0, 4, 2, 1, 3, 1)), 1)) == []


@pytest.mark.parametrize("c", [1, 2])
def test_unrolled_windows_are_the_rows_of_im2col(c):
    x = np.random.default_rng(2).normal(size=(2, 7, 8, c))
    rows, expected = unroll(windows(x, (4, 3), (1, 2))), im2col(x, (4, 3), (1, 2))
    np.testing.assert_array_equal(rows, expected)
    assert rows.flags.f_contiguous == (c == 1)
    more = unroll(windows(x, (4, 3), (1, 2)), ones=2)
    np.testing.assert_array_equal(more, np.pad(expected, ((0, 0), (0, 2)), constant_values=1))  # fmt: skip


@pytest.mark.parametrize("c", [1, 2])
@pytest.mark.parametrize(
    ("small", "rows", "stack"),
    [(160, 4, (3, 4, 10)), (159, 4, (1, 12, 10)), (160, 5, (1, 12, 10))],
)
def test_a_small_image_has_a_product_of_its_own(c, small, rows, stack, monkeypatch):
    # three images of 2 by 2 windows with 10 numbers, 4 results each: 2 * 2 * 10 * 4 = 160
    matrix = unroll(np.arange(120.0).reshape(3, 2, 2, 1, 10 // c, c))
    monkeypatch.setattr("cnn_course.im2col.SMALL", small)
    monkeypatch.setattr("cnn_course.im2col.ROWS", rows)
    found = per_image(matrix, images=3, results=4)
    np.testing.assert_array_equal(found, matrix.reshape(stack))
    assert np.shares_memory(found, matrix)


@few
@given(layer=layers(), cache=caches, small=st.sampled_from([0, 2**40]))
def test_convolution_and_its_gradients_do_not_depend_on_the_parts(layer, cache, small):
    x_shape, w_shape, stride, padding, seed = layer
    rng = np.random.default_rng(seed)
    x, w, b = draw_case(rng, x_shape, w_shape)
    y = conv2d_loops(x, w, b, stride, padding)
    dy = rng.normal(size=y.shape)

    def results():
        yield conv2d(x, w, b, stride, padding)
        yield from conv2d_filter_gradient(dy, x, w_shape[:2], stride, padding)
        yield conv2d_input_gradient(dy, w, x_shape, stride, padding)

    whole = list(results())
    with small_cache(cache, small):
        cut = list(results())
    np.testing.assert_allclose(cut[0], y, rtol=1e-11, atol=1e-11)
    for one, other in zip(cut, whole, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-11, atol=1e-11)


@pytest.mark.parametrize("cache", [1, 100, 2**20])
@pytest.mark.parametrize("filters", [3, 4, 9])
def test_one_channel_s_gradient_in_either_order_of_the_product(filters, cache):
    x_shape, w_shape = (2, 5, 6, 1), (1, 2, 1, filters)
    rng = np.random.default_rng(filters)
    dy, w = rng.normal(size=(2, 5, 5, filters)), rng.normal(size=w_shape)
    expected = np.zeros(x_shape)
    for n, i, j, f in np.ndindex(dy.shape):
        expected[n, i, j : j + 2, 0] += dy[n, i, j, f] * w[0, :, 0, f]
    with small_cache(cache):
        dx = conv2d_input_gradient(dy, w, x_shape)
    np.testing.assert_allclose(dx, expected, rtol=1e-12, atol=1e-12)


@few
@given(pooling=poolings(), cache=caches, ties=st.booleans())
def test_pooling_and_its_gradients_do_not_depend_on_the_parts(pooling, cache, ties):
    shape, *arguments, seed = pooling
    rng = np.random.default_rng(seed)
    x = draw_images(rng, shape, ties)
    dy = rng.normal(size=max_pool2d(x, *arguments).shape)

    def results():
        for pool in (max_pool2d, min_pool2d, average_pool2d):
            yield pool(x, *arguments)
        for backward in (
            max_pool2d_backward,
            min_pool2d_backward,
            average_pool2d_backward,
        ):
            yield backward(dy, x, *arguments)

    whole = list(results())
    with small_cache(cache):
        cut = list(results())
    for one, other in zip(cut, whole, strict=True):
        np.testing.assert_array_equal(one, other)
