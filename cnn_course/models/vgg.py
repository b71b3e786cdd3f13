"""VGG: Simonyan and Zisserman (2015), Very deep convolutional networks for large-scale image recognition,
ICLR."""

import keras

from cnn_course.architectures import VGG
from cnn_course.models import build as built


def vgg(
    column: str = "D",
    input_shape: tuple[int | None, int | None, int] = (224, 224, 3),
    classes: int = 1000,
    head: bool = True,
) -> keras.Model:
    """Return a column of Table 1, VGG16 by default, from (N, 224, 224, 3) to probabilities (N, classes).

    Five blocks of convolutions with 64, 128, 256, 512 and 512 filters, each followed by a max pooling that
    halves the maps: 224, 112, 56, 28, 14, 7. Then 7 · 7 · 512 = 25,088 numbers, 4096, 4096, 1000.

    ======  ===========  =============================  ===========
    column  name         convolutions of the blocks     parameters
    ======  ===========  =============================  ===========
    A       VGG11        1, 1, 2, 2, 2                  132,863,336
    B       VGG13        2, 2, 2, 2, 2                  133,047,848
    C       VGG16, C     2, 2, 3, 3, 3; the third 1x1   133,638,952
    D       VGG16        2, 2, 3, 3, 3                  138,357,544
    E       VGG19        2, 2, 4, 4, 4                  143,667,240
    ======  ===========  =============================  ===========

    Weights start as Glorot and Bengio (2010) have it, which the paper found to work without training a
    smaller network first (section 3.1). Column A-LRN, A with a normalization that did not help, is not
    here. Pixels are expected with the mean colour of the training images subtracted (section 2.1).

    Args:
        input_shape: 224 to 255 pixels with the dense layers; 32 or more without them, None for a size
            that changes.
        head: without the dense layers the model ends in pool5, (N, 7, 7, 512) for 224.

    Raises:
        ValueError: there is no such column, or the images do not fit.
    """
    if column not in VGG:
        raise ValueError(
            f"There is no column {column!r} here; there are {', '.join(VGG)}."
        )
    if head:
        table = built.with_classes(VGG[column], classes)
        return built.build(table._replace(input_shape=input_shape))
    return built.build(built.without_head(VGG[column], input_shape))
