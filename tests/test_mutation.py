"""The proof of the checks by mutants: it finds what it should, and the committed report is of today."""

import re

import numpy as np
import pytest

from tests import mutation
from tests.mutants import mutants
from tests.test_exercises import ASSIGNMENTS

SOLUTION = """
def f(x, axis=0):
    \"\"\"Add up.\"\"\"
    y = x[1:].copy()
    if axis > 0:
        y += 1
    return y.sum(axis), -y
"""
CHECK = """
from cnn_course.checks.failures import CheckFailed
if f(np.arange(3.0))[0] != 3:
    raise CheckFailed("no")
"""


def task(*checks: str, source: str = SOLUTION) -> mutation.Task:
    return mutation.Task("99_example", "f", source, checks)


def names() -> dict:
    return {"np": np}


@pytest.mark.parametrize(
    "change",
    [
        "def f(x, axis=0): -> def f(x, axis=1):",
        "y = x[1:].copy() -> y = x[2:].copy()",
        "y = x[1:].copy() -> y = x[:].copy()",
        "y = x[1:].copy() -> y = x[1:]",
        "y = x[1:].copy() -> pass",
        "if axis > 0: -> if axis >= 0:",
        "if axis > 0: -> if not axis > 0:",
        "y += 1 -> y -= 1",
        "y += 1 -> y = 1",
        "y += 1 -> pass",
        "return (y.sum(axis), -y) -> return (y.mean(axis), -y)",
        "return (y.sum(axis), -y) -> return (-y, y.sum(axis))",
        "return (y.sum(axis), -y) -> return (y.sum(axis), y)",
    ],
)
def test_each_kind_of_fault_is_made(change: str) -> None:
    assert change in [mutant.line for mutant in mutants(SOLUTION)]


def test_what_does_not_depend_on_the_order_is_not_turned_round() -> None:
    source = "def f(x, y):\n    return max(x.sum(axis=(0, 1)), y)"
    lines = [mutant.line.split(" -> ")[1] for mutant in mutants(source)]
    assert "return max(x.sum(axis=(1,)), y)" in lines
    assert "return max(x.sum(axis=(0,)), y)" in lines
    assert not any("(1, 0)" in line or "max(y" in line for line in lines)


def test_no_mutant_is_the_solution_or_made_twice() -> None:
    sources = [mutant.source for mutant in mutants(SOLUTION)]
    assert len(set(sources)) == len(sources) > 20
    assert SOLUTION.strip() not in sources


def test_one_line_of_a_block_changes_and_no_other() -> None:
    for mutant in mutants(SOLUTION):
        compile(mutant.source, "mutant", "exec")
        assert '"""Add up."""' in mutant.source


def survivors(*checks: str) -> list[str]:
    return [m.line for m in mutants(SOLUTION) if mutation.survives(task(*checks), m, names())]  # fmt: skip


def test_a_check_that_accepts_everything_lets_everything_through() -> None:
    assert len(survivors("f")) == len(mutants(SOLUTION))


def test_a_better_check_lets_less_through() -> None:
    left = survivors(CHECK)
    assert "y = x[1:].copy() -> y = x[2:].copy()" not in left
    assert "y += 1 -> y -= 1" in left  # nobody looked at another axis


def test_a_mutant_without_an_end_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mutation, "SECONDS", 0.3)
    source = "def f(x):\n    while x.sum() < 0:\n        x = x + 1\n    return 3, x"
    endless = [m for m in mutants(source) if "while x.sum() > 0" in m.source]
    assert len(endless) == 1
    assert not mutation.survives(task(CHECK, source=source), endless[0], names())


def test_a_check_that_breaks_is_no_find() -> None:
    broken = "def check_f(f):\n    return [][0]\ncheck_f(f)"
    with pytest.raises(RuntimeError, match=r"99_example.f: a check broke"):
        mutation.survives(task(broken), mutants(SOLUTION)[0], names())


@pytest.mark.parametrize("path", ASSIGNMENTS, ids=lambda path: path.stem)
def test_every_function_of_an_assignment_is_tried(path) -> None:
    found = mutation.tasks(path.stem)
    assert len(found) >= 2
    assert all(len(mutants(t.source)) >= 3 for t in found)


class TestReport:
    TEXT = mutation.REPORT.read_text(encoding="utf-8")

    def test_it_is_of_these_exercises_and_checks(self) -> None:
        assert f"checks: {mutation.fingerprint()}\n" in self.TEXT, "run: make mutation"

    def test_the_checks_find_nearly_all(self) -> None:
        share = float(re.search(r"found \*\*([\d.]+) %\*\*", self.TEXT)[1])
        assert share >= 98

    def test_it_has_a_row_for_every_answer(self) -> None:
        keys = [t.key for path in ASSIGNMENTS for t in mutation.tasks(path.stem)]
        assert re.findall(r"^\| (\d\d_\S+) \|", self.TEXT, flags=re.M) == keys

    def test_what_is_explained_is_still_a_mutant(self) -> None:
        every = {t.key: t for path in ASSIGNMENTS for t in mutation.tasks(path.stem)}
        for key, why in mutation.explanations().items():
            lines = {mutant.line for mutant in mutants(every[key].source)}
            assert set(why) <= lines, key
            assert all(len(reason) > 20 for reason in why.values())

    def test_a_survivor_without_a_reason_is_let_through(self) -> None:
        known = next(iter(mutation.explanations()))
        same = next(iter(mutation.explanations()[known]))
        found = [mutation.Found(known, 10, [same, "x = 1 -> x = 2"])]
        text, share = mutation.report(found)
        assert share == 8 / 9
        assert f"| {known} | 10 | 8 | 1 | 1 |" in text
        assert f"- {known}: `x = 1 -> x = 2`" in text
