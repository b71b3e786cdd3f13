"""Assignment 10, parts 6 and 7: an Inception block and a sparse layer, and the ways to miss them."""

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnn_course import costs
from cnn_course.architectures import Row
from cnn_course.checks.core import Mistake
from cnn_course.conv import conv2d
from cnn_course.pool import average_pool2d, max_pool2d

# Part 6: an Inception block

Filters = dict[str, NDArray]
FILTERS = ("1x1", "3x3 reduce", "3x3", "5x5 reduce", "5x5", "pool")


def _layer(x: NDArray, w: NDArray) -> NDArray:
    return np.maximum(_linear(x, w), 0)


def _linear(x: NDArray, w: NDArray) -> NDArray:
    return conv2d(x, w, padding="same")


def _pool(x: NDArray) -> NDArray:
    return max_pool2d(x, 3, stride=1, padding="same")


def branches(x: NDArray, filters: Filters) -> list[NDArray]:
    """Return the answers of the four branches."""
    w = filters
    return [
        _layer(x, w["1x1"]),
        _layer(_layer(x, w["3x3 reduce"]), w["3x3"]),
        _layer(_layer(x, w["5x5 reduce"]), w["5x5"]),
        _layer(_pool(x), w["pool"]),
    ]


def inception(x: NDArray, filters: Filters) -> NDArray:
    """Return the four branches one behind the other along the channels: the target of part 6."""
    return np.concatenate(branches(x, filters), axis=-1)


def _with(place: int, branch: Callable[..., NDArray]) -> Callable[..., NDArray]:
    """Return a block with another branch in one place."""

    def block(x: NDArray, filters: Filters) -> NDArray:
        every = branches(x, filters)
        every[place] = branch(x, filters)
        return np.concatenate(every, axis=-1)

    return block


def _joined(join: Callable[[list[NDArray]], Any]) -> Callable[..., Any]:
    return lambda x, w: join(branches(x, w))


def _zero_padded_pool(x: NDArray) -> NDArray:
    framed = np.pad(x, ((0, 0), (1, 1), (1, 1), (0, 0)))
    return max_pool2d(framed, 3, stride=1)


def _channels_first(x: NDArray, w: Filters) -> NDArray:
    return np.moveaxis(inception(x, w), -1, 1).copy()


def _activated(
    reduced: Callable[[NDArray], NDArray], last: Callable[[NDArray], NDArray]
) -> Callable[..., NDArray]:
    """Return a block with other activations: after the reductions, and at the ends of the branches."""

    def block(x: NDArray, filters: Filters) -> NDArray:
        w = filters
        three = _linear(reduced(_linear(x, w["3x3 reduce"])), w["3x3"])
        five = _linear(reduced(_linear(x, w["5x5 reduce"])), w["5x5"])
        ends = [_linear(x, w["1x1"]), three, five, _linear(_pool(x), w["pool"])]
        return last(np.concatenate(ends, axis=-1))

    return block


def _relu(y: NDArray) -> NDArray:
    return np.maximum(y, 0)


INCEPTION_MISTAKES = (
    Mistake(
        "ReLU is missing after the two reductions; at the end of the branches it is right.",
        _activated(np.array, _relu),
    ),
    Mistake(
        "Only the reductions have a ReLU: all six convolutions have one.",
        _activated(_relu, np.array),
    ),
    Mistake(
        "There is no ReLU: each of the six convolutions is followed by max(0, y).",
        _activated(np.array, np.array),
    ),
    Mistake(
        "Negative answers have lost their sign. ReLU makes them zero.",
        _activated(np.abs, np.abs),
    ),
    Mistake(
        "ReLU is missing in the first branch, of the 1×1 convolution.",
        _with(0, lambda x, w: _linear(x, w["1x1"])),
    ),
    Mistake(
        "ReLU is missing after the reduction of the 3×3.",
        _with(1, lambda x, w: _layer(_linear(x, w["3x3 reduce"]), w["3x3"])),
    ),
    Mistake(
        "ReLU is missing after the 3×3 convolution.",
        _with(1, lambda x, w: _linear(_layer(x, w["3x3 reduce"]), w["3x3"])),
    ),
    Mistake(
        "ReLU is missing after the reduction of the 5×5.",
        _with(2, lambda x, w: _layer(_linear(x, w["5x5 reduce"]), w["5x5"])),
    ),
    Mistake(
        "ReLU is missing after the 5×5 convolution.",
        _with(2, lambda x, w: _linear(_layer(x, w["5x5 reduce"]), w["5x5"])),
    ),
    Mistake(
        "ReLU is missing in the branch of the pooling, after its convolution.",
        _with(3, lambda x, w: _linear(_pool(x), w["pool"])),
    ),
    Mistake(
        "The last branch does not pool: its 1×1 convolution sees the input itself.",
        _with(3, lambda x, w: _layer(x, w["pool"])),
    ),
    Mistake(
        "The last branch pools only: a 1×1 convolution follows, so that it has fewer channels.",
        _with(3, lambda x, w: _pool(x)),
    ),
    Mistake(
        "The last branch pools after its convolution: the pooling comes first.",
        _with(3, lambda x, w: _pool(_layer(x, w["pool"]))),
    ),
    Mistake(
        "The last branch pools the mean: the largest number is wanted.",
        _with(
            3,
            lambda x, w: _layer(
                average_pool2d(x, 3, stride=1, padding="same"), w["pool"]
            ),
        ),
    ),
    Mistake(
        "ReLU is applied to what the pooling gives: it belongs after the convolutions only.",
        _with(3, lambda x, w: _layer(_relu(_pool(x)), w["pool"])),
    ),
    Mistake(
        "The pooling is padded with zeros, which win over negative numbers: use the given `max_pool`.",
        _with(3, lambda x, w: _layer(_zero_padded_pool(x), w["pool"])),
    ),
    Mistake(
        "ReLU is applied to the input of the block: it belongs after the convolutions.",
        lambda x, w: inception(np.maximum(x, 0), w),
    ),
    Mistake(
        "The channels of the 3×3 and of the 5×5 are exchanged: 1×1, 3×3, 5×5, pooling is the order.",
        _joined(lambda b: np.concatenate([b[0], b[2], b[1], b[3]], axis=-1)),
    ),
    Mistake(
        "The branch of the pooling comes first: 1×1, 3×3, 5×5, pooling is the order.",
        _joined(lambda b: np.concatenate([b[3], *b[:3]], axis=-1)),
    ),
    Mistake(
        "The branches are in reverse order: 1×1, 3×3, 5×5, pooling.",
        _joined(lambda b: np.concatenate(b[::-1], axis=-1)),
    ),
    Mistake(
        "The branch of the pooling is missing.",
        _joined(lambda b: np.concatenate(b[:3], axis=-1)),
    ),
    Mistake(
        "The branch of the 5×5 is missing.",
        _joined(lambda b: np.concatenate([*b[:2], b[3]], axis=-1)),
    ),
    Mistake(
        "The input is put behind the four branches. It goes through them only.",
        lambda x, w: np.concatenate([*branches(x, w), x], axis=-1),
    ),
    Mistake(
        "The branches lie one below the other. They are joined along the channels, the last axis.",
        _joined(lambda b: np.concatenate(b, axis=1)),
    ),
    Mistake(
        "The branches lie side by side. They are joined along the channels, the last axis.",
        _joined(lambda b: np.concatenate(b, axis=2)),
    ),
    Mistake(
        "The branches became images of the batch. They are joined along the channels, the last axis.",
        _joined(lambda b: np.concatenate(b, axis=0)),
    ),
    Mistake(
        "The branches are added. They are put one behind the other along the channels.",
        _joined(lambda b: b[0] + b[1] + b[2] + b[3]),
    ),
    Mistake(
        "The branches stand on an axis of their own: `np.concatenate` joins along one that is there.",
        _joined(lambda b: np.stack(b, axis=-1)),
    ),
    Mistake(
        "The four branches come as a list. Join them to one array along the channels.",
        branches,
    ),
    Mistake(
        "The channels stand before height and width. They are the last axis.",
        _channels_first,
    ),
    Mistake(
        "Only the first image of the batch is answered.",
        lambda x, w: inception(x[:1], w),
    ),
)

# Part 7: a table of connections


def sparse_parameters(table: NDArray[np.bool_], kernel: int) -> list[int]:
    """Count what each output map learns that sees some of the inputs: the target of part 7."""
    seen = [tuple(np.flatnonzero(column).tolist()) for column in table.T]
    rows = [Row("one", "conv", len(maps), 1, kernel) for maps in seen]
    return [costs.parameters(row) for row in rows]


def _per_map(count: Callable[[Any, int], Any], axis: int = 0) -> Callable[..., list]:
    """Return a function of how many inputs each map sees, and the kernel."""
    return lambda table, kernel: [count(n, kernel) for n in table.sum(axis).tolist()]


def _from_first_to_last(table: NDArray[np.bool_], kernel: int) -> list[int]:
    spans = []
    for column in table.T:
        seen = np.flatnonzero(column)
        spans.append(int(seen[-1] - seen[0]) + 1 if len(seen) else 0)
    return [n * kernel**2 + 1 for n in spans]


SPARSE_MISTAKES = (
    Mistake(
        "The biases are missing: each output map has one.",
        _per_map(lambda n, k: n * k**2),
    ),
    Mistake(
        "Each connection gets a bias. There is one for each output map.",
        _per_map(lambda n, k: n * (k**2 + 1)),
    ),
    Mistake(
        "The table is read by its rows: a column is an output map, and lists what it sees.",
        _per_map(lambda n, k: n * k**2 + 1, axis=1),
    ),
    Mistake(
        "The kernel counts once. It is as high as it is wide: kernel × kernel.",
        _per_map(lambda n, k: n * k + 1),
    ),
    Mistake(
        "Power is written `**`: `^` is another operation.",
        _per_map(lambda n, k: n * (k ^ 2) + 1),
    ),
    Mistake(
        "The kernel is left out: each connection has kernel × kernel weights.",
        _per_map(lambda n, k: n + 1),
    ),
    Mistake("These are the numbers of connections.", _per_map(lambda n, k: n)),
    Mistake(
        "Each output map sees all inputs here: only those with a True count.",
        lambda table, k: [len(table) * k**2 + 1] * table.shape[1],
    ),
    Mistake(
        "The inputs that a map does not see are counted: count the True.",
        lambda table, k: sparse_parameters(~table, k),
    ),
    Mistake(
        "However many inputs a map sees, it gets one kernel. Each connection has a kernel of its own.",
        _per_map(lambda n, k: min(n, 1) * k**2 + 1),
    ),
    Mistake(
        "All inputs from the first to the last that a map sees are counted: there can be gaps.",
        _from_first_to_last,
    ),
    Mistake(
        "This is the sum. One number for each output map is wanted.",
        lambda table, k: sum(sparse_parameters(table, k)),
    ),
    Mistake(
        "The numbers grow from map to map: each is to be counted by itself.",
        lambda table, k: list(itertools.accumulate(sparse_parameters(table, k))),
    ),
    Mistake(
        "Each map gets a bias for every input of the table. There is one for each output map.",
        lambda table, k: [n * k**2 + len(table) for n in table.sum(0).tolist()],
    ),
    Mistake(
        "Each map gets all biases of the layer. It has one of its own.",
        lambda table, k: [n * k**2 + table.shape[1] for n in table.sum(0).tolist()],
    ),
    Mistake(
        "The numbers of inputs are squared too. Only the kernel is: it is as high as it is wide.",
        _per_map(lambda n, k: (n * k) ** 2 + 1),
    ),
    Mistake(
        "Maps that see nothing are left out: such a map still has its bias.",
        _per_map(lambda n, k: n * k**2 + 1 if n else 0),
    ),
    Mistake(
        "Only the first map is counted: is `return` indented into the loop?",
        lambda table, k: sparse_parameters(table, k)[:1],
    ),
    Mistake(
        "The numbers have decimals. A count is whole.",
        _per_map(lambda n, k: float(n * k**2 + 1)),
    ),
)
