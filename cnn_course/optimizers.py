"""How weights move: each optimizer changes parameters in place, with Keras' formulas and defaults.

A step takes two dictionaries with equal names, the parameters and the loss's gradients for them.
Every array keeps its dtype.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Arrays = Mapping[str, NDArray[np.floating]]


class Optimizer:
    """What all optimizers share: a learning rate, a count of steps, and memory for each parameter."""

    def __init__(self, learning_rate: float) -> None:
        if not learning_rate > 0:
            raise ValueError(
                f"The learning rate must be positive, not {learning_rate}."
            )
        self.learning_rate = learning_rate
        self.steps = 0
        self.memory: dict[tuple[str, str], NDArray[np.floating]] = {}

    def step(self, parameters: Arrays, gradients: Arrays) -> None:
        """Move every parameter once.

        Raises:
            TypeError: a parameter holds integers, which would round every step away.
            ValueError: the names or the shapes of the two dictionaries differ; nothing has moved.
        """
        if parameters.keys() != gradients.keys():
            odd = sorted(parameters.keys() ^ gradients.keys())
            raise ValueError(
                f"Parameters and gradients must have the same names; these differ: {odd}."
            )
        for name, parameter in parameters.items():
            if not np.issubdtype(parameter.dtype, np.floating):
                raise TypeError(
                    f"The parameter {name} holds {parameter.dtype}: convert it with .astype(np.float32)."
                )
            if gradients[name].shape != parameter.shape:
                raise ValueError(
                    f"The gradient of {name} has shape {gradients[name].shape}, "
                    f"the parameter {parameter.shape}."
                )
        self.steps += 1
        for name, parameter in parameters.items():
            gradient = gradients[name].astype(parameter.dtype, copy=False)
            change = self.change(name, gradient).astype(parameter.dtype, copy=False)
            np.subtract(parameter, change, out=parameter)

    def change(self, name: str, gradient: NDArray) -> NDArray:
        """Return what is to be taken away from the parameter of that name."""
        raise NotImplementedError

    def remembered(
        self, what: str, name: str, like: NDArray, start: float = 0.0
    ) -> NDArray:
        """Return the array that is kept for a parameter, filled with ``start`` the first time."""
        key = (what, name)
        if key not in self.memory:
            self.memory[key] = np.full_like(like, start)
        return self.memory[key]


class SGD(Optimizer):
    """Stochastic gradient descent: w -= lr * g (Robbins and Monro 1951).

    >>> w = {"w": np.array([1.0, 2.0])}
    >>> SGD(learning_rate=0.5).step(w, {"w": np.array([1.0, -1.0])})
    >>> w["w"]
    array([0.5, 2.5])
    """

    def __init__(self, learning_rate: float = 0.01) -> None:
        super().__init__(learning_rate)

    def change(self, name: str, gradient: NDArray) -> NDArray:
        """Return lr * g."""
        return self.learning_rate * gradient


class Momentum(Optimizer):
    """A ball that rolls: v = momentum * v + lr * g; w -= v (Polyak 1964)."""

    def __init__(self, learning_rate: float = 0.01, momentum: float = 0.9) -> None:
        super().__init__(learning_rate)
        self.momentum = momentum

    def change(self, name: str, gradient: NDArray) -> NDArray:
        """Return the velocity v."""
        velocity = self.remembered("velocity", name, gradient)
        velocity *= self.momentum
        velocity += self.learning_rate * gradient
        return velocity


class AdaGrad(Optimizer):
    """Smaller steps where much has happened: s += g²; w -= lr * g / sqrt(s + epsilon) (Duchi et al. 2011)."""

    def __init__(
        self,
        learning_rate: float = 0.001,
        initial_accumulator: float = 0.1,
        epsilon: float = 1e-7,
    ) -> None:
        super().__init__(learning_rate)
        self.initial_accumulator = initial_accumulator
        self.epsilon = epsilon

    def change(self, name: str, gradient: NDArray) -> NDArray:
        """Return lr * g / sqrt(s + epsilon)."""
        squares = self.remembered("squares", name, gradient, self.initial_accumulator)
        squares += gradient**2
        return self.learning_rate * gradient / np.sqrt(squares + self.epsilon)


class RMSprop(Optimizer):
    """AdaGrad that forgets: s = rho * s + (1 - rho) * g²; w -= lr * g / sqrt(s + epsilon).

    From Hinton's lectures (Tieleman and Hinton 2012, lecture 6e).
    """

    def __init__(
        self, learning_rate: float = 0.001, rho: float = 0.9, epsilon: float = 1e-7
    ) -> None:
        super().__init__(learning_rate)
        self.rho = rho
        self.epsilon = epsilon

    def change(self, name: str, gradient: NDArray) -> NDArray:
        """Return lr * g / sqrt(s + epsilon)."""
        squares = self.remembered("squares", name, gradient)
        squares += (1 - self.rho) * (gradient**2 - squares)
        return self.learning_rate * gradient / np.sqrt(squares + self.epsilon)


class Adam(Optimizer):
    """Momentum and RMSprop together, both corrected for their start at zero (Kingma and Ba 2015).

    m += (1 - b1) * (g - m); s += (1 - b2) * (g² - s);
    w -= lr * sqrt(1 - b2^t) / (1 - b1^t) * m / (sqrt(s) + epsilon)
    """

    def __init__(
        self,
        learning_rate: float = 0.001,
        beta_1: float = 0.9,
        beta_2: float = 0.999,
        epsilon: float = 1e-7,
    ) -> None:
        super().__init__(learning_rate)
        self.beta_1 = beta_1
        self.beta_2 = beta_2
        self.epsilon = epsilon

    def change(self, name: str, gradient: NDArray) -> NDArray:
        """Return the corrected step."""
        mean = self.remembered("mean", name, gradient)
        squares = self.remembered("squares", name, gradient)
        mean += (1 - self.beta_1) * (gradient - mean)
        squares += (1 - self.beta_2) * (gradient * gradient - squares)
        rate = (
            self.learning_rate
            * np.sqrt(1 - self.beta_2**self.steps)
            / (1 - self.beta_1**self.steps)
        )
        return float(rate) * mean / (np.sqrt(squares) + self.epsilon)
