import json
import os
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import pytest

from cnn_course import layers as kinds
from cnn_course import storage
from cnn_course.layers import (
    AveragePool2D,
    BatchNorm,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    GlobalAveragePool,
    GlobalMaxPool,
    Layer,
    LeakyReLU,
    MaxPool2D,
    MinPool2D,
    ReLU,
    Sigmoid,
    Tanh,
)
from cnn_course.network import Sequential

SHAPE = (9, 11, 2)
STACKS = {
    "flatten": lambda: [
        *(Conv2D(3, (3, 2), (1, 2), ((1, 0), 1), init="glorot"), BatchNorm(0.9, 1e-5)),
        *(LeakyReLU(0.2), MaxPool2D(2, (1, 2)), Dropout(0.3), Flatten()),
        *(Dense(7, bias=False), Sigmoid(), Dense(5), Tanh()),
    ],
    "global average": lambda: [
        *(AveragePool2D((1, 2), padding="same"), Conv2D(4, 2, padding=(1, 0)), ReLU()),
        *(MinPool2D((2, 1), 1), GlobalAveragePool(), Dense(5, init="glorot")),
    ],
    "global max": lambda: [Conv2D(6, 3, padding="valid"), GlobalMaxPool()],
}
every_stack = pytest.mark.parametrize("stack", STACKS)


def make(stack="flatten", dtype=np.float32, seed=1):
    """Build a network that has learned something."""
    network = Sequential(STACKS[stack](), SHAPE, seed, dtype)
    rng = np.random.default_rng(2)
    x = rng.normal(size=(6, *SHAPE)).astype(dtype)
    network.fit(x, rng.integers(0, 5, 6), progress=False)
    return network


def parts_of(path):
    with np.load(path) as file:
        return {name: file[name] for name in file.files}


def write(path, description, **arrays):
    """Write a file as `save` does, but with a description of one's own."""
    np.savez(path, description=np.array(json.dumps(description)), **arrays)
    return path


def described(*layers, **about):
    return {"layers": layers, "input_shape": SHAPE, "dtype": "float32"} | about


# there and back


def test_the_stacks_hold_every_layer():
    saved = {type(layer).__name__ for stack in STACKS.values() for layer in stack()}
    assert saved == set(kinds.__all__) - {"Layer"}


@every_stack
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_a_network_comes_back_to_the_bit(tmp_path, stack, dtype):
    network = make(stack, dtype)
    again = Sequential.load(network.save(tmp_path / "network.npz"))
    assert [(type(layer), asdict(layer)) for layer in again.layers] == [
        (type(layer), asdict(layer)) for layer in network.layers
    ]
    for kept, back in [
        (network.parameters, again.parameters),
        (network.state, again.state),
    ]:
        assert list(back) == list(kept)
        for name, array in kept.items():
            np.testing.assert_array_equal(back[name], array)
            assert back[name].dtype == dtype
    assert (again.names, again.input_shape) == (network.names, SHAPE)
    assert again.dtype == dtype
    x = np.random.default_rng(3).normal(size=(4, *SHAPE)).astype(dtype)
    np.testing.assert_array_equal(again.predict(x), network.predict(x))


def test_pairs_come_back_as_tuples(tmp_path):
    again = Sequential.load(make().save(tmp_path / "network.npz"))
    conv = again.layers[0]
    assert (conv.kernel, conv.stride, conv.padding) == ((3, 2), (1, 2), ((1, 0), 1))
    assert type(conv.kernel) is type(conv.padding) is type(conv.padding[0]) is tuple
    assert type(again.input_shape) is tuple


def test_a_network_that_comes_back_can_go_on_learning(tmp_path):
    network = make()
    again = Sequential.load(network.save(tmp_path / "network.npz"))
    rng = np.random.default_rng(4)
    x, labels = rng.normal(size=(7, *SHAPE)).astype(np.float32), rng.integers(0, 5, 7)
    histories = [each.fit(x, labels, 2, 3, progress=False) for each in (network, again)]
    assert histories[0] == histories[1]
    for name, array in network.parameters.items():
        np.testing.assert_array_equal(again.parameters[name], array)


def test_options_of_numpy_s_numbers_are_kept(tmp_path):
    layers = [Conv2D(np.int64(3), np.int32(2), (np.int8(1), 2)), Dropout(np.float32(0))]
    network = Sequential(layers, (np.int64(4), 5, 1))
    again = Sequential.load(network.save(tmp_path / "network.npz"))
    conv, dropout = again.layers
    assert (conv.filters, conv.kernel, conv.stride) == (3, 2, (1, 2))
    assert (dropout.rate, again.input_shape) == (0, (4, 5, 1))


def test_a_network_without_layers_comes_back(tmp_path):
    again = Sequential.load(Sequential([], (3,)).save(tmp_path / "nothing"))
    assert (again.layers, again.input_shape) == ([], (3,))


# the file


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("digits.npz", "digits.npz"),
        ("digits", "digits.npz"),
        ("rate_0.5", "rate_0.5.npz"),  # no suffix, a number
        ("digits.h5", "digits.h5.npz"),
    ],
)
@pytest.mark.parametrize("kind", [str, Path])
def test_the_suffix_is_added_and_load_finds_it(tmp_path, name, written, kind):
    network = make("global max")
    path = network.save(kind(tmp_path / name))
    assert path == tmp_path / written
    assert [file.name for file in tmp_path.iterdir()] == [written]
    for found in (path, kind(tmp_path / name)):
        again = Sequential.load(found)
        np.testing.assert_array_equal(
            again.parameters["conv2d_1.w"], network.parameters["conv2d_1.w"]
        )


def test_names_that_differ_after_a_point_are_two_files(tmp_path):
    for name in ("rate_0.1", "rate_0.5"):
        make("global max").save(tmp_path / name)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_renamed_file_is_found_by_its_new_name(tmp_path):
    path = make("global max").save(tmp_path / "network")
    path.rename(tmp_path / "network.old")
    assert Sequential.load(tmp_path / "network.old").names[0] == "conv2d_1"


def test_a_new_file_takes_the_old_one_s_place(tmp_path):
    for seed in (1, 2):
        network = make("global max", seed=seed)
        path = network.save(tmp_path / "network.npz")
    again = Sequential.load(path)
    np.testing.assert_array_equal(
        again.parameters["conv2d_1.w"], network.parameters["conv2d_1.w"]
    )
    assert [file.name for file in tmp_path.iterdir()] == ["network.npz"]


@pytest.mark.parametrize("error", [OSError("disk full"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_no_rubbish(tmp_path, monkeypatch, error):
    old = make("global max").save(tmp_path / "network.npz")
    before = old.read_bytes()

    def half(file, **arrays):
        file.write(b"half a network")
        raise error

    monkeypatch.setattr(np, "savez", half)
    with pytest.raises(type(error)):
        make("flatten").save(old)
    assert old.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["network.npz"]


def test_nothing_in_the_file_is_pickled(tmp_path):
    arrays = parts_of(make().save(tmp_path / "network.npz"))
    assert not any(array.dtype.hasobject for array in arrays.values())
    about = json.loads(str(arrays.pop("description")))
    assert about["layers"][1] == ["BatchNorm", {"momentum": 0.9, "epsilon": 1e-5}]
    assert {"conv2d_1.w", "batchnorm_1.variance"} <= arrays.keys()


@dataclass(eq=False)
class Doubled(Layer):
    times: int = 2

    def forward(self, x, training=False):
        return x * self.times


def test_a_layer_that_load_would_not_know_is_refused_at_once(tmp_path):
    class Dense(kinds.Dense):
        pass

    for layer in (Doubled(), Dense(3), Layer()):
        network = Sequential([layer], (4,))
        name = type(layer).__name__
        with pytest.raises(ValueError, match=f"There is no layer {name} in cnn_course"):
            network.save(tmp_path / "network.npz")
    assert list(tmp_path.iterdir()) == []


# files that are none


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"nowhere\.npz"):
        Sequential.load(tmp_path / "nowhere")


@pytest.mark.parametrize("content", [b"", b"learning rate 0.1\n", b"PK", bytes(300)])
def test_a_file_that_is_no_archive_is_named(tmp_path, content):
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=r"notes\.txt holds no network .* no \.npz"):
        Sequential.load(path)


def test_a_single_array_is_no_network(tmp_path):
    np.save(tmp_path / "array.npy", np.zeros(3))
    with pytest.raises(ValueError, match=r"array\.npy holds no network"):
        Sequential.load(tmp_path / "array.npy")


def test_half_a_file_is_no_network(tmp_path):
    path = make().save(tmp_path / "network.npz")
    whole = path.read_bytes()
    for size in range(0, len(whole) - 1, 97):
        path.write_bytes(whole[:size])
        with pytest.raises(ValueError, match=r"network\.npz holds no network"):
            Sequential.load(path)


def test_arrays_without_a_description_are_no_network(tmp_path):
    np.savez(tmp_path / "arrays.npz", a=np.zeros(3))
    with pytest.raises(ValueError, match=r"arrays\.npz .*: no 'description'"):
        Sequential.load(tmp_path / "arrays.npz")


def test_an_archive_of_other_things_is_no_network(tmp_path):
    path = tmp_path / "notes.npz"
    for name in ("description", "description.npy", "other.txt"):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(name, "no array")
        with pytest.raises(ValueError, match=r"notes\.npz holds no network"):
            Sequential.load(path)


@dataclass
class Bomb:
    """Create a file when it is unpickled."""

    path: str

    def __reduce__(self):
        return os.mkdir, (self.path,)


@pytest.mark.parametrize("place", ["description", "dense_1.w"])
def test_a_pickle_in_the_file_is_never_executed(tmp_path, place):
    bomb = np.array(Bomb(str(tmp_path / "executed")), dtype=object)
    description = np.array(json.dumps(described(["Flatten", {}])))
    np.savez(tmp_path / "bomb.npz", **({"description": description} | {place: bomb}))
    with pytest.raises(ValueError, match=r"bomb\.npz holds no network .*pickle"):
        Sequential.load(tmp_path / "bomb.npz")
    assert not (tmp_path / "executed").exists()
    # The bomb is one: NumPy, told to trust the file, sets it off.
    with np.load(tmp_path / "bomb.npz", allow_pickle=True) as file:
        file[place]
    assert (tmp_path / "executed").exists()


def test_a_bare_pickle_is_never_executed(tmp_path):
    path = tmp_path / "bomb.npz"
    bomb = np.array(Bomb(str(tmp_path / "executed")), dtype=object)
    bomb.dump(path)
    with pytest.raises(ValueError, match=r"holds no network .*: it is no \.npz file"):
        Sequential.load(path)
    assert not (tmp_path / "executed").exists()
    np.load(path, allow_pickle=True)
    assert (tmp_path / "executed").exists()


@pytest.mark.parametrize(
    "name", ["os.system", "Layer", "base", "__all__", "np", "dense", "", None, ["ReLU"]]
)
def test_only_layers_are_made(tmp_path, name):
    path = write(tmp_path / "odd.npz", described([name, {}]))
    with pytest.raises(ValueError, match=r"odd\.npz holds no network .*no layer"):
        Sequential.load(path)


@pytest.mark.parametrize(
    "description",
    [
        None,
        [],
        "network",
        {},
        {"layers": [["ReLU", {}]]},
        {"layers": [["ReLU", {}]], "dtype": "float32"},
        {"layers": [["ReLU", {}]], "input_shape": SHAPE},
        described(["ReLU"]),
        described("ReLU"),
        described(["ReLU", []]),
        described(["ReLU", {"slope": 1}]),
        described(["Conv2D", {"filters": 3}]),
        described(["Conv2D", {"filters": "3", "kernel": 2}]),
        described(["Conv2D", {"filters": 3, "kernel": "2"}]),
        described(["Conv2D", {"filters": 3, "kernel": [2, 2, 2]}]),
        described(["Dropout", {"rate": 7}]),
        described(["Dropout", {"rate": None}]),
        described(["MaxPool2D", {"size": 200}]),
        described(["ReLU", {}], input_shape=9),
        described(["ReLU", {}], input_shape=[None, 11, 2]),
        described(["ReLU", {}], dtype="int32"),
        described(["ReLU", {}], dtype="float33"),
        described(["ReLU", {}], dtype=None) | {"dtype": []},
        described(["Dense", {"units": 3}], input_shape=[4]),  # no weights
    ],
    ids=repr,
)
def test_a_description_that_says_no_network_is_refused(tmp_path, description):
    path = write(tmp_path / "odd.npz", description)
    with pytest.raises(ValueError, match=r"odd\.npz holds no network that save wrote"):
        Sequential.load(path)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"dense_2.b": np.zeros(4, np.float32)}, r"dense_2.b \(4,\) .* for \(5,\)"),
        ({"dense_2.b": np.zeros((5, 1), np.float32)}, r"dense_2.b \(5, 1\)"),
        ({"dense_2.b": np.array(["a"] * 5)}, "dense_2.b"),
        ({"dense_2.b": None}, "dense_2.b"),
        ({"batchnorm_1.mean": None}, "batchnorm_1.mean"),
        ({"dense_3.b": np.zeros(5)}, "dense_3.b"),
    ],
)
def test_arrays_that_do_not_fit_are_named(tmp_path, changes, told):
    parts = parts_of(make().save(tmp_path / "network.npz")) | changes
    kept = {name: array for name, array in parts.items() if array is not None}
    np.savez(tmp_path / "odd.npz", **kept)
    with pytest.raises(ValueError, match=rf"odd\.npz .* do not fit.*{told}"):
        Sequential.load(tmp_path / "odd.npz")


def test_a_file_with_one_wrong_byte_is_refused_or_read_as_it_was(tmp_path):
    network = Sequential([Dense(2), BatchNorm()], (3,))
    path = network.save(tmp_path / "network.npz")
    whole = path.read_bytes()
    errors = []
    for place in range(0, len(whole), 7):
        byte = bytes([whole[place] ^ 0x55])
        path.write_bytes(whole[:place] + byte + whole[place + 1 :])
        try:
            again = Sequential.load(path)
        except ValueError as error:
            errors.append(str(error))
        else:
            np.testing.assert_array_equal(
                again.parameters["dense_1.w"], network.parameters["dense_1.w"]
            )
    assert len(errors) > 100
    assert all("network.npz holds no network" in error for error in errors)


def test_an_error_in_reading_is_not_taken_for_a_bad_file(tmp_path, monkeypatch):
    path = make("global max").save(tmp_path / "network.npz")

    def interrupted(*args, **options):
        raise MemoryError("full")

    monkeypatch.setattr(np, "load", interrupted)
    with pytest.raises(MemoryError, match="full"):
        storage.load(path)
