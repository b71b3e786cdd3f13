"""What a check knows: ours is from the locked cells, the student's from their notebook."""

from textwrap import dedent
from typing import Any

import numpy as np
import pytest

from cnn_course.grading.given import Given, bound, free, split, touched
from cnn_course.grading.rebuild import Cell
from cnn_course.grading.view import parsed


class Notebook:
    """A student's names, in place of a session; it notes what is asked for."""

    def __init__(self, **names: Any) -> None:
        self.names, self.asked = names, []

    def defines(self, name: str) -> bool:
        return name in self.names

    def get(self, name: str) -> Any:
        self.asked.append(name)
        return self.names[name]


def make(kind: Any, source: str, name: str) -> Cell:
    source = dedent(source).strip()
    return Cell(name, kind, "code", source, source)


def known(
    theirs: Notebook,
    check: str,
    *locked: str,
    stub: str = "",
    checks: tuple[str, ...] = (),
) -> dict[str, Any]:
    """Return what a check knows after the locked cells, and the checks before it."""
    cells = [make("given", source, f"given {n}") for n, source in enumerate(locked)]
    before = [make("check", source, f"before {n}") for n, source in enumerate(checks)]
    last = make("check", check, "check")
    given = Given([*cells, make("answer", stub, "answer"), *before, last])
    for cell in cells:
        try:
            given.define(cell, theirs)
        except Exception:  # as the judge does
            continue
    for cell in before:
        try:
            exec(cell.source, given.names(cell, theirs))
        except Exception:
            continue
    return given.names(last, theirs)


def value(theirs: Notebook, check: str, *locked: str, **more: Any) -> Any:
    """Return the value at the end of a check."""
    body, last = split(dedent(check).strip())
    names = known(theirs, check, *locked, **more)
    exec(body, names)
    return eval(last, names)


def refuses(theirs: Notebook, check: str, *locked: str, **more: Any) -> bool:
    """Say whether a check fails, in whatever way."""
    try:
        return not value(theirs, check, *locked, **more)
    except Exception:
        return True


STUB = "def f(x):\n    raise NotImplementedError()"


class TestWhatRuns:
    def test_only_statements_that_checks_need(self) -> None:
        locked = """
            import numpy as np
            import sys
            image = np.arange(6)
            picture = 1 / 0
            sys.exit()
            np.show(image)
        """
        names = known(
            Notebook(), "assert image.sum() == 15", *[locked.replace("np.show", "#")]
        )
        assert names["image"].tolist() == [0, 1, 2, 3, 4, 5]
        assert not {"picture", "sys"} & set(names)

    @pytest.mark.parametrize(
        "change",
        [
            "x[0] = 9",
            "x.sort()",
            "x += [1]",
            "x.n.m[0] = 1",
            "del x",
            "for x in []: pass",
        ],
    )
    def test_a_change_of_what_is_needed_runs(self, change) -> None:
        (tree,) = parsed([change])
        assert "x" in touched(tree.body[0])

    @pytest.mark.parametrize(
        ("statement", "names"),
        [
            ("import numpy as np", {"np"}),
            ("import os.path", {"os"}),
            ("from a import b, c as d", {"b", "d"}),
            ("def f(x): y = 1", {"f"}),
            ("class A: z = 1", {"A"}),
            ("a, (b, *c) = 1, 2", {"a", "b", "c"}),
            ("with o as p, q: r = 1", {"p", "r"}),
            ("if x: import numpy as np", {"np"}),
            ("try: from a import b\nexcept E: b = None", {"b"}),
            ("if x:\n    def f(): pass", {"f"}),
            ("for i in x: j = i", {"i", "j"}),
            ("(n := 5)", {"n"}),
        ],
    )
    def test_what_a_statement_defines(self, statement, names) -> None:
        (tree,) = parsed([statement])
        assert bound(tree.body[0]) == names

    def test_lines_for_ipython_are_left_out(self) -> None:
        assert value(Notebook(), "x", "%matplotlib inline\n!ls\nx = 3") == 3

    def test_a_sign_at_the_start_of_a_line_is_no_magic(self) -> None:
        assert value(Notebook(a=7), "x = (a\n     % 4)\nx") == 3
        assert value(Notebook(), "x", "x = (7\n     % 4)") == 3


class TestWhoseNames:
    def test_a_students_function_is_used_as_it_is_now(self) -> None:
        theirs = Notebook(f=lambda x: x + 1)
        assert value(theirs, "f(1)", stub=STUB) == 2
        theirs.names["f"] = lambda x: x + 2
        assert value(theirs, "f(1)", stub=STUB) == 3

    @pytest.mark.parametrize(
        "check",
        [
            "f = f(1)\nf",
            "[f for f in [f(1)]][0]",
            "def run(f, x): return f(x)\nrun(f, 1)",
            "g = lambda f: f(1)\ng(f)",
            "try:\n    f = f(1)\nexcept TypeError: pass\nf",
            "for f in [f(1)]: pass\nf",
        ],
    )
    @pytest.mark.parametrize("stub", [STUB, "raise NotImplementedError()"])
    def test_a_name_that_the_check_uses_again_is_still_the_students(
        self, check, stub
    ) -> None:
        assert value(Notebook(f=lambda x: x + 1), check, stub=stub) == 2

    @pytest.mark.parametrize(
        "locked",
        [
            "import numpy as np",
            "if True:\n    import numpy as np",
            "try:\n    import numpy as np\nexcept ImportError:\n    raise",
            "fails = 1 / 0\nimport numpy as np",
            "fails = f(0)\nimport numpy as np",
        ],
    )
    def test_a_library_of_ours_is_never_the_students(self, locked) -> None:
        cheat = object()
        theirs = Notebook(f=lambda x: 1 / x, np=cheat)
        names = known(theirs, "fails; np.ones(f(2))", locked, stub=STUB)
        assert names.get("np") is not cheat

    def test_what_a_star_imports_is_never_the_students(self) -> None:
        theirs = Notebook(assert_allclose=lambda *_: None, f=lambda x: x)
        check = "assert_allclose(f(2), 4)\nTrue"
        assert refuses(theirs, check, "from numpy.testing import *", stub=STUB)

    def test_a_library_that_the_stub_imports_is_never_the_students(self) -> None:
        theirs = Notebook(np=object(), f=lambda x: x)
        assert (
            known(theirs, "np.ones(f(1))", stub=f"import numpy as np\n{STUB}")["np"]
            is np
        )

    def test_a_constant_of_ours_is_never_the_students(self) -> None:
        theirs = Notebook(f=lambda x: x, tolerance=1e9)
        check = "abs(f(2) - 4) < tolerance"
        assert refuses(theirs, check, "tolerance = 0.1", stub=STUB)
        assert "tolerance" not in theirs.asked

    def test_it_is_ours_even_where_its_cell_fails_here(self) -> None:
        def f(x: int) -> int:
            return x if x == 2 else 1 // 0

        theirs = Notebook(f=f, tolerance=1e9)
        check = "near\nabs(f(2) - 4) < tolerance"
        locked = "near = f(1)\ntolerance = 0.1"
        assert refuses(theirs, check, locked, stub=STUB)
        assert "tolerance" not in theirs.asked

    def test_what_an_earlier_check_defines_is_never_the_students(self) -> None:
        theirs = Notebook(f=lambda x: x, close=lambda *_: True)
        first = "assert f(2) == 4\ndef close(a, b): return abs(a - b) < 0.1"
        check = "close(f(2), 4)"
        assert refuses(theirs, check, checks=(first,), stub=STUB)
        theirs.names["f"] = lambda x: x**2
        assert value(theirs, check, checks=(first,), stub=STUB)

    def test_builtins_are_not_the_students(self) -> None:
        theirs = Notebook(f=lambda x: x, abs=lambda x: 0, all=any, isinstance=None)
        assert refuses(theirs, "abs(f(2) - 4) < 1", stub=STUB)
        assert theirs.asked == ["f"]

    def test_but_one_that_the_task_asks_for_is(self) -> None:
        stub = "def max(x):\n    raise NotImplementedError()"
        assert value(Notebook(max=lambda x: 5), "max([1])", stub=stub) == 5

    def test_what_the_stub_defines_is_the_students_whatever_it_was(self) -> None:
        theirs = Notebook(kernel=7)
        assert value(theirs, "kernel", "kernel = 3", stub="kernel = ...") == 7

    def test_a_name_that_is_missing_stays_missing(self) -> None:
        with pytest.raises(NameError, match="'f' is not defined"):
            value(Notebook(), "f(1)", stub=STUB)

    def test_a_name_that_has_gone_is_missing_again(self) -> None:
        theirs = Notebook(f=abs)
        cell = make("check", "f(1)", "check")
        given = Given([make("answer", STUB, "answer"), cell])
        assert given.names(cell, theirs)["f"] is abs
        del theirs.names["f"]
        assert "f" not in given.names(cell, theirs)

    def test_helpers_in_locked_cells_call_the_students_functions(self) -> None:
        theirs = Notebook(f=lambda x: x + 1)
        locked = "def twice(x):\n    return f(f(x))"
        assert value(theirs, "twice(1)", locked, stub=STUB) == 3

    def test_only_what_is_needed_is_fetched(self) -> None:
        theirs = Notebook(f=abs, g=abs, np=None)
        known(theirs, "f(np.ones(2))", "import numpy as np\nother = g", stub=STUB)
        assert theirs.asked == ["f"]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("f(x)", {"f", "x"}),
        ("y = f(1)\ny", {"f"}),
        ("[f(i) for i in x]", {"f", "x"}),
        ("def g(a): return a + b\ng(1)", {"b"}),
        ("f'{x!r:>{w}}'", {"x", "w"}),
        ("import numpy as np\nnp.ones(n)", {"n"}),
    ],
)
def test_the_names_that_a_check_needs(source, names) -> None:
    (tree,) = parsed([source])
    assert names <= free(tree)


def test_a_cell_is_split_before_the_value_that_it_shows() -> None:
    body, last = split("x = 1\nx + 1")
    names: dict[str, Any] = {}
    exec(body, names)
    assert eval(last, names) == 2
    assert split("x = 1")[1] is None
    assert split("")[1] is None


def test_what_a_locked_cell_prints_is_not_heard(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert known(Notebook(), "x", "x = print('a table') or 3")["x"] == 3
    assert capsys.readouterr().out == ""
