"""The vocabulary of a check: cases from a seed, known mistakes, and a comparison that explains itself."""

import copy
import inspect
import os
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.differences import difference
from cnn_course.checks.failures import CheckFailed, Example
from cnn_course.checks.outcomes import Outcome, call, dtype_of, right_answer, same
from cnn_course.checks.report import argument, side_by_side, what_stopped
from cnn_course.checks.required import (
    require_callable,
    require_new,
    require_same_again,
    require_untouched,
    require_written,
)

Function = Callable[..., Any]


class Case(NamedTuple):
    """Arguments to call an answer with, and in words what is special about them.

    The words hold no number that was drawn: students are told them of hidden cases too.
    """

    what: str
    arguments: tuple[Any, ...]


class Trial(NamedTuple):
    """A case, with what the answer and the target came to on it."""

    case: Case
    yours: Outcome
    target: Outcome


class Mistake(NamedTuple):
    """A wrong solution that students write, and what is said to the one who wrote it."""

    says: str
    wrong: Function


def random() -> np.random.Generator:
    """Return the generator that cases are drawn from; the grader sets another seed than the student's."""
    return np.random.default_rng(int(os.environ.get("CNN_COURSE_SEED", "0")))


def floats(rng: np.random.Generator, *shape: int, dtype: type = np.float32) -> NDArray:
    """Draw an array of small numbers of both signs, with one decimal so that a person can follow."""
    return (rng.integers(-50, 51, size=shape) / 10).astype(dtype)


def check(
    name: str,
    answer: Function,
    target: Function,
    cases: Sequence[Case],
    mistakes: Sequence[Mistake] = (),
    *,
    methods: Sequence[str] = (),
) -> None:
    """Call ``answer`` on every case and compare with ``target``: known mistakes, shape, dtype, values.

    Args:
        methods: where ``answer`` is our function around a student's class, what it calls of it.

    Raises:
        CheckFailed: naming the first known mistake that explains what the answer does, or else showing
            the first case that fails.
    """
    require_callable(name, answer)
    wanted = [run(target, case) for case in cases]
    trials, handed = [], []
    for case, right in zip(cases, wanted, strict=True):
        given = copy.deepcopy(case.arguments)
        handed.append(given)
        trials.append(Trial(case, call(answer, given), right))
        if same(trials[-1].yours, right):
            require_untouched(name, given, case.arguments)
    own = (name, getattr(answer, "__name__", name), *methods)
    require_written(name, own, trials[0].yours.error)
    failed = [t for t in trials if not right_answer(t.yours, t.target)]
    if failed:
        raise _failure(name, target, trials, failed, mistakes)
    for trial, given in zip(trials, handed, strict=True):
        require_new(name, trial.yours.value, given)
    require_same_again(name, trials[0].yours, run(answer, cases[0]))
    print(f"{name}: correct in all {len(cases)} cases.")


def run(function: Function, case: Case) -> Outcome:
    """Call a function on copies of a case's arguments."""
    return call(function, copy.deepcopy(case.arguments))


def _failure(
    name: str,
    target: Function,
    trials: Sequence[Trial],
    failed: Sequence[Trial],
    mistakes: Sequence[Mistake],
) -> CheckFailed:
    """Say what is wrong, with the first case that shows it: cases go from easy to hard."""
    mistake = name_mistake(mistakes, trials)
    if mistake:
        text = told = mistake.says
        alike = [t for t in failed if same(run(mistake.wrong, t.case), t.yours)]
    else:
        text, told = difference(failed[0].yours, failed[0].target)
        alike = [t for t in failed if difference(t.yours, t.target).told == told]
    smallest = min(alike, key=lambda t: _size(t.case.arguments))
    return CheckFailed(
        describe(f"Not yet: {name}. {text}", _example(target, alike[0])),
        told=f"Not yet: {name}. {told}",
        mistake=mistake.says if mistake else "",
        right=[t.case.what for t in trials if right_answer(t.yours, t.target)],
        example=_example(target, smallest),
    )


def _example(target: Function, trial: Trial) -> Example:
    names = inspect.signature(target).parameters
    arguments = dict(zip(names, trial.case.arguments, strict=False))
    return Example(trial.case.what, arguments, trial.yours, trial.target)


def name_mistake(
    mistakes: Sequence[Mistake], trials: Sequence[Trial]
) -> Mistake | None:
    """Return the known mistake that explains the outcomes, or None.

    It must do the same as the answer on every case; or else, since a student can make two mistakes, on
    at least two that failed, if they are half of these or the first, which is the one to be shown, is
    among them. Single numbers agree too easily for that.
    """
    failed = [not right_answer(t.yours, t.target) for t in trials]
    shown, most, best = failed.index(True), 1, None
    for mistake in mistakes:
        outcomes = [run(mistake.wrong, t.case) for t in trials]
        if all(map(_explains, outcomes, trials)):
            return mistake
        agree = [
            bad
            and did.error is None  # two errors agree too easily: shapes that do not fit
            and same(did, t.yours)
            and not same(did, t.target)
            for bad, did, t in zip(failed, outcomes, trials, strict=True)
        ]
        enough = agree[shown] or 2 * sum(agree) >= sum(failed)
        if np.ndim(trials[0].target.value) and enough and sum(agree) > most:
            most, best = sum(agree), mistake
    return best


def _explains(mistake: Outcome, trial: Trial) -> bool:
    """Return whether a mistake did what the answer did; if only its dtype is wrong, that one too."""
    agree = same(mistake, trial.yours)
    if same(mistake, trial.target) and not right_answer(mistake, trial.target):
        return agree and dtype_of(mistake.value) == dtype_of(trial.yours.value)
    return agree


def describe(says: str, example: Example) -> str:
    """Say what is wrong, then show the case: its arguments by name, and both results."""
    lines = [says, "", f"The case: {example.what}."]
    lines += [argument(name, value) for name, value in example.arguments.items()]
    if example.yours.error is not None:
        lines += ["", what_stopped(example.yours.error)]
    else:
        lines += ["", side_by_side(example.yours.value, example.target.value)]
    return "\n".join(lines)


def _size(value: Any) -> int:
    """Return how many numbers a student has to look at."""
    if isinstance(value, dict):
        value = list(value.values())
    return sum(map(_size, value)) if isinstance(value, list | tuple) else np.size(value)
