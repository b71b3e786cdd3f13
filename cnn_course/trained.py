"""Networks that have learned already, for those who want to look into one."""

from pathlib import Path

import numpy as np

from cnn_course import storage
from cnn_course.network import Sequential

DATA = Path(__file__).parent / "data"
FILE = DATA / "fashion_cnn.npz"
DIGITS = DATA / "digits_cnn.npz"


def fashion_cnn() -> Sequential:
    """Return a small network that has learned to tell the ten garments of Fashion-MNIST apart.

    Three convolutions, the first two followed by max pooling, then the mean of each map and a dense layer
    (Lin, Chen and Yan 2014, section 3.2). Images (N, 28, 28, 1), 0..1, go in, scores (N, 10) come out.

    It has 14,634 parameters, and is right about 89.6 % of the 10,000 test images of the full data set.
    `data/train_fashion_cnn.py` trained it on 54,000 of the 60,000 training images, for 12 epochs with Adam
    and falling learning rates: three minutes on one core. Each call returns a copy of its own.

    >>> network = fashion_cnn()
    >>> network.input_shape, network.output_shape, network.names[-3:]
    ((28, 28, 1), (10,), ['relu_3', 'globalaveragepool_1', 'dense_1'])
    """
    return Sequential.load(FILE)


def digits_cnn() -> Sequential:
    """Return a small network that has learned to read the digits of MNIST.

    It has the sizes of LeNet-5 (LeCun et al. 1998, section II-B), with ReLU, max pooling and a dense layer
    at the end, as it is often built today. Images (N, 28, 28, 1), 0..1, go in, scores (N, 10) come out.

    It has 61,706 parameters, each a whole number -127..127 times the step of its array, so that the file
    has a byte for each. It is right about 99.3 % of the 10,000 test images of the full data set.
    `data/train_digits_cnn.py` trained it on 55,000 of the 60,000 training images, for ten epochs with Adam
    and falling learning rates: a minute on one core. The 5,000 digits that come with this package were not
    among them. Each call returns a copy of its own.

    >>> network = digits_cnn()
    >>> network.input_shape, network.output_shape, network.names[-3:]
    ((28, 28, 1), (10,), ['dense_2', 'relu_4', 'dense_3'])
    """
    layers, about, whole = storage.load(DIGITS)
    network = Sequential(layers, about["input_shape"])
    network.set_weights(
        {name: a * np.float32(about["steps"][name]) for name, a in whole.items()}
    )
    return network
