"""A fair clock: contenders in turns, one thread each, and the median of what they took."""

import gc
import random
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

import threadpoolctl


class Spread(NamedTuple):
    """The median of repeated measurements and their quartiles, in one unit."""

    median: float
    lower: float
    upper: float


def interleaved(
    runs: Mapping[str, Callable[[], Any]],
    repeats: int,
    clock: Callable[[], int] = time.process_time_ns,
    seed: int = 0,
    tick: Callable[[], Any] = lambda: None,
) -> dict[str, list[int]]:
    """Time every run ``repeats`` times: in each round all of them, in a new random order.

    Args:
        runs: what to time, by name; warmed up already.
        clock: nanoseconds; the process's CPU time unless a test brings its own.
        tick: called after every run, for a progress bar.

    Returns:
        The nanoseconds of each, in the order of the rounds.
    """
    order, shuffle = list(runs), random.Random(seed).shuffle
    times: dict[str, list[int]] = {name: [] for name in runs}
    with _no_garbage_collection():
        for _ in range(repeats):
            shuffle(order)
            for name in order:
                start = clock()
                runs[name]()
                times[name].append(clock() - start)
                tick()
    return times


def spread(numbers: list[float]) -> Spread:
    """Return the median and the quartiles; of a single number all three are that number.

    >>> spread([4.0, 1.0, 2.0, 3.0, 5.0])
    Spread(median=3.0, lower=2.0, upper=4.0)
    """
    if len(numbers) == 1:
        return Spread(*numbers * 3)
    lower, median, upper = statistics.quantiles(numbers, n=4, method="inclusive")
    return Spread(median, lower, upper)


def set_threads(count: int, libraries: Mapping[str, Any]) -> None:
    """Give NumPy and every imported library ``count`` threads for the rest of the process.

    Args:
        libraries: the imported modules by name; "torch" and "tensorflow" have threads of their own.

    Raises:
        RuntimeError: a library has computed already, and keeps the threads it has.
    """
    threadpoolctl.threadpool_limits(count)
    if "torch" in libraries:
        libraries["torch"].set_num_threads(count)
        libraries["torch"].set_num_interop_threads(count)
    if "tensorflow" in libraries:
        threading = libraries["tensorflow"].config.threading
        threading.set_intra_op_parallelism_threads(count)
        threading.set_inter_op_parallelism_threads(count)


def threads(libraries: Mapping[str, Any]) -> dict[str, int]:
    """Ask every library how many threads it computes with."""
    found = {
        pool["internal_api"]: pool["num_threads"]
        for pool in threadpoolctl.threadpool_info()
    }
    if "torch" in libraries:
        found["torch"] = libraries["torch"].get_num_threads()
    if "tensorflow" in libraries:
        threading = libraries["tensorflow"].config.threading
        found["tensorflow"] = threading.get_intra_op_parallelism_threads()
    return found


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    # Collected now, and not within the time of whoever happens to run when it is due.
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
