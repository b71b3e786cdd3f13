"""The small network of 93,322 parameters in PyTorch's way: a class, and a training step.

`book/10_keras.md` shows its parts, and `test_small_cnn_torch.py` holds it against Keras and our NumPy.
"""

import numpy as np
import pytest
from numpy.typing import NDArray

# PyTorch is optional, and pytest looks for doctests in this file too.
torch = pytest.importorskip("torch")
nn, functional = torch.nn, torch.nn.functional


class SmallCNN(nn.Module):
    """From images (N, 1, 28, 28) in 0..1 to scores (N, 10)."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, kernel_size=3, padding=1)
        self.conv2 = nn.Conv2d(32, 64, kernel_size=3, padding=1)
        self.conv3 = nn.Conv2d(64, 64, kernel_size=3, padding=1)
        self.dense1 = nn.Linear(64 * 3 * 3, 64)
        self.dense2 = nn.Linear(64, 10)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Compute the scores."""
        x = functional.max_pool2d(functional.relu(self.conv1(x)), 2)
        x = functional.max_pool2d(functional.relu(self.conv2(x)), 2)
        x = functional.max_pool2d(functional.relu(self.conv3(x)), 2)
        x = torch.flatten(x, 1)  # all axes but N
        x = functional.relu(self.dense1(x))
        return self.dense2(x)


def train_step(
    model: nn.Module,
    optimizer: torch.optim.Optimizer,
    images: torch.Tensor,
    labels: torch.Tensor,
) -> float:
    """Move the weights once; return the loss before."""
    criterion = nn.CrossEntropyLoss()
    loss = criterion(model(images), labels)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()


def from_keras(weights: list[NDArray]) -> list[NDArray]:
    """Return Keras' ten arrays with the axes that PyTorch has, in the order of `parameters()`."""
    w1, b1, w2, b2, w3, b3, w4, b4, w5, b5 = weights
    filters = [w.transpose(3, 2, 0, 1) for w in (w1, w2, w3)]  # (F, C, KH, KW)
    # The flat row counts the channels first here, and last in Keras.
    w4 = w4.reshape(3, 3, 64, 64).transpose(3, 2, 0, 1).reshape(64, 576)
    arrays = zip([*filters, w4, w5.T], [b1, b2, b3, b4, b5], strict=True)
    return [np.ascontiguousarray(array) for pair in arrays for array in pair]


def set_weights(model: SmallCNN, weights: list[NDArray]) -> None:
    """Copy Keras' ten arrays into the model."""
    arrays = from_keras(weights)
    with torch.no_grad():
        for parameter, array in zip(model.parameters(), arrays, strict=True):
            parameter.copy_(torch.from_numpy(array))
