"""Assignment 1."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from cnn_course import conv
from cnn_course.checks import filters
from cnn_course.checks.mistakes import filters as wrong
from tests.parts import Part


def plain_loops(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    (h, w), (kh, kw) = image.shape, kernel.shape
    rows = [
        [
            sum(
                image[i + u, j + v] * kernel[u, v] for u in range(kh) for v in range(kw)
            )
            for j in range(w - kw + 1)
        ]
        for i in range(h - kh + 1)
    ]
    return np.array(rows, dtype=image.dtype)


def by_shifted_images(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    oh, ow = np.subtract(image.shape, kernel.shape) + 1
    y = np.zeros((oh, ow), image.dtype)
    for (u, v), weight in np.ndenumerate(kernel):
        y += weight * image[u : u + oh, v : v + ow]
    return y


def numbers_one_by_one(answers: np.ndarray) -> np.ndarray:
    rows = [[min(max(round(v), 0), 255) for v in row] for row in answers]
    return np.array(rows, np.uint8)


def into_a_new_array(answers: np.ndarray) -> np.ndarray:
    image = np.empty(answers.shape, np.uint8)
    rounded = np.around(answers)
    image[...] = np.where(rounded < 0, 0, np.where(rounded > 255, 255, rounded))
    return image


def by_differences(image: np.ndarray) -> np.ndarray:
    """Sobel's kernels fall apart: a smoothing one way, a difference the other."""
    rows = image[:-2] + 2 * image[1:-1] + image[2:]
    columns = image[:, :-2] + 2 * image[:, 1:-1] + image[:, 2:]
    return np.hypot(columns[:-2] - columns[2:], rows[:, :-2] - rows[:, 2:])


def with_windows(image: np.ndarray) -> np.ndarray:
    kernel = np.outer([1, 2, 1], [1, 0, -1]).astype(image.dtype)
    windows = sliding_window_view(image, (3, 3))
    both = np.stack([np.tensordot(windows, k) for k in (kernel, kernel.T)])
    return np.sqrt((both**2).sum(axis=0))


def with_complex_numbers(image: np.ndarray) -> np.ndarray:
    h = plain_loops(image, np.array([[1, 2, 1], [0, 0, 0], [-1, -2, -1]]))
    v = plain_loops(image, np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]]))
    return abs(h + 1j * v).astype(image.dtype)


PARTS = [
    Part(
        "apply_filter",
        filters.check_apply_filter,
        conv.correlate2d,
        wrong.FILTER_MISTAKES,
        [
            plain_loops,
            by_shifted_images,
            lambda x, w: np.tensordot(sliding_window_view(x, w.shape), w),
        ],
    ),
    Part(
        "to_image",
        filters.check_to_image,
        wrong.to_image,
        wrong.IMAGE_MISTAKES,
        [
            numbers_one_by_one,
            into_a_new_array,
            lambda answers: answers.round().clip(0, 255).astype("uint8"),
        ],
    ),
    Part(
        "sobel_magnitude",
        filters.check_sobel_magnitude,
        wrong.sobel_magnitude,
        wrong.SOBEL_MISTAKES,
        [by_differences, with_windows, with_complex_numbers],
    ),
]
