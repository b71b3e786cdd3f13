"""The loop that trains a network, and what measures it."""

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cnn_course.arrays import Array, require_float
from cnn_course.layers import Layer
from cnn_course.losses import require_labels, softmax, softmax_cross_entropy
from cnn_course.optimizers import Adam, Optimizer

if TYPE_CHECKING:
    from tqdm import tqdm

Labels = NDArray[np.integer]
History = dict[str, list[float]]


class Trainable:
    """What can be trained: it goes forwards to scores, and backwards to the gradients of its weights.

    Attributes:
        history: what the last `fit` measured: lists with one number an epoch, by name.
    """

    layers: Sequence[Layer]
    parameters: Mapping[str, Array]
    gradients: Mapping[str, Array]
    history: History

    def forward(self, x: Array, training: bool = False) -> Array:
        """Compute the scores (N, classes) of images (N, H, W, C)."""
        raise NotImplementedError

    def backward(self, dy: Array) -> None:
        """Keep the gradients for all weights, given the loss's gradient for the scores."""
        raise NotImplementedError

    def train_step(
        self, x: Array, labels: Labels, optimizer: Optimizer
    ) -> tuple[float, float]:
        """Move the weights once to make the batch's loss smaller; return its loss and accuracy before.

        Raises:
            FloatingPointError: the loss is not a number; this step has moved nothing.
        """
        scores = self.forward(x, training=True)
        loss, dy = softmax_cross_entropy(scores, labels)
        if not np.isfinite(loss):
            raise FloatingPointError(
                f"The loss is {loss} after {optimizer.steps} steps: "
                "try a smaller learning rate, and look at the images' range."
            )
        self.backward(dy)
        optimizer.step(self.parameters, self.gradients)
        return loss, float(np.mean(scores.argmax(axis=1) == labels))

    def fit(
        self,
        x: Array,
        labels: Labels,
        epochs: int = 1,
        batch_size: int = 64,
        *,
        optimizer: Optimizer | None = None,
        validation: tuple[Array, Labels] | None = None,
        seed: int = 0,
        progress: bool = True,
    ) -> History:
        """Train on images (N, H, W, C) and their labels (N,), in batches drawn in a new order each epoch.

        Ctrl-C (or the notebook's stop button) ends the training early; what was learned and measured
        until then stays.

        Args:
            optimizer: `Adam()` if None. Give the same object again to go on where it stopped.
            validation: images and labels to measure with after each epoch, never to learn from.
            seed: of the batches' order and of Dropout.
            progress: whether to show a bar for each epoch.

        Returns:
            `history`: "loss" and "accuracy", means over the epoch's batches as they were met, and
            "validation_loss" and "validation_accuracy".

        Raises:
            TypeError: the images are not float, or the labels not integers.
            ValueError: there is not one label for each image.
            FloatingPointError: the loss is no longer a number.
        """
        _require_pairs(x, labels)
        if validation is not None:
            _require_pairs(*validation)
        optimizer = Adam() if optimizer is None else optimizer
        random = np.random.default_rng(seed)
        for layer in self.layers:
            layer.random = random
        self.history = {}
        try:
            for epoch in range(epochs):
                batches = batches_of(len(x), batch_size, random)
                title = f"epoch {epoch + 1}/{epochs}"
                with _bar(batches, title, progress) as bar:
                    self._epoch(bar, (x, labels), optimizer, validation)
        except KeyboardInterrupt:
            done = len(self.history.get("loss", []))
            print(f"Stopped after {done} of {epochs} epochs; the history holds {done}.")
        return self.history

    def _epoch(
        self,
        bar: "tqdm",
        examples: tuple[Array, Labels],
        optimizer: Optimizer,
        validation: tuple[Array, Labels] | None,
    ) -> None:
        sums, count = np.zeros(2), 0
        # Not of bar itself, which would close after the last batch, before the validation.
        for batch in bar.iterable:
            x, labels = (array[batch] for array in examples)
            result = self.train_step(x, labels, optimizer)
            sums += np.multiply(result, len(batch))
            count += len(batch)
            measured = dict(zip(("loss", "accuracy"), sums / count, strict=True))
            _show(bar, measured)
            bar.update()
        if validation is not None:
            loss, accuracy = self.evaluate(*validation)
            measured |= {"validation_loss": loss, "validation_accuracy": accuracy}
            _show(bar, measured)
        for name, value in measured.items():
            self.history.setdefault(name, []).append(float(value))

    def predict(self, x: Array, batch_size: int = 256) -> Array:
        """Return the probability of each class, (N, classes), for images (N, H, W, C)."""
        parts = _parts(max(len(x), 1), batch_size)
        return np.concatenate([softmax(self.forward(x[part])) for part in parts])

    def evaluate(
        self, x: Array, labels: Labels, batch_size: int = 256
    ) -> tuple[float, float]:
        """Return the mean loss and the accuracy on images (N, H, W, C) with labels (N,)."""
        _require_pairs(x, labels)
        loss, right = 0.0, 0
        for part in _parts(len(x), batch_size):
            here, scores = labels[part], self.forward(x[part])
            loss += softmax_cross_entropy(scores, here)[0] * len(here)
            right += int(np.sum(scores.argmax(axis=1) == here))
        return loss / len(x), right / len(x)


def batches_of(
    n: int, batch_size: int, random: np.random.Generator
) -> list[NDArray[np.integer]]:
    """Deal the numbers 0 to n - 1 out into batches, in random order; the last one may be smaller.

    >>> [len(batch) for batch in batches_of(10, 4, np.random.default_rng(0))]
    [4, 4, 2]
    """
    order = random.permutation(n)
    return [order[part] for part in _parts(n, batch_size)]


def _bar(batches: list[NDArray], title: str, shown: bool) -> "tqdm":
    from tqdm import tqdm  # noqa: PLC0415 - only training needs it

    # A notebook checker takes what is on stderr for an error.
    return tqdm(batches, desc=title, unit="batch", file=sys.stdout, disable=not shown)


def _show(bar: "tqdm", measured: dict[str, float]) -> None:
    """Write numbers at the bar's end, to be seen when it is drawn next."""
    shown = {name: f"{value:.4f}" for name, value in measured.items()}
    bar.set_postfix(shown, refresh=False)


def _parts(n: int, batch_size: int) -> list[slice]:
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, not {batch_size}.")
    return [slice(i, i + batch_size) for i in range(0, n, batch_size)]


def _require_pairs(x: Array, labels: Labels) -> None:
    require_float("x", x)
    require_labels(labels)
    if not len(x) == len(labels) > 0:
        raise ValueError(
            "There must be one label for each image, and one image at least; "
            f"there are {len(labels)} labels and {len(x)} images."
        )
