"""The book's widgets in a notebook: what you choose in one, Python reads, and the other way round.

    from cnn_course import widgets

    painter = widgets.show("kernel_painter", image="Ankle boot", kernel="identity")
    painter

In a cell below it, ``painter.kernel`` is the kernel that you chose or typed, and ``painter.at = [3, 5]``
moves the window. A list is set as a whole: ``painter.at[0] = 4`` changes nothing on the screen.

The package ``anywidget`` (https://anywidget.dev) connects the two; nothing else of this course needs it.
The book's pages show the same modules (``modules/``); ``states.json`` has the state of each on the first
page with it, and null for what a page leaves out.
"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cnn_course.widgets import bundle

if TYPE_CHECKING:
    import anywidget

STATES = Path(__file__).with_name("states.json")


def names() -> list[str]:
    """Return the names of the widgets.

    >>> "kernel_painter" in names()
    True
    """
    return sorted(_states())


def show(name: str, **state: Any) -> "anywidget.AnyWidget":
    """Return a widget of the book, which a notebook shows as the value of a cell.

    Args:
        name: one of `names()`, such as ``"kernel_painter"``.
        **state: what it shows at first; what is left out is as in the book. All of the state are
            attributes of the widget, and the same in Python and on the screen. None stands for
            what the widget itself begins with.

    Raises:
        ValueError: there is no widget of this name.
        TypeError: its state has no part of this name.
        ModuleNotFoundError: the package ``anywidget`` is not installed.
    """
    start = _states().get(name)
    if start is None:
        raise ValueError(f"There is no widget {name!r}; there are {_listed(names())}.")
    if unknown := state.keys() - start.keys():
        raise TypeError(
            f"The state of {name} has no {_listed(unknown)}; it has {_listed(start)}."
        )
    try:
        import anywidget  # noqa: PLC0415 - only here is it needed
        from traitlets import Any as Anything  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            "A widget needs the package anywidget: run `%pip install anywidget` in a cell, "
            "then load the notebook's page again.",
            name=error.name,
        ) from error
    parts = {
        "__module__": __name__,
        "_esm": bundle.for_notebooks(name),
        "_css": bundle.stylesheet(*sorted(bundle.MODULES.glob("*.css"))),
        **{key: Anything(value).tag(sync=True) for key, value in start.items()},
    }
    return type(name, (anywidget.AnyWidget,), parts)(
        _dom_classes=("cnn-course",), **state
    )


def _states() -> dict[str, dict[str, Any]]:
    """Return the state that each widget has at first."""
    return json.loads(STATES.read_text(encoding="utf-8"))


def _listed(words: Any) -> str:
    return ", ".join(sorted(words))
