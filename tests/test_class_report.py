"""The report on a class: what it counts, what it never says, and hostile text in it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cnn_course.grading import class_report
from cnn_course.grading.results import Flag, Graded, Verdict
from cnn_course.grading.scores import GRADED, NEEDS_PERSON, NOT_HANDED_IN, Score
from tests.page_cases import NAME, VERDICTS, graded
from tests.page_reader import look, read
from tests.test_feedback_hostile import HOSTILE, hostile

STUDENTS = [
    *("ada", "ben", "cleo", "dan", "eva", "finn", "gül", "hugo", "ines", "jan"),
    *("kim", "lea", "max", "nora", "otto", "pia", "quinn"),
]
KNOWN = {
    "check-convolve": ["The filter is turned by 180 degrees. Deep learning lays it on as it is."],
    "check-conv2d": [
        "The bias is missing.",
        "All images of the batch get the answer of the first one.",
    ],
    "check-shift": ["What leaves on one side comes back on the other. Zeros should come in."],
}  # fmt: skip


def verdict_of(place: int, verdict: Verdict) -> Verdict:
    """The verdict of the student at a place: mostly right, and each known mistake a few times."""
    if verdict.state == "person":
        return verdict
    known = KNOWN.get(verdict.cell, [""])
    right = place % 3 or not place
    mistake = "" if right or place % 5 == 0 else known[place % len(known)]
    return replace(
        verdict,
        points=verdict.max_points if right else 0,
        state="right" if right else "wrong",
        mistake=mistake,
        seconds=0.25 * place,
    )


def a_class() -> list[Graded]:
    results = []
    for place, student in enumerate(STUDENTS):
        verdicts = [
            verdict_of(place + 2 * i, verdict) for i, verdict in enumerate(VERDICTS)
        ]
        flags = [Flag("time", f"{student} ran out of time.")] if place % 7 == 4 else []
        changes = {"student": student, "verdicts": verdicts, "flags": flags}
        results.append(graded(**changes, seconds=1.5 + place))
    return results


def scores_of(results: list[Graded]) -> list[Score]:
    state = {True: NEEDS_PERSON, False: GRADED}
    found = [
        Score(NAME, g.student, g.points, g.max_points, state[i % 2 == 0], None)
        for i, g in enumerate(results)
    ]
    return [*found, Score(NAME, "rosa", None, 16, NOT_HANDED_IN, None)]


def sample_page() -> str:
    results = a_class()
    return class_report.page(NAME, results, scores_of(results))


def test_a_browser_finds_nothing_wrong(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(sample_page(), encoding="utf-8")
    assert look(path) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_everywhere(text: str, tmp_path: Path) -> None:
    results = [hostile(text), hostile("plain")]
    scores = [Score(text, text, 1.5, 16, text, None)]
    page = class_report.page(text, results, scores)
    assert page.encode("utf-8")
    found = read(page)
    assert len(found.all("section", "class")) == 5
    assert "Distribution of points" in found.text
    assert json.loads(json.dumps(class_report.summary(results)))


def test_a_browser_finds_nothing_wrong_with_hostile_text(tmp_path: Path) -> None:
    path, text = tmp_path / "report.html", "\n".join(HOSTILE)
    page = class_report.page(
        text, [hostile(text)], [Score(text, text, 1, 16, text, None)]
    )
    path.write_text(page, encoding="utf-8")
    assert look(path) == []


# Three students: by hand.


def one(
    student: str, points: float, state: str, mistake: str = "", **changes
) -> Graded:
    verdicts = [
        Verdict(
            "check-conv2d", points, 4, state, "No.", [], mistake, None, "SECRET", points
        ),
        Verdict("essay-why_so_few", None, 2, "person"),
    ]
    return graded(student=student, verdicts=verdicts, flags=[], **changes)


def three() -> list[Graded]:
    late = Flag("time", "check-conv2d: it ran out of time.")
    return [
        one("ada", 4, "right", seconds=1.0),
        replace(one("ben", 0, "wrong", "No bias."), seconds=3.0, flags=[late, late]),
        one("cleo", 1, "partly", seconds=2.0),
    ]


def test_the_summary_counts_states_mistakes_flags_and_seconds() -> None:
    found = class_report.summary(three())
    assert (found["submissions"], found["max_points"]) == (3, 6)
    assert [bar["results"] for bar in found["points"]] == [1, 1, 0, 0, 1, 0, 0]
    conv2d, essay = found["parts"]
    assert conv2d == {
        "cell": "check-conv2d",
        "name": "conv2d",
        "title": "Part 3: a batch, several filters, a bias",
        "max_points": 4,
        "submissions": 3,
        "right": 1,
        "partly": 1,
        "wrong": 1,
        "unjudged": 0,
        "person": 0,
        "mistakes": [{"mistake": "No bias.", "count": 1, "students": ["ben"]}],
        "other_mistakes": {"count": 1, "students": ["cleo"]},
    }
    assert (essay["person"], essay["mistakes"]) == (3, [])
    assert found["flag_kinds"] == {"time": 2}
    assert found["flags"][0] == {
        "student": "ben",
        "kind": "time",
        "text": "check-conv2d: it ran out of time.",
    }
    assert [slow["student"] for slow in found["slowest"]] == ["ben", "cleo", "ada"]
    assert found["slowest"][2]["cell"] == "conv2d"
    assert json.loads(json.dumps(found)) == found


def test_the_most_common_mistake_comes_first() -> None:
    results = [
        one("zoe", 0, "wrong", "Rare."),
        one("yan", 0, "wrong", "Common."),
        one("ada", 0, "wrong", "Common."),
    ]
    (conv2d, _) = class_report.summary(results)["parts"]
    assert conv2d["mistakes"] == [
        {"mistake": "Common.", "count": 2, "students": ["ada", "yan"]},
        {"mistake": "Rare.", "count": 1, "students": ["zoe"]},
    ]


def test_a_result_that_was_read_from_a_file_has_no_titles() -> None:
    read_again = [Graded.from_json(graded.to_json()) for graded in three()]
    parts = class_report.summary(read_again)["parts"]
    assert [part["title"] for part in parts] == ["", ""]
    assert [part["name"] for part in parts] == ["conv2d", "why_so_few"]


def test_the_page_says_it_in_words() -> None:
    points = {"ada": (6.0, GRADED), "ben": (0.0, NEEDS_PERSON), "cleo": (2.5, GRADED)}
    scores = [Score(NAME, s, p, 6, state, None) for s, (p, state) in points.items()]
    scores += [
        Score(NAME, "dan", None, 6, NOT_HANDED_IN, None),
        Score("01_filters", "ada", 99, 100, GRADED, None),
    ]
    page = class_report.page(NAME, three(), scores)
    text = read(page).text
    assert (
        "3 of 4 students handed in graded: 2, needs a person: 1, not handed in: 1"
        in text
    )
    assert "The middle result is 2.5 of 6 points, the lowest 0, the highest 6." in text
    assert "points results 0 1 1 0 2 1 3 0 4 0 5 0 6 1 Parts" in text
    assert "conv2d 1 1 1 – – why_so_few – – – – 3" in text
    assert (
        "Part 3: a batch, several filters, a bias: conv2d 1 of 3 (33 %): No bias. ben"
        in text
    )
    assert "1 of 3 (33 %): no known mistake cleo" in text
    assert "time: 2 student kind why ben time check-conv2d: it ran out of time." in text
    assert "SECRET" not in page


def test_a_bar_is_as_high_as_its_count() -> None:
    found = read(sample_page())
    bars = [attrs for tag, attrs in found.found if attrs.get("class") == "bar-of-count"]
    heights = [float(attrs["height"]) for attrs in bars]
    expected = [
        bar.results for bar in class_report.bars([g.points for g in a_class()], 16)
    ]
    assert heights == pytest.approx(
        [100 * n / max(expected) for n in expected], abs=0.01
    )
    assert all(
        float(a["y"]) + float(a["height"]) == pytest.approx(100, abs=0.01) for a in bars
    )


def test_many_points_share_a_bar() -> None:
    bars = class_report.bars([0, 4.9, 5, 100, 104], 100)
    assert [(bar.low, bar.below) for bar in bars[:2]] == [(0, 5), (5, 10)]
    assert [bar.results for bar in bars] == [2, 1, *[0] * 18, 2]


def test_a_score_below_zero_stands_with_the_zeros() -> None:
    assert [bar.results for bar in class_report.bars([-1, 0, 2], 2)] == [2, 0, 1]


def test_a_class_of_nobody_has_a_page() -> None:
    text = read(class_report.page(NAME, [], [])).text
    assert "0 of 0 students handed in" in text
    assert text.count("Nothing is graded yet.") == 2
    assert "No submission is flagged." in text
    assert class_report.summary([])["points"] == [{"low": 0, "below": 1, "results": 0}]
