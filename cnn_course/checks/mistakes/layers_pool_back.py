"""Assignment 7, part 6: the max pooling layer, backwards.

Letters: x (N, H, W, C), dy (N, OH, OW, C); k and s are window and stride, pairs.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Mistake
from cnn_course.checks.mistakes.layers_dense import SHARED, other
from cnn_course.checks.mistakes.layers_pool import pool_forward
from cnn_course.pool import max_pool2d_backward, min_pool2d_backward

PairOfInts = tuple[int, int]
Function = Callable[..., Any]


def pool_backward(
    x: NDArray, window: PairOfInts, stride: PairOfInts, dy: NDArray
) -> NDArray:
    """Give each gradient to the first largest pixel of its window: the target."""
    return max_pool2d_backward(dy, x, window, stride)


# What the pixels (N, KH, KW, C) of one window receive of its gradient (N, C).
Share = Callable[[NDArray, NDArray], NDArray]


def _places(pixels: NDArray) -> NDArray:
    _, kh, kw, _ = pixels.shape
    return np.arange(kh * kw).reshape(1, kh, kw, 1)


def _flat(pixels: NDArray) -> NDArray:
    return pixels.reshape(len(pixels), -1, pixels.shape[3])


def _won(pixels: NDArray) -> NDArray:
    """Mark the first of the largest pixels of each channel."""
    return _places(pixels) == _flat(pixels).argmax(axis=1)[:, None, None, :]


def _largest(pixels: NDArray) -> NDArray:
    return pixels == pixels.max(axis=(1, 2), keepdims=True)


def _to(mask: Callable[[NDArray], NDArray]) -> Share:
    return lambda pixels, dy: mask(pixels) * dy[:, None, None, :]


def _last(pixels: NDArray) -> NDArray:
    return _won(pixels[:, ::-1, ::-1])[:, ::-1, ::-1]


def _first_by_columns(pixels: NDArray) -> NDArray:
    return _won(pixels.transpose(0, 2, 1, 3)).transpose(0, 2, 1, 3)


def _read_by_columns(pixels: NDArray) -> NDArray:
    """Take the number of the winner, counted by rows, for one that is counted by columns."""
    _, kh, kw, _ = pixels.shape
    places = np.arange(kh * kw).reshape(1, kw, kh, 1).transpose(0, 2, 1, 3)
    return places == _flat(pixels).argmax(axis=1)[:, None, None, :]


def _any_channel(pixels: NDArray) -> NDArray:
    """Mark in every channel the place of the largest pixel of all channels."""
    return _won(pixels.max(axis=3, keepdims=True)) & np.ones_like(pixels, bool)


def _without_negatives(pixels: NDArray) -> NDArray:
    return _won(pixels) & (pixels > 0)


def _window_by_window(
    share: Share,
    *,
    put: Callable[[NDArray, NDArray], NDArray] = np.add,
    apart: PairOfInts | None = None,
) -> Function:
    """Return a way back that lays the shares of the windows into dx, one window after the other."""

    def wrong(x: NDArray, k: PairOfInts, s: PairOfInts, dy: NDArray) -> NDArray:
        dx, (sh, sw) = np.zeros_like(x), apart or s
        for i, j in np.ndindex(dy.shape[1:3]):
            window = slice(i * sh, i * sh + k[0]), slice(j * sw, j * sw + k[1])
            part = dx[:, window[0], window[1]]
            given = share(x[:, window[0], window[1]], dy[:, i, j])
            part[:] = put(part, given.astype(x.dtype))
        return dx

    return wrong


def _one_by_one(place: Callable[..., tuple[int, int]]) -> Function:
    """Return a way back whose winners, number ``best`` of their windows, are looked for elsewhere."""

    def wrong(x: NDArray, k: PairOfInts, s: PairOfInts, dy: NDArray) -> NDArray:
        dx = np.zeros_like(x)
        for n, i, j, c in np.ndindex(dy.shape):
            top, left = i * s[0], j * s[1]
            best = int(x[n, top : top + k[0], left : left + k[1], c].argmax())
            row, column = place(best, (i, j), k, s)
            dx[n, row, column, c] += dy[n, i, j, c]
        return dx

    return wrong


def _everywhere(x: NDArray, k: PairOfInts, s: PairOfInts, dy: NDArray) -> NDArray:
    dx, y = np.zeros_like(x), pool_forward(x, k, s)
    for i, j in np.ndindex(dy.shape[1:3]):
        dx += (x == y[:, i : i + 1, j : j + 1]) * dy[:, i : i + 1, j : j + 1]
    return dx


def _of_first(pixels: NDArray, axis: int) -> NDArray:
    """Mark the winners of the first image, or of the first channel, in all of them."""
    first = _won(pixels).take([0], axis=axis)
    return first & np.ones_like(pixels, bool)


BACKWARD_MISTAKES = (
    Mistake(SHARED, lambda x, *given: pool_backward(other(x), *given)),
    # The other layer has a window of one pixel.
    Mistake(SHARED, _one_by_one(lambda best, at, k, s: at)),
    Mistake(
        "All of the largest pixels of a window receive the gradient. Of equal ones only the first does.",
        _window_by_window(_to(_largest)),
    ),
    Mistake(
        "Equal pixels share the gradient. The first of them receives all of it.",
        _window_by_window(
            lambda pixels, dy: (
                _to(_largest)(pixels, dy)
                / _largest(pixels).sum(axis=(1, 2), keepdims=True)
            )
        ),
    ),
    Mistake(
        "Of equal pixels the last one receives the gradient; the first one should. A later one must be "
        "larger to win.",
        _window_by_window(_to(_last)),
    ),
    Mistake(
        "Of equal pixels the first one by columns receives the gradient. Reading order goes row by row.",
        _window_by_window(_to(_first_by_columns)),
    ),
    Mistake(
        "A pixel that wins several windows keeps the gradient of the last one only: add, with +=.",
        _window_by_window(_to(_won), put=lambda old, new: np.where(new != 0, new, old)),
    ),
    Mistake(
        "Each window overwrites what earlier ones have put into the pixels that they share: add, with +=.",
        _window_by_window(_to(_won), put=lambda old, new: new),
    ),
    Mistake(
        "Every pixel of a window receives the gradient. Only the largest took part in the output.",
        _window_by_window(_to(lambda pixels: np.ones_like(pixels, bool))),
    ),
    Mistake(
        "The gradient is shared among all pixels of a window, as for a mean. Only the largest took part.",
        _window_by_window(
            lambda pixels, dy: (
                np.ones_like(pixels)
                * dy[:, None, None, :]
                / pixels.dtype.type(pixels[0, :, :, 0].size)
            )
        ),
    ),
    Mistake(
        "The winners receive 1 for each window. They receive its dy.",
        _window_by_window(lambda pixels, dy: _won(pixels)),
    ),
    Mistake(
        "The gradient is multiplied by the pixel. The winner's factor is 1.",
        _window_by_window(lambda pixels, dy: _to(_won)(pixels, dy) * pixels),
    ),
    Mistake(
        "The windows are one pixel apart here: the stride of the way forwards is missing.",
        _window_by_window(_to(_won), apart=(1, 1)),
    ),
    Mistake(
        "The windows were right, but the gradient goes to places that are too close together: a window "
        "begins in row i × SH and column j × SW.",
        _one_by_one(lambda best, at, k, s: (at[0] + best // k[1], at[1] + best % k[1])),
    ),
    Mistake(
        "All gradients go to the top left corner: a place in the window is no place in the image. Add where "
        "the window begins.",
        _one_by_one(lambda best, at, k, s: (best // k[1], best % k[1])),
    ),
    Mistake(
        "Every pixel of the image that is as large as the largest of a window receives its gradient. Look "
        "into the window only.",
        _everywhere,
    ),
    Mistake(
        "The winner's row and column are found wrongly: divide its number by the window's width, KW.",
        _one_by_one(
            lambda best, at, k, s: (
                at[0] * s[0] + best // k[0],
                at[1] * s[1] + best % k[0],
            )
        ),
    ),
    Mistake(
        "In every channel the winner of all channels receives the gradient. Each channel has its own winner.",
        _window_by_window(_to(_any_channel)),
    ),
    Mistake(
        "In every channel the winner of the first channel receives the gradient. Each channel has its own "
        "winner.",
        _window_by_window(_to(lambda pixels: _of_first(pixels, 3))),
    ),
    Mistake(
        "In every image the winner of the first image receives the gradient. Each image has its own winners.",
        _window_by_window(_to(lambda pixels: _of_first(pixels, 0))),
    ),
    Mistake(
        "The winner's row and column are exchanged: its number counts row by row.",
        _window_by_window(_to(_read_by_columns)),
    ),
    Mistake(
        "The smallest pixel of each window receives the gradient.",
        lambda x, k, s, dy: min_pool2d_backward(dy, x, k, s),
    ),
    Mistake(
        "The pixel farthest from zero receives the gradient. The largest counts with its sign.",
        lambda x, k, s, dy: pool_backward(np.abs(x), k, s, dy),
    ),
    Mistake(
        "The first pixel of each window receives the gradient, whether it won or not.",
        lambda x, k, s, dy: pool_backward(np.zeros_like(x), k, s, dy),
    ),
    Mistake(
        "Windows without a positive number give their gradient to nobody: was a maximum started at 0?",
        _window_by_window(_to(_without_negatives)),
    ),
    Mistake(
        "It is divided by the size of the batch. That is up to the loss.",
        lambda x, k, s, dy: pool_backward(x, k, s, dy) / x.dtype.type(len(x)),
    ),
    Mistake(
        "Only the first image receives a gradient.",
        lambda x, k, s, dy: pool_backward(
            x, k, s, dy * (np.arange(len(x)) == 0)[:, None, None, None]
        ),
    ),
    Mistake(
        "Only the first channel receives a gradient.",
        lambda x, k, s, dy: pool_backward(x, k, s, dy * (np.arange(dy.shape[3]) == 0)),
    ),
    Mistake("All gradients are zero.", lambda x, k, s, dy: np.zeros_like(x)),
)
