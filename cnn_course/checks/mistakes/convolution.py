"""Assignment 2, the convolution: its targets and the ways to miss them.

Letters: x (H, W, C) or (N, H, W, C), w (KH, KW, C) or (KH, KW, C, F), b (F,).
"""

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Mistake
from cnn_course.checks.mistakes.filters import (
    square_kernel_only,
    square_only,
    unfinished,
)
from cnn_course.conv import conv2d

# Part 2: one filter over several channels


def convolve(x: NDArray, w: NDArray) -> NDArray:
    """Convolve one image (H, W, C) by one filter (KH, KW, C): the target (OH, OW)."""
    return conv2d(x[np.newaxis], w[..., np.newaxis])[0, :, :, 0]


def _each_channel(x: NDArray, w: NDArray) -> NDArray:
    maps = [convolve(x[:, :, c : c + 1], w[:, :, c : c + 1]) for c in range(x.shape[2])]
    return np.stack(maps, axis=2)


ONE_FILTER_MISTAKES = (
    Mistake(
        "The channels are averaged. Each channel has its own slice of the filter, and the answers are added.",
        lambda x, w: convolve(x, w) / x.shape[2],
    ),
    Mistake(
        "Only the first channel counts.",
        lambda x, w: convolve(x[:, :, :1], w[:, :, :1]),
    ),
    Mistake(
        "Only the last channel counts.",
        lambda x, w: convolve(x[:, :, -1:], w[:, :, -1:]),
    ),
    Mistake(
        "The first slice of the filter is used for every channel.",
        lambda x, w: convolve(x, np.repeat(w[:, :, :1], w.shape[2], axis=2)),
    ),
    Mistake(
        "The answers of the channels are kept apart. One filter gives one map: add over the channels too.",
        _each_channel,
    ),
    Mistake(
        "The filter is turned by 180 degrees. Deep learning lays it on as it is.",
        lambda x, w: convolve(x, w[::-1, ::-1]),
    ),
    Mistake(
        "The filter's channels are in reverse order.",
        lambda x, w: convolve(x, w[:, :, ::-1]),
    ),
    Mistake(
        "The filter is transposed: its rows lie where its columns should.",
        lambda x, w: convolve(x, w.transpose(1, 0, 2)),
    ),
    Mistake(
        "The filter is flipped left to right.", lambda x, w: convolve(x, w[:, ::-1])
    ),
    Mistake("The filter is flipped top to bottom.", lambda x, w: convolve(x, w[::-1])),
    Mistake(
        "The last row and the last column of the answer are missing: OH is H − KH + 1.",
        lambda x, w: convolve(x, w)[:-1, :-1],
    ),
    Mistake(
        "The answer has its height and width swapped.",
        lambda x, w: convolve(x, w).T.copy(),
    ),
    Mistake(
        "This works only for square images: OH comes from H, and OW from W.",
        square_only,
    ),
    Mistake(
        "This works only for square filters: KW is w.shape[1].", square_kernel_only
    ),
    Mistake(
        "The answers are cut to whole numbers.", lambda x, w: convolve(x, w).astype(int)
    ),
    Mistake(
        "Negative answers have become zero: the activation comes in a later part.",
        lambda x, w: np.maximum(0, convolve(x, w)),
    ),
    Mistake(
        "The answers grow from window to window: a running total is not set back to zero for each one.",
        lambda x, w: np.cumsum(convolve(x, w).ravel()).reshape(convolve(x, w).shape),
    ),
    Mistake(
        "You take the mean of the products; the sum is wanted.",
        lambda x, w: convolve(x, w) / np.float32(w.size),
    ),
    *unfinished(convolve),
)

# Part 3: a batch, several filters, a bias


def _first_image_only(x: NDArray, w: NDArray, b: NDArray) -> NDArray:
    y = np.zeros_like(conv2d(x, w, b))
    y[0] = conv2d(x[:1], w, b)[0]
    return y


def _bias_of_the_image(x: NDArray, w: NDArray, b: NDArray) -> NDArray:
    return np.stack([y + b[n] for n, y in enumerate(conv2d(x, w))])


LAYER_MISTAKES = (
    Mistake("The bias is missing.", lambda x, w, b: conv2d(x, w)),
    Mistake(
        "The bias is added once for each weight. It is added once for each output number.",
        lambda x, w, b: conv2d(x, w, b * np.float32(w[..., 0].size)),
    ),
    Mistake(
        "The bias is added twice. It is added once for each output number.",
        lambda x, w, b: conv2d(x, w, 2 * b),
    ),
    Mistake(
        "The bias is added once for each input channel. It is added once for each output number.",
        lambda x, w, b: conv2d(x, w, b * np.float32(w.shape[2])),
    ),
    Mistake(
        "Every filter gets the first bias: filter f has the bias b[f].",
        lambda x, w, b: conv2d(x, w, np.full_like(b, b[0])),
    ),
    Mistake(
        "The bias is that of the image's number: filter f has the bias b[f].",
        _bias_of_the_image,
    ),
    Mistake("The bias is subtracted.", lambda x, w, b: conv2d(x, w, -b)),
    Mistake("The biases are in reverse order.", lambda x, w, b: conv2d(x, w, b[::-1])),
    Mistake(
        "All images of the batch get the answer of the first one.",
        lambda x, w, b: np.repeat(conv2d(x[:1], w, b), len(x), axis=0),
    ),
    Mistake("Only the first image of the batch is convolved.", _first_image_only),
    Mistake(
        "Only the answer of the first image is returned.",
        lambda x, w, b: conv2d(x[:1], w, b),
    ),
    Mistake(
        "Every channel of the answer comes from the first filter.",
        lambda x, w, b: conv2d(x, np.repeat(w[..., :1], w.shape[3], axis=3), b),
    ),
    Mistake(
        "The answers of the filters are added up. Each filter makes a channel of its own.",
        lambda x, w, b: conv2d(x, w, b).sum(axis=3, keepdims=True),
    ),
    Mistake(
        "The channels of the answer are in reverse order.",
        lambda x, w, b: conv2d(x, w, b)[..., ::-1],
    ),
    Mistake(
        "Every channel of the answer comes from the last filter.",
        lambda x, w, b: conv2d(x, np.repeat(w[..., -1:], w.shape[3], axis=3), b),
    ),
    Mistake(
        "The numbers are in the wrong places: reshape does not move axes. Use np.moveaxis or np.stack.",
        lambda x, w, b: (
            conv2d(x, w, b).transpose(0, 3, 1, 2).reshape(conv2d(x, w, b).shape)
        ),
    ),
    Mistake(
        "Negative answers have become zero: the activation comes in the next part.",
        lambda x, w, b: np.maximum(0, conv2d(x, w, b)),
    ),
    Mistake(
        "The channels come before height and width; this course has them last, (N, OH, OW, F).",
        lambda x, w, b: conv2d(x, w, b).transpose(0, 3, 1, 2),
    ),
    Mistake(
        "The answer has its height and width swapped.",
        lambda x, w, b: conv2d(x, w, b).transpose(0, 2, 1, 3),
    ),
    Mistake(
        "The filters are turned by 180 degrees.",
        lambda x, w, b: conv2d(x, w[::-1, ::-1], b),
    ),
    Mistake(
        "The filters are transposed: rows lie where columns should.",
        lambda x, w, b: conv2d(x, w.transpose(1, 0, 2, 3), b),
    ),
    Mistake(
        "The channels are averaged: add over them.",
        lambda x, w, b: conv2d(x, w / np.float32(w.shape[2]), b),
    ),
    Mistake(
        "Only the first channel of the images counts.",
        lambda x, w, b: conv2d(x[..., :1], w[:, :, :1], b),
    ),
    Mistake(
        "The last row and the last column of the answer are missing: OH is H − KH + 1.",
        lambda x, w, b: conv2d(x, w, b)[:, :-1, :-1],
    ),
)

# Part 4: the feature map


def feature_maps(x: NDArray, w: NDArray, b: NDArray) -> NDArray:
    """Return max(0, x * w + b): the target of part 4."""
    return np.maximum(0, conv2d(x, w, b))


FEATURE_MISTAKES = (
    Mistake("The activation is missing: negative answers must become zero.", conv2d),
    Mistake(
        "The activation comes before the bias. First the sum, then the bias, then the activation.",
        lambda x, w, b: np.maximum(0, conv2d(x, w)) + b,
    ),
    Mistake(
        "Negative answers have lost their sign; they must become zero.",
        lambda x, w, b: np.abs(conv2d(x, w, b)),
    ),
    Mistake("The bias is missing.", lambda x, w, b: np.maximum(0, conv2d(x, w))),
    Mistake("The bias is subtracted.", lambda x, w, b: np.maximum(0, conv2d(x, w, -b))),
    Mistake(
        "The activation is applied to the image; it belongs to the answer.",
        lambda x, w, b: conv2d(np.maximum(0, x), w, b),
    ),
    Mistake(
        "The activation is applied to the weights.",
        lambda x, w, b: conv2d(x, np.maximum(0, w), b),
    ),
    Mistake(
        "The positive answers are gone and the negative ones stay.",
        lambda x, w, b: np.minimum(0, conv2d(x, w, b)),
    ),
    Mistake(
        "This tells only where the answer is positive, not how large it is.",
        lambda x, w, b: (conv2d(x, w, b) > 0).astype(x.dtype),
    ),
    Mistake(
        "The answers are cut off at 1.", lambda x, w, b: np.clip(conv2d(x, w, b), 0, 1)
    ),
    Mistake(
        "The answers are cut off at 255. They are no pixels: only negative ones change.",
        lambda x, w, b: np.clip(conv2d(x, w, b), 0, 255),
    ),
    Mistake(
        "This is the sigmoid function. The activation here is max(0, y).",
        lambda x, w, b: 1 / (1 + np.exp(-conv2d(x, w, b))),
    ),
    Mistake(
        "This is tanh. The activation here is max(0, y).",
        lambda x, w, b: np.tanh(conv2d(x, w, b)),
    ),
    Mistake(
        "Negative answers are made small in place of zero.",
        lambda x, w, b: np.where(
            conv2d(x, w, b) > 0, conv2d(x, w, b), np.float32(0.01) * conv2d(x, w, b)
        ),
    ),
    Mistake(
        "The least value of the whole map was taken for zero.",
        lambda x, w, b: conv2d(x, w, b) - conv2d(x, w, b).min(),
    ),
)

# Part 5: shifting an image


def shift(image: NDArray, down: int, right: int) -> NDArray:
    """Move an image (H, W) down and to the right, zeros filling in: the target of part 5."""
    moved = np.zeros_like(image)
    moved[down:, right:] = image[: image.shape[0] - down, : image.shape[1] - right]
    return moved


def _shift_by_minus(image: NDArray, down: int, right: int) -> NDArray:
    moved = np.zeros_like(image)
    moved[down:, right:] = image[:-down, :-right]
    return moved


def _onto_a_copy(image: NDArray, down: int, right: int) -> NDArray:
    moved = image.copy()
    moved[down:, right:] = image[: image.shape[0] - down, : image.shape[1] - right]
    return moved


def _edges_repeated(image: NDArray, down: int, right: int) -> NDArray:
    padded = np.pad(image, ((down, 0), (right, 0)), mode="edge")
    return padded[: image.shape[0], : image.shape[1]]


SHIFT_MISTAKES = (
    Mistake(
        "What leaves on one side comes back on the other. Zeros should come in.",
        lambda image, down, right: np.roll(image, (down, right), axis=(0, 1)),
    ),
    Mistake(
        "It moves up and to the left: the other way.",
        lambda image, down, right: np.ascontiguousarray(
            shift(image[::-1, ::-1], down, right)[::-1, ::-1]
        ),
    ),
    Mistake(
        "Down and right are exchanged: rows are the first axis.",
        lambda image, down, right: shift(image, right, down),
    ),
    Mistake(
        "It moves down, but not to the right.",
        lambda image, down, right: shift(image, down, 0),
    ),
    Mistake(
        "It moves to the right, but not down.",
        lambda image, down, right: shift(image, 0, right),
    ),
    Mistake(
        "It moves down, and to the left in place of the right.",
        lambda image, down, right: np.ascontiguousarray(
            shift(image[:, ::-1], down, right)[:, ::-1]
        ),
    ),
    Mistake(
        "A shift by 0 goes wrong: `image[:-0]` is empty. Count from the front: `image[: height - down]`.",
        _shift_by_minus,
    ),
    Mistake("The border is repeated. Zeros should come in.", _edges_repeated),
    Mistake(
        "The image has grown. What is pushed over the border is lost.",
        lambda image, down, right: np.pad(image, ((down, 0), (right, 0))),
    ),
    Mistake(
        "Old pixels are left where zeros should come in: start from zeros.",
        _onto_a_copy,
    ),
    Mistake(
        "The numbers are cut to whole ones: give the new array the image's dtype.",
        lambda image, down, right: shift(image, down, right).astype(int),
    ),
    Mistake("Nothing moves.", lambda image, down, right: image.copy()),
    Mistake(
        "It moves one pixel too far.",
        lambda image, down, right: shift(image, down + 1, right + 1),
    ),
    Mistake(
        "It moves twice as far.",
        lambda image, down, right: shift(image, 2 * down, 2 * right),
    ),
)
