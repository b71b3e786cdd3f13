"""A class from hand-in to feedback: through our own commands, and through plain nbgrader."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path

import nbformat
import pytest
from nbconvert import HTMLExporter

from cnn_course.grading import (
    bridge,
    classroom,
    command,
    config,
    cycle,
    record,
    sandbox,
    scores,
    worker,
)
from cnn_course.grading.course import Course, GradingError
from cnn_course.grading.results import Flag, Graded
from tests import scripts
from tests.test_exercises import EXERCISES, build

pytestmark = [
    pytest.mark.xdist_group("grading"),
    pytest.mark.skipif(sandbox.missing() is not None, reason=str(sandbox.missing())),
]

sample_class = scripts.load("exercises/sample_class.py")


def _expected(name: str) -> dict[str, float | None]:
    """Return the scores of the sample class: what ben gets wrong is declared beside his mistakes."""
    points = {
        cell.metadata.nbgrader.grade_id: cell.metadata.nbgrader.points
        for cell in build.build(EXERCISES / f"{name}.py").cells
        if cell.metadata.nbgrader.grade and not cell.metadata.nbgrader.solution
    }
    lost = sum(points[f"check-{part}"] for part in BEN[name].fail)
    everything = sum(points.values())
    return {"ada": everything, "ben": everything - lost, "cleo": 0, "dan": None}


BEN = sample_class.BENS_MISTAKES
EXPECTED = {path.stem: _expected(path.stem) for path in build.sources()}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("class")
    sample_class.make(folder)
    assert command.main(["grade", "--course", str(folder)]) == 0
    return folder


def test_everybody_gets_exactly_their_points(course: Path) -> None:
    found = {name: {} for name in EXPECTED}
    for score in scores.read(course):
        found[score.assignment][score.student] = score.score
    assert found == EXPECTED
    assert EXPECTED["01_filters"] == {"ada": 13, "ben": 7, "cleo": 0, "dan": None}


def test_answers_in_words_wait_for_a_person(course: Path) -> None:
    waiting = {
        (s.assignment, s.student)
        for s in scores.read(course)
        if s.state == scores.NEEDS_PERSON
    }
    assert {student for _, student in waiting} == {"ada", "ben"}
    assert len(waiting) == 2 * len(EXPECTED)


def test_rubrics_are_for_the_person_who_grades_only(course: Path) -> None:
    for name in EXPECTED:
        file = course / "autograded" / "ben" / name / f"{name}.ipynb"
        cells = nbformat.read(file, 4).cells
        names_of = [
            cell.metadata.get("nbgrader", {}).get("grade_id", "") for cell in cells
        ]
        essays = [i for i, found in enumerate(names_of) if found.startswith("essay-")]
        for number in essays:
            above, about = cells[number - 1], cells[number].metadata.nbgrader
            assert above.metadata.nbgrader.grade_id == f"rubric-{about.grade_id}"
            assert above.metadata.nbgrader.locked
            assert "Rubric: " in above.source
        assert essays
        # ada and ben hand in the model answer, rubric and all; the one above it is not shown.
        for student, own in {"ada": 1, "ben": 1, "cleo": 0}.items():
            assert feedback_text(course, student, name).count("Rubric: ") == own


def feedback_text(course: Path, student: str, name: str) -> str:
    page = course / "feedback" / student / name / f"{name}.html"
    body = re.sub(
        r"<(style|script).*?</\1>", "", page.read_text(encoding="utf-8"), flags=re.S
    )
    return unescape(re.sub("<[^>]+>", "", body))


@pytest.mark.parametrize(
    ("name", "says"),
    [(name, text) for name, mistakes in BEN.items() for text in mistakes.told],
)
def test_feedback_names_bens_mistakes(course: Path, name: str, says: str) -> None:
    assert says in feedback_text(course, "ben", name)
    assert says not in feedback_text(course, "ada", name)


def test_feedback_tells_cleo_what_is_not_written_yet(course: Path) -> None:
    text = feedback_text(course, "cleo", "02_convolution")
    for function in ("convolve", "conv2d", "feature_maps", "shift"):
        assert f"{function} is not written yet" in text
    assert "by_hand is not filled in yet" in text


def test_feedback_shows_a_mistake_without_the_way_through_our_code(
    course: Path,
) -> None:
    text = feedback_text(course, "ben", "02_convolution")
    assert "Traceback" not in text
    assert "core.py" not in text


def test_who_did_not_hand_in_has_no_feedback(course: Path) -> None:
    assert not (course / "feedback" / "dan").exists()


def test_the_table_shows_scores_and_what_waits(course: Path) -> None:
    table = scores.table(scores.read(course))
    assert re.search(r"02_convolution +ada +14 / 16  \* +\d+\.\d +-", table)
    assert re.search(r"01_filters +dan +not handed in +- +-", table)
    assert "a person has still to grade" in table


def test_scores_are_written_for_other_programs(course: Path, tmp_path: Path) -> None:
    file = tmp_path / "scores.csv"
    arguments = ["scores", "02_convolution", "--course", str(course)]
    assert command.main([*arguments, "--csv", str(file)]) == 0
    with file.open(encoding="utf-8") as opened:
        rows = {row["student"]: row for row in csv.DictReader(opened)}
    assert (rows["ben"]["score"], rows["ben"]["out_of"]) == ("6.0", "16.0")
    assert (rows["dan"]["score"], rows["dan"]["state"]) == ("", "not handed in")


def test_a_spreadsheet_does_not_compute_a_students_name(tmp_path: Path) -> None:
    score = scores.Score("01_filters", "=1+1", 2.0, 3.0, scores.GRADED, None)
    scores.write_csv([score], tmp_path / "scores.csv")
    assert "01_filters,'=1+1,2.0" in (tmp_path / "scores.csv").read_text("utf-8")


def test_the_report_on_the_class_counts_the_named_mistakes(course: Path) -> None:
    page = (course / "reports" / "02_convolution.html").read_text(encoding="utf-8")
    assert "The bias is missing." in page
    data = json.loads((course / "reports" / "02_convolution.json").read_text("utf-8"))
    assert {result["student"] for result in data["results"]} == {"ada", "ben", "cleo"}


def test_reports_and_feedback_know_no_more_of_a_student_than_the_id(
    small_course: Path,
) -> None:
    with Course.open(small_course).gradebook() as book:
        book.update_or_create_student(
            "abe", first_name="Abraham", last_name="Lovelace", email="abe@example.org"
        )
    assert command.main(["grade", "--course", str(small_course)]) == 0
    for folder in ("reports", "feedback", "autograded"):
        for path in (small_course / folder).rglob("*"):
            if path.is_file():
                text = path.read_text(encoding="utf-8")
                assert not re.search("Abraham|Lovelace|example.org", text), path


NAME = "01_filters"
CONFIGURATION = (
    "from pathlib import Path\n"
    "from cnn_course.grading.config import configure\n"
    "configure(c, Path(__file__).resolve().parent)\n"
)


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One assignment; abe and zoe handed in the right answers."""
    folder = tmp_path_factory.mktemp("released")
    shutil.copytree(EXERCISES / "source" / NAME, folder / "source" / NAME)
    cycle.release(folder)
    for student in ("abe", "zoe"):
        source = nbformat.read(folder / "source" / NAME / f"{NAME}.ipynb", 4)
        sample_class.hand_in(folder, student, NAME, sample_class.perfect(source))
    return folder


@pytest.fixture
def small_course(released: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(released, tmp_path, dirs_exist_ok=True))


def results(course: Path) -> dict[str, tuple[float | None, str]]:
    return {s.student: (s.score, s.state) for s in scores.read(course)}


def test_a_broken_notebook_does_not_stop_the_others_nor_keep_an_earlier_grade(
    small_course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "01_filters"
    assert command.main(["grade", name, "--course", str(small_course)]) == 0
    assert results(small_course)["abe"] == (13, scores.NEEDS_PERSON)
    broken = small_course / "submitted" / "abe" / name / f"{name}.ipynb"
    broken.write_text("{ this is no notebook", encoding="utf-8")
    capsys.readouterr()
    assert command.main(["grade", name, "--course", str(small_course)]) == 1
    printed = capsys.readouterr()
    assert "abe: The file is not a notebook: its JSON is broken" in printed.err
    assert results(small_course) == {
        "abe": (0, scores.NOT_GRADED),
        "zoe": (13, scores.NEEDS_PERSON),
    }
    assert re.search(r"abe +0 / 15  \* +0\.0 +unreadable", printed.out)
    assert "its JSON is broken" in feedback_text(small_course, "abe", name)


def test_a_lost_gradebook_is_made_anew(small_course: Path) -> None:
    (small_course / "gradebook.db").unlink()
    classroom.grade(small_course, NAME)
    assert results(small_course)["zoe"] == (13, scores.NEEDS_PERSON)


def graded_now(course: Path, **choices: object) -> list[str]:
    """Grade, and return who was graded rather than taken over from before."""
    now: list[str] = []
    classroom.grade(
        course,
        NAME,
        jobs=1,
        choices=classroom.Choices(**choices),
        done=lambda graded: now.append(graded.student),
    )
    return now


class TestARunThatIsCutOff:
    def test_is_continued_and_nothing_is_graded_twice(self, small_course: Path) -> None:
        def interrupt(_: Graded) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            classroom.grade(small_course, NAME, jobs=1, done=interrupt)
        done = [s for s, (score, _) in results(small_course).items() if score]
        assert len(done) == 1
        assert sorted(done + graded_now(small_course)) == ["abe", "zoe"]
        assert sorted(graded_now(small_course)) == ["abe", "zoe"]

    def test_starts_anew_when_asked(self, small_course: Path) -> None:
        file = small_course / "autograded" / f".{NAME}.unfinished"
        graded_now(small_course)
        last = record.load(small_course / "autograded" / "abe" / NAME)
        file.write_text(last.run, encoding="utf-8")
        assert sorted(graded_now(small_course, restart=True)) == ["abe", "zoe"]

    def test_grades_again_what_was_handed_in_again(self, small_course: Path) -> None:
        graded_now(small_course)
        last = record.load(small_course / "autograded" / "abe" / NAME)
        file = small_course / "autograded" / f".{NAME}.unfinished"
        file.write_text(last.run, encoding="utf-8")
        hand_in_again(small_course, "zoe")
        assert graded_now(small_course) == ["zoe"]

    def test_says_how_to_go_on(
        self,
        small_course: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        def interrupted(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(classroom, "grade", interrupted)
        assert command.main(["grade", "--course", str(small_course)]) == 130
        assert "the same command goes on from there" in capsys.readouterr().err


def hand_in_again(course: Path, student: str) -> None:
    path = course / "submitted" / student / NAME / f"{NAME}.ipynb"
    notebook = nbformat.read(path, 4)
    notebook.cells.append(nbformat.v4.new_markdown_cell("One more thing."))
    nbformat.write(notebook, path)


def test_only_what_is_new_is_graded_when_asked(small_course: Path) -> None:
    assert sorted(graded_now(small_course, only_new=True)) == ["abe", "zoe"]
    assert graded_now(small_course, only_new=True) == []
    hand_in_again(small_course, "abe")
    assert graded_now(small_course, only_new=True) == ["abe"]


def test_each_run_draws_new_cases_and_can_be_repeated(small_course: Path) -> None:
    def seeds(**choices: object) -> dict[str, int]:
        found = classroom.grade(
            small_course, NAME, choices=classroom.Choices(**choices)
        )
        return {graded.student: graded.seed for graded in found}

    first, second = seeds(), seeds()
    assert first["abe"] != first["zoe"]
    assert first["abe"] != second["abe"]
    assert seeds(repeat=True) == second


def test_only_the_students_named_are_graded(small_course: Path) -> None:
    assert graded_now(small_course, students=["zoe"]) == ["zoe"]
    with pytest.raises(GradingError, match="eve has not handed in"):
        graded_now(small_course, students=["eve"])


def test_any_executor_can_run_a_class(small_course: Path) -> None:
    with ThreadPoolExecutor(1) as pool:
        found = classroom.grade(small_course, NAME, executor=pool)
    assert [graded.points for graded in found] == [13, 13]


def test_a_score_that_a_person_gave_stays(small_course: Path) -> None:
    graded_now(small_course)
    with Course.open(small_course).gradebook() as book:
        grade = book.find_grade("check-to_image", NAME, NAME, "abe")
        grade.manual_score = 1.5
        book.db.commit()
    graded_now(small_course)
    assert results(small_course)["abe"][0] == 13 - 2 + 1.5
    with Course.open(small_course).gradebook() as book:
        grade = book.find_grade("check-to_image", NAME, NAME, "abe")
        assert (grade.auto_score, grade.needs_manual_grade) == (2, True)


def test_a_result_that_is_half_written_is_written_again(small_course: Path) -> None:
    graded_now(small_course)
    folder = small_course / "autograded" / "abe" / NAME
    (folder / record.RESULT).unlink()
    assert graded_now(small_course, only_new=True) == ["abe"]
    assert record.load(folder).points == 13


class TestAGraderThatFails:
    """Whatever happens to the process that judges, an answer comes back."""

    def grade(self, course: Path, monkeypatch: pytest.MonkeyPatch, what) -> Graded:
        monkeypatch.setattr(worker, "grade_here", what)
        monkeypatch.setattr(worker, "SPARE", 1)
        limits = "c = get_config()\nc.Limits.seconds_notebook = 1\n"
        (course / "nbgrader_config.py").write_text(
            limits + CONFIGURATION, encoding="utf-8"
        )
        with ThreadPoolExecutor(1) as pool:
            choices = classroom.Choices(["abe"])
            (graded,) = classroom.grade(course, NAME, choices=choices, executor=pool)
        assert graded.points == 0
        assert all(verdict.state == "unjudged" for verdict in graded.verdicts)
        return graded

    def test_because_it_dies(self, small_course, monkeypatch) -> None:
        graded = self.grade(small_course, monkeypatch, lambda *_: os._exit(3))
        assert graded.flags == [
            Flag("grader", "The grader itself was stopped by this submission.")
        ]

    def test_because_it_hangs(self, small_course, monkeypatch) -> None:
        graded = self.grade(small_course, monkeypatch, lambda *_: time.sleep(60))
        assert graded.flags[0].text == "Grading took too long and was stopped."


def test_without_a_sandbox_nothing_is_graded_unless_told_so(
    small_course: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sandbox, "missing", lambda: "bubblewrap is missing.")
    assert command.main(["grade", "--course", str(small_course)]) == 2
    told = capsys.readouterr().err
    assert "bubblewrap is missing." in told
    assert "--unsafe, which runs students' programs as you" in told
    assert results(small_course) == {}
    assert command.main(["grade", "--unsafe", "--course", str(small_course)]) == 0
    assert results(small_course)["zoe"] == (13, scores.NEEDS_PERSON)


def test_a_configuration_in_the_course_is_used(small_course: Path) -> None:
    other = small_course / "elsewhere.db"
    text = (EXERCISES / "nbgrader_config.py").read_text(encoding="utf-8")
    text += f"\nget_config().CourseDirectory.db_url = 'sqlite:///{other}'\n"
    (small_course / "nbgrader_config.py").write_text(text, encoding="utf-8")
    assert scores.read(small_course) == []
    assert other.exists()


def test_an_unknown_assignment_is_answered_by_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        command.main(["grade", "04_nothing", "--course", str(EXERCISES)])
    found = f"There is: {', '.join(path.stem for path in build.sources())}."
    assert found in capsys.readouterr().err


class TestSeed:
    def test_is_drawn_once_and_kept_secret(self, tmp_path: Path) -> None:
        seed = config.grading_seed(tmp_path)
        assert config.grading_seed(tmp_path) == seed
        assert (tmp_path / "seed.secret").stat().st_mode & 0o077 == 0

    def test_differs_between_courses(self, tmp_path: Path) -> None:
        (tmp_path / "a").mkdir()
        (tmp_path / "b").mkdir()
        assert config.grading_seed(tmp_path / "a") != config.grading_seed(
            tmp_path / "b"
        )

    def test_a_damaged_file_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "seed.secret").write_text("none", encoding="utf-8")
        with pytest.raises(
            ValueError, match=r"seed\.secret must hold one whole number"
        ):
            config.grading_seed(tmp_path)


def test_plain_nbgrader_runs_the_whole_way(tmp_path: Path) -> None:
    """The four commands, in a copy of exercises/ with its committed configuration."""
    name = "03_padding_stride"
    (tmp_path / "source").mkdir()
    shutil.copytree(EXERCISES / "source" / name, tmp_path / "source" / name)
    shutil.copy(EXERCISES / "nbgrader_config.py", tmp_path)

    def nbgrader(*arguments: str) -> str:
        clean = {k: v for k, v in os.environ.items() if k != "CNN_COURSE_SEED"}
        ran = subprocess.run(
            [sys.executable, "-m", "nbgrader", *arguments],
            cwd=tmp_path,
            env=clean,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout + ran.stderr

    nbgrader("generate_assignment", name)
    source = nbformat.read(tmp_path / "source" / name / f"{name}.ipynb", 4)
    mistakes = sample_class.BENS_MISTAKES[name]
    sample_class.hand_in(tmp_path, "ben", name, sample_class.mistaken(source, mistakes))
    nbgrader("autograde", name)
    nbgrader("generate_feedback", name)
    nbgrader("export")
    with (tmp_path / "grades.csv").open(encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    assert (row["student_id"], float(row["score"])) == ("ben", EXPECTED[name]["ben"])
    assert "For an even window" in feedback_text(tmp_path, "ben", name)


def test_the_buttons_of_the_web_form_grade_as_we_do(small_course: Path) -> None:
    api = Course.open(small_course).api()
    for done in (api.autograde(NAME, "abe"), api.generate_feedback(NAME, "abe")):
        assert done["success"], done
    assert record.load(small_course / "autograded" / "abe" / NAME).points == 13
    assert "13 of 15" in feedback_text(small_course, "abe", NAME)
    assert api.get_autograded_students(NAME) == {"abe"}


def test_nbgrader_grades_nobody_where_everybody_is_excluded(
    small_course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = Course.open(small_course)
    course.directory.assignment_id = NAME
    course.directory.student_id_exclude = "abe,bea,cyd"
    grader = bridge.SafeAutograde(coursedir=course.directory)
    grader.assignments = {str(course.folder("submitted", "abe", NAME)): []}
    monkeypatch.setattr(classroom, "grade", lambda *_, **__: pytest.fail("graded"))
    grader.convert_notebooks()


def test_what_a_student_wrote_does_not_run_in_the_web_form(small_course: Path) -> None:
    path = small_course / "submitted" / "abe" / NAME / f"{NAME}.ipynb"
    notebook = nbformat.read(path, 4)
    attack = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and cell.id.startswith("essay"):
            cell.source = attack
    notebook.cells.append(nbformat.v4.new_markdown_cell(attack))
    nbformat.write(notebook, path)
    graded_now(small_course)
    graded = small_course / "autograded" / "abe" / NAME / f"{NAME}.ipynb"
    exporter = HTMLExporter(config=Course.open(small_course).config)
    page, _ = exporter.from_filename(str(graded))
    assert "alert(1)</script>" not in page
    assert "<img src=x" not in page
    nbformat.validate(nbformat.read(graded, 4))
