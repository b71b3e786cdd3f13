"""Join what a cell prints before the notebook's renderer does.

A kernel sends printed text in pieces, and a busy machine cuts in the middle of a line; myst-nb strips each
piece and puts a line break after it, so that a page differed from build to build.
"""

from typing import Any

import myst_nb.core.render
from sphinx.application import Sphinx

merge = myst_nb.core.render.coalesce_streams


def joined(outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return a cell's outputs with one for all that went to a stream, nothing added or taken away."""
    found: list[dict[str, Any]] = []
    streams: dict[str, dict[str, Any]] = {}
    for output in outputs:
        name = output["name"] if output["output_type"] == "stream" else None
        if name in streams:
            streams[name]["text"] += output["text"]
            continue
        found.append(output)
        if name is not None:
            streams[name] = output
    return found


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx."""
    myst_nb.core.render.coalesce_streams = lambda outputs: merge(joined(outputs))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
