"""Published networks as tables: what each layer is, where the paper says so, and what it leaves open.

Data only; `cnn_course.costs` works out sizes, parameters and multiply-accumulates from the rows.

>>> conv2 = ALEXNET.row("conv2")
>>> conv2.inputs, conv2.outputs, conv2.kernel, conv2.padding, conv2.groups
(96, 256, 5, 2, 2)
"""

from cnn_course.architectures.alexnet import ALEXNET
from cnn_course.architectures.googlenet import GOOGLENET, GOOGLENET_HEADS
from cnn_course.architectures.lenet import LENET5, LENET5_C3, LENET5_DENSE
from cnn_course.architectures.rows import Architecture, Row, Widths, branches
from cnn_course.architectures.vgg import VGG, VGG16

__all__ = [
    "ALEXNET",
    "GOOGLENET",
    "GOOGLENET_HEADS",
    "LENET5",
    "LENET5_C3",
    "LENET5_DENSE",
    "VGG",
    "VGG16",
    "Architecture",
    "Row",
    "Widths",
    "branches",
]
