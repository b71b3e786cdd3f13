"""Assignment 3."""

import math
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from cnn_course import shapes
from cnn_course.checks import padding
from cnn_course.checks.mistakes import padding as wrong
from cnn_course.checks.mistakes import padding_seen
from tests.parts import Part
from tests.parts.filters import plain_loops


def framed_by_stacking(image: np.ndarray, frame: tuple[int, int]) -> np.ndarray:
    rows = np.zeros((frame[0], image.shape[1]), image.dtype)
    image = np.vstack([rows, image, rows])
    columns = np.zeros((image.shape[0], frame[1]), image.dtype)
    return np.hstack([columns, image, columns])


def framed_pixel_by_pixel(image: np.ndarray, frame: tuple[int, int]) -> np.ndarray:
    (ph, pw), (h, w) = frame, image.shape
    y = np.zeros((h + 2 * ph, w + 2 * pw), image.dtype)
    for i, j in np.ndindex(h, w):
        y[i + ph, j + pw] = image[i, j]
    return y


def by_cases(k: int) -> tuple[int, int]:
    return (k // 2, k // 2) if k % 2 else (k // 2 - 1, k // 2)


def seen_by_product(size: Any, kernel: Any, stride: Any) -> np.ndarray:
    axes = [
        [sum(0 <= i - o < k for o in range(0, n - k + 1, s)) for i in range(n)]
        for n, k, s in zip(size, kernel, stride, strict=True)
    ]
    return np.multiply.outer(*map(np.array, axes)).astype(np.int32)


def seen_pixel_by_pixel(size: Any, kernel: Any, stride: Any) -> np.ndarray:
    y = np.zeros(size, dtype=np.uint16)
    tops = range(0, size[0] - kernel[0] + 1, stride[0])
    lefts = range(0, size[1] - kernel[1] + 1, stride[1])
    for i, j in np.ndindex(*size):
        y[i, j] = sum(
            top <= i < top + kernel[0] and left <= j < left + kernel[1]
            for top in tops
            for left in lefts
        )
    return y


def seen_by_differences(size: Any, kernel: Any, stride: Any) -> np.ndarray:
    changes = np.zeros((size[0] + 1, size[1] + 1), int)
    for i in range(0, size[0] - kernel[0] + 1, stride[0]):
        for j in range(0, size[1] - kernel[1] + 1, stride[1]):
            changes[i, j] += 1
            changes[i + kernel[0], j] -= 1
            changes[i, j + kernel[1]] -= 1
            changes[i + kernel[0], j + kernel[1]] += 1
    return changes.cumsum(axis=0).cumsum(axis=1)[:-1, :-1]


def convolved_with_windows(x: Any, w: Any, stride: Any, frame: Any) -> np.ndarray:
    x = np.pad(x, ((frame[0],) * 2, (frame[1],) * 2))
    windows = sliding_window_view(x, w.shape)[:: stride[0], :: stride[1]]
    return np.einsum("ijuv,uv->ij", windows, w)


def convolved_without_padding(x: Any, w: Any, stride: Any, frame: Any) -> np.ndarray:
    """Add up only what lies inside the image."""
    sizes = zip(x.shape, w.shape, stride, frame, strict=True)
    y = np.zeros([(n + 2 * p - k) // s + 1 for n, k, s, p in sizes], x.dtype)
    for i, j in np.ndindex(*y.shape):
        for u, v in np.ndindex(*w.shape):
            row = i * stride[0] + u - frame[0]
            column = j * stride[1] + v - frame[1]
            if 0 <= row < x.shape[0] and 0 <= column < x.shape[1]:
                y[i, j] += w[u, v] * x[row, column]
    return y


PARTS = [
    Part(
        "output_size",
        padding.check_output_size,
        shapes.output_size,
        wrong.SIZE_MISTAKES,
        [
            lambda n, k, s=1, p=0: math.floor((n + 2 * p - k) / s) + 1,
            lambda n, k, s=1, p=0: len(range(0, n + 2 * p - k + 1, s)),
            lambda n, k, s=1, p=0: int((n - k + 2 * p + s) / s),
        ],
    ),
    Part(
        "pad",
        padding.check_pad,
        wrong.pad,
        wrong.PAD_MISTAKES,
        [
            framed_by_stacking,
            framed_pixel_by_pixel,
            lambda x, p: np.pad(x, [(p[0], p[0]), (p[1], p[1])], constant_values=0),
        ],
    ),
    Part(
        "same_padding",
        padding.check_same_padding,
        wrong.same_padding,
        wrong.SAME_MISTAKES,
        [
            by_cases,
            lambda k: [(k - 1) // 2, k - 1 - (k - 1) // 2],
            lambda k: divmod(k - 1, 2)[:1] * 2 if k % 2 else (k // 2 - 1, k // 2),
        ],
    ),
    Part(
        "times_seen",
        padding.check_times_seen,
        padding_seen.times_seen,
        padding_seen.SEEN_MISTAKES,
        [seen_by_product, seen_pixel_by_pixel, seen_by_differences],
    ),
    Part(
        "conv2d",
        padding.check_conv2d,
        wrong.conv2d,
        wrong.CONV_MISTAKES,
        [
            convolved_with_windows,
            convolved_without_padding,
            lambda x, w, s, p: plain_loops(wrong.pad(x, p), w)[:: s[0], :: s[1]],
        ],
    ),
]
