"""Assignment 7."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from cnn_course import conv
from cnn_course.checks import layers
from cnn_course.checks.mistakes import layers_conv as wrong_forward
from cnn_course.checks.mistakes import layers_conv_input as wrong_input
from cnn_course.checks.mistakes import layers_conv_weights as wrong_weights
from cnn_course.checks.mistakes import layers_dense as wrong_dense
from cnn_course.checks.mistakes import layers_numerical as wrong_numerical
from cnn_course.checks.mistakes import layers_pool as wrong_pool
from cnn_course.checks.mistakes import layers_pool_back as wrong_pool_back
from tests.parts import Part

Function = Callable[..., Any]


def layer(*results: str) -> Callable[[Function], type]:
    """Return a maker of classes, whose ``results`` come from a function.

    The function takes x, the settings, and what the results are for: nothing for y, dy for dx, and dy
    with the name of what is wanted where there are several results.
    """

    def make(function: Function) -> type:
        class Layer:
            def __init__(self, *settings: Any) -> None:
                self.settings, self.made = settings, {}
                self.dy = None

            def forward(self, x: np.ndarray) -> Any:
                self.x = x
                return self.result("y")

            def backward(self, dy: np.ndarray) -> Any:
                self.dy = dy
                return self.result("dx")

            def result(self, name: str) -> Any:
                if name not in results:
                    return None
                given = (self.x, *self.settings)
                if results != ("y",):
                    given = (*given, self.dy)
                if len(results) > 1:
                    given = (*given, name)
                key = name, self.x.shape  # a batch is not computed twice
                if key not in self.made:
                    self.made[key] = function(*given)
                return self.made[key]

            dw = property(lambda self: self.result("dw"))
            db = property(lambda self: self.result("db"))

        return Layer

    return make


# Part 2


def dense_by_loops(x: Any, w: Any, b: Any, dy: Any, wanted: str) -> np.ndarray:
    (n, c), f = x.shape, len(b)
    if wanted == "y":
        rows = [[b[j] + sum(x[i] * w[:, j]) for j in range(f)] for i in range(n)]
        return np.array(rows, x.dtype)
    if wanted == "dw":
        sums = [[sum(x[:, i] * dy[:, j]) for j in range(f)] for i in range(c)]
        return np.array(sums, x.dtype)
    if wanted == "db":
        return np.array([sum(dy[:, j]) for j in range(f)], x.dtype)
    return np.array([[sum(dy[i] * row) for row in w] for i in range(n)], x.dtype)


def dense_by_einsum(x: Any, w: Any, b: Any, dy: Any, wanted: str) -> np.ndarray:
    if wanted == "y":
        return np.einsum("nc,cf->nf", x, w) + b
    equations = {"dw": "nc,nf->cf", "db": "nf->f", "dx": "cf,nf->nc"}
    first = {"dw": [x], "db": [], "dx": [w]}[wanted]
    return np.einsum(equations[wanted], *first, dy)


def dense_row_by_row(x: Any, w: Any, b: Any, dy: Any, wanted: str) -> np.ndarray:
    if wanted == "y":
        return np.stack([w.T @ row + b for row in x])
    if wanted == "dx":
        return np.stack([w @ row for row in dy])
    found = np.zeros_like(w if wanted == "dw" else b)
    for row, of_row in zip(x, dy, strict=True):
        found += np.outer(row, of_row) if wanted == "dw" else of_row
    return found


# Parts 3 and 4


def framed(x: np.ndarray, padding: tuple[int, int]) -> np.ndarray:
    return np.pad(x, ((0, 0), (padding[0],) * 2, (padding[1],) * 2, (0, 0)))


def strided(x: Any, w: Any, s: Any, p: Any) -> np.ndarray:
    """Return the windows (N, OH, OW, C, KH, KW)."""
    views = sliding_window_view(framed(x, p), w.shape[:2], axis=(1, 2))
    return views[:, :: s[0], :: s[1]]


def shifted(x: np.ndarray, u: int, v: int, s: Any, out: Any) -> np.ndarray:
    """Return the pixels under the weight (u, v) of all windows: (N, OH, OW, C)."""
    rows = slice(u, u + (out[0] - 1) * s[0] + 1, s[0])
    return x[:, rows, v : v + (out[1] - 1) * s[1] + 1 : s[1]]


def places(x: Any, w: Any, s: Any, p: Any) -> tuple[int, int]:
    oh, ow = (
        (n + 2 * q - k) // t + 1
        for n, k, t, q in zip(x.shape[1:3], w.shape[:2], s, p, strict=True)
    )
    return oh, ow


def forward_by_shifts(x: Any, w: Any, b: Any, s: Any, p: Any) -> np.ndarray:
    out, wide = places(x, w, s, p), framed(x, p)
    kernel = list(np.ndindex(w.shape[:2]))
    return b + sum(shifted(wide, u, v, s, out) @ w[u, v] for u, v in kernel)


def forward_number_by_number(x: Any, w: Any, b: Any, s: Any, p: Any) -> np.ndarray:
    (kh, kw, _, f), wide = w.shape, framed(x, p)
    y = np.empty((len(x), *places(x, w, s, p), f), x.dtype)
    for n, i, j, m in np.ndindex(y.shape):
        window = wide[n, i * s[0] : i * s[0] + kh, j * s[1] : j * s[1] + kw]
        y[n, i, j, m] = (window * w[..., m]).sum() + b[m]
    return y


def weights_by_einsum(x: Any, *given: Any) -> np.ndarray:
    w, _, s, p, dy, wanted = given
    if wanted == "db":
        return np.einsum("nijf->f", dy)
    return np.einsum("nijcuv,nijf->uvcf", strided(x, w, s, p), dy)


def weights_by_shifts(x: Any, *given: Any) -> np.ndarray:
    w, b, s, p, dy, wanted = given
    if wanted == "db":
        return np.array([dy[..., f].sum() for f in range(len(b))], b.dtype)
    dw, wide = np.empty_like(w), framed(x, p)
    for u, v in np.ndindex(w.shape[:2]):
        pixels = shifted(wide, u, v, s, dy.shape[1:3])
        dw[u, v] = pixels.reshape(-1, w.shape[2]).T @ dy.reshape(-1, w.shape[3])
    return dw


def weights_window_by_window(x: Any, *given: Any) -> np.ndarray:
    w, b, s, p, dy, wanted = given
    (kh, kw), wide = w.shape[:2], framed(x, p)
    dw, db = np.zeros_like(w), np.zeros_like(b)
    for n, i, j in np.ndindex(dy.shape[:3]):
        window = wide[n, i * s[0] : i * s[0] + kh, j * s[1] : j * s[1] + kw]
        dw += window[..., None] * dy[n, i, j]
        db += dy[n, i, j]
    return dw if wanted == "dw" else db


def cut(wide: np.ndarray, x: np.ndarray, p: Any) -> np.ndarray:
    return wide[:, p[0] : p[0] + x.shape[1], p[1] : p[1] + x.shape[2]]


def input_window_by_window(x: Any, *given: Any) -> np.ndarray:
    w, _, s, p, dy = given
    (kh, kw), wide = w.shape[:2], np.zeros_like(framed(x, p))
    for n, i, j in np.ndindex(dy.shape[:3]):
        part = wide[n, i * s[0] : i * s[0] + kh, j * s[1] : j * s[1] + kw]
        part += w @ dy[n, i, j]
    return cut(wide, x, p)


def input_by_shifts(x: Any, *given: Any) -> np.ndarray:
    w, _, s, p, dy = given
    wide = np.zeros_like(framed(x, p))
    for u, v in np.ndindex(w.shape[:2]):
        shifted(wide, u, v, s, dy.shape[1:3])[...] += dy @ w[u, v].T
    return cut(wide, x, p)


def input_as_a_convolution(x: Any, *given: Any) -> np.ndarray:
    """Spread dy by the stride, and convolve it by the turned filters."""
    w, _, s, p, dy = given
    (kh, kw, _, f), (oh, ow) = w.shape, dy.shape[1:3]
    height, width = framed(x, p).shape[1:3]
    spread = np.zeros((len(x), height + kh - 1, width + kw - 1, f), dy.dtype)
    spread[:, kh - 1 :: s[0], kw - 1 :: s[1]][:, :oh, :ow] = dy
    turned = w[::-1, ::-1].transpose(0, 1, 3, 2)
    return cut(conv.conv2d_loops(spread, turned), x, p)


# Parts 5 and 6


def pooled_by_windows(x: Any, k: Any, s: Any) -> np.ndarray:
    views = sliding_window_view(x, k, axis=(1, 2))[:, :: s[0], :: s[1]]
    return views.max(axis=(4, 5))


def pooled_by_shifts(x: Any, k: Any, s: Any) -> np.ndarray:
    oh, ow = ((n - m) // t + 1 for n, m, t in zip(x.shape[1:3], k, s, strict=True))
    best = np.full((len(x), oh, ow, x.shape[3]), -np.inf, x.dtype)
    for u, v in np.ndindex(*k):
        best = np.maximum(best, shifted(x, u, v, s, (oh, ow)))
    return best


def pooled_number_by_number(x: Any, k: Any, s: Any) -> np.ndarray:
    y = np.empty_like(pooled_by_windows(x, k, s))
    for n, i, j, c in np.ndindex(y.shape):
        rows = x[n, i * s[0] : i * s[0] + k[0], j * s[1] : j * s[1] + k[1], c]
        y[n, i, j, c] = max(max(row) for row in rows.tolist())
    return y


def sent_back_pixel_by_pixel(x: Any, k: Any, s: Any, dy: Any) -> np.ndarray:
    dx = np.zeros_like(x)
    for n, i, j, c in np.ndindex(dy.shape):
        best = (i * s[0], j * s[1])
        for u, v in np.ndindex(*k):
            here = (i * s[0] + u, j * s[1] + v)
            if x[n, *here, c] > x[n, *best, c]:
                best = here
        dx[n, *best, c] += dy[n, i, j, c]
    return dx


def sent_back_by_shifts(x: Any, k: Any, s: Any, dy: Any) -> np.ndarray:
    dx, y = np.zeros_like(x), pooled_by_windows(x, k, s)
    free = np.ones(y.shape, bool)
    for u, v in np.ndindex(*k):
        wins = free & (shifted(x, u, v, s, y.shape[1:3]) == y)
        shifted(dx, u, v, s, y.shape[1:3])[...] += wins * dy
        free &= ~wins
    return dx


def sent_back_by_add_at(x: Any, k: Any, s: Any, dy: Any) -> np.ndarray:
    views = sliding_window_view(x, k, axis=(1, 2))[:, :: s[0], :: s[1]]
    u, v = np.divmod(views.reshape(*dy.shape, -1).argmax(axis=4), k[1])
    n, i, j, c = np.indices(dy.shape)
    dx = np.zeros(x.shape, x.dtype)
    np.add.at(dx, (n, i * s[0] + u, j * s[1] + v, c), dy)
    return dx


# Part 7


def loss(x: np.ndarray, dy: np.ndarray) -> float:
    return np.vdot(wrong_numerical.FACTOR * (x[..., 1:] + x[..., :-1]) ** 3, dy)


def measured_with_unit_vectors(x: Any, dy: Any, eps: float) -> np.ndarray:
    moves = np.eye(x.size).reshape(-1, *x.shape) * eps
    slopes = [(loss(x + move, dy) - loss(x - move, dy)) / eps / 2 for move in moves]
    return np.reshape(slopes, x.shape)


def measured_on_the_flat_array(x: Any, dy: Any, eps: float) -> np.ndarray:
    flat, found = x.flatten(), []
    for number in range(x.size):
        kept = flat[number]
        sides = []
        for moved in (kept + eps, kept - eps):
            flat[number] = moved
            sides.append(loss(flat.reshape(x.shape), dy))
        flat[number] = kept
        found.append((sides[0] - sides[1]) / (2 * eps))
    return np.array(found).reshape(x.shape)


def measured_in_difference_of_outputs(x: Any, dy: Any, eps: float) -> np.ndarray:
    gradient = np.empty_like(x)
    for place, here in np.ndenumerate(x):
        above, below = x.copy(), x.copy()
        above[place], below[place] = here + eps, here - eps
        change = np.subtract(*(a[..., 1:] + a[..., :-1] for a in (above, below)))
        assert math.isclose(np.abs(change).max(), 2 * eps)
        gradient[place] = (loss(above, dy) - loss(below, dy)) / (2 * eps)
    return gradient


PAIRS = object()  # stands for the student's layer, which only the student's code calls

PARTS = [
    Part(
        "Dense",
        layers.check_dense,
        wrong_dense.dense,
        wrong_dense.DENSE_MISTAKES,
        [dense_by_loops, dense_by_einsum, dense_row_by_row],
        layer("y", "dw", "db", "dx"),
    ),
    Part(
        "Conv2D.forward",
        layers.check_conv_forward,
        wrong_forward.conv_forward,
        wrong_forward.FORWARD_MISTAKES,
        [
            conv.conv2d_loops,
            forward_by_shifts,
            forward_number_by_number,
            lambda x, w, b, s, p: (
                np.tensordot(strided(x, w, s, p).transpose(0, 1, 2, 4, 5, 3), w, 3) + b
            ),
        ],
        layer("y"),
    ),
    Part(
        "Conv2D.backward (dw and db)",
        layers.check_conv_weights,
        wrong_weights.conv_weights,
        wrong_weights.WEIGHT_MISTAKES,
        [weights_by_einsum, weights_by_shifts, weights_window_by_window],
        layer("dw", "db"),
    ),
    Part(
        "Conv2D.backward (dx)",
        layers.check_conv_input,
        wrong_input.conv_input,
        wrong_input.INPUT_MISTAKES,
        [input_window_by_window, input_by_shifts, input_as_a_convolution],
        layer("dx"),
    ),
    Part(
        "MaxPool2D.forward",
        layers.check_pool_forward,
        wrong_pool.pool_forward,
        wrong_pool.FORWARD_MISTAKES,
        [pooled_by_windows, pooled_by_shifts, pooled_number_by_number],
        layer("y"),
    ),
    Part(
        "MaxPool2D.backward",
        layers.check_pool_backward,
        wrong_pool_back.pool_backward,
        wrong_pool_back.BACKWARD_MISTAKES,
        [sent_back_pixel_by_pixel, sent_back_by_shifts, sent_back_by_add_at],
        layer("dx"),
    ),
    Part(
        "numerical_dx",
        lambda answer: layers.check_numerical_dx(answer, PAIRS),
        wrong_numerical.numerical_dx,
        wrong_numerical.NUMERICAL_MISTAKES,
        [
            measured_with_unit_vectors,
            measured_on_the_flat_array,
            measured_in_difference_of_outputs,
        ],
        lambda function: lambda layer, x, dy, eps: function(x, dy, eps),
    ),
]
