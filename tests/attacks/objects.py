"""Return things that no check expects."""

from tests.attacks import HandIn, attack

LIAR = """
class Liar:
    __class__ = np.ndarray
    shape, dtype, ndim, size = (2, 2), np.dtype("f4"), 2, 4
    def __eq__(self, other): return True
    def __array__(self, *_, **__): return np.zeros((2, 2), "f4")
    def __float__(self): return 1.0
    def __index__(self): return 1
    def __bool__(self): return True
    def __len__(self): return 2
    def __getitem__(self, key): return self
    def __call__(self, *_): return self
    def __sub__(self, other): return 0
    __rsub__ = __mul__ = __add__ = __abs__ = __sub__
    __le__ = __lt__ = __ge__ = __gt__ = __ne__ = __eq__
    __hash__ = object.__hash__
"""


def return_everywhere(hand_in: HandIn, value: str, before: str = "") -> None:
    """Return one value everywhere: from every function, and as every number."""
    hand_in.extra(f"{before}\ndef value():\n    return {value}")
    hand_in.bodies("return value()")
    hand_in.answer("by_hand", "by_hand = value()")
    hand_in.answer("claims", "claims = value()")


@attack("objects")
def equal_to_everything(hand_in: HandIn) -> None:
    """Return an object that says yes to every question."""
    return_everywhere(hand_in, "Liar()", LIAR)


@attack("objects")
def subclass_of_ndarray(hand_in: HandIn) -> None:
    """Return arrays that take part in every NumPy function, and answer True."""
    return_everywhere(
        hand_in,
        "np.zeros((2, 2), 'f4').view(Sub)",
        """
class Sub(np.ndarray):
    __array_priority__ = 1e9
    def __array_ufunc__(self, ufunc, method, *given, **named): return np.True_
    def __array_function__(self, function, types, given, named): return True
    def __eq__(self, other): return np.True_
    def astype(self, *_, **__): return self
    def tobytes(self, *_, **__): return b"x"
    def __reduce__(self): return (print, ("unpickled",))
""",
    )


@attack("objects")
def lying_array_interface(hand_in: HandIn) -> None:
    """Return an object whose buffer points at memory that is not its own."""
    return_everywhere(
        hand_in,
        "Pointer()",
        """
class Pointer:
    __array_interface__ = {"shape": (1000, 1000), "typestr": "<f8", "version": 3,
                           "data": (4096, True)}
""",
    )


@attack("objects")
def arrays_of_objects(hand_in: HandIn) -> None:
    """Return arrays whose elements are objects that compare as they like."""
    return_everywhere(
        hand_in,
        "np.array([[Liar() for _ in range(3)] for _ in range(2)], dtype=object)",
        LIAR,
    )


@attack("objects")
def odd_dtypes(hand_in: HandIn) -> None:
    """Return a list of arrays of every dtype that is no plain number."""
    return_everywhere(
        hand_in,
        "[np.zeros((2, 3), d) for d in ('g', 'G', 'S5', 'U5', 'M8[s]', 'm8[D]', 'V3', 'O',"
        " 'e', '>f4', 'i4,f8', [('a', 'O')], '(2,)f4')]",
    )


@attack("objects")
def zero_strides(hand_in: HandIn) -> None:
    """Return an array of four terabytes that is one number in memory."""
    return_everywhere(hand_in, "np.broadcast_to(np.float32(0), (10**6, 10**6))")


@attack("objects")
def empty_and_endless(hand_in: HandIn) -> None:
    """Return an array without numbers whose first axis is as long as can be."""
    return_everywhere(hand_in, "np.zeros((2**40, 0), 'f4')")


@attack("objects")
def array_of_300_megabytes(hand_in: HandIn) -> None:
    """Return more than anybody asked for."""
    return_everywhere(hand_in, "np.zeros(75_000_000, 'f4')")


@attack("objects")
def giant_integer(hand_in: HandIn) -> None:
    """Return an integer of a hundred thousand digits."""
    return_everywhere(hand_in, "[[10**100_000] * 3] * 2")


@attack("objects")
def not_a_number(hand_in: HandIn) -> None:
    """Return NaN and infinity, which are equal to nothing or to themselves."""
    hand_in.guess()
    for name in ("convolve", "conv2d", "feature_maps", "shift"):
        first = "image" if name == "shift" else "x"
        hand_in.body(name, f"return np.full({first}.shape, np.nan, {first}.dtype)")
    hand_in.answer("by_hand", "by_hand = [[np.nan, np.inf, -np.inf]] * 2")


@attack("objects")
def function_that_returns_itself(hand_in: HandIn) -> None:
    """Return the function that was called."""
    for name in ("convolve", "conv2d", "feature_maps", "shift"):
        hand_in.body(name, f"return {name}")
    hand_in.answer("by_hand", "def by_hand(*_): return by_hand")
    hand_in.answer("claims", "claims = lambda *_: claims")


@attack("objects")
def other_answer_each_time(hand_in: HandIn) -> None:
    """Give a mapping and a list that answer differently whenever they are asked."""
    hand_in.answer(
        "claims",
        """
        import collections, itertools
        class Turning(collections.abc.Mapping):
            turns = itertools.cycle([True, False, ...])
            def __getitem__(self, key): return next(self.turns)
            def __len__(self): return 3
            def __iter__(self): return iter(["same kernel everywhere"] * 3)
            def __contains__(self, key): return True
        claims = Turning()
        """,
    )
    hand_in.answer(
        "by_hand",
        """
        class Changing(list):
            def __iter__(self): return iter([[next(count)] * 3] * 2)
            def __len__(self): return next(count)
        count = iter(range(10**9))
        by_hand = Changing([[0, 0, 0], [0, 0, 0]])
        """,
    )


@attack("objects")
def dictionary_subclass_that_lies(hand_in: HandIn) -> None:
    """Give claims of both truths, in a dictionary that has two of each key."""
    hand_in.answer(
        "claims",
        """
        class Key(str):
            def __hash__(self): return 1
            def __eq__(self, other): return False
        names = ("same kernel everywhere", "dense layer follows",
                 "answer stays where it was")
        claims = {Key(name): truth for name in names for truth in (False, True)}
        """,
    )
