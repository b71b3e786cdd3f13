from itertools import pairwise
from xml.etree import ElementTree

import pytest
from matplotlib.colors import to_hex

from cnn_course import drawings
from cnn_course.architectures import (
    ALEXNET,
    GOOGLENET,
    LENET5,
    VGG16,
    Architecture,
    Row,
    Widths,
)
from cnn_course.drawings import show_architecture, show_bars, show_block
from cnn_course.visualize import Picture

NETWORK = Architecture(
    "small",
    "",
    (16, 36, 1),
    (
        Row("first", "conv", 1, 4, 5, padding=2),
        Row("second", "max_pool", 4, 4, 4, 4),
        Row("third", "dropout", 4, 4),
        Row("fourth", "dense", 144, 9),
    ),
    (),
    {},
)
BLOCK = Row("3a", "inception", 192, 256, widths=Widths(64, 96, 128, 16, 32, 32))
PICTURES = {
    "architecture": lambda: show_architecture(VGG16),
    "linear": lambda: show_architecture(LENET5, "linear"),
    "many boxes": lambda: show_architecture(GOOGLENET),
    "parameters": lambda: show_bars(ALEXNET),
    "block": lambda: show_block(GOOGLENET.row("5b")),
}
each = pytest.mark.parametrize("draw", PICTURES.values(), ids=PICTURES)


def boxes(picture):
    """Return (width, height) of each box in inches, in the order of drawing."""
    (axes,) = picture.axes
    assert (axes.get_xlim()[1], axes.get_ylim()[1]) == pytest.approx(
        tuple(picture.get_size_inches())
    )
    return [(box.get_width(), box.get_height()) for box in axes.patches]


def colours(picture):
    return [to_hex(box.get_facecolor()) for box in picture.axes[0].patches]


def texts(picture):
    return [text.get_text() for text in picture.axes[0].texts if text.get_text()]


# every picture


@each
def test_a_picture_is_valid_svg_and_the_same_on_every_run(draw):
    first, second = draw(), draw()
    assert isinstance(first, Picture)
    root = ElementTree.fromstring(first._repr_svg_())
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert first._repr_svg_() == second._repr_svg_()


@each
def test_everything_drawn_lies_inside_the_picture(draw):
    picture = draw()
    picture.canvas.draw()
    sheet = picture.bbox
    for thing in (*picture.axes[0].patches, *picture.axes[0].texts):
        box = thing.get_window_extent()
        assert sheet.x0 - 1 <= box.x0 <= box.x1 <= sheet.x1 + 1
        assert sheet.y0 - 1 <= box.y0 <= box.y1 <= sheet.y1 + 1


@each
def test_no_number_covers_another_one(draw):
    picture = draw()
    picture.canvas.draw()
    extents = [t.get_window_extent() for t in picture.axes[0].texts if t.get_text()]
    for place, one in enumerate(extents):
        assert not [other for other in extents[:place] if one.overlaps(other)]


# show_architecture


@pytest.mark.parametrize(
    ("scale", "heights", "widths"),
    [("sqrt", (4, 4, 2, 1), (1, 2, 2, 3)), ("linear", (16, 16, 4, 1), (1, 4, 4, 9))],
)
def test_boxes_are_to_scale(scale, heights, widths):
    drawn = boxes(show_architecture(NETWORK, scale))
    assert len(drawn) == 4
    assert [h / drawn[-1][1] for _, h in drawn] == pytest.approx(heights)
    assert [w / drawn[0][0] for w, _ in drawn] == pytest.approx(widths)


def test_numbers_are_channels_and_sizes():
    written = texts(show_architecture(NETWORK))
    assert written == ["1", "16×36", "4", "16×36", "4", "4×9", "9", "1"]
    lenet = "1 32 6 28 6 14 16 10 16 5 120 1 84 1 10 1"
    assert texts(show_architecture(LENET5)) == lenet.split()


def test_a_kind_of_layer_has_its_colour():
    grey, blue, orange, dark = "#e2e8f0", "#1d4ed8", "#ea580c", "#334155"
    assert colours(show_architecture(NETWORK)) == [grey, blue, orange, dark]
    lenet = [grey, blue, orange, blue, orange, blue, dark, dark]
    assert colours(show_architecture(LENET5)) == lenet
    assert colours(show_architecture(GOOGLENET)).count("#93c5fd") == 9


def test_a_layer_that_keeps_the_shape_is_left_out_unless_asked_for():
    # 15 rows, of which two normalize and two drop; and the input.
    assert len(boxes(show_architecture(ALEXNET))) == 12
    assert len(boxes(show_architecture(ALEXNET, skip=()))) == 16
    assert len(boxes(show_architecture(NETWORK, skip=("conv", "dropout")))) == 3


def test_boxes_do_not_touch():
    picture = show_architecture(VGG16)
    drawn = [box.get_bbox() for box in picture.axes[0].patches]
    assert len(drawn) == 22
    for place, one in enumerate(drawn):
        assert not [other for other in drawn[:place] if one.overlaps(other)]


# show_bars


@pytest.mark.parametrize(
    ("what", "written"),
    [
        ("parameters", [("fourth", 1305), ("first", 104)]),
        ("macs", [("fourth", 1296), ("first", 57600)]),
        ("activations", [("fourth", 9), ("third", 144), ("second", 144), ("first", 2304)]),
    ],
)  # fmt: skip
def test_bars_are_as_long_as_their_numbers(what, written):
    # By hand: 4 (25 + 1) and 9 (144 + 1); 16 · 36 · 25 · 4; the lowest bar first.
    picture = show_bars(NETWORK, what)
    expected = [text for name, value in written for text in (name, f"{value:,}")]
    assert texts(picture) == expected
    lengths = [width for width, _ in boxes(picture)]
    unit = written[-1][1] / lengths[-1]
    assert [unit * length for length in lengths] == pytest.approx(
        [v for _, v in written]
    )


def test_bars_start_at_one_place_and_the_first_layer_is_at_the_top():
    drawn = show_bars(LENET5).axes[0].patches
    assert len(drawn) == 6  # the distances learn nothing
    assert len({box.get_x() for box in drawn}) == 1
    assert [box.get_y() for box in drawn] == sorted(box.get_y() for box in drawn)
    assert texts(show_bars(LENET5))[-2:] == ["C1", "156"]


# show_block


def test_a_block_shows_the_channels_of_each_layer():
    written = texts(show_block(BLOCK))
    assert written[:2] == ["192", "256"]
    assert written[2:] == ["64", "128", "96", "32", "16", "32", "192"]


def test_a_block_is_to_scale():
    picture = show_block(BLOCK)
    drawn, unit = boxes(picture), boxes(picture)[0][0] / 192
    ends, layers = drawn[1:5], drawn[5:]
    assert [w / unit for w, _ in ends] == pytest.approx([64, 128, 32, 32])
    widths = [64, 128, 96, 32, 16, 32, 192]
    assert [w / unit for w, _ in layers] == pytest.approx(widths)
    kernels = [1, 3, 1, 5, 1, 1, 3]
    assert [h / layers[0][1] for _, h in layers] == pytest.approx(kernels)


def test_the_output_of_a_block_is_its_branches_side_by_side():
    ends = show_block(BLOCK).axes[0].patches[1:5]
    for one, other in pairwise(ends):
        assert one.get_x() + one.get_width() == pytest.approx(other.get_x())


def test_only_the_pooling_of_a_block_is_orange():
    assert colours(show_block(BLOCK))[5:] == 6 * [drawings.BLUE] + [drawings.ORANGE]


# wrong input


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (lambda: show_architecture(LENET5, "log"), "sqrt, linear, not 'log'"),
        (
            lambda: show_architecture(NETWORK.changed("fourth", inputs=100)),
            "takes 100 numbers, but 144 come in",
        ),
        (lambda: show_bars(LENET5, "memory"), "parameters, macs, activations"),
        (lambda: show_bars(NETWORK._replace(rows=NETWORK.rows[2:3], input_shape=(2, 3, 4))), "No layer"),
        (lambda: show_block(LENET5.row("C3")), "C3 is 'conv'"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_named(draw, message):
    with pytest.raises(ValueError, match=message):
        draw()
