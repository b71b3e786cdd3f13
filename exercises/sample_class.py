"""Make a small class that handed in: to try the autograder on, and to test it.

ada     everything right
ben     two known mistakes in each assignment
cleo    the notebook as it was released
dan     nothing handed in

Run: python exercises/sample_class.py FOLDER
FOLDER becomes a course of its own, with a copy of the sources: your real gradebook is not touched.
"""

import shutil
import sys
from pathlib import Path
from typing import NamedTuple

import nbformat

from cnn_course.grading import cycle
from cnn_course.grading.course import Course

HERE = Path(__file__).resolve().parent
STUDENTS = ("ada", "ben", "cleo", "dan")

MARKS = ("### BEGIN SOLUTION", "### END SOLUTION", "raise NotImplementedError()")


class Mistakes(NamedTuple):
    """Lines of the solution written wrongly, the checks that fail for it, and what ben is told."""

    lines: dict[str, str]
    fail: tuple[str, ...]
    told: tuple[str, ...]


BENS_MISTAKES = {
    "01_filters": Mistakes(
        {
            "image[i : i + kh, j : j + kw] * kernel": "image[i : i + kh, j : j + kw] * kernel[::-1, ::-1]",
            "np.clip(np.rint(answers), 0, 255)": "np.minimum(np.rint(answers), 255).astype(int)",
        },
        fail=("apply_filter", "to_image"),
        told=("The kernel is turned by 180 degrees.", "Negative numbers wrap around"),
    ),
    "02_convolution": Mistakes(
        {
            "convolve(image, w[..., f]) + b[f]": "convolve(image, w[..., f])",
            "moved[down:, right:] = image[: height - down, : width - right]": (
                "moved[:] = np.roll(image, (down, right), axis=(0, 1))"
            ),
        },
        fail=("conv2d", "feature_maps", "shift"),
        told=(
            "The bias is missing.",
            "What leaves on one side comes back on the other.",
        ),
    ),
    "03_padding_stride": Mistakes(
        {
            "return (k - 1) // 2, k // 2": "return (k - 1) // 2, (k - 1) // 2",
            "+= 1": "= 1",
        },
        fail=("same_padding", "times_seen"),
        told=(
            "For an even window both sides get too little",
            "A pixel counts once, however many windows see it",
        ),
    ),
    "04_pooling": Mistakes(
        {
            "constant_values=-np.inf": "constant_values=0",
            "return x.mean(axis=(1, 2))": "return x.mean(axis=(1, 2, 3))",
        },
        fail=("max_pool", "min_pool", "global_average_pool"),
        told=(
            "The padding is 0, which wins where all pixels of a window are negative.",
            "There is one number for each image: the channels are mixed.",
        ),
    ),
    "05_arrays": Mistakes(
        {
            "return x.transpose(0, 2, 3, 1).copy()": (
                "return x.reshape(x.shape[0], x.shape[2], x.shape[3], x.shape[1])"
            ),
            "block = x[:, u : u + oh, v : v + ow, :, np.newaxis]": "block = x[:, :oh, :ow, :, np.newaxis]",
        },
        fail=("to_nhwc", "conv2d"),
        told=(
            "The shape is right, and the pixels are scrambled",
            "Every weight meets the same block of pixels",
        ),
    ),
    "06_im2col": Mistakes(
        {
            "w.reshape(kh * kw * c, f)": "w.transpose(2, 0, 1, 3).reshape(kh * kw * c, f)",
            "left : left + kw] += windows": "left : left + kw] = windows",
        },
        fail=("conv2d", "col2im", "undo_im2col"),
        told=(
            "The filters' numbers are in another order than the windows'",
            "Where windows overlap, one number is left of all that came",
        ),
    ),
    "07_layers": Mistakes(
        {
            "self.db = rows.sum(axis=0)": "self.db = rows.mean(axis=0)",
            "dx[n, i * sh + u, j * sw + v, c] += dy[n, i, j, c]": (
                "dx[n, i * sh + u, j * sw + v, c] = dy[n, i, j, c]"
            ),
        },
        fail=("conv_weights", "pool_backward"),
        told=(
            "db: it is a mean. Add, and do not divide.",
            "A pixel that wins several windows keeps the gradient of the last one only",
        ),
    ),
    "08_training": Mistakes(
        {
            "x = images[..., np.newaxis].astype(np.float32) / 255": (
                "x = images[..., np.newaxis].astype(np.float32)"
            ),
            "m_now, v_now = m / (1 - 0.9**t), v / (1 - 0.999**t)": "m_now, v_now = m, v",
        },
        fail=("prepare", "adam_step", "train"),
        told=("The pixels of x still go up to 255", "The correction is missing."),
    ),
    "09_seeing": Mistakes(
        {
            "np.abs(pictures).max(axis=(1, 2, 3), keepdims=True)": (
                "np.abs(pictures).max(keepdims=True)"
            ),
            "return whole - left.reshape(covered.shape[:2])": "return left.reshape(covered.shape[:2])",
        },
        fail=("filter_images", "occlusion_map"),
        told=(
            "All filters share one scale: a faint filter stays faint.",
            "This is the probability that is left.",
        ),
    ),
    "10_architectures": Mistakes(
        {
            "append(weights + outputs if": "append(weights if",
            "range(smallest, smallest + stride)": "range(smallest, smallest + stride - 1)",
        },
        fail=("count_parameters", "input_sizes"),
        told=("The biases are missing", "The largest size is missing"),
    ),
}


def perfect(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return the source with its marks taken out: what a student who knows everything hands in."""
    for cell in notebook.cells:
        lines = cell.source.splitlines()
        cell.source = "\n".join(line for line in lines if line.strip() not in MARKS)
    return notebook


def mistaken(
    notebook: nbformat.NotebookNode, mistakes: Mistakes
) -> nbformat.NotebookNode:
    """Return the perfect notebook with some lines written wrongly.

    Raises:
        ValueError: the solution does not hold such a line any more.
    """
    notebook = perfect(notebook)
    for right, wrong in mistakes.lines.items():
        cells = [cell for cell in notebook.cells if right in cell.source]
        if len(cells) != 1:
            raise ValueError(
                f"{right!r} stands in {len(cells)} cells; it must stand in one."
            )
        cells[0].source = cells[0].source.replace(right, wrong)
    return notebook


def make(course: Path) -> None:
    """Fill a folder with the sources, the submissions, and a gradebook that knows the students."""
    shutil.rmtree(course, ignore_errors=True)
    shutil.copytree(HERE / "source", course / "source")
    for released in cycle.release(course):
        name = released.stem
        path = course / "source" / name / f"{name}.ipynb"
        hand_in(course, "ada", name, perfect(nbformat.read(path, 4)))
        hand_in(
            course, "ben", name, mistaken(nbformat.read(path, 4), BENS_MISTAKES[name])
        )
        hand_in(course, "cleo", name, nbformat.read(released, 4))
    with Course.open(course).gradebook() as gradebook:
        for student in STUDENTS:
            gradebook.update_or_create_student(student)


def hand_in(
    course: Path, student: str, name: str, notebook: nbformat.NotebookNode
) -> None:
    """Put a notebook where nbgrader looks for a student's submission."""
    folder = course / "submitted" / student / name
    folder.mkdir(parents=True)
    nbformat.write(notebook, folder / f"{name}.ipynb")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
