"""Imports point one way: the table of the design, held by reading every module's imports."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import cnn_course

PACKAGE = Path(cnn_course.__file__).parent
JUDGED = {
    *(
        "arrays",
        "shapes",
        "architectures",
        "costs",
        "filters",
        "im2col",
        "conv",
        "pool",
        "layers",
        "losses",
        "optimizers",
        "gradcheck",
        "trained",
        "seeing",
    ),
    *("datasets", "addresses"),
}

# A module or package -> what it may import of cnn_course, and of other projects. A new module gets a row.
ROWS = {
    "__init__": (set(), set()),
    "shapes": (set(), set()),
    "architectures": ({"architectures"}, set()),
    "costs": ({"architectures", "shapes"}, set()),
    "addresses": (set(), set()),
    "filters": (set(), {"numpy"}),
    "measurements": (set(), set()),
    "datasets": (set(), {"numpy", "pooch"}),
    "arrays": (set(), {"numpy"}),
    "im2col": ({"arrays", "shapes"}, {"numpy"}),
    "conv_gradients": ({"arrays", "shapes", "im2col"}, {"numpy"}),
    "conv": ({"arrays", "shapes", "im2col", "conv_gradients"}, {"numpy"}),
    "pool_windows": ({"arrays", "shapes", "im2col"}, {"numpy"}),
    "pool": ({"arrays", "shapes", "pool_windows"}, {"numpy"}),
    "initializers": ({"arrays"}, {"numpy"}),
    "layers": (
        {"arrays", "shapes", "conv", "pool", "initializers", "layers"},
        {"numpy"},
    ),
    "losses": ({"arrays"}, {"numpy"}),
    "optimizers": (set(), {"numpy"}),
    "gradcheck": (set(), {"numpy"}),
    "training": ({"arrays", "layers", "losses", "optimizers"}, {"numpy", "tqdm"}),
    "summary": ({"layers", "shapes"}, set()),
    "storage": ({"arrays", "layers"}, {"numpy"}),
    "keras_models": ({"arrays", "layers", "shapes"}, {"keras"}),
    "network": (
        {"arrays", "layers", "training", "summary", "storage", "keras_models"},
        {"numpy", "keras"},  # keras for a type checker only
    ),
    "visualize": (set(), {"numpy", "matplotlib"}),
    "models": (
        {"architectures", "shapes", "models"},
        {"keras", "tensorflow", "numpy"},
    ),
    "checks": (JUDGED | {"checks"}, {"numpy"}),
    "grading": ({"addresses", "checks", "grading"}, None),  # None: see NOBODY
    "trained": ({"network", "storage"}, {"numpy"}),
    "seeing": ({"arrays", "shapes", "layers", "network"}, {"numpy"}),
    "frames": ({"visualize"}, {"numpy", "matplotlib", "PIL"}),
    "drawings": ({"architectures", "costs", "visualize"}, {"matplotlib"}),
    "widgets": (
        {"architectures", "datasets", "filters", "network", "storage", "trained"}
        | {"widgets"},
        {"numpy", "anywidget", "traitlets"},
    ),
    # Scripts, run once by hand.
    "data": (
        {"datasets", "layers", "network", "optimizers", "storage"},
        {"numpy", "mlxtend"},
    ),
}
# Only the rows that name them may import these; nothing may import what stands on the package.
NOBODY = {"matplotlib", "tensorflow", "keras", "tests", "exercises", "book"}

# Python in a browser has no processes, threads or connections of its own.
NOT_IN_A_BROWSER = {
    *(
        "asyncio",
        "concurrent",
        "ctypes",
        "fcntl",
        "http",
        "multiprocessing",
        "resource",
    ),
    *(
        "select",
        "signal",
        "socket",
        "ssl",
        "subprocess",
        "termios",
        "threading",
    ),
}

MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path):
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


def row_of(module):
    return module.split(".")[0]


def imports_of(source, module="conv"):
    """Return the dotted names that a module's source imports anywhere in it, inside functions too.

    ``module`` is its name below cnn_course, from which relative imports start.
    """
    parts = ["cnn_course", *module.split(".")]
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            start = parts[: -node.level] if node.level else []
            origin = ".".join([*start, *filter(None, [node.module])])
            # Only of the package itself are the names imported modules.
            if origin == "cnn_course":
                names |= {f"{origin}.{alias.name}" for alias in node.names}
            else:
                names.add(origin)
    return names


def split_imports(names):
    """Return the rows of cnn_course among the names, and the other projects."""
    ours = {name for name in names if name.split(".")[0] == "cnn_course"}
    others = {name.split(".")[0] for name in names - ours}
    rows = {name.partition(".")[2].split(".")[0] for name in ours}
    return rows, others - set(sys.stdlib_module_names)


@pytest.mark.parametrize(
    ("source", "module", "expected"),
    [
        ("import cnn_course.conv as c, numpy", "conv", {"cnn_course.conv", "numpy"}),
        ("from cnn_course import conv, shapes", "conv", {"cnn_course.conv", "cnn_course.shapes"}),
        ("from cnn_course.conv import pad", "conv", {"cnn_course.conv"}),
        ("from . import shapes", "conv", {"cnn_course.shapes"}),
        ("from .shapes import pair", "conv", {"cnn_course.shapes"}),
        ("from ..conv import pad", "checks.core", {"cnn_course.conv"}),
        ("def f():\n    from keras.layers import Dense", "conv", {"keras.layers"}),
        ("if True:\n    import matplotlib.pyplot", "conv", {"matplotlib.pyplot"}),
        ('"""\n>>> import keras\n"""', "conv", set()),
    ],
)  # fmt: skip
def test_imports_are_found_however_they_are_written(source, module, expected):
    assert imports_of(source, module) == expected


def test_imports_are_sorted_into_ours_and_others():
    names = {"cnn_course.checks.core", "cnn_course.conv", "numpy.linalg", "os.path"}
    assert split_imports(names) == ({"checks", "conv"}, {"numpy"})


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_what_its_row_allows(path):
    module = name_of(path)
    assert row_of(module) in ROWS, (
        f"{module} has no row in the table above: give it one"
    )
    ours, others = ROWS[row_of(module)]
    names = imports_of(path.read_text(encoding="utf-8"), module)
    imported, outside = split_imports(names)
    assert imported <= ours
    assert outside <= others if others is not None else not outside & NOBODY


@pytest.mark.parametrize(
    "path", [p for p in MODULES if row_of(name_of(p)) not in {"grading", "data"}], ids=name_of
)  # fmt: skip
def test_a_module_needs_nothing_that_a_browser_lacks(path):
    names = imports_of(path.read_text(encoding="utf-8"), name_of(path))
    assert not {name.split(".")[0] for name in names} & NOT_IN_A_BROWSER


def test_the_table_has_no_circle():
    reached = set()
    waiting = {row: ours - {row} for row, (ours, _) in ROWS.items()}
    while free := {row for row, ours in waiting.items() if ours <= reached}:
        reached |= free
        waiting = {row: ours for row, ours in waiting.items() if row not in reached}
    assert not waiting


def test_a_numpy_chapter_starts_without_matplotlib_and_keras():
    loaded = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, cnn_course.conv, cnn_course.filters, cnn_course.datasets; print(*sys.modules)",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert "numpy" in loaded
    assert not {"matplotlib", "tensorflow", "keras"} & set(loaded)
