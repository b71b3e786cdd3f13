"""Sessions with a real sandbox: calls, errors, changes, objects, and programs that do not answer."""

import copy
import os
import pickle
import time
from collections.abc import Callable
from operator import attrgetter, itemgetter
from textwrap import dedent
from typing import Any

import numpy as np
import pytest

from cnn_course.grading import session as module
from cnn_course.grading.proxies import Proxy
from cnn_course.grading.session import Late, NotSent, Session, Stopped
from tests.conftest import processes_below

pytestmark = pytest.mark.xdist_group("sandbox")


def run(session: Session, source: str) -> Session:
    ran = session.run(dedent(source).strip())
    assert ran.error is None, ran.error
    session.begin()
    return session


CELL = """
import numpy as np
def same(x): return x
def text(x): return repr(x)
def both(x, *more, scale=2): print("printed"); return x * scale, more
def make(n):
    def adder(x): return x + n
    return adder
def use(function, *x): return function(*x)
def change(x, source, **named): exec(source, {"x": x, **named})
def give(x, source): return eval(source, {"x": x})
def batches(x, size):
    for i in range(0, len(x), size): yield x[i : i + size]
def forever():
    while True: yield 1
counter = iter(range(5))
class Layer:
    kind = "layer"
    def __init__(self, size): self.size, self.w = size, np.ones((size, 2))
    def forward(self, x): self.x = x; return x @ self.w
    def __len__(self): return self.size
    def __getitem__(self, key): return ("item", key)
    def __iter__(self): return iter([self.size, "end"])
"""


@pytest.fixture
def session(session: Session) -> Session:
    return run(session, CELL)


class TestCalls:
    @pytest.mark.parametrize(
        "value",
        [None, True, 2**70, 0.5, "ä", [1, (2, {3: {4}})], b"x", 1j, range(3), slice(2)],
    )
    def test_plain_data_goes_in_and_comes_back(self, session, value) -> None:
        assert session.get("text")(value) == repr(value)
        assert session.get("same")((value, "copy")) == (value, "copy")

    def test_arguments_come_by_place_and_by_name(self, session) -> None:
        found, more = session.get("both")(np.float32([1, 2]), 5, scale=3)
        assert found.tolist() == [3, 6]
        assert (found.dtype, more) == (np.float32, (5,))

    def test_functions_that_return_functions_and_closures(self, session) -> None:
        adder = session.get("make")(3)
        assert (adder(4), adder.__name__) == (7, "adder")
        assert session.get("use")(adder, 10) == 13

    @pytest.mark.parametrize(
        ("function", "given", "result"),
        [(np.maximum, (2, 3), 3), (max, (2, 3), 3), (np.max, ([2, 5],), 5)],
    )
    def test_functions_of_python_and_numpy_are_handed_over(
        self, session, function, given, result
    ) -> None:
        assert session.get("use")(function, *given) == result
        assert session.get("text")(np.float32) == "<class 'numpy.float32'>"

    def test_a_function_of_the_checks_own_is_refused_and_says_so(self, session) -> None:
        use = session.get("use")
        with pytest.raises(TypeError, match="A function cannot be handed to a student"):
            use(lambda: 1)
        assert use(abs, -2) == 2  # and the session goes on

    def test_what_a_call_prints_goes_nowhere(self, session) -> None:
        run(
            session,
            """
            import os, sys
            def loud():
                for stream in (1, 2): os.write(stream, b"x" * 10_000)
                print("a" * 10_000); sys.stderr.write("b"); sys.__stdout__.write("c")
                return 1
        """,
        )
        assert session.get("loud")() == 1
        assert session.run("1 + 1").shown == [("result", "2")]

    def test_names_are_as_they_are_now(self, session) -> None:
        run(session, "x = 1")
        assert (session.defines("x"), session.defines("y")) == (True, False)
        session.run("x = [2]")
        assert session.get("x") == [2]

    def test_too_much_is_not_sent_and_the_session_goes_on(self, session) -> None:
        run(session, "import numpy as np; big = np.zeros(10**7); f = bytes")
        for ask in (lambda: session.get("big"), lambda: session.get("f")(70 * 2**20)):
            with pytest.raises(NotSent, match=r"^(What it returns|big) .* too large"):
                ask()
        assert session.get("f")(2) == b"\0\0"

    def test_large_pictures_cost_a_cell_no_error(self, start) -> None:
        ran = start().run(
            "import matplotlib.pyplot as plt, numpy as np\nprint(1)\n"
            "for i in range(3):\n    plt.figure(figsize=(14, 14))\n"
            "    plt.imshow(np.random.rand(900, 900, 3)); display(plt.gcf())"
        )
        assert ran.error is None
        assert ran.shown[0] == ("stdout", "1\n")


class TestErrors:
    @pytest.mark.parametrize(
        ("raised", "kind", "text"),
        [
            ("ValueError('no')", ValueError, "no"),
            ("IndexError(3)", IndexError, "3"),
            ("KeyError('a')", KeyError, "'a'"),
            ("NotImplementedError()", NotImplementedError, ""),
            ("UnicodeDecodeError('a', b'', 0, 1, 'b')", ValueError, "'a' codec"),
            ("Own('mine')", ValueError, "mine"),
            ("Silent()", LookupError, "an error that cannot be printed"),
            ("SystemExit('bye')", Exception, "bye"),
            ("KeyboardInterrupt()", Exception, ""),
            ("MemoryError('full')", Exception, "full"),
        ],
    )
    def test_kind_text_and_line_arrive(self, session, raised, kind, text) -> None:
        run(
            session,
            f"""
            class Own(ValueError): pass
            class Silent(LookupError):
                def __str__(self): raise RuntimeError
            def inner():
                raise {raised}
            def outer(): return inner()
        """,
        )
        with pytest.raises(kind) as caught:
            session.get("outer")()
        error = caught.value
        assert str(error).startswith(text)
        assert type(error).__name__ == raised.partition("(")[0]
        lines = [(f.name, f.lineno, f.line) for f in error.frames]
        assert lines[0] == ("outer", 6, "def outer(): return inner()")
        assert lines[1] == ("inner", 5, f"raise {raised}")

    @pytest.mark.parametrize(
        ("source", "kind", "line"),
        [
            ("x = 1\n1 / 0", "ZeroDivisionError", 2),
            ("x = (1,\ny 2", "SyntaxError", 1),
            ("import sys\nsys.exit()", "SystemExit", 2),
        ],
    )
    def test_a_cells_error_is_told_with_its_line(self, session, source, kind, line):
        error = session.run(source).error
        assert type(error).__name__ == kind
        assert error.frames[-1].lineno == line

    def test_an_attribute_that_is_missing_is_missing(self, session) -> None:
        layer = session.get("Layer")(2)
        assert not hasattr(layer, "weights")
        assert getattr(layer, "weights", "none") == "none"

    @pytest.mark.parametrize("body", ["getattr(self, name + '_')", "{}[name]", "1 / 0"])
    def test_an_object_that_is_odd_to_describe_ends_nothing(
        self, session, body
    ) -> None:
        run(session, f"class A:\n    def __getattr__(self, name): return {body}")
        assert isinstance(session.get("A")(), Proxy)

    @pytest.mark.parametrize(
        "thing",
        ["np", "np.floating", "[np.number]", "np.longdouble(1)", "np.dtype('f4')"],
    )
    def test_what_is_no_plain_data_ends_nothing(self, session, thing) -> None:
        run(session, f"import numpy as np; thing = {thing}")
        session.get("thing")
        assert session.run("1").error is None


class TestChanges:
    @pytest.mark.parametrize("order", ["C", "F"])
    def test_of_an_array_are_seen(self, session, order) -> None:
        array = np.zeros((2, 3), np.float32, order=order)
        session.get("change")(array, "x[1, 2] = 5")
        assert array.tolist() == [[0, 0, 0], [0, 0, 5]]

    def test_of_containers_are_seen(self, session) -> None:
        numbers, names, members = [3, 1, 2], {"a": 1}, {1}
        change = session.get("change")
        change(numbers, "x.sort()")
        change(names, "x['b'] = x.pop('a')")
        change(members, "x.add(2)")
        assert (numbers, names, members) == ([1, 2, 3], {"b": 1}, {1, 2})

    def test_of_an_argument_by_name_are_seen(self, session) -> None:
        array = np.arange(3)
        session.get("change")(None, "y[0] = 9", y=array)
        assert array.tolist() == [9, 1, 2]

    @pytest.mark.parametrize("kind", [list, tuple])
    def test_of_an_array_in_a_container_are_seen(self, session, kind) -> None:
        array = np.zeros(2)
        session.get("change")(kind([array]), "x[0][1] = 4")
        assert array.tolist() == [0, 4]

    def test_of_shape_are_refused(self, session) -> None:
        with pytest.raises(NotSent, match="changes the shape"):
            session.get("change")(np.zeros((2, 3)), "x.shape = (3, 2)")

    def test_of_what_cannot_be_written_stay_in_the_sandbox(self, session) -> None:
        array = np.arange(4.0)
        array.flags.writeable = False
        session.get("change")(array, "x[0] = 8")
        assert array.tolist() == [0, 1, 2, 3]


class TestSharing:
    def test_a_result_that_is_the_argument_is_the_argument(self, session) -> None:
        for value in (np.arange(3), [1, 2], {"a": 1}):
            assert session.get("same")(value) is value

    @pytest.mark.parametrize(
        "part",
        ["x[1:]", "x.T", "x[::-1, ::2]", "x.reshape(-1)", "x[None, 0]", "x.real"],
    )
    def test_a_view_of_the_argument_is_one_here(self, session, part) -> None:
        array = np.arange(24.0, dtype=np.float32).reshape(4, 6)
        found = session.get("give")(array, part)
        assert np.array_equal(found, eval(part, {"x": array}))
        assert np.shares_memory(found, array)

    def test_a_view_of_an_array_in_another_order_has_its_numbers(self, session) -> None:
        plain = np.arange(24.0).reshape(4, 6)
        for array in (plain.T, plain[:, ::2], plain.astype(">f8")):
            found = session.get("give")(array, "x[1:]")
            assert found.tolist() == array[1:].tolist()

    def test_a_copy_shares_nothing(self, session) -> None:
        array = np.arange(6.0)
        for part in ("x + 0", "x[:3].copy()", "x[[0, 1]]"):
            assert not np.shares_memory(session.get("give")(array, part), array)

    def test_a_view_as_another_kind_of_number_ends_nothing(self, session) -> None:
        give, array = session.get("give"), np.arange(4, dtype="<f4")
        assert give(array, "x.view('>f4')").shape == (4,)
        assert give(array, "x + 1").tolist() == [1, 2, 3, 4]


class TestObjects:
    def test_are_made_and_used_as_in_the_notebook(self, session) -> None:
        layer = session.get("Layer")(3)
        assert layer.kind == "layer"
        assert layer.w.tolist() == [[1, 1]] * 3
        layer.w = np.full((3, 2), 2.0)
        assert layer.forward(np.float64([[1, 2, 3]])).tolist() == [[12, 12]]
        assert layer.x.tolist() == [[1, 2, 3]]
        assert session.get("same")(layer).size == 3

    def test_have_length_items_and_iteration(self, session) -> None:
        layer = session.get("Layer")(3)
        assert len(layer) == 3
        assert layer[1, ..., 2:] == ("item", (1, ..., slice(2, None)))
        assert [*layer] == [3, "end"]

    def test_cannot_do_what_the_students_cannot(self, session) -> None:
        adder = session.get("make")(1)
        for wrong in (len, iter, lambda x: x[0]):
            with pytest.raises(TypeError):
                wrong(adder)
        assert callable(adder)
        assert not callable(session.get("Layer")(1))

    def test_generators_come_batch_by_batch(self, session) -> None:
        found = [batch.tolist() for batch in session.get("batches")(np.arange(7), 3)]
        assert found == [[0, 1, 2], [3, 4, 5], [6]]

    def test_an_iterator_gives_its_next(self, session) -> None:
        assert next(session.get("batches")(np.arange(7), 2)).tolist() == [0, 1]
        assert [next(session.get("counter")) for _ in range(2)] == [0, 1]

    def test_an_iterator_without_end_is_cut_by_the_cells_time(self, session) -> None:
        with pytest.raises(Late, match="longer than 1 second"):
            all(item == 1 for item in session.get("forever")())
        session.begin()
        assert session.get("text")(1) == "1"

    @pytest.mark.parametrize("length", ["-1", "2**40", "'a'"])
    def test_a_length_that_is_none_is_an_error(self, session, length) -> None:
        run(session, f"class A:\n    def __len__(self): return {length}\na = A()")
        with pytest.raises((TypeError, ValueError, OverflowError)):
            len(session.get("a"))

    @pytest.mark.parametrize("way", [copy.copy, copy.deepcopy, pickle.dumps])
    def test_cannot_be_copied_out(self, session, way) -> None:
        with pytest.raises(TypeError, match="cannot be copied out of its sandbox"):
            way(session.get("Layer")(1))


SPY = """
asked = []
def record(name):
    def method(self, *given):
        asked.append(name)
        return NotImplemented
    return method
names = "eq ne lt le gt ge hash bool float int complex index array array_ufunc add radd mul matmul"
names += " array_function array_interface contains str repr format instancecheck neg abs round enter"
names += " rmatmul exit del reduce reduce_ex copy deepcopy sizeof array_struct array_finalize bytes"
Spy = type("Spy", (), {f"__{name}__": record(name) for name in names.split()})
spy = Spy()
asked.clear()
"""
TRIES: list[Callable[[Any, Any], Any]] = [
    lambda spy, ours: spy == ours or ours == spy,
    lambda spy, _: spy < 1,
    lambda spy, _: np.asarray(spy),
    np.testing.assert_allclose,
    np.array_equal,
    np.isclose,
    lambda spy, ours: ours + spy,
    lambda spy, ours: spy @ ours,
    lambda spy, _: float(spy) + int(spy),
    lambda spy, ours: ours[spy],
    lambda spy, _: {spy: 1, repr(spy): 2, f"{spy}": 3},
    lambda spy, _: bool(spy) and abs(spy),
    lambda spy, _: 1 in spy,
    lambda spy, _: isinstance(1, spy),
]


def test_no_comparison_or_conversion_reaches_an_object(session) -> None:
    run(session, SPY)
    for attempt in TRIES:
        try:
            attempt(session.get("spy"), np.arange(3.0))
        except (TypeError, ValueError, IndexError, AssertionError):
            continue
    assert session.get("asked") == []


# Programs that do not answer as they should: what they do, and what is told.

FILES = """
import fcntl, os, struct, time
def files():
    for fd in range(3, 200):
        try: flags = fcntl.fcntl(fd, fcntl.F_GETFL)
        except OSError: continue
        if flags & os.O_ACCMODE == os.O_WRONLY: yield fd
"""
ENDED, LATE = "ended before the grader was done", "did not stop when its time was over"
GARBAGE, MEMORY = "^What came out of the notebook", "used more than 600 MB of memory"
HOSTILE = {
    "os._exit(0)": ENDED,
    "os.abort()": ENDED,
    "os.closerange(0, 1000)": ENDED,
    "while True:\n    try: time.sleep(9)\n    except BaseException: pass": LATE,
    "import signal; signal.setitimer(0, 0); time.sleep(60)": LATE,
    "for fd in files(): os.write(fd, b'x' * 99)": GARBAGE,
    "for fd in files(): os.write(fd, struct.pack('!II', 2**32 - 1, 9))": "is too large",
    "while True:\n    for fd in files(): os.write(fd, bytes(60_000))": GARBAGE,
    "for fd in files(): os.write(fd, struct.pack('!II', 9, 2**25))\n"
    "while True:\n    for fd in files(): time.sleep(0.05); os.write(fd, b'x')": LATE,
    "for _ in range(4):\n    if os.fork() == 0: x = b'x' * (250 * 2**20); time.sleep(60)\n"
    "time.sleep(60)": MEMORY,
}
# Memory that no process has: it is counted, or there is no way to it.
HIDDEN_MEMORY = {
    "files": """
kept = [os.memfd_create("x") for _ in range(14)]
for fd in kept: os.write(fd, bytes(60 * 2**20))
time.sleep(60)
""",
    "segments": """
import ctypes
libc = ctypes.CDLL(None)
libc.shmat.restype = ctypes.c_void_p
for _ in range(14):
    n = libc.shmget(0, 60 * 2**20, 0o1600)
    if n < 0: raise OSError
    place = libc.shmat(n, None, 0)
    ctypes.memset(place, 1, 60 * 2**20)
    libc.shmdt(ctypes.c_void_p(place))
time.sleep(60)
""",
}
OUTLIVING = """
import os, threading, time
for _ in range(5): threading.Thread(target=time.sleep, args=(600,)).start()
for _ in range(3):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0: time.sleep(600)
        os._exit(0)
"""
# Answers in place of the runner's own: an error's kinds and frames, what a cell showed, a call's value
# and changes.
FORGED = [
    "5",
    "{'to': np.array([5, 6]), 'value': 1}",
    "{**to, 'error': 5}",
    "{**to, 'error': {'kinds': [], 'text': '', 'frames': []}}",
    "{**to, 'error': {'kinds': ['E'], 'text': '', 'frames': [['f', 1e999, 'n', 'c']]}}",
    "{**to, 'error': {'kinds': ['E'], 'text': '', 'frames': [1]}}",
    "{**to, 'value': []}",
]
INFINITE = "{'kinds': ['E'], 'text': '', 'frames': [['f', 1e999, 'n', 'c']]}"
FORGED_CELLS = [
    f"{{**to, 'value': {{'shown': {shown}, 'error': {error}}}}}"
    for shown, error in [
        ("[1]", None),
        ("[]", 5),
        ("[]", {"kinds": [], "text": "", "frames": []}),
        ("[]", INFINITE),
    ]
]
FORGED_CALLS = [
    f"{{**to, 'value': {{'value': {value}, 'changed': {changed}}}}}"
    for value, changed in [
        ("1", "[5]"),
        ("1", "[[7, [1]]]"),
        ("1", "[[0, 5]]"),
        ("[Raw({'argument': 0})]", []),
        ("Raw({'argument': -1})", []),
        ("Raw({'view': [0, '<f8', [2**70], [8], 0]})", []),
        ("Raw({'view': [0, '<f8', [2], [8], 16]})", []),
        ("Raw({'view': [0, '<f8', [1], [8], -8]})", []),
        ("Raw({'view': [0, '<f8', [10**9, 9], [0, 0], 0]})", []),
        ("Raw({'object': ['1', 'a', 'b', [1] * 4]})", []),
    ]
]
FORGE = """
import numpy as np, wire
real = wire.pack
class Raw:
    def __init__(self, tree): self.tree = tree
def encode(value): return value.tree
def forge(value, _, sizes):
    if not (isinstance(value, dict) and "to" in value): return real(value, _, sizes)
    to = {"to": value["to"]}
    return real(FORGED, encode, sizes)
def f(x): wire.pack = forge
"""


class TestHostile:
    @pytest.fixture(autouse=True)
    def _impatient(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(module, "GRACE", 0.5)

    @pytest.mark.parametrize(("source", "told"), HOSTILE.items())
    def test_it_ends_with_a_sentence_in_time(self, start, source, told) -> None:
        session = start(seconds_cell=2, memory=600)
        began = time.monotonic()
        with pytest.raises(Stopped, match=told):
            session.run(FILES + source)
        assert time.monotonic() - began < 6
        session.begin()
        with pytest.raises(Stopped, match=told):
            session.get("x")

    @pytest.mark.parametrize("source", HIDDEN_MEMORY.values(), ids=HIDDEN_MEMORY)
    def test_memory_cannot_be_hidden(self, start, source) -> None:
        try:
            error = start(seconds_cell=3, memory=600).run(FILES + source).error
        except Stopped as stopped:
            error = stopped
        assert isinstance(error, OSError | AttributeError | Stopped)
        assert not isinstance(error, Late)

    @pytest.mark.parametrize("forged", [*FORGED, *FORGED_CELLS])
    def test_a_forged_answer_to_a_cell_ends_it(self, start, forged) -> None:
        session = run(start(), FORGE.replace("FORGED", forged))
        with pytest.raises(Stopped, match=GARBAGE):
            session.run("f(1)")

    @pytest.mark.parametrize("forged", [*FORGED, *FORGED_CALLS])
    def test_a_forged_answer_to_a_call_ends_it(self, start, forged) -> None:
        f = run(start(), FORGE.replace("FORGED", forged)).get("f")
        with pytest.raises((Stopped, NotSent)):
            f(np.zeros(2))

    def test_a_call_has_its_time_and_the_session_goes_on(self, start) -> None:
        session = run(start(seconds_call=1), "def f():\n    while True: pass")
        with pytest.raises(Late, match="longer than 1 second"):
            session.get("f")()
        session.begin()
        assert session.defines("f")

    def test_a_cell_has_its_time_and_the_session_goes_on(self, session) -> None:
        ran = session.run("while True: pass")
        assert isinstance(ran.error, Late)
        assert "longer than 1 second" in str(ran.error)
        assert session.run("2").shown == [("result", "2")]

    def test_a_notebook_has_its_time(self, start) -> None:
        session = start(seconds_notebook=1)
        time.sleep(1)
        assert "The notebook ran longer than 1 second" in str(session.run("2").error)

    def test_what_outlives_its_cell_ends_with_the_sandbox(self, start) -> None:
        before = processes_below(os.getpid())
        session = run(start(), OUTLIVING)
        assert len(processes_below(os.getpid()) - before) >= 4
        assert session.run("1").error is None


def test_a_call_cannot_end_a_loop_of_the_checks(session) -> None:
    run(session, "def ends(x): raise StopIteration")
    with pytest.raises(RuntimeError, match="raises StopIteration"):
        assert list(zip(map(session.get("ends"), [1, 2]), [1, 4], strict=False))


@pytest.mark.parametrize("use", [itemgetter(1), attrgetter("size"), len])
def test_nor_can_an_item_an_attribute_or_a_length(session, use) -> None:
    run(
        session,
        """
        class Ends:
            def ends(self, *_): raise StopIteration
            size = property(ends)
            __getitem__ = __len__ = ends
    """,
    )
    ends = session.get("Ends")()
    with pytest.raises(RuntimeError, match="raises StopIteration"):
        assert list(zip(map(use, [ends, ends]), [1, 4], strict=False))
