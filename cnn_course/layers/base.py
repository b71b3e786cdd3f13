"""What all layers share."""

from typing import Any

import numpy as np
from numpy.typing import DTypeLike

from cnn_course.arrays import Array

Shape = tuple[int, ...]


class Layer:
    """One step of a network: a function of arrays, and the derivative of a loss through it.

    A layer's options are its arguments; its weights are made by `build`, which needs to know the shape of
    what comes in. Shapes are those of one image, without N.

    Attributes:
        parameters: what is learned, by name.
        gradients: the loss's gradients for them, by the same names, since the last `backward`.
        state: what is kept with the weights but is not learned, by name.
        random: where a layer that draws numbers takes them from; `build` and `Sequential.fit` set it.
    """

    def __init__(self) -> None:
        self.parameters: dict[str, Array] = {}
        self.gradients: dict[str, Array] = {}
        self.state: dict[str, Array] = {}
        self.random = np.random.default_rng(0)
        self._seen: tuple[Any, ...] | None = None

    # Every dataclass below calls this after its own arguments are in place.
    def __post_init__(self) -> None:
        Layer.__init__(self)

    def build(
        self,
        shape: Shape,
        random: np.random.Generator | None = None,
        dtype: DTypeLike = np.float32,
    ) -> None:
        """Make the weights for inputs of ``shape``; random numbers come from ``random``."""
        self.random = np.random.default_rng(0) if random is None else random
        self.output_shape(shape)
        self.parameters, self.state = (
            {name: array.astype(dtype) for name, array in arrays.items()}
            for arrays in (self.first_parameters(shape), self.first_state(shape))
        )

    def first_parameters(self, shape: Shape) -> dict[str, Array]:
        """Return what the weights for inputs of ``shape`` start with, by name."""
        return {}

    def first_state(self, shape: Shape) -> dict[str, Array]:
        """Return what the state for inputs of ``shape`` starts with, by name."""
        return {}

    def output_shape(self, shape: Shape) -> Shape:
        """Return the shape that comes out when ``shape`` goes in."""
        return shape

    def macs(self, shape: Shape) -> int:
        """Count the multiply-accumulates for one input of ``shape``."""
        return 0

    def window(self) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """Return (kernel, stride) for height and for width; None if an output sees the whole input."""
        return (1, 1), (1, 1)

    def forward(self, x: Array, training: bool = False) -> Array:
        """Compute the output, and remember what the way back will need."""
        raise NotImplementedError

    def backward(self, dy: Array) -> Array:
        """Keep the gradients for the weights, and return the gradient for the input.

        Args:
            dy: the loss's gradient for the output of the last `forward`.
        """
        self.gradients = self.parameter_gradients(dy)
        return self.input_gradient(dy)

    def parameter_gradients(self, dy: Array) -> dict[str, Array]:
        """Return the loss's gradients for the weights, by name."""
        return {}

    def input_gradient(self, dy: Array) -> Array:
        """Return the loss's gradient for the input."""
        raise NotImplementedError

    def remember(self, *seen: Any) -> None:
        """Keep what the way back needs."""
        self._seen = seen

    def remembered(self) -> tuple[Any, ...]:
        """Return what `remember` was given.

        Raises:
            RuntimeError: nothing has gone forwards yet.
        """
        if self._seen is None:
            raise RuntimeError(
                f"{type(self).__name__} has nothing to go back through: call forward first."
            )
        return self._seen

    def weight(self, name: str) -> Array:
        """Return a parameter.

        Raises:
            RuntimeError: the layer has not been built.
        """
        if name not in self.parameters:
            raise RuntimeError(
                f"{type(self).__name__} has no weights yet: call build(shape), "
                "or make it part of a Sequential."
            )
        return self.parameters[name]
