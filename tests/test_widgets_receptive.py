"""The widget on receptive fields: its arithmetic against the reference, and the widget in a browser."""

import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from playwright.sync_api import Browser, Locator, Page

from cnn_course import shapes
from cnn_course.architectures import LENET5
from cnn_course.conv import conv2d_backward
from cnn_course.data import train_fashion_cnn
from cnn_course.layers import Conv2D, MaxPool2D
from tests import widget_pages
from tests.widget_pages import bundled, check_controls, check_fits, opened, watched

# Sizes 11 x 14, 6 x 8 and 5 x 7; the fields are 4, 5 and 11 pixels wide.
STATE = {
    "input": [11, 14],
    "layers": [
        {"kernel": 4, "padding": 2, "stride": 2},
        {"kind": "pool", "kernel": 2},
        {"kernel": 3, "padding": 2, "dilation": 2},
    ],
    "chosen": 3,
    "at": [2, 4],
    "paths": True,
}
PAGE = f"""# A page

```{{anywidget}} widgets/receptive_field.js
:css: widgets/receptive_field.css
{json.dumps(STATE)}
```

:::{{admonition}} Where scripts are off
:class: widget-fallback
Two pictures of paths.
:::
"""
FAR = ";".join(["conv,11,1,5,1"] * 6)
LARGEST = f"#receptive-field?input=40,39&layers={FAR}&at=6,0,38&paths=1"
NOTHING = "#receptive-field?input=8,9&layers=conv,11,1,0,1&at=0,0,0&paths=1"
FIELDS = ("kernel", "stride", "padding", "dilation")
OPACITY = "all => all.map(e => e.getAttribute('fill-opacity'))"
Layer = dict[str, Any]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return widget_pages.strict(tmp_path_factory.mktemp("receptive"), PAGE)


@pytest.fixture
def shown(chrome: Browser, page: Path) -> Iterator[Page]:
    with watched(chrome, page) as widget:
        yield widget


@pytest.fixture(scope="module")
def run(chrome: Browser) -> Iterator[Any]:
    """Call a function of one of the modules in the browser; without arguments, read a value."""
    page = chrome.new_page()

    def call(file: str, name: str, *arguments: Any) -> Any:
        if not arguments:
            return page.evaluate(f"({bundled(file)}).{name}")
        code = f"all => ({bundled(file)}).{name}(...all)"
        return page.evaluate(code, list(arguments))

    yield call
    page.close()


def whole(layer: Layer) -> Layer:
    return {"kind": "conv", "stride": 1, "padding": 0, "dilation": 1, **layer}


def spread(layer: Layer) -> NDArray:
    """A kernel of ones, with the zeros between them that a dilation stands for."""
    side = (layer["kernel"] - 1) * layer["dilation"] + 1
    w = np.zeros((side, side, 1, 1))
    w[:: layer["dilation"], :: layer["dilation"]] = 1
    return w


def sizes_of(size: tuple[int, int], layers: list[Layer]) -> list[tuple[int, int]]:
    """The size of the input and of each map, by the reference."""
    sizes = [size]
    for layer in layers:
        side, stride, padding = len(spread(layer)), layer["stride"], layer["padding"]
        h, w = (shapes.output_size(n, side, stride, padding) for n in sizes[-1])
        sizes.append((h, w))
    return sizes


def paths_by_gradient(
    size: tuple[int, int], layers: list[Layer], at: tuple[int, int]
) -> list[NDArray]:
    """How many paths lead from a number to each one of every map: a gradient, where all weights are 1."""
    sizes = sizes_of(size, layers)
    dy = np.zeros((1, *sizes[-1], 1))
    dy[0, *at, 0] = 1
    found = [dy[0, :, :, 0]]
    for layer, before in zip(layers[::-1], sizes[-2::-1], strict=True):
        x = np.zeros((1, *before, 1))
        dy, _, _ = conv2d_backward(dy, x, spread(layer), layer["stride"], layer["padding"])  # fmt: skip
        found.insert(0, dy[0, :, :, 0])
    return found


def random_stack(rng: np.random.Generator) -> tuple[tuple[int, int], list[Layer]]:
    """A stack that fits, of layers whose padding is smaller than their window."""
    size = tuple(map(int, rng.choice(np.arange(8, 24), 2, replace=False)))
    layers: list[Layer] = []
    for _ in range(rng.integers(1, 6)):
        limits = zip(FIELDS, (1, 1, 0, 1), (6, 4, 4, 4), strict=True)
        layer = {name: int(rng.integers(low, high)) for name, low, high in limits}
        layer["kind"] = str(rng.choice(["conv", "pool"]))
        if layer["padding"] > (layer["kernel"] - 1) * layer["dilation"]:
            continue
        try:
            sizes_of(size, [*layers, layer])
        except ValueError:
            continue
        layers.append(layer)
    return (size, layers) if layers else random_stack(rng)


def counts_shown(picture: Locator, size: tuple[int, int]) -> NDArray:
    """The counts that a picture shows: what each path of squares stands for, put together."""
    found = np.zeros(size, dtype=int)
    for square in picture.locator("path.read").all():
        for j, i in re.findall(r"M(\d+) (\d+)h1v1h-1z", square.get_attribute("d")):
            found[int(i), int(j)] = int(square.get_attribute("data-count"))
    return found


def layer_map(shown: Page, m: int) -> Locator:
    return shown.get_by_role("application", name=f"Map of layer {m},")


def input_map(shown: Page) -> Locator:
    return shown.get_by_role("img", name="Input, ")


def choose(shown: Page, what: str, value: str) -> None:
    shown.get_by_role("combobox", name=what, exact=True).select_option(value)


def field(shown: Page) -> str:
    return shown.locator(".field").inner_text()


def said(shown: Page) -> str:
    return shown.get_by_role("status").inner_text()


def table(shown: Page) -> list[list[str]]:
    return shown.locator(".receptive tbody").evaluate(
        "b => [...b.rows].map(r => [...r.cells].map(c => c.textContent))"
    )


def fragment(shown: Page) -> str:
    return shown.get_by_role("link", name="Link to this state").get_attribute("href")


# Arithmetic


def test_sizes_jumps_and_fields_are_those_of_the_reference(run: Any) -> None:
    rng = np.random.default_rng(0)
    dilated = 0
    for _ in range(150):
        size, layers = random_stack(rng)
        found = run("receptive.js", "mapsOf", size, layers)
        assert found["problem"] == ""
        assert [tuple(m["size"]) for m in found["maps"]] == sizes_of(size, layers)
        windows = [(len(spread(layer)), layer["stride"]) for layer in layers]
        for k, one in enumerate(found["maps"]):
            assert one["field"] == shapes.receptive_field(windows[:k])
            # A kernel of 2 behind a stack sees one jump more.
            further = shapes.receptive_field([*windows[:k], (2, 1)])
            assert one["jump"] == further - one["field"]
        dilated += any(layer["dilation"] > 1 for layer in layers)
    assert 50 < dilated < 150


def test_paths_and_regions_are_those_of_a_gradient_with_weights_of_one(
    run: Any,
) -> None:
    rng = np.random.default_rng(1)
    cut = 0
    for _ in range(150):
        size, layers = random_stack(rng)
        maps = run("receptive.js", "mapsOf", size, layers)["maps"]
        at = tuple(int(rng.integers(n)) for n in maps[-1]["size"])
        traces = run("receptive.js", "traceOf", maps, layers, len(layers), at)
        for trace, expected in zip(
            traces, paths_by_gradient(size, layers, at), strict=True
        ):
            rows, columns = trace["counts"]
            assert np.array_equal(np.outer(rows, columns), expected)
            for axis, places in enumerate(np.nonzero(expected)):
                start = trace["start"][axis]
                assert all(start <= n < start + trace["side"] for n in places)
        side, last = traces[0]["side"], maps[-1]
        assert side == last["field"]
        assert traces[0]["start"] == [n * last["jump"] + last["first"] for n in at]
        cut += min(traces[0]["start"]) < 0
    assert 30 < cut < 150


def test_with_enough_room_the_region_is_what_the_gradient_reaches(run: Any) -> None:
    layers = [whole({"kernel": 3}), whole({"kernel": 2, "stride": 2}), whole({"kernel": 4})]  # fmt: skip
    maps = run("receptive.js", "mapsOf", [31, 33], layers)["maps"]
    trace = run("receptive.js", "traceOf", maps, layers, 3, [4, 6])[0]
    found = np.nonzero(paths_by_gradient((31, 33), layers, (4, 6))[0])
    assert [int(n.min()) for n in found] == trace["start"]
    assert [int(np.ptp(n)) + 1 for n in found] == [trace["side"]] * 2


def test_paths_are_summed_up_exactly(run: Any) -> None:
    rng = np.random.default_rng(2)
    for _ in range(60):
        size, layers = random_stack(rng)
        maps = run("receptive.js", "mapsOf", size, layers)["maps"]
        at = tuple(int(rng.integers(n)) for n in maps[-1]["size"])
        trace = run("receptive.js", "traceOf", maps, layers, len(layers), at)[0]
        counts = paths_by_gradient(size, layers, at)[0]
        seen = -np.sort(-counts[counts > 0])
        paths = run("receptive.js", "pathsOf", trace)
        assert paths["all"] == counts.sum()
        if paths["all"]:
            assert (paths["most"], paths["fewest"]) == (seen[0], seen[-1])
            half = paths["half"]
            assert 2 * seen[:half].sum() >= counts.sum() > 2 * seen[: half - 1].sum()
        (top, left), side = trace["start"], trace["side"]
        # The same region on a sheet that is large enough, with the image on it.
        sheet = np.zeros((400, 400), dtype=bool)
        sheet[150 : 150 + size[0], 150 : 150 + size[1]] = True
        region = sheet[150 + top :, 150 + left :][:side, :side]
        shares = run("receptive.js", "sharesOf", trace)
        assert shares["all"] == region.size
        assert shares["padding"] == np.sum(~region)
        assert shares["read"] == np.sum(counts > 0)
        assert shares["skipped"] == region.sum() - np.sum(counts > 0)


def test_the_presets_are_the_networks_that_they_name(run: Any) -> None:
    presets = run("receptive_state.js", "PRESETS")
    keys = ("kind", "kernel", "stride", "padding")
    rows = {
        name: [tuple(layer[key] for key in keys) for layer in one["layers"]]
        for name, one in presets.items()
    }
    kinds = {"conv": "conv", "subsampling": "pool"}
    windowed = [row for row in LENET5.rows if row.kind in kinds]
    assert rows["LeNet-5"] == [(kinds[r.kind], r.kernel, r.stride, r.padding) for r in windowed]  # fmt: skip
    assert presets["LeNet-5"]["input"] == list(LENET5.input_shape[:2])
    network = train_fashion_cnn.make()
    expected = [
        ("conv", layer.kernel, layer.stride, layer.padding)
        if isinstance(layer, Conv2D)
        else ("pool", layer.size, layer.stride or layer.size, layer.padding)
        for layer in network.layers
        if isinstance(layer, Conv2D | MaxPool2D)
    ]
    assert rows["this chapter's network"] == expected
    assert presets["this chapter's network"]["input"] == list(network.input_shape[:2])
    assert [x["dilation"] for x in presets["dilations 1, 2 and 4"]["layers"]] == [1, 2, 4]  # fmt: skip


def test_three_small_kernels_see_what_a_large_one_sees_but_unevenly(run: Any) -> None:
    found = []
    for name in ("three of 3 × 3", "one of 7 × 7"):
        preset = run("receptive_state.js", "PRESETS")[name]
        maps = run("receptive.js", "mapsOf", preset["input"], preset["layers"])["maps"]
        last = len(maps) - 1
        found.append(run("receptive.js", "traceOf", maps, preset["layers"], last, [4, 5])[0])  # fmt: skip
    three, one = found
    assert (three["start"], three["side"]) == (one["start"], one["side"]) == ([4, 5], 7)
    columns = [trace["counts"][1][5:12] for trace in found]
    assert columns == [[1, 3, 6, 7, 6, 3, 1], [1] * 7]
    sums = [run("receptive.js", "pathsOf", trace) for trace in found]
    assert sums == [
        {"all": 729, "most": 49, "fewest": 1, "half": 10},
        {"all": 49, "most": 1, "fewest": 1, "half": 25},
    ]


@pytest.mark.parametrize(
    ("layer", "says"),
    [
        (
            {"kernel": 5, "padding": 1, "dilation": 2},
            "The window of layer 2, 5 × 5 with a dilation of 2, spans 9 × 9 and does not fit in "
            "6 × 8 numbers with a padding of 1, which are 8 × 10. "
            "Use a smaller kernel or dilation, more padding, or a larger input.",
        ),
        (
            {"kernel": 2, "padding": 2, "kind": "pool"},
            "The window of layer 2, 2 × 2, spans 2 × 2, so with a padding of 2 some windows lie "
            "in the padding alone. Use a padding of at most 1.",
        ),
    ],
)
def test_a_layer_that_does_not_fit_says_why(run: Any, layer: Layer, says: str) -> None:
    layers = [whole({"kernel": 3}), whole(layer), whole({"kernel": 1})]
    found = run("receptive.js", "mapsOf", [8, 10], layers)
    assert found["problem"] == says
    assert [m["size"] for m in found["maps"]] == [[8, 10], [6, 8]]
    if layer["kernel"] == 5:
        with pytest.raises(ValueError, match="A window of 9 does not fit in 8 pixels"):
            sizes_of((8, 10), layers)


# The picture


def test_every_picture_shows_the_paths_of_the_gradient(shown: Page) -> None:
    layers = [whole(layer) for layer in STATE["layers"]]
    sizes = sizes_of((11, 14), layers)
    assert sizes == [(11, 14), (6, 8), (5, 7), (5, 7)]
    for at in [(2, 4), (4, 6)]:
        expected = paths_by_gradient((11, 14), layers, at)
        pictures = [input_map(shown), *(layer_map(shown, m) for m in (1, 2, 3))]
        for picture, counts in zip(pictures, expected, strict=True):
            assert np.array_equal(counts_shown(picture, counts.shape), counts)
        layer_map(shown, 3).focus()
        for key in ("ArrowDown", "ArrowDown", "End"):
            shown.keyboard.press(key)


def test_without_paths_the_colour_is_even_and_the_words_are_gone(shown: Page) -> None:
    box = shown.get_by_role("checkbox", name="Show how many paths")
    assert shown.get_by_text("A pixel's count is its row's").is_visible()
    assert len(set(input_map(shown).locator(".read").evaluate_all(OPACITY))) > 2
    box.uncheck()
    assert not shown.get_by_text("A pixel's count is its row's").is_visible()
    assert not shown.locator(".paths").is_visible()
    assert input_map(shown).locator(".read").count() == 1
    counts = paths_by_gradient((11, 14), [whole(x) for x in STATE["layers"]], (2, 4))
    assert np.array_equal(counts_shown(input_map(shown), (11, 14)), counts[0] > 0)
    box.check()
    assert said(shown) == shown.locator(".paths").inner_text()


def test_the_colour_is_the_stronger_the_more_paths(shown: Page) -> None:
    squares = input_map(shown).locator(".read")
    counts = [int(n) for n in squares.evaluate_all("all => all.map(e => e.dataset.count)")]  # fmt: skip
    shades = [float(n) for n in squares.evaluate_all(OPACITY)]
    assert [counts[k] for k in np.argsort(shades)] == sorted(counts)
    assert max(shades) == 1
    assert min(shades) >= 0.1


def test_a_corner_tells_the_padding_apart(shown: Page) -> None:
    layer_map(shown, 3).focus()
    for key in ("ArrowUp", "ArrowUp", "ArrowUp", "Home"):
        shown.keyboard.press(key)
    # From row and column -2 * 2 - 2 = -6 on, 14 of them: 8 are in the image.
    assert field(shown) == (
        "Row 0, column 0 of layer 3 sees 14 × 14 pixels, of which 132 are padding: "
        "rows −6 to 7, columns −6 to 7."
    )
    zeros = input_map(shown).locator(".zeros").get_attribute("d")
    squares = {(int(i), int(j)) for j, i in re.findall(r"M(-?\d+) (-?\d+)h1v1h-1z", zeros)}  # fmt: skip
    region = set(itertools.product(range(-6, 8), range(-6, 8)))
    assert squares == {(i, j) for i, j in region if i < 0 or j < 0}
    assert said(shown) == field(shown)


def test_the_table_and_the_formula_have_the_numbers_of_the_stack(shown: Page) -> None:
    assert table(shown) == [
        ["input", "11 × 14", "1", "1 × 1"],
        ["1", "6 × 8", "2", "4 × 4"],
        ["2", "5 × 7", "2", "6 × 6"],
        ["3", "5 × 7", "2", "14 × 14"],
    ]
    formula = shown.locator(".formula span")
    assert formula.all_inner_texts() == [
        "r₃ = r₂ + (k₃ − 1) · d₃ · j₂ = 6 + (3 − 1) · 2 · 2 = 14",
        "j₃ = j₂ · s₃ = 2 · 1 = 2",
    ]
    layer_map(shown, 1).click()
    assert formula.first.inner_text() == (
        "r₁ = r₀ + (k₁ − 1) · d₁ · j₀ = 1 + (4 − 1) · 1 · 1 = 4"
    )


def test_pixels_between_the_taps_are_named(run: Any) -> None:
    layers = [whole({"kernel": 3, "dilation": 3, "padding": 3})]
    state = {"input": [13, 16], "layers": layers, "chosen": 1, "paths": True}
    said = run("receptive_state.js", "fieldInWords", {**state, "at": [6, 1]})
    assert said == (
        "Row 6, column 1 of layer 1 sees 7 × 7 pixels, of which 14 are padding: "
        "rows 3 to 9, columns −2 to 4. 29 of the 49 are pixels that no path reaches."
    )
    assert run("receptive_state.js", "rowInWords", {**state, "at": [6, 1]}).startswith(
        "Along the columns: 0 1 0 0 1. "
    )
    paths = run("receptive_state.js", "pathsInWords", {**state, "at": [6, 1]})
    assert paths == (
        "1 path leads to the pixel that is counted most, 1 to the one that is counted least. "
        "Half of all 6 paths lead to 3 of the 6 pixels."
    )


def test_a_field_larger_than_the_picture_says_so(chrome: Browser, page: Path) -> None:
    shown = opened(chrome, page, LARGEST)
    assert field(shown).endswith(
        "columns 8 to 68. The field goes on outside of the picture."
    )
    assert table(shown)[-1] == ["6", "40 × 39", "1", "61 × 61"]
    assert shown.locator(".receptive p:visible", has_text="Along the columns").count() == 0  # fmt: skip
    shown.context.close()


def test_every_map_lies_within_its_picture(run: Any) -> None:
    rng = np.random.default_rng(3)
    for _ in range(30):
        size, layers = random_stack(rng)
        maps = run("receptive.js", "mapsOf", size, layers)["maps"]
        for axis, pixels in enumerate(size):
            view = run("receptive.js", "viewOf", maps, axis)
            assert -8 <= view[0] <= 0 < pixels <= view[1] <= pixels + 8
            for one in maps:
                drawn = run("receptive.js", "placesOf", one, axis, view)
                end = drawn["origin"] + drawn["step"] * one["size"][axis]
                assert view[0] - 1e-9 <= drawn["origin"] < end <= view[1] + 1e-9
            first = run("receptive.js", "placesOf", maps[0], axis, view)
            assert first == {"step": 1, "origin": 0}


# Mouse, finger, keyboard


def put_at(picture: Locator, row: float, column: float) -> dict[str, float]:
    """Where a row and a column of the input are in a picture, for the pointer."""
    return picture.locator("svg").evaluate(
        """(svg, [i, j]) => {
          const { x, y } = new DOMPoint(j, i).matrixTransform(svg.getScreenCTM());
          const box = svg.parentElement.getBoundingClientRect();
          return { x: x - box.left, y: y - box.top }; }""",
        [row, column],
    )


def test_a_click_and_a_tap_choose_a_number_of_any_layer(shown: Page) -> None:
    maps = run_maps(shown)
    for m, at, tap in [(1, (2, 6), False), (2, (4, 0), True), (3, (1, 5), True)]:
        picture = layer_map(shown, m)
        middle = [
            maps[m]["first"] + n * maps[m]["jump"] + maps[m]["field"] / 2 for n in at
        ]
        place = put_at(picture, *middle)
        (picture.tap if tap else picture.click)(position=place)
        assert field(shown).startswith(f"Row {at[0]}, column {at[1]} of layer {m} ")
        assert said(shown) == field(shown)
        assert picture.locator("..").get_attribute("class").endswith("chosen")
        assert shown.locator(".receptive tr.chosen th").inner_text() == str(m)
        read = shown.locator(".part:visible").all_inner_texts()
        assert [text.endswith("not read") for text in read] == [k > m for k in range(4)]


def run_maps(shown: Page) -> list[dict[str, Any]]:
    layers = [whole(layer) for layer in STATE["layers"]]
    code = f"all => ({bundled('receptive.js')}).mapsOf(...all).maps"
    return shown.evaluate(code, [STATE["input"], layers])


def test_a_click_beside_a_map_chooses_the_nearest_number(shown: Page) -> None:
    picture = layer_map(shown, 3)
    picture.click(position={"x": 2, "y": 2})
    assert field(shown).startswith("Row 0, column 0 of layer 3 ")
    box = picture.bounding_box()
    picture.click(position={"x": box["width"] - 2, "y": box["height"] - 4})
    assert field(shown).startswith("Row 4, column 6 of layer 3 ")


def test_a_mouse_that_is_held_down_chooses_all_the_way(shown: Page) -> None:
    box = layer_map(shown, 2).bounding_box()
    shown.mouse.move(box["x"] + 3, box["y"] + 3)
    assert "of layer 3 " in field(shown)
    shown.mouse.down()
    shown.mouse.move(box["x"] + box["width"] - 3, box["y"] + 3, steps=4)
    assert field(shown).startswith("Row 0, column 6 of layer 2 ")
    shown.mouse.up()
    shown.mouse.move(box["x"] + 3, box["y"] + 3)
    assert field(shown).startswith("Row 0, column 6 of layer 2 ")


def test_the_arrow_keys_move_and_stay_inside(shown: Page) -> None:
    layer_map(shown, 2).focus()
    for key, place in [
        ("ArrowLeft", "Row 2, column 4 of layer 2"),  # another layer, the same place
        ("ArrowLeft", "Row 2, column 3 of layer 2"),
        ("ArrowDown", "Row 3, column 3 of layer 2"),
        ("End", "Row 3, column 6 of layer 2"),
        ("ArrowRight", "Row 3, column 6 of layer 2"),
        ("Home", "Row 3, column 0 of layer 2"),
        ("ArrowUp", "Row 2, column 0 of layer 2"),
    ]:
        shown.keyboard.press(key)
        assert field(shown).startswith(f"{place} sees 6 × 6 pixels")
        assert said(shown) == field(shown)
    assert shown.evaluate("document.activeElement.ariaLabel") == "Map of layer 2, 5 × 7"
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.ariaLabel") == "Map of layer 3, 5 × 7"


def test_nothing_moves_by_itself(shown: Page) -> None:
    before = shown.locator(".receptive").inner_html()
    shown.wait_for_timeout(400)
    assert shown.locator(".receptive").inner_html() == before
    source = bundled("receptive_field.js")
    assert not re.search(r"setInterval|setTimeout|\.style\b|innerHTML", source)


# The stack


def test_a_layer_is_changed_added_and_removed(shown: Page) -> None:
    assert shown.get_by_role("combobox", name="Stack").input_value() == "your own"
    choose(shown, "stride of layer 2", "2")
    assert table(shown)[2:] == [["2", "3 × 4", "4", "6 × 6"], ["3", "3 × 4", "4", "22 × 22"]]  # fmt: skip
    assert said(shown) == (
        "Layer 3, the last, has 3 × 4 numbers; each sees 22 × 22 pixels, and the next one begins 4 further."
    )
    assert field(shown).startswith("Row 2, column 3 of layer 3 ")  # it was column 4
    choose(shown, "kind of layer 3", "pool")
    assert "pool,3,1,2,2&" in fragment(shown)
    shown.get_by_role("button", name="Add a layer").click()
    assert table(shown)[4] == ["4", "3 × 4", "4", "30 × 30"]
    assert field(shown).startswith("Row 1, column 2 of layer 4 ")
    shown.get_by_role("button", name="Remove layer 1").click()
    fields = ["2 × 2", "10 × 10", "14 × 14"]
    assert table(shown)[1:] == [[str(k + 1), "5 × 7", "2", x] for k, x in enumerate(fields)]  # fmt: skip
    assert field(shown).startswith("Row 1, column 2 of layer 3 ")


def test_the_keyboard_is_never_lost(shown: Page) -> None:
    def focused() -> str:
        return shown.evaluate(
            "document.activeElement.ariaLabel ?? document.activeElement.textContent"
        )

    add = shown.get_by_role("button", name="Add a layer")
    for _ in range(2):
        add.focus()
        shown.keyboard.press("Enter")
        assert focused() == "Add a layer"
    shown.keyboard.press("Enter")
    assert (focused(), add.is_disabled()) == ("kind of layer 6", True)
    shown.get_by_label("Remove layer 5").focus()
    shown.keyboard.press("Enter")
    assert focused() == "Remove layer 5"
    for left in (4, 3, 2):
        shown.keyboard.press("Enter")
        assert focused() == f"Remove layer {left}"
    shown.keyboard.press("Enter")
    assert focused() == "kind of layer 1"
    assert shown.get_by_label("Remove layer 1").is_disabled()


def test_a_preset_brings_its_input_and_chooses_the_middle(shown: Page) -> None:
    choose(shown, "Stack", "LeNet-5")
    assert table(shown)[-1] == ["5", "1 × 1", "4", "32 × 32"]
    assert field(shown) == (
        "Row 0, column 0 of layer 5 sees 32 × 32 pixels, none of them padding: rows 0 to 31, columns 0 to 31."
    )
    shown.get_by_role("slider", name="Input width").fill("37")
    assert table(shown)[-1] == ["5", "1 × 2", "4", "32 × 32"]
    assert shown.get_by_role("combobox", name="Stack").input_value() == "your own"
    assert said(shown).startswith("Layer 5, the last, has 1 × 2 numbers; ")


def test_a_stack_that_does_not_fit_keeps_the_layers_before(shown: Page) -> None:
    choose(shown, "kernel of layer 3", "11")
    problem = shown.locator(".problem")
    assert problem.inner_text().startswith(
        "The window of layer 3, 11 × 11 with a dilation of 2, spans 21 × 21 and does not fit in 5 × 7"
    )
    assert said(shown) == problem.inner_text()
    assert len(table(shown)) == 3
    assert layer_map(shown, 3).count() == 0
    assert field(shown).startswith("Row 2, column 4 of layer 2 ")
    assert shown.locator(".layer.wrong").get_attribute("aria-label") == "Layer 3"
    choose(shown, "kernel of layer 3", "2")
    assert problem.inner_text() == ""
    assert shown.locator(".layer.wrong").count() == 0


def test_without_a_single_layer_that_fits_there_is_the_input(
    chrome: Browser, page: Path
) -> None:
    shown = opened(chrome, page, NOTHING)
    assert shown.locator(".problem").inner_text().startswith("The window of layer 1, ")
    assert shown.get_by_role("application").count() == 0
    assert input_map(shown).get_attribute("aria-label") == "Input, 8 × 9, not read"
    assert field(shown) == ""
    choose(shown, "kernel of layer 1", "7")
    assert field(shown).startswith("Row 0, column 0 of layer 1 sees 7 × 7 pixels")
    shown.context.close()


# The link


def test_a_link_brings_the_state_back(shown: Page, chrome: Browser, page: Path) -> None:
    choose(shown, "dilation of layer 3", "1")
    shown.get_by_role("checkbox", name="Show how many paths").uncheck()
    layer_map(shown, 2).click(position={"x": 30, "y": 40})
    linked = opened(chrome, page, fragment(shown))
    assert fragment(linked) == fragment(shown)
    for part in (".columns", "table", ".field"):
        assert linked.locator(part).inner_html() == shown.locator(part).inner_html()
    linked.get_by_role("button", name="Reset").click()
    assert "#" not in linked.url
    assert field(linked).startswith("Row 2, column 4 of layer 3 sees 14 × 14 pixels")
    assert linked.get_by_role("checkbox").is_checked()
    linked.context.close()


@pytest.mark.parametrize(
    "query",
    [
        "input=7,9&layers=conv,3,1,0,1&at=1,0,0&paths=1",
        "input=9,41&layers=conv,3,1,0,1&at=1,0,0&paths=1",
        "input=9,8&layers=conv,12,1,0,1&at=1,0,0&paths=1",
        "input=9,8&layers=conv,3,0,0,1&at=1,0,0&paths=1",
        "input=9,8&layers=conv,3,1,0&at=1,0,0&paths=1",
        "input=9,8&layers=constructor,3,1,0,1&at=1,0,0&paths=1",
        "input=9,8&layers=conv,3,1,0,x&at=1,0,0&paths=1",
        f"input=9,8&layers={';'.join(['conv,1,1,0,1'] * 7)}&at=1,0,0&paths=1",
        "input=9,8&layers=conv,3,1,0,1&at=2,0,0&paths=1",
        "input=9,8&layers=conv,3,1,0,1&at=1,7,0&paths=1",
        "input=9,8&layers=conv,3,1,0,1&at=1,0,0&paths=2",
        "input=9,8&layers=&at=0,0,0&paths=1",
    ],
)
def test_a_link_that_holds_nonsense_is_ignored(run: Any, query: str) -> None:
    file, read = "receptive_state.js", "fromFragment"
    assert run(file, read, f"#receptive-field?{query}") is None
    right = "input=9,8&layers=conv,3,1,0,1&at=1,6,5&paths=0"
    state = run(file, read, f"#receptive-field?{right}")
    assert (state["at"], state["chosen"], state["paths"]) == ([6, 5], 1, False)
    assert run(file, "toFragment", state) == f"#receptive-field?{right}"
    assert run(file, read, f"#stride-and-padding?{right}") is None


# For everybody


def test_without_scripts_the_text_stands_there(chrome: Browser, page: Path) -> None:
    shown = opened(chrome, page, java_script_enabled=False)
    assert shown.get_by_text("Two pictures of paths.").is_visible()
    shown.context.close()


def test_with_scripts_the_widget_stands_there_instead(shown: Page) -> None:
    assert not shown.locator(".widget-fallback").is_visible()
    assert shown.get_by_role("group", name="Receptive field").is_visible()
    assert shown.locator(".receptive [aria-live]").count() == 1
    assert shown.locator(".receptive [style]").count() == 0


def test_every_control_has_a_name_and_is_large_enough(shown: Page) -> None:
    kinds = "input:visible, select:visible, button:visible, a:visible, [tabindex]:visible"  # fmt: skip
    check_controls(shown.locator(".receptive"), kinds, 4 + 3 + 3 * 6 + 3)
    names = shown.locator(".receptive select:visible").evaluate_all(
        "all => all.map(e => e.ariaLabel ?? e.closest('label').firstChild.textContent)"
    )
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("width", [360, 320])
def test_it_fits_a_telephone(chrome: Browser, page: Path, width: int) -> None:
    for link in ("", LARGEST, NOTHING):
        check_fits(chrome, page, ".receptive", width, link)


@pytest.mark.parametrize(
    "look", list(itertools.product((360, 1280), ("light", "dark"))), ids=str
)
def test_axe_finds_nothing(chrome: Browser, page: Path, look: tuple[int, str]) -> None:
    found = [
        fault
        for link in ("", LARGEST, NOTHING)
        for fault in widget_pages.axe(chrome, page, ".receptive", look, link)
    ]
    assert found == [], "\n".join(found)
