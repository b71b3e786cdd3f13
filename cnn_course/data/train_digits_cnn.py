"""Train the small network that lies beside this file as digits_cnn.npz.

Run once, on one core; the result is committed:

    OPENBLAS_NUM_THREADS=1 .venv/bin/python -m cnn_course.data.train_digits_cnn

It learns from 55,000 of the 60,000 training images of the full MNIST: all but the 5,000 that come with the
package, so that those are new to it. The learning rates were chosen by its accuracy on our 4,000 training
images; it is measured on the 10,000 test images of the full MNIST when it is done.
"""

import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cnn_course import datasets, storage
from cnn_course.layers import Conv2D, Dense, Flatten, MaxPool2D, ReLU
from cnn_course.network import Sequential
from cnn_course.optimizers import Adam

FILE = Path(__file__).with_name("digits_cnn.npz")
LEARNING_RATES = (2e-3, 2e-3, 1e-3, 1e-3, 1e-3, 5e-4, 5e-4, 2e-4, 1e-4, 5e-5)
LEVELS = 127  # whole numbers of a byte above zero, and as many below


def make() -> Sequential:
    """Return the network with the weights it starts from: LeNet-5's sizes, with ReLU and the maximum."""
    layers = [
        *(Conv2D(6, 5, padding=2), ReLU(), MaxPool2D(2)),
        *(Conv2D(16, 5), ReLU(), MaxPool2D(2), Flatten()),
        *(Dense(120), ReLU(), Dense(84), ReLU(), Dense(10)),
    ]
    return Sequential(layers, input_shape=(28, 28, 1), seed=0)


def new_images() -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
    """Return the training images of the full MNIST that the package does not hold, and their labels."""
    small, full = datasets.load("mnist"), datasets.load("mnist", full=True)
    ours = {image.tobytes() for image in np.concatenate([small.x_train, small.x_test])}
    new = [image.tobytes() not in ours for image in full.x_train]
    return datasets.scale(full.x_train[new]), full.y_train[new]


def rounded(
    arrays: dict[str, NDArray[np.floating]],
) -> tuple[dict[str, NDArray[np.int8]], dict[str, float]]:
    """Return each array as whole numbers -127..127, and its step: what one of them stands for."""
    steps = {
        name: float(np.float32(np.abs(a).max() / LEVELS)) for name, a in arrays.items()
    }
    whole = {name: np.rint(a / steps[name]).astype(np.int8) for name, a in arrays.items()}  # fmt: skip
    return whole, steps


def train() -> None:
    """Train the network, write it, and print what it has become."""
    x, labels = new_images()
    small, full = datasets.load("mnist"), datasets.load("mnist", full=True)
    network, optimizer = make(), Adam()
    start = time.process_time()
    for epoch, rate in enumerate(LEARNING_RATES):
        optimizer.learning_rate = rate
        history = network.fit(
            *(x, labels),
            optimizer=optimizer,
            validation=(datasets.scale(small.x_train), small.y_train),
            seed=epoch,
            progress=False,
        )
        shown = {name: round(values[0], 4) for name, values in history.items()}
        print(f"epoch {epoch + 1}: {shown}", flush=True)
    whole, steps = rounded(network.parameters)
    about = {"input_shape": network.input_shape, "steps": steps}
    storage.save(FILE, network.layers, about, whole)
    for name, array in network.parameters.items():
        array[...] = whole[name] * np.float32(steps[name])
    test = datasets.scale(full.x_test), full.y_test
    ours = datasets.scale(small.x_test), small.y_test
    print(f"{len(x)} images, {sum(map(np.size, whole.values()))} parameters")
    for name, images in (("full", test), ("ours", ours)):
        print(f"test accuracy, {name}: {network.evaluate(*images)[1]:.4f}")
    print(f"{time.process_time() - start:.0f} s")


if __name__ == "__main__":
    train()
