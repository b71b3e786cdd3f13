import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cnn_course.conv import conv2d
from cnn_course.shapes import (
    conv_macs,
    conv_output_shape,
    conv_parameters,
    dense_parameters,
    output_size,
    padding_pairs,
    pair,
    pool_output_shape,
    receptive_field,
    same_padding,
    times_seen,
)

VGG16_CONVOLUTIONS = [
    (3, 64), (64, 64), (64, 128), (128, 128), (128, 256), (256, 256), (256, 256),
    (256, 512), (512, 512), (512, 512), (512, 512), (512, 512), (512, 512),
]  # fmt: skip


def starts_that_fit(n, k, stride, before, after):
    """Walk the window over the padded axis, the slow way."""
    starts, start = [], -before
    while start + k <= n + after:
        starts.append(start)
        start += stride
    return starts


# pair


@pytest.mark.parametrize(
    ("value", "expected"),
    [(2, (2, 2)), ((1, 3), (1, 3)), ([4, 5], (4, 5)), (np.int64(6), (6, 6))],
)
def test_pair_counts_an_int_for_both(value, expected):
    both = pair(value)
    assert both == expected
    assert all(type(number) is int for number in both)


@pytest.mark.parametrize(
    "value", [True, 1.0, "2", None, (1, 2, 3), (1,), (1, 2.0), (1, True), np.True_]
)
def test_pair_refuses_what_is_not_one_or_two_ints(value):
    with pytest.raises(TypeError, match="stride must be an int or a pair") as error:
        pair(value, "stride")
    assert repr(value) in str(error.value)


@pytest.mark.parametrize("value", [-1, (2, -3), (-4, 5)])
def test_pair_refuses_a_number_below_the_least(value):
    with pytest.raises(ValueError, match="padding must be at least 0") as error:
        pair(value, "padding", least=0)
    assert repr(value) in str(error.value)


# output_size


@pytest.mark.parametrize(
    ("network", "sizes", "out"),
    [
        ("the notes' 27x27 image", (27, 3, 1, 0), 25),
        ("the notes' 7x7 image", (7, 3, 2, 0), 3),
        ("LeNet C1", (32, 5, 1, 0), 28),
        ("LeNet C3", (14, 5, 1, 0), 10),
        ("LeNet C5", (5, 5, 1, 0), 1),
        ("AlexNet conv1", (227, 11, 4, 0), 55),
        ("AlexNet conv1 as the paper prints it", (224, 11, 4, 0), 54),
        ("AlexNet pool1", (55, 3, 2, 0), 27),
        ("AlexNet conv2", (27, 5, 1, 2), 27),
        ("GoogLeNet conv1", (224, 7, 2, 3), 112),
        ("VGG conv", (224, 3, 1, 1), 224),
    ],
)
def test_output_size_of_published_layers(network, sizes, out):
    assert output_size(*sizes) == out, network


def test_224_gives_the_55_of_alexnet_only_with_padding():
    assert [output_size(224, 11, 4, p) for p in range(4)] == [54, 54, 55, 55]


@given(
    n=st.integers(1, 40),
    k=st.integers(1, 9),
    stride=st.integers(1, 7),
    before=st.integers(0, 3),
    after=st.integers(0, 3),
)
def test_output_size_counts_the_windows_that_fit(n, k, stride, before, after):
    starts = starts_that_fit(n, k, stride, before, after)
    if starts:
        assert output_size(n, k, stride, (before, after)) == len(starts)
    else:
        with pytest.raises(ValueError, match="does not fit"):
            output_size(n, k, stride, (before, after))


def test_a_window_that_does_not_fit_is_named_with_its_numbers():
    with pytest.raises(
        ValueError, match=r"window of 9 does not fit in 8 pixels \(5 and 3 of padding\)"
    ):
        output_size(5, 9, padding=(1, 2))


@pytest.mark.parametrize(("k", "stride"), [(0, 2), (3, 0), (3, -1)])
def test_output_size_refuses_a_window_or_stride_below_one(k, stride):
    with pytest.raises(ValueError, match="at least 1") as error:
        output_size(7, k, stride)
    assert f"{k}" in str(error.value)
    assert f"{stride}" in str(error.value)


@pytest.mark.parametrize("padding", [1.0, True, (1, 2, 3), "same"])
def test_output_size_refuses_padding_that_is_not_a_number_of_pixels(padding):
    with pytest.raises(TypeError, match="padding must be an int or a pair"):
        output_size(7, 3, padding=padding)


# same_padding and padding_pairs


@pytest.mark.parametrize("k", [1, 3, 5, 7])
def test_same_padding_of_an_odd_kernel_is_half_of_k_minus_one(k):
    assert same_padding(28, k) == ((k - 1) // 2, (k - 1) // 2)


@pytest.mark.parametrize(
    ("n", "k", "stride", "expected"),
    [(28, 4, 1, (1, 2)), (28, 3, 2, (0, 1)), (5, 1, 3, (0, 0)), (224, 7, 2, (2, 3))],
)
def test_same_padding_puts_the_odd_zero_after(n, k, stride, expected):
    assert same_padding(n, k, stride) == expected


@given(n=st.integers(1, 40), k=st.integers(1, 9), stride=st.integers(1, 7))
def test_same_padding_gives_ceil_of_n_over_stride_with_no_zero_too_many(n, k, stride):
    before, after = same_padding(n, k, stride)
    assert output_size(n, k, stride, (before, after)) == math.ceil(n / stride)
    assert after - before in (0, 1)
    if after:
        with_less = starts_that_fit(n, k, stride, before, after - 1)
        assert len(with_less) < math.ceil(n / stride)


@pytest.mark.parametrize(
    ("padding", "expected"),
    [
        (2, ((2, 2), (2, 2))),
        ((0, 3), ((0, 0), (3, 3))),
        ("valid", ((0, 0), (0, 0))),
        ("same", ((1, 2), (1, 1))),
        (((0, 1), (2, 3)), ((0, 1), (2, 3))),
        (((0, 1), 2), ((0, 1), (2, 2))),
        ((2, (0, 1)), ((2, 2), (0, 1))),
        ([[0, 1], [2, 3]], ((0, 1), (2, 3))),
    ],
)
def test_padding_pairs_are_height_before_width(padding, expected):
    assert padding_pairs((9, 12), (4, 5), (1, 3), padding) == expected


def test_an_unknown_word_for_padding_is_named():
    with pytest.raises(ValueError, match="not 'full'"):
        padding_pairs((9, 11), (4, 5), (1, 3), "full")


@pytest.mark.parametrize(
    ("padding", "kind", "message"),
    [
        (((0, 1), (2, -1)), ValueError, r"at least 0, not \(2, -1\)"),
        (((0, 1, 2), 1), TypeError, r"not \(0, 1, 2\)"),
        (((0, 1), 1.5), TypeError, "not 1.5"),
        (((0, 1), "same"), TypeError, "not 'same'"),
        (((0, 1), True), TypeError, "not True"),
        (((0, 1), 2, 3), TypeError, r"\(\(top, bottom\), .*not \(\(0, 1\), 2, 3\)"),
        (((0, 1),), TypeError, r"\(\(top, bottom\), .*not \(\(0, 1\),\)"),
    ],
    ids=str,
)
def test_uneven_padding_that_is_none_is_named(padding, kind, message):
    with pytest.raises(kind, match=message):
        padding_pairs((9, 11), (4, 5), (1, 3), padding)


# conv_output_shape


def test_conv_output_shape_keeps_the_order_of_every_axis():
    shape = conv_output_shape((2, 13, 20, 3), (4, 5, 3, 8), (2, 3), (1, 2))
    assert shape == (2, 6, 7, 8)


def test_conv_output_shape_names_both_numbers_of_channels():
    with pytest.raises(ValueError, match="images have 4 channels and the filters 3"):
        conv_output_shape((2, 13, 20, 4), (5, 6, 3, 7))


def test_conv_output_shape_of_uneven_padding():
    # (13 + 1 - 4) // 2 + 1 and (20 + 5 - 5) // 3 + 1
    shape = conv_output_shape((2, 13, 20, 3), (4, 5, 3, 8), (2, 3), ((0, 1), (3, 2)))
    assert shape == (2, 6, 7, 8)


# pool_output_shape


@pytest.mark.parametrize(
    ("network", "arguments", "shape"),
    [
        ("LeNet S2", ((2, 28, 28, 6), 2), (2, 14, 14, 6)),
        ("AlexNet pool1", ((2, 55, 55, 96), 3, 2), (2, 27, 27, 96)),
        ("ResNet", ((2, 112, 112, 64), 3, 2, 1), (2, 56, 56, 64)),
        ("sizes that do not divide", ((2, 7, 11, 3), (2, 4)), (2, 3, 2, 3)),
        ("same", ((2, 7, 11, 3), (2, 4), None, "same"), (2, 4, 3, 3)),
        ("uneven", ((2, 7, 11, 3), (3, 4), 1, ((0, 2), (3, 1))), (2, 7, 12, 3)),
        ("no images", ((0, 7, 11, 3), 2), (0, 3, 5, 3)),
    ],
)
def test_pool_output_shape_by_hand(network, arguments, shape):
    assert pool_output_shape(*arguments) == shape, network


@example(n=0, k=3, stride=1, before=2, after=2)
@given(
    n=st.integers(0, 7),
    k=st.integers(1, 5),
    stride=st.integers(1, 6),
    before=st.integers(0, 5),
    after=st.integers(0, 5),
)
def test_pooling_windows_all_hold_a_pixel_or_are_refused(n, k, stride, before, after):
    # At stride 1 every place where a window may lie is one.
    places = starts_that_fit(n, k, 1, before, after)
    all_hold_a_pixel = all(max(start, 0) < min(start + k, n) for start in places)
    arguments = ((2, 5, n, 3), (1, k), (1, stride), (0, (before, after)))
    if places and all_hold_a_pixel:
        out = len(starts_that_fit(n, k, stride, before, after))
        assert pool_output_shape(*arguments) == (2, 5, out, 3)
    else:
        with pytest.raises(ValueError, match=r"does not fit|without a pixel"):
            pool_output_shape(*arguments)


def test_pool_output_shape_refuses_what_is_no_batch_of_images():
    with pytest.raises(ValueError, match=r"\(N, H, W, C\).*\(7, 11, 3\)"):
        pool_output_shape((7, 11, 3), 2)


# times_seen


def test_a_3x3_window_sees_the_middle_of_a_4x4_image_four_times():
    line = times_seen(4, 3)
    assert line == [1, 2, 2, 1]
    assert np.outer(line, line).tolist() == [
        [1, 2, 2, 1],
        [2, 4, 4, 2],
        [2, 4, 4, 2],
        [1, 2, 2, 1],
    ]


@given(
    n=st.integers(1, 20),
    k=st.integers(1, 6),
    stride=st.integers(1, 7),
    padding=st.integers(0, 3),
)
def test_times_seen_adds_up_to_the_pixels_in_all_windows(n, k, stride, padding):
    starts = starts_that_fit(n, k, stride, padding, padding)
    if not starts:
        return
    in_windows = [i for start in starts for i in range(start, start + k)]
    assert times_seen(n, k, stride, padding) == [in_windows.count(i) for i in range(n)]


# receptive_field


@pytest.mark.parametrize(
    ("layers", "field"),
    [
        ([], 1),
        ([(3, 1)], 3),
        ([(3, 1)] * 2, 5),
        ([(3, 1)] * 3, 7),
        ([(5, 1), (2, 2), (5, 1), (2, 2)], 16),  # LeNet down to S4
        ([(5, 1), (2, 2), (5, 1), (2, 2), (5, 1)], 32),  # LeNet's C5: the image
        ([(11, 4), (3, 2)], 19),  # AlexNet down to pool1
    ],
)
def test_receptive_field_of_stacks_worked_by_hand(layers, field):
    assert receptive_field(layers) == field


@given(
    st.lists(st.tuples(st.integers(1, 5), st.integers(1, 3)), min_size=1, max_size=4)
)
def test_receptive_field_is_as_wide_as_the_inputs_that_change_an_output(layers):
    length = receptive_field(layers) + 7
    # Image i of the batch is 1 at pixel i and 0 elsewhere.
    x = np.eye(length)[:, np.newaxis, :, np.newaxis]
    for kernel, stride in layers:
        x = conv2d(x, np.ones((1, kernel, 1, 1)), stride=(1, stride))
    seen = np.flatnonzero(x[:, 0, 0, 0])
    assert seen[0] == 0
    assert seen[-1] - seen[0] + 1 == receptive_field(layers)


# parameters and multiply-accumulates


def test_parameters_of_the_small_keras_cnn():
    layers = [
        conv_parameters((3, 3, 1, 32)),
        conv_parameters((3, 3, 32, 64)),
        conv_parameters((3, 3, 64, 64)),
        dense_parameters(3 * 3 * 64, 64),
        dense_parameters(64, 10),
    ]
    assert layers == [320, 18_496, 36_928, 36_928, 650]
    assert sum(layers) == 93_322


@pytest.mark.parametrize(
    ("network", "w_shape", "parameters"),
    [
        ("LeNet C1", (5, 5, 1, 6), 156),
        ("LeNet C3, dense", (5, 5, 6, 16), 2_416),
        ("LeNet C5", (5, 5, 16, 120), 48_120),
        ("AlexNet conv1", (11, 11, 3, 96), 34_944),
        ("AlexNet conv3", (3, 3, 256, 384), 885_120),
    ],
)
def test_parameters_of_published_layers(network, w_shape, parameters):
    assert conv_parameters(w_shape) == parameters, network


def test_parameters_of_the_convolutions_of_vgg16():
    total = sum(conv_parameters((3, 3, c, f)) for c, f in VGG16_CONVOLUTIONS)
    assert total == 14_714_688


def test_parameters_without_bias_are_the_weights():
    assert conv_parameters((2, 3, 4, 5), bias=False) == 120
    assert dense_parameters(6, 7, bias=False) == 42


def test_multiply_accumulates_of_lenet():
    convolutions = (
        conv_macs((1, 32, 32, 1), (5, 5, 1, 6)),
        conv_macs((1, 14, 14, 6), (5, 5, 6, 16)),
        conv_macs((1, 5, 5, 16), (5, 5, 16, 120)),
    )
    assert convolutions == (117_600, 240_000, 48_000)
    dense = dense_parameters(120, 84, bias=False) + dense_parameters(84, 10, bias=False)
    assert sum(convolutions) + dense == 416_520


def test_multiply_accumulates_count_each_axis_once():
    # 2 images, 6 x 7 places, 8 filters of 4 x 5 x 3
    assert conv_macs((2, 13, 20, 3), (4, 5, 3, 8), (2, 3), (1, 2)) == 40_320
