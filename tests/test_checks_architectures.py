"""Assignment 10: its predictions, the numbers in its text, and what students are told in special cases."""

import re
from typing import Any

import numpy as np
import pytest

from cnn_course import costs, shapes
from cnn_course.architectures import ALEXNET, GOOGLENET, LENET5, VGG16, branches
from cnn_course.checks import architectures
from cnn_course.checks.failures import CheckFailed
from cnn_course.checks.mistakes import architectures_predictions as predictions
from tests.parts import every_part
from tests.test_exercises import EXERCISES

RIGHT = {
    "conv_64_128": 73_856,
    "two_3x3": 18_496,
    "one_5x5": 25_632,
    "direct_5x5": 153_632,
    "reduced_5x5": 15_920,
}
PARTS = every_part()
TEXT = (EXERCISES / "10_architectures.py").read_text(encoding="utf-8")


def by_hand(**changed: Any) -> CheckFailed:
    """Return what is said when one count is another."""
    with pytest.raises(CheckFailed) as failed:
        architectures.check_by_hand(*(RIGHT | changed).values())
    return failed.value


def largest(most_parameters: Any = 6, most_macs: Any = 2) -> str:
    with pytest.raises(CheckFailed) as failed:
        architectures.check_largest(most_parameters, most_macs)
    return str(failed.value)


# Part 1


def test_right_predictions_pass(capsys: pytest.CaptureFixture[str]) -> None:
    architectures.check_by_hand(*RIGHT.values())
    architectures.check_largest(6, 2)
    assert capsys.readouterr().out.count("correct") == 7


def test_two_small_windows_are_cheaper_than_a_large_one() -> None:
    assert RIGHT["two_3x3"] < RIGHT["one_5x5"]
    assert shapes.receptive_field([(3, 1)] * 2) == shapes.receptive_field([(5, 1)])
    assert RIGHT["reduced_5x5"] < RIGHT["direct_5x5"] / 9


@pytest.mark.parametrize(
    ("name", "count", "says"),
    [
        ("conv_64_128", 9 * 64 * 128, "biases are missing"),
        ("conv_64_128", 9 * 64 * 128 + 64, "biases are counted by the inputs"),
        ("conv_64_128", 9 * 64 * 128 + 1, "Each layer gets one bias"),
        ("conv_64_128", 3 * 64 * 128 + 128, "The kernel counts once"),
        ("conv_64_128", 9 * 128 + 128, "The inputs are left out"),
        ("conv_64_128", 9 * 64 + 1, "This is one filter"),
        ("conv_64_128", 10 * 64 * 128, "Each pair of an input and an output"),
        ("two_3x3", 9 * 32 * 32 + 32, "first of two convolutions: add both"),
        ("two_3x3", 2 * 9 * 32 * 32, "biases are missing"),
        ("one_5x5", 5 * 32 * 32 + 32, "The kernel counts once"),
        ("direct_5x5", 25 * 192 + 1, "This is one filter"),
        ("reduced_5x5", 16 * 193, "first of two convolutions: add both"),
        ("reduced_5x5", 32 * (25 * 16 + 1), "second of two convolutions: add both"),
        ("reduced_5x5", 192 * 16 + 25 * 16 * 32, "biases are missing"),
        ("reduced_5x5", 12345, "reduced_5x5 is 12345"),
    ],
)
def test_a_wrong_count_is_explained(name: str, count: int, says: str) -> None:
    assert says in str(by_hand(**{name: count}))


@pytest.mark.parametrize("name", RIGHT)
@pytest.mark.parametrize(
    ("value", "says"),
    [
        (..., "not filled in yet"),
        (None, "not filled in yet"),
        ("many", "numbers are wanted"),
        ([73_856, 1], "one number is wanted"),
        ([..., 1], "not filled in yet"),
        (float("nan"), "is nan"),
        (True, "numbers are wanted"),
    ],
)
def test_what_is_no_count_is_explained(name: str, value: Any, says: str) -> None:
    failed = by_hand(**{name: value})
    assert str(failed).startswith((f"{name} is", f"Not yet: {name} is"))
    assert says in str(failed)


@pytest.mark.parametrize("name", predictions.BY_HAND)
def test_no_known_wrong_count_is_the_right_one(name: str) -> None:
    wrong = predictions.wrong_counts(predictions.BY_HAND[name])
    explained = {count for count in wrong.values() if count != RIGHT[name]}
    assert len(explained) > 8
    for count in explained:
        assert str(by_hand(**{name: count})).startswith(f"Not yet: {name}. ")


@pytest.mark.parametrize("layer", [1, 2, 3, 4, 5, 7, 8])
def test_every_other_layer_with_parameters_is_explained(layer: int) -> None:
    said = largest(most_parameters=layer)
    assert said.startswith(f"Not yet: most_parameters. Layer {layer} ")


@pytest.mark.parametrize("layer", [1, 3, 4, 5, 6, 7, 8])
def test_every_other_layer_with_work_is_explained(layer: int) -> None:
    assert largest(most_macs=layer).startswith(f"Not yet: most_macs. Layer {layer} ")


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (..., "not filled in yet"),
        ("fc6", "numbers are wanted"),
        (0, "the number of a layer, from 1 to 8, is wanted"),
        (9, "from 1 to 8"),
        (1.5, "from 1 to 8"),
        (float("nan"), "from 1 to 8"),
        (float("inf"), "from 1 to 8"),
        ([6], "one number is wanted"),
    ],
)
def test_what_is_no_layer_is_explained(value: Any, says: str) -> None:
    assert says in largest(most_parameters=value)
    assert says in largest(most_macs=value)


def test_what_is_said_of_the_layers_is_so() -> None:
    rows = {row.name: row for row in ALEXNET.rows if row.kind in ("conv", "dense")}
    found = {c.name: c for c in costs.layer_costs(ALEXNET) if c.name in rows}
    learned = {name: cost.parameters for name, cost in found.items()}
    work = {name: cost.macs for name, cost in found.items()}
    weights = {name: n - rows[name].outputs for name, n in learned.items()}
    convolutions = [name for name in rows if rows[name].kind == "conv"]
    assert max(learned, key=learned.__getitem__) == "fc6"
    assert max(work, key=work.__getitem__) == "conv2"
    assert max(convolutions, key=learned.__getitem__) == "conv3"
    assert max(weights[name] for name in ("conv4", "conv5")) < weights["conv3"]
    assert found["conv4"].output_shape[0] == found["conv3"].output_shape[0]
    assert rows["fc6"].outputs == rows["fc7"].outputs > rows["fc8"].outputs
    assert max(rows, key=lambda name: rows[name].kernel) == "conv1"


# What students are told


def test_counts_may_come_as_arrays() -> None:
    for name in ("count_parameters", "count_macs", "receptive_fields", "input_sizes"):
        part = PARTS[f"architectures.{name}"]
        part.check(lambda *a, part=part: np.array(part.right(*a)))


@pytest.mark.parametrize(
    "name", [name for name in PARTS if name.startswith("architectures.")]
)
def test_half_filled_lists_get_a_sentence(name: str) -> None:
    part = PARTS[name]
    for result in ([None, 1], [...], [[1], [2, 3]], np.inf, [], {}):
        with pytest.raises(CheckFailed, match="Not yet"):
            part.check(lambda *_, result=result: result)


def test_a_changed_image_is_objected_to() -> None:
    part = PARTS["architectures.inception"]

    def changes(x: np.ndarray, filters: dict[str, np.ndarray]) -> np.ndarray:
        y = part.right(x, filters)
        x[:] = 0
        return y

    with pytest.raises(CheckFailed, match="changes the array it was given"):
        part.check(changes)


@pytest.mark.parametrize(
    "do", [lambda f: f["1x1"].fill(0), lambda f: f.pop("1x1"), dict.clear]
)
def test_a_changed_filter_in_the_dictionary_is_objected_to(do) -> None:
    part = PARTS["architectures.inception"]

    def changes(x: np.ndarray, filters: dict[str, np.ndarray]) -> np.ndarray:
        y = part.right(x, filters)
        do(filters)
        return y

    with pytest.raises(CheckFailed, match="changes the array it was given"):
        part.check(changes)


def test_a_wrong_key_is_shown() -> None:
    with pytest.raises(CheckFailed, match="KeyError: '1 x 1'"):
        architectures.check_inception(lambda x, filters: filters["1 x 1"])


# The numbers in the text


def test_the_numbers_in_the_text() -> None:
    grey, sparse = (("conv", 1, 6, 5, 1, 0, 1),), np.ones((1, 2), bool)
    right = {
        name.removeprefix("architectures."): part.right for name, part in PARTS.items()
    }
    assert right["count_parameters"](grey) == [156]
    assert "6 × (5 × 5 × 1 + 1) = 156" in TEXT
    table = (("conv", 4, 6, 3, 1, 1, 2), ("max_pool", 6, 6, 2, 2, 0, 1))
    assert f"{table} gives {right['count_parameters'](table)}".replace("'", '"') in TEXT
    table = (("conv", 1, 4, 3, 1, 0, 1), ("max_pool", 4, 4, 2, 2, 0, 1))
    macs = right["count_macs"](table, (5, 6))
    assert f"{table} and (5, 6) give {macs}".replace("'", '"') in TEXT
    fields = right["receptive_fields"](((3, 2), (3, 1)))
    assert f"((3, 2), (3, 1)) gives {fields}" in TEXT
    assert right["receptive_fields"](((3, 2), (3, 3), (2, 1))) == [3, 7, 13]
    assert f"input_sizes(2, 3, 2, 0) gives {right['input_sizes'](2, 3, 2, 0)}" in TEXT
    assert right["input_sizes"](2, 3, 2, 1) == [3, 4]
    assert right["sparse_parameters"](sparse, 5) == [26, 26]
    assert right["sparse_parameters"](np.array([[1, 1], [0, 1]], bool), 5) == [26, 51]


def test_the_numbers_of_published_networks_in_the_text() -> None:
    millions = [round(costs.total_parameters(m) / 1e6) for m in (VGG16, GOOGLENET)]
    words = "VGG16 learns {} million parameters, and GoogLeNet {} million"
    assert words.format(*millions) in TEXT
    fc6 = costs.parameters(VGG16.row("fc6"))
    assert 0.72 < fc6 / costs.total_parameters(VGG16) < 0.76
    assert "three quarters of all parameters of VGG16" in TEXT
    assert f"comes to the {costs.total_parameters(LENET5):,} parameters" in TEXT
    ends = [rows[-1].outputs for rows in branches(GOOGLENET.row("3a")).values()]
    assert "four branches give {}, {}, {} and {} channels".format(*ends) in TEXT
    assert f"28 by 28 by {sum(ends)} come out" in TEXT
    assert f"{GOOGLENET.row('linear').inputs:,} numbers go into" in TEXT


def test_alexnet_and_its_image_in_the_text() -> None:
    inputs = PARTS["architectures.input_sizes"].right
    assert inputs(55, 11, 4, 0) == [227, 228, 229, 230]
    assert 224 in inputs(55, 11, 4, 2)
    assert [224 in inputs(55, 11, 4, p) for p in (0, 1)] == [False, False]
    assert "227 by 227 pixels" in TEXT
    groups = ALEXNET.row("conv2")
    words = "Of its {} input channels the first {} filters see only the first {},"
    assert words.format(groups.inputs, groups.outputs // 2, groups.inputs // 2) in TEXT


def test_the_points_in_the_head_are_those_of_the_parts() -> None:
    points = [int(n) for n in re.findall(r"## Part \d: .*\((\d) points\)", TEXT)]
    assert sum(points) == 20
