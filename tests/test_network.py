import numpy as np
import pytest

from cnn_course.gradcheck import numerical_gradient, relative_error
from cnn_course.layers import (
    AveragePool2D,
    BatchNorm,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    GlobalAveragePool,
    GlobalMaxPool,
    LeakyReLU,
    MaxPool2D,
    MinPool2D,
    ReLU,
    Sigmoid,
    Tanh,
)
from cnn_course.losses import softmax_cross_entropy
from cnn_course.network import Sequential
from cnn_course.optimizers import SGD

SHAPE = (9, 11, 2)
CLASSES = 5

# Together they hold every kind of layer.
STACKS = {
    "flatten": lambda: [
        *(Conv2D(3, (3, 2), padding="same"), BatchNorm(), LeakyReLU(0.2)),
        *(MaxPool2D(2), Dropout(0.3), Flatten()),
        *(Dense(7), Tanh(), Dense(6, bias=False), Sigmoid(), Dense(CLASSES)),
    ],
    "global average": lambda: [
        *(AveragePool2D((1, 2), padding="same"), Conv2D(4, 2, (2, 1), ((0, 1), 1))),
        *(ReLU(), Conv2D(3, 1, bias=False), MinPool2D((2, 1), 1)),
        *(GlobalAveragePool(), BatchNorm(), Dense(CLASSES)),
    ],
    "global max": lambda: [
        *(Dropout(0.2), Conv2D(6, (2, 3), init="glorot"), Sigmoid()),
        *(GlobalMaxPool(), Tanh(), Dense(CLASSES)),
    ],
}
every_stack = pytest.mark.parametrize("stack", STACKS)
both_ways = pytest.mark.parametrize("training", [True, False])


def make(stack, seed=1, dtype=np.float64):
    """Build a network; its biases, gammas and kept averages are not the numbers they start with."""
    network = Sequential(STACKS[stack](), SHAPE, seed, dtype)
    rng = np.random.default_rng(2)
    for array in (network.parameters | network.state).values():
        array[...] += rng.uniform(0.1, 0.4, array.shape)
    return network


def draw(n=3, dtype=np.float64):
    rng = np.random.default_rng(3)
    return rng.normal(size=(n, *SHAPE)).astype(dtype), rng.integers(0, CLASSES, n)


def forward(network, x, training):
    """Compute the scores, with the same masks of Dropout each time."""
    for number, layer in enumerate(network.layers):
        layer.random = np.random.default_rng(number)
    return network.forward(x, training)


def record(monkeypatch, owner, method, calls):
    """Write the owner's name down whenever its method is called."""
    original = getattr(owner, method)

    def recording(*args):
        calls.append((type(owner).__name__, method))
        return original(*args)

    monkeypatch.setattr(owner, method, recording)


# forward


@every_stack
@both_ways
def test_forward_is_the_layers_one_after_another(stack, training):
    network, (x, _) = make(stack), draw()
    scores = forward(network, x, training)
    by_hand = x
    for number, layer in enumerate(make(stack).layers):
        layer.random = np.random.default_rng(number)
        by_hand = layer.forward(by_hand, training)
    assert scores.shape == (3, CLASSES)
    np.testing.assert_array_equal(scores, by_hand)


def test_scores_worked_by_hand():
    layers = [Conv2D(1, (1, 2)), ReLU(), Flatten(), Dense(2)]
    network = Sequential(layers, (1, 3, 1))
    network.parameters["conv2d_1.w"][...] = [[[[1]], [[-2]]]]
    network.parameters["conv2d_1.b"][...] = 1
    network.parameters["dense_1.w"][...] = [[3, 0], [1, -1]]
    network.parameters["dense_1.b"][...] = [0, 10]
    # 4 - 2 + 1 = 3 and 1 - 10 + 1 = -8, which the ReLU makes 0
    x = np.array([4, 1, 5], np.float32).reshape(1, 1, 3, 1)
    assert network.forward(x).tolist() == [[9, 10]]


@every_stack
def test_output_shape_is_that_of_what_comes_out(stack):
    network, (x, _) = make(stack), draw(4)
    assert network.forward(x).shape == (4, *network.output_shape)


@every_stack
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_all_keeps_the_network_s_dtype(stack, dtype):
    network, (x, labels) = make(stack, dtype=dtype), draw(dtype=dtype)
    network.train_step(x, labels, SGD(0.1))
    kept = [network.parameters, network.gradients, network.state]
    assert {array.dtype for arrays in kept for array in arrays.values()} == {
        np.dtype(dtype)
    }
    assert network.predict(x).dtype == dtype
    assert network.input_gradient(np.ones((3, CLASSES), dtype)).dtype == dtype


@every_stack
def test_no_images_have_no_probabilities(stack):
    p = make(stack, dtype=np.float32).predict(np.zeros((0, *SHAPE), np.float32))
    assert (p.shape, p.dtype) == ((0, CLASSES), np.float32)


@every_stack
def test_an_image_s_scores_do_not_depend_on_its_batch(stack):
    network, (x, _) = make(stack), draw(5)
    alone = [network.predict(x[i : i + 1]) for i in range(5)]
    np.testing.assert_allclose(network.predict(x), np.concatenate(alone), rtol=1e-12)
    np.testing.assert_allclose(
        network.predict(x, batch_size=2), network.predict(x), rtol=1e-12
    )


@every_stack
def test_predict_is_the_softmax_of_the_scores(stack):
    network, (x, _) = make(stack), draw()
    exponentials = np.exp(network.forward(x))
    p = exponentials / exponentials.sum(axis=1, keepdims=True)
    np.testing.assert_allclose(network.predict(x), p, rtol=1e-12)


# names, weights


def test_names_number_layers_of_a_kind():
    layers = [Conv2D(2, 2), ReLU(), Conv2D(3, 2), ReLU(), BatchNorm(), Flatten()]
    network = Sequential([*layers, Dense(4, bias=False)], (5, 6, 1))
    assert network.names == [
        *("conv2d_1", "relu_1", "conv2d_2", "relu_2", "batchnorm_1"),
        *("flatten_1", "dense_1"),
    ]
    assert {name: array.shape for name, array in network.parameters.items()} == {
        "conv2d_1.w": (2, 2, 1, 2),
        "conv2d_1.b": (2,),
        "conv2d_2.w": (2, 2, 2, 3),
        "conv2d_2.b": (3,),
        "batchnorm_1.gamma": (3,),
        "batchnorm_1.beta": (3,),
        "dense_1.w": (36, 4),
    }
    assert list(network.state) == ["batchnorm_1.mean", "batchnorm_1.variance"]
    assert network.output_shape == (4,)


def test_parameters_are_the_arrays_that_forward_uses():
    network, (x, _) = make("flatten"), draw()
    before = network.forward(x)
    network.parameters["dense_3.b"] += 1
    np.testing.assert_allclose(network.forward(x), before + 1, rtol=1e-12)


@every_stack
def test_the_same_seed_makes_the_same_weights_and_another_seed_others(stack):
    one, same, other = (
        Sequential(STACKS[stack](), SHAPE, seed).parameters for seed in (4, 4, 5)
    )
    assert one.keys() == same.keys() == other.keys()
    for name, array in one.items():
        np.testing.assert_array_equal(array, same[name])
        if name.endswith(".w"):
            assert not np.any(array == other[name])


def test_layers_of_one_shape_start_with_different_weights():
    network = Sequential([Dense(3), Tanh(), Dense(3)], (3,))
    first, second = (network.parameters[f"dense_{i}.w"] for i in (1, 2))
    assert not np.any(first == second)


def test_float64_weights_are_those_of_float32_with_more_digits():
    fine, coarse = (
        Sequential(STACKS["flatten"](), SHAPE, 6, dtype).parameters
        for dtype in (np.float64, np.float32)
    )
    for name, array in fine.items():
        np.testing.assert_array_equal(array.astype(np.float32), coarse[name])


# backward


@every_stack
@both_ways
def test_gradients_equal_finite_differences_of_the_loss(stack, training):
    network, (x, labels) = make(stack), draw()

    def loss():
        return softmax_cross_entropy(forward(network, x, training), labels)[0]

    _, dy = softmax_cross_entropy(forward(network, x, training), labels)
    network.backward(dy)
    gradients = network.gradients
    assert gradients.keys() == network.parameters.keys()
    for name, parameter in network.parameters.items():

        def loss_at(moved, parameter=parameter):
            start = parameter.copy()
            parameter[...] = moved
            here = loss()
            parameter[...] = start
            return here

        slow = numerical_gradient(loss_at, parameter)
        # A bias that the batch's mean takes away again has no gradient, but for rounding.
        if np.abs(slow).max() < 1e-9:
            assert np.abs(gradients[name]).max() < 1e-9, name
        else:
            assert relative_error(gradients[name], slow) < 1e-6, name


@every_stack
@both_ways
def test_the_input_gradient_equals_finite_differences_of_the_loss(stack, training):
    network, (x, labels) = make(stack), draw(2)

    def loss_at(images):
        return softmax_cross_entropy(forward(network, images, training), labels)[0]

    _, dy = softmax_cross_entropy(forward(network, x, training), labels)
    fast = network.input_gradient(dy)
    assert relative_error(fast, numerical_gradient(loss_at, x)) < 1e-6


@every_stack
def test_backward_leaves_out_the_first_layers_and_yet_finds_the_same_gradients(
    monkeypatch, stack
):
    network, calls = make(stack), []
    x, labels = draw()
    _, dy = softmax_cross_entropy(forward(network, x, True), labels)
    by_hand = dy
    for layer in reversed(network.layers):
        by_hand = layer.backward(by_hand)
    expected = network.gradients
    for layer in network.layers:
        layer.gradients = {}
        record(monkeypatch, layer, "input_gradient", calls)
    network.backward(dy)
    first = [bool(layer.parameters) for layer in network.layers].index(True)
    after = [type(layer).__name__ for layer in network.layers[first + 1 :]]
    assert calls == [(name, "input_gradient") for name in reversed(after)]
    assert network.gradients.keys() == network.parameters.keys()
    for name, gradient in network.gradients.items():
        np.testing.assert_array_equal(gradient, expected[name])


def test_the_input_gradient_touches_no_weight_s_gradient():
    network, (x, _) = make("flatten"), draw()
    dy = np.ones_like(network.forward(x))
    network.backward(dy)
    before = network.gradients
    network.input_gradient(-2 * dy)
    assert all(network.gradients[name] is array for name, array in before.items())


def test_the_input_gradient_needs_no_weights():
    network = Sequential([MaxPool2D((1, 2)), Flatten()], (1, 4, 1))
    network.forward(np.array([3.0, 5, 8, 2]).reshape(1, 1, 4, 1))
    dx = network.input_gradient(np.array([[10.0, 20]]))
    assert dx.ravel().tolist() == [0, 10, 20, 0]


@every_stack
def test_nothing_that_is_given_is_changed(stack):
    network, (x, labels) = make(stack), draw()
    x.flags.writeable = labels.flags.writeable = False
    scores = network.forward(x, training=True)
    dy = np.ones_like(scores)
    dy.flags.writeable = False
    network.backward(dy)
    network.input_gradient(dy)
    network.predict(x)
    network.train_step(x, labels, SGD(0.1))


# set_weights


def test_set_weights_copies_parameters_and_state():
    network, other = make("flatten"), Sequential(STACKS["flatten"](), SHAPE, 8)
    arrays = network.parameters | network.state
    other.set_weights(arrays)
    for name, array in (other.parameters | other.state).items():
        np.testing.assert_array_equal(array, arrays[name].astype(np.float32))
        assert array.dtype == np.float32
        assert not np.shares_memory(array, arrays[name])


@pytest.mark.parametrize(
    ("changes", "odd"),
    [
        ({"dense_3.b": None}, r"\['dense_3.b'\]"),
        ({"dense_4.b": np.zeros(3)}, r"\['dense_4.b'\]"),
        ({"batchnorm_1.mean": None}, r"\['batchnorm_1.mean'\]"),
        ({"dense_3.b": np.zeros((CLASSES, 1))}, r"dense_3.b \(5, 1\) float64 for \(5,"),
        ({"dense_3.b": np.zeros(1)}, r"dense_3.b \(1,\) float64 for \(5,"),
        ({"dense_3.b": np.zeros(CLASSES, complex)}, r"dense_3.b \(5,\) complex128"),
        ({"dense_3.b": ["a", "b", "c", "d", "e"]}, r"dense_3.b \(5,\) <U1 for"),
    ],
)
def test_weights_that_do_not_fit_are_named_and_nothing_changes(changes, odd):
    network = make("flatten")
    before = {
        name: array.copy()
        for name, array in (network.parameters | network.state).items()
    }
    arrays = {name: array + 1 for name, array in before.items()} | changes
    arrays = {name: array for name, array in arrays.items() if array is not None}
    with pytest.raises(ValueError, match=f"do not fit this network: .*{odd}"):
        network.set_weights(arrays)
    for name, array in (network.parameters | network.state).items():
        np.testing.assert_array_equal(array, before[name])


# errors


def test_a_layer_cannot_stand_in_a_network_twice():
    relu = ReLU()
    with pytest.raises(ValueError, match="stands in the network twice: make two"):
        Sequential([Conv2D(2, 3), relu, Conv2D(3, 2), relu], (8, 9, 1))


@pytest.mark.parametrize(
    ("layers", "named"),
    [
        ([Conv2D(4, 3), Dense(5)], r"dense_1 .* after \(7, 9, 4\): .*Flatten"),
        ([Flatten(), Conv2D(4, 3)], r"conv2d_1 .* after \(198,\): Images have"),
        ([Conv2D(4, 3), Conv2D(5, 8)], r"conv2d_2 .* \(7, 9, 4\): A window of 8"),
        ([MaxPool2D(5), MaxPool2D(2)], r"maxpool2d_2 .* \(1, 2, 2\): A window of 2"),
        ([Flatten(), AveragePool2D(2)], r"averagepool2d_1 .* after \(198,\): Pooling"),
        ([Flatten(), GlobalMaxPool()], r"globalmaxpool_1 .* \(198,\): Global pooling"),
        ([Flatten(), Dense(4, init="one")], r"dense_1 .* init must be one of"),
    ],
)
def test_layers_that_do_not_fit_are_named(layers, named):
    with pytest.raises(ValueError, match=named):
        Sequential(layers, SHAPE)


def test_an_option_of_a_wrong_type_is_named_with_its_layer():
    with pytest.raises(TypeError, match=r"conv2d_2 .* kernel must be .* not 2\.5"):
        Sequential([Conv2D(4, 3), Conv2D(4, 2.5)], SHAPE)


@pytest.mark.parametrize("shape", [(), 784, (None, None, 3), (28.0, 28, 1), (8, 0, 1)])
def test_a_shape_that_is_none_is_refused(shape):
    with pytest.raises(ValueError, match="input_shape must be the shape of one image"):
        Sequential([ReLU()], shape)


@pytest.mark.parametrize("dtype", [np.int64, np.uint8, bool])
def test_weights_cannot_be_integers(dtype):
    with pytest.raises(TypeError, match=f"float32 or float64, not {np.dtype(dtype)}"):
        Sequential([Flatten(), Dense(3)], SHAPE, dtype=dtype)


@pytest.mark.parametrize(
    ("shape", "told"),
    [
        ((4, 9, 11), r"x\[\.\.\., np\.newaxis\]"),
        ((9, 11, 2), r"one image alone the axis N, x\[np\.newaxis\]"),
        ((4, 11, 9, 2), r"\('N', 9, 11, 2\), not \(4, 11, 9, 2\)"),
        ((4, 9, 11, 3), r"\('N', 9, 11, 2\), not \(4, 9, 11, 3\)"),
        ((4, 198), r"\('N', 9, 11, 2\), not \(4, 198\)"),
    ],
)
def test_images_of_another_shape_are_refused(shape, told):
    network = make("flatten")
    for use in (network.forward, network.predict):
        with pytest.raises(ValueError, match=told):
            use(np.zeros(shape))


@pytest.mark.parametrize("dtype", [np.uint8, np.int64, bool])
def test_images_of_integers_are_refused(dtype):
    network = make("flatten")
    for use in (network.forward, network.predict):
        with pytest.raises(TypeError, match=r"x holds .*astype\(np\.float32\)"):
            use(np.zeros((4, *SHAPE), dtype))


def test_a_network_without_weights_has_nothing_to_learn():
    network = Sequential([MaxPool2D((9, 2)), Flatten(), Tanh()], SHAPE)
    x, labels = draw(4)
    scores = network.forward(x)
    with pytest.raises(ValueError, match=r"maxpool2d_1.*no weights that could learn"):
        network.backward(scores)
    with pytest.raises(ValueError, match="no weights that could learn"):
        network.train_step(x, labels, SGD())


@every_stack
def test_the_way_back_needs_a_way_forwards(stack):
    for back in (make(stack).backward, make(stack).input_gradient):
        with pytest.raises(RuntimeError, match="call forward first"):
            back(np.zeros((3, CLASSES)))


@every_stack
def test_a_gradient_of_another_shape_than_the_scores_is_refused(stack):
    network, (x, _) = make(stack), draw()
    network.forward(x)
    for back in (network.backward, network.input_gradient):
        with pytest.raises(ValueError, match=r"shape \(3, 5\), not \(3, 1\)"):
            back(np.zeros((3, 1)))
