"""Make the API page from docstrings that are written to be read as plain text.

Equations become code, types get the names that the package gives them, and names link to their entries.
"""

import re
from typing import Any

from docutils import nodes
from numpy.typing import ArrayLike, DTypeLike
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import make_refnode
from sphinx.util.typing import stringify_annotation

from cnn_course.arrays import Array
from cnn_course.shapes import Padding, Pair

# What autodoc writes for a name, and the name; a Pair is a part of a Padding, which therefore goes first.
NAMED = {
    stringify_annotation(kind, "smart"): name
    for name, kind in {
        "ArrayLike": ArrayLike,
        "DTypeLike": DTypeLike,
        "Array": Array,
        "Padding": Padding,
        "Pair": Pair,
    }.items()
}
ARRAY_OF = re.compile(
    r"~numpy\.ndarray\[tuple\[~typing\.Any, \.\.\.\], ~numpy\.dtype\[(.*?)\]\]"
)
OF_ANYTHING = "[~numpy._typing._array_like._ScalarT]"

# y[n, i] = ... up to a comma or the end of the sentence, but not inside brackets; "(Name 2012)" is no part.
LEFT = r"[A-Za-z][\w/]*²?(?:\[[^\]]*\]|\([^()]*\))? (?:[+-]?=|<-)\s"
GROUP = r"\((?![A-Z][a-z]+[ ,])(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\[[^\]]*\]"
STOP = rf"(?!\s+(?:{LEFT}|(?:where|which|and|in)\s|with\s+{LEFT}))"
EQUATION = re.compile(rf"(?<![\w`.]){LEFT}(?:{GROUP}|{STOP}[^()\[\];,.:]|[.:](?=\S))+")
NEXT_LINE = re.compile(r"``([;,]?)\n( *)``")


def mark_equations(text: str) -> str:
    """Return a docstring with its equations as code, apart from its examples and tables.

    >>> mark_equations("It adds: y[i] = a * x[i] + b, for each i (Gauss 1809).")
    'It adds: ``y[i] = a * x[i] + b``, for each i (Gauss 1809).'
    """
    blocks = re.split(r"(\n\s*\n)", text)
    return "".join(
        block
        if ">>>" in block or "===" in block
        else NEXT_LINE.sub(r"``\1\n\n\2``", EQUATION.sub(_as_code, block))
        for block in blocks
    )


def _as_code(found: re.Match[str]) -> str:
    whole = found[0]
    equation = whole.rstrip()
    return f"``{equation.replace('`', '')}``{whole[len(equation) :]}"


def short_types(text: str) -> str:
    """Return types as the package writes them: Array for a long name of NumPy's."""
    for written, name in NAMED.items():
        text = text.replace(written, name)
    return ARRAY_OF.sub(r"NDArray[\1]", text).replace(OF_ANYTHING, "")


def _mark_docstring(_app: Sphinx, *about: Any) -> None:
    lines = about[-1]
    lines[:] = mark_equations("\n".join(lines)).split("\n")


def _shorten(_app: Sphinx, *about: Any) -> tuple[str | None, str | None]:
    arguments, result = about[-2:]
    return arguments and short_types(arguments), result and short_types(result)


def _skip_fields(_app: Sphinx, _what: str, _name: str, member: Any, *_: Any) -> Any:
    # A named tuple's fields stand in its signature; what Python says of them is "Alias for field number 0".
    return True if type(member).__name__ == "_tuplegetter" else None


def _resolve(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.Element
) -> nodes.Element | None:
    """Find what a docstring calls `conv.conv2d`, or `conv2d` in another module; else show it as code."""
    if node.get("refdomain") != "py":
        return None
    end = f".{node['reftarget']}"
    found = {
        name: entry
        for name, entry in env.domaindata["py"]["objects"].items()
        if name.endswith(end) and not entry.aliased
    }
    if len(found) != 1:
        return content if node["reftype"] == "obj" else None
    ((name, entry),) = found.items()
    return make_refnode(
        app.builder, node["refdoc"], entry.docname, entry.node_id, content, name
    )


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx: docstrings are marked before napoleon reads their sections."""
    app.connect("autodoc-process-docstring", _mark_docstring, priority=400)
    app.connect("autodoc-process-signature", _shorten)
    app.connect("autodoc-skip-member", _skip_fields)
    app.connect("missing-reference", _resolve)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
