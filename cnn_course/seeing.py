"""What a trained network answers to, and where it looks: filters, maps, and what changes a class's score.

A score is what the network gives for a class before the softmax. A place counts the ReLUs of a network:
1 is the first one, and its maps are what comes out of it.
"""

from collections.abc import Sequence

import numpy as np

from cnn_course.arrays import Array, require_float, require_shape
from cnn_course.layers import Layer, ReLU
from cnn_course.network import Sequential
from cnn_course.shapes import Pair, output_size, pair


def filter_images(w: Array) -> Array:
    """Turn filters into pictures with numbers in 0..1, where 0.5 stands for a weight of 0.

    p[f, u, v, c] = 0.5 + w[u, v, c, f] / (2 m[f]), with m[f] the largest size of a weight of filter f, so
    that each filter has a scale of its own, and all its channels the same one. A filter of zeros is 0.5
    everywhere.

    Args:
        w: filters (KH, KW, C, F), float.

    Returns:
        (F, KH, KW, C), in the dtype of ``w``.

    Raises:
        TypeError: the filters hold integers.
        ValueError: they are not (KH, KW, C, F).

    >>> filter_images(np.array([[4.0], [0.0], [-2.0]]).reshape(3, 1, 1, 1)).ravel()
    array([1.  , 0.5 , 0.25])
    """
    require_float("w", w, "KH KW C F")
    largest = np.abs(w).max(axis=(0, 1, 2), keepdims=True)
    pictures = 0.5 + w / np.where(largest > 0, 2 * largest, 1)
    return np.ascontiguousarray(np.moveaxis(pictures, -1, 0))


def feature_maps(network: Sequential, x: Array, place: int) -> Array:
    """Return the maps (N, H, W, K) that come out of a network's ReLU.

    Args:
        network: has at least ``place`` ReLUs.
        x: images (N, H, W, C), float.
        place: which ReLU, counted from 1.

    Raises:
        TypeError: the images hold integers.
        ValueError: the network has fewer ReLUs.

    >>> from cnn_course import trained
    >>> feature_maps(trained.fashion_cnn(), np.zeros((2, 28, 28, 1), np.float32), 2).shape
    (2, 14, 14, 32)
    """
    require_float("x", x, "N H W C")
    return _through(network.layers[: _end(network, place)], x)


def class_gradients(network: Sequential, x: Array, label: int, place: int) -> Array:
    """Return how fast the score of a class grows with each number of the maps after a ReLU.

    g[n, i, j, k] = d score[n, label] / d maps[n, i, j, k]; maps and gradients are what `grad_cam` takes.

    Args:
        network: ends with one score for each class, without a softmax.
        x: images (N, H, W, C), float.
        label: the number of the class.
        place: which ReLU, counted from 1.

    Returns:
        (N, H, W, K), the shape of ``feature_maps(network, x, place)``.

    Raises:
        TypeError: the images hold integers.
        ValueError: there is no such class or no such ReLU.
    """
    end = _end(network, place)
    return _back(network.layers[end:], _one_score("label", network.forward(x), label))


def grad_cam(maps: Array, gradients: Array) -> Array:
    """Draw where the evidence for a class lies: gradient-weighted class activation mapping.

    importance[k] = mean over (i, j) of gradients[i, j, k]
    y[i, j] = max(0, sum over k of importance[k] * maps[i, j, k]),
    divided by its largest number, so that this one becomes 1 (Selvaraju et al. 2017, equations 1 and 2).

    Args:
        maps: of one image (H, W, K), float.
        gradients: of the class's score for each number of the maps (H, W, K).

    Returns:
        (H, W) in 0..1, in the dtype of ``maps``; zeros if nothing speaks for the class.

    Raises:
        TypeError: an array holds integers.
        ValueError: maps are not (H, W, K), or the gradients have another shape.

    >>> maps = np.array([[[1.0, 2.0], [3.0, 0.0]]])  # (1, 2, 2)
    >>> grad_cam(maps, np.array([[[2.0, -1.0], [0.0, -1.0]]]))
    array([[0., 1.]])
    """
    require_float("maps", maps, "H W K")
    require_shape("gradients", gradients, maps.shape, of="map")
    importance = gradients.astype(maps.dtype, copy=False).mean(axis=(0, 1))
    heat = np.maximum((maps * importance).sum(axis=2), 0)
    return heat / (heat.max() or 1)


def saliency(network: Sequential, image: Array, label: int) -> Array:
    """Return how much the score of a class depends on each pixel: the size of its gradient.

    y[i, j] = max over c of |d score[label] / d image[i, j, c]| (Simonyan, Vedaldi and Zisserman 2014,
    section 3.1)

    Args:
        network: ends with one score for each class, without a softmax.
        image: (H, W, C), float.
        label: the number of the class.

    Returns:
        (H, W), in score per unit of brightness, in the dtype of ``image``.

    Raises:
        TypeError: the image holds integers.
        ValueError: it is not (H, W, C), or there is no such class.
    """
    require_float("image", image, "H W C")
    dy = _one_score("label", network.forward(image[np.newaxis]), label)
    return np.abs(_back(network.layers, dy)[0]).max(axis=2)


def covered_images(image: Array, size: Pair, stride: Pair, value: float) -> Array:
    """Cover a rectangle of an image by one value, at every place where the rectangle fits.

    Args:
        image: (H, W, C), float.
        size: of the rectangle, an int or (height, width).
        stride: pixels from one rectangle to the next, an int or (height, width).
        value: what stands in the rectangle, in all channels.

    Returns:
        (OH, OW, H, W, C), in the dtype of ``image``: at [i, j] the image whose rectangle begins in row
        i * SH and column j * SW.

    Raises:
        TypeError: the image holds integers.
        ValueError: it is not (H, W, C), or the rectangle does not fit.

    >>> covered_images(np.array([[[5.0], [6.0], [7.0]]]), (1, 2), 1, 0).reshape(2, 3)
    array([[0., 0., 7.],
           [5., 0., 0.]])
    """
    require_float("image", image, "H W C")
    (kh, kw), (sh, sw) = pair(size, "size"), pair(stride, "stride")
    oh, ow = map(output_size, image.shape[:2], (kh, kw), (sh, sw))
    y = np.tile(image, (oh, ow, 1, 1, 1))
    for i, j in np.ndindex(oh, ow):
        y[i, j, i * sh : i * sh + kh, j * sw : j * sw + kw] = value
    return y


def occlusion_map(
    network: Sequential,
    image: Array,
    label: int,
    size: Pair,
    stride: Pair = 1,
    *,
    value: float = 0,
) -> Array:
    """Return how far the probability of a class drops when a rectangle of the image is covered.

    y[i, j] = p(label of the image) - p(label of `covered_images` at [i, j]); negative where the class
    becomes more likely (Zeiler and Fergus 2014, section 4.2).

    Args:
        network: gives probabilities by its ``predict``.
        image: (H, W, C), float.
        label: the number of the class; it need not be the most likely one.
        size: of the rectangle, an int or (height, width).
        stride: pixels from one rectangle to the next, an int or (height, width).
        value: what stands in the rectangle.

    Returns:
        (OH, OW), in the dtype of ``image``.

    Raises:
        TypeError: the image holds integers.
        ValueError: it is not (H, W, C), the rectangle does not fit, or there is no such class.
    """
    covered = covered_images(image, size, stride, value)
    whole = network.predict(image[np.newaxis])
    _require_number("label", label, whole.shape[1])
    left = network.predict(covered.reshape(-1, *image.shape))[:, label]
    return whole[0, label] - left.reshape(covered.shape[:2])


def maximise(
    network: Sequential,
    image: Array,
    channel: int,
    place: int | None = None,
    *,
    steps: int = 100,
    rate: float = 1.0,
    decay: float = 0.0,
) -> Array:
    """Change an image, step by step, so that a class or a channel answers more: gradient ascent.

    x <- x + rate * (d score / d x - decay * x), which climbs score - decay / 2 * sum of x²
    (Simonyan, Vedaldi and Zisserman 2014, section 2). Nothing is drawn by chance, and pixels may leave 0..1.

    Args:
        network: ends with one score for each class, without a softmax.
        image: where to begin (H, W, C), float.
        channel: the number of the class; with ``place``, of a map.
        place: None for a class; else which ReLU, counted from 1, and the score is the mean of its map.
        steps: how often the image is changed.
        rate: how far a step goes along the gradient.
        decay: how strongly each pixel is pulled towards 0.

    Returns:
        A new image (H, W, C), in the dtype of ``image``.

    Raises:
        TypeError: the image holds integers.
        ValueError: it is not (H, W, C), or there is no such class, map or ReLU.
    """
    require_float("image", image, "H W C")
    layers = network.layers if place is None else network.layers[: _end(network, place)]
    x = image[np.newaxis].copy()
    for _ in range(steps):
        y = _through(layers, x)
        dy = _one_score("channel", y, channel)
        dx = _back(layers, dy / y[..., channel].size)
        x += rate * (dx - decay * x)
    return x[0]


def _through(layers: Sequence[Layer], x: Array) -> Array:
    for layer in layers:
        x = layer.forward(x)
    return x


def _back(layers: Sequence[Layer], dy: Array) -> Array:
    """Carry a gradient back through layers that an image has just gone forwards through."""
    for layer in reversed(layers):
        dy = layer.input_gradient(dy)
    return dy


def _end(network: Sequential, place: int) -> int:
    """Return how many layers it takes to the end of the place-th ReLU."""
    ends = [i + 1 for i, layer in enumerate(network.layers) if isinstance(layer, ReLU)]
    if not 1 <= place <= len(ends):
        raise ValueError(
            f"place counts the ReLUs from 1: this network has {len(ends)}, and place is {place}."
        )
    return ends[place - 1]


def _one_score(name: str, y: Array, channel: int) -> Array:
    """Return the gradient of the sum of one channel, shaped like y: 1 in this channel, 0 elsewhere."""
    _require_number(name, channel, y.shape[-1])
    dy = np.zeros_like(y)
    dy[..., channel] = 1
    return dy


def _require_number(name: str, number: int, count: int) -> None:
    if not 0 <= number < count:
        raise ValueError(f"{name} must lie in 0..{count - 1}, not {number}.")
