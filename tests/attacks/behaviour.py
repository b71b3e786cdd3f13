"""Functions that raise, recurse, or change what is not theirs."""

from tests.attacks import HandIn, attack


@attack("behaviour")
def writes_into_the_arguments(hand_in: HandIn) -> None:
    """Return the right numbers, and spoil the arrays that were given."""
    hand_in.solve("convolve")
    cell = hand_in.cell("answer-convolve")
    cell["source"] = cell["source"].replace("return y", "x[...] = 0\n    return y")


@attack("behaviour")
def returns_the_argument_itself(hand_in: HandIn) -> None:
    """Return the given image itself when there is nothing to shift."""
    hand_in.solve("shift")
    hand_in.answer(
        "shift",
        hand_in.cell("answer-shift")["source"].replace(
            "return moved", "return moved if down or right else image"
        ),
    )


@attack("behaviour")
def resizes_the_arguments(hand_in: HandIn) -> None:
    """Give the arrays that were handed over another shape and another dtype."""
    hand_in.bodies(
        """
        import warnings
        warnings.simplefilter("ignore")
        given = list(locals().values())[0]
        given.shape = (-1,)
        given.dtype = "u1"
        given.resize(10**6, refcheck=False)
        return given
        """
    )


@attack("behaviour")
def interrupts_the_grader(hand_in: HandIn) -> None:
    """Raise what stops programs: Ctrl-C, an exit, the end of a generator."""
    for name, error in (
        ("convolve", "KeyboardInterrupt"),
        ("conv2d", "SystemExit(0)"),
        ("feature_maps", "GeneratorExit"),
        ("shift", "StopIteration"),
    ):
        hand_in.body(name, f"raise {error}")


@attack("behaviour")
def raises_what_a_grader_raises(hand_in: HandIn) -> None:
    """Raise errors that are called like the grader's own."""
    for name, error in (
        ("convolve", "CheckFailed"),
        ("conv2d", "WireError"),
        ("feature_maps", "TimeLimit"),
        ("shift", "Skipped"),
    ):
        hand_in.body(name, f'raise type("{error}", (BaseException,), {{}})("right")')


@attack("behaviour")
def error_without_a_text(hand_in: HandIn) -> None:
    """Raise errors that cannot be printed, print for ever, or have a text of 100 MB."""
    hand_in.extra(
        """
        class Silent(Exception):
            def __str__(self): raise KeyboardInterrupt
            __repr__ = __str__
        class Endless(Exception):
            def __str__(self):
                while True: pass
        """
    )
    hand_in.body("convolve", "raise Silent")
    hand_in.body("conv2d", 'raise ValueError("x" * 10**8)')
    hand_in.body("shift", "raise Endless")


@attack("behaviour")
def error_with_a_long_past(hand_in: HandIn) -> None:
    """Raise an error that has a chain of 100,000 causes, the last of which is the first."""
    hand_in.bodies(
        """
        first = error = ValueError("0")
        for i in range(100_000):
            error.__cause__ = error.__context__ = ValueError(str(i))
            error = error.__cause__
        error.__cause__ = first
        raise first
        """
    )


@attack("behaviour")
def names_of_a_megabyte(hand_in: HandIn) -> None:
    """Raise errors whose class and function have very long names, and many parents."""
    hand_in.bodies(
        """
        kind = ValueError
        for i in range(500):
            kind = type("x" * 2000 + str(i), (kind,), {})
        raise kind("x")
        """
    )


@attack("behaviour")
def recursion_without_end(hand_in: HandIn) -> None:
    """Call itself until Python says no."""
    for name, given in (("convolve", "x, w"), ("conv2d", "x, w, b")):
        hand_in.body(name, f"return {name}({given})")


@attack("behaviour", flagged=True)
def stack_overflow(hand_in: HandIn) -> None:
    """Recurse where Python does not count, until the process breaks."""
    hand_in.body(
        "convolve",
        """
        import sys
        sys.setrecursionlimit(10**9)
        deep = ()
        for _ in range(10**6):
            deep = (deep,)
        hash(deep)
        """,
    )


@attack("behaviour")
def warnings_as_errors(hand_in: HandIn) -> None:
    """Set every switch of NumPy and Python that changes how others' code runs."""
    hand_in.guess()
    hand_in.extra(
        """
        import decimal, gc, locale, random, sys, warnings
        np.seterr(all="raise")
        np.set_printoptions(threshold=sys.maxsize, formatter={"all": lambda _: "0"})
        warnings.simplefilter("error")
        sys.setrecursionlimit(120)
        sys.set_int_max_str_digits(640)
        sys.setswitchinterval(1e-6)
        gc.freeze()
        """
    )


@attack("behaviour", earns=1)
def warning_on_stderr(hand_in: HandIn) -> None:
    """Warn on stderr, as honest programs do; the right part keeps its point."""
    hand_in.solve("by_hand")
    hand_in.extra("import sys\nsys.stderr.write('DeprecationWarning: x is old')")
