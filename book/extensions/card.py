"""Draw the picture that a messenger shows beside a link to the site: a sandal, and what four filters see."""

from pathlib import Path

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
LARGE, SMALL = 20, 10  # how many times each pixel is enlarged


def draw(file: Path) -> None:
    """Write the card as a PNG, the same in every build."""
    sandal = datasets.load("fashion_mnist").x_train[9].astype(np.float32) / 255
    card = np.full((SIZE[1], SIZE[0], 3), PAPER, np.uint8)
    _paste(card, sandal, LARGE, LIGHT, (35, 32))
    for number, found in enumerate(filters.ONE_SIDED_EDGES):
        answer = np.maximum(0, correlate2d(sandal, found.kernel))
        row, column = divmod(number, 2)
        place = (40 + 290 * row, 625 + 290 * column)
        _paste(card, np.sqrt(answer / answer.max()), SMALL, ORANGE, place)
    Image.fromarray(card).save(file, optimize=True)


def _paste(card: Array, picture: Array, times: int, ink: Array, place: tuple) -> None:
    """Put a picture of brightnesses between 0 and 1 at (top, left), from paper to ink."""
    large = picture.repeat(times, axis=0).repeat(times, axis=1)[..., np.newaxis]
    top, left = place
    height, width = large.shape[:2]
    card[top : top + height, left : left + width] = PAPER + large * (ink - PAPER)
