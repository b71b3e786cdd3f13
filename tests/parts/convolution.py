"""Assignment 2."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from cnn_course import conv
from cnn_course.checks import convolution
from cnn_course.checks.mistakes import convolution as wrong
from tests.parts import Part
from tests.parts.filters import plain_loops


def channel_by_channel(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    return sum(plain_loops(x[..., c], w[..., c]) for c in range(x.shape[2]))


def windows_in_a_row(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    (h, width, _), (kh, kw, _) = x.shape, w.shape
    oh, ow = h - kh + 1, width - kw + 1
    rows = [
        x[i : i + kh, j : j + kw].ravel() @ w.ravel()
        for i in range(oh)
        for j in range(ow)
    ]
    return np.array(rows).reshape(oh, ow)


def by_einsum(x: np.ndarray, w: np.ndarray, b: np.ndarray) -> np.ndarray:
    windows = sliding_window_view(x, w.shape[:2], axis=(1, 2))
    return np.einsum("nijcuv,uvcf->nijf", windows, w) + b


def by_shifted_images(x: np.ndarray, w: np.ndarray, b: np.ndarray) -> np.ndarray:
    oh, ow = x.shape[1] - w.shape[0] + 1, x.shape[2] - w.shape[1] + 1
    return b + sum(
        x[:, u : u + oh, v : v + ow] @ w[u, v] for u, v in np.ndindex(w.shape[:2])
    )


def filter_by_filter(x: np.ndarray, w: np.ndarray, b: np.ndarray) -> np.ndarray:
    maps = [
        np.stack([channel_by_channel(image, w[..., f]) + b[f] for image in x])
        for f in range(len(b))
    ]
    return np.stack(maps, axis=-1)


def copied_pixel_by_pixel(image: np.ndarray, down: int, right: int) -> np.ndarray:
    moved = np.zeros_like(image)
    for i in range(down, image.shape[0]):
        for j in range(right, image.shape[1]):
            moved[i, j] = image[i - down, j - right]
    return moved


def rolled_and_wiped(image: np.ndarray, down: int, right: int) -> np.ndarray:
    moved = np.roll(image, (down, right), axis=(0, 1))
    moved[:down] = moved[:, :right] = 0
    return moved


PARTS = [
    Part(
        "convolve",
        convolution.check_convolve,
        wrong.convolve,
        wrong.ONE_FILTER_MISTAKES,
        [
            channel_by_channel,
            windows_in_a_row,
            lambda x, w: np.tensordot(sliding_window_view(x, w.shape)[:, :, 0], w, 3),
        ],
    ),
    Part(
        "conv2d",
        convolution.check_conv2d,
        conv.conv2d_loops,
        wrong.LAYER_MISTAKES,
        [by_einsum, by_shifted_images, filter_by_filter],
    ),
    Part(
        "feature_maps",
        convolution.check_feature_maps,
        wrong.feature_maps,
        wrong.FEATURE_MISTAKES,
        [
            lambda x, w, b: by_einsum(x, w, b).clip(min=0),
            lambda x, w, b: np.where((y := filter_by_filter(x, w, b)) > 0, y, 0),
            lambda x, w, b: ((y := by_shifted_images(x, w, b)) + abs(y)) / 2,
        ],
    ),
    Part(
        "shift",
        convolution.check_shift,
        wrong.shift,
        wrong.SHIFT_MISTAKES,
        [
            copied_pixel_by_pixel,
            rolled_and_wiped,
            lambda x, d, r: np.pad(x, ((d, 0), (r, 0)))[: x.shape[0], : x.shape[1]],
        ],
    ),
]
