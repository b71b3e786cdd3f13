"""What a table of a network is made of: rows, and the blocks that a row can stand for."""

from typing import Any, NamedTuple


class Widths(NamedTuple):
    """The filters of the six convolutions of an Inception block, as Szegedy et al. (2015) list them."""

    one: int  # 1x1
    three_reduce: int  # 1x1 before the 3x3
    three: int
    five_reduce: int  # 1x1 before the 5x5
    five: int
    pool: int  # 1x1 after the max pooling


class Row(NamedTuple):
    """One layer of a network.

    ``inputs`` and ``outputs`` are channels, and for a layer of kind "dense" or "rbf" single numbers.

    Attributes:
        kind: "conv", "max_pool", "average_pool", "subsampling" (pooling that learns a factor and a bias
            for each channel), "lrn" (local response normalization), "dropout", "dense", "rbf" (distances
            to fixed vectors) or "inception" (see `branches`).
        padding: zeros on each side, or "same".
        groups: each filter of a convolution sees inputs / groups channels.
        sees: for each output channel the input channels that it is connected to; all if empty.
    """

    name: str
    kind: str
    inputs: int
    outputs: int
    kernel: int = 1
    stride: int = 1
    padding: int | str = 0
    groups: int = 1
    activation: str = ""
    rate: float = 0.0  # of numbers that a dropout sets to zero
    sees: tuple[tuple[int, ...], ...] = ()
    widths: Widths | None = None


class Architecture(NamedTuple):
    """A network: its rows in order, and where they come from.

    Attributes:
        input_shape: (H, W, C).
        open: what the paper does not say, or says wrongly, and what the rows have instead.
        printed: numbers as the paper prints them, by the name of the row or "total".
    """

    name: str
    paper: str
    input_shape: tuple[int, int, int]
    rows: tuple[Row, ...]
    open: tuple[str, ...]
    printed: dict[str, dict[str, int]]

    def row(self, name: str) -> Row:
        """Return the row of that name.

        Raises:
            KeyError: there is none.
        """
        for row in self.rows:
            if row.name == name:
                return row
        names = ", ".join(row.name for row in self.rows)
        raise KeyError(f"{self.name} has no row {name!r}; its rows are {names}.")

    def changed(self, name: str, **fields: Any) -> "Architecture":
        """Return the network with some fields of one row changed; what the paper printed is left out.

        Raises:
            KeyError: there is no row of that name.
        """
        old = self.row(name)
        rows = [row._replace(**fields) if row is old else row for row in self.rows]
        return self._replace(rows=tuple(rows), printed={})


def branches(row: Row) -> dict[str, tuple[Row, ...]]:
    """Return the four branches of an Inception row, each as rows: all start from the same input.

    Their outputs are put one behind the other along the channels (Szegedy et al. 2015, Figure 2b).

    >>> block = Row("3a", "inception", 192, 256, widths=Widths(64, 96, 128, 16, 32, 32))
    >>> [(row.name, row.inputs, row.outputs) for row in branches(block)["3x3"]]
    [('3a 3x3 reduce', 192, 96), ('3a 3x3', 96, 128)]
    """
    c, w = row.inputs, row.widths

    def conv(name: str, inputs: int, outputs: int, kernel: int = 1) -> Row:
        name = f"{row.name} {name}"
        padding, activation = "same", row.activation
        return Row(
            name, "conv", inputs, outputs, kernel, 1, padding, activation=activation
        )

    return {
        "1x1": (conv("1x1", c, w.one),),
        "3x3": (
            conv("3x3 reduce", c, w.three_reduce),
            conv("3x3", w.three_reduce, w.three, 3),
        ),
        "5x5": (
            conv("5x5 reduce", c, w.five_reduce),
            conv("5x5", w.five_reduce, w.five, 5),
        ),
        "pool": (
            Row(f"{row.name} pool", "max_pool", c, c, 3, 1, "same"),
            conv("pool proj", c, w.pool),
        ),
    }
