"""float32 in, float32 out, and nothing modifies its input: every public function, every layer.

What the modules offer is found by reading them: a new function fails here until it has its row.
"""

import copy
import inspect
from collections.abc import Iterator, Mapping

import numpy as np
import pytest

from cnn_course import (
    conv,
    conv_gradients,
    im2col,
    initializers,
    losses,
    optimizers,
    pool,
    pool_windows,
)
from tests.layer_cases import KINDS, batch, forward, plain

MODULES = [
    *(conv, conv_gradients, im2col, initializers, losses, optimizers),
    *(pool, pool_windows),
]
DTYPES = [np.float32, np.float64]
every_dtype = pytest.mark.parametrize("dtype", DTYPES, ids=lambda d: d.__name__)
every_layer = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


def offered(module, test):
    """Return what a module itself defines and does not keep to itself, by its full name."""
    return {
        f"{module.__name__.removeprefix('cnn_course.')}.{name}": thing
        for name, thing in vars(module).items()
        if test(thing) and thing.__module__ == module.__name__ and name[0] != "_"
    }


FUNCTIONS = {
    name: function
    for module in MODULES
    for name, function in offered(module, inspect.isfunction).items()
}
OPTIMIZERS = [
    kind
    for kind in offered(optimizers, inspect.isclass).values()
    if kind is not optimizers.Optimizer and issubclass(kind, optimizers.Optimizer)
]
every_optimizer = pytest.mark.parametrize("kind", OPTIMIZERS)


def numbers(*shape):
    return batch(shape, 1)


X, W, B, DY = numbers(2, 7, 9, 3), numbers(4, 5, 3, 6), numbers(6), numbers(2, 4, 5, 6)
POOLED, LABELS = numbers(2, 4, 5, 3), np.array([3, 0])
VIEW = numbers(2, 4, 5, 2, 3, 1)
FRAME = ((1, 0), (2, 1))
WINDOWS = (2, 4), (3, 2), FRAME, (3, 5)  # size, stride, frame, out
EXAMPLES = {
    "conv.conv2d": [(X, W, B), (X[..., :1], W[:, :, :1], B, 2, "same")],
    "conv.conv2d_backward": [(DY, X, W), (DY, X[..., :1], W[:, :, :1])],
    "conv_gradients.conv2d_filter_gradient": [
        (DY, X, (4, 5)),
        (DY, X[..., :1], (4, 5)),
    ],
    "conv_gradients.conv2d_input_gradient": [
        (DY, W, X.shape),
        (DY, W[:, :, :1], (2, 7, 9, 1)),
        (numbers(2, 7, 7, 6), W[:1, :3, :1], (2, 7, 9, 1)),
        (DY, np.repeat(W, 7, axis=2), (2, 7, 9, 21)),
    ],
    "conv.conv2d_loops": [(X, W, B, 3, (1, 0))],
    "conv.correlate2d": [(X[0, :, :, 0], W[:, :, 0, 0])],
    "im2col.col2im": [(numbers(40, 60), X.shape, (4, 5), 1, 0)],
    "im2col.im2col": [(X, (4, 5)), (X, 1), (X, 3, 2, "same")],
    "im2col.pad": [(X, (4, 5), 1, 2)],
    "im2col.parts": [(VIEW, 3)],
    "im2col.per_image": [(numbers(200, 7), 2, 3), (numbers(40, 7), 2, 3)],
    "im2col.unroll": [(VIEW,), (np.repeat(VIEW, 2, axis=-1),)],
    "im2col.windows": [(X, (4, 5)), (X, (4, 5), 1, "same")],
    # Shapes and a generator: nothing tells which dtype is wanted. Layers cast in build.
    "initializers.draw": [("he", (3, 4), None)],
    "initializers.fans": [((3, 4, 5, 6),)],
    "initializers.glorot": [((3, 4), np.random.default_rng(1))],
    "initializers.he": [((3, 4), np.random.default_rng(1))],
    "losses.require_labels": [(LABELS,)],
    "losses.softmax": [(numbers(2, 5),)],
    "losses.softmax_cross_entropy": [(numbers(2, 5), LABELS)],
    "pool.average_pool2d": [(X, (2, 4), 1), (X, 3, 2, "same")],
    "pool.average_pool2d_backward": [(numbers(2, 6, 6, 3), X, (2, 4), 1)],
    "pool.global_average_pool": [(X,)],
    "pool.global_average_pool_backward": [(numbers(2, 3), X)],
    "pool.global_max_pool": [(X,)],
    "pool.global_max_pool_backward": [(numbers(2, 3), X)],
    "pool.max_pool2d": [(X, (2, 4), 1), (X, 3, 2, "same")],
    "pool.max_pool2d_backward": [(POOLED, X, 3, 2, "same"), (POOLED, X, 2, 2, "same")],
    "pool.max_pool2d_winners": [(X, (2, 4), 1), (X, 3, 2, "same")],
    "pool.min_pool2d": [(X, (2, 4), 1), (X, 3, 2, "same")],
    "pool.min_pool2d_backward": [(POOLED, X, 3, 2, "same"), (POOLED, X, 2, 2, "same")],
    "pool.min_pool2d_winners": [(X, (2, 4), 1), (X, 3, 2, "same")],
    "pool_windows.counts": [(X, *WINDOWS)],
    "pool_windows.first_places": [(X, *WINDOWS)],
    "pool_windows.framed": [(X, FRAME, -np.inf), (X, ((0, 0), (0, 0)), -np.inf)],
    "pool_windows.framed_zeros": [(X, FRAME)],
    "pool_windows.inside": [(numbers(2, 8, 12, 3), X, FRAME)],
    "pool_windows.parts": [(X,)],
    "pool_windows.plan": [(X, 3, 2, "same")],
    "pool_windows.views": [(X, (2, 4), (1, 1), (6, 6))],
}
DRAWS = {"initializers.draw", "initializers.glorot", "initializers.he"}
every_function = pytest.mark.parametrize("name", FUNCTIONS)


def examples(name):
    assert name in EXAMPLES, (
        f"{name} has no example arguments in EXAMPLES: give it a row, so that its dtypes are tested."
    )
    return EXAMPLES[name]


def arrays_in(thing):
    """Yield every array in what a function took or gave back."""
    if isinstance(thing, np.ndarray | np.generic):
        yield thing
    elif isinstance(thing, Mapping):
        for value in thing.values():
            yield from arrays_in(value)
    elif isinstance(thing, tuple | list | Iterator):
        for value in thing:
            yield from arrays_in(value)


def floats_in(thing):
    return [a for a in arrays_in(thing) if np.issubdtype(a.dtype, np.floating)]


def cast(arguments, dtype):
    """Give the floats among the arguments this dtype; copy the others, a generator too."""
    return [a.astype(dtype) if floats_in(a) else copy.copy(a) for a in arguments]


def test_every_example_is_of_a_function_that_exists():
    assert EXAMPLES.keys() <= FUNCTIONS.keys()


@every_function
@every_dtype
def test_a_function_returns_the_floats_that_it_is_given(name, dtype):
    for example in examples(name):
        arguments = cast(example, dtype)
        result = FUNCTIONS[name](*arguments)
        wanted = np.float64 if name in DRAWS else dtype
        found = {array.dtype for array in floats_in([result])}
        assert found <= {np.dtype(wanted)}, f"{name} makes {found} of {dtype.__name__}"


@every_function
def test_a_function_leaves_its_arguments_as_they_were(name):
    for example in examples(name):
        arguments = cast(example, np.float64)
        before = copy.deepcopy(list(arrays_in(arguments)))
        list(arrays_in([FUNCTIONS[name](*arguments)]))  # a generator runs as it is read
        after = list(arrays_in(arguments))
        for array, kept in zip(after, before, strict=True):
            np.testing.assert_array_equal(array, kept)


@every_function
@pytest.mark.parametrize("others", DTYPES, ids=lambda d: f"others {d.__name__}")
@every_dtype
def test_the_first_array_or_the_images_of_a_gradient_say_which_dtype_comes_out(
    name, dtype, others
):
    names = list(inspect.signature(FUNCTIONS[name]).parameters)
    lead = 1 if names[:2] == ["dy", "x"] else 0
    for example in examples(name):
        if len(floats_in(example)) < 2:
            continue
        mixed = cast(example, others)
        mixed[lead] = mixed[lead].astype(dtype)
        found = {array.dtype for array in floats_in([FUNCTIONS[name](*mixed)])}
        assert found == {np.dtype(dtype)}


# layers


def snapshot(arrays):
    return [array.copy() for array in arrays]


@every_layer
@pytest.mark.parametrize("built", DTYPES, ids=lambda d: f"built {d.__name__}")
@pytest.mark.parametrize("of_dy", DTYPES, ids=lambda d: f"dy {d.__name__}")
@every_dtype
@pytest.mark.parametrize("training", [False, True])
def test_a_layer_answers_in_the_dtype_of_what_comes_in(
    kind, built, of_dy, dtype, training
):
    layer, x = plain(kind, built)
    x = x.astype(dtype)
    y = forward(layer, x, training)
    dy = batch(y.shape, 3, of_dy)
    inputs = [x, dy, y]
    before = snapshot(inputs)
    results = [y, layer.backward(dy), *layer.gradients.values()]
    results += [layer.input_gradient(dy), *layer.parameter_gradients(dy).values()]
    assert {array.dtype for array in results} == {np.dtype(dtype)}
    kept = [*layer.parameters.values(), *layer.state.values()]
    assert {array.dtype for array in kept} <= {np.dtype(built)}
    for array, then in zip(inputs, before, strict=True):
        np.testing.assert_array_equal(array, then)


@every_layer
@pytest.mark.parametrize("training", [False, True])
def test_a_layer_leaves_what_comes_in_and_its_weights_as_they_were(kind, training):
    layer, x = plain(kind)
    inputs = [x, *layer.parameters.values()]
    before = snapshot(inputs)
    y = forward(layer, x, training)
    dy = batch(y.shape, 3)
    inputs.append(dy)
    before += snapshot([dy])
    layer.backward(dy)
    for array, then in zip(inputs, before, strict=True):
        np.testing.assert_array_equal(array, then)


@every_layer
def test_float32_gives_the_numbers_of_float64(kind):
    results = []
    for dtype in DTYPES:
        layer, x = plain(kind, dtype)
        y = forward(layer, x, training=True)
        dx = layer.backward(batch(y.shape, 3, dtype))
        results.append([y, dx, *layer.gradients.values()])
    for single, double in zip(*results, strict=True):
        np.testing.assert_allclose(single, double, rtol=1e-3, atol=1e-4)


OPTIONS = [
    (kind, name)
    for kind in KINDS
    for name in inspect.signature(kind).parameters
    if isinstance(getattr(plain(kind)[0], name), float)
]


@pytest.mark.parametrize(("kind", "name"), OPTIONS)
def test_an_option_that_is_a_number_of_numpy_makes_no_float64(kind, name):
    # NumPy's own float64 turns float32 arrays into float64; Python's float does not.
    layer, x = plain(kind, np.float32)
    setattr(layer, name, np.float64(getattr(layer, name)))
    y = forward(layer, x, training=True)
    assert y.dtype == forward(layer, x).dtype == np.float32
    assert layer.backward(y).dtype == np.float32
    assert all(array.dtype == np.float32 for array in layer.state.values())


# optimizers: they move the parameters in place, and leave the gradients


@every_optimizer
@pytest.mark.parametrize("given", DTYPES, ids=lambda d: f"gradient {d.__name__}")
@pytest.mark.parametrize("rate", [0.1, np.float64(0.1)], ids=["Python's", "NumPy's"])
@every_dtype
def test_an_optimizer_keeps_the_dtype_of_the_parameters(kind, given, rate, dtype):
    optimizer = kind(learning_rate=rate)
    parameters = {"w": numbers(3, 4).astype(dtype), "b": numbers(5).astype(dtype)}
    gradients = {"w": numbers(3, 4).astype(given), "b": numbers(5).astype(given)}
    before, start = copy.deepcopy(gradients), copy.deepcopy(parameters)
    for _ in range(3):
        optimizer.step(parameters, gradients)
    kept = [*parameters.values(), *optimizer.memory.values()]
    assert {array.dtype for array in kept} == {np.dtype(dtype)}
    np.testing.assert_equal(gradients, before)
    assert all((parameters[name] != start[name]).all() for name in parameters)
