"""The two layers that learn weights: convolution and dense."""

from dataclasses import dataclass

import numpy as np

from cnn_course import initializers
from cnn_course.arrays import Array, like_output, require_float
from cnn_course.conv import conv2d, conv2d_filter_gradient, conv2d_input_gradient
from cnn_course.layers.base import Layer, Shape
from cnn_course.shapes import Padding, Pair, conv_macs, conv_output_shape, pair


def _require_count(name: str, count: int) -> None:
    if (
        isinstance(count, bool)
        or not hasattr(count, "__index__")
        or count.__index__() < 1
    ):
        raise ValueError(f"{name} must be an int of at least 1, not {count!r}.")


def _like_own_output(dy: Array, x: Array, layer: Layer) -> Array:
    """Refuse dy unless it has the shape of the layer's output; return it in the dtype of x."""
    y_shape = (len(x), *layer.output_shape(x.shape[1:]))
    return like_output(dy, y_shape, x.dtype)


@dataclass(eq=False)
class Conv2D(Layer):
    """Convolution (N, H, W, C) to (N, OH, OW, F); see `conv.conv2d`.

    Gradient: dw = unroll(x).T @ dy, db = sum of dy, dx = dy convolved with the reversed kernel.

    Args:
        filters: F, how many maps come out.
        kernel: the window, an int or (height, width).
        stride: pixels from one window to the next, an int or (height, width).
        padding: an int, (height, width), ((top, bottom), (left, right)), or "same" or "valid" as in Keras.
        bias: whether a bias is added to each map.
        init: "he" or "glorot"; see `initializers`. Biases start at zero.

    >>> layer = Conv2D(6, 5, padding=2)
    >>> layer.build((28, 28, 1), np.random.default_rng(0))
    >>> layer.forward(np.zeros((100, 28, 28, 1), np.float32)).shape
    (100, 28, 28, 6)
    """

    filters: int
    kernel: Pair
    stride: Pair = 1
    padding: Padding = 0
    bias: bool = True
    init: str = "he"

    def __post_init__(self) -> None:
        super().__post_init__()
        _require_count("filters", self.filters)

    def _weight_shape(self, shape: Shape) -> tuple[int, int, int, int]:
        return (*pair(self.kernel, "kernel"), shape[-1], self.filters)

    def first_parameters(self, shape: Shape) -> dict[str, Array]:
        """Draw the filters "w" (KH, KW, C, F) and set the biases "b" (F,) to zero."""
        w = initializers.draw(self.init, self._weight_shape(shape), self.random)
        return {"w": w, "b": np.zeros(self.filters)} if self.bias else {"w": w}

    def output_shape(self, shape: Shape) -> Shape:
        """Return (OH, OW, F) for (H, W, C)."""
        w_shape = self._weight_shape(shape)
        return conv_output_shape((1, *shape), w_shape, self.stride, self.padding)[1:]

    def macs(self, shape: Shape) -> int:
        """Count one for each output and each weight under its window."""
        w_shape = self._weight_shape(shape)
        return conv_macs((1, *shape), w_shape, self.stride, self.padding)

    def window(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return (kernel, stride) for height and for width."""
        (kh, kw), (sh, sw) = pair(self.kernel, "kernel"), pair(self.stride, "stride")
        return (kh, sh), (kw, sw)

    def forward(self, x: Array, training: bool = False) -> Array:
        """Compute y = x convolved with w, plus b."""
        w, b = self.weight("w"), self.parameters.get("b")
        y = conv2d(x, w, b, self.stride, self.padding)
        self.remember(x)
        return y

    def parameter_gradients(self, dy: Array) -> dict[str, Array]:
        """Return dw and db."""
        (x,) = self.remembered()
        dy, kernel = _like_own_output(dy, x, self), self.weight("w").shape[:2]
        dw, db = conv2d_filter_gradient(dy, x, kernel, self.stride, self.padding)
        return {"w": dw, "b": db} if self.bias else {"w": dw}

    def input_gradient(self, dy: Array) -> Array:
        """Return dx."""
        (x,) = self.remembered()
        dy, w = _like_own_output(dy, x, self), self.weight("w")
        return conv2d_input_gradient(dy, w, x.shape, self.stride, self.padding)


@dataclass(eq=False)
class Dense(Layer):
    """Every output sees every input: y = x @ w + b, (N, C) to (N, F).

    Gradient: dw = x.T @ dy, db = sum of dy over the batch, dx = dy @ w.T.

    Args:
        units: F, how many numbers come out.
        bias: whether a bias is added to each.
        init: "he" or "glorot"; see `initializers`. Biases start at zero.
    """

    units: int
    bias: bool = True
    init: str = "he"

    def __post_init__(self) -> None:
        super().__post_init__()
        _require_count("units", self.units)

    def first_parameters(self, shape: Shape) -> dict[str, Array]:
        """Draw the weights "w" (C, F) and set the biases "b" (F,) to zero."""
        w = initializers.draw(self.init, (*shape, self.units), self.random)
        return {"w": w, "b": np.zeros(self.units)} if self.bias else {"w": w}

    def output_shape(self, shape: Shape) -> Shape:
        """Return (F,) for (C,).

        Raises:
            ValueError: what comes in is not a row of numbers.
        """
        if len(shape) != 1:
            raise ValueError(
                f"Dense takes rows of numbers (N, C), not {('N', *shape)}: put Flatten before it."
            )
        return (self.units,)

    def macs(self, shape: Shape) -> int:
        """Count one for each pair of input and output."""
        return shape[0] * self.units

    def window(self) -> None:
        """Return None: an output sees the whole input."""
        return

    def forward(self, x: Array, training: bool = False) -> Array:
        """Compute y = x @ w + b."""
        require_float("x", x, "N C")
        w = self.weight("w").astype(x.dtype, copy=False)
        if x.shape[1] != len(w):
            raise ValueError(
                f"This Dense layer was built for {len(w)} inputs, and x has {x.shape[1]}."
            )
        self.remember(x)
        y = x @ w
        if self.bias:
            y += self.weight("b").astype(x.dtype, copy=False)
        return y

    def parameter_gradients(self, dy: Array) -> dict[str, Array]:
        """Return dw and db."""
        (x,) = self.remembered()
        dy = _like_own_output(dy, x, self)
        dw = x.T @ dy
        return {"w": dw, "b": dy.sum(axis=0)} if self.bias else {"w": dw}

    def input_gradient(self, dy: Array) -> Array:
        """Return dx."""
        (x,) = self.remembered()
        dy = _like_own_output(dy, x, self)
        return dy @ self.weight("w").T.astype(dy.dtype, copy=False)
