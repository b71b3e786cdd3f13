"""AlexNet: Krizhevsky, Sutskever and Hinton (2012), ImageNet classification with deep convolutional neural
networks, NIPS 25."""

from typing import Any

import keras
from keras import ops

from cnn_course.architectures import ALEXNET, Architecture, Row
from cnn_course.models import build as built

# Their biases start at 1, which gives the ReLUs positive inputs, all others at 0 (section 5).
ONES = ("conv2", "conv4", "conv5", "fc6", "fc7")


@keras.saving.register_keras_serializable(package="cnn_course")
class LocalResponseNormalization(keras.layers.Layer):
    """Divide each number by what stands at its place in the neighbouring maps; no shape changes.

    y[.., i] = x[.., i] / (k + alpha Σ over j from i - n//2 to i + n//2 of x[.., j]²) ** beta

    Maps beyond the first and the last count as 0. It learns nothing (section 3.3, with its constants).
    Caffe and PyTorch divide alpha by n; the paper does not.
    """

    def __init__(
        self,
        k: float = 2.0,
        n: int = 5,
        alpha: float = 1e-4,
        beta: float = 0.75,
        **more: Any,
    ) -> None:
        super().__init__(**more)
        self.k, self.n, self.alpha, self.beta = k, n, alpha, beta

    def call(self, x: Any) -> Any:
        """Return x (N, H, W, C) with its numbers divided."""
        reach, maps = self.n // 2, x.shape[-1]
        squares = ops.pad(ops.square(x), [(0, 0)] * 3 + [(reach, reach)])
        near = sum(squares[..., j : j + maps] for j in range(2 * reach + 1))
        return x / (self.k + self.alpha * near) ** self.beta

    def get_config(self) -> dict[str, Any]:
        """Return what the layer is made from, for saving."""
        own = {"k": self.k, "n": self.n, "alpha": self.alpha, "beta": self.beta}
        return super().get_config() | own


def normalization(row: Row) -> keras.layers.Layer:
    """Return the normalization of a row, with the paper's constants."""
    return LocalResponseNormalization(name=built.slug(row.name))


def _starts(row: Row) -> dict[str, Any]:
    """Return how a row's weights start (section 5)."""
    normal = keras.initializers.RandomNormal(0.0, 0.01)
    bias = "ones" if row.name in ONES else "zeros"
    return {"kernel_initializer": normal, "bias_initializer": bias}


MAKERS: dict[str, built.Maker] = {
    "conv": lambda row: built.conv(row, **_starts(row)),
    "dense": lambda row: built.dense(row, **_starts(row)),
    "lrn": normalization,
}


def table(grouped: bool = True) -> Architecture:
    """Return AlexNet's rows, or those without its two groups: each filter then sees all maps.

    >>> table(grouped=False).row("conv4").groups
    1
    """
    if grouped:
        return ALEXNET
    rows = tuple(row._replace(groups=1) for row in ALEXNET.rows)
    return ALEXNET._replace(name="AlexNet, ungrouped", rows=rows, printed={})


def alexnet(
    grouped: bool = True,
    input_shape: tuple[int | None, int | None, int] = (227, 227, 3),
    classes: int = 1000,
    head: bool = True,
) -> keras.Model:
    """Return AlexNet (sections 3 and 4, Figure 2), from (N, 227, 227, 3) to probabilities (N, classes).

    96@55x55, pooled to 27; 256@27x27, pooled to 13; 384, 384, 256@13x13, pooled to 6; 4096, 4096, 1000.
    The poolings overlap: windows of 3, stride 2. 60,965,224 parameters in two groups (conv2, conv4 and
    conv5 each see the half of the maps that lay on their own graphics card), 62,378,344 without.

    Left open in the paper, and chosen here: 227 in the place of the 224 that it prints, and the paddings
    (see ``ALEXNET.open``). Its colour augmentation, means and training are not here; pixels are expected
    with the mean image subtracted (section 2).

    Args:
        input_shape: 227 to 230 pixels with the dense layers; any size that the windows fit without them,
            None for a size that changes.
        head: without the dense layers the model ends in pool5, (N, 6, 6, 256) for 227.

    Raises:
        ValueError: the images do not fit.
    """
    rows = table(grouped)
    if head:
        rows = built.with_classes(rows, classes)._replace(input_shape=input_shape)
    else:
        rows = built.without_head(rows, input_shape)
    return built.build(rows, MAKERS)
