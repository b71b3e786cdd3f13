"""What a student is told when a check fails: the mistake and where it is, and nothing that is hidden."""

import ast
import re
from typing import Any

from cnn_course.checks import report
from cnn_course.checks.failures import CheckFailed
from cnn_course.grading import view
from cnn_course.grading.answers import Late, NotSent
from cnn_course.grading.results import Example, Table

LONGEST = 4000  # characters of a message
HIDDEN = "A hidden test of this part fails."


def told_of(error: BaseException) -> str:
    """Say what an error says, with the student's line where there is one."""
    if isinstance(error, CheckFailed | Late | NotSent):
        return plain(error.told if isinstance(error, CheckFailed) else str(error))
    if isinstance(error, NameError) and not getattr(error, "frames", None):
        name = getattr(error, "name", None) or "A name"
        return plain(
            f"{name} is not defined: did the cell that defines it stop with an error?"
        )
    return plain(report.what_stopped(error))


def hidden_message(error: BaseException | None, source: str, line: int) -> str:
    """Say that a hidden test fails; of its text only what its author wrote for the student."""
    for tree in view.parsed([source]):
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Assert)
                and isinstance(error, AssertionError)
                and node.lineno <= line <= (node.end_lineno or line)
                and isinstance(node.msg, ast.Constant)
            ):
                return plain(f"{HIDDEN} {node.msg.value}")
    return HIDDEN


def example_of(error: CheckFailed) -> Example | None:
    """Return the smallest case that fails, as tables."""
    found = error.example
    if found is None:
        return None
    given = [
        _table(report.table(name, value)) for name, value in found.arguments.items()
    ]
    yours = target = None
    stopped = ""
    if found.yours.error is not None:
        stopped = plain(report.what_stopped(found.yours.error))
    else:
        both = report.tables(found.yours.value, found.target.value)
        yours, target = map(_table, both)
    return Example(plain(found.what), given, yours, target, stopped)


def _table(found: Any) -> Table:
    return Table(plain(found.name), plain(found.about), found.rows, found.wrong)


def plain(text: Any) -> str:
    """Return a text that can be shown anywhere: cut, and without control characters and colours."""
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", str(text)[: 4 * LONGEST])
    kept = "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text)
    kept = kept.encode("utf-8", "replace").decode()
    return kept if len(kept) <= LONGEST else f"{kept[:LONGEST]} ..."
