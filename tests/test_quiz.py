"""Quiz questions: the page that the directive makes, and what authors are told who write one wrongly."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

BOOK = Path(__file__).resolve().parents[1] / "book"
QUIZ = """# A page

::::{quiz} How large is the *answer*?
:::{choice} 28 by 28
The padding is **missing**.
:::
:::{choice} 30 by 30
:right:
It is 32 + 2 − 5 + 1.
:::
::::

::::{quiz} And the other?
:::{choice} Yes
:right:
So it is.
:::
:::{choice} No
It is not.
:::
::::
"""


def build(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    """Build a site of one page with Sphinx alone."""
    (folder / "conf.py").write_text(
        f"import sys\nsys.path.insert(0, {str(BOOK / 'extensions')!r})\n"
        "extensions = ['myst_parser', 'quiz']\n"
        "myst_enable_extensions = ['colon_fence']\n"
        f"html_static_path = [{str(BOOK / 'assets')!r}]\n"
        "html_css_files = ['course.css']\n"
    )
    (folder / "index.md").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", ".", "out"]
    return subprocess.run(command, cwd=folder, text=True, capture_output=True, check=False)  # fmt: skip


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("quiz")
    ran = build(folder, QUIZ)
    assert ran.returncode == 0, ran.stderr
    # As the theme has it: inside its article; nothing from another host.
    file = folder / "out" / "index.html"
    text = re.sub(r'<script[^>]*src="http.*?</script>', "", file.read_text())
    text = text.replace('class="body"', 'class="body bd-article"')
    hidden = "<style>.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden}</style>"
    file.write_text(text.replace("</head>", f"{hidden}</head>"))
    return file


def test_every_choice_is_a_labelled_button_of_its_question(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    ids = re.findall(r'<input type="radio" name="(quiz-\d)" id="(\S+)">', text)
    assert [name for name, _ in ids] == ["quiz-0", "quiz-0", "quiz-1", "quiz-1"]
    assert re.findall(r'<label for="(\S+)">', text) == [i for _, i in ids]
    assert len({i for _, i in ids}) == 4
    assert "<legend>How large is the <em>answer</em>?</legend>" in text
    assert text.count('role="status"') == 2


def test_by_keyboard_in_a_browser(page: Path, chrome: Browser) -> None:
    shown = chrome.new_page()
    shown.goto(page.as_uri())
    said = shown.locator("fieldset.quiz").first.get_by_role("status")
    wrong, right = (shown.get_by_label(name) for name in ("28 by 28", "30 by 30"))
    assert not shown.get_by_text("The padding is missing").is_visible()
    wrong.focus()
    shown.keyboard.press("Space")
    assert shown.get_by_text("The padding is missing").first.is_visible()
    assert "Not quite." in said.inner_text()
    shown.keyboard.press("ArrowDown")
    assert right.is_checked()
    assert shown.get_by_text("It is 32 + 2 − 5 + 1.").first.is_visible()
    assert said.inner_text().startswith("Right.")
    assert not shown.get_by_text("So it is.").first.is_visible()


def test_without_scripts_the_explanation_is_shown_too(
    page: Path, chrome: Browser
) -> None:
    shown = chrome.new_context(java_script_enabled=False).new_page()
    shown.goto(page.as_uri())
    shown.get_by_label("28 by 28").check()
    assert shown.get_by_text("The padding is missing").is_visible()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (QUIZ.replace(":right:\n", ""), "2, 0 of them right"),
        (QUIZ.replace("28 by 28\n", "28 by 28\n:right:\n"), "2, 2 of them right"),
        (QUIZ.replace("So it is.\n", ""), "A choice needs a sentence that explains it"),
        (QUIZ.replace("::::{quiz} How", "::::{quiz} Q\nA stray line.\n\n"), "nothing else"),
    ],
)  # fmt: skip
def test_an_author_is_told_what_is_wrong(tmp_path: Path, text: str, says: str) -> None:
    ran = build(tmp_path, text)
    assert ran.returncode != 0
    assert says in ran.stderr
