"""A graded notebook, for the tests of feedback and of class reports.

Ben's second assignment has every state: right, partly, wrong, not judged, waiting, changed by a person.
"""

import base64
import copy
import functools
import io
from typing import Any

import matplotlib.pyplot as plt
import nbformat
import numpy as np
from numpy.typing import NDArray

from cnn_course.grading.feedback import Grade
from cnn_course.grading.results import Example, Flag, Graded, Table, Verdict
from tests import scripts
from tests.test_exercises import EXERCISES

sample_class = scripts.load("exercises/sample_class.py")

NAME = "02_convolution"
WRONG_ESSAY = (
    "1. A convolution looks at **near** pixels only.\n"
    "2. It uses the same weights `w` everywhere, see [here](http://example.org)."
)


@functools.cache
def png(width: int = 4, height: int = 3) -> str:
    figure = plt.figure(figsize=(width, height))
    figure.gca().imshow(np.arange(12).reshape(3, 4), cmap="gray")
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=80)
    plt.close(figure)
    return base64.b64encode(buffer.getvalue()).decode()


def table(name: str, array: NDArray, wrong: NDArray | None = None) -> Table:
    marks = np.zeros(array.shape, bool) if wrong is None else wrong
    plane, marks = np.atleast_2d(array.squeeze()), np.atleast_2d(marks.squeeze())
    return Table(
        name,
        f"shape {array.shape}, {array.dtype}",
        [[f"{number:.4g}" for number in row] for row in plane],
        marks.tolist(),
    )


def missing_bias() -> Example:
    x = np.array([[1.2, -0.4, 3.1, 0.5], [2, 1.1, -4.9, 0], [0.3, 3, 1, -2]])
    x = x.astype(np.float32).reshape(1, 3, 4, 1)
    w = np.array([[1, 2], [0, -3]], np.float32).reshape(2, 2, 1, 1)
    yours = np.array([[-2.9, 20.5, 4.1], [-4.8, -11.7, 1.1]], np.float32)
    b = np.array([-0.7], np.float32)
    given = [table("x", x), table("w", w), table("b", b)]
    return Example(
        "one image, one channel, one filter",
        given,
        table("yours [0, :, :, 0]", yours, yours < 99),
        table("target [0, :, :, 0]", yours + b),
    )


def wraps_around() -> Example:
    image = np.array([[1, 2, 3, 4, 5], [6, 7, 8, 9, 1], [2, 3, 4, 5, 6]], np.float32)
    image = np.vstack([image, image[:1] - 7.5])
    yours = np.roll(image, (1, 2), axis=(0, 1))
    target = np.zeros_like(image)
    target[1:, 2:] = image[:-1, :-2]
    given = [table("image", image), Table("down", "1"), Table("right", "2")]
    return Example(
        "down by 1 and right by 2",
        given,
        table("yours", yours, yours != target),
        table("target", target),
    )


LAYER_CASES = [
    "two images",
    "three images, wider than high",
    "filters of 1 by 1",
    "float64",
]
STOPPED = (
    "It stops with IndexError: index 4 is out of bounds for axis 1 with size 4\n"
    "in convolve, line 12: y[i, j] = np.sum(x[i : i + kh, j : j + kw] * w)"
)

VERDICTS = [
    Verdict("check-by_hand", 1, 1, "right"),
    Verdict(
        "check-convolve",
        2,
        3,
        "partly",
        "It stops with an error, shown below.",
        ["two channels", "one channel", "float64"],
        "",
        Example("a filter of 2 by 4", [Table("x", "shape (5, 7, 2), float32")], None, None, STOPPED),
        "SECRET numbers",
        0.31,
    ),
    Verdict(
        "check-conv2d",
        0,
        4,
        "wrong",
        "The bias is missing: filter f adds `b[f]`.",
        [],
        "The bias is missing.",
        missing_bias(),
        "SECRET numbers",
        1.25,
    ),
    Verdict("check-feature_maps", None, 2, "unjudged", "It did not end within 20 seconds."),
    Verdict(
        "check-shift",
        1,
        2,
        "partly",
        "What leaves on one side comes back on the other. Zeros should come in.",
        ["no shift"],
        "What leaves on one side comes back on the other.",
        wraps_around(),
    ),
    Verdict("check-claims", 2, 2, "right", "", ["same kernel everywhere", "dense layer follows"]),
    Verdict("essay-why_so_few", None, 2, "person"),
]  # fmt: skip


def stream(text: str) -> dict[str, Any]:
    return {"output_type": "stream", "name": "stdout", "text": text}


def picture(data: str) -> dict[str, Any]:
    data = {"image/png": data, "text/plain": "<Figure>"}
    return {"output_type": "display_data", "data": data, "metadata": {}}


def error(name: str, value: str, traceback: list[str]) -> dict[str, Any]:
    return {
        "output_type": "error",
        "ename": name,
        "evalue": value,
        "traceback": traceback,
    }


def notebook() -> dict[str, Any]:
    """Ben's second assignment, with two cells of his own."""
    return copy.deepcopy(_notebook())


@functools.cache
def _notebook() -> dict[str, Any]:
    source = nbformat.read(EXERCISES / "source" / NAME / f"{NAME}.ipynb", 4)
    made = sample_class.mistaken(source, sample_class.BENS_MISTAKES[NAME])
    cells = {cell.id: cell for cell in made.cells}
    cells["essay-why_so_few"].source = WRONG_ESSAY
    cells["given-3"].outputs = [picture(png())]
    cells["answer-claims"].outputs = [stream("moved answer: True\ndense: False\n")]
    cells["answer-further"].outputs = [picture(png(8, 2))]
    own = nbformat.v4.new_code_cell("convolve(np.ones((3, 3)), np.ones((2, 2)))")
    frames = ["\x1b[31mTraceback\x1b[0m", "  File x, line 1"]
    own.outputs = [error("ValueError", "not enough values to unpack", frames)]
    note = nbformat.v4.new_markdown_cell("# A thought\n\nDo I flip the kernel?")
    place = [cell.id for cell in made.cells].index("check-convolve")
    made.cells[place:place] = [note, own]
    return made


def graded(**changes: Any) -> Graded:
    fields = {
        "assignment": NAME,
        "student": "ben",
        "seed": 987654321,
        "submission": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "verdicts": VERDICTS,
        "flags": [Flag("reads", "The cell under part 2 looks for files with `os.listdir`.")],
        "notes": ["The check of part 3 had been changed; it was put back."],
        "seconds": 4.2,
        "notebook": notebook(),
    }  # fmt: skip
    return Graded(**(fields | changes))


GRADES = {
    "check-by_hand": Grade(1, 1, False, False, ""),
    "check-convolve": Grade(2, 3, False, False, ""),
    "answer-convolve": Grade(0, 0, False, False, "Clean loops. Try `w.shape` for KW."),
    "check-conv2d": Grade(0, 4, False, False, ""),
    "check-feature_maps": Grade(0, 2, False, True, ""),
    "check-shift": Grade(1.5, 2, True, False, "Half a point back: the idea is right."),
    "check-claims": Grade(2, 2, False, False, ""),
    "essay-why_so_few": Grade(0, 2, False, True, ""),
}
