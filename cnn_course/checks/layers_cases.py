"""What the checks of assignment 7 draw, each with what is special about it: the easiest first."""

import numpy as np

from cnn_course.checks.core import Case, floats, random
from cnn_course.shapes import conv_output_shape, pool_output_shape


def _for_each(results: tuple[str, ...], cases: list[Case]) -> list[Case]:
    """Return all cases for the first result that is wanted, then for the next one."""
    return [
        Case(f"{wanted} for {case.what}", (*case.arguments, wanted))
        for wanted in results
        for case in cases
    ]


def dense_cases() -> list[Case]:
    """Draw x, w, b and dy of a dense layer, for each of its four results."""
    rng = random()
    rows = [
        ("one row, three inputs, two outputs", (1, 3, 2), np.float32),
        ("two rows, four inputs, three outputs", (2, 4, 3), np.float32),
        ("five rows, two inputs, four outputs", (5, 2, 4), np.float32),
        ("four rows, three inputs, one output", (4, 3, 1), np.float32),
        ("float64", (3, 5, 2), np.float64),
    ]
    cases = []
    for what, (n, c, f), dtype in rows:
        shapes = (n, c), (c, f), (f,), (n, f)
        arrays = tuple(floats(rng, *shape, dtype=dtype) for shape in shapes)
        cases.append(Case(what, arrays))
    return _for_each(("y", "dw", "db", "dx"), cases)


CONV_ROWS = [
    ("one image, one channel, one filter", (1, 3, 4, 1), (2, 2, 1, 1), (1, 1), (0, 0)),
    (
        "one image, two channels, three filters",
        (1, 4, 5, 2),
        (3, 2, 2, 3),
        (1, 1),
        (0, 0),
    ),
    ("two images", (2, 5, 7, 3), (2, 4, 3, 4), (1, 1), (0, 0)),
    ("padding 1", (2, 3, 4, 2), (3, 2, 2, 3), (1, 1), (1, 1)),
    ("stride 2", (3, 7, 9, 1), (2, 3, 1, 2), (2, 2), (0, 0)),
    (
        "stride 2 down and 1 across, padding 0 by 2",
        (2, 6, 5, 3),
        (3, 2, 3, 4),
        (2, 1),
        (0, 2),
    ),
    (
        "stride 1 down and 3 across, padding 2 by 1, windows that do not fit",
        (3, 4, 6, 2),
        (2, 4, 2, 1),
        (1, 3),
        (2, 1),
    ),
]


def conv_cases(backwards: bool, wanted: tuple[str, ...] = ()) -> list[Case]:
    """Draw x, w and b, with dy for the way back, and repeat the cases for each result that is wanted."""
    rng = random()
    last = ("float64", (2, 5, 4, 2), (3, 2, 2, 3), (2, 1), (1, 0))
    cases = []
    for row in [*CONV_ROWS, last]:
        what, x_shape, w_shape, stride, padding = row
        y_shape = conv_output_shape(x_shape, w_shape, stride, padding)
        dtype = np.float64 if row is last else np.float32
        x, w, b, dy = (
            floats(rng, *shape, dtype=dtype)
            for shape in (x_shape, w_shape, w_shape[3:], y_shape)
        )
        given = (x, w, b, stride, padding)
        cases.append(Case(what, (*given, dy) if backwards else given))
    return _for_each(wanted, cases) if wanted else cases


POOL_ROWS = [
    ("one image, one channel, windows that touch", (1, 4, 6, 1), (2, 2), (2, 2)),
    ("windows that overlap, stride 1", (1, 3, 5, 1), (2, 2), (1, 1)),
    ("two images, three channels", (2, 5, 4, 3), (2, 2), (1, 1)),
    ("a window of 3, stride 2, a row left over", (2, 6, 7, 1), (3, 3), (2, 2)),
    (
        "a window of 2 by 3, stride 1 down and 2 across",
        (3, 4, 8, 2),
        (2, 3),
        (1, 2),
    ),
    ("a window of 3 by 1, stride 2 down and 1 across", (2, 7, 3, 4), (3, 1), (2, 1)),
    (
        "a window of 1 by 2, stride 2 down and 3 across, a column left over",
        (1, 5, 6, 2),
        (1, 2),
        (2, 3),
    ),
]


def pool_cases(backwards: bool) -> list[Case]:
    """Draw x, window and stride, with dy for the way back; ties and negative numbers included."""
    rng = random()
    drawn = [(*row, floats(rng, *row[1])) for row in POOL_ROWS]
    negative = -np.abs(floats(rng, 2, 5, 6, 2)) - np.float32(0.5)
    drawn.append(("only negative numbers", negative.shape, (3, 2), (2, 1), negative))
    few = rng.integers(-1, 2, size=(2, 5, 7, 3)).astype(np.float32) / 2
    drawn.append(("many equal numbers", few.shape, (2, 3), (1, 2), few))
    equal = np.full((3, 4, 5, 2), -1.5, dtype=np.float32)
    drawn.append(("all numbers equal", equal.shape, (2, 3), (1, 1), equal))
    wide = floats(rng, 2, 6, 4, 3, dtype=np.float64)
    drawn.append(("float64", wide.shape, (3, 2), (1, 1), wide))
    cases = []
    for what, shape, window, stride, x in drawn:
        given = (x, window, stride)
        if backwards:
            y_shape = pool_output_shape(shape, window, stride)
            given = (*given, floats(rng, *y_shape, dtype=x.dtype))
        cases.append(Case(what, given))
    return cases


def numerical_cases() -> list[Case]:
    """Draw x, dy and eps, with one axis and with more."""
    rng = random()
    rows = [
        ("one row, eps = 0.5", (1, 3), 0.5),
        ("two rows, eps = 0.1", (2, 4), 0.1),
        ("one axis, eps = 0.1", (5,), 0.1),
        ("three rows, eps = 0.02", (3, 2), 0.02),
        ("four axes, eps = 0.1", (2, 1, 3, 4), 0.1),
    ]
    cases = []
    for what, shape, eps in rows:
        x = rng.integers(-15, 16, size=shape) / 10
        dy = floats(rng, *shape[:-1], shape[-1] - 1, dtype=np.float64)
        cases.append(Case(what, (x, dy, eps)))
    return cases
