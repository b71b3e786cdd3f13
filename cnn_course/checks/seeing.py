"""Checks of assignment 9: what a CNN sees."""

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnn_course import datasets
from cnn_course.checks.core import Case, check, floats, random
from cnn_course.checks.mistakes import seeing_by_hand as by_hand
from cnn_course.checks.mistakes.seeing import FILTER_IMAGE_MISTAKES
from cnn_course.checks.mistakes.seeing_by_hand import (  # noqa: F401 - locked cells show them
    EDGE_FILTER,
    PATCH_A,
    PATCH_B,
    PATCH_C,
    PATCH_D,
)
from cnn_course.checks.mistakes.seeing_covered import COVERED_MISTAKES
from cnn_course.checks.mistakes.seeing_grad_cam import GRAD_CAM_MISTAKES
from cnn_course.checks.mistakes.seeing_maps import (
    FEATURE_MAP_MISTAKES,
    OCCLUSION_MISTAKES,
    feature_maps,
    network,
    occlusion_map,
)
from cnn_course.checks.predictions import check_claims, check_prediction
from cnn_course.checks.progress import part
from cnn_course.seeing import covered_images, filter_images, grad_cam


@part
def check_predictions(sizes: Any, fields: Any, answers: Any) -> None:
    """Check sizes, receptive fields and a filter's answers, worked out by hand."""
    check_prediction("sizes", sizes, by_hand.SIZES, by_hand.WRONG_SIZES)
    check_prediction("fields", fields, by_hand.FIELDS, by_hand.WRONG_FIELDS)
    check_prediction("answers", answers, by_hand.ANSWERS, by_hand.WRONG_ANSWERS)


# Part 2: filters as pictures


@part
def check_filter_images(answer: Callable[..., Any]) -> None:
    """Check the scale of each filter, with faint filters, negative ones, colour, and one of zeros."""
    rng = random()
    faint = floats(rng, 3, 2, 1, 3) * np.float32([1, 0.1, 3])
    zeros = floats(rng, 2, 3, 1, 4)
    zeros[..., 2] = 0
    dark = -np.abs(floats(rng, 3, 4, 1, 2)) - np.float32(0.1)
    large = 100 * floats(rng, 4, 3, 2, 3, dtype=np.float64)
    cases = [
        Case("one filter", (floats(rng, 2, 3, 1, 1),)),
        Case("three filters, one of them faint", (faint,)),
        Case("a filter of zeros among others", (zeros,)),
        Case("two filters without a positive weight", (dark,)),
        Case("five filters over three channels", (floats(rng, 2, 4, 3, 5),)),
        Case("float64", (large,)),
    ]
    check("filter_images", answer, filter_images, cases, FILTER_IMAGE_MISTAKES)


# Parts 3 and 5: garments, which the network takes


@cache
def _pixels() -> NDArray[np.float32]:
    return datasets.scale(datasets.load("fashion_mnist").x_test)


def _garments(rng: np.random.Generator, count: int) -> NDArray[np.float32]:
    """Draw garments that the network is least sure of: what is done to them changes what it says."""
    drawn = _pixels()[rng.choice(len(_pixels()), 20 * count, replace=False)]
    surest = network().predict(drawn).max(axis=1)
    return drawn[surest.argsort()[:count]]


@part
def check_feature_maps(answer: Callable[..., Any]) -> None:
    """Check what comes out of each ReLU, for batches of several sizes."""
    garments = _garments(random(), 5)
    cases = [
        Case("one garment, the first ReLU", (garments[:1], 1)),
        Case("two garments, the second ReLU", (garments[:2], 2)),
        Case("one garment, the third ReLU", (garments[2:3], 3)),
        Case("three garments, the first ReLU", (garments[2:], 1)),
        Case("two garments, the third ReLU", (garments[1:3], 3)),
        Case("float64, the second ReLU", (garments[4:].astype(np.float64), 2)),
    ]
    check("feature_maps", answer, feature_maps, cases, FEATURE_MAP_MISTAKES)


# Part 4: covered images


@part
def check_covered_images(answer: Callable[..., Any]) -> None:
    """Check which pixels are covered at each place, with pairs that differ and sizes that do not divide."""
    rng = random()
    rows = [
        ("a row of pixels, stride 1", (1, 4, 1), (1, 2), (1, 1), 0.0),
        ("2 by 3 pixels covered, stride 1", (3, 5, 1), (2, 3), (1, 1), 9.0),
        ("stride 2 down and 1 across", (6, 5, 1), (3, 2), (2, 1), 0.0),
        ("stride 2 by 3, which does not divide", (6, 9, 1), (3, 2), (2, 3), 7.0),
        ("two channels, stride 1 by 2", (4, 5, 2), (2, 1), (1, 2), -8.0),
        ("stride larger than the rectangle", (7, 8, 3), (2, 1), (4, 3), 6.0),
    ]
    cases = [
        Case(what, (floats(rng, *shape) + np.float32(0.05), size, stride, value))
        for what, shape, size, stride, value in rows
    ]
    image = floats(rng, 5, 7, 2, dtype=np.float64) + 0.05
    cases.append(Case("float64", (image, (2, 4), (3, 2), 0.3)))
    check("covered_images", answer, covered_images, cases, COVERED_MISTAKES)


# Part 5: the occlusion map


@part
def check_occlusion_map(answer: Callable[..., Any]) -> None:
    """Check the drop of likely and of less likely labels, under several rectangles."""
    garments = _garments(random(), 5)
    ranks = network().predict(garments).argsort(axis=1)[:, ::-1]  # most likely first
    rows = [
        ("the likeliest label, a black rectangle", 0, (12, 10), (8, 9), 0.0),
        ("the likeliest label, a white rectangle", 0, (9, 14), (6, 7), 1.0),
        ("the second label, a grey rectangle", 1, (10, 7), (9, 7), 0.5),
        ("the second label, a black rectangle", 1, (14, 11), (7, 5), 0.0),
        ("the third label, a white rectangle", 2, (8, 13), (10, 5), 1.0),
    ]
    cases = []
    for image, order, (what, rank, size, stride, value) in zip(
        garments, ranks, rows, strict=True
    ):
        cases.append(Case(what, (image, int(order[rank]), size, stride, value)))
    double = garments[0].astype(np.float64)
    cases.append(Case("float64", (double, int(ranks[0, 1]), (11, 8), (8, 10), 0.3)))
    check("occlusion_map", answer, occlusion_map, cases, OCCLUSION_MISTAKES)


# Part 6: Grad-CAM


def _maps_and_gradients(
    rng: np.random.Generator, *shape: int, dtype: type = np.float32
) -> tuple[NDArray, NDArray]:
    """Draw maps as a ReLU leaves them, and gradients: one map for the class, the next against it."""
    gradients = floats(rng, *shape, dtype=dtype)
    signs = np.where(gradients.mean(axis=(0, 1)) < 0, -1, 1).astype(dtype)
    signs[1::2] *= -1
    return np.maximum(floats(rng, *shape, dtype=dtype) + 2, 0), gradients * signs


@part
def check_grad_cam(answer: Callable[..., Any]) -> None:
    """Check the weighted sum of maps, with gradients of both signs, and a sum without anything positive."""
    rng = random()
    against = np.abs(floats(rng, 2, 3, 4)) + np.float32(0.1)
    maps, gradients = _maps_and_gradients(rng, 3, 5, 6)
    mostly, against_most = _maps_and_gradients(rng, 3, 4, 3)
    against_most = np.abs(against_most) * np.float32([1, -3, -3])
    mostly[0, 0] = (2, 0, 0)  # here nothing speaks against
    large, double = _maps_and_gradients(rng, 4, 6, 2, dtype=np.float64)
    cases = [
        Case(
            "one map that speaks for the class", (against[..., :1], against[..., 1:2])
        ),
        Case("three maps, two of them against the class", (mostly, against_most)),
        Case("four maps that all speak against the class", (against, -against)),
        Case("five maps, higher than wide", _maps_and_gradients(rng, 4, 3, 5)),
        Case(
            "maps with negative numbers", (floats(rng, 5, 3, 4), floats(rng, 5, 3, 4))
        ),
        Case("small gradients", (maps, gradients / 100)),
        Case("float64", (100 * large, double)),
    ]
    check("grad_cam", answer, grad_cam, cases, GRAD_CAM_MISTAKES)


# Part 7: what the pictures do not show

CLAIMS = {
    "size does not matter": False,
    "black on black": True,
    "no drop, not used": False,
    "new weights, new map": True,
    "outline means evidence": False,
    "shows what speaks against": False,
}
CLAIM_HINTS = {
    "size does not matter": "Compare the maps for rectangles of 4 and of 14 pixels.",
    "black on black": "Which pixels of the image does such a rectangle change?",
    "no drop, not used": "A boot can be told by its heel or by its shaft. "
    "What is left when only one of them is covered?",
    "new weights, new map": "A map that stays the same does not depend on what was learned.",
    "outline means evidence": "The last picture has an outline too. Was a network asked for it?",
    "shows what speaks against": "What does the ReLU at the end of Grad-CAM make of negative sums?",
}


@part
def check_limits(claims: Any) -> None:
    """Check what a student concludes from the experiments."""
    check_claims("claims", claims, CLAIMS, CLAIM_HINTS)
