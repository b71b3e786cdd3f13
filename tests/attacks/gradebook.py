"""Write into the gradebook, or into files of the class."""

from tests.attacks import HandIn, attack


def _in_the_class(hand_in: HandIn, code: str) -> None:
    """Run code that knows where the class is."""
    hand_in.guess()
    folder = str(hand_in.class_folder)
    hand_in.probe(f"import shutil, sqlite3\ncourse = pathlib.Path({folder!r})\n{code}")


@attack("gradebook")
def own_points_in_the_gradebook(hand_in: HandIn) -> None:
    """Write full marks of a person into the gradebook."""
    _in_the_class(
        hand_in,
        """
book = sqlite3.connect(course / "gradebook.db", timeout=5)
book.execute("UPDATE grade SET manual_score = 4, needs_manual_grade = 0")
book.commit()
escaped("the gradebook was written to")
""",
    )


@attack("gradebook")
def trigger_in_the_gradebook(hand_in: HandIn) -> None:
    """Leave a program in the gradebook that raises every score that is written."""
    _in_the_class(
        hand_in,
        """
book = sqlite3.connect(course / "gradebook.db", timeout=5)
book.execute("CREATE TRIGGER kind AFTER UPDATE OF auto_score ON grade BEGIN "
             "UPDATE grade SET manual_score = 4 WHERE id = NEW.id; END")
book.commit()
escaped("the gradebook was written to")
""",
    )


@attack("gradebook")
def gradebook_through_nbgrader(hand_in: HandIn) -> None:
    """Open the gradebook as nbgrader does."""
    _in_the_class(
        hand_in,
        """
from nbgrader.api import Gradebook
with Gradebook(f"sqlite:///{course}/gradebook.db", "cnn_course") as book:
    for student in book.students:
        book.remove_student(student.id)
escaped("the gradebook was written to")
""",
    )


@attack("gradebook")
def gradebook_deleted(hand_in: HandIn) -> None:
    """Delete the gradebook."""
    _in_the_class(
        hand_in, 'os.unlink(course / "gradebook.db")\nescaped("the gradebook is gone")'
    )


@attack("gradebook")
def gradebook_overwritten(hand_in: HandIn) -> None:
    """Write noise over the gradebook."""
    _in_the_class(
        hand_in,
        """
with open(course / "gradebook.db", "r+b") as book:
    book.write(os.urandom(10_000))
escaped("the gradebook was written to")
""",
    )


@attack("gradebook")
def gradebook_locked(hand_in: HandIn) -> None:
    """Lock the gradebook, and keep it locked from a process left behind."""
    _in_the_class(
        hand_in,
        """
book = sqlite3.connect((course / "gradebook.db").as_uri() + "?mode=rw", uri=True)
if os.fork() == 0:
    os.setsid()
    own = sqlite3.connect(course / "gradebook.db", isolation_level=None, timeout=9)
    own.execute("BEGIN EXCLUSIVE")
    time.sleep(120)
time.sleep(1)
escaped("the gradebook is locked")
""",
    )


@attack("gradebook")
def classmates_work_rewritten(hand_in: HandIn) -> None:
    """Empty what the classmates have handed in, and what was graded of it."""
    _in_the_class(
        hand_in,
        """
for part in ("submitted", "autograded", "feedback"):
    for file in (course / part).rglob("*.*"):
        if file.is_file() and not file.is_symlink():
            file.write_text("{}")
            escaped(f"{file} was overwritten")
""",
    )


@attack("gradebook")
def sources_deleted(hand_in: HandIn) -> None:
    """Delete the instructor's sources, and what was released."""
    _in_the_class(
        hand_in,
        """
for part in ("source", "release"):
    shutil.rmtree(course / part)
    escaped(f"{part} is gone")
""",
    )


@attack("gradebook")
def seed_rewritten(hand_in: HandIn) -> None:
    """Set the secret seed to the one that students know."""
    _in_the_class(
        hand_in,
        """
if course.exists():
    (course / "seed.secret").write_text("0")
    escaped("the seed was written")
""",
    )


@attack("gradebook")
def settings_planted(hand_in: HandIn) -> None:
    """Leave settings in the class that run with the instructor's next command."""
    _in_the_class(
        hand_in,
        """
(course / "nbgrader_config.py").open("a").write("print('planted')")
escaped("settings were written")
""",
    )


@attack("gradebook")
def results_planted(hand_in: HandIn) -> None:
    """Write the result of its own grading before the grader does."""
    student = hand_in.student
    _in_the_class(
        hand_in,
        f"""
import re
place = course / "autograded" / {student!r} / "02_convolution"
if course.exists():
    place.mkdir(parents=True, exist_ok=True)
    (place / "grading.json").write_text('{{"version": 1, "points": 16}}')
    escaped("a result was planted")
""",
    )


@attack("gradebook")
def sql_in_names(hand_in: HandIn) -> None:
    """Write SQL into the names of cells, and into the text of answers."""
    hand_in.guess()
    text = "'; UPDATE grade SET manual_score = 4; DROP TABLE comment; --"
    for cell in hand_in.cells:
        found = cell["metadata"]["nbgrader"]
        if found["grade_id"].startswith("given"):
            found["grade_id"] = cell["id"] = text
    hand_in.cell("essay-why_so_few")["source"] = text
    hand_in.answer("by_hand", f"by_hand = {text!r}")
