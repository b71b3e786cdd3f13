"""The widget on im2col: its arithmetic against the reference, and what a browser marks and says."""

import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Locator, Page

from cnn_course.im2col import col2im, im2col
from tests import widget_pages
from tests.widget_pages import bundled, check_controls, check_fits, opened, watched

STATE = {
    "height": 3, "width": 4, "channels": 1, "kh": 2, "kw": 2, "stride": 1, "padding": 0,
    "mode": "im2col", "holds": "windows of x", "kind": "pixel", "at": [1, 1, 0],
}  # fmt: skip
NAMES = list(STATE)[:7]
PAGE = f"""# A page

```{{anywidget}} widgets/im2col.js
:css: widgets/im2col.css
{json.dumps(STATE)}
```

:::{{admonition}} Where scripts are off
:class: widget-fallback
The image, the counts, and what comes back.
:::
"""
LIMITS = [(2, 5), (2, 6), (1, 2), (1, 3), (1, 3), (1, 3), (0, 1)]  # in NAMES' order


def link(**news: object) -> str:
    state = {**STATE, **news}
    state["at"] = ",".join(map(str, state["at"]))
    return "#im2col?" + "&".join(f"{k}={v}" for k, v in state.items()).replace(" ", "+")


LARGEST = link(
    height=5, width=6, channels=2, kh=3, kw=3, padding=1, mode="col2im", kind="cell", at=[7, 9]
)  # fmt: skip
NO_MATRIX = link(height=2, kh=3, kind="cell", at=[0, 0])


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return widget_pages.strict(tmp_path_factory.mktemp("im2col"), PAGE)


@pytest.fixture
def shown(chrome: Browser, page: Path) -> Iterator[Page]:
    with watched(chrome, page) as widget:
        yield widget


def image(height: int, width: int, channels: int = 1) -> np.ndarray:
    """The widget's image: 1, 2, 3, ... in the first channel, 50 more in the second."""
    first = np.arange(1.0, height * width + 1).reshape(1, height, width, 1)
    return np.concatenate([first + 50 * c for c in range(channels)], axis=-1)


def put(shown: Page, **numbers: int) -> None:
    words = {"height": "Height H", "width": "Width W", "channels": "Channels C", "kh": "Window KH",
             "kw": "Window KW", "stride": "Stride S", "padding": "Padding P"}  # fmt: skip
    for name, value in numbers.items():
        shown.get_by_role("slider", name=words[name]).fill(str(value))


def choose(shown: Page, *names: str) -> None:
    for name in names:
        shown.get_by_role("radio", name=name, exact=True).check()


def pixels(shown: Page) -> Locator:
    return shown.get_by_role(
        "application", name=re.compile("^(Image x|What comes back)")
    )


def matrix(shown: Page) -> Locator:
    return shown.get_by_role("application", name="Matrix")


def marked(place: Locator, mark: str = "read") -> set[tuple[int, ...]]:
    """What is marked among the pixels or the cells, without the names of rows and columns."""
    found = place.locator(f".{mark}:not(.index)").evaluate_all(
        "all => all.map(e => e.dataset.pick.split(' ')[1])"
    )
    return {tuple(map(int, at.split(","))) for at in found}


def picked(shown: Page, pick: str) -> Locator:
    return shown.locator(f".steps [data-pick='{pick}']")


def step(shown: Page) -> str:
    return shown.locator(".step").inner_text().replace("\u00a0", " ")


def said(shown: Page) -> str:
    return shown.get_by_role("status").inner_text().replace("\u00a0", " ")


def total(shown: Page) -> str:
    """What is said below the counts."""
    return shown.locator(".count > p").inner_text()


def numbers(place: Locator) -> list[float]:
    texts = place.locator(".line > span:not(.index)").all_text_contents()
    return [float(text) for text in texts if text]


# Arithmetic


def test_both_ways_agree_with_the_reference_for_every_setting(chrome: Browser) -> None:
    rng = np.random.default_rng(7)
    ranges = (range(first, last + 1) for first, last in LIMITS)
    settings = [dict(zip(NAMES, case, strict=True)) for case in itertools.product(*ranges)]  # fmt: skip
    drawn = [
        (rng.integers(-9, 9, (1, s["height"], s["width"], s["channels"])).astype(float), s)
        for s in settings
    ]  # fmt: skip
    shown = chrome.new_page()
    got = shown.evaluate(
        f"""cases => {{ const {{ cellsOf, col2im, countsOf, im2col }} = {bundled("im2col_maths.js")};
        return cases.map(([x, s]) => {{
          const matrix = im2col(x, s);
          const other = matrix.map((row, r) => row.map((_, k) => r * r - 3 * k));
          const cells = cellsOf(s, {{ y: 1, x: 0, c: s.channels - 1 }});
          return [matrix, col2im(other, s), countsOf(s), cells]; }}); }}""",
        [[x[0].tolist(), s] for x, s in drawn],
    )
    shown.close()
    fit = 0
    for (x, s), (rows, back, counts, cells) in zip(drawn, got, strict=True):
        how = {"kernel": (s["kh"], s["kw"]), "stride": s["stride"], "padding": s["padding"]}  # fmt: skip
        if s["height"] + 2 * s["padding"] < s["kh"] or s["width"] + 2 * s["padding"] < s["kw"]:  # fmt: skip
            assert (rows, cells, np.sum(counts)) == ([], [], 0)
            continue
        fit += 1
        expected = im2col(x, **how)
        assert np.array_equal(rows, expected)
        r, k = np.indices(expected.shape).astype(float)
        assert np.array_equal(back, col2im(r * r - 3 * k, x.shape, **how)[0])
        ones = np.ones_like(x)
        assert np.array_equal(counts, col2im(im2col(ones, **how), x.shape, **how)[0, :, :, 0])  # fmt: skip
        single = np.zeros_like(x)
        single[0, 1, 0, -1] = 1
        assert np.array_equal(cells, np.argwhere(im2col(single, **how)).reshape(np.shape(cells)))  # fmt: skip
    assert 1900 < fit < len(settings)


# From pixels to cells


def test_a_pixel_marks_all_cells_that_hold_its_number(shown: Page) -> None:
    put(shown, height=4, width=5, channels=2, kh=3, stride=2, padding=1)
    x = image(4, 5, 2)
    expected = im2col(x, (3, 2), 2, 1)
    assert numbers(matrix(shown)) == expected.ravel().tolist()
    choose(shown, "pixel")
    for _ in range(6 * 7 * 2):
        shown.get_by_role("button", name="Step forward").click()
        ((i, j, c),) = marked(pixels(shown))
        if not (0 <= i < 4 and 0 <= j < 5):
            assert "is padding: a zero" in step(shown)
            continue
        cells = {tuple(at) for at in np.argwhere(expected == x[0, i, j, c]).tolist()}
        assert marked(matrix(shown)) == cells
        lines = shown.locator(".stepper li").all_text_contents()
        formulas = [re.findall(r"=\s(\d+)", line) for line in lines]
        assert {tuple(map(int, pair)) for pair in formulas} == cells
    assert step(shown).startswith("Pixel (1, 1), channel 0 holds 7.")


def test_the_formulas_stand_there_with_their_numbers(shown: Page) -> None:
    assert step(shown) == (
        "Pixel (1, 1) holds 6. It lies in 4 windows, so im2col writes it 4 times."
    )
    first = shown.locator(".stepper li").first.inner_text().replace("\u00a0", " ")
    assert first == "row 0 · 3 + 0 = 0, column (1 · 2 + 1) · 1 + 0 = 3"
    assert shown.locator(".size").inner_text() == (
        "OH = ⌊(3 + 2 · 0 − 2) / 1⌋ + 1 = 2 and OW = ⌊(4 + 2 · 0 − 2) / 1⌋ + 1 = 3. "
        "The matrix has OH · OW = 6 rows and KH · KW · C = 2 · 2 · 1 = 4 columns: "
        "24 numbers, 2 times the image's 12. "
        "With a large image it would be about KH · KW / (S · S) = 4 times."
    )
    put(shown, channels=2, stride=2)
    assert "1 · 2 = 2 rows" in shown.locator(".size").inner_text().replace("OH · OW", "1 · 2")  # fmt: skip
    assert said(shown) == shown.locator(".size").inner_text()


def test_the_heads_count_window_place_and_channel(shown: Page) -> None:
    put(shown, channels=2, kw=3)
    lines = matrix(shown).locator(".line").evaluate_all(
        "rows => rows.map(row => [...row.querySelectorAll('.index')].map(e => e.textContent))"
    )  # fmt: skip
    places = np.array([line[1:] for line in lines[:3]], dtype=int).T
    assert [line[0] for line in lines[:3]] == ["u", "v", "c"]
    assert places.tolist() == [list(at) for at in np.ndindex(2, 3, 2)]
    assert [line[0] for line in lines[3:]] == [f"{i}, {j}" for i, j in np.ndindex(2, 2)]


def test_pointing_at_the_matrix_shows_pixel_window_and_piece(shown: Page) -> None:
    picked(shown, "cell 4,1").hover()
    assert step(shown) == (
        "Row 4 is window (1, 1): 1 · 3 + 1 = 4. Column 1 is place (0, 1): (0 · 2 + 1) · 1 + 0 = 1. "
        "Together they are pixel (1 · 1 + 0, 1 · 1 + 1) = (1, 2), which holds 7."
    )
    assert marked(pixels(shown)) == {(1, 2, 0)}
    assert marked(pixels(shown), "spanned") == {(1, 1, 0), (2, 1, 0), (2, 2, 0)}
    assert marked(matrix(shown)) == {(4, 1)}
    assert marked(matrix(shown), "copy") == {(1, 3), (2, 2), (5, 0)}
    picked(shown, "row 2").tap()
    assert step(shown).endswith("It holds the window in reading order: 3 4 7 8.")
    assert marked(pixels(shown)) == {(0, 2, 0), (0, 3, 0), (1, 2, 0), (1, 3, 0)}
    picked(shown, "column 2").first.tap()
    assert step(shown).endswith("It holds a piece of the image: 5 6 7 9 10 11.")
    assert len(marked(pixels(shown))) == 6
    picked(shown, "pixel 0,3,0").tap()
    once = "Pixel (0, 3) holds 4. It lies in 1 window, so im2col writes it once."
    assert step(shown) == once
    assert said(shown) == ""


def test_with_a_stride_a_column_takes_every_second_pixel(shown: Page) -> None:
    put(shown, height=5, width=6, stride=2)
    picked(shown, "column 3").first.hover()
    every = ", ".join(["a piece of the image", "of which it takes every second row and column"])  # fmt: skip
    assert step(shown).endswith(f"It holds {every}: 8 10 12 20 22 24.")


# From cells to pixels


def test_col2im_writes_the_adding_up_out(shown: Page) -> None:
    choose(shown, "col2im", "row numbers")
    assert step(shown) == "Pixel (1, 1): 1 + 2 + 4 + 5 = 12."
    rows = np.repeat(np.arange(1.0, 7), 4).reshape(6, 4)
    assert numbers(pixels(shown)) == col2im(rows, (1, 3, 4, 1), 2).ravel().tolist()
    picked(shown, "cell 3,2").hover()
    assert step(shown).endswith("= (2, 0), and the 4 is added there: 4.")
    picked(shown, "row 3").hover()
    assert step(shown).endswith("added to the pixels of that window: 4 4 4 4.")
    choose(shown, "ones", "pixel")
    picked(shown, "pixel 1,2,0").hover()
    assert step(shown) == "Pixel (1, 2): 1 + 1 + 1 + 1 = 4."
    assert "Ones come back as the counts." in total(shown)


def test_there_and_back_is_the_image_times_the_counts(shown: Page) -> None:
    counts = shown.get_by_role("img", name="How often each of 3 by 4 pixels")
    choose(shown, "col2im")
    assert step(shown) == (
        "Pixel (1, 1): 6 + 6 + 6 + 6 = 24. That is its number times its count: 6 · 4 = 24."
    )
    before = numbers(shown.get_by_role("img", name="Image x, 3 by 4"))
    back = col2im(im2col(image(3, 4), 2), (1, 3, 4, 1), 2).ravel()
    assert numbers(pixels(shown)) == back.tolist()
    assert np.array_equal(back, np.multiply(before, numbers(counts)))
    same = int(np.sum(back == before))
    text = f"is x times the counts, not x: {same} of the 12 numbers are as before."
    assert text in total(shown)
    put(shown, height=4, stride=2)
    assert "every count is 1, so x comes back as it was." in total(shown)
    put(shown, height=3)
    picked(shown, "pixel 2,1,0").hover()
    assert step(shown) == (
        "Pixel (2, 1): nothing comes back, so it is 0. That is its number times its count: 10 · 0 = 0."
    )
    assert counts.locator(".unseen").count() == 4


def test_the_counts_add_up_to_the_cells(shown: Page) -> None:
    assert "The counts add up to 24, the cells of the matrix." in total(shown)
    put(shown, channels=2, padding=1, kh=3)
    columns = im2col(np.ones((1, 3, 4, 2)), (3, 2), 1, 1)
    copies = int(columns.sum())
    rest = f"the other {columns.size - copies} of the {columns.size} cells hold padding"
    assert f"In both channels the counts add up to {copies}; {rest}." in total(shown)


def test_what_falls_on_the_padding_is_cut_off(shown: Page) -> None:
    put(shown, padding=1)
    choose(shown, "col2im", "ones")
    picked(shown, "pixel -1,2,0").hover()
    assert step(shown) == (
        "Place (−1, 2) is padding: what falls there, 1 + 1 = 2, is cut off."
    )
    assert marked(matrix(shown)) == {(2, 1), (3, 0)}
    picked(shown, "cell 2,1").hover()
    assert step(shown).endswith(
        "(0 · 1 + 0 − 1, 2 · 1 + 1 − 1) = (−1, 2), which is padding: the 1 is cut off."
    )
    assert len(numbers(pixels(shown))) == 12


# Keys and buttons


def test_the_arrow_keys_move_through_both_channels(shown: Page) -> None:
    put(shown, channels=2)
    pixels(shown).focus()
    for key, place in [
        ("End", (1, 3, 0)), ("ArrowRight", (1, 0, 1)), ("ArrowUp", (0, 0, 1)), ("ArrowUp", (0, 0, 1)),
        ("ArrowLeft", (0, 3, 0)), ("Home", (0, 0, 0)), ("ArrowLeft", (0, 0, 0)), ("ArrowDown", (1, 0, 0)),
    ]:  # fmt: skip
        shown.keyboard.press(key)
        assert marked(pixels(shown)) == {place}
        assert said(shown).startswith(step(shown))
    assert said(shown).endswith(
        " Its cells: row 0 · 3 + 0 = 0, column (1 · 2 + 0) · 2 + 0 = 4; "
        "row 1 · 3 + 0 = 3, column (0 · 2 + 0) · 2 + 0 = 0."
    )


def test_the_arrow_keys_reach_cells_rows_and_columns(shown: Page) -> None:
    matrix(shown).focus()
    for key, start in [
        ("ArrowLeft", "Row 0 is window (0, 0): 0 · 3 + 0 = 0. Column 3 "),
        ("ArrowDown", "Row 1 is window (0, 1): 0 · 3 + 1 = 1. Column 3 "),
        ("Home", "Row 1 is window (0, 1): 0 · 3 + 1 = 1. Column 0 "),
        ("ArrowLeft", "Row 1 is window (0, 1): 0 · 3 + 1 = 1. It holds"),
        ("ArrowUp", "Row 0 is window (0, 0): 0 · 3 + 0 = 0. It holds"),
        ("ArrowUp", "Row 0 is window (0, 0): 0 · 3 + 0 = 0. It holds"),
        ("ArrowRight", "Row 0 is window (0, 0): 0 · 3 + 0 = 0. Column 0 "),
        ("ArrowUp", "Column 0 is place (0, 0) of all windows"),
        ("ArrowRight", "Column 1 is place (0, 1) of all windows"),
        ("ArrowDown", "Row 0 is window (0, 0): 0 · 3 + 0 = 0. Column 1 "),
    ]:
        shown.keyboard.press(key)
        assert step(shown).startswith(start), key
        assert said(shown) == step(shown)
    shown.keyboard.press("Tab")
    assert shown.locator(":focus").inner_text() == "Step back"


def test_buttons_step_through_what_is_chosen(shown: Page) -> None:
    for kind, count, first in [("cell", 24, (0, 3)), ("row", 6, (0,)), ("column", 4, (3,))]:  # fmt: skip
        choose(shown, "pixel")
        picked(shown, "pixel 1,1,0").hover()
        choose(shown, kind)
        seen = []
        for _ in range(count):
            seen.append(step(shown))
            shown.get_by_role("button", name="Step forward").click()
            assert said(shown) == step(shown)
        assert len(set(seen)) == count
        assert step(shown) == seen[0]
        assert f"{'Column' if kind == 'column' else 'Row'} {first[0]} " in seen[0]
        shown.get_by_role("button", name="Step back").click()
        assert step(shown) == seen[-1]


@pytest.mark.parametrize("width", [1000, 360])
def test_neither_picture_moves_when_something_is_chosen(
    shown: Page, width: int
) -> None:
    shown.set_viewport_size({"width": width, "height": 900})
    choose(shown, "col2im")
    boxes = set()
    for pick in ("pixel 1,1,0", "pixel 0,0,0", "cell 4,1", "row 2", "column 1"):
        kind, _, _ = pick.partition(" ")
        choose(shown, kind)
        shown.locator(f".steps [data-pick='{pick}']").first.dispatch_event(
            "pointerdown"
        )
        boxes.add(
            tuple(
                str(
                    place.evaluate(
                        "e => [e.offsetLeft, e.offsetTop, e.offsetWidth, e.offsetHeight]"
                    )
                )
                for place in (pixels(shown), matrix(shown))
            )
        )
    assert len(boxes) == 1


def test_nothing_moves_by_itself(shown: Page) -> None:
    before = shown.locator(".stepper").inner_html()
    shown.wait_for_timeout(400)
    assert shown.locator(".stepper").inner_html() == before
    assert not re.search(r"setInterval|setTimeout|\.style\b|innerHTML", bundled("im2col.js"))  # fmt: skip


def test_a_window_that_does_not_fit_says_why(chrome: Browser, page: Path) -> None:
    shown = opened(chrome, page, NO_MATRIX)
    assert shown.locator(".size").inner_text() == (
        "No matrix: a window of 3 by 2 does not fit in 2 by 4 pixels. "
        "Use a smaller window or more padding."
    )
    assert matrix(shown).count() == 0
    assert step(shown) == ""
    choose(shown, "pixel", "col2im")
    shown.get_by_role("button", name="Step forward").click()
    assert "nothing comes back, so it is 0" in step(shown)
    put(shown, padding=1)
    assert matrix(shown).is_visible()
    shown.context.close()


# The link


def test_a_link_brings_the_state_back(shown: Page, chrome: Browser, page: Path) -> None:
    put(shown, width=5, channels=2, kw=3, padding=1)
    choose(shown, "col2im", "row numbers")
    picked(shown, "pixel -1,4,1").hover()
    there = shown.get_by_role("link", name="Link to this state")
    fragment = there.get_attribute("href")
    linked = opened(chrome, page, fragment)
    assert linked.locator(".both").inner_html() == shown.locator(".both").inner_html()
    assert step(linked).startswith("Place (−1, 4), channel 1 is padding")
    linked.get_by_role("button", name="Reset").click()
    assert "#" not in linked.url
    assert step(linked).startswith("Pixel (1, 1) holds 6.")
    linked.context.close()


def test_a_link_that_holds_nonsense_is_ignored(chrome: Browser) -> None:
    right = link(kind="cell", at=[5, 3])
    wrong = [
        right.replace(old, new)
        for old, new in [
            ("height=3", "height=6"), ("kw=2", "kw=x"), ("&stride=1", ""), ("im2col&", "im3col&"),
            ("windows+of+x", "windows"), ("cell", "cells"), ("#im2col", "#im2row"),
            ("5,3", "6,3"), ("5,3", "5"), ("5,3", "5,3,0"), ("5,3", "-1,3"),
        ]
    ]  # fmt: skip
    assert right not in wrong
    shown = chrome.new_page()
    got = shown.evaluate(
        f"texts => texts.map(({bundled('im2col_state.js')}).fromFragment)",
        [right, *wrong],
    )
    shown.close()
    assert (got[0]["kind"], got[0]["at"]) == ("cell", [5, 3])
    assert got[1:] == [None] * len(wrong)


# For everybody


def test_with_and_without_scripts(shown: Page, chrome: Browser, page: Path) -> None:
    assert not shown.locator(".widget-fallback").is_visible()
    assert shown.get_by_role("group", name="im2col and col2im").is_visible()
    assert shown.locator(".stepper [aria-live]").count() == 1
    assert shown.locator(".stepper [style]").count() == 0
    plain = opened(chrome, page, java_script_enabled=False)
    assert plain.get_by_text("The image, the counts").is_visible()
    plain.context.close()


def test_an_imported_stylesheet_comes_with_it(page: Path) -> None:
    css = (page.parent / "_static" / "bundles" / "index.css").read_text()
    assert "@import" not in css
    assert ".stepper .squares" in css
    assert css.index(".stepper .squares") < css.index(".unrolled")


def test_every_control_has_a_name_and_is_large_enough(
    chrome: Browser, page: Path
) -> None:
    shown = opened(chrome, page, LARGEST)
    check_controls(shown.locator(".stepper"), "input, button, a, .steps", 22)
    shown.context.close()


@pytest.mark.parametrize("width", [360, 320])
def test_it_fits_a_telephone(chrome: Browser, page: Path, width: int) -> None:
    for fragment in ("", LARGEST):
        check_fits(chrome, page, ".stepper", width, fragment)


@pytest.mark.parametrize(
    "look", list(itertools.product((360, 1280), ("light", "dark"))), ids=str
)
def test_axe_finds_nothing(chrome: Browser, page: Path, look: tuple[int, str]) -> None:
    found = [
        fault
        for fragment in ("", LARGEST, NO_MATRIX)
        for fault in widget_pages.axe(chrome, page, ".stepper", look, fragment)
    ]
    assert found == [], "\n".join(found)
