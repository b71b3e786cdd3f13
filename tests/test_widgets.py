"""The widgets: their arithmetic against the reference, and the kernel painter in a browser."""

import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Locator, Page

from cnn_course import datasets, visualize
from cnn_course.conv import correlate2d
from cnn_course.im2col import pad
from cnn_course.widgets import bundle, course_data
from tests.widget_pages import (
    BOOK,
    WIDGETS,
    build,
    bundled,
    check_controls,
    check_fits,
    opened,
    strict,
    watched,
)

STATE = {"image": "Ankle boot", "kernel": "edges, eight neighbours", "at": [5, 9]}
PAGE = f"""# A page

```{{anywidget}} widgets/kernel_painter.js
:css: widgets/kernel_painter.css
{json.dumps(STATE)}
```

:::{{admonition}} Where scripts are off
:class: widget-fallback
A boot and its edges.
:::

```{{raw}} html
<div class="cell tag_widget-fallback">The picture of it.</div>
```

The text goes on.
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return strict(tmp_path_factory.mktemp("widgets"), PAGE)


@pytest.fixture
def painter(chrome: Browser, page: Path) -> Iterator[Page]:
    with watched(chrome, page) as shown:
        yield shown


def image(shown: Page) -> Locator:
    return shown.get_by_role("application", name="Image")


def result(shown: Page) -> Locator:
    return shown.get_by_role("application", name="Result")


def number(shown: Page, row: int, column: int) -> Locator:
    return shown.get_by_label(f"row {row}, column {column} of the kernel")


def colours(canvas: Locator) -> np.ndarray:
    """The colour in the middle of each square of a canvas: (rows, columns, 3)."""
    found = canvas.evaluate(
        """c => {
          const { data } = c.getContext("2d").getImageData(0, 0, c.width, c.height);
          const places = (length) => Array.from({ length: length / 10 }, (_, k) => 10 * k + 5);
          const colour = (i, j) => [...data.slice(4 * (i * c.width + j), 4 * (i * c.width + j) + 3)];
          return places(c.height).map(i => places(c.width).map(j => colour(i, j))); }"""
    )
    return np.array(found)


def at(canvas: Locator, row: int, column: int, squares: int) -> dict[str, float]:
    side = canvas.bounding_box()["width"]
    return {"x": (column + 0.5) * side / squares, "y": (row + 0.5) * side / squares}


def boot() -> np.ndarray:
    return datasets.load().x_train[0].astype(np.float32)


def fragment(shown: Page) -> str:
    return shown.get_by_role("link", name="Link to this state").get_attribute("href")


# Arithmetic


@pytest.mark.parametrize("seed", range(4))
def test_correlate_agrees_with_the_reference(chrome: Browser, seed: int) -> None:
    rng = np.random.default_rng(seed)
    (h, w), (kh, kw) = rng.integers(9, 13, 2), [(3, 3), (2, 5), (1, 4), (5, 3)][seed]
    picture = rng.normal(size=(h, w)).astype(np.float32)
    kernel = rng.normal(size=(kh, kw)).astype(np.float32)
    source = bundled("convolution.js")
    shown = chrome.new_page()
    for stride, padding, dilation in [(1, 0, 1), (2, 1, 1), (1, 2, 2), (3, 0, 2)]:
        spread = np.zeros((kh * dilation - dilation + 1, kw * dilation - dilation + 1))
        spread[::dilation, ::dilation] = kernel
        padded = np.pad(picture, padding)
        expected = correlate2d(padded.astype(float), spread)[::stride, ::stride]
        got = shown.evaluate(
            f"([image, kernel, options]) => ({source}).correlate(image, kernel, options)",
            [
                picture.tolist(),
                kernel.tolist(),
                {"stride": stride, "padding": padding, "dilation": dilation},
            ],
        )
        assert np.shape(got) == expected.shape
        np.testing.assert_allclose(got, expected, atol=1e-5)
    shown.close()


def test_padding_and_sizes_agree_with_the_reference(chrome: Browser) -> None:
    source = bundled("convolution.js")
    shown = chrome.new_page()
    x = np.arange(6, dtype=np.float32).reshape(2, 3)
    got = shown.evaluate(f"image => ({source}).pad(image, 2)", x.tolist())
    expected = pad(x[np.newaxis, :, :, np.newaxis], (1, 1), padding=2)[0, :, :, 0]
    assert np.array_equal(got, expected)
    sizes = shown.evaluate(
        f"""() => {{ const {{ outputSize }} = {source};
        return [outputSize(28, 3), outputSize(227, 11, {{stride: 4}}), outputSize(7, 3, {{dilation: 2}}),
                outputSize(32, 5, {{padding: 2}}), outputSize(2, 3)]; }}"""
    )
    assert sizes == [26, 55, 3, 32, 0]
    shown.close()


# Data


def test_the_data_are_those_of_the_package(chrome: Browser) -> None:
    shown = chrome.new_page()
    data = bundled("course_data.js")
    state = bundled("painter_state.js")
    found = shown.evaluate(
        f"""() => {{ const {{ KERNELS, PICTURES }} = {data}; const state = {state};
        return [KERNELS.map(k => [k.name, k.answers, k.numbers.map(state.parseNumber)]),
                PICTURES.map(p => [p.name, p.index, state.pixelsOf({{ image: p.name }})])]; }}"""
    )
    kernels, pictures = found
    assert [k[:2] for k in kernels] == [[f.name, f.answers] for f in course_data.KERNELS]  # fmt: skip
    for (_, _, numbers), f in zip(kernels, course_data.KERNELS, strict=True):
        np.testing.assert_allclose(numbers, f.kernel.ravel(), rtol=1e-6)
    garments = datasets.load("fashion_mnist")
    assert len({name for name, _, _ in pictures}) == 4
    for name, index, pixels in pictures:
        assert name == garments.class_names[garments.y_train[index]]
        assert np.array_equal(pixels, garments.x_train[index].ravel())
    written = (WIDGETS / "course_data.js").read_text(encoding="utf-8")
    assert written == course_data.module(), (
        "run: python -m cnn_course.widgets.course_data"
    )
    shown.close()


# The extension


def test_scripts_are_on_the_pages_that_need_them_only(page: Path) -> None:
    names = ("bundles/kernel_painter.js", "bundles/index.css", "host.js")
    plain = page.with_name("plain.html").read_text(encoding="utf-8")
    text = page.read_text(encoding="utf-8")
    assert all(name in text and name not in plain for name in names)
    assert (page.parent / "_static/bundles/index.css").exists()
    assert not re.search(r'\son\w+="', text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("```{anywidget} widgets/none.js\n{}\n```", "finds no file"),
        ("```{anywidget} widgets/links.js\n:css: no.css\n{}\n```", "finds no file"),
        ("```{anywidget} widgets/links.js\n{at: 3}\n```", "is not JSON"),
        ("```{anywidget} widgets/links.js\n[3]\n```", "is not an object"),
    ],
)
def test_an_author_is_told_what_is_wrong(tmp_path: Path, text: str, says: str) -> None:
    ran = build(tmp_path, f"# A page\n\n{text}\n")
    assert ran.returncode != 0
    assert says in ran.stderr


@pytest.mark.parametrize(
    "line",
    ['import x from "./convolution.js";', 'import "./a.js";', "export { a };", "export class A {}"],
)  # fmt: skip
def test_what_cannot_be_bundled_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "widget.js").write_text(f"const a = 1;\n{line}\n")
    with pytest.raises(ValueError, match=r"widget\.js: a widget's modules cannot say"):
        bundle.expression(tmp_path / "widget.js")


def test_every_widget_of_the_book_is_followed_by_what_stands_in_for_it() -> None:
    followed = []
    for chapter in sorted(BOOK.glob("*.md")):
        text = chapter.read_text(encoding="utf-8")
        for after in re.split(r"^```\{anywidget\}.*?^```$", text, flags=re.S | re.M)[
            1:
        ]:
            next_two = after.strip().split("\n\n")[:2]
            followed.append(chapter.stem)
            assert all("widget-fallback" in block for block in next_two), chapter
            assert "alt:" in next_two[1] or "costs.as_text(" in next_two[1]
    assert "02_filters" in followed


def test_without_scripts_text_and_picture_stand_there(
    chrome: Browser, page: Path
) -> None:
    shown = opened(chrome, page, java_script_enabled=False)
    assert shown.get_by_text("A boot and its edges.").is_visible()
    assert shown.get_by_text("The picture of it.").is_visible()
    assert shown.locator(".kernel-painter").count() == 0
    shown.context.close()


def test_with_scripts_the_widget_stands_there_instead(painter: Page) -> None:
    assert painter.locator(".kernel-painter").is_visible()
    assert not painter.get_by_text("A boot and its edges.").is_visible()
    assert not painter.get_by_text("The picture of it.").is_visible()
    assert painter.get_by_text("The text goes on.").is_visible()


def test_a_widget_that_fails_leaves_the_picture(chrome: Browser, page: Path) -> None:
    context = chrome.new_context()
    context.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    shown = context.new_page()
    shown.goto(page.as_uri())
    assert shown.get_by_text("A boot and its edges.").is_visible()
    assert shown.locator(".kernel-painter").count() == 0
    context.close()


# The kernel painter


def test_it_shows_the_image_and_the_signed_result(painter: Page) -> None:
    kernel = np.array([[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]], dtype=np.float32)
    y = correlate2d(boot(), kernel)
    shown = colours(result(painter))
    assert shown.shape == (26, 26, 3)
    expected = visualize.SIGNED(y / np.abs(y).max() / 2 + 0.5)[..., :3] * 255
    assert np.abs(shown - expected).max() <= 4  # a table of 256 colours
    grey = colours(image(painter))
    assert np.array_equal(grey[..., 0], boot())
    assert "±" + f"{np.abs(y).max():.0f}" in painter.locator(".scale").inner_text()


def test_the_mouse_shows_nine_products_and_their_sum(painter: Page) -> None:
    canvas = result(painter)
    canvas.hover(position=at(canvas, 12, 7, 26))
    text = painter.locator(".sum").inner_text()
    place, sum_ = re.fullmatch(r"(Row 12, column 7): .* = (\S+)", text).groups()
    assert place
    terms = re.findall(r"(\d+)\s×\s\(?(−?\d+)", text)
    assert [int(pixel) for pixel, _ in terms] == boot()[12:15, 7:10].ravel().tolist()
    weights = [int(weight.replace("−", "-")) for _, weight in terms]
    assert weights == [-1] * 4 + [8] + [-1] * 4
    total = sum(int(pixel) * w for (pixel, _), w in zip(terms, weights, strict=True))
    assert int(sum_.replace("−", "-")) == total


def test_the_keyboard_steps_and_says_the_sum(painter: Page) -> None:
    said = painter.get_by_role("status")
    assert said.inner_text() == ""
    result(painter).focus()
    for key, place in [
        ("ArrowRight", "Row 5, column 10:"),
        ("ArrowDown", "Row 6, column 10:"),
        ("Home", "Row 6, column 0:"),
        ("ArrowLeft", "Row 6, column 0:"),
        ("End", "Row 6, column 25:"),
    ]:
        painter.keyboard.press(key)
        assert said.inner_text().startswith(place)
    before = said.inner_text()
    number(painter, 0, 0).fill("3")
    assert said.inner_text() == before, "only steps are said aloud"


def test_the_nine_numbers_can_be_edited(painter: Page) -> None:
    number(painter, 1, 1).fill("9")
    assert painter.get_by_role("combobox", name="Kernel").input_value() == ""
    kernel = -np.ones((3, 3), dtype=np.float32)
    kernel[1, 1] = 9
    top = np.abs(correlate2d(boot(), kernel)).max()
    assert f"±{top:.0f}." in painter.locator(".scale").inner_text()
    number(painter, 0, 2).fill("−1/4")
    assert "\u00a0×\u00a0(−1/4) + " in painter.locator(".sum").text_content()
    number(painter, 0, 2).fill("1/")
    assert number(painter, 0, 2).get_attribute("aria-invalid") == "true"
    number(painter, 0, 0).focus()
    assert number(painter, 0, 2).input_value() == "−1/4"
    assert number(painter, 0, 2).get_attribute("aria-invalid") is None


def test_a_kernel_is_chosen_by_name(painter: Page) -> None:
    painter.get_by_role("combobox", name="Kernel").select_option("box blur")
    assert number(painter, 2, 2).input_value() == "1/9"
    assert painter.get_by_text("the mean of nine pixels").is_visible()
    top = correlate2d(boot(), np.full((3, 3), 1 / 9, dtype=np.float32)).max()
    assert f"±{np.round(top, 2):g}." in painter.locator(".scale").inner_text()


def test_drawing_with_the_mouse(painter: Page) -> None:
    painter.get_by_role("button", name="Clear the image").click()
    painter.get_by_label("white").check()
    canvas = image(painter)
    box = canvas.bounding_box()
    start, end = at(canvas, 20, 3, 28), at(canvas, 20, 9, 28)
    painter.mouse.move(box["x"] + start["x"], box["y"] + start["y"])
    painter.mouse.down()
    painter.mouse.move(box["x"] + end["x"], box["y"] + end["y"])
    painter.mouse.up()
    painter.mouse.move(box["x"] + end["x"], box["y"] + 5)
    expected = np.zeros((28, 28))
    expected[20, 3:10] = 255
    assert np.array_equal(colours(canvas)[..., 0], expected)
    assert painter.get_by_role("combobox", name="Image").input_value() == "own"


def test_drawing_with_a_finger(painter: Page) -> None:
    canvas = image(painter)
    canvas.tap(position=at(canvas, 2, 3, 28))
    assert colours(canvas)[2, 3, 0] == boot()[2, 3], "the pen is off"
    painter.get_by_label("white").check()
    assert canvas.evaluate("c => getComputedStyle(c).touchAction") == "none"
    canvas.tap(position=at(canvas, 2, 3, 28))
    assert colours(canvas)[2, 3, 0] == 255
    painter.get_by_label("black").check()
    canvas.tap(position=at(canvas, 2, 3, 28))
    assert colours(canvas)[2, 3, 0] == 0


def test_drawing_with_the_keyboard(painter: Page) -> None:
    painter.get_by_role("button", name="Clear the image").click()
    painter.get_by_label("off").focus()
    painter.keyboard.press("ArrowRight")
    assert painter.get_by_label("white").is_checked()
    image(painter).focus()
    for key in ("ArrowUp", "ArrowLeft", "Space", "ArrowLeft", "Enter"):
        painter.keyboard.press(key)
    said = painter.get_by_role("status").inner_text()
    assert said == "Pixel in row 13, column 12: 255"
    expected = np.zeros((28, 28))
    expected[13, 12:14] = 255
    assert np.array_equal(colours(image(painter))[..., 0], expected)


def test_an_uploaded_image_is_cut_and_made_small(painter: Page, tmp_path: Path) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data).to_bytes(4, "big")
        return len(data).to_bytes(4, "big") + kind + data + check

    # 84 rows, 168 columns, grey: 200 in the middle square, 10 outside.
    rows = (b"\0" + bytes([10] * 42 + [200] * 84 + [10] * 42)) * 84
    head = (168).to_bytes(4, "big") + (84).to_bytes(4, "big") + bytes([8, 0, 0, 0, 0])
    file = tmp_path / "image.png"
    file.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
    upload = painter.get_by_label("or a file of your own")
    upload.set_input_files(file)
    painter.wait_for_function("document.querySelector('select').value === 'own'")
    assert np.abs(colours(image(painter))[..., 0] - 200).max() <= 1
    text = tmp_path / "text.png"
    text.write_text("no image")
    upload.set_input_files(text)
    painter.get_by_role("alert").filter(has_text="not an image").wait_for()


def test_a_link_brings_the_state_back(
    painter: Page, chrome: Browser, page: Path
) -> None:
    painter.get_by_label("white").check()
    canvas = image(painter)
    canvas.click(position=at(canvas, 25, 25, 28))
    number(painter, 0, 1).fill("1/3")
    result(painter).focus()
    painter.keyboard.press("ArrowUp")
    linked = opened(chrome, page, fragment(painter))
    assert fragment(linked) == fragment(painter)
    assert linked.locator(".sum").inner_text() == painter.locator(".sum").inner_text()
    assert np.array_equal(colours(image(linked)), colours(image(painter)))
    assert np.array_equal(colours(result(linked)), colours(result(painter)))
    linked.get_by_role("button", name="Reset").click()
    assert "#" not in linked.url
    assert number(linked, 0, 1).input_value() == "−1"
    assert linked.locator(".sum").inner_text().startswith("Row 5, column 9:")
    assert linked.get_by_role("combobox", name="Image").input_value() == "Ankle boot"
    linked.context.close()


@pytest.mark.parametrize(
    "query",
    [
        "image=Nothing&kernel=identity&at=1,2",
        "image=Bag&kernel=1,2,3&at=1,2",
        "image=Bag&kernel=1,2,3,4,5,6,7,8,x&at=1,2",
        "image=Bag&kernel=identity&at=1,26",
        "image=own&kernel=identity&at=1,2&pixels=AAAA",
    ],
)
def test_a_link_that_holds_nonsense_is_ignored(chrome: Browser, query: str) -> None:
    state = bundled("painter_state.js")
    shown = chrome.new_page()
    read = f"text => ({state}).fromFragment(text)"
    assert shown.evaluate(read, f"#kernel-painter?{query}") is None
    right = "#kernel-painter?image=Bag&kernel=identity&at=1,2"
    assert shown.evaluate(read, right)["at"] == [1, 2]
    shown.close()


# For everybody


def test_every_control_has_a_name_and_is_large_enough(painter: Page) -> None:
    kinds = "input, select, button, canvas, a"
    check_controls(painter.locator(".kernel-painter"), kinds, 20)


@pytest.mark.parametrize("width", [360, 320])
def test_it_fits_a_telephone(chrome: Browser, page: Path, width: int) -> None:
    check_fits(chrome, page, ".kernel-painter", width)
