"""Sizes of convolution layers, worked out in integers: no arrays, no data.

Letters: n for a size along one axis, k for the kernel's size there, s for the stride, p for the padding.
"""

from collections.abc import Iterable

Pair = int | tuple[int, int]
Padding = Pair | tuple[Pair, Pair] | str


def pair(value: Pair, name: str = "value", least: int = 1) -> tuple[int, int]:
    """Return ``value`` as (height, width); an int counts for both.

    Raises:
        TypeError: it is neither an int nor a pair of ints.
        ValueError: a number is less than ``least``.

    >>> pair(2), pair((1, 3))
    ((2, 2), (1, 3))
    """
    both = value if isinstance(value, tuple | list) else (value, value)
    if len(both) != 2 or not all(
        hasattr(v, "__index__") and not isinstance(v, bool) for v in both
    ):
        raise TypeError(
            f"{name} must be an int or a pair (height, width) of ints, not {value!r}."
        )
    both = (both[0].__index__(), both[1].__index__())
    if min(both) < least:
        raise ValueError(f"{name} must be at least {least}, not {value!r}.")
    return both


def output_size(
    n: int, k: int, stride: int = 1, padding: int | tuple[int, int] = 0
) -> int:
    """Count the places where a window fits along one axis.

    out = floor((n + before + after - k) / stride) + 1, where an int ``padding`` stands on both sides
    (Dumoulin and Visin 2016, relationship 6).

    Raises:
        ValueError: the window is larger than the padded axis, or it or the stride is less than 1.

    >>> output_size(28, 3), output_size(28, 3, padding=1), output_size(7, 3, stride=2)
    (26, 28, 3)
    """
    before, after = pair(padding, "padding", least=0)
    padded = n + before + after
    if min(k, stride) < 1:
        raise ValueError(
            f"A window and its stride must be at least 1, not {k} and {stride}."
        )
    if k > padded:
        raise ValueError(
            f"A window of {k} does not fit in {padded} pixels ({n} and {before + after} of padding): "
            "use a smaller kernel or more padding."
        )
    return (padded - k) // stride + 1


def same_padding(n: int, k: int, stride: int = 1) -> tuple[int, int]:
    """Return the padding (before, after) along one axis that Keras means by "same".

    The output has ceil(n / stride) places. When the total is odd, the extra zero goes after.
    With stride 1 and an odd kernel both sides get (k - 1) / 2.

    >>> same_padding(28, 5), same_padding(28, 4), same_padding(28, 3, stride=2)
    ((2, 2), (1, 2), (0, 1))
    """
    if min(k, stride) < 1:
        raise ValueError(
            f"A window and its stride must be at least 1, not {k} and {stride}."
        )
    out = -(-n // stride)
    total = max((out - 1) * stride + k - n, 0)
    return total // 2, total - total // 2


def padding_pairs(
    size: tuple[int, int],
    kernel: tuple[int, int],
    stride: tuple[int, int],
    padding: Padding,
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return ``padding`` as ((top, bottom), (left, right)).

    It may be an int, a pair (height, width), each of them an int or a pair (before, after), "valid"
    (none) or "same" (see `same_padding`).

    >>> padding_pairs((28, 28), (3, 4), (1, 1), "same"), padding_pairs((9, 9), (2, 2), (1, 1), ((0, 1), 2))
    (((1, 1), (1, 2)), ((0, 1), (2, 2)))
    """
    if padding == "same":
        top_bottom, left_right = map(same_padding, size, kernel, stride)
        return top_bottom, left_right
    if isinstance(padding, str) and padding != "valid":
        raise ValueError(
            f'padding must be an int, a pair, "same" or "valid", not {padding!r}.'
        )
    if padding == "valid":
        return (0, 0), (0, 0)
    if isinstance(padding, tuple | list) and any(
        isinstance(p, tuple | list) for p in padding
    ):
        if len(padding) != 2:
            raise TypeError(
                "padding must be an int, (height, width) or ((top, bottom), (left, right)), "
                f"not {padding!r}."
            )
        rows, cols = padding
        return pair(rows, "padding", least=0), pair(cols, "padding", least=0)
    ph, pw = pair(padding, "padding", least=0)
    return (ph, ph), (pw, pw)


def conv_output_shape(
    x_shape: tuple[int, ...],
    w_shape: tuple[int, ...],
    stride: Pair = 1,
    padding: Padding = 0,
) -> tuple[int, int, int, int]:
    """Return the shape (N, OH, OW, F) of a convolution of (N, H, W, C) by (KH, KW, C, F).

    Raises:
        ValueError: the channels differ, or the kernel does not fit.

    >>> conv_output_shape((100, 28, 28, 1), (5, 5, 1, 6), padding=2)
    (100, 28, 28, 6)
    """
    if len(x_shape) != 4 or len(w_shape) != 4:
        raise ValueError(
            "Images have the axes (N, H, W, C) and filters (KH, KW, C, F); "
            f"these have {x_shape} and {w_shape}."
        )
    n, h, w, c = x_shape
    kh, kw, wc, f = w_shape
    if c != wc:
        raise ValueError(
            f"The images have {c} channels and the filters {wc}: the two must be equal."
        )
    sh, sw = pair(stride, "stride")
    rows, cols = padding_pairs((h, w), (kh, kw), (sh, sw), padding)
    return n, output_size(h, kh, sh, rows), output_size(w, kw, sw, cols), f


def window_and_stride(
    size: Pair, stride: Pair | None
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return a pooling's window and stride as pairs; the stride is the window if None.

    >>> window_and_stride(3, 2), window_and_stride((1, 2), None)
    (((3, 3), (2, 2)), ((1, 2), (1, 2)))
    """
    size = pair(size, "size")
    return size, size if stride is None else pair(stride, "stride")


def pool_output_shape(
    x_shape: tuple[int, ...],
    size: Pair,
    stride: Pair | None = None,
    padding: Padding = 0,
) -> tuple[int, int, int, int]:
    """Return the shape (N, OH, OW, C) of a pooling of (N, H, W, C); the stride is the window if None.

    Raises:
        ValueError: the window does not fit, or would hold padding only.

    >>> pool_output_shape((100, 28, 28, 32), 3, stride=2)
    (100, 13, 13, 32)
    """
    if len(x_shape) != 4:
        raise ValueError(
            f"Pooling takes images (N, H, W, C); their shape is {x_shape}."
        )
    n, *image, c = x_shape
    size, stride = window_and_stride(size, stride)
    frame = padding_pairs(tuple(image), size, stride, padding)
    for pixels, edges, k in zip(image, frame, size, strict=True):
        if max(edges) >= k or (pixels == 0 and sum(edges) >= k):
            raise ValueError(
                f"A padding of {padding} with a window of {size} makes windows without a pixel."
            )
    oh, ow = map(output_size, image, size, stride, frame)
    return n, oh, ow, c


def times_seen(
    n: int, k: int, stride: int = 1, padding: int | tuple[int, int] = 0
) -> list[int]:
    """Count, for each pixel along one axis, the windows that contain it.

    In two dimensions a pixel is seen rows[i] * cols[j] times.

    >>> times_seen(4, 3), times_seen(4, 3, padding=1), times_seen(6, 3, stride=2)
    ([1, 2, 2, 1], [2, 3, 3, 2], [1, 1, 2, 1, 1, 0])
    """
    before, _ = pair(padding, "padding", least=0)
    starts = [o * stride - before for o in range(output_size(n, k, stride, padding))]
    return [sum(start <= i < start + k for start in starts) for i in range(n)]


def receptive_field(layers: Iterable[tuple[int, int]]) -> int:
    """Return how wide, in input pixels along one axis, the part is that one output of a stack sees.

    ``layers`` holds a pair (kernel, stride) for each layer, first layer first. Each layer adds
    (kernel - 1) steps, and a step is as wide as the product of the strides before it
    (Araujo, Norris and Sim 2019, equation 2).

    >>> receptive_field([(3, 1), (3, 1)]), receptive_field([(3, 2), (3, 1)])
    (5, 7)
    """
    field, step = 1, 1
    for kernel, stride in layers:
        field += (kernel - 1) * step
        step *= stride
    return field


def conv_parameters(w_shape: tuple[int, int, int, int], bias: bool = True) -> int:
    """Count the numbers that a convolution layer with filters (KH, KW, C, F) learns.

    >>> conv_parameters((3, 3, 1, 32))
    320
    """
    kh, kw, c, f = w_shape
    return kh * kw * c * f + (f if bias else 0)


def dense_parameters(inputs: int, outputs: int, bias: bool = True) -> int:
    """Count the numbers that a dense layer learns: a weight for each pair of input and output.

    >>> dense_parameters(28 * 28, 10)
    7850
    """
    return inputs * outputs + (outputs if bias else 0)


def conv_macs(
    x_shape: tuple[int, ...],
    w_shape: tuple[int, ...],
    stride: Pair = 1,
    padding: Padding = 0,
) -> int:
    """Count the multiply-accumulates of a convolution: one per output and per weight under its window.

    >>> conv_macs((1, 28, 28, 1), (3, 3, 1, 32))
    194688
    """
    n, oh, ow, f = conv_output_shape(x_shape, w_shape, stride, padding)
    kh, kw, c, _ = w_shape
    return n * oh * ow * f * kh * kw * c
