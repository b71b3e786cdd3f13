"""Checks of assignment 10: architectures."""

from collections.abc import Callable
from math import prod
from typing import Any

import numpy as np

from cnn_course.architectures import (
    ALEXNET,
    LENET5_C3,
    LENET5_DENSE,
    VGG16,
    Architecture,
)
from cnn_course.checks.core import Case, check, floats, random
from cnn_course.checks.mistakes.architectures_blocks import (
    FILTERS,
    INCEPTION_MISTAKES,
    SPARSE_MISTAKES,
    inception,
    sparse_parameters,
)
from cnn_course.checks.mistakes.architectures_fields import (
    FIELD_MISTAKES,
    INPUT_MISTAKES,
    input_sizes,
    receptive_fields,
)
from cnn_course.checks.mistakes.architectures_macs import MAC_MISTAKES, count_macs
from cnn_course.checks.mistakes.architectures_parameters import (
    PARAMETER_MISTAKES,
    Table,
    count_parameters,
    plain,
)
from cnn_course.checks.mistakes.architectures_predictions import (
    BY_HAND,
    MAC_HINTS,
    PARAMETER_HINTS,
    check_layer,
    wrong_counts,
)
from cnn_course.checks.predictions import check_prediction
from cnn_course.checks.progress import part
from cnn_course.shapes import output_size

# Part 1: predictions


@part
def check_by_hand(
    conv_64_128: Any, two_3x3: Any, one_5x5: Any, direct_5x5: Any, reduced_5x5: Any
) -> None:
    """Check five counts that a student makes by hand."""
    values = (conv_64_128, two_3x3, one_5x5, direct_5x5, reduced_5x5)
    for (name, table), value in zip(BY_HAND.items(), values, strict=True):
        target = sum(count_parameters(table))
        check_prediction(name, value, target, wrong_counts(table))


@part
def check_largest(most_parameters: Any, most_macs: Any) -> None:
    """Check where a student expects AlexNet's most parameters, and its most work."""
    table, (h, w, _) = plain(ALEXNET), ALEXNET.input_shape
    check_layer(
        "most_parameters", most_parameters, count_parameters(table), PARAMETER_HINTS
    )
    check_layer("most_macs", most_macs, count_macs(table, (h, w)), MAC_HINTS)


# Parts 2 and 3: tables


def _drawn(rng: np.random.Generator) -> tuple[Table, tuple[int, int]]:
    """Draw a small network with two groups, and the size of an image that goes through it."""
    h = int(rng.integers(13, 20))
    w = h + int(rng.integers(1, 4))
    c, half, units = (int(n) for n in rng.integers((1, 2, 3), (5, 6, 12)))
    k, s, p, window = (int(n) for n in rng.integers((3, 1, 0, 2), (6, 3, 3, 4)))
    maps, filters = 2 * half, 2 * int(rng.integers(6, 9))
    rows: list[Any] = [
        ("conv", c, maps, k, s, p, 1),
        ("max_pool", maps, maps, window, 2, 0, 1),
        ("conv", maps, filters, 3, 1, 1, 2),
    ]
    sizes = (output_size(output_size(n, k, s, p), window, 2) for n in (h, w))
    places = prod(sizes)
    rows += [
        ("dense", places * filters, units, 1, 1, 0, 1),
        ("dense", units, 10, 1, 1, 0, 1),
    ]
    return tuple(rows), (h, w)


@part
def check_count_parameters(answer: Callable[..., Any]) -> None:
    """Check the parameters of each row, with groups, pooling and dense layers."""
    rng = random()
    pooled = (("max_pool", 2, 2, 2, 2, 0, 1), ("conv", 2, 6, 5, 1, 0, 1))
    averaged = (("average_pool", 5, 5, 2, 2, 0, 1), ("dense", 30, 7, 1, 1, 0, 1))
    groups = (("conv", 4, 6, 3, 1, 1, 2), ("conv", 6, 12, 4, 2, 1, 3))
    cases = [
        Case("one convolution", ((("conv", 3, 4, 3, 1, 1, 1),),)),
        Case("a pooling and a convolution", (pooled,)),
        Case("a pooling and a dense layer", (averaged,)),
        Case("two convolutions with groups", (groups,)),
        Case("the first convolution of part 1", (BY_HAND["conv_64_128"],)),
        Case("LeNet", (plain(LENET5_DENSE),)),
        Case("AlexNet", (plain(ALEXNET),)),
    ]
    for number in range(1, 4):
        cases.append(Case(f"a drawn table ({number} of 3)", (_drawn(rng)[0],)))
    check("count_parameters", answer, count_parameters, cases, PARAMETER_MISTAKES)


@part
def check_count_macs(answer: Callable[..., Any]) -> None:
    """Check the multiply-accumulates of each row, on images that are not square."""
    rng = random()
    two = (("conv", 1, 4, 3, 1, 2, 1), ("conv", 4, 6, 2, 1, 0, 1))
    strided = (("conv", 3, 5, 4, 3, 0, 1), ("conv", 5, 2, 3, 2, 1, 1))
    pooled = (("max_pool", 3, 3, 3, 2, 0, 1), ("conv", 3, 5, 2, 1, 1, 1))
    averaged = (("average_pool", 5, 5, 2, 2, 0, 1), ("dense", 30, 7, 1, 1, 0, 1))
    groups = (("conv", 6, 8, 3, 2, 1, 2), ("conv", 8, 12, 2, 1, 0, 4))
    rows: list[tuple[str, Table, tuple[int, int]]] = [
        ("a convolution", (("conv", 3, 8, 3, 1, 0, 1),), (6, 9)),
        ("two convolutions, the first with padding", two, (5, 8)),
        ("two convolutions with strides, sizes that do not divide", strided, (12, 21)),
        ("max pooling, then a convolution", pooled, (8, 11)),
        ("average pooling, then a dense layer", averaged, (4, 7)),
        ("groups", groups, (8, 11)),
        ("LeNet", plain(LENET5_DENSE), LENET5_DENSE.input_shape[:2]),
        ("AlexNet", plain(ALEXNET), ALEXNET.input_shape[:2]),
    ]
    for number in range(1, 4):
        rows.append((f"a drawn table ({number} of 3)", *_drawn(rng)))
    cases = [Case(what, (table, size)) for what, table, size in rows]
    check("count_macs", answer, count_macs, cases, MAC_MISTAKES)


# Parts 4 and 5: windows


def _windows(model: Architecture) -> tuple[tuple[int, int], ...]:
    return tuple((row[3], row[4]) for row in plain(model) if row[0] != "dense")


@part
def check_receptive_fields(answer: Callable[..., Any]) -> None:
    """Check what an output sees after each layer."""
    mixed = ((3, 1), (1, 2), (5, 1), (2, 3), (4, 1))
    cases = [
        Case("two layers of 3, stride 1", (((3, 1), (3, 1)),)),
        Case("one layer of 5, stride 2", (((5, 2),),)),
        Case("a layer of 3 with stride 2, another with stride 1", (((3, 2), (3, 1)),)),
        Case("LeNet to C5", (_windows(LENET5_DENSE),)),
        Case("AlexNet to its last pooling", (_windows(ALEXNET),)),
        Case("windows of 3, 1, 5, 2 and 4", (mixed,)),
        Case("VGG16 to its last pooling", (_windows(VGG16),)),
    ]
    rng = random()
    for number in range(1, 4):
        drawn = rng.integers((2, 1), (8, 4), size=(4, 2)).tolist()
        layers = tuple(map(tuple, drawn))
        cases.append(Case(f"four drawn layers ({number} of 3)", (layers,)))
    check("receptive_fields", answer, receptive_fields, cases, FIELD_MISTAKES)


@part
def check_input_sizes(answer: Callable[..., Any]) -> None:
    """Check all inputs that give an output, AlexNet's 55 among them."""
    rows = [
        (2, 3, 2, 0),
        (26, 3, 1, 0),
        (27, 5, 1, 2),
        (55, 11, 4, 0),
        (55, 11, 4, 2),
        (4, 2, 3, 1),
        (1, 5, 3, 2),  # smaller than the window
        (500, 7, 3, 2),  # larger than what one tries
    ]
    words = "output = {}, kernel = {}, stride = {}, padding = {}"
    cases = [Case(words.format(*row), row) for row in rows]
    rng = random()
    for number in range(1, 4):
        output, k, stride = (int(n) for n in rng.integers((2, 2, 2), (20, 9, 6)))
        drawn = (output, k, stride, int(rng.integers(0, k // 2 + 1)))
        cases.append(Case(f"four drawn numbers ({number} of 3)", drawn))
    check("input_sizes", answer, input_sizes, cases, INPUT_MISTAKES)


# Part 6: an Inception block


def _block(
    rng: np.random.Generator,
    images: tuple[int, ...],
    widths: tuple[int, ...],
    dtype: type = np.float32,
) -> tuple[Any, ...]:
    """Draw images (N, H, W, C) and the filters of a block."""
    c, (one, r3, three, r5, five, pool) = images[-1], widths
    filters = [
        floats(rng, k, k, *pair, dtype=dtype) / dtype(5)
        for k, *pair in (
            (1, c, one),
            (1, c, r3),
            (3, r3, three),
            (1, c, r5),
            (5, r5, five),
            (1, c, pool),
        )
    ]
    return floats(rng, *images, dtype=dtype), dict(zip(FILTERS, filters, strict=True))


@part
def check_inception(answer: Callable[..., Any]) -> None:
    """Check a block: its four branches, their activations, and how they are joined."""
    rng = random()
    dark = _block(rng, (1, 5, 7, 3), (4, 2, 4, 3, 4, 4))
    cases = [
        Case("branches of one width", _block(rng, (2, 5, 6, 2), (3, 2, 3, 4, 3, 3))),
        Case("branches of four widths", _block(rng, (2, 4, 7, 3), (4, 2, 5, 3, 1, 2))),
        Case("an image of negative numbers", (-np.abs(dark[0]) - 1, dark[1])),
        Case(
            "an image lower than the window of 5, with one channel",
            _block(rng, (3, 2, 6, 1), (1, 3, 2, 2, 4, 3)),
        ),
        Case(
            "float64",
            _block(rng, (2, 6, 4, 2), (2, 3, 2, 1, 2, 2), dtype=np.float64),
        ),
    ]
    check("inception", answer, inception, cases, INCEPTION_MISTAKES)


# Part 7: a table of connections


def connection_table(sees: tuple[tuple[int, ...], ...], inputs: int) -> np.ndarray:
    """Return connections as a boolean array (inputs, outputs)."""
    return np.array([[i in seen for seen in sees] for i in range(inputs)])


C3_TABLE = connection_table(LENET5_C3, 6)


@part
def check_sparse_parameters(answer: Callable[..., Any]) -> None:
    """Check what each map learns that sees some of the inputs only."""
    small = connection_table(((0, 1), (2,), (0, 1, 2), (0, 2)), 3)
    cases = [
        Case("3 inputs, 4 maps, kernel 5", (small, 5)),
        Case("every map sees all of 4 inputs, kernel 3", (np.ones((4, 2), bool), 3)),
        Case("the table of C3, kernel 5", (C3_TABLE, 5)),
        Case("a map that sees nothing", (connection_table(((0,), (), (0, 1)), 2), 2)),
    ]
    rng = random()
    for number in range(1, 4):
        inputs, maps, k = (int(n) for n in rng.integers((3, 6, 2), (6, 9, 8)))
        table = rng.random((inputs, maps)) < 0.6
        cases.append(Case(f"a drawn table ({number} of 3)", (table, k)))
    check("sparse_parameters", answer, sparse_parameters, cases, SPARSE_MISTAKES)
