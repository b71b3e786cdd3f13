"""The package's own layers and networks."""

import itertools

import numpy as np
from numpy.typing import NDArray

from benchmarks.cases import CLASSES, SIDE, Arrays, Case, Convolution, Network, Pooling
from benchmarks.contenders import Task, pairs
from cnn_course import conv, pool
from cnn_course.layers import Conv2D, Dense, Flatten, Layer, MaxPool2D, ReLU
from cnn_course.network import Sequential
from cnn_course.optimizers import Adam, Optimizer

Data = tuple[NDArray, NDArray]  # images and labels


def tasks(case: Case, inputs: Arrays) -> dict[str, Task]:
    """Return our task."""
    make = {Convolution: _convolution, Pooling: _pooling, Network: _epoch}[type(case)]
    return {"ours": make(case, inputs)}


def _convolution(case: Convolution, inputs: Arrays) -> Task:
    x, w, b, dy = (inputs[name] for name in ("x", "w", "b", "dy"))
    place = case.stride, case.padding

    def run() -> list[NDArray]:
        y = conv.conv2d(x, w, b, *place)
        if case.input_gradient:
            return [y, *conv.conv2d_backward(dy, x, w, *place)]
        return [y, *conv.conv2d_filter_gradient(dy, x, w.shape[:2], *place)]

    return Task(run, lambda arrays: arrays)


def _pooling(case: Pooling, inputs: Arrays) -> Task:
    x, dy, window = inputs["x"], inputs["dy"], (case.size, case.stride)

    def run() -> list[NDArray]:
        y, winners = pool.max_pool2d_winners(x, *window)
        return [y, pool.max_pool2d_backward(dy, x, *window, winners=winners)]

    return Task(run, lambda arrays: arrays)


def build(case: Network, seed: int = 0) -> Sequential:
    """Return the network in our layers, with Glorot's weights as in Keras."""
    layers: list[Layer] = []
    for filters in case.filters:
        convolution = Conv2D(filters, case.kernel, padding=case.padding, init="glorot")
        layers += [convolution, ReLU(), MaxPool2D(2)]
    dense = [Dense(units, init="glorot") for units in (case.hidden, CLASSES)]
    layers += [Flatten(), dense[0], ReLU(), dense[1]]
    return Sequential(layers, input_shape=(SIDE, SIDE, 1), seed=seed)


def train_epoch(
    network: Sequential, case: Network, data: Data, optimizer: Optimizer, seed: int
) -> float:
    """Train once on all images, in an order of ``seed``; return the mean loss.

    Raises:
        KeyboardInterrupt: the epoch was stopped; a part of one is not measured.
    """
    size = case.batch_size
    history = network.fit(
        *data, batch_size=size, optimizer=optimizer, seed=seed, progress=False
    )
    if "loss" not in history:  # `fit` ends quietly when it is stopped
        raise KeyboardInterrupt
    return history["loss"][0]


def _epoch(case: Network, inputs: Arrays) -> Task:
    network, optimizer, seeds = build(case), Adam(), itertools.count()
    layers = [layer for layer in network.layers if layer.parameters]
    for layer, (w, b) in zip(layers, pairs(case, inputs), strict=True):
        layer.parameters["w"][...], layer.parameters["b"][...] = w, b
    data = inputs["images"], inputs["labels"]

    def run() -> float:
        return train_epoch(network, case, data, optimizer, next(seeds))

    return Task(run, lambda loss: [np.array(loss)])
