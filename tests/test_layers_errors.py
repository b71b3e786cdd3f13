"""What every layer refuses, and what it tells its reader."""

import inspect
import re

import numpy as np
import pytest

from cnn_course import layers
from tests.layer_cases import ANY, IMAGES, KINDS, PLAIN, ROWS, SIZES, plain

every_layer = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
with_weights = pytest.mark.parametrize(
    "kind", [layers.BatchNorm, layers.Conv2D, layers.Dense]
)


@every_layer
def test_backward_before_forward_says_what_to_do(kind):
    layer, x = plain(kind)
    for way_back in (layer.backward, layer.input_gradient):
        with pytest.raises(RuntimeError, match=f"{kind.__name__} .*call forward first"):
            way_back(x)


@with_weights
def test_use_before_build_says_what_to_do(kind):
    _, x = plain(kind)
    options, _ = PLAIN[kind]
    with pytest.raises(RuntimeError, match=f"{kind.__name__} has no weights yet: call"):
        kind(*options).forward(x)


@every_layer
@pytest.mark.parametrize("way_back", ["backward", "input_gradient"])
def test_a_gradient_of_another_shape_is_refused(kind, way_back):
    layer, x = plain(kind)
    y = layer.forward(x)
    wrong = [y[:1], y[0], y[..., :1], y[..., np.newaxis], y[:, :1], y[:0]]
    for dy in wrong:
        with pytest.raises(ValueError, match="dy must have") as error:
            getattr(layer, way_back)(dy)
        assert re.search(re.escape(str(dy.shape)), str(error.value))
        assert layer.gradients == {}


@with_weights
def test_a_gradient_of_another_shape_is_refused_for_the_weights_alone(kind):
    # The first layer of a network need not ask for the gradient of its input.
    layer, x = plain(kind)
    y = layer.forward(x)
    for dy in (y[:1], y[..., :1], np.repeat(y, 2, axis=-1)):
        with pytest.raises(ValueError, match="dy must have"):
            layer.parameter_gradients(dy)


@every_layer
@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda a: a.astype(np.uint8), r"holds uint8.*\.astype\(np\.float32\)"),
        (lambda a: a > 0, "holds bool"),
        (lambda a: a.tolist(), "must be a NumPy array, not list"),
    ],
    ids=["integers", "bools", "list"],
)
def test_what_is_no_float_array_is_refused_both_ways(kind, make, message):
    layer, x = plain(kind)
    dy = layer.forward(x)
    with pytest.raises(TypeError, match=f"x {message}"):
        layer.forward(make(x))
    with pytest.raises(TypeError, match=f"dy {message}"):
        layer.backward(make(dy))


@every_layer
def test_an_input_that_is_refused_leaves_the_last_forward_in_place(kind):
    layer, x = plain(kind)
    y = layer.forward(x)
    dx = layer.backward(np.ones_like(y))
    with pytest.raises(TypeError, match="x holds int64"):
        layer.forward(x[:1].astype(np.int64))
    np.testing.assert_array_equal(layer.backward(np.ones_like(y)), dx)


@pytest.mark.parametrize("kind", [k for k in KINDS if PLAIN[k][1] != ANY])
def test_a_layer_refuses_what_it_does_not_take(kind):
    layer, x = plain(kind)
    wrong = np.ones(SIZES[ROWS if PLAIN[kind][1] == IMAGES else IMAGES])
    axes = {4: r"\(N, H, W, C\)", 2: r"\(N, C\)"}[x.ndim]
    with pytest.raises(ValueError, match=axes):
        layer.output_shape(wrong.shape[1:])
    with pytest.raises(ValueError, match=axes):
        kind(*PLAIN[kind][0]).build(wrong.shape[1:])
    with pytest.raises(ValueError, match=axes + f".*{re.escape(str(wrong.shape))}"):
        layer.forward(wrong)


# for the reader


@every_layer
def test_the_docstring_tells_the_gradient(kind):
    assert "Gradient: " in inspect.getdoc(kind)


@every_layer
def test_a_layer_shows_its_options(kind):
    options, _ = PLAIN[kind]
    layer, x = plain(kind)
    layer.forward(x)
    given = inspect.signature(kind).bind(*options)
    given.apply_defaults()
    shown = ", ".join(f"{name}={value!r}" for name, value in given.arguments.items())
    assert repr(layer) == f"{kind.__name__}({shown})"


@every_layer
def test_two_layers_with_equal_options_are_two_layers(kind):
    # Each has its own weights: were they equal, one could not tell them apart in a list.
    (one, _), (two, _) = plain(kind), plain(kind)
    assert one != two
    assert len({one, two}) == 2
