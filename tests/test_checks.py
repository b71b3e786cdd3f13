"""Every check accepts its targets, refuses the untouched stub, and names each of its mistakes."""

import re
from collections.abc import Callable
from traceback import FrameSummary
from typing import Any

import numpy as np
import pytest

from cnn_course.checks.core import Mistake
from cnn_course.checks.failures import CheckFailed
from tests.parts import Part, every_part

PARTS = every_part()
each_part = pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
SEEDS = ["0", "1", "20261122"]
EVERY_MISTAKE = [
    pytest.param(part, mistake, id=f"{name}-{number}")
    for name, part in PARTS.items()
    for number, mistake in enumerate(part.mistakes)
]
EVERY_STYLE = [
    pytest.param(part, style, id=f"{name}-{number}")
    for name, part in PARTS.items()
    for number, style in enumerate(part.styles)
]


def failure(part: Part, function: Callable[..., Any]) -> CheckFailed:
    """Return how a part's check fails."""
    with pytest.raises(CheckFailed) as failed:
        part.check(part.answer(function))
    return failed.value


@pytest.fixture(params=SEEDS)
def seed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CNN_COURSE_SEED", request.param)


@pytest.fixture(params=SEEDS[1:])
def hidden_seed(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CNN_COURSE_SEED", request.param)


@pytest.mark.usefixtures("seed")
@each_part
def test_accepts_the_target(part: Part, capsys: pytest.CaptureFixture[str]) -> None:
    part.check(part.answer(part.right))
    assert "correct" in capsys.readouterr().out


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize(("part", "style"), EVERY_STYLE)
def test_accepts_right_answers_in_other_styles(
    part: Part, style: Callable[..., Any]
) -> None:
    part.check(part.answer(style))


@pytest.mark.usefixtures("hidden_seed")
@pytest.mark.parametrize(("part", "mistake"), EVERY_MISTAKE)
def test_names_the_mistake(part: Part, mistake: Mistake) -> None:
    failed = failure(part, mistake.wrong)
    assert failed.mistake == mistake.says
    # The words are the same for every seed, so nothing that was drawn is told.
    assert failed.told == f"Not yet: {part.called}. {mistake.says}"
    assert str(failed).startswith(f"{failed.told}\n\nThe case: ")


@each_part
def test_there_are_enough_mistakes_and_styles(part: Part) -> None:
    assert len({mistake.says for mistake in part.mistakes}) >= 12
    assert len(part.styles) >= 3


@each_part
def test_says_that_the_stub_is_not_written_yet(part: Part) -> None:
    def stub(*_: Any) -> Any:
        raise NotImplementedError()

    with pytest.raises(CheckFailed, match="not written yet"):
        part.check(part.answer(stub))


ODD_RESULTS = [
    None,
    "a string",
    [[1, 2], [3]],
    np.array([None, 1], dtype=object),
    np.full((2, 2), np.nan),
    {"a": 1},
    7,
    object(),
]


@each_part
@pytest.mark.parametrize("result", ODD_RESULTS, ids=lambda r: type(r).__name__)
def test_odd_results_fail_with_a_sentence(part: Part, result: Any) -> None:
    with pytest.raises(CheckFailed, match="Not yet"):
        part.check(part.answer(lambda *_: result))


@each_part
@pytest.mark.parametrize("answer", [None, 3, "conv2d", ...])
def test_an_answer_that_is_no_function_fails_with_a_sentence(
    part: Part, answer: Any
) -> None:
    with pytest.raises(CheckFailed, match=r"must be a (function|class)"):
        part.check(answer)


@each_part
def test_a_wrong_number_of_arguments_is_reported(part: Part) -> None:
    with pytest.raises(CheckFailed, match="TypeError"):
        part.check(lambda: None)


def leaks(right: Callable[..., Any]) -> dict[str, Callable[..., Any]]:
    """Return answers that carry the drawn numbers out, each by another way."""

    def drawn(arguments: tuple[Any, ...]) -> str:
        return "a" + "_".join(str(np.ravel(a)[-1]) for a in arguments)

    def raises(*arguments: Any) -> Any:
        raise ValueError(drawn(arguments))

    def raises_a_class(*arguments: Any) -> Any:
        raise type(drawn(arguments), (Exception,), {})

    def calls_a_helper(*arguments: Any) -> Any:
        error = NotImplementedError()
        error.frames = [FrameSummary("cell", 1, drawn(arguments), line="raise")]
        raise error

    def a_list(*arguments: Any) -> Any:
        kind, value = type(drawn(arguments), (list,), {}), right(*arguments)
        return kind(value.tolist() if isinstance(value, np.ndarray) else [0.5])

    return {
        "its text": lambda *a: drawn(a),
        "its error": raises,
        "its error's class": raises_a_class,
        "a helper's name": calls_a_helper,
        "a list's class": a_list,
        "the shape": lambda *a: np.zeros((3, 2, int(abs(np.ravel(a[0])[0])))),
        "random numbers": lambda *a: np.random.default_rng(3).normal(
            size=np.shape(right(*a))
        ),
        "the dtype": lambda *a: np.asarray(right(*a)).astype(np.longdouble),
    }


@pytest.mark.usefixtures("hidden_seed")
@pytest.mark.parametrize("way", leaks(print))
@each_part
def test_no_number_that_was_drawn_is_told(part: Part, way: str) -> None:
    failed = failure(part, leaks(part.right)[way])
    told = failed.told.replace(part.called, "")
    # The dtype that is wanted is the task's.
    told = re.sub(r"\b(float|u?int)(8|32|64)\b", "", told)
    assert told
    assert not re.search(r"\d", told)
    assert failed.mistake == ""


@each_part
def test_the_words_for_a_case_hold_no_number_that_was_drawn(
    part: Part, monkeypatch: pytest.MonkeyPatch
) -> None:
    def words(seed: str) -> tuple[str, ...]:
        monkeypatch.setenv("CNN_COURSE_SEED", seed)
        calls = iter([None])  # the first call returns it, the others are right
        failed = failure(part, lambda *a: next(calls, part.right(*a)))
        return failed.example.what, *failed.right

    assert words("1") == words("2")
    assert len(set(words("1"))) == len(words("1")) > 2
