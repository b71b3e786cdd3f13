"""What a check raises: what is wrong with an answer, in words and with an example."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from cnn_course.checks.outcomes import Outcome


class Example(NamedTuple):
    """A case that an answer gets wrong: the arguments by name, and both results."""

    what: str
    arguments: dict[str, Any]
    yours: Outcome
    target: Outcome


UNWRITTEN = "Nothing is written yet."  # as a mistake, for reports on a class


class CheckFailed(AssertionError):
    """An answer is wrong; the text is written for the student who gave it.

    The text shows numbers that were drawn, and so does ``example``; the rest may be told of hidden cases.

    Attributes:
        told: what is wrong, with nothing that was drawn or that came back from the student's code.
        mistake: what is said of the known mistake, if one was named.
        right: in words, the cases that were right.
        example: the smallest case that ``told`` is true of.
    """

    def __init__(
        self,
        text: str,
        *,
        told: str | None = None,
        mistake: str = "",
        right: Sequence[str] = (),
        example: Example | None = None,
    ) -> None:
        super().__init__(text)
        self.told = text if told is None else told
        self.mistake = mistake
        self.right = tuple(right)
        self.example = example

    def _render_traceback_(self) -> list[str]:
        # IPython shows these lines in place of the path through our own code.
        return str(self).splitlines()
