"""Assignment 8, part 5: the loop that trains.

Whatever order the images come in, some losses are the same for everybody: where all of them are in one
batch, and where all of them are equal. These are compared.
"""

import functools
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Mistake
from cnn_course.checks.mistakes.training_batches import batches
from cnn_course.checks.mistakes.training_network import (
    Network,
    make_network,
    scores,
    set_weights,
    weights,
)
from cnn_course.losses import softmax_cross_entropy
from cnn_course.optimizers import SGD, Adam, Optimizer

Function = Callable[..., Any]


def cross_entropy(z: NDArray, y: NDArray) -> tuple[float, NDArray]:
    """Return the mean loss for one-hot rows y, and its gradient for the scores z."""
    return softmax_cross_entropy(z, y.argmax(axis=1))


def loop(
    optimizer: Callable[[float], Optimizer] = Adam,
    *,
    lose: Function = cross_entropy,
    deal: Function = batches,
    before_epoch: Function = lambda optimizer, epoch: None,
    before_step: Function = lambda optimizer, epoch: None,
    moved: Callable[[int, str], bool] = lambda layer, name: True,
    one_by_one: bool = False,
    report: Function = lambda losses, steps: losses,
    first: Callable[[list], list] = lambda epochs: epochs,
) -> Function:
    """Return a way to train. What it may do otherwise is looked up in the names of its arguments."""

    def train(network: Network, x: NDArray, y: NDArray, *settings: Any) -> list[float]:
        epochs, size, learning_rate, seed = settings
        optimizer_, losses, steps = optimizer(learning_rate), [], 0
        for epoch in first(list(range(epochs))):
            before_epoch(optimizer_, epoch)
            dealt = deal(len(x), size, seed + epoch)
            steps = len(dealt)
            for batch in dealt:
                before_step(optimizer_, epoch)
                loss, dy = lose(scores(network, x[batch]), y[batch])
                losses.append(loss)
                _step(network, dy, optimizer_, moved, one_by_one)
        return report(losses, steps)

    return train


def _step(
    network: Network,
    dy: NDArray,
    optimizer: Optimizer,
    moved: Callable[[int, str], bool],
    one_by_one: bool = False,
) -> None:
    for layer in reversed(network):
        dy = layer.backward(dy)
    found = {
        (place, name): layer
        for place, layer in enumerate(network)
        for name in layer.parameters
        if moved(place, name)
    }
    for keys in [[key] for key in found] if one_by_one else [list(found)]:
        optimizer.step(
            {key: found[key].parameters[key[1]] for key in keys},
            {key: found[key].gradients[key[1]] for key in keys},
        )


class PaperAdam(Adam):
    """Adam with epsilon added to the root of the corrected squares, as in Kingma and Ba 2015."""

    def change(self, name: str, gradient: NDArray) -> NDArray:
        """Return the corrected step; where it is added does matter to small gradients."""
        keep, self.epsilon = (
            self.epsilon,
            (self.epsilon * (1 - self.beta_2**self.steps) ** 0.5),
        )
        found = super().change(name, gradient)
        self.epsilon = keep
        return found


train = loop()  # the target


def losses_of(make: Function, train: Function) -> Function:
    """Return a function of weights, images and settings: the losses of training, and the loss after it."""

    def losses(  # noqa: PLR0917 -- students see a case by these names
        kernel: NDArray,
        kernel_bias: NDArray,
        dense: NDArray,
        dense_bias: NDArray,
        x: NDArray,
        y: NDArray,
        epochs: int,
        size: int,
        learning_rate: float,
        seed: int,
    ) -> Any:
        arrays = kernel, kernel_bias, dense, dense_bias
        network = make(x.shape[1:], kernel.shape[3], dense.shape[1], 0)
        set_weights(network, arrays)
        found = train(network, x, y, epochs, size, learning_rate, seed)
        return with_last(found, loss_of(scores(network, x), y))

    losses.__name__ = getattr(train, "__name__", "train")
    return losses


def loss_of(z: Any, y: NDArray) -> float:
    """Return the mean cross-entropy of scores that may have become anything."""
    return cross_entropy(np.asarray(z, np.float64), y)[0]


def with_last(found: Any, last: float) -> Any:
    """Append a loss to a student's list of losses; what is no such list stays as it is."""
    if not isinstance(found, list | tuple | np.ndarray):
        return found
    try:
        losses = np.asarray(found)
    except ValueError:
        return found
    if losses.ndim != 1 or losses.dtype.type not in (np.float32, np.float64):
        return found
    return np.append(losses, last).astype(np.float32)


def _set_steps(steps: Callable[[int], int]) -> Function:
    def change(optimizer: Optimizer, epoch: int) -> None:
        optimizer.steps = steps(epoch)

    return change


def _forget(optimizer: Optimizer, _: int) -> None:
    optimizer.memory.clear()


def _forget_all(optimizer: Optimizer, _: int) -> None:
    optimizer.memory.clear()
    optimizer.steps = 0


def means(losses: Sequence[float], steps: int) -> list[float]:
    """Return the mean loss of each epoch."""
    return [float(np.mean(losses[i : i + steps])) for i in range(0, len(losses), steps)]


def _upwards(adam: type[Adam]) -> Callable[[float], Adam]:
    def make(learning_rate: float) -> Adam:
        made = adam(learning_rate)
        made.learning_rate = -learning_rate
        return made

    return make


def _after(train: Function) -> Function:
    """Report the loss after each step in the place of the loss before it."""

    def report(*given: Any) -> list[float]:
        network, x, y, *_ = given
        return [*train(*given)[1:], loss_of(scores(network, x), y)]

    return report


def on_a_copy(train: Function) -> Function:
    """Return a way to train another network with the same weights."""

    def on_another(network: Network, x: NDArray, y: NDArray, *given: Any) -> Any:
        arrays = weights(network)
        copy = make_network(x.shape[1:], arrays[0].shape[3], y.shape[1], 0)
        return train(set_weights(copy, tuple(arrays)), x, y, *given)

    return on_another


def _scaled(power: int, z: NDArray, y: NDArray) -> tuple[float, NDArray]:
    loss, dy = cross_entropy(z, y)
    return loss, dy * z.dtype.type(float(len(z)) ** power)


def loop_mistakes(adam: type[Adam]) -> tuple[Mistake, ...]:
    """Return the ways to miss the target, each with one kind of Adam."""
    way = functools.partial(loop, adam)
    return (
        Mistake(
            "m and v begin anew in each batch: keep them from step to step, for each array of weights.",
            way(before_step=_forget),
        ),
        Mistake(
            "m and v begin anew in each epoch: keep them until the training ends.",
            way(before_epoch=_forget),
        ),
        Mistake(
            "t, m and v begin anew in each epoch: keep them until the training ends.",
            way(before_epoch=_forget_all),
        ),
        Mistake(
            "t and m and v begin anew in each batch: keep them until the training ends.",
            way(before_step=_forget_all),
        ),
        Mistake(
            "t stays 1: it counts the steps, from 1 to the end of the training.",
            way(before_step=_set_steps(lambda _: 0)),
        ),
        Mistake(
            "t counts the epochs; it counts the steps, one for each batch.",
            way(before_step=_set_steps(lambda epoch: epoch)),
        ),
        Mistake(
            "t goes up with each array of weights; it goes up once for each batch.",
            way(one_by_one=True),
        ),
        Mistake(
            "t begins anew in each epoch: it counts all steps of the training.",
            way(before_epoch=_set_steps(lambda _: 0)),
        ),
        Mistake(
            "The biases do not move: go through all names in layer.parameters.",
            way(moved=lambda _, name: name == "w"),
        ),
        Mistake(
            "Only the dense layer learns; the filters stay as they were.",
            way(moved=lambda place, _: place > 0),
        ),
        Mistake(
            "Only the convolution learns; the dense layer stays as it was.",
            way(moved=lambda place, _: place == 0),
        ),
        Mistake(
            "Nothing moves: put what adam_step returns back into layer.parameters.",
            way(moved=lambda *_: False),
        ),
        Mistake(
            "The losses are right, but the network that was given has not learned: train it, not a copy.",
            on_a_copy(way()),
        ),
        Mistake(
            "The weights go up the slope, and the loss grows.", loop(_upwards(adam))
        ),
        *(
            Mistake(
                "The gradient is multiplied or divided by the number of images once more.",
                way(lose=functools.partial(_scaled, power)),
            )
            for power in (-1, 1)
        ),
        Mistake(
            "This is plain gradient descent; use adam_step.",
            loop(SGD),
        ),
        Mistake(
            "The learning rate is always 0.001: use the one that is given.",
            loop(lambda _: adam(0.001)),
        ),
        Mistake(
            "Only the first epoch is there: does `return` stand inside of the loop?",
            way(first=lambda epochs: epochs[:1]),
        ),
        Mistake(
            "There is one epoch too many.",
            way(first=lambda epochs: [*epochs, len(epochs)]),
        ),
        Mistake(
            "There is one step in each epoch: take all batches, of the size that is given.",
            way(deal=lambda *given: batches(*given)[:1]),
        ),
        Mistake(
            "Only the first batch of all is learned from: does `return` stand inside of the loop?",
            way(
                deal=lambda *given: batches(*given)[:1], first=lambda epochs: epochs[:1]
            ),
        ),
        Mistake(
            "The last, smaller batch is left out.",
            way(
                deal=lambda n, size, seed: [
                    batch
                    for batch in batches(n, size, seed)
                    if len(batch) == min(n, size)
                ]
            ),
        ),
        Mistake(
            "There is one loss for each epoch; one for each batch is wanted.",
            way(report=means),
        ),
        Mistake(
            "There is one loss for each epoch, that of its last batch; one for each batch is wanted.",
            way(report=lambda losses, steps: losses[steps - 1 :: steps]),
        ),
        Mistake(
            "Only the last loss is returned; one for each batch is wanted.",
            way(report=lambda losses, _: losses[-1:]),
        ),
        Mistake(
            "Only the losses of the last epoch are returned: begin the list before the loops.",
            way(report=lambda losses, steps: losses[-steps:]),
        ),
        Mistake(
            "The losses are added up from batch to batch; each stands for its own batch.",
            way(report=lambda losses, _: np.cumsum(losses).tolist()),
        ),
        Mistake(
            "Each loss is measured after its step. It is the one that the step starts from.",
            _after(way()),
        ),
    )


LOOP_MISTAKES = loop_mistakes(Adam)
