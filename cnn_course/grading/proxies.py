"""Stand-ins for a student's objects, which live in the sandbox: call, attribute, item, length, iteration.

Nothing else reaches the student's object. Above all no comparison and no conversion does: an object that
compares itself, or turns itself into an array, could look at what it is compared with.
"""

import math
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from cnn_course.grading import wire

if TYPE_CHECKING:
    from cnn_course.grading.session import Session

LONGEST = 80  # characters of a name


class Proxy:
    """A student's object, seen from outside."""

    __slots__ = ("_proxy",)

    def __init__(self, session: "Session", number: int, kind: str, name: str) -> None:
        object.__setattr__(self, "_proxy", (session, number, kind, name))

    def __getattr__(self, attribute: str) -> Any:
        session, _, kind, name = self._proxy
        if attribute == "__name__" and name:
            return name
        # NumPy and copy look for such names; they are the grader's business.
        if attribute.startswith("__"):
            raise AttributeError(f"{kind} has no {attribute} here")
        return session.ask("attribute", self, attribute)

    def __setattr__(self, attribute: str, value: Any) -> None:
        self._proxy[0].ask("set_attribute", self, attribute, value)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        _, _, kind, name = self._proxy
        return f"<{kind} {name}>" if name else f"<{kind} object>"

    def __reduce__(self) -> Any:
        raise TypeError("a student's object cannot be copied out of its sandbox")


class _Called:
    __slots__ = ()

    def __call__(self, *given: Any, **named: Any) -> Any:
        return self._proxy[0].call(self, given, named)


class _Sized:
    __slots__ = ()

    def __len__(self) -> int:
        length = self._proxy[0].ask("length", self)
        if type(length) is not int or not 0 <= length < 2**31:
            raise TypeError("its length is not a number that a length can be")
        return length


class _Indexed:
    __slots__ = ()

    def __getitem__(self, key: Any) -> Any:
        return self._proxy[0].ask("item", self, key)


class _Iterated:
    __slots__ = ()

    def __iter__(self) -> Iterator[Any]:
        return self._proxy[0].iterate(self)


class _Next:
    __slots__ = ()

    def __next__(self) -> Any:
        (item,) = self._proxy[0].ask("following", self)
        return item


@cache
def _kind_with(abilities: tuple[bool, ...]) -> type:
    able = zip((_Called, _Sized, _Indexed, _Iterated, _Next), abilities, strict=True)
    bases = tuple(base for base, has in able if has)
    return type("Proxy", (*bases, Proxy), {"__slots__": ()})


def make_proxy(session: "Session", content: Any) -> Proxy:
    """Return the stand-in for an object that a sandbox describes by number, kind, name and abilities.

    Raises:
        WireError: the description is not one.
    """
    number, kind, name, abilities = content
    if type(number) is not int or len(abilities) != 5:
        raise wire.WireError("describes an object wrongly")
    shown = [
        "".join(c for c in str(text) if c.isprintable())[:LONGEST]
        for text in (kind, name)
    ]
    return _kind_with(tuple(map(bool, abilities)))(session, number, *shown)


def number_of(value: Any) -> int | None:
    """Return the number that the sandbox knows an object by, or None if it is none of a student's."""
    return value._proxy[1] if isinstance(value, Proxy) else None


def at(place: Any, arguments: list[Any]) -> Any:
    """Return the argument at a place that the sandbox names.

    Raises:
        ValueError: it cannot be a place.
        IndexError: there are not so many arguments.
    """
    if type(place) is not int or place < 0:
        raise ValueError("no place of an argument")
    return arguments[place]


class Argument:
    """A result that is one of the arguments, by its place."""

    def __init__(self, place: Any) -> None:
        self.place = place

    def of(self, arguments: list[Any]) -> Any:
        """Return the argument itself, so that `is` and shared memory tell."""
        return at(self.place, arguments)


class View(Argument):
    """A result that lies in the memory of an argument."""

    def __init__(self, place: Any, dtype: Any, shape: Any, strides: Any, offset: Any):
        super().__init__(place)
        self.layout = dtype, shape, strides, offset

    def of(self, arguments: list[Any]) -> Any:
        """Return the same view of the grader's own array; NumPy checks that it lies inside."""
        array = super().of(arguments)
        dtype, shape, strides, offset = self.layout
        if dtype not in wire.DTYPES or not isinstance(array, np.ndarray):
            raise ValueError("no view of an array")
        if math.prod(shape) * np.dtype(dtype).itemsize > array.nbytes:
            raise ValueError("a view with more numbers than the array")
        # As it was sent: in C's order, and little-endian.
        array = np.ascontiguousarray(array, array.dtype.newbyteorder("<"))
        return np.ndarray(
            tuple(shape), dtype, buffer=array, offset=offset, strides=tuple(strides)
        )
