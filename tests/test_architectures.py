"""The tables of published networks against the numbers that the papers print."""

import itertools

import numpy as np
import pytest

from cnn_course import costs
from cnn_course.architectures import (
    ALEXNET,
    GOOGLENET,
    GOOGLENET_HEADS,
    LENET5,
    LENET5_C3,
    LENET5_DENSE,
    VGG,
    VGG16,
    Architecture,
    branches,
)

HEADS = list(GOOGLENET_HEADS.values())
EVERY = [LENET5, LENET5_DENSE, ALEXNET, *VGG.values(), GOOGLENET, *HEADS]
each_model = pytest.mark.parametrize("model", EVERY, ids=lambda model: model.name)


def cost_of(model: Architecture, name: str) -> costs.Cost:
    (found,) = [cost for cost in costs.layer_costs(model) if cost.name == name]
    return found


def printed(model: Architecture, what: str) -> dict[str, int]:
    """Return what the paper prints of each row."""
    return {
        name: numbers[what] for name, numbers in model.printed.items() if what in numbers
    }  # fmt: skip


# The tables


@each_model
def test_rows_have_names_of_their_own_and_fit_together(model):
    names = [row.name for row in model.rows]
    assert len(set(names)) == len(names)
    assert set(model.printed) <= {*names, "total"}
    assert len(costs.layer_costs(model)) == len(model.rows)


@each_model
def test_rows_that_are_no_convolutions_keep_their_channels(model):
    kept = ("max_pool", "average_pool", "subsampling", "lrn", "dropout")
    assert all(row.inputs == row.outputs for row in model.rows if row.kind in kept)


@each_model
def test_sizes_are_those_that_the_paper_prints(model):
    for name, size in printed(model, "size").items():
        assert cost_of(model, name).output_shape[:2] == (size, size), name


def test_no_two_models_have_one_name():
    assert len({model.name for model in EVERY}) == len(EVERY)


def test_a_row_is_found_by_its_name():
    assert ALEXNET.row("conv4").groups == 2
    with pytest.raises(KeyError, match=r"no row 'conv6'; its rows are conv1, norm1"):
        ALEXNET.row("conv6")


def test_a_changed_network_leaves_the_published_one_as_it_was():
    changed = ALEXNET.changed("conv4", groups=1)
    assert changed.row("conv4").groups == 1
    assert changed.printed == {}
    assert ALEXNET.row("conv4").groups == 2
    assert costs.total_parameters(changed) > costs.total_parameters(ALEXNET)


# LeNet-5 (LeCun et al. 1998, section II-B)


def test_lenet5_learns_60000_numbers():
    assert costs.total_parameters(LENET5) == 60_000
    for name, number in printed(LENET5, "parameters").items():
        if name != "total":
            assert cost_of(LENET5, name).parameters == number, name


def test_lenet5_has_340908_connections():
    shape, found = LENET5.input_shape, {}
    for row in LENET5.rows:
        found[row.name] = costs.connections(row, shape)
        shape = costs.output_shape(row, shape)
    found["total"] = sum(found.values())
    wanted = printed(LENET5, "connections")
    assert {name: found[name] for name in wanted} == wanted
    assert found["output"] == 84 * 10


def test_the_maps_of_c3_see_3_4_or_6_of_6():
    assert [len(seen) for seen in LENET5_C3] == [3] * 6 + [4] * 9 + [6]
    assert len(set(LENET5_C3)) == 16
    # Table I has ten crosses in each of its rows.
    counts = np.bincount(list(itertools.chain(*LENET5_C3)))
    assert counts.tolist() == [10] * 6
    neighbours = [tuple(sorted((i + j) % 6 for j in range(3))) for i in range(6)]
    assert list(LENET5_C3[:6]) == neighbours


def test_lenet_as_it_is_rebuilt():
    assert costs.total_parameters(LENET5_DENSE) == 61_706
    assert costs.total_macs(LENET5_DENSE) == 416_520
    assert cost_of(LENET5_DENSE, "C3").parameters == 2_416


def test_lenet_sees_the_whole_image_from_c5():
    assert [c.sees for c in costs.layer_costs(LENET5)] == [5, 6, 14, 16, 32, None, None]


# AlexNet (Krizhevsky et al. 2012, section 3.5)


def test_alexnet_by_layer():
    learns = [c.parameters for c in costs.layer_costs(ALEXNET) if c.parameters]
    assert learns[:5] == [34_944, 307_456, 885_120, 663_936, 442_624]
    assert learns[5:] == [37_752_832, 16_781_312, 4_097_000]
    assert costs.total_parameters(ALEXNET) == 60_965_224
    assert costs.total_macs(ALEXNET) == 724_406_816
    assert round(60_965_224, -7) == ALEXNET.printed["total"]["parameters"]


def test_alexnet_without_groups():
    rows = tuple(row._replace(groups=1) for row in ALEXNET.rows)
    model = ALEXNET._replace(rows=rows)
    assert costs.total_parameters(model) == 62_378_344
    assert costs.total_macs(model) == 1_135_256_096


def test_the_numbers_after_a_layer_are_those_that_the_paper_counts_but_for_conv1():
    for name, number in printed(ALEXNET, "numbers").items():
        assert np.prod(cost_of(ALEXNET, name).output_shape) == number, name
    open_ = " ".join(ALEXNET.open)
    assert f"{55 * 55 * 96:,}" in open_
    assert f"{55 * 48 * 96:,}" in open_  # what was printed, 253,440, has this form


def test_alexnet_does_not_run_on_224():
    model = ALEXNET._replace(input_shape=(224, 224, 3))
    assert costs.output_shape(model.rows[0], model.input_shape)[0] == 54
    with pytest.raises(ValueError, match="fc6 takes 9216 numbers, but 6400 come in"):
        costs.layer_costs(model)
    assert costs.total_macs(ALEXNET._replace(input_shape=(230, 230, 3))) > 0


def test_the_one_of_torchvision():
    """torchvision.models.alexnet lists 61,100,840 parameters."""
    kept = [row._replace(groups=1) for row in ALEXNET.rows if row.kind != "lrn"]
    model = ALEXNET._replace(rows=tuple(kept), input_shape=(224, 224, 3))
    widths = (3, 64, 192, 384, 256, 256)
    for number, (inputs, outputs) in enumerate(itertools.pairwise(widths), start=1):
        name = f"conv{number}"
        model = model.changed(name, inputs=inputs, outputs=outputs)
    model = model.changed("conv1", padding=2).changed("pool1", inputs=64, outputs=64)
    model = model.changed("pool2", inputs=192, outputs=192)
    assert costs.total_parameters(model) == 61_100_840
    assert costs.total_macs(model) == 714_188_480


# VGG (Simonyan and Zisserman 2015, Table 2)


@pytest.mark.parametrize("column", VGG)
def test_vgg_has_as_many_millions_as_table_2(column):
    total = costs.total_parameters(VGG[column])
    assert round(total, -6) == VGG[column].printed["total"]["parameters"]


def test_vgg16():
    assert VGG16.name == "VGG16"
    assert costs.total_parameters(VGG16) == 138_357_544
    assert costs.total_macs(VGG16) == 15_470_264_320
    convolutions = [row for row in VGG16.rows if row.kind == "conv"]
    assert len(convolutions) == 13
    assert sum(map(costs.parameters, convolutions)) == 14_714_688
    assert cost_of(VGG16, "fc6").parameters == 102_764_544
    assert cost_of(VGG16, "pool5").output_shape == (7, 7, 512)


def test_vgg_names_its_layers_with_weights():
    names = [model.name for model in VGG.values()]
    assert names == ["VGG11", "VGG13", "VGG16, column C", "VGG16", "VGG19"]


# GoogLeNet (Szegedy et al. 2015, Table 1)


def test_googlenet():
    assert costs.total_parameters(GOOGLENET) == 6_998_552
    assert costs.total_macs(GOOGLENET) == 1_582_671_872
    heads = sum(map(costs.total_parameters, HEADS))
    assert costs.total_parameters(GOOGLENET) + heads == 13_378_280
    assert cost_of(GOOGLENET, "3a").parameters == 163_696


def test_googlenet_channels():
    blocks = [c.output_shape[2] for c in costs.layer_costs(GOOGLENET) if c.name[0] in "345"]  # fmt: skip
    assert blocks == [256, 480, 512, 512, 512, 528, 832, 832, 1024]


def test_the_heads_stand_on_what_their_blocks_give():
    for name, head in GOOGLENET_HEADS.items():
        assert cost_of(GOOGLENET, name).output_shape == head.input_shape


def weights(name: str) -> int:
    """Count a row's weights without biases, the reduction before conv2 counted with it."""
    rows = [GOOGLENET.row(name)]
    if rows[0].kind == "inception":
        rows = [row for branch in branches(rows[0]).values() for row in branch]
    if name == "conv2":
        rows.append(GOOGLENET.row("conv2 reduce"))
    learning = [row for row in rows if row.kind in ("conv", "dense")]
    return sum(costs.parameters(row) - row.outputs for row in learning)


def test_where_the_parameters_of_table_1_are_wrong():
    off = {}
    for name, number in printed(GOOGLENET, "parameters").items():
        ours = [weights(name) * 1000 / k for k in (1000, 1024)]
        off[name] = min(abs(number - n) / n for n in ours)
    assert {name for name, share in off.items() if share > 0.02} == {"conv1", "4c", "5a"}  # fmt: skip
    assert off["conv1"] > 0.7
    exact = {name for name, share in off.items() if share < 0.004}
    assert exact == {"conv2", "3a", "3b", "4b", "linear"}


def test_where_the_multiply_accumulates_of_table_1_are_wrong():
    found = {c.name: c.macs for c in costs.layer_costs(GOOGLENET)}
    found["conv2"] += found["conv2 reduce"]
    wanted = printed(GOOGLENET, "macs")
    off = {name for name, number in wanted.items() if abs(found[name] - number) > 1e6}
    assert off == {"conv1", "5a"}


def test_the_rows_of_table_1_add_up_to_what_is_said_of_them():
    assert sum(printed(GOOGLENET, "parameters").values()) == 6_797_700
    assert sum(printed(GOOGLENET, "macs").values()) == 1_502_000_000


def test_what_is_said_of_table_1_is_so():
    (said,) = [text for text in GOOGLENET.open if "Table 1 counts" in text]
    block_4c, block_5a = weights("4c"), weights("5a")
    for number in (weights("conv1"), block_4c // 1000, block_5a // 1000):
        assert f"{number:,}" in said
    macs = [round(cost_of(GOOGLENET, name).macs / 1e6) for name in ("conv1", "5a")]
    assert macs == [118, 51]
    assert "118 M" in said
    assert "51 M" in said
