"""The vocabulary of a check: cases from a seed, known mistakes, and a comparison that explains itself."""

import inspect
import os
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.differences import difference
from cnn_course.checks.outcomes import Outcome, call, dtype_of, right_answer, same
from cnn_course.checks.report import argument, frames_of, side_by_side, what_stopped
from cnn_course.checks.summaries import LONGEST, printable, summary

Function = Callable[..., Any]


class Example(NamedTuple):
    """A case that an answer gets wrong: the arguments by name, and both results."""

    what: str
    arguments: dict[str, Any]
    yours: Outcome
    target: Outcome


UNWRITTEN = "Nothing is written yet."  # as a mistake, for reports on a class


class CheckFailed(AssertionError):
    """An answer is wrong; the text is written for the student who gave it.

    The text shows numbers that were drawn, and so does ``example``; the rest may be told of hidden cases.

    Attributes:
        told: what is wrong, with nothing that was drawn or that came back from the student's code.
        mistake: what is said of the known mistake, if one was named.
        right: in words, the cases that were right.
        example: the smallest case that ``told`` is true of.
    """

    def __init__(
        self,
        text: str,
        *,
        told: str | None = None,
        mistake: str = "",
        right: Sequence[str] = (),
        example: Example | None = None,
    ) -> None:
        super().__init__(text)
        self.told = text if told is None else told
        self.mistake = mistake
        self.right = tuple(right)
        self.example = example

    def _render_traceback_(self) -> list[str]:
        # IPython shows these lines in place of the path through our own code.
        return str(self).splitlines()


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
        given = _copies(case.arguments)
        handed.append(given)
        trials.append(Trial(case, call(answer, given), right))
        if same(trials[-1].yours, right):
            _require_untouched(name, given, case.arguments)
    own = (name, getattr(answer, "__name__", name), *methods)
    _require_written(name, own, trials[0].yours.error)
    failed = [t for t in trials if not right_answer(t.yours, t.target)]
    if failed:
        raise _failure(name, target, trials, failed, mistakes)
    for trial, given in zip(trials, handed, strict=True):
        _require_new(name, trial.yours.value, given)
    print(f"{name}: correct in all {len(cases)} cases.")


def require_callable(name: str, answer: Any, kind: str = "function") -> None:
    """Refuse an answer that is no function, or no class where ``kind`` says so.

    Raises:
        CheckFailed: it cannot be called.
    """
    if not callable(answer):
        raise CheckFailed(
            f"{name} is {summary(answer)}, but it must be a {kind}.",
            told=f"{name} must be a {kind}.",
        )


def run(function: Function, case: Case) -> Outcome:
    """Call a function on copies of a case's arguments."""
    return call(function, _copies(case.arguments))


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
    at least two and at least half of the cases that failed. Single numbers agree too easily for that.
    """
    failed = [not right_answer(t.yours, t.target) for t in trials]
    most, best = max(2, sum(failed) / 2) - 0.5, None
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
        if np.ndim(trials[0].target.value) and sum(agree) > most:
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


def _require_written(
    name: str, own: Sequence[str], error: BaseException | None
) -> None:
    if not isinstance(error, NotImplementedError):
        return
    frames = frames_of(error)
    raised_in = frames[-1].name if frames else name
    if raised_in not in own:
        raise CheckFailed(
            f"{name} calls {printable(raised_in, LONGEST)}, which is not written yet.",
            told=f"{name} calls a function that is not written yet.",
        )
    raise CheckFailed(
        f"{name} is not written yet: replace `raise NotImplementedError()` by your code. "
        "If you have written it, that line still stands there, and your code runs on to it.",
        mistake=UNWRITTEN,
    )


def _require_untouched(
    name: str, given: tuple[Any, ...], original: tuple[Any, ...]
) -> None:
    pairs = zip(given, original, strict=True)
    if not all(np.array_equal(a, b) for a, b in pairs if isinstance(b, np.ndarray)):
        raise CheckFailed(
            f"{name} returns the right numbers, but it changes the array it was given. "
            "Work on a copy, or write into a new array.",
            mistake="It changes the array that it is given.",
        )


def _require_new(name: str, value: Any, given: tuple[Any, ...]) -> None:
    arrays = [a for a in given if isinstance(a, np.ndarray)]
    if isinstance(value, np.ndarray) and any(
        np.shares_memory(value, a) for a in arrays
    ):
        raise CheckFailed(
            f"{name} returns the array it was given, or a part of it. Return a new array, "
            "so that a change of one does not change the other.",
            mistake="It returns the array that it is given.",
        )


def _size(value: Any) -> int:
    """Return how many numbers a student has to look at."""
    if isinstance(value, dict):
        value = list(value.values())
    return sum(map(_size, value)) if isinstance(value, list | tuple) else np.size(value)


def _copies(values: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(v.copy() if isinstance(v, np.ndarray) else v for v in values)
