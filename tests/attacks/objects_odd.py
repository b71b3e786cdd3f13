"""Return things that cannot be written down, printed, or iterated to an end."""

from tests.attacks import HandIn, attack
from tests.attacks.objects import return_everywhere


@attack("objects")
def nested_100_000_deep(hand_in: HandIn) -> None:
    """Return lists in lists in lists."""
    return_everywhere(
        hand_in,
        "deep",
        "deep = []\nfor _ in range(100_000):\n    deep = [deep]",
    )


@attack("objects")
def list_that_holds_itself(hand_in: HandIn) -> None:
    """Return a list and a dictionary that contain themselves."""
    return_everywhere(
        hand_in, "ring", "ring = [1]\nring.append(ring)\nring.append({'ring': ring})"
    )


@attack("objects")
def billion_laughs(hand_in: HandIn) -> None:
    """Return a small list that has a billion leaves when it is written out."""
    return_everywhere(
        hand_in, "many", "many = 0\nfor _ in range(9):\n    many = [many] * 10"
    )


@attack("objects")
def million_objects(hand_in: HandIn) -> None:
    """Return a list of so many functions that to keep them costs memory."""
    return_everywhere(hand_in, "[(lambda: i) for i in range(1_000_000)]")


@attack("objects")
def generator_without_end(hand_in: HandIn) -> None:
    """Return what can be iterated for ever."""
    return_everywhere(hand_in, "itertools.count()", "import itertools")


@attack("objects")
def items_without_end(hand_in: HandIn) -> None:
    """Return a sequence that has an item for every index, and says that it is endless."""
    return_everywhere(
        hand_in,
        "Endless()",
        """
import sys
class Endless:
    def __len__(self): return 2**31 - 1
    def __getitem__(self, key): return Endless()
    def __getattr__(self, name): return Endless()
    def __call__(self, *_): return Endless()
    def __iter__(self): return self
    def __next__(self): return Endless()
    def __contains__(self, key): return True
""",
    )


@attack("objects")
def halves_of_surrogate_pairs(hand_in: HandIn) -> None:
    """Return texts that cannot be written as UTF-8."""
    return_everywhere(
        hand_in, "{'\\ud800': '\\udfff', 'same kernel everywhere': '\\ud800' * 10}"
    )


@attack("objects")
def weird_keys(hand_in: HandIn) -> None:
    """Return a dictionary whose keys are everything but texts."""
    return_everywhere(
        hand_in,
        "{None: 1, (): 2, float('nan'): 3, b'x': 4, 2**70: 5, ...: 6, print: 7, 1j: 8,"
        " frozenset({1}): 9, '': 10, '__class__': 11, 'array': ['|O', [2], 0]}",
    )


@attack("objects")
def every_method_raises(hand_in: HandIn) -> None:
    """Return an object that raises something else at every touch."""
    return_everywhere(
        hand_in,
        "Raising()",
        """
class Meta(type):
    def __getattribute__(cls, name): raise KeyboardInterrupt
class Raising(metaclass=Meta):
    def __getattribute__(self, name): raise SystemExit(0)
    def __repr__(self): raise GeneratorExit
    def __array__(self): raise MemoryError
    def __len__(self): raise RecursionError
""",
    )


@attack("objects")
def endless_repr(hand_in: HandIn) -> None:
    """Return an object whose text never ends, or is a gigabyte."""
    return_everywhere(
        hand_in,
        "Long()",
        """
class Long:
    def __repr__(self): return "x" * 10**9
    def __str__(self):
        while True: pass
""",
    )


@attack("objects")
def pickle_that_runs(hand_in: HandIn) -> None:
    """Return an object that runs a command in the process that unpickles or copies it."""
    mark = str(hand_in.class_folder / "unpickled")
    return_everywhere(
        hand_in,
        "Pickled()",
        f"""
import os
class Pickled:
    def __reduce_ex__(self, protocol): return (os.system, ("touch {mark}",))
    def __deepcopy__(self, memo): return self
    def __repr__(self): return "__import__('os').system('touch {mark}')"
""",
    )


@attack("objects")
def buffers(hand_in: HandIn) -> None:
    """Return memory views and arrays of other libraries."""
    return_everywhere(
        hand_in,
        "[memoryview(b'x' * 10), bytearray(10), array.array('d', [1]), m.cast('B'),"
        " (ctypes.c_double * 4)(), np.ma.masked_all((2, 3)), np.recarray((2,), 'f4')]",
        "import array, ctypes\nm = memoryview(np.zeros((2, 3)))",
    )


@attack("objects")
def unawaited(hand_in: HandIn) -> None:
    """Write every function as a coroutine or a generator."""
    for name, given in (("convolve", "x, w"), ("conv2d", "x, w, b")):
        hand_in.answer(name, f"async def {name}({given}):\n    return x")
    hand_in.answer("feature_maps", "def feature_maps(x, w, b):\n    yield x")
    hand_in.answer("shift", "class shift:\n    def __init__(self, *_): pass")
