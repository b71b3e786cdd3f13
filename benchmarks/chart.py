"""The chart of a result: each case a line, each contender a dot at its time as a multiple of PyTorch's.

It holds no words but the cases' names. What its caption has to say: the vertical line is PyTorch;
`MARKS` tells whose dots are whose; to the left of the line is faster, and each step of the axis is a factor.
"""

from pathlib import Path
from typing import Any

from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

from cnn_course.visualize import Picture

# contender -> marker, colour, filled; forms differ too, for eyes that mix up colours
MARKS = {
    "matrix product": ("|", "#808080", True),
    "textbook": ("s", "#808080", False),
    "tensorflow": ("D", "#3b82f6", False),
    "keras": ("D", "#3b82f6", False),
    "ours": ("o", "#ea580c", True),  # last, and so on top
}
TEXT = "#595959"  # 7:1 against white, which the book puts behind every picture
TICKS = (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)
WIDTH, LINE = 6.4, 0.3  # inches


def draw(rows: list[dict[str, Any]]) -> Picture:
    """Draw the rows that have a ratio to PyTorch.

    Raises:
        ValueError: no row has one.
    """
    rows = [row for row in rows if row["ratio"]]
    if not rows:
        raise ValueError("There is no ratio to draw: PyTorch was not measured.")
    picture = Picture(figsize=(WIDTH, LINE * len(rows) + 0.5), facecolor="none")
    axes = picture.add_subplot(facecolor="none")
    axes.axvline(1, color=TEXT, linewidth=1)
    for place, row in enumerate(rows):
        axes.axhline(place, color=TEXT, linewidth=0.5, alpha=0.35, zorder=0)
        for name, (marker, colour, filled) in MARKS.items():
            if name in row["ratio"]:
                axes.plot(
                    row["ratio"][name],
                    place,
                    marker,
                    color=colour,
                    markerfacecolor=colour if filled else "none",
                    markersize=7,
                    markeredgewidth=1.5,
                )
    _label(axes, [row["name"] for row in rows])
    picture.tight_layout(pad=0.3)
    return picture


def save(rows: list[dict[str, Any]], path: Path) -> None:
    """Write the chart as SVG, transparent."""
    path.write_text(draw(rows)._repr_svg_(), encoding="utf-8")


def _label(axes: Axes, names: list[str]) -> None:
    axes.set_xscale("log")
    axes.xaxis.set_major_locator(FixedLocator(TICKS))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: f"{x:g}×"))
    axes.set_yticks(range(len(names)), names)
    axes.invert_yaxis()
    axes.tick_params(colors=TEXT, labelcolor=TEXT, labelsize=11, length=0)
    for spine in axes.spines.values():
        spine.set_visible(False)
