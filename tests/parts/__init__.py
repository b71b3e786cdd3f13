"""The graded functions of every assignment: each with its check, right answers, and the known mistakes.

One module per assignment, named as its module of checks; tests/test_checks.py runs them all.
"""

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from cnn_course.checks.core import Mistake


def _itself(function: Callable[..., Any]) -> Any:
    return function


class Part(NamedTuple):
    """A graded function or class.

    Attributes:
        called: its name in what students are told.
        check: takes what a student wrote.
        right: the right answer, and ``styles`` more of them, written as other people would.
        mistakes: the wrong ones.
        answer: makes what the check takes out of a function with the arguments of a case; a class whose
            method calls it, for instance.
    """

    called: str
    check: Callable[[Any], None]
    right: Callable[..., Any]
    mistakes: Sequence[Mistake]
    styles: Sequence[Callable[..., Any]]
    answer: Callable[[Callable[..., Any]], Any] = _itself


def every_part() -> dict[str, Part]:
    """Return the parts of all assignments, each under the assignment's topic and its own name."""
    return {
        f"{module.name}.{part.called}": part
        for module in pkgutil.iter_modules(__path__)
        for part in importlib.import_module(f"{__name__}.{module.name}").PARTS
    }
