"""Real images: Fashion-MNIST and MNIST, a small part of each in the package, all of them on request."""

import gzip
import hashlib
import os
import zipfile
import zlib
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).parent / "data"
ORIGIN = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"  # where Keras takes them from
ARRAYS = ("x_train", "y_train", "x_test", "y_test")

CLASS_NAMES = {
    "fashion_mnist": (
        "T-shirt/top",
        "Trouser",
        "Pullover",
        "Dress",
        "Coat",
        "Sandal",
        "Shirt",
        "Sneaker",
        "Bag",
        "Ankle boot",
    ),
    "mnist": tuple("0123456789"),
}

# Keras' own files and folders, so that what either of us has downloaded serves both.
FULL_FILES = {
    "fashion_mnist": tuple(
        f"fashion-mnist/{part}-{kind}-ubyte.gz"
        for part in ("train", "t10k")
        for kind in ("images-idx3", "labels-idx1")
    ),
    "mnist": ("mnist.npz",),
}

# SHA-256 over the arrays' shapes and bytes (see `digest`), so that a recompressed file still counts.
DIGESTS = {
    "fashion_mnist": "79d1b82b2415471ddb91a38fe03dbfbede1393a92b4f6c61bd3e00b55cba6fc6",
    "mnist": "879026843649aaf0837c0d4acb337dd94b2bdd289ad814679403333c98c5e816",
    "fashion_mnist, full": "eee656c63c1c7a3b7c885d28c97fd74dc039264ce75eae7cb8d991df379ef736",
    "mnist, full": "25c98f992c005963b7428e1f38418b233c9b286cc403519287eb8063f0bcfe07",
}

# What reading a file raises that was cut off while it was downloaded, for instance.
DAMAGED = (
    OSError,
    EOFError,
    ValueError,
    KeyError,
    IndexError,
    zlib.error,
    zipfile.BadZipFile,
)


class Dataset(NamedTuple):
    """Images (N, 28, 28) in uint8, labels (N,) in uint8, and the name of each class."""

    x_train: NDArray[np.uint8]
    y_train: NDArray[np.uint8]
    x_test: NDArray[np.uint8]
    y_test: NDArray[np.uint8]
    class_names: tuple[str, ...]


def load(name: str = "fashion_mnist", full: bool = False) -> Dataset:
    """Load "fashion_mnist" or "mnist".

    The small part comes with the package: 5,000 and 1,000 garments, or 4,000 and 1,000 digits,
    the same number of each class. All the small digits are training images of the full MNIST.

    With ``full``, all 60,000 and 10,000 images are read from Keras' cache (``~/.keras/datasets``, or
    ``datasets`` below ``$KERAS_HOME``), and downloaded into it if they are not there.

    Raises:
        ValueError: the name is unknown, or the arrays are not the ones published.
        FileNotFoundError: the full data are neither in the cache nor to be had from the network.

    >>> garments = load("fashion_mnist")
    >>> garments.x_train.shape, garments.class_names[garments.y_train[0]]
    ((5000, 28, 28), 'Ankle boot')
    """
    if name not in CLASS_NAMES:
        raise ValueError(
            f"There is no data set {name!r}: choose from {', '.join(CLASS_NAMES)}."
        )
    arrays = _read_full(name) if full else _read_npz(HERE / f"{name}.npz")
    key = f"{name}, full" if full else name
    if digest(arrays) != DIGESTS[key]:
        where = (
            ", ".join(map(str, _cached(name))) if full else str(HERE / f"{name}.npz")
        )
        raise ValueError(
            f"These are not the published images of {key}: delete {where}, then load again."
        )
    return Dataset(**arrays, class_names=CLASS_NAMES[name])


def scale(images: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Turn grey images 0..255 (N, H, W) into what a network takes: 0..1, float32, (N, H, W, 1).

    >>> scale(np.array([[[0, 51, 255]]], dtype=np.uint8))[0, :, :, 0]
    array([[0. , 0.2, 1. ]], dtype=float32)
    """
    if images.dtype != np.uint8 or images.ndim != 3:
        raise ValueError(
            f"scale takes uint8 images (N, H, W), not {images.dtype} of shape {images.shape}."
        )
    return images[..., np.newaxis].astype(np.float32) / np.float32(255)


def one_hot(labels: NDArray[np.integer], classes: int) -> NDArray[np.float32]:
    """Turn labels (N,) into rows (N, classes) that hold a single 1.

    >>> one_hot(np.array([2, 0]), 3)
    array([[0., 0., 1.],
           [1., 0., 0.]], dtype=float32)
    """
    if len(labels) and not 0 <= labels.min() <= labels.max() < classes:
        raise ValueError(
            f"Labels must lie in 0..{classes - 1}; these go from {labels.min()} to {labels.max()}."
        )
    return np.eye(classes, dtype=np.float32)[labels]


def read_idx(path: Path) -> NDArray[np.uint8]:
    """Read a gzipped IDX file: 4 bytes of magic, the last of them the number of axes, then the sizes."""
    raw = gzip.decompress(path.read_bytes())
    axes = raw[3]
    sizes = np.frombuffer(raw, dtype=">u4", count=axes, offset=4)
    return np.frombuffer(raw, dtype=np.uint8, offset=4 + 4 * axes).reshape(sizes)


def digest(arrays: dict[str, NDArray]) -> str:
    """Return the SHA-256 of the four arrays' shapes and bytes, in hexadecimal."""
    sha = hashlib.sha256()
    for key in ARRAYS:
        sha.update(repr(arrays[key].shape).encode())
        sha.update(np.ascontiguousarray(arrays[key]).tobytes())
    return sha.hexdigest()


def _read_npz(path: Path) -> dict[str, NDArray]:
    # Opened here, because np.load leaves a damaged file open.
    with path.open("rb") as raw, np.load(raw, allow_pickle=False) as file:
        return {key: file[key] for key in ARRAYS}


def _cached(name: str) -> list[Path]:
    home = Path(os.environ.get("KERAS_HOME", Path.home() / ".keras"))
    return [home / "datasets" / file for file in FULL_FILES[name]]


def _read_full(name: str) -> dict[str, NDArray]:
    paths = _cached(name)
    for path in paths:
        if not path.exists():
            _download(path)
    try:
        if name == "mnist":
            return _read_npz(paths[0])
        return dict(zip(ARRAYS, map(read_idx, paths), strict=True))
    except DAMAGED as error:
        names = ", ".join(map(str, paths))
        raise ValueError(
            f"Could not read {names} ({error}): delete what is damaged, then load again."
        ) from error


def _download(path: Path) -> None:
    import pooch  # noqa: PLC0415 - the data in the package need no network, nor a browser this

    url = ORIGIN + path.name  # Keras' folders are its cache's only
    # It tells on stderr what the progress bar shows.
    pooch.get_logger().setLevel("WARNING")
    try:
        # `load` checks the arrays, whichever file they come from.
        pooch.retrieve(
            url, known_hash=None, fname=path.name, path=path.parent, progressbar=True
        )
    except (OSError, ValueError) as error:
        raise FileNotFoundError(
            f"{path} is missing and could not be downloaded. "
            f"Fetch {url} on a computer with a network and put it there."
        ) from error
