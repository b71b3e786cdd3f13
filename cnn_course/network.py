"""A network: layers in a row."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import DTypeLike

from cnn_course import storage
from cnn_course.arrays import Array, require_float
from cnn_course.layers import Layer, MaxPool2D, ReLU
from cnn_course.summary import summary_table
from cnn_course.training import Trainable

if TYPE_CHECKING:
    import keras


class Sequential(Trainable):
    """Layers in a row, from images to one score for each class.

    The scores are turned into probabilities by a softmax that belongs to the loss, not to the layers.

    Args:
        layers: first layer first, none of them twice; they are built anew, whatever weights they had.
        input_shape: of one image, (H, W, C).
        seed: of the random numbers that the weights start with.
        dtype: of the weights; float64 for a gradient check.

    Raises:
        TypeError: the weights would be integers.
        ValueError: two layers do not fit together; the message names the second.

    >>> from cnn_course.layers import Conv2D, Dense, Flatten, MaxPool2D, ReLU
    >>> layers = [Conv2D(4, 3), ReLU(), MaxPool2D(2), Flatten(), Dense(3)]
    >>> network = Sequential(layers, input_shape=(8, 8, 1))
    >>> network.predict(np.zeros((2, 8, 8, 1), np.float32)).round(2)
    array([[0.33, 0.33, 0.33],
           [0.33, 0.33, 0.33]], dtype=float32)
    """

    def __init__(
        self,
        layers: Sequence[Layer],
        input_shape: tuple[int, ...],
        seed: int = 0,
        dtype: DTypeLike = np.float32,
    ) -> None:
        self.layers = list(layers)
        if len({id(layer) for layer in self.layers}) < len(self.layers):
            raise ValueError("A layer stands in the network twice: make two of them.")
        self.input_shape = _image_shape(input_shape)
        self.dtype = np.dtype(dtype)
        if not np.issubdtype(self.dtype, np.floating):
            raise TypeError(f"dtype must be float32 or float64, not {self.dtype}.")
        self._order = self.layers
        self.names = list(_numbered(type(layer).__name__ for layer in self.layers))
        self.history = {}
        random = np.random.default_rng(seed)
        shape = self.input_shape
        for name, layer in zip(self.names, self.layers, strict=True):
            try:
                layer.build(shape, random, dtype)
            except (TypeError, ValueError) as error:
                raise type(error)(
                    f"{name} does not fit after {shape}: {error}"
                ) from error
            shape = layer.output_shape(shape)
        self.output_shape = shape

    @property
    def parameters(self) -> dict[str, Array]:
        """All that is learned, by "layer.name"; the arrays themselves, not copies."""
        return self._collect("parameters")

    @property
    def gradients(self) -> dict[str, Array]:
        """The loss's gradients since the last `backward`, by the names of `parameters`."""
        return self._collect("gradients")

    @property
    def state(self) -> dict[str, Array]:
        """All that is kept but not learned, by "layer.name"."""
        return self._collect("state")

    def _collect(self, what: str) -> dict[str, Array]:
        return {
            f"{name}.{key}": array
            for name, layer in zip(self.names, self.layers, strict=True)
            for key, array in getattr(layer, what).items()
        }

    def forward(self, x: Array, training: bool = False) -> Array:
        """Compute the scores (N, classes) of images (N, H, W, C).

        In training, a ReLU is computed behind the max pooling that follows it.

        Raises:
            TypeError: the images hold integers.
            ValueError: they have another shape than the network was built for.
        """
        require_float("x", x)
        if x.shape[1:] != self.input_shape:
            raise ValueError(
                f"This network takes x of shape {('N', *self.input_shape)}, not {x.shape}; "
                "grey images need a channel axis, x[..., np.newaxis], "
                "and one image alone the axis N, x[np.newaxis]."
            )
        self._order = _pooled_first(self.layers) if training else self.layers
        for layer in self._order:
            x = layer.forward(x, training)
        return x

    def backward(self, dy: Array) -> None:
        """Keep the gradients for all weights, given the loss's gradient for the scores.

        It stops at the first layer with weights: nobody asks for the gradient for the images.

        Raises:
            ValueError: there are no weights.
        """
        learning = [i for i, layer in enumerate(self._order) if layer.parameters]
        if not learning:
            raise ValueError(
                f"This network of {self.names} has no weights that could learn: "
                "give it a Conv2D or a Dense."
            )
        first = learning[0]
        for layer in reversed(self._order[first + 1 :]):
            dy = layer.backward(dy)
        self._order[first].gradients = self._order[first].parameter_gradients(dy)

    def input_gradient(self, dy: Array) -> Array:
        """Return the gradient for the images of the last `forward`; no weight's gradient is touched."""
        for layer in reversed(self._order):
            dy = layer.input_gradient(dy)
        return dy

    def summary(self) -> None:
        """Print each layer's output shape, parameters, multiply-accumulates and receptive field."""
        print(summary_table(self.names, self.layers, self.input_shape))

    def save(self, path: str | Path) -> Path:
        """Write layers and weights to an .npz file, all of it or nothing; return where."""
        return storage.save(
            path,
            self.layers,
            {"input_shape": self.input_shape, "dtype": self.dtype.name},
            self.parameters | self.state,
        )

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """Read a network that `save` wrote; nothing in the file is executed.

        Raises:
            FileNotFoundError: there is no such file.
            ValueError: it is not one of a network.
        """
        layers, about, arrays = storage.load(path)
        with storage.refusing(path):
            network = cls(layers, about["input_shape"], dtype=about["dtype"])
            network.set_weights(arrays)
        return network

    def set_weights(self, arrays: dict[str, Array]) -> None:
        """Copy weights in, by the names of `parameters` and `state`.

        Raises:
            ValueError: names or shapes are not those of this network; nothing has changed.
        """
        own = self.parameters | self.state
        arrays = {name: np.asarray(array) for name, array in arrays.items()}
        wrong = sorted(own.keys() ^ arrays.keys()) or [
            f"{name} {arrays[name].shape} {arrays[name].dtype} for {array.shape} {array.dtype}"
            for name, array in own.items()
            if arrays[name].shape != array.shape
            or not np.can_cast(arrays[name].dtype, array.dtype, "same_kind")
        ]
        if wrong:
            raise ValueError(f"These weights do not fit this network: {wrong}.")
        for name, array in own.items():
            array[...] = arrays[name]

    def to_keras(self) -> "keras.Sequential":
        """Return a Keras model with the same layers and weights, and a softmax at its end."""
        from cnn_course import keras_models  # noqa: PLC0415 - Keras takes seconds to start

        return keras_models.to_keras(self.layers, self.input_shape, self.dtype.name)

    @classmethod
    def from_keras(cls, model: "keras.Sequential") -> Self:
        """Return a network with the layers and weights of a Keras model; its last softmax is left out.

        Raises:
            ValueError: the model has a layer or an option that this package has not; the message names it.
        """
        from cnn_course import keras_models  # noqa: PLC0415 - Keras takes seconds to start

        layers, input_shape, dtype, weights = keras_models.from_keras(model)
        network = cls(layers, input_shape, dtype=dtype)
        for layer, arrays in zip(network.layers, weights, strict=True):
            for name, array in arrays.items():
                own = layer.parameters if name in layer.parameters else layer.state
                own[name][...] = array
        return network


def _pooled_first(layers: Sequence[Layer]) -> list[Layer]:
    """Put each ReLU behind the max pooling that follows it: the same numbers, and fewer pixels for the ReLU.

    A ReLU never turns two numbers around, so the largest pixel stays the largest. It can make pixels equal,
    but only at 0, where it lets no gradient through, whichever of them wins.
    """
    order = list(layers)
    for i in range(len(order) - 1):
        if (type(order[i]), type(order[i + 1])) == (ReLU, MaxPool2D):
            order[i : i + 2] = order[i + 1], order[i]
    return order


def _image_shape(shape: tuple[int, ...]) -> tuple[int, ...]:
    if not (isinstance(shape, tuple | list) and shape) or not all(
        isinstance(n, int | np.integer) and n > 0 for n in shape
    ):
        raise ValueError(
            f"input_shape must be the shape of one image, like (28, 28, 1), not {shape!r}."
        )
    return tuple(map(int, shape))


def _numbered(names: Iterator[str]) -> Iterator[str]:
    """Number equal names from 1: conv2d_1, relu_1, conv2d_2."""
    seen: dict[str, int] = {}
    for name in map(str.lower, names):
        seen[name] = seen.get(name, 0) + 1
        yield f"{name}_{seen[name]}"
