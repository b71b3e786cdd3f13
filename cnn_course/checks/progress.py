"""How far a student has come: one line after each check that passes."""

from collections.abc import Callable
from functools import wraps

_passed: dict[str, dict[str, bool]] = {}  # by module, its checks in their order


def part(check: Callable[..., None]) -> Callable[..., None]:
    """Make a check one of its assignment's parts, those of one module.

    When it passes, it prints how many of them have passed so far: ``[##---] 2 of 5 parts``.
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
    """Show which parts have passed.

    >>> line([True, False, True])
    '[#-#] 2 of 3 parts'
    >>> line([True, True])
    '[##] 2 of 2 parts: all checks pass.'
    """
    done = sum(parts)
    bar = "".join("#" if passed else "-" for passed in parts)
    end = ": all checks pass." if done == len(parts) else ""
    return f"[{bar}] {done} of {len(parts)} parts{end}"
