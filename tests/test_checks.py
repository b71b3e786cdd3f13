"""Every check accepts its target, refuses the untouched stub, and names each of its mistakes."""

import math
import sys
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
import pytest
from numpy.lib.stride_tricks import sliding_window_view

from cnn_course import conv, shapes
from cnn_course.checks import convolution, filters, padding
from cnn_course.checks.core import CheckFailed, Mistake
from cnn_course.checks.mistakes import convolution as wrong_convolution
from cnn_course.checks.mistakes import filters as wrong_filters
from cnn_course.checks.mistakes import padding as wrong_padding


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
    pytest.param(part, mistake, id=f"{name}-{number}")
    for name, part in PARTS.items()
    for number, mistake in enumerate(part.mistakes)
]


@pytest.fixture(params=SEEDS)
def seed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CNN_COURSE_SEED", request.param)


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_accepts_the_target(part: Part, capsys: pytest.CaptureFixture[str]) -> None:
    part.check(part.right)
    assert "correct" in capsys.readouterr().out


@pytest.mark.usefixtures("seed")
@pytest.mark.parametrize(("part", "mistake"), EVERY_MISTAKE)
def test_names_the_mistake(part: Part, mistake: Mistake) -> None:
    with pytest.raises(CheckFailed) as failed:
        part.check(mistake.wrong)
    assert mistake.says in str(failed.value)


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
