"""Assignment 10, parts 1 and 2: parameters along a table, and the ways to miscount them.

A table is a tuple of rows (kind, inputs, outputs, kernel, stride, padding, groups).
"""

import itertools
from collections.abc import Callable

from cnn_course import costs
from cnn_course.architectures import Architecture, Row
from cnn_course.checks.core import Mistake

PlainRow = tuple[str, int, int, int, int, int, int]
Table = tuple[PlainRow, ...]


KINDS = ("conv", "dense", "max_pool", "average_pool")


def plain(model: Architecture) -> Table:
    """Return the rows of a model that students count."""
    return tuple(row[1:8] for row in model.rows if row.kind in KINDS)


def rows_of(table: Table) -> list[Row]:
    """Return the rows of a table with names for their numbers."""
    return [Row("row", *plain) for plain in table]


def count_parameters(table: Table) -> list[int]:
    """Count the numbers that each row learns: the target of part 2."""
    return [costs.parameters(row) for row in rows_of(table)]


def weights(row: Row) -> int:
    """Count a row's weights, without biases."""
    return row.kernel**2 * (row.inputs // row.groups) * row.outputs


def _learned(count: Callable[[Row], float]) -> Callable[[Table], list]:
    """Return a function that counts convolutions and dense rows, and nothing else."""

    def counted(table: Table) -> list:
        return [
            count(row) if row.kind in ("conv", "dense") else 0 for row in rows_of(table)
        ]

    return counted


def _pooling(count: Callable[[Row], int]) -> Callable[[Table], list[int]]:
    """Return a function that counts pooling wrongly, and all else rightly."""

    def counted(table: Table) -> list[int]:
        return [
            count(row) if row.kind.endswith("pool") else costs.parameters(row)
            for row in rows_of(table)
        ]

    return counted


def _of_kind(kind: str, count: Callable[[Row], int]) -> Callable[[Table], list[int]]:
    def counted(table: Table) -> list[int]:
        return [
            count(row) if row.kind == kind else costs.parameters(row)
            for row in rows_of(table)
        ]

    return counted


PARAMETER_MISTAKES = (
    Mistake(
        "The biases are missing: each output has one, in convolutions and in dense layers.",
        _learned(weights),
    ),
    Mistake(
        "Convolutions are right; the biases of the dense layers are missing.",
        _of_kind("dense", weights),
    ),
    Mistake(
        "Dense layers are right; the biases of the convolutions are missing.",
        _of_kind("conv", weights),
    ),
    Mistake(
        "The groups are ignored: a filter sees inputs / groups channels only.",
        _learned(lambda r: r.kernel**2 * r.inputs * r.outputs + r.outputs),
    ),
    Mistake(
        "The groups divide the inputs and the outputs. There are still as many filters; each is thinner.",
        _learned(
            lambda r: (
                r.kernel**2 * (r.inputs // r.groups) * (r.outputs // r.groups)
                + r.outputs
            )
        ),
    ),
    Mistake(
        "The groups divide the outputs once more: biases there are as many as outputs.",
        _learned(lambda r: weights(r) + r.outputs // r.groups),
    ),
    Mistake(
        "The groups are multiplied with: they make a layer smaller.",
        _learned(lambda r: r.kernel**2 * r.inputs * r.groups * r.outputs + r.outputs),
    ),
    Mistake(
        "Each layer gets one bias. It has one for each output.",
        _learned(lambda r: weights(r) + 1),
    ),
    Mistake(
        "Each pair of an input and an output channel gets a bias. There is one for each output.",
        _learned(lambda r: weights(r) + r.inputs // r.groups * r.outputs),
    ),
    Mistake(
        "The biases are counted by the inputs: they belong to the outputs.",
        _learned(lambda r: weights(r) + r.inputs),
    ),
    Mistake(
        "Each weight gets a bias: the count is twice that of the weights.",
        _learned(lambda r: 2 * weights(r)),
    ),
    Mistake(
        "The kernel counts once. It is as high as it is wide: kernel × kernel.",
        _learned(lambda r: r.kernel * (r.inputs // r.groups) * r.outputs + r.outputs),
    ),
    Mistake(
        "The kernel counts twice, kernel + kernel: multiply height and width.",
        _learned(
            lambda r: 2 * r.kernel * (r.inputs // r.groups) * r.outputs + r.outputs
        ),
    ),
    Mistake(
        "The inputs are left out: a filter has a slice for each channel that it sees.",
        _learned(lambda r: r.kernel**2 * r.outputs + r.outputs),
    ),
    Mistake(
        "This is one filter. There are as many as outputs.",
        _learned(lambda r: r.kernel**2 * (r.inputs // r.groups) + 1),
    ),
    Mistake(
        "One filter's weights are counted, and all biases: each output has weights of its own.",
        _learned(lambda r: r.kernel**2 * (r.inputs // r.groups) + r.outputs),
    ),
    Mistake(
        "Inputs and outputs are added: each input is joined to each output, so multiply.",
        _learned(
            lambda r: r.kernel**2 * (r.inputs // r.groups + r.outputs) + r.outputs
        ),
    ),
    Mistake(
        "Pooling rows are counted like convolutions. Pooling learns nothing.",
        _pooling(lambda r: weights(r) + r.outputs),
    ),
    Mistake(
        "Pooling rows are counted by the pixels of their window. Pooling learns nothing.",
        _pooling(lambda r: r.kernel**2),
    ),
    Mistake(
        "Pooling rows are counted by their channels. Pooling learns nothing.",
        _pooling(lambda r: r.outputs),
    ),
    Mistake(
        "Average pooling is counted like a convolution. It learns nothing either.",
        _of_kind("average_pool", lambda r: weights(r) + r.outputs),
    ),
    Mistake(
        "Power is written `**`: `^` is another operation.",
        _learned(
            lambda r: (r.kernel ^ 2) * (r.inputs // r.groups) * r.outputs + r.outputs
        ),
    ),
    Mistake(
        "Dense rows count nothing here. They have inputs × outputs weights, and biases.",
        _of_kind("dense", lambda r: 0),
    ),
    Mistake(
        "The rows that learn nothing are missing from the list: they have a 0.",
        lambda table: [count for count in count_parameters(table) if count],
    ),
    Mistake(
        "This is the sum. A list with one number for each row is wanted.",
        lambda table: sum(count_parameters(table)),
    ),
    Mistake(
        "The numbers grow from row to row: each row is to be counted by itself.",
        lambda table: list(itertools.accumulate(count_parameters(table))),
    ),
    Mistake(
        "Only the first row is counted: is `return` indented into the loop?",
        lambda table: count_parameters(table)[:1],
    ),
    Mistake(
        "The numbers have decimals. A count is whole: divide with `//`.",
        _learned(lambda r: r.kernel**2 * r.inputs / r.groups * r.outputs + r.outputs),
    ),
)
