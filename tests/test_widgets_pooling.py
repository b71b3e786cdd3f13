"""The widget on pooling: its arithmetic against the reference, and the steps in a browser."""

import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Locator, Page

from cnn_course.pool import average_pool2d, max_pool2d, max_pool2d_winners, min_pool2d
from tests import widget_pages
from tests.widget_pages import bundled, check_controls, check_fits, opened, watched

POOLS = {"max": max_pool2d, "mean": average_pool2d, "min": min_pool2d}
NUMBERS = "".join(str(n) for n in np.random.default_rng(2).integers(0, 10, 36))
STATE = {"numbers": NUMBERS, "window": 3, "stride": 1, "kind": "max", "at": [0, 0]}
PAGE = f"""# A page

```{{anywidget}} widgets/pooling.js
:css: widgets/stepper.css
{json.dumps(STATE)}
```

:::{{admonition}} Where scripts are off
:class: widget-fallback
Two grids and what is left of them.
:::
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return widget_pages.strict(tmp_path_factory.mktemp("pooling"), PAGE)


@pytest.fixture
def shown(chrome: Browser, page: Path) -> Iterator[Page]:
    with watched(chrome, page) as widget:
        yield widget


def grid() -> np.ndarray:
    return np.array([int(n) for n in NUMBERS], dtype=np.float32).reshape(6, 6)


def expected(image: np.ndarray, kind: str, window: int, stride: int) -> np.ndarray:
    return POOLS[kind](image[None, :, :, None].astype(float), window, stride)[0, :, :, 0]  # fmt: skip


def output(shown: Page) -> Locator:
    return shown.get_by_role("application", name="Output")


def answers(shown: Page) -> list[float]:
    return [float(n) for n in output(shown).locator("span").all_text_contents()]


def step(shown: Page) -> str:
    return shown.locator(".step").inner_text()


def fragment(shown: Page) -> str:
    return shown.get_by_role("link", name="Link to this state").get_attribute("href")


def test_pooling_agrees_with_the_reference(chrome: Browser) -> None:
    cases = list(itertools.product(range(1, 6), range(1, 5), POOLS))
    image = np.random.default_rng(5).normal(size=(7, 7))
    page = chrome.new_page()
    got = page.evaluate(
        f"""([image, cases]) => {{ const {{ pool }} = {bundled("pooling_state.js")};
        return cases.map(([window, stride, kind]) => pool(image, window, stride, kind)); }}""",
        [image.tolist(), cases],
    )
    page.close()
    for (window, stride, kind), y in zip(cases, got, strict=True):
        np.testing.assert_allclose(y, expected(image, kind, window, stride), atol=1e-9)


def test_the_winner_is_the_first_largest_as_in_the_reference(chrome: Browser) -> None:
    image = grid()[None, :, :, None]
    y, winners = max_pool2d_winners(image, 3, 1)
    page = chrome.new_page()
    got = page.evaluate(
        f"""state => {{ const {{ winnerOf }} = {bundled("pooling_state.js")};
        return [0, 1, 2, 3].flatMap(i => [0, 1, 2, 3].map(
          j => winnerOf({{ ...state, shift: 0, at: [i, j] }}))); }}""",
        STATE,
    )
    page.close()
    places = winners[0, :, :, 0].ravel().tolist()
    for k, (winner, place) in enumerate(zip(got, places, strict=True)):
        top, left = divmod(k, 4)
        assert winner == [top + place // 3, left + place % 3]
        assert grid()[tuple(winner)] == y[0, top, left, 0]


def test_the_three_kinds_window_and_stride(shown: Page) -> None:
    for kind, window, stride in [("max", 3, 1), ("mean", 2, 2), ("min", 4, 2)]:
        shown.get_by_role("radio", name=kind, exact=True).check()
        shown.get_by_role("slider", name="Window").fill(str(window))
        shown.get_by_role("slider", name="Stride").fill(str(stride))
        y = expected(grid(), kind, window, stride)
        np.testing.assert_allclose(answers(shown), y.ravel(), atol=0.005)
        assert shown.locator("input.read").count() == window**2
        assert shown.locator("input.winner").count() == (kind != "mean")
        assert shown.get_by_role("status").inner_text() == step(shown)


def test_buttons_keys_and_pointer_step_through_the_windows(shown: Page) -> None:
    assert shown.get_by_role("status").inner_text() == ""
    shown.get_by_role("button", name="Step back").click()
    assert step(shown).startswith("Row 3, column 3 of the output: the max of ")
    shown.get_by_role("button", name="Step forward").click()
    window = ", ".join(f"{n:g}" for n in grid()[:3, :3].ravel())
    assert step(shown).startswith(
        f"Row 0, column 0 of the output: the max of {window} is {grid()[:3, :3].max():g}, from row "
    )
    output(shown).focus()
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", "ArrowLeft", "ArrowLeft"):
        shown.keyboard.press(key)
    assert step(shown).startswith("Row 2, column 0 ")
    assert shown.get_by_role("status").inner_text() == step(shown)
    output(shown).locator("span").nth(7).tap()
    assert step(shown).startswith("Row 1, column 3 ")


def test_a_shift_marks_the_answers_that_change(shown: Page) -> None:
    before = expected(grid(), "max", 3, 1)
    shown.get_by_role("checkbox", name="Shift the image").check()
    after = expected(np.roll(grid(), 1, axis=1), "max", 3, 1)
    assert answers(shown) == after.ravel().tolist()
    changed = output(shown).locator(".changed").count()
    assert 0 < changed == np.sum(before != after) < 16
    text = f"The shift changed {changed} of 16 answers; they are underlined."
    assert shown.locator(".shifted").inner_text() == text
    assert shown.get_by_role("status").inner_text().endswith(text)


def test_the_digits_can_be_changed_also_when_shifted(shown: Page) -> None:
    shown.get_by_role("checkbox", name="Shift the image").check()
    field = shown.get_by_label("row 1, column 0 of the image")
    field.fill("12")
    field.blur()
    assert field.input_value() == f"{grid()[1, 5]:g}"
    field.fill("0" if grid()[1, 5] else "5")
    image = grid()
    image[1, 5] = 0 if image[1, 5] else 5
    y = expected(np.roll(image, 1, axis=1), "max", 3, 1)
    assert answers(shown) == y.ravel().tolist()


def test_a_link_brings_the_state_back(shown: Page, chrome: Browser, page: Path) -> None:
    shown.get_by_label("row 0, column 2 of the image").fill("7")
    shown.get_by_role("checkbox", name="Shift the image").check()
    shown.get_by_role("button", name="Step back").click()
    linked = opened(chrome, page, fragment(shown))
    assert fragment(linked) == fragment(shown)
    assert (step(linked), answers(linked)) == (step(shown), answers(shown))
    linked.get_by_role("button", name="Reset").click()
    assert "#" not in linked.url
    assert answers(linked) == expected(grid(), "max", 3, 1).ravel().tolist()
    linked.context.close()


def test_a_link_that_holds_nonsense_is_ignored(chrome: Browser) -> None:
    right = f"numbers={NUMBERS}&window=3&stride=1&kind=max&shift=1&at=3,0"
    wrong = [
        right.replace(old, new)
        for old, new in [
            (NUMBERS, NUMBERS[1:]), (NUMBERS, NUMBERS[1:] + "x"), ("window=3", "window=5"), ("max", "sum"),
            ("shift=1", "shift=2"), ("3,0", "4,0"), ("stride=1", ""),
        ]
    ]  # fmt: skip
    page = chrome.new_page()
    got = page.evaluate(
        f"texts => texts.map(text => ({bundled('pooling_state.js')}).fromFragment('#pooling?' + text))",
        [right, *wrong],
    )
    page.close()
    assert got[0]["at"] == [3, 0]
    assert got[1:] == [None] * len(wrong)


def test_with_and_without_scripts(shown: Page, chrome: Browser, page: Path) -> None:
    assert not shown.locator(".widget-fallback").is_visible()
    assert shown.locator(".stepper [aria-live]").count() == 1
    assert shown.locator(".stepper [style]").count() == 0
    plain = opened(chrome, page, java_script_enabled=False)
    assert plain.get_by_text("Two grids and what is left").is_visible()
    plain.context.close()


def test_every_control_has_a_name_and_is_large_enough(shown: Page) -> None:
    check_controls(shown.locator(".stepper"), "input, button, a, .steps", 47)


@pytest.mark.parametrize("width", [360, 320])
def test_it_fits_a_telephone(chrome: Browser, page: Path, width: int) -> None:
    check_fits(chrome, page, ".stepper", width)


@pytest.mark.parametrize(
    "look", list(itertools.product((360, 1280), ("light", "dark"))), ids=str
)
def test_axe_finds_nothing(chrome: Browser, page: Path, look: tuple[int, str]) -> None:
    shifted = f"#pooling?numbers={NUMBERS}&window=3&stride=1&kind=max&shift=1&at=3,0"
    found = widget_pages.axe(chrome, page, ".stepper", look, shifted)
    assert found == [], "\n".join(found)
