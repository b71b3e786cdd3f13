"""Write what the architecture calculator knows: five networks of `cnn_course.architectures`.

`python -m cnn_course.widgets.architecture_data` writes it into modules/architecture_data.js.
"""

import json
from typing import Any

from cnn_course.architectures import (
    ALEXNET,
    GOOGLENET,
    LENET5,
    LENET5_DENSE,
    VGG16,
    Row,
)
from cnn_course.widgets.bundle import MODULES

NETWORKS = (LENET5, LENET5_DENSE, ALEXNET, VGG16, GOOGLENET)
WINDOW = ("kernel", "stride", "padding")
FIELDS = {
    "conv": ("outputs", *WINDOW, "groups"),
    "max_pool": WINDOW,
    "average_pool": WINDOW,
    "subsampling": WINDOW,
    "dense": ("outputs",),
    "rbf": ("outputs",),
}


def row(layer: Row) -> dict[str, Any]:
    """Return what a reader may change of a row; ``table`` is (channels, filters, kernels) of a sparse one."""
    found: dict[str, Any] = {"name": layer.name, "kind": layer.kind}
    found |= {name: getattr(layer, name) for name in FIELDS.get(layer.kind, ())}
    if layer.sees:
        kernels = sum(map(len, layer.sees))
        found["table"] = [layer.inputs, layer.outputs, kernels]
    if layer.widths:
        found["widths"] = list(layer.widths)
    return found


def module() -> str:
    """Return the source of the ES module."""
    lines = [
        "// Written by cnn_course/widgets/architecture_data.py.",
        "export const NETWORKS = [",
    ]
    for model in NETWORKS:
        name, shape = json.dumps(model.name), json.dumps(model.input_shape)
        rows = [f"    {json.dumps(row(layer))}," for layer in model.rows]
        lines += [f'  {{ "name": {name}, "input": {shape}, "rows": [', *rows, "  ] },"]
    return "\n".join([*lines, "];", ""])


if __name__ == "__main__":
    (MODULES / "architecture_data.js").write_text(module(), encoding="utf-8")
