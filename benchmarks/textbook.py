"""The baseline: a convolutional network as textbooks write it, to be read and not to be fast.

Images are (N, C, H, W) in float64. A convolution copies its windows into rows by a loop over the
window, multiplies them by the filters, and transposes the product back; pooling takes the argmax of
such rows, and scatters the gradients back by the same loop. That is the plain form of unrolling
(Chellapilla, Puri and Simard 2006). The package's own layers are `cnn_course.conv` and `.pool`.
"""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def unroll(x: Array, kernel: int, stride: int, padding: int) -> Array:
    """Copy every window of (N, C, H, W) into an array (N, OH, OW, C, K, K)."""
    n, c, h, w = x.shape
    oh, ow = ((side + 2 * padding - kernel) // stride + 1 for side in (h, w))
    framed = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.zeros((n, c, kernel, kernel, oh, ow))
    for u, v in np.ndindex(kernel, kernel):
        places = _places(u, oh, stride), _places(v, ow, stride)
        windows[:, :, u, v] = framed[:, :, *places]
    return windows.transpose(0, 4, 5, 1, 2, 3)


def roll(
    windows: Array, shape: tuple[int, ...], kernel: int, stride: int, padding: int
) -> Array:
    """Add every window of (N, OH, OW, C, K, K) to the place in (N, C, H, W) that it was copied from."""
    n, c, h, w = shape
    _, oh, ow, *_ = windows.shape
    framed = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
    for u, v in np.ndindex(kernel, kernel):
        places = _places(u, oh, stride), _places(v, ow, stride)
        framed[:, :, *places] += windows[..., u, v].transpose(0, 3, 1, 2)
    return framed[:, :, padding : padding + h, padding : padding + w]


class Convolution:
    """Filters (F, C, K, K) and biases (F,); the gradients are in ``dw`` and ``db``."""

    def __init__(self, w: Array, b: Array, stride: int = 1, padding: int = 0) -> None:
        self.w, self.b, self.stride, self.padding = w, b, stride, padding

    def forward(self, x: Array) -> Array:
        """Return (N, F, OH, OW)."""
        windows = unroll(x, self.w.shape[2], self.stride, self.padding)
        n, oh, ow, *_ = windows.shape
        self.shape, self.rows = x.shape, windows.reshape(n * oh * ow, -1)
        y = self.rows @ self.w.reshape(len(self.w), -1).T + self.b
        return y.reshape(n, oh, ow, -1).transpose(0, 3, 1, 2)

    def backward(self, dy: Array, input_gradient: bool = True) -> Array | None:
        """Return the gradient for the images (N, C, H, W), or None if it is not wanted."""
        f, c, kernel, _ = self.w.shape
        n, _, oh, ow = dy.shape
        flat = dy.transpose(0, 2, 3, 1).reshape(-1, f)
        self.dw = (self.rows.T @ flat).T.reshape(self.w.shape)
        self.db = flat.sum(axis=0)
        if not input_gradient:
            return None
        windows = (flat @ self.w.reshape(f, -1)).reshape(n, oh, ow, c, kernel, kernel)
        return roll(windows, self.shape, kernel, self.stride, self.padding)


class Pooling:
    """Max pooling over windows of ``size``."""

    def __init__(self, size: int, stride: int) -> None:
        self.size, self.stride = size, stride

    def forward(self, x: Array) -> Array:
        """Return (N, C, OH, OW)."""
        windows = unroll(x, self.size, self.stride, 0)
        self.shape, self.windows = x.shape, windows.shape
        rows = windows.reshape(-1, self.size**2)
        self.winners = rows.argmax(axis=1)
        y = rows.max(axis=1).reshape(self.windows[:4])
        return y.transpose(0, 3, 1, 2)

    def backward(self, dy: Array) -> Array:
        """Return the gradient for the images (N, C, H, W)."""
        rows = np.zeros((dy.size, self.size**2))
        rows[np.arange(dy.size), self.winners] = dy.transpose(0, 2, 3, 1).ravel()
        windows = rows.reshape(self.windows)
        return roll(windows, self.shape, self.size, self.stride, 0)


class ReLU:
    """Zero for what is negative."""

    def forward(self, x: Array) -> Array:
        """Return max(x, 0)."""
        self.positive = x > 0
        return np.where(self.positive, x, 0.0)

    def backward(self, dy: Array) -> Array:
        """Return the gradient where x was positive."""
        return np.where(self.positive, dy, 0.0)


class Affine:
    """Weights (inputs, units) and biases (units,); flattens its input."""

    def __init__(self, w: Array, b: Array) -> None:
        self.w, self.b = w, b

    def forward(self, x: Array) -> Array:
        """Return (N, units)."""
        self.shape, self.rows = x.shape, x.reshape(len(x), -1)
        return self.rows @ self.w + self.b

    def backward(self, dy: Array) -> Array:
        """Return the gradient for x, in its shape."""
        self.dw, self.db = self.rows.T @ dy, dy.sum(axis=0)
        return (dy @ self.w.T).reshape(self.shape)


def softmax_loss(logits: Array, labels: NDArray[np.int64]) -> tuple[float, Array]:
    """Return the mean cross-entropy and its gradient for the scores (N, classes)."""
    p = np.exp(logits - logits.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    places = np.arange(len(labels)), labels
    loss = -np.mean(np.log(p[places]))
    p[places] -= 1
    return float(loss), p / len(labels)


class Adam:
    """Kingma and Ba 2015, with the epsilon of Keras; moves arrays in place."""

    def __init__(self, rate: float = 0.001) -> None:
        self.rate, self.steps = rate, 0

    def step(self, parameters: list[Array], gradients: list[Array]) -> None:
        """Move every parameter once."""
        if self.steps == 0:
            self.m = [np.zeros_like(p) for p in parameters]
            self.s = [np.zeros_like(p) for p in parameters]
        self.steps += 1
        rate = self.rate * np.sqrt(1 - 0.999**self.steps) / (1 - 0.9**self.steps)
        for p, g, m, s in zip(parameters, gradients, self.m, self.s, strict=True):
            m[...] = 0.9 * m + 0.1 * g
            s[...] = 0.999 * s + 0.001 * g**2
            p[...] = p - rate * m / (np.sqrt(s) + 1e-7)


class Network:
    """Layers in a row, trained by Adam on the softmax cross-entropy."""

    def __init__(self, layers: list) -> None:
        self.layers, self.optimizer = layers, Adam()

    def gradients(self, x: Array, labels: NDArray[np.int64]) -> float:
        """Return the loss; every layer then holds its gradients."""
        for layer in self.layers:
            x = layer.forward(x)
        loss, dy = softmax_loss(x, labels)
        for layer in reversed(self.layers):
            dy = layer.backward(dy)
        return loss

    def step(self, x: Array, labels: NDArray[np.int64]) -> float:
        """Train on one batch; return its loss."""
        loss = self.gradients(x, labels)
        learning = [layer for layer in self.layers if hasattr(layer, "w")]
        self.optimizer.step(
            [array for layer in learning for array in (layer.w, layer.b)],
            [array for layer in learning for array in (layer.dw, layer.db)],
        )
        return loss


def _places(first: int, count: int, step: int) -> slice:
    return slice(first, first + step * (count - 1) + 1, step)
