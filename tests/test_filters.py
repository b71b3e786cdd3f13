import numpy as np
import pytest

from cnn_course import filters
from cnn_course.conv import correlate2d
from cnn_course.filters import Filter

ALL = [value for value in vars(filters).values() if isinstance(value, Filter)]
by_name = pytest.mark.parametrize("kernel", ALL, ids=lambda f: f.name)

EDGES = [
    filters.SOBEL_HORIZONTAL,
    filters.SOBEL_VERTICAL,
    filters.EDGE_DIAGONAL,
    filters.LAPLACIAN_4,
    filters.LAPLACIAN_8,
]
MEANS = [filters.IDENTITY, filters.SHARPEN, filters.BOX_BLUR, filters.GAUSSIAN_BLUR]


def responses(kernel, image):
    return correlate2d(np.array(image, dtype=np.float32), kernel.kernel)


def bright(top=0, left=0, bottom=7, right=8):
    """Draw an image of 7 x 8 pixels, 1 in rows top..bottom and columns left..right, 0 elsewhere."""
    image = np.zeros((7, 8), dtype=np.float32)
    image[top:bottom, left:right] = 1
    return image


@by_name
def test_a_kernel_is_3x3_float32_and_cannot_be_changed(kernel):
    assert kernel.kernel.shape == (3, 3)
    assert kernel.kernel.dtype == np.float32
    with pytest.raises(ValueError, match="read-only"):
        kernel.kernel[0, 0] = 1


def test_names_and_questions_are_all_different():
    assert len(ALL) == 13
    assert len({kernel.name for kernel in ALL}) == len(ALL)
    assert len({kernel.answers for kernel in ALL}) == len(ALL)


def test_sobel_is_that_of_duda_and_hart():
    h, v = filters.SOBEL_HORIZONTAL.kernel, filters.SOBEL_VERTICAL.kernel
    assert h.tolist() == [[1, 2, 1], [0, 0, 0], [-1, -2, -1]]
    assert v.tolist() == [[1, 0, -1], [2, 0, -2], [1, 0, -1]]


def test_the_kernel_table_is_that_of_the_notes():
    table = [kernel.kernel for kernel in filters.KERNEL_TABLE]
    wanted = [
        [[0, 0, 0], [0, 1, 0], [0, 0, 0]],
        [[1, 0, -1], [0, 0, 0], [-1, 0, 1]],
        [[0, 1, 0], [1, -4, 1], [0, 1, 0]],
        [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]],
        [[0, -1, 0], [-1, 5, -1], [0, -1, 0]],
        np.full((3, 3), 1 / 9),
        np.array([[1, 2, 1], [2, 4, 2], [1, 2, 1]]) / 16,
    ]
    np.testing.assert_allclose(table, wanted, rtol=1e-7)


@pytest.mark.parametrize("kernel", EDGES, ids=lambda f: f.name)
def test_an_edge_kernel_answers_zero_where_nothing_changes(kernel):
    assert not responses(kernel, np.full((5, 6), 0.5)).any()


@pytest.mark.parametrize("kernel", MEANS, ids=lambda f: f.name)
def test_a_kernel_that_sums_to_one_keeps_the_brightness(kernel):
    np.testing.assert_allclose(responses(kernel, np.full((5, 6), 3)), 3, rtol=1e-6)


def test_identity_answers_the_pixel_itself():
    image = np.arange(30).reshape(5, 6)
    assert responses(filters.IDENTITY, image).tolist() == image[1:-1, 1:-1].tolist()


@pytest.mark.parametrize(
    ("kernel", "image"),
    [
        (filters.SOBEL_HORIZONTAL, bright(bottom=3)),  # brighter above than below
        (filters.SOBEL_VERTICAL, bright(right=3)),  # brighter left than right
        (filters.LAPLACIAN_4, 1 - bright(3, 3, 4, 4)),  # darker than four neighbours
        (filters.LAPLACIAN_8, bright(3, 3, 4, 4)),  # brighter than eight neighbours
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_the_question_is_answered_yes_by_a_positive_number(kernel, image):
    yes, no = responses(kernel, image), responses(kernel, 1 - image)
    assert yes.max() > 0
    assert abs(yes.max()) == np.abs(yes).max()
    np.testing.assert_array_equal(no, -yes)


def test_the_two_sobel_kernels_do_not_see_each_others_edges():
    assert not responses(filters.SOBEL_HORIZONTAL, bright(right=3)).any()
    assert not responses(filters.SOBEL_VERTICAL, bright(bottom=3)).any()


@pytest.mark.parametrize(
    ("kernel", "row", "column"),
    [
        (filters.TOP_EDGE, 2, None),
        (filters.LEFT_EDGE, None, 3),
        (filters.BOTTOM_EDGE, 4, None),
        (filters.RIGHT_EDGE, None, 5),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_one_sided_edge_is_one_pixel_sharp_and_inside_the_bright_part(
    kernel, row, column
):
    # The bright part is rows 2..4 and columns 3..5; an answer stands one pixel up and left of its middle.
    answer = np.maximum(responses(kernel, bright(2, 3, 5, 6)), 0)
    strongest = np.argwhere(answer == answer.max()) + 1
    axis, place = (0, row) if column is None else (1, column)
    assert answer.max() == 3
    assert set(strongest[:, axis]) == {place}


def test_one_sided_edges_are_those_of_the_notes():
    top, left, bottom, right = (kernel.kernel for kernel in filters.ONE_SIDED_EDGES)
    assert top.tolist() == [[-1, -1, -1], [1, 1, 1], [0, 0, 0]]
    assert left.tolist() == [[-1, 1, 0]] * 3
    np.testing.assert_array_equal(bottom, top[::-1])
    np.testing.assert_array_equal(right, left[:, ::-1])
