"""Every check accepts its target, refuses the untouched stub, and names each of its mistakes."""

import copy
import math
import pickle
import re
import sys
from collections.abc import Callable, Sequence
from traceback import FrameSummary
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.lib.stride_tricks import sliding_window_view

from cnn_course import conv, shapes
from cnn_course.checks import convolution, filters, padding
from cnn_course.checks.core import CheckFailed, Mistake
from cnn_course.checks.mistakes import convolution as wrong_convolution
from cnn_course.checks.mistakes import filters as wrong_filters
from cnn_course.checks.mistakes import padding as wrong_padding
from cnn_course.checks.report import (
    TALLEST,
    WIDEST,
    argument,
    frames_of,
    side_by_side,
    table,
    tables,
    what_stopped,
)
from cnn_course.checks.summaries import summary


class Part(NamedTuple):
    """A graded function: its check, a right answer, and the known mistakes."""

    check: Callable[[Any], None]
    right: Callable[..., Any]
    mistakes: Sequence[Mistake]


PARTS = {
    "apply_filter": Part(
        filters.check_apply_filter, conv.correlate2d, wrong_filters.FILTER_MISTAKES
    ),
    "to_image": Part(
        filters.check_to_image, wrong_filters.to_image, wrong_filters.IMAGE_MISTAKES
    ),
    "sobel_magnitude": Part(
        filters.check_sobel_magnitude,
        wrong_filters.sobel_magnitude,
        wrong_filters.SOBEL_MISTAKES,
    ),
    "convolve": Part(
        convolution.check_convolve,
        wrong_convolution.convolve,
        wrong_convolution.ONE_FILTER_MISTAKES,
    ),
    "conv2d": Part(
        convolution.check_conv2d, conv.conv2d_loops, wrong_convolution.LAYER_MISTAKES
    ),
    "feature_maps": Part(
        convolution.check_feature_maps,
        wrong_convolution.feature_maps,
        wrong_convolution.FEATURE_MISTAKES,
    ),
    "shift": Part(
        convolution.check_shift,
        wrong_convolution.shift,
        wrong_convolution.SHIFT_MISTAKES,
    ),
    "output_size": Part(
        padding.check_output_size, shapes.output_size, wrong_padding.SIZE_MISTAKES
    ),
    "pad": Part(padding.check_pad, wrong_padding.pad, wrong_padding.PAD_MISTAKES),
    "same_padding": Part(
        padding.check_same_padding,
        wrong_padding.same_padding,
        wrong_padding.SAME_MISTAKES,
    ),
    "times_seen": Part(
        padding.check_times_seen, wrong_padding.times_seen, wrong_padding.SEEN_MISTAKES
    ),
    "strided conv2d": Part(
        padding.check_conv2d, wrong_padding.conv2d, wrong_padding.CONV_MISTAKES
    ),
}

SEEDS = ["0", "1", "20261122"]
EVERY_MISTAKE = [
    pytest.param(name, mistake, id=f"{name}-{number}")
    for name, part in PARTS.items()
    for number, mistake in enumerate(part.mistakes)
]


def called(name: str) -> str:
    """Return what students call a part's function: two are named conv2d."""
    return name.removeprefix("strided ")


def failure(name: str, answer: Any) -> CheckFailed:
    """Return how a part's check fails."""
    with pytest.raises(CheckFailed) as failed:
        PARTS[name].check(answer)
    return failed.value


@pytest.fixture(params=SEEDS)
def seed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CNN_COURSE_SEED", request.param)


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_accepts_the_target(part: Part, capsys: pytest.CaptureFixture[str]) -> None:
    part.check(part.right)
    assert "correct" in capsys.readouterr().out


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize(("name", "mistake"), EVERY_MISTAKE)
def test_names_the_mistake(name: str, mistake: Mistake) -> None:
    failed = failure(name, mistake.wrong)
    assert failed.mistake == mistake.says
    # The words are the same for every seed, so nothing that was drawn is told.
    assert failed.told == f"Not yet: {called(name)}. {mistake.says}"
    assert str(failed).startswith(f"{failed.told}\n\nThe case: ")


def plain_loops(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    (h, w), (kh, kw) = image.shape, kernel.shape
    rows = [
        [
            sum(
                image[i + u, j + v] * kernel[u, v] for u in range(kh) for v in range(kw)
            )
            for j in range(w - kw + 1)
        ]
        for i in range(h - kh + 1)
    ]
    return np.array(rows, dtype=image.dtype)


def by_einsum(x: np.ndarray, w: np.ndarray, b: np.ndarray) -> np.ndarray:
    windows = sliding_window_view(x, w.shape[:2], axis=(1, 2))
    return np.einsum("nijcuv,uvcf->nijf", windows, w) + b


def by_shifted_images(x: np.ndarray, w: np.ndarray, b: np.ndarray) -> np.ndarray:
    oh, ow = x.shape[1] - w.shape[0] + 1, x.shape[2] - w.shape[1] + 1
    return b + sum(
        x[:, u : u + oh, v : v + ow] @ w[u, v] for u, v in np.ndindex(w.shape[:2])
    )


def seen_by_product(size: Any, kernel: Any, stride: Any) -> np.ndarray:
    axes = [
        [sum(0 <= i - o < k for o in range(0, n - k + 1, s)) for i in range(n)]
        for n, k, s in zip(size, kernel, stride, strict=True)
    ]
    return np.multiply.outer(*map(np.array, axes)).astype(np.int32)


OTHER_STYLES = [
    ("apply_filter", plain_loops),
    ("apply_filter", lambda x, w: np.tensordot(sliding_window_view(x, w.shape), w)),
    ("to_image", lambda a: a.round().clip(0, 255).astype("uint8")),
    (
        "to_image",
        lambda a: np.array(
            [[min(max(round(v), 0), 255) for v in r] for r in a], np.uint8
        ),
    ),
    (
        "convolve",
        lambda x, w: sum(plain_loops(x[..., c], w[..., c]) for c in range(x.shape[2])),
    ),
    ("conv2d", by_einsum),
    ("conv2d", by_shifted_images),
    ("feature_maps", lambda x, w, b: by_einsum(x, w, b).clip(min=0)),
    ("shift", lambda x, d, r: np.pad(x, ((d, 0), (r, 0)))[: x.shape[0], : x.shape[1]]),
    ("output_size", lambda n, k, s=1, p=0: math.floor((n + 2 * p - k) / s) + 1),
    ("output_size", lambda n, k, s=1, p=0: len(range(0, n + 2 * p - k + 1, s))),
    ("pad", lambda x, p: np.pad(x, [(p[0], p[0]), (p[1], p[1])], constant_values=0)),
    ("same_padding", lambda k: [(k - 1) // 2, k - 1 - (k - 1) // 2]),
    ("times_seen", seen_by_product),
    (
        "strided conv2d",
        lambda x, w, s, p: plain_loops(wrong_padding.pad(x, p), w)[:: s[0], :: s[1]],
    ),
]


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize(("name", "answer"), OTHER_STYLES)
def test_accepts_right_answers_in_other_styles(
    name: str, answer: Callable[..., Any]
) -> None:
    PARTS[name].check(answer)


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_says_that_the_stub_is_not_written_yet(part: Part) -> None:
    def stub(*_: Any) -> Any:
        raise NotImplementedError()

    with pytest.raises(CheckFailed, match="not written yet"):
        part.check(stub)


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


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
@pytest.mark.parametrize("result", ODD_RESULTS, ids=lambda r: type(r).__name__)
def test_odd_results_fail_with_a_sentence(part: Part, result: Any) -> None:
    with pytest.raises(CheckFailed, match="Not yet"):
        part.check(lambda *_: result)


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
@pytest.mark.parametrize("answer", [None, 3, "conv2d", ...])
def test_an_answer_that_is_no_function_fails_with_a_sentence(
    part: Part, answer: Any
) -> None:
    with pytest.raises(CheckFailed, match="must be a function"):
        part.check(answer)


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_a_wrong_number_of_arguments_is_reported(part: Part) -> None:
    with pytest.raises(CheckFailed, match="TypeError"):
        part.check(lambda: None)


def test_a_changed_input_is_objected_to() -> None:
    def changes_its_input(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
        answer = conv.correlate2d(image, kernel)
        image[:] = 0
        return answer

    with pytest.raises(CheckFailed, match="changes the array it was given"):
        filters.check_apply_filter(changes_its_input)


def test_an_answer_that_hands_back_its_input_is_objected_to() -> None:
    def sometimes_the_same(image: np.ndarray, down: int, right: int) -> np.ndarray:
        return (
            image
            if not down and not right
            else wrong_convolution.shift(image, down, right)
        )

    with pytest.raises(CheckFailed, match="returns the array it was given"):
        convolution.check_shift(sometimes_the_same)


@pytest.mark.parametrize(
    "name", ["apply_filter", "convolve", "conv2d", "pad", "times_seen"]
)
def test_a_list_is_no_array(name: str) -> None:
    with pytest.raises(CheckFailed, match="they come as a list: return a NumPy array"):
        PARTS[name].check(lambda *arguments: PARTS[name].right(*arguments).tolist())


def test_a_helper_that_is_not_written_is_named() -> None:
    def convolve(x: np.ndarray, w: np.ndarray) -> np.ndarray:
        raise NotImplementedError()

    def conv2d(x: np.ndarray, w: np.ndarray, b: np.ndarray) -> np.ndarray:
        return np.stack([convolve(image, w[..., 0]) for image in x])

    with pytest.raises(
        CheckFailed, match="conv2d calls convolve, which is not written yet"
    ):
        convolution.check_conv2d(conv2d)


def test_code_that_runs_on_to_the_stub_is_told_so() -> None:
    def same_padding(k: int) -> tuple[int, int]:
        if k % 2 == 1:
            return (k - 1) // 2, (k - 1) // 2
        raise NotImplementedError()

    with pytest.raises(CheckFailed, match="runs on to `raise NotImplementedError"):
        padding.check_same_padding(same_padding)


def test_an_error_is_shown_with_its_words_and_its_line() -> None:
    def convolve(x: np.ndarray, w: np.ndarray) -> np.ndarray:
        kh, kw = w.shape
        return x[:kh, :kw]

    with pytest.raises(CheckFailed) as failed:
        convolution.check_convolve(convolve)
    assert "ValueError: too many values to unpack" in str(failed.value)
    assert "kh, kw = w.shape" in str(failed.value)
    assert "square" not in str(failed.value)


@pytest.mark.parametrize(
    ("answer", "hint"),
    [
        (
            lambda x, w, b: max(0, conv.conv2d(x, w, b)),
            "np.maximum works on every number",
        ),
        (lambda x, w, b: None + x, "does one of your functions lack its return"),
    ],
)
def test_what_numpy_says_is_explained(answer: Callable[..., Any], hint: str) -> None:
    with pytest.raises(CheckFailed, match=hint):
        convolution.check_feature_maps(answer)


@pytest.mark.parametrize(
    "name", ["apply_filter", "sobel_magnitude", "conv2d", "strided conv2d"]
)
def test_a_fixed_dtype_is_refused(name: str) -> None:
    with pytest.raises(CheckFailed, match="float32 and float64 is wanted"):
        PARTS[name].check(lambda *a: PARTS[name].right(*a).astype(np.float32))


def test_a_coincidence_names_nothing() -> None:
    with pytest.raises(CheckFailed, match="The number is not right"):
        padding.check_output_size(lambda n, k, s=1, p=0: n + 2 * p - (k - 1) * s)


def test_an_answer_that_exits_is_reported() -> None:
    with pytest.raises(CheckFailed, match="SystemExit"):
        filters.check_apply_filter(lambda *_: sys.exit())


def test_float64_for_float32_is_named() -> None:
    with pytest.raises(CheckFailed, match="float64 and float32 is wanted"):
        filters.check_apply_filter(
            lambda image, kernel: conv.correlate2d(image, kernel).astype(np.float64)
        )


def test_a_mistake_on_one_case_only_is_shown_with_that_case() -> None:
    def forgets_the_last_number(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
        answer = conv.correlate2d(image, kernel)
        if image.shape[1] > image.shape[0]:
            answer[-1, -1] += 1
        return answer

    with pytest.raises(CheckFailed) as failed:
        filters.check_apply_filter(forgets_the_last_number)
    text = str(failed.value)
    assert "1 of 10 numbers differ" in text
    assert "an image wider than high" in text
    assert text.count(" *") == 1
    assert "yours" in text
    assert "target" in text


def test_the_seed_changes_the_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    def first_image() -> np.ndarray:
        seen: list[np.ndarray] = []

        def spy(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
            seen.append(image.copy())
            return conv.correlate2d(image, kernel)

        filters.check_apply_filter(spy)
        return seen[0]

    monkeypatch.setenv("CNN_COURSE_SEED", "1")
    one, again = first_image(), first_image()
    monkeypatch.setenv("CNN_COURSE_SEED", "2")
    other = first_image()
    np.testing.assert_array_equal(one, again)
    assert not np.array_equal(one, other)


def test_digits_lost_in_between_are_named() -> None:
    failed = failure(
        "apply_filter",
        lambda *a: conv.correlate2d(*a).astype(np.float32).astype(a[0].dtype),
    )
    assert "right to four digits only" in str(failed)
    assert "an array in between not float64" in failed.told


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


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize("way", leaks(print))
@pytest.mark.parametrize("name", PARTS)
def test_no_number_that_was_drawn_is_told(name: str, way: str) -> None:
    failed = failure(name, leaks(PARTS[name].right)[way])
    told = failed.told.replace(called(name), "")
    # The dtype that is wanted is the task's.
    told = re.sub(r"\b(float|u?int)(8|32|64)\b", "", told)
    assert told
    assert not re.search(r"\d", told)
    assert failed.mistake == ""


@pytest.mark.parametrize("name", PARTS)
def test_the_words_for_a_case_hold_no_number_that_was_drawn(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def words(seed: str) -> tuple[str, ...]:
        monkeypatch.setenv("CNN_COURSE_SEED", seed)
        calls = iter([None])  # the first call returns it, the others are right
        failed = failure(name, lambda *a: next(calls, PARTS[name].right(*a)))
        return failed.example.what, *failed.right

    assert words("1") == words("2")
    assert len(set(words("1"))) == len(words("1")) > 2


class TestCheckFailed:
    def test_without_more_the_text_is_told(self) -> None:
        failed = CheckFailed("two words")
        assert (str(failed), failed.told) == ("two words", "two words")
        assert (failed.mistake, failed.right, failed.example) == ("", (), None)

    def test_it_can_be_copied_and_stored(self) -> None:
        failed = failure("same_padding", lambda k: (k, k))
        for other in (copy.copy(failed), pickle.loads(pickle.dumps(failed))):
            assert str(other) == str(failed)
            assert other.__dict__ == failed.__dict__

    def test_a_prediction_is_told_in_full(self) -> None:
        with pytest.raises(CheckFailed) as failed:
            padding.check_sizes([26, 28, 4, 2])
        assert failed.value.told == str(failed.value)

    def test_the_cases_that_were_right_are_named(self) -> None:
        def only_float32(image: np.ndarray, padding: tuple[int, int]) -> np.ndarray:
            return wrong_padding.pad(image, padding).astype(np.float32)

        assert failure("pad", only_float32).right == (
            "padding 1 by 1",
            "padding 2 by 1",
            "padding 0 by 2",
            "no padding",
        )

    def test_the_text_shows_the_first_case_and_the_example_is_the_smallest(
        self,
    ) -> None:
        failed = failure("apply_filter", lambda x, w: 1000 + conv.correlate2d(x, w))
        assert "an image of 4 by 4" in str(failed)  # 16 + 9 numbers
        assert failed.example.what == "a kernel of 3 by 1"  # 5 * 4 + 3 numbers
        assert failed.right == ()

    def test_of_examples_of_one_size_it_is_the_first(self) -> None:
        example = failure("same_padding", lambda k: (k, 0)).example
        assert example.arguments == {"k": 3}
        assert example.yours == ((3, 0), None)
        assert example.target == ((1, 1), None)

    def test_the_example_is_one_that_what_is_told_is_true_of(self) -> None:
        def stops_once(x: np.ndarray, w: np.ndarray) -> np.ndarray:
            if x.shape == w.shape:
                raise ValueError("too large")
            return conv.correlate2d(x, w) + (1000 if x.shape == (5, 6) else 0)

        failed = failure("apply_filter", stops_once)
        assert failed.told.endswith("Some numbers are not right.")
        assert failed.example.what == "a kernel of 2 by 4"  # 38 numbers, not 30
        assert failed.example.arguments.keys() == {"image", "kernel"}

    def test_of_a_mistake_made_in_some_cases_one_of_these_is_the_example(self) -> None:
        def no_bias_and_a_crash(
            x: np.ndarray, w: np.ndarray, b: np.ndarray
        ) -> np.ndarray:
            if x.shape[-1] == 1:
                raise ValueError("one channel")
            return conv.conv2d(x, w)

        failed = failure("conv2d", no_bias_and_a_crash)
        assert failed.mistake == "The bias is missing."
        assert "ValueError: one channel" in str(failed)
        assert failed.example.yours.error is None
        assert failed.example.what == "one image, two channels, three filters"

    def test_the_example_is_not_what_the_student_was_given(self) -> None:
        kept = []

        def spoils_its_input(image: np.ndarray, kernel: np.ndarray) -> None:
            image[:] = 99
            kept.append(image)

        example = failure("apply_filter", spoils_its_input).example
        assert not (example.arguments["image"] == 99).any()
        assert not any(
            np.shares_memory(example.arguments["image"], image) for image in kept
        )


class TestErrorsOfAnotherProcess:
    def error(self, kind: type[Exception], name: str) -> Exception:
        error = kind("too many values")
        error.frames = [
            FrameSummary("cell 3", 12, "conv2d", line="y = convolve(x, w)"),
            FrameSummary("cell 2", 7, name, line="kh, kw = w.shape"),
        ]
        return error

    def test_their_own_line_is_shown(self) -> None:
        def answer(*_: Any) -> Any:
            raise self.error(ValueError, "convolve")

        text = str(failure("conv2d", answer))
        assert "ValueError: too many values\nin convolve, line 7: kh, kw = w.s" in text
        assert "test_checks" not in text

    def test_the_helper_that_is_not_written_is_named(self) -> None:
        def conv2d(*_: Any) -> Any:
            raise self.error(NotImplementedError, "convolve")

        failed = failure("conv2d", conv2d)
        assert str(failed) == "conv2d calls convolve, which is not written yet."
        assert failed.told == "conv2d calls a function that is not written yet."

    def test_the_answer_itself_is_not_written(self) -> None:
        def answer(*_: Any) -> Any:
            raise self.error(NotImplementedError, "conv2d")

        assert "conv2d is not written yet" in failure("conv2d", answer).told

    def test_no_frames_at_all(self) -> None:
        error = NotImplementedError()
        error.frames = []

        def answer(*_: Any) -> Any:
            raise error

        assert "conv2d is not written yet" in str(failure("conv2d", answer))
        assert what_stopped(error).startswith("It stops with NotImplementedError\n")

    @pytest.mark.parametrize("frames", [None, 3, ["a line"], "lines"])
    def test_frames_of_another_kind_are_a_students_own(self, frames: Any) -> None:
        error = ValueError("here")
        error.frames = frames
        try:
            raise error
        except ValueError:
            assert [f.name for f in frames_of(error)] == [
                "test_frames_of_another_kind_are_a_students_own"
            ]

    def test_what_they_say_is_made_printable_and_cut(self) -> None:
        text = what_stopped(ValueError("first\nsecond\x1b[31m\ud800" + "x" * 9999))
        assert text.startswith("It stops with ValueError: first\nsecond\\x1b[31m")
        assert len(text) <= 1000
        assert text.encode()


class Unprintable:
    def __repr__(self) -> str:
        raise RuntimeError("no")


class Exits:
    def __repr__(self) -> str:
        sys.exit()

    def __array__(self, dtype: Any = None, copy: Any = None) -> Any:
        sys.exit()


class Escapes:
    def __repr__(self) -> str:
        return "red \x1b[31m\x00\n  \u202e\ud800"


ENDLESS: list[Any] = []
ENDLESS.append(ENDLESS)
THING = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.complex_numbers(),
        st.text(),
        st.binary(),
        st.builds(Unprintable),
        st.builds(Exits),
        st.builds(Escapes),
        st.just(ENDLESS),
        st.just(...),
        st.integers(1, 3).map(lambda n: n * 10**5000),
    ),
    lambda part: st.one_of(
        st.lists(part),
        st.lists(part).map(tuple),
        st.dictionaries(st.text(), part),
    ),
    max_leaves=30,
)
SHAPE = hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=11)
ANY_DTYPE = st.one_of(
    hnp.scalar_dtypes(),
    hnp.unicode_string_dtypes(max_len=100),
    hnp.byte_string_dtypes(max_len=100),
    hnp.nested_dtypes(),
)
ARRAY = st.one_of(
    hnp.arrays(ANY_DTYPE, SHAPE), hnp.arrays(object, SHAPE, elements=THING)
)
NUMBERS = hnp.arrays(st.sampled_from([np.float32, np.float64, np.int64]), SHAPE)


class TestTable:
    @given(ARRAY | THING, st.none() | ARRAY | THING | NUMBERS)
    def test_any_value_can_be_shown(self, value: Any, target: Any) -> None:
        shown = table("x", value, target)
        assert shown.about.isprintable()
        assert 0 < len(shown.about) <= 80
        assert (shown.rows is None) == (shown.wrong is None)
        rows = shown.rows or []
        assert len(rows) <= TALLEST
        assert all(len(row) <= WIDEST for row in rows)
        assert list(map(len, rows)) == list(map(len, shown.wrong or []))
        assert all(cell.isprintable() and cell for row in rows for cell in row)
        assert argument("x", value)

    @given(SHAPE.flatmap(lambda s: st.tuples(*[hnp.arrays(np.float32, s)] * 2)))
    def test_text_and_tables_have_the_same_numbers_and_stars(
        self, pair: tuple[np.ndarray, np.ndarray]
    ) -> None:
        both, text = tables(*pair), side_by_side(*pair)
        if all(shown.rows is not None for shown in both):
            words = [
                cell + star * " *"
                for i in range(len(both[0].rows))
                for shown in both
                for cell, star in zip(shown.rows[i], shown.wrong[i], strict=True)
            ]
            assert " ".join(words).split() == " ".join(text.splitlines()[1:]).split()
            head = f"{both[0].name} {both[1].name}"
            assert head.split() == text.splitlines()[0].split()

    def test_the_numbers_that_are_wrong(self) -> None:
        yours = np.array([[1.0, 2.5, -0.125], [0, np.nan, 1e9]], np.float32)
        target = np.array([[1.0, 2.0, -0.125], [0, 3, np.inf]], np.float32)
        shown, wanted = tables(yours, target)
        assert shown == table("yours", yours, target)
        assert shown == (
            "yours",
            "shape (2, 3), float32",
            [["1", "2.5", "-0.125"], ["0", "nan", "1e+09"]],
            [[False, True, False], [False, True, True]],
        )
        assert wanted.name == "target"
        assert wanted.rows[1] == ["0", "3", "inf"]
        assert not np.any(wanted.wrong)

    def test_an_argument(self) -> None:
        image = np.arange(6).reshape(1, 2, 3, 1)
        shown = table("x", image)
        assert shown.rows == [["0", "1", "2"], ["3", "4", "5"]]
        assert shown.about == "shape (1, 2, 3, 1), int64"
        assert table("stride", (2, 1)) == ("stride", "(2, 1)", None, None)

    def test_of_many_axes_the_plane_of_the_first_wrong_number_is_shown(self) -> None:
        target = np.arange(2 * 3 * 4 * 5, dtype=np.float32).reshape(2, 3, 4, 5)
        yours = target.copy()
        yours[1, 2, 0, 3] += 1
        shown, wanted = tables(yours, target, "result")
        assert (shown.name, wanted.name) == (
            "result [1, :, :, 3]",
            "target [1, :, :, 3]",
        )
        assert np.argwhere(shown.wrong).tolist() == [[2, 0]]
        assert shown.rows[2][0] == "104"  # 1 + 60 + 40 + 3
        assert wanted.rows[2] == ["103", "108", "113", "118"]
        assert shown.about == "shape (2, 3, 4, 5), float32"

    def test_numbers_that_come_otherwise_are_compared_too(self) -> None:
        shown = table("yours", (1, 2.5), (1, 2))
        assert shown == ("yours", "(1, 2.5)", [["1", "2.5"]], [[False, True]])
        assert table("yours", 7, np.int64(7)).rows == [["7"]]

    def test_nan_is_right_where_nan_is_wanted(self) -> None:
        shown = table("yours", np.array([np.nan, np.nan]), np.array([np.nan, 2]))
        assert shown.wrong == [[False, True]]

    def test_another_shape_has_no_stars(self) -> None:
        shown, wanted = tables(np.ones((2, 3)), np.zeros((3, 2)))
        assert not np.any(shown.wrong)
        assert (len(shown.rows), len(wanted.rows)) == (2, 3)

    @pytest.mark.parametrize(
        ("value", "about"),
        [
            (np.zeros((TALLEST + 1, 2)), "shape (10, 2), float64"),
            (np.zeros((2, WIDEST + 1)), "shape (2, 10), float64"),
            (np.zeros((0, 3)), "shape (0, 3), float64"),
            (np.broadcast_to(np.float32(1), (10**9, 10**9)), "shape (1000000000, "),
            (np.broadcast_to(np.int8(1), (2,) * 30), "shape (2, 2, 2, "),
            (np.array(["\x1b[31m"]), "shape (1,), <U5"),
            (np.zeros(2, dtype=[("\x1b", "f4")]), "shape (2,), [('\\x1b', '<f4')]"),
            ("\x1b[31m", "'\\x1b[31m'"),
            (Escapes(), r"red \x1b[31m\x00 \u202e\ud800"),
            (Unprintable(), "an object that cannot be printed"),
            ([Unprintable()], "an object that cannot be printed"),
            (Exits(), "an object that cannot be printed"),
            ("x" * 10**7, "'xxxx"),
            ([[0] * 10**6] * 10**6, "[[0, 0, 0"),
            (ENDLESS, "[[[[["),
            ([np.broadcast_to(0, (2,) * 40)], "[an array of shape (2, 2,"),
            ({"a": list(range(10**6))}, "{'a': [0, 1, 2"),
        ],
        ids=range(17),
    )
    def test_what_makes_no_table_is_named(self, value: Any, about: str) -> None:
        shown = table("x", value)
        assert shown.rows is None
        assert shown.about.startswith(about)
        assert len(shown.about) <= 80
        assert shown.about.isprintable()

    def test_one_number_and_many_axes_of_one(self) -> None:
        assert table("x", np.array(2.5)).rows == [["2.5"]]
        assert table("x", np.ones((1,) * 30)).rows == [["1"]]
        assert table("x", np.array(2.5), np.array(2)).wrong == [[True]]

    @pytest.mark.parametrize(
        "value",
        [
            (),
            (1,),
            [],
            [[1, 2], [3]],
            {},
            {"b": (1, "x"), 2: None},
            "it's",
            b"\x00",
            1.5,
        ],
    )
    def test_what_is_short_is_shown_as_python_writes_it(self, value: Any) -> None:
        assert summary(value) == repr(value)

    def test_a_prediction_shows_stars_and_no_target(self) -> None:
        with pytest.raises(CheckFailed) as failed:
            padding.check_sizes([26, 28, 4, 5])
        assert str(failed.value) == (
            "Not yet: sizes is [26, 28, 4, 5]. The numbers with a star are not right yet:\n"
            "yours\n26   28   4 *  5 *"
        )


class TestPredictions:
    def test_right_sums_pass(self, capsys: pytest.CaptureFixture[str]) -> None:
        filters.check_by_hand(1, 4)
        assert capsys.readouterr().out == "first: correct.\nsecond: correct.\n"

    @pytest.mark.parametrize(
        ("answers", "says"),
        [
            ((..., 4), "first is not filled in yet"),
            ((None, 4), "first is not filled in yet"),
            ((1, "four"), "second is 'four', but numbers are wanted"),
            (([1, 2], 4), "but one number is wanted"),
            ((-1, 4), "The sign is wrong"),
            ((1, 5), "second is 5"),
            ((float("nan"), 4), "first is nan"),
        ],
    )
    def test_wrong_sums_are_explained(
        self, answers: tuple[Any, Any], says: str
    ) -> None:
        with pytest.raises(CheckFailed) as failed:
            filters.check_by_hand(*answers)
        assert says in str(failed.value)

    def test_convolution_by_hand(self, capsys: pytest.CaptureFixture[str]) -> None:
        convolution.check_by_hand([[5, 5, 5], [14, 5, 7]])
        assert "correct" in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("answer", "says"),
        [
            ([[4, 4, 4], [13, 4, 6]], "The bias is missing"),
            ([[8, 8, 8], [17, 8, 10]], "added for each of the four products"),
            ([[5, 5, 5], [14, 5, 8]], "star"),
            ([5, 5, 5], r"shape (2, 3)"),
            ([[..., 5, 5], [14, 5, 7]], "not filled in yet"),
            (..., "not filled in yet"),
        ],
    )
    def test_convolution_by_hand_explained(self, answer: Any, says: str) -> None:
        with pytest.raises(CheckFailed) as failed:
            convolution.check_by_hand(answer)
        assert says in str(failed.value)

    def test_the_target_of_a_prediction_is_not_told(self) -> None:
        with pytest.raises(CheckFailed) as failed:
            convolution.check_by_hand([[5, 5, 5], [14, 5, 1]])
        assert "7" not in str(failed.value)

    def test_sizes(self, capsys: pytest.CaptureFixture[str]) -> None:
        padding.check_sizes([26, 28, 3, 2])
        assert "correct" in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("sizes", "says"),
        [
            ([26, 28, 3, 3], "round"),
            ([26, 26, 3, 2], "both sides"),
            ([25, 27, 2, 1], r"+ 1 is missing"),
            ([26, 28, ..., 2], "not filled in yet"),
            ([26, 28, 4, 2], "star"),
        ],
    )
    def test_wrong_sizes_are_explained(self, sizes: list[Any], says: str) -> None:
        with pytest.raises(CheckFailed) as failed:
            padding.check_sizes(sizes)
        assert says in str(failed.value)

    def test_claims(self, capsys: pytest.CaptureFixture[str]) -> None:
        convolution.check_equivariance(dict(convolution.CLAIMS))
        assert "all 3 are correct" in capsys.readouterr().out

    @pytest.mark.parametrize("claim", convolution.CLAIMS)
    def test_each_wrong_claim_gets_its_hint(self, claim: str) -> None:
        claims = dict(convolution.CLAIMS)
        claims[claim] = not claims[claim]
        with pytest.raises(CheckFailed) as failed:
            convolution.check_equivariance(claims)
        assert convolution.CLAIM_HINTS[claim] in str(failed.value)

    @pytest.mark.parametrize(
        "value",
        [None, {}, {"same kernel everywhere": ...}, {"same kernel everywhere": "yes"}],
    )
    def test_unfilled_claims_are_refused(self, value: Any) -> None:
        with pytest.raises(CheckFailed):
            convolution.check_equivariance(value)


class TestMyKernel:
    RIGHT = ((2, -1, -1), (-1, 2, -1), (-1, -1, 2))

    def test_a_diagonal_passes(self, capsys: pytest.CaptureFixture[str]) -> None:
        filters.check_my_kernel(np.array(self.RIGHT))
        assert "finds the diagonal" in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("kernel", "says"),
        [
            (..., "not filled in yet"),
            (np.zeros((3, 3)), "silent everywhere"),
            (np.eye(3), "add up to"),
            (np.array(RIGHT)[:, ::-1], "top right to bottom left"),
            (-np.array(RIGHT), "dark diagonal"),
            (
                np.array([[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]]),
                "a single bright pixel",
            ),
            (np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]]), "cannot tell"),
            (
                np.array([[9, 0, 0], [0, -3, -3], [0, -3, 0]]),
                "horizontal line in row 0",
            ),
            (np.ones((2, 2)), "shape (3, 3)"),
            (np.full((3, 3), np.nan), "inf or nan"),
            ("kernel", "numbers are wanted"),
        ],
    )
    def test_other_kernels_are_explained(self, kernel: Any, says: str) -> None:
        with pytest.raises(CheckFailed) as failed:
            filters.check_my_kernel(kernel)
        assert says in str(failed.value)
