"""How far a student has come: one line after each check that passes."""

from collections.abc import Callable
from functools import wraps

_passed: dict[str, dict[str, bool]] = {}  # by module, its checks in their order


def part(check: Callable[..., None]) -> Callable[..., None]:
    """Make a check one of its assignment's: of those that are in its module.

    When it passes, it prints how many of them have passed so far: ``[##---] 2 of 5 checks pass.``.
    """
    parts = _passed.setdefault(check.__module__, {})
    parts[check.__name__] = False

    @wraps(check)
    def checked(*answers: object) -> None:
        parts[check.__name__] = False  # an answer that was right can be spoilt
        check(*answers)
        parts[check.__name__] = True
        print(line(list(parts.values())))

    return checked


def line(parts: list[bool]) -> str:
    """Show which checks have passed.

    >>> line([True, False, True])
    '[#-#] 2 of 3 checks pass.'
    >>> line([True, True])
    '[##] All 2 checks pass.'
    """
    done = sum(parts)
    bar = "".join("#" if passed else "-" for passed in parts)
    words = (
        f"All {done} checks" if done == len(parts) else f"{done} of {len(parts)} checks"
    )
    return f"[{bar}] {words} pass."
