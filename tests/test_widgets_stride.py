"""The widget on stride and padding: its arithmetic against the reference, and the walk in a browser."""

import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Locator, Page

from cnn_course import shapes
from tests import widget_pages
from tests.widget_pages import bundled, check_controls, check_fits, opened, watched

# Five pixels, a frame of one, a kernel of three: three places along one axis.
STATE = {"size": 5, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "at": [0, 0]}
PAGE = f"""# A page

```{{anywidget}} widgets/stride_padding.js
:css: widgets/stepper.css
{json.dumps(STATE)}
```

:::{{admonition}} Where scripts are off
:class: widget-fallback
How often each pixel is read.
:::
"""
NO_OUTPUT = "#stride-and-padding?size=4&kernel=3&stride=1&padding=0&dilation=2&at=0,0"
LARGEST = "#stride-and-padding?size=12&kernel=1&stride=1&padding=4&dilation=1&at=19,19"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return widget_pages.strict(tmp_path_factory.mktemp("stride"), PAGE)


@pytest.fixture
def walk(chrome: Browser, page: Path) -> Iterator[Page]:
    with watched(chrome, page) as shown:
        yield shown


def output(shown: Page) -> Locator:
    return shown.get_by_role("application", name="Output")


def put(shown: Page, name: str, value: int) -> None:
    shown.get_by_role("slider", name=name, exact=True).fill(str(value))


def step(shown: Page) -> str:
    return shown.locator(".step").inner_text()


def kinds(squares: Locator) -> np.ndarray:
    """The classes of each square: (rows, columns)."""
    return np.array(
        squares.evaluate(
            "g => [...g.children].map(row => [...row.children].map(e => e.className.trim()))"
        )
    )


def fragment(shown: Page) -> str:
    return shown.get_by_role("link", name="Link to this state").get_attribute("href")


# Arithmetic


def test_sizes_and_counts_agree_with_the_reference_for_every_setting(
    chrome: Browser,
) -> None:
    cases = list(
        itertools.product(range(1, 13), range(1, 8), range(1, 5), range(5), (1, 2, 3))
    )
    shown = chrome.new_page()
    got = shown.evaluate(
        f"""cases => {{ const {{ outputSize, timesSeen }} = {bundled("convolution.js")};
        return cases.map(([n, k, stride, padding, dilation]) => {{
          const options = {{ stride, padding, dilation }};
          return [outputSize(n, k, options), timesSeen(n, k, options)]; }}); }}""",
        cases,
    )
    shown.close()
    fit = 0
    for (n, k, stride, padding, dilation), (size, seen) in zip(cases, got, strict=True):
        span = (k - 1) * dilation + 1
        if span > n + 2 * padding:
            assert (size, seen) == (0, [0] * n)
            with pytest.raises(ValueError, match="does not fit"):
                shapes.output_size(n, span, stride, padding)
            continue
        fit += 1
        assert size == shapes.output_size(n, span, stride, padding)
        if dilation == 1:
            assert seen == shapes.times_seen(n, k, stride, padding)
        count = np.zeros(n + 2 * padding, dtype=int)
        for place in range(size):
            count[place * stride : place * stride + span : dilation] += 1
        assert seen == count[padding : padding + n].tolist()
    assert 2000 < fit < len(cases)


# The walk


def test_the_padded_image_shows_the_frame_and_what_the_window_reads(walk: Page) -> None:
    grid = kinds(walk.get_by_role("img", name="Padded image, 7 by 7"))
    expected = np.full((7, 7), "zero", dtype=object)
    expected[1:6, 1:6] = "pixel"
    expected[:3, :3] += " read"
    assert np.array_equal(grid, expected)
    put(walk, "Dilation", 3)
    grid = kinds(walk.get_by_role("img", name="Padded image"))
    rows, columns = np.nonzero(np.char.endswith(grid.astype(str), "read"))
    assert set(zip(rows.tolist(), columns.tolist(), strict=True)) == set(
        itertools.product((0, 3, 6), repeat=2)
    )


def test_the_counts_are_those_of_the_reference(walk: Page) -> None:
    counts = walk.get_by_role("img", name="How often each of 5 by 5").inner_text()
    axis = shapes.times_seen(5, 3, stride=2, padding=1)
    assert [int(n) for n in counts.split()] == np.outer(axis, axis).ravel().tolist()
    assert walk.get_by_text("Along one axis: 1 2 1 2 1.").is_visible()
    put(walk, "Padding", 0)
    put(walk, "Image size", 6)
    assert walk.get_by_text("11 of 36 pixels are never read.").is_visible()
    grid = kinds(walk.get_by_role("img", name="How often each of 6 by 6"))
    assert np.sum(grid == "unseen") == 11


def test_the_formula_stands_there_with_its_numbers(walk: Page) -> None:
    size = walk.locator(".size")
    assert size.inner_text() == (
        "Output: ⌊(5 + 2 · 1 − 3) / 2⌋ + 1 = ⌊2⌋ + 1 = 3, so 3 by 3."
    )
    put(walk, "Image size", 8)
    put(walk, "Dilation", 2)
    assert size.inner_text() == (
        "The kernel spans (3 − 1) · 2 + 1 = 5 pixels. "
        "Output: ⌊(8 + 2 · 1 − 5) / 2⌋ + 1 = ⌊2.5⌋ + 1 = 3, so 3 by 3."
    )
    assert walk.get_by_role("status").inner_text() == size.inner_text()
    assert kinds(output(walk)).shape == (3, 3)


def test_the_buttons_walk_row_by_row_and_begin_again(walk: Page) -> None:
    assert walk.get_by_role("status").inner_text() == ""
    places = []
    for _ in range(9):
        walk.get_by_role("button", name="Step forward").click()
        assert walk.get_by_role("status").inner_text() == step(walk)
        places.append(re.findall(r"fills row (\d), column (\d)", step(walk))[0])
    expected = [(str(i), str(j)) for i, j in np.ndindex(3, 3)]
    assert places == expected[1:] + expected[:1]
    walk.get_by_role("button", name="Step back").click()
    assert step(walk) == (
        "Window 9 of 9 begins in row 4, column 4 of the padded image and fills row 2, "
        "column 2 of the output; 5 of its 9 numbers are padding."
    )


def test_the_arrow_keys_move_and_stay_inside(walk: Page) -> None:
    output(walk).focus()
    for key, place in [
        ("ArrowRight", "row 0, column 1"),
        ("ArrowDown", "row 1, column 1"),
        ("End", "row 1, column 2"),
        ("ArrowRight", "row 1, column 2"),
        ("Home", "row 1, column 0"),
    ]:
        walk.keyboard.press(key)
        assert f"fills {place} of the output" in step(walk)
    assert kinds(output(walk))[1].tolist() == ["read", "open", "open"]
    assert set(kinds(output(walk))[0]) == {"done"}


def test_pointing_at_an_answer_shows_its_window(walk: Page) -> None:
    output(walk).locator("span").nth(5).hover()
    assert "fills row 1, column 2 " in step(walk)
    output(walk).locator("span").nth(6).tap()
    assert "fills row 2, column 0 " in step(walk)
    assert walk.get_by_role("status").inner_text() == ""


def test_nothing_moves_by_itself(walk: Page) -> None:
    before = walk.locator(".stepper").inner_html()
    walk.wait_for_timeout(400)
    assert walk.locator(".stepper").inner_html() == before
    source = bundled("stride_padding.js")
    assert not re.search(r"setInterval|setTimeout|\.style\b|innerHTML", source)


def test_a_smaller_output_keeps_the_window_inside(walk: Page) -> None:
    output(walk).locator("span").nth(8).tap()
    put(walk, "Stride", 4)
    assert step(walk).startswith("Window 4 of 4 ")


def test_a_setting_without_an_output_says_why(chrome: Browser, page: Path) -> None:
    shown = opened(chrome, page, NO_OUTPUT)
    assert shown.locator(".size").inner_text() == (
        "The kernel spans (3 − 1) · 2 + 1 = 5 pixels. No output: a window of 5 does not fit in "
        "4 pixels (4 and 0 of padding). Use a smaller kernel, a smaller dilation or more padding."
    )
    assert output(shown).count() == 0
    assert shown.get_by_role("button", name="Step forward").is_disabled()
    assert "read" not in kinds(shown.get_by_role("img", name="Padded image"))
    assert shown.get_by_text("16 of 16 pixels are never read.").is_visible()
    put(shown, "Padding", 1)
    assert step(shown).startswith("Window 1 of 4 ")
    shown.context.close()


# The link


def test_a_link_brings_the_state_back(walk: Page, chrome: Browser, page: Path) -> None:
    put(walk, "Dilation", 2)
    put(walk, "Stride", 1)
    walk.get_by_role("button", name="Step back").click()
    linked = opened(chrome, page, fragment(walk))
    assert fragment(linked) == fragment(walk)
    assert linked.locator(".columns").inner_html() == walk.locator(".columns").inner_html()  # fmt: skip
    assert step(linked).startswith("Window 9 of 9")
    linked.get_by_role("button", name="Reset").click()
    assert "#" not in linked.url
    assert step(linked).startswith("Window 1 of 9 begins in row 0, column 0 ")
    assert linked.get_by_role("slider", name="Stride").input_value() == "2"
    linked.context.close()


@pytest.mark.parametrize(
    "query",
    [
        "size=13&kernel=3&stride=2&padding=1&dilation=1&at=0,0",
        "size=5&kernel=x&stride=2&padding=1&dilation=1&at=0,0",
        "size=5&kernel=3&stride=0&padding=1&dilation=1&at=0,0",
        "size=5&kernel=3&stride=2&padding=1&at=0,0",
        "size=5&kernel=3&stride=2&padding=1&dilation=1&at=0,3",
        "size=5&kernel=3&stride=2&padding=1&dilation=1&at=0",
    ],
)
def test_a_link_that_holds_nonsense_is_ignored(chrome: Browser, query: str) -> None:
    shown = chrome.new_page()
    read = f"text => ({bundled('stride_state.js')}).fromFragment(text)"
    assert shown.evaluate(read, f"#stride-and-padding?{query}") is None
    right = "size=5&kernel=3&stride=2&padding=1&dilation=1&at=0,2"
    assert shown.evaluate(read, f"#stride-and-padding?{right}")["at"] == [0, 2]
    assert shown.evaluate(read, f"#kernel-painter?{right}") is None
    shown.close()


# For everybody


def test_without_scripts_the_text_stands_there(chrome: Browser, page: Path) -> None:
    shown = opened(chrome, page, java_script_enabled=False)
    assert shown.get_by_text("How often each pixel is read.").is_visible()
    shown.context.close()


def test_with_scripts_the_widget_stands_there_instead(walk: Page) -> None:
    assert not walk.locator(".widget-fallback").is_visible()
    assert walk.get_by_role("group", name="Stride and padding").is_visible()
    assert walk.locator(".stepper [aria-live]").count() == 1
    assert walk.locator(".stepper [style]").count() == 0


def test_every_control_has_a_name_and_is_large_enough(walk: Page) -> None:
    check_controls(walk.locator(".stepper"), "input, button, a, .steps", 10)


@pytest.mark.parametrize("width", [360, 320])
def test_it_fits_a_telephone(chrome: Browser, page: Path, width: int) -> None:
    for link in ("", LARGEST):
        check_fits(chrome, page, ".stepper", width, link)


@pytest.mark.parametrize(
    "look", list(itertools.product((360, 1280), ("light", "dark"))), ids=str
)
def test_axe_finds_nothing(chrome: Browser, page: Path, look: tuple[int, str]) -> None:
    found = [
        fault
        for link in ("", NO_OUTPUT)
        for fault in widget_pages.axe(chrome, page, ".stepper", look, link)
    ]
    assert found == [], "\n".join(found)
