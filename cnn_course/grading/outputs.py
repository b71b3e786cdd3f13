"""What cells show, as the outputs of a notebook: texts and PNG pictures, nothing active."""

import base64
from typing import Any

from cnn_course.grading.session import CellRun
from cnn_course.grading.told import plain, told_of

TEXT = 20_000  # characters of an output that are kept


def outputs_of(run: CellRun) -> list[dict[str, Any]]:
    """Return what a student's cell showed as a notebook's outputs: texts and PNG pictures, nothing active."""
    found = []
    for kind, text in run.shown[:200]:
        if kind in ("stdout", "stderr"):
            found.append(stream_output(plain(text), kind))
        elif kind == "picture" and _is_png(text):
            data = {"image/png": text, "text/plain": "a picture"}
            found.append({"output_type": "display_data", "data": data, "metadata": {}})
        elif kind == "result":
            data = {"text/plain": plain(text)}
            found.append({"output_type": "display_data", "data": data, "metadata": {}})
    if run.error is not None:
        found.append(error_output(type(run.error).__name__, told_of(run.error)))
    return found


def stream_output(text: str, name: str = "stdout") -> dict[str, Any]:
    """Return a printed text as a notebook's output."""
    return {"output_type": "stream", "name": name, "text": text[:TEXT]}


def error_output(name: str, text: str) -> dict[str, Any]:
    """Return an error as a notebook's output."""
    text = text[:TEXT]
    return {
        "output_type": "error",
        "ename": plain(name),
        "evalue": text.splitlines()[0] if text else "",
        "traceback": text.splitlines(),
    }


def _is_png(text: str) -> bool:
    try:
        data = base64.b64decode(text[: 4 * 2**20], validate=True)
    except ValueError:
        return False
    return data.startswith(b"\x89PNG\r\n\x1a\n") and data.endswith(b"IEND\xaeB`\x82")
