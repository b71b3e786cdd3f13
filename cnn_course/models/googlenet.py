"""GoogLeNet: Szegedy, Liu, Jia, Sermanet, Reed, Anguelov, Erhan, Vanhoucke and Rabinovich (2015), Going
deeper with convolutions, CVPR."""

from collections.abc import Callable

import keras

from cnn_course.architectures import GOOGLENET, GOOGLENET_HEADS, Row, branches
from cnn_course.models import build as built
from cnn_course.models.alexnet import normalization

# How much the losses count: of the network's end, and of its heads after 4a and 4d (section 5).
LOSS_WEIGHTS = (1.0, 0.3, 0.3)


def inception(row: Row) -> Callable[[built.Tensor], built.Tensor]:
    """Return what connects an Inception block (Figure 2b), (N, H, W, C) to (N, H, W, row.outputs).

    Four branches see the same maps: 1x1; 1x1 then 3x3; 1x1 then 5x5; max pooling then 1x1. Their outputs
    stand one behind the other along the channels. The 1x1 before 3x3 and 5x5 make them cheap. Block 3a
    learns 163,696 numbers.
    """

    def block(x: built.Tensor) -> built.Tensor:
        ends = [built.connect(branch, x) for branch in branches(row).values()]
        return keras.layers.Concatenate(name=built.slug(row.name))(ends)

    return block


def _mean(row: Row) -> keras.layers.Layer:
    """Return the mean of each whole map, in the place of windows as large as the maps of the paper."""
    return keras.layers.GlobalAveragePooling2D(keepdims=True, name=row.name)


MAKERS: dict[str, built.Maker] = {
    "lrn": normalization,
    "inception": inception,
    "mean": _mean,
}


def _head(block: str, x: built.Tensor, classes: int) -> built.Tensor:
    """Return the probabilities of the auxiliary head on a block's output x."""
    table = built.with_classes(GOOGLENET_HEADS[block], classes)
    rows = [row._replace(name=f"{block} head {row.name}") for row in table.rows]
    return built.connect(rows, x)


def googlenet(
    input_shape: tuple[int | None, int | None, int] = (224, 224, 3),
    classes: int = 1000,
    heads: bool = False,
) -> keras.Model:
    """Return GoogLeNet (Table 1 and Figure 3), from (N, 224, 224, 3) to probabilities (N, classes).

    64@112, 64@56, 192@56; blocks 3a 256, 3b 480 @28; 4a 512, 4b 512, 4c 512, 4d 528, 4e 832 @14; 5a 832,
    5b 1024 @7; the mean of each map; 1000. 6,998,552 parameters, 13,378,280 with both heads.

    Left open in the paper, and chosen here: paddings are Keras' "same"; the convolutions have biases; the
    two normalizations that stand only in Figure 3 have AlexNet's constants; weights start as Glorot and
    Bengio (2010) have it. The mean is taken over the whole map, 7 by 7 for 224, so that other sizes go too.
    Pixels are expected with the mean subtracted (section 5).

    Args:
        input_shape: any size, None for one that changes; with the heads 209 to 256 pixels.
        heads: give [probabilities, those after 4a, those after 4d], for training: compile it with
            ``loss=3 * [loss], loss_weights=list(LOSS_WEIGHTS)`` and fit it to ``[y, y, y]``. They do not
            count afterwards.

    Raises:
        ValueError: the images do not fit.
    """
    table = built.with_classes(GOOGLENET, classes)
    table = table.changed("pool5", kind="mean", kernel=1)
    x = image = keras.Input(input_shape, name="image")
    sides = []
    for row in table.rows:
        x = built.connect([row], x, MAKERS)
        if heads and row.name in GOOGLENET_HEADS:
            sides.append(_head(row.name, x, classes))
    return keras.Model(image, [x, *sides] if heads else x, name=built.slug(table.name))
