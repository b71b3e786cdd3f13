"""Assignment 8, part 6: what the same network does in Keras, told by NumPy; Keras itself is the student's."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnn_course import layers, losses
from cnn_course.checks.core import Mistake
from cnn_course.checks.mistakes.training_batches import batches
from cnn_course.checks.mistakes.training_loop import (
    cross_entropy,
    loop,
    loss_of,
    means,
    on_a_copy,
    with_last,
)
from cnn_course.checks.mistakes.training_network import (
    Network,
    make_network,
    plan,
    scores,
    set_weights,
)
from cnn_course.optimizers import SGD, AdaGrad, Adam, Momentum, Optimizer, RMSprop

Function = Callable[..., Any]
DEFAULT_BATCH = 32  # Keras'

# The model


def probabilities(
    kernel: NDArray,
    kernel_bias: NDArray,
    dense: NDArray,
    dense_bias: NDArray,
    x: NDArray,
) -> NDArray:
    """Return the probability of each class: the target."""
    return losses.softmax(_scores((kernel, kernel_bias, dense, dense_bias), x))


def _scores(arrays: tuple[NDArray, ...], x: NDArray, **other: Any) -> NDArray:
    network = plan(arrays[0].shape[3], arrays[2].shape[1], **other)
    shape = x.shape[1:]
    for layer in network:
        layer.build(shape)
        shape = layer.output_shape(shape)
    return scores(set_weights(network, arrays), x)


def predicted(to_keras: Function) -> Function:
    """Return a function of weights and images: the probabilities by the model that ``to_keras`` makes."""

    def probabilities_of(
        kernel: NDArray,
        kernel_bias: NDArray,
        dense: NDArray,
        dense_bias: NDArray,
        x: NDArray,
    ) -> Any:
        model = to_keras(x.shape[1:], [kernel, kernel_bias, dense, dense_bias])
        return model(x).numpy() if callable(model) else model

    probabilities_of.__name__ = getattr(to_keras, "__name__", "to_keras")
    return probabilities_of


def _model(
    end: Function = losses.softmax,
    arrays: Callable[..., tuple[NDArray, ...]] = lambda *arrays: arrays,
    **other: layers.Layer | None,
) -> Function:
    """Return probabilities by a model with another end, other weights, or ``other`` layers."""

    def wrong(*given: NDArray) -> Any:
        *own, x = given
        return end(_scores(arrays(*own), x, **other))

    return wrong


def _relu(x: NDArray) -> NDArray:
    return np.maximum(x, 0)


def _sigmoid(z: NDArray) -> NDArray:
    return 1 / (1 + np.exp(-z))


LEAKY = "The activation is Keras' leaky ReLU; a plain one is wanted."

MODEL_MISTAKES = (
    Mistake(
        "These are the scores. A softmax must make probabilities of them.",
        _model(lambda z: z),
    ),
    Mistake(
        "The probabilities of an image do not add up to 1: use softmax, not sigmoid, at the end.",
        _model(_sigmoid),
    ),
    Mistake(
        "A ReLU stands at the end; a softmax is wanted.",
        _model(_relu),
    ),
    Mistake(
        "A ReLU stands before the softmax: negative scores are lost.",
        _model(lambda z: losses.softmax(_relu(z))),
    ),
    Mistake(
        "There are two softmax, one after the other.",
        _model(lambda z: losses.softmax(losses.softmax(z))),
    ),
    Mistake(
        "The ReLU is missing: the convolution needs its activation.",
        _model(relu=None),
    ),
    Mistake(
        "The convolution has a sigmoid; a ReLU is wanted.",
        _model(relu=layers.Sigmoid()),
    ),
    Mistake(
        "The convolution has tanh; a ReLU is wanted.",
        _model(relu=layers.Tanh()),
    ),
    Mistake(
        LEAKY,
        _model(relu=layers.LeakyReLU()),
    ),
    Mistake(LEAKY, _model(relu=layers.LeakyReLU(0.2))),
    Mistake(
        "The pooling takes the mean of each window; the largest is wanted.",
        _model(pool=layers.AveragePool2D(2)),
    ),
    Mistake(
        "The biases are zero: copy them too.",
        _model(arrays=lambda w, b, u, c: (w, 0 * b, u, 0 * c)),
    ),
    Mistake(
        "The biases of the convolution are zero: copy them too.",
        _model(arrays=lambda w, b, u, c: (w, 0 * b, u, c)),
    ),
    Mistake(
        "The biases of the dense layer are zero: copy them too.",
        _model(arrays=lambda w, b, u, c: (w, b, u, 0 * c)),
    ),
    Mistake(
        "The filters are turned by 180 degrees. Keras lays them on as they are.",
        _model(arrays=lambda w, b, u, c: (w[::-1, ::-1], b, u, c)),
    ),
    Mistake(
        "The filters are transposed. Keras has them as (KH, KW, C, F) too.",
        _model(arrays=lambda w, b, u, c: (w.transpose(1, 0, 2, 3), b, u, c)),
    ),
    Mistake(
        "These are the logarithms of the probabilities.",
        _model(lambda z: np.log(losses.softmax(z))),
    ),
    Mistake(
        "This is the class of each image; the probability of every class is wanted.",
        _model(lambda z: z.argmax(axis=1)),
    ),
)

NOT_COPIED = (
    "The predictions are others each time: the weights are drawn anew, and not copied."
)

# The training

train_keras = loop(report=means)  # the target, by a network of ours


def losses_of_keras(to_keras: Function, train: Function) -> Function:
    """Return a function of weights, images and settings: the losses of training, and the loss after it."""

    def losses_of(*given: Any) -> Any:
        *arrays, x, y, epochs, size, learning_rate = given
        model = to_keras(x.shape[1:], arrays)
        found = train(model, x, y, epochs, size, learning_rate)
        p = np.asarray(model(x).numpy(), np.float64)
        return with_last(found, float(np.mean(-np.log(p[y > 0]))))

    losses_of.__name__ = getattr(train, "__name__", "train_keras")
    return losses_of


def losses_of_ours(train: Function) -> Function:
    """Return the same function for a way to train a network of ours."""

    def losses_of(  # noqa: PLR0917 -- students see a case by these names
        kernel: NDArray,
        kernel_bias: NDArray,
        dense: NDArray,
        dense_bias: NDArray,
        x: NDArray,
        y: NDArray,
        epochs: int,
        size: int,
        learning_rate: float,
    ) -> Any:
        network = make_network(x.shape[1:], kernel.shape[3], dense.shape[1], 0)
        set_weights(network, (kernel, kernel_bias, dense, dense_bias))
        found = train(network, x, y, epochs, size, learning_rate, 0)
        return with_last(found, loss_of(scores(network, x), y))

    return losses_of


def _through_softmax(loss: Function, slope: Function) -> Function:
    """Return a loss of probabilities with its gradient for the scores; both are means over all numbers."""

    def lose(z: NDArray, y: NDArray) -> tuple[float, NDArray]:
        p = losses.softmax(z)
        dp = slope(p, y) / z.dtype.type(p.size)
        return float(loss(p, y).mean()), p * (dp - (dp * p).sum(axis=1, keepdims=True))

    return lose


squares = _through_softmax(lambda p, y: (p - y) ** 2, lambda p, y: 2 * (p - y))
absolute = _through_softmax(lambda p, y: np.abs(p - y), lambda p, y: np.sign(p - y))


def binary(z: NDArray, y: NDArray) -> tuple[float, NDArray]:
    """Return what Keras makes of a binary cross-entropy after a softmax: that of a sigmoid of the scores."""
    loss = np.logaddexp(0, np.where(y > 0, -z, z)).mean()
    return float(loss), (_sigmoid(z) - y) / z.dtype.type(y.size)


def _in_keras(optimizer: Callable[[float], Optimizer] = Adam, **other: Any) -> Function:
    return loop(optimizer, **({"report": means} | other))


def _accuracy(z: NDArray, y: NDArray) -> tuple[float, NDArray]:
    """Return the share of right answers, with the gradient that trains."""
    right = float(np.mean(z.argmax(axis=1) == y.argmax(axis=1)))
    return right, cross_entropy(z, y)[1]


def _without_the_last_fifth(
    network: Network, x: NDArray, y: NDArray, *given: Any
) -> list[float]:
    n = int(len(x) * (1 - 0.2))
    return train_keras(network, x[:n], y[:n], *given)


def _exchanged(
    network: Network, x: NDArray, y: NDArray, epochs: int, size: int, *given: Any
) -> list[float]:
    return train_keras(network, x, y, size, epochs, *given)


def _copied(
    network: Network, x: NDArray, y: NDArray, epochs: int, size: int, *given: Any
) -> list[float]:
    found = on_a_copy(loop())(network, x, y, epochs, size, *given)
    return means(found, len(found) // epochs)


FIT_MISTAKES = (
    Mistake("The optimizer is SGD; Adam is wanted.", _in_keras(SGD)),
    Mistake("The optimizer is SGD with momentum; Adam is wanted.", _in_keras(Momentum)),
    Mistake("The optimizer is RMSprop; Adam is wanted.", _in_keras(RMSprop)),
    Mistake("The optimizer is Adagrad; Adam is wanted.", _in_keras(AdaGrad)),
    Mistake(
        'The learning rate is Keras\' own, 0.001: give Adam yours, with learning_rate=; "adam" takes none.',
        _in_keras(lambda _: Adam()),
    ),
    Mistake(
        "The optimizer is RMSprop with Keras' own learning rate, which is its default; Adam is wanted.",
        _in_keras(lambda _: RMSprop()),
    ),
    Mistake(
        "The loss is the mean of squares; the cross-entropy is wanted.",
        _in_keras(lose=squares),
    ),
    Mistake(
        "The loss is the mean of differences; the cross-entropy is wanted.",
        _in_keras(lose=absolute),
    ),
    Mistake(
        "The loss is the cross-entropy of yes or no for each class (binary). "
        "One class of many is right: use the categorical one.",
        _in_keras(lose=binary),
    ),
    Mistake(
        "There is one epoch only: give fit the number of epochs.",
        _in_keras(first=lambda epochs: epochs[:1]),
    ),
    Mistake(
        "There is one epoch too many.",
        _in_keras(first=lambda epochs: [*epochs, len(epochs)]),
    ),
    Mistake(
        "The batches have Keras' own size, 32: give fit the size, with batch_size=.",
        _in_keras(deal=lambda n, _, seed: batches(n, DEFAULT_BATCH, seed)),
    ),
    Mistake("Epochs and the size of a batch are exchanged.", _exchanged),
    Mistake(
        "The accuracy of each epoch is returned; the loss is wanted.",
        _in_keras(lose=_accuracy),
    ),
    Mistake(
        "Only the last loss is returned; one for each epoch is wanted.",
        _in_keras(report=lambda losses, steps: means(losses, steps)[-1:]),
    ),
    Mistake(
        "A part of the images is kept for validation: learn from all of them.",
        _without_the_last_fifth,
    ),
    Mistake(
        "The losses are right, but the model that was given has not learned: train it, not a copy.",
        _copied,
    ),
)
