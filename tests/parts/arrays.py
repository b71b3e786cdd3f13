"""Assignment 5."""

import itertools
import math
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from cnn_course import conv
from cnn_course.checks import arrays
from cnn_course.checks.mistakes import arrays as wrong
from cnn_course.checks.mistakes import (
    arrays_batch,
    arrays_channels,
    arrays_order,
)
from tests.parts import Part
from tests.parts.convolution import by_einsum, by_shifted_images, filter_by_filter


def counted_one_by_one(place: Any, shape: Any) -> int:
    places = itertools.product(*map(range, shape))
    return next(k for k, other in enumerate(places) if list(other) == list(place))


def from_numpys_strides(place: Any, shape: Any) -> int:
    return sum(map(math.prod, zip(place, np.empty(shape, "i1").strides, strict=True)))


def axis_by_axis(place: Any, shape: Any) -> int:
    k = 0
    for index, size in zip(place, shape, strict=True):
        k = k * size + index
    return k


def number_by_number(x: np.ndarray) -> np.ndarray:
    n, c, h, w = x.shape
    y = np.empty((n, h, w, c), x.dtype)
    for k, m, i, j in np.ndindex(*x.shape):
        y[k, i, j, m] = x[k, m, i, j]
    return y


def plane_by_plane(x: np.ndarray) -> np.ndarray:
    return np.array([np.dstack(list(image)) for image in x])


def columns_of_a_matrix(x: np.ndarray) -> np.ndarray:
    n, c, h, w = x.shape
    rows = [image.reshape(c, h * w).T for image in x]
    return np.concatenate(rows).reshape(n, h, w, c)


def slices_of_filters(w: np.ndarray) -> np.ndarray:
    return np.stack([np.stack(list(one), axis=-1) for one in w], axis=-1)


def weight_by_weight(w: np.ndarray) -> np.ndarray:
    f, c, kh, kw = w.shape
    y = np.zeros((kh, kw, c, f), dtype=w.dtype)
    for (k, m, u, v), weight in np.ndenumerate(w):
        y[u, v, m, k] = weight
    return y


def rows_and_columns_taken(x: np.ndarray, size: Any) -> np.ndarray:
    for axis, length in zip((1, 2), size, strict=True):
        first = (x.shape[axis] - length) // 2
        x = np.take(x, range(first, first + length), axis=axis)
    return x


def border_deleted(x: np.ndarray, size: Any) -> np.ndarray:
    """Take away rows and columns at both ends in turn, beginning below and at the right."""
    y = x.copy()
    for axis, length in zip((1, 2), size, strict=True):
        end = -1
        while y.shape[axis] > length:
            y = np.delete(y, end, axis=axis)
            end = -1 - end
    return y


def pixels_in_lists(x: np.ndarray, size: Any) -> np.ndarray:
    top, left = (x.shape[1] - size[0]) // 2, (x.shape[2] - size[1]) // 2
    return np.array(
        [
            [[image[top + i][left + j] for j in range(size[1])] for i in range(size[0])]
            for image in x
        ]
    )


def channel_after_channel(x: np.ndarray, shares: np.ndarray) -> np.ndarray:
    y = np.zeros((*x.shape[:3], 1), x.dtype)
    for c, share in enumerate(shares):
        y[..., 0] += x[..., c] * share
    return y


def pixel_by_pixel(x: np.ndarray, shares: np.ndarray) -> np.ndarray:
    y = np.empty((*x.shape[:3], 1), x.dtype)
    for place in np.ndindex(x.shape[:3]):
        y[place] = sum(a * b for a, b in zip(x[place], shares, strict=True))
    return y


def normalized_channel_by_channel(x: np.ndarray) -> np.ndarray:
    y = np.empty_like(x)
    for c in range(x.shape[3]):
        y[..., c] = (x[..., c] - np.mean(x[..., c])) / np.std(x[..., c])
    return y


def normalized_as_a_matrix(x: np.ndarray) -> np.ndarray:
    rows = x.reshape(-1, x.shape[-1])
    away = rows - rows.mean(axis=0)
    return (away / np.sqrt((away**2).mean(axis=0))).reshape(x.shape)


def normalized_by_sums(x: np.ndarray) -> np.ndarray:
    count = x.dtype.type(x[..., 0].size)
    mean = np.einsum("nhwc->c", x) / count
    square = np.einsum("nhwc,nhwc->c", x, x) / count
    return (x - mean) / (square - mean**2) ** 0.5


def added_up_in_place(x: np.ndarray, w: np.ndarray, b: np.ndarray) -> np.ndarray:
    (kh, kw, _, f), n = w.shape, len(x)
    oh, ow = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    y = np.broadcast_to(b, (n, oh, ow, f)).astype(x.dtype)
    for u, v in np.ndindex(kh, kw):
        block = x[:, u : u + oh, v : v + ow, :, np.newaxis]
        y += np.sum(block * w[u, v], axis=3)
    return y


PARTS = [
    Part(
        "flat_index",
        arrays.check_flat_index,
        wrong.flat_index,
        wrong.FLAT_MISTAKES,
        [
            counted_one_by_one,
            from_numpys_strides,
            axis_by_axis,
            lambda place, shape: np.arange(math.prod(shape)).reshape(shape)[place],
        ],
    ),
    Part(
        "to_nhwc",
        arrays.check_to_nhwc,
        arrays_order.to_nhwc,
        arrays_order.NHWC_MISTAKES,
        [
            number_by_number,
            plane_by_plane,
            columns_of_a_matrix,
            lambda x: np.stack([x[:, c] for c in range(x.shape[1])], axis=3),
            lambda x: np.ascontiguousarray(x.swapaxes(1, 2).swapaxes(2, 3)),
        ],
    ),
    Part(
        "filters_last",
        arrays.check_filters_last,
        arrays_order.filters_last,
        arrays_order.FILTERS_MISTAKES,
        [
            slices_of_filters,
            weight_by_weight,
            lambda w: np.copy(np.einsum("fcuv->uvcf", w)),
            lambda w: np.array(w.T.swapaxes(0, 1)),
        ],
    ),
    Part(
        "crop_center",
        arrays.check_crop_center,
        wrong.crop_center,
        wrong.CROP_MISTAKES,
        [rows_and_columns_taken, border_deleted, pixels_in_lists],
    ),
    Part(
        "to_grey",
        arrays.check_to_grey,
        arrays_channels.to_grey,
        arrays_channels.GREY_MISTAKES,
        [
            channel_after_channel,
            pixel_by_pixel,
            lambda x, shares: x @ shares.reshape(-1, 1),
            lambda x, shares: np.sum(x * shares, axis=-1, keepdims=True),
        ],
    ),
    Part(
        "normalize",
        arrays.check_normalize,
        arrays_channels.normalize,
        arrays_channels.NORMALIZE_MISTAKES,
        [
            normalized_channel_by_channel,
            normalized_as_a_matrix,
            normalized_by_sums,
        ],
    ),
    Part(
        "conv2d",
        arrays.check_conv2d,
        conv.conv2d_loops,
        arrays_batch.BATCH_MISTAKES,
        [
            added_up_in_place,
            by_einsum,
            by_shifted_images,
            filter_by_filter,
            lambda x, w, b: (
                b
                + np.tensordot(
                    sliding_window_view(x, w.shape[:3], axis=(1, 2, 3))[:, :, :, 0],
                    w,
                    3,
                )
            ),
        ],
    ),
]
