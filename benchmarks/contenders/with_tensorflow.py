"""TensorFlow: a layer as a compiled graph, an epoch as Keras' ``fit``."""

from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from benchmarks.cases import CLASSES, SIDE, Arrays, Case, Convolution, Network, Pooling
from benchmarks.contenders import Task, pairs


def tasks(case: Case, inputs: Arrays) -> dict[str, Task]:
    """Return TensorFlow's task; its name is "keras" for an epoch."""
    match case:
        case Convolution():
            return {"tensorflow": _convolution(case, inputs)}
        case Pooling():
            return {"tensorflow": _pooling(case, inputs)}
        case Network():
            return {"keras": _epoch(case, inputs)}


def _convolution(case: Convolution, inputs: Arrays) -> Task:
    edge = [case.padding, case.padding]
    padding = [[0, 0], edge, edge, [0, 0]] if case.padding else "VALID"
    if case.stride == 1 and 2 * case.padding == case.kernel - 1:
        padding = "SAME"

    @tf.function
    def step(x: tf.Tensor, w: tf.Tensor, b: tf.Tensor, dy: tf.Tensor) -> list:
        wanted = [x, w, b] if case.input_gradient else [w, b]
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            tape.watch(wanted)
            y = tf.nn.bias_add(tf.nn.conv2d(x, w, case.stride, padding), b)
        # The gradients do not need y: were it not returned, TensorFlow would leave it out.
        return [y, *tape.gradient(y, wanted, output_gradients=dy)]

    tensors = [tf.constant(inputs[name]) for name in ("x", "w", "b", "dy")]
    return Task(lambda: step(*tensors), _arrays)


def _pooling(case: Pooling, inputs: Arrays) -> Task:
    @tf.function
    def step(x: tf.Tensor, dy: tf.Tensor) -> list:
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            tape.watch(x)
            y = tf.nn.max_pool2d(x, case.size, case.stride, "VALID")
        return [y, tape.gradient(y, x, output_gradients=dy)]

    x, dy = tf.constant(inputs["x"]), tf.constant(inputs["dy"])
    return Task(lambda: step(x, dy), _arrays)


def build(case: Network, optimizer: str = "adam") -> keras.Model:
    """Return the network in Keras' layers, compiled, with Keras' own initial weights."""
    layers: list[Any] = [keras.Input((SIDE, SIDE, 1))]
    for filters in case.filters:
        padding = "same" if case.padding else "valid"
        convolution = keras.layers.Conv2D(
            filters, case.kernel, padding=padding, activation="relu"
        )
        layers += [convolution, keras.layers.MaxPooling2D(2)]
    layers += [
        keras.layers.Flatten(),
        keras.layers.Dense(case.hidden, activation="relu"),
        keras.layers.Dense(CLASSES),
    ]
    model = keras.Sequential(layers)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer, loss, metrics=["accuracy"])
    return model


def _epoch(case: Network, inputs: Arrays) -> Task:
    model = build(case)
    model.set_weights([array for both in pairs(case, inputs) for array in both])
    images, labels = inputs["images"], inputs["labels"]

    def run() -> float:
        history = model.fit(images, labels, case.batch_size, epochs=1, verbose=0)
        return history.history["loss"][0]

    return Task(run, lambda loss: [np.array(loss)])


def _arrays(result: list[tf.Tensor]) -> list[NDArray]:
    return [tensor.numpy() for tensor in result]
