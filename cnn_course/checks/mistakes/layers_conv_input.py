"""Assignment 7, part 4: the convolution layer, backwards to its input.

Letters: x (N, H, W, C), w (KH, KW, C, F), b (F,), dy (N, OH, OW, F); s and p are stride and padding, pairs.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Mistake
from cnn_course.checks.mistakes.layers_conv import conv_forward
from cnn_course.checks.mistakes.layers_conv_weights import conv_weights
from cnn_course.checks.mistakes.layers_dense import SHARED, other
from cnn_course.conv import conv2d_backward
from cnn_course.im2col import col2im, im2col

PairOfInts = tuple[int, int]
Function = Callable[..., Any]


def conv_input(  # noqa: PLR0917 -- their names are shown
    x: NDArray,
    w: NDArray,
    b: NDArray,
    stride: PairOfInts,
    padding: PairOfInts,
    dy: NDArray,
) -> NDArray:
    """Return dx: the target."""
    return conv2d_backward(dy, x, w, stride, padding)[0]


def _padded(x: NDArray, *given: Any) -> NDArray:
    """Return the gradient of the padded images."""
    w, b, s, p, dy = given
    x = np.pad(x, ((0, 0), (p[0],) * 2, (p[1],) * 2, (0, 0)))
    return conv_input(x, w, b, s, (0, 0), dy)


def _cropped(
    rows: Callable[[int, int], slice], columns: Callable[[int, int], slice]
) -> Function:
    """Return a gradient whose padding is cut off by (padding, size) to a slice."""

    def wrong(x: NDArray, *given: Any) -> NDArray:
        height, width = x.shape[1:3]
        p, framed = given[3], _padded(x, *given)
        return framed[:, rows(p[0], height), columns(p[1], width)].copy()

    return wrong


def _last_window(x: NDArray, *given: Any) -> NDArray:
    """Write = for +=."""
    w, _, s, p, dy = given
    (kh, kw), framed = w.shape[:2], np.zeros_like(_padded(x, *given))
    for i, j in np.ndindex(dy.shape[1:3]):
        window = np.tensordot(dy[:, i, j], w, axes=(1, 3))
        framed[:, i * s[0] : i * s[0] + kh, j * s[1] : j * s[1] + kw] = window
    return framed[:, p[0] : p[0] + x.shape[1], p[1] : p[1] + x.shape[2]].copy()


def _mean_of_windows(x: NDArray, *given: Any) -> NDArray:
    w, b, s, p, dy = given
    seen = conv_input(x, np.ones_like(w), b, s, p, np.ones_like(dy)) / w.shape[3]
    return (conv_input(x, *given) / np.maximum(seen, 1)).astype(x.dtype)


def _dx(
    filters: Callable[[NDArray], NDArray] = lambda w: w,
    gradient: Callable[..., NDArray] = lambda dy, *_: dy,
) -> Function:
    """Return dx of other filters, or of another dy."""
    return lambda x, w, b, s, p, dy: conv_input(
        x, filters(w).reshape(w.shape), b, s, p, gradient(dy, x, w, b, s, p)
    )


def _handed(change: Callable[[PairOfInts, PairOfInts], Any]) -> Function:
    """Return what comes of another stride and padding for col2im; mostly an error, which shows shapes."""

    def wrong(x: NDArray, *given: Any) -> NDArray:
        w, _, s, p, dy = given
        filters = w.reshape(-1, w.shape[3])
        # The check goes backwards with one image first.
        for images, gradient in ((x[:1], dy[:1]), (x, dy)):
            columns = gradient.reshape(-1, w.shape[3]) @ filters.T
            dx = col2im(columns, images.shape, w.shape[:2], *change(s, p))
        return dx.copy()

    return wrong


INPUT_MISTAKES = (
    Mistake(SHARED, lambda x, w, *given: conv_input(x, other(w), *given)),
    Mistake(
        "col2im needs the stride of the layer too.",
        _handed(lambda s, p: ((1, 1), p)),
    ),
    Mistake(
        "col2im needs the padding of the layer too.", _handed(lambda s, p: (s, (0, 0)))
    ),
    Mistake(
        "col2im needs the stride and the padding of the layer too.",
        _handed(lambda s, p: ((1, 1), (0, 0))),
    ),
    Mistake(
        "Stride and padding are exchanged: col2im takes the stride first.",
        _handed(lambda s, p: (p, s)),
    ),
    Mistake(
        "A pixel keeps the gradient of its last window only. It lies in several windows: add, with +=.",
        _last_window,
    ),
    Mistake(
        "A pixel gets the mean over its windows. It gets the sum.", _mean_of_windows
    ),
    Mistake(
        "It is divided by the size of the batch. That is up to the loss.",
        lambda x, *given: conv_input(x, *given) / x.dtype.type(len(x)),
    ),
    Mistake("The padding is still there: dx has the shape of x.", _padded),
    Mistake(
        "The padding is cut off on one side only: the image begins after the padding, not at the top left.",
        _cropped(lambda p, n: slice(n), lambda p, n: slice(n)),
    ),
    Mistake(
        "The padding is cut off at the top left only.",
        _cropped(lambda p, n: slice(2 * p, None), lambda p, n: slice(2 * p, None)),
    ),
    Mistake(
        "A padding of 0 goes wrong: `[p:-p]` with p = 0 is empty.",
        _cropped(lambda p, n: slice(p, -p), lambda p, n: slice(p, -p)),
    ),
    Mistake(
        "The filters are turned by 180 degrees. The pixel in row u, column v of a window lay under w[u, v].",
        _dx(lambda w: w[::-1, ::-1]),
    ),
    Mistake(
        "The filters are transposed: rows lie where columns should.",
        _dx(lambda w: w.transpose(1, 0, 2, 3)),
    ),
    Mistake(
        "The weights are in the wrong order: `reshape(F, -1)` does not exchange axes. First the matrix of "
        "the way forwards, then its .T.",
        _dx(lambda w: w.reshape(w.shape[3], -1).T),
    ),
    Mistake(
        "The channels are in the wrong order: in a row of im2col the channels of a pixel lie together.",
        _dx(lambda w: w.transpose(2, 0, 1, 3)),
    ),
    Mistake(
        "dy is in the wrong order: `reshape(F, -1).T` reads it as if its filters came first.",
        _dx(gradient=lambda dy, *_: dy.reshape(dy.shape[3], -1).T.reshape(dy.shape)),
    ),
    Mistake(
        "Only the first filter counts. A pixel takes part in the outputs of all filters.",
        _dx(lambda w: w * (np.arange(w.shape[3]) == 0)),
    ),
    Mistake(
        "Only the last filter counts. A pixel takes part in the outputs of all filters: add them up.",
        _dx(lambda w: w * (np.arange(w.shape[3]) == w.shape[3] - 1)),
    ),
    Mistake(
        "The filters are averaged. A pixel takes part in the outputs of all filters: add them up.",
        _dx(lambda w: w / w.dtype.type(w.shape[3])),
    ),
    Mistake(
        "All channels get the gradient of the first one.",
        _dx(lambda w: np.repeat(w[:, :, :1], w.shape[2], axis=2)),
    ),
    Mistake(
        "y was used in the place of dy.",
        _dx(gradient=lambda dy, *given: conv_forward(*given)),
    ),
    Mistake(
        "dy is missing. Each weight is multiplied by the gradient of its output.",
        _dx(gradient=lambda dy, *_: np.ones_like(dy)),
    ),
    Mistake(
        "The sign is wrong. Minus belongs to the step against the gradient, not to the gradient.",
        lambda *given: -conv_input(*given),
    ),
    Mistake(
        "backward returns dw in the place of dx.",
        lambda *given: conv_weights(*given, "dw"),
    ),
    Mistake(
        "col2im is given the windows of the way forwards. It takes their gradient.",
        lambda x, w, b, s, p, dy: col2im(
            im2col(x, w.shape[:2], s, p), x.shape, w.shape[:2], s, p
        ).copy(),
    ),
    Mistake(
        "These are the rows before col2im: each number must go back to its pixel.",
        lambda x, w, b, s, p, dy: (
            dy.reshape(-1, w.shape[3]) @ w.reshape(-1, w.shape[3]).T
        ),
    ),
)
