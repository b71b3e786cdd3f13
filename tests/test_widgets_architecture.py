"""The architecture calculator: its counts against `cnn_course.costs`, and the widget in a browser."""

import json
import re
from collections.abc import Iterator
from math import prod
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser, Locator, Page

from cnn_course import costs
from cnn_course.architectures import (
    ALEXNET,
    GOOGLENET,
    LENET5,
    LENET5_DENSE,
    VGG16,
    Architecture,
    Row,
    Widths,
)
from cnn_course.widgets import architecture_data
from tests.widget_pages import BOOK, WIDGETS, axe, bundled, opened, strict, watched

MODELS = [LENET5, LENET5_DENSE, ALEXNET, VGG16, GOOGLENET]
NAMES = [model.name for model in MODELS]
PAGE = """# A page

```{anywidget} widgets/architecture.js
:css: widgets/architecture.css
{"network": "VGG16"}
```

:::{admonition} Where scripts are off
:class: widget-fallback
The table below.
:::

The text goes on.
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("architecture")
    return strict(folder, PAGE)


@pytest.fixture(scope="module")
def run(chrome: Browser) -> Iterator[Any]:
    """Call a function of one of the modules in the browser."""
    shown = chrome.new_page()

    def call(file: str, function: str, *arguments: Any) -> Any:
        source = bundled(file)
        code = f"arguments_ => ({source}).{function}(...arguments_)"
        return shown.evaluate(code, list(arguments))

    yield call
    shown.close()


@pytest.fixture
def calculator(chrome: Browser, page: Path) -> Iterator[Page]:
    """The page in a browser; at the end, nothing must have gone wrong in it."""
    with watched(chrome, page) as shown:
        yield shown


def field(shown: Page, name: str) -> Locator:
    return shown.get_by_label(name, exact=True)


def button(shown: Page, name: str) -> Locator:
    return shown.get_by_role("button", name=name, exact=True)


def choose(shown: Page, network: str) -> None:
    shown.get_by_role("combobox", name="Network").select_option(network)


def results(shown: Page) -> list[list[str]]:
    """The name and the five results of each row."""
    return shown.locator(".architecture tbody tr").evaluate_all(
        "rows => rows.map(r => [r.querySelector('th'), ...r.querySelectorAll('.result')]"
        ".map(c => c.textContent))"
    )


def totals(shown: Page) -> str:
    return shown.locator(".totals").inner_text()


def fragment(shown: Page) -> str:
    return shown.get_by_role("link", name="Link to this state").get_attribute("href")


def said(shown: Page) -> str:
    return shown.get_by_role("status").inner_text()


def expected(model: Architecture) -> list[list[str]]:
    """What the table shows of a network, but for the activations."""
    return [
        [
            cost.name,
            " × ".join(map(str, cost.output_shape)),
            f"{cost.parameters:,}",
            f"{cost.macs:,}",
            "all" if cost.sees is None else str(cost.sees),
        ]
        for cost in costs.layer_costs(model)
    ]


def without_activations(rows: list[list[str]]) -> list[list[str]]:
    return [[*row[:4], row[5]] for row in rows]


# Arithmetic


def compare(found: list[dict[str, Any]], model: Architecture) -> None:
    layers = costs.layer_costs(model)
    for row, cost, layer in zip(model.rows, layers, found, strict=True):
        assert "problem" not in layer, layer
        got = (layer["shape"], layer["parameters"], layer["macs"], layer["sees"])
        assert got == (list(cost.output_shape), *cost[2:]), row.name
        kept = row.kind != "dropout"
        assert layer["bytes"] == kept * 4 * prod(cost.output_shape), row.name


@pytest.mark.parametrize("model", MODELS, ids=NAMES)
def test_every_layer_of_every_network_costs_what_the_reference_says(
    run: Any, model: Architecture
) -> None:
    state = run("architecture_state.js", "networkOf", {"network": model.name})
    assert state["input"] == list(model.input_shape)
    assert [row["name"] for row in state["rows"]] == [row.name for row in model.rows]
    found = run("costs.js", "layerCosts", state["input"], state["rows"])
    compare(found, model)
    total = run("costs.js", "totalsOf", found)
    assert total["parameters"] == costs.total_parameters(model)
    assert total["macs"] == costs.total_macs(model)


def test_the_totals_are_those_of_the_book(run: Any) -> None:
    found = []
    for name in NAMES:
        state = run("architecture_state.js", "networkOf", {"network": name})
        layers = run("costs.js", "layerCosts", state["input"], state["rows"])
        found.append(run("costs.js", "totalsOf", layers)["parameters"])
    assert found == [60_000, 61_706, 60_965_224, 138_357_544, 6_998_552]


def random_row(rng: np.random.Generator, name: str, shape: tuple[int, ...]) -> Row:
    c = shape[-1]
    k, s = int(rng.integers(1, 12)), int(rng.integers(1, 4))
    padding = "same" if rng.random() < 0.3 else int(rng.integers(0, min(k, 3)))
    kinds = ["conv"] * 3 + ["max_pool", "average_pool", "subsampling", "inception"]
    kind = str(rng.choice([*kinds, "lrn", "dropout", "dense", "rbf"]))
    if len(shape) == 1 or kind in ("dense", "rbf"):
        kind = kind if kind in ("dense", "rbf") else "dropout"
        outputs = c if kind == "dropout" else int(rng.integers(1, 50))
        inputs = c if kind == "dropout" else prod(shape)
        return Row(name, kind, inputs, outputs)
    if kind == "conv":
        groups = int(rng.choice([g for g in range(1, c + 1) if c % g == 0]))
        return Row(name, kind, c, groups * int(rng.integers(1, 5)), k, s, padding, groups)  # fmt: skip
    if kind == "inception":
        w = Widths(*map(int, rng.integers(1, 20, 6)))
        return Row(name, kind, c, w.one + w.three + w.five + w.pool, padding="same", widths=w)  # fmt: skip
    if kind in ("lrn", "dropout"):
        return Row(name, kind, c, c)
    return Row(name, kind, c, c, k, s, padding)


def random_model(rng: np.random.Generator) -> Architecture:
    """A network whose last row may have a window that does not fit."""
    rows, shape = [], (*map(int, rng.integers(6, 40, 2)), int(rng.integers(1, 7)))
    start = shape
    for k in range(rng.integers(1, 9)):
        rows.append(random_row(rng, f"row {k}", shape))
        try:
            shape = costs.output_shape(rows[-1], shape)
        except ValueError:
            break
    return Architecture("", "", start, tuple(rows), (), {})


def test_random_tables_cost_what_the_reference_says(run: Any) -> None:
    rng = np.random.default_rng(0)
    fitted = refused = 0
    for _ in range(200):
        model = random_model(rng)
        rows = [architecture_data.row(row) for row in model.rows]
        found = run("costs.js", "layerCosts", model.input_shape, rows)
        try:
            costs.layer_costs(model)
        except ValueError:
            refused += 1
            assert found.pop()["problem"].startswith(
                f"The window of {model.rows[-1].name}, "
            )
            model = model._replace(rows=model.rows[:-1])
        fitted += 1
        compare(found, model)
    assert 20 < refused < 180
    assert fitted == 200


def test_flatten_and_the_global_average_are_what_they_stand_for(run: Any) -> None:
    dense = {"name": "fc", "kind": "dense", "outputs": 7}
    for kind, inputs in (("flatten", 5 * 6 * 3), ("global_average", 3)):
        rows = [{"name": "a", "kind": kind}, dense]
        first, last = run("costs.js", "layerCosts", [5, 6, 3], rows)
        assert (first["shape"], first["parameters"], first["sees"]) == ([inputs], 0, None)  # fmt: skip
        assert first["bytes"] == (0 if kind == "flatten" else 12)
        assert (last["parameters"], last["macs"]) == (7 * inputs + 7, 7 * inputs)


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([{"kind": "conv", "outputs": 8, "kernel": 7, "stride": 1, "padding": 0, "groups": 1}],
         "The window of b, 7 by 7, does not fit in 9 by 6 pixels with a padding of 0"),
        ([{"kind": "conv", "outputs": 8, "kernel": 1, "stride": 1, "padding": 0, "groups": 3}],
         "b has 3 groups, but 4 channels come in and it has 8 filters"),
        ([{"kind": "conv", "outputs": 8, "kernel": 1, "stride": 1, "padding": 0, "table": [6, 16, 60]}],
         "The table of b connects 6 channels to 16 filters, but 4 channels come in and it has 8 filters"),
        ([{"kind": "max_pool", "kernel": 2, "stride": 2, "padding": 2}],
         "b has a padding of 2 and a window of 2"),
        ([{"kind": "flatten"}, {"kind": "max_pool", "kernel": 2, "stride": 2, "padding": 0}],
         "b needs an image, but 216 single numbers come in"),
    ],
)  # fmt: skip
def test_a_row_that_does_not_fit_is_named_with_its_numbers(
    run: Any, rows: list[dict[str, Any]], says: str
) -> None:
    named = [row | {"name": name} for row, name in zip(rows[::-1], "ba", strict=False)]
    found = run("costs.js", "layerCosts", [9, 6, 4], named[::-1])
    assert found[-1]["problem"].startswith(says)
    assert len(found) == len(rows)


def test_the_data_are_what_the_script_writes() -> None:
    written = (WIDGETS / "architecture_data.js").read_text(encoding="utf-8")
    right = architecture_data.module()
    assert written == right, "run: python -m cnn_course.widgets.architecture_data"


# The widget


@pytest.mark.parametrize("model", MODELS, ids=NAMES)
def test_it_shows_each_network(calculator: Page, model: Architecture) -> None:
    choose(calculator, model.name)
    assert without_activations(results(calculator)) == expected(model)
    learned, work = costs.total_parameters(model), costs.total_macs(model)
    assert f"{learned:,} parameters, {work:,} MACs, " in totals(calculator)
    sizes = [
        prod(cost.output_shape)
        for row, cost in zip(model.rows, costs.layer_costs(model), strict=True)
        if row.kind != "dropout"
    ]
    shown = re.search(r"([\d.]+) MB", totals(calculator))[1]
    assert float(shown) == pytest.approx(4e-6 * sum(sizes), rel=0.01)
    assert said(calculator).startswith("Total: ")


def test_one_number_changes_all_that_follows(calculator: Page) -> None:
    choose(calculator, "AlexNet")
    field(calculator, "groups of conv2").fill("1")
    changed = ALEXNET.changed("conv2", groups=1)
    assert without_activations(results(calculator)) == expected(changed)
    network = calculator.get_by_role("combobox", name="Network")
    assert network.input_value() == "your own"
    field(calculator, "height of the input").fill("259")
    assert results(calculator)[0][1] == "63 × 55 × 96"
    assert results(calculator)[10][2] == f"{7 * 6 * 256 * 4096 + 4096:,}"  # fc6


def test_an_inception_row_shows_its_widths(calculator: Page) -> None:
    choose(calculator, "GoogLeNet")
    widths = calculator.get_by_role("row", name="3a", exact=False).first
    assert field(widths, "3×3 reduce filters of 3a").input_value() == "96"
    field(calculator, "pool filters of 3a").fill("40")
    assert results(calculator)[7][1] == "28 × 28 × 264"
    assert results(calculator)[7][2] == f"{163_696 + 8 * 193:,}"


def test_the_table_of_c3_can_be_given_up(calculator: Page) -> None:
    choose(calculator, "LeNet-5")
    connect = button(calculator, "60 of 96 kernels in C3: connect all")
    connect.focus()
    calculator.keyboard.press("Enter")
    assert "60,900 parameters" in totals(calculator)
    assert field(calculator, "groups of C3").evaluate("e => e === document.activeElement")  # fmt: skip


def test_what_does_not_fit_is_said(calculator: Page) -> None:
    choose(calculator, "LeNet-5")
    for side in ("height", "width"):
        field(calculator, f"{side} of the input").fill("28")
    problem = calculator.locator(".problem")
    sentence = "The window of C5, 5 by 5, does not fit in 4 by 4 pixels"
    assert sentence in problem.inner_text()
    assert totals(calculator) == ""
    shapes = [row[1] for row in results(calculator)[3:]]
    assert shapes == ["4 × 4 × 16", "does not fit", "–", "–"]
    field(calculator, "width of the input").press("Tab")
    assert sentence in said(calculator)
    field(calculator, "kernel of C5").fill("4")
    assert problem.inner_text() == ""
    assert results(calculator)[4][2] == f"{120 * (16 * 16 + 1):,}"


def test_a_text_that_is_no_number_is_refused(calculator: Page) -> None:
    kernel = field(calculator, "kernel of conv1_1")
    before = results(calculator)
    for wrong in ("", "0", "-3", "2.5", "same", "100"):
        kernel.fill(wrong)
        assert kernel.get_attribute("aria-invalid") == "true", wrong
        assert results(calculator) == before
    kernel.press("Tab")
    assert "kernel of conv1_1 must be a whole number from 1 to 99" in said(calculator)
    calculator.locator("[aria-invalid]").wait_for(state="detached")
    assert kernel.input_value() == "3"
    padding = field(calculator, "padding of conv1_1")
    padding.fill("same")
    assert padding.get_attribute("aria-invalid") is None
    assert results(calculator) == before, "padding 1 is the same with a window of 3"


def test_rows_move_and_the_keyboard_stays_with_them(calculator: Page) -> None:
    choose(calculator, "LeNet-5")
    assert button(calculator, "Move C1 up").is_disabled()
    button(calculator, "Move C1 down").focus()
    calculator.keyboard.press("Enter")
    assert [row[0] for row in results(calculator)][:3] == ["S2", "C1", "C3"]
    assert said(calculator).startswith("C1 is layer 2 of 7. ")
    here = "document.activeElement.getAttribute('aria-label')"
    assert calculator.evaluate(here) == "Move C1 down"
    button(calculator, "Move C1 up").focus()
    calculator.keyboard.press("Enter")
    assert calculator.evaluate(here) == "Move C1 down", "it cannot go up any more"
    assert without_activations(results(calculator)) == expected(LENET5)


def test_rows_are_added_and_removed(calculator: Page) -> None:
    choose(calculator, "LeNet, dense")
    here = "document.activeElement.getAttribute('aria-label')"
    button(calculator, "Add a layer below S2").click()
    assert calculator.evaluate(here) == "kind of new 1"
    assert results(calculator)[2][:3] == ["new 1", "14 × 14 × 16", f"{9 * 6 * 16 + 16}"]
    calculator.keyboard.press("Tab")
    calculator.keyboard.type("8")  # all of it is selected by the tabulator
    assert results(calculator)[2][1] == "14 × 14 × 8"
    field(calculator, "kind of new 1").select_option("lrn")
    assert calculator.evaluate(here) is None or "new 1" in calculator.evaluate(here)
    assert results(calculator)[2][1:4] == ["14 × 14 × 6", "0", "0"]
    button(calculator, "Remove new 1").click()
    assert calculator.evaluate(here) == "Remove C3"
    assert said(calculator).startswith("new 1 is removed. Total: 61,706 parameters")
    button(calculator, "Add a layer at the end").click()
    assert results(calculator)[-1][:3] == ["new 1", "16", f"{10 * 16 + 16}"]
    for name in ["new 1", *(row.name for row in LENET5.rows[::-1])]:
        button(calculator, f"Remove {name}").click()
    assert results(calculator) == []
    assert totals(calculator).startswith("Total: 0 parameters")
    assert calculator.evaluate("document.activeElement.textContent") == "Add a layer at the end"  # fmt: skip


def test_a_link_brings_the_state_back(
    calculator: Page, chrome: Browser, page: Path
) -> None:
    choose(calculator, "GoogLeNet")
    assert fragment(calculator) == "#architecture?net=GoogLeNet"
    field(calculator, "5×5 filters of 4e").fill("100")
    field(calculator, "padding of conv1").fill("3")
    linked = opened(chrome, page, fragment(calculator))
    assert results(linked) == results(calculator)
    assert totals(linked) == totals(calculator)
    button(linked, "Reset").click()
    assert "#" not in linked.url
    assert without_activations(results(linked)) == expected(VGG16)
    linked.context.close()


def test_every_row_comes_back_from_a_link(run: Any) -> None:
    for name in NAMES:
        state = run("architecture_state.js", "networkOf", {"network": name})
        state["network"] = "your own"
        text = run("architecture_state.js", "toFragment", state)
        back = run("architecture_state.js", "fromFragment", text)
        assert run("architecture_state.js", "toFragment", back) == text
        layers = [run("costs.js", "layerCosts", s["input"], s["rows"]) for s in (state, back)]  # fmt: skip
        assert layers[0] == layers[1]


@pytest.mark.parametrize(
    "text",
    [
        "net=Nothing",
        "input=9,9&rows=a,flatten",
        "input=9,9,0&rows=a,flatten",
        "input=9,9,1&rows=a,nothing",
        "input=9,9,1&rows=a,constructor",
        "input=9,9,1&rows=a,dense",
        "input=9,9,1&rows=a,dense,3,3",
        "input=9,9,1&rows=a,conv,3,3,1,x,1",
        "input=9,9,1&rows=a,flatten;a,dense,3",
        "input=9,9,1&rows=%3Cb%3E,flatten",
        "input=9,9,1&rows=%,flatten",
        f"input=9,9,1&rows={';'.join(f'r{k},lrn' for k in range(61))}",
    ],
)
def test_a_link_that_holds_nonsense_is_ignored(run: Any, text: str) -> None:
    file, read = "architecture_state.js", "fromFragment"
    assert run(file, read, f"#architecture?{text}") is None
    right = run(file, read, "#architecture?input=9,8,1&rows=a%201,dense,3")
    assert right["input"] == [9, 8, 1]
    assert right["rows"] == [{"name": "a 1", "kind": "dense", "outputs": 3}]


# For everybody


def test_it_stands_in_for_the_table(calculator: Page) -> None:
    assert not calculator.get_by_text("The table below.").is_visible()
    assert calculator.get_by_text("The text goes on.").is_visible()


@pytest.mark.parametrize("network", ["LeNet-5", "GoogLeNet"])
def test_every_control_has_a_name_of_its_own_and_is_large_enough(
    calculator: Page, network: str
) -> None:
    choose(calculator, network)
    found = calculator.locator(".architecture").evaluate(
        """w => [...w.querySelectorAll("input, select, button, a")].map(e => {
          const { width, height } = e.getBoundingClientRect();
          return [e.getAttribute("aria-label") ?? e.closest("label")?.firstChild.textContent ?? e.textContent,
                  Math.min(width, height)]; })"""
    )
    assert len(found) > 60
    assert all(name.strip() and side >= 24 for name, side in found), found
    assert len({name for name, _ in found}) == len(found)


def test_the_table_has_heads(calculator: Page) -> None:
    table = calculator.get_by_role("table", name="Layers")
    assert table.get_by_role("columnheader").count() == 13
    names = [row.name for row in VGG16.rows]
    assert table.get_by_role("rowheader").all_inner_texts() == names
    cells = table.evaluate(
        "t => [...t.rows].map(r => [...r.cells].reduce((n, c) => n + c.colSpan, 0))"
    )
    assert set(cells) == {13}


def test_on_a_narrow_screen_the_results_stand_first(calculator: Page) -> None:
    heads = calculator.locator("thead th")
    wide, shown = heads.all_inner_texts(), results(calculator)
    assert wide[1] == "Kind"
    field(calculator, "stride of conv1_2").focus()
    calculator.set_viewport_size({"width": 700, "height": 900})
    heads.nth(1).filter(has_text="Output").wait_for()
    assert heads.all_inner_texts() == [wide[0], *wide[7:12], *wide[1:7], wide[12]]
    cells = calculator.locator("tbody tr").first.locator("th, td")
    classes = [cell.get_attribute("class") for cell in cells.all()]
    assert classes[:7] == [None, *["result"] * 5, None]
    assert results(calculator) == shown
    name = calculator.evaluate("document.activeElement.getAttribute('aria-label')")
    assert name == "stride of conv1_2"
    calculator.set_viewport_size({"width": 1000, "height": 900})
    heads.nth(1).filter(has_text="Kind").wait_for()
    assert heads.all_inner_texts() == wide


@pytest.mark.parametrize("width", [360, 320])
def test_on_a_telephone_the_table_scrolls_and_the_page_does_not(
    chrome: Browser, page: Path, width: int
) -> None:
    shown = opened(chrome, page, viewport={"width": width, "height": 700})
    assert shown.evaluate("document.documentElement.scrollWidth") <= width
    region = shown.get_by_role("region", name="Table of layers, it scrolls")
    region.focus()
    inner, outer = region.evaluate("r => [r.scrollWidth, r.clientWidth]")
    assert inner > outer
    shown.keyboard.press("ArrowRight")
    region.evaluate(
        """r => new Promise(done => {
          const look = () => r.scrollLeft > 0 ? done() : setTimeout(look, 20);
          look(); })"""
    )
    shown.context.close()


def test_what_has_the_keyboard_is_not_below_the_heads(calculator: Page) -> None:
    calculator.locator(".scroll").evaluate("s => s.scrollTo(9999, 9999)")
    for name in ("stride of conv1_2", "filters or units of fc8", "kind of conv3_1"):
        field(calculator, name).focus()
        seen = calculator.evaluate(
            """() => { const b = document.activeElement.getBoundingClientRect();
            const top = document.elementFromPoint(b.left + 4, b.top + 4);
            return top === document.activeElement || `${top?.outerHTML.slice(0, 80)} ${b.left} ${b.top}`; }"""
        )
        assert seen is True, (name, seen)


def spoil(shown: Page) -> None:
    """Type what is no number, and a number that does not fit."""
    field(shown, "kernel of conv1").fill("x")
    field(shown, "stride of pool1").fill("99")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    chrome: Browser, page: Path, width: int, scheme: str
) -> None:
    looks = [("LeNet-5", None), ("GoogLeNet", None), ("GoogLeNet", spoil)]
    found = []
    for name, first in looks:
        link = f"#architecture?net={name}"
        look = (width, scheme)
        found += axe(chrome, page, ".architecture", look, link, first=first)
    assert found == []


def test_state_is_plain_json() -> None:
    for chapter in BOOK.glob("*.md"):
        text = chapter.read_text(encoding="utf-8")
        for body in re.findall(r"widgets/architecture\.js\n:css: .*\n(.*)\n```", text):
            assert json.loads(body)["network"] in NAMES
