"""What is missing on a machine is answered by one clear line."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("Makefile", "pyproject.toml", "requirements.txt"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "cnn_course").mkdir()
    (tmp_path / "book").mkdir()
    return tmp_path


def fake_python(folder: Path, script: str) -> str:
    path = folder / "fakepython"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def make_env(folder: Path, python: str) -> str:
    ran = subprocess.run(
        ["make", "env", f"PYTHON={python}"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode != 0
    assert not (folder / ".venv").exists()
    answer = [
        line for line in ran.stdout.splitlines() if line and "Environment" not in line
    ]
    assert len(answer) == 1, ran.stdout
    return answer[0]


def test_no_python(folder: Path) -> None:
    assert (
        make_env(folder, "python3.99")
        == "python3.99 is missing: install Python 3.11 or later."
    )


def test_a_python_that_does_not_fit(folder: Path) -> None:
    old = 'case "$1" in --version) echo Python 3.9.2;; *) exit 1;; esac'
    answer = make_env(folder, fake_python(folder, old))
    assert answer.startswith(
        "Python 3.9.2 does not fit: the course needs Python 3.11, 3.12 or 3.13."
    )


def test_no_venv_module(folder: Path) -> None:
    no_venv = 'case "$2" in *ensurepip*) exit 1;; *) exit 0;; esac'
    assert "apt-get install python3-venv" in make_env(
        folder, fake_python(folder, no_venv)
    )


def test_grade_without_an_assignment_says_how(folder: Path) -> None:
    ran = subprocess.run(
        ["make", "grade"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode != 0
    (answer,) = ran.stdout.splitlines()  # nothing was installed or built first
    assert "make grade ASSIGNMENT=02_convolution" in answer


def test_help_lists_the_two_commands(folder: Path) -> None:
    ran = subprocess.run(
        ["make"], cwd=folder, capture_output=True, text=True, check=True
    )
    assert "course" in ran.stdout
    assert "test" in ran.stdout
