"""Rubrics: above each answer in words, for the person who gives points for it, and never for students.

formgrader shows the notebooks of autograded/, so the author's model answer and rubric are put in there.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from cnn_course.grading.rebuild import Cell

PREFIX = "rubric-"  # of the name of such a cell
HEAD = "**For the person who grades; students do not see this.**"


def added(notebook: Mapping[str, Any], cells: Sequence[Cell]) -> dict[str, Any]:
    """Return a graded notebook with a locked cell above each answer in words that has a model answer."""
    models = {c.name: c.solution for c in cells if c.kind == "essay" and c.solution}
    found: list[Any] = []
    for cell in notebook.get("cells", []):
        about = cell.get("metadata", {}).get("nbgrader") or {}
        name = about.get("grade_id", "")
        if name in models:
            found.append(_cell(name, models[name]))
        found.append(cell)
    return {**notebook, "cells": found}


def is_rubric(cell: Mapping[str, Any]) -> bool:
    """Return whether a cell of a graded notebook is one of these."""
    about = cell.get("metadata", {}).get("nbgrader") or {}
    return str(about.get("grade_id", "")).startswith(PREFIX)


def _cell(name: str, text: str) -> dict[str, Any]:
    about = {"grade": False, "solution": False, "locked": True, "task": False}
    grade_id = f"{PREFIX}{name}"
    about |= {"schema_version": 3, "grade_id": grade_id}
    quoted = "\n".join(f"> {line}" for line in [HEAD, "", *text.splitlines()])
    return {
        "cell_type": "markdown",
        "id": grade_id[:64],
        "metadata": {"nbgrader": about},
        "source": quoted,
    }
