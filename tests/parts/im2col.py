"""Assignment 6."""

import math
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from cnn_course import conv
from cnn_course.checks import im2col as checks
from cnn_course.checks.mistakes.im2col_back import BACK_MISTAKES
from cnn_course.checks.mistakes.im2col_mean import MEAN_MISTAKES, undo_im2col
from cnn_course.checks.mistakes.im2col_product import PRODUCT_MISTAKES
from cnn_course.checks.mistakes.im2col_rows import ROWS_MISTAKES
from cnn_course.checks.mistakes.im2col_sizes import BYTES_MISTAKES, im2col_bytes
from cnn_course.im2col import col2im, im2col
from tests.parts import Part
from tests.parts.padding import framed_by_stacking

Pair = tuple[int, int]


def places(shape: Any, kernel: Pair, stride: Pair, padding: Pair) -> Pair:
    return tuple(
        (n + 2 * p - k) // s + 1
        for n, k, s, p in zip(shape[1:3], kernel, stride, padding, strict=True)
    )


def framed(x: np.ndarray, padding: Pair) -> np.ndarray:
    return np.pad(x, ((0, 0), (padding[0],) * 2, (padding[1],) * 2, (0, 0)))


def window_by_window(x: Any, kernel: Pair, stride: Pair, padding: Pair) -> np.ndarray:
    x, rows = framed(x, padding), []
    for image in x:
        for i in range(0, x.shape[1] - kernel[0] + 1, stride[0]):
            for j in range(0, x.shape[2] - kernel[1] + 1, stride[1]):
                window = image[i : i + kernel[0], j : j + kernel[1]]
                rows.append(window.reshape(-1))
    return np.vstack(rows)


def sliding(x: Any, kernel: Pair, stride: Pair, padding: Pair) -> np.ndarray:
    view = sliding_window_view(framed(x, padding), kernel, axis=(1, 2))
    view = view[:, :: stride[0], :: stride[1]].transpose(0, 1, 2, 4, 5, 3)
    return view.reshape(-1, math.prod(kernel) * x.shape[3])


def shifted_images(x: Any, kernel: Pair, stride: Pair, padding: Pair) -> np.ndarray:
    """Fill the matrix from the left: a few columns are one shifted copy of the images."""
    oh, ow = places(x.shape, kernel, stride, padding)
    x = np.stack(
        [
            np.stack(
                [framed_by_stacking(image[..., c], padding) for c in range(x.shape[3])],
                axis=-1,
            )
            for image in x
        ]
    )
    shifted = [
        x[:, u:, v:][:, : stride[0] * oh : stride[0], : stride[1] * ow : stride[1]]
        for u in range(kernel[0])
        for v in range(kernel[1])
    ]
    return np.concatenate(shifted, axis=3).reshape(len(x) * oh * ow, -1)


def by_indices(x: Any, kernel: Pair, stride: Pair, padding: Pair) -> np.ndarray:
    oh, ow = places(x.shape, kernel, stride, padding)
    rows = stride[0] * np.arange(oh)[:, None] + np.arange(kernel[0])
    columns = stride[1] * np.arange(ow)[:, None] + np.arange(kernel[1])
    taken = framed(x, padding)[:, rows[:, None, :, None], columns[None, :, None, :]]
    return taken.reshape(len(x) * oh * ow, -1)


def number_by_number(x: Any, kernel: Pair, stride: Pair, padding: Pair) -> np.ndarray:
    """Plain Python: no padded array, and lists."""
    (n, h, w, c), (oh, ow) = x.shape, places(x.shape, kernel, stride, padding)

    def pixel(a: int, row: int, column: int, channel: int) -> float:
        inside = 0 <= row < h and 0 <= column < w
        return x[a, row, column, channel] if inside else 0

    rows = [
        [
            pixel(a, i * stride[0] + u - padding[0], j * stride[1] + v - padding[1], d)
            for u in range(kernel[0])
            for v in range(kernel[1])
            for d in range(c)
        ]
        for a in range(n)
        for i in range(oh)
        for j in range(ow)
    ]
    return np.array(rows, dtype=x.dtype)


def product_of_all(x: Any, w: Any, b: Any, stride: Pair, padding: Pair) -> np.ndarray:
    rows = number_by_number(x, w.shape[:2], stride, padding)
    oh, ow = places(x.shape, w.shape[:2], stride, padding)
    filters = np.stack([w[..., f].ravel() for f in range(len(b))])
    y = (filters @ rows.T).T + b
    return y.reshape(len(x), oh, ow, len(b))


def image_by_image(x: Any, w: Any, b: Any, stride: Pair, padding: Pair) -> np.ndarray:
    filters = w.transpose(3, 0, 1, 2).reshape(w.shape[3], -1).T
    oh, ow = places(x.shape, w.shape[:2], stride, padding)
    maps = [
        (window_by_window(image[None], w.shape[:2], stride, padding) @ filters)
        for image in x
    ]
    return np.stack([y.reshape(oh, ow, -1) + b for y in maps])


def by_einsum(x: Any, w: Any, b: Any, stride: Pair, padding: Pair) -> np.ndarray:
    view = sliding_window_view(framed(x, padding), w.shape[:2], axis=(1, 2))
    view = view[:, :: stride[0], :: stride[1]]
    return np.einsum("nijcuv,uvcf->nijf", view, w) + b


def by_tensordot(x: Any, w: Any, b: Any, stride: Pair, padding: Pair) -> np.ndarray:
    oh, ow = places(x.shape, w.shape[:2], stride, padding)
    rows = by_indices(x, w.shape[:2], stride, padding)
    windows = rows.reshape(len(x), oh, ow, *w.shape[:3])
    return np.tensordot(windows, w, 3) + b


def one_row_after_the_other(
    columns: Any, x_shape: Any, kernel: Pair, stride: Pair, padding: Pair
) -> np.ndarray:
    x = framed(np.zeros(x_shape, columns.dtype), padding)
    rows = iter(columns)
    for image in x:
        for i in range(0, x.shape[1] - kernel[0] + 1, stride[0]):
            for j in range(0, x.shape[2] - kernel[1] + 1, stride[1]):
                window = next(rows).reshape(*kernel, x_shape[3])
                image[i : i + kernel[0], j : j + kernel[1]] += window
    (ph, pw), (height, width) = padding, x.shape[1:3]
    return x[:, ph : height - ph, pw : width - pw]


def added_at(
    columns: Any, x_shape: Any, kernel: Pair, stride: Pair, padding: Pair
) -> np.ndarray:
    """Unroll the numbers of the pixels, and add at these."""
    numbers = np.arange(1, 1 + math.prod(x_shape)).reshape(x_shape)
    where = sliding(numbers, kernel, stride, padding)  # 0 is the padding
    x = np.zeros(1 + math.prod(x_shape), columns.dtype)
    np.add.at(x, where.ravel(), columns.ravel())
    return x[1:].reshape(x_shape)


def counted_by_bins(
    columns: Any, x_shape: Any, kernel: Pair, stride: Pair, padding: Pair
) -> np.ndarray:
    numbers = np.arange(1, 1 + math.prod(x_shape)).reshape(x_shape)
    where = shifted_images(numbers, kernel, stride, padding)
    sums = np.bincount(where.ravel(), columns.ravel(), 1 + math.prod(x_shape))
    return sums[1:].reshape(x_shape).astype(columns.dtype)


def without_a_frame(
    columns: Any, x_shape: Any, kernel: Pair, stride: Pair, padding: Pair
) -> np.ndarray:
    """Plain Python: leave out what lies outside."""
    (n, h, w, c), (oh, ow) = x_shape, places(x_shape, kernel, stride, padding)
    x = [[[[0.0] * c for _ in range(w)] for _ in range(h)] for _ in range(n)]
    for row, (a, i, j) in enumerate(np.ndindex(n, oh, ow)):
        for column, (u, v, d) in enumerate(np.ndindex(*kernel, c)):
            top, left = i * stride[0] + u - padding[0], j * stride[1] + v - padding[1]
            if 0 <= top < h and 0 <= left < w:
                x[a][top][left][d] += float(columns[row, column])
    return np.array(x, dtype=columns.dtype)


def mean_where_seen(columns: Any, x_shape: Any, *window: Pair) -> np.ndarray:
    count = without_a_frame(np.ones_like(columns), x_shape, *window)
    total = added_at(columns, x_shape, *window)
    return np.divide(total, count, out=np.zeros_like(total), where=count > 0)


def mean_without_nan(columns: Any, x_shape: Any, *window: Pair) -> np.ndarray:
    ones = number_by_number(np.ones(x_shape, columns.dtype), *window)
    count = one_row_after_the_other(ones, x_shape, *window)
    return np.nan_to_num(one_row_after_the_other(columns, x_shape, *window) / count)


def mean_of_lists(columns: Any, x_shape: Any, *window: Pair) -> np.ndarray:
    copies: list[list[float]] = [[] for _ in range(1 + math.prod(x_shape))]
    numbers = np.arange(1, 1 + math.prod(x_shape)).reshape(x_shape)
    places = sliding(numbers, *window)
    for place, value in zip(places.ravel(), columns.ravel(), strict=True):
        copies[place].append(value)
    means = [np.mean(values) if values else 0 for values in copies[1:]]
    return np.array(means).reshape(x_shape).astype(columns.dtype)


def mean_with_a_little_added(columns: Any, x_shape: Any, *window: Pair) -> np.ndarray:
    count = one_row_after_the_other(np.ones_like(columns), x_shape, *window)
    total = one_row_after_the_other(columns, x_shape, *window)
    return total / (count + columns.dtype.type(1e-8))


def bytes_of_a_matrix(x: Any, k: Pair, s: Pair, p: Pair, size: int) -> int:
    dtype = {2: np.float16, 4: np.float32, 8: np.float64}[size]
    return sliding(np.zeros(x, dtype), k, s, p).nbytes


PARTS = [
    Part(
        "im2col",
        checks.check_im2col,
        im2col,
        ROWS_MISTAKES,
        [window_by_window, sliding, shifted_images, by_indices, number_by_number],
    ),
    Part(
        "conv2d",
        checks.check_conv2d,
        conv.conv2d_loops,
        PRODUCT_MISTAKES,
        [product_of_all, image_by_image, by_einsum, by_tensordot],
    ),
    Part(
        "col2im",
        checks.check_col2im,
        col2im,
        BACK_MISTAKES,
        [one_row_after_the_other, added_at, counted_by_bins, without_a_frame],
    ),
    Part(
        "undo_im2col",
        checks.check_undo_im2col,
        undo_im2col,
        MEAN_MISTAKES,
        [mean_where_seen, mean_without_nan, mean_of_lists, mean_with_a_little_added],
    ),
    Part(
        "im2col_bytes",
        checks.check_im2col_bytes,
        im2col_bytes,
        BYTES_MISTAKES,
        [
            bytes_of_a_matrix,
            lambda x, k, s, p, size: (
                math.prod(places(x, k, s, p)) * x[0] * k[0] * k[1] * x[3] * size
            ),
            lambda x, k, s, p, size: int(
                np.prod([x[0], *places(x, k, s, p), *k, x[3], size])
            ),
        ],
    ),
]
