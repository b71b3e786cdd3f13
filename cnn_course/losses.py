"""What training makes small: the cross-entropy of a softmax."""

from typing import Any

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
        ValueError: the batch is empty, labels are not (N,), or one is none of the classes.

    >>> loss, gradient = softmax_cross_entropy(np.zeros((1, 4)), np.array([2]))
    >>> round(loss, 4), gradient
    (1.3863, array([[ 0.25,  0.25, -0.75,  0.25]]))
    """
    require_float("logits", logits, "N classes")
    require_labels(labels)
    if labels.shape != logits.shape[:1] or not len(labels):
        raise ValueError(
            "logits must be (N, classes) and labels (N,), N at least 1; "
            f"they are {logits.shape} and {labels.shape}.{_advice(labels)}"
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


def require_labels(labels: NDArray[np.integer]) -> None:
    """Refuse labels that are not an array of integers.

    Raises:
        TypeError: they are not; the message tells how to make one of them.
    """
    kind = getattr(labels, "dtype", type(labels).__name__)
    if not isinstance(labels, np.ndarray) or not np.issubdtype(kind, np.integer):
        raise TypeError(
            f"labels hold {kind}; they must be an array of integers, the number of each class."
            f"{_advice(labels)}"
        )


def _advice(labels: Any) -> str:
    """Return what makes integers (N,) of other labels, as one more sentence."""
    if not isinstance(labels, np.ndarray):
        return " A list becomes one by np.array(labels)."
    if labels.ndim == 2 and labels.shape[1] == 1:
        return " A column becomes flat by labels[:, 0]."
    if labels.ndim == 2:
        return " One-hot rows become numbers by labels.argmax(axis=1)."
    if not np.issubdtype(labels.dtype, np.integer):
        return " They become integers by labels.astype(np.int64)."
    return ""
