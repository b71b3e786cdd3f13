"""Assignment 8, part 1: numbers to predict, and what leads to others."""

import math
from typing import NamedTuple

from cnn_course.shapes import conv_parameters, dense_parameters, output_size

CLASSES, IMAGES, BATCH = 10, 60_000, 64
SIZE, FILTERS, KERNEL, POOL = 28, 4, 3, 2


class Prediction(NamedTuple):
    """A number that a student predicts, and what is said of the wrong ones that are known."""

    right: float
    wrong: dict[str, float]


def predictions() -> dict[str, Prediction]:
    """Return the predictions by the names that the notebook gives them."""
    return {
        "first_loss": _first_loss(),
        "steps": _steps(),
        "last_batch": _last_batch(),
        "parameters": _parameters(),
    }


def _first_loss() -> Prediction:
    """Return the loss of a network that gives the same probability to every class."""
    p = 1 / CLASSES
    right, ten, two = -math.log(p), -math.log10(p), -math.log2(p)
    natural = "ln is the natural one: `np.log`."
    wrong = {
        f"This is the logarithm to base 10. {natural}": ten,
        f"This is the logarithm to base 2. {natural}": two,
        "The minus sign is missing: a loss is never below 0.": -right,
        "This is the probability. The loss is −ln of it.": p,
        "This is the probability of being wrong. The loss is −ln of the right class's.": (
            1 - p
        ),
        "This is −ln(1 − p). The loss looks at the right class.": -math.log(1 - p),
        "The losses of ten classes are added up. Only the right class counts.": (
            CLASSES * right
        ),
        "A loss of 0 needs a probability of 1 for the right class.": 0,
    }
    return Prediction(right, wrong)


def _steps() -> Prediction:
    """Return the number of batches of an epoch."""
    full = IMAGES // BATCH
    wrong = {
        "The last, smaller batch counts too: round up.": full,
        "A number of batches is whole: the last one is smaller.": IMAGES / BATCH,
        "This is the number of images. Each step takes a whole batch of them.": IMAGES,
        "Images and batch size are multiplied; divide.": IMAGES * BATCH,
        "This is the size of a batch.": BATCH,
        "It is one too many.": full + 2,
    }
    return Prediction(full + 1, wrong)


def _last_batch() -> Prediction:
    """Return the number of images in the last batch of an epoch."""
    wrong = {
        "This is a full batch. 64 does not divide 60,000: fewer are left.": BATCH,
        "This is a part of a batch. How many images is it?": IMAGES / BATCH % 1,
        "Some images are left over, and they make the last batch.": 0,
        "This is the number of batches.": IMAGES // BATCH + 1,
        "This is the number of full batches.": IMAGES // BATCH,
    }
    return Prediction(IMAGES % BATCH, wrong)


def _parameters() -> Prediction:
    """Return the number of weights and biases of the small network."""
    maps = output_size(SIZE, KERNEL)
    conv = conv_parameters((KERNEL, KERNEL, 1, FILTERS))

    def all_of(size: int, channels: int = FILTERS) -> int:
        return conv + dense_parameters(size * size * channels, CLASSES)

    pooled = maps // POOL
    right = all_of(pooled)
    wrong = {
        "The biases are missing: one for each filter, and one for each class.": (
            right - FILTERS - CLASSES
        ),
        "The biases of the convolution are missing: one for each filter.": (
            right - FILTERS
        ),
        "The biases of the dense layer are missing: one for each class.": (
            right - CLASSES
        ),
        "The pooling is missing: it halves height and width.": all_of(maps),
        "784 numbers go into your dense layer. "
        "What is left of 28 pixels after the convolution, and then after the pooling?": (
            all_of(SIZE // POOL)
        ),
        "Convolution and pooling make the maps smaller than the image.": all_of(SIZE),
        "The dense layer sees the numbers of all four maps.": all_of(pooled, 1),
        "The dense layer has a weight for each pixel of a map and each class.": (
            conv + dense_parameters(FILTERS, CLASSES)
        ),
        "Height and width are halved once, from 26 to 13.": all_of(pooled // POOL),
        "The convolution is missing: it has filters and biases.": right - conv,
        "The dense layer is missing: it has most of the weights.": conv,
    }
    return Prediction(right, wrong)
