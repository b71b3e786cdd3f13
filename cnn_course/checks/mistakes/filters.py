"""Assignment 1, filters by hand: its targets and the ways to miss them."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnn_course import filters
from cnn_course.checks.core import Mistake
from cnn_course.conv import correlate2d


def _window_by_window(
    image: NDArray,
    kernel: NDArray,
    at_window: Callable[[NDArray, NDArray], Any],
    less: int = 0,
) -> NDArray:
    kh, kw = kernel.shape
    rows, columns = image.shape[0] - kh + 1 - less, image.shape[1] - kw + 1 - less
    y = np.zeros((rows, columns), dtype=image.dtype)
    for i, j in np.ndindex(y.shape):
        y[i, j] = at_window(image[i : i + kh, j : j + kw], kernel)
    return y


def square_only(image: NDArray, kernel: NDArray) -> NDArray:
    """Take the height for the width as well; works on (H, W) and on (H, W, C)."""
    k, size = kernel.shape[0], image.shape[0] - kernel.shape[0] + 1
    y = np.zeros((size, size), dtype=image.dtype)
    for i, j in np.ndindex(y.shape):
        y[i, j] = np.sum(image[i : i + k, j : j + k] * kernel)
    return y


def square_kernel_only(image: NDArray, kernel: NDArray) -> NDArray:
    """Take the kernel's height for its width as well; works on (H, W) and on (H, W, C)."""
    k = kernel.shape[0]
    y = np.zeros((image.shape[0] - k + 1, image.shape[1] - k + 1), dtype=image.dtype)
    for i, j in np.ndindex(y.shape):
        y[i, j] = np.sum(image[i : i + k, j : j + k] * kernel)
    return y


def _always_three(image: NDArray, kernel: NDArray) -> NDArray:
    y = np.zeros((image.shape[0] - 2, image.shape[1] - 2), dtype=image.dtype)
    for i, j in np.ndindex(y.shape):
        y[i, j] = np.sum(image[i : i + 3, j : j + 3] * kernel)
    return y


def _running_sum(image: NDArray, kernel: NDArray) -> NDArray:
    y = correlate2d(image, kernel)
    return np.cumsum(y.ravel(), dtype=y.dtype).reshape(y.shape)


def _same_size(image: NDArray, kernel: NDArray) -> NDArray:
    y, small = np.zeros_like(image), correlate2d(image, kernel)
    y[: small.shape[0], : small.shape[1]] = small
    return y


def _rows_columns_exchanged(image: NDArray, kernel: NDArray) -> NDArray:
    y = np.zeros_like(correlate2d(image, kernel))
    kh, kw = kernel.shape
    for i, j in np.ndindex(y.shape):
        y[i, j] = np.sum(image[j : j + kh, i : i + kw] * kernel)
    return y


def _one_pixel(image: NDArray, kernel: NDArray) -> NDArray:
    y = correlate2d(image, kernel)
    return image[: y.shape[0], : y.shape[1]] * kernel.sum()


def unfinished(convolution: Callable[..., NDArray]) -> tuple[Mistake, ...]:
    """Return the mistakes of loops that end too early, for any function with an answer (OH, OW)."""

    def kept(rows: slice, columns: slice) -> Callable[..., NDArray]:
        def wrong(*arguments: Any) -> NDArray:
            right = convolution(*arguments)
            y = np.zeros_like(right)
            y[rows, columns] = right[rows, columns]
            return y

        return wrong

    return (
        Mistake(
            "Only the first number is filled in: is `return` indented into the inner loop?",
            kept(slice(0, 1), slice(0, 1)),
        ),
        Mistake(
            "Only the first row is filled in: is `return` indented into the outer loop?",
            kept(slice(0, 1), slice(None)),
        ),
        Mistake(
            "The last row and the last column are left at zero: range(n) stops at n − 1.",
            kept(slice(0, -1), slice(0, -1)),
        ),
        Mistake(
            "Negative answers have lost their sign.",
            lambda *arguments: np.abs(convolution(*arguments)),
        ),
    )


FILTER_MISTAKES = (
    Mistake(
        "The kernel is turned by 180 degrees. Lay it on the window as it is.",
        lambda image, kernel: correlate2d(image, kernel[::-1, ::-1]),
    ),
    Mistake(
        "The kernel is transposed: its rows lie where its columns should. Check which index is the row.",
        lambda image, kernel: correlate2d(image, kernel.T),
    ),
    Mistake(
        "The kernel is flipped left to right.",
        lambda im, k: correlate2d(im, k[:, ::-1]),
    ),
    Mistake(
        "The kernel is flipped top to bottom.", lambda im, k: correlate2d(im, k[::-1])
    ),
    Mistake(
        "The last row and the last column of the answer are missing: how many places are there where the "
        "kernel still fits? Count them on a small image.",
        lambda image, kernel: _window_by_window(
            image, kernel, lambda a, b: np.sum(a * b), less=1
        ),
    ),
    Mistake(
        "The answer is transposed: its height and width are swapped.",
        lambda image, kernel: correlate2d(image, kernel).T.copy(),
    ),
    Mistake(
        "This works only for square images. The height of the answer comes from image.shape[0], "
        "its width from image.shape[1].",
        square_only,
    ),
    Mistake(
        "The window is 3 by 3 whatever the kernel. A window has the kernel's height and the kernel's width.",
        _always_three,
    ),
    Mistake(
        "This works only for square kernels. A window has the kernel's height and the kernel's width.",
        square_kernel_only,
    ),
    Mistake(
        "You take the mean of the products; the sum is wanted.",
        lambda image, kernel: _window_by_window(
            image, kernel, lambda a, b: np.mean(a * b)
        ),
    ),
    Mistake(
        "This is a matrix product. Multiply number by number: `*`, not `@`.",
        lambda image, kernel: _window_by_window(
            image, kernel, lambda a, b: np.sum(a @ b)
        ),
    ),
    Mistake(
        "The answers grow from window to window: a running total is not set back to zero for each one.",
        _running_sum,
    ),
    Mistake(
        "The window is added up without the kernel.",
        lambda image, kernel: _window_by_window(image, kernel, lambda a, b: np.sum(a)),
    ),
    Mistake(
        "Only one product is kept for each window: the nine products must be added.",
        lambda image, kernel: _window_by_window(
            image, kernel, lambda a, b: (a * b)[-1, -1]
        ),
    ),
    Mistake(
        "The answer is as large as the image, with zeros where no window fits. Make it only as large as "
        "the number of places.",
        _same_size,
    ),
    Mistake(
        "Negative answers have become zero. A filter's answer has both signs; clipping is a later part.",
        lambda image, kernel: np.maximum(0, correlate2d(image, kernel)),
    ),
    Mistake(
        "The answers are cut to whole numbers: the new array must have the dtype of the image.",
        lambda image, kernel: correlate2d(image, kernel).astype(int),
    ),
    Mistake(
        "Row and column of the window are exchanged: it is image[i : i + KH, j : j + KW].",
        _rows_columns_exchanged,
    ),
    Mistake(
        "The answers grow along each row: a running total is not set back to zero for each window.",
        lambda image, kernel: np.cumsum(correlate2d(image, kernel), axis=1),
    ),
    Mistake(
        "Every product uses the window's top left pixel: the pixel moves with the kernel's number.",
        _one_pixel,
    ),
    *unfinished(correlate2d),
    Mistake(
        "All answers are zero.", lambda image, kernel: 0 * correlate2d(image, kernel)
    ),
)


def to_image(answers: NDArray) -> NDArray[np.uint8]:
    """Round, clip to 0..255 and store in 8 bits: the target of part 3."""
    return np.clip(np.rint(answers), 0, 255).astype(np.uint8)


def _wrapped(answers: NDArray) -> NDArray[np.uint8]:
    return np.rint(answers).astype(np.int64).astype(np.uint8)


IMAGE_MISTAKES = (
    Mistake(
        "Only what is above 255 is cut off. Negative numbers wrap around: −1 becomes 255.",
        lambda a: _wrapped(np.minimum(a, 255)),
    ),
    Mistake(
        "Only negative numbers are cut off. Numbers above 255 wrap around: 256 becomes 0.",
        lambda a: _wrapped(np.maximum(a, 0)),
    ),
    Mistake("Nothing is cut off: −1 becomes 255 and 256 becomes 0.", _wrapped),
    Mistake(
        "Negative numbers have lost their sign; they should become 0.",
        lambda a: to_image(np.abs(a)),
    ),
    Mistake(
        "The numbers are stretched to 0..255. Those that lie inside already must stay as they are.",
        lambda a: to_image((a - a.min()) / np.ptp(a) * 255),
    ),
    Mistake(
        "The decimals are cut off: 7.8 became 7. Round first, with np.rint or np.round.",
        lambda a: np.clip(a, 0, 255).astype(np.uint8),
    ),
    Mistake(
        "The numbers are clipped to 0..1, as if 1 were white.",
        lambda a: to_image(np.clip(a, 0, 1)),
    ),
    Mistake(
        "The largest number is 254: 255 is allowed.",
        lambda a: np.minimum(to_image(a), 254),
    ),
    Mistake(
        "Numbers above 255 became 0 in place of 255.",
        lambda a: to_image(np.where(a > 255, 0, a)),
    ),
    Mistake(
        "Negative numbers became 255 in place of 0.",
        lambda a: to_image(np.where(a < 0, 255, a)),
    ),
    Mistake("White and black are exchanged.", lambda a: 255 - to_image(a)),
    Mistake(
        "The numbers are right, but they are not stored in 8 bits: use astype(np.uint8).",
        lambda a: np.clip(np.rint(a), 0, 255),
    ),
)


def sobel_magnitude(image: NDArray) -> NDArray:
    """Return sqrt(h² + v²) of the two Sobel answers: the target of part 4."""
    h = correlate2d(image, filters.SOBEL_HORIZONTAL.kernel)
    v = correlate2d(image, filters.SOBEL_VERTICAL.kernel)
    return np.sqrt(h**2 + v**2)


def _answers(image: NDArray) -> tuple[NDArray, NDArray]:
    kernels = filters.SOBEL_HORIZONTAL.kernel, filters.SOBEL_VERTICAL.kernel
    return correlate2d(image, kernels[0]), correlate2d(image, kernels[1])


def _combined(
    how: Callable[[NDArray, NDArray], NDArray],
) -> Callable[[NDArray], NDArray]:
    def wrong(image: NDArray) -> NDArray:
        h, v = _answers(image)
        return how(h, v)

    return wrong


def _unsized(image: NDArray) -> NDArray:
    return np.pad(sobel_magnitude(image), 1)


SOBEL_MISTAKES = (
    Mistake("The square root is missing.", _combined(lambda h, v: h**2 + v**2)),
    Mistake(
        "The two answers are added: opposite signs cancel. Square them first.",
        _combined(lambda h, v: h + v),
    ),
    Mistake(
        "This is |h| + |v|, which is too long for slanting edges: the length of an arrow is "
        "sqrt(h² + v²).",
        _combined(lambda h, v: np.abs(h) + np.abs(v)),
    ),
    Mistake(
        "This is the larger of |h| and |v|; both count.",
        _combined(lambda h, v: np.maximum(np.abs(h), np.abs(v))),
    ),
    Mistake(
        "Only the horizontal edges are there: the other kernel is missing.",
        _combined(lambda h, v: np.abs(h)),
    ),
    Mistake(
        "Only the vertical edges are there: the other kernel is missing.",
        _combined(lambda h, v: np.abs(v)),
    ),
    Mistake(
        "Negative answers were cut off before squaring, so half of the edges are lost.",
        _combined(lambda h, v: np.sqrt(np.maximum(h, 0) ** 2 + np.maximum(v, 0) ** 2)),
    ),
    Mistake(
        "The answers were clipped to 0..255 before they were squared. Clip last, if at all.",
        _combined(
            lambda h, v: np.sqrt(np.clip(h, 0, 255) ** 2 + np.clip(v, 0, 255) ** 2)
        ),
    ),
    Mistake(
        "The result is clipped to 255. Strong edges are larger than that; leave them.",
        _combined(lambda h, v: np.minimum(np.sqrt(h**2 + v**2), 255)),
    ),
    Mistake(
        "This is the mean of the squares: no division by 2.",
        _combined(lambda h, v: np.sqrt((h**2 + v**2) / 2)),
    ),
    Mistake(
        "The sum of the squares is halved: ** comes before /, so **1/2 is half of it. Use np.sqrt.",
        _combined(lambda h, v: (h**2 + v**2) / 2),
    ),
    Mistake(
        "The same kernel is used twice.", _combined(lambda h, v: np.sqrt(h**2 + h**2))
    ),
    Mistake(
        "The same kernel is used twice.", _combined(lambda h, v: np.sqrt(v**2 + v**2))
    ),
    Mistake(
        "This is the square root of a sum without squares.",
        _combined(lambda h, v: np.sqrt(np.abs(h + v))),
    ),
    Mistake(
        "The result is as large as the image, with a frame of zeros. Without padding it is two pixels "
        "smaller each way.",
        _unsized,
    ),
)
