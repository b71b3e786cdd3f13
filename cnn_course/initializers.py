"""Where weights start: random numbers whose spread keeps signals from growing or dying out.

A weight's fan-in is how many inputs are added up for one output, its fan-out how many outputs feel one
input. Filters (KH, KW, C, F) have KH * KW * C and KH * KW * F; a matrix (C, F) has C and F.
"""

import math

import numpy as np

from cnn_course.arrays import Array


def fans(shape: tuple[int, ...]) -> tuple[int, int]:
    """Return (fan-in, fan-out) of weights of that shape.

    >>> fans((3, 3, 32, 64)), fans((576, 64))
    ((288, 576), (576, 64))
    """
    *window, c, f = shape
    return math.prod(window) * c, math.prod(window) * f


def he(shape: tuple[int, ...], random: np.random.Generator) -> Array:
    """Draw from a normal distribution of variance 2 / fan-in, for ReLU (He et al. 2015, equation 10).

    >>> float(he((100, 200), np.random.default_rng(0)).std().round(3)), round((2 / 100) ** 0.5, 3)
    (0.141, 0.141)
    """
    fan_in, _ = fans(shape)
    return random.standard_normal(shape) * math.sqrt(2 / fan_in)


def glorot(shape: tuple[int, ...], random: np.random.Generator) -> Array:
    """Draw evenly from -a to a, a² = 6 / (fan-in + fan-out): Keras' default.

    From Glorot and Bengio 2010, equation 16.

    >>> float(np.abs(glorot((100, 200), np.random.default_rng(0))).max().round(3)), (6 / 300) ** 0.5
    (0.141, 0.1414213562373095)
    """
    limit = math.sqrt(6 / sum(fans(shape)))
    return random.uniform(-limit, limit, shape)


INITIALIZERS = {"he": he, "glorot": glorot}


def draw(
    init: str, shape: tuple[int, ...], random: np.random.Generator | None
) -> Array:
    """Draw weights by the name of an initializer, from a generator of its own if ``random`` is None.

    Raises:
        ValueError: there is none of that name.
    """
    if init not in INITIALIZERS:
        raise ValueError(f"init must be one of {sorted(INITIALIZERS)}, not {init!r}.")
    return INITIALIZERS[init](shape, random or np.random.default_rng(0))
