import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnn_course.gradcheck import numerical_gradient
from cnn_course.losses import softmax, softmax_cross_entropy

both_dtypes = pytest.mark.parametrize("dtype", ["float32", "float64"])


@st.composite
def batches(draw):
    """Draw scores (N, classes) and labels (N,), N and classes never equal."""
    n, classes = draw(st.permutations(range(1, 8)))[:2]
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    logits = rng.normal(scale=draw(st.sampled_from([0.1, 3, 100])), size=(n, classes))
    return logits, rng.integers(0, classes, n)


def softmax_loops(logits):
    p = np.empty(logits.shape)
    for n, k in np.ndindex(logits.shape):
        p[n, k] = 1 / sum(math.exp(other - logits[n, k]) for other in logits[n])
    return p


def cross_entropy_loops(logits, labels):
    total = 0.0
    for row, label in zip(logits, labels, strict=True):
        total += math.log(sum(math.exp(z - row[label]) for z in row))
    return total / len(labels)


# softmax


def test_softmax_worked_by_hand():
    logits = np.log([[1.0, 3.0, 4.0], [2.0, 2.0, 1.0]])
    expected = [[1 / 8, 3 / 8, 4 / 8], [2 / 5, 2 / 5, 1 / 5]]
    np.testing.assert_allclose(softmax(logits), expected, rtol=1e-14)


@given(batch=batches())
def test_softmax_equals_the_loops_and_every_row_adds_up_to_1(batch):
    logits, _ = batch
    p = softmax(logits)
    np.testing.assert_allclose(p, softmax_loops(logits), rtol=1e-9, atol=1e-300)
    np.testing.assert_allclose(p.sum(axis=1), np.ones(len(logits)), rtol=1e-12)


@both_dtypes
def test_scores_too_large_for_exp_overflow_nowhere(dtype):
    logits = np.array([[1e4, 1e4, -1e4], [-1e4, -1e4, -2e4], [0, 1e4, 0]], dtype)
    expected = [[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 1, 0]]
    p = softmax(logits)
    assert p.dtype == dtype
    assert p.tolist() == expected
    loss, gradient = softmax_cross_entropy(logits, np.array([2, 0, 1]))
    assert loss == pytest.approx((2e4 + 2 * math.log(2)) / 3, rel=1e-6)
    shares = (np.array(expected) - [[0, 0, 1], [1, 0, 0], [0, 1, 0]]) / 3
    np.testing.assert_allclose(gradient, shares, rtol=1e-6)


def test_a_number_added_to_all_scores_of_a_row_changes_nothing():
    logits = np.array([[0.5, -1.5, 2.0], [1.0, 0.25, -3.0]])
    shifted = logits + np.array([[4.0], [-8.0]])
    np.testing.assert_array_equal(softmax(shifted), softmax(logits))


def test_softmax_of_no_rows_is_none():
    p = softmax(np.ones((0, 3), np.float32))
    assert (p.shape, p.dtype) == ((0, 3), np.float32)


# cross-entropy


def test_cross_entropy_worked_by_hand():
    logits = np.log([[1.0, 3.0, 4.0], [2.0, 2.0, 1.0]])
    loss, gradient = softmax_cross_entropy(logits, np.array([1, 2]))
    assert loss == pytest.approx((math.log(8 / 3) + math.log(5)) / 2, rel=1e-14)
    expected = [[1 / 16, -5 / 16, 4 / 16], [2 / 10, 2 / 10, -4 / 10]]
    np.testing.assert_allclose(gradient, expected, rtol=1e-14)


@pytest.mark.parametrize("classes", [2, 10])
def test_a_network_that_knows_nothing_starts_at_the_log_of_the_classes(classes):
    loss, _ = softmax_cross_entropy(np.zeros((3, classes)), np.array([0, 1, 1]))
    assert loss == pytest.approx(math.log(classes))


@given(batch=batches())
def test_cross_entropy_equals_the_loops(batch):
    logits, labels = batch
    loss, gradient = softmax_cross_entropy(logits, labels)
    assert type(loss) is float
    assert loss == pytest.approx(
        cross_entropy_loops(logits, labels), rel=1e-9, abs=1e-12
    )
    one_hot = np.array(
        [[k == label for k in range(logits.shape[1])] for label in labels]
    )
    slow = (softmax_loops(logits) - one_hot) / len(labels)
    np.testing.assert_allclose(gradient, slow, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("shape", [(4, 3), (1, 5), (6, 2)])
def test_every_number_of_the_gradient_by_finite_differences(shape):
    rng = np.random.default_rng(1)
    logits, labels = rng.normal(size=shape), rng.integers(0, shape[1], shape[0])
    _, gradient = softmax_cross_entropy(logits, labels)
    numeric = numerical_gradient(lambda z: cross_entropy_loops(z, labels), logits)
    np.testing.assert_allclose(gradient, numeric, rtol=1e-6, atol=1e-9)
    numeric = numerical_gradient(lambda z: softmax_cross_entropy(z, labels)[0], logits)
    np.testing.assert_allclose(gradient, numeric, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("sparse", [True, False])
@pytest.mark.parametrize("scale", [1, 50])
@both_dtypes
def test_cross_entropy_and_its_gradient_equal_those_of_keras(tf, sparse, scale, dtype):
    rng = np.random.default_rng(2)
    logits = rng.normal(scale=scale, size=(7, 5)).astype(dtype)
    labels = rng.integers(0, 5, 7)
    name = "SparseCategoricalCrossentropy" if sparse else "CategoricalCrossentropy"
    keras_loss = getattr(tf.keras.losses, name)(from_logits=True, dtype=dtype)
    scores = tf.constant(logits)
    with tf.GradientTape() as tape:
        tape.watch(scores)
        theirs = keras_loss(labels if sparse else np.eye(5)[labels], scores)
    loss, gradient = softmax_cross_entropy(logits, labels)
    tolerance = 1e-5 if dtype == "float32" else 1e-12
    assert loss == pytest.approx(float(theirs), rel=tolerance)
    np.testing.assert_allclose(
        gradient, tape.gradient(theirs, scores).numpy(), rtol=tolerance, atol=tolerance
    )
    np.testing.assert_allclose(
        softmax(logits), tf.nn.softmax(logits).numpy(), rtol=tolerance, atol=tolerance
    )


# dtypes, memory


@both_dtypes
@pytest.mark.parametrize("labels_dtype", [np.uint8, np.int32, np.int64])
def test_the_gradient_has_the_dtype_of_the_scores(dtype, labels_dtype):
    logits = np.random.default_rng(3).normal(size=(4, 300)).astype(dtype)
    labels = np.array([0, 255, 3, 129], labels_dtype)
    loss, gradient = softmax_cross_entropy(logits, labels)
    assert type(loss) is float
    assert gradient.dtype == softmax(logits).dtype == dtype
    assert loss == pytest.approx(cross_entropy_loops(logits, labels), rel=1e-5)


def test_the_layout_in_memory_does_not_matter_and_nothing_is_written():
    logits = np.random.default_rng(4).normal(size=(4, 3))
    labels = np.array([2, 0, 1, 1])
    loss, gradient = softmax_cross_entropy(logits, labels)
    odd_logits = np.repeat(np.asfortranarray(logits), 2, axis=1)[:, ::2]
    odd_labels = labels[::-1].copy()[::-1]
    for array in (odd_logits, odd_labels):
        array.flags.writeable = False
    odd_loss, odd_gradient = softmax_cross_entropy(odd_logits, odd_labels)
    assert odd_loss == pytest.approx(loss)
    np.testing.assert_allclose(odd_gradient, gradient)
    np.testing.assert_allclose(softmax(odd_logits), softmax(logits))


def test_nothing_modifies_its_input():
    logits, labels = (
        np.random.default_rng(5).normal(size=(4, 3)),
        np.array([2, 0, 1, 1]),
    )
    before = logits.copy(), labels.copy()
    softmax(logits)
    softmax_cross_entropy(logits, labels)
    np.testing.assert_array_equal(logits, before[0])
    np.testing.assert_array_equal(labels, before[1])


# errors

LOGITS, LABELS = np.zeros((4, 3)), np.array([2, 0, 1, 1])


@pytest.mark.parametrize(
    ("changes", "kind", "message"),
    [
        ({"logits": LOGITS[0]}, ValueError, r"\(N, classes\).*\(3,\)"),
        ({"labels": LABELS[:3]}, ValueError, r"\(4, 3\) and \(3,\)"),
        ({"labels": LABELS[:, None]}, ValueError, r"\(4, 3\) and \(4, 1\)"),
        (
            {"labels": np.eye(3, dtype=int)[LABELS]},
            ValueError,
            r"\(4, 3\) and \(4, 3\)",
        ),
        ({"logits": LOGITS[:0], "labels": LABELS[:0]}, ValueError, "N at least 1"),
        ({"labels": LABELS + 1}, ValueError, r"0\.\.2; these go from 1 to 3"),
        ({"labels": LABELS - 1}, ValueError, r"0\.\.2; these go from -1 to 1"),
        ({"labels": LABELS * 1.0}, TypeError, "labels hold float64"),
        ({"labels": LABELS > 0}, TypeError, "labels hold bool"),
        ({"labels": LABELS.tolist()}, TypeError, "labels hold list"),
        ({"logits": LOGITS.astype(int)}, TypeError, r"logits holds int64.*astype"),
        (
            {"logits": LOGITS.tolist()},
            TypeError,
            "logits must be a NumPy array, not list",
        ),
    ],
)
def test_what_does_not_go_together_is_named(changes, kind, message):
    with pytest.raises(kind, match=message):
        softmax_cross_entropy(**({"logits": LOGITS, "labels": LABELS} | changes))


@pytest.mark.parametrize(
    ("logits", "kind", "message"),
    [
        (LOGITS.astype(int), TypeError, r"logits holds int64.*astype"),
        (LOGITS.tolist(), TypeError, "logits must be a NumPy array, not list"),
        (LOGITS[0], ValueError, r"\(N, classes\).*\(3,\)"),
        (LOGITS[None], ValueError, r"\(N, classes\).*\(1, 4, 3\)"),
    ],
)
def test_softmax_names_what_is_wrong(logits, kind, message):
    with pytest.raises(kind, match=message):
        softmax(logits)
