import ast
import inspect
import textwrap
from typing import NamedTuple
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.image import AxesImage
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from cnn_course import conv, datasets, visualize
from cnn_course.visualize import (
    Picture,
    show_images,
    show_numbers,
    show_responses,
    show_source,
    show_step,
    when_written,
)

RNG = np.random.default_rng(1)
IMAGE = RNG.normal(size=(5, 7))
KERNEL = np.array([[1.0, 0, -1], [2, 0, -2]])
OUTPUT = conv.correlate2d(IMAGE, KERNEL)  # (4, 5)

PICTURES = {
    "images": lambda: show_images([IMAGE, OUTPUT, KERNEL], columns=2),
    "one image with a channel": lambda: show_images(
        IMAGE[np.newaxis, :, :, np.newaxis]
    ),
    "colour": lambda: show_images([RNG.random((5, 7, 3)), IMAGE]),
    "signed images": lambda: show_images([IMAGE], signed=True),
    "black images": lambda: show_images(np.zeros((2, 4, 5)), signed=True),
    "numbers": lambda: show_numbers(IMAGE, windows=[(1, 2, 2, 3)]),
    "grids": lambda: show_numbers(IMAGE, KERNEL, OUTPUT, windows=[None, (0, 0, 1, 2)]),
    "signed numbers": lambda: show_numbers(KERNEL, signed=True),
    "large and small numbers": lambda: show_numbers([[-1e6, 1e-6, 1020.0]]),
    "bytes": lambda: show_numbers(np.array([[0, 128, 255]], dtype=np.uint8)),
    "step": lambda: show_step(IMAGE, KERNEL, OUTPUT, at=(1, 4)),
    "responses": lambda: show_responses(IMAGE, [KERNEL, KERNEL.T], [OUTPUT, IMAGE]),
    "grey responses": lambda: show_responses(IMAGE, [KERNEL], [OUTPUT], signed=False),
}
each = pytest.mark.parametrize("draw", PICTURES.values(), ids=PICTURES)


def texts(picture):
    return [text.get_text() for text in picture.findobj(Text) if text.get_text()]


def grids(picture):
    return [image.get_array() for image in picture.findobj(AxesImage)]


def outlines(picture):
    """Return (top, left, height, width) of every outlined window, in the order of the arrays."""
    return [
        (box.get_y() + 0.5, box.get_x() + 0.5, box.get_height(), box.get_width())
        for box in picture.findobj(Rectangle)
        if box.get_edgecolor()[0] > 0.7 and box.get_linewidth() == 3
    ]


# every picture


@each
def test_a_picture_is_valid_svg(draw):
    root = ElementTree.fromstring(draw()._repr_svg_())
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert next(root.iter("{http://www.w3.org/2000/svg}g"), None) is not None


@each
def test_a_picture_is_the_same_on_every_run(draw):
    before = RNG.bit_generator.state
    first = draw()
    RNG.bit_generator.state = before
    second = draw()
    assert isinstance(first, Picture)
    assert first._repr_svg_() == second._repr_svg_() == first._repr_svg_()


@each
def test_a_picture_has_no_words(draw):
    written = "".join(texts(draw()))
    assert not [letter for letter in written if letter.isalpha()]


@each
def test_a_picture_is_no_wider_than_the_page(draw):
    picture = draw()
    assert picture.get_figwidth() <= visualize.WIDTH + 1e-9


# show_images


def test_images_that_are_not_square_keep_their_shape():
    picture = show_images([IMAGE, OUTPUT, KERNEL], columns=2)
    assert [grid.shape for grid in grids(picture)] == [(5, 7), (4, 5), (2, 3)]
    assert all(axes.get_aspect() == 1 for axes in picture.axes)
    rows, columns = picture.axes[0].get_gridspec().get_geometry()
    assert (rows, columns) == (2, 2)


def test_images_share_one_scale_of_brightness():
    dark, light = np.array([[0.0, 1]]), np.array([[2.0, 3]])
    limits = [i.get_clim() for i in show_images([dark, light]).findobj(AxesImage)]
    assert limits == [(0, 3), (0, 3)]


def test_signed_images_have_zero_in_the_middle():
    (image,) = show_images([[[-1, 0, 3]]], signed=True).findobj(AxesImage)
    assert image.get_clim() == (-3, 3)
    assert image.cmap(image.norm(0.0))[:3] == pytest.approx((1, 1, 1), abs=0.01)


def test_bytes_are_signed_without_overflow():
    (image,) = show_images([np.array([[0, 200]], dtype=np.uint8)], signed=True).findobj(
        AxesImage
    )
    assert image.get_clim() == (-200, 200)


# show_numbers


def test_numbers_stand_in_their_cells():
    picture = show_numbers(np.array([[1.0, 2, 3], [4, 5, 6]]))
    places = {
        text.get_text(): text.get_position()
        for text in picture.findobj(Text)
        if text.get_text()
    }
    assert places == {
        "1": (0, 0),
        "2": (1, 0),
        "3": (2, 0),
        "4": (0, 1),
        "5": (1, 1),
        "6": (2, 1),
    }


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (-0.0, "0"),
        (-3.0, "−3"),
        (1 / 9, "0.111"),
        (0.0625, "0.0625"),
        (255, "255"),
        (1020.0, "1020"),
        (-1234.5, "−1234"),
        (999.7, "1000"),
        (0.00001, "0.00001"),
        (np.float32(0.1), "0.1"),
    ],
)
def test_a_number_has_three_digits_and_no_exponent(number, written):
    assert texts(show_numbers([[number]])) == [written]


def test_a_number_is_readable_on_its_cell():
    # White on the dark ends of the signed colours, black on the light middle.
    picture = show_numbers(np.array([[-1.0, 0.1]]), signed=True)
    colours = [t.get_color() for t in picture.findobj(Text) if t.get_text()]
    assert colours == ["white", "black"]


def test_a_window_is_outlined_on_its_own_grid():
    picture = show_numbers(IMAGE, OUTPUT, windows=[(1, 2, 3, 4), None])
    assert outlines(picture) == [(1, 2, 3, 4)]
    assert outlines(picture.axes[0]) == [(1, 2, 3, 4)]


def test_grids_of_different_sizes_have_cells_of_one_size():
    picture = show_numbers(IMAGE, KERNEL)
    for axes, grid in zip(picture.axes, (IMAGE, KERNEL), strict=True):
        box = axes.get_position()
        cell = (
            box.height * picture.get_figheight() / grid.shape[0],
            box.width * picture.get_figwidth() / grid.shape[1],
        )
        assert cell == pytest.approx((0.42, 0.42))


# show_step and show_responses


def test_a_step_outlines_the_window_and_the_cell_it_fills():
    picture = show_step(IMAGE, KERNEL, np.zeros((2, 3)), at=(1, 2), stride=2)
    assert outlines(picture) == [(2, 4, 2, 3), (1, 2, 1, 1)]
    assert [grid.shape for grid in grids(picture)] == [(5, 7), (2, 3), (2, 3)]


def test_each_kernel_has_a_row_of_image_kernel_and_response():
    picture = show_responses(IMAGE, [KERNEL, KERNEL.T], [OUTPUT, -OUTPUT])
    shapes = [grid.shape for grid in grids(picture)]
    assert shapes == [(5, 7), (2, 3), (4, 5), (5, 7), (3, 2), (4, 5)]


# wrong input


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (lambda: show_images([]), "no images"),
        (lambda: show_images([np.ones(4)]), r"\(H, W, 3\), but its shape is \(4,\)"),
        (lambda: show_images([np.ones((4, 5, 2))]), r"shape is \(4, 5, 2\)"),
        (lambda: show_images([np.ones((0, 5))]), r"shape is \(0, 5\)"),
        (lambda: show_images([np.array([[1, np.nan]])]), "look for nan"),
        (lambda: show_numbers(np.ones(4)), r"axes \(H, W\).*\(4,\)"),
        (lambda: show_numbers(np.ones((2, 3, 4))), r"axes \(H, W\).*\(2, 3, 4\)"),
        (lambda: show_numbers([[1, np.inf]]), "inf"),
        (lambda: show_numbers(IMAGE, windows=[(3, 0, 3, 2)]), r"\(3, 0, 3, 2\).*5, 7"),
        (lambda: show_numbers(IMAGE, windows=[(0, -1, 3, 2)]), r"\(0, -1, 3, 2\)"),
        (lambda: show_step(IMAGE, KERNEL, OUTPUT, at=(4, 1)), "outside the grid"),
        (lambda: show_responses(IMAGE, [KERNEL], []), "shorter"),
    ],
)
def test_what_cannot_be_drawn_is_named(draw, message):
    with pytest.raises(ValueError, match=message):
        draw()


# show_source


class Undocumented(NamedTuple):
    height: int
    width: int


class OnlyDocumented:
    """A body of one docstring."""


def without_docstring(function):
    """Return the source of a function of the package, cut by hand: no parser, the quotes only."""
    source = inspect.getsource(function)
    start = source.index('    """')
    end = source.index('"""\n', start + 7) + 4
    return (source[:start] + source[end:]).rstrip()


@pytest.mark.parametrize(
    "function", [conv.conv2d_loops, conv.conv2d, conv.conv2d_backward, datasets.load]
)
def test_show_source_is_the_code_of_the_file_without_the_docstring(function):
    shown = str(show_source(function))
    assert shown == without_docstring(function)
    assert '"""' not in shown
    assert ast.parse(shown).body[0].name == function.__name__


def test_show_source_can_keep_the_docstring():
    shown = str(show_source(conv.conv2d_loops, docstring=True))
    assert shown == inspect.getsource(conv.conv2d_loops).rstrip()


def test_show_source_of_a_method_starts_at_the_margin():
    shown = str(show_source(Picture._repr_svg_))
    assert shown.startswith("def _repr_svg_(self)")
    ast.parse(shown)


@pytest.mark.parametrize("thing", [Undocumented, OnlyDocumented, datasets.Dataset])
def test_show_source_of_a_class_keeps_its_body(thing):
    body = ast.parse(str(show_source(thing))).body[0].body
    assert len(body) == max(1, len(thing.__annotations__))


def test_show_source_is_a_block_of_python_in_a_notebook():
    markdown = show_source(datasets.one_hot)._repr_markdown_()
    assert markdown.startswith("```python\ndef one_hot(")
    assert markdown.endswith("\n```")
    code = textwrap.dedent(markdown.removeprefix("```python\n").removesuffix("\n```"))
    ast.parse(code)


# when_written


def test_what_is_written_is_shown(capsys):
    picture = show_numbers(KERNEL)
    assert when_written(lambda: picture) is picture
    assert capsys.readouterr().out == ""


def test_what_is_not_written_is_said_in_a_sentence(capsys):
    def unwritten():
        raise NotImplementedError()

    assert when_written(unwritten) is None
    assert capsys.readouterr().out == "This works when the parts above are written.\n"


def test_an_error_of_what_is_written_is_not_hidden():
    with pytest.raises(ZeroDivisionError):
        when_written(lambda: 1 / 0)
