"""Write what the widgets know of the package: its kernels by name, and four garments.

`python -m cnn_course.widgets.course_data` writes it into modules/course_data.js.
"""

from fractions import Fraction
from typing import Any

from cnn_course import datasets, filters
from cnn_course.widgets.bundle import MODULES
from cnn_course.widgets.javascript import constant, pixels

GARMENTS = (0, 1, 16, 23)  # training images of Fashion-MNIST, of four classes
KERNELS = (
    filters.SOBEL_HORIZONTAL,
    filters.SOBEL_VERTICAL,
    *filters.KERNEL_TABLE,
    *filters.ONE_SIDED_EDGES,
)


def kernels() -> list[dict[str, Any]]:
    """Return each kernel's name, question, and nine numbers as a reader would write them: "1/9"."""
    return [
        {
            "name": f.name,
            "answers": f.answers,
            "numbers": [
                str(Fraction(float(number)).limit_denominator(16))
                for number in f.kernel.flat
            ],
        }
        for f in KERNELS
    ]


def pictures() -> list[dict[str, Any]]:
    """Return each garment's class, its place in the data set, and its pixels."""
    garments = datasets.load("fashion_mnist")
    return [
        {
            "name": garments.class_names[garments.y_train[n]],
            "index": n,
            "pixels": pixels(garments.x_train[n]),
        }
        for n in GARMENTS
    ]


def module() -> str:
    """Return the source of the ES module."""
    head = "// Written by cnn_course/widgets/course_data.py."
    lines = [head, *constant("KERNELS", kernels()), *constant("PICTURES", pictures())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    (MODULES / "course_data.js").write_text(module(), encoding="utf-8")
