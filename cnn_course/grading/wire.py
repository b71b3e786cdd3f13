"""Plain data between the grader and a sandbox: numbers, texts, containers and arrays, and nothing that runs.

A frame is two lengths, a JSON tree, and the bytes of its arrays. JSON has no tuples and no arrays, so
all but None, booleans, texts, short integers and floats is a dictionary of one key, its kind:
``{"tuple": [1, 2]}``, ``{"array": ["<f4", [2, 3], 0]}`` (dtype, shape, where its bytes begin).

Both ends use this file. What comes out of a sandbox was written by a stranger: it is measured before it
is read, and every number in it is checked. Nothing here unpickles or evaluates.
"""

import json
import math
import struct
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

HEAD = struct.Struct("!II")  # bytes of the tree, bytes of the arrays
DEPTH = 50
# Of a dictionary or a set: whoever chooses the keys can make them collide.
ENTRIES = 10_000
BITS = 4096  # of an integer
TEXTS = 2**20  # characters of an array of texts, each taking as much as the longest
DTYPES = {
    f"<{kind}"
    for kind in ["i2", "i4", "i8", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16"]
}
DTYPES |= {"|b1", "|i1", "|u1"}
DIMENSIONS = 32

# What reading a tree that is none can raise.
_WRONG = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    OverflowError,
    RecursionError,
)


class WireError(ValueError):
    """What came, or what was to be sent, is not plain data within the limits."""


class Sizes(NamedTuple):
    """The most bytes of a frame: of its tree, and of its arrays."""

    tree: int = 4 * 2**20
    arrays: int = 64 * 2**20


# An end's own way with what is not plain data: to a tree, and from the tree's (kind, content).
Encode = Callable[[Any], Any]
Decode = Callable[[str, Any], Any]


def pack(value: Any, encode: Encode, sizes: Sizes) -> bytes:
    """Return a value as a frame.

    Raises:
        WireError: it is too large or too deep.
    """
    encoder = _Encoder(encode, sizes)
    tree = json.dumps(encoder.tree(value, DEPTH)).encode()
    if len(tree) > sizes.tree:
        raise WireError(f"is too large to hand over ({len(tree):,} bytes)")
    return HEAD.pack(len(tree), encoder.size) + tree + b"".join(encoder.blobs)


def lengths(head: bytes, sizes: Sizes) -> tuple[int, int]:
    """Return the lengths that a frame's first 8 bytes announce.

    Raises:
        WireError: they are beyond the limits.
    """
    tree, arrays = HEAD.unpack(head)
    if tree > sizes.tree or arrays > sizes.arrays:
        raise WireError(f"is too large ({tree + arrays:,} bytes)")
    return tree, arrays


def unpack(tree: bytes, blob: bytes, decode: Decode) -> Any:
    """Return the value of a frame.

    Raises:
        WireError: it is not plain data as `pack` writes it.
    """
    try:
        return _Decoder(blob, decode).value(json.loads(tree), DEPTH)
    except WireError:
        raise
    # Also RecursionError, from JSON that nests too deeply.
    except _WRONG as error:
        raise WireError(f"is not plain data ({type(error).__name__})") from None


class _Encoder:
    def __init__(self, other: Encode, sizes: Sizes) -> None:
        self.other, self.sizes = other, sizes
        self.blobs: list[bytes] = []
        self.size = 0

    def tree(self, value: Any, depth: int) -> Any:
        if depth == 0:
            raise WireError(f"is nested more than {DEPTH} deep")
        if isinstance(value, np.ndarray | np.generic) and not isinstance(value, str):
            return self.array(value)
        if isinstance(value, list | tuple | dict | set | frozenset):
            return self.container(value, depth - 1)
        if value is None or isinstance(value, str | int | float):
            return self.simple(value)
        return self.special(value, depth - 1)

    def simple(self, value: Any) -> Any:
        """Return what JSON has; of a subclass, what it is a subclass of."""
        if isinstance(value, str):
            return str.__str__(value)
        if isinstance(value, float):
            return float(value)
        plain = value is None or isinstance(value, bool)
        return value if plain else self.integer(int(value))

    def integer(self, value: int) -> Any:
        if value.bit_length() > BITS:
            raise WireError(f"holds an integer of {value.bit_length():,} bits")
        return value if value.bit_length() < 64 else {"int": hex(value)}

    def container(self, value: Any, depth: int) -> Any:
        if isinstance(value, list | tuple):
            kind = "list" if isinstance(value, list) else "tuple"
            return {kind: [self.tree(item, depth) for item in value]}
        if len(value) > ENTRIES:
            raise WireError(f"holds {len(value):,} entries")
        if isinstance(value, dict):
            pairs = value.items()
            return {"dict": [[self.tree(x, depth) for x in pair] for pair in pairs]}
        kind = "set" if isinstance(value, set) else "frozenset"
        return {kind: [self.tree(item, depth) for item in value]}

    def array(self, value: Any) -> Any:
        array = np.asarray(value)
        if isinstance(value, np.generic):
            known = _dtype(array) in DTYPES
            return {"scalar": self.array(array)} if known else self.other(value)
        if array.dtype.kind == "U" and array.size <= ENTRIES:
            return self.texts(array)
        if _dtype(array) not in DTYPES or array.ndim > DIMENSIONS:
            return self.other(value)
        # Measured before it is copied: a view can have more elements than any memory.
        self.measure(array.size * array.itemsize, f"{array.size:,} numbers")
        place = self.blob(array.astype(_dtype(array)).tobytes())
        return {"array": [_dtype(array), list(array.shape), place]}

    def texts(self, array: Any) -> Any:
        if array.nbytes > 4 * TEXTS:
            raise WireError(f"holds an array of {array.size:,} texts: too large")
        return {"text": [list(array.shape), array.ravel().tolist()]}

    def measure(self, size: int, what: str) -> None:
        if self.size + size > self.sizes.arrays:
            raise WireError(f"holds an array of {what}: too large")

    def blob(self, data: bytes) -> int:
        self.measure(len(data), f"{len(data):,} bytes")
        offset = self.size
        self.blobs.append(data)
        self.size += len(data)
        return offset

    def special(self, value: Any, depth: int) -> Any:
        if value is Ellipsis:
            return {"ellipsis": 0}
        if isinstance(value, complex):
            return {"complex": [value.real, value.imag]}
        if isinstance(value, range | slice):
            _require_short(value)
            ends = [value.start, value.stop, value.step]
            return {type(value).__name__: [self.tree(end, depth) for end in ends]}
        if isinstance(value, bytes | bytearray):
            return {"bytes": [len(value), self.blob(bytes(value))]}
        if isinstance(value, type) and np.sctypeDict.get(value.__name__) is value:
            return {"numpy": value.__name__}
        return self.other(value)


def _dtype(array: Any) -> str:
    return array.dtype.newbyteorder("<").str


def _require_short(value: range | slice) -> None:
    """Refuse a range that is short to write and endless to go through."""
    if isinstance(value, range) and (value.stop - value.start) // value.step > ENTRIES:
        raise WireError("holds a range that is too long")


class _Decoder:
    def __init__(self, blob: bytes, other: Decode) -> None:
        self.blob, self.other = blob, other
        self.taken = 0  # bytes: none is read twice
        self.entries = 0  # of all dictionaries and sets

    def value(self, tree: Any, depth: int) -> Any:
        if depth == 0:
            raise WireError(f"is nested more than {DEPTH} deep")
        if isinstance(tree, str):
            return printable(tree)
        if not isinstance(tree, dict):
            if isinstance(tree, list):
                raise WireError("is not plain data")
            if isinstance(tree, int) and tree.bit_length() > 64:
                raise WireError("holds an integer in the wrong form")
            return tree
        ((kind, content),) = tree.items()
        if kind in ("list", "tuple", "set", "frozenset", "dict"):
            return self.container(kind, content, depth - 1)
        if kind in ("range", "slice"):
            return self.ends(kind, content, depth - 1)
        read = getattr(self, f"read_{kind}", None) if kind in _KINDS else None
        return read(content) if read else self.other(kind, content)

    def container(self, kind: str, content: Any, depth: int) -> Any:
        if kind in ("set", "frozenset", "dict"):
            self.entries += len(content)
        if self.entries > ENTRIES:
            raise WireError(f"holds {len(content):,} entries")
        if kind == "dict":
            return {self.value(k, depth): self.value(v, depth) for k, v in content}
        items = (self.value(item, depth) for item in content)
        return {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset}[kind](
            items
        )

    def ends(self, kind: str, content: list, depth: int) -> Any:
        start, stop, step = (self.value(end, depth) for end in content)
        found = (
            range(start, stop, step) if kind == "range" else slice(start, stop, step)
        )
        _require_short(found)
        return found

    def read_int(self, content: str) -> int:
        number = int(content, 16) if len(content) <= BITS // 4 + 4 else 2**BITS
        if number.bit_length() > BITS:
            raise WireError("holds an integer that is too large")
        return number

    def read_array(self, content: list) -> Any:
        dtype, shape, offset = content
        if dtype not in DTYPES:
            raise WireError("holds an array of a kind that is not sent")
        whole = self.shape(shape)
        count = math.prod(whole) * np.dtype(dtype).itemsize
        data = self.bytes_at(offset, count)
        if dtype == "|b1":  # other bytes than 0 and 1 are no truth values
            return (np.frombuffer(data, np.uint8) != 0).reshape(whole)
        return np.frombuffer(data, np.dtype(dtype)).reshape(whole).copy()

    def shape(self, sizes: list) -> list[int]:
        whole = [_whole(size) for size in sizes]
        # An axis of 0 makes an array empty but leaves the others to be walked over.
        places = math.prod(max(size, 1) for size in whole)
        if places > max(2**20, len(self.blob)) or len(whole) > DIMENSIONS:
            raise WireError("holds an array with more places than numbers")
        return whole

    def bytes_at(self, offset: Any, count: int) -> bytes:
        offset = _whole(offset)
        self.taken += count
        if max(offset + count, self.taken) > len(self.blob):
            raise WireError("holds an array whose bytes are missing")
        return self.blob[offset : offset + count]

    def read_scalar(self, content: dict) -> Any:
        array = self.value(content, 2)
        if not isinstance(array, np.ndarray) or array.shape:
            raise WireError("holds a number that is an array")
        return array[()]

    def read_text(self, content: list) -> Any:
        shape, items = self.shape(content[0]), content[1]
        if not all(isinstance(item, str) for item in items) or len(items) > ENTRIES:
            raise WireError("holds texts that are none")
        if len(items) * max(map(len, items), default=0) > TEXTS:
            raise WireError("holds texts that are too long")
        return np.array(list(map(printable, items)), dtype=str).reshape(shape)

    def read_complex(self, content: list) -> complex:
        return complex(*content)

    def read_bytes(self, content: list) -> bytes:
        return self.bytes_at(content[1], _whole(content[0]))

    def read_ellipsis(self, _: Any) -> Any:
        return Ellipsis

    def read_numpy(self, content: str) -> Any:
        found = np.sctypeDict.get(content) if isinstance(content, str) else None
        if found is None:
            raise WireError("names a type that NumPy has not")
        return found


_KINDS = {name[5:] for name in vars(_Decoder) if name.startswith("read_")}


def _whole(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise WireError("holds a size that is none")
    return value


def printable(text: str) -> str:
    """Return a text that can be written as UTF-8: halves of surrogate pairs become question marks."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
