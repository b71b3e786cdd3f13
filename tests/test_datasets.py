import gzip
import io
from pathlib import Path

import numpy as np
import pooch
import pytest

from cnn_course import datasets
from cnn_course.datasets import ARRAYS, DIGESTS, FULL_FILES, digest, load, read_idx

DEBIAN = Path("/usr/share/datasets/fashion-mnist")

SMALL = [("fashion_mnist", 500, 100), ("mnist", 400, 100)]  # images of each class
small = pytest.mark.parametrize(("name", "train", "test"), SMALL)
each = pytest.mark.parametrize("name", ["fashion_mnist", "mnist"])


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """An empty Keras cache and no network, whatever this machine has of both."""

    def refuse(url, **_):
        raise ConnectionError(f"no network for {url}")

    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    monkeypatch.setattr(pooch, "retrieve", refuse)
    return tmp_path / "datasets"


def idx(array):
    """Write an IDX file's bytes: 0, 0, 8 for uint8, the number of axes, the sizes, the numbers."""
    sizes = np.array(array.shape, dtype=">u4").tobytes()
    return gzip.compress(bytes([0, 0, 8, array.ndim]) + sizes + array.tobytes())


def write_full(cache, name, monkeypatch):
    """Put a made-up full data set into the cache, in the format of the real one, and publish it."""
    rng = np.random.default_rng(2)
    shapes = [(7, 28, 28), (7,), (5, 28, 28), (5,)]
    arrays = {
        key: rng.integers(0, 10, shape, dtype=np.uint8)
        for key, shape in zip(ARRAYS, shapes, strict=True)
    }
    if name == "mnist":
        npz = io.BytesIO()
        np.savez_compressed(npz, **arrays)
        contents = [npz.getvalue()]
    else:
        contents = [idx(array) for array in arrays.values()]
    for file, content in zip(FULL_FILES[name], contents, strict=True):
        path = cache / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    monkeypatch.setitem(DIGESTS, f"{name}, full", digest(arrays))
    return arrays


# the small data sets


@small
def test_the_small_part_has_the_same_number_of_each_class(name, train, test):
    data = load(name)
    assert np.bincount(data.y_train).tolist() == [train] * 10
    assert np.bincount(data.y_test).tolist() == [test] * 10
    assert data.x_train.shape == (10 * train, 28, 28)
    assert data.x_test.shape == (10 * test, 28, 28)


@each
def test_images_and_labels_are_uint8_and_use_their_range(name):
    data = load(name)
    assert {array.dtype for array in data[:4]} == {np.dtype(np.uint8)}
    assert (data.x_train.min(), data.x_train.max()) == (0, 255)
    assert len(data.class_names) == len(set(data.class_names)) == 10


@each
def test_no_image_is_in_both_train_and_test_or_twice_in_either(name):
    data = load(name)
    train = {image.tobytes() for image in data.x_train}
    test = {image.tobytes() for image in data.x_test}
    assert not train & test
    assert (len(train), len(test)) == (len(data.x_train), len(data.x_test))


def test_the_first_garments_are_those_of_fashion_mnist():
    data = load()
    assert data.y_train[:2].tolist() == [9, 0]
    first_two = [data.class_names[label] for label in data.y_train[:2]]
    assert first_two == ["Ankle boot", "T-shirt/top"]
    boot = data.x_train[0]
    # Rows 3 and 4, as printed in many tutorials.
    assert boot[3, 12:22].tolist() == [1, 0, 0, 13, 73, 0, 0, 1, 4, 0]
    assert boot[4, 12:19].tolist() == [3, 0, 36, 136, 127, 62, 54]
    assert boot.sum(axis=1)[[0, 3, 4, 27]].tolist() == [0, 94, 429, 0]


def test_digits_are_as_dark_as_mnist_and_centred_by_mass():
    images = load("mnist").x_train / 255
    assert abs(images.mean() - 0.1307) < 0.003  # the mean that everyone subtracts
    for axis in (1, 2):
        along = images.sum(axis=3 - axis)
        centres = along @ np.arange(28) / along.sum(axis=1)
        assert np.abs(centres - 14).max() < 1


@each
def test_the_arrays_are_the_published_ones(name):
    data = load(name)
    assert digest(dict(zip(ARRAYS, data, strict=False))) == DIGESTS[name]


@pytest.mark.parametrize("key", ARRAYS)
def test_the_digest_sees_one_changed_number_and_a_changed_shape(key):
    rng = np.random.default_rng(1)
    arrays = {name: rng.integers(0, 9, (2, 3), np.uint8) for name in ARRAYS}
    changed = arrays[key].copy()
    changed[1, 2] += 1
    others = [changed, arrays[key].reshape(3, 2)]
    digests = {digest(arrays | {key: other}) for other in [arrays[key], *others]}
    assert len(digests) == 3


def test_the_small_files_are_at_most_6_mb_together():
    files = list(datasets.HERE.glob("*.npz"))
    names = {"digits_cnn", "fashion_cnn", "fashion_mnist", "mnist"}
    assert {file.stem for file in files} == names
    assert sum(file.stat().st_size for file in files) <= 6e6


def test_a_changed_small_file_is_refused(tmp_path, monkeypatch):
    arrays = dict(zip(ARRAYS, load("mnist"), strict=False))
    arrays["y_test"] = arrays["y_test"][::-1]
    np.savez(tmp_path / "mnist.npz", **arrays)
    monkeypatch.setattr(datasets, "HERE", tmp_path)
    with pytest.raises(ValueError, match="not the published images of mnist") as error:
        load("mnist")
    assert str(tmp_path / "mnist.npz") in str(error.value)


def test_an_unknown_data_set_is_named_with_the_ones_there_are():
    with pytest.raises(ValueError, match=r"'cifar10'.*fashion_mnist, mnist"):
        load("cifar10")


# the full data sets


@each
def test_full_reads_the_cache_of_keras(name, cache, monkeypatch):
    arrays = write_full(cache, name, monkeypatch)
    data = load(name, full=True)
    for read, written in zip(data, arrays.values(), strict=False):
        np.testing.assert_array_equal(read, written)
        assert read.dtype == np.uint8


@each
def test_without_keras_home_the_cache_is_in_the_home_folder(
    name, tmp_path, monkeypatch
):
    write_full(tmp_path / ".keras/datasets", name, monkeypatch)
    monkeypatch.delenv("KERAS_HOME")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert len(load(name, full=True).x_test) == 5


@each
def test_full_offline_says_which_file_to_put_where(name, cache):
    with pytest.raises(FileNotFoundError) as error:
        load(name, full=True)
    message, file = str(error.value), FULL_FILES[name][0]
    assert str(cache / file) in message
    assert "https://storage.googleapis.com/tensorflow/tf-keras-datasets/" in message
    assert f"/{file.rsplit('/', maxsplit=1)[-1]} on a computer" in message


@each
def test_full_downloads_only_what_is_missing(name, cache, monkeypatch):
    arrays = write_full(cache, name, monkeypatch)
    last = cache / FULL_FILES[name][-1]
    content, asked = last.read_bytes(), []
    last.unlink()

    def retrieve(url, known_hash, fname, path, progressbar):
        asked.append(url)
        (Path(path) / fname).write_bytes(content)

    monkeypatch.setattr(pooch, "retrieve", retrieve)
    data = load(name, full=True)
    np.testing.assert_array_equal(data.y_test, arrays["y_test"])
    assert asked == [datasets.ORIGIN + FULL_FILES[name][-1].rpartition("/")[2]]


@each
def test_other_images_than_the_published_ones_are_refused(name, cache, monkeypatch):
    write_full(cache, name, monkeypatch)
    monkeypatch.setitem(DIGESTS, f"{name}, full", "0" * 64)
    with pytest.raises(ValueError, match=r"not the published images.*delete") as error:
        load(name, full=True)
    assert all(str(cache / file) in str(error.value) for file in FULL_FILES[name])


DAMAGES = {
    "cut off": lambda content: content[: len(content) // 2],
    "empty": lambda content: b"",
    "a web page": lambda content: b"<html>404</html>",
    "scrambled inside": lambda content: content[:100] + b"\xff" * 50 + content[150:],
    "cut off at the end": lambda content: content[:-3],
}


@each
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_named_and_to_be_deleted(name, damage, cache, monkeypatch):
    write_full(cache, name, monkeypatch)
    path = cache / FULL_FILES[name][0]
    path.write_bytes(DAMAGES[damage](path.read_bytes()))
    with pytest.raises(ValueError, match="delete what is damaged") as error:
        load(name, full=True)
    assert str(path) in str(error.value)


def test_read_idx_keeps_the_order_of_axes(tmp_path):
    array = np.arange(2 * 3 * 4, dtype=np.uint8).reshape(2, 3, 4)
    path = tmp_path / "numbers.gz"
    path.write_bytes(idx(array))
    np.testing.assert_array_equal(read_idx(path), array)


@pytest.mark.skipif(not DEBIAN.exists(), reason="needs Debian's dataset-fashion-mnist")
@pytest.mark.parametrize(("ours", "theirs"), [("train", "train"), ("test", "t10k")])
def test_the_small_garments_are_the_first_of_each_class(ours, theirs):
    images = read_idx(DEBIAN / f"{theirs}-images-idx3-ubyte.gz")
    labels = read_idx(DEBIAN / f"{theirs}-labels-idx1-ubyte.gz")
    data = load()._asdict()
    x, y = data[f"x_{ours}"], data[f"y_{ours}"]
    for label in range(10):
        count = (y == label).sum()
        first = images[labels == label][:count]
        np.testing.assert_array_equal(x[y == label], first)


# scale and one_hot


def test_scale_turns_0_and_255_into_0_and_1_and_adds_the_channel():
    images = np.array([[[0, 51, 102], [153, 204, 255]]], dtype=np.uint8)
    before = images.copy()
    scaled = datasets.scale(images)
    assert scaled.shape == (1, 2, 3, 1)
    assert scaled.dtype == np.float32
    np.testing.assert_allclose(
        scaled[0, :, :, 0], [[0, 0.2, 0.4], [0.6, 0.8, 1]], rtol=1e-7
    )
    np.testing.assert_array_equal(images, before)


@pytest.mark.parametrize(
    ("images", "named"),
    [
        (np.zeros((2, 3, 4)), r"float64 of shape \(2, 3, 4\)"),
        (np.zeros((2, 3, 4), np.float32), "float32"),
        (np.zeros((2, 3, 4), np.int64), "int64"),
        (np.zeros((3, 4), np.uint8), r"uint8 of shape \(3, 4\)"),
    ],
)
def test_scale_refuses_what_is_scaled_already(images, named):
    with pytest.raises(ValueError, match=f"takes uint8 images.*{named}"):
        datasets.scale(images)


def test_one_hot_has_its_1_at_the_label():
    rows = datasets.one_hot(np.array([3, 0, 1], dtype=np.uint8), 5)
    assert rows.dtype == np.float32
    assert rows.tolist() == [[0, 0, 0, 1, 0], [1, 0, 0, 0, 0], [0, 1, 0, 0, 0]]


def test_one_hot_of_no_labels_has_no_rows():
    assert datasets.one_hot(np.array([], dtype=np.uint8), 5).shape == (0, 5)


@pytest.mark.parametrize(("labels", "named"), [([0, 3], "0 to 3"), ([-1, 2], "-1 to")])
def test_one_hot_refuses_a_label_out_of_range(labels, named):
    with pytest.raises(ValueError, match=rf"lie in 0\.\.2; these go from {named}"):
        datasets.one_hot(np.array(labels), 3)
