"""Assignment 4: predictions and claims, and what is special to its checks."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from cnn_course import datasets, pool, shapes
from cnn_course.checks import pooling
from cnn_course.checks.failures import CheckFailed
from cnn_course.checks.mistakes import pooling as targets
from cnn_course.checks.mistakes import pooling_maps as maps
from cnn_course.checks.mistakes import pooling_predicted as predicted
from tests.test_exercises import EXERCISES

LARGEST, MEANS = [[6, 5], [-1, 7]], [[3, 2], [-4, 2]]
SHAPES = ([32, 14, 10, 8], [32, 13, 9, 8], [32, 5, 6, 8])
WHOLE, LEARNED = [32, 8], [0, 11200]


def says(check: Callable[..., None], *answers: Any) -> str:
    """Return what a student reads whose answers are wrong."""
    with pytest.raises(CheckFailed) as failed:
        check(*answers)
    return str(failed.value)


def says_of_shapes(place: int, answer: Any) -> str:
    answers = [*SHAPES, WHOLE, LEARNED]
    answers[place] = answer
    return says(pooling.check_shapes, *answers)


class TestByHand:
    def test_right_numbers_pass(self, capsys: pytest.CaptureFixture[str]) -> None:
        pooling.check_by_hand(LARGEST, np.array(MEANS))
        assert "largest: correct.\nmeans: correct." in capsys.readouterr().out

    @pytest.mark.parametrize("sentence", predicted.LARGEST_MISSED)
    def test_each_known_way_to_miss_the_largest_is_named(self, sentence: str) -> None:
        wrong = predicted.LARGEST_MISSED[sentence].tolist()
        assert says(pooling.check_by_hand, wrong, MEANS).endswith(sentence)

    @pytest.mark.parametrize("sentence", predicted.MEANS_MISSED)
    def test_each_known_way_to_miss_the_means_is_named(self, sentence: str) -> None:
        wrong = predicted.MEANS_MISSED[sentence].tolist()
        assert says(pooling.check_by_hand, LARGEST, wrong).endswith(sentence)

    @pytest.mark.parametrize(
        ("answer", "text"),
        [
            (..., "not filled in yet"),
            (None, "not filled in yet"),
            ([[6, 5], [..., 7]], "not filled in yet"),
            ("text", "numbers are wanted"),
            ([[6, 5, 5], [5, 4, 7], [4, 7, 7]], "shape (2, 2) is wanted"),
            ([6, 5, -1, 7], "shape (2, 2) is wanted"),
            ([[6, 5], [float("nan"), 7]], "star"),
            ([[6, 5], [-2, 7]], "star"),
        ],
    )
    def test_other_answers_get_a_sentence(self, answer: Any, text: str) -> None:
        assert text in says(pooling.check_by_hand, answer, MEANS)

    def test_the_target_is_not_told(self) -> None:
        text = says(pooling.check_by_hand, [[6, 5], [-2, 0]], MEANS)
        assert "-1" not in text
        assert "7" not in text


class TestShapes:
    def test_right_shapes_pass(self, capsys: pytest.CaptureFixture[str]) -> None:
        pooling.check_shapes(*map(tuple, SHAPES), tuple(WHOLE), LEARNED)
        assert "whole: correct." in capsys.readouterr().out

    @pytest.mark.parametrize("place", range(3), ids=predicted.POOLINGS)
    def test_every_known_wrong_shape_is_named(self, place: int) -> None:
        window, stride = predicted.POOLINGS[list(predicted.POOLINGS)[place]]
        known = predicted.shapes_missed(window, stride)
        wrong = {shape for shape in known.values() if list(shape) != SHAPES[place]}
        assert len(wrong) > 7
        for shape in wrong:
            first = next(text for text, other in known.items() if other == shape)
            assert says_of_shapes(place, list(shape)).endswith(first)

    @pytest.mark.parametrize(
        ("place", "shape", "text"),
        [
            (0, [32, 14, 10, 1], "Each channel is pooled by itself"),
            (1, [32, 14, 10, 8], "sticks out at the end"),
            (1, [32, 9, 6, 8], "You divide by the window"),
            (2, [32, 6, 7, 8], "sticks out at the end"),
            (2, [32, 9, 4, 8], "The window is exchanged"),
            (2, [32, 6, 5, 8], "Height comes before width"),
        ],
    )
    def test_what_students_write(self, place: int, shape: Any, text: str) -> None:
        assert text in says_of_shapes(place, shape)

    @pytest.mark.parametrize("sentence", predicted.WHOLE_MISSED)
    def test_each_wrong_shape_of_global_pooling_is_named(self, sentence: str) -> None:
        wrong = list(predicted.WHOLE_MISSED[sentence])
        assert says_of_shapes(3, wrong).endswith(sentence)

    @pytest.mark.parametrize("weights", [4, 32, 40, 256, 1, -1, 0.5])
    def test_a_window_has_no_weights(self, weights: float) -> None:
        text = says_of_shapes(4, [weights, 11200])
        assert "A pooling window has no weights" in text

    @pytest.mark.parametrize("sentence", predicted.WEIGHTS_MISSED)
    def test_each_wrong_number_of_weights_is_named(self, sentence: str) -> None:
        wrong = [0, predicted.WEIGHTS_MISSED[sentence]]
        assert says_of_shapes(4, wrong).endswith(sentence)

    @pytest.mark.parametrize("place", range(5))
    @pytest.mark.parametrize(
        ("answer", "text"),
        [
            (..., "not filled in yet"),
            (None, "not filled in yet"),
            ([32, ...], "not filled in yet"),
            ("text", "numbers are wanted"),
            ([[1, 2], [3]], "numbers are wanted"),
            (7, " wanted."),
            ([1, 2, 3], " wanted."),
        ],
    )
    def test_other_answers_get_a_sentence(
        self, place: int, answer: Any, text: str
    ) -> None:
        assert text in says_of_shapes(place, answer)

    @pytest.mark.parametrize("place", range(5))
    def test_numbers_that_are_none_are_not_right(self, place: int) -> None:
        shape = [float("nan")] * (4 if place < 3 else 2)
        assert "Not yet" in says_of_shapes(place, shape)


class TestClaims:
    def test_right_claims_pass(self, capsys: pytest.CaptureFixture[str]) -> None:
        pooling.check_claims_on_shifts(dict(pooling.CLAIMS))
        assert "all 5 are correct" in capsys.readouterr().out

    @pytest.mark.parametrize("claim", pooling.CLAIMS)
    def test_each_wrong_claim_gets_its_hint(self, claim: str) -> None:
        claims = dict(pooling.CLAIMS)
        claims[claim] = not claims[claim]
        text = says(pooling.check_claims_on_shifts, claims)
        assert pooling.CLAIM_HINTS[claim] in text

    @pytest.mark.parametrize(
        "claims",
        [
            None,
            "text",
            ...,
            {},
            {"undoes a shift of 1": ...},
            {"undoes a shift of 1": "no"},
            {"undoes a shift of 1": 0},
            {"undoes a shift of 1": np.array([False, False])},
            [False, True, True, False, False],
        ],
        ids=str,
    )
    def test_other_answers_get_a_sentence(self, claims: Any) -> None:
        assert says(pooling.check_claims_on_shifts, claims)

    def test_they_are_true_of_the_garments(self) -> None:
        images = datasets.load("fashion_mnist").x_train[:100]
        garments = datasets.scale(images)

        def moved(x: np.ndarray, pixels: int) -> np.ndarray:
            return np.pad(x, ((0, 0), (0, 0), (pixels, 0), (0, 0)))[:, :, :-pixels]

        def changed(pooled: Callable[..., np.ndarray], size: int) -> float:
            both = (pooled(x, size) for x in (garments, moved(garments, 1)))
            return float(maps.change(*both).mean())

        of_max, of_mean = (
            changed(pooled, 2) for pooled in (pool.max_pool2d, pool.average_pool2d)
        )
        halved = pool.max_pool2d(garments, 2)
        undone = np.allclose(pool.max_pool2d(moved(garments, 1), 2), halved)
        followed = pool.max_pool2d(moved(garments, 2), 2)
        assert {
            "undoes a shift of 1": undone,
            "a shift of 2 moves the map by 1": np.allclose(followed, moved(halved, 1)),
            "larger windows change less": changed(pool.max_pool2d, 4) < 0.8 * of_max,
            "average changes less than max": of_mean < 1.1 * of_max,
            "global max tells where": False,
        } == pooling.CLAIMS


class TestNumbersOfTheText:
    def test_padding_that_wins_changes_the_row_of_part_2(self) -> None:
        row = np.array([-4.0, -1, -3]).reshape(1, 1, 3, 1)
        arguments = (1, 2), (1, 2), (0, 1)
        assert targets.max_pool(row, *arguments).ravel().tolist() == [-4, -1]
        zeros = np.pad(row, ((0, 0), (0, 0), (1, 1), (0, 0)))
        pooled = targets.max_pool(zeros, (1, 2), (1, 2), (0, 0))
        assert pooled.ravel().tolist() == [0, -1]

    def test_the_row_of_part_3(self) -> None:
        row = np.array([4.0, 8, 6]).reshape(1, 1, 3, 1)
        arguments = (1, 2), (1, 2), (0, 1)
        assert targets.average_pool(row, *arguments).ravel().tolist() == [4, 7]

    def test_the_image_of_parts_2_and_4(self) -> None:
        image = np.array([[1.0, 2, 0, 1], [3, 0, 2, 4], [5, 1, 0, 0]])
        image = image[np.newaxis, :, :, np.newaxis]
        largest = targets.max_pool(image, (2, 3), (1, 1), (0, 0))
        smallest = targets.min_pool(image, (2, 2), (2, 2), (0, 0))
        assert largest[0, :, :, 0].tolist() == [[3, 4], [5, 4]]
        assert smallest[0, :, :, 0].tolist() == [[0, 0]]

    def test_the_image_of_part_5(self) -> None:
        image = np.array([[1.0, 5, 0], [3, 7, 2]]).reshape(1, 1, 2, 3)
        assert maps.global_average_pool(image).tolist() == [[2, 6, 1]]

    def test_the_row_of_part_6(self) -> None:
        row, moved = (
            np.array(numbers, dtype=float).reshape(1, 1, 8, 1)
            for numbers in ([0, 0, 1, 1, 0, 0, 1, 1], [0, 0, 0, 1, 1, 0, 0, 1])
        )
        before, after = (
            targets.max_pool(x, (1, 2), (1, 2), (0, 0)) for x in (row, moved)
        )
        assert before.ravel().tolist() == [0, 1, 0, 1]
        assert after.ravel().tolist() == [0, 1, 1, 1]
        assert maps.change(before, after).tolist() == [0.5]

    def test_the_batch_of_part_1(self) -> None:
        text = (EXERCISES / "04_pooling.py").read_text(encoding="utf-8")
        n, h, w, c = predicted.BATCH
        assert (
            f"{predicted.BATCH}: {h} pixels high, {w} wide, with {c} channels" in text
        )
        assert f"A batch of {n} images" in text
        for window, stride in predicted.POOLINGS.values():
            pooled = shapes.pool_output_shape(predicted.BATCH, window, stride)
            assert list(pooled) in SHAPES


class TestWrongFunctionsThatNobodyListed:
    """What a student reads who makes another mistake, or two at once."""

    def test_zeros_as_padding_reach_min_pool_through_max_pool(self) -> None:
        def max_pool(x: np.ndarray, window: Any, stride: Any, padding: Any) -> Any:
            edges = ((0, 0), *((p, p) for p in padding), (0, 0))
            return targets.max_pool(np.pad(x, edges), window, stride, (0, 0))

        def min_pool(x: np.ndarray, *arguments: Any) -> Any:
            return -max_pool(-x, *arguments)

        assert "The padding is 0" in says(pooling.check_max_pool, max_pool)
        assert "look at its padding" in says(pooling.check_min_pool, min_pool)

    def test_a_changed_input_is_objected_to(self) -> None:
        def pooled(x: np.ndarray, *arguments: Any) -> Any:
            np.negative(x, out=x)
            return -targets.max_pool(x, *arguments)

        text = says(pooling.check_min_pool, pooled)
        assert "changes the array it was given" in text

    @pytest.mark.parametrize(
        "check", [pooling.check_max_pool, pooling.check_average_pool]
    )
    def test_numbers_in_float64_are_told_to_be_so(self, check: Any) -> None:
        right = getattr(targets, check.__name__.removeprefix("check_"))

        def pooled(*arguments: Any) -> Any:
            return right(*arguments).astype(np.float64)

        assert "dtype is float64 and float32 is wanted" in says(check, pooled)

    def test_swapped_stride_and_zeros_together_fail(self) -> None:
        def pooled(x: Any, window: Any, stride: Any, padding: Any) -> Any:
            y = targets.max_pool(x, window, stride[::-1], padding)
            return np.maximum(y, 0)

        assert "Not yet" in says(pooling.check_max_pool, pooled)
