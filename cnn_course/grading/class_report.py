"""The report on a class: how it went, part by part, and which mistakes are common."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from cnn_course.grading import pages
from cnn_course.grading.pages import notebook
from cnn_course.grading.results import Graded, Verdict
from cnn_course.grading.scores import NOT_HANDED_IN, Score

STATES = ("right", "partly", "wrong", "unjudged", "person")
MOST_BARS = 22
SLOWEST = 10  # submissions that are listed


class Bar(NamedTuple):
    """How many results there are of ``low`` points or more, and of fewer than ``below``."""

    low: float
    below: float
    results: int


def page(name: str, results: Sequence[Graded], scores: Sequence[Score]) -> str:
    """Return the report on an assignment as an HTML page that needs nothing beside itself.

    Args:
        name: the assignment.
        results: what the grader found, a submission each.
        scores: the gradebook's points, which a person may have changed; students who did not hand in too.
    """
    scores = [score for score in scores if score.assignment == name]
    points = sorted(score.score for score in scores if score.score is not None)
    most = max((score.out_of for score in scores), default=0)
    states = Counter(score.state for score in scores)
    return pages.render(
        "class_report.html",
        name=name,
        summary=summary(results),
        handed_in=len(scores) - states[NOT_HANDED_IN],
        students=len(scores),
        states=sorted(states.items()),
        points=points,
        middle=_median(points),
        most=most,
        bars=bars(points, most),
        STATES=STATES,
    )


def summary(results: Sequence[Graded]) -> dict[str, Any]:
    """Return what the report says of the machine's results, as data for JSON.

    ``points`` counts what the machine gave, before any person; a student is nothing but an id.
    """
    most = max((graded.max_points for graded in results), default=0)
    points = [graded.points for graded in results]
    kinds = Counter(flag.kind for graded in results for flag in graded.flags)
    slowest = sorted(results, key=lambda graded: -graded.seconds)[:SLOWEST]
    return {
        "submissions": len(results),
        "max_points": most,
        "points": [bar._asdict() for bar in bars(points, most)],
        "parts": _parts(results),
        "flags": [
            {"student": graded.student, "kind": flag.kind, "text": flag.text}
            for graded in results
            for flag in graded.flags
        ],
        "flag_kinds": dict(kinds.most_common()),
        "slowest": [_slow(graded) for graded in slowest],
    }


def bars(points: Sequence[float], most: float) -> list[Bar]:
    """Return the distribution of points in at most `MOST_BARS` bars, of a whole number of points each.

    >>> [bar.results for bar in bars([0, 2, 2.5, 3], 3)]
    [1, 0, 2, 1]
    """
    top = max([most, *points])
    width = max(1, math.ceil((top + 1) / MOST_BARS))
    places = Counter(max(0, int(value // width)) for value in points)
    return [
        Bar(i * width, (i + 1) * width, places[i]) for i in range(int(top // width) + 1)
    ]


def _parts(results: Sequence[Graded]) -> list[dict[str, Any]]:
    """Return each graded cell in the order of the assignment, with what came of it."""
    verdicts: dict[str, list[tuple[str, Verdict]]] = {}
    for graded in results:
        for verdict in graded.verdicts:
            verdicts.setdefault(verdict.cell, []).append((graded.student, verdict))
    titles = _titles(results)
    return [_part(cell, titles.get(cell, ""), of) for cell, of in verdicts.items()]


def _part(
    cell: str, title: str, verdicts: Sequence[tuple[str, Verdict]]
) -> dict[str, Any]:
    states = Counter(verdict.state for _, verdict in verdicts)
    named: dict[str, list[str]] = {}
    for student, verdict in verdicts:
        if verdict.mistake or verdict.state in ("partly", "wrong"):
            named.setdefault(verdict.mistake, []).append(student)
    other = named.pop("", [])
    common = sorted(named.items(), key=lambda item: (-len(item[1]), item[0]))
    return {
        "cell": cell,
        "name": notebook.name_of(cell),
        "title": title,
        "max_points": max(verdict.max_points for _, verdict in verdicts),
        "submissions": len(verdicts),
        **{state: states[state] for state in STATES},
        "mistakes": [
            {"mistake": mistake, "count": len(students), "students": sorted(students)}
            for mistake, students in common
        ],
        "other_mistakes": {"count": len(other), "students": sorted(other)},
    }


def _titles(results: Sequence[Graded]) -> dict[str, str]:
    """Return the title of the part that each graded cell stands in, from a notebook that is at hand."""
    with_notebook = (graded.notebook for graded in results if graded.notebook)
    return {
        notebook.about(cell)["grade_id"]: title
        for title, cells in notebook.sections(next(with_notebook, {}))
        for cell in cells
        if notebook.about(cell).get("grade")
    }


def _slow(graded: Graded) -> dict[str, Any]:
    """Return a submission's time, and the graded cell that took the most of it."""
    longest = max(graded.verdicts, key=lambda verdict: verdict.seconds, default=None)
    return {
        "student": graded.student,
        "seconds": graded.seconds,
        "cell": notebook.name_of(longest.cell) if longest else "",
        "cell_seconds": longest.seconds if longest else 0.0,
    }


def _median(ordered: Sequence[float]) -> float | None:
    if not ordered:
        return None
    half = len(ordered) // 2
    return (ordered[half] + ordered[~half]) / 2
