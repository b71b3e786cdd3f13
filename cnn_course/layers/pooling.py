"""Layers without weights that make maps smaller: pooling, and Flatten."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from cnn_course.arrays import Array, like_output, require_float
from cnn_course.layers.base import Layer, Shape
from cnn_course.pool import (
    average_pool2d,
    average_pool2d_backward,
    global_average_pool,
    global_average_pool_backward,
    global_max_pool,
    global_max_pool_backward,
    max_pool2d,
    max_pool2d_backward,
    max_pool2d_winners,
    min_pool2d,
    min_pool2d_backward,
    min_pool2d_winners,
)
from cnn_course.shapes import Padding, Pair, pool_output_shape, window_and_stride


@dataclass(eq=False)
class _Pool2D(Layer):
    """What pooling layers share: a window, its stride (the window's size if None), and padding."""

    size: Pair
    stride: Pair | None = None
    padding: Padding = 0

    def output_shape(self, shape: Shape) -> Shape:
        """Return (OH, OW, C) for (H, W, C)."""
        return pool_output_shape((1, *shape), self.size, self.stride, self.padding)[1:]

    def window(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return (window, stride) for height and for width."""
        (kh, kw), (sh, sw) = window_and_stride(self.size, self.stride)
        return (kh, sh), (kw, sw)


class _ExtremePool2D(_Pool2D):
    pool: ClassVar[Callable[..., Array]]
    pool_winners: ClassVar[Callable[..., tuple[Array, Array]]]
    pool_backward: ClassVar[Callable[..., Array]]

    def forward(self, x: Array, training: bool = False) -> Array:
        """Keep one pixel of each window."""
        window, winners = (self.size, self.stride, self.padding), None
        if training:
            y, winners = type(self).pool_winners(x, *window)
        else:
            y = type(self).pool(x, *window)
        self.remember(x, winners)
        return y

    def input_gradient(self, dy: Array) -> Array:
        """Give each gradient to the pixel that won its window."""
        x, winners = self.remembered()
        window = self.size, self.stride, self.padding
        return type(self).pool_backward(dy, x, *window, winners=winners)


@dataclass(eq=False)
class MaxPool2D(_ExtremePool2D):
    """Keep the largest number of each window; see `pool.max_pool2d`.

    Gradient: dx[winner of its window] += dy; the first winner takes it if several are equal.
    """

    pool = staticmethod(max_pool2d)
    pool_winners = staticmethod(max_pool2d_winners)
    pool_backward = staticmethod(max_pool2d_backward)


@dataclass(eq=False)
class MinPool2D(_ExtremePool2D):
    """Keep the smallest number of each window. Gradient: dx[winner of its window] += dy."""

    pool = staticmethod(min_pool2d)
    pool_winners = staticmethod(min_pool2d_winners)
    pool_backward = staticmethod(min_pool2d_backward)


@dataclass(eq=False)
class AveragePool2D(_Pool2D):
    """Take the mean of each window, padding left out.

    Gradient: each pixel of a window receives dy / (pixels in the window).
    """

    def forward(self, x: Array, training: bool = False) -> Array:
        """Take the mean of each window."""
        y = average_pool2d(x, self.size, self.stride, self.padding)
        self.remember(x)
        return y

    def input_gradient(self, dy: Array) -> Array:
        """Share each gradient among the pixels of its window."""
        (x,) = self.remembered()
        return average_pool2d_backward(dy, x, self.size, self.stride, self.padding)


class _GlobalPool(Layer):
    def output_shape(self, shape: Shape) -> Shape:
        """Return (C,) for (H, W, C).

        Raises:
            ValueError: what comes in has no height and width.
        """
        if len(shape) != 3:
            raise ValueError(
                f"Global pooling takes images (N, H, W, C), not {('N', *shape)}."
            )
        return shape[2:]

    def window(self) -> None:
        """Return None: an output sees the whole input."""
        return


@dataclass(eq=False)
class GlobalAveragePool(_GlobalPool):
    """Take the mean of each whole channel. Gradient: each pixel receives dy / (H * W)."""

    def forward(self, x: Array, training: bool = False) -> Array:
        """Compute (N, C) from (N, H, W, C)."""
        y = global_average_pool(x)
        self.remember(x)
        return y

    def input_gradient(self, dy: Array) -> Array:
        """Share each gradient among all pixels of its channel."""
        (x,) = self.remembered()
        return global_average_pool_backward(dy, x)


@dataclass(eq=False)
class GlobalMaxPool(_GlobalPool):
    """Keep the largest number of each whole channel. Gradient: dx[winner] = dy, the first if several."""

    def forward(self, x: Array, training: bool = False) -> Array:
        """Compute (N, C) from (N, H, W, C)."""
        y = global_max_pool(x)
        self.remember(x)
        return y

    def input_gradient(self, dy: Array) -> Array:
        """Give each gradient to the pixel that won its channel."""
        (x,) = self.remembered()
        return global_max_pool_backward(dy, x)


@dataclass(eq=False)
class Flatten(Layer):
    """Write each image as one row, (N, H, W, C) to (N, H * W * C). Gradient: dy in the shape of x."""

    def output_shape(self, shape: Shape) -> Shape:
        """Return (H * W * C,) for (H, W, C)."""
        return (math.prod(shape),)

    def window(self) -> None:
        """Return None: what follows sees the whole image."""
        return

    def forward(self, x: Array, training: bool = False) -> Array:
        """Copy every image into a row."""
        require_float("x", x)
        self.remember(x.shape, x.dtype)
        return x.reshape(len(x), math.prod(x.shape[1:])).copy()

    def input_gradient(self, dy: Array) -> Array:
        """Return dy as images."""
        shape, dtype = self.remembered()
        dy = like_output(dy, (shape[0], math.prod(shape[1:])), dtype)
        return dy.reshape(shape).copy()
