"""Notebook files that are broken, old, or forged."""

import json
from typing import Any

from tests.attacks import HandIn, attack
from tests.attacks.hand_in import FUNCTIONS, code_cell

CHECKS = ("by_hand", *FUNCTIONS, "claims")


def _text(hand_in: HandIn) -> str:
    return json.dumps(hand_in.notebook)


def metadata_of(hand_in: HandIn) -> list[dict[str, Any]]:
    """Return what nbgrader has written into each cell."""
    return [cell["metadata"]["nbgrader"] for cell in hand_in.cells]


@attack("notebooks", flagged=True)
def not_json(hand_in: HandIn) -> None:
    """Hand in a text."""
    hand_in.raw(b"My dog has eaten it.")


@attack("notebooks", flagged=True)
def truncated(hand_in: HandIn) -> None:
    """Hand in the first half of a file."""
    text = _text(hand_in).encode()
    hand_in.raw(text[: len(text) // 2])


@attack("notebooks", flagged=True)
def empty(hand_in: HandIn) -> None:
    """Hand in a file of no bytes."""
    hand_in.raw(b"")


@attack("notebooks", flagged=True)
def not_a_dictionary(hand_in: HandIn) -> None:
    """Hand in JSON that is a list."""
    hand_in.raw(b"[[1, 2], null]")


@attack("notebooks")
def cells_that_are_none(hand_in: HandIn) -> None:
    """Hand in cells that are numbers, texts and lists."""
    hand_in.notebook["cells"] = [5, None, "x", [], {}, {"cell_type": []}, True]


@attack("notebooks", flagged=True)
def cells_are_a_text(hand_in: HandIn) -> None:
    """Hand in a text in the place of the list of cells."""
    hand_in.notebook["cells"] = "cells"


@attack("notebooks", flagged=True)
def json_100_000_deep(hand_in: HandIn) -> None:
    """Hand in brackets that break a parser."""
    hand_in.raw(b"[" * 100_000)


@attack("notebooks", flagged=True)
def metadata_100_000_deep(hand_in: HandIn) -> None:
    """Hand in a notebook whose metadata nest too deeply."""
    deep = "[" * 100_000 + "]" * 100_000
    text = _text(hand_in)
    hand_in.raw(text.replace('"metadata":', f'"deep": {deep}, "metadata":', 1).encode())


@attack("notebooks", flagged=True)
def not_utf_8(hand_in: HandIn) -> None:
    """Hand in bytes that are no text."""
    hand_in.raw(_text(hand_in).replace("convolution", "\x80\xff").encode("latin-1"))


@attack("notebooks", earns=1)
def utf_16(hand_in: HandIn) -> None:
    """Hand in a file of another encoding."""
    hand_in.solve("by_hand")
    hand_in.raw(_text(hand_in).encode("utf-16"))


@attack("notebooks", earns=1)
def odd_json(hand_in: HandIn) -> None:
    """Hand in JSON that parsers read differently: NaN, twice the same key, a long number."""
    hand_in.solve("by_hand")
    head = f'{{"nbformat": 3, "x": NaN, "y": -Infinity, "z": {"9" * 5000}, "cells": [],'
    hand_in.raw(_text(hand_in).replace("{", head, 1).encode())


@attack("notebooks", earns=1)
def version_3(hand_in: HandIn) -> None:
    """Hand in a notebook of the format of 2013."""
    hand_in.solve("by_hand")
    cells = [
        {**cell, "input": cell["source"], "language": "python", "prompt_number": 1}
        for cell in hand_in.cells
    ]
    sheet = {"cells": cells, "metadata": {}}
    hand_in.notebook = {
        "nbformat": 3,
        "nbformat_minor": 0,
        "metadata": {"name": ""},
        "worksheets": [sheet],
    }


@attack("notebooks", earns=1)
def version_99(hand_in: HandIn) -> None:
    """Hand in a notebook from the future."""
    hand_in.solve("by_hand")
    hand_in.notebook["nbformat"] = 99


@attack("notebooks", earns=1)
def version_is_a_text(hand_in: HandIn) -> None:
    """Hand in versions that are no numbers."""
    hand_in.solve("by_hand")
    hand_in.notebook |= {"nbformat": "four", "nbformat_minor": {"a": []}}


@attack("notebooks", earns=1)
def no_metadata(hand_in: HandIn) -> None:
    """Hand in cells without metadata, as some editors leave them."""
    hand_in.solve("by_hand")
    del hand_in.notebook["metadata"]
    for cell in hand_in.cells:
        del cell["metadata"]


@attack("notebooks", earns=1)
def metadata_of_odd_kinds(hand_in: HandIn) -> None:
    """Hand in metadata that are lists, numbers and texts."""
    hand_in.solve("by_hand")
    odd = ([], 5, "x", None, {"nbgrader": 5}, {"nbgrader": {"grade_id": ["x"]}})
    for number, cell in enumerate(hand_in.cells):
        if cell["id"] != "answer-by_hand":
            cell["metadata"] = odd[number % len(odd)]


@attack("notebooks", earns=1)
def sources_of_odd_kinds(hand_in: HandIn) -> None:
    """Hand in sources that are numbers, lists of lists and nothing."""
    hand_in.solve("by_hand")
    odd = (5, None, [["x"]], {"a": 1}, True, [5, None])
    for number, name in enumerate(FUNCTIONS):
        hand_in.cell(f"answer-{name}")["source"] = odd[number % len(odd)]


@attack("notebooks", earns=1)
def many_cells(hand_in: HandIn) -> None:
    """Add 100,000 cells."""
    hand_in.solve("by_hand")
    hand_in.cells.extend(code_cell("x = 1", f"own-{i}") for i in range(100_000))


@attack("notebooks", earns=1)
def cell_of_50_megabytes(hand_in: HandIn) -> None:
    """Write a very long line into an answer, and attach a large file to a text."""
    hand_in.solve("by_hand")
    hand_in.answer("convolve", "x = '" + "x" * 50_000_000 + "'")
    hand_in.cell("essay-why_so_few")["attachments"] = {
        "../../../a.png": {"image/png": "A" * 1_000_000}
    }


@attack("notebooks", earns=1)
def other_language(hand_in: HandIn) -> None:
    """Ask for a kernel of another language, by a path."""
    hand_in.solve("by_hand")
    spec = {"name": "../../bash", "language": "bash", "display_name": "Bash"}
    hand_in.notebook["metadata"] = {
        "kernelspec": spec,
        "language_info": {"name": "R", "file_extension": "/../../x"},
    }
