"""A class with attackers in it: nobody earns what is not theirs, nobody else is disturbed, nothing is left.

The attacks are in tests/attacks; only the sandbox of the autograder ever runs one.
"""

import base64
import contextlib
import json
import os
import re
import sqlite3
import tempfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from cnn_course.grading import classroom, publish, sandbox, scores
from cnn_course.grading.course import Course
from cnn_course.grading.results import Graded
from tests.attacks import MODULES, Attack, corpus
from tests.attacks.classroom import (
    HONEST,
    Watch,
    digests,
    in_sandboxes,
    left_over,
    timed,
)
from tests.attacks.classroom import make as make_class
from tests.attacks.hand_in import ASSIGNMENT, ESCAPED, FILE
from tests.test_exercises import EXERCISES, solution_lines
from tests.test_grading import EXPECTED

pytestmark = pytest.mark.xdist_group("grading")

ATTACKS = corpus()
JOBS = 2
SECONDS = 20  # of a notebook, as the class's settings say
MEMORY = 512 * 2**20  # bytes, as the settings say too
MORE = 65  # seconds after which the grader stops what does not stop by itself
each_attack = pytest.mark.parametrize(
    "attack", ATTACKS, ids=[f"{a.kind}-{a.name}" for a in ATTACKS]
)


class Run(NamedTuple):
    """A class that was graded, and what was seen of it."""

    folder: Path
    results: dict[str, Graded]
    before: dict[str, str]
    after: dict[str, str]
    left: set[int]
    seconds: float
    watch: Watch
    said: str  # on the terminal

    def notebook(self, student: str) -> dict[str, Any]:
        text = (self.folder / "autograded" / student / ASSIGNMENT / FILE).read_text()
        return json.loads(text)

    def outputs(self, student: str) -> list[dict[str, Any]]:
        cells = self.notebook(student)["cells"]
        return [output for cell in cells for output in cell.get("outputs", [])]


def graded(folder: Path, attacks: list[Attack]) -> Run:
    why = sandbox.missing()
    if why:
        pytest.skip(f"Attacks run in a sandbox only. {why}")
    make_class(folder, attacks)
    results: list[Graded] = []
    before, processes = digests(folder), in_sandboxes()
    with Watch().on() as watch, terminal() as said:
        seconds = timed(
            lambda: results.extend(classroom.grade(folder, ASSIGNMENT, jobs=JOBS))
        )
    found = {result.student: result for result in results}
    left = left_over(processes)
    return Run(
        folder, found, before, digests(folder), left, seconds, watch, "".join(said)
    )


@contextlib.contextmanager
def terminal() -> Iterator[list[str]]:
    """Collect what this process and its children write to standard output and standard error."""
    said: list[str] = []
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as file:
        kept = [os.dup(number) for number in (1, 2)]
        for number in (1, 2):
            os.dup2(file.fileno(), number)
        try:
            # pytest has put its own files in the place of these two.
            with contextlib.redirect_stdout(file), contextlib.redirect_stderr(file):
                yield said
        finally:
            for number, old in zip((1, 2), kept, strict=True):
                os.dup2(old, number)
                os.close(old)
            file.seek(0)
            said.append(file.read())


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return graded(tmp_path_factory.mktemp("attacked"), ATTACKS)


@pytest.fixture(scope="module")
def peaceful(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return graded(tmp_path_factory.mktemp("peaceful"), [])


class TestTheCorpus:
    def test_holds_many_attacks_of_many_kinds(self) -> None:
        assert len(ATTACKS) >= 60
        assert len({attack.kind for attack in ATTACKS}) >= 12
        assert all(attack.kind.isalpha() for attack in ATTACKS)

    def test_says_what_each_one_tries(self) -> None:
        said = [attack.says for attack in ATTACKS]
        assert all(text[-1:] in (".", "?") and "\n" not in text for text in said)
        assert len(set(said)) == len(said)

    def test_every_module_of_it_is_read(self) -> None:
        made_in = {attack.make.__module__.rpartition(".")[2] for attack in ATTACKS}
        assert set(MODULES) - made_in == {"hand_in", "classroom"}

    def test_every_attack_is_handed_in_and_graded(self, attacked: Run) -> None:
        names = {attack.name for attack in ATTACKS}
        assert set(attacked.results) == names | set(HONEST)


@each_attack
def test_earns_no_more_than_its_honest_part(attack: Attack, attacked: Run) -> None:
    assert attacked.results[attack.name].points <= attack.earns


@each_attack
def test_is_flagged_where_the_machine_cannot_judge(
    attack: Attack, attacked: Run
) -> None:
    result = attacked.results[attack.name]
    flags = {flag.kind for flag in result.flags}
    assert flags or not attack.flagged
    unjudged = [v.cell for v in result.verdicts if v.state == "unjudged"]
    assert flags or not unjudged  # never a silent zero


def test_none_gets_what_it_must_not_get(attacked: Run) -> None:
    found = {a.name: json.dumps(attacked.outputs(a.name)) for a in ATTACKS}
    parts = {name: text.split(ESCAPED)[1:] for name, text in found.items()}
    assert {name: got[0][:80] for name, got in parts.items() if got} == {}


def test_none_breaks_the_grader_of_its_own_work(attacked: Run) -> None:
    """Even if the grader is ready for that: what is right in such a notebook would be lost."""
    flags = {name: result.flags for name, result in attacked.results.items()}
    broken = {
        n: [f.text for f in found if f.kind == "grader"] for n, found in flags.items()
    }
    assert {name: texts for name, texts in broken.items() if texts} == {}


def test_none_shows_what_a_browser_runs(attacked: Run) -> None:
    for student in attacked.results:
        for output in attacked.outputs(student):
            data = output.get("data", {})
            assert set(data) <= {"text/plain", "image/png"}, student
            for picture in filter(None, [data.get("image/png")]):
                whole = base64.b64decode(picture.replace("\n", ""), validate=True)
                assert whole.startswith(b"\x89PNG"), student


def test_none_writes_to_the_terminal_of_the_person_who_grades(attacked: Run) -> None:
    assert "TITLE" not in attacked.said
    assert "Traceback" not in attacked.said
    # tqdm's bars move the cursor up, and nothing else is moved.
    assert set(re.findall(r"\x1b[^A-Za-z]*[A-Za-z]", attacked.said)) <= {"\x1b[A"}


class Page(HTMLParser):
    """Notes what of a page would run, load, or lead elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(
        self, tag: str, attributes: list[tuple[str, str | None]]
    ) -> None:
        if tag in [
            "script",
            "iframe",
            "object",
            "embed",
            "form",
            "base",
            "link",
        ]:
            self.found.append(tag)
        for name, value in attributes:
            address = name in ("src", "href", "action", "srcdoc", "data")
            own = (value or "").startswith(("data:image/png;base64,", "#"))
            if name.startswith("on") or (address and not own) or value == "refresh":
                self.found.append(f"{tag} {name}={value}")


def test_none_runs_in_the_feedback(attacked: Run) -> None:
    course, found = Course.open(attacked.folder), {}
    for student in attacked.results:
        reader = Page()
        page = publish.feedback(course, ASSIGNMENT, student)
        reader.feed(page.read_text(encoding="utf-8"))
        found[student] = reader.found
        assert page.stat().st_size < 5 * 2**20
    assert {student: what for student, what in found.items() if what} == {}


def test_results_are_small_ordinary_files(attacked: Run) -> None:
    for student in attacked.results:
        folder = attacked.folder / "autograded" / student / ASSIGNMENT
        files = [file for file in folder.rglob("*") if not file.is_dir()]
        assert {file.name for file in files} <= {FILE, "grading.json", "timestamp.txt"}
        assert not any(file.is_symlink() for file in files)
        assert sum(file.stat().st_size for file in files) < 5 * 2**20, student


def test_the_time_of_each_is_bounded(attacked: Run) -> None:
    times = {name: result.seconds for name, result in attacked.results.items()}
    assert {name: s for name, s in times.items() if s > SECONDS + MORE} == {}


def test_honest_students_get_their_points_among_attackers(attacked: Run) -> None:
    found = {student: attacked.results[student].points for student in HONEST}
    assert found == {student: EXPECTED[ASSIGNMENT][student] for student in HONEST}
    assert [attacked.results[student].flags for student in HONEST] == [[], [], []]


def test_honest_students_results_are_those_of_a_class_without_attackers(
    attacked: Run, peaceful: Run
) -> None:
    for student in HONEST:
        verdicts = [
            [
                (v.cell, v.points, v.state, v.told, v.mistake)
                for v in run.results[student].verdicts
            ]
            for run in (attacked, peaceful)
        ]
        assert verdicts[0] == verdicts[1]
        assert attacked.notebook(student) == peaceful.notebook(student)


def test_the_gradebook_holds_what_the_grader_found(attacked: Run) -> None:
    found = {score.student: score.score for score in scores.read(attacked.folder)}
    assert found == {name: result.points for name, result in attacked.results.items()}


def test_the_gradebook_holds_no_program_and_no_manual_score(attacked: Run) -> None:
    book = sqlite3.connect(attacked.folder / "gradebook.db")
    try:
        assert (
            book.execute(
                "SELECT * FROM sqlite_master WHERE type = 'trigger'"
            ).fetchall()
            == []
        )
        assert (
            book.execute("SELECT * FROM grade WHERE manual_score NOT NULL").fetchall()
            == []
        )
        assert book.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    finally:
        book.close()


def test_files_of_the_class_are_what_they_were(attacked: Run) -> None:
    assert attacked.before == attacked.after
    assert len(attacked.before) > 5


def test_nothing_is_added_to_the_class(attacked: Run, peaceful: Run) -> None:
    there, added = (
        {path.name for path in run.folder.iterdir()} for run in (peaceful, attacked)
    )
    assert added - {"feedback"} == there - {"feedback"}
    graders = {path.name for path in (attacked.folder / "autograded").iterdir()}
    assert graders == set(attacked.results)


def test_no_process_is_left(attacked: Run) -> None:
    assert attacked.left == set()


def test_the_time_of_the_class_is_bounded(attacked: Run) -> None:
    assert attacked.seconds < len(ATTACKS) * SECONDS / JOBS


def test_neither_the_grader_nor_a_sandbox_takes_the_machines_memory(
    attacked: Run,
) -> None:
    assert attacked.watch.outside < 3 * 2**30
    assert attacked.watch.inside < 2 * JOBS * MEMORY


def test_secrets_stand_in_no_result(attacked: Run) -> None:
    seed = (attacked.folder / "seed.secret").read_text(encoding="utf-8").strip()
    solutions = solution_lines(EXERCISES / f"{ASSIGNMENT}.py")
    for student in attacked.results:
        text = json.dumps(attacked.outputs(student))
        assert seed not in text
        if student not in HONEST and attacked.results[student].points < 14:
            assert [line for line in solutions if line in text] == []
