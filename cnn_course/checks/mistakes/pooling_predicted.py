"""Assignment 4, pooling: what is predicted in part 1, and what leads to which wrong numbers."""

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from cnn_course import shapes

BY_HAND_IMAGE = np.array(
    [[2, 0, -1, 3], [6, 4, 1, 5], [-8, -1, 7, 0], [-5, -2, 7, -6]], dtype=np.float32
)


def _each_window(function: Callable[[NDArray], Any]) -> NDArray:
    """Return what a function makes of each window of 2 by 2 of the image by hand."""
    windows = BY_HAND_IMAGE.reshape(2, 2, 2, 2).swapaxes(1, 2)
    return np.array([[function(window) for window in row] for row in windows])


LARGEST, MEANS = _each_window(np.max), _each_window(np.mean)
OTHER_ORDER = (
    "The windows are not in reading order: first the two above, then the two below."
)
LARGEST_MISSED = {
    "These are the means: did you exchange the two answers?": MEANS,
    "These are the smallest numbers.": _each_window(np.min),
    "All numbers of the third window are negative. The largest of them is still negative: 0 is not "
    "among them.": np.maximum(LARGEST, 0),
    "−8 is less than −1, although it is further from 0.": _each_window(
        lambda window: max(window.ravel(), key=abs)
    ),
    "The minus signs are lost.": _each_window(lambda window: np.abs(window).max()),
    OTHER_ORDER: LARGEST.T,
}
MEANS_MISSED = {
    "These are the largest numbers: did you exchange the two answers?": LARGEST,
    "These are the sums. A mean divides by the number of pixels in the window.": 4
    * MEANS,
    "You divide by 2. How many pixels does a window have?": 2 * MEANS,
    "These are the middles between the smallest and the largest number. All four numbers count.": (
        _each_window(lambda window: (window.min() + window.max()) / 2)
    ),
    "The minus signs are lost.": _each_window(lambda window: np.abs(window).mean()),
    "Zeros are left out. A pixel of 0 counts too.": _each_window(
        lambda window: window[window != 0].mean()
    ),
    OTHER_ORDER: MEANS.T,
}

BATCH = (32, 28, 20, 8)
POOLINGS = {
    "halved": ((2, 2), (2, 2)),
    "overlapping": ((3, 3), (2, 2)),
    "uneven": ((5, 3), (5, 3)),
}  # window, stride


def shapes_missed(
    window: tuple[int, int], stride: tuple[int, int]
) -> Mapping[str, ArrayLike]:
    """Return the wrong shapes that known mistakes lead to."""
    n, h, w, c = BATCH
    _, oh, ow, _ = shapes.pool_output_shape(BATCH, window, stride)
    kh, kw = window
    down, across = (
        math.ceil((pixels - k) / s) + 1
        for pixels, k, s in zip((h, w), window, stride, strict=True)
    )
    return {
        "Each channel is pooled by itself: as many come out as go in.": (n, oh, ow, 1),
        "Channels are not halved: as many come out as go in.": (n, oh, ow, c // 2),
        "The images of a batch are not mixed: as many come out as go in.": (
            1,
            oh,
            ow,
            c,
        ),
        "Images are not halved: as many come out as go in.": (n // 2, oh, ow, c),
        "Height comes before width.": (n, ow, oh, c),
        "The stride is not in it: how far does the window move?": (
            n,
            h - kh + 1,
            w - kw + 1,
            c,
        ),
        "The + 1 is missing: the first place counts too.": (n, oh - 1, ow - 1, c),
        "The last window sticks out at the end. A window that does not fit entirely is left out.": (
            n,
            down,
            across,
            c,
        ),
        "The last window down sticks out. A window that does not fit entirely is left out.": (
            n,
            down,
            ow,
            c,
        ),
        "The last window across sticks out. A window that does not fit entirely is left out.": (
            n,
            oh,
            across,
            c,
        ),
        "You divide by the window. The stride says how far it moves.": (
            n,
            h // kh,
            w // kw,
            c,
        ),
        "The window is exchanged: it is 5 high and 3 wide.": (n, h // kw, w // kh, c),
        "This is the shape before pooling.": BATCH,
    }


WHOLE_MISSED = {
    "Each channel becomes a number of its own.": (BATCH[0], 1),
    "Height and width are gone; images and channels are left.": BATCH[1:3],
    "Images come first, then channels.": (BATCH[3], BATCH[0]),
    "Height and width have become 1, and are left out. Which two axes are left?": (
        1,
        1,
    ),
    "The images of a batch are not mixed.": (1, BATCH[3]),
}


def _weights(*pixels: int) -> int:
    """Count the weights of a dense layer with 10 outputs."""
    return shapes.dense_parameters(math.prod(pixels), 10, bias=False)


_POOLED = shapes.pool_output_shape(BATCH, *POOLINGS["halved"])[1:]
WEIGHTS = _weights(*_POOLED)
WEIGHTS_MISSED = {
    "The biases are counted too.": WEIGHTS + 10,
    "This is how many it needs without pooling. Pooling makes its input smaller.": (
        _weights(*BATCH[1:])
    ),
    "The channels are missing: each number of the pooled image has weights.": _weights(
        *_POOLED[:2]
    ),
    "These are its inputs. Each of the ten outputs has a weight for each of them.": (
        math.prod(_POOLED)
    ),
    "All images of the batch share the same weights.": BATCH[0] * WEIGHTS,
    "The dense layer learns: each output has a weight for each number that comes in.": 0,
}
