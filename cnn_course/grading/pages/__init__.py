"""The pages for students and instructors: the templates of this folder, filled.

`Environment.finalize` makes every ``{{ ... }}`` of a template harmless: one that forgets a filter is safe
all the same.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from cnn_course.grading.pages.harmless import code, inline, prose, visible


def number(value: float) -> str:
    """Return points or seconds, with two decimals if they need them.

    >>> number(4.0), number(1 / 3)
    ('4', '0.33')
    """
    return f"{round(value, 2):g}"


def of_points(most: float) -> str:
    """Return "1 point" or "2 points"."""
    return f"{number(most)} point{'' if most == 1 else 's'}"


def count(items: Sequence[Any] | int, one: str, many: str) -> str:
    """Return how many there are, with the word in its form for that number."""
    total = items if isinstance(items, int) else len(items)
    return f"{total} {one if total == 1 else many}"


def _finalize(value: Any) -> Any:
    harmless = isinstance(value, Markup) or not isinstance(value, str)
    return value if harmless else visible(value)


_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    finalize=_finalize,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.filters.update(
    code=code,
    prose=prose,
    inline=inline,
    number=number,
    of_points=of_points,
    count=count,
)


def render(template: str, **values: Any) -> str:
    """Return a page: one of this folder's templates, filled."""
    return _TEMPLATES.get_template(template).render(values)
