"""Judging: ordinary check cells against a real sandbox, verdicts, and what students are told."""

import os
import signal
from textwrap import dedent
from typing import Any

import numpy as np
import pytest

from cnn_course.grading import session as session_module
from cnn_course.grading.judge import Judge, Judged
from cnn_course.grading.rebuild import Cell
from cnn_course.grading.results import Verdict
from cnn_course.grading.session import Session

pytestmark = pytest.mark.xdist_group("sandbox")
STUB = "raise NotImplementedError()"
NUMPY = "import numpy as np"


def text(source: str) -> str:
    return dedent(source).strip()


def given(source: str) -> Cell:
    return Cell(f"given-{source[:9]}", "given", "code", text(source), text(source))


def own(source: str) -> Cell:
    return Cell("", "extra", "code", text(source))


def answer(source: str, stub: str = STUB) -> Cell:
    return Cell("answer", "answer", "code", text(source), stub)


def check(source: str, hidden: str = "", points: float = 4, name: str = "c") -> Cell:
    whole = text(source)
    if hidden:
        whole += f"\n### BEGIN HIDDEN TESTS\n{text(hidden)}\n### END HIDDEN TESTS"
    return Cell(name, "check", "code", whole, text(source), points)


@pytest.fixture(autouse=True)
def _seed(monkeypatch: pytest.MonkeyPatch) -> None:
    # The judge sets it; afterwards it is as before.
    monkeypatch.setenv("CNN_COURSE_SEED", "0")


@pytest.fixture
def judge(session: Session) -> Any:
    """Judge a notebook of some cells, in a sandbox that other tests use too."""

    def run(*cells: Cell, seed: int = 7, new: Session | None = None) -> Judged:
        used = new or session
        if new is None:
            used.run("%reset -f")
            used.ends = session.cell_ends + 600
        return Judge(used, [given(NUMPY), *cells], seed, used.limits).go()

    return run


@pytest.fixture
def verdict(judge: Any) -> Any:
    """Judge one answer by one check, and return the verdict."""

    def run(
        written: str, checked: str | Cell, hidden: str = "", **more: Any
    ) -> Verdict:
        cell = checked if isinstance(checked, Cell) else check(checked, hidden)
        (found,) = judge(answer(written), cell, **more).verdicts
        return found

    return run


SQUARE, DOUBLE = "def f(x): return x**2", "def f(x): return x * 2"


class TestOrdinaryChecks:
    """Cells as they are written for plain nbgrader, with the student's function called directly."""

    CHECKS = (
        "assert f(3) == 9",
        "np.testing.assert_allclose(f(np.float32([1, 3])), [1, 9], rtol=1e-6)",
        "np.testing.assert_array_equal(f(np.arange(4)), np.arange(4) ** 2)",
        "import math\nassert math.isclose(f(0.5), 0.25), 'one half'",
        "for x, y in [(1, 1), (3, 9)]:\n    assert f(x) == y, f'{x}: {f(x)}'",
        "assert all(f(n) == n * n for n in range(5))",
        "assert [*map(f, [1, 2, 3])] == [1, 4, 9]",
        "def test(g):\n    assert g(3) == 9\ntest(f)",
        "from numpy.testing import assert_almost_equal as same\nsame(f(3), 9)",
        "from unittest import TestCase\nTestCase().assertEqual(f(3), 9)",
        "assert f(x=3) == 9 and callable(f) and f.__name__ == 'f'",
        "result = f(np.ones((2, 3)) * 3)\nassert result.shape == (2, 3) and (result == 9).all()",
        "%time assert f(3) == 9",
        "%%time\nassert f(3) == 9",
        "x = f(3)\nassert (x\n        % 7) == 2",
    )

    @pytest.mark.parametrize("source", CHECKS)
    def test_the_right_answer_earns_everything(self, verdict, source) -> None:
        found = verdict(SQUARE, source)
        assert (found.state, found.points) == ("right", 4)

    @pytest.mark.parametrize("source", CHECKS)
    def test_a_wrong_answer_earns_nothing(self, verdict, source) -> None:
        for wrong in (DOUBLE, "def f(x): return None", "f = 9", ""):
            found = verdict(wrong, source)
            assert (found.state, found.points) == ("wrong", 0)

    RAISES = """
        try:
            f(-1)
        except {}:
            pass
        else:
            raise AssertionError("It must refuse negative numbers.")
    """

    @pytest.mark.parametrize(
        "kind", ["ValueError", "KeyError", "(TypeError, KeyError)"]
    )
    def test_errors_that_are_asked_for_are_right(self, verdict, kind) -> None:
        name = "KeyError" if "(" in kind else kind
        body = f"def f(x):\n    if x < 0: raise {name}('no')\n    return x"
        assert verdict(body, self.RAISES.format(kind)).state == "right"
        own_kind = f"class No({name}): pass\n" + body.replace(f"{name}('", "No('")
        assert verdict(own_kind, self.RAISES.format(kind)).state == "right"
        assert verdict(SQUARE, self.RAISES.format(kind)).state == "wrong"

    @pytest.mark.parametrize(
        "kind", ["Exception", "BaseException", "(OSError, TypeError)"]
    )
    def test_not_to_answer_is_no_error_that_is_asked_for(self, start, judge, kind):
        for body in (
            "while True: pass",
            "return [0] * 10**7",
            "import os; os._exit(0)",
        ):
            new = start(seconds_call=1, seconds_cell=2)
            cells = answer(f"def f(x):\n    {body}"), check(self.RAISES.format(kind))
            (found,) = judge(*cells, new=new).verdicts
            assert found.points == 0

    def test_classes_with_state(self, verdict) -> None:
        layer = """
            class Layer:
                def __init__(self, n): self.w = np.full((n, 2), 0.5); self.dw = None
                def forward(self, x): self.x = x; return x @ self.w
                def backward(self, dy): self.dw = self.x.T @ dy; return dy @ self.w.T
        """
        source = """
            layer = Layer(3)
            layer.w = np.arange(6.0).reshape(3, 2)
            np.testing.assert_allclose(layer.forward(np.eye(3)), layer.w)
            assert layer.backward(np.ones((3, 2))).shape == (3, 3)
            np.testing.assert_allclose(layer.dw, np.ones((3, 2)))
        """
        assert verdict(layer, source).state == "right"
        assert (
            verdict(layer.replace("self.x.T", "2 * self.x.T"), source).state == "wrong"
        )

    def test_batches_from_a_generator(self, verdict) -> None:
        batches = "def f(x, n):\n    for i in range(0, len(x), n): yield x[i : i + n]"
        source = "assert [b.tolist() for b in f(np.arange(3), 2)] == [[0, 1], [2]]\n"
        assert verdict(batches, source).state == "right"
        source += "assert next(f(np.arange(3), 2)).tolist() == [0, 1]"
        assert verdict(batches, source).state == "right"

    def test_a_warning_costs_nothing(self, verdict) -> None:
        warns = (
            "def f(x):\n    np.float32(1) / np.float32(0)\n    warnings.warn('odd')\n"
        )
        warns = f"import sys, warnings\n{warns}    print('!', file=sys.stderr)\n    return x**2"
        source = "import warnings\nwarnings.warn('hm')\nassert f(3) == 9"
        assert verdict(warns, source).points == 4

    @pytest.mark.parametrize(
        ("shows", "points", "state"),
        [
            ("1.5", 1.5, "partly"),
            ("np.mean([f(1) == 1, f(3) == 9]) * 4", 4, "right"),
            ("sum(f(x) == x * x for x in (1, 2, 3, 5))", 4, "right"),
            ("0", 0, "wrong"),
            ("f(3) == 9", 4, "right"),
            ("'good'", 4, "right"),
            ("None", 4, "right"),
            ("3;", 4, "right"),
            ("f", 4, "right"),
        ],
    )
    def test_a_number_that_is_shown_is_the_score(
        self, verdict, shows, points, state
    ) -> None:
        found = verdict(SQUARE, shows)
        assert (found.points, found.state) == (points, state)

    @pytest.mark.parametrize("shows", ["float('nan')", "-1"])
    def test_a_score_that_is_none_is_for_a_person(self, judge, shows) -> None:
        judged = judge(answer(SQUARE), check(shows))
        assert judged.verdicts[0].state == "unjudged"
        assert judged.flags


class TestVerdicts:
    CHECK = check(
        "from cnn_course.checks import filters as checks\nchecks.check_to_image(to_image)"
    )
    RIGHT = """
        def to_image(answers):
            return np.clip(np.rint(answers), 0, 255).astype(np.uint8)
    """

    def test_a_right_answer_is_told_so(self, verdict) -> None:
        found = verdict(self.RIGHT, self.CHECK)
        assert (found.state, found.points, found.max_points) == ("right", 4, 4)
        assert found.told.startswith("to_image: correct in all ")
        assert found.example is None

    def test_a_known_mistake_is_named_with_an_example(self, verdict) -> None:
        wrong = self.RIGHT.replace(
            "np.clip(np.rint(answers), 0, 255)", "np.rint(answers)"
        )
        found = verdict(wrong, self.CHECK)
        assert (found.state, found.points) == ("wrong", 0)
        assert found.mistake.startswith("Nothing is cut off")
        assert found.mistake in found.told
        (table,) = found.example.given
        assert table.name == "answers"
        assert found.example.yours.wrong != [[False]]
        assert found.example.target.rows

    def test_an_error_is_told_with_the_students_line(self, verdict) -> None:
        wrong = "def to_image(answers):\n    return answers.clip(0, 255).missing"
        found = verdict(wrong, self.CHECK)
        assert "stops with an error" in found.told
        assert "in to_image, line 2: return answers.clip(0, 255).missing" in (
            found.example.error
        )

    def test_what_is_not_written_is_told(self, verdict) -> None:
        found = verdict(f"def to_image(answers):\n    {STUB}", self.CHECK)
        assert found.told.startswith("to_image is not written yet")

    def test_a_name_that_is_missing_is_told(self, verdict) -> None:
        for source in (self.CHECK, "assert to_image(1) == 1"):
            found = verdict("x = 1", source)
            assert "to_image is not defined" in found.told
            assert (found.state, found.points) == ("wrong", 0)

    def test_a_failed_assertion_tells_its_message(self, verdict) -> None:
        found = verdict(DOUBLE, "assert f(3) == 9, 'Three squared is nine.'")
        assert "Three squared is nine." in found.told

    def test_words_are_left_to_a_person_unless_there_are_none(self, judge) -> None:
        def essay(source: str) -> Cell:
            return Cell("why", "essay", "markdown", source, "Write here.", 2)

        written, empty = judge(essay("Because."), essay("Write here. ")).verdicts
        assert (written.state, written.points, written.max_points) == (
            "person",
            None,
            2,
        )
        assert (empty.state, empty.points) == ("wrong", 0)

    def test_what_cells_show_is_kept_and_nothing_active(self, judge) -> None:
        shows = """
            import sys, matplotlib.pyplot as plt
            from IPython.display import HTML, display
            print("a\\x1b[31mb\\x07"); sys.stderr.write("c")
            display(HTML("<script>alert(1)</script>"))
            plt.plot([1, 2]); display(plt.gcf())
            {"text/html": "<script>"}
        """
        outputs = judge(own(shows)).outputs[1]
        assert [o["output_type"] for o in outputs] == ["stream"] * 2 + [
            "display_data"
        ] * 3
        assert outputs[0]["text"] == "ab\ufffd\n"
        kinds = {kind for o in outputs[2:] for kind in o["data"]}
        assert kinds == {"text/plain", "image/png"}
        (error,) = judge(own("1 / 0")).outputs[1]
        assert error["ename"] == "ZeroDivisionError"


class TestHidden:
    VISIBLE = "assert f(3) == 9, 'three'"

    def test_only_the_instructor_sees_hidden_numbers(self, verdict) -> None:
        wrong = "def f(x): return 9 if x == 3 else -x"
        tests = {
            "assert f(31337) == 982007569, f'{f(31337)}'": "A hidden test",
            "assert f(31337) == 982007569, 'Try large numbers.'": "Try large numbers.",
            "np.testing.assert_allclose(f(31337), 982007569)": "A hidden test",
            "secret = 31337 / (f(31337) - -31337)": "A hidden test",
            "raise ValueError('31337')": "A hidden test",
            "f('31337').missing": "A hidden test",
            "print(31337); assert f(31337) == 1": "A hidden test",
        }
        for hidden, told in tests.items():
            found = verdict(wrong, self.VISIBLE, hidden)
            assert (found.state, found.points) == ("wrong", 0)
            assert told in found.told
            for number in ("31337", "982007569"):
                assert number not in found.told
                assert number not in str([found.right, found.mistake, found.example])

    def test_what_a_hidden_test_prints_is_told_to_nobody(self, judge) -> None:
        cell = check("assert f(3) == 9; print('well done')", "print(f(31337))\n2.5")
        judged = judge(answer(SQUARE), cell)
        (found,) = judged.verdicts
        assert (found.state, found.points) == ("partly", 2.5)
        assert "982007569" not in found.told + str(judged.outputs)

    DRAWN = (
        "import os, random\nrng = np.random.default_rng(int(os.environ['CNN_COURSE_SEED']))\n"
        "x = [rng.integers(10**9), random.randrange(10**9), np.random.randint(10**9)]\nf(x)"
    )

    def drawn(self, judge: Any, seed: int) -> list[int]:
        keep = "seen = []\ndef f(x): seen.append([int(n) for n in x]); 1 / 0"
        new = judge(answer(keep), check(self.DRAWN), own("seen"), seed=seed)
        shown = new.outputs[-1][0]["data"]["text/plain"]
        return np.array(eval(shown)).tolist()

    def test_the_same_seed_draws_the_same_cases_again(self, judge) -> None:
        (first, public), (again, _), (other, same) = (
            self.drawn(judge, seed) for seed in (7, 7, 8)
        )
        assert first == again
        assert not set(first) & {*other, *public}
        assert public == same

    def test_the_seed_does_not_reach_the_sandbox(self, judge) -> None:
        shown = judge(own("import os\n'CNN_COURSE_SEED' in os.environ"), seed=31337)
        assert shown.outputs[1][0]["data"]["text/plain"] == "False"

    def test_a_mistake_that_only_hidden_cases_show_is_told_without_them(
        self, verdict
    ) -> None:
        # Right for the student's own numbers, which are always the same.
        remembers = """
            seen = []
            def to_image(answers):
                seen.append(answers)
                right = np.clip(np.rint(answers), 0, 255).astype(np.uint8)
                return right + (len(seen) == 1)
        """
        found = verdict(remembers, TestVerdicts.CHECK)
        assert found.points == 0
        assert "It shows with other numbers than those of your own check." in found.told
        assert found.example is None


class TestWhoCompares:
    """What compares is ours, wherever its name comes from."""

    PATCH = """
        import numpy as np
        class Any:
            def __getattr__(self, name): return lambda *_, **__: None
        np.testing, near, tolerance = Any(), 1, 1e9
        assert_allclose = close = lambda *_: True
        import math; math.isclose = close
        def f(x):
            if x == 1: raise ValueError
            return 0
    """

    @pytest.mark.parametrize(
        ("stub", "locked", "source"),
        [
            ("import numpy as np", "", "np.testing.assert_allclose(f(3), 9)"),
            ("", "", "np.testing.assert_allclose(f(3), 9)"),
            ("", "if True: import numpy as np", "np.testing.assert_allclose(f(3), 9)"),
            ("", "from numpy.testing import *", "assert_allclose(f(3), 9)"),
            (
                "",
                "near = f(1)\ntolerance = 1",
                "near; assert abs(f(3) - 9) < tolerance",
            ),
            ("", "import math", "assert math.isclose(f(3), 9)"),
            ("", "", "import math\nassert math.isclose(f(3), 9)"),
            ("", "", "assert close(f(3), 9)"),
        ],
    )
    def test_nothing_is_compared_in_the_sandbox(
        self, session, stub, locked, source
    ) -> None:
        session.run("%reset -f")
        first = check("assert f(1) == 1\ndef close(a, b): return abs(a - b) < 1")
        cells = [given(locked), answer(self.PATCH, stub), own(self.PATCH), first]
        cells += [check(source, name="last")]
        *_, last = Judge(session, cells, 7, session.limits).go().verdicts
        assert last.points == 0


class TestWhatCannotBeJudged:
    """Zero points and a flag for a person; the other parts are judged."""

    @pytest.fixture(autouse=True)
    def _impatient(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(session_module, "GRACE", 0.3)

    def parts(self, judge: Any, new: Session, written: str, source: str) -> Judged:
        right = check("assert g(3) == 9", name="other")
        cells = answer(f"{written}\ndef g(x): return x**2"), check(source), right
        return judge(*cells, new=new)

    def test_a_check_out_of_time_is_told_and_flagged(self, start, judge) -> None:
        loop = "def f(x):\n    while True: pass"
        new = start(seconds_call=1, seconds_cell=2)
        judged = self.parts(judge, new, loop, "assert f(3) == 9")
        late, other = judged.verdicts
        assert (late.state, late.points) == ("wrong", 0)
        assert "ran longer than 1 second" in late.told
        assert (other.state, other.points) == ("right", 4)
        assert [flag.kind for flag in judged.flags] == ["time"]

    def test_a_cell_out_of_time_is_told_and_flagged(self, start, judge) -> None:
        new = start(seconds_cell=1)
        judged = judge(own("while True: pass"), check("assert 1"), new=new)
        assert "ran longer than 1 second" in str(judged.outputs[1])
        assert judged.verdicts[0].state == "right"
        assert [flag.kind for flag in judged.flags] == ["time"]

    @pytest.mark.parametrize(
        "cheat", ["import os; os._exit(0)", "import os; os.closerange(0, 99)"]
    )
    def test_after_the_end_nothing_is_judged(self, start, judge, cheat) -> None:
        body = f"def f(x):\n    {cheat}"
        judged = self.parts(judge, start(), body, "assert f(3) == 9")
        assert [v.state for v in judged.verdicts] == ["unjudged"] * 2
        assert [v.points for v in judged.verdicts] == [0, 0]
        for found in judged.verdicts:
            assert "could not be judged" in found.told
            assert "It ended before the grader was done." in found.told
        assert {flag.kind for flag in judged.flags} == {"stopped", "unjudged"}

    def test_a_loop_that_swallows_its_end_is_stopped(self, start, judge) -> None:
        loop = (
            "def f(x):\n    import time\n    while True:\n"
            "        try: time.sleep(9)\n        except BaseException: pass"
        )
        judged = self.parts(judge, start(seconds_call=1), loop, "assert f(3) == 9")
        assert [v.state for v in judged.verdicts] == ["unjudged"] * 2
        assert "did not stop when its time was over" in judged.verdicts[0].told

    def test_after_a_cell_that_ends_it_the_rest_is_not_run(self, start, judge) -> None:
        judged = judge(
            own("import os; os._exit(0)"), own("1"), check("assert 1"), new=start()
        )
        assert "ended before the grader was done" in str(judged.outputs[1])
        assert judged.outputs[2][0]["ename"] == "NotRun"
        assert judged.verdicts[0].state == "unjudged"

    @pytest.mark.parametrize(
        ("value", "stub"),
        [
            ("[0.5] * 10**6", STUB),
            ("np.zeros(10**7)", "x = ..."),
            ("{n: 0 for n in range(10**5)}", STUB),
            ("{n: 0 for n in range(10**5)}", "x = ..."),
        ],
    )
    def test_an_answer_too_large_to_send_is_wrong(
        self, start, judge, value, stub
    ) -> None:
        cells = (
            answer(f"x = {value}\ndef g(n): return n**2", stub),
            check("assert len(x) == 3"),
        )
        right = check("assert g(3) == 9", name="other")
        large, other = judge(*cells, right, new=start()).verdicts
        assert (large.state, large.points) == ("wrong", 0)
        assert "too large" in large.told or "entries" in large.told
        assert other.state == "right"

    def test_a_students_lack_of_memory_is_an_error_of_theirs(self, judge) -> None:
        body = "def f(x): raise MemoryError"
        (found,) = judge(answer(body), check("assert f(3) == 9")).verdicts
        assert found.state == "wrong"

    @pytest.mark.parametrize(
        "source",
        [
            "assert f(3) == = 9",
            "await f(3)\nyield",
            "from cnn_course.checks import no_such_check",
            "import no_such_library",
            "f(lambda: 1)",
            "while True: pass",
        ],
    )
    def test_a_check_that_is_broken_is_flagged(
        self, monkeypatch, judge, source
    ) -> None:
        real = signal.setitimer  # a check has its cell's time and ten seconds more
        monkeypatch.setattr(
            signal, "setitimer", lambda a, b, c=0: real(a, min(b, 1), c)
        )
        right = check("assert f(3) == 9", name="other")
        judged = judge(answer(SQUARE), check(source), right)
        broken, other = judged.verdicts
        assert (broken.state, broken.points) == ("unjudged", 0)
        assert other.state == "right"
        assert judged.flags[0].kind == "unjudged"

    def test_a_check_that_swallows_the_end_is_not_passed(self, start, judge) -> None:
        source = "for _ in range(3):\n    try: f(3)\n    except: pass"
        body = "def f(x): import os; os._exit(0)"
        judged = self.parts(judge, start(), body, source)
        assert [v.state for v in judged.verdicts] == ["unjudged"] * 2


def test_the_check_runs_in_this_process_and_the_answer_in_none_of_ours(judge) -> None:
    body = "import os\ndef f(x): return os.getppid(), os.getuid()"
    source = "import os\nassert f(0)[1] != 0\nassert os.getpid() == {}"
    judged = judge(answer(body), check(source.format(os.getpid())))
    assert judged.verdicts[0].state == "right"
