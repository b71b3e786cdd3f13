"""The bare matrix products of a convolution by unrolling, without the unrolling."""

import math

import numpy as np

from benchmarks.cases import Arrays, Case, Convolution
from benchmarks.contenders import Task
from cnn_course.im2col import parts, windows


def tasks(case: Case, inputs: Arrays) -> dict[str, Task]:
    """Return the products of a convolution; there are none in pooling, and a network is its layers.

    They are computed in parts of the size that the package takes, and always on the same matrices, so that
    these are in the cache.
    """
    if not isinstance(case, Convolution):
        return {}
    view = windows(inputs["x"], case.weights[:2], case.stride, case.padding)
    counts = [math.prod(view[part].shape[:3]) for part in parts(view, case.filters)]
    weights = inputs["w"].reshape(-1, case.filters)  # (KH * KW * C, F)
    rows = np.ones((max(counts), len(weights)), np.float32)
    flat = np.ones((max(counts), case.filters), np.float32)  # of dy
    y, dw = np.empty_like(flat), np.empty_like(weights)
    columns = np.empty_like(rows) if case.input_gradient else None

    def run() -> None:
        for count in counts:
            np.matmul(rows[:count], weights, out=y[:count])
            np.matmul(rows[:count].T, flat[:count], out=dw)
            if columns is not None:
                np.matmul(flat[:count], weights.T, out=columns[:count])

    return {"matrix product": Task(run)}
