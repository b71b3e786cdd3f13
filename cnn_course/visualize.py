"""Every picture of the book, drawn without words in it: the caption says what there is to see.

Each function returns a `Picture`, which a notebook shows when it ends a cell.
Grey is for images, from black to white; blue to white to orange is for signed numbers, with white at zero.
"""

import ast
import inspect
import io
import textwrap
from collections.abc import Callable, Sequence
from typing import Any

import matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, Normalize
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import ArrayLike, NDArray

WINDOW = "#c2410c"  # outlines; at least 5:1 against white
GRID = "#94a3b8"
# Blue and orange stay apart for eyes that mix up red and green.
SIGNED = LinearSegmentedColormap.from_list("signed", ["#1d4ed8", "#ffffff", "#ea580c"])
WIDTH = 6.4  # inches: as wide as a page's column; a telephone shows it at half size
DARK = 0.5  # lightness below which a number on a cell is written in white

Window = tuple[int, int, int, int]  # top row, left column, height, width


class Picture(Figure):
    """A figure that draws itself as SVG: sharp at any size, the same bytes on every run."""

    def _repr_svg_(self) -> str:
        buffer = io.StringIO()
        with matplotlib.rc_context({"svg.hashsalt": "cnn-course"}):
            self.savefig(
                buffer,
                format="svg",
                bbox_inches="tight",
                pad_inches=0.05,
                metadata={"Date": None},
            )
        return buffer.getvalue()


class Source:
    """Python source that a notebook and the book show as a code block, in their own colours."""

    def __init__(self, text: str) -> None:
        self.text = text

    def _repr_markdown_(self) -> str:
        return f"```python\n{self.text}\n```"

    def __repr__(self) -> str:
        return self.text


def show_source(thing: Callable[..., Any] | type, docstring: bool = False) -> Source:
    """Show how a function or class of the package is written, without its docstring unless asked.

    >>> from cnn_course.datasets import one_hot
    >>> print(str(show_source(one_hot)).splitlines()[0])
    def one_hot(labels: NDArray[np.integer], classes: int) -> NDArray[np.float32]:
    """
    text = textwrap.dedent(inspect.getsource(thing)).rstrip()
    body = ast.parse(text).body[0]
    # Asked of the source: a NamedTuple has a docstring that nobody wrote.
    if not docstring and ast.get_docstring(body) and len(body.body) > 1:
        first = body.body[0]
        lines = text.splitlines()
        text = "\n".join(lines[: first.lineno - 1] + lines[first.end_lineno :])
    return Source(text)


def when_written(make: Callable[[], Any]) -> Any:
    """Return what ``make`` makes, or say that an exercise it needs is not written yet.

    >>> def unwritten():
    ...     raise NotImplementedError()
    >>> when_written(unwritten)
    This works when the parts above are written.
    """
    try:
        return make()
    except NotImplementedError:
        print("This works when the parts above are written.")


def show_images(
    images: Sequence[ArrayLike] | NDArray,
    columns: int = 4,
    signed: bool = False,
    windows: Sequence[Window | None] = (),
) -> Picture:
    """Show images (H, W), (H, W, 1) or colour (H, W, 3) side by side, all on one scale of brightness.

    With ``signed``, zero is white, positive orange and negative blue; ``windows`` are outlined as in
    `show_numbers`.
    """
    images = [_squeeze(image) for image in images]
    if not images:
        raise ValueError("There are no images to show.")
    grey = [image for image in images if image.ndim == 2]
    norm = _norm(grey, signed) if grey else None
    columns = min(columns, len(images))
    rows = -(-len(images) // columns)
    side = min(WIDTH / columns, 2.4)
    picture = Picture(figsize=(side * columns, side * rows))
    for place, image in enumerate(images):
        axes = picture.add_subplot(rows, columns, place + 1)
        cmap = SIGNED if signed else "gray"
        axes.imshow(image, cmap=cmap, norm=norm if image.ndim == 2 else None)
        if place < len(windows) and windows[place] is not None:
            _outline(axes, windows[place], image.shape[:2])
        _frame(axes)
    picture.tight_layout(pad=0.4)
    return picture


def show_numbers(
    *arrays: ArrayLike,
    windows: Sequence[Window | None] = (),
    signed: bool = False,
    size: float = 0.42,
) -> Picture:
    """Show small arrays (H, W) as grids of numbers, side by side.

    Args:
        windows: for each array the window (top, left, height, width) to outline, or None.
        signed: colour by sign, white at zero, instead of black to white.
        size: a cell's side in inches; the whole is never wider than the page.
    """
    grids = [_grid(array) for array in arrays]
    widths = [grid.shape[1] for grid in grids]
    gap = 0.6  # in cells
    cells = sum(widths) + gap * (len(grids) - 1)
    size = min(size, WIDTH / cells)
    height = max(grid.shape[0] for grid in grids)
    picture = Picture(figsize=(size * cells, size * height))
    left = 0.0
    for place, grid in enumerate(grids):
        h, w = grid.shape
        box = (left / cells, (height - h) / 2 / height, w / cells, h / height)
        axes = picture.add_axes(box)
        _numbers(axes, grid, signed, points=size * 72)
        if place < len(windows) and windows[place] is not None:
            _outline(axes, windows[place], grid.shape)
        left += w + gap
    return picture


def show_step(
    image: ArrayLike,
    kernel: ArrayLike,
    output: ArrayLike,
    at: tuple[int, int],
    stride: int = 1,
) -> Picture:
    """Show one step of a convolution: the window on the image, the kernel, and the output cell it fills.

    ``image`` is padded already; ``at`` is the (row, column) of the output cell.
    """
    kh, kw = np.shape(kernel)
    row, column = at
    return show_numbers(
        image,
        kernel,
        output,
        windows=[(row * stride, column * stride, kh, kw), None, (row, column, 1, 1)],
    )


def show_responses(
    image: ArrayLike,
    kernels: Sequence[ArrayLike],
    responses: Sequence[ArrayLike],
    signed: bool = True,
) -> Picture:
    """Show, for each kernel, a row: the image, the kernel's numbers, its response on a scale of its own."""
    picture = Picture(figsize=(WIDTH * 0.8, WIDTH * 0.8 / 3 * len(kernels)))
    grey = _norm([np.asarray(image)], signed=False)
    for row, (kernel, response) in enumerate(zip(kernels, responses, strict=True)):
        first, middle, last = (
            picture.add_subplot(len(kernels), 3, 3 * row + k) for k in (1, 2, 3)
        )
        first.imshow(image, cmap="gray", norm=grey)
        _numbers(middle, _grid(kernel), signed=True, points=WIDTH * 0.8 / 3 * 72 / 3.6)
        norm = _norm([np.asarray(response)], signed)
        last.imshow(response, cmap=SIGNED if signed else "gray", norm=norm)
        _frame(first)
        _frame(last)
    picture.tight_layout(pad=0.4)
    return picture


def _squeeze(image: ArrayLike) -> NDArray:
    image = np.asarray(image)
    if image.size == 0 or (image.ndim != 2 and image.shape[2:] not in {(1,), (3,)}):
        raise ValueError(
            f"An image must be (H, W), (H, W, 1) or (H, W, 3), but its shape is {image.shape}."
        )
    return image[..., 0] if image.shape[2:] == (1,) else image


def _grid(array: ArrayLike) -> NDArray:
    grid = np.asarray(array)
    if grid.ndim != 2 or grid.size == 0:
        raise ValueError(
            f"A grid of numbers must have the axes (H, W), but its shape is {grid.shape}."
        )
    return grid


def _norm(images: Sequence[NDArray], signed: bool) -> Normalize:
    low, high = min(i.min() for i in images), max(i.max() for i in images)
    if not np.isfinite([low, high]).all():
        raise ValueError(
            f"There is no colour for {low} to {high}: look for nan and inf."
        )
    if signed:
        high = max(abs(float(low)), abs(float(high))) or 1.0
        low = -high
    elif low == high:  # black for zero, white for anything brighter
        low, high = (0, high) if high > 0 else (low, low + 1)
    return Normalize(low, high)


def _numbers(axes: Axes, grid: NDArray, signed: bool, points: float) -> None:
    norm = _norm([grid], signed)
    # Plain numbers are written on light greys, so that a grid of them stays easy to read.
    cmap = (
        SIGNED
        if signed
        else LinearSegmentedColormap.from_list("light", ["#e2e8f0", "#ffffff"])
    )
    axes.imshow(grid, cmap=cmap, norm=norm)
    texts = [_text(value) for value in grid.ravel()]
    points = min(0.42 * points, 1.15 * points / max(map(len, texts)))
    for text, (i, j), value in zip(
        texts, np.ndindex(grid.shape), grid.ravel(), strict=True
    ):
        r, g, b, _ = cmap(norm(value))
        colour = "white" if 0.299 * r + 0.587 * g + 0.114 * b < DARK else "black"
        axes.text(
            j,
            i,
            text.replace("-", "−"),
            ha="center",
            va="center",
            fontsize=points,
            color=colour,
        )
    for i, j in np.ndindex(grid.shape):
        axes.add_patch(
            Rectangle(
                (j - 0.5, i - 0.5), 1, 1, fill=False, edgecolor=GRID, linewidth=0.8
            )
        )
    _frame(axes)


def _text(value: float) -> str:
    # Whole numbers in full: three digits of 1020, a Sobel kernel's largest answer, would be 1.02e+03.
    digits = max(3, len(str(abs(int(value)))))
    value = float(value) + 0.0  # turns -0 to 0
    return np.format_float_positional(
        value, precision=digits, unique=False, fractional=False, trim="-"
    )


def _outline(axes: Axes, window: Window, shape: tuple[int, int]) -> None:
    top, left, height, width = window
    if min(top, left) < 0 or top + height > shape[0] or left + width > shape[1]:
        raise ValueError(
            f"The window {window} (top, left, height, width) lies outside the grid of {shape}."
        )
    box = Rectangle(
        (left - 0.5, top - 0.5),
        width,
        height,
        fill=False,
        edgecolor=WINDOW,
        linewidth=3,
    )
    box.set_clip_on(False)
    axes.add_patch(box)


def _frame(axes: Axes) -> None:
    axes.set_xticks([])
    axes.set_yticks([])
    for spine in axes.spines.values():
        spine.set_edgecolor(GRID)
