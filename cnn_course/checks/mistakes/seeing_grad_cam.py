"""Assignment 9, what a CNN sees: ways to miss Grad-CAM.

Maps and gradients are (H, W, F), the heat map is (H, W).
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from cnn_course.checks.core import Mistake
from cnn_course.seeing import grad_cam


def _heat(maps: NDArray, gradients: NDArray) -> NDArray:
    return (maps * gradients.mean(axis=(0, 1))).sum(axis=2)


def _scaled(heat: NDArray) -> NDArray:
    return heat / (heat.max() or 1)


def _weighed(importance: Callable[[NDArray], NDArray]) -> Callable[..., NDArray]:
    """Make a mistake out of how the gradients become what the maps are multiplied by."""

    def wrong(maps: NDArray, gradients: NDArray) -> NDArray:
        heat = (maps * importance(gradients)).sum(axis=2)
        return _scaled(np.maximum(heat, 0)).astype(maps.dtype)

    return wrong


def _after_heat(end: Callable[[NDArray], NDArray]) -> Callable[..., NDArray]:
    """Make a mistake out of what is done with the weighted sum."""
    return lambda maps, gradients: end(_heat(maps, gradients)).astype(maps.dtype)


def _relu_of_each_map(maps: NDArray, gradients: NDArray) -> NDArray:
    return _scaled(np.maximum(maps * gradients.mean(axis=(0, 1)), 0).sum(axis=2))


def _only_the_best_map(maps: NDArray, gradients: NDArray) -> NDArray:
    best = gradients.mean(axis=(0, 1)).argmax()
    return _scaled(np.maximum(maps[:, :, best] * gradients[:, :, best].mean(), 0))


def _largest_of_the_maps(maps: NDArray, gradients: NDArray) -> NDArray:
    return _scaled(np.maximum((maps * gradients.mean(axis=(0, 1))).max(axis=2), 0))


def _each_map_scaled(maps: NDArray, gradients: NDArray) -> NDArray:
    return grad_cam(maps / np.abs(maps).max(axis=(0, 1)), gradients)


GRAD_CAM_MISTAKES = (
    Mistake(
        "The map is right, except where nothing is positive: 0 / 0 is nan. Then all of it should be 0.",
        _after_heat(lambda heat: np.maximum(heat, 0) / np.maximum(heat, 0).max()),
    ),
    Mistake(
        "Negative numbers are left: the ReLU of the sum is missing.",
        _after_heat(_scaled),
    ),
    Mistake(
        "Negative numbers are left, down to −1: the ReLU comes after the sum and before the scale.",
        _after_heat(lambda heat: heat / np.abs(heat).max()),
    ),
    Mistake(
        "Negative numbers have become positive: the ReLU makes them 0.",
        _after_heat(lambda heat: _scaled(np.abs(heat))),
    ),
    Mistake(
        "The smallest number became 0 and the largest 1. Make negative ones 0, then divide by the largest.",
        _after_heat(lambda heat: (heat - heat.min()) / (heat.max() - heat.min())),
    ),
    Mistake(
        "The map is not scaled: its largest number should be 1.",
        _after_heat(lambda heat: np.maximum(heat, 0)),
    ),
    Mistake(
        "The map is cut at 1. Scale it: divide by its largest number.",
        _after_heat(lambda heat: np.clip(heat, 0, 1)),
    ),
    Mistake(
        "The numbers lie in 0..255: 0..1 is wanted.",
        _after_heat(lambda heat: 255 * _scaled(np.maximum(heat, 0))),
    ),
    Mistake(
        "The numbers add up to 1. The largest of them should be 1.",
        _after_heat(
            lambda heat: np.maximum(heat, 0) / (np.maximum(heat, 0).sum() or 1)
        ),
    ),
    Mistake(
        "The scale is found before the ReLU, among numbers that become 0.",
        _after_heat(lambda heat: np.maximum(heat, 0) / np.abs(heat).max()),
    ),
    Mistake(
        "The sign is wrong: this shows what speaks against the class.",
        _after_heat(lambda heat: _scaled(np.maximum(-heat, 0))),
    ),
    Mistake(
        "Each number of a map is multiplied by its own gradient. "
        "All numbers of one map are multiplied by one number, the mean of its gradients.",
        _weighed(lambda gradients: gradients),
    ),
    Mistake(
        "The importance is a mean over the maps. Take it over height and width: one number for each map.",
        _weighed(lambda gradients: gradients.mean(axis=2, keepdims=True)),
    ),
    Mistake(
        "The mean goes over the rows only: take it over height and width.",
        _weighed(lambda gradients: gradients.mean(axis=0)),
    ),
    Mistake(
        "The mean goes over the columns only: take it over height and width.",
        _weighed(lambda gradients: gradients.mean(axis=1, keepdims=True)),
    ),
    Mistake(
        "All maps have the same importance: the mean was taken over all of them.",
        _weighed(np.mean),
    ),
    Mistake(
        "The importance is the largest gradient of a map. The mean is wanted.",
        _weighed(lambda gradients: gradients.max(axis=(0, 1))),
    ),
    Mistake(
        "The gradients have lost their sign: a map that speaks against the class is subtracted.",
        _weighed(lambda gradients: np.abs(gradients).mean(axis=(0, 1))),
    ),
    Mistake(
        "Maps with a negative importance are left out. They are subtracted; the ReLU comes after the sum.",
        _weighed(lambda gradients: np.maximum(gradients.mean(axis=(0, 1)), 0)),
    ),
    Mistake(
        "The ReLU comes too early: first add up the maps, then make negative sums 0.",
        _relu_of_each_map,
    ),
    Mistake(
        "The gradients are not used: this is the sum of the maps.",
        _weighed(np.ones_like),
    ),
    Mistake(
        "Maps and gradients are exchanged.",
        lambda maps, gradients: grad_cam(gradients, maps),
    ),
    Mistake(
        "At each place only the largest of the weighted maps is left: add them up.",
        _largest_of_the_maps,
    ),
    Mistake(
        "Only the most important map is there: add up all of them.", _only_the_best_map
    ),
    Mistake(
        "Each map is scaled before the sum: scale the sum.",
        _each_map_scaled,
    ),
    Mistake(
        "The map is transposed: its height and width are swapped.",
        lambda maps, gradients: grad_cam(maps, gradients).T.copy(),
    ),
    Mistake(
        "The map has a third axis. Its shape should be (H, W).",
        lambda maps, gradients: grad_cam(maps, gradients)[:, :, np.newaxis].copy(),
    ),
)
