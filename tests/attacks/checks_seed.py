"""Know the cases beforehand: by the public seed, by heart, or from the secret one."""

import base64
import contextlib
import functools
import io
import os
from collections.abc import Callable
from typing import Any

import numpy as np

from cnn_course.checks import convolution
from tests.attacks import HandIn, attack
from tests.attacks.hand_in import FUNCTIONS


@attack("peeking")
def seed_set_back(hand_in: HandIn) -> None:
    """Set the seed of the hidden cases to the one that students know, and answer those by heart."""
    _learn_by_heart(hand_in)
    hand_in.extra(
        """
        import os
        os.environ["CNN_COURSE_SEED"] = "0"
        """
    )


@attack("peeking")
def public_cases_by_heart(hand_in: HandIn) -> None:
    """Return the results of the cases that students see, from a table."""
    _learn_by_heart(hand_in)


@attack("peeking")
def seed_in_the_feedback(hand_in: HandIn) -> None:
    """Print whatever may hold the secret seed: variables, files, the program's arguments."""
    hand_in.probe(
        f"""
        print(dict(os.environ), sys.argv)
        for name in ["/proc/self/environ", "/proc/self/cmdline", "/proc/1/environ",
                     "/proc/1/cmdline", "/proc/self/mountinfo",
                     {str(hand_in.class_folder / "seed.secret")!r}, "../../../seed.secret"]:
            with contextlib.suppress(OSError):
                print(name, pathlib.Path(name).read_bytes())
        if "CNN_COURSE_SEED" in os.environ:
            escaped("the seed is in the environment")
        """
    )


def _learn_by_heart(hand_in: HandIn) -> None:
    hand_in.extra(
        f"import base64, io\nTABLE = {_table()!r}\n"
        "def recall(*given):\n"
        "    key = ' '.join(str(np.asarray(g).tolist()) for g in given)\n"
        "    return np.load(io.BytesIO(base64.b64decode(TABLE[key])))"
    )
    for name, given in FUNCTIONS.items():
        hand_in.body(name, f"return recall({name!r}, {given})")


@functools.cache
def _table() -> dict[str, str]:
    """Return the results of the cases that students have, as a patient one could note them."""
    table: dict[str, str] = {}
    secret = os.environ.pop("CNN_COURSE_SEED", None)
    try:
        for name in FUNCTIONS:
            with contextlib.redirect_stdout(io.StringIO()):
                getattr(convolution, f"check_{name}")(_spy(name, table))
    finally:
        if secret is not None:
            os.environ["CNN_COURSE_SEED"] = secret
    return table


def _spy(name: str, table: dict[str, str]) -> Callable[..., Any]:
    """Return the target, which notes what it returns."""

    def spy(*given: Any) -> Any:
        result = getattr(convolution, name)(*given)
        file = io.BytesIO()
        np.save(file, result)
        key = " ".join(str(np.asarray(g).tolist()) for g in (name, *given))
        table[key] = base64.b64encode(file.getvalue()).decode()
        return result

    return spy
