"""Draw the picture that a messenger shows beside a link to the site: a sandal, and what four filters see."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image

from cnn_course import datasets, filters
from cnn_course.arrays import Array
from cnn_course.conv import correlate2d

SIZE = (1200, 630)  # pixels, width before height, as Open Graph has it
ALT = (
    "A sandal of 28 by 28 pixels, and the answers of four filters that find its upper, "
    "left, lower and right edges."
)
PAPER, LIGHT = np.array([15, 23, 42]), np.array([248, 250, 252])
ORANGE = np.array([251, 146, 60])
SMALL = 10  # how many times each pixel of an answer is enlarged


class Layout(NamedTuple):
    """Width and height, how many times the sandal is enlarged, and where (top, left) the pictures lie."""

    size: tuple[int, int]
    times: int
    places: list[tuple[int, int]]


CARD = Layout(SIZE, 20, [(32, 35), (40, 625), (40, 915), (330, 625), (330, 915)])
COVER = Layout((1200, 1600), 40, [(40, 40), *((1250, 35 + 290 * k) for k in range(4))])


def draw(file: Path, layout: Layout = CARD) -> None:
    """Write the sandal and the four answers as a PNG, the same in every build."""
    sandal = datasets.load("fashion_mnist").x_train[9].astype(np.float32) / 255
    width, height = layout.size
    card = np.full((height, width, 3), PAPER, np.uint8)
    first, *others = layout.places
    _paste(card, sandal, layout.times, LIGHT, first)
    for found, place in zip(filters.ONE_SIDED_EDGES, others, strict=True):
        answer = np.maximum(0, correlate2d(sandal, found.kernel))
        _paste(card, np.sqrt(answer / answer.max()), SMALL, ORANGE, place)
    Image.fromarray(card).save(file, optimize=True)


def _paste(card: Array, picture: Array, times: int, ink: Array, place: tuple) -> None:
    """Put a picture of brightnesses between 0 and 1 at (top, left), from paper to ink."""
    large = picture.repeat(times, axis=0).repeat(times, axis=1)[..., np.newaxis]
    top, left = place
    height, width = large.shape[:2]
    card[top : top + height, left : left + width] = PAPER + large * (ink - PAPER)
