"""PyTorch in both of its memory layouts: channels first, its default, and channels last."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from benchmarks.cases import CLASSES, Arrays, Case, Convolution, Network, Pooling
from benchmarks.contenders import Task, channels_first

LAYOUTS = {
    "torch": torch.contiguous_format,
    "torch, channels last": torch.channels_last,
}


def tasks(case: Case, inputs: Arrays) -> dict[str, Task]:
    """Return one task for each layout."""
    make = {Convolution: _convolution, Pooling: _pooling, Network: _epoch}[type(case)]
    return {name: make(case, inputs, layout) for name, layout in LAYOUTS.items()}


def _convolution(
    case: Convolution, inputs: Arrays, layout: torch.memory_format
) -> Task:
    x, dy = (_tensor(inputs[name], (0, 3, 1, 2), layout) for name in ("x", "dy"))
    w = _tensor(inputs["w"], (3, 2, 0, 1), layout)
    b = torch.tensor(inputs["b"])
    wanted = [x, w, b] if case.input_gradient else [w, b]
    for tensor in wanted:
        tensor.requires_grad_()

    def run() -> list[torch.Tensor]:
        y = functional.conv2d(x, w, b, case.stride, case.padding)
        return [y.detach(), *torch.autograd.grad(y, wanted, dy)]

    def arrays(result: list[torch.Tensor]) -> list[NDArray]:
        *images, dw, db = (tensor.numpy() for tensor in result)
        return [
            *(a.transpose(0, 2, 3, 1) for a in images),
            dw.transpose(2, 3, 1, 0),
            db,
        ]

    return Task(run, arrays)


def _pooling(case: Pooling, inputs: Arrays, layout: torch.memory_format) -> Task:
    x, dy = (_tensor(inputs[name], (0, 3, 1, 2), layout) for name in ("x", "dy"))
    x.requires_grad_()

    def run() -> list[torch.Tensor]:
        y = functional.max_pool2d(x, case.size, case.stride)
        return [y.detach(), *torch.autograd.grad(y, [x], dy)]

    return Task(run, lambda result: [t.numpy().transpose(0, 2, 3, 1) for t in result])


def build(case: Network, inputs: Arrays) -> nn.Sequential:
    """Return the network in PyTorch's layers, with the weights of ``inputs``."""
    channels = (1, *case.filters)
    layers: list[nn.Module] = []
    for c, f in zip(channels, case.filters, strict=False):
        convolution = nn.Conv2d(c, f, case.kernel, padding=case.padding)
        layers += [convolution, nn.ReLU(), nn.MaxPool2d(2)]
    first = nn.Linear(int(np.prod(case.last_map)), case.hidden)
    second = nn.Linear(case.hidden, CLASSES)
    model = nn.Sequential(*layers, nn.Flatten(), first, nn.ReLU(), second)
    learning = [m for m in model if isinstance(m, nn.Conv2d | nn.Linear)]
    with torch.no_grad():
        for layer, (w, b) in zip(learning, channels_first(case, inputs), strict=True):
            # PyTorch keeps a matrix as (units, inputs).
            layer.weight.copy_(torch.tensor(w.T if w.ndim == 2 else w))
            layer.bias.copy_(torch.tensor(b))
    return model


def _epoch(case: Network, inputs: Arrays, layout: torch.memory_format) -> Task:
    model = build(case, inputs).to(memory_format=layout)
    images = _tensor(inputs["images"], (0, 3, 1, 2), layout)
    labels = torch.tensor(inputs["labels"])
    optimizer = torch.optim.Adam(model.parameters(), eps=1e-7)  # as Keras and ours
    generator = torch.Generator().manual_seed(0)

    def run() -> float:
        total = 0.0
        order = torch.randperm(len(images), generator=generator)
        for batch in order.split(case.batch_size):
            optimizer.zero_grad()
            loss = functional.cross_entropy(model(images[batch]), labels[batch])
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch)
        return total / len(images)

    return Task(run, lambda loss: [np.array(loss)])


def _tensor(
    array: NDArray, axes: tuple[int, ...], layout: torch.memory_format
) -> torch.Tensor:
    return torch.tensor(array.transpose(axes)).contiguous(memory_format=layout)
