"""Assignment 8, part 7: mean and spread of several runs, and what follows from them."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Mistake

Function = Callable[..., Any]

# Part 7 shows them: accuracy on the 1,000 test images of the small Fashion-MNIST, in percent; rows are SGD,
# SGD with momentum 0.9, RMSprop and Adam, columns the seeds 0 to 7, of the weights and of the order.
# Each is the network of part 1, trained by `network.Sequential.fit` on the first 4,000 training images for
# 3 epochs in batches of 64. First with Keras' learning rates: 0.01, 0.01, 0.001, 0.001.
DEFAULT_RATES = np.array(
    [
        [68.7, 69.2, 70.5, 70.1, 68.5, 57.3, 69.2, 23.9],
        [71.8, 81.2, 80.9, 77.8, 80.1, 78.9, 80.4, 77.3],
        [78.0, 78.2, 78.6, 77.6, 78.2, 76.8, 76.6, 77.0],
        [78.3, 78.3, 79.9, 76.9, 78.1, 77.5, 79.6, 77.3],
    ]
)
# Then with the best of 0.001, 0.003, 0.01, 0.03, 0.1 and 0.3 for each: 0.1, 0.03, 0.01, 0.01. The best has
# the largest mean accuracy of seeds 100 to 103 on the last 1,000 training images, which none learned from.
CHOSEN_RATES = np.array(
    [
        [78.2, 79.0, 78.8, 77.8, 77.5, 62.6, 80.0, 59.1],
        [76.4, 83.1, 83.9, 80.5, 83.0, 83.2, 81.8, 80.2],
        [81.2, 83.1, 84.7, 83.4, 83.1, 82.2, 82.1, 82.0],
        [82.4, 84.1, 84.3, 84.4, 83.5, 86.3, 83.1, 84.0],
    ]
)

CLAIMS = {
    "momentum beats adam": False,
    "the rate matters more": True,
    "one seed is enough": False,
    "the best run is to be expected": False,
    "more seeds, smaller spread": False,
}
CLAIM_HINTS = {
    "momentum beats adam": "How far are the two means apart in the first table, "
    "and how uncertain is each of them (spread / √8)?",
    "the rate matters more": "Compare RMSprop with itself in the other table, and Adam with itself; "
    "then compare the two with each other in one table.",
    "one seed is enough": "Compare Adam and RMSprop in the second table seed by seed: look at the third.",
    "the best run is to be expected": "The best of eight was chosen after the accuracy was seen. "
    "What will the ninth run reach, more or less?",
    "more seeds, smaller spread": "The spread says how far single runs lie apart. "
    "Does a run change because more of them are made? What becomes smaller is the uncertainty of the mean.",
}


def mean_and_spread(runs: NDArray) -> NDArray:
    """Return mean and standard deviation (optimizers, 2) of accuracies (optimizers, seeds): the target."""
    return np.stack([runs.mean(axis=1), runs.std(axis=1, ddof=1)], axis=1)


def _spread(wrong: Function) -> Function:
    return lambda runs: np.stack([runs.mean(axis=1), wrong(runs)], axis=1)


def _mean(wrong: Function) -> Function:
    return lambda runs: np.stack([wrong(runs), runs.std(axis=1, ddof=1)], axis=1)


def _deviations(runs: NDArray) -> NDArray:
    return np.abs(runs - runs.mean(axis=1, keepdims=True))


SPREAD_MISTAKES = (
    Mistake(
        "The sum of squares is divided by n. The mean was computed from the same n runs: divide by n − 1.",
        _spread(lambda runs: runs.std(axis=1)),
    ),
    Mistake(
        "This is the mean over the optimizers for each seed. A row is an optimizer: axis 1.",
        lambda runs: mean_and_spread(runs.T),
    ),
    Mistake(
        "This is the variance; take its square root.",
        _spread(lambda runs: runs.var(axis=1, ddof=1)),
    ),
    Mistake(
        "This is the variance, divided by n. Divide by n − 1, and take the square root.",
        _spread(lambda runs: runs.var(axis=1)),
    ),
    Mistake(
        "The second column is the uncertainty of the mean, spread / √n. The spread itself is wanted.",
        _spread(lambda runs: runs.std(axis=1, ddof=1) / np.sqrt(runs.shape[1])),
    ),
    Mistake(
        "The second column is the difference between the best run and the worst.",
        _spread(lambda runs: np.ptp(runs, axis=1)),
    ),
    Mistake(
        "The second column is the mean distance from the mean. Square the distances first.",
        _spread(lambda runs: _deviations(runs).mean(axis=1)),
    ),
    Mistake(
        "The second column is the spread in parts of the mean. Do not divide by the mean.",
        _spread(lambda runs: runs.std(axis=1, ddof=1) / runs.mean(axis=1)),
    ),
    Mistake(
        "The square root is taken before the division by n − 1.",
        _spread(
            lambda runs: np.sqrt((_deviations(runs) ** 2).sum(1)) / (runs.shape[1] - 1)
        ),
    ),
    Mistake(
        "The squares of the distances are added up; divide by n − 1, and take the square root.",
        _spread(lambda runs: (_deviations(runs) ** 2).sum(axis=1)),
    ),
    Mistake(
        "The spread of all optimizers together is in every row: axis 1 keeps them apart.",
        _spread(lambda runs: np.full(len(runs), runs.std(ddof=1))),
    ),
    Mistake(
        "The mean of all optimizers together is in every row: axis 1 keeps them apart.",
        _mean(lambda runs: np.full(len(runs), runs.mean())),
    ),
    Mistake(
        "The first column is the median; the mean is wanted.",
        _mean(lambda runs: np.median(runs, axis=1)),
    ),
    Mistake(
        "The first column is the best run of each optimizer; the mean is wanted.",
        _mean(lambda runs: runs.max(axis=1)),
    ),
    Mistake(
        "The mean is the sum, divided by n − 1. Only the spread is divided by n − 1.",
        _mean(lambda runs: runs.sum(axis=1) / (runs.shape[1] - 1)),
    ),
    Mistake(
        "The first column is the sum of the runs; divide by their number.",
        _mean(lambda runs: runs.sum(axis=1)),
    ),
    *(
        Mistake(
            "The numbers are rounded: return all digits.",
            lambda runs, digits=digits: mean_and_spread(runs).round(digits),
        )
        for digits in (0, 1, 2)
    ),
    Mistake(
        "Mean and spread are exchanged: the mean stands in the first column.",
        lambda runs: mean_and_spread(runs)[:, ::-1],
    ),
    Mistake(
        "The means stand in a row of their own. Each optimizer has a row of two numbers: "
        "np.stack with axis=1, or a transpose.",
        lambda runs: mean_and_spread(runs).T.copy(),
    ),
    Mistake("Only the means are returned.", lambda runs: runs.mean(axis=1)),
    Mistake("Only the spreads are returned.", lambda runs: runs.std(axis=1, ddof=1)),
)
