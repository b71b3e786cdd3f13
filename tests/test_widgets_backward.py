"""The widget on the way back: its gradients against the reference, and its sums in a browser."""

import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser, Locator, Page

from cnn_course.conv import conv2d, conv2d_backward, correlate2d
from cnn_course.shapes import times_seen
from tests import widget_pages
from tests.widget_pages import (
    BOOK,
    bundled,
    check_controls,
    check_fits,
    opened,
    watched,
)

STATE = {
    "kernel": "2 by 3",
    "stride": 2,
    "padding": 0,
    "deltas": [[0, 1, 2]],
    "ask": "output",
    "output": [0, 1],
    "pixel": [1, 3],
    "weight": [0, 1],
}
PAGE = f"""# A page

```{{anywidget}} widgets/backward.js
:css: widgets/backward.css
{json.dumps(STATE)}
```

:::{{admonition}} Where scripts are off
:class: widget-fallback
What two deltas give back.
:::
"""
LARGEST = (
    "#backward?kernel=3+by+3&stride=1&padding=2&deltas=1,1,-9;2,2,9;6,7,-9"
    "&ask=weight&output=6,7&pixel=4,5&weight=2,2"
)
UNREAD = (
    "#backward?kernel=2+by+3&stride=2&padding=0&deltas=0,1,2"
    "&ask=pixel&output=0,1&pixel=4,5&weight=0,0"
)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return widget_pages.strict(tmp_path_factory.mktemp("backward"), PAGE)


@pytest.fixture
def shown(chrome: Browser, page: Path) -> Iterator[Page]:
    with watched(chrome, page) as widget:
        yield widget


@pytest.fixture(scope="module")
def constants(chrome: Browser) -> dict[str, Any]:
    """The image, and the kernels by name."""
    found = evaluate(chrome, "backward_state.js", "m => [m.IMAGE, m.KERNELS]")
    image, kernels = found
    return {"image": np.array(image, dtype=float)} | {
        name: np.array(kernel, dtype=float) for name, kernel in kernels.items()
    }


def evaluate(chrome: Browser, module: str, function: str, given: Any = None) -> Any:
    """Call a function with a widget's module and what is given."""
    blank = chrome.new_page()
    got = blank.evaluate(f"given => ({function})({bundled(module)}, given)", given)
    blank.close()
    return got


def expected(
    constants: dict[str, Any], state: dict[str, Any]
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """The output, its deltas, dx and dw of a state by the reference."""
    options = {"stride": state["stride"], "padding": state["padding"]}
    x = constants["image"][None, :, :, None]
    w = constants[state["kernel"]][:, :, None, None]
    y = conv2d(x, w, **options)
    dy = np.zeros_like(y)
    for i, j, delta in state["deltas"]:
        if i < dy.shape[1] and j < dy.shape[2]:
            dy[0, i, j, 0] = delta
    dx, dw, _ = conv2d_backward(dy, x, w, **options)
    return y[0, :, :, 0], dy[0, :, :, 0], dx[0, :, :, 0], dw[:, :, 0, 0]


def grid(shown: Page, name: str) -> Locator:
    """One of the grids that are chosen in."""
    kind = "application" if name in ("dy", "dx", "dw", "db") else "img"
    return shown.get_by_role(kind, name=re.compile(rf"^{name}\b"))


def numbers(squares: Locator) -> np.ndarray:
    """The numbers in a grid, without the squares that have none."""
    rows = squares.evaluate(
        "g => [...g.children].map(row => [...row.children].map(e => e.textContent))"
    )
    full = [[float(t.replace("−", "-")) for t in row if t] for row in rows]
    return np.array([row for row in full if row])


def marked(squares: Locator, kind: str) -> list[tuple[int, int]]:
    """The places of a grid that have a class, frames of zeros counted."""
    rows = squares.evaluate(
        "g => [...g.children].map(row => [...row.children].map(e => e.className))"
    )
    return [
        (i, j)
        for i, row in enumerate(rows)
        for j, names in enumerate(row)
        if kind in names.split()
    ]


def cell(squares: Locator, i: int, j: int) -> Locator:
    return squares.locator(f"[data-at='{i},{j}']")


def put(shown: Page, name: str, value: int) -> None:
    shown.get_by_role("slider", name=name, exact=True).fill(str(value))


def said(shown: Page) -> str:
    return shown.get_by_role("status").inner_text().replace("\u00a0", " ")


def head(shown: Page) -> str:
    return shown.locator(".step p").first.inner_text().replace("\u00a0", " ")


def fragment(shown: Page) -> str:
    return shown.get_by_role("link", name="Link to this state").get_attribute("href")


# Mathematics


def cases() -> list[dict[str, Any]]:
    """Images, kernels and deltas of many sizes, height and width always different."""
    rng = np.random.default_rng(8)
    found = []
    for (h, w), (kh, kw), stride, padding in itertools.product(
        [(5, 6), (7, 4), (8, 11)], [(2, 3), (3, 1), (1, 4)], (1, 2, 3, 4), (0, 1, 2, 3)
    ):
        x, kernel = rng.normal(size=(h, w)), rng.normal(size=(kh, kw))
        y = conv2d(x[None, :, :, None], kernel[:, :, None, None], None, stride, padding)
        options = {"stride": stride, "padding": padding}
        dy = rng.normal(size=y.shape[1:3])
        found.append({"x": x, "w": kernel, "dy": dy, "options": options})
    return found


def test_gradients_agree_with_the_reference_for_every_size(chrome: Browser) -> None:
    every = cases()
    got = evaluate(
        chrome,
        "gradients.js",
        "(m, cases) => cases.map(({ x, w, dy, options }) => m.backward(x, w, dy, options))",
        [{**case, **{k: case[k].tolist() for k in ("x", "w", "dy")}} for case in every],
    )
    assert len(every) == 144
    for case, found in zip(every, got, strict=True):
        dx, dw, db = conv2d_backward(
            case["dy"][None, :, :, None],
            case["x"][None, :, :, None],
            case["w"][:, :, None, None],
            **case["options"],
        )
        np.testing.assert_allclose(found["dx"], dx[0, :, :, 0], atol=1e-12)
        np.testing.assert_allclose(found["dw"], dw[:, :, 0, 0], atol=1e-12)
        np.testing.assert_allclose(found["db"], db[0], atol=1e-12)


def test_both_gradients_are_convolutions_as_the_widget_says(chrome: Browser) -> None:
    """Of the framed deltas by the turned kernel, and of the image by the deltas with zeros between."""
    every = cases()
    got = evaluate(
        chrome,
        "gradients.js",
        """(m, cases) => cases.map(({ x, w, dy, options }) => {
          const size = grid => [grid.length, grid[0].length];
          return [m.framed(dy, size(x), size(w), options), m.turned(w)]; })""",
        [{**case, **{k: case[k].tolist() for k in ("x", "w", "dy")}} for case in every],
    )
    for case, (framed, turned) in zip(every, got, strict=True):
        x, w, dy = (case[name] for name in ("x", "w", "dy"))
        stride, padding = case["options"].values()
        images, filters = x[None, :, :, None], w[:, :, None, None]
        dx, dw, _ = conv2d_backward(
            dy[None, :, :, None], images, filters, stride, padding
        )
        slid = correlate2d(np.array(framed), np.array(turned))
        np.testing.assert_allclose(slid, dx[0, :, :, 0], atol=1e-12)
        spread = np.zeros([(n - 1) * stride + 1 for n in dy.shape])
        spread[::stride, ::stride] = dy
        places = correlate2d(np.pad(x, padding), spread)[: w.shape[0], : w.shape[1]]
        np.testing.assert_allclose(places, dw[:, :, 0, 0], atol=1e-12)


def settings() -> list[dict[str, Any]]:
    """Every setting of the widget, with three deltas."""
    return [
        {**STATE, "kernel": kernel, "stride": s, "padding": p,
         "deltas": [[0, 1, 3], [1, 0, -2], [1, 1, 5]]}
        for kernel, s, p in itertools.product(("2 by 3", "3 by 3"), (1, 2, 3), (0, 1, 2))
    ]  # fmt: skip


def test_every_nudge_and_every_sum_give_the_gradient_of_the_reference(
    chrome: Browser, constants: dict[str, Any]
) -> None:
    got = evaluate(
        chrome,
        "backward_state.js",
        """(m, states) => states.map(m.settled).map(state => {
          const about = (ask, at) => {
            const asked = { ...state, ask, bias: [0, 0], [ask]: at };
            const { value, before, after } = m.nudged(asked);
            const sum = m.termsOf(asked).reduce((all, { delta, factor }) => all + delta * factor, 0);
            return [(after - before) / m.NUDGE, sum, before]; };
          const grid = (ask, rows) => rows.map((row, i) => row.map((_, j) => about(ask, [i, j])));
          return [grid("pixel", m.IMAGE), grid("weight", m.KERNELS[state.kernel]),
            grid("bias", [[0]]), grid("output", m.outputsOf(state))]; })""",
        settings(),
    )
    for state, (pixels, weights, bias, outputs) in zip(settings(), got, strict=True):
        y, dy, dx, dw = expected(constants, state)
        for found, gradient in [(pixels, dx), (weights, dw), (bias, [[dy.sum()]])]:
            slopes, sums, losses = np.moveaxis(np.array(found), 2, 0)
            np.testing.assert_allclose(slopes, gradient, atol=1e-9)
            np.testing.assert_array_equal(sums, gradient)
            np.testing.assert_array_equal(losses, np.sum(dy * y))
        np.testing.assert_allclose(np.array(outputs)[:, :, 0], dy, atol=1e-9)


# The widget


def test_the_numbers_on_the_page_are_those_of_the_reference(
    shown: Page, constants: dict[str, Any]
) -> None:
    for kernel, stride, padding in [("2 by 3", 2, 0), ("3 by 3", 1, 2), ("2 by 3", 3, 1)]:  # fmt: skip
        shown.get_by_role("radio", name=kernel).check()
        put(shown, "Stride", stride)
        put(shown, "Padding", padding)
        state = {**STATE, "kernel": kernel, "stride": stride, "padding": padding}
        y, _, dx, dw = expected(constants, state)
        for name, values in [
            *(("Image x", constants["image"]), ("Kernel w", constants[kernel])),
            *(("Output y", y), ("dx", dx), ("dw", dw), ("db", [[2]])),
            ("Kernel turned", constants[kernel][::-1, ::-1]),
        ]:
            np.testing.assert_array_equal(numbers(grid(shown, name)), values, name)
        assert numbers(grid(shown, "dy")).shape == y.shape
        unread = np.outer(
            times_seen(5, len(dw), stride, padding), times_seen(6, 3, stride, padding)
        )
        frame = padding
        assert marked(grid(shown, "dx"), "unseen") == [
            (i + frame, j + frame) for i, j in np.argwhere(unread == 0).tolist()
        ]


def test_a_delta_shows_at_once_which_pixels_and_weights_feel_it(
    shown: Page, constants: dict[str, Any]
) -> None:
    window = list(itertools.product((0, 1), (2, 3, 4)))
    assert marked(grid(shown, "dx"), "read") == window
    assert marked(grid(shown, "Image x"), "read") == window
    assert marked(grid(shown, "dx"), "felt") == window
    field = shown.get_by_role("spinbutton", name="Delta in row 0, column 1")
    field.fill("-3")
    state = {**STATE, "deltas": [[0, 1, -3]]}
    assert np.array_equal(numbers(grid(shown, "dx")), expected(constants, state)[2])
    shown.get_by_role("button", name="+1").click()
    assert field.input_value() == "-2"
    assert said(shown) == head(shown)
    assert head(shown) == (
        "Output in row 0, column 1: its delta is −2. To dx it gives −2 · w, where its window lies: "
        "−2 −4 −6, then −8 −10 −12. To dw it gives −2 · x, the pixels in its window: "
        "−2 −6 −2, then 0 −4 −8. To db it gives −2."
    )
    cell(grid(shown, "dy"), 1, 0).tap()
    shown.get_by_role("button", name="−1").tap()
    state["deltas"] = [[0, 1, -2], [1, 0, -1]]
    assert np.array_equal(numbers(grid(shown, "dw")), expected(constants, state)[3])
    shown.get_by_role("button", name="All 0").click()
    assert not numbers(grid(shown, "dx")).any()
    assert "no pixel and no weight feels it" in head(shown)


def test_what_is_no_delta_changes_nothing(shown: Page) -> None:
    field = shown.get_by_role("spinbutton")
    for typed in ("", "12", "1.5"):
        field.fill(typed)
        assert numbers(grid(shown, "dy"))[0].tolist() == [0, 2]
        field.blur()
        assert field.input_value() == "2"
    for _ in range(9):
        shown.get_by_role("button", name="+1").click()
    assert field.input_value() == "9"


def test_a_pixels_sum_is_written_out_with_the_windows_that_read_it(shown: Page) -> None:
    put(shown, "Stride", 1)
    cell(grid(shown, "dx"), 1, 2).click()
    assert head(shown) == (
        "dx in row 1, column 2: 6 windows read this pixel. The sum of delta · weight:"
    )
    text = shown.locator(".terms").inner_text().split("+")
    products = [" ".join(part.split("=")[0].split()) for part in text]
    assert products == [
        "0 · 6 output 0, 0", "2 · 5 output 0, 1", "0 · 4 output 0, 2",
        "0 · 3 output 1, 0", "0 · 2 output 1, 1", "0 · 1 output 1, 2",
    ]  # fmt: skip
    assert shown.locator(".terms strong").inner_text() == "10"
    windows = list(itertools.product((0, 1), (0, 1, 2)))
    assert marked(grid(shown, "dy"), "read") == windows
    assert marked(grid(shown, "dx"), "asked") == [(1, 2)]
    assert marked(grid(shown, "Kernel turned"), "read") == windows
    # The turned kernel lies where it makes this number: from row 1, column 2 of the framed deltas.
    framed = shown.get_by_role("img", name="The deltas with zeros between and around")
    assert marked(framed, "read") == list(itertools.product((1, 2), (2, 3, 4)))
    assert said(shown).startswith(head(shown))
    assert said(shown).endswith("= 10")


def test_a_pixel_that_no_window_reads_has_no_gradient(shown: Page) -> None:
    assert shown.get_by_text("Dashed: 10 pixels that no window reads.").is_visible()
    cell(grid(shown, "Image x"), 4, 5).tap()
    assert head(shown) == (
        "dx in row 4, column 5: no window reads this pixel, so it changes no output. "
        "Its gradient is 0, whatever the deltas are."
    )
    assert not shown.locator(".terms").is_visible()
    assert "goes from 88 to 88: a change of 0." in shown.locator(".check-by").inner_text()  # fmt: skip
    put(shown, "Padding", 1)
    assert shown.get_by_text(
        "Every pixel is read by a window.", exact=True
    ).is_visible()
    assert "9 outputs, 3 by 3" in said(shown)
    assert "Every pixel is read" in said(shown)


def test_a_weights_sum_and_the_bias_sum_leave_the_zeros_out(shown: Page) -> None:
    cell(grid(shown, "dy"), 1, 1).click()
    shown.get_by_role("spinbutton").fill("-4")
    cell(grid(shown, "Kernel w"), 1, 2).click()
    assert head(shown) == (
        "dw in row 1, column 2: each of the 4 windows uses this weight. "
        "2 deltas are 0 and give nothing. The sum of delta · pixel:"
    )
    terms = " ".join(shown.locator(".terms").inner_text().split())
    assert terms == "2 · 4 output 0, 1 + (−4) · 2 output 1, 1 = 0"
    # The deltas lie on the image with as many pixels between them as the stride says.
    under = [(1, 2), (1, 4), (3, 2), (3, 4)]
    assert marked(grid(shown, "Image x"), "read") == under
    between = [(1, 3), (2, 2), (2, 3), (2, 4), (3, 3)]
    assert marked(grid(shown, "Image x"), "spanned") == between
    cell(grid(shown, "db"), 0, 0).click()
    terms = " ".join(shown.locator(".terms").inner_text().split())
    assert terms == "2 · 1 output 0, 1 + (−4) · 1 output 1, 1 = −2"
    assert shown.locator(".check-by").inner_text().endswith("this is −2: db here.")


def test_the_check_by_a_nudge_stands_there_with_its_numbers(shown: Page) -> None:
    cell(grid(shown, "dx"), 1, 3).click()
    assert shown.locator(".check-by").inner_text() == (
        "Check by a nudge: make this pixel 2.01 instead of 2, and keep the deltas. "
        "The loss, the sum of all delta · output, goes from 88 to 88.1: a change of 0.1. "
        "Divided by 0.01, this is 10: dx here."
    )


def test_the_stride_puts_zeros_between_the_deltas(shown: Page) -> None:
    framed = shown.get_by_role("img", name="The deltas with zeros between and around")
    for stride, rows, columns in [(1, 4, 4), (2, 2, 2), (3, 2, 2)]:
        put(shown, "Stride", stride)
        zeros = set(marked(framed, "zero"))
        deltas = itertools.product(
            range(1, 1 + rows * stride, stride), range(2, 2 + columns * stride, stride)
        )
        assert set(itertools.product(range(6), range(8))) - zeros == set(deltas)
    assert shown.get_by_text("Between the deltas stand 2 zeros").is_visible()
    put(shown, "Padding", 2)
    assert shown.get_by_text("holds nothing but padding are left out.").is_visible()


def test_all_of_it_works_by_keyboard(shown: Page) -> None:
    grid(shown, "dy").focus()
    for key in ("ArrowDown", "ArrowLeft", "ArrowLeft", "7", "-", "-", "+"):
        shown.keyboard.press(key)
    assert numbers(grid(shown, "dy")).tolist() == [[0, 2], [6, 0]]
    assert said(shown).startswith("Output in row 1, column 0: its delta is 6.")
    for _ in range(5):  # the field, three buttons, and dx
        shown.keyboard.press("Tab")
    assert said(shown).startswith("dx in row 1, column 3: 1 window reads this pixel.")
    moves = {"End": "1, column 5", "ArrowUp": "0, column 5", "Home": "0, column 0"}
    for key, place in moves.items():
        shown.keyboard.press(key)
        assert said(shown).startswith(f"dx in row {place}:")
    shown.keyboard.press("Tab")
    shown.keyboard.press("ArrowRight")
    assert said(shown).startswith("dw in row 0, column 2:")
    shown.keyboard.press("7")  # a weight's gradient is no number to set
    assert numbers(grid(shown, "dy")).tolist() == [[0, 2], [6, 0]]
    shown.keyboard.press("Tab")
    assert said(shown).startswith("db: the bias is added to each of the 4 outputs.")
    shown.keyboard.press("Tab")
    assert shown.get_by_role("button", name="Reset").evaluate(
        "e => e === document.activeElement"
    )


def test_a_click_finds_its_number_although_a_field_was_left(shown: Page) -> None:
    shown.get_by_role("spinbutton").fill("12")
    cell(grid(shown, "dx"), 0, 3).click()
    assert head(shown).startswith("dx in row 0, column 3:")
    assert shown.get_by_role("spinbutton").input_value() == "2"


def test_other_settings_keep_the_deltas_that_there_are(shown: Page) -> None:
    put(shown, "Stride", 1)
    cell(grid(shown, "dy"), 3, 3).click()
    shown.get_by_role("spinbutton").fill("5")
    put(shown, "Stride", 3)
    assert numbers(grid(shown, "dy")).tolist() == [[0, 2], [0, 0]]
    shown.get_by_role("button", name="All 0").click()
    put(shown, "Stride", 1)
    cell(grid(shown, "dy"), 3, 3).click()
    shown.get_by_role("spinbutton").fill("5")
    put(shown, "Stride", 2)  # the only delta has no place: it goes with what is chosen
    assert numbers(grid(shown, "dy")).tolist() == [[0, 0], [0, 5]]


def test_nothing_moves_by_itself() -> None:
    source = bundled("backward.js")
    assert not re.search(r"setInterval|setTimeout|\.style\b|innerHTML", source)
    css = (widget_pages.WIDGETS / "stepper.css").read_text(encoding="utf-8")
    assert not re.search(r"transition|animation", css)


# The link, and the chapter


def test_a_link_brings_the_state_back(shown: Page, chrome: Browser, page: Path) -> None:
    put(shown, "Padding", 1)
    cell(grid(shown, "dy"), 2, 0).click()
    shown.get_by_role("spinbutton").fill("-6")
    cell(grid(shown, "dw"), 1, 2).click()
    linked = opened(chrome, page, fragment(shown))
    assert fragment(linked) == fragment(shown)
    for part in (".places", ".step", ".columns"):
        assert linked.locator(part).inner_text() == shown.locator(part).inner_text()
    assert marked(grid(linked, "dw"), "asked") == [(1, 2)]
    linked.get_by_role("button", name="Reset").click()
    assert "#" not in linked.url
    assert numbers(grid(linked, "dy")).tolist() == [[0, 2], [0, 0]]
    linked.context.close()


def test_a_link_that_holds_nonsense_is_ignored(chrome: Browser) -> None:
    right = (
        "#backward?kernel=2 by 3&stride=2&padding=0&deltas=0,1,2;1,0,-3"
        "&ask=pixel&output=1,0&pixel=4,5&weight=1,2"
    )
    changes = [
        ("2 by 3", "4 by 3"), ("2 by 3", "toString"), ("stride=2", "stride=4"),
        ("padding=0", "padding=-1"), ("0,1,2;", "0,2,2;"), ("0,1,2;", "0,1,2,1;"),
        ("0,1,2;", "1,0,2;"), ("1,0,-3", "-1,0,-3"), ("1,0,-3", "1,0,0"),
        ("1,0,-3", "1,0,12"), ("1,0,-3", "1,0,x"), ("ask=pixel", "ask=loss"),
        ("output=1,0", "output=2,0"), ("pixel=4,5", "pixel=5,5"), ("pixel=4,5", "pixel=4"),
        ("weight=1,2", "weight=-1,2"), ("&weight=1,2", ""),
        ("&deltas=0,1,2;1,0,-3", ""), ("#backward", "#pooling"),
    ]  # fmt: skip
    wrong = [right.replace(old, new, 1) for old, new in changes]
    read = "(m, texts) => texts.map(text => m.fromFragment(text))"
    got = evaluate(chrome, "backward_state.js", read, [right, *wrong])
    assert got[0]["deltas"] == [[0, 1, 2], [1, 0, -3]]
    assert got[1:] == [None] * len(wrong)
    none = right.replace("0,1,2;1,0,-3", "")
    assert evaluate(chrome, "backward_state.js", read, [none])[0]["deltas"] == []


def test_the_chapters_picture_has_the_widgets_numbers(
    constants: dict[str, Any],
) -> None:
    text = (BOOK / "08_backpropagation.md").read_text(encoding="utf-8")
    _, _, after = text.partition(
        "{anywidget} ../cnn_course/widgets/modules/backward.js"
    )
    state = json.loads(re.search(r"^\{.*\}$", after, flags=re.M)[0])
    assert set(state) == set(STATE)
    cells = re.search(r"remove-input\].*?\n---\n(.*?)^```", after, flags=re.S | re.M)[1]
    listed = re.findall(r"\[\[.*?\]\]", cells, flags=re.S)
    arrays = [np.array(json.loads(numbers), dtype=float) for numbers in listed[:2]]
    np.testing.assert_array_equal(arrays[0], constants["image"])
    np.testing.assert_array_equal(arrays[1], constants[state["kernel"]])


# For everybody


def test_with_and_without_scripts(shown: Page, chrome: Browser, page: Path) -> None:
    assert not shown.locator(".widget-fallback").is_visible()
    assert shown.locator(".stepper [aria-live]").count() == 1
    assert shown.locator(".stepper [style]").count() == 0
    plain = opened(chrome, page, java_script_enabled=False)
    assert plain.get_by_text("What two deltas give back.").is_visible()
    assert plain.locator(".stepper").count() == 0
    plain.context.close()


def test_every_control_has_a_name_and_is_large_enough(shown: Page) -> None:
    check_controls(shown.locator(".stepper"), "input, button, a, .steps", 14)
    pictures = shown.locator(".stepper [role=img]")
    assert pictures.count() == 6
    assert all(one.get_attribute("aria-label") for one in pictures.all())


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
        for link in ("", LARGEST, UNREAD)
        for fault in widget_pages.axe(chrome, page, ".stepper", look, link)
    ]
    assert found == [], "\n".join(found)
