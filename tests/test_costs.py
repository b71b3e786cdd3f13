"""Sizes, parameters, multiply-accumulates and receptive fields of single rows; the models are in
test_architectures.py."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnn_course import costs, shapes
from cnn_course.architectures import (
    ALEXNET,
    GOOGLENET,
    LENET5,
    VGG16,
    Architecture,
    Row,
    Widths,
    branches,
)

ROW = Row("3a", "inception", 5, 31, padding="same", widths=Widths(7, 2, 11, 3, 4, 9))


def test_branches_of_a_block_by_hand():
    rows = branches(ROW)
    ends = {name: [(r.inputs, r.outputs, r.kernel) for r in rows[name]] for name in rows}  # fmt: skip
    assert ends == {
        "1x1": [(5, 7, 1)],
        "3x3": [(5, 2, 1), (2, 11, 3)],
        "5x5": [(5, 3, 1), (3, 4, 5)],
        "pool": [(5, 5, 3), (5, 9, 1)],
    }
    weights = 5 * 7 + (5 * 2 + 9 * 2 * 11) + (5 * 3 + 25 * 3 * 4) + 5 * 9
    assert costs.parameters(ROW) == weights + 7 + 2 + 11 + 3 + 4 + 9
    assert costs.macs(ROW, (6, 13, 5)) == 6 * 13 * weights
    assert costs.output_shape(ROW, (6, 13, 5)) == (6, 13, 31)


@given(
    kernel=st.integers(1, 4),
    stride=st.integers(1, 3),
    padding=st.integers(0, 2),
    groups=st.integers(1, 3),
    channels=st.tuples(st.integers(1, 2), st.integers(1, 2)),
)
def test_costs_of_a_convolution_are_those_of_counting(
    kernel, stride, padding, groups, channels
):
    inputs, outputs = (groups * each for each in channels)
    row = Row("conv", "conv", inputs, outputs, kernel, stride, padding, groups)
    shape = (5, 7, inputs)
    oh, ow, _ = costs.output_shape(row, shape)
    pairs = [
        (c, f)
        for c, f in itertools.product(range(inputs), range(outputs))
        if c // (inputs // groups) == f // (outputs // groups)
    ]
    window = list(itertools.product(range(kernel), repeat=2))
    assert oh == len(range(0, 5 + 2 * padding - kernel + 1, stride))
    assert ow == len(range(0, 7 + 2 * padding - kernel + 1, stride))
    assert costs.macs(row, shape) == oh * ow * len(window) * len(pairs)
    assert costs.parameters(row) == len(window) * len(pairs) + outputs


def test_groups_and_a_list_of_connections_are_the_same_thing():
    grouped = Row("conv", "conv", 4, 6, 3, groups=2)
    listed = Row("conv", "conv", 4, 6, 3, sees=((0, 1),) * 3 + ((2, 3),) * 3)
    assert costs.parameters(grouped) == costs.parameters(listed) == 9 * 12 + 6
    shape = (7, 8, 4)
    assert costs.macs(grouped, shape) == costs.macs(listed, shape)
    assert costs.connections(grouped, shape) == 5 * 6 * (9 * 12 + 6)


def test_a_row_that_gets_other_channels_is_refused():
    row = Row("conv", "conv", 3, 8, 3)
    with pytest.raises(ValueError, match="conv takes 3 channels, but 4 come in"):
        costs.output_shape(row, (9, 9, 4))
    with pytest.raises(ValueError, match="does not fit"):
        costs.output_shape(row, (2, 9, 3))


def test_parameters_without_weights():
    for kind in ("max_pool", "average_pool", "lrn", "dropout", "rbf"):
        assert costs.parameters(Row("row", kind, 5, 5, 3)) == 0
    for kind in ("max_pool", "average_pool", "lrn", "dropout"):
        assert costs.macs(Row("row", kind, 5, 5, 3), (9, 8, 5)) == 0


def test_the_receptive_field_of_a_block_is_that_of_its_5x5():
    model = Architecture("one", "", (9, 9, 5), (ROW,), (), {})
    assert costs.layer_costs(model)[0].sees == 5


def test_nothing_is_seen_in_part_after_a_dense_layer():
    rows = (Row("fc", "dense", 9 * 8 * 2, 5), Row("drop", "dropout", 5, 5))
    model = Architecture("two", "", (9, 8, 2), rows, (), {})
    assert [c.sees for c in costs.layer_costs(model)] == [None, None]
    assert [c.output_shape for c in costs.layer_costs(model)] == [(5,), (5,)]


# Text


def test_the_text_has_a_line_for_each_row_and_the_totals():
    lines = costs.as_text(VGG16).splitlines()
    assert len(lines) == len(VGG16.rows) + 3
    assert lines[-1].split() == ["total", "138,357,544", "15,470,264,320"]
    assert lines[1].split()[-1] == "1"
    assert lines[-2].split()[-1] == "all"


# Keras


def different_convolutions() -> list[Row]:
    rows = [row for model in (LENET5, ALEXNET, VGG16, GOOGLENET) for row in model.rows]
    rows += [r for row in rows if row.widths for b in branches(row).values() for r in b]
    return list(
        {row[2:8]: row for row in rows if row.kind == "conv" and not row.sees}.values()
    )


def test_keras_counts_and_sizes_convolutions_as_we_do(tf):
    for row in different_convolutions():
        frame = row.padding if isinstance(row.padding, int) else 0
        layer = tf.keras.layers.Conv2D(
            row.outputs,
            row.kernel,
            row.stride,
            padding="same" if row.padding == "same" else "valid",
            groups=row.groups,
        )
        padded = (1, 29 + 2 * frame, 17 + 2 * frame, row.inputs)
        layer.build(padded)
        assert layer.count_params() == costs.parameters(row), row
        shape = costs.output_shape(row, (29, 17, row.inputs))
        assert layer.compute_output_shape(padded)[1:] == shape, row


def test_the_receptive_field_of_vgg16_is_that_of_its_windows():
    windows = [(3, 1)] * 2 + [(2, 2)] + [(3, 1)] * 2 + [(2, 2)]
    sees = {cost.name: cost.sees for cost in costs.layer_costs(VGG16)}
    assert sees["pool2"] == shapes.receptive_field(windows) == 16
    assert sees["pool5"] == 212
