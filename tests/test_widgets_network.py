"""The live network of garments: its arithmetic against the reference, and its data."""

import base64
from collections.abc import Iterator

import numpy as np
import pytest
from playwright.sync_api import Browser, Page

from cnn_course import datasets, trained
from cnn_course.layers import Conv2D, Dense, GlobalAveragePool, MaxPool2D
from cnn_course.widgets import network_data
from tests.widget_pages import WIDGETS, bundled

# All that each layer gives for an image, as one text: float32 in little endian, base64.
OUTPUTS = """(images) => images.map(pixels => subject.answer(pixels).outputs.map(({shape, values}) => {
  let text = "";
  for (const byte of new Uint8Array(values.buffer)) text += String.fromCharCode(byte);
  return [shape, btoa(text)];
}))"""


@pytest.fixture(scope="module")
def module(chrome: Browser) -> Iterator[Page]:
    """An empty page with the module `network`, and the widget's `subject`."""
    shown = chrome.new_page()
    for name, file in [("network", "network.js"), ("live", "live_network.js")]:
        shown.evaluate(f"() => {{ globalThis.{name} = {bundled(file)}; }}")
    shown.evaluate("() => { globalThis.subject = live.subject; }")
    yield shown
    shown.close()


# Arithmetic


def test_every_layer_agrees_with_the_reference(module: Page) -> None:
    rng = np.random.default_rng(3)
    noise = rng.integers(0, 256, (3, 28, 28), dtype=np.uint8)
    digits = datasets.load("mnist").x_test[:3]
    garments = datasets.load("fashion_mnist").x_train[:20]
    plain = np.zeros((2, 28, 28), np.uint8)
    plain[1] = 255
    images = np.concatenate([garments, digits, noise, plain])
    found = module.evaluate(OUTPUTS, images.reshape(len(images), -1).tolist())
    network, x = trained.fashion_cnn(), datasets.scale(images)
    for place, (name, layer) in enumerate(zip(network.names, network.layers, strict=True)):  # fmt: skip
        x = layer.forward(x)
        for n, outputs in enumerate(found):
            shape, text = outputs[place]
            y = np.frombuffer(base64.b64decode(text), "<f4")
            assert shape == [*[1] * (3 - x[n].ndim), *x[n].shape], name
            np.testing.assert_allclose(y, x[n].ravel(), atol=1e-4, err_msg=name)


@pytest.mark.parametrize(
    ("shape", "filters", "padding"),
    [
        ((7, 9, 2), (3, 4, 2, 5), 1),
        ((6, 5, 3), (2, 5, 3, 4), 0),
        ((4, 5, 2), (7, 6, 2, 3), 3),
    ],
)
def test_conv2d_of_any_size_agrees_with_the_reference(
    module: Page, shape: tuple[int, ...], filters: tuple[int, ...], padding: int
) -> None:
    rng = np.random.default_rng(padding)
    layer = Conv2D(filters[-1], filters[:2], padding=padding)
    layer.build(shape, rng, np.float32)
    layer.parameters["b"][...] = rng.normal(size=filters[-1])
    x = rng.normal(size=(1, *shape)).astype(np.float32)
    y = layer.forward(x)[0]
    got = module.evaluate(
        """([shape, values, filters, size, bias, padding]) => {
          const y = network.conv2d({ shape, values }, filters, size, bias, padding);
          return [y.shape, [...y.values]]; }""",
        [
            shape,
            x.ravel().tolist(),
            layer.parameters["w"].ravel().tolist(),
            filters,
            layer.parameters["b"].tolist(),
            padding,
        ],
    )
    assert got[0] == list(y.shape)
    np.testing.assert_allclose(got[1], y.ravel(), atol=1e-4)


def test_pooling_means_and_dense_agree_with_the_reference(module: Page) -> None:
    rng = np.random.default_rng(5)
    x = rng.normal(size=(1, 7, 11, 4)).astype(np.float32)  # no multiple of 3
    dense = Dense(6)
    dense.build((4,), rng, np.float32)
    dense.parameters["b"][...] = rng.normal(size=6)
    pooled, means = MaxPool2D(3).forward(x), GlobalAveragePool().forward(x)
    got = module.evaluate(
        """([values, weights, bias]) => {
          const x = { shape: [7, 11, 4], values };
          const means = network.globalAveragePool(x);
          const parts = [network.maxPool(x, 3), means, network.dense(means, weights, bias)];
          return parts.map(y => [...y.values]); }""",
        [x.ravel().tolist(), *(dense.parameters[k].ravel().tolist() for k in "wb")],
    )
    for found, wanted in zip(got, (pooled, means, dense.forward(means)), strict=True):
        np.testing.assert_allclose(found, wanted.ravel(), atol=1e-5)


def test_softmax_by_hand_and_without_overflow(module: Page) -> None:
    small, large = module.evaluate(
        "() => [network.softmax([0, Math.log(3)]), network.softmax([1000, 1000])]"
    )
    assert small == pytest.approx([0.25, 0.75])
    assert large == [0.5, 0.5]


# Data


def test_the_data_are_those_of_the_package(module: Page) -> None:
    for file, source in network_data.modules().items():
        written = (WIDGETS / file).read_text(encoding="utf-8")
        assert written == source, "run: python -m cnn_course.widgets.network_data"
        assert len(written) < 120_000
    data = datasets.load("fashion_mnist")
    choices = module.evaluate(
        "() => subject.choices.map(c => [c.name, c.label, c.index, subject.pointsOf({ image: c.name })])"
    )
    assert len(choices) == 30
    for name, label, index, shown in choices:
        assert label == data.y_test[index]
        assert name == f"{data.class_names[label]}, test image {index}"
        assert np.array_equal(shown, data.x_test[index].ravel())


@pytest.mark.parametrize(
    "query",
    [
        "image=Nothing&layer=relu_1&map=1",
        "image=own&layer=relu_1&map=1&pixels=AAAA",
        "image=Bag, test image 18&layer=relu_9&map=1",
        "image=Bag, test image 18&layer=relu_1&map=-1",
        "image=Bag, test image 18&layer=relu_1&map=x",
    ],
)
def test_a_link_that_holds_nonsense_is_ignored(module: Page, query: str) -> None:
    read = "text => subject.fromFragment('#live-network?' + text)"
    assert module.evaluate(read, query) is None
    right = "image=Bag, test image 18&layer=relu_1&map=7"
    assert module.evaluate(read, right)["map"] == 7
