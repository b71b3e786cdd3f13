"""Who is measured: one module for each library, each with a function ``tasks(case, inputs)``.

It returns tasks by name: "ours", "torch", "torch, channels last", "tensorflow", "matrix product",
"textbook". ``inputs`` are those of `benchmarks.cases.draw_inputs`, in the package's layouts.
"""

import importlib
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.cases import Arrays, Case, Network

OWN = ("ours", "matrix_product", "with_textbook")
TOLERANCE = 1e-3  # of the largest number: sums of 25,000 float32 in another order


class Task(NamedTuple):
    """What is timed, and how to turn what it returns into arrays in the package's layouts.

    A layer's arrays are [y, dx, dw, db], without dx where it is not computed, and without dw and db
    in pooling; an epoch's is the mean loss of its batches. A task that computes no results of the
    case has no ``arrays``.
    """

    run: Callable[[], Any]
    arrays: Callable[[Any], list[NDArray]] | None = None


def gather(case: Case, inputs: Arrays, libraries: Iterable[str]) -> dict[str, Task]:
    """Return the tasks of a case, ours first; ``libraries`` are those of "torch", "tensorflow" to ask."""
    tasks: dict[str, Task] = {}
    for module in (*OWN, *(f"with_{name}" for name in libraries)):
        contender = importlib.import_module(f"benchmarks.contenders.{module}")
        tasks |= contender.tasks(case, inputs)
    return tasks


def compare(label: str, tasks: dict[str, Task]) -> None:
    """Run every task once, and refuse to go on if one computes other numbers than ours.

    Raises:
        ValueError: a result differs from ours; the time of a wrong result is worth nothing.
    """
    ours = tasks["ours"].arrays(tasks["ours"].run())
    for name, task in tasks.items():
        result = task.run()
        if task.arrays is None:
            continue
        for place, (a, b) in enumerate(zip(ours, task.arrays(result), strict=True)):
            if a.shape != b.shape or not np.allclose(
                a, b, rtol=0, atol=TOLERANCE * np.abs(a).max()
            ):
                raise ValueError(
                    f"{label}: result {place} of {name} {b.shape} is not ours {a.shape}: "
                    "one of the two is wrong, and nothing was measured."
                )


def pairs(case: Network, inputs: Arrays) -> list[tuple[NDArray, NDArray]]:
    """Return a network's (weights, biases), layer by layer."""
    return [(inputs[f"w{k}"], inputs[f"b{k}"]) for k in range(len(case.weights))]


def channels_first(
    case: Network, inputs: Arrays
) -> list[tuple[NDArray[np.float32], NDArray[np.float32]]]:
    """Return a network's (weights, biases) for images (N, C, H, W).

    Filters become (F, C, KH, KW). The first matrix's rows, one for each number of the last map, are
    put into the order (C, H, W), in which such a map is flattened.
    """
    h, w, c = case.last_map
    *filters, (first, first_bias), last = pairs(case, inputs)
    rows = first.reshape(h, w, c, -1).transpose(2, 0, 1, 3).reshape(first.shape)
    return [
        *((weights.transpose(3, 2, 0, 1), bias) for weights, bias in filters),
        (rows, first_bias),
        last,
    ]
