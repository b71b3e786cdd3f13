"""Assignment 9."""

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from cnn_course.checks import seeing
from cnn_course.checks.mistakes import seeing as wrong
from cnn_course.checks.mistakes import seeing_covered as covered_wrong
from cnn_course.checks.mistakes import seeing_grad_cam as cam_wrong
from cnn_course.checks.mistakes import seeing_maps as maps_wrong
from cnn_course.conv import conv2d
from tests.parts import Part

network = maps_wrong.network


def pictures_one_by_one(w: np.ndarray) -> np.ndarray:
    pictures = np.full((w.shape[3], *w.shape[:3]), 0.5, dtype=w.dtype)
    for f in range(w.shape[3]):
        largest = abs(w[..., f]).max()
        if largest > 0:
            pictures[f] += w[..., f] / largest / 2
    return pictures


def pictures_weight_by_weight(w: np.ndarray) -> np.ndarray:
    kh, kw, channels, filters = w.shape
    pictures = []
    for f in range(filters):
        sizes = [abs(v) for v in w[:, :, :, f].ravel().tolist()]
        scale = 2 * max(sizes) or 1.0
        rows = [
            [
                [0.5 + float(w[u, v, c, f]) / scale for c in range(channels)]
                for v in range(kw)
            ]
            for u in range(kh)
        ]
        pictures.append(rows)
    return np.array(pictures, dtype=w.dtype)


def pictures_without_nan(w: np.ndarray) -> np.ndarray:
    largest = np.maximum(w.max(axis=(0, 1, 2)), -w.min(axis=(0, 1, 2)))
    with np.errstate(invalid="ignore"):
        scaled = np.nan_to_num(w / largest)
    return ((scaled + 1) / 2).transpose(3, 0, 1, 2)


def maps_by_kind(x: np.ndarray, k: int) -> np.ndarray:
    seen = 0
    for layer in network().layers:
        x = layer.forward(x)
        seen += type(layer).__name__ == "ReLU"
        if seen == k:
            break
    return x


def maps_by_recursion(x: np.ndarray, k: int) -> np.ndarray:
    layers = network().layers
    if k > 1:
        x = layers[3 * k - 4].forward(maps_by_recursion(x, k - 1))
    return layers[3 * k - 2].forward(layers[3 * k - 3].forward(x))


def maps_from_weights(x: np.ndarray, k: int) -> np.ndarray:
    weights = network().parameters
    for number in range(1, k + 1):
        if number > 1:
            n, h, w, c = x.shape
            x = x.reshape(n, h // 2, 2, w // 2, 2, c).max(axis=(2, 4))
        filters, bias = (weights[f"conv2d_{number}.{name}"] for name in "wb")
        x = np.maximum(conv2d(x, filters, bias, padding="same"), 0)
    return x


def covered_pixel_by_pixel(
    image: Any, size: Any, stride: Any, value: Any
) -> np.ndarray:
    height, width, channels = image.shape
    oh, ow = (height - size[0]) // stride[0] + 1, (width - size[1]) // stride[1] + 1
    y = np.empty((oh, ow, height, width, channels), image.dtype)
    for i, j, row, column, c in np.ndindex(*y.shape):
        down = 0 <= row - i * stride[0] < size[0]
        across = 0 <= column - j * stride[1] < size[1]
        y[i, j, row, column, c] = value if down and across else image[row, column, c]
    return y


def covered_by_masks(image: Any, size: Any, stride: Any, value: Any) -> np.ndarray:
    masks = []
    for n, k, s in zip(image.shape[:2], size, stride, strict=True):
        starts = np.arange(0, n - k + 1, s)[:, np.newaxis]
        masks.append((np.arange(n) >= starts) & (np.arange(n) < starts + k))
    hidden = np.einsum("ih,jw->ijhw", *masks)[..., np.newaxis]
    return np.where(hidden, np.asarray(value, image.dtype), image)


def covered_through_a_view(
    image: Any, size: Any, stride: Any, value: Any
) -> np.ndarray:
    rows = range(0, image.shape[0] - size[0] + 1, stride[0])
    columns = range(0, image.shape[1] - size[1] + 1, stride[1])
    images = [[image.copy() for _ in columns] for _ in rows]
    for row, line in zip(rows, images, strict=True):
        for column, copy in zip(columns, line, strict=True):
            windows = sliding_window_view(copy, size, axis=(0, 1), writeable=True)
            windows[row, column] = value
    return np.array(images)


def drops_one_by_one(
    image: Any, label: Any, size: Any, stride: Any, value: Any
) -> np.ndarray:
    covered = covered_wrong.covered_images(image, size, stride, value)
    drops = np.zeros(covered.shape[:2], dtype=image.dtype)
    for i, j in np.ndindex(*drops.shape):
        drops[i, j] = (
            network().predict(image[None]) - network().predict(covered[i, j][None])
        )[0, label]
    return drops


def drops_in_one_batch(
    image: Any, label: Any, size: Any, stride: Any, value: Any
) -> np.ndarray:
    covered = covered_wrong.covered_images(image, size, stride, value)
    batch = np.concatenate([image[None], *covered])
    p = network().predict(batch)[:, label]
    return (p[0] - p[1:]).reshape(len(covered), -1)


def drops_with_own_softmax(
    image: Any, label: Any, size: Any, stride: Any, value: Any
) -> np.ndarray:
    def probability(images: np.ndarray) -> np.ndarray:
        powers = np.exp(network().forward(images))
        return powers[:, label] / powers.sum(axis=1)

    rows = covered_wrong.covered_images(image, size, stride, value)
    return probability(image[None]) - np.stack([probability(row) for row in rows])


def cam_in_loops(maps: np.ndarray, gradients: np.ndarray) -> np.ndarray:
    height, width, filters = maps.shape
    heat = np.zeros((height, width), dtype=maps.dtype)
    for f in range(filters):
        weight = gradients[:, :, f].sum() / (height * width)
        for i in range(height):
            for j in range(width):
                heat[i, j] += weight * maps[i, j, f]
    heat[heat < 0] = 0
    if heat.any():
        heat /= heat.max()
    return heat


def cam_by_einsum(maps: np.ndarray, gradients: np.ndarray) -> np.ndarray:
    # The sum of the gradients in place of their mean: the scale takes the difference away.
    heat = np.einsum("ijf,uvf->ij", maps, gradients).clip(min=0)
    with np.errstate(invalid="ignore"):
        return np.nan_to_num(heat / heat.max())


def cam_by_matrix_product(maps: np.ndarray, gradients: np.ndarray) -> np.ndarray:
    heat = maps @ gradients.reshape(-1, gradients.shape[-1]).mean(axis=0)
    heat = np.where(heat > 0, heat, 0).astype(maps.dtype)
    return heat / (heat.max() + 1e-8)


PARTS = [
    Part(
        "filter_images",
        seeing.check_filter_images,
        wrong.filter_images,
        wrong.FILTER_IMAGE_MISTAKES,
        [pictures_one_by_one, pictures_weight_by_weight, pictures_without_nan],
    ),
    Part(
        "feature_maps",
        seeing.check_feature_maps,
        maps_wrong.feature_maps,
        maps_wrong.FEATURE_MAP_MISTAKES,
        [maps_by_kind, maps_by_recursion, maps_from_weights],
    ),
    Part(
        "covered_images",
        seeing.check_covered_images,
        covered_wrong.covered_images,
        covered_wrong.COVERED_MISTAKES,
        [covered_pixel_by_pixel, covered_by_masks, covered_through_a_view],
    ),
    Part(
        "occlusion_map",
        seeing.check_occlusion_map,
        maps_wrong.occlusion_map,
        maps_wrong.OCCLUSION_MISTAKES,
        [drops_one_by_one, drops_in_one_batch, drops_with_own_softmax],
    ),
    Part(
        "grad_cam",
        seeing.check_grad_cam,
        cam_wrong.grad_cam,
        cam_wrong.GRAD_CAM_MISTAKES,
        [cam_in_loops, cam_by_einsum, cam_by_matrix_product],
    ),
]
