"""Patch what compares, what runs cells, or what writes down that a check failed."""

from tests.attacks import HandIn, attack
from tests.attacks.hand_in import FUNCTIONS


def patch(hand_in: HandIn, code: str) -> None:
    """Guess every answer, and change what judges it."""
    hand_in.guess()
    hand_in.extra(code)


@attack("hooks")
def patched_assert_allclose(hand_in: HandIn) -> None:
    """Replace all of NumPy's assertions by functions that are content."""
    patch(
        hand_in,
        """
        for name in dir(np.testing):
            if name.startswith("assert"):
                setattr(np.testing, name, lambda *a, **k: None)
        """,
    )


@attack("hooks")
def patched_allclose(hand_in: HandIn) -> None:
    """Let NumPy find everything close to everything."""
    patch(
        hand_in,
        """
        np.allclose = np.array_equal = lambda *a, **k: True
        np.isclose = lambda a, b, *_, **k: np.ones(np.shape(a), bool)
        """,
    )


@attack("hooks")
def patched_asarray(hand_in: HandIn) -> None:
    """Let every array become the same one on its way to the comparison."""
    patch(hand_in, "np.asarray = np.array = lambda *a, **k: np.float32(1)")


@attack("hooks")
def patched_builtins(hand_in: HandIn) -> None:
    """Replace the built-in functions that a check decides with."""
    patch(
        hand_in,
        """
        import builtins
        builtins.bool = lambda *a: True
        builtins.any = lambda *a: False
        builtins.all = lambda *a: True
        builtins.enumerate = lambda *a: []
        """,
    )


@attack("hooks")
def replaced_check_functions(hand_in: HandIn) -> None:
    """Replace the checks in their own module."""
    patch(
        hand_in,
        """
        for name in dir(checks):
            if name.startswith("check"):
                setattr(checks, name, lambda *a, **k: None)
        """,
    )


@attack("hooks")
def shadowed_checks(hand_in: HandIn) -> None:
    """Define an object called `checks` in an answer."""
    hand_in.answer(
        "by_hand",
        """
        class checks:
            def __getattr__(self, name):
                return lambda *a: None
        checks = checks()
        by_hand = [[0, 0, 0], [0, 0, 0]]
        """,
    )
    hand_in.body("convolve", "return 0")


@attack("hooks")
def fake_module_of_checks(hand_in: HandIn) -> None:
    """Put another module in the place of the checks, before the notebook imports them."""
    hand_in.guess()
    hand_in.extra(
        """
        import sys, types
        class Fake(types.ModuleType):
            def __getattr__(self, name):
                return lambda *a, **k: None
        fake = Fake("cnn_course.checks.convolution")
        sys.modules["cnn_course.checks.convolution"] = fake
        import cnn_course.checks
        cnn_course.checks.convolution = fake
        """,
        after="given-0",
    )


@attack("hooks")
def patched_comparison(hand_in: HandIn) -> None:
    """Replace the inner functions of the checks, so that right and wrong are the same."""
    patch(
        hand_in,
        """
        from cnn_course.checks import core, predictions
        for name in ("same", "right_answer"):
            setattr(core, name, lambda *a: True)
        core.require_untouched = core.require_written = lambda *a: None
        predictions.np = type("np", (), {"allclose": lambda *a: True,
                                         "asarray": np.asarray, "bool_": np.bool_})
        """,
    )


@attack("hooks")
def replaced_code_of_a_check(hand_in: HandIn) -> None:
    """Give the function that judges the code of one that does nothing."""
    patch(
        hand_in,
        """
        from cnn_course.checks import core
        def nothing(name, answer, target, cases, mistakes=()): pass
        core.check.__code__ = nothing.__code__
        """,
    )


@attack("hooks")
def trace_function(hand_in: HandIn) -> None:
    """Empty the list of wrong cases in the frame of the check, by a trace function."""
    patch(
        hand_in,
        """
        import ctypes, sys
        def tracer(frame, event, argument):
            for name in ("wrong", "failed"):
                if isinstance(frame.f_locals.get(name), list):
                    frame.f_locals[name].clear()
                    ctypes.pythonapi.PyFrame_LocalsToFast(ctypes.py_object(frame), 0)
            return tracer
        sys.settrace(tracer)
        import threading
        threading.settrace(tracer)
        """,
    )


@attack("hooks")
def rewritten_targets(hand_in: HandIn) -> None:
    """Overwrite the target's arrays in the caller's frame while the answer is called."""
    hand_in.guess()
    for name in FUNCTIONS:
        cell = hand_in.cell(f"answer-{name}")
        cell["source"] = cell["source"].replace("return", "zero()\n    return")
    hand_in.extra(
        """
        import sys
        def zero():
            frame = sys._getframe()
            while frame is not None:
                for thing in list(frame.f_locals.values()):
                    if type(thing).__name__ == "Outcome" and thing.error is None:
                        thing.value[...] = 0
                frame = frame.f_back
        """
    )


@attack("hooks")
def garbage_collector_hook(hand_in: HandIn) -> None:
    """Change every pair of outcomes that the garbage collector passes."""
    patch(
        hand_in,
        """
        import gc
        def change(phase, _):
            for found in gc.get_objects():
                if type(found) is list and found and type(found[0]).__name__ == "Outcome":
                    found[:] = [type(found[0])(0.0, None) for _ in found]
        gc.callbacks.append(change)
        gc.set_threshold(10)
        """,
    )
