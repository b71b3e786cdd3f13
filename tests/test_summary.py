import io
import math
from contextlib import redirect_stdout

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnn_course.layers import (
    AveragePool2D,
    BatchNorm,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    GlobalAveragePool,
    GlobalMaxPool,
    MaxPool2D,
    MinPool2D,
    ReLU,
    Sigmoid,
    Tanh,
)
from cnn_course.network import Sequential
from cnn_course.summary import summary_rows, summary_table


def rows(network):
    return list(summary_rows(network.names, network.layers, network.input_shape))


def fashion_network():
    """Build the course's network, of 93,322 parameters."""
    layers = []
    for filters in (32, 64, 64):
        layers += [Conv2D(filters, 3, padding="same"), ReLU(), MaxPool2D(2)]
    layers += [Flatten(), Dense(64), ReLU(), Dense(10)]
    return Sequential(layers, (28, 28, 1))


# by hand

# name, output shape, parameters, multiply-accumulates, receptive field
FASHION = [
    # 3 * 3 * 1 * 32 + 32; 28 * 28 * 32 outputs of 9 products
    ("conv2d_1", (28, 28, 32), 320, 225_792, (3, 3)),
    ("relu_1", (28, 28, 32), 0, 0, (3, 3)),
    ("maxpool2d_1", (14, 14, 32), 0, 0, (4, 4)),
    # 3 * 3 * 32 * 64 + 64; 14 * 14 * 64 outputs of 288 products; two steps of 2 pixels more
    ("conv2d_2", (14, 14, 64), 18_496, 3_612_672, (8, 8)),
    ("relu_2", (14, 14, 64), 0, 0, (8, 8)),
    ("maxpool2d_2", (7, 7, 64), 0, 0, (10, 10)),
    # 3 * 3 * 64 * 64 + 64; 7 * 7 * 64 outputs of 576 products; two steps of 4 pixels more
    ("conv2d_3", (7, 7, 64), 36_928, 1_806_336, (18, 18)),
    ("relu_3", (7, 7, 64), 0, 0, (18, 18)),
    ("maxpool2d_3", (3, 3, 64), 0, 0, (22, 22)),
    ("flatten_1", (576,), 0, 0, None),
    ("dense_1", (64,), 36_928, 36_864, None),  # 576 * 64 + 64
    ("relu_4", (64,), 0, 0, None),
    ("dense_2", (10,), 650, 640, None),  # 64 * 10 + 10
]


def test_the_course_s_network_worked_by_hand():
    found = [
        (row.name, row.output_shape, row.parameters, row.macs, row.sees)
        for row in rows(fashion_network())
    ]
    assert found == FASHION


def test_the_course_s_table():
    network, shown = fashion_network(), io.StringIO()
    with redirect_stdout(shown):
        assert network.summary() is None
    lines = shown.getvalue().splitlines()
    cells = [line.split("  ") for line in lines]
    cells = [[cell.strip() for cell in line if cell.strip()] for line in cells]
    assert cells[0] == ["Layer", "Output shape", "Parameters", "MACs", "Sees"]
    assert cells[1] == ["input", "(28, 28, 1)", "0", "0", "1 x 1"]
    for line, (name, shape, parameters, macs, sees) in zip(
        cells[2:-1], FASHION, strict=True
    ):
        field = "all" if sees is None else f"{sees[0]} x {sees[1]}"
        assert line == [name, str(shape), f"{parameters:,}", f"{macs:,}", field]
    assert lines[-1] == (
        "Total parameters 93,322, multiply-accumulates 5,682,304 for one image"
    )
    ends = {len(line) for line in lines[:-1]}
    assert len(ends) == 1, "the columns stand one below the other"


def test_batchnorm_s_averages_have_a_line_of_their_own():
    layers = [Conv2D(6, (3, 4), bias=False), BatchNorm(), Flatten(), BatchNorm()]
    network = Sequential(layers, (5, 7, 2))
    table = summary_table(network.names, network.layers, network.input_shape)
    # 3 * 4 * 2 * 6 weights; 2 * 6 and 2 * 72 of each BatchNorm's two pairs
    counts = [(row.parameters, row.state) for row in rows(network)]
    assert counts == [(144, 0), (12, 12), (0, 0), (144, 144)]
    *_, total, note = table.splitlines()
    assert total.startswith("Total parameters 300, ")
    assert note == "Kept but not learned: 156"


def test_a_network_that_keeps_nothing_has_no_such_line():
    network = fashion_network()
    table = summary_table(network.names, network.layers, network.input_shape)
    assert "Kept" not in table


def test_no_layers_make_a_table_of_the_input():
    table = summary_table([], [], (5, 7, 2))
    assert table.splitlines()[1].split("  ")[0] == "input"
    assert "Total parameters 0, multiply-accumulates 0" in table


@pytest.mark.parametrize("kind", [Flatten, GlobalAveragePool, GlobalMaxPool])
def test_after_a_layer_that_sees_the_whole_image_all_do(kind):
    network = Sequential([Conv2D(3, 2), kind(), Dense(4), Tanh()], (5, 6, 1))
    assert [row.sees for row in rows(network)] == [(2, 2), None, None, None]
    table = summary_table(network.names, network.layers, network.input_shape)
    assert [line.split()[-1] for line in table.splitlines()[3:6]] == ["all"] * 3


def test_height_and_width_have_their_own_receptive_field():
    layers = [
        Conv2D(2, (3, 1), stride=(2, 1)),  # 3 rows, 1 column; steps of 2 and 1
        Sigmoid(),
        MaxPool2D((1, 4)),  # 1 + 3 columns; steps of 2 and 4
        Dropout(0.5),
        AveragePool2D((2, 3), stride=1),  # 3 + 1 * 2 rows, 4 + 2 * 4 columns
        MinPool2D(2, (1, 3)),  # 5 + 1 * 2 rows, 12 + 1 * 4 columns
    ]
    found = [row.sees for row in rows(Sequential(layers, (15, 33, 1)))]
    assert found == [(3, 1), (3, 1), (3, 4), (3, 4), (5, 12), (7, 16)]


# the loops


@pytest.mark.parametrize(
    ("layer", "shape"),
    [
        (Conv2D(3, (2, 4), (1, 2), ((1, 0), 2)), (5, 7, 2)),
        (Conv2D(3, (2, 4), 3, "same"), (8, 7, 2)),
        (Dense(6), (11,)),
    ],
)
def test_macs_equal_the_products_of_the_loops(layer, shape):
    network = Sequential([layer], shape)
    (found,) = rows(network)
    inputs = math.prod(network.parameters[f"{network.names[0]}.w"].shape[:-1])
    products = 0
    for _output in np.ndindex(found.output_shape):
        for _weight in range(inputs):
            products += 1
    assert found.macs == products


def seen_pixels(network, place, h, w):
    """Change one pixel after another by itself; return the rows and columns that move the output there."""
    x = np.zeros((1 + h * w, h, w, 1))
    for number, (i, j) in enumerate(np.ndindex(h, w)):
        x[1 + number, i, j] = 1
    y = network.forward(x)
    moved = np.any(y[1:, *place] != y[0, *place], axis=-1).reshape(h, w)
    return [np.flatnonzero(moved.any(axis=axis)) for axis in (1, 0)]


@st.composite
def stacks(draw):
    """Draw layers of windows and strides, height and width each their own."""
    numbers = st.integers(1, 3)
    layers = []
    for _ in range(draw(st.integers(1, 3))):
        window = draw(st.tuples(numbers, numbers))
        stride = draw(st.tuples(numbers, numbers))
        kind = draw(st.sampled_from([AveragePool2D, Conv2D]))
        if kind is Conv2D:
            layers += [Conv2D(2, window, stride), Tanh()]
        else:
            layers.append(AveragePool2D(window, stride))
    return layers


@given(layers=stacks())
@settings(max_examples=40)
def test_the_receptive_field_is_what_moves_an_output(layers):
    h, w = 41, 44  # room for any three layers of 3 x 3 with stride 3
    network = Sequential(layers, (h, w, 1), dtype=np.float64)
    for parameter in network.parameters.values():
        parameter[...] = 0.1 + np.abs(parameter)  # nothing that cancels
    oh, ow, _ = network.output_shape
    places = seen_pixels(network, (oh - 1, ow // 2), h, w)
    for field, seen in zip(rows(network)[-1].sees, places, strict=True):
        assert seen[-1] - seen[0] + 1 == field


# Keras


@pytest.mark.parametrize(
    "layers",
    [
        [Conv2D(4, (3, 2), (2, 1), "same"), BatchNorm(), MaxPool2D(2, 1), Flatten()],
        [AveragePool2D((2, 3), padding="same"), Conv2D(5, 2, bias=False), Flatten()],
        [Conv2D(3, (1, 4)), Dropout(0.1), GlobalMaxPool(), Dense(7, bias=False)],
    ],
)
def test_shapes_and_parameters_are_those_of_keras(tf, layers):
    network = Sequential([*layers, Dense(6)], (9, 11, 2))
    model = network.to_keras()
    for row, theirs in zip(rows(network), model.layers, strict=False):
        assert row.output_shape == theirs.output.shape[1:], row.name
        assert row.parameters + row.state == theirs.count_params(), row.name
    assert len(model.layers) == len(network.layers) + 1  # its softmax
    assert model.count_params() == sum(r.parameters + r.state for r in rows(network))


def test_the_course_s_network_is_that_of_keras(tf):
    k = tf.keras.layers
    model = tf.keras.Sequential([tf.keras.Input((28, 28, 1))])
    for filters in (32, 64, 64):
        model.add(k.Conv2D(filters, 3, padding="same", activation="relu"))
        model.add(k.MaxPooling2D(2))
    for layer in (k.Flatten(), k.Dense(64, activation="relu"), k.Dense(10)):
        model.add(layer)
    assert model.count_params() == 93_322
    ours = [row for row in rows(fashion_network()) if "relu" not in row.name]
    for row, theirs in zip(ours, model.layers, strict=True):
        assert row.output_shape == theirs.output.shape[1:], row.name
        assert row.parameters == theirs.count_params(), row.name
