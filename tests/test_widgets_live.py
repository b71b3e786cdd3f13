"""The live network of garments in a browser: drawing, the answer, the maps."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Locator, Page

from cnn_course import datasets, trained
from tests import widget_pages
from tests.test_widgets import at, colours
from tests.widget_pages import opened, strict, watched

STATE = {"image": "Ankle boot, test image 0", "layer": "relu_1", "map": 3}
PAGE = f"""# A page

```{{anywidget}} widgets/live_network.js
:css: widgets/live_network.css
{json.dumps(STATE)}
```

:::{{admonition}} Where scripts are off
:class: widget-fallback
A boot and its maps.
:::

The text goes on.
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("network")
    return strict(folder, PAGE)


@pytest.fixture
def live(chrome: Browser, page: Path) -> Iterator[Page]:
    """The page in a browser; at the end, nothing must have gone wrong in it."""
    with watched(chrome, page) as shown:
        yield shown


def picture(shown: Page) -> Locator:
    return shown.get_by_role("application", name="Image")


def maps(shown: Page) -> Locator:
    return shown.get_by_role("application", name="Maps")


def pixels(shown: Page) -> np.ndarray:
    return colours(picture(shown))[..., 0]


def shares(shown: Page) -> dict[str, float]:
    """The ten rows of the answer, in per cent."""
    rows = [row.inner_text().split("\n") for row in shown.locator(".answer li").all()]
    return {row[0].strip(): float(row[-1].strip().removesuffix(" %")) for row in rows}


def expected_shares(image: np.ndarray) -> np.ndarray:
    x = datasets.scale(image.astype(np.uint8)[np.newaxis])
    return 100 * trained.fashion_cnn().predict(x)[0]


def boot() -> np.ndarray:
    return datasets.load("fashion_mnist").x_test[0]


def test_the_answer_is_that_of_the_reference(live: Page) -> None:
    assert not live.get_by_text("A boot and its maps.").is_visible()
    names = datasets.load("fashion_mnist").class_names
    assert np.array_equal(pixels(live), boot())
    found = shares(live)
    assert list(found) == list(names)
    np.testing.assert_allclose(list(found.values()), expected_shares(boot()), atol=0.06)
    assert live.locator(".best .name").inner_text() == "Ankle boot"
    widths = live.eval_on_selector_all(
        ".bar", "bars => bars.map(b => b.offsetWidth / b.parentElement.offsetWidth)"
    )
    np.testing.assert_allclose(widths, expected_shares(boot()) / 100, atol=0.01)


def test_drawing_with_the_mouse_changes_the_answer_at_once(live: Page) -> None:
    live.get_by_role("button", name="Clear").click()
    live.get_by_label("white").check()
    canvas = picture(live)
    box = canvas.bounding_box()
    start, end = at(canvas, 20, 3, 28), at(canvas, 20, 9, 28)
    live.mouse.move(box["x"] + start["x"], box["y"] + start["y"])
    live.mouse.down()
    live.mouse.move(box["x"] + end["x"], box["y"] + end["y"])
    drawn = np.zeros((28, 28))
    drawn[19:22, 2:11] = 255
    assert np.array_equal(pixels(live), drawn)
    found = list(shares(live).values())
    np.testing.assert_allclose(found, expected_shares(drawn), atol=0.06)
    live.mouse.up()
    live.mouse.move(box["x"] + end["x"], box["y"] + 5)
    assert np.array_equal(pixels(live), drawn)
    assert live.get_by_role("combobox", name="Garment").input_value() == "own"


def test_drawing_with_a_finger(live: Page) -> None:
    canvas = picture(live)
    canvas.tap(position=at(canvas, 0, 27, 28))
    assert np.array_equal(pixels(live), boot()), "the pen is off"
    live.get_by_label("white").check()
    assert canvas.evaluate("c => getComputedStyle(c).touchAction") == "none"
    canvas.tap(position=at(canvas, 0, 27, 28))
    expected = boot().copy()
    expected[:2, 26:] = 255
    assert np.array_equal(pixels(live), expected), "no pixel on the other side"
    live.get_by_label("black").check()
    canvas.tap(position=at(canvas, 20, 13, 28))
    assert pixels(live)[19:22, 12:15].max() == 0


def test_drawing_with_the_keyboard_says_the_answer_once_it_rests(live: Page) -> None:
    live.get_by_role("button", name="Clear").click()
    said = live.get_by_role("status")
    live.get_by_label("off").focus()
    live.keyboard.press("ArrowRight")
    assert live.get_by_label("white").is_checked()
    picture(live).focus()
    live.keyboard.press("ArrowUp")
    assert said.inner_text() == "Pixel in row 13, column 14: 0"
    live.keyboard.press("Space")
    drawn = np.zeros((28, 28))
    drawn[12:15, 13:16] = 255
    names = datasets.load("fashion_mnist").class_names
    best = names[expected_shares(drawn).argmax()]
    said.filter(has_text=f"{best} {expected_shares(drawn).max():.1f} %, then").wait_for()  # fmt: skip
    live.get_by_label("black").focus()
    picture(live).blur()
    assert np.array_equal(pixels(live), drawn)


def test_a_garment_is_chosen_and_inverted(live: Page) -> None:
    live.get_by_role("combobox", name="Garment").select_option("Bag, test image 18")
    bag = datasets.load("fashion_mnist").x_test[18]
    assert np.array_equal(pixels(live), bag)
    live.get_by_role("button", name="Invert").click()
    assert np.array_equal(pixels(live), 255 - bag)
    np.testing.assert_allclose(
        list(shares(live).values()), expected_shares(255 - bag), atol=0.06
    )


@pytest.mark.parametrize(("layer", "across"), [("relu_1", 16), ("maxpool2d_2", 32)])
def test_the_maps_are_told_in_text(live: Page, layer: str, across: int) -> None:
    network, x = trained.fashion_cnn(), datasets.scale(boot()[np.newaxis])
    for step in network.layers[: network.names.index(layer) + 1]:
        x = step.forward(x)
    tops = x[0].max(axis=(0, 1))
    live.get_by_role("combobox", name="Layer").select_option(layer)
    told = live.locator(".all").inner_text()
    assert told.startswith(f"{across} maps, {x.shape[1]} by {x.shape[2]} numbers each.")
    assert f"Map {tops.argmax() + 1} answers most" in told
    assert f"{tops.max():.2f}." in told
    one = live.locator(".chosen").inner_text()
    zeros = np.sum(x[0, :, :, 3] == 0)
    assert one == (
        f"Map 4 of {across}: largest number {tops[3]:.2f}, "
        f"zeros {zeros} of {x.shape[1] * x.shape[2]}."
    )
    grey = colours(live.locator(".larger canvas"))[..., 0]
    np.testing.assert_allclose(grey, 255 * x[0, :, :, 3] / tops.max(), atol=0.51)
    tile = maps(live).evaluate(
        """(c, side) => { const data = c.getContext("2d").getImageData(3 * 120 + 4, 4, 112, 112).data;
        const place = k => Math.floor((k + 0.5) * 112 / side);
        return Array.from({ length: side }, (_, i) => Array.from({ length: side },
          (_, j) => data[4 * (place(i) * 112 + place(j))])); }""",
        x.shape[1],
    )
    inner = (slice(2, -2), slice(2, -2))  # the frame covers the rim
    assert np.array_equal(np.array(tile)[inner], grey[inner])


def test_signed_layers_are_blue_and_orange(live: Page) -> None:
    layer = live.get_by_role("combobox", name="Layer")
    assert "Black is zero" in live.locator(".scale").inner_text()
    layer.select_option("conv2d_1")
    assert "blue is negative" in live.locator(".scale").inner_text()
    layer.select_option("dense_1")
    assert live.locator(".chosen").inner_text().endswith("It is the score of Dress.")


def test_the_arrow_keys_step_through_the_maps(live: Page) -> None:
    maps(live).focus()
    for key, number in [
        ("ArrowRight", 5),
        ("ArrowDown", 13),
        ("ArrowDown", 16),
        ("Home", 1),
        ("ArrowLeft", 1),
        ("End", 16),
    ]:
        live.keyboard.press(key)
        said = live.get_by_role("status").inner_text()
        assert said.startswith(f"Map {number} of 16: "), key
        assert said == live.locator(".chosen").inner_text()
    box = maps(live).bounding_box()
    maps(live).click(position={"x": box["width"] * 1.5 / 8, "y": box["height"] * 0.75})
    assert live.locator(".chosen").inner_text().startswith("Map 10 of 16")


def test_a_link_brings_the_state_back(live: Page, chrome: Browser, page: Path) -> None:
    live.get_by_label("white").check()
    picture(live).click(position=at(picture(live), 4, 5, 28))
    live.get_by_role("combobox", name="Layer").select_option("relu_3")
    maps(live).focus()
    live.keyboard.press("End")
    link = live.get_by_role("link", name="Link to this state").get_attribute("href")
    linked = opened(chrome, page, link)
    assert np.array_equal(pixels(linked), pixels(live))
    assert linked.locator(".chosen").inner_text() == live.locator(".chosen").inner_text()  # fmt: skip
    assert shares(linked) == shares(live)
    linked.get_by_role("button", name="Reset").click()
    assert "#" not in linked.url
    assert np.array_equal(pixels(linked), boot())
    linked.context.close()


# For everybody


def test_without_scripts_the_text_stands_there(chrome: Browser, page: Path) -> None:
    shown = opened(chrome, page, java_script_enabled=False)
    assert shown.get_by_text("A boot and its maps.").is_visible()
    assert shown.locator(".live-network").count() == 0
    shown.context.close()


def test_every_control_is_large_enough(live: Page) -> None:
    controls = live.locator(".live-network").locator("input, select, button, canvas, a")  # fmt: skip
    assert controls.count() == 12
    for control in controls.all():
        box = control.evaluate(
            "e => { const b = (e.type === 'radio' ? e.closest('label') : e).getBoundingClientRect();"
            " return [b.width, b.height] }"
        )
        assert min(box) >= 24


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_it_fits(
    chrome: Browser, page: Path, width: int, scheme: str
) -> None:
    look = (width, scheme)
    assert widget_pages.axe(chrome, page, ".live-network", look) == []
    widget_pages.check_fits(chrome, page, ".live-network", width)
