"""Assignment 8, part 4: one step of Adam.

Letters: weights w, their gradient dw, the running means m of dw and v of its square, step number t, rate lr.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Mistake
from cnn_course.checks.mistakes.layers_dense import but
from cnn_course.optimizers import Adam

Function = Callable[..., Any]
RESULTS = ("w", "m", "v")


def adam_step(  # noqa: PLR0917 -- students see a case by these names
    w: NDArray, dw: NDArray, m: NDArray, v: NDArray, t: int, lr: float, wanted: str
) -> NDArray:
    """Return the new w, m or v: the target."""
    adam = Adam(lr)
    adam.steps = t - 1
    adam.memory = {("mean", "w"): m.copy(), ("squares", "w"): v.copy()}
    new = {"w": w.copy()}
    adam.step(new, {"w": dw})
    new |= {"m": adam.memory["mean", "w"], "v": adam.memory["squares", "w"]}
    return new[wanted]


def _other(
    means: Function | None = None,
    *,
    b1: float = 0.9,
    b2: float = 0.999,
    correct_m: Function = lambda m, t: m / (1 - 0.9**t),
    correct_v: Function = lambda v, t: v / (1 - 0.999**t),
    change: Function = lambda m, v, dw: m / (np.sqrt(v) + 1e-7),
) -> Function:
    """Return Adam with another part: how the means grow, are corrected, and become a change of w."""

    def grow(dw: NDArray, m: NDArray, v: NDArray) -> tuple[NDArray, NDArray]:
        return b1 * m + (1 - b1) * dw, b2 * v + (1 - b2) * dw**2

    def step(w: NDArray, dw: NDArray, m: NDArray, v: NDArray, *given: Any) -> NDArray:
        t, lr, wanted = given
        new_m, new_v = (means or grow)(dw, m, v)
        if wanted != "w":
            return new_m if wanted == "m" else new_v
        return w - lr * change(correct_m(new_m, t), correct_v(new_v, t), dw)

    return step


def _with_small(number: float) -> Mistake:
    return Mistake(
        "The small number is another one than 0.0000001, which is 1e-7.",
        _other(change=lambda m, v, dw: m / (np.sqrt(v) + number)),
    )


def _same(mean: NDArray, _: int) -> NDArray:
    return mean


def _corrected(name: str, b: float) -> Function:
    """Return the running mean after its correction, which is not to be kept."""
    return lambda *given: adam_step(*given, name) / (1 - b ** given[4])


def _old_means(w: NDArray, dw: NDArray, m: NDArray, v: NDArray, *given: Any) -> NDArray:
    t, lr = given
    return w - lr * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-7)


def _root_first(w: NDArray, *given: Any) -> NDArray:
    m, v = (adam_step(w, *given, name) for name in ("m", "v"))
    t, lr = given[3:]
    return w - lr * m / (1 - 0.9**t) / (np.sqrt(v) / (1 - 0.999**t) + 1e-7)


def _exchanged(*places: str) -> Function:
    """Return a step that gives its results in another order."""
    order = dict(zip(RESULTS, places, strict=True))
    return lambda *given: adam_step(*given[:-1], order[given[-1]])


ADAM_MISTAKES = (
    Mistake(
        "The correction is missing. m and v begin at zero and are too small in the first steps: "
        "divide by 1 − 0.9**t and 1 − 0.999**t.",
        _other(correct_m=_same, correct_v=_same),
    ),
    Mistake("v is not corrected: divide it by 1 − 0.999**t.", _other(correct_v=_same)),
    Mistake("m is not corrected: divide it by 1 − 0.9**t.", _other(correct_m=_same)),
    Mistake(
        "0.9 and 0.999 are exchanged: m has 0.9, and v has 0.999.",
        _other(
            b1=0.999,
            b2=0.9,
            correct_m=lambda m, t: m / (1 - 0.999**t),
            correct_v=lambda v, t: v / (1 - 0.9**t),
        ),
    ),
    Mistake(
        "The shares of old and new are exchanged: 0.9 of the old m stays.",
        _other(b1=0.1, b2=0.001),
    ),
    Mistake(
        "The new gradient counts in full; its shares are 0.1 in m and 0.001 in v.",
        _other(lambda dw, m, v: (0.9 * m + dw, 0.999 * v + dw**2)),
    ),
    Mistake(
        "The new gradient counts in full in m; its share there is 0.1.",
        _other(lambda dw, m, v: (0.9 * m + dw, 0.999 * v + 0.001 * dw**2)),
    ),
    Mistake(
        "v takes in dw; it is the mean of the squares, dw**2.",
        _other(lambda dw, m, v: (0.9 * m + 0.1 * dw, 0.999 * v + 0.001 * dw)),
    ),
    Mistake(
        "v takes in the square of m; it is the mean of the squares of dw.",
        _other(
            lambda dw, m, v: (
                0.9 * m + 0.1 * dw,
                0.999 * v + 0.001 * (0.9 * m + 0.1 * dw) ** 2,
            )
        ),
    ),
    Mistake(
        "The square root of v is missing.",
        _other(change=lambda m, v, dw: m / (v + 1e-7)),
    ),
    Mistake(
        "A gradient of zero gives 0 / 0: the small number under the fraction is missing.",
        _other(change=lambda m, v, dw: m / np.sqrt(v)),
    ),
    Mistake(
        "The small number stands inside of the root; it is added after it.",
        _other(change=lambda m, v, dw: m / np.sqrt(v + np.float32(1e-7))),
    ),
    *map(_with_small, (1e-6, 1e-8)),
    Mistake(
        "The root is taken before the correction: divide v by 1 − 0.999**t, then take the root.",
        but(adam_step, w=_root_first),
    ),
    Mistake(
        "v keeps 0.99 of the old v; 0.999 is wanted.",
        _other(b2=0.99, correct_v=lambda v, t: v / (1 - 0.99**t)),
    ),
    Mistake(
        "w moves up the slope: the change is taken away from w.",
        but(adam_step, w=lambda w, *given: 2 * w - adam_step(w, *given, "w")),
    ),
    Mistake(
        "The powers are of t − 1: count from t = 1, which is given.",
        _other(
            correct_m=lambda m, t: m / np.float32(1 - 0.9 ** (t - 1)),
            correct_v=lambda v, t: v / np.float32(1 - 0.999 ** (t - 1)),
        ),
    ),
    Mistake(
        "The powers are of t + 1: t is 1 in the first step already.",
        _other(
            correct_m=lambda m, t: m / (1 - 0.9 ** (t + 1)),
            correct_v=lambda v, t: v / (1 - 0.999 ** (t + 1)),
        ),
    ),
    Mistake(
        "0.9 is multiplied by t; it is raised to the power of t.",
        _other(
            correct_m=lambda m, t: m / (1 - 0.9 * t),
            correct_v=lambda v, t: v / (1 - 0.999 * t),
        ),
    ),
    Mistake(
        "m and v are multiplied by the correction; divide by it.",
        _other(
            correct_m=lambda m, t: m * (1 - 0.9**t),
            correct_v=lambda v, t: v * (1 - 0.999**t),
        ),
    ),
    Mistake(
        "The corrected m and v are returned. They are for this step only: keep the plain ones.",
        but(adam_step, m=_corrected("m", 0.9), v=_corrected("v", 0.999)),
    ),
    Mistake(
        "w moves by the gradient itself. It moves by m, the mean of many.",
        _other(change=lambda m, v, dw: dw / (np.sqrt(v) + 1e-7)),
    ),
    Mistake(
        "w moves by the learning rate times the gradient: that is plain gradient descent.",
        but(adam_step, w=lambda w, dw, m, v, t, lr: w - lr * dw),
    ),
    Mistake(
        "w moves by the learning rate times m: the division by the root of v is missing.",
        _other(change=lambda m, v, dw: m),
    ),
    Mistake(
        "The learning rate is always 0.001: use the one that is given.",
        lambda w, dw, m, v, t, _, wanted: adam_step(w, dw, m, v, t, 0.001, wanted),
    ),
    Mistake(
        "The learning rate is ignored: the change is multiplied by it.",
        lambda w, dw, m, v, t, _, wanted: adam_step(w, dw, m, v, t, 1.0, wanted),
    ),
    Mistake(
        "w moves by the old m and v. First bring both up to date, then move.",
        but(adam_step, w=_old_means),
    ),
    Mistake(
        "m and v come back as they were: they must take in the new gradient.",
        but(
            adam_step,
            m=lambda w, dw, m, v, t, lr: m.copy(),
            v=lambda w, dw, m, v, t, lr: v.copy(),
        ),
    ),
    Mistake("w comes back as it was.", but(adam_step, w=lambda w, *_: w.copy())),
    Mistake(
        "The change is returned; the new w is wanted, w minus the change.",
        but(adam_step, w=lambda w, *given: w - adam_step(w, *given, "w")),
    ),
    Mistake("The order is m, v, w; return w, m, v.", _exchanged("m", "v", "w")),
    Mistake("m and v are exchanged: return w, m, v.", _exchanged("w", "v", "m")),
    Mistake(
        "Only w is returned: the next step needs m and v too.",
        _exchanged("w", "w", "w"),
    ),
)
