"""The table of a network: what each layer gives, learns, costs and sees."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cnn_course.layers import Layer
from cnn_course.shapes import receptive_field


@dataclass
class Row:
    """One layer's line; counts are for one image.

    ``sees`` is the receptive field (height, width) in pixels of the input, None for the whole image.
    """

    name: str
    output_shape: tuple[int, ...]
    parameters: int
    state: int
    macs: int
    sees: tuple[int, int] | None


def summary_rows(
    names: Sequence[str], layers: Sequence[Layer], input_shape: tuple[int, ...]
) -> Iterator[Row]:
    """Yield a row for each layer, the layers built."""
    shape, windows = input_shape, []
    for name, layer in zip(names, layers, strict=True):
        windows.append(layer.window())
        sees = None
        if None not in windows:
            height, width = map(receptive_field, zip(*windows, strict=True))
            sees = height, width
        macs, shape = layer.macs(shape), layer.output_shape(shape)
        learned = sum(array.size for array in layer.parameters.values())
        kept = sum(array.size for array in layer.state.values())
        yield Row(name, shape, learned, kept, macs, sees)


def summary_table(
    names: Sequence[str], layers: Sequence[Layer], input_shape: tuple[int, ...]
) -> str:
    """Return the table as text, with totals below it.

    >>> from cnn_course.layers import Conv2D
    >>> layer = Conv2D(6, 5)
    >>> layer.build((28, 28, 1))
    >>> print(summary_table(["conv2d_1"], [layer], (28, 28, 1)))
    Layer        Output shape  Parameters    MACs   Sees
    input         (28, 28, 1)           0       0  1 x 1
    conv2d_1      (24, 24, 6)         156  86,400  5 x 5
    Total parameters 156, multiply-accumulates 86,400 for one image
    """
    rows = list(summary_rows(names, layers, input_shape))
    first = Row("input", input_shape, 0, 0, 0, (1, 1))
    cells = [("Layer", "Output shape", "Parameters", "MACs", "Sees")]
    cells += [_cells(row) for row in (first, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [_line(cell, widths) for cell in cells]
    parameters, macs = sum(r.parameters for r in rows), sum(r.macs for r in rows)
    total = (
        f"Total parameters {parameters:,}, multiply-accumulates {macs:,} for one image"
    )
    state = sum(row.state for row in rows)
    note = f"\nKept but not learned: {state:,}" if state else ""
    return "\n".join([*lines, total]) + note


def _cells(row: Row) -> tuple[str, ...]:
    sees = "all" if row.sees is None else "{} x {}".format(*row.sees)
    counts = f"{row.parameters:,}", f"{row.macs:,}"
    return row.name, str(row.output_shape), *counts, sees


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    name, *others = cells
    aligned = [
        cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)
    ]
    return "  ".join([name.ljust(widths[0] + 3), *aligned]).rstrip()
