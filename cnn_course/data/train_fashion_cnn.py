"""Train the small network that lies beside this file as fashion_cnn.npz.

Run once, on one core; the result is committed:

    OPENBLAS_NUM_THREADS=1 .venv/bin/python -m cnn_course.data.train_fashion_cnn

It learns from the first 54,000 training images of the full Fashion-MNIST, in an order that the seeds fix.
Its size and its learning rates were chosen by its accuracy on the last 6,000; it is measured on the
10,000 test images when it is done.
"""

import time
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cnn_course import datasets
from cnn_course.layers import Conv2D, Dense, GlobalAveragePool, MaxPool2D, ReLU
from cnn_course.network import Sequential
from cnn_course.optimizers import Adam

FILE = Path(__file__).with_name("fashion_cnn.npz")
LEARNING_RATES = (
    4e-3,
    4e-3,
    4e-3,
    3e-3,
    3e-3,
    2e-3,
    2e-3,
    2e-3,
    1e-3,
    1e-3,
    5e-4,
    2e-4,
)
LEARNED = 54_000  # training images; the others are for choosing
DECAY = 0.1


class Smooth(Adam):
    """Adam, with the first filters pulled towards zero (weight decay, Loshchilov and Hutter 2019).

    Weights that little depends on fade, so that the pictures of these filters have less noise.
    """

    def step(
        self, parameters: Mapping[str, NDArray], gradients: Mapping[str, NDArray]
    ) -> None:
        """Move every parameter once."""
        super().step(parameters, gradients)
        parameters["conv2d_1.w"][...] *= 1 - self.learning_rate * DECAY


def make() -> Sequential:
    """Return the network with the weights it starts from."""
    layers = [
        *(Conv2D(16, 5, padding=2), ReLU(), MaxPool2D(2)),
        *(Conv2D(32, 3, padding=1), ReLU(), MaxPool2D(2)),
        *(Conv2D(32, 3, padding=1), ReLU(), GlobalAveragePool(), Dense(10)),
    ]
    return Sequential(layers, input_shape=(28, 28, 1), seed=0)


def train() -> None:
    """Train the network, write it, and print what it has become."""
    data = datasets.load("fashion_mnist", full=True)
    x, labels = datasets.scale(data.x_train), data.y_train
    network, optimizer = make(), Smooth()
    start = time.process_time()
    for epoch, rate in enumerate(LEARNING_RATES):
        optimizer.learning_rate = rate
        history = network.fit(
            *(x[:LEARNED], labels[:LEARNED]),
            optimizer=optimizer,
            validation=(x[LEARNED:], labels[LEARNED:]),
            seed=epoch,
            progress=False,
        )
        shown = {name: round(values[0], 4) for name, values in history.items()}
        print(f"epoch {epoch + 1}: {shown}", flush=True)
    network.save(FILE)
    _, accuracy = network.evaluate(datasets.scale(data.x_test), data.y_test)
    seconds = time.process_time() - start
    size = sum(map(np.size, network.parameters.values()))
    print(f"{size} parameters, test accuracy {accuracy:.4f}, {seconds:.0f} s")


if __name__ == "__main__":
    train()
