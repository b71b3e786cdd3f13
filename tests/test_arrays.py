import re

import numpy as np
import pytest

from cnn_course.arrays import require_float, require_shape


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64, np.longdouble])
@pytest.mark.parametrize("shape", [(), (0, 3), (2, 1, 4, 3)])
def test_floats_of_any_size_and_shape_pass(dtype, shape):
    require_float("x", np.ones(shape, dtype))
    require_shape("x", np.ones(shape, dtype), shape, of="output")


def test_an_array_with_an_axis_for_each_word_passes():
    require_float("x", np.ones((2, 3, 4, 5)), "N H W C")
    require_float("b", np.ones(6), "F")
    require_float("scale", np.ones(()), "")


@pytest.mark.parametrize(
    ("array", "message"),
    [
        ([1.0, 2.0], "x must be a NumPy array, not list."),
        (3.0, "x must be a NumPy array, not float."),
        (np.float32(3), "x must be a NumPy array, not float32."),
        (None, "x must be a NumPy array, not NoneType."),
        (np.ones(2, np.uint8), "x holds uint8, which overflows or rounds: "),
        (np.ones(2, np.int64), "convert it with x.astype(np.float32)."),
        (np.ones(2, bool), "x holds bool"),
        (np.ones(2, complex), "x holds complex128"),
        (np.array([1.0, None]), "x holds object"),
    ],
    ids=str,
)
def test_what_is_no_array_of_floats_is_refused(array, message):
    with pytest.raises(TypeError, match=re.escape(message)):
        require_float("x", array)
    with pytest.raises(TypeError, match=re.escape(message)):
        require_shape("x", array, (2,), of="output")


@pytest.mark.parametrize(
    ("shape", "axes", "wanted"),
    [
        ((5, 7), "N H W C", "(N, H, W, C)"),
        ((2, 5, 7, 3, 1), "N H W C", "(N, H, W, C)"),
        ((6, 1), "F", "(F)"),
        ((1,), "", "()"),
    ],
)
def test_the_axes_and_the_shape_are_both_named(shape, axes, wanted):
    message = f"w must have the axes {wanted}, but its shape is {shape}."
    with pytest.raises(ValueError, match=re.escape(message)):
        require_float("w", np.ones(shape), axes)


def test_the_dtype_is_asked_before_the_axes():
    with pytest.raises(TypeError, match="x holds int64"):
        require_float("x", np.ones((5, 7), int), "N H W C")


@pytest.mark.parametrize("shape", [(2, 4), (3, 2), (2, 3, 1), (6,), ()])
def test_another_shape_is_named_with_the_one_wanted_and_whose_it_is(shape):
    message = f"dy must have the output's shape (2, 3), not {shape}."
    with pytest.raises(ValueError, match=re.escape(message)):
        require_shape("dy", np.ones(shape), (2, 3), of="output")
