import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnn_course.layers import (
    BatchNorm,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    Layer,
    MaxPool2D,
    ReLU,
)
from cnn_course.losses import softmax_cross_entropy
from cnn_course.network import Sequential
from cnn_course.optimizers import SGD, Adam, Momentum, RMSprop
from cnn_course.training import Trainable, batches_of

SHAPE = (6, 7, 2)
CLASSES = 4


def make(seed=1, dtype=np.float32):
    """Build a network that has all that training may change: weights, averages, masks."""
    layers = [
        *(Conv2D(3, 3, padding="same"), BatchNorm(0.8), ReLU(), MaxPool2D(2)),
        *(Flatten(), Dropout(0.3), Dense(CLASSES)),
    ]
    return Sequential(layers, SHAPE, seed, dtype)


def make_plain(dtype=np.float64):
    """Build a network of which the same images make the same scores, in training too."""
    return Sequential([Flatten(), Dense(5), ReLU(), Dense(CLASSES)], SHAPE, 1, dtype)


def draw(n, seed=2, dtype=np.float32):
    """Draw images and labels that have nothing to do with each other."""
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, *SHAPE)).astype(dtype), rng.integers(0, CLASSES, n)


def fit(network, n=10, epochs=2, **options):
    options = {"batch_size": 4, "progress": False} | options
    return network.fit(*draw(n, dtype=network.dtype), epochs, **options)


def weights(network):
    return {
        name: array.copy()
        for name, array in (network.parameters | network.state).items()
    }


def assert_equal_weights(one, other):
    assert one.keys() == other.keys()
    for name, array in one.items():
        np.testing.assert_array_equal(array, other[name], err_msg=name)


def differ(one, other):
    return any(np.any(one[name] != other[name]) for name in one)


def loss_by_hand(network, x, labels):
    """Return each image's -log p of its label, and whether the largest score is there."""
    scores = network.forward(x).astype(np.float64)
    sums = [sum(math.exp(z) for z in row) for row in scores]
    losses = [
        math.log(total) - row[label]
        for total, row, label in zip(sums, scores, labels, strict=True)
    ]
    hits = [
        max(range(CLASSES), key=row.__getitem__) == label
        for row, label in zip(scores.tolist(), labels, strict=True)
    ]
    return losses, hits


# batches


def test_batches_worked_by_hand():
    class Backwards:
        def permutation(self, n):
            return np.arange(n)[::-1]

    batches = batches_of(7, 3, Backwards())
    assert [batch.tolist() for batch in batches] == [[6, 5, 4], [3, 2, 1], [0]]


@given(
    n=st.integers(0, 40), batch_size=st.integers(1, 45), seed=st.integers(0, 2**32 - 1)
)
def test_batches_hold_every_number_once(n, batch_size, seed):
    batches = batches_of(n, batch_size, np.random.default_rng(seed))
    sizes = [len(batch) for batch in batches]
    assert len(sizes) == math.ceil(n / batch_size)
    assert all(size == batch_size for size in sizes[:-1])
    assert sorted(i for batch in batches for i in batch) == list(range(n))


def test_every_epoch_deals_its_batches_anew():
    random = np.random.default_rng(3)
    first, second = (np.concatenate(batches_of(30, 8, random)) for _ in range(2))
    assert first.tolist() != list(range(30))
    assert first.tolist() != second.tolist()


# evaluate


def test_evaluate_worked_by_hand():
    network = Sequential([Dense(2)], (1,), dtype=np.float64)
    network.parameters["dense_1.w"][...] = [[math.log(3), 0]]
    # Scores (log 3, 0), (0, 0) and (-log 3, 0): the labels have p = 3/4, 1/2 and 1/4.
    x, labels = np.array([[1.0], [0.0], [-1.0]]), np.array([0, 0, 0])
    loss, accuracy = network.evaluate(x, labels)
    assert loss == pytest.approx(-math.log(3 / 4 * 1 / 2 * 1 / 4) / 3, rel=1e-12)
    assert accuracy == pytest.approx(2 / 3)


@pytest.mark.parametrize("batch_size", [1, 3, 4, 11, 12, 256])
def test_evaluate_is_the_mean_over_images_whatever_the_batches(batch_size):
    network, (x, labels) = make(dtype=np.float64), draw(11, seed=4, dtype=np.float64)
    fit(network)
    losses, hits = loss_by_hand(network, x, labels)
    loss, accuracy = network.evaluate(x, labels, batch_size)
    assert loss == pytest.approx(sum(losses) / 11, rel=1e-12)
    assert accuracy == sum(hits) / 11
    assert 0 < accuracy < 1


def test_evaluate_and_predict_change_nothing():
    network, (x, labels) = make(), draw(9)
    before, random = weights(network), network.layers[0].random.bit_generator.state
    network.evaluate(x, labels)
    network.predict(x)
    assert_equal_weights(before, weights(network))
    assert network.layers[0].random.bit_generator.state == random


# train_step


def test_a_step_returns_the_loss_and_the_accuracy_from_before_it():
    network, (x, labels) = make_plain(), draw(9, dtype=np.float64)
    losses, hits = loss_by_hand(network, x, labels)
    loss, accuracy = network.train_step(x, labels, SGD(0.1))
    assert loss == pytest.approx(sum(losses) / 9, rel=1e-12)
    assert accuracy == sum(hits) / 9
    assert network.evaluate(x, labels)[0] < loss


def test_a_step_is_forward_backward_and_the_optimizer():
    network, by_hand, (x, labels) = make(), make(), draw(9)
    network.train_step(x, labels, SGD(0.2))
    _, dy = softmax_cross_entropy(by_hand.forward(x, training=True), labels)
    by_hand.backward(dy)
    for name, parameter in by_hand.parameters.items():
        parameter[...] -= 0.2 * by_hand.gradients[name]
    assert_equal_weights(weights(network), weights(by_hand))


@pytest.mark.parametrize("optimizer", [SGD, Momentum, RMSprop, Adam])
def test_steps_on_one_batch_make_its_loss_smaller(optimizer):
    network, (x, labels) = make_plain(), draw(9, dtype=np.float64)
    kind = optimizer(0.005)
    losses = [network.train_step(x, labels, kind)[0] for _ in range(10)]
    assert all(after < before for before, after in pairwise(losses))


# fit


def test_fit_learns_twenty_images_by_heart():
    network, (x, labels) = make(), draw(20)
    history = network.fit(x, labels, 60, 8, optimizer=Adam(0.01), progress=False)
    assert history["accuracy"][0] < 0.8
    assert network.evaluate(x, labels)[1] == 1
    assert history["loss"][-1] < history["loss"][0] / 3


def test_fit_is_a_step_for_each_batch_in_the_order_of_its_seed():
    network, by_hand, (x, labels) = make_plain(), make_plain(), draw(10)
    x = x.astype(np.float64)
    history = network.fit(
        x, labels, 3, 4, optimizer=Momentum(0.1), seed=5, progress=False
    )
    random, optimizer = np.random.default_rng(5), Momentum(0.1)
    for epoch in range(3):
        losses, hits = [], []
        batches = batches_of(10, 4, random)
        assert [len(batch) for batch in batches] == [4, 4, 2]
        for batch in batches:
            here = loss_by_hand(by_hand, x[batch], labels[batch])
            losses += here[0]
            hits += here[1]
            by_hand.train_step(x[batch], labels[batch], optimizer)
        # The mean over ten images, not over three batches of which one is smaller.
        assert history["loss"][epoch] == pytest.approx(sum(losses) / 10, rel=1e-12)
        assert history["accuracy"][epoch] == pytest.approx(sum(hits) / 10)
    assert_equal_weights(weights(network), weights(by_hand))


def test_the_default_optimizer_is_adam():
    one, other = make(), make()
    fit(one)
    fit(other, optimizer=Adam())
    assert_equal_weights(weights(one), weights(other))


def test_the_same_seed_repeats_a_training_to_the_bit():
    one, other = make(), make()
    assert fit(one, seed=6) == fit(other, seed=6)
    assert_equal_weights(weights(one), weights(other))


def test_a_second_training_of_the_same_weights_is_the_first_one_again():
    network, before = make(), weights(make())
    first, learned = fit(network, seed=6), weights(network)
    network.set_weights(before)
    assert fit(network, seed=6) == first
    assert_equal_weights(weights(network), learned)


def test_another_seed_trains_otherwise():
    one, other = make(), make()
    assert fit(one, seed=6) != fit(other, seed=7)
    assert differ(weights(one), weights(other))


def test_the_seed_is_dropout_s_too():
    # One batch of all images, in which nothing depends on their order but for rounding.
    ends = []
    for seed in (6, 6, 7):
        network = Sequential([Flatten(), Dropout(0.5), Dense(CLASSES)], SHAPE)
        fit(network, n=5, epochs=1, batch_size=5, seed=seed)
        ends.append(network.parameters["dense_1.w"])
    np.testing.assert_array_equal(ends[0], ends[1])
    assert np.abs(ends[0] - ends[2]).max() > 1e-4


def test_validation_is_measured_after_each_epoch_and_never_learned_from():
    network, without, (x, labels) = make(), make(), draw(7, seed=8)
    measured = fit(network, validation=(x, labels))
    plain = fit(without)
    assert_equal_weights(weights(network), weights(without))
    assert list(plain) == ["loss", "accuracy"]
    assert list(measured) == [*plain, "validation_loss", "validation_accuracy"]
    assert {name: measured[name] for name in plain} == plain
    loss, accuracy = network.evaluate(x, labels)
    assert measured["validation_loss"][-1] == loss
    assert measured["validation_accuracy"][-1] == accuracy
    assert measured["validation_loss"][0] != loss


def test_the_history_has_one_python_number_an_epoch():
    network = make()
    history = fit(network, epochs=3, validation=draw(5, seed=8))
    assert history is network.history
    assert {len(numbers) for numbers in history.values()} == {3}
    assert {type(number) for numbers in history.values() for number in numbers} == {
        float
    }


def test_a_network_that_has_not_been_trained_has_no_history():
    assert make().history == {}


def test_a_new_fit_starts_a_new_history_and_leaves_the_old_one_alone():
    network = make()
    first = fit(network, epochs=3)
    second = fit(network, epochs=2)
    assert [len(history["loss"]) for history in (first, second)] == [3, 2]
    assert network.history is second


def test_the_same_optimizer_goes_on_where_it_stopped():
    optimizer, network, restarted = Adam(0.01), make(), make()
    for epoch in range(2):
        fit(network, epochs=1, seed=epoch, optimizer=optimizer)
        fit(restarted, epochs=1, seed=epoch, optimizer=Adam(0.01))
    assert optimizer.steps == 6
    assert differ(weights(network), weights(restarted))


def test_no_epochs_change_nothing():
    network = make()
    before = weights(network)
    assert fit(network, epochs=0) == {}
    assert_equal_weights(weights(network), before)


def test_images_and_labels_are_left_as_they_were():
    network, (x, labels) = make(), draw(10)
    copies = x.copy(), labels.copy()
    x.flags.writeable = labels.flags.writeable = False
    network.fit(x, labels, 2, 4, validation=(x, labels), progress=False)
    np.testing.assert_array_equal(x, copies[0])
    np.testing.assert_array_equal(labels, copies[1])


@pytest.mark.parametrize("dtype", [np.uint8, np.int32, np.int64])
def test_labels_of_every_integer_type_train_alike(dtype):
    one, other, (x, labels) = make(), make(), draw(10)
    one.fit(x, labels, 2, 4, progress=False)
    other.fit(x, labels.astype(dtype), 2, 4, progress=False)
    assert_equal_weights(weights(one), weights(other))


def test_a_batch_may_be_larger_than_all_there_is():
    network, whole = make(), make()
    assert fit(network, n=5, batch_size=64) == fit(whole, n=5, batch_size=5)


# what stops it


class StopsAt(SGD):
    """Raise an error in place of step number ``last``."""

    def __init__(self, last, error):
        super().__init__(0.1)
        self.last, self.error = last, error

    def step(self, parameters, gradients):
        if self.steps + 1 == self.last:
            raise self.error
        super().step(parameters, gradients)


@pytest.mark.parametrize("progress", [True, False])
def test_ctrl_c_keeps_what_was_learned_and_measured(capsys, progress):
    network, reference = make(), make()
    # Three batches an epoch: step 8 is the second one of the third epoch.
    optimizer = StopsAt(8, KeyboardInterrupt())
    history = fit(network, epochs=5, optimizer=optimizer, progress=progress)
    out = capsys.readouterr().out
    assert "Stopped after 2 of 5 epochs; the history holds 2." in out.splitlines()
    assert history is network.history
    assert history == fit(reference, epochs=2, optimizer=SGD(0.1))
    assert optimizer.steps == 7
    assert differ(weights(network), weights(reference))


def test_ctrl_c_before_the_first_epoch_ends_leaves_an_empty_history(capsys):
    network = make()
    assert fit(network, optimizer=StopsAt(2, KeyboardInterrupt())) == {}
    assert "Stopped after 0 of 2 epochs" in capsys.readouterr().out


def test_ctrl_c_while_validating_adds_no_half_epoch(monkeypatch):
    network, times = make(), []

    def interrupted(x, labels):
        times.append(len(x))
        if len(times) == 2:
            raise KeyboardInterrupt
        return 1.5, 0.25

    monkeypatch.setattr(network, "evaluate", interrupted)
    history = fit(network, epochs=4, validation=draw(5))
    assert [len(numbers) for numbers in history.values()] == [1, 1, 1, 1]
    assert history["validation_loss"] == [1.5]


def test_other_errors_come_through():
    with pytest.raises(MemoryError, match="full"):
        fit(make(), optimizer=StopsAt(5, MemoryError("full")))


class Breaks(Layer):
    """Let ``good`` batches of training through, and make numbers of the next that are none."""

    def __init__(self, good, number):
        super().__init__()
        self.good, self.number = good, number

    def forward(self, x, training=False):
        self.good -= training
        return x if self.good >= 0 else np.full_like(x, self.number)

    def input_gradient(self, dy):
        return dy


def test_a_loss_that_is_no_number_ends_the_training_and_keeps_what_was_before():
    def broken(good):
        layers = [Flatten(), Breaks(good, np.nan), Dense(CLASSES)]
        return Sequential(layers, SHAPE)

    network, reference, optimizer = broken(7), broken(99), SGD(0.1)
    message = r"The loss is nan after 7 steps: try a smaller learning rate, and look"
    with pytest.raises(FloatingPointError, match=message):
        fit(network, epochs=5, optimizer=optimizer)
    # Three batches an epoch, and the eighth has moved nothing.
    assert len(network.history["loss"]) == 2
    assert optimizer.steps == 7
    assert all(np.isfinite(array).all() for array in network.parameters.values())
    assert network.history == fit(reference, epochs=2, optimizer=SGD(0.1))


@pytest.mark.filterwarnings("ignore:.*encountered in:RuntimeWarning")
def test_a_learning_rate_far_too_large_is_told():
    with pytest.raises(FloatingPointError, match=r"The loss is (nan|inf) after [1-9]"):
        fit(make_plain(np.float32), epochs=30, optimizer=SGD(1e20))


# what is shown


def test_progress_goes_to_stdout_and_nothing_to_stderr(capsys):
    history = fit(make(), epochs=2, progress=True, validation=draw(5))
    out, err = capsys.readouterr()
    assert err == ""
    assert "epoch 1/2" in out
    assert "epoch 2/2" in out
    assert "3/3" in out
    for name, numbers in history.items():
        assert f"{name}={numbers[-1]:.4f}" in out


def test_progress_can_be_left_out(capsys):
    fit(make(), validation=draw(5), progress=False)
    assert tuple(capsys.readouterr()) == ("", "")


# errors


def bad_examples():
    """Yield images, labels, the error's kind and what it must say."""
    x, labels = draw(6)[0], np.array([3, 0, 1, 1, 0, 2])
    one_hot = np.eye(CLASSES)[labels]
    pixels = x.astype(np.uint8)
    yield pixels, labels, TypeError, r"x holds uint8.*x\.astype\(np\.float32\)"
    yield list(x), labels, TypeError, "x must be a NumPy array, not list"
    # One image alone, as high as there are labels.
    yield x[0], labels, ValueError, r"one image alone the axis N"
    yield x, one_hot, TypeError, r"labels hold float64.*labels\.argmax\(axis=1\)"
    yield x, one_hot.astype(int), ValueError, r"labels\.argmax\(axis=1\)"
    yield x, labels[:, np.newaxis], ValueError, r"\(6, 1\)\. .*labels\[:, 0\]"
    yield x, labels * 1.0, TypeError, r"labels hold float64.*astype\(np\.int64\)"
    yield x, labels > 1, TypeError, r"labels hold bool.*astype\(np\.int64\)"
    yield x, labels.tolist(), TypeError, r"labels hold list.*np\.array\(labels\)"
    yield x, labels[:5], ValueError, "there are 5 labels and 6 images"
    yield x[:5], labels, ValueError, "there are 6 labels and 5 images"
    yield x[:0], labels[:0], ValueError, "there are 0 labels and 0 images"
    yield x, labels + 1, ValueError, r"Labels must lie in 0\.\.3"
    yield x, labels - 1, ValueError, r"Labels must lie in 0\.\.3"


@pytest.mark.parametrize(("x", "labels", "kind", "message"), list(bad_examples()))
def test_examples_that_cannot_be_used_are_refused(x, labels, kind, message):
    network = make()
    before = network.parameters["dense_1.w"].copy()
    with pytest.raises(kind, match=message):
        network.fit(x, labels, batch_size=64, progress=False)
    with pytest.raises(kind, match=message):
        network.evaluate(x, labels)
    np.testing.assert_array_equal(network.parameters["dense_1.w"], before)


@pytest.mark.parametrize(
    ("x", "labels", "kind", "message"),
    [case for case in bad_examples() if case[2] is TypeError],
)
def test_validation_that_cannot_be_used_is_refused_before_the_first_epoch(
    x, labels, kind, message
):
    optimizer = SGD()
    with pytest.raises(kind, match=message):
        fit(make(), optimizer=optimizer, validation=(x, labels))
    assert optimizer.steps == 0


@pytest.mark.parametrize("batch_size", [0, -1])
def test_a_batch_has_an_image_at_least(batch_size):
    network, (x, labels) = make(), draw(6)
    for use in (
        lambda: fit(network, batch_size=batch_size),
        lambda: network.predict(x, batch_size),
        lambda: network.evaluate(x, labels, batch_size),
    ):
        with pytest.raises(ValueError, match=f"at least 1, not {batch_size}"):
            use()


def test_what_can_be_trained_must_say_how():
    with pytest.raises(NotImplementedError):
        Trainable().forward(np.zeros((1, 2)))
    with pytest.raises(NotImplementedError):
        Trainable().backward(np.zeros((1, 2)))


# Keras


def make_small(dtype):
    layers = [Conv2D(3, (3, 2), padding="same"), ReLU(), MaxPool2D(2), Flatten()]
    return Sequential([*layers, Dense(CLASSES)], SHAPE, 3, dtype)


def keras_losses(tf, model, x, labels, batches, *, optimizer):
    """Train a Keras model for a step a batch; return each batch's loss before its step."""
    losses = []
    for batch in batches:
        with tf.GradientTape() as tape:
            p = model(x[batch], training=True)
            each = tf.keras.losses.sparse_categorical_crossentropy(labels[batch], p)
            loss = tf.reduce_mean(each)
        losses.append(float(loss))
        variables = model.trainable_variables
        optimizer.apply(tape.gradient(loss, variables), variables)
    return losses


# Sums of powers of two, because Keras takes its settings through float32.
@pytest.mark.parametrize(
    ("kind", "name", "settings"),
    [
        (SGD, "SGD", {"learning_rate": 2**-3}),
        (Momentum, "SGD", {"learning_rate": 2**-4, "momentum": 0.875}),
        (RMSprop, "RMSprop", {"learning_rate": 2**-7, "rho": 0.75}),
        (Adam, "Adam", {"learning_rate": 2**-6, "beta_1": 0.75, "beta_2": 0.96875}),
    ],
    ids=["SGD", "Momentum", "RMSprop", "Adam"],
)
@pytest.mark.parametrize(
    ("dtype", "tolerance"), [("float32", 1e-4), ("float64", 1e-11)]
)
def test_training_is_that_of_keras(tf, kind, name, settings, dtype, *, tolerance):
    x, labels = draw(38, dtype=dtype)
    batches = batches_of(38, 8, np.random.default_rng(9))
    assert [len(batch) for batch in batches] == [8, 8, 8, 8, 6]
    stepped, fitted = make_small(dtype), make_small(dtype)
    theirs = fitted.to_keras()
    expected = keras_losses(
        tf,
        theirs,
        *(x, labels, batches),
        optimizer=getattr(tf.keras.optimizers, name)(**settings),
    )
    optimizer = kind(**settings)
    losses = [stepped.train_step(x[b], labels[b], optimizer)[0] for b in batches]
    np.testing.assert_allclose(losses, expected, rtol=tolerance)
    history = fitted.fit(
        *(x, labels, 1, 8), optimizer=kind(**settings), seed=9, progress=False
    )
    mean = np.average(expected, weights=[len(batch) for batch in batches])
    assert history["loss"] == [pytest.approx(mean, rel=tolerance)]
    for network in (stepped, fitted):
        learned = zip(
            network.parameters.values(), theirs.trainable_variables, strict=True
        )
        for array, variable in learned:
            np.testing.assert_allclose(array, variable.numpy(), rtol=0, atol=tolerance)
