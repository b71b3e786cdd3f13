"""Write what the live networks know: their weights, and test images that each is right and wrong about.

`python -m cnn_course.widgets.network_data` writes modules/network_data.js, of `trained.fashion_cnn`,
and digits_data.js beside it, of `trained.digits_cnn`.
"""

import json
from base64 import b64encode
from typing import Any

import numpy as np

from cnn_course import datasets, storage, trained
from cnn_course.network import Sequential
from cnn_course.widgets.bundle import MODULES
from cnn_course.widgets.javascript import constant, pixels

KEPT = ("size", "padding")  # what the widget's arithmetic asks a layer for


def layers(network: Sequential) -> list[dict[str, Any]]:
    """Return each layer's kind, name and options, and the shapes of its weights, first layer first."""
    return [
        {"kind": type(layer).__name__, "name": name}
        | {key: getattr(layer, key) for key in KEPT if hasattr(layer, key)}
        | {key: list(array.shape) for key, array in layer.parameters.items()}
        for name, layer in zip(network.names, network.layers, strict=True)
    ]


def weights() -> str:
    """Return all weights of `fashion_cnn` in the order of `layers`: float32, little endian, in base64."""
    arrays = trained.fashion_cnn().parameters.values()
    return b64encode(b"".join(a.astype("<f4").tobytes() for a in arrays)).decode()


def whole_weights() -> tuple[list[float], str]:
    """Return the steps of the arrays of `digits_cnn`, and all its weights as bytes -127..127 in base64."""
    _, about, whole = storage.load(trained.DIGITS)
    names = trained.digits_cnn().parameters
    text = b64encode(b"".join(whole[name].tobytes() for name in names)).decode()
    return [about["steps"][name] for name in names], text


def images(network: Sequential, data: datasets.Dataset) -> list[dict[str, Any]]:
    """Return test images of each class: the first two the network knows, and the first it mistakes."""
    labels = data.y_test
    right = network.predict(datasets.scale(data.x_test)).argmax(axis=1) == labels
    chosen = [
        sorted(
            [
                *np.flatnonzero((labels == k) & right)[:2],
                *np.flatnonzero((labels == k) & ~right)[:1],
            ]
        )
        for k in range(len(data.class_names))
    ]
    return [
        {
            "label": k,
            "index": int(n),
            "pixels": pixels(data.x_test[n]),
        }
        for k, places in enumerate(chosen)
        for n in places
    ]


def module(network: Sequential, name: str, rest: str) -> str:
    """Return the source of an ES module: the network's layers, and images of its data set."""
    data = datasets.load(name)
    lines = ["// Written by cnn_course/widgets/network_data.py."]
    lines += [f"export const CLASSES = {json.dumps(list(data.class_names))};"]
    lines += constant("LAYERS", layers(network))
    lines += constant("IMAGES", images(network, data))
    return "\n".join([*lines, rest]) + "\n"


def modules() -> dict[str, str]:
    """Return the sources of both modules by their file names."""
    steps, text = whole_weights()
    digits = (
        f'export const STEPS = {json.dumps(steps)};\nexport const WEIGHTS = "{text}";'
    )
    garments = f'export const WEIGHTS = "{weights()}";'
    return {
        "network_data.js": module(trained.fashion_cnn(), "fashion_mnist", garments),
        "digits_data.js": module(trained.digits_cnn(), "mnist", digits),
    }


if __name__ == "__main__":
    for file, source in modules().items():
        (MODULES / file).write_text(source, encoding="utf-8")
