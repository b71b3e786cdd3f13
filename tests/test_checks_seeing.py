"""Assignment 9: its predictions and claims, and what its checks draw."""

from typing import Any

import numpy as np
import pytest

from cnn_course import datasets, shapes, trained
from cnn_course.checks import seeing
from cnn_course.checks.core import random
from cnn_course.checks.failures import CheckFailed
from cnn_course.checks.mistakes import seeing_by_hand as by_hand
from cnn_course.checks.mistakes.seeing_covered import covered_images
from cnn_course.checks.mistakes.seeing_maps import network, occlusion_map

RIGHT = {"sizes": [28, 14, 7], "fields": [5, 10, 20], "answers": [0, 9, 0, 2]}
KNOWN = {
    "sizes": by_hand.WRONG_SIZES,
    "fields": by_hand.WRONG_FIELDS,
    "answers": by_hand.WRONG_ANSWERS,
}


def boot() -> np.ndarray:
    """Return the boot of the notebook."""
    data = datasets.load("fashion_mnist")
    return datasets.scale(data.x_test)[int(np.flatnonzero(data.y_test == 9)[0])]


def predict(**changed: Any) -> None:
    seeing.check_predictions(*(RIGHT | changed).values())


def said(check: Any, *answers: Any, **named: Any) -> str:
    with pytest.raises(CheckFailed) as failed:
        check(*answers, **named)
    return str(failed.value)


class TestPredictions:
    def test_right_ones_pass(self, capsys: pytest.CaptureFixture[str]) -> None:
        predict()
        assert capsys.readouterr().out.startswith(
            "sizes: correct.\nfields: correct.\nanswers: correct.\n["
        )

    def test_arrays_and_tuples_pass(self) -> None:
        predict(sizes=np.array([28, 14, 7]), fields=(5.0, 10.0, 20.0))

    def test_they_are_what_the_network_has(self) -> None:
        x = np.zeros((1, 28, 28, 1), np.float32)
        sizes, fields, windows = [], [], []
        for layer in network().layers[:8]:
            x = layer.forward(x)
            windows.append(layer.window()[0])
            if "w" in layer.parameters:
                sizes.append(x.shape[1])
                fields.append(shapes.receptive_field(windows))
        assert (sizes, fields) == (RIGHT["sizes"], RIGHT["fields"])

    @pytest.mark.parametrize(
        ("name", "says", "wrong"),
        [(name, *one) for name, known in KNOWN.items() for one in known.items()],
    )
    def test_each_known_mistake_gets_its_sentence(
        self, name: str, says: str, wrong: Any
    ) -> None:
        assert said(predict, **{name: wrong}) == f"Not yet: {name}. {says}"

    @pytest.mark.parametrize("name", KNOWN)
    def test_known_mistakes_differ(self, name: str) -> None:
        rows = [
            tuple(RIGHT[name]),
            *(tuple(map(float, w)) for w in KNOWN[name].values()),
        ]
        assert len(set(rows)) == len(rows)

    @pytest.mark.parametrize("name", RIGHT)
    @pytest.mark.parametrize(
        ("change", "says"),
        [
            (lambda right: ..., "not filled in yet"),
            (lambda right: None, "not filled in yet"),
            (lambda right: [..., *right[1:]], "not filled in yet"),
            (lambda right: "text", "numbers are wanted"),
            (lambda right: right[:-1], " wanted."),
            (lambda right: [right], " wanted."),
            (lambda right: [np.nan, *right[1:]], "star"),
            (lambda right: [right[0] + 1, *right[1:]], "star"),
        ],
    )
    def test_other_answers_get_a_sentence(
        self, name: str, change: Any, says: str
    ) -> None:
        assert says in said(predict, **{name: change(RIGHT[name])})

    def test_the_target_is_not_told(self) -> None:
        assert "20" not in said(predict, fields=[5, 10, 19])


class TestClaims:
    def test_right_ones_pass(self, capsys: pytest.CaptureFixture[str]) -> None:
        seeing.check_limits(dict(seeing.CLAIMS))
        assert "all 6 are correct" in capsys.readouterr().out

    @pytest.mark.parametrize("claim", seeing.CLAIMS)
    def test_each_wrong_claim_gets_its_hint(self, claim: str) -> None:
        claims = seeing.CLAIMS | {claim: not seeing.CLAIMS[claim]}
        assert seeing.CLAIM_HINTS[claim] in said(seeing.check_limits, claims)

    @pytest.mark.parametrize(
        "value",
        [
            None,
            ...,
            [],
            {},
            dict.fromkeys(seeing.CLAIMS, ...),
            {"black on black": "yes"},
        ],
    )
    def test_unfilled_claims_are_refused(self, value: Any) -> None:
        assert said(seeing.check_limits, value)

    def test_the_boot_shows_what_is_claimed(self) -> None:
        image = boot()
        drops = {k: occlusion_map(image, 9, (k, k), (2, 2), 0) for k in (4, 8, 14)}
        # The size matters.
        assert np.mean(drops[4] > 0.5) < 0.1
        assert np.mean(drops[14] > 0.5) > 0.3
        # Black on black changes nothing.
        background = (covered_images(image, (8, 8), (2, 2), 0) == image).all(
            axis=(2, 3, 4)
        )
        assert background.sum() > 10
        assert not drops[8][background].any()
        # Above the toes there is nothing, and the network uses it: the essay.
        toes = (2, slice(0, 3))  # squares within rows 4 to 11 and columns 0 to 11
        assert background[toes].all()
        assert occlusion_map(image, 9, (8, 8), (2, 2), 1)[toes].max() > 0.9

    def test_four_filters_answer_to_the_dark(self) -> None:
        weights = network().parameters
        sums = weights["conv2d_1.w"].sum(axis=(0, 1, 2))
        dark = np.flatnonzero((sums < -2) & (weights["conv2d_1.b"] > 0.1))
        assert (dark + 1).tolist() == [3, 11, 14, 16]


class TestCases:
    @pytest.mark.parametrize("seed", ["0", "1", "7", "20261122"])
    def test_the_network_is_unsure_of_the_garments(
        self, seed: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("CNN_COURSE_SEED", seed)
        garments = seeing._garments(random(), 5)
        assert garments.shape == (5, 28, 28, 1)
        assert network().predict(garments).max() < 0.8

    def test_the_garments_of_two_seeds_differ(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        drawn = []
        for seed in "12":
            monkeypatch.setenv("CNN_COURSE_SEED", seed)
            drawn.append(seeing._garments(random(), 5))
        assert not np.array_equal(*drawn)

    def test_the_checks_leave_the_network_as_it_is(self) -> None:
        seeing.check_feature_maps(seeing.feature_maps)
        seeing.check_occlusion_map(seeing.occlusion_map)
        fresh = trained.fashion_cnn().parameters
        for name, array in network().parameters.items():
            np.testing.assert_array_equal(array, fresh[name])
