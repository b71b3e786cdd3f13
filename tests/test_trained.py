"""The network that comes with the package: it is the one in the file, and it knows garments."""

from dataclasses import asdict

import numpy as np

from cnn_course import datasets, shapes, trained
from cnn_course.data import train_fashion_cnn


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
