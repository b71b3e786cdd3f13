"""Assignment 3, padding and stride: its targets and the ways to miss them."""

import math

import numpy as np
from numpy.typing import NDArray

from cnn_course import conv, shapes
from cnn_course.checks.core import Mistake
from cnn_course.checks.mistakes.filters import unfinished

PairOfInts = tuple[int, int]

# Part 2: the size of the answer: n pixels, window k, stride s, padding p

SIZE_MISTAKES = (
    Mistake(
        "The + 1 is missing: the first place counts too.",
        lambda n, k, s=1, p=0: (n + 2 * p - k) // s,
    ),
    Mistake(
        "The padding stands on both sides: it counts twice.",
        lambda n, k, s=1, p=0: (n + p - k) // s + 1,
    ),
    Mistake("The padding is ignored.", lambda n, k, s=1, p=0: (n - k) // s + 1),
    Mistake("The stride is ignored.", lambda n, k, s=1, p=0: n + 2 * p - k + 1),
    Mistake(
        "You round up. A window that does not fit entirely is left out: round down.",
        lambda n, k, s=1, p=0: math.ceil((n + 2 * p - k) / s) + 1,
    ),
    Mistake(
        "You round to the nearest. A window that does not fit entirely is left out: round down.",
        lambda n, k, s=1, p=0: math.floor((n + 2 * p - k) / s + 1.5),
    ),
    Mistake(
        "The result has decimals. A number of places is whole: divide with `//`.",
        lambda n, k, s=1, p=0: (n + 2 * p - k) / s + 1,
    ),
    Mistake(
        "The + 1 is divided too: it comes after the division.",
        lambda n, k, s=1, p=0: (n + 2 * p - k + 1) // s,
    ),
    Mistake("The window is ignored.", lambda n, k, s=1, p=0: (n + 2 * p) // s),
    Mistake(
        "The division comes too early: subtract the window first.",
        lambda n, k, s=1, p=0: (n + 2 * p) // s - k + 1,
    ),
    Mistake(
        "The padding is subtracted.", lambda n, k, s=1, p=0: (n - 2 * p - k) // s + 1
    ),
    Mistake(
        "Brackets: `//` comes before + and −, so only the window was divided.",
        lambda n, k, s=1, p=0: n + 2 * p - k // s + 1,
    ),
    Mistake(
        "The padding is added after the division: it makes the image larger, before.",
        lambda n, k, s=1, p=0: (n - k) // s + 1 + 2 * p,
    ),
    Mistake("It is one too large.", lambda n, k, s=1, p=0: (n + 2 * p - k) // s + 2),
    Mistake(
        "The window is added; it must be subtracted.",
        lambda n, k, s=1, p=0: (n + 2 * p + k) // s + 1,
    ),
)

# Part 3: the frame of zeros


def pad(image: NDArray, padding: PairOfInts) -> NDArray:
    """Surround an image (H, W) by (height, width) zeros on each side: the target of part 3."""
    ph, pw = padding
    return np.pad(image, ((ph, ph), (pw, pw)))


def _pad_cropped(image: NDArray, padding: PairOfInts) -> NDArray:
    ph, pw = padding
    y = np.zeros((image.shape[0] + 2 * ph, image.shape[1] + 2 * pw), dtype=image.dtype)
    y[ph:-ph, pw:-pw] = image
    return y


PAD_MISTAKES = (
    Mistake(
        "The zeros stand only after the image, below and to the right. They belong on both sides.",
        lambda image, p: np.pad(image, ((0, p[0]), (0, p[1]))),
    ),
    Mistake(
        "The zeros stand only before the image, above and to the left. They belong on both sides.",
        lambda image, p: np.pad(image, ((p[0], 0), (p[1], 0))),
    ),
    Mistake(
        "The frame has the right size, but the image lies in its top left corner.",
        lambda image, p: np.pad(image, ((0, 2 * p[0]), (0, 2 * p[1]))),
    ),
    Mistake(
        "Height and width of the padding are exchanged.",
        lambda image, p: pad(image, (p[1], p[0])),
    ),
    Mistake(
        "The padding for the height is used for the width too.",
        lambda image, p: pad(image, (p[0], p[0])),
    ),
    Mistake("Only the height is padded.", lambda image, p: pad(image, (p[0], 0))),
    Mistake("Only the width is padded.", lambda image, p: pad(image, (0, p[1]))),
    Mistake(
        "A padding of 0 goes wrong: `y[p:-p]` with p = 0 is empty. Write `y[p : p + height]`.",
        _pad_cropped,
    ),
    Mistake(
        "The frame holds ones, and zeros are wanted.",
        lambda image, p: np.pad(image, ((p[0],) * 2, (p[1],) * 2), constant_values=1),
    ),
    Mistake(
        "The frame repeats the border, and zeros are wanted.",
        lambda image, p: np.pad(image, ((p[0],) * 2, (p[1],) * 2), mode="edge"),
    ),
    Mistake(
        "The frame is twice as wide.", lambda image, p: pad(image, (2 * p[0], 2 * p[1]))
    ),
    Mistake("The image is not padded.", lambda image, p: image.copy()),
    Mistake(
        "The numbers are cut to whole ones: give the new array the image's dtype.",
        lambda image, p: pad(image, p).astype(int),
    ),
    Mistake(
        "The image is gone: only zeros are left.",
        lambda image, p: np.zeros_like(pad(image, p)),
    ),
)

# Part 4: "same"


def same_padding(k: int) -> PairOfInts:
    """Return the zeros before and after that keep the size at stride 1: the target of part 4."""
    return shapes.same_padding(100, k)


SAME_MISTAKES = (
    Mistake(
        "For an even window both sides get too little: before + after must be k − 1.",
        lambda k: ((k - 1) // 2, (k - 1) // 2),
    ),
    Mistake(
        "Before stands one zero too many: before + after must be k − 1, not k.",
        lambda k: ((k + 1) // 2, k // 2),
    ),
    Mistake(
        "Both sides get k // 2: for an even window that is one too many.",
        lambda k: (k // 2, k // 2),
    ),
    Mistake(
        "The extra zero of an even window goes after, not before.",
        lambda k: (k // 2, (k - 1) // 2),
    ),
    Mistake("Each side gets the zeros of both.", lambda k: (k - 1, k - 1)),
    Mistake("All zeros stand before.", lambda k: (k - 1, 0)),
    Mistake("All zeros stand after.", lambda k: (0, k - 1)),
    Mistake(
        "This is the total of both sides; return the two numbers (before, after).",
        lambda k: k - 1,
    ),
    Mistake(
        "Half zeros do not exist: both numbers must be whole.",
        lambda k: ((k - 1) / 2, (k - 1) / 2),
    ),
    Mistake(
        "An odd window gets one zero too many: before + after must be k − 1.",
        lambda k: ((k - 1) // 2, (k - 1) // 2 + 1),
    ),
    Mistake(
        "There is one zero too many: before + after must be k − 1, not k.",
        lambda k: (k // 2, k - k // 2),
    ),
    Mistake(
        "Both sides get one more than they need.",
        lambda k: ((k + 1) // 2, (k + 1) // 2),
    ),
    Mistake("This fits a window of 3 only.", lambda k: (1, 1)),
    Mistake("Without zeros the answer shrinks.", lambda k: (0, 0)),
    Mistake("Both sides get as many zeros as the window has pixels.", lambda k: (k, k)),
)

# Part 6: all of it


def conv2d(
    image: NDArray, kernel: NDArray, stride: PairOfInts, padding: PairOfInts
) -> NDArray:
    """Convolve one grey image (H, W) by one kernel (KH, KW): the target of part 6."""
    x, w = image[np.newaxis, :, :, np.newaxis], kernel[:, :, np.newaxis, np.newaxis]
    return conv.conv2d(x, w, stride=stride, padding=padding)[0, :, :, 0]


def _pad_after(
    image: NDArray, kernel: NDArray, s: PairOfInts, p: PairOfInts
) -> NDArray:
    return pad(conv2d(image, kernel, s, (0, 0)), p)


def _stride_one_step(
    image: NDArray, kernel: NDArray, s: PairOfInts, p: PairOfInts
) -> NDArray:
    y = conv2d(image, kernel, s, p)
    dense = conv2d(image, kernel, (1, 1), p)
    return np.ascontiguousarray(dense[: y.shape[0], : y.shape[1]])


CONV_MISTAKES = (
    Mistake("The stride is ignored.", lambda x, w, s, p: conv2d(x, w, (1, 1), p)),
    Mistake(
        "The answer has the right size, but its windows are one pixel apart: the stride belongs into "
        "the place of the window as well.",
        _stride_one_step,
    ),
    Mistake(
        "The stride is exchanged: it is (height, width).",
        lambda x, w, s, p: conv2d(x, w, s[::-1], p),
    ),
    Mistake(
        "The stride for the height is used for the width too.",
        lambda x, w, s, p: conv2d(x, w, (s[0], s[0]), p),
    ),
    Mistake("The padding is ignored.", lambda x, w, s, p: conv2d(x, w, s, (0, 0))),
    Mistake(
        "The padding is exchanged: it is (height, width).",
        lambda x, w, s, p: conv2d(x, w, s, p[::-1]),
    ),
    Mistake(
        "The padding for the height is used for the width too.",
        lambda x, w, s, p: conv2d(x, w, s, (p[0], p[0])),
    ),
    Mistake(
        "The zeros are put around the answer. They belong around the image.", _pad_after
    ),
    Mistake(
        "The zeros stand on one side only, above and to the left.",
        lambda x, w, s, p: conv2d(np.pad(x, ((p[0], 0), (p[1], 0))), w, s, (0, 0)),
    ),
    Mistake(
        "The zeros stand on one side only, below and to the right.",
        lambda x, w, s, p: conv2d(np.pad(x, ((0, p[0]), (0, p[1]))), w, s, (0, 0)),
    ),
    Mistake(
        "The border is repeated as padding, and zeros are wanted.",
        lambda x, w, s, p: conv2d(
            np.pad(x, ((p[0],) * 2, (p[1],) * 2), mode="edge"), w, s, (0, 0)
        ),
    ),
    Mistake(
        "The kernel is turned by 180 degrees.",
        lambda x, w, s, p: conv2d(x, w[::-1, ::-1], s, p),
    ),
    Mistake("The kernel is transposed.", lambda x, w, s, p: conv2d(x, w.T, s, p)),
    Mistake(
        "You take the mean of the products; the sum is wanted.",
        lambda x, w, s, p: conv2d(x, w, s, p) / np.float32(w.size),
    ),
    Mistake(
        "The answers are cut to whole numbers: give the new array the image's dtype.",
        lambda x, w, s, p: conv2d(x, w, s, p).astype(int),
    ),
    *unfinished(conv2d),
    Mistake(
        "The answer has its height and width swapped.",
        lambda x, w, s, p: conv2d(x, w, s, p).T.copy(),
    ),
)
