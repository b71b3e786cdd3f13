"""A class from hand-in to feedback: through our own commands, and through plain nbgrader."""

import csv
import os
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

import nbformat
import pytest

from cnn_course.grading import __main__ as command
from cnn_course.grading import config, cycle, sandbox, scores
from tests.test_exercises import EXERCISES, load

pytestmark = pytest.mark.xdist_group("grading")

sample_class = load("sample_class")

# ada writes everything rightly; her answers in words wait for a person.
# ben: 01 the kernel turned (apply_filter 4, sobel_magnitude 3 with it is right: a turned
#      Sobel only changes the sign), negative numbers wrap around (to_image 2);
#      02 no bias (conv2d 4, feature_maps 2), an image that wraps around (shift 2);
#      03 even windows (same_padding 2), counted once only (times_seen 3).
EXPECTED = {
    "01_filters": {"ada": 13, "ben": 13 - 4 - 2, "cleo": 0, "dan": None},
    "02_convolution": {"ada": 14, "ben": 14 - 4 - 2 - 2, "cleo": 0, "dan": None},
    "03_padding_stride": {"ada": 16, "ben": 16 - 2 - 3, "cleo": 0, "dan": None},
}
OUT_OF = {"01_filters": 15, "02_convolution": 16, "03_padding_stride": 18}


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
        assert score.out_of == OUT_OF[score.assignment]
    assert found == EXPECTED


def test_answers_in_words_wait_for_a_person(course: Path) -> None:
    waiting = {
        (s.assignment, s.student)
        for s in scores.read(course)
        if s.state == scores.NEEDS_PERSON
    }
    assert {student for _, student in waiting} == {"ada", "ben"}
    assert len(waiting) == 6


def feedback_text(course: Path, student: str, name: str) -> str:
    page = course / "feedback" / student / name / f"{name}.html"
    body = re.sub(
        r"<(style|script).*?</\1>", "", page.read_text(encoding="utf-8"), flags=re.S
    )
    return unescape(re.sub("<[^>]+>", "", body))


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("01_filters", "The kernel is turned by 180 degrees."),
        ("01_filters", "Negative numbers wrap around"),
        ("02_convolution", "The bias is missing."),
        ("02_convolution", "What leaves on one side comes back on the other."),
        ("03_padding_stride", "For an even window both sides get too little"),
        ("03_padding_stride", "A pixel counts once, however many windows see it"),
    ],
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


def test_the_table_shows_scores_and_places(course: Path) -> None:
    table = scores.table(scores.read(course))
    assert re.search(
        r"02_convolution +ada +14 / 16  \* +\S+ada/02_convolution/02_convolution.html",
        table,
    )
    assert re.search(r"01_filters +dan +not handed in +-", table)
    assert "a person has still to grade" in table


@pytest.fixture
def small_course(tmp_path: Path) -> Path:
    """One assignment; abe and zoe handed in the right answers."""
    name = "01_filters"
    (tmp_path / "source").mkdir()
    shutil.copytree(EXERCISES / "source" / name, tmp_path / "source" / name)
    cycle.release(tmp_path)
    for student in ("abe", "zoe"):
        source = nbformat.read(tmp_path / "source" / name / f"{name}.ipynb", 4)
        sample_class.hand_in(tmp_path, student, name, sample_class.perfect(source))
    return tmp_path


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
    assert re.search(r"abe: not graded\. .*JSON", printed.out + printed.err)
    assert results(small_course) == {
        "abe": (None, scores.NOT_GRADED),
        "zoe": (13, scores.NEEDS_PERSON),
    }
    assert re.search(r"abe +could not be graded +-", printed.out)
    for folder in ("autograded", "feedback"):
        assert not (small_course / folder / "abe" / name).exists()


def test_a_lost_gradebook_is_made_anew(small_course: Path) -> None:
    (small_course / "gradebook.db").unlink()
    assert cycle.grade(small_course, "01_filters") == {}
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
    assert (
        "There is: 01_filters, 02_convolution, 03_padding_stride."
        in capsys.readouterr().err
    )


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


class TestSandbox:
    def test_another_system_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", "darwin")
        assert "needs Linux" in sandbox.missing()

    def test_missing_bubblewrap_is_answered_by_how_to_install_it(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(shutil, "which", lambda _: None)
        assert "apt-get install bubblewrap" in sandbox.missing()
        assert "\n" not in sandbox.missing()

    def test_a_machine_without_namespaces_is_told_why(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        bwrap = tmp_path / "bwrap"
        bwrap.write_text(
            "#!/bin/sh\necho no permissions >&2\nexit 1\n", encoding="utf-8"
        )
        bwrap.chmod(0o755)
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(shutil, "which", lambda _: str(bwrap))
        assert "no permissions" in sandbox.missing()


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
