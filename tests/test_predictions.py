"""Predictions and kernels of one's own: the answers of assignments 1 to 3 that are no functions."""

from typing import Any

import numpy as np
import pytest

from cnn_course.checks import convolution, filters, padding
from cnn_course.checks.failures import CheckFailed
from cnn_course.checks.predictions import check_prediction


class TestPredictions:
    def test_right_sums_pass(self, capsys: pytest.CaptureFixture[str]) -> None:
        filters.check_by_hand(1, 4)
        assert capsys.readouterr().out.startswith(
            "first: correct.\nsecond: correct.\n["
        )

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

    def test_a_list_of_another_length_is_told_how_many(self) -> None:
        with pytest.raises(CheckFailed, match="but 3 numbers in a row are wanted"):
            check_prediction("sizes", [28, 14], [28, 14, 7], {})

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

    def test_a_list_that_holds_itself_is_no_prediction(self) -> None:
        endless: list[Any] = []
        endless.append(endless)
        with pytest.raises(CheckFailed, match="numbers are wanted"):
            padding.check_sizes(endless)


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
