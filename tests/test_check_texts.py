"""What a student reads who is not right yet, in the checks of the first three assignments."""

import copy
import functools
import pickle
import sys
from collections.abc import Callable
from traceback import FrameSummary
from typing import Any

import numpy as np
import pytest

from cnn_course import conv
from cnn_course.checks import convolution, filters, padding
from cnn_course.checks.failures import CheckFailed
from cnn_course.checks.mistakes import convolution as wrong_convolution
from cnn_course.checks.mistakes import padding as wrong_padding
from cnn_course.checks.report import frames_of, what_stopped
from tests.parts import every_part

PARTS = every_part()


def failure(name: str, answer: Any) -> CheckFailed:
    """Return how a part's check fails."""
    with pytest.raises(CheckFailed) as failed:
        PARTS[name].check(answer)
    return failed.value


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


def test_of_a_part_of_its_input_what_is_wrong_is_told_first() -> None:
    def cuts(image: np.ndarray, down: int, right: int) -> np.ndarray:
        return image[: image.shape[0] - down, : image.shape[1] - right]

    assert "shape" in failure("convolution.shift", cuts).told


@pytest.mark.parametrize(
    "name",
    [
        "filters.apply_filter",
        "convolution.convolve",
        "convolution.conv2d",
        "padding.pad",
        "padding.times_seen",
    ],
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
        (
            lambda x, w, b: x.__setitem__((0, 0, 0, 0), [1, 2]),
            "One place of an array takes one number",
        ),
    ],
)
def test_what_numpy_says_is_explained(answer: Callable[..., Any], hint: str) -> None:
    with pytest.raises(CheckFailed, match=hint):
        convolution.check_feature_maps(answer)


@pytest.mark.parametrize(
    "name",
    [
        "filters.apply_filter",
        "filters.sobel_magnitude",
        "convolution.conv2d",
        "padding.conv2d",
    ],
)
def test_a_fixed_dtype_is_refused(name: str) -> None:
    with pytest.raises(CheckFailed, match="float32 and float64 is wanted"):
        PARTS[name].check(lambda *a: PARTS[name].right(*a).astype(np.float32))


def test_a_coincidence_names_nothing() -> None:
    with pytest.raises(CheckFailed, match="The number is not right"):
        padding.check_output_size(lambda n, k, s=1, p=0: n + 2 * p - (k - 1) * s)


def test_errors_that_agree_name_nothing() -> None:
    def end_is_the_size(x: np.ndarray, w: np.ndarray) -> np.ndarray:
        y = np.zeros_like(conv.correlate2d(x, w))
        for i, j in np.ndindex(y.shape):
            y[i, j] = np.sum(x[i : w.shape[0], j : w.shape[1]] * w)
        return y

    failed = failure("filters.apply_filter", end_is_the_size)
    assert failed.mistake == ""
    assert "could not be broadcast" in str(failed)


def test_whole_numbers_with_decimals_are_no_matter_of_an_array() -> None:
    def floats(k: int) -> tuple[float, float]:
        return np.floor((k - 1) / 2), np.ceil((k - 1) / 2)

    text = str(failure("padding.same_padding", floats))
    assert "The numbers are right, but they have decimals: return whole numbers" in text


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


def test_of_two_mistakes_the_one_that_explains_what_is_shown_is_named() -> None:
    images = [image.shape for image in _images_of(filters.check_apply_filter)]

    def turned(image: np.ndarray, kernel: np.ndarray, shown: bool) -> np.ndarray:
        answer = conv.correlate2d(image, kernel[::-1, ::-1])
        return answer if (image.shape in images[:2]) == shown else answer * 3 + 1

    def name(shown: bool) -> str:
        wrong = functools.partial(turned, shown=shown)
        return failure("filters.apply_filter", wrong).mistake

    assert "turn" in name(shown=True)
    assert (
        name(shown=True)
        == failure(
            "filters.apply_filter", lambda i, k: conv.correlate2d(i, k[::-1, ::-1])
        ).mistake
    )


def _images_of(check: Callable[..., None]) -> list[np.ndarray]:
    """Return the images that a check of a filter draws."""
    seen: list[np.ndarray] = []

    def spy(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
        seen.append(image.copy())
        return conv.correlate2d(image, kernel)

    check(spy)
    return seen


def test_what_is_kept_from_call_to_call_is_objected_to() -> None:
    kept: dict[tuple[int, ...], np.ndarray] = {}

    def adds_up(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
        key = (*image.shape, *kernel.shape)
        kept[key] = kept.get(key, 0) + conv.correlate2d(image, kernel)
        return kept[key].copy()

    failed = failure("filters.apply_filter", adds_up)
    assert failed.mistake == "It does something else when it is called again."
    assert "called again with the same arguments" in str(failed)


def test_the_seed_changes_the_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    def first_image() -> np.ndarray:
        return _images_of(filters.check_apply_filter)[0]

    monkeypatch.setenv("CNN_COURSE_SEED", "1")
    one, again = first_image(), first_image()
    monkeypatch.setenv("CNN_COURSE_SEED", "2")
    other = first_image()
    np.testing.assert_array_equal(one, again)
    assert not np.array_equal(one, other)


def test_digits_lost_in_between_are_named() -> None:
    failed = failure(
        "filters.apply_filter",
        lambda *a: conv.correlate2d(*a).astype(np.float32).astype(a[0].dtype),
    )
    assert "right to four digits only" in str(failed)
    assert "an array in between not float64" in failed.told


class TestCheckFailed:
    def test_without_more_the_text_is_told(self) -> None:
        failed = CheckFailed("two words")
        assert (str(failed), failed.told) == ("two words", "two words")
        assert (failed.mistake, failed.right, failed.example) == ("", (), None)

    def test_it_can_be_copied_and_stored(self) -> None:
        failed = failure("padding.same_padding", lambda k: (k, k))
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

        assert failure("padding.pad", only_float32).right == (
            "padding 1 by 1",
            "padding 2 by 1",
            "padding 0 by 2",
            "no padding",
        )

    def test_the_text_shows_the_first_case_and_the_example_is_the_smallest(
        self,
    ) -> None:
        failed = failure(
            "filters.apply_filter", lambda x, w: 1000 + conv.correlate2d(x, w)
        )
        assert "an image of 4 by 4" in str(failed)  # 16 + 9 numbers
        assert failed.example.what == "a kernel of 3 by 1"  # 5 * 4 + 3 numbers
        assert failed.right == ()

    def test_of_examples_of_one_size_it_is_the_first(self) -> None:
        example = failure("padding.same_padding", lambda k: (k, 0)).example
        assert example.arguments == {"k": 3}
        assert example.yours == ((3, 0), None)
        assert example.target == ((1, 1), None)

    def test_the_example_is_one_that_what_is_told_is_true_of(self) -> None:
        def stops_once(x: np.ndarray, w: np.ndarray) -> np.ndarray:
            if x.shape == w.shape:
                raise ValueError("too large")
            return conv.correlate2d(x, w) + (1000 if x.shape == (5, 6) else 0)

        failed = failure("filters.apply_filter", stops_once)
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

        failed = failure("convolution.conv2d", no_bias_and_a_crash)
        assert failed.mistake == "The bias is missing."
        assert "The case: one image, two channels, three filters." in str(failed)
        assert failed.example.yours.error is None
        assert failed.example.what == "one image, two channels, three filters"

    def test_the_example_is_not_what_the_student_was_given(self) -> None:
        kept = []

        def spoils_its_input(image: np.ndarray, kernel: np.ndarray) -> None:
            image[:] = 99
            kept.append(image)

        example = failure("filters.apply_filter", spoils_its_input).example
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

        text = str(failure("convolution.conv2d", answer))
        assert "ValueError: too many values\nin convolve, line 7: kh, kw = w.s" in text
        assert "test_check_texts" not in text

    def test_the_helper_that_is_not_written_is_named(self) -> None:
        def conv2d(*_: Any) -> Any:
            raise self.error(NotImplementedError, "convolve")

        failed = failure("convolution.conv2d", conv2d)
        assert str(failed) == "conv2d calls convolve, which is not written yet."
        assert failed.told == "conv2d calls a function that is not written yet."

    def test_the_answer_itself_is_not_written(self) -> None:
        def answer(*_: Any) -> Any:
            raise self.error(NotImplementedError, "conv2d")

        assert "conv2d is not written yet" in failure("convolution.conv2d", answer).told

    def test_no_frames_at_all(self) -> None:
        error = NotImplementedError()
        error.frames = []

        def answer(*_: Any) -> Any:
            raise error

        assert "conv2d is not written yet" in str(failure("convolution.conv2d", answer))
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
