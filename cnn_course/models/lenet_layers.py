"""Layers of LeNet-5 that Keras does not have: LeCun, Bottou, Bengio and Haffner (1998), section II-B."""

from collections.abc import Sequence
from typing import Any

import keras
import numpy as np
from keras import ops

register = keras.saving.register_keras_serializable(package="cnn_course")


@register
def scaled_tanh(a: Any) -> Any:
    """Return f(a) = 1.7159 tanh(2/3 a), for which f(1) = 1 and f(-1) = -1 (appendix A)."""
    return 1.7159 * ops.tanh(2 / 3 * a)


def fan_in(inputs: int) -> keras.initializers.Initializer:
    """Return what draws weights evenly from -2.4/inputs to 2.4/inputs (appendix A).

    ``inputs`` are the numbers that one unit sees.
    """
    return keras.initializers.RandomUniform(-2.4 / inputs, 2.4 / inputs)


@register
class SparseConv2D(keras.layers.Layer):
    """A convolution whose filters each see some of the channels, (N, H, W, C) to (N, OH, OW, F).

    y[n, i, j, f] = f(b[f] + Σ over c in sees[f], and over p, q, of x[n, i+p, j+q, c] w[p, q, (c, f)])

    It learns a kernel (k, k) for each pair (c, f) that is connected, and a bias for each filter: for C3
    of LeNet-5 25 · 60 + 16 = 1,516 numbers. Stride 1, no padding.

    Args:
        kernel: k, the height and width of the windows.
        sees: for each filter the channels that it is connected to (Table I).
    """

    def __init__(
        self,
        kernel: int,
        sees: Sequence[Sequence[int]],
        activation: Any = None,
        **more: Any,
    ) -> None:
        super().__init__(**more)
        self.kernel = kernel
        self.sees = tuple(map(tuple, sees))
        self.activation = keras.activations.get(activation)

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Make the weights and biases.

        Raises:
            ValueError: a filter is connected to a channel that is not there.
        """
        k, channels, filters = self.kernel, input_shape[-1], len(self.sees)
        if max(map(max, self.sees)) >= channels:
            raise ValueError(
                f"{self.name} is connected to channel {max(map(max, self.sees))}, but only "
                f"{channels} come in; the first is 0."
            )
        pairs = [(c, f) for f, seen in enumerate(self.sees) for c in seen]
        # Where each pair's kernel stands in a dense one: (pairs, channels * filters).
        self.places = np.zeros((len(pairs), channels * filters), "float32")
        self.places[range(len(pairs)), [c * filters + f for c, f in pairs]] = 1
        limits = np.array([2.4 / (k * k * len(self.sees[f])) for _, f in pairs])

        def start(shape: tuple[int, ...], dtype: str) -> Any:
            return keras.random.uniform(shape, -1, 1, dtype) * ops.cast(limits, dtype)

        self.w = self.add_weight(shape=(k, k, len(pairs)), initializer=start, name="w")
        self.b = self.add_weight(shape=(filters,), initializer="zeros", name="b")

    def call(self, x: Any) -> Any:
        """Return the maps of images x."""
        k, filters = self.kernel, len(self.sees)
        # (k, k, pairs) @ (pairs, channels * filters), with zeros where nothing is connected
        w = ops.matmul(self.w, ops.cast(self.places, x.dtype))
        w = ops.reshape(w, (k, k, -1, filters))
        return self.activation(ops.conv(x, w, padding="valid") + self.b)

    def get_config(self) -> dict[str, Any]:
        """Return what the layer is made from, for saving."""
        activation = keras.activations.serialize(self.activation)
        own = {"kernel": self.kernel, "sees": self.sees, "activation": activation}
        return super().get_config() | own


@register
class Subsampling(keras.layers.Layer):
    """Pooling that learns, (N, H, W, C) to (N, H // 2, W // 2, C).

    y[n, i, j, c] = f(w[c] (sum of the four pixels of a window of 2 by 2) + b[c])

    Two numbers for each map. The paper does not say where w starts; here at 1/4, so that the sum is a mean.
    """

    def __init__(self, activation: Any = None, **more: Any) -> None:
        super().__init__(**more)
        self.activation = keras.activations.get(activation)

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        """Make a factor and a bias for each map."""
        maps, mean = input_shape[-1:], keras.initializers.Constant(1 / 4)
        self.w = self.add_weight(shape=maps, initializer=mean, name="w")
        self.b = self.add_weight(shape=maps, initializer="zeros", name="b")

    def call(self, x: Any) -> Any:
        """Return the smaller maps of maps x."""
        sums = 4 * ops.average_pool(x, 2, 2, "valid")
        return self.activation(self.w * sums + self.b)

    def get_config(self) -> dict[str, Any]:
        """Return what the layer is made from, for saving."""
        activation = keras.activations.serialize(self.activation)
        return super().get_config() | {"activation": activation}


@register
class RadialBasis(keras.layers.Layer):
    """Squared distances to fixed vectors, (N, D) to (N, K): the smallest is the network's answer.

    y[n, k] = Σ over d of (x[n, d] - targets[k, d])²        (equation 7)

    It learns nothing. As a likelihood, -y is the log of a Gaussian around each target, up to a constant.
    """

    def __init__(self, targets: Sequence[Sequence[float]], **more: Any) -> None:
        super().__init__(**more)
        self.targets = np.asarray(targets, "float32")

    def call(self, x: Any) -> Any:
        """Return the distances of vectors x."""
        # (N, 1, D) - (K, D)
        differences = ops.expand_dims(x, 1) - ops.cast(self.targets, x.dtype)
        return ops.sum(ops.square(differences), axis=-1)

    def get_config(self) -> dict[str, Any]:
        """Return what the layer is made from, for saving."""
        return super().get_config() | {"targets": self.targets.tolist()}
