"""The two layers that behave differently while a network learns: Dropout and BatchNorm."""

from dataclasses import dataclass

import numpy as np

from cnn_course.arrays import Array, like_output, require_float
from cnn_course.layers.base import Layer, Shape


@dataclass(eq=False)
class Dropout(Layer):
    """Set a random part of the numbers to zero in training, and enlarge the rest to make up for it.

    y = x * mask / (1 - rate) in training, y = x otherwise (Srivastava et al. 2014, section 10).
    Gradient: dx = dy * mask / (1 - rate), or dy.

    Args:
        rate: the share of numbers set to zero, at least 0 and less than 1.
    """

    rate: float

    def __post_init__(self) -> None:
        super().__post_init__()
        if not 0 <= self.rate < 1:
            raise ValueError(f"rate must lie in 0..1, 1 excluded, not {self.rate}.")

    def forward(self, x: Array, training: bool = False) -> Array:
        """Multiply by a mask of 0 and 1 / (1 - rate) in training."""
        require_float("x", x)
        if training:
            mask = (self.random.random(x.shape) >= self.rate).astype(x.dtype)
            mask /= 1 - self.rate
        else:
            mask = np.ones_like(x)
        self.remember(mask)
        return x * mask

    def input_gradient(self, dy: Array) -> Array:
        """Multiply by the mask of the way forwards."""
        (mask,) = self.remembered()
        return like_output(dy, mask.shape, mask.dtype) * mask


@dataclass(eq=False)
class BatchNorm(Layer):
    """Bring every channel to mean 0 and variance 1, then to a mean and spread that are learned.

    y = gamma * z + beta with z = (x - mean) / sqrt(variance + epsilon) (Ioffe and Szegedy 2015).
    In training, mean and variance are the batch's, over all axes but the last; otherwise they are moving
    averages kept in training. The defaults are Keras'.

    Gradient: dgamma = sum of dy * z, dbeta = sum of dy, and over M numbers a channel
    dx = gamma / sqrt(variance + epsilon) * (dy - dbeta / M - z * dgamma / M); the last two terms come from
    the batch's own mean and variance, and are left out otherwise.

    Args:
        momentum: how much of a moving average stays at each batch.
        epsilon: keeps a channel without variance from a division by zero.
    """

    momentum: float = 0.99
    epsilon: float = 1e-3

    def first_parameters(self, shape: Shape) -> dict[str, Array]:
        """Set "gamma" (C,) to one and "beta" (C,) to zero."""
        return {"gamma": np.ones(shape[-1]), "beta": np.zeros(shape[-1])}

    def first_state(self, shape: Shape) -> dict[str, Array]:
        """Set "mean" (C,) to zero and "variance" (C,) to one."""
        return {"mean": np.zeros(shape[-1]), "variance": np.ones(shape[-1])}

    def forward(self, x: Array, training: bool = False) -> Array:
        """Normalise with the batch's statistics in training, with the kept ones otherwise.

        Raises:
            ValueError: x has not the channels that the layer was built for, or an empty batch in
                training, which has no mean.
        """
        require_float("x", x)
        gamma, beta = self.weight("gamma"), self.weight("beta")
        if x.shape[-1:] != gamma.shape:
            raise ValueError(
                f"This BatchNorm layer was built for {len(gamma)} channels, and x has shape {x.shape}."
            )
        if training:
            mean, variance = self._batch_statistics(x)
        else:
            mean, variance = self.state["mean"], self.state["variance"]
        spread = np.sqrt(variance + self.epsilon).astype(x.dtype, copy=False)
        z = (x - mean.astype(x.dtype, copy=False)) / spread
        self.remember(z, spread, training)
        return z * gamma.astype(x.dtype, copy=False) + beta.astype(x.dtype, copy=False)

    def _batch_statistics(self, x: Array) -> tuple[Array, Array]:
        if not x.size:
            raise ValueError(
                f"A batch of shape {x.shape} has no mean to normalise by: skip empty batches."
            )
        axes = tuple(range(x.ndim - 1))
        found = {"mean": x.mean(axis=axes), "variance": x.var(axis=axes)}
        for name, kept in self.state.items():
            new = self.momentum * kept + (1 - self.momentum) * found[name]
            self.state[name] = new.astype(kept.dtype, copy=False)
        return found["mean"], found["variance"]

    def parameter_gradients(self, dy: Array) -> dict[str, Array]:
        """Return dgamma and dbeta."""
        z, _, _ = self.remembered()
        dy, axes = like_output(dy, z.shape, z.dtype), tuple(range(z.ndim - 1))
        return {"gamma": (dy * z).sum(axis=axes), "beta": dy.sum(axis=axes)}

    def input_gradient(self, dy: Array) -> Array:
        """Return dx."""
        z, spread, training = self.remembered()
        sums = self.parameter_gradients(dy)
        scale = self.weight("gamma").astype(z.dtype, copy=False) / spread
        dy = dy.astype(z.dtype, copy=False)
        if not training:
            return scale * dy
        m = z.size // z.shape[-1]
        return scale * (dy - (sums["beta"] + z * sums["gamma"]) / m)
