"""The class that chapter 10 shows is the same network: PyTorch, Keras and our NumPy agree in numbers."""

from types import SimpleNamespace

import numpy as np
import pytest

from cnn_course import costs, datasets
from cnn_course.losses import softmax_cross_entropy
from cnn_course.network import Sequential
from cnn_course.optimizers import SGD, Adam
from tests import torch_small_cnn as twin

torch = pytest.importorskip("torch")


@pytest.fixture(scope="module")
def three(tf):
    """Return one network three times, with the same weights, and images and labels for it."""
    import keras  # noqa: PLC0415 - after `tf`, which keeps it quiet

    from cnn_course.models import small_cnn  # noqa: PLC0415

    keras.utils.set_random_seed(0)
    model = small_cnn.small_cnn()
    model = keras.Sequential([keras.Input((28, 28, 1)), *model.layers[1:]])
    rng = np.random.default_rng(1)
    # Biases begin at 0, where a wrong order of them would not be seen.
    weights = [w + rng.normal(0, 0.05, w.shape) for w in model.get_weights()]
    model.set_weights([w.astype(np.float32) for w in weights])
    digits = datasets.load("mnist")
    x, labels = datasets.scale(digits.x_train[:12]), digits.y_train[:12].astype(int)
    return SimpleNamespace(tf=tf, keras=model, x=x, labels=labels)


def in_torch(three):
    model = twin.SmallCNN()
    twin.set_weights(model, three.keras.get_weights())
    return model


def in_numpy(three):
    return Sequential.from_keras(three.keras)


def first(x):
    """Return images (N, H, W, C) as (N, C, H, W)."""
    return torch.from_numpy(np.ascontiguousarray(x.transpose(0, 3, 1, 2)))


def keras_loss_and_gradients(three):
    rows = datasets.one_hot(three.labels, 10)
    with three.tf.GradientTape() as tape:
        p = three.keras(three.x)
        loss = -three.tf.reduce_mean(
            three.tf.reduce_sum(rows * three.tf.math.log(p), 1)
        )
    gradients = tape.gradient(loss, three.keras.trainable_variables)
    return float(loss), [np.asarray(gradient) for gradient in gradients]


def numpy_loss_and_gradients(three):
    network = in_numpy(three)
    loss, dy = softmax_cross_entropy(network.forward(three.x), three.labels)
    network.backward(dy)
    return loss, list(network.gradients.values())


def torch_loss(three, model):
    labels = torch.from_numpy(three.labels)
    return torch.nn.CrossEntropyLoss()(model(first(three.x)), labels)


def torch_gradients(model):
    return [parameter.grad.numpy() for parameter in model.parameters()]


def assert_close(got, expected):
    """Compare arrays; what counts as small is measured by the largest number of each."""
    assert len(got) == len(expected)
    for one, other in zip(got, expected, strict=True):
        assert one.shape == other.shape
        size = np.abs(other).max()
        assert size > 0
        np.testing.assert_allclose(one, other, rtol=0, atol=2e-5 * size)


def test_it_learns_93322_numbers(three):
    from cnn_course.models.small_cnn import table  # noqa: PLC0415

    counted = sum(p.numel() for p in twin.SmallCNN().parameters())
    assert counted == 93_322
    assert counted == costs.total_parameters(table()) == three.keras.count_params()


def test_the_same_weights_give_the_same_scores(three):
    scores = in_torch(three)(first(three.x)).detach()
    assert_close([scores.numpy()], [in_numpy(three).forward(three.x)])
    p = torch.softmax(scores, 1).numpy()
    assert_close([p], [three.keras.predict(three.x, verbose=0)])


def test_a_flat_row_in_keras_order_gives_other_scores(three):
    model = in_torch(three)
    right = model(first(three.x)).detach().numpy()
    w4 = three.keras.get_weights()[6]
    with torch.no_grad():
        model.dense1.weight.copy_(torch.from_numpy(w4.T.copy()))
    wrong = model(first(three.x)).detach().numpy()
    assert np.abs(wrong - right).max() > 0.1 * np.abs(right).max()


@pytest.mark.parametrize("other", [keras_loss_and_gradients, numpy_loss_and_gradients])
def test_loss_and_gradients_are_the_same(three, other):
    model = in_torch(three)
    loss = torch_loss(three, model)
    loss.backward()
    expected, gradients = other(three)
    assert loss.item() == pytest.approx(expected, rel=1e-5)
    assert_close(torch_gradients(model), twin.from_keras(gradients))


def test_a_training_step_moves_the_weights_as_ours_does(three):
    network, model = in_numpy(three), in_torch(three)
    ours = SGD(0.1)
    theirs = torch.optim.SGD(model.parameters(), lr=0.1)
    batch = first(three.x), torch.from_numpy(three.labels)
    for _ in range(3):
        expected, _ = network.train_step(three.x, three.labels, ours)
        loss = twin.train_step(model, theirs, *batch)
        assert loss == pytest.approx(expected, rel=1e-4)
    moved = [parameter.detach().numpy() for parameter in model.parameters()]
    assert_close(moved, twin.from_keras(list(network.parameters.values())))
    assert loss < torch_loss(three, in_torch(three)).item()


def test_gradients_add_up_without_zero_grad(three):
    model = in_torch(three)
    torch_loss(three, model).backward()
    once = [gradient.copy() for gradient in torch_gradients(model)]
    torch_loss(three, model).backward()
    assert_close(torch_gradients(model), [2 * gradient for gradient in once])


def test_probabilities_in_the_place_of_scores_give_another_loss(three):
    scores = torch.full((1, 10), -50.0)
    scores[0, 3] = 50.0
    label = torch.tensor([3])
    criterion = torch.nn.CrossEntropyLoss()
    assert criterion(scores, label).item() == pytest.approx(0, abs=1e-6)
    twice = criterion(torch.softmax(scores, 1), label).item()
    assert twice == pytest.approx(np.log(np.e + 9) - 1, rel=1e-6)


def test_the_defaults_of_the_optimizers_are_those_the_chapter_names(three):
    weight = [torch.zeros(1)]
    theirs = torch.optim.Adam(weight).defaults
    assert (theirs["lr"], theirs["eps"], Adam().epsilon) == (0.001, 1e-8, 1e-7)
    theirs = torch.optim.RMSprop(weight).defaults
    assert (theirs["lr"], theirs["alpha"]) == (0.01, 0.99)


def test_first_weights_lie_within_one_over_the_root_of_the_fan_in():
    torch.manual_seed(0)
    for layer in twin.SmallCNN().children():
        bound = np.prod(layer.weight.shape[1:]) ** -0.5
        assert 0.9 * bound < layer.weight.abs().max() <= bound
        assert 0 < layer.bias.abs().max() <= bound
