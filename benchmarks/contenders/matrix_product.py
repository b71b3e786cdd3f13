"""The bare matrix products of a convolution by unrolling, without the unrolling."""

import numpy as np

from benchmarks.cases import Arrays, Case, Convolution
from benchmarks.contenders import Task


def tasks(case: Case, inputs: Arrays) -> dict[str, Task]:
    """Return the products of a convolution; there are none in pooling, and a network is its layers."""
    if not isinstance(case, Convolution):
        return {}
    f = case.filters
    flat = inputs["dy"].reshape(-1, f)  # (N * OH * OW, F)
    weights = inputs["w"].reshape(-1, f)  # (KH * KW * C, F)
    rows = np.ones((len(flat), len(weights)), np.float32)
    y, dw = np.empty_like(flat), np.empty_like(weights)
    columns = np.empty_like(rows) if case.input_gradient else None

    def run() -> None:
        np.matmul(rows, weights, out=y)
        np.matmul(rows.T, flat, out=dw)
        if columns is not None:
            np.matmul(flat, weights.T, out=columns)

    return {"matrix product": Task(run)}
