"""What training makes small: the cross-entropy of a softmax."""

import numpy as np
from numpy.typing import NDArray

from cnn_course.arrays import Array, require_float


def softmax(logits: Array) -> Array:
    """Turn scores (N, classes) into probabilities that add up to 1 in each row.

    p[n, k] = exp(z[n, k]) / sum over j of exp(z[n, j]); the largest score is taken away first, which
    changes nothing but keeps exp from overflowing.

    Raises:
        TypeError: the scores hold integers.
        ValueError: they are not (N, classes).

    >>> softmax(np.array([[0.0, np.log(3.0)], [1000.0, 1000.0]]))
    array([[0.25, 0.75],
           [0.5 , 0.5 ]])
    """
    require_float("logits", logits, "N classes")
    exponentials = np.exp(logits - logits.max(axis=1, keepdims=True))
    return exponentials / exponentials.sum(axis=1, keepdims=True)


def softmax_cross_entropy(
    logits: Array, labels: NDArray[np.integer]
) -> tuple[float, Array]:
    """Return the mean cross-entropy of a batch and its gradient for the scores.

    L = -mean over n of log p[n, label of n]; dL/dz[n, k] = (p[n, k] - [k is the label of n]) / N
    (Bridle 1990).

    Args:
        logits: scores (N, classes), float.
        labels: the right class of each, integers (N,).

    Returns:
        The loss, and the gradient (N, classes) in the dtype of ``logits``.

    Raises:
        TypeError: the scores hold integers, or the labels do not.
        ValueError: the batch is empty, or a label is none of the classes.

    >>> loss, gradient = softmax_cross_entropy(np.zeros((1, 4)), np.array([2]))
    >>> round(loss, 4), gradient
    (1.3863, array([[ 0.25,  0.25, -0.75,  0.25]]))
    """
    require_float("logits", logits, "N classes")
    if not isinstance(labels, np.ndarray) or not np.issubdtype(
        labels.dtype, np.integer
    ):
        kind = getattr(labels, "dtype", type(labels).__name__)
        raise TypeError(
            f"labels hold {kind}; they must be an array of integers, the number of each class."
        )
    if labels.shape != logits.shape[:1] or not len(labels):
        raise ValueError(
            "logits must be (N, classes) and labels (N,), N at least 1; "
            f"they are {logits.shape} and {labels.shape}."
        )
    if not 0 <= labels.min() <= labels.max() < logits.shape[1]:
        raise ValueError(
            f"Labels must lie in 0..{logits.shape[1] - 1}; these go from {labels.min()} to {labels.max()}."
        )
    rows = np.arange(len(labels))
    shifted = logits - logits.max(axis=1, keepdims=True)
    p = np.exp(shifted)
    sums = p.sum(axis=1, keepdims=True)
    loss = float(np.mean(np.log(sums[:, 0]) - shifted[rows, labels]))
    p /= sums
    p[rows, labels] -= 1
    return loss, p / np.asarray(len(labels), dtype=p.dtype)
