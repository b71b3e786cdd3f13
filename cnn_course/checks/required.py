"""What every answer must be: written, callable, repeatable, and careful with what it is given."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from cnn_course.checks.failures import UNWRITTEN, CheckFailed
from cnn_course.checks.outcomes import Outcome, same
from cnn_course.checks.report import frames_of
from cnn_course.checks.summaries import LONGEST, printable, summary


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


def require_written(name: str, own: Sequence[str], error: BaseException | None) -> None:
    """Refuse an answer whose `raise NotImplementedError()` still stands, or that of one it calls.

    Raises:
        CheckFailed: saying which; ``own`` are the names that the answer itself goes by.
    """
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


def require_untouched(name: str, given: Any, original: Any) -> None:
    """Refuse an answer that writes into an array it was given, those in lists and dictionaries too.

    Raises:
        CheckFailed: ``given`` is not what it was.
    """
    now, before = arrays_in(given), arrays_in(original)
    if len(now) != len(before) or not all(map(np.array_equal, now, before)):
        raise CheckFailed(
            f"{name} returns the right numbers, but it changes the array it was given. "
            "Work on a copy, or write into a new array.",
            mistake="It changes the array that it is given.",
        )


def require_new(name: str, value: Any, given: Any) -> None:
    """Refuse an answer that hands back what it was given, or a view of it.

    Raises:
        CheckFailed: ``value`` shares memory with an array of ``given``.
    """
    if isinstance(value, np.ndarray) and any(
        np.shares_memory(value, a) for a in arrays_in(given)
    ):
        raise CheckFailed(
            f"{name} returns the array it was given, or a part of it. Return a new array, "
            "so that a change of one does not change the other.",
            mistake="It returns the array that it is given.",
        )


def require_same_again(name: str, first: Outcome, again: Outcome) -> None:
    """Refuse an answer that comes to something else when it is called once more.

    Raises:
        CheckFailed: the two outcomes of one case differ.
    """
    if not same(first, again):
        raise CheckFailed(
            f"{name} is right at first, but called again with the same arguments it does something "
            "else. Does it keep something from call to call, or draw random numbers?",
            mistake="It does something else when it is called again.",
        )


def arrays_in(value: Any) -> list[np.ndarray]:
    """Return the arrays among arguments, and inside their lists and dictionaries."""
    if isinstance(value, np.ndarray):
        return [value]
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return [array for part in value for array in arrays_in(part)]
    return []
