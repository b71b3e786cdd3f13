"""Assignment 7, part 1: a convolution small enough to go back through by hand, and the ways to go wrong.

The functions return what is said of which wrong number.
"""

import numpy as np
from numpy.typing import NDArray

from cnn_course.conv import conv2d_backward

IMAGE = np.array([[3, 5, 1], [0, 1, 1], [1, 4, 1]], dtype=np.float32)
KERNEL = np.array([[-2, 2], [3, 1]], dtype=np.float32)
DY = np.array([[2, 1], [-1, 5]], dtype=np.float32)

DIVIDED = "It is divided by four. Add, and do not divide."
FIRST = "Only the first output counts. {} takes part in all four."
LAST = "Only the last output counts. {} takes part in all four."


def gradients() -> tuple[NDArray, NDArray, float]:
    """Return dx (3, 3), dw (2, 2) and db."""
    x, w = IMAGE[np.newaxis, :, :, np.newaxis], KERNEL[:, :, np.newaxis, np.newaxis]
    dx, dw, db = conv2d_backward(DY[np.newaxis, :, :, np.newaxis], x, w)
    return dx[0, :, :, 0], dw[:, :, 0, 0], float(db[0])


def wrong_weight() -> dict[str, float]:
    """Miss the gradient of the weight in row 0, column 1."""
    _, dw, _ = gradients()
    pixels = IMAGE[:2, 1:]  # under the weight, window by window
    first, *_, last = (DY * pixels).ravel()
    others = {
        f"This is the gradient of the weight in row {u}, column {v}.": dw[u, v]
        for u, v in [(0, 0), (1, 0), (1, 1)]
    }
    return others | {
        "dy is missing: multiply each pixel by the gradient of its output.": pixels.sum(),
        FIRST.format("The weight"): first,
        LAST.format("The weight"): last,
        DIVIDED: dw[0, 1] / 4,
        "The weight itself is no factor in its own gradient.": dw[0, 1] * KERNEL[0, 1],
    }


def wrong_bias() -> dict[str, float]:
    """Miss the gradient of the bias."""
    _, _, db = gradients()
    first, *_, last = DY.ravel()
    return {
        DIVIDED: db / 4,
        "This is the factor. Multiply it by the gradient of each output.": 1,
        "This counts the outputs. Each counts with its gradient.": DY.size,
        FIRST.format("The bias"): first,
        LAST.format("The bias"): last,
        "The sign is lost: one of the four gradients is negative.": np.abs(DY).sum(),
        "The factor of a bias is 1, and no pixel.": db * IMAGE.sum(),
    }


def wrong_corner() -> dict[str, float]:
    """Miss the gradient of the pixel in row 0, column 0."""
    first, weight = DY[0, 0], KERNEL[0, 0]
    return {
        "The corner takes part in one output only, the first.": DY.sum() * weight,
        "In the window of the corner one weight lies on it, not four.": first
        * KERNEL.sum(),
        "dy is missing: multiply the weight by the gradient of the output.": weight,
        "The kernel is laid on as it is. Which weight lies on the corner?": first
        * KERNEL[1, 1],
        "The factor of a pixel is a weight, not the pixel.": first * IMAGE[0, 0],
    }


def wrong_middle() -> dict[str, float]:
    """Miss the gradient of the pixel in row 1, column 1."""
    dx, _, _ = gradients()
    shares = DY * KERNEL[::-1, ::-1]
    exchanged = DY * KERNEL[::-1, ::-1].T
    return {
        "In the first window the middle pixel lies under the last weight, in the last window under the first "
        "one. Go through the four windows again.": np.sum(DY * KERNEL),
        "In the first and the last window the weights are right; in the other two they are "
        "exchanged.": np.sum(exchanged),
        FIRST.format("The middle pixel"): shares[0, 0],
        LAST.format("The middle pixel"): shares[1, 1],
        DIVIDED: dx[1, 1] / 4,
        "dy is missing: multiply each weight by the gradient of its output.": KERNEL.sum(),
        "The factor of a pixel is a weight, not the pixel.": DY.sum() * IMAGE[1, 1],
        "In each window one weight lies on the middle pixel, not four.": DY.sum()
        * KERNEL.sum(),
    }
