"""What only the checks of assignment 5 do: predicted shapes, claims, views, and the words of its task."""

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from cnn_course import conv
from cnn_course.checks import arrays
from cnn_course.checks.failures import CheckFailed
from cnn_course.checks.mistakes import arrays as places
from cnn_course.checks.mistakes import arrays_channels, arrays_order, arrays_shapes
from tests.parts import arrays as parts
from tests.test_exercises import EXERCISES, build

SHAPES, WEIGHTS = arrays_shapes.SHAPES, arrays_shapes.WEIGHTS
EVERY_MISREADING = [
    pytest.param(what, says, wrong, id=f"{what}-{number}")
    for what, known in arrays_shapes.MISREAD.items()
    for number, (says, wrong) in enumerate(known.items())
]


def failure(check: Callable[..., None], *answers: Any) -> str:
    with pytest.raises(CheckFailed) as failed:
        check(*answers)
    return str(failed.value)


class TestShapes:
    def test_right_shapes_pass(self, capsys: pytest.CaptureFixture[str]) -> None:
        arrays.check_shapes(dict(SHAPES), 240)
        out = capsys.readouterr().out
        assert out.startswith("shapes: all 8 are correct.\nweights: correct.\n[")

    @pytest.mark.parametrize("kind", [list, np.array])
    def test_a_shape_may_be_any_row_of_numbers(self, kind: Any) -> None:
        arrays.check_shapes({what: kind(s) for what, s in SHAPES.items()}, WEIGHTS)

    def test_the_targets_are_those_worked_out_by_hand(self) -> None:
        assert SHAPES == {
            "x[0]": (28, 20, 3),
            "x[0, 0]": (20, 3),
            "x[:, 2]": (10, 20, 3),
            "x[:, 2:5]": (10, 3, 20, 3),
            "x[..., 1:3]": (10, 28, 20, 2),
            "x.transpose(0, 3, 1, 2)": (10, 3, 28, 20),
            "the same transpose twice": (10, 20, 3, 28),
            "y": (10, 24, 19, 8),
        }
        assert WEIGHTS == 240

    @pytest.mark.parametrize(("what", "says", "wrong"), EVERY_MISREADING)
    def test_each_misreading_gets_its_sentence(
        self, what: str, says: str, wrong: tuple[int, ...]
    ) -> None:
        assert failure(arrays.check_shapes, SHAPES | {what: wrong}, WEIGHTS) == (
            f'Not yet: shapes["{what}"]. {says}'
        )

    @pytest.mark.parametrize("what", SHAPES)
    def test_misreadings_differ_from_each_other_and_from_the_target(
        self, what: str
    ) -> None:
        shapes = [SHAPES[what], *arrays_shapes.MISREAD[what].values()]
        assert len(set(shapes)) == len(shapes) >= 3

    @pytest.mark.parametrize(
        ("value", "says"),
        [
            (..., "is not filled in yet"),
            (None, "is not filled in yet"),
            ((28, ..., 3), "is not filled in yet"),
            ((28, None, 3), "is not filled in yet"),
            ("(28, 20, 3)", "but numbers are wanted"),
            ((28, "20", 3), "but numbers are wanted"),
            ([[28], [20, 3]], "but numbers are wanted"),
            (1680, "but a shape is wanted: whole numbers in brackets"),
            ([[28, 20, 3]], "but a shape is wanted: whole numbers in brackets"),
            ((float("nan"), 20, 3), "is (nan, 20, 3). Look at its numbers again"),
            ((28, 20, 2), "is (28, 20, 2). Look at its numbers again"),
            ((28, 20), "is (28, 20). Look at the number of its axes again"),
            ((), "is (). Look at the number of its axes again"),
        ],
        ids=str,
    )
    def test_anything_else_is_refused(self, value: Any, says: str) -> None:
        text = failure(arrays.check_shapes, SHAPES | {"x[0]": value}, WEIGHTS)
        assert 'shapes["x[0]"]' in text
        assert says in text

    @pytest.mark.parametrize("value", [None, ..., [(28, 20, 3)], "shapes", 3])
    def test_anything_but_a_dictionary_is_refused(self, value: Any) -> None:
        text = failure(arrays.check_shapes, value, WEIGHTS)
        assert "it must be a dictionary of shapes" in text

    def test_a_shape_that_is_left_out_is_named(self) -> None:
        text = failure(arrays.check_shapes, {"x[0]": (28, 20, 3)}, WEIGHTS)
        assert text.startswith('shapes["x[0, 0]"] is not filled in yet')

    def test_the_target_is_not_told(self) -> None:
        text = failure(arrays.check_shapes, SHAPES | {"y": (10, 25, 18, 7)}, WEIGHTS)
        assert "24" not in text
        assert "19" not in text

    @pytest.mark.parametrize(("says", "wrong"), arrays_shapes.MISCOUNTED.items())
    def test_each_wrong_count_of_weights_gets_its_sentence(
        self, says: str, wrong: int
    ) -> None:
        assert (
            failure(arrays.check_shapes, SHAPES, wrong) == f"Not yet: weights. {says}"
        )

    @pytest.mark.parametrize(
        ("weights", "says"),
        [
            (..., "weights is not filled in yet"),
            (None, "weights is not filled in yet"),
            ("240", "but numbers are wanted"),
            ((5, 2, 3, 8), "but one number is wanted"),
            (float("nan"), "Not yet: weights is nan"),
            (241, "Not yet: weights is 241"),
        ],
        ids=str,
    )
    def test_other_weights_are_refused(self, weights: Any, says: str) -> None:
        assert says in failure(arrays.check_shapes, SHAPES, weights)


class TestFits:
    def test_right_claims_pass(self, capsys: pytest.CaptureFixture[str]) -> None:
        arrays.check_fits(dict(arrays_shapes.FITS))
        assert "fits: all 8 are correct" in capsys.readouterr().out

    @pytest.mark.parametrize("claim", arrays_shapes.FITS)
    def test_the_targets_are_what_numpy_does(self, claim: str) -> None:
        x, shape = np.zeros((6, 5, 4, 3)), eval(claim)
        if arrays_shapes.FITS[claim]:
            assert (x + np.zeros(shape)).shape == x.shape
        else:
            with pytest.raises(ValueError, match="could not be broadcast"):
                x + np.zeros(shape)

    @pytest.mark.parametrize("claim", arrays_shapes.FITS)
    def test_each_wrong_claim_gets_its_hint(self, claim: str) -> None:
        claims = arrays_shapes.FITS | {claim: not arrays_shapes.FITS[claim]}
        text = failure(arrays.check_fits, claims)
        assert text == f'Not yet: fits["{claim}"]. {arrays_shapes.FITS_HINTS[claim]}'

    @pytest.mark.parametrize(
        "value",
        [None, "text", {}, {"(3,)": ...}, {"(3,)": "yes"}, {"(3,)": None}, [True] * 8],
        ids=str,
    )
    def test_anything_else_is_refused(self, value: Any) -> None:
        assert failure(arrays.check_fits, value).startswith("fits")


@pytest.mark.parametrize(
    ("check", "view"),
    [
        (arrays.check_to_nhwc, lambda x: x.transpose(0, 2, 3, 1)),
        (arrays.check_filters_last, lambda w: w.transpose(2, 3, 1, 0)),
        (
            arrays.check_crop_center,
            lambda x, size: x[
                :,
                (x.shape[1] - size[0]) // 2 : (x.shape[1] + size[0]) // 2,
                (x.shape[2] - size[1]) // 2 : (x.shape[2] + size[1]) // 2,
            ],
        ),
    ],
    ids=["to_nhwc", "filters_last", "crop_center"],
)
def test_a_view_of_the_same_memory_is_objected_to(
    check: Callable[..., None], view: Callable[..., np.ndarray]
) -> None:
    assert "returns the array it was given, or a part of it" in failure(check, view)


def test_channels_that_are_normalized_in_place_are_objected_to() -> None:
    def in_place(x: np.ndarray) -> np.ndarray:
        mean, std = x.mean(axis=(0, 1, 2)), x.std(axis=(0, 1, 2))
        x -= mean
        x /= std
        return x

    text = failure(arrays.check_normalize, in_place)
    assert "it changes the array it was given" in text


@pytest.mark.parametrize("small", [1e-8, 1e-7, 1e-5])
def test_something_very_small_may_be_added_to_the_deviation(small: float) -> None:
    arrays.check_normalize(
        lambda x: (x - x.mean(axis=(0, 1, 2))) / (x.std(axis=(0, 1, 2)) + small)
    )


@pytest.mark.parametrize(
    ("check", "right"),
    [
        (arrays.check_to_nhwc, arrays_order.to_nhwc),
        (arrays.check_filters_last, arrays_order.filters_last),
        (arrays.check_crop_center, places.crop_center),
        (arrays.check_to_grey, arrays_channels.to_grey),
        (arrays.check_normalize, arrays_channels.normalize),
        (arrays.check_conv2d, conv.conv2d),
    ],
    ids=lambda value: value.__name__,
)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_dtype_of_the_input_must_be_kept(
    check: Callable[..., None], right: Callable[..., np.ndarray], dtype: type
) -> None:
    text = failure(check, lambda *a: right(*a).astype(dtype))
    assert f"their dtype is {np.dtype(dtype)} and" in text


def test_a_function_for_the_example_only_is_found_out() -> None:
    def steps_of_the_example(place: Any, shape: Any) -> int:
        return sum(k * s for k, s in zip(place, (60, 20, 5, 1), strict=True))

    text = failure(arrays.check_flat_index, steps_of_the_example)
    assert "The number is not right" in text
    assert "the example of the task" not in text


@pytest.mark.parametrize(
    ("product", "says"),
    [
        (
            lambda block, w: np.sum(block[..., 0] * w, axis=3),
            "one more axis, of size 1",
        ),
        (lambda block, w: np.sum(block * w, axis=-1), "The sum runs over the filters"),
        (lambda block, w: block * w, "not added up over the channels"),
    ],
)
def test_shapes_that_do_not_fit_are_explained_and_not_only_shown(
    product: Callable[..., np.ndarray], says: str
) -> None:
    def conv2d(x: np.ndarray, w: np.ndarray, b: np.ndarray) -> np.ndarray:
        kh, kw, _, f = w.shape
        oh, ow = x.shape[1] - kh + 1, x.shape[2] - kw + 1
        y = np.zeros((len(x), oh, ow, f), dtype=x.dtype)
        for u, v in np.ndindex(kh, kw):
            y += product(x[:, u : u + oh, v : v + ow, :, np.newaxis], w[u, v])
        return y + b

    text = failure(arrays.check_conv2d, conv2d)
    assert says in text
    assert "could not be broadcast" in text


class TestWordsOfTheTask:
    """The numbers that the assignment and its docstrings give."""

    TEXT = (EXERCISES / "05_arrays.py").read_text(encoding="utf-8")

    def test_the_example_of_flat_index(self) -> None:
        found = re.search(
            r"flat_index\((.*), (\(2, 3, 4, 5\))\) is .* = (\d+)", self.TEXT
        )
        place, shape, number = map(eval, found.groups())
        assert places.flat_index(place, shape) == number
        assert [places.flat_index(tuple(p), shape) for p in np.eye(4, dtype=int)] == [
            60,
            20,
            5,
            1,
        ]

    def test_the_example_of_transpose(self) -> None:
        assert "has after `transpose(2, 0, 1)` the shape (2, 7, 5)" in self.TEXT
        assert np.zeros((7, 5, 2)).transpose(2, 0, 1).shape == (2, 7, 5)

    @pytest.mark.parametrize(
        ("move", "shape", "old", "new"),
        [
            (arrays_order.to_nhwc, (2, 3, 4, 5), (1, 0, 2, 3), (1, 2, 3, 0)),
            (arrays_order.filters_last, (6, 2, 3, 4), (5, 0, 1, 2), (1, 2, 0, 5)),
        ],
    )
    def test_the_places_that_numbers_come_to(
        self, move: Any, shape: Any, old: Any, new: Any
    ) -> None:
        array = np.arange(np.prod(shape)).reshape(shape)
        assert move(array)[new] == array[old]
        assert f"[{str(old)[1:-1]}] comes to the place [{str(new)[1:-1]}]" in self.TEXT

    def test_the_middle_of_five_rows(self) -> None:
        x = np.arange(5.0).reshape(1, 5, 1, 1)
        assert places.crop_center(x, (2, 1)).ravel().tolist() == [1, 2]
        assert "the middle 2 of 5 rows are rows 1 and 2" in self.TEXT

    def test_the_shapes_that_do_and_do_not_fit(self) -> None:
        assert np.broadcast_shapes((7, 2, 9), (2, 1)) == (7, 2, 9)
        with pytest.raises(ValueError, match="broadcast"):
            np.broadcast_shapes((7, 2, 9), (7, 2))

    def test_the_grey_pixel(self) -> None:
        x, shares = np.array([[[[4.0, 2, 1]]]]), np.array([0.5, 0.25, 2])
        assert arrays_channels.to_grey(x, shares).item() == 4.5
        assert "(4, 2, 1) with the shares (0.5, 0.25, 2) becomes 2 + 0.5 + 2 = 4.5" in (
            self.TEXT
        )

    def test_the_channel_of_two_numbers(self) -> None:
        x = np.array([3.0, 7]).reshape(1, 1, 2, 1)
        assert arrays_channels.normalize(x).ravel().tolist() == [-1, 1]

    def test_a_convolution_of_ones(self) -> None:
        y = conv.conv2d(np.ones((2, 4, 5, 3)), np.ones((3, 2, 3, 6)), np.ones(6))
        assert np.all(y == 19)

    def test_the_extension_does_what_it_says(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        cells = build.build(EXERCISES / "05_arrays.py").cells
        (further,) = [c.source for c in cells if c.id == "answer-further"]
        rng = np.random.default_rng(0)
        names = {
            "np": np,
            "planes": rng.normal(size=(2, 3, 6, 5)),
            "theirs": rng.normal(size=(4, 3, 2, 3)),
            "conv2d": parts.added_up_in_place,
            "to_nhwc": arrays_order.to_nhwc,
            "filters_last": arrays_order.filters_last,
        }
        exec(further, names)
        assert capsys.readouterr().out == "the same: True\n"
