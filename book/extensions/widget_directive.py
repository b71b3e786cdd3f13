r"""Widgets in the anywidget form (https://anywidget.dev) on Jupyter Book 1, written as version 2 has them.

    ```{anywidget} ../cnn_course/widgets/modules/kernel_painter.js
    :css: ../cnn_course/widgets/modules/kernel_painter.css
    {"image": "Ankle boot", "kernel": "identity", "at": [3, 5]}
    ```

    :::{admonition} Where scripts are off
    :class: widget-fallback
    What the picture below shows.
    :::

The argument is an ES module, relative to the page, whose default export has `render({model, el})`; the body
is the model's state in JSON. The body cannot hold anything else, because version 2 reads all of it as JSON:
what stands in for the widget where scripts are off follows it, as one block or several of the class
`widget-fallback`, or as code cells with that tag. `assets/host.js` hides them when the widget is shown;
version 2 shows them below it.

Each widget and all it imports become one classic script, `_static/bundles/NAME.js`, and the styles of a
page's widgets one stylesheet, `_static/bundles/PAGE.css` (`cnn_course.widgets.bundle`). In a notebook
`cnn_course.widgets.show` shows the same.
"""

import json
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from cnn_course.widgets.bundle import expression, stylesheet


class Widget(nodes.General, nodes.Element):
    """A widget's place on a page: its ES module, its stylesheet or None, and its state."""


class AnyWidget(SphinxDirective):
    """Put a widget here."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = {"css": directives.unchanged, "class": directives.class_option}  # noqa: RUF012

    def run(self) -> list[nodes.Node]:
        """Return the widget's place.

        Raises:
            docutils.utils.SystemMessage: a file is missing, or the body is not an object in JSON.
        """
        try:
            state = json.loads("\n".join(self.content) or "{}")
        except ValueError as error:
            raise self.error(
                f"The body of {{anywidget}} is not JSON: {error}"
            ) from None
        if not isinstance(state, dict):
            raise self.error("The body of {anywidget} is not an object: {...}.")
        css = self.options.get("css")
        return [
            Widget(
                module=self._file(self.arguments[0]),
                css=css and self._file(css),
                state=state,
                classes=self.options.get("class", []),
            )
        ]

    def _file(self, name: str) -> str:
        _, path = self.env.relfn2path(name)
        if not Path(path).is_file():
            raise self.error(f"{{anywidget}} finds no file {path}.")
        self.env.note_dependency(path)
        return path


def _add_files(
    app: Sphinx, page: str, _template: str, _context: dict[str, Any], tree: Any
) -> None:
    """Write what a page's widgets need, and put it on that page and on no other."""
    widgets = list(tree.findall(Widget)) if tree else []
    if not widgets:
        return
    folder = Path(app.outdir, "_static", "bundles")
    folder.mkdir(parents=True, exist_ok=True)
    for module in {Path(widget["module"]): None for widget in widgets}:
        place = f"(globalThis.anywidgets ??= {{}}).{module.stem}"
        script = f"{place} = {expression(module)};\n"
        (folder / module.name).write_text(script, encoding="utf-8")
        app.add_js_file(f"bundles/{module.name}", loading_method="defer")
    # One for all widgets of a page: what two of them import must not come after what is said of the first.
    sheets = [Path(widget["css"]) for widget in widgets if widget["css"]]
    name = f"{page.replace('/', '_')}.css"
    (folder / name).write_text(stylesheet(*sheets), encoding="utf-8")
    app.add_css_file(f"bundles/{name}")
    app.add_js_file("host.js", loading_method="defer")


def _show(self: Any, node: Widget) -> None:
    names = " ".join(["anywidget", *node["classes"]])
    state = escape(json.dumps(node["state"], ensure_ascii=False))
    self.body.append(
        f'<div class="{names}" data-widget="{Path(node["module"]).stem}" data-state="{state}"></div>\n'
    )
    raise nodes.SkipNode


def _skip(_self: Any, _node: nodes.Node) -> None:
    raise nodes.SkipNode  # elsewhere stands what follows it


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx."""
    other: dict[str, Any] = dict.fromkeys(("latex", "text", "man"), (_skip, None))
    app.add_node(Widget, html=(_show, None), **other)
    app.add_directive("anywidget", AnyWidget)
    app.connect("html-page-context", _add_files)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
