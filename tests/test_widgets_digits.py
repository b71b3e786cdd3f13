"""The live network of digits: its arithmetic and its preparation of a drawing, against the reference."""

import base64
from collections.abc import Iterator

import numpy as np
import pytest
from playwright.sync_api import Browser, Page

from cnn_course import datasets, trained
from tests.widget_pages import bundled

SIDE = 84  # points of the sheet
# All that each layer gives for an image, as one text: float32 in little endian, base64.
OUTPUTS = """(images) => images.map(pixels => subject.answer(pixels).outputs.map(({shape, values}) => {
  let text = "";
  for (const byte of new Uint8Array(Float32Array.from(values).buffer)) text += String.fromCharCode(byte);
  return [shape, btoa(text)];
}))"""


@pytest.fixture(scope="module")
def module(chrome: Browser) -> Iterator[Page]:
    """An empty page with `ink`, the preparation, and the widget's `subject`."""
    shown = chrome.new_page()
    for name, file in [("ink", "digit_ink.js"), ("live", "live_digits.js")]:
        shown.evaluate(f"() => {{ globalThis.{name} = {bundled(file)}; }}")
    shown.evaluate("() => { globalThis.subject = live.subject; }")
    yield shown
    shown.close()


def coverage(length: int, count: int) -> np.ndarray:
    """The share of each of `count` pixels that each of `length` points fills; each row adds up to 1."""
    fine = (
        3 * 5 * 7 * 8
    )  # steps of a point, so that all of the cases below come out exactly
    pixel = np.arange(length * fine) * count // (length * fine)
    point = np.arange(length * fine) // fine
    shares = np.zeros((count, length))
    np.add.at(shares, (pixel, point), 1)
    return shares / shares.sum(axis=1, keepdims=True)


def prepared(ink: np.ndarray) -> np.ndarray:
    """LeCun and others (1998), III-A: fit the box into 20 by 20, put the centre of mass into the middle."""
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    box = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].astype(float)
    h, w = (max(1, int(np.floor(20 * n / max(box.shape) + 0.5))) for n in box.shape)
    small = coverage(box.shape[0], h) @ box @ coverage(box.shape[1], w).T
    image = np.zeros((28, 28))
    centre = [small.sum(axis=1 - k) @ np.arange(n) / small.sum() for k, n in ((0, h), (1, w))]  # fmt: skip
    free = zip(centre, (28 - h, 28 - w), strict=True)
    i, j = (min(max(int(np.ceil(13.5 - c - 1e-6)), 0), most) for c, most in free)
    image[i : i + h, j : j + w] = small
    return image


def prepare(module: Page, ink: np.ndarray) -> np.ndarray:
    found = module.evaluate(
        f"points => ink.prepared(points, {SIDE}).pixels", ink.ravel().tolist()
    )
    return np.array(found).reshape(28, 28)


def sheet_of(image: np.ndarray) -> np.ndarray:
    """A digit of MNIST as ink on the sheet: three points a pixel."""
    return 255 * np.kron(image > 127, np.ones((3, 3), int))


def centre_of_mass(image: np.ndarray) -> np.ndarray:
    return np.array([image.sum(axis=1 - k) @ np.arange(28) for k in (0, 1)]) / image.sum()  # fmt: skip


# The network


def test_every_layer_agrees_with_the_reference(module: Page) -> None:
    rng = np.random.default_rng(7)
    noise = rng.integers(0, 256, (2, 28, 28), dtype=np.uint8)
    plain = np.zeros((2, 28, 28), np.uint8)
    plain[1] = 255
    digits = datasets.load("mnist").x_test[:25]
    images = np.concatenate([digits, noise, plain])
    found = module.evaluate(OUTPUTS, images.reshape(len(images), -1).tolist())
    network, x = trained.digits_cnn(), datasets.scale(images)
    for place, (name, layer) in enumerate(zip(network.names, network.layers, strict=True)):  # fmt: skip
        x = layer.forward(x)
        for n, outputs in enumerate(found):
            shape, text = outputs[place]
            y = np.frombuffer(base64.b64decode(text), "<f4")
            assert shape == [*[1] * (3 - x[n].ndim), *x[n].shape], name
            np.testing.assert_allclose(y, x[n].ravel(), atol=1e-4, err_msg=name)


def test_the_probabilities_of_all_its_digits_are_those_of_the_reference(
    module: Page,
) -> None:
    data, network = datasets.load("mnist"), trained.digits_cnn()
    rows = module.evaluate(
        """() => subject.choices.map(c => {
          const { pixels } = subject.seen({ image: c.name, prepared: true });
          return [c.name, c.label, c.index, pixels, subject.answer(pixels).shares]; })"""
    )
    wrong = 0
    for name, label, index, pixels, shares in rows:
        assert name == f"{label}, test image {index}"
        assert label == data.y_test[index]
        assert np.array_equal(pixels, data.x_test[index].ravel())
        expected = network.predict(datasets.scale(data.x_test[index : index + 1]))[0]
        np.testing.assert_allclose(shares, expected, atol=1e-4)
        wrong += int(np.argmax(shares) != label)
    assert 20 + wrong == len(rows)
    assert wrong >= 3


def test_flatten_is_not_among_the_layers_to_choose(module: Page) -> None:
    names = trained.digits_cnn().names
    shown = module.evaluate("() => subject.shown.map(l => l.name)")
    assert shown == [name for name in names if name != "flatten_1"]


# The preparation


def test_a_bar_by_hand(module: Page) -> None:
    ink = np.zeros((SIDE, SIDE), int)
    ink[2:42, 60:70] = 255  # 40 by 10 points become 20 by 5 pixels
    expected = np.zeros((28, 28))
    # Columns 12..16 have their mean at 14; rows 4..23 at 13.5, and those one lower at 14.5.
    expected[4:24, 12:17] = 255
    assert np.array_equal(prepare(module, ink), expected)


def test_greys_at_the_edges_and_the_centre_of_mass_by_hand(module: Page) -> None:
    ink = np.zeros((SIDE, SIDE), int)
    ink[10:40, 20:40] = 255
    ink[36:40, 20:50] = 255  # an L of 30 by 30 points: 1.5 points a pixel
    image = prepare(module, ink)
    # The upright's 20 points end in pixel 13, a third of which they fill; the foot, rows 26..29 of 0..29,
    # fills two thirds of pixel 17 and all of 18 and 19. Its weight decides where its corner lies.
    filled = np.argwhere(image > 0)
    (top, left), (bottom, right) = filled.min(axis=0), filled.max(axis=0)
    assert (bottom - top, right - left) == (19, 19)
    assert image[top, left : left + 15].tolist() == [255] * 13 + [85, 0]
    assert image[bottom - 3 : bottom + 1, right].tolist() == [0, 170, 255, 255]
    assert (top, left) == (4, 7)
    assert image[bottom, right] == 255
    assert np.abs(centre_of_mass(image) - 14).max() <= 0.5


@pytest.mark.parametrize(
    ("height", "width"), [(60, 31), (7, 44), (21, 21), (84, 3), (1, 1), (84, 84)]
)
def test_any_drawing_agrees_with_the_reference(
    module: Page, height: int, width: int
) -> None:
    rng = np.random.default_rng(height)
    ink = np.zeros((SIDE, SIDE), int)
    part = 255 * (rng.random((height, width)) < np.linspace(0.9, 0.1, width))
    part[0, 0] = part[-1, -1] = 255  # its box is its size
    ink[SIDE - height :, SIDE - width :] = part
    image = prepare(module, ink)
    np.testing.assert_allclose(image, prepared(ink), atol=0.51)
    rows, columns = np.nonzero(image)
    assert max(np.ptp(rows), np.ptp(columns)) + 1 <= 20


def test_where_a_digit_is_drawn_and_how_large_makes_no_difference(module: Page) -> None:
    ink = sheet_of(datasets.load("mnist").x_test[1])
    first = prepare(module, ink)
    rows, columns = np.nonzero(ink)
    box = ink[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    for corner in ((0, 0), (5, SIDE - box.shape[1])):
        moved = np.zeros_like(ink)
        moved[corner[0] :, corner[1] :][: box.shape[0], : box.shape[1]] = box
        assert not np.array_equal(moved, ink)
        assert np.array_equal(prepare(module, moved), first)
    small = np.zeros_like(ink)
    third = box[1::3, 1::3]
    small[50:, 40:][: third.shape[0], : third.shape[1]] = third
    assert np.array_equal(prepare(module, small), first)


def test_an_empty_sheet_is_a_black_image(module: Page) -> None:
    image = prepare(module, np.zeros((SIDE, SIDE), int))
    assert image.shape == (28, 28)
    assert not image.any()


def test_digits_of_mnist_drawn_anew_are_prepared_as_mnist_was(module: Page) -> None:
    data = datasets.load("mnist")
    images = [prepare(module, sheet_of(image)) for image in data.x_test[:60]]
    for image in images:
        rows, columns = np.nonzero(image)
        assert max(np.ptp(rows), np.ptp(columns)) + 1 == 20
        assert np.abs(centre_of_mass(image) - 14).max() <= 0.51
    x = datasets.scale(np.array(images).astype(np.uint8))
    right = trained.digits_cnn().predict(x).argmax(axis=1) == data.y_test[:60]
    assert right.mean() >= 0.95


def test_without_preparation_three_by_three_points_are_a_pixel(module: Page) -> None:
    ink = np.zeros((SIDE, SIDE), int)
    ink[:4, 80:] = 255  # 4 by 4 points in a corner: a pixel, two thirds of one, a ninth
    found = module.evaluate(f"points => ink.shrunk(points, {SIDE})", ink.ravel().tolist())  # fmt: skip
    image = np.array(found).reshape(28, 28)
    expected = np.zeros((28, 28))
    expected[:2, 26:] = [[85, 255], [28, 85]]
    assert np.array_equal(image, expected)


# Links


def test_a_drawing_becomes_a_link_and_back(module: Page) -> None:
    ink = np.random.default_rng(2).random((SIDE, SIDE)) < 0.3
    for prepared_, map_ in ((True, 3), (False, 119)):
        state = {"image": "own", "layer": "dense_1", "map": map_, "prepared": prepared_}
        back, points, length = module.evaluate(
            """([state, points]) => {
              const pixels = subject.sheet.text(points);
              const link = subject.toFragment({ ...state, pixels });
              const back = subject.fromFragment(link);
              return [back, subject.pointsOf(back), link.length]; }""",
            [state, (255 * ink).ravel().tolist()],
        )
        assert {key: back[key] for key in state} == state
        assert np.array_equal(points, 255 * ink.ravel())
        assert length < 1300


@pytest.mark.parametrize(
    "query",
    [
        "image=Nothing&layer=relu_1&map=1",
        "image=own&layer=relu_1&map=1&pixels=AAAA",
        f"image=own&layer=relu_1&map=1&pixels={'*' * 1176}",
        "image=7, test image 1&layer=relu_9&map=1",
        "image=7, test image 1&layer=relu_1&map=-1",
    ],
)
def test_a_link_that_holds_nonsense_is_ignored(module: Page, query: str) -> None:
    read = "text => subject.fromFragment('#live-digits?' + text)"
    assert module.evaluate(read, query) is None
    name = module.evaluate("() => subject.choices[0].name")
    assert module.evaluate(read, f"image={name}&layer=relu_1&map=7")["map"] == 7
