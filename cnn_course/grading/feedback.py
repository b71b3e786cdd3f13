"""The page that a student gets back: for each part the answer, what it did, and what to look at next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, zip_longest
from typing import NamedTuple

from cnn_course.grading import pages
from cnn_course.grading.pages import notebook
from cnn_course.grading.results import Example, Graded, State, Table, Verdict

WORDS = {
    "right": "Right",
    "partly": "Partly right",
    "wrong": "Not yet",
    "unjudged": "Could not be judged",
    "person": "Waits for a person",
}


class Grade(NamedTuple):
    """What the gradebook says of a cell, after a person may have changed it."""

    score: float
    max_score: float
    manual: bool  # a person set the points
    needs_person: bool  # a person has still to look
    comment: str


class Points(NamedTuple):
    """Points so far, out of how many, and how many of the missing ones wait for a person."""

    got: float
    most: float
    open: float


@dataclass(frozen=True)
class Judged:
    """A verdict, and the grade that counts."""

    name: str
    verdict: Verdict
    grade: Grade
    kind: str = "verdict"

    @property
    def settled(self) -> bool:
        """Return whether a person's points have taken the place of the machine's."""
        by_person = self.grade.manual or self.verdict.state == "person"
        return by_person and not self.grade.needs_person

    @property
    def tone(self) -> State:
        """Return the state that colours the verdict: the machine's, or what a person's points say."""
        if not self.settled:
            return self.verdict.state
        if self.grade.score >= self.grade.max_score:
            return "right"
        return "partly" if self.grade.score > 0 else "wrong"

    @property
    def word(self) -> str:
        """Return the verdict in a few words."""
        by_person = self.settled and self.grade.manual
        return "Graded by a person" if by_person else WORDS[self.tone]

    @property
    def told(self) -> str:
        """Return what the student is told, without the words that stand above it."""
        return self.verdict.told.removeprefix(f"Not yet: {self.name}. ")


@dataclass
class Part:
    """A part of the assignment, with what the page shows of it."""

    title: str
    items: list[notebook.Cell | Judged] = field(default_factory=list)

    @property
    def grades(self) -> list[Grade]:
        """Return the grades that count here."""
        return [item.grade for item in self.items if isinstance(item, Judged)]

    @property
    def points(self) -> Points:
        """Return what the part has come to so far."""
        return _points(self.grades)

    @property
    def groups(self) -> list[tuple[str, list[notebook.Cell | Judged]]]:
        """Return the items, those of one kind that follow each other together."""
        return [(kind, list(same)) for kind, same in groupby(self.items, _kind)]

    @property
    def has_content(self) -> bool:
        """Return whether there is more than the task."""
        return any(item.kind != "task" for item in self.items)


def page(graded: Graded, grades: Mapping[str, Grade], late: float = 0.0) -> str:
    """Return one submission's feedback as an HTML page that needs nothing beside itself.

    ``grades`` has the gradebook's grade by ``grade_id``; where there is none, the verdict's points count.
    ``late`` is what nbgrader takes off for handing in late.
    ``Verdict.detail``, ``Graded.seed`` and the checks themselves are not in the page.
    """
    parts = _parts(graded, grades)
    total = _points([grade for part in parts for grade in part.grades])
    return pages.render(
        "feedback.html",
        graded=graded,
        title=notebook.title(graded.notebook) or graded.assignment,
        parts=parts,
        total=total._replace(got=max(0.0, total.got - late)),
        late=late,
        left_out=notebook.left_out(graded.notebook),
        rows=rows,
        has_marks=has_marks,
    )


def rows(table: Table) -> list[list[tuple[str, bool]]]:
    """Return a table's numbers, each with whether it is marked as different."""
    lines = zip_longest(table.rows or [], table.wrong or [], fillvalue=[])
    marked = [
        [(text, bool(mark)) for text, mark in zip_longest(*line) if text is not None]
        for line in lines
    ]
    return [line for line in marked if line]


def has_marks(example: Example) -> bool:
    """Return whether a number of the answer is marked as different."""
    return any(mark for row in rows(example.yours) for _, mark in row)


def _parts(graded: Graded, grades: Mapping[str, Grade]) -> list[Part]:
    left = {
        cell: Verdict(cell, grade.score, grade.max_score, "unjudged")
        for cell, grade in grades.items()
        if grade.max_score
    }
    left |= {verdict.cell: verdict for verdict in graded.verdicts}
    parts = []
    for place, (title, cells) in enumerate(notebook.sections(graded.notebook)):
        part = Part(title or ("The rest" if place else "Before the first part"))
        for cell in cells:
            part.items += _items(cell, left, grades)
        if not graded.submission:  # the answers are those of the release
            part.items = [item for item in part.items if item.kind == "verdict"]
        parts.append(part)
    # Without a notebook, or with another than the one that was graded.
    for verdict in left.values():
        judged = _judged(verdict, grades)
        parts.append(Part(judged.name, [judged]))
    return [part for part in parts if part.has_content]


def _items(
    cell: notebook.Raw, left: dict[str, Verdict], grades: Mapping[str, Grade]
) -> Iterator[notebook.Cell | Judged]:
    """Yield what is shown of a cell: of a check only the verdict, since it may hold hidden tests."""
    about = notebook.about(cell)
    name = about.get("grade_id", "")
    if not (about.get("locked") and about.get("grade")):
        # The comment on a cell with points stands with them.
        grade = None if name in left else grades.get(name)
        yield notebook.shown(cell, grade.comment if grade else "")
    if name in left:
        yield _judged(left.pop(name), grades)


def _judged(verdict: Verdict, grades: Mapping[str, Grade]) -> Judged:
    waits = verdict.points is None
    machine = Grade(verdict.points or 0, verdict.max_points, False, waits, "")
    name = notebook.name_of(verdict.cell)
    return Judged(name, verdict, grades.get(verdict.cell, machine))


def _points(grades: list[Grade]) -> Points:
    missing = [max(0, g.max_score - g.score) for g in grades if g.needs_person]
    got, most = sum(g.score for g in grades), sum(g.max_score for g in grades)
    return Points(got, most, sum(missing))


def _kind(item: notebook.Cell | Judged) -> str:
    return item.kind
