"""What grading one submission comes to: verdicts on its cells, flags for a person, and the notebook."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

State = Literal["right", "partly", "wrong", "unjudged", "person"]
VERSION = 1  # of the file grading.json


@dataclass(frozen=True)
class Table:
    """Numbers beside a name: an argument, the student's result, or the target.

    ``rows`` holds formatted numbers, or None when they are too many for a table; ``wrong`` has the same
    shape and marks the numbers that differ.
    """

    name: str
    about: str  # "shape (3, 4), float32"
    rows: list[list[str]] | None = None
    wrong: list[list[bool]] | None = None


@dataclass(frozen=True)
class Example:
    """The smallest case that a student's answer gets wrong, drawn from the student's own seed."""

    what: str  # "an image wider than high"
    given: list[Table]
    yours: Table | None
    target: Table | None
    error: str = ""  # what stopped the answer, with the student's own line


@dataclass(frozen=True)
class Verdict:
    """The judgement on one graded cell."""

    cell: str  # nbgrader's grade_id
    points: float | None  # None: a person gives them
    max_points: float
    state: State
    told: str = ""  # for the student; holds nothing that is hidden
    right: list[str] = field(default_factory=list)  # the cases that were right
    mistake: str = ""  # the named mistake, for the class report
    example: Example | None = None
    detail: str = ""  # for the instructor only: may hold hidden numbers
    seconds: float = 0.0


@dataclass(frozen=True)
class Flag:
    """A reason why a person should look; ``kind`` is one word that reports count by."""

    kind: str
    text: str


@dataclass
class Graded:
    """One graded submission."""

    assignment: str
    student: str
    seed: int  # of the hidden cases: the same seed gives the same cases again
    submission: str  # SHA-256 of the file that was handed in, "" if there is none
    verdicts: list[Verdict]
    flags: list[Flag]
    notes: list[str]  # what was changed when the notebook was rebuilt
    seconds: float
    release: str = ""  # SHA-256 of the assignment that it was graded by
    run: str = ""  # of the class
    notebook: dict[str, Any] = field(default_factory=dict)  # nbformat 4, with outputs

    @property
    def points(self) -> float:
        """The points that the machine gives."""
        return sum(verdict.points or 0 for verdict in self.verdicts)

    @property
    def max_points(self) -> float:
        """The points that can be earned, those that a person gives included."""
        return sum(verdict.max_points for verdict in self.verdicts)

    def to_json(self) -> str:
        """Return everything but the notebook, which is a file of its own."""
        fields = {k: v for k, v in asdict(self).items() if k != "notebook"}
        return json.dumps({"version": VERSION, **fields}, indent=1)

    @classmethod
    def from_json(cls, text: str) -> "Graded":
        """Read what `to_json` wrote.

        Raises:
            ValueError: the text is of another version, or not ours.
        """
        found = json.loads(text)
        if not isinstance(found, dict) or found.pop("version", None) != VERSION:
            raise ValueError("This result was written by another version: grade again.")
        found["verdicts"] = [_verdict(v) for v in found["verdicts"]]
        found["flags"] = [Flag(**flag) for flag in found["flags"]]
        return cls(**found)


def _verdict(found: dict[str, Any]) -> Verdict:
    example = found.pop("example")
    return Verdict(**found, example=example and _example(example))


def _example(found: dict[str, Any]) -> Example:
    tables = {
        name: found[name] and Table(**found[name]) for name in ("yours", "target")
    }
    given = [Table(**table) for table in found["given"]]
    return Example(**{**found, **tables, "given": given})
