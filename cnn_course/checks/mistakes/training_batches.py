"""Assignment 8, part 2: batches of images.

Any way to shuffle is right, so no numbers are compared: only what is true of all right answers.
"""

from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Case, Mistake
from cnn_course.checks.failures import CheckFailed
from cnn_course.checks.report import argument
from cnn_course.checks.summaries import summary

Function = Callable[..., Any]
ENOUGH = 20  # images for a look at their order


def batches(n: int, size: int, seed: int) -> list[NDArray]:
    """Deal the numbers 0 to n - 1 out, in an order that the seed decides: one right answer of many."""
    return cut(shuffled(n, seed), size)


def shuffled(n: int, seed: int) -> NDArray:
    """Return the numbers 0 to n - 1 in an order that the seed decides."""
    return np.random.default_rng(seed).permutation(n)


def cut(order: NDArray, size: int) -> list[NDArray]:
    """Cut a row of numbers into batches, the last one smaller if need be."""
    return [order[i : i + size] for i in range(0, len(order), size)]


def rows(value: Any, n: int) -> list[NDArray] | None:
    """Return a student's batches as a list of arrays with one axis, or None if they are none.

    A row of numbers that is not cut at all is taken for batches of one.
    """
    endless = hasattr(value, "__next__")  # a generator may be
    if endless or (isinstance(value, np.ndarray) and value.ndim):
        value = list(islice(value, n + 2))
    if not isinstance(value, list | tuple):
        return None
    found = [np.atleast_1d(np.asarray(row)) for row in value]
    return found if all(row.ndim == 1 for row in found) else None


def sizes(deal: Function) -> Function:
    """Return a function that tells how large the batches are that ``deal`` makes."""

    def sizes_of(n: int, size: int, seed: int) -> Any:
        dealt = deal(n, size, seed)
        found = rows(dealt, n)
        return dealt if found is None else np.array([len(row) for row in found], int)

    sizes_of.__name__ = getattr(deal, "__name__", "batches")
    return sizes_of


def _filled_up(n: int, size: int, seed: int) -> list[NDArray]:
    order = shuffled(n, seed)
    return cut(np.concatenate([order, order[: -n % size]]), size)


SIZE_MISTAKES = (
    Mistake(
        "The last, smaller batch is missing: its images would never be learned from.",
        lambda n, size, seed: cut(shuffled(n, seed)[: n // size * size], size),
    ),
    Mistake(
        "The last batch is filled up with images that had their turn. It may be smaller.",
        _filled_up,
    ),
    Mistake(
        "`size` is taken for the number of batches. It is the number of images in each.",
        lambda n, size, seed: np.array_split(shuffled(n, seed), size),
    ),
    Mistake(
        "The images are shared out evenly. Every batch but the last has `size` images.",
        lambda n, size, seed: np.array_split(shuffled(n, seed), -(-n // size)),
    ),
    Mistake(
        "All images are in one batch.",
        lambda n, size, seed: [shuffled(n, seed)],
    ),
    Mistake(
        "There is an empty batch at the end where `size` divides n.",
        lambda n, size, seed: [
            shuffled(n, seed)[i : i + size] for i in range(0, n + 1, size)
        ],
    ),
    Mistake(
        "Each batch has one image too many, the first of the next batch.",
        lambda n, size, seed: [
            shuffled(n, seed)[i : i + size + 1] for i in range(0, n, size)
        ],
    ),
    Mistake(
        "Each batch lacks one image: the end of a slice is left out by itself.",
        lambda n, size, seed: [
            shuffled(n, seed)[i : i + size - 1] for i in range(0, n, size)
        ],
    ),
    Mistake(
        "The images are not cut into batches: each stands alone.",
        lambda n, size, seed: cut(shuffled(n, seed), 1),
    ),
    Mistake(
        "The smaller batch comes first; it comes last.",
        lambda n, size, seed: batches(n, size, seed)[::-1],
    ),
    Mistake(
        "Only the first batch is returned.",
        lambda n, size, seed: batches(n, size, seed)[:1],
    ),
    Mistake(
        "Batches begin at every image, so they overlap: go on by `size`.",
        lambda n, size, seed: [shuffled(n, seed)[i : i + size] for i in range(n)],
    ),
)


class Dealt(NamedTuple):
    """Batches of the right sizes: of a seed, of the same seed again, and of another one."""

    batches: list[NDArray]
    again: list[NDArray]
    other: list[NDArray]

    @property
    def order(self) -> NDArray:
        """All numbers, batch after batch."""
        return np.concatenate(self.batches)


class Fault(NamedTuple):
    """Something that is true of wrong batches only, and what is said of it."""

    says: str
    found: Callable[[Dealt], bool]
    always: bool = False  # whether all cases must show it


def _equal(a: list[NDArray], b: list[NDArray]) -> bool:
    return len(a) == len(b) and all(map(np.array_equal, a, b))


def _neighbours(dealt: Dealt) -> bool:
    """Return whether every batch holds numbers that follow each other, in any order."""
    large = [np.sort(batch) for batch in dealt.batches if len(batch) > 1]
    return (
        len(dealt.batches) > 1
        and bool(large)
        and all(np.all(np.diff(batch) == 1) for batch in large)
    )


def _alike(dealt: Dealt) -> bool:
    first = np.sort(dealt.batches[0])
    return len(dealt.batches) > 2 and np.array_equal(first, np.sort(dealt.batches[1]))


# The special before the general; what comes later may rely on what comes before.
FAULTS = (
    Fault(
        "The numbers of images must be whole numbers, to index with.",
        lambda d: any(batch.dtype.kind not in "iu" for batch in d.batches),
    ),
    Fault(
        "The images are counted from 1; the first has the number 0.",
        lambda d: np.array_equal(np.sort(d.order), np.arange(1, d.order.size + 1)),
    ),
    Fault("Every batch holds the same images.", _alike),
    Fault(
        "Some images come twice and others not at all: shuffle all numbers once, then cut.",
        lambda d: len(np.unique(d.order)) < d.order.size,
    ),
    Fault(
        "Some numbers belong to no image: they go from 0 to n − 1.",
        lambda d: d.order.min() < 0 or d.order.max() >= d.order.size,
    ),
    Fault(
        "Nothing is shuffled.",
        lambda d: np.array_equal(d.order, np.arange(d.order.size)),
        always=True,
    ),
    Fault(
        "The order is turned round, but not shuffled.",
        lambda d: np.array_equal(d.order, np.arange(d.order.size)[::-1]),
        always=True,
    ),
    Fault(
        "Images that are neighbours stay in one batch: shuffle all of them first, then cut.",
        _neighbours,
    ),
    Fault(
        "The same seed gives other batches each time: make the generator from `seed`.",
        lambda d: not _equal(d.batches, d.again),
    ),
    Fault(
        "Every seed gives the same batches: make the generator from `seed`.",
        lambda d: _equal(d.batches, d.other),
    ),
)


def _one_by_one(n: int, size: int, seed: int) -> list[NDArray]:
    return cut(np.random.default_rng(seed).integers(0, n, n), size)


def _same_again(n: int, size: int, seed: int) -> list[NDArray]:
    order = shuffled(n, seed)
    return [order[: len(batch)] for batch in cut(order, size)]


def _order_of_batches(n: int, size: int, seed: int) -> list[NDArray]:
    *full, last = cut(np.arange(n), size)
    return [full[i] for i in shuffled(len(full), seed)] + [last]


def _inside_batches(n: int, size: int, seed: int) -> list[NDArray]:
    rng = np.random.default_rng(seed)
    return [rng.permutation(batch) for batch in cut(np.arange(n), size)]


WRONG_ORDERS: tuple[tuple[str, Function], ...] = (
    ("whole numbers", lambda n, size, seed: cut(shuffled(n, seed) * 1.0, size)),
    ("from 1", lambda n, size, seed: cut(shuffled(n, seed) + 1, size)),
    ("Every batch", _same_again),
    ("come twice", _one_by_one),
    ("to no image", lambda n, size, seed: cut(shuffled(n, seed) - 1, size)),
    ("Nothing is", lambda n, size, seed: cut(np.arange(n), size)),
    ("turned round", lambda n, size, seed: cut(np.arange(n)[::-1], size)),
    ("neighbours", _order_of_batches),
    ("neighbours", _inside_batches),
    ("other batches", lambda n, size, seed: cut(np.random.permutation(n), size)),
    ("Every seed", lambda n, size, seed: batches(n, size, 0)),
)


def _named(words: str) -> str:
    (says,) = (fault.says for fault in FAULTS if words in fault.says)
    return says


BATCH_MISTAKES = SIZE_MISTAKES + tuple(
    Mistake(_named(words), wrong) for words, wrong in WRONG_ORDERS
)


def require_order(deal: Function, cases: Sequence[Case]) -> None:
    """Look at batches of the right sizes; raise with the first fault that they have.

    Raises:
        CheckFailed: naming the fault, and showing the batches that have it.
    """
    # Few images can lie in any order by chance.
    cases = [case for case in cases if case.arguments[0] >= ENOUGH]
    dealt = [_dealt(deal, *case.arguments) for case in cases]
    for fault in FAULTS:
        found = [fault.found(one) for one in dealt]
        if all(found) if fault.always else any(found):
            place = found.index(True)
            raise _shown(fault.says, cases[place], dealt[place])


def _shown(says: str, case: Case, dealt: Dealt) -> CheckFailed:
    told = f"Not yet: batches. {says}"
    names = zip(("n", "size", "seed"), case.arguments, strict=True)
    lines = [
        *(told, "", f"The case: {case.what}."),
        *(argument(name, value) for name, value in names),
        *("", "yours:", *(f"  {summary(batch.tolist())}" for batch in dealt.batches)),
    ]
    return CheckFailed("\n".join(lines), told=told, mistake=says)


def _dealt(deal: Function, n: int, size: int, seed: int) -> Dealt:
    found = [rows(deal(n, size, s), n) or [] for s in (seed, seed, seed + 1)]
    wanted = [len(batch) for batch in batches(n, size, seed)]
    if any([len(batch) for batch in one] != wanted for one in found):
        raise CheckFailed(
            "Not yet: batches. It gives batches of other sizes when it is called again."
        )
    return Dealt(*found)
