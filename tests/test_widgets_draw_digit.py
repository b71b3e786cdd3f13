"""The live network of digits in a browser: drawing, what is seen of it, and the answer."""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Locator, Page

from cnn_course import datasets, trained
from tests.test_widgets import at, colours
from tests.test_widgets_digits import SIDE, prepared
from tests.widget_pages import axe, check_controls, check_fits, opened, strict, watched

NAME = "7, test image 1"
STATE = {"image": NAME, "layer": "relu_1", "map": 3}
PAGE = f"""# A page

```{{anywidget}} widgets/live_digits.js
:css: widgets/live_network.css
{json.dumps(STATE)}
```

:::{{admonition}} Where scripts are off
:class: widget-fallback
A digit and its maps.
:::

The text goes on.
"""
PEN = [(i, j) for i in range(-3, 4) for j in range(-3, 4) if i**2 + j**2 <= 3.5**2]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return strict(tmp_path_factory.mktemp("digits"), PAGE)


@pytest.fixture
def live(chrome: Browser, page: Path) -> Iterator[Page]:
    """The page in a browser; at the end, nothing must have gone wrong in it."""
    with watched(chrome, page) as shown:
        yield shown


def sheet(shown: Page) -> Locator:
    return shown.get_by_role("application", name="Sheet")


def ink(shown: Page) -> np.ndarray:
    return colours(sheet(shown))[..., 0]


def seen(shown: Page) -> np.ndarray:
    return colours(shown.locator(".seen canvas"))[..., 0]


def check_answer(shown: Page, image: np.ndarray) -> None:
    """The ten rows, and the line below the sheet, say what the reference answers to the image."""
    x = datasets.scale(np.rint(image).astype(np.uint8)[np.newaxis])
    expected = 100 * trained.digits_cnn().predict(x)[0]
    rows = shown.locator(".answer .share").all_inner_texts()
    found = [float(text.removesuffix(" %")) for text in rows]
    np.testing.assert_allclose(found, expected, atol=0.06)
    best = int(expected.argmax())
    assert shown.locator(".read").inner_text() == f"Read as {best}, {rows[best]}"
    assert shown.locator(".best .name").inner_text() == str(best)


def stroke(shown: Page, *places: tuple[int, int]) -> np.ndarray:
    """Draw with the mouse from place to place, in points of the sheet; return what it should have drawn."""
    box = sheet(shown).bounding_box()
    spots = [at(sheet(shown), row, column, SIDE) for row, column in places]
    for k, spot in enumerate(spots):
        shown.mouse.move(box["x"] + spot["x"], box["y"] + spot["y"])
        if k == 0:
            shown.mouse.down()
    shown.mouse.up()
    drawn = np.zeros((SIDE, SIDE))
    for (i, j), (m, n) in pairwise(places):
        for k in range(max(abs(m - i), abs(n - j)) + 1):
            row, column = i + k * np.sign(m - i), j + k * np.sign(n - j)
            for down, across in PEN:
                drawn[row + down, column + across] = 255
    return drawn


def test_a_digit_of_mnist_is_shown_read_and_followed(live: Page) -> None:
    assert not live.get_by_text("A digit and its maps.").is_visible()
    image = datasets.load("mnist").x_test[1]
    assert np.array_equal(seen(live), image)
    assert np.array_equal(ink(live), np.kron(image, np.ones((3, 3))))
    check_answer(live, image)
    network, x = trained.digits_cnn(), datasets.scale(image[np.newaxis])
    for name, layer in zip(network.names, network.layers, strict=True):
        x = layer.forward(x)
        if name == "flatten_1":
            continue
        live.get_by_role("combobox", name="Layer").select_option(name)
        tops = x[0].reshape(-1, x.shape[-1]).max(axis=0)
        told = live.locator(".all").inner_text()
        assert told.startswith(f"{x.shape[-1]} maps, ")
        assert f"Map {tops.argmax() + 1} answers most" in told
        assert f"{tops.max():.2f}." in told


def test_a_stroke_of_the_mouse_is_prepared_and_read_at_once(live: Page) -> None:
    live.get_by_role("button", name="Clear").click()
    assert not seen(live).any()
    check_answer(live, np.zeros((28, 28)))
    drawn = stroke(live, (50, 60), (70, 60), (70, 75))
    assert np.array_equal(ink(live), drawn)
    np.testing.assert_allclose(seen(live), prepared(drawn), atol=0.51)
    check_answer(live, seen(live))
    assert live.get_by_role("combobox", name="Digit").input_value() == "own"


def test_without_preparation_the_drawing_stays_in_its_corner(live: Page) -> None:
    live.get_by_role("button", name="Clear").click()
    drawn = stroke(live, (60, 70), (75, 70))
    tick = live.get_by_label("Prepare the drawing as MNIST was")
    assert tick.is_checked()
    tick.uncheck()
    image = drawn.reshape(28, 3, 28, 3).mean(axis=(1, 3))
    np.testing.assert_allclose(seen(live), image, atol=0.51)
    check_answer(live, seen(live))
    assert "stays where it is" in live.locator(".how").inner_text()
    tick.check()
    np.testing.assert_allclose(seen(live), prepared(drawn), atol=0.51)


def test_a_digit_of_mnist_can_be_changed_with_the_pen(live: Page) -> None:
    whole = np.kron(datasets.load("mnist").x_test[1] > 127, np.ones((3, 3)))
    live.get_by_label("black").check()
    rows, columns = np.nonzero(whole)
    sheet(live).click(position=at(sheet(live), int(rows[0]), int(columns[0]), SIDE))
    expected = 255 * whole
    for down, across in PEN:
        expected[rows[0] + down, columns[0] + across] = 0
    assert np.array_equal(ink(live), expected)


def test_drawing_with_a_finger_and_scrolling_with_the_pen_off(live: Page) -> None:
    action = "c => getComputedStyle(c).touchAction"
    assert sheet(live).evaluate(action) == "none"
    live.get_by_role("button", name="Clear").click()
    sheet(live).tap(position=at(sheet(live), 30, 40, SIDE))
    assert ink(live).sum() == 255 * len(PEN)
    live.get_by_label("off").check()
    assert sheet(live).evaluate(action) != "none"
    sheet(live).tap(position=at(sheet(live), 60, 40, SIDE))
    assert ink(live).sum() == 255 * len(PEN)


def test_drawing_with_the_keyboard_says_the_answer_once_it_rests(live: Page) -> None:
    live.get_by_role("button", name="Clear").click()
    sheet(live).focus()
    said = live.get_by_role("status")
    live.keyboard.press("ArrowUp")
    assert said.inner_text() == "Point in row 39, column 42: no ink"
    for _ in range(4):
        live.keyboard.press("Space")
        live.keyboard.press("ArrowDown")
    assert said.inner_text() == "Point in row 51, column 42: ink"
    live.keyboard.press("Space")
    best = live.locator(".read").inner_text().removeprefix("Read as ").replace(",", "")
    said.filter(has_text=f"{best}, then ").wait_for()
    live.get_by_label("off").focus()
    drawn = np.zeros((SIDE, SIDE))
    for row in range(39, 52, 3):
        for down, across in PEN:
            drawn[row + down, 42 + across] = 255
    assert np.array_equal(ink(live), drawn)


def test_a_link_brings_the_drawing_back(
    live: Page, chrome: Browser, page: Path
) -> None:
    stroke(live, (20, 20), (20, 50))
    live.get_by_label("Prepare the drawing").uncheck()
    live.get_by_role("combobox", name="Layer").select_option("dense_1")
    link = live.get_by_role("link", name="Link to this state").get_attribute("href")
    linked = opened(chrome, page, link)
    assert np.array_equal(ink(linked), ink(live))
    assert np.array_equal(seen(linked), seen(live))
    assert not linked.get_by_label("Prepare the drawing").is_checked()
    assert linked.locator(".all").inner_text() == live.locator(".all").inner_text()
    linked.get_by_role("button", name="Reset").click()
    assert "#" not in linked.url
    assert np.array_equal(seen(linked), datasets.load("mnist").x_test[1])
    linked.context.close()


def test_without_scripts_the_text_stands_there(chrome: Browser, page: Path) -> None:
    shown = opened(chrome, page, java_script_enabled=False)
    assert shown.get_by_text("A digit and its maps.").is_visible()
    assert shown.locator(".live-network").count() == 0
    shown.context.close()


def test_every_control_has_a_name_and_is_large_enough(live: Page) -> None:
    kinds = "input:not([type=checkbox]), label.check, select, button, canvas[tabindex], a"  # fmt: skip
    check_controls(live.locator(".live-network"), kinds, 11)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_it_fits(
    chrome: Browser, page: Path, width: int, scheme: str
) -> None:
    assert axe(chrome, page, ".live-network", (width, scheme)) == []
    check_fits(chrome, page, ".live-network", width)


def test_its_script_holds_one_network_and_is_small(page: Path) -> None:
    script = page.parent / "_static" / "bundles" / "live_digits.js"
    text = script.read_text(encoding="utf-8")
    assert "dense_3" in text
    assert "globalaveragepool_1" not in text
    assert len(text) < 200_000
