"""The network that comes with the package: it is the one in the file, and it knows garments."""

from dataclasses import asdict

import numpy as np

from cnn_course import architectures, costs, datasets, shapes, trained
from cnn_course.data import train_digits_cnn, train_fashion_cnn


def test_the_weights_are_those_of_the_file():
    network = trained.fashion_cnn()
    with np.load(trained.FILE) as file:
        assert set(file.files) - {"description"} == set(network.parameters)
        for name, array in network.parameters.items():
            np.testing.assert_array_equal(array, file[name])
            assert array.dtype == np.float32
    assert not network.state


def test_the_layers_are_those_of_the_script_that_trained_it():
    network, made = trained.fashion_cnn(), train_fashion_cnn.make()
    assert [(type(layer), asdict(layer)) for layer in network.layers] == [
        (type(layer), asdict(layer)) for layer in made.layers
    ]
    assert (network.input_shape, network.output_shape) == ((28, 28, 1), (10,))
    for name, array in network.parameters.items():
        assert not np.allclose(array, made.parameters[name])


def test_the_number_of_parameters():
    filters = [(5, 5, 1, 16), (3, 3, 16, 32), (3, 3, 32, 32)]
    counted = sum(map(shapes.conv_parameters, filters)) + shapes.dense_parameters(
        32, 10
    )
    parameters = trained.fashion_cnn().parameters
    assert sum(array.size for array in parameters.values()) == counted == 14_634


def test_it_knows_nine_of_ten_garments_of_the_small_test_part():
    data = datasets.load("fashion_mnist")
    _, accuracy = trained.fashion_cnn().evaluate(
        datasets.scale(data.x_test), data.y_test
    )
    assert accuracy > 0.9


def test_each_call_returns_a_copy_of_its_own():
    first, second = trained.fashion_cnn(), trained.fashion_cnn()
    for array in first.parameters.values():
        array[...] = 0
    assert all(array.any() for array in second.parameters.values())


def test_the_file_is_small():
    assert trained.FILE.stat().st_size < 150_000


def test_the_first_filters_are_pulled_towards_zero_in_training():
    optimizer = train_fashion_cnn.Smooth(learning_rate=0.5)
    weights = {"conv2d_1.w": np.full(3, 2.0), "conv2d_2.w": np.full(3, 2.0)}
    optimizer.step(weights, {name: np.zeros(3) for name in weights})
    np.testing.assert_allclose(weights["conv2d_1.w"], 2 * (1 - 0.5 * 0.1))
    np.testing.assert_array_equal(weights["conv2d_2.w"], 2)


# Digits


def test_the_digits_network_has_the_layers_of_its_script_and_the_sizes_of_lenet_5():
    network, made = trained.digits_cnn(), train_digits_cnn.make()
    assert [(type(layer), asdict(layer)) for layer in network.layers] == [
        (type(layer), asdict(layer)) for layer in made.layers
    ]
    parameters = network.parameters
    assert sum(array.size for array in parameters.values()) == 61_706
    assert costs.total_parameters(architectures.LENET5_DENSE) == 61_706
    for name, array in parameters.items():
        assert array.dtype == np.float32
        assert not np.allclose(array, made.parameters[name])


def test_the_digits_weights_are_whole_numbers_times_a_step():
    for array in trained.digits_cnn().parameters.values():
        step = np.abs(array).max() / 127
        np.testing.assert_allclose(array / step, np.rint(array / step), atol=1e-4)


def test_rounding_moves_no_weight_by_more_than_half_a_step():
    rng = np.random.default_rng(4)
    arrays = {"a": rng.normal(size=(5, 7)), "b": 100 * rng.normal(size=11)}
    whole, steps = train_digits_cnn.rounded(arrays)
    for name, array in arrays.items():
        assert whole[name].dtype == np.int8
        assert np.abs(whole[name]).max() == 127
        off = np.abs(whole[name] * steps[name] - array).max()
        assert off <= steps[name] * 0.5001


def test_it_reads_digits_that_it_has_never_seen():
    data = datasets.load("mnist")
    _, accuracy = trained.digits_cnn().evaluate(
        datasets.scale(data.x_test), data.y_test
    )
    assert 0.985 < accuracy < 0.9995


def test_our_own_digits_are_left_out_of_what_it_learns(monkeypatch):
    small = datasets.load("mnist")
    whole = small._replace(
        x_train=np.concatenate([small.x_train[:3], 1 + small.x_train[:5] // 2]),
        y_train=np.arange(8, dtype=np.uint8),
    )

    def load(_name, full=None):
        return whole if full else small

    monkeypatch.setattr(datasets, "load", load)
    x, labels = train_digits_cnn.new_images()
    assert labels.tolist() == [3, 4, 5, 6, 7]
    assert x.shape == (5, 28, 28, 1)


def test_the_files_are_small():
    assert trained.DIGITS.stat().st_size < 100_000
