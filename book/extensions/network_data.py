"""Write what the live network knows: the weights of `trained.fashion_cnn` and thirty test images.

`python book/extensions/network_data.py` writes them into book/assets/widgets/network_data.js.
"""

import json
from base64 import b64encode, urlsafe_b64encode
from pathlib import Path
from typing import Any

import numpy as np

from cnn_course import datasets, trained

FILE = Path(__file__).resolve().parents[1] / "assets" / "widgets" / "network_data.js"
KEPT = ("size", "padding")  # what the widget's arithmetic asks a layer for


def layers() -> list[dict[str, Any]]:
    """Return each layer's kind, name and options, and the shapes of its weights, first layer first."""
    network = trained.fashion_cnn()
    return [
        {"kind": type(layer).__name__, "name": name}
        | {key: getattr(layer, key) for key in KEPT if hasattr(layer, key)}
        | {key: list(array.shape) for key, array in layer.parameters.items()}
        for name, layer in zip(network.names, network.layers, strict=True)
    ]


def weights() -> str:
    """Return all weights in the order of `layers`: float32 in little endian, as base64 (RFC 4648)."""
    arrays = trained.fashion_cnn().parameters.values()
    return b64encode(b"".join(a.astype("<f4").tobytes() for a in arrays)).decode()


def garments() -> list[dict[str, Any]]:
    """Return three test images of each class: the first two the network knows, and the first it mistakes."""
    data = datasets.load("fashion_mnist")
    x, labels = datasets.scale(data.x_test), data.y_test
    right = trained.fashion_cnn().predict(x).argmax(axis=1) == labels
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
            "pixels": urlsafe_b64encode(data.x_test[n].tobytes()).decode().rstrip("="),
        }
        for k, places in enumerate(chosen)
        for n in places
    ]


def module() -> str:
    """Return the source of the ES module."""
    names = list(datasets.load("fashion_mnist").class_names)
    lines = ["// Written by book/extensions/network_data.py from cnn_course."]
    lines += [f"export const CLASSES = {json.dumps(names)};"]
    for name, rows in (("LAYERS", layers()), ("GARMENTS", garments())):
        lines += [f"export const {name} = [", *(f"  {json.dumps(r)}," for r in rows), "];"]  # fmt: skip
    lines += [f'export const WEIGHTS = "{weights()}";']
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    FILE.write_text(module(), encoding="utf-8")
