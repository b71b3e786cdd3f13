import math

import numpy as np
import pytest

from cnn_course.optimizers import SGD, AdaGrad, Adam, Momentum, Optimizer, RMSprop

SHAPES = {"filters": (4, 5, 3, 6), "biases": (7,), "weights": (8, 2), "scale": ()}
STEPS = 6
OTHERS = [
    (SGD, {"learning_rate": 0.3}),
    (Momentum, {"learning_rate": 0.2, "momentum": 0.6}),
    (AdaGrad, {"learning_rate": 0.4, "initial_accumulator": 0.7, "epsilon": 0.2}),
    (RMSprop, {"learning_rate": 0.05, "rho": 0.7, "epsilon": 0.03}),
    (Adam, {"learning_rate": 0.1, "beta_1": 0.8, "beta_2": 0.95, "epsilon": 0.02}),
]
ALL = [SGD, Momentum, AdaGrad, RMSprop, Adam]
every_optimizer = pytest.mark.parametrize("kind", ALL)
every_setting = pytest.mark.parametrize(
    ("kind", "settings"),
    [(kind, {}) for kind in ALL] + OTHERS,
    ids=[f"{kind.__name__} defaults" for kind in ALL]
    + [kind.__name__ for kind, _ in OTHERS],
)


def draw_arrays(rng, dtype=np.float64):
    # np.asarray, because a normal of shape () is a number and not an array.
    return {
        name: np.asarray(rng.normal(size=shape), dtype)
        for name, shape in SHAPES.items()
    }


def draw_training(seed, dtype=np.float64):
    """Draw parameters, and gradients for several steps; every number its own scale of gradients."""
    rng = np.random.default_rng(seed)
    parameters, scales = draw_arrays(rng, dtype), draw_arrays(rng, dtype)
    gradients = [
        {
            name: np.asarray(g * scales[name], dtype)
            for name, g in draw_arrays(rng).items()
        }
        for _ in range(STEPS)
    ]
    return parameters, gradients


# One number's whole history g[0] ... g[t] -> its step at t, every sum written out.


def sgd_step(g, learning_rate=0.01):
    return learning_rate * g[-1]


def momentum_step(g, learning_rate=0.01, momentum=0.9):
    return learning_rate * decayed(g, momentum)


def adagrad_step(g, learning_rate=0.001, initial_accumulator=0.1, epsilon=1e-7):
    squares = initial_accumulator + sum(number**2 for number in g)
    return learning_rate * g[-1] / math.sqrt(squares + epsilon)


def rmsprop_step(g, learning_rate=0.001, rho=0.9, epsilon=1e-7):
    squares = (1 - rho) * decayed([number**2 for number in g], rho)
    return learning_rate * g[-1] / math.sqrt(squares + epsilon)


def adam_step(g, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    mean = (1 - beta_1) * decayed(g, beta_1)
    squares = (1 - beta_2) * decayed([number**2 for number in g], beta_2)
    rate = learning_rate * math.sqrt(1 - beta_2 ** len(g)) / (1 - beta_1 ** len(g))
    return rate * mean / (math.sqrt(squares) + epsilon)


def decayed(numbers, rate):
    return sum(number * rate**age for age, number in enumerate(reversed(numbers)))


LOOPS = dict(
    zip(
        ALL,
        [sgd_step, momentum_step, adagrad_step, rmsprop_step, adam_step],
        strict=True,
    )
)


# by hand


@pytest.mark.parametrize(
    ("optimizer", "steps"),
    [
        (SGD(0.5), [1.0, 1.0]),
        (Momentum(0.5, 0.5), [1.0, 1.5]),
        (AdaGrad(1.0, 5.0, 0.0), [2 / 3, 2 / math.sqrt(13)]),
        (RMSprop(1.0, 0.75, 0.0), [2.0, 2 / math.sqrt(1.75)]),
        (Adam(0.5, epsilon=0.0), [0.5, 0.5]),
        (Adam(0.5, 0.5, 0.75, 1.0), [0.25, 7**0.5 / (2 * 7**0.5 + 4)]),
    ],
    ids=lambda value: type(value).__name__,
)
def test_two_steps_with_a_gradient_of_2_worked_by_hand(optimizer, steps):
    w = {"w": np.array([10.0])}
    before = 10.0
    for step in steps:
        optimizer.step(w, {"w": np.array([2.0])})
        assert before - w["w"][0] == pytest.approx(step, rel=1e-12)
        before = w["w"][0]
    assert optimizer.steps == 2


@every_optimizer
def test_a_gradient_of_zero_moves_nothing_at_first(kind):
    w = {"w": np.array([3.0, -4.0])}
    kind().step(w, {"w": np.zeros(2)})
    assert w["w"].tolist() == [3, -4]


# the loops


@every_setting
def test_several_steps_equal_the_loops(kind, settings):
    parameters, gradients = draw_training(1)
    expected = {name: array.copy() for name, array in parameters.items()}
    optimizer = kind(**settings)
    for t, gradient in enumerate(gradients):
        optimizer.step(parameters, gradient)
        for name, array in expected.items():
            for place in np.ndindex(array.shape):
                history = [float(past[name][place]) for past in gradients[: t + 1]]
                array[place] -= LOOPS[kind](history, **settings)
            np.testing.assert_allclose(
                parameters[name], array, rtol=1e-11, atol=1e-11, err_msg=name
            )


# Keras


def keras_optimizer(tf, kind, settings):
    """Build Keras' optimizer; what ``settings`` leave out stays at Keras' own default."""
    settings = dict(settings)
    if kind is Momentum:
        return tf.keras.optimizers.SGD(**({"momentum": 0.9} | settings))
    if "initial_accumulator" in settings:
        settings["initial_accumulator_value"] = settings.pop("initial_accumulator")
    name = {AdaGrad: "Adagrad"}.get(kind, kind.__name__)
    return getattr(tf.keras.optimizers, name)(**settings)


@every_setting
def test_every_step_is_that_of_keras(tf, kind, settings):
    parameters, gradients = draw_training(2, np.float32)
    # From zero, so that float32 keeps all digits of small steps.
    parameters = {name: np.zeros_like(array) for name, array in parameters.items()}
    variables = [tf.keras.Variable(array) for array in parameters.values()]
    ours, theirs = kind(**settings), keras_optimizer(tf, kind, settings)
    for gradient in gradients:
        ours.step(parameters, gradient)
        theirs.apply([tf.constant(g) for g in gradient.values()], variables)
        for name, variable in zip(parameters, variables, strict=True):
            # Keras works out Adam's 1 - beta ** t in float32, which leaves four digits of it.
            largest = np.abs(variable.numpy()).max()
            np.testing.assert_allclose(
                parameters[name], variable.numpy(), rtol=2e-4, atol=2e-5 * largest
            )
            assert parameters[name].dtype == np.float32


@every_optimizer
def test_defaults_are_those_of_keras(tf, kind):
    theirs = keras_optimizer(tf, kind, {}).get_config()
    ours = dict(vars(kind()))
    del ours["steps"], ours["memory"]
    if kind is AdaGrad:
        ours["initial_accumulator_value"] = ours.pop("initial_accumulator")
    assert {"learning_rate"} <= ours.keys()
    for name, value in ours.items():
        assert theirs[name] == pytest.approx(value, rel=1e-6), name


# training


@pytest.mark.parametrize(
    "optimizer",
    [SGD(0.1), Momentum(0.02), AdaGrad(1.0), RMSprop(0.005), Adam(0.05)],
    ids=lambda optimizer: type(optimizer).__name__,
)
def test_parameters_reach_the_minimum_of_a_quadratic(optimizer):
    # 0.5 * curvature * (w - target)², one direction eight times as steep as the other
    targets = {"w": np.array([[1.0, -0.5, 0.25]]), "b": np.array([-1.0, 0.75])}
    curvatures = {"w": np.array([[1.0, 8.0, 4.0]]), "b": np.array([2.0, 5.0])}
    parameters = {name: np.zeros_like(target) for name, target in targets.items()}
    for _ in range(500):
        optimizer.step(
            parameters,
            {
                name: curvatures[name] * (parameters[name] - targets[name])
                for name in targets
            },
        )
    for name, target in targets.items():
        np.testing.assert_allclose(parameters[name], target, atol=0.01)


# memory, dtypes


@every_optimizer
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("gradients_dtype", [np.float32, np.float64])
@pytest.mark.parametrize("rate", [0.1, np.float64(0.1), np.float32(0.1), 1])
def test_parameters_and_memory_keep_their_dtype(kind, dtype, gradients_dtype, rate):
    parameters, _ = draw_training(3, dtype)
    _, gradients = draw_training(3, gradients_dtype)
    optimizer = kind(rate)
    for gradient in gradients:
        optimizer.step(parameters, gradient)
        assert {array.dtype for array in parameters.values()} == {np.dtype(dtype)}
        assert {array.dtype for array in optimizer.memory.values()} <= {np.dtype(dtype)}


@every_optimizer
def test_the_same_arrays_move_and_gradients_do_not(kind):
    parameters, gradients = draw_training(4)
    arrays = dict(parameters)
    start = {name: array.copy() for name, array in parameters.items()}
    before = [
        {name: g.copy() for name, g in gradient.items()} for gradient in gradients
    ]
    optimizer = kind()
    for gradient in gradients:
        for array in gradient.values():
            array.flags.writeable = False
        optimizer.step(parameters, gradient)
    for name, array in arrays.items():
        assert parameters[name] is array
        assert np.all(array != start[name])
        for now, then in zip(gradients, before, strict=True):
            np.testing.assert_array_equal(now[name], then[name])
        for memory in optimizer.memory.values():
            assert not np.shares_memory(memory, array)
            assert not any(np.shares_memory(memory, g[name]) for g in gradients)


@every_optimizer
def test_gradients_that_change_after_a_step_do_not_change_what_is_remembered(kind):
    gradient = {"w": np.array([1.0, -2.0])}
    ours, other = {"w": np.zeros(2)}, {"w": np.zeros(2)}
    reused, fresh = kind(), kind()
    for number in (1.0, -3.0, 0.5):
        gradient["w"][:] = [number, -2 * number]
        reused.step(ours, gradient)
        fresh.step(other, {"w": gradient["w"].copy()})
        gradient["w"][:] = np.nan
    np.testing.assert_array_equal(ours["w"], other["w"])


@every_optimizer
def test_a_view_moves_within_its_array(kind):
    whole, plain = np.ones((4, 6), np.float32), {"w": np.ones((2, 3), np.float32)}
    gradient = np.arange(1.0, 7, dtype=np.float32).reshape(2, 3)
    kind().step({"w": whole[::2, ::2]}, {"w": np.asfortranarray(gradient)})
    kind().step(plain, {"w": gradient})
    np.testing.assert_array_equal(whole[::2, ::2], plain["w"])
    assert np.all(whole[::2, ::2] != 1)
    assert np.all(whole[1::2] == 1)
    assert np.all(whole[:, 1::2] == 1)


@every_optimizer
def test_names_and_optimizers_have_their_own_memory_whatever_their_order(kind):
    rng = np.random.default_rng(5)
    together, alone = {"a": np.zeros(3), "b": np.zeros(3)}, np.zeros(3)
    both, single = kind(), kind()
    for _ in range(STEPS):
        a, b = rng.normal(size=(2, 3))
        both.step(together, {"b": b, "a": a})
        single.step({"a": alone}, {"a": a})
    np.testing.assert_array_equal(together["a"], alone)


@every_optimizer
def test_the_learning_rate_can_change_between_steps(kind):
    parameters, gradients = draw_training(6)
    optimizer = kind()
    optimizer.learning_rate = 0.25
    other, _ = draw_training(6)
    optimizer.step(parameters, gradients[0])
    kind(0.25).step(other, gradients[0])
    for name in SHAPES:
        np.testing.assert_array_equal(parameters[name], other[name])


@every_optimizer
def test_no_parameters_and_empty_parameters_are_fine(kind):
    optimizer = kind()
    optimizer.step({}, {})
    empty = {"w": np.zeros((0, 3), np.float32)}
    optimizer.step(empty, {"w": np.zeros((0, 3))})
    assert (empty["w"].shape, empty["w"].dtype) == ((0, 3), np.float32)
    assert optimizer.steps == 2


# errors


@every_optimizer
@pytest.mark.parametrize("rate", [0, -0.1, 0.0, float("nan")])
def test_a_learning_rate_that_is_not_positive_is_named(kind, rate):
    with pytest.raises(ValueError, match=f"must be positive, not {rate}"):
        kind(rate)


@every_optimizer
@pytest.mark.parametrize(
    ("gradients", "odd"),
    [
        ({"b": (5,)}, r"\['w'\]"),
        ({"b": (5,), "w": (2, 3), "v": (4,)}, r"\['v'\]"),
        ({"b": (5,), "weights": (2, 3)}, r"\['w', 'weights'\]"),
    ],
)
def test_names_that_differ_are_listed_and_nothing_moves(kind, gradients, odd):
    parameters = {"b": np.zeros(5), "w": np.zeros((2, 3))}
    optimizer = kind()
    with pytest.raises(ValueError, match=rf"same names.*differ: {odd}"):
        optimizer.step(
            parameters, {name: np.ones(shape) for name, shape in gradients.items()}
        )
    assert not any(array.any() for array in parameters.values())
    assert optimizer.steps == 0


@every_optimizer
@pytest.mark.parametrize("shape", [(3, 2), (3,), (1, 3), (2, 3, 1), ()])
def test_a_gradient_of_another_shape_is_named_and_nothing_moves(kind, shape):
    parameters = {"b": np.zeros(5), "w": np.zeros((2, 3))}
    optimizer = kind()
    with pytest.raises(ValueError, match="gradient of w has shape") as error:
        optimizer.step(parameters, {"b": np.ones(5), "w": np.ones(shape)})
    assert f"{shape}, the parameter (2, 3)" in str(error.value)
    assert not any(array.any() for array in parameters.values())
    assert not optimizer.memory
    assert optimizer.steps == 0


@every_optimizer
def test_integer_parameters_are_refused_and_integer_gradients_are_not(kind):
    with pytest.raises(TypeError, match=r"parameter w holds int64.*astype"):
        kind().step({"w": np.zeros(3, np.int64)}, {"w": np.ones(3)})
    parameters = {"w": np.zeros(3, np.float32)}
    kind().step(parameters, {"w": np.ones(3, np.int64)})
    assert parameters["w"].dtype == np.float32
    assert np.all(parameters["w"] < 0)


def test_an_optimizer_without_a_formula_says_so():
    with pytest.raises(NotImplementedError):
        Optimizer(0.1).step({"w": np.zeros(3)}, {"w": np.ones(3)})
