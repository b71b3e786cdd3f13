"""Assignment 10, part 1: what students predict, and what leads to which wrong numbers."""

from collections.abc import Mapping, Sequence
from typing import Any

from cnn_course.architectures import ALEXNET
from cnn_course.checks.failures import CheckFailed
from cnn_course.checks.mistakes.architectures_parameters import (
    PARAMETER_MISTAKES,
    Table,
    count_parameters,
    plain,
)
from cnn_course.checks.predictions import check_prediction, filled
from cnn_course.checks.summaries import summary

# Each count by the name of its answer, as the layers that are counted.
BY_HAND: dict[str, Table] = {
    "conv_64_128": (("conv", 64, 128, 3, 1, 1, 1),),
    "two_3x3": (("conv", 32, 32, 3, 1, 1, 1),) * 2,
    "one_5x5": (("conv", 32, 32, 5, 1, 2, 1),),
    "direct_5x5": (("conv", 192, 32, 5, 1, 2, 1),),
    "reduced_5x5": (("conv", 192, 16, 1, 1, 0, 1), ("conv", 16, 32, 5, 1, 2, 1)),
}

FROM_1 = "Layers are counted from 1, without the pooling."
PARAMETER_HINTS = {
    "conv1": "Layer 1 has the largest kernel, but only three channels go in.",
    "conv2": "Layer 2 uses few weights at many places. A dense layer has a weight for each pair.",
    "conv3": "Layer 3 has the most of all convolutions. A dense layer has a weight for each pair.",
    "conv4": "Layer 4 has two groups, and so fewer parameters than layer 3.",
    "conv5": f"Layer 5 is a convolution: it uses the same weights at every place. {FROM_1}",
    "fc7": "Layer 7 has as many outputs as layer 6. Which of the two has more inputs?",
    "fc8": "Layer 8 has the fewest outputs of the three dense layers.",
}
MAC_HINTS = {
    "conv1": f"Layer 1 has the most places, but only three channels go in. {FROM_1}",
    "conv3": "Layer 3 has the most weights of all convolutions, but layer 2 has more places than it.",
    "conv4": "Layer 4 has fewer weights than layer 3, and as many places.",
    "conv5": "Layer 5 has fewer weights than layer 3, and as many places.",
    "fc6": "Layer 6 has the most weights, but uses each of them only once for an image.",
    "fc7": "Layer 7 has many weights, but uses each of them only once for an image.",
    "fc8": "Layer 8 has many weights, but uses each of them only once for an image.",
}


def wrong_counts(table: Table) -> dict[str, int]:
    """Return what the known mistakes come to, all rows of a table added."""
    found = {}
    for place, count in enumerate(count_parameters(table)):
        which = ("first", "second")[place]
        found[f"This is the {which} of two convolutions: add both."] = count
    for mistake in PARAMETER_MISTAKES:
        counts = mistake.wrong(table)
        if isinstance(counts, list):
            found[mistake.says] = sum(counts)
    return found


def check_layer(
    name: str, value: Any, counts: Sequence[int], hints: Mapping[str, str]
) -> None:
    """Check the number of AlexNet's layer with the largest count; ``counts`` has one for each row.

    Raises:
        CheckFailed: it is another layer, or none.
    """
    rows = zip(plain(ALEXNET), counts, strict=True)
    layers = [count for row, count in rows if row[0] in ("conv", "dense")]
    names = [row.name for row in ALEXNET.rows if row.kind in ("conv", "dense")]
    if float(filled(name, value)) not in range(1, len(names) + 1):
        raise CheckFailed(
            f"{name} is {summary(value)}, but the number of a layer, from 1 to {len(names)}, is wanted."
        )
    known = {says: 1 + names.index(layer) for layer, says in hints.items()}
    check_prediction(name, value, 1 + layers.index(max(layers)), known)
