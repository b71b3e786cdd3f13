"""How much memory a convolution's training step takes beyond its input and output, and how that grows."""

import itertools
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from numpy.typing import NDArray

from benchmarks.cases import Convolution, draw_inputs
from benchmarks.contenders import ours

NAME = "Memory"
CASE = Convolution(NAME, (64, 56, 56, 64), 64, 3, padding=1)
BATCHES = (16, 32, 64)
MEGABYTE = 1e6


class Use(NamedTuple):
    """A step's memory in MB (10⁶ bytes), the batch's x, w, b and dy not counted.

    ``results`` are the arrays that it returns, y, dx, dw and db; ``peak`` is the most that it holds
    at once, results included; ``beyond`` is peak - results.
    """

    batch: int
    peak: float
    results: float

    @property
    def beyond(self) -> float:
        """What the step holds besides its results; never less than zero."""
        return max(0.0, self.peak - self.results)


def measure(case: Convolution = CASE, batches: tuple[int, ...] = BATCHES) -> list[Use]:
    """Run a step of each batch size once, and return what it used."""
    found = []
    for batch in batches:
        smaller = replace(case, images=(batch, *case.images[1:]))
        (task,) = ours.tasks(smaller, draw_inputs(smaller)).values()
        peak, results = _traced(task.run)
        found.append(Use(batch, peak / MEGABYTE, results / MEGABYTE))
    return found


def growth(uses: list[Use]) -> float:
    """Return the largest factor by which the peak grows for each doubling of the batch: 2 if linear.

    >>> growth([Use(1, 12.0, 0.0), Use(2, 14.0, 0.0), Use(8, 56.0, 0.0)])
    2.0
    """
    return max(
        2 * (b.peak / a.peak) / (b.batch / a.batch) for a, b in itertools.pairwise(uses)
    )


def _traced(run: Callable[[], list[NDArray]]) -> tuple[int, int]:
    """Return the bytes that ``run`` allocates at its peak, and those of the arrays it returns."""
    run()  # what is kept for good belongs to no step
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        results = run()
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return peak - before, sum(array.nbytes for array in results)
