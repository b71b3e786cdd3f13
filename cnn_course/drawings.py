"""Networks drawn to scale from the tables of `cnn_course.architectures`, in the style of `visualize`.

Blue is for convolutions (light blue for Inception blocks), orange for pooling, dark grey for dense layers and
distances, light grey for what goes in and what is left. Pictures are narrow enough to be read on a telephone.
"""

from collections.abc import Callable, Collection, Sequence
from math import prod, sqrt
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from cnn_course import costs
from cnn_course.architectures import Architecture, Row, branches
from cnn_course.visualize import GRID, Picture

WIDTH = 4.8  # inches; a telephone shows the picture at three quarters of its size
POINTS = 10  # of the numbers
LETTER = 0.09  # inches: about as wide as a digit of that size
LINE = 0.2  # inches: as high as a line of text
GAP = 0.16  # inches between neighbours
TALLEST, WIDEST = 1.2, 1.5  # inches of the largest map and of the most channels
LEVELS = (
    3.2,
    2.65,
    1.65,
    0.5,
)  # inches: the tops of a block's input, two layers and output
PIXEL = 0.13  # inches of one pixel of a window

BLUE, LIGHT_BLUE, ORANGE = "#1d4ed8", "#93c5fd", "#ea580c"
DARK, LIGHT = "#334155", "#e2e8f0"
COLOURS = {
    **{"conv": BLUE, "inception": LIGHT_BLUE, "dense": DARK, "rbf": DARK},
    **dict.fromkeys(("max_pool", "average_pool", "subsampling"), ORANGE),
}

Pair = tuple[float, float]  # horizontal, vertical
SCALES: dict[str, Callable[[float], float]] = {"sqrt": sqrt, "linear": float}
# These keep the shape, so that a box would only repeat the one before it.
SAME_SHAPE = ("lrn", "dropout")


class _Box(NamedTuple):
    """A layer's output: its kind, its sides in inches, and the numbers above and below it."""

    kind: str
    height: float
    width: float
    above: str
    below: str

    @property
    def slot(self) -> float:
        """The width that the box and its numbers need."""
        return max(self.width, LETTER * max(len(self.above), len(self.below))) + GAP


def show_architecture(
    table: Architecture, scale: str = "sqrt", skip: Collection[str] = SAME_SHAPE
) -> Picture:
    """Draw the input of a network and each layer's output as boxes, from left to right, in lines.

    A box is as high as its maps and as wide as it has channels; a dense layer is a map of one pixel. The
    numbers are the channels (above) and the height of the maps (below; height × width if these differ). All
    boxes of a picture have one scale for heights and one for widths.

    Args:
        scale: "sqrt" makes four times as many channels twice as wide, so that 3 and 4,096 find room in one
            picture; "linear" makes them four times as wide.
        skip: kinds of rows to leave out.

    Raises:
        ValueError: there is no such scale, or a row does not take what the row before it gives.
    """
    if scale not in SCALES:
        raise ValueError(f"scale must be one of {', '.join(SCALES)}, not {scale!r}.")
    lines = _wrapped(_boxes(table, SCALES[scale], skip))
    heights = [max(box.height for box in line) + 2 * LINE + GAP for line in lines]
    axes, top = _sheet(sum(heights)), sum(heights)
    for line, height in zip(lines, heights, strict=True):
        _draw_line(axes, line, top - height / 2)
        top -= height
    return axes.figure


def show_bars(table: Architecture, what: str = "parameters") -> Picture:
    """Draw one horizontal bar for each layer that has any of a cost, with its name and the number.

    The scale is linear. The names are those of the table's rows.

    Args:
        what: "parameters", "macs" (multiply-accumulates for one image) or "activations" (the numbers that
            a layer gives for one image).

    Raises:
        ValueError: there is no such cost, no layer has any of it, or rows do not fit together.
    """
    bars = [bar for bar in _bars(table, what) if bar[2]]
    if not bars:
        raise ValueError(f"No layer of {table.name} has {what}.")
    left = LETTER * max(len(name) for name, _, _ in bars) + GAP
    most = max(value for _, _, value in bars)
    room = WIDTH - left - GAP - LETTER * len(f"{most:,}")
    axes = _sheet(len(bars) * (LINE + 0.08))
    for place, (name, kind, value) in enumerate(reversed(bars)):
        y, width = place * (LINE + 0.08), room * value / most
        _text(axes, left - GAP / 2, y + LINE / 2, name, "right")
        _rectangle(axes, (left, y), (width, LINE), kind)
        _text(axes, left + width + GAP / 2, y + LINE / 2, f"{value:,}", "left")
    return axes.figure


def show_block(row: Row) -> Picture:
    """Draw an Inception block from top to bottom: its input, the four branches side by side, its output.

    A box is as wide as it has channels (linear; the number is above it, or below the output), and a layer's
    is as high as its window, 1, 3 or 5. The output is the last boxes of the branches, put side by side.

    Raises:
        ValueError: the row is no Inception block.
    """
    if row.kind != "inception":
        raise ValueError(
            f"show_block draws rows of kind 'inception'; {row.name} is {row.kind!r}."
        )
    stacks = list(branches(row).values())
    widest = [max(layer.outputs for layer in stack) for stack in stacks]
    most = max(sum(widest), row.inputs, row.outputs)
    unit = (WIDTH - len(stacks) * (3 * LETTER + GAP)) / most
    axes = _sheet(LEVELS[0] + LINE)
    (middle,) = _block_end(axes, [("input", row.inputs)], unit, LEVELS[0])
    last = [(stack[-1].kind, stack[-1].outputs) for stack in stacks]
    ends = _block_end(axes, last, unit, LEVELS[-1])
    left = 0.0
    for stack, channels, end in zip(stacks, widest, ends, strict=True):
        slot = max(unit * channels, 3 * LETTER) + GAP
        x, left = left + slot / 2, left + slot
        turns = LEVELS[0] - LINE, LEVELS[1] + LINE, LEVELS[2] - 5 * PIXEL, LEVELS[3]
        axes.plot((middle, x, x, end), turns, color=GRID, linewidth=1.2, zorder=0)
        for layer, top in zip(reversed(stack), LEVELS[2:0:-1], strict=False):
            _draw_layer(axes, layer, unit, (x, top))
    return axes.figure


def _boxes(
    table: Architecture, scale: Callable[[float], float], skip: Collection[str]
) -> list[_Box]:
    rows = zip(table.rows, costs.layer_costs(table), strict=True)
    outputs = [("input", table.input_shape)]
    outputs += [(row.kind, cost.output_shape) for row, cost in rows]
    # A dense layer is a map of one pixel.
    maps = [((1, 1, *shape)[-3:], kind) for kind, shape in outputs if kind not in skip]
    tallest = TALLEST / scale(max(h for (h, _, _), _ in maps))
    widest = WIDEST / scale(max(c for (_, _, c), _ in maps))
    return [
        _Box(kind, tallest * scale(h), widest * scale(c), f"{c:,}", _size(h, w))
        for (h, w, c), kind in maps
    ]


def _size(h: int, w: int) -> str:
    return f"{h}" if h == w else f"{h}×{w}"


def _wrapped(boxes: Sequence[_Box]) -> list[list[_Box]]:
    """Deal boxes out to lines that are no wider than the page."""
    lines: list[list[_Box]] = [[]]
    for box in boxes:
        if lines[-1] and sum(b.slot for b in (*lines[-1], box)) > WIDTH:
            lines.append([])
        lines[-1].append(box)
    return lines


def _draw_line(axes: Axes, line: Sequence[_Box], middle: float) -> None:
    left, ends = 0.0, sum(box.slot for box in line)
    axes.plot((0, ends), (middle, middle), color=GRID, linewidth=1.2, zorder=0)
    for box in line:
        x, bottom = left + box.slot / 2, middle - box.height / 2
        at = x - box.width / 2, bottom
        _rectangle(axes, at, (box.width, box.height), box.kind)
        _text(axes, x, bottom + box.height + LINE / 2, box.above)
        _text(axes, x, bottom - LINE / 2, box.below)
        left += box.slot


def _bars(table: Architecture, what: str) -> list[tuple[str, str, int]]:
    """Return (name, kind, value) of each row."""
    counts: dict[str, Callable[[costs.Cost], int]] = {
        "parameters": lambda cost: cost.parameters,
        "macs": lambda cost: cost.macs,
        "activations": lambda cost: prod(cost.output_shape),
    }
    if what not in counts:
        raise ValueError(f"what must be one of {', '.join(counts)}, not {what!r}.")
    pairs = zip(table.rows, costs.layer_costs(table), strict=True)
    return [(row.name, row.kind, counts[what](cost)) for row, cost in pairs]


def _block_end(
    axes: Axes, parts: Sequence[tuple[str, int]], unit: float, top: float
) -> list[float]:
    """Draw what goes into a block or comes out of it, and return where the middle of each part is."""
    channels, middles = sum(count for _, count in parts), []
    left = (WIDTH - unit * channels) / 2
    for kind, count in parts:
        at = left, top - LINE
        _rectangle(axes, at, (unit * count, LINE), kind, edge="white")
        middles.append(left + unit * count / 2)
        left += unit * count
    y = top + LINE / 2 if len(parts) == 1 else top - 1.5 * LINE
    _text(axes, WIDTH / 2, y, f"{channels:,}")
    return middles


def _draw_layer(axes: Axes, layer: Row, unit: float, at: Pair) -> None:
    """Draw a layer of a branch below a point, and its channels above the point."""
    (x, top), width, height = at, unit * layer.outputs, PIXEL * layer.kernel
    _rectangle(axes, (x - width / 2, top - height), (width, height), layer.kind)
    number = _text(axes, x, top + LINE / 2, f"{layer.outputs:,}")
    number.set_bbox({"facecolor": "white", "edgecolor": "none", "pad": 1})


def _sheet(height: float) -> Axes:
    """Return the axes of a new picture, in inches from its lower left corner."""
    picture = Picture(figsize=(WIDTH, height))
    axes = picture.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, WIDTH), ylim=(0, height))
    axes.set_axis_off()
    return axes


def _rectangle(
    axes: Axes, at: Pair, size: Pair, kind: str, edge: str | None = None
) -> None:
    colour = COLOURS.get(kind, LIGHT)
    edge = edge or (GRID if colour == LIGHT else colour)
    axes.add_patch(
        Rectangle(at, *size, facecolor=colour, edgecolor=edge, linewidth=0.8)
    )


def _text(axes: Axes, x: float, y: float, text: str, side: str = "center") -> Text:
    return axes.text(x, y, text, ha=side, va="center", fontsize=POINTS, color="black")
