"""Assignment 7: predictions, whole classes right and wrong, the numbers in its text, what it opens."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.lib.stride_tricks import sliding_window_view

from cnn_course import gradcheck, pool
from cnn_course.checks import layers
from cnn_course.checks.failures import CheckFailed
from cnn_course.checks.mistakes import layers_hand, layers_numerical
from cnn_course.conv import conv2d, conv2d_backward
from cnn_course.grading import view
from cnn_course.im2col import col2im, im2col
from tests.test_exercises import EXERCISES, build

NOTEBOOK = EXERCISES / "07_layers.py"
TEXT = NOTEBOOK.read_text(encoding="utf-8")
RIGHT = {"dw_01": 15, "db": 7, "dx_00": -4, "dx_11": -7}
KNOWN = {
    "dw_01": layers_hand.wrong_weight,
    "db": layers_hand.wrong_bias,
    "dx_00": layers_hand.wrong_corner,
    "dx_11": layers_hand.wrong_middle,
}


def said(check: Callable[..., None], *answers: Any) -> str:
    """Return what a check says that fails."""
    with pytest.raises(CheckFailed) as failed:
        check(*answers)
    return str(failed.value)


class TestByHand:
    def test_the_right_numbers_pass(self, capsys: pytest.CaptureFixture[str]) -> None:
        layers.check_by_hand(*RIGHT.values())
        assert capsys.readouterr().out.count("correct") == 4

    @pytest.mark.parametrize(
        ("name", "says"), [(name, says) for name in KNOWN for says in KNOWN[name]()]
    )
    def test_every_known_wrong_number_gets_its_sentence(
        self, name: str, says: str
    ) -> None:
        wrong = RIGHT | {name: KNOWN[name]()[says]}
        with pytest.raises(CheckFailed) as failed:
            layers.check_by_hand(*wrong.values())
        assert str(failed.value) == f"Not yet: {name}. {says}"

    @pytest.mark.parametrize(
        "value",
        [..., None, "text", float("nan"), [1, 2], np.ones((2, 2)), True, {}, object()],
        ids=range(9),
    )
    @pytest.mark.parametrize("name", RIGHT)
    def test_anything_else_gets_a_sentence(self, name: str, value: Any) -> None:
        with pytest.raises(CheckFailed, match=name):
            layers.check_by_hand(*(RIGHT | {name: value}).values())

    def test_another_wrong_number_is_shown_without_the_right_one(self) -> None:
        with pytest.raises(CheckFailed) as failed:
            layers.check_by_hand(*(RIGHT | {"dx_11": 99}).values())
        assert str(failed.value) == "Not yet: dx_11 is 99."


# The solution's classes, to be changed in one place each.


class Dense:
    def __init__(self, w: Any, b: Any) -> None:
        self.w, self.b = w, b

    def forward(self, x: Any) -> Any:
        self.x = x
        return x @ self.w + self.b

    def backward(self, dy: Any) -> Any:
        self.dw, self.db = self.x.T @ dy, dy.sum(axis=0)
        return dy @ self.w.T


class Conv2D:
    def __init__(self, w: Any, b: Any, stride: Any, padding: Any) -> None:
        self.w, self.b, self.stride, self.padding = w, b, stride, padding

    def forward(self, x: Any) -> Any:
        self.x = x
        return conv2d(x, self.w, self.b, self.stride, self.padding)

    def backward(self, dy: Any) -> Any:
        dx, self.dw, self.db = conv2d_backward(
            dy, self.x, self.w, self.stride, self.padding
        )
        return dx


class MaxPool2D:
    def __init__(self, window: Any, stride: Any) -> None:
        self.window, self.stride = window, stride

    def forward(self, x: Any) -> Any:
        self.x = x
        return pool.max_pool2d(x, self.window, self.stride)

    def backward(self, dy: Any) -> Any:
        return pool.max_pool2d_backward(dy, self.x, self.window, self.stride)


# Right, and written otherwise.


class WindowsKept(Conv2D):
    """Keeps the windows as they lie in the padded images; the gradient is added pixel by pixel."""

    def forward(self, x: Any) -> Any:
        (ph, pw), (sh, sw) = self.padding, self.stride
        framed = np.pad(x, ((0, 0), (ph, ph), (pw, pw), (0, 0)))
        self.framed, self.of_x = framed.shape, x.shape
        views = sliding_window_view(framed, self.w.shape[:2], axis=(1, 2))
        self.windows = views[:, ::sh, ::sw]
        return np.einsum("nijcuv,uvcf->nijf", self.windows, self.w) + self.b

    def backward(self, dy: Any) -> Any:
        (ph, pw), (sh, sw), (kh, kw) = self.padding, self.stride, self.w.shape[:2]
        self.dw = np.einsum("nijcuv,nijf->uvcf", self.windows, dy)
        self.db = np.array([dy[..., f].sum() for f in range(dy.shape[3])])
        dx = np.zeros(self.framed, dy.dtype)
        for (n, i, j, f), number in np.ndenumerate(dy):
            dx[n, i * sh : i * sh + kh, j * sw : j * sw + kw] += number * self.w[..., f]
        _, height, width, _ = self.of_x
        return dx[:, ph : ph + height, pw : pw + width]


class WinnersKept(MaxPool2D):
    """Finds the winners on the way forwards, and forgets the images."""

    def forward(self, x: Any) -> Any:
        (kh, kw), (sh, sw) = self.window, self.stride
        views = sliding_window_view(x, (kh, kw), axis=(1, 2))[:, ::sh, ::sw]
        rows = views.reshape(*views.shape[:4], kh * kw)
        n, i, j, c = np.indices(rows.shape[:4])
        best = rows.argmax(axis=-1)
        self.winners = n, i * sh + best // kw, j * sw + best % kw, c
        self.empty = np.zeros_like(x)
        return rows.max(axis=-1)

    def backward(self, dy: Any) -> Any:
        dx = self.empty.copy()
        np.add.at(dx, self.winners, dy)
        return dx


class Generous(Dense):
    """Keeps and returns more than it must."""

    def forward(self, x: Any) -> Any:
        self.seen = [*getattr(self, "seen", []), x.copy()]
        self.y = np.einsum("nc,cf->nf", x, self.w) + self.b
        return self.y

    def backward(self, dy: Any) -> Any:
        x = self.seen[-1]
        self.dw = sum(np.outer(row, of_row) for row, of_row in zip(x, dy, strict=True))
        self.db = np.add.reduce(dy)
        self.dx = (self.w @ dy.T).T
        return self.dx


@pytest.mark.parametrize("seed", ["0", "1", "77"])
@pytest.mark.parametrize(
    ("check", "answer"),
    [
        (layers.check_dense, Dense),
        (layers.check_dense, Generous),
        (layers.check_conv_forward, Conv2D),
        (layers.check_conv_forward, WindowsKept),
        (layers.check_conv_weights, Conv2D),
        (layers.check_conv_weights, WindowsKept),
        (layers.check_conv_input, Conv2D),
        (layers.check_conv_input, WindowsKept),
        (layers.check_pool_forward, MaxPool2D),
        (layers.check_pool_forward, WinnersKept),
        (layers.check_pool_backward, MaxPool2D),
        (layers.check_pool_backward, WinnersKept),
    ],
)
def test_whole_classes_pass(
    check: Callable[[Any], None],
    answer: type,
    seed: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CNN_COURSE_SEED", seed)
    check(answer)


def test_what_backward_returns_does_not_matter_for_the_weights() -> None:
    class HalfDone(Conv2D):
        def backward(self, dy: Any) -> None:
            super().backward(dy)

    layers.check_conv_weights(HalfDone)
    assert "is a return missing?" in said(layers.check_conv_input, HalfDone)


# Wrong in a way that no list has.


def with_forward(base: type, forward: Callable[..., Any]) -> type:
    return type(base.__name__, (base,), {"forward": forward})


def with_backward(base: type, backward: Callable[..., Any]) -> type:
    return type(base.__name__, (base,), {"backward": backward})


def method_stub(name: str) -> Callable[..., Any]:
    """Return a method of that name, as it stands in the notebook."""

    class Stub:
        def forward(self, x: Any) -> Any:
            raise NotImplementedError()

        def backward(self, dy: Any) -> Any:
            raise NotImplementedError()

    return getattr(Stub, name)


def keeps_the_first_x(self: Any, x: Any) -> Any:
    self.x = getattr(self, "x", x)
    return x @ self.w + self.b


def turns_w_into_a_matrix(self: Any, x: Any) -> Any:
    kh, kw, _, f = self.w.shape
    columns = im2col(x, (kh, kw), self.stride, self.padding)
    self.w = self.w.reshape(-1, f)
    return columns @ self.w


def wipes_dy(self: Any, dy: Any) -> Any:
    dx = Dense.backward(self, dy)
    dy[:] = 0
    return dx


def trains(self: Any, dy: Any) -> Any:
    dx = Dense.backward(self, dy)
    self.w -= self.dw * self.w.dtype.type(0.5)
    return dx


def keeps_in_the_class(self: Any, *settings: Any) -> None:
    kind = type(self)
    if len(settings) == 4:
        kind.w, kind.b, kind.stride, kind.padding = settings
    else:
        kind.window, kind.stride = settings


def keeps_x_in_the_class(self: Any, x: Any) -> Any:
    type(self).x = x
    return x @ self.w + self.b


@pytest.mark.parametrize("seed", ["0", "1", "77"])
@pytest.mark.parametrize(
    ("check", "answer"),
    [
        (layers.check_dense, with_forward(Dense, keeps_x_in_the_class)),
        (
            layers.check_conv_forward,
            type("Conv2D", (Conv2D,), {"__init__": keeps_in_the_class}),
        ),
        (
            layers.check_pool_forward,
            type("MaxPool2D", (MaxPool2D,), {"__init__": keeps_in_the_class}),
        ),
    ],
)
def test_what_layers_share_is_found_out(
    check: Callable[[Any], None],
    answer: type,
    seed: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CNN_COURSE_SEED", seed)
    assert "Another layer of the class, used in between" in said(check, answer)


def exchanges_the_kernel(self: Any, dy: Any) -> Any:
    f = dy.shape[3]
    columns = dy.reshape(-1, f) @ self.w.reshape(-1, f).T
    kernel = self.w.shape[1::-1]
    return col2im(columns, self.x.shape, kernel, self.stride, self.padding)


@pytest.mark.parametrize(
    ("check", "answer", "says"),
    [
        (layers.check_dense, type("Dense", (), {}), "takes no arguments"),
        (
            layers.check_dense,
            with_forward(Dense, keeps_the_first_x),
            "earlier batch. forward must keep its x in every call",
        ),
        (
            layers.check_dense,
            with_forward(Dense, lambda self, x: x @ self.w + self.b),
            "has no attribute 'x'",
        ),
        (
            layers.check_dense,
            with_backward(Dense, lambda self, dy: dy @ self.w.T),
            "Set self.dw and self.db.",
        ),
        (
            layers.check_dense,
            with_backward(Dense, lambda self, dy: (dy, dy)),
            "has no attribute 'dw'",
        ),
        (layers.check_dense, with_backward(Dense, wipes_dy), "changes the array"),
        (layers.check_dense, with_backward(Dense, trains), "changes the array"),
        (
            layers.check_dense,
            with_forward(
                Dense, lambda self, x: Dense.forward(self, x).astype(np.float64)
            ),
            "dtype is float64 and float32 is wanted",
        ),
        (
            layers.check_conv_forward,
            with_forward(Conv2D, turns_w_into_a_matrix),
            "not enough values to unpack",
        ),
        (
            layers.check_conv_input,
            with_backward(Conv2D, exchanges_the_kernel),
            "columns must have the unrolled images's shape",
        ),
        (
            layers.check_conv_input,
            with_backward(Conv2D, lambda self, dy: self.x),
            "differ",
        ),
        (
            layers.check_pool_forward,
            with_forward(
                MaxPool2D, lambda self, x: MaxPool2D.forward(self, x).tolist()
            ),
            "they come as a list",
        ),
        (
            layers.check_pool_backward,
            with_backward(MaxPool2D, lambda self, dy: dy),
            "The result has shape",
        ),
    ],
)
def test_other_wrong_classes_get_a_sentence(
    check: Callable[[Any], None], answer: type, says: str
) -> None:
    assert says in said(check, answer)


CHECKS = [
    (layers.check_dense, Dense, "Dense"),
    (layers.check_conv_forward, Conv2D, "Conv2D"),
    (layers.check_conv_weights, Conv2D, "Conv2D"),
    (layers.check_conv_input, Conv2D, "Conv2D"),
    (layers.check_pool_forward, MaxPool2D, "MaxPool2D"),
    (layers.check_pool_backward, MaxPool2D, "MaxPool2D"),
]


BACKWARD_CHECKS = [
    layers.check_conv_weights,
    layers.check_conv_input,
    layers.check_pool_backward,
]


@pytest.mark.parametrize(("check", "right", "name"), CHECKS)
@pytest.mark.parametrize("answer", [None, ..., "Dense", np.ones(3)], ids=range(4))
def test_what_is_no_class_is_refused(
    check: Callable[[Any], None], right: type, name: str, answer: Any
) -> None:
    assert said(check, answer).startswith(f"{name} is ")
    assert said(check, answer).endswith("but it must be a class.")


@pytest.mark.parametrize(("check", "right", "name"), CHECKS)
def test_an_object_in_the_place_of_its_class_is_refused(
    check: Callable[[Any], None], right: type, name: str
) -> None:
    arguments = range(4 if right is Conv2D else 2)
    assert "must be a class" in said(check, right(*arguments))


@pytest.mark.parametrize(("check", "right", "name"), CHECKS)
def test_a_forward_that_is_not_written_is_told(
    check: Callable[[Any], None], right: type, name: str
) -> None:
    text = said(check, with_forward(right, method_stub("forward")))
    of_backward = check in BACKWARD_CHECKS
    words = "calls forward, which is not written" if of_backward else "replace `raise"
    assert words in text


@pytest.mark.parametrize("check", BACKWARD_CHECKS)
def test_a_backward_that_is_not_written_is_told(check: Callable[[Any], None]) -> None:
    right = MaxPool2D if check is layers.check_pool_backward else Conv2D
    text = said(check, with_backward(right, method_stub("backward")))
    assert "is not written yet: replace `raise NotImplementedError()`" in text


def test_half_of_a_dense_layer_is_told_so() -> None:
    text = said(layers.check_dense, with_backward(Dense, method_stub("backward")))
    assert "forward is right. Now write backward." in text


def test_the_case_says_which_result_is_shown() -> None:
    def dw_is_twice_as_large(self: Any, dy: Any) -> Any:
        dx = Dense.backward(self, dy)
        self.dw = 2 * self.dw
        return dx

    text = said(layers.check_dense, with_backward(Dense, dw_is_twice_as_large))
    assert "3 of 6 numbers differ" in text  # the other factor is 0
    assert "The case: dw for one row, three inputs, two outputs." in text
    assert "wanted: 'dw'" in text


# The layer that part 7 is checked with


@pytest.fixture(scope="module")
def given() -> dict[str, Any]:
    """What the locked cells define."""
    names: dict[str, Any] = {"np": np}
    for cell in build.build(NOTEBOOK).cells:
        if cell.id.startswith("given") and cell.source.startswith("class "):
            exec(cell.source, names)
    return names


class TestPairs:
    X = np.array([[0.5, -1.0, 2.0, 0.25], [1.0, 0.75, -0.5, 1.5]])
    DY = np.array([[1.0, -2.0, 0.5], [3.0, 1.0, -1.0]])

    def test_it_is_the_layer_of_the_target(self, given: dict[str, Any]) -> None:
        pairs = given["Pairs"](layers_numerical.FACTOR)
        assert f"pairs = Pairs({layers_numerical.FACTOR})" in TEXT
        assert np.sum(pairs.forward(self.X) * self.DY) == pytest.approx(
            layers_numerical.loss(self.X, self.DY)
        )

    def test_its_gradients_are_right(self, given: dict[str, Any]) -> None:
        pairs = given["Pairs"](0.5)
        pairs.forward(self.X)
        dx = pairs.backward(self.DY)
        measured = layers_numerical.numerical_dx(self.X, self.DY, 1e-5)
        assert gradcheck.relative_error(dx, measured) < 1e-8
        assert pairs.da == pytest.approx(
            layers_numerical.loss(self.X, self.DY) / layers_numerical.FACTOR
        )

    def test_the_example_in_the_text(self, given: dict[str, Any]) -> None:
        pairs = given["Pairs"](0.5)
        assert pairs.forward(np.array([1.0, 2, 0])).tolist() == [13.5, 4]
        assert pairs.backward(np.array([1.0, 10])).tolist() == [13.5, 73.5, 60]
        assert pairs.da == 107
        assert "y is 13.5 4." in TEXT
        assert "= 107, and dx is 13.5 73.5 60." in TEXT

    def test_a_gradient_taken_from_backward_is_found_out(
        self, given: dict[str, Any]
    ) -> None:
        def numerical_dx(layer: Any, x: Any, dy: Any, eps: float) -> Any:
            layer.forward(x)
            return layer.backward(dy)

        text = said(layers.check_numerical_dx, numerical_dx, given["Pairs"](0.5))
        assert "Is nothing taken from backward?" in text

    def test_an_x_that_is_left_changed_is_objected_to(
        self, given: dict[str, Any]
    ) -> None:
        def numerical_dx(layer: Any, x: Any, dy: Any, eps: float) -> Any:
            right = layers_numerical.numerical_dx(x, dy, eps)
            x += 1e-9
            return right

        text = said(layers.check_numerical_dx, numerical_dx, given["Pairs"](0.5))
        assert "changes the array" in text

    @pytest.mark.parametrize("pairs", [None, ..., 0.5])
    def test_without_the_layer_there_is_an_error_to_read(self, pairs: Any) -> None:
        def numerical_dx(layer: Any, x: Any, dy: Any, eps: float) -> Any:
            return layer.forward(x)

        text = said(layers.check_numerical_dx, numerical_dx, pairs)
        assert "has no attribute 'forward'" in text


# What the text says


class TestText:
    def test_the_example_of_part_1(self) -> None:
        x = np.array([5.0, 1, 4]).reshape(1, 1, 3, 1)
        w, dy = np.array([2.0, 3]).reshape(1, 2, 1, 1), np.array([10.0, 1])
        dx, dw, db = conv2d_backward(dy.reshape(1, 1, 2, 1), x, w)
        assert conv2d(x, w).ravel().tolist() == [13, 14]
        assert (dw.ravel()[0], db[0], dx.ravel()[1]) == (51, 11, 32)
        for sum_ in ("= 13 and", "= 14.", "= 51.", "= 11.", "= 32."):
            assert sum_ in TEXT

    def test_the_example_of_dense(self) -> None:
        layer = Dense(np.array([[3.0, 0], [1, 4]]), np.array([10.0, 20]))
        assert layer.forward(np.array([[1.0, 2]])).tolist() == [[15, 28]]
        dx = layer.backward(np.array([[1.0, 2]]))
        assert "y is [[15, 28]]" in TEXT
        shown = (layer.dw, layer.db, dx)
        assert "dw is {}, db is {}, and dx is {}.".format(
            *(array.astype(int).tolist() for array in shown)
        ) in (TEXT)

    def test_the_example_of_the_convolution(self) -> None:
        x = np.array([5.0, 1, 4]).reshape(1, 1, 3, 1)
        w = np.array([2.0, 3]).reshape(1, 2, 1, 1)
        y = conv2d(x, w, np.ones(1), padding=(0, 1)).ravel().astype(int)
        assert f"make the row {' '.join(map(str, y))}." in TEXT

    def test_the_example_of_pooling(self) -> None:
        x = np.array([[1.0, 5, 5], [2, 0, 3]]).reshape(1, 2, 3, 1)
        dy = np.array([10.0, 1]).reshape(1, 1, 2, 1)
        dx = pool.max_pool2d_backward(dy, x, 2, 1)[0, :, :, 0].astype(int).tolist()
        assert dx == [[0, 11, 0], [0, 0, 0]]
        assert "dx is 0 11 0 / 0 0 0." in TEXT

    def test_the_example_of_small_changes(self) -> None:
        above, here, below = (x**3 for x in (2.1, 2, 1.9))
        assert (
            f"({above:.3f} − {below:.3f}) / 0.2 = {(above - below) / 0.2:.2f}" in TEXT
        )
        assert f"({above:.3f} − {here}) / 0.1 = {(above - here) / 0.1:.2f}" in TEXT


def test_what_the_locked_cells_open_holds_no_answer(tmp_path: Path) -> None:
    cells = [
        cell.source
        for cell in build.build(NOTEBOOK).cells
        if cell.cell_type == "code" and cell.id.startswith("given")
    ]
    view.make(tmp_path / "view", cells)
    course = tmp_path / "view" / "course" / "cnn_course"
    texts = {
        path.stem: path.read_text(encoding="utf-8") for path in course.glob("*.py")
    }
    opened = {
        name for name, text in texts.items() if "Closed while your work" not in text
    }
    assert opened == {
        "__init__",
        *("arrays", "datasets", "filters", "im2col", "shapes", "visualize"),
    }
    assert {"conv", "conv_gradients", "pool", "layers", "gradcheck"} <= set(texts)


def test_the_notebook_shows_the_numbers_of_part_1() -> None:
    cells = [cell.source for cell in build.build(NOTEBOOK).cells]
    shown = view._shown(layers, "checks", list(view.parsed(cells)))
    assert shown.keys() == {"IMAGE", "KERNEL", "DY"}
