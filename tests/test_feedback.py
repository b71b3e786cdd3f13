"""The page that a student gets back: what it says, and what it never says."""

import itertools

import pytest

from cnn_course.grading import feedback
from cnn_course.grading.feedback import Grade
from cnn_course.grading.results import Example, Table, Verdict
from tests.page_cases import (
    GRADES,
    VERDICTS,
    graded,
    missing_bias,
    notebook,
    stream,
)
from tests.page_reader import Read, read


def shown(**changes) -> Read:
    return read(feedback.page(graded(**changes), GRADES))


def one(verdict: Verdict, grade: Grade | None = None) -> Read:
    """The page of an assignment with one verdict and no notebook."""
    grades = {verdict.cell: grade} if grade else {}
    return read(feedback.page(graded(verdicts=[verdict], notebook={}), grades))


def test_what_is_for_the_instructor_is_not_in_the_page() -> None:
    made = notebook()
    for cell in made.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == "check-shift":
            cell.source = "assert shift(HIDDEN_TEST)"
            cell.outputs = [stream("HIDDEN_OUTPUT")]
    page = feedback.page(graded(notebook=made), GRADES)
    assert not any(word in page for word in ("SECRET", "HIDDEN", "987654321"))
    assert "checks.check_" not in page
    assert all(
        verdict.told in read(page).text.replace("b[f]", "`b[f]`")
        for verdict in VERDICTS
    )


def test_the_head_adds_up_what_the_gradebook_says() -> None:
    text = shown().text
    assert "6.5 of 16 points so far 4 points wait for a person." in text
    assert "Part 5: what happens when the image moves 3.5 of 4 Part 6" in text
    assert "Part 6: in your own words 0 of 2, 2 open" in text


def test_without_a_gradebook_the_verdicts_count() -> None:
    text = read(feedback.page(graded(), {})).text
    assert "6 of 16 points so far 4 points wait for a person." in text


def test_nothing_is_so_far_when_nobody_is_waited_for() -> None:
    text = one(Verdict("check-a", 1, 1, "right")).text
    assert "1 of 1 point a 1 of 1" in text
    assert "so far" not in text


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict("check-a", 2, 2, "right", "", ["x", "y"]),
         "Right a 2 of 2 points Right in 2 cases: x y"),
        (Verdict("check-a", 1, 2, "partly", "No.", ["x"]),
         "Partly right a 1 of 2 points Right already in 1 case: x No."),
        (Verdict("check-a", 0, 1, "wrong", "Use `+`."), "Not yet a 0 of 1 point Use +."),
        (Verdict("check-a", 0, 1, "wrong", "Not yet: a. The bias is missing."),
         "Not yet a 0 of 1 point The bias is missing."),
        (Verdict("check-a", 0, 1, "wrong", "No:\n 1 2\n 3 4"), "Not yet a 0 of 1 point No: 1 2 3 4"),
        (Verdict("check-a", None, 2, "unjudged", "Late."),
         "Could not be judged a Open: 2 points "
         "A person has still to look at this, and may change the points. Late."),
        (Verdict("essay-a", None, 2, "person"), "Waits for a person a Open: 2 points"),
    ],
)  # fmt: skip
def test_a_verdict_in_every_state(verdict: Verdict, words: str) -> None:
    assert words in one(verdict).text


@pytest.mark.parametrize(
    ("score", "tone"), [(2, "right"), (0.5, "partly"), (0, "wrong")]
)
def test_a_persons_points_take_the_place_of_the_machines(
    score: float, tone: str
) -> None:
    wrong = Verdict("check-a", 0, 2, "wrong", "The bias is missing.")
    found = one(wrong, Grade(score, 2, True, False, "I **see**."))
    assert f"Graded by a person a {score:g} of 2 points" in found.text
    assert (
        "A person has set these points. The machine had said: The bias is missing."
        in found.text
    )
    assert "Your teacher writes I see." in found.text
    assert f"verdict {tone}" in found.all("div", "class")


def test_an_answer_handed_in_again_waits_for_the_person_who_changed_its_points() -> (
    None
):
    wrong = Verdict("check-a", 0, 2, "wrong", "The bias is missing.")
    text = one(wrong, Grade(1, 2, True, True, "")).text
    assert "Not yet a 1 of 2 points A person has still to look at this" in text
    assert "1 of 2 points so far 1 point waits for a person." in text


def test_a_graded_essay_shows_its_points_and_the_comment() -> None:
    essay = Verdict("essay-a", None, 2, "person")
    text = one(essay, Grade(1, 2, True, False, "And why?")).text
    assert "Graded by a person a 1 of 2 points Your teacher writes And why?" in text
    assert "The machine" not in text


def test_an_essay_that_nobody_wrote_does_not_wait() -> None:
    essay = Verdict("essay-a", None, 2, "person")
    assert "Not yet a 0 of 2 points" in one(essay, Grade(0, 2, False, False, "")).text


def test_a_comment_stands_under_the_answer_that_it_is_about() -> None:
    text = shown().text
    assert "return y Your teacher writes Clean loops. Try w.shape for KW." in text
    assert text.count("Your teacher writes") == 2


def test_numbers_that_differ_are_marked_for_the_ear_too() -> None:
    found = one(Verdict("check-a", 0, 4, "wrong", "No.", example=missing_bias()))
    assert "yours [0, :, :, 0] shape (2, 3), float32" in found.text
    assert "0 -2.9 differs 20.5 differs 4.1 differs" in found.text
    assert (
        "target [0, :, :, 0] shape (2, 3), float32 0 1 2 0 -3.6 19.8 3.4" in found.text
    )
    assert found.all("td", "class").count("differs") == 6
    assert "A frame marks each number that differs." in found.text


def test_a_table_too_large_or_odd_is_named_only() -> None:
    odd = Table("yours", "shape (2,)", [["1", "2"]], [[True], [True]])
    large = Table("target", "shape (40, 40)")
    example = Example("a case", [Table("x", "", [])], odd, large)
    text = one(Verdict("check-a", 0, 4, "wrong", "No.", example=example)).text
    assert "x yours shape (2,) 0 1 1 differs 2 target shape (40, 40) A frame" in text


def test_an_error_is_shown_with_the_students_line() -> None:
    assert (
        "in convolve, line 12: y[i, j] = np.sum(x[i : i + kh, j : j + kw] * w)"
        in shown().text
    )


def test_parts_follow_the_assignment_and_headings_their_order() -> None:
    found = shown()
    assert found.all("a", "href") == [f"#part-{i}" for i in range(1, 7)]
    assert found.all("h2", "id") == [
        "flags",
        "notes",
        *(f"part-{i}" for i in range(1, 8)),
    ]
    levels = [int(tag[1]) for tag, _ in found.found if tag in ("h1", "h2", "h3")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_a_students_own_cells_are_folded_where_they_stand() -> None:
    text = shown().text
    own = text.index(
        "2 cells of your own A thought Do I flip the kernel? 1 convolve".replace(
            "1 ", ""
        )
    )
    assert text.index("Part 2: one filter, several channels The task") < own
    assert own < text.index("Partly right convolve")
    assert (
        "ValueError: not enough values to unpack Where it happened Traceback File x"
        in text
    )


def test_a_student_cannot_fill_the_page_with_cells() -> None:
    made = notebook()
    mine = {"cell_type": "markdown", "metadata": {}, "source": "MINE"}
    made.cells += [mine] * 60
    text = shown(notebook=made).text
    assert text.count("MINE") == 38
    assert "22 more cells of your own are not shown." in text


def test_an_assignment_without_headings_has_a_part_for_each_verdict() -> None:
    made = notebook()
    made.cells = [cell for cell in made.cells if not cell.source.startswith("#")]
    found = shown(notebook=made)
    titles = [
        words
        for words in found.words
        if words in {v.cell.split("-")[1] for v in VERDICTS}
    ]
    assert titles[:2] == ["by_hand", "convolve"]
    assert found.all("h2", "id")[-1] == "part-8"
    assert "The rest Your answer from cnn_course.filters" in found.text
    assert "6.5 of 16 points so far" in found.text


def test_a_submission_that_could_not_be_read_shows_no_answers() -> None:
    verdicts = [
        Verdict(v.cell, 0, v.max_points, "unjudged", "It is no notebook.")
        for v in VERDICTS
    ]
    found = shown(submission="", verdicts=verdicts)
    assert "There was no notebook that could be graded." in found.text
    assert found.text.count("It is no notebook.") == 7
    assert "Your answer" not in found.text


def test_a_grade_without_a_verdict_is_not_lost() -> None:
    text = read(feedback.page(graded(verdicts=[]), GRADES)).text
    assert "6.5 of 16 points so far" in text
    assert "Could not be judged conv2d 0 of 4 points" in text


def test_more_outputs_than_a_page_holds_are_counted() -> None:
    made = notebook()
    cell = next(c for c in made.cells if c.id == "answer-shift")
    cell.outputs = [stream("again")] * 50
    text = shown(notebook=made).text
    assert text.count("again") == 20
    assert "30 more outputs are not shown." in text
