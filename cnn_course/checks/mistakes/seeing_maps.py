"""Assignment 9, what a CNN sees: targets of the parts that ask the network, and the ways to miss them.

Letters: images x (N, 28, 28, 1), probabilities p of an image and q of the covered ones.
"""

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from cnn_course import seeing, trained
from cnn_course.checks.core import Mistake
from cnn_course.checks.mistakes.seeing_covered import PairOfInts
from cnn_course.losses import softmax
from cnn_course.seeing import covered_images

network = cache(trained.fashion_cnn)

# Part 3: feature maps


def feature_maps(x: NDArray, k: int) -> NDArray:
    """Return what comes out of the network's k-th ReLU, counted from 1: the target of part 3."""
    return seeing.feature_maps(network(), x, k)


def _place(k: int) -> int:
    return network().names.index(f"relu_{k}") + 1


def _through(x: NDArray, layers: int | None) -> NDArray:
    for layer in network().layers[:layers]:
        x = layer.forward(x)
    return x


def _without_bias(x: NDArray, k: int) -> NDArray:
    for layer in network().layers[: _place(k)]:
        y = layer.forward(x)
        x = y - layer.parameters["b"] if "b" in layer.parameters else y
    return x


def _without_pooling(x: NDArray, k: int) -> NDArray:
    names = network().names[: _place(k)]
    for name, layer in zip(names, network().layers, strict=False):
        x = x if name.startswith("maxpool") else layer.forward(x)
    return x


def _only_convolutions(x: NDArray, k: int) -> NDArray:
    for layer in network().layers[: _place(k) : 3]:
        x = layer.forward(x)
    return x


FEATURE_MAP_MISTAKES = (
    Mistake(
        "You stop before the ReLU: some numbers are negative.",
        lambda x, k: _through(x, _place(k) - 1),
    ),
    Mistake(
        "You go on through the layer after the ReLU: return before it.",
        lambda x, k: _through(x, _place(k) + 1),
    ),
    Mistake(
        "You count from 0: the first ReLU is k = 1.",
        lambda x, k: _through(x, _place(k + 1) if k < 3 else None),
    ),
    Mistake(
        "You stop one ReLU too early.",
        lambda x, k: x if k == 1 else feature_maps(x, k - 1),
    ),
    Mistake(
        "You go through k layers. Count only the ReLUs; `network.names` tells which layers these are.",
        _through,
    ),
    Mistake("It is always the first ReLU: is k used?", lambda x, k: feature_maps(x, 1)),
    Mistake("It is always the last ReLU: is k used?", lambda x, k: feature_maps(x, 3)),
    Mistake(
        "The images went through all layers, to the scores: return as soon as the k-th ReLU is done.",
        lambda x, k: _through(x, None),
    ),
    Mistake(
        "These are the probabilities: `predict` goes through all layers. Go through them one by one.",
        lambda x, k: network().predict(x),
    ),
    Mistake(
        "The k-th ReLU is given the images. Go through all layers before it, "
        "each with what the one before has made.",
        lambda x, k: network().layers[_place(k) - 1].forward(x),
    ),
    Mistake(
        "The bias of the convolutions is missing: let the layer itself do its work, by `forward`.",
        _without_bias,
    ),
    Mistake("The pooling is left out.", _without_pooling),
    Mistake(
        "Only the convolutions are gone through: the layers between them belong to the network too.",
        _only_convolutions,
    ),
    Mistake(
        "Only the first image is there: keep the axis N.",
        lambda x, k: feature_maps(x, k)[0],
    ),
    Mistake(
        "The maps are added up over the filters: keep all of them.",
        lambda x, k: feature_maps(x, k).sum(axis=3),
    ),
    Mistake(
        "Each map is shrunk to one number: keep height and width.",
        lambda x, k: feature_maps(x, k).mean(axis=(1, 2)),
    ),
    Mistake(
        "The axis of the filters has moved: the order is (N, H, W, F).",
        lambda x, k: np.ascontiguousarray(np.moveaxis(feature_maps(x, k), 3, 1)),
    ),
    Mistake(
        "The maps are scaled. Return the numbers as they come out of the layer.",
        lambda x, k: feature_maps(x, k) / feature_maps(x, k).max(),
    ),
    Mistake(
        "The pixels are divided by 255. They lie in 0..1 already.",
        lambda x, k: feature_maps(x / 255, k),
    ),
    Mistake(
        "Negative numbers have lost their sign; the ReLU makes them 0.",
        lambda x, k: np.abs(_through(x, _place(k) - 1)),
    ),
)

# Part 5: the occlusion map

Occlusion = Callable[[NDArray, int, PairOfInts, PairOfInts, float], NDArray]


def occlusion_map(
    image: NDArray, label: int, size: PairOfInts, stride: PairOfInts, value: float
) -> NDArray:
    """Return how far the label's probability drops under each rectangle: the target of part 5."""
    return seeing.occlusion_map(network(), image, label, size, stride, value=value)


def _scores(
    image: NDArray, size: PairOfInts, stride: PairOfInts, value: float
) -> tuple[NDArray, NDArray]:
    """Return the scores (10,) of the image, and (OH, OW, 10) of the covered ones."""
    covered = covered_images(image, size, stride, value)
    scores = network().forward(covered.reshape(-1, *image.shape))
    return network().forward(image[np.newaxis])[0], scores.reshape(
        *covered.shape[:2], -1
    )


def _probabilities(*arguments: object) -> tuple[NDArray, NDArray]:
    before, after = _scores(*arguments)
    return softmax(before[np.newaxis])[0], softmax(
        after.reshape(-1, after.shape[-1])
    ).reshape(after.shape)


def _from_probabilities(of: Callable[[NDArray, NDArray, int], NDArray]) -> Occlusion:
    """Make a mistake out of what is done with p (10,), q (OH, OW, 10) and the label."""
    return lambda image, label, k, s, v: of(*_probabilities(image, k, s, v), label)


def _with(change: Callable[..., tuple]) -> Occlusion:
    """Make a mistake out of a change of size, stride and value."""
    return lambda image, label, k, s, v: occlusion_map(image, label, *change(k, s, v))


def _drop_of_scores(
    image: NDArray, label: int, k: PairOfInts, s: PairOfInts, v: float
) -> NDArray:
    before, after = _scores(image, k, s, v)
    return before[label] - after[:, :, label]


def _twice(
    image: NDArray, label: int, k: PairOfInts, s: PairOfInts, v: float
) -> NDArray:
    before, after = _probabilities(image, k, s, v)
    once_more = softmax(after.reshape(-1, 10)).reshape(after.shape)
    return softmax(before[np.newaxis])[0, label] - once_more[:, :, label]


OCCLUSION_MISTAKES = (
    Mistake(
        "This is the probability that is left. How far has it dropped from that of the whole image?",
        _from_probabilities(lambda p, q, label: q[:, :, label].copy()),
    ),
    Mistake(
        "The sign is wrong: where the probability becomes smaller, the drop is positive.",
        _from_probabilities(lambda p, q, label: q[:, :, label] - p[label]),
    ),
    Mistake(
        "The drop is divided by the probability of the whole image: the difference alone is wanted.",
        _from_probabilities(lambda p, q, label: 1 - q[:, :, label] / p[label]),
    ),
    Mistake(
        "One probability is divided by the other. Subtract them.",
        _from_probabilities(lambda p, q, label: q[:, :, label] / p[label]),
    ),
    Mistake(
        "The drop is counted from 1: count it from the probability of the whole image.",
        _from_probabilities(lambda p, q, label: 1 - q[:, :, label]),
    ),
    Mistake(
        "Negative drops have become 0: a covered place can make a class more likely, so keep them.",
        _from_probabilities(
            lambda p, q, label: np.maximum(p[label] - q[:, :, label], 0)
        ),
    ),
    Mistake(
        "Negative drops have lost their sign.",
        _from_probabilities(lambda p, q, label: np.abs(p[label] - q[:, :, label])),
    ),
    Mistake(
        "The label is not used: this is the drop of the most likely class.",
        _from_probabilities(lambda p, q, label: p.max() - q[:, :, p.argmax()]),
    ),
    Mistake(
        "This compares the largest probability before and after: take that of the label both times.",
        _from_probabilities(lambda p, q, label: p.max() - q.max(axis=2)),
    ),
    Mistake(
        "These are drops of the score. `network.predict` gives probabilities.",
        _drop_of_scores,
    ),
    Mistake("The softmax is taken twice: `network.predict` has done it.", _twice),
    Mistake(
        "The map is a difference of logarithms. Subtract the probabilities themselves.",
        _from_probabilities(lambda p, q, label: np.log(p[label] / q[:, :, label])),
    ),
    Mistake(
        "The numbers are right, but they stand in one row: bring them into rows and columns.",
        _from_probabilities(lambda p, q, label: (p[label] - q[:, :, label]).ravel()),
    ),
    Mistake(
        "The map is transposed: its height and width are swapped.",
        _from_probabilities(lambda p, q, label: (p[label] - q[:, :, label]).T.copy()),
    ),
    Mistake(
        "The numbers lie in the wrong places: the first axis of the map is the place down.",
        _from_probabilities(
            lambda p, q, label: (p[label] - q[:, :, label]).reshape(q.shape[1::-1])
        ),
    ),
    Mistake(
        "All classes are there. Choose the label's column.",
        _from_probabilities(lambda p, q, label: p - q),
    ),
    Mistake(
        "The map is scaled: its numbers should be drops of a probability.",
        _from_probabilities(
            lambda p, q, label: (
                (p[label] - q[:, :, label]) / np.abs(p[label] - q[:, :, label]).max()
            )
        ),
    ),
    Mistake(
        "The rectangle is always black: hand the value on.",
        _with(lambda k, s, v: (k, s, 0)),
    ),
    Mistake(
        "Size and stride are exchanged: hand them on in the order of `covered_images`.",
        _with(lambda k, s, v: (s, k, v)),
    ),
    Mistake(
        "Height and width of the rectangle are exchanged.",
        _with(lambda k, s, v: (k[::-1], s, v)),
    ),
    Mistake(
        "Height and width of the stride are exchanged.",
        _with(lambda k, s, v: (k, s[::-1], v)),
    ),
)
