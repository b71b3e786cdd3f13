"""Assignment 10, parts 4 and 5: receptive fields, the inputs that give a size, and the ways to miss them."""

import itertools
from collections.abc import Callable, Iterable

from cnn_course import shapes
from cnn_course.checks.core import Mistake

Layers = tuple[tuple[int, int], ...]  # (kernel, stride)
State = tuple[int, int]  # field, step

# Part 4: the receptive field after each layer


def receptive_fields(layers: Layers) -> list[int]:
    """Return what one output sees after each layer, in pixels along one axis: the target of part 4."""
    return [shapes.receptive_field(layers[: n + 1]) for n in range(len(layers))]


def _walk(
    go_on: Callable[[int, int, int, int], State], start: State = (1, 1)
) -> Callable[[Layers], list[int]]:
    """Return a function that goes from (field, step) to the next by (field, step, kernel, stride)."""

    def fields(layers: Layers) -> list[int]:
        states = itertools.accumulate(
            layers, lambda state, layer: go_on(*state, *layer), initial=start
        )
        return [field for field, _ in states][1:]

    return fields


def _accumulated(kernels: Callable[[Iterable[int]], Iterable[int]]) -> Callable:
    return lambda layers: list(kernels(kernel for kernel, _ in layers))


FIELD_MISTAKES = (
    Mistake(
        "The numbers have decimals. A field is a whole number of pixels.",
        lambda layers: [float(field) for field in receptive_fields(layers)],
    ),
    Mistake(
        "Each layer adds its whole kernel. The first pixel was seen already: it adds kernel − 1 steps.",
        _walk(lambda f, j, k, s: (f + k * j, j * s)),
    ),
    Mistake(
        "The stride of a layer is applied too early: it makes the steps of the layers after it wider.",
        _walk(lambda f, j, k, s: (f + (k - 1) * j * s, j * s)),
    ),
    Mistake(
        "The strides are ignored: after a stride of 2 neighbours stand two pixels apart.",
        _walk(lambda f, j, k, s: (f + k - 1, 1)),
    ),
    Mistake(
        "The strides are added up. Two strides of 2 put neighbours 2 × 2 pixels apart: multiply.",
        _walk(lambda f, j, k, s: (f + (k - 1) * j, j + s)),
    ),
    Mistake(
        "Only the stride of the layer before counts. The step is the product of all strides before.",
        _walk(lambda f, j, k, s: (f + (k - 1) * j, s)),
    ),
    Mistake(
        "Each layer adds (kernel − 1) × its own stride. What counts are the strides of the layers before.",
        _walk(lambda f, j, k, s: (f + (k - 1) * s, 1)),
    ),
    Mistake(
        "Everything is one too small: before the first layer an output sees 1 pixel, itself.",
        _walk(lambda f, j, k, s: (f + (k - 1) * j, j * s), start=(0, 1)),
    ),
    Mistake(
        "The field that was there is multiplied by the stride. Going forwards, only the step grows by it.",
        _walk(lambda f, j, k, s: ((f - 1) * s + k, 1)),
    ),
    Mistake(
        "The field is multiplied by the stride, and the kernel added: only the step grows by a stride.",
        _walk(lambda f, j, k, s: (f * s + k - 1, 1)),
    ),
    Mistake(
        "Layers whose stride is their kernel, as in pooling, are left out. They widen the view too.",
        _walk(lambda f, j, k, s: (f, j) if k == s else (f + (k - 1) * j, j * s)),
    ),
    Mistake(
        "Of layers whose stride is their kernel only the kernel counts: the stride widens later steps.",
        _walk(lambda f, j, k, s: (f + (k - 1) * j, j if k == s else j * s)),
    ),
    Mistake(
        "Of layers whose stride is their kernel only the stride counts. Their window widens the view too.",
        _walk(lambda f, j, k, s: (f if k == s else f + (k - 1) * j, j * s)),
    ),
    Mistake(
        "Layers with a kernel of 1 change the step too, if they have a stride.",
        _walk(lambda f, j, k, s: (f, j) if k == 1 else (f + (k - 1) * j, j * s)),
    ),
    Mistake(
        "The layers are taken from the last to the first: the first layer comes first.",
        lambda layers: receptive_fields(layers[::-1]),
    ),
    Mistake(
        "The kernels are multiplied. A layer adds to what is seen.",
        _walk(lambda f, j, k, s: (f * k, 1)),
    ),
    Mistake(
        "The kernels are added up: neighbouring windows overlap, so each layer adds kernel − 1 steps.",
        _accumulated(itertools.accumulate),
    ),
    Mistake(
        "These are the kernels. A window of a later layer lies on windows of the layer before.",
        _accumulated(list),
    ),
    Mistake(
        "This is the largest kernel so far: what the layers see adds up.",
        _accumulated(lambda kernels: itertools.accumulate(kernels, max)),
    ),
    Mistake(
        "These are the steps, from one output to the next. The field is what one output sees.",
        lambda layers: list(itertools.accumulate((s for _, s in layers), int.__mul__)),
    ),
    Mistake(
        "These are areas: count the pixels along one axis.",
        lambda layers: [field**2 for field in receptive_fields(layers)],
    ),
    Mistake(
        "The list is one late: it has the field before each layer. Append after the layer.",
        lambda layers: [1, *receptive_fields(layers)][:-1],
    ),
    Mistake(
        "The list begins with the input's own 1. One number for each layer is wanted.",
        lambda layers: [1, *receptive_fields(layers)],
    ),
    Mistake(
        "This is the field after the last layer. A list with one number for each layer is wanted.",
        shapes.receptive_field,
    ),
    Mistake(
        "Only the first layer is there: is `return` indented into the loop?",
        lambda layers: receptive_fields(layers)[:1],
    ),
)

# Part 5: all inputs that give a size


def input_sizes(output: int, kernel: int, stride: int, padding: int) -> list[int]:
    """Return every input size that gives an output size, the smallest first: the target of part 5."""
    largest = output * stride + kernel
    return [
        n
        for n in range(max(1, kernel - 2 * padding), largest + 1)
        if shapes.output_size(n, kernel, stride, padding) == output
    ]


def _from(
    smallest: Callable[[int, int, int, int], int],
) -> Callable[[int, int, int, int], list[int]]:
    """Return a function that counts stride sizes from another smallest one."""

    def sizes(output: int, kernel: int, stride: int, padding: int) -> list[int]:
        start = smallest(output, kernel, stride, padding)
        return list(range(start, start + stride))

    return sizes


INPUT_MISTAKES = (
    Mistake(
        "Only the smallest size is there. With a stride some pixels can be left over: there are more.",
        lambda o, k, s, p: input_sizes(o, k, s, p)[:1],
    ),
    Mistake(
        "Only the largest size is there: all sizes that give the output are wanted.",
        lambda o, k, s, p: input_sizes(o, k, s, p)[-1:],
    ),
    Mistake(
        "This is one number. A list of all sizes is wanted, even if there is only one.",
        lambda o, k, s, p: input_sizes(o, k, s, p)[0],
    ),
    Mistake(
        "The smallest and the largest are returned: those between them give the output too.",
        lambda o, k, s, p: [input_sizes(o, k, s, p)[0], input_sizes(o, k, s, p)[-1]],
    ),
    Mistake(
        "One size too many: with the last one another window fits.",
        lambda o, k, s, p: [*input_sizes(o, k, s, p), input_sizes(o, k, s, p)[-1] + 1],
    ),
    Mistake(
        "The largest size is missing: `range` stops before its end.",
        lambda o, k, s, p: input_sizes(o, k, s, p)[:-1],
    ),
    Mistake("The padding is ignored.", _from(lambda o, k, s, p: (o - 1) * s + k)),
    Mistake(
        "The padding stands on both sides: it counts twice.",
        _from(lambda o, k, s, p: (o - 1) * s + k - p),
    ),
    Mistake(
        "The padding is added. It gives pixels to the window, so that the input may be smaller.",
        _from(lambda o, k, s, p: (o - 1) * s + k + 2 * p),
    ),
    Mistake(
        "The sizes begin too late: n windows have n − 1 strides between them.",
        _from(lambda o, k, s, p: o * s + k - 2 * p),
    ),
    Mistake(
        "The window is missing: the last window begins after all strides, and needs its own pixels.",
        _from(lambda o, k, s, p: (o - 1) * s - 2 * p),
    ),
    Mistake(
        "All sizes are one too small: the window has k pixels, not k − 1.",
        _from(lambda o, k, s, p: (o - 1) * s + k - 1 - 2 * p),
    ),
    Mistake(
        "All sizes are one too large.",
        _from(lambda o, k, s, p: (o - 1) * s + k + 1 - 2 * p),
    ),
    Mistake("The stride is ignored.", lambda o, k, s, p: [o - 1 + k - 2 * p]),
    Mistake(
        "Sizes smaller than the window are missing: with padding they have places too.",
        lambda o, k, s, p: [n for n in input_sizes(o, k, s, p) if n >= k],
    ),
    Mistake(
        "Large sizes are missing: you try sizes up to a limit, and some outputs need larger ones.",
        lambda o, k, s, p: [n for n in input_sizes(o, k, s, p) if n < 1000],
    ),
    Mistake(
        "These sizes would be right if you rounded up. A window that does not fit entirely is left out.",
        _from(lambda o, k, s, p: (o - 1) * s + k - 2 * p - s + 1),
    ),
    Mistake(
        "This is the output of an input of that size. The question goes the other way.",
        lambda o, k, s, p: [(o + 2 * p - k) // s + 1],
    ),
    Mistake(
        "The sizes are a stride apart: every whole number between them counts too.",
        lambda o, k, s, p: [n * s + input_sizes(o, k, s, p)[0] for n in range(s)],
    ),
    Mistake(
        "The largest stands first: sort them, the smallest first.",
        lambda o, k, s, p: input_sizes(o, k, s, p)[::-1],
    ),
    Mistake(
        "The numbers have decimals. A size is whole.",
        lambda o, k, s, p: [float(n) for n in input_sizes(o, k, s, p)],
    ),
)
