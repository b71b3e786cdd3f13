"""Assignment 10, part 3: multiply-accumulates along a table, and the ways to miscount them.

A walk goes through the rows with the (height, width) of the maps; a mistake changes one step of it.
"""

import itertools
from collections.abc import Callable

from cnn_course import costs
from cnn_course.architectures import Row
from cnn_course.checks.core import Mistake
from cnn_course.checks.mistakes.architectures_parameters import Table, rows_of, weights

Size = tuple[int, int]
Along = Callable[[int, Row], int]  # from a size along one axis to the next
Work = Callable[[Row, Size, Size], float]  # of a row, from the sizes before and after


def count_macs(table: Table, size: Size) -> list[int]:
    """Count the multiply-accumulates of each row, for one image (H, W): the target of part 3."""
    rows = rows_of(table)
    shape: tuple[int, ...] = (*size, rows[0].inputs)
    counts = []
    for row in rows:
        counts.append(costs.macs(row, shape))
        shape = costs.output_shape(row, shape)
    return counts


def _fits(n: int, row: Row) -> int:
    return (n + 2 * row.padding - row.kernel) // row.stride + 1


def _work(row: Row, before: Size, after: Size) -> int:
    if row.kind == "dense":
        return weights(row)
    return after[0] * after[1] * weights(row) if row.kind == "conv" else 0


def _walk(
    along: Along = _fits, work: Work = _work, carried: bool = True
) -> Callable[[Table, Size], list]:
    def counted(table: Table, size: Size) -> list:
        counts = []
        for row in rows_of(table):
            before = size
            after = along(before[0], row), along(before[1], row)
            counts.append(work(row, before, after))
            size = after if carried else before
        return counts

    return counted


def _convolved(work: Work) -> Callable[[Table, Size], list]:
    """Return a walk that counts convolutions in another way."""

    def counted(row: Row, before: Size, after: Size) -> float:
        counts = work if row.kind == "conv" else _work
        return counts(row, before, after)

    return _walk(work=counted)


def _pooled(along: Along) -> Along:
    """Change the size after pooling only."""
    return lambda n, row: along(n, row) if row.kind.endswith("pool") else _fits(n, row)


def _with_biases(row: Row, before: Size, after: Size) -> int:
    places = after[0] * after[1] if row.kind == "conv" else 1
    learns = row.kind in ("conv", "dense")
    return _work(row, before, after) + places * row.outputs * learns


def _width_of_the_height(table: Table, size: Size) -> list[int]:
    counts = []
    for row in rows_of(table):
        height = _fits(size[0], row)
        after = height, _fits(height, row)
        counts.append(_work(row, size, after))
        size = after
    return counts


MAC_MISTAKES = (
    Mistake(
        "These are the weights. Each is used once at every place of the window: multiply by the places.",
        _convolved(lambda r, before, after: weights(r)),
    ),
    Mistake(
        "The places are counted on the maps that go in. The window has as many as the maps that come out.",
        _convolved(lambda r, before, after: before[0] * before[1] * weights(r)),
    ),
    Mistake(
        "Every row is counted on the image: its maps are those that come out of the row before.",
        _walk(carried=False),
    ),
    Mistake(
        "The padding is ignored.",
        _walk(lambda n, r: (n - r.kernel) // r.stride + 1),
    ),
    Mistake(
        "The padding stands on both sides: it counts twice.",
        _walk(lambda n, r: (n + r.padding - r.kernel) // r.stride + 1),
    ),
    Mistake(
        "The stride is ignored.", _walk(lambda n, r: n + 2 * r.padding - r.kernel + 1)
    ),
    Mistake(
        "The stride of the pooling is ignored.",
        _walk(_pooled(lambda n, r: n + 2 * r.padding - r.kernel + 1)),
    ),
    Mistake(
        "Pooling leaves the maps as large as they were. It makes them smaller for the rows that follow.",
        _walk(_pooled(lambda n, r: n)),
    ),
    Mistake(
        "Average pooling leaves the maps as large as they were. It makes them smaller, too.",
        _walk(lambda n, r: n if r.kind == "average_pool" else _fits(n, r)),
    ),
    Mistake(
        "The width is worked out from the new height: start from the width before.",
        _width_of_the_height,
    ),
    Mistake(
        "Pooling divides by its stride. A window may overlap: use the same formula as for a convolution.",
        _walk(_pooled(lambda n, r: n // r.stride)),
    ),
    Mistake(
        "Convolutions leave the maps as large as they were: only some paddings do that.",
        _walk(lambda n, r: _fits(n, r) if r.kind.endswith("pool") else n),
    ),
    Mistake(
        "You round up. A window that does not fit entirely is left out: round down.",
        _walk(lambda n, r: -(-(n + 2 * r.padding - r.kernel) // r.stride) + 1),
    ),
    Mistake(
        "The + 1 is missing in the size: the first place counts too.",
        _walk(lambda n, r: (n + 2 * r.padding - r.kernel) // r.stride),
    ),
    Mistake(
        "The groups are ignored: a filter sees inputs / groups channels only.",
        _convolved(
            lambda r, before, after: (
                after[0] * after[1] * r.kernel**2 * r.inputs * r.outputs
            )
        ),
    ),
    Mistake(
        "The kernel counts once. It is as high as it is wide: kernel × kernel.",
        _convolved(
            lambda r, before, after: after[0] * after[1] * weights(r) // r.kernel
        ),
    ),
    Mistake(
        "The inputs are left out: a window has a slice of each channel that its filter sees.",
        _convolved(
            lambda r, before, after: after[0] * after[1] * r.kernel**2 * r.outputs
        ),
    ),
    Mistake(
        "The outputs are left out: this is the work of one filter.",
        _convolved(
            lambda r, before, after: after[0] * after[1] * weights(r) // r.outputs
        ),
    ),
    Mistake(
        "The places are height + width: they are height × width.",
        _convolved(lambda r, before, after: (after[0] + after[1]) * weights(r)),
    ),
    Mistake(
        "The height counts for the width too: the maps need not be square.",
        _convolved(lambda r, before, after: after[0] ** 2 * weights(r)),
    ),
    Mistake(
        "The width counts for the height too: the maps need not be square.",
        _convolved(lambda r, before, after: after[1] ** 2 * weights(r)),
    ),
    Mistake(
        "The biases are counted. A bias is added, and nothing is multiplied for it.",
        _walk(work=_with_biases),
    ),
    Mistake(
        "Pooling rows are counted like convolutions. They multiply nothing: 0.",
        _walk(
            work=lambda r, before, after: (
                after[0] * after[1] * weights(r) if r.kind != "dense" else weights(r)
            )
        ),
    ),
    Mistake(
        "Average pooling is counted like a convolution. It multiplies nothing: 0.",
        _walk(
            work=lambda r, before, after: (
                after[0] * after[1] * weights(r)
                if r.kind == "average_pool"
                else _work(r, before, after)
            )
        ),
    ),
    Mistake(
        "Pooling rows are counted by the pixels that they compare. They multiply nothing: 0.",
        _walk(
            work=lambda r, before, after: (
                after[0] * after[1] * r.kernel**2 * r.inputs
                if r.kind.endswith("pool")
                else _work(r, before, after)
            )
        ),
    ),
    Mistake(
        "Dense rows are multiplied by the places. Their inputs are all numbers of all maps already.",
        _walk(
            work=lambda r, before, after: (
                before[0] * before[1] * weights(r)
                if r.kind == "dense"
                else _work(r, before, after)
            )
        ),
    ),
    Mistake(
        "Dense rows count nothing here. They have one multiply-accumulate for each weight.",
        _walk(
            work=lambda r, before, after: (
                _work(r, before, after) if r.kind == "conv" else 0
            )
        ),
    ),
    Mistake(
        "All is twice what it should be: a multiplication and its addition count as one.",
        lambda table, size: [2 * count for count in count_macs(table, size)],
    ),
    Mistake(
        "The rows that multiply nothing are missing from the list: they have a 0.",
        lambda table, size: [count for count in count_macs(table, size) if count],
    ),
    Mistake(
        "This is the sum. A list with one number for each row is wanted.",
        lambda table, size: sum(count_macs(table, size)),
    ),
    Mistake(
        "The numbers grow from row to row: each row is to be counted by itself.",
        lambda table, size: list(itertools.accumulate(count_macs(table, size))),
    ),
    Mistake(
        "Only the first row is counted: is `return` indented into the loop?",
        lambda table, size: count_macs(table, size)[:1],
    ),
    Mistake(
        "The numbers have decimals. A count is whole: divide with `//`.",
        lambda table, size: [float(count) for count in count_macs(table, size)],
    ),
)
