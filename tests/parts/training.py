"""Assignment 8."""

import functools
import itertools
import math
import statistics
from collections.abc import Callable
from typing import Any

import numpy as np

from cnn_course import conv, layers, losses, optimizers, pool
from cnn_course.checks import training
from cnn_course.checks.mistakes import training_adam as wrong_adam
from cnn_course.checks.mistakes import training_batches as wrong_batches
from cnn_course.checks.mistakes import training_data as wrong_data
from cnn_course.checks.mistakes import training_keras as wrong_keras
from cnn_course.checks.mistakes import training_loop as wrong_loop
from cnn_course.checks.mistakes import training_loss as wrong_loss
from cnn_course.checks.mistakes import training_network as wrong_network
from cnn_course.checks.mistakes import training_spread as wrong_spread
from tests.parts import Part

Function = Callable[..., Any]


def together(*names: str, first: str = "") -> Callable[[Function], Function]:
    """Turn a function of what is wanted into one that returns all results, worked out ``first`` first."""

    def answer(function: Function) -> Function:
        @functools.wraps(function)
        def all_results(*given: Any) -> Any:
            order = sorted(names, key=lambda name: name != first)
            found = {name: function(*given, name) for name in order}
            return tuple(found[name] for name in names)

        return all_results

    return answer


def apart(*names: str) -> Callable[[Function], Function]:
    """Turn a function with several results into one of what is wanted."""

    def style(function: Function) -> Function:
        return lambda *given: function(*given[:-1])[names.index(given[-1])]

    return style


# Images and labels


def prepared_in_place(images: np.ndarray, labels: np.ndarray) -> Any:
    x = np.empty((*images.shape, 1), np.float32)
    x[..., 0] = images
    x /= 255
    y = np.zeros((len(labels), 10), np.float32)
    y[np.arange(len(labels)), labels] = 1
    return [x, y]


def prepared_one_by_one(images: np.ndarray, labels: np.ndarray) -> Any:
    x = [[[[v / 255] for v in row] for row in image] for image in images.tolist()]
    y = [[float(k == label) for k in range(10)] for label in labels.tolist()]
    return np.array(x, np.float32), np.array(y, np.float32)


def prepared_by_broadcasting(images: np.ndarray, labels: np.ndarray) -> Any:
    y = (labels[:, None] == np.arange(10)).astype("float32")
    return np.expand_dims(np.float32(images) / 255, -1), y


# Batches


def by_a_generator(n: int, size: int, seed: int) -> Any:
    order = list(range(n))
    np.random.default_rng(seed).shuffle(order)
    while order:
        yield order[:size]
        order = order[size:]


def by_random_keys(n: int, size: int, seed: int) -> Any:
    order = np.argsort(np.random.RandomState(seed).random(n))
    return np.split(order, range(size, n, size))


def into_tuples(n: int, size: int, seed: int) -> Any:
    order = iter(np.random.default_rng([seed, 5]).choice(n, n, replace=False))
    return tuple(iter(lambda: tuple(itertools.islice(order, size)), ()))


# The loss


def by_log_sum_exp(z: np.ndarray, y: np.ndarray) -> Any:
    top = z.max(axis=1, keepdims=True)
    log_p = z - top - np.log(np.exp(z - top).sum(axis=1, keepdims=True))
    return -(y * log_p).sum() / len(z), (np.exp(log_p) - y) / len(z)


def row_by_row(z: np.ndarray, y: np.ndarray) -> Any:
    total, slope = 0.0, np.zeros_like(z)
    for n, (row, right) in enumerate(zip(z.tolist(), y.tolist(), strict=True)):
        parts = [math.exp(v - max(row)) for v in row]
        k = right.index(1)
        total += math.log(sum(parts)) + max(row) - row[k]
        slope[n] = [v / sum(parts) - hit for v, hit in zip(parts, right, strict=True)]
    return np.asarray(total / len(z), z.dtype), slope / np.asarray(len(z), z.dtype)


def by_logaddexp(z: np.ndarray, y: np.ndarray) -> Any:
    log_p = z - np.logaddexp.reduce(z, axis=1)[:, None]
    picked = log_p[np.arange(len(z)), y.argmax(1)]
    return np.mean(-picked), ((np.exp(log_p) - y) / len(z)).astype(z.dtype)


# Adam


def by_the_paper(w: Any, dw: Any, m: Any, v: Any, *settings: Any) -> Any:
    t, lr = settings
    m = 0.9 * m + 0.1 * dw
    v = 0.999 * v + 0.001 * dw**2
    m_hat, v_hat = m / (1 - 0.9**t), v / (1 - 0.999**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + 1e-7), m, v


def by_keras(w: Any, dw: Any, m: Any, v: Any, *settings: Any) -> Any:
    t, lr = settings
    m, v = m + (dw - m) * (1 - 0.9), v + (np.square(dw) - v) * (1 - 0.999)
    rate = lr * math.sqrt(1 - 0.999**t) / (1 - 0.9**t)
    return [w - m * rate / (np.sqrt(v) + 1e-7), m, v]


def number_by_number(w: Any, dw: Any, m: Any, v: Any, *settings: Any) -> Any:
    t, lr = settings
    new = [np.empty_like(w) for _ in range(3)]
    for i in np.ndindex(w.shape):
        new[1][i] = 0.9 * m[i] + (1 - 0.9) * dw[i]
        new[2][i] = 0.999 * v[i] + (1 - 0.999) * dw[i] * dw[i]
        root = math.sqrt(new[2][i] / (1 - math.pow(0.999, t)))
        new[0][i] = w[i] - lr * new[1][i] / (1 - math.pow(0.9, t)) / (root + 1e-7)
    return tuple(new)


# The network


def one_after_the_other(shape: Any, filters: int, classes: int, seed: int) -> Any:
    rng, (h, w, _) = np.random.default_rng(seed), shape
    conv, dense = layers.Conv2D(filters, (3, 3)), layers.Dense(classes)
    conv.build(shape, rng)
    dense.build(((h - 2) // 2 * ((w - 2) // 2) * filters,), rng)
    middle = layers.ReLU(), layers.MaxPool2D((2, 2)), layers.Flatten()
    return (conv, *middle, dense)


def relu_after_the_pooling(shape: Any, filters: int, classes: int, seed: int) -> Any:
    network = [layers.Conv2D(filters, 3, init="glorot"), layers.MaxPool2D(2, stride=2)]
    network += [layers.ReLU(), layers.Flatten(), layers.Dense(classes)]
    return wrong_network.built(network, shape, seed)


def seeds_for_each_layer(shape: Any, filters: int, classes: int, seed: int) -> Any:
    network = wrong_network.plan(filters, classes)
    for place, layer in enumerate(network):
        layer.build(shape, np.random.default_rng((seed, place)))
        shape = layer.output_shape(shape)
    return network


# The loop that trains


def with_lists(
    network: Any, x: Any, y: Any, *settings: Any, step: Function = by_the_paper
) -> Any:
    epochs, size, lr, seed = settings
    learning = [layer for layer in network if layer.parameters]
    memory = [{k: (0 * w, 0 * w) for k, w in f.parameters.items()} for f in learning]
    measured = []
    for epoch in range(epochs):
        for batch in by_random_keys(len(x), size, seed + 7 * epoch):
            loss, dy = by_logaddexp(wrong_network.scores(network, x[batch]), y[batch])
            measured.append(loss)
            for layer in network[::-1]:
                dy = layer.backward(dy)
            for layer, kept in zip(learning, memory, strict=True):
                for k, w in layer.parameters.items():
                    t = len(measured)
                    new = step(w, layer.gradients[k], *kept[k], t, lr)
                    layer.parameters[k], kept[k] = new[0], new[1:]
    return measured


def in_place(network: Any, x: Any, y: Any, *settings: Any) -> Any:
    epochs, size, lr, seed = settings
    adam, measured = optimizers.Adam(lr), np.zeros(0)
    for epoch in range(epochs):
        for batch in by_a_generator(len(x), size, 1000 * seed + epoch):
            out = wrong_network.scores(network, x[batch])
            loss, dy = losses.softmax_cross_entropy(out, y[batch].argmax(1))
            measured = np.append(measured, loss)
            for layer in reversed(network):
                dy = layer.backward(dy)
            names = [(f, k) for f in network for k in f.parameters]
            w = {str(i): f.parameters[k] for i, (f, k) in enumerate(names)}
            dw = {str(i): f.gradients[k] for i, (f, k) in enumerate(names)}
            adam.step(w, dw)
    return measured


def unshuffled(network: Any, x: Any, y: Any, epochs: int, size: int, *more: Any) -> Any:
    """Train without a shuffle, which is the task of batches."""
    way = wrong_loop.loop(
        deal=lambda n, size, _: np.split(np.arange(n), range(size, n, size))
    )
    return tuple(way(network, x, y, epochs, size, *more))


# Keras, played by NumPy: what a model that a student makes can be asked for


class Model:
    """A model that predicts by a function of weights and images."""

    def __init__(self, function: Function, weights: Any) -> None:
        self.function, self.weights = function, weights

    def __call__(self, x: np.ndarray) -> Any:
        model = self

        class Tensor:
            def numpy(self) -> Any:
                return model.function(*model.weights, x)

        return Tensor()


def modelled(function: Function) -> Function:
    """Return a to_keras whose models predict by a function."""

    @functools.wraps(function)
    def to_keras(shape: Any, weights: Any) -> Model:
        return Model(function, weights)

    return to_keras


def trained(function: Function) -> Function:
    """Return a train_keras that trains a network of ours, and leaves its weights in the model."""

    @functools.wraps(function)
    def train_keras(model: Model, x: Any, y: Any, *settings: Any) -> Any:
        filters, classes = model.weights[0].shape[3], y.shape[1]
        network = wrong_network.make_network(x.shape[1:], filters, classes, 0)
        wrong_network.set_weights(network, model.weights)
        measured = function(network, x, y, *settings, 3)
        model.weights = wrong_network.weights(network)
        return measured

    return train_keras


def probabilities_by_hand(w: Any, b: Any, u: Any, c: Any, x: Any) -> Any:
    windows = np.lib.stride_tricks.sliding_window_view(x, (3, 3), axis=(1, 2))
    maps = np.einsum("nijcuv,uvcf->nijf", windows, w) + b
    n, h, v, f = maps.shape
    maps = np.maximum(maps[:, : h // 2 * 2, : v // 2 * 2], 0)
    maps = maps.reshape(n, h // 2, 2, v // 2, 2, f).max(axis=(2, 4))
    z = np.exp(maps.reshape(n, -1) @ u + c)
    return z / z.sum(axis=1, keepdims=True)


def probabilities_by_loops(w: Any, b: Any, u: Any, c: Any, x: Any) -> Any:
    maps = pool.max_pool2d(conv.conv2d_loops(x, w, b), 2).clip(min=0)
    z = maps.reshape(len(x), -1) @ u + c
    return np.stack([np.exp(row) / np.exp(row).sum() for row in z])


def epoch_means(train: Function) -> Function:
    def train_keras(network: Any, x: Any, y: Any, epochs: int, *more: Any) -> Any:
        return np.reshape(train(network, x, y, epochs, *more), (epochs, -1)).mean(1)

    return train_keras


# Mean and spread


def by_statistics(runs: np.ndarray) -> np.ndarray:
    return np.array([[statistics.mean(r), statistics.stdev(r)] for r in runs.tolist()])


def by_sums(runs: np.ndarray) -> np.ndarray:
    n = runs.shape[1]
    mean = runs.sum(axis=1) / n
    spread = np.sqrt(((runs - mean[:, None]) ** 2).sum(axis=1) / (n - 1))
    return np.column_stack([mean, spread])


def by_variance(runs: np.ndarray) -> np.ndarray:
    found = np.empty((len(runs), 2))
    for row, of_one in zip(found, runs, strict=True):
        row[:] = np.mean(of_one), np.var(of_one, ddof=1) ** 0.5
    return found


PARTS = [
    Part(
        "prepare",
        training.check_prepare,
        wrong_data.prepare,
        wrong_data.PREPARE_MISTAKES,
        list(
            map(
                apart("x", "y"),
                [prepared_in_place, prepared_one_by_one, prepared_by_broadcasting],
            )
        ),
        together("x", "y"),
    ),
    Part(
        "batches",
        training.check_batches,
        wrong_batches.batches,
        wrong_batches.BATCH_MISTAKES,
        [by_a_generator, by_random_keys, into_tuples],
    ),
    Part(
        "softmax_cross_entropy",
        training.check_loss,
        wrong_loss.softmax_cross_entropy,
        wrong_loss.LOSS_MISTAKES,
        list(
            map(apart("loss", "gradient"), [by_log_sum_exp, row_by_row, by_logaddexp])
        ),
        together("loss", "gradient"),
    ),
    Part(
        "adam_step",
        training.check_adam_step,
        wrong_adam.adam_step,
        wrong_adam.ADAM_MISTAKES,
        list(map(apart("w", "m", "v"), [by_the_paper, by_keras, number_by_number])),
        together("w", "m", "v", first="m"),
    ),
    Part(
        "make_network",
        training.check_make_network,
        wrong_network.make_network,
        wrong_network.NETWORK_MISTAKES,
        [one_after_the_other, relu_after_the_pooling, seeds_for_each_layer],
    ),
    Part(
        "train",
        functools.partial(training.check_train, wrong_network.make_network),
        wrong_loop.train,
        wrong_loop.LOOP_MISTAKES,
        [with_lists, in_place, unshuffled],
    ),
    Part(
        "to_keras",
        training.check_to_keras,
        wrong_keras.probabilities,
        wrong_keras.MODEL_MISTAKES,
        # What students write is in test_checks_training.py: it needs Keras.
        [
            probabilities_by_hand,
            probabilities_by_loops,
            lambda *given: wrong_keras.probabilities(*given) + np.float32(2e-5),
        ],
        modelled,
    ),
    Part(
        "train_keras",
        functools.partial(
            training.check_train_keras, modelled(wrong_keras.probabilities)
        ),
        wrong_keras.train_keras,
        wrong_keras.FIT_MISTAKES,
        [
            epoch_means(functools.partial(with_lists, step=by_keras)),
            *map(epoch_means, [in_place, unshuffled]),
        ],
        trained,
    ),
    Part(
        "mean_and_spread",
        training.check_mean_and_spread,
        wrong_spread.mean_and_spread,
        wrong_spread.SPREAD_MISTAKES,
        [by_statistics, by_sums, by_variance],
    ),
]
