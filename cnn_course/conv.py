"""Convolution: the loops that define it, a fast version of the same, and its gradients.

The kernel slides over the image as it is, not flipped. Mathematicians call that cross-correlation;
deep learning calls it convolution, and so does this course.
"""

import numpy as np

from cnn_course.arrays import Array, require_float
from cnn_course.conv_gradients import conv2d_filter_gradient, conv2d_input_gradient
from cnn_course.im2col import pad, parts, per_image, unroll, windows
from cnn_course.shapes import (
    Padding,
    Pair,
    conv_output_shape,
    output_size,
    pair,
)


def correlate2d(image: Array, kernel: Array) -> Array:
    """Slide one kernel over one grey image: the two loops that everything else here comes from.

    y[i, j] = sum over (u, v) of image[i + u, j + v] * kernel[u, v]

    Args:
        image: (H, W), float.
        kernel: (KH, KW), float.

    Returns:
        (H - KH + 1, W - KW + 1), in the dtype of ``image``.

    >>> image = np.array([[1, 2, 3, 0], [0, 1, 2, 3], [3, 0, 1, 2], [2, 3, 0, 1]], dtype=np.float32)
    >>> kernel = np.array([[2, 0, 1], [0, 1, 2], [1, 0, 2]], dtype=np.float32)
    >>> correlate2d(image, kernel)
    array([[15., 16.],
           [ 6., 15.]], dtype=float32)
    """
    require_float("image", image, "H W")
    require_float("kernel", kernel, "KH KW")
    kh, kw = kernel.shape
    y = np.zeros(
        (output_size(image.shape[0], kh), output_size(image.shape[1], kw)),
        dtype=image.dtype,
    )
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            window = image[i : i + kh, j : j + kw]
            y[i, j] = np.sum(window * kernel)
    return y


def conv2d_loops(
    x: Array, w: Array, b: Array | None = None, stride: Pair = 1, padding: Padding = 0
) -> Array:
    """Convolve images by filters, one output number at a time: slow, and the specification of `conv2d`.

    y[n, i, j, f] = b[f] + sum over (u, v, c) of x[n, i * SH + u, j * SW + v, c] * w[u, v, c, f],
    where x is padded with zeros first.

    Args:
        x: images (N, H, W, C), float.
        w: filters (KH, KW, C, F), float.
        b: one bias per filter (F,), or None for zeros.
        stride: pixels from one window to the next, an int or (height, width).
        padding: zeros on each side, an int or (height, width), or "same" or "valid" as in Keras.

    Returns:
        (N, OH, OW, F), in the dtype of ``x``.

    Raises:
        TypeError: an array holds integers.
        ValueError: the axes, the channels or the sizes do not go together.

    >>> conv2d_loops(np.ones((1, 4, 5, 1)), np.ones((3, 3, 1, 2)), padding=1)[0, :, :, 0]
    array([[4., 6., 6., 6., 4.],
           [6., 9., 9., 9., 6.],
           [6., 9., 9., 9., 6.],
           [4., 6., 6., 6., 4.]])
    """
    y_shape = _checked_shape(x, w, b, stride, padding)
    kh, kw, _, _ = w.shape
    sh, sw = pair(stride, "stride")
    x = pad(x, (kh, kw), stride, padding)
    y = np.zeros(y_shape, dtype=x.dtype)
    for n, i, j, f in np.ndindex(y_shape):
        window = x[n, i * sh : i * sh + kh, j * sw : j * sw + kw, :]
        y[n, i, j, f] = np.sum(window * w[:, :, :, f])
    return y if b is None else y + b.astype(x.dtype)


def conv2d(
    x: Array, w: Array, b: Array | None = None, stride: Pair = 1, padding: Padding = 0
) -> Array:
    """Do what `conv2d_loops` does, by matrix products over all windows.

    Y = [unroll(X), 1] @ [W; b]: each window of KH * KW * C numbers is a row, each filter a column, and the
    bias is the weight of a pixel that is always 1. Only a part of the windows is unrolled at a time, so that
    it is still in the cache when the product reads it.
    Arguments, result and errors are those of `conv2d_loops`.

    >>> x, w = np.ones((2, 5, 6, 3), np.float32), np.ones((3, 2, 3, 4), np.float32)
    >>> conv2d(x, w, stride=(2, 1)).shape
    (2, 2, 5, 4)
    """
    y_shape = _checked_shape(x, w, b, stride, padding)
    f = w.shape[3]
    view = windows(x, w.shape[:2], stride, padding)
    weights = np.vstack([w.reshape(-1, f), np.zeros(f) if b is None else b])
    weights = weights.astype(x.dtype, copy=False)
    y = np.empty(y_shape, dtype=x.dtype)
    for part in parts(view, f):
        rows = per_image(unroll(view[part], ones=1), len(view[part]), f)
        np.matmul(rows, weights, out=y[part].reshape(*rows.shape[:2], f))
    return y


def conv2d_backward(
    dy: Array, x: Array, w: Array, stride: Pair = 1, padding: Padding = 0
) -> tuple[Array, Array, Array]:
    """Carry the gradient of a loss back through `conv2d`: to the images, the filters and the biases.

    Args:
        dy: the loss's gradient for the output (N, OH, OW, F).
        x: the images (N, H, W, C) of the forward pass; w: its filters (KH, KW, C, F).

    Returns:
        The gradients (dx, dw, db), shaped like x, w and the bias (F,).

    Raises:
        ValueError: dy has not the shape of the output.

    >>> dx, dw, db = conv2d_backward(np.ones((1, 2, 2, 1)), np.ones((1, 4, 4, 1)), np.ones((3, 3, 1, 1)))
    >>> dx[0, :, :, 0]
    array([[1., 2., 2., 1.],
           [2., 4., 4., 2.],
           [2., 4., 4., 2.],
           [1., 2., 2., 1.]])
    """
    _checked_shape(x, w, None, stride, padding)
    dw, db = conv2d_filter_gradient(dy, x, w.shape[:2], stride, padding)
    dy = dy.astype(x.dtype, copy=False)
    return conv2d_input_gradient(dy, w, x.shape, stride, padding), dw, db


def _checked_shape(x: Array, w: Array, b: Array | None, stride: Pair, padding: Padding):
    """Refuse arguments that do not go together; return the output's shape (N, OH, OW, F)."""
    require_float("x", x, "N H W C")
    require_float("w", w, "KH KW C F")
    if b is not None:
        require_float("b", b, "F")
        if b.shape != w.shape[3:]:
            raise ValueError(
                f"b must hold one bias per filter, {w.shape[3:]}, not {b.shape}."
            )
    return conv_output_shape(x.shape, w.shape, stride, padding)
