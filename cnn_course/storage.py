"""Networks in files: arrays and a description in JSON, nothing that could be executed."""

import dataclasses
import json
import os
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from cnn_course import layers as known
from cnn_course.arrays import Array
from cnn_course.layers import Layer

DESCRIPTION = "description"


def save(
    path: str | Path,
    layers: Sequence[Layer],
    about: dict[str, Any],
    arrays: dict[str, Array],
) -> Path:
    """Write layers and arrays to an .npz file, first beside it, so that a failure leaves the old one."""
    path = Path(path).with_suffix(".npz")
    described = [[type(layer).__name__, dataclasses.asdict(layer)] for layer in layers]
    description = json.dumps({"layers": described, **about})
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
    try:
        with np.load(path, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        about = json.loads(str(arrays.pop(DESCRIPTION)))
        layers = [_layer(name, options) for name, options in about.pop("layers")]
    except (KeyError, TypeError, ValueError, EOFError, zipfile.BadZipFile) as error:
        raise ValueError(f"{path} holds no network that save wrote: {error}") from error
    return layers, {name: _tuples(value) for name, value in about.items()}, arrays


def _layer(name: str, options: dict[str, Any]) -> Layer:
    if name not in known.__all__:
        raise ValueError(f"there is no layer {name}")
    return getattr(known, name)(**{key: _tuples(v) for key, v in options.items()})


def _tuples(value: Any) -> Any:
    """Turn JSON's lists back into tuples."""
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
