"""What the programs beside it write into ES modules."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from typing import Any

from numpy.typing import NDArray


def constant(name: str, rows: Sequence[Any]) -> list[str]:
    """Return the lines of an exported list, each row on a line of its own.

    >>> constant("PAIRS", [[1, 2], [3, 4]])
    ['export const PAIRS = [', '  [1, 2],', '  [3, 4],', '];']
    """
    return [
        f"export const {name} = [",
        *(f"  {json.dumps(row)}," for row in rows),
        "];",
    ]


def pixels(image: NDArray) -> str:
    """Return an image's bytes as text that can stand in an address (RFC 4648, section 5)."""
    return urlsafe_b64encode(image.tobytes()).decode().rstrip("=")
