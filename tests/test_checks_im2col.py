"""Assignment 6: its predictions, the examples in its text, and what students read who are wrong."""

import re
from typing import Any

import numpy as np
import pytest

from cnn_course.checks import im2col as checks
from cnn_course.checks.failures import CheckFailed
from cnn_course.checks.mistakes import im2col_predictions as predictions
from cnn_course.checks.mistakes.im2col_mean import undo_im2col
from cnn_course.checks.mistakes.im2col_sizes import im2col_bytes
from cnn_course.im2col import col2im, im2col
from tests.parts.im2col import one_row_after_the_other, window_by_window
from tests.test_exercises import EXERCISES

TEXT = (EXERCISES / "06_im2col.py").read_text(encoding="utf-8")
RIGHT = {
    "first_row": [7, 2, 9, 1, 8, 3],
    "second_row": [2, 9, 4, 8, 3, 6],
    "matrix_shape": [3200, 75],
    "times_as_many": 25,
}
MEGABYTES = [13, 116, 3699]
PREDICTED = {
    "first_row": predictions.first_row(checks.FIRST_IMAGE),
    "second_row": predictions.second_row(checks.FIRST_IMAGE),
    "matrix_shape": predictions.matrix_shape(checks.BATCH),
    "times_as_many": predictions.times_as_many(checks.BATCH),
}
KNOWN_MEGABYTES = predictions.megabytes(checks.VGG_LAYER, checks.IMAGES)[1]
EVERY_KNOWN = [
    pytest.param(name, says, wrong, id=f"{name}-{number}")
    for name, (_, known) in PREDICTED.items()
    for number, (says, wrong) in enumerate(known.items())
]
ODD = [
    None,
    ...,
    "text",
    ["a", "b"],
    [],
    [1],
    [[1, 2], [3]],
    [1, ..., 3],
    np.zeros((2, 3, 4)),
    {"a": 1},
    object(),
    float("nan"),
    [float("nan")] * 2,
    [float("nan")] * 3,
    [float("nan")] * 6,
    True,
    10**400,
]


def predicted(**changes: Any) -> str:
    """Return what is said of predictions that are right but for some."""
    with pytest.raises(CheckFailed) as failed:
        checks.check_predicted(*(RIGHT | changes).values())
    return str(failed.value)


def of_megabytes(value: Any) -> str:
    with pytest.raises(CheckFailed) as failed:
        checks.check_megabytes(value)
    return str(failed.value)


class TestPredictions:
    def test_right_ones_pass(self, capsys: pytest.CaptureFixture[str]) -> None:
        checks.check_predicted(*RIGHT.values())
        said = capsys.readouterr().out
        assert [f"{name}: correct." in said for name in RIGHT] == [True] * 4

    def test_rows_may_be_arrays_and_a_shape_a_tuple(self) -> None:
        checks.check_predicted(
            np.array(RIGHT["first_row"]), tuple(RIGHT["second_row"]), (3200, 75), 25.0
        )

    @pytest.mark.parametrize(("name", "says", "wrong"), EVERY_KNOWN)
    def test_each_known_wrong_number_gets_its_sentence(
        self, name: str, says: str, wrong: Any
    ) -> None:
        assert predicted(**{name: wrong}) == f"Not yet: {name}. {says}"

    @pytest.mark.parametrize("name", RIGHT)
    @pytest.mark.parametrize("value", ODD, ids=range(len(ODD)))
    def test_anything_else_fails_with_a_sentence(self, name: str, value: Any) -> None:
        assert predicted(**{name: value}).startswith((f"{name} is ", "Not yet: "))

    def test_dots_are_told_from_numbers(self) -> None:
        says = predicted(first_row=[7, 2, 9, ..., 8, 3])
        assert "first_row is not filled in yet" in says

    def test_what_is_right_of_a_row_is_shown_without_the_target(self) -> None:
        says = predicted(first_row=[7, 2, 9, 1, 8, 99])
        assert says.count(" *") == 1
        assert "3" not in says

    def test_the_matrix_of_the_first_image(self) -> None:
        image = checks.FIRST_IMAGE.astype(np.float32)[np.newaxis, :, :, np.newaxis]
        rows = im2col(image, (2, 3))[:2].tolist()
        assert rows == [RIGHT["first_row"], RIGHT["second_row"]]

    def test_the_matrix_of_the_batch(self) -> None:
        x, kernel, padding = checks.BATCH
        matrix = im2col(np.zeros(x, np.float32), kernel, 1, padding)
        assert list(matrix.shape) == RIGHT["matrix_shape"]
        assert matrix.size / np.prod(x) == RIGHT["times_as_many"]


class TestMegabytes:
    @pytest.mark.parametrize("kind", [list, tuple, np.array])
    def test_right_ones_pass(self, kind: Any) -> None:
        checks.check_megabytes(kind(MEGABYTES))

    @pytest.mark.parametrize("says", KNOWN_MEGABYTES)
    def test_each_known_wrong_number_gets_its_sentence(self, says: str) -> None:
        assert of_megabytes(KNOWN_MEGABYTES[says]) == f"Not yet: megabytes. {says}"

    @pytest.mark.parametrize("value", ODD, ids=range(len(ODD)))
    def test_anything_else_fails_with_a_sentence(self, value: Any) -> None:
        assert of_megabytes(value).startswith(("megabytes is ", "Not yet: "))

    @pytest.mark.parametrize(
        ("value", "says"),
        [
            ([12.845056, 115.605504, 3699.376128], "Round to whole megabytes."),
            ([12.8, 115.6, 3699.4], "without a digit after the point"),
            ([13, 116, 3712], "round at the end"),
            ([12, 110, 3528], "1,000,000"),
            ([3, 29, 925], "each takes 4 bytes"),
            ([13, 114, 3634], "padding"),
            ([13, 116, 411], "their matrix is wanted"),
            ([13, 117, 3699], "with a star"),
        ],
    )
    def test_wrong_numbers_worked_by_hand(self, value: Any, says: str) -> None:
        assert says in of_megabytes(value)


@pytest.mark.parametrize(
    "known", [*(known for _, known in PREDICTED.values()), KNOWN_MEGABYTES]
)
def test_no_two_sentences_are_said_of_the_same_numbers(known: dict[str, Any]) -> None:
    numbers = [tuple(np.ravel(wrong).tolist()) for wrong in known.values()]
    assert len(set(numbers)) == len(numbers)


class TestExamplesInTheText:
    """Numbers that the tasks show are what the reference makes of them."""

    def test_two_channels(self) -> None:
        x = np.arange(1.0, 7).reshape(1, 2, 3, 1) * [1, 10]
        rows = [" ".join(f"{n:.0f}" for n in row) for row in im2col(x, 2)]
        assert f"| left | {rows[0]} |" in TEXT
        assert f"| right | {rows[1]} |" in TEXT

    def test_one_channel(self) -> None:
        rows = im2col(np.arange(1.0, 7).reshape(1, 2, 3, 1), 2).astype(int)
        text = ", ".join(" ".join(map(str, row)) for row in rows)
        assert f"give {text}." in TEXT

    def test_a_window_and_a_filter(self) -> None:
        assert "= −4, and so do the row 1 2 4 5 and a column of 1 0 0 −1" in TEXT
        assert np.dot([1, 2, 4, 5], [1, 0, 0, -1]) == -4

    def test_the_shapes_of_a_product(self) -> None:
        matrix = im2col(np.zeros((2, 5, 6, 3)), (3, 2), (2, 1))
        assert f"a matrix of {matrix.shape} times one of (18, 4)" in TEXT
        assert "give a result of (2, 2, 5, 4)" in TEXT

    def test_the_way_back_and_the_mean(self) -> None:
        columns = np.array([[1.0, 2], [3, 4], [5, 6]])
        back = col2im(columns, (1, 1, 4, 1), (1, 2)).ravel()
        assert f"the whole image is {' '.join(f'{n:g}' for n in back)}." in TEXT
        mean = undo_im2col(columns, (1, 1, 4, 1), (1, 2), (1, 1), (0, 0)).ravel()
        for example in (back, mean):
            assert f"give {' '.join(f'{n:g}' for n in example)}." in TEXT

    def test_the_number_of_sums(self) -> None:
        assert f"{16 * 24 * 24 * 8:,} sums" in TEXT

    def test_the_bytes(self) -> None:
        bytes_ = im2col_bytes((1, 3, 4, 1), (2, 2), (1, 1), (0, 0), 4)
        assert f"are {bytes_} bytes." in TEXT

    def test_the_layer_of_vgg16(self) -> None:
        x, kernel, padding = checks.VGG_LAYER
        assert f"{x[1]} by {x[2]} with {x[3]} channels" in TEXT
        assert (kernel, padding) == ((3, 3), (1, 1))
        assert f"a batch of {checks.IMAGES} such images" in TEXT


def said_of(check: Any, answer: Any) -> str:
    with pytest.raises(CheckFailed) as failed:
        check(answer)
    return str(failed.value)


class TestWhatIsSaid:
    def test_a_matrix_of_float64(self) -> None:
        says = said_of(
            checks.check_im2col, lambda *a: window_by_window(*a).astype(float)
        )
        assert "their dtype is float64 and float32 is wanted" in says

    def test_zeros_that_are_always_float32(self) -> None:
        says = said_of(
            checks.check_col2im,
            lambda *a: one_row_after_the_other(*a).astype(np.float32),
        )
        assert "float32 and float64 is wanted" in says or "four digits only" in says

    def test_columns_that_are_written_to(self) -> None:
        def uses_up(columns: np.ndarray, *more: Any) -> np.ndarray:
            images = one_row_after_the_other(columns, *more)
            columns[:] = 0
            return images

        assert "changes the array it was given" in said_of(checks.check_col2im, uses_up)

    def test_sums_where_indices_repeat(self) -> None:
        """The classic: `x[indices] += columns` keeps the last of equal indices."""

        def fancy(columns: Any, x_shape: Any, *window: Any) -> np.ndarray:
            numbers = 1.0 + np.arange(np.prod(x_shape)).reshape(x_shape)
            x = np.zeros(1 + np.prod(x_shape), columns.dtype)
            x[im2col(numbers, *window).astype(int)] += columns
            return x[1:].reshape(x_shape)

        assert "np.add.at" in said_of(checks.check_col2im, fancy)

    def test_the_first_case_that_fails_is_small_enough_to_be_shown(self) -> None:
        says = said_of(checks.check_im2col, lambda *a: 2 * im2col(*a))
        tables = re.split(r"\nyours +target\n", says)
        assert len(tables) == 2
        assert len(tables[1].splitlines()) == 6

    def test_pixels_in_no_window_are_zero(self) -> None:
        def untouched(columns: Any, x_shape: Any, *window: Any) -> np.ndarray:
            images = col2im(columns, x_shape, *window)
            seen = col2im(np.ones_like(columns), x_shape, *window)
            return np.where(seen > 0, images, np.float32(7))

        assert "stride 2, which leaves a row and a column over" in said_of(
            checks.check_col2im, untouched
        )
