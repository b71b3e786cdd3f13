"""Networks in files: arrays and a description in JSON, nothing that could be executed."""

import contextlib
import dataclasses
import json
import os
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from cnn_course import layers as known
from cnn_course.arrays import Array
from cnn_course.layers import Layer

DESCRIPTION = "description"
# What reading another program's file, or half a file, may raise.
FOREIGN = (
    *(AttributeError, KeyError, TypeError, ValueError),
    *(EOFError, OSError, RuntimeError, zipfile.BadZipFile),
)


def save(
    path: str | Path,
    layers: Sequence[Layer],
    about: dict[str, Any],
    arrays: dict[str, Array],
) -> Path:
    """Write layers and arrays to an .npz file, first beside it, so that a failure leaves the old one.

    Raises:
        ValueError: a layer is not one of `layers`, so that `load` would not know it.
    """
    path = _with_suffix(path)
    described = [[_name(layer), dataclasses.asdict(layer)] for layer in layers]
    # An option may be one of NumPy's numbers, which JSON does not know.
    description = json.dumps({"layers": described, **about}, default=lambda n: n.item())
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with unfinished.open("wb") as file:
            np.savez(file, **{DESCRIPTION: np.array(description)}, **arrays)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return path


def load(path: str | Path) -> tuple[list[Layer], dict[str, Any], dict[str, Array]]:
    """Return the layers, not built, what was said about them, and the arrays.

    Raises:
        FileNotFoundError: there is no such file.
        ValueError: it is not one that `save` wrote.
    """
    path = Path(path) if Path(path).is_file() else _with_suffix(path)
    with path.open("rb") as file, refusing(path):
        # np.load's own message would advise to unpickle what is no archive.
        if not zipfile.is_zipfile(file):
            raise ValueError("it is no .npz file")
        file.seek(0)
        with np.load(file, allow_pickle=False) as archive:
            arrays = {name: np.asarray(archive[name]) for name in archive.files}
        about = json.loads(str(arrays.pop(DESCRIPTION)))
        layers = [_layer(name, options) for name, options in about.pop("layers")]
        about = {name: _tuples(value) for name, value in about.items()}
    return layers, about, arrays


@contextlib.contextmanager
def refusing(path: str | Path) -> Iterator[None]:
    """Turn the errors that a foreign or broken file makes into a ValueError that names it."""
    try:
        yield
    except FOREIGN as error:
        what = f"no {error}" if isinstance(error, KeyError) else error
        raise ValueError(f"{path} holds no network that save wrote: {what}") from error


def _with_suffix(path: str | Path) -> Path:
    """Return the path with .npz at its end; what stands after another point is part of the name."""
    path = Path(path)
    return path if path.suffix == ".npz" else path.with_name(f"{path.name}.npz")


def _name(layer: Layer) -> str:
    name = type(layer).__name__
    if type(layer) is Layer or getattr(known, name, None) is not type(layer):
        raise ValueError(
            f"There is no layer {name} in cnn_course.layers to load it by."
        )
    return name


def _layer(name: str, options: dict[str, Any]) -> Layer:
    if name not in known.__all__ or name == Layer.__name__:
        raise ValueError(f"there is no layer {name}")
    return getattr(known, name)(**{key: _tuples(v) for key, v in options.items()})


def _tuples(value: Any) -> Any:
    """Turn JSON's lists back into tuples."""
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
