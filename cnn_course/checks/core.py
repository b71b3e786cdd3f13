"""The vocabulary of a check: cases from a seed, known mistakes, and a comparison that explains itself."""

import inspect
import os
import traceback
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.report import argument, side_by_side, summary, what_stopped

Function = Callable[..., Any]


class CheckFailed(AssertionError):
    """An answer is wrong; the text is written for the student who gave it."""

    def _render_traceback_(self) -> list[str]:
        # IPython shows these lines in place of the path through our own code.
        return str(self).splitlines()


class Case(NamedTuple):
    """Arguments to call an answer with, and in words what is special about them."""

    what: str
    arguments: tuple[Any, ...]


class Mistake(NamedTuple):
    """A wrong solution that students write, and what is said to the one who wrote it."""

    says: str
    wrong: Function


class Outcome(NamedTuple):
    """What a call came to: a value, or the exception that it raised."""

    value: Any
    error: BaseException | None


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
) -> None:
    """Call ``answer`` on every case and compare with ``target``: known mistakes, shape, dtype, values.

    Raises:
        CheckFailed: naming the first known mistake that explains what the answer does, or else showing
            the first case that fails.
    """
    if not callable(answer):
        raise CheckFailed(f"{name} is {summary(answer)}, but it must be a function.")
    ours = [run(target, case) for case in cases]
    theirs = []
    for case, right in zip(cases, ours, strict=True):
        given = _copies(case.arguments)
        theirs.append(call(answer, given))
        if same(theirs[-1], right):
            _require_untouched(name, theirs[-1].value, given, case.arguments)
    _require_written(name, answer, theirs[0].error)
    wrong = [
        i
        for i, (a, b) in enumerate(zip(theirs, ours, strict=True))
        if not right_answer(a, b)
    ]
    if not wrong:
        print(f"{name}: correct in all {len(cases)} cases.")
        return
    first = wrong[0]
    told = name_mistake(mistakes, cases, theirs, ours, wrong)
    told = told or difference(theirs[first], ours[first])
    raise CheckFailed(
        describe(
            f"Not yet: {name}. {told}", target, cases[first], theirs[first], ours[first]
        )
    )


def run(function: Function, case: Case) -> Outcome:
    """Call a function on copies of a case's arguments."""
    return call(function, _copies(case.arguments))


def call(function: Function, arguments: tuple[Any, ...]) -> Outcome:
    """Call a function, and take whatever it does for an outcome."""
    try:
        with np.errstate(all="ignore"):
            return Outcome(function(*arguments), None)
    except (Exception, SystemExit) as error:
        return Outcome(None, error)


def right_answer(theirs: Outcome, ours: Outcome) -> bool:
    """Return whether values, shape and dtype are the target's, in an array if the target is one."""
    is_array = isinstance(theirs.value, np.ndarray) or not isinstance(
        ours.value, np.ndarray
    )
    return (
        same(theirs, ours) and is_array and _dtype(theirs.value) == _dtype(ours.value)
    )


def same(a: Outcome, b: Outcome) -> bool:
    """Return whether two outcomes have equal shape and values, or stopped with the same words."""
    if a.error is not None or b.error is not None:
        return type(a.error) is type(b.error) and str(a.error) == str(b.error)
    first, second = as_numbers(a.value), as_numbers(b.value)
    if first is None or second is None or first.shape != second.shape:
        return False
    loose = np.float32 in (first.dtype, second.dtype)
    tolerance = 1e-4 if loose else 1e-9
    return bool(
        np.allclose(first, second, rtol=tolerance, atol=tolerance, equal_nan=True)
    )


def as_numbers(value: Any) -> NDArray | None:
    """Return a value as an array of numbers, or None when it is not numbers at all."""
    try:
        array = np.asarray(value)
    except Exception:  # a student's object may do anything in __array__
        return None
    return array if array.dtype.kind in "biuf" else None


def name_mistake(
    mistakes: Sequence[Mistake],
    cases: Sequence[Case],
    theirs: Sequence[Outcome],
    ours: Sequence[Outcome],
    failed: Sequence[int],
) -> str | None:
    """Return what to say of the known mistake that explains the outcomes, or None.

    It must do the same as the answer on every case; or else, since a student can make two mistakes, on
    at least two and at least half of the cases that ``failed``. Single numbers agree too easily for that.
    """
    most, says = max(2, len(failed) / 2) - 0.5, None
    for mistake in mistakes:
        outcomes = [run(mistake.wrong, case) for case in cases]
        if all(map(_explains, outcomes, theirs, ours)):
            return mistake.says
        agree = [
            same(outcomes[i], theirs[i]) and not same(outcomes[i], ours[i])
            for i in failed
        ]
        if np.ndim(ours[0].value) and sum(agree) > most:
            most, says = sum(agree), mistake.says
    return says


def _explains(mistake: Outcome, theirs: Outcome, ours: Outcome) -> bool:
    """Return whether a mistake did what the answer did; if only its dtype is wrong, that one too."""
    if same(mistake, ours) and not right_answer(mistake, ours):
        return same(mistake, theirs) and _dtype(mistake.value) == _dtype(theirs.value)
    return same(mistake, theirs)


def describe(
    told: str, target: Function, case: Case, theirs: Outcome, ours: Outcome
) -> str:
    """Say what is wrong, then show the case: its arguments by name, and both results."""
    names = inspect.signature(target).parameters
    lines = [told, "", f"The case: {case.what}."]
    lines += [
        argument(name, value)
        for name, value in zip(names, case.arguments, strict=False)
    ]
    if theirs.error is not None:
        lines += ["", what_stopped(theirs.error)]
    else:
        lines += [
            "",
            side_by_side(
                as_numbers(theirs.value), theirs.value, as_numbers(ours.value)
            ),
        ]
    return "\n".join(lines)


def difference(theirs: Outcome, ours: Outcome) -> str:
    """Say in one sentence how an outcome differs from the target: error, kind, shape, dtype or values."""
    if theirs.error is not None:
        return "It stops with an error, shown below."
    value, target = as_numbers(theirs.value), as_numbers(ours.value)
    if theirs.value is None:
        return "It returns nothing: is a return missing?"
    if value is None:
        return f"It returns {summary(theirs.value)}, but numbers are wanted."
    if value.shape != target.shape:
        return f"The result has shape {value.shape}, but {target.shape} is wanted."
    if same(theirs, ours):
        return f"The numbers are right, but {_kind_wanted(theirs.value, ours.value)}"
    wrong = int(np.sum(~np.isclose(value, target, rtol=1e-4, atol=1e-4)))
    return (
        f"{wrong} of {target.size} numbers differ."
        if target.ndim
        else "The number is not right."
    )


def _kind_wanted(value: Any, target: Any) -> str:
    if isinstance(target, np.ndarray) and not isinstance(value, np.ndarray):
        return f"they come as a {type(value).__name__}: return a NumPy array."
    return (
        f"their dtype is {np.asarray(value).dtype} and {np.asarray(target).dtype} is wanted: "
        "give the new array the dtype that the task says."
    )


def when_written(make: Callable[[], Any]) -> Any:
    """Return what ``make`` makes, or say that a part it needs is not written yet."""
    try:
        return make()
    except NotImplementedError:
        print("This works when the parts above are written.")


def _require_written(name: str, answer: Function, error: BaseException | None) -> None:
    if not isinstance(error, NotImplementedError):
        return
    raised_in = traceback.extract_tb(error.__traceback__)[-1].name
    if raised_in not in (name, getattr(answer, "__name__", name)):
        raise CheckFailed(f"{name} calls {raised_in}, which is not written yet.")
    raise CheckFailed(
        f"{name} is not written yet: replace `raise NotImplementedError()` by your code. "
        "If you have written it, that line still stands there, and your code runs on to it."
    )


def _require_untouched(
    name: str, value: Any, given: tuple[Any, ...], original: tuple[Any, ...]
) -> None:
    pairs = zip(given, original, strict=True)
    arrays = [(a, b) for a, b in pairs if isinstance(b, np.ndarray)]
    if not all(np.array_equal(a, b) for a, b in arrays):
        raise CheckFailed(
            f"{name} returns the right numbers, but it changes the array it was given. "
            "Work on a copy, or write into a new array."
        )
    if isinstance(value, np.ndarray) and any(
        np.shares_memory(value, a) for a, _ in arrays
    ):
        raise CheckFailed(
            f"{name} returns the array it was given, or a part of it. Return a new array, "
            "so that a change of one does not change the other."
        )


def _copies(values: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(v.copy() if isinstance(v, np.ndarray) else v for v in values)


def _dtype(value: Any) -> str:
    """Return what must agree besides the numbers: an array's dtype, or whether a number is whole."""
    array = as_numbers(value)
    if array is None:
        return "none"
    if array.dtype.kind in "iu" and array.dtype != np.uint8:
        return "whole"
    return (
        str(array.dtype)
        if array.ndim
        else {"b": "bool", "f": "float"}.get(array.dtype.kind, "whole")
    )
