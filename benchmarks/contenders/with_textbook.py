"""The textbook's layers on a case; the arrays are float64 and channels first before the clock starts."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from benchmarks import textbook
from benchmarks.cases import Arrays, Case, Convolution, Network, Pooling
from benchmarks.contenders import Task, channels_first


def tasks(case: Case, inputs: Arrays) -> dict[str, Task]:
    """Return the textbook's task."""
    match case:
        case Convolution():
            return {"textbook": _convolution(case, inputs)}
        case Pooling():
            return {"textbook": _pooling(case, inputs)}
        case Network():
            return {"textbook": Task(_epoch(case, inputs), lambda loss: [loss])}


def _convolution(case: Convolution, inputs: Arrays) -> Task:
    x, dy = _images_first(inputs["x"]), _images_first(inputs["dy"])
    w = np.ascontiguousarray(inputs["w"].transpose(3, 2, 0, 1), np.float64)
    layer = textbook.Convolution(
        w, inputs["b"].astype(np.float64), case.stride, case.padding
    )

    def run() -> list[NDArray | None]:
        y = layer.forward(x)
        dx = layer.backward(dy, case.input_gradient)
        return [y, dx, layer.dw, layer.db]

    def arrays(result: list[NDArray | None]) -> list[NDArray]:
        y, dx, dw, db = result
        images = [_images_last(a) for a in (y, dx) if a is not None]
        return [*images, dw.transpose(2, 3, 1, 0), db]

    return Task(run, arrays)


def _pooling(case: Pooling, inputs: Arrays) -> Task:
    x, dy = _images_first(inputs["x"]), _images_first(inputs["dy"])
    layer = textbook.Pooling(case.size, case.stride)

    def run() -> list[NDArray]:
        return [layer.forward(x), layer.backward(dy)]

    return Task(run, lambda result: [_images_last(array) for array in result])


def build(case: Network, inputs: Arrays) -> textbook.Network:
    """Return the network in the textbook's layers."""
    *filters, first, second = (
        (np.array(w, np.float64, order="C"), np.array(b, np.float64))
        for w, b in channels_first(case, inputs)
    )
    layers: list = []
    for w, b in filters:
        layers += [
            textbook.Convolution(w, b, padding=case.padding),
            textbook.ReLU(),
            textbook.Pooling(2, 2),
        ]
    return textbook.Network(
        [*layers, textbook.Affine(*first), textbook.ReLU(), textbook.Affine(*second)]
    )


def _epoch(case: Network, inputs: Arrays) -> Callable[[], NDArray]:
    network, images = build(case, inputs), _images_first(inputs["images"])
    labels, rng = inputs["labels"], np.random.default_rng(0)

    def run() -> NDArray:
        order = rng.permutation(len(images))
        batches = np.split(order, range(case.batch_size, len(order), case.batch_size))
        losses = [network.step(images[batch], labels[batch]) for batch in batches]
        return np.average(losses, weights=[len(batch) for batch in batches])

    return run


def _images_first(x: NDArray) -> NDArray[np.float64]:
    return np.ascontiguousarray(x.transpose(0, 3, 1, 2), np.float64)


def _images_last(x: NDArray) -> NDArray:
    return x.transpose(0, 2, 3, 1)
