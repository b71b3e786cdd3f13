"""What an attack fills: a student's submission, which starts as the released notebook."""

import json
import textwrap
from copy import deepcopy
from pathlib import Path
from typing import Any

ASSIGNMENT = "02_convolution"
FILE = f"{ASSIGNMENT}.ipynb"
MARKS = ("### BEGIN SOLUTION", "### END SOLUTION", "raise NotImplementedError()")
FUNCTIONS = {
    "convolve": "x, w",
    "conv2d": "x, w, b",
    "feature_maps": "x, w, b",
    "shift": "image, down, right",
}
# Wrong numbers of the right shape and dtype: right for a check that compares nothing.
GUESSES = {
    "convolve": "np.zeros(np.add(np.subtract(x.shape[:2], w.shape[:2]), 1), x.dtype)",
    "conv2d": "np.stack([np.stack([convolve(i, w[..., f]) for f in range(w.shape[3])],"
    " axis=-1) for i in x])",
    "feature_maps": "conv2d(x, w, b)",
    "shift": "np.zeros_like(image)",
}
CLAIMS = '{"same kernel everywhere": %s, "dense layer follows": %s, "answer stays where it was": %s}'
# The mark is put together when it runs, so that a quoted source line is not taken for a success.
ESCAPED = "ESCAPED:"
PRELUDE = """
import builtins, contextlib, ctypes, glob, os, pathlib, socket, subprocess, sys, threading, time
def escaped(what):
    print("escaped".upper() + ":", what, flush=True)
"""


class HandIn:
    """A submission of 02_convolution in the making.

    ``classmate`` is a student of the same class who has handed in the right answers.
    """

    def __init__(self, class_folder: Path, student: str, classmate: str) -> None:
        self.class_folder = class_folder
        self.student = student
        self.folder = class_folder / "submitted" / student / ASSIGNMENT
        self.folder.mkdir(parents=True)
        self.file = self.folder / FILE
        self.classmates_file = (
            class_folder / "submitted" / classmate / ASSIGNMENT / FILE
        )
        self.notebook = _read(class_folder / "release" / ASSIGNMENT / FILE)
        self.source = _read(class_folder / "source" / ASSIGNMENT / FILE)
        self.finished = False

    @property
    def cells(self) -> list[dict[str, Any]]:
        """The notebook's cells."""
        return self.notebook["cells"]

    def cell(self, name: str) -> dict[str, Any]:
        """Return a cell by its id."""
        return next(cell for cell in self.cells if cell["id"] == name)

    def answer(self, name: str, code: str) -> None:
        """Write into an answer cell."""
        self.cell(f"answer-{name}")["source"] = textwrap.dedent(code).strip("\n")

    def body(self, name: str, code: str) -> None:
        """Write a function whose body is given."""
        body = textwrap.indent(textwrap.dedent(code).strip("\n"), "    ")
        self.answer(name, f"def {name}({FUNCTIONS[name]}):\n{body}")

    def bodies(self, code: str) -> None:
        """Give every function of the assignment the same body."""
        for name in FUNCTIONS:
            self.body(name, code)

    def guess(self) -> None:
        """Answer everything wrongly, in the right shape."""
        for name, value in GUESSES.items():
            self.body(name, f"return {value}")
        self.answer("by_hand", "by_hand = [[0, 0, 0], [0, 0, 0]]")
        self.answer("claims", f"claims = {CLAIMS % ('False', 'False', 'False')}")

    def solve(self, *names: str) -> None:
        """Answer some parts rightly."""
        for cell in self.source["cells"]:
            if cell["id"].removeprefix("answer-") in names:
                lines = _text(cell).splitlines()
                kept = [line for line in lines if line.strip() not in MARKS]
                self.cell(cell["id"])["source"] = "\n".join(kept)

    def extra(self, code: str, after: str = "given-1") -> dict[str, Any]:
        """Insert a code cell of the student's own; by default below the first imports."""
        places = [i for i, cell in enumerate(self.cells) if cell["id"] == after]
        cell = code_cell(code, f"own-{len(self.cells)}")
        self.cells.insert(places[0] + 1, cell)
        return cell

    def probe(self, code: str, after: str = "given-1") -> None:
        """Insert a cell that calls `escaped(what)` where it gets what it must not get."""
        self.extra(PRELUDE + textwrap.dedent(code), after)

    def beside(self, name: str, text: str) -> Path:
        """Put a file beside the notebook."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(text), encoding="utf-8")
        return file

    def raw(self, content: bytes) -> None:
        """Hand in these bytes as the notebook."""
        self.file.write_bytes(content)
        self.finished = True

    def write(self) -> None:
        """Write the notebook, unless the attack has put something else in its place."""
        if not self.finished:
            self.file.write_text(json.dumps(self.notebook), encoding="utf-8")


def code_cell(code: str, name: str) -> dict[str, Any]:
    """Return a code cell as nbformat 4.5 wants it."""
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": {},
        "outputs": [],
        "source": textwrap.dedent(code).strip("\n"),
    }


def copy_of(cell: dict[str, Any], name: str) -> dict[str, Any]:
    """Return a copy of a cell with another id."""
    return deepcopy(cell) | {"id": name}


def _read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def _text(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])
