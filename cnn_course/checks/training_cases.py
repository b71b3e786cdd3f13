"""What the checks of assignment 8 draw, each with what is special about it."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Case, floats, random
from cnn_course.checks.mistakes.training_loop import losses_of, train
from cnn_course.checks.mistakes.training_network import make_network
from cnn_course.datasets import one_hot

Shape = tuple[int, ...]


def for_each(results: Sequence[str], cases: Sequence[Case]) -> list[Case]:
    """Return all cases for the first result that is wanted, then for the next one."""
    return [
        Case(f"{wanted}, {case.what}", (*case.arguments, wanted))
        for wanted in results
        for case in cases
    ]


def images_and_labels() -> list[Case]:
    """Draw images in uint8 with labels, dark ones and few classes included."""
    rng = random()
    rows: list[tuple[str, Shape, int, list[int]]] = [
        ("one image of 2 by 3", (1, 2, 3), 256, [2]),
        ("three images", (3, 4, 5), 256, [9, 0, 4]),
        ("two dark images", (2, 3, 4), 90, [7, 7]),
        ("four images of the first classes", (4, 5, 2), 256, [1, 0, 3, 1]),
        ("eleven images of all classes", (11, 3, 2), 256, [*rng.permutation(10), 6]),
    ]
    cases = []
    for what, shape, most, labels in rows:
        images = rng.integers(1, most, size=shape).astype(np.uint8)
        images[0, 0, :2] = most - 1, 31
        cases.append(Case(what, (images, np.array(labels, np.uint8))))
    return cases


def numbers_of_images() -> list[Case]:
    """Draw seeds for batches of several sizes."""
    rows = [
        ("10 images in batches of 4", 10, 4),
        ("24 images in batches of 5", 24, 5),
        ("30 images in batches of 6, which divides 30", 30, 6),
        ("23 images in batches of 11", 23, 11),
        ("41 images in batches of 8", 41, 8),
        ("9 images, fewer than a batch of 20", 9, 20),
    ]
    seeds = random().integers(1, 10_000, size=len(rows)).tolist()
    return [
        Case(what, (n, size, seed))
        for (what, n, size), seed in zip(rows, seeds, strict=True)
    ]


def scores_and_labels() -> list[Case]:
    """Draw scores with one-hot labels, scores for which exp overflows included."""
    rng = random()
    far = np.array([[1000.0], [-1000.0]])
    sure = np.array([[0.0, 150, 0], [0, 1, 0], [150, 0, -150]])
    rows: list[tuple[str, NDArray, list[int]]] = [
        ("one image, two equal scores", np.zeros((1, 2)), [0]),
        ("one image, three classes", floats(rng, 1, 3), [1]),
        ("two images, four classes", floats(rng, 2, 4), [3, 0]),
        ("five images, three classes", floats(rng, 5, 3), [2, 1, 1, 0, 2]),
        ("scores around 1000", floats(rng, 2, 5) + 1000, [2, 0]),
        (
            "scores around 1000 for one image, around −1000 for the other",
            floats(rng, 2, 4) + far,
            [1, 3],
        ),
        (
            "a network that is sure and wrong about an image",
            floats(rng, 3, 3) / 2 + sure,
            [1, 0, 2],
        ),
    ]
    cases = [
        Case(what, (z.astype(np.float32), one_hot(np.array(right), z.shape[1])))
        for what, z, right in rows
    ]
    z, y = floats(rng, 3, 5, dtype=np.float64), np.eye(5)[[4, 2, 2]]
    return [*cases, Case("float64", (z, y))]


def steps_of_adam() -> list[Case]:
    """Draw weights, gradients and means; large gradients, so that it is no matter where 1e-7 is added."""
    rng = random()

    def drawn(*shape: int, dtype: type = np.float32, scale: float = 10) -> list:
        w, dw, m = (floats(rng, *shape, dtype=dtype) for _ in range(3))
        v = np.abs(floats(rng, *shape, dtype=dtype)) + dtype(0.5)
        # Neither is zero.
        return [w, (dw + dtype(0.03)) * dtype(scale), m * scale, v * scale**2]

    def first(w: NDArray, dw: NDArray, *_: NDArray) -> tuple[NDArray, ...]:
        return w, dw, np.zeros_like(w), np.zeros_like(w)

    zero = np.array([[0, 30], [-20, 0], [10, 0]], np.float32)
    tiny = np.array([[1, -2, 3], [-1, 3, 2]], np.float32) * np.float32(1e-6)
    later = int(rng.integers(20, 60))
    wide = drawn(3, 4, dtype=np.float64, scale=1000)
    return [
        Case("the first step", (*first(*drawn(2, 3)), 1, 0.5)),
        Case("the first step, a smaller learning rate", (*first(*drawn(4)), 1, 0.125)),
        Case("the second step", (*drawn(3, 2), 2, 0.25)),
        Case("the tenth step, a learning rate above 1", (*drawn(2, 2, 1, 3), 10, 1.5)),
        Case("a later step", (*drawn(5), later, 0.75)),
        Case("some gradients are zero", (*first(floats(rng, 3, 2), zero), 1, 0.5)),
        # So late that it is no matter where 1e-7 is added.
        Case(
            "tiny gradients in a very late step",
            (floats(rng, 2, 3), tiny, tiny[::-1].copy(), tiny**2, 40_000, 1.0),
        ),
        Case("float64", (*wide, 3, 0.1)),
    ]


# Networks: what is special, the shape of an image, filters, classes.
NETWORKS: list[tuple[str, Shape, int, int]] = [
    ("images of 6 by 7, 2 filters, 3 classes", (6, 7, 1), 2, 3),
    ("images of 9 by 5, 3 filters, 5 classes", (9, 5, 1), 3, 5),
    ("images of 5 by 8 in colour, 6 filters, 2 classes", (5, 8, 3), 6, 2),
]


def weights(
    rng: np.random.Generator, shape: Shape, filters: int, classes: int
) -> tuple[NDArray, ...]:
    """Draw filters, biases, weights and biases for images of a shape, so that a ReLU has work to do."""
    height, width = ((side - 2) // 2 for side in shape[:2])
    return (
        floats(rng, 3, 3, shape[2], filters) / 10,
        floats(rng, filters) / 10 - np.float32(1.5),
        floats(rng, height * width * filters, classes) / 10,
        floats(rng, classes) / 10,
    )


def networks() -> list[Case]:
    """Draw a seed, weights and images for networks of several sizes."""
    rng, cases = random(), []
    for what, shape, filters, classes in NETWORKS:
        seed = int(rng.integers(1, 10_000))
        arrays, x = weights(rng, shape, filters, classes), floats(rng, 2, *shape)
        cases.append(Case(what, (shape, filters, classes, seed, *arrays, x)))
    return cases


def models() -> list[Case]:
    """Draw weights and images for networks of several sizes."""
    return [Case(case.what, case.arguments[4:]) for case in networks()]


def trainings() -> list[Case]:
    """Draw what to train on: all images in one batch, or equal images, whose order is no matter."""
    rng, cases = random(), []
    # What is special, network, images, whether they are equal, epochs, size of a batch, learning rate.
    rows = [
        ("one batch, two epochs", 0, 5, False, 2, 5, 0.2),
        ("one batch, five epochs, in colour", 2, 4, False, 5, 6, 0.1),
        ("equal images, three batches of two, one epoch", 0, 6, True, 1, 2, 0.25),
        ("equal images, batches of 3, 3 and 1, two epochs", 1, 7, True, 2, 3, 0.125),
        ("float64, one batch, three epochs", 0, 3, False, 3, 8, 0.15),
    ]
    for what, which, n, equal, *settings in rows:
        seed = int(rng.integers(1, 10_000))
        given = _steady(rng, which, n, equal, (*settings, seed))
        cases.append(Case(what, _moved(given) if "float64" in what else given))
    return cases


def trainings_in_keras() -> list[Case]:
    """Draw fewer of the same: Keras takes a second for each."""
    rng = random()
    rows = [
        ("one batch, two epochs", 0, 5, False, 2, 5, 0.02),
        ("equal images, three batches of two, three epochs", 1, 6, True, 3, 2, 0.01),
        ("equal images, two batches of three, one epoch", 2, 6, True, 1, 3, 0.03),
    ]
    return [
        Case(what, _steady(rng, which, n, equal, (*settings, 0))[:-1])
        for what, which, n, equal, *settings in rows
    ]


def _steady(
    rng: np.random.Generator, which: int, n: int, equal: bool, settings: tuple
) -> tuple[Any, ...]:
    """Draw weights, images and one-hot labels, until it is no matter how sums are rounded.

    Adam's first step is as large for a tiny gradient as for any, so it can make a rounded digit large.
    ``equal`` images are one with its label, n times.
    """
    _, shape, filters, classes = NETWORKS[which]
    different, copies = (1, n) if equal else (n, 1)
    losses = losses_of(make_network, train)
    while True:
        x = floats(rng, different, *shape) / 5
        y = one_hot(rng.integers(0, classes, size=different), classes)
        pictures = x.repeat(copies, axis=0), y.repeat(copies, axis=0)
        given = (*weights(rng, shape, filters, classes), *pictures, *settings)
        exact = losses(*_moved(given))
        others = [losses(*_moved(given, by)) for by in MOVES]
        if np.abs(np.subtract([losses(*given), *others], exact)).max() < STEADY:
            return given


MOVES = (1e-6, -1e-6, 3e-6)  # more than float32 rounds
STEADY = 3e-6  # a check lets 1e-4 pass
LABELS = 5  # their place, after four arrays of weights and the images


def _moved(given: tuple[Any, ...], by: float = 0.0) -> tuple[Any, ...]:
    """Return arrays in float64, each number but the labels' moved by another share of up to ``by``."""
    moved = list(given)
    for place, array in enumerate(given):
        if isinstance(array, np.ndarray):
            share = by * np.cos(np.arange(array.size)).reshape(array.shape)
            moved[place] = array.astype(np.float64) * (1 + (place != LABELS) * share)
    return tuple(moved)


def runs() -> list[Case]:
    """Draw accuracies in percent, (optimizers, seeds)."""
    rng = random()
    rows = [
        ("two optimizers, three seeds", np.array([[80.0, 82, 84], [70, 70, 73]])),
        ("three optimizers, two seeds", 75 + floats(rng, 3, 2, dtype=np.float64)),
        ("two optimizers, five seeds", 80 + floats(rng, 2, 5, dtype=np.float64)),
        ("four optimizers, eight seeds", 70 + 3 * floats(rng, 4, 8, dtype=np.float64)),
        ("five optimizers, four seeds", 85 + floats(rng, 5, 4, dtype=np.float64)),
    ]
    return [Case(what, (array,)) for what, array in rows]
