"""Rows of a table as Keras layers: what every model here is built with.

A row becomes one Keras layer of the row's name, with "_" for spaces; an Inception row becomes several.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from math import prod
from typing import Any

import keras

from cnn_course import shapes
from cnn_course.architectures import Architecture, Row

Tensor = Any  # a keras.KerasTensor while a model is built
Maker = Callable[[Row], Callable[[Tensor], Tensor]]


def build(
    table: Architecture, makers: Mapping[str, Maker] | None = None
) -> keras.Model:
    """Return the Keras model of a table, in float32, its weights drawn at random.

    Args:
        makers: for a kind of row what makes its layer, where it is not that of `MAKERS`.

    Raises:
        ValueError: a row does not take what the row before it gives.
    """
    image = keras.Input(table.input_shape, name="image")
    return keras.Model(image, connect(table.rows, image, makers), name=slug(table.name))


def connect(
    rows: Iterable[Row], x: Tensor, makers: Mapping[str, Maker] | None = None
) -> Tensor:
    """Return what comes out of rows, one after the other, when x goes in."""
    makers = MAKERS | dict(makers or {})
    for row in rows:
        if row.kind in ("dense", "rbf"):
            x = _flat(row, x)
        elif len(x.shape) == 4:
            _require_fit(row, x.shape)
        x = makers[row.kind](row)(x)
    return x


def without_head(
    table: Architecture, input_shape: tuple[int | None, ...]
) -> Architecture:
    """Return the rows before the first dense one, for images of another size (H, W, C)."""
    dense = [row.kind for row in table.rows].index("dense")
    return table._replace(input_shape=input_shape, rows=table.rows[:dense], printed={})


def with_classes(table: Architecture, classes: int) -> Architecture:
    """Return the table with another number of outputs; the same table if that is its number already."""
    last = table.rows[-1]
    same = last.outputs == classes
    return table if same else table.changed(last.name, outputs=classes)


def slug(name: str) -> str:
    """Return a name that Keras takes.

    >>> slug("conv2 reduce"), slug("VGG16, column C")
    ('conv2_reduce', 'VGG16_column_C')
    """
    return re.sub(r"[^\w.-]+", "_", name)


def conv(row: Row, **options: Any) -> keras.layers.Layer:
    """Return the convolution of a row; options are Keras', where they are not its defaults.

    Raises:
        ValueError: Keras has no word for the row's padding.
    """
    padding = {0: "valid", "same": "same"}.get(row.padding)
    if padding is None and row.stride == 1 and row.padding == (row.kernel - 1) / 2:
        padding = "same"  # for Keras the same zeros
    if padding is None:
        raise ValueError(
            f'{row.name}: Keras pads with "same" or "valid", and a padding of {row.padding} is neither '
            f"with a window of {row.kernel} and a stride of {row.stride}."
        )
    options = {"activation": row.activation or None, "groups": row.groups} | options
    name = slug(row.name)
    return keras.layers.Conv2D(
        row.outputs, row.kernel, row.stride, padding, name=name, **options
    )


def dense(row: Row, **options: Any) -> keras.layers.Layer:
    """Return the dense layer of a row; options are Keras', where they are not its defaults."""
    options = {"activation": row.activation or None} | options
    return keras.layers.Dense(row.outputs, name=slug(row.name), **options)


def _pool(kind: type[keras.layers.Layer]) -> Maker:
    padding = {0: "valid", "same": "same"}
    return lambda row: kind(
        row.kernel, row.stride, padding[row.padding], name=slug(row.name)
    )


def _dropout(row: Row) -> keras.layers.Layer:
    return keras.layers.Dropout(row.rate, name=slug(row.name))


MAKERS: dict[str, Maker] = {
    "conv": conv,
    "max_pool": _pool(keras.layers.MaxPooling2D),
    "average_pool": _pool(keras.layers.AveragePooling2D),
    "dropout": _dropout,
    "dense": dense,
}


def _flat(row: Row, x: Tensor) -> Tensor:
    """Return x as one row of numbers for each image.

    Raises:
        ValueError: they are not as many as the layer takes.
    """
    if None in x.shape[1:] or prod(x.shape[1:]) != row.inputs:
        comes = " x ".join(map(str, x.shape[1:]))
        raise ValueError(
            f"{row.name} takes {row.inputs} numbers, but {comes} come in: "
            "give images of the size that the table has, or leave the dense layers away."
        )
    if len(x.shape) == 2:
        return x
    return keras.layers.Flatten(name=f"{slug(row.name)}_flatten")(x)


def _require_fit(row: Row, shape: tuple[int | None, ...]) -> None:
    """Refuse maps with other channels than the row's, or smaller than its window."""
    if shape[-1] != row.inputs:
        raise ValueError(
            f"{row.name} takes {row.inputs} channels, but {shape[-1]} come in."
        )
    if None not in shape[1:]:
        w_shape = (row.kernel, row.kernel, row.inputs, row.outputs)
        try:
            shapes.conv_output_shape((1, *shape[1:]), w_shape, row.stride, row.padding)
        except ValueError as error:
            raise ValueError(f"{row.name}: {error}") from error
