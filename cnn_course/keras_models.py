"""Networks from Keras and to Keras, layer by layer, their weights carried across as they are."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import keras

from cnn_course import layers as ours
from cnn_course.arrays import Array
from cnn_course.layers import Layer
from cnn_course.shapes import Padding, padding_pairs, pair

Weights = dict[str, Array]

ACTIVATIONS = {"relu": ours.ReLU, "tanh": ours.Tanh, "sigmoid": ours.Sigmoid}
GLOBAL = {
    ours.GlobalAveragePool: keras.layers.GlobalAveragePooling2D,
    ours.GlobalMaxPool: keras.layers.GlobalMaxPooling2D,
}
POOLS = {
    ours.MaxPool2D: keras.layers.MaxPooling2D,
    ours.AveragePool2D: keras.layers.AveragePooling2D,
}


def to_keras(
    layers: Sequence[Layer], input_shape: tuple[int, ...], dtype: str
) -> keras.Sequential:
    """Return a Keras model with the same layers and weights, and a softmax at its end.

    Raises:
        ValueError: Keras has no such layer or option; the message names it.
    """
    model = keras.Sequential([keras.Input(input_shape, dtype=dtype)])
    for layer in layers:
        for twin in _twins(layer, dtype):
            model.add(twin)
            if twin.weights:
                twin.set_weights([*layer.parameters.values(), *layer.state.values()])
    model.add(keras.layers.Softmax(dtype=dtype))
    return model


def _twins(layer: Layer, dtype: str) -> Iterator[keras.layers.Layer]:
    """Yield the Keras layers, one or two, that do what one of ours does."""
    kind = type(layer)
    match layer:
        case ours.Conv2D():
            padding = _keras_padding(layer.padding)
            if not isinstance(padding, str):
                yield keras.layers.ZeroPadding2D(padding, dtype=dtype)
                padding = "valid"
            yield keras.layers.Conv2D(
                layer.filters,
                pair(layer.kernel),
                pair(layer.stride),
                padding,
                use_bias=layer.bias,
                dtype=dtype,
            )
        case ours.Dense():
            yield keras.layers.Dense(layer.units, use_bias=layer.bias, dtype=dtype)
        case ours.MaxPool2D() | ours.AveragePool2D():
            stride = None if layer.stride is None else pair(layer.stride)
            padding = _keras_padding(layer.padding)
            if not isinstance(padding, str):
                raise ValueError(
                    f'Keras pools with a padding of "same" or "valid" only: {layer}.'
                )
            yield POOLS[kind](pair(layer.size), stride, padding, dtype=dtype)
        case ours.GlobalAveragePool() | ours.GlobalMaxPool():
            yield GLOBAL[kind](dtype=dtype)
        case ours.Flatten():
            yield keras.layers.Flatten(dtype=dtype)
        case ours.LeakyReLU():
            yield keras.layers.LeakyReLU(layer.negative_slope, dtype=dtype)
        case ours.ReLU() | ours.Tanh() | ours.Sigmoid():
            yield keras.layers.Activation(kind.__name__.lower(), dtype=dtype)
        case ours.Dropout():
            yield keras.layers.Dropout(layer.rate, dtype=dtype)
        case ours.BatchNorm():
            yield keras.layers.BatchNormalization(
                momentum=layer.momentum, epsilon=layer.epsilon, dtype=dtype
            )
        case _:
            raise ValueError(f"Keras has no layer for {layer}.")


def _keras_padding(padding: Padding) -> Padding:
    """Return "same", "valid", or ((top, bottom), (left, right)), which takes a layer of its own."""
    if isinstance(padding, str):
        return padding
    pairs = padding_pairs((1, 1), (1, 1), (1, 1), padding)
    return "valid" if pairs == ((0, 0), (0, 0)) else pairs


def from_keras(
    model: keras.Sequential,
) -> tuple[list[Layer], tuple[int, ...], str, list[Weights]]:
    """Return layers of ours, not built, the input's shape and dtype, and each layer's weights.

    Raises:
        ValueError: the model has a layer or an option that this package has not; the message names it.
    """
    if not isinstance(model, keras.Sequential) or not model.built:
        raise ValueError(
            "from_keras takes a keras.Sequential that knows its input's shape."
        )
    layers: list[Layer] = []
    weights: list[Weights] = []
    padding: Padding | None = None
    for k, after in zip(model.layers, [*model.layers[1:], None], strict=True):
        _require_usual(k)
        if isinstance(k, keras.layers.ZeroPadding2D):
            if not _is_valid_conv(after):
                raise ValueError(
                    f'{k.name} must stand before a Conv2D with padding="valid".'
                )
            padding = k.padding
            continue
        found = list(_translated(k, padding, last=after is None))
        padding = None
        layers += found
        weights += [_weights(k, layer) for layer in found]
    # The model's own dtype says nothing: it stays float32 around layers of float64.
    wide = any(k.variable_dtype == "float64" for k in model.layers)
    dtype = "float64" if wide else "float32"
    return layers, tuple(model.input_shape[1:]), dtype, weights


def _require_usual(k: keras.layers.Layer) -> None:
    """Refuse a layer of Keras' that is not known here, or has an option that is not."""
    if type(k) not in {keras.layers.ZeroPadding2D, *MAKERS}:
        raise ValueError(
            f"There is no layer here for Keras' {type(k).__name__} ({k.name})."
        )
    for option, usual in USUAL.items():
        value = getattr(k, option, usual[0])
        if value not in usual:
            raise ValueError(
                f"{k.name} has {option}={value}, which is not taught here."
            )


def _is_valid_conv(k: keras.layers.Layer | None) -> bool:
    return isinstance(k, keras.layers.Conv2D) and k.padding == "valid"


def _translated(
    k: keras.layers.Layer, padding: Padding | None, last: bool
) -> Iterator[Layer]:
    """Yield the layers of ours, none to two, that do what one of Keras' does."""
    try:
        layer = MAKERS[type(k)](k)
    except ValueError as error:
        raise ValueError(f"{k.name} cannot be made here: {error}") from error
    if layer is not None:
        if padding is not None:
            layer.padding = padding
        yield layer
    activation = _activation(k)
    if activation in ACTIVATIONS:
        yield ACTIVATIONS[activation]()
    elif activation == "softmax" and not last:
        raise ValueError(f"{k.name} has a softmax, which must stand at the end.")
    elif activation not in ("linear", "softmax"):
        raise ValueError(
            f"{k.name} has the activation {activation}, which is not taught here."
        )


def _activation(k: keras.layers.Layer) -> str:
    """Return the name of the function at the end of one of Keras' layers, "linear" if there is none."""
    if isinstance(k, keras.layers.Softmax):
        return "softmax"
    function = getattr(k, "activation", keras.activations.linear)
    return getattr(function, "__name__", type(function).__name__)


# Options, and the values that are known here; axis 3 is the last one of images.
USUAL: dict[str, tuple[Any, ...]] = {
    "data_format": ("channels_last",),
    "dilation_rate": (1, (1, 1)),
    "groups": (1,),
    "keepdims": (False,),
    "scale": (True,),
    "center": (True,),
    "axis": (-1, 3),
    "max_value": (None,),
    "threshold": (0,),
    "noise_shape": (None,),
}


def _pool(kind: type[Layer]) -> Callable[[Any], Layer]:
    return lambda k: kind(tuple(k.pool_size), tuple(k.strides), k.padding)


MAKERS: dict[type, Callable[[Any], Layer | None]] = {
    keras.layers.Conv2D: lambda k: ours.Conv2D(
        k.filters, tuple(k.kernel_size), tuple(k.strides), k.padding, k.use_bias
    ),
    keras.layers.Dense: lambda k: ours.Dense(k.units, k.use_bias),
    keras.layers.MaxPooling2D: _pool(ours.MaxPool2D),
    keras.layers.AveragePooling2D: _pool(ours.AveragePool2D),
    keras.layers.GlobalAveragePooling2D: lambda k: ours.GlobalAveragePool(),
    keras.layers.GlobalMaxPooling2D: lambda k: ours.GlobalMaxPool(),
    keras.layers.Flatten: lambda k: ours.Flatten(),
    keras.layers.Dropout: lambda k: ours.Dropout(k.rate),
    keras.layers.BatchNormalization: lambda k: ours.BatchNorm(k.momentum, k.epsilon),
    keras.layers.LeakyReLU: lambda k: ours.LeakyReLU(k.negative_slope),
    keras.layers.ReLU: lambda k: (
        ours.LeakyReLU(k.negative_slope) if k.negative_slope else ours.ReLU()
    ),
    keras.layers.Activation: lambda k: None,
    keras.layers.Softmax: lambda k: None,
}


def _weights(k: keras.layers.Layer, layer: Layer) -> Weights:
    """Name a Keras layer's weights as ours are."""
    names = {
        ours.Conv2D: ("w", "b"),
        ours.Dense: ("w", "b"),
        ours.BatchNorm: ("gamma", "beta", "mean", "variance"),
    }.get(type(layer), ())
    return dict(zip(names, k.get_weights(), strict=False))
