"""What took minutes or hours, measured once: the numbers that pages of the book read instead.

`benchmarks/` writes the files; each says when and on what it was measured.
"""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "data" / "measured"


def load(name: str) -> dict[str, Any]:
    """Return a file of measurements: "headline", for example, the runs on all of MNIST.

    Raises:
        FileNotFoundError: there is no such file.

    >>> load("headline")["measured"]["parameters"]
    93322
    """
    file = FOLDER / f"{name}.json"
    if not file.exists():
        names = ", ".join(sorted(path.stem for path in FOLDER.glob("*.json")))
        raise FileNotFoundError(
            f"There are no measurements {name!r}: choose from {names}."
        )
    return json.loads(file.read_text(encoding="utf-8"))
