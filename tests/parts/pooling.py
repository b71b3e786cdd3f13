"""Assignment 4."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from cnn_course.checks import pooling
from cnn_course.checks.mistakes import pooling as targets
from cnn_course.checks.mistakes import pooling_maps as maps
from cnn_course.checks.mistakes import pooling_windows as wrong
from tests.parts import Part

Pair = tuple[int, int]


def framed(x: np.ndarray, padding: Pair, value: float) -> np.ndarray:
    return np.pad(
        x, [(0, 0), *((p, p) for p in padding), (0, 0)], constant_values=value
    )


def windows(x: np.ndarray, window: Pair, stride: Pair) -> np.ndarray:
    """Return a view (N, OH, OW, C, KH, KW)."""
    return sliding_window_view(x, window, axis=(1, 2))[:, :: stride[0], :: stride[1]]


def with_windows(reduce: Callable[..., Any], value: float) -> Callable[..., Any]:
    return lambda x, window, stride, padding: reduce(
        windows(framed(x, padding, value), window, stride), axis=(-2, -1)
    )


def number_by_number(
    best: Callable[[list[float]], float],
) -> Callable[[np.ndarray, Pair, Pair, Pair], np.ndarray]:
    """Pool by plain loops that look only at pixels inside the image."""

    def pooled(x: np.ndarray, window: Pair, stride: Pair, padding: Pair) -> np.ndarray:
        (n, h, w, c), rows, columns = x.shape, [], []
        for places, size, k, s, p in (
            (rows, h, window[0], stride[0], padding[0]),
            (columns, w, window[1], stride[1], padding[1]),
        ):
            for start in range(-p, size + p - k + 1, s):
                places.append([i for i in range(start, start + k) if 0 <= i < size])
        y = np.empty((n, len(rows), len(columns), c), x.dtype)
        for m, i, j, f in np.ndindex(*y.shape):
            inside = [float(x[m, a, b, f]) for a in rows[i] for b in columns[j]]
            y[m, i, j, f] = best(inside)
        return y

    return pooled


def axis_after_axis(x: np.ndarray, window: Pair, stride: Pair, padding: Pair) -> Any:
    """The largest of the rows' largest."""
    for axis, k, s, p in zip((1, 2), window, stride, padding, strict=True):
        edges = [(p, p) if a == axis else (0, 0) for a in range(4)]
        x = np.pad(x, edges, constant_values=-math.inf)
        starts = range(0, x.shape[axis] - k + 1, s)
        slices = [np.take(x, range(start, start + k), axis) for start in starts]
        x = np.stack([part.max(axis=axis) for part in slices], axis=axis)
    return x


def place_by_place(x: np.ndarray, window: Pair, stride: Pair, padding: Pair) -> Any:
    """Compare the same place of all windows at once, on a frame that is not infinite."""
    x = framed(x, padding, np.finfo(x.dtype).min)
    oh = len(range(0, x.shape[1] - window[0] + 1, stride[0]))
    ow = len(range(0, x.shape[2] - window[1] + 1, stride[1]))
    places = [
        x[:, u : u + oh * stride[0] : stride[0], v : v + ow * stride[1] : stride[1]][
            :, :oh, :ow
        ]
        for u, v in np.ndindex(*window)
    ]
    return np.maximum.reduce(places)


def repeated_border(x: np.ndarray, window: Pair, stride: Pair, padding: Pair) -> Any:
    """A repeated border pixel lies in each window that its copies lie in: it cannot win wrongly."""
    edges = [(0, 0), *((p, p) for p in padding), (0, 0)]
    x = np.pad(x, edges, mode="edge")
    return (
        windows(x, window, stride)
        .reshape(*windows(x, window, stride).shape[:4], -1)
        .max(-1)
    )


def averaged_by_counting(
    x: np.ndarray, window: Pair, stride: Pair, padding: Pair
) -> np.ndarray:
    sums = windows(framed(x, padding, 0), window, stride)
    counts = windows(framed(np.ones_like(x), padding, 0), window, stride)
    return np.einsum("nijcuv->nijc", sums) / counts.sum(axis=(4, 5))


def averaged_by_areas(
    x: np.ndarray, window: Pair, stride: Pair, padding: Pair
) -> np.ndarray:
    """Take sums of rectangles from running sums over the image."""
    total = np.pad(x.cumsum(1, float).cumsum(2), [(0, 0), (1, 0), (1, 0), (0, 0)])
    bounds = []
    for size, k, s, p in zip(x.shape[1:3], window, stride, padding, strict=True):
        start = np.arange((size + 2 * p - k) // s + 1) * s - p
        bounds.append((np.clip(start, 0, size), np.clip(start + k, 0, size)))
    (top, bottom), (left, right) = bounds
    areas = np.outer(bottom - top, right - left)[:, :, np.newaxis]
    sums = sum(
        sign * total[:, rows][:, :, columns]
        for rows, columns, sign in (
            (bottom, right, 1),
            (top, right, -1),
            (bottom, left, -1),
            (top, left, 1),
        )
    )
    return (sums / areas).astype(x.dtype)


def turned_around(x: np.ndarray, *pooling: Pair) -> np.ndarray:
    """Subtract from any number, pool, and subtract again."""
    return 7 - targets.max_pool(7 - x, *pooling)


def loops_over_channels(function: Callable[..., Any]) -> Callable[..., np.ndarray]:
    return lambda x: np.array(
        [[function(image[:, :, c]) for c in range(x.shape[3])] for image in x], x.dtype
    )


def pixels_in_a_row(function: Callable[..., Any]) -> Callable[..., np.ndarray]:
    return lambda x: function(x.reshape(len(x), -1, x.shape[-1]), axis=1)


def changed_number_by_number(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    changes = []
    for old, new in zip(before, after, strict=True):
        moved = there = 0.0
        for a, b in zip(old.ravel(), new.ravel(), strict=True):
            moved += abs(float(b) - float(a))
            there += abs(float(a))
        changes.append(moved / there)
    return np.array(changes, before.dtype)


def changed_by_norms(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    a, b = (m.reshape(len(m), -1) for m in (before, after))
    return np.linalg.norm(a - b, ord=1, axis=1) / np.linalg.norm(a, ord=1, axis=1)


PARTS = [
    Part(
        "max_pool",
        pooling.check_max_pool,
        targets.max_pool,
        wrong.MAX_MISTAKES,
        [
            with_windows(np.max, -np.inf),
            with_windows(np.nanmax, np.nan),
            number_by_number(max),
            axis_after_axis,
            place_by_place,
            repeated_border,
        ],
    ),
    Part(
        "average_pool",
        pooling.check_average_pool,
        targets.average_pool,
        wrong.AVERAGE_MISTAKES,
        [
            with_windows(np.nanmean, np.nan),
            number_by_number(lambda numbers: sum(numbers) / len(numbers)),
            averaged_by_counting,
            averaged_by_areas,
        ],
    ),
    Part(
        "min_pool",
        pooling.check_min_pool,
        targets.min_pool,
        wrong.MIN_MISTAKES,
        [
            with_windows(np.min, np.inf),
            number_by_number(min),
            lambda x, *pooling: -targets.max_pool(-x, *pooling),
            turned_around,
        ],
    ),
    Part(
        "global_average_pool",
        pooling.check_global_average_pool,
        maps.global_average_pool,
        maps.GLOBAL_AVERAGE_MISTAKES,
        [
            loops_over_channels(np.mean),
            pixels_in_a_row(np.mean),
            lambda x: np.einsum("nhwc->nc", x) / x[0, ..., 0].size,
            lambda x: targets.average_pool(x, x.shape[1:3], (1, 1), (0, 0))[:, 0, 0],
            lambda x: x.mean(axis=1).mean(axis=1),
        ],
    ),
    Part(
        "global_max_pool",
        pooling.check_global_max_pool,
        maps.global_max_pool,
        maps.GLOBAL_MAX_MISTAKES,
        [
            loops_over_channels(np.max),
            pixels_in_a_row(np.max),
            lambda x: np.sort(x.reshape(len(x), -1, x.shape[3]), axis=1)[:, -1],
            lambda x: targets.max_pool(x, x.shape[1:3], (1, 1), (0, 0))[:, 0, 0],
            lambda x: np.amax(np.amax(x, 1), 1),
        ],
    ),
    Part(
        "change",
        pooling.check_change,
        maps.change,
        maps.CHANGE_MISTAKES,
        [
            changed_number_by_number,
            changed_by_norms,
            lambda b, a: (
                np.einsum("nhwc->n", abs(a - b)) / np.einsum("nhwc->n", abs(b))
            ),
            lambda b, a: np.mean(abs(b - a), (1, 2, 3)) / np.mean(abs(b), (1, 2, 3)),
        ],
    ),
]
