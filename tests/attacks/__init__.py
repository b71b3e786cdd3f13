"""Submissions that try to earn points, to disturb others, or to break the run: never run one by hand.

Each attack is a small function that fills a `HandIn`, which starts as the released notebook of
02_convolution with nothing solved. What a student's program would do stands in it as text. These programs
do what they say: only the autograder may run one, or a sandbox.
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.attacks.hand_in import HandIn

MODULES = sorted(module.name for module in pkgutil.iter_modules(__path__))


@dataclass(frozen=True)
class Attack:
    """A hostile or broken submission, and the points that its honest part may earn."""

    make: Callable[[HandIn], None]
    kind: str
    earns: float
    flagged: bool  # a person must be told

    @property
    def name(self) -> str:
        """The function's name, which is also the student's id."""
        return self.make.__name__

    @property
    def says(self) -> str:
        """What it tries."""
        return self.make.__doc__ or ""


ATTACKS: dict[str, Attack] = {}


def attack(
    kind: str, earns: float = 0, flagged: bool = False
) -> Callable[[Callable[[HandIn], None]], Callable[[HandIn], None]]:
    """Register a function that makes a submission."""

    def register(make: Callable[[HandIn], None]) -> Callable[[HandIn], None]:
        if make.__name__ in ATTACKS:
            raise ValueError(f"There are two attacks called {make.__name__}.")
        ATTACKS[make.__name__] = Attack(make, kind, earns, flagged)
        return make

    return register


def corpus() -> list[Attack]:
    """Return all attacks, a kind after the other."""
    for name in MODULES:
        importlib.import_module(f"{__name__}.{name}")
    return sorted(ATTACKS.values(), key=lambda found: (found.kind, found.name))


def hand_in(attack: Attack, class_folder: Path, classmate: str) -> HandIn:
    """Write an attack's submission into a class, as a student of the attack's name."""
    submission = HandIn(class_folder, attack.name, classmate)
    attack.make(submission)
    submission.write()
    return submission
