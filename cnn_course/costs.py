"""Sizes, parameters, multiply-accumulates and receptive fields of the networks in `cnn_course.architectures`.

Everything is for one image, forwards; activations and normalizations are not counted.
"""

from math import prod
from typing import NamedTuple

from cnn_course import shapes
from cnn_course.architectures import Architecture, Row, branches

Shape = tuple[int, ...]


class Cost(NamedTuple):
    """One layer's numbers.

    ``sees`` is the receptive field along one axis, in pixels of the input; None for the whole image.
    """

    name: str
    output_shape: Shape
    parameters: int
    macs: int
    sees: int | None


def layer_costs(model: Architecture) -> tuple[Cost, ...]:
    """Return the costs of each row.

    Raises:
        ValueError: a row does not take what the row before it gives.

    >>> from cnn_course.architectures import LENET5
    >>> layer_costs(LENET5)[2]
    Cost(name='C3', output_shape=(10, 10, 16), parameters=1516, macs=150000, sees=14)
    """
    costs, shape, windows = [], model.input_shape, []
    for row in model.rows:
        windows += _windows(row, shape)
        sees = None if None in windows else shapes.receptive_field(windows)
        out = output_shape(row, shape)
        costs.append(Cost(row.name, out, parameters(row), macs(row, shape), sees))
        shape = out
    return tuple(costs)


def total_parameters(model: Architecture) -> int:
    """Count the numbers that a network learns.

    >>> from cnn_course.architectures import VGG16
    >>> total_parameters(VGG16)
    138357544
    """
    return sum(map(parameters, model.rows))


def total_macs(model: Architecture) -> int:
    """Count the multiply-accumulates of a network.

    >>> from cnn_course.architectures import LENET5_DENSE
    >>> total_macs(LENET5_DENSE)
    416520
    """
    return sum(cost.macs for cost in layer_costs(model))


def as_text(model: Architecture) -> str:
    """Return the costs of each row as a table, with totals below it.

    >>> from cnn_course.architectures import LENET5
    >>> print(as_text(LENET5._replace(rows=LENET5.rows[:2])))
    Layer  Output shape  Parameters     MACs  Sees
    input   (32, 32, 1)           0        0     1
    C1      (28, 28, 6)         156  117,600     5
    S2      (14, 14, 6)          12    1,176     6
    total                       168  118,776
    """
    first = Cost("input", model.input_shape, 0, 0, 1)
    lines = [("Layer", "Output shape", "Parameters", "MACs", "Sees")]
    for name, shape, learned, work, sees in (first, *layer_costs(model)):
        view = "all" if sees is None else str(sees)
        lines.append((name, str(shape), f"{learned:,}", f"{work:,}", view))
    totals = f"{total_parameters(model):,}", f"{total_macs(model):,}"
    lines.append(("total", "", *totals, ""))
    wide = [max(map(len, column)) for column in zip(*lines, strict=True)]
    cells = [
        [name.ljust(wide[0]), *map(str.rjust, others, wide[1:])]
        for name, *others in lines
    ]
    return "\n".join("  ".join(line).rstrip() for line in cells)


def output_shape(row: Row, shape: Shape) -> Shape:
    """Return the shape after a row: (H, W, C), or (outputs,) of a dense one.

    Raises:
        ValueError: the shape does not have the row's inputs, or its window does not fit.

    >>> output_shape(Row("conv1", "conv", 3, 96, kernel=11, stride=4), (227, 227, 3))
    (55, 55, 96)
    """
    flat = row.kind in ("dense", "rbf")
    comes = prod(shape) if flat else shape[-1]
    if comes != row.inputs:
        raise ValueError(
            f"{row.name} takes {row.inputs} {'numbers' if flat else 'channels'}, but {comes} come in."
        )
    if len(shape) == 1 or flat:  # a dropout after a dense layer
        return (row.outputs,)
    _, h, w, c = shapes.conv_output_shape(
        (1, *shape),
        (row.kernel, row.kernel, row.inputs, row.outputs),
        row.stride,
        row.padding,
    )
    return h, w, c


def parameters(row: Row) -> int:
    """Count the numbers that a row learns, its biases included.

    A convolution with g groups learns k² (inputs / g) outputs weights and a bias for each output
    (Krizhevsky et al. 2012, section 3.5, has two groups).

    >>> parameters(Row("conv2", "conv", 96, 256, kernel=5, groups=2))
    307456
    """
    match row.kind:
        case "conv":
            w_shape = (row.kernel, row.kernel, 1, _pairs(row))
            return shapes.conv_parameters(w_shape, bias=False) + row.outputs
        case "dense":
            return shapes.dense_parameters(row.inputs, row.outputs)
        case "subsampling":
            return 2 * row.outputs
        case "inception":
            return sum(map(parameters, _convolutions(row)))
    return 0


def macs(row: Row, shape: Shape) -> int:
    """Count a row's multiply-accumulates for one image of a shape; biases are not counted.

    Subsampling has one for each output: the factor that it learns. An rbf layer has one for each
    difference that it squares.

    >>> macs(Row("conv1", "conv", 3, 96, kernel=11, stride=4), (227, 227, 3))
    105415200
    """
    match row.kind:
        case "conv":
            # One pair of channels has the work of one grey image and one filter.
            image, w_shape = (1, *shape[:2], 1), (row.kernel, row.kernel, 1, 1)
            return _pairs(row) * shapes.conv_macs(
                image, w_shape, row.stride, row.padding
            )
        case "dense" | "rbf":
            return row.inputs * row.outputs
        case "subsampling":
            return prod(output_shape(row, shape))
        case "inception":  # stride 1 and "same": all see maps of one size
            return sum(macs(conv, shape) for conv in _convolutions(row))
    return 0


def connections(row: Row, shape: Shape) -> int:
    """Count connections as LeCun et al. (1998) do: each output's weights and bias, shared or not.

    >>> connections(Row("C1", "conv", 1, 6, kernel=5), (32, 32, 1))
    122304
    """
    places = prod(output_shape(row, shape)[:-1])
    if row.kind == "subsampling":  # from the window's pixels, and the bias
        return places * row.outputs * (row.kernel**2 + 1)
    if row.kind == "rbf":
        return row.inputs * row.outputs
    return places * parameters(row)


def _pairs(row: Row) -> int:
    """Count the pairs of an input and an output channel that a convolution connects."""
    if row.sees:
        return sum(map(len, row.sees))
    return row.inputs // row.groups * row.outputs


def _convolutions(block: Row) -> list[Row]:
    rows = [row for branch in branches(block).values() for row in branch]
    return [row for row in rows if row.kind == "conv"]


def _windows(row: Row, shape: Shape) -> list[tuple[int, int] | None]:
    """Return (kernel, stride) of a row, of an Inception block's widest branch; None of a dense row."""
    if row.kind == "inception":
        stacks = [
            [(layer.kernel, layer.stride) for layer in branch]
            for branch in branches(row).values()
        ]
        return max(stacks, key=shapes.receptive_field)
    if len(shape) == 1 or row.kind in ("dense", "rbf"):
        return [None]
    return [(row.kernel, row.stride)]
