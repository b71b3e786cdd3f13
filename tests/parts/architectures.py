"""Assignment 10."""

import itertools
from math import prod
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from cnn_course.checks import architectures
from cnn_course.checks.mistakes import (
    architectures_blocks,
    architectures_fields,
    architectures_macs,
    architectures_parameters,
)
from tests.parts import Part

# Parameters


def learned_by_cases(table: Any) -> list[int]:
    counts = []
    for row in table:
        if row[0] == "conv":
            one_filter = row[3] ** 2 * row[1] // row[6] + 1
            counts.append(one_filter * row[2])
        elif row[0] == "dense":
            counts.append((row[1] + 1) * row[2])
        else:
            counts.append(0)
    return counts


def learned_group_by_group(table: Any) -> tuple[int, ...]:
    """Count the sizes of the arrays themselves."""
    counts = []
    for kind, c, f, k, _, _, g in table:
        count = 0
        for _ in range(g if kind in {"conv", "dense"} else 0):
            count += prod((k, k, c // g, f // g)) + f // g
        counts.append(count)
    return tuple(counts)


def learned_at_once(table: Any) -> np.ndarray:
    learns = np.array(["pool" not in row[0] for row in table])
    c, f, k, _, _, g = np.array([row[1:] for row in table]).T
    return learns * (k * k * c * f // g + f)


# Multiply-accumulates


def worked_recursively(table: Any, size: Any) -> list[int]:
    if not table:
        return []
    (kind, c, f, k, s, p, g), *rest = table
    if kind == "dense":
        return [c * f, *worked_recursively(rest, (1, 1))]
    after = [(n + 2 * p - k) // s + 1 for n in size]
    macs = prod(after) * k * k * c * f // g if kind == "conv" else 0
    return [macs, *worked_recursively(rest, after)]


def worked_place_by_place(table: Any, size: Any) -> list[int]:
    h, w = size
    counts = []
    for kind, c, f, k, s, p, g in table:
        rows = len(range(0, h + 2 * p - k + 1, s))
        columns = len(range(0, w + 2 * p - k + 1, s))
        if kind == "dense":
            counts.append(c * f)
        elif kind == "conv":
            window = len(list(itertools.product(range(k), range(k), range(c // g))))
            counts.append(sum(window * f for _ in range(rows * columns)))
        else:
            counts.append(0)
        h, w = rows, columns
    return counts


def worked_with_arrays(table: Any, size: Any) -> np.ndarray:
    size, counts = np.array(size), np.zeros(len(table), dtype=np.int64)
    for i, (kind, c, f, k, s, p, g) in enumerate(table):
        # A dense layer has one place, and a window that holds everything.
        size = np.ones(2, int) if kind == "dense" else (size + 2 * p - k) // s + 1
        counts[i] = ("pool" not in kind) * size.prod() * k**2 * (c // g) * f
    return counts


# Receptive fields


def seen_backwards(layers: Any) -> list[int]:
    """Go from one output back to the image, for each layer anew."""
    fields = []
    for n in range(1, len(layers) + 1):
        field = 1
        for kernel, stride in reversed(layers[:n]):
            field = (field - 1) * stride + kernel
        fields.append(field)
    return fields


def seen_by_products(layers: Any) -> np.ndarray:
    kernels, strides = np.array(layers).T
    steps = np.concatenate([[1], np.cumprod(strides)[:-1]])
    return 1 + np.cumsum((kernels - 1) * steps)


def seen_by_marking(layers: Any) -> list[int]:
    """Keep the first and the last pixel that output 0 sees, and the step between outputs."""
    last, step, fields = 0, 1, []
    for kernel, stride in layers:
        last, step = last + step * (kernel - 1), step * stride
        fields.append(last - 0 + 1)
    return fields


# Input sizes


def sizes_by_trying(output: int, kernel: int, stride: int, padding: int) -> list[int]:
    found = []
    for n in range(1, output * stride + kernel):
        places = (n + 2 * padding - kernel) // stride + 1
        if n + 2 * padding >= kernel and places == output:
            found.append(n)
    return found


def sizes_as_a_range(output: int, kernel: int, stride: int, padding: int) -> range:
    end = output * stride + kernel - 2 * padding
    return range(end - stride, end)


# An Inception block


def windows_convolved(x: Any, w: Any) -> Any:
    p = len(w) // 2
    x = np.pad(x, ((0, 0), (p, p), (p, p), (0, 0)))
    windows = sliding_window_view(x, w.shape[:2], axis=(1, 2))
    y = np.einsum("nijcuv,uvcf->nijf", windows, w)
    return np.where(y > 0, y, np.zeros_like(y))


def shifted_and_added(x: Any, w: Any) -> Any:
    k, (n, h, width, _) = len(w), x.shape
    p = k // 2
    framed = np.zeros((n, h + 2 * p, width + 2 * p, x.shape[3]), x.dtype)
    framed[:, p : p + h, p : p + width] = x
    y = np.zeros((n, h, width, w.shape[3]), x.dtype)
    for u, v in np.ndindex(k, k):
        y += framed[:, u : u + h, v : v + width] @ w[u, v]
    return y * (y > 0)


def largest_neighbours(x: Any) -> Any:
    framed = np.pad(x, ((0, 0), (1, 1), (1, 1), (0, 0)), constant_values=-np.inf)
    return sliding_window_view(framed, (3, 3), axis=(1, 2)).max(axis=(-1, -2))


def largest_in_place(x: Any) -> Any:
    y = np.empty_like(x)
    for i, j in np.ndindex(*x.shape[1:3]):
        y[:, i, j] = x[:, max(i - 1, 0) : i + 2, max(j - 1, 0) : j + 2].max(axis=(1, 2))
    return y


def block_with_windows(x: Any, filters: Any) -> Any:
    conv = windows_convolved
    three = conv(conv(x, filters["3x3 reduce"]), filters["3x3"])
    five = conv(conv(x, filters["5x5 reduce"]), filters["5x5"])
    pooled = conv(largest_neighbours(x), filters["pool"])
    return np.concatenate((conv(x, filters["1x1"]), three, five, pooled), axis=3)


def block_with_products(x: Any, filters: Any) -> Any:
    """Take the 1x1 convolutions for what they are: one product of matrices for each pixel."""
    one, r3, w3, r5, w5, pool = filters.values()

    def each_pixel(x: Any, w: Any) -> Any:
        return np.maximum(x @ w[0, 0], 0)

    three = shifted_and_added(each_pixel(x, r3), w3)
    five = shifted_and_added(each_pixel(x, r5), w5)
    pooled = each_pixel(largest_in_place(x), pool)
    return np.concatenate([each_pixel(x, one), three, five, pooled], -1)


def block_filled_in(x: Any, filters: Any) -> Any:
    """Make the array first, then fill in one branch after the other."""
    starts = {
        "1x1": x,
        "3x3": shifted_and_added(x, filters["3x3 reduce"]),
        "5x5": shifted_and_added(x, filters["5x5 reduce"]),
        "pool": largest_neighbours(x),
    }
    width = sum(filters[name].shape[-1] for name in starts)
    y, at = np.zeros((*x.shape[:3], width), x.dtype), 0
    for name, start in starts.items():
        branch = shifted_and_added(start, filters[name])
        y[..., at : at + branch.shape[-1]] = branch
        at += branch.shape[-1]
    return y


# A table of connections


def joined_cross_by_cross(table: Any, kernel: int) -> list[int]:
    counts = [1] * table.shape[1]
    for i, j in np.ndindex(*table.shape):
        if table[i, j]:
            counts[j] += kernel * kernel
    return counts


PARTS = [
    Part(
        "count_parameters",
        architectures.check_count_parameters,
        architectures_parameters.count_parameters,
        architectures_parameters.PARAMETER_MISTAKES,
        [learned_by_cases, learned_group_by_group, learned_at_once],
    ),
    Part(
        "count_macs",
        architectures.check_count_macs,
        architectures_macs.count_macs,
        architectures_macs.MAC_MISTAKES,
        [worked_recursively, worked_place_by_place, worked_with_arrays],
    ),
    Part(
        "receptive_fields",
        architectures.check_receptive_fields,
        architectures_fields.receptive_fields,
        architectures_fields.FIELD_MISTAKES,
        [seen_backwards, seen_by_products, seen_by_marking],
    ),
    Part(
        "input_sizes",
        architectures.check_input_sizes,
        architectures_fields.input_sizes,
        architectures_fields.INPUT_MISTAKES,
        [
            sizes_by_trying,
            sizes_as_a_range,
            lambda o, k, s, p: tuple(
                (o - 1) * s + k - 2 * p + left for left in range(s)
            ),
            lambda o, k, s, p: np.arange(s) + (o - 1) * s + k - 2 * p,
        ],
    ),
    Part(
        "inception",
        architectures.check_inception,
        architectures_blocks.inception,
        architectures_blocks.INCEPTION_MISTAKES,
        [block_with_windows, block_with_products, block_filled_in],
    ),
    Part(
        "sparse_parameters",
        architectures.check_sparse_parameters,
        architectures_blocks.sparse_parameters,
        architectures_blocks.SPARSE_MISTAKES,
        [
            joined_cross_by_cross,
            lambda table, k: 1 + k**2 * table.sum(axis=0),
            lambda table, k: [
                k * k * list(column).count(True) + 1 for column in table.T
            ],
            lambda table, k: np.einsum("cf->f", table.astype(int)) * k * k + 1,
        ],
    ),
]
