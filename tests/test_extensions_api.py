"""The page of the package's reference, and the extension that makes it from docstrings."""

import inspect
import re
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from docutils import nodes
from numpy.typing import NDArray
from sphinx.util.typing import stringify_annotation

from cnn_course import filters, layers, pool, shapes

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "book/api.md").read_text(encoding="utf-8")
NOT_FOR_READERS = {"addresses", "checks", "grading", "models", "pool_windows"}


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(ROOT / "book" / "extensions"))
    monkeypatch.delitem(sys.modules, "api", raising=False)
    import api  # noqa: PLC0415 -- it lies beside the book

    return api


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("y[i, j] = x[i] * k, where x", "``y[i, j] = x[i] * k``, where x"),
        ("w -= lr * g (Polyak 1964).", "``w -= lr * g`` (Polyak 1964)."),
        ("y = max(0, x) (Nair 2010).", "``y = max(0, x)`` (Nair 2010)."),
        ("m += g; s += (1 - b) * (g)", "``m += g``; ``s += (1 - b) * (g)``"),
        ("y = f(x) in training", "``y = f(x)`` in training"),
        ("dx = dy @ w.T. Then", "``dx = dy @ w.T``. Then"),
        ("y = `conv2d` of x", "``y = conv2d of x``"),
        ("y = |a / b| (Simonyan, X 2014)", "``y = |a / b|`` (Simonyan, X 2014)"),
    ],
)
def test_an_equation_becomes_code_and_its_sentence_does_not(
    api: Any, written: str, shown: str
) -> None:
    assert api.mark_equations(written) == shown


def test_equations_in_lines_of_their_own_stay_apart(api: Any) -> None:
    assert api.mark_equations("a = 2 * b\nc = a + 1,\nin all") == (
        "``a = 2 * b``\n\n``c = a + 1``,\nin all"
    )


@pytest.mark.parametrize(
    "text",
    [
        ">>> x = 2\n>>> x\n2",
        "=== ===\ny = 2 * x\n=== ===",
        "``loss=3 * [loss]`` and ``a = 2``",
        "With stride 1 both sides get (k - 1) / 2.",
    ],
)
def test_examples_tables_code_and_prose_stay_as_they_are(api: Any, text: str) -> None:
    assert api.mark_equations(text) == text


def test_types_have_the_names_of_the_package(api: Any) -> None:
    signature = inspect.signature(pool.max_pool2d)
    long = {n: p.annotation for n, p in signature.parameters.items()}
    short = {
        name: api.short_types(stringify_annotation(kind, "smart"))
        for name, kind in long.items()
    }
    assert short == {
        "x": "Array",
        "size": "Pair",
        "stride": "Pair | None",
        "padding": "Padding",
    }
    labels = "~numpy.ndarray[tuple[~typing.Any, ...], ~numpy.dtype[~numpy.integer]]"
    assert api.short_types(f"tuple[float, {labels}]") == (
        "tuple[float, NDArray[~numpy.integer]]"
    )
    assert api.short_types(stringify_annotation(NDArray, "smart")) == "NDArray"


def test_fields_of_a_named_tuple_are_not_described_twice(api: Any) -> None:
    for member, skipped in [
        (filters.Filter.name, True),
        (filters.Filter._replace, None),
        (shapes.pair, None),
    ]:
        assert api._skip_fields(None, "class", "name", member, False, None) is skipped


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("conv.conv2d", "page.html#cnn_course.conv.conv2d"),
        ("conv2d", "page.html#cnn_course.conv.conv2d"),
        ("build", None),  # there are two
        ("nothing", None),
    ],
)
def test_a_name_links_to_the_only_thing_it_can_mean(
    api: Any, target: str, wanted: str | None
) -> None:
    names = ["cnn_course.conv.conv2d", "a.build", "b.build"]
    objects = {
        name: SimpleNamespace(docname="page", node_id=name, aliased=False)
        for name in names
    }
    objects["other.conv2d"] = SimpleNamespace(docname="page", node_id="x", aliased=True)
    env = SimpleNamespace(domaindata={"py": {"objects": objects}})
    builder = SimpleNamespace(get_relative_uri=lambda _from, to, *_: f"{to}.html")
    about = {"refdomain": "py", "reftype": "obj", "refdoc": "api", "reftarget": target}
    content = nodes.literal("", target)
    found = api._resolve(SimpleNamespace(builder=builder), env, about, content)
    if wanted is None:
        assert found is content  # shown as code, without a link
    else:
        assert found["refuri"] == wanted


def test_the_page_has_every_module_that_a_reader_uses() -> None:
    package = ROOT / "cnn_course"
    modules = {path.stem for path in package.glob("[a-z]*.py")}
    modules |= {path.parent.name for path in package.glob("[a-z]*/__init__.py")}
    for module in modules - NOT_FOR_READERS - {"arrays"}:
        assert f".. automodule:: cnn_course.{module}\n" in PAGE, module


def test_the_page_names_every_kernel_and_every_layer() -> None:
    kernels = [n for n, f in vars(filters).items() if isinstance(f, filters.Filter)]
    assert len(kernels) > 9
    for name in kernels:
        assert f"`{name}`" in PAGE, name
    shown = re.findall(r"autoclass:: cnn_course\.layers\.(\w+)", PAGE)
    assert sorted(shown) == sorted(layers.__all__)
