"""The solutions as pages for instructors."""

import re
from html import unescape
from pathlib import Path

import pytest

from tests import scripts
from tests.test_exercises import ASSIGNMENTS, EXERCISES


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(EXERCISES)
        made = tmp_path_factory.mktemp("solutions")
        scripts.load("exercises/solutions.py").write(made, [ASSIGNMENTS[0].stem])
    return made


def text_of(page: Path) -> str:
    body = re.sub(r"(?s)<style.*?</style>", "", page.read_text(encoding="utf-8"))
    return unescape(re.sub("<[^>]+>", "", body))


def test_a_page_has_tasks_solutions_what_they_show_and_rubrics(folder: Path) -> None:
    text = text_of(folder / "01_filters.html")
    assert "two loops" in text
    assert "answer[i, j] = np.sum(image[i : i + kh, j : j + kw] * kernel)" in text
    assert "apply_filter: correct in all 7 cases." in text
    assert "[#####] All 5 checks pass." in text
    assert "Rubric: 1 point for" in text
    assert "15 points, 2 of them by a person" in text
    assert "SOLUTION" not in text
    assert "Traceback" not in text


def test_its_pictures_are_in_it(folder: Path) -> None:
    page = (folder / "01_filters.html").read_text(encoding="utf-8")
    assert page.count("data:image/png;base64,") >= 2


def test_the_first_page_leads_to_it(folder: Path) -> None:
    text = (folder / "index.html").read_text(encoding="utf-8")
    assert '<a href="01_filters.html">' in text
    assert "15 points" in text
    assert sorted(path.name for path in folder.iterdir()) == [
        "01_filters.html",
        "index.html",
    ]
