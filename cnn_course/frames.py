"""Pictures one after the other, where movement is the idea: still until a reader presses Play.

`show_frames` writes every frame into the page, as a strip of pictures with their sentences. A notebook and
a browser without scripts show the strip; in the book, `book/assets/frames.js` shows one picture of it at a
time.
"""

import base64
import io
from collections.abc import Callable, Sequence
from html import escape

import matplotlib
import numpy as np
from matplotlib.transforms import Bbox
from numpy.typing import ArrayLike
from PIL import Image

from cnn_course.visualize import SIGNED, Picture, show_step

LIMIT = (
    250_000  # bytes of HTML: a page with a few of these must still load on a telephone
)
DPI = 160  # sharp at 1.7 pixels of the screen for each of the page
COLOURS = 32  # a grid of numbers has few; a palette takes a quarter of the bytes
CSS_PIXELS = 96  # in an inch
PAD = 0.05  # inches around a picture

# A notebook has no stylesheet of ours. `frames.js` takes these away, and `frames.css` says the same.
STYLES = {
    "ol": "display:flex;flex-wrap:wrap;gap:1rem;list-style:none;margin:0;padding:0",
    "li": "width:320px;max-width:100%",
    "img": "max-width:100%;height:auto",
}


class Frames:
    """Pictures of one size, each with its sentence, as HTML; the last one is the PNG for other readers."""

    def __init__(
        self,
        pngs: Sequence[bytes],
        size: tuple[int, int],
        says: Sequence[str],
        alt: str,
    ) -> None:
        self.pngs, self.size, self.says, self.alt = list(pngs), size, list(says), alt

    def _repr_html_(self) -> str:
        width, height = self.size
        frames = []
        for k, (png, say) in enumerate(zip(self.pngs, self.says, strict=True), start=1):
            alt = f"{self.alt} Step {k} of {len(self.says)}."
            data = base64.b64encode(png).decode("ascii")
            frames.append(
                f'<li style="{STYLES["li"]}">'
                f'<img src="data:image/png;base64,{data}" alt="{escape(alt)}" '
                f'width="{width}" height="{height}" style="{STYLES["img"]}">'
                f"<p>{escape(say)}</p></li>"
            )
        strip = "\n".join(frames)
        return f'<div class="frames"><ol style="{STYLES["ol"]}">\n{strip}\n</ol></div>'

    def _repr_png_(self) -> bytes:
        return self.pngs[-1]

    def __repr__(self) -> str:
        return "\n".join(f"{k}. {say}" for k, say in enumerate(self.says, start=1))


def show_frames(
    pictures: Sequence[Picture] | Callable[[int], Picture],
    says: Sequence[str],
    alt: str,
) -> Frames:
    """Show pictures one after the other, with a sentence for each, beginning still on the first.

    Args:
        pictures: the frames, or a function that draws frame 0, 1, 2, ... They are cut to one size, and their
            greys share one scale, so that only what changes seems to move.
        says: a sentence of plain text for each frame; a reader who sees no picture has these.
        alt: what there is to see in every frame; the number of the step is added to it.

    Raises:
        ValueError: there are no frames, not as many pictures as sentences, an empty text, or over 250 kB.

    >>> from cnn_course.visualize import show_numbers
    >>> show_frames(lambda k: show_numbers([[k]]), ["None.", "One more."], alt="A number.")
    1. None.
    2. One more.
    """
    if callable(pictures):
        pictures = [pictures(k) for k in range(len(says))]
    _check(pictures, says, alt)
    _share_greys(pictures)
    box = Bbox.union([picture.get_tightbbox() for picture in pictures]).padded(PAD)
    size = round(box.width * CSS_PIXELS), round(box.height * CSS_PIXELS)
    frames = Frames([_png(picture, box) for picture in pictures], size, says, alt)
    if (length := len(frames._repr_html_().encode())) > LIMIT:
        raise ValueError(
            f"The {len(says)} frames take {length:,} bytes, and {LIMIT:,} is the limit: "
            "show fewer steps, or smaller pictures."
        )
    return frames


def show_step_so_far(
    image: ArrayLike,
    kernel: ArrayLike,
    output: ArrayLike,
    at: tuple[int, int],
    stride: int = 1,
) -> Picture:
    """Show one step as `visualize.show_step` does, with the answers that come after it left empty."""
    picture = show_step(image, kernel, output, at, stride)
    answers = picture.axes[-1]
    width = np.shape(output)[1]
    later = np.arange(np.size(output)) > at[0] * width + at[1]
    answers.images[0].set_data(np.ma.array(output, mask=later.reshape(-1, width)))
    for text, hidden in zip(answers.texts, later, strict=True):
        text.set_visible(not hidden)
    return picture


def spell_out(window: ArrayLike, kernel: ArrayLike) -> str:
    """Write the sum of products of a window and a kernel of the same shape as it is done by hand.

    >>> spell_out([[1, 2]], [[3, -4]])
    '1·3 + 2·(−4) = −5'
    """
    window, kernel = np.asarray(window), np.asarray(kernel)
    if window.shape != kernel.shape:
        raise ValueError(
            f"The window has the shape {window.shape} and the kernel {kernel.shape}: they must be equal."
        )
    pairs = zip(window.ravel(), kernel.ravel(), strict=True)
    terms = " + ".join(f"{_factor(a)}·{_factor(b)}" for a, b in pairs)
    return f"{terms} = {_number(np.sum(window * kernel))}"


def _number(value: float) -> str:
    return f"{value:g}".replace("-", "−")


def _factor(value: float) -> str:
    return f"({_number(value)})" if value < 0 else _number(value)


def _check(pictures: Sequence[Picture], says: Sequence[str], alt: str) -> None:
    if isinstance(says, str):
        raise ValueError(f"says must be a list of sentences, not one text: {says!r}.")
    if not len(says) or not len(pictures):
        raise ValueError("There are no frames to show.")
    if len(pictures) != len(says):
        raise ValueError(
            f"There are {len(pictures)} pictures and {len(says)} sentences: each picture needs one."
        )
    for k, say in enumerate(says):
        if not say.strip():
            raise ValueError(f"The sentence of frame {k} is empty.")
    if not alt.strip():
        raise ValueError("alt is empty: say what there is to see in every frame.")


def _share_greys(pictures: Sequence[Picture]) -> None:
    for same in zip(*(picture.axes for picture in pictures), strict=False):
        images = [image for axes in same for image in axes.images]
        # In colour, a number's own black or white was chosen for its cell's colour: leave both.
        if not images or any(image.get_cmap() is SIGNED for image in images):
            continue
        limits = [image.get_clim() for image in images]
        for image in images:
            image.set_clim(min(a for a, _ in limits), max(b for _, b in limits))


def _png(picture: Picture, box: Bbox) -> bytes:
    drawn, small = io.BytesIO(), io.BytesIO()
    with matplotlib.rc_context({"savefig.facecolor": "white"}):
        picture.savefig(drawn, format="png", dpi=DPI, bbox_inches=box)
    Image.open(drawn).convert("RGB").quantize(COLOURS).save(small, "png", optimize=True)
    return small.getvalue()
