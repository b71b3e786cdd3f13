"""The functions between the linear layers, each applied to every number by itself."""

from dataclasses import dataclass

import numpy as np

from cnn_course.arrays import Array, like_output, require_float
from cnn_course.layers.base import Layer


class Activation(Layer):
    """y = f(x), number by number; dx = dy * f'(x)."""

    def function(self, x: Array) -> Array:
        """Return f(x)."""
        raise NotImplementedError

    def slope(self, y: Array) -> Array:
        """Return f'(x), told by y = f(x)."""
        raise NotImplementedError

    def forward(self, x: Array, training: bool = False) -> Array:
        """Compute y = f(x)."""
        require_float("x", x)
        y = self.function(x)
        self.remember(y)
        return y

    def input_gradient(self, dy: Array) -> Array:
        """Return dy * f'(x)."""
        (y,) = self.remembered()
        return like_output(dy, y.shape, y.dtype) * self.slope(y)


@dataclass(eq=False)
class ReLU(Activation):
    """Rectified linear unit: y = max(0, x) (Nair and Hinton 2010).

    Gradient: dx = dy where x > 0, and 0 elsewhere, at 0 too, as in Keras and PyTorch.

    >>> relu = ReLU()
    >>> relu.forward(np.array([[-1.0, 0.0, 2.0]])), relu.backward(np.array([[5.0, 5.0, 5.0]]))
    (array([[0., 0., 2.]]), array([[0., 0., 5.]]))
    """

    def function(self, x: Array) -> Array:
        """Return max(0, x)."""
        # Zeros of an image's shape: NumPy compares arrays faster than an array and a number.
        return np.maximum(x, np.zeros(x.shape[1:], dtype=x.dtype))

    def slope(self, y: Array) -> Array:
        """Return whether y > 0."""
        return y > 0


@dataclass(eq=False)
class LeakyReLU(Activation):
    """A ReLU that lets a little of the negative through: y = max(x, slope * x) (Maas et al. 2013).

    Gradient: dx = dy where x > 0, and negative_slope * dy elsewhere.

    Args:
        negative_slope: of the negative side, at least 0 and less than 1; Keras' default is 0.3.
    """

    negative_slope: float = 0.3

    def __post_init__(self) -> None:
        super().__post_init__()
        if not 0 <= self.negative_slope < 1:
            raise ValueError(
                f"negative_slope must lie in 0..1, 1 excluded, not {self.negative_slope}."
            )

    def function(self, x: Array) -> Array:
        """Return x where it is positive, and negative_slope * x elsewhere."""
        return np.maximum(x, x.dtype.type(self.negative_slope) * x)

    def slope(self, y: Array) -> Array:
        """Return 1 where y > 0, and negative_slope elsewhere."""
        return np.where(y > 0, y.dtype.type(1), y.dtype.type(self.negative_slope))


@dataclass(eq=False)
class Tanh(Activation):
    """Hyperbolic tangent: y = tanh(x), between -1 and 1. Gradient: dx = dy * (1 - y²)."""

    def function(self, x: Array) -> Array:
        """Return tanh(x)."""
        return np.tanh(x)

    def slope(self, y: Array) -> Array:
        """Return 1 - y²."""
        return 1 - y**2


@dataclass(eq=False)
class Sigmoid(Activation):
    """Logistic function: y = 1 / (1 + exp(-x)), between 0 and 1. Gradient: dx = dy * y * (1 - y)."""

    def function(self, x: Array) -> Array:
        """Return 1 / (1 + exp(-x)), by way of tanh, which does not overflow."""
        return (1 + np.tanh(x / 2)) / 2

    def slope(self, y: Array) -> Array:
        """Return y * (1 - y)."""
        return y * (1 - y)
