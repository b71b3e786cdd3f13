"""What the tests share.

Hypothesis draws the same cases on every run, so that a failure on one machine is one on all.

``pytest --hypothesis-profile=search`` draws new ones, and more of them.
"""

import contextlib
import functools
import importlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from cnn_course.grading import sandbox, view
from cnn_course.grading.jail import Jail
from cnn_course.grading.limits import Limits
from cnn_course.grading.sandbox import Sandbox
from cnn_course.grading.session import Session
from tests import browser as chromium

ROOT = Path(__file__).resolve().parents[1]

settings.register_profile(
    "course", derandomize=True, deadline=None, max_examples=60, database=None
)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile("course")


@pytest.fixture(scope="session")
def tf() -> Iterator[ModuleType]:
    """TensorFlow, quiet; imported only when a test asks for it, so that the others start at once."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("TF_CPP_MIN_LOG_LEVEL", "3")
        environment.setenv("KERAS_BACKEND", "tensorflow")
        yield importlib.import_module("tensorflow")


# The book, and a browser to look at it. Playwright runs once in a process, so all tests share it.


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built into an empty folder: no page and no output of an earlier build.

    ``CNN_COURSE_SITE=_build/html pytest ...`` looks at a site that is there instead of building one.
    """
    if built := os.environ.get("CNN_COURSE_SITE"):
        return Path(built).resolve()
    out = tmp_path_factory.mktemp("site")
    command = ["jupyter-book", "build", "book", "--all", "-W", "-n", "--keep-going"]
    ran = subprocess.run(
        [Path(sys.executable).parent / command[0], *command[1:], "--path-output", out],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-4000:] + ran.stderr[-4000:]
    return out / "_build" / "html"


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    path = chromium.executable()
    assert path, "no Chromium found; `make browser` installs one"
    with sync_playwright() as playwright:
        yield functools.partial(
            playwright.chromium.launch, executable_path=path, args=chromium.ARGUMENTS
        )


@pytest.fixture(scope="session")
def chrome(launch: Callable[..., Browser]) -> Iterator[Browser]:
    running = launch()
    yield running
    running.close()


# Sandboxes of the grader's: what they show, a jail that makes them fast, and sessions in new ones.

LOCKED = """
import numpy as np
import matplotlib.pyplot as plt
from cnn_course import datasets, filters, visualize
from cnn_course.checks import filters as checks
visualize.show_numbers(checks.FIRST_IMAGE)
"""


@pytest.fixture(scope="session")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What sandboxes show for an assignment with the cell ``LOCKED``."""
    why = sandbox.missing()
    if why:
        pytest.skip(why)
    folder = tmp_path_factory.mktemp("shown") / "view"
    view.make(folder, [LOCKED])
    return folder


@pytest.fixture(scope="session")
def jail(shown: Path) -> Iterator[Jail]:
    made = Jail(shown, Limits(), view.modules([LOCKED]))
    yield made
    made.close()


class Starter:
    """Starts sessions in a jail, or ``apart`` from it, with other limits by name; ends them all."""

    def __init__(self, shown: Path, jail: Jail) -> None:
        self.shown, self.jail = shown, jail
        self.boxes: list[Sandbox] = []
        self.last: Session

    def __call__(
        self, apart: bool = False, unsafe: bool = False, **limits: int
    ) -> Session:
        most = Limits(**limits)
        jail = None if apart or unsafe else self.jail
        self.boxes.append(Sandbox(self.shown, most, jail, unsafe=unsafe))
        return Session(self.boxes[-1], most)

    def close(self) -> None:
        while self.boxes:
            self.boxes.pop().close()


@pytest.fixture(scope="session")
def _shared(shown: Path, jail: Jail) -> Iterator[Starter]:
    starter = Starter(shown, jail)
    yield starter
    starter.close()


@pytest.fixture
def session(_shared: Starter) -> Session:
    """A session for tests that need none of their own: a cell may take a second."""
    if not _shared.boxes or _shared.boxes[-1].ended:
        _shared.last = _shared(seconds_cell=1, seconds_notebook=3600)
    _shared.last.begin()
    return _shared.last


@pytest.fixture
def start(shown: Path, jail: Jail, session: Session) -> Iterator[Starter]:
    """Start sessions; after the test nothing of them is left.

    The shared session comes first: one that began during the test would be taken for a rest of it.
    """
    before, starter = processes_below(os.getpid()), Starter(shown, jail)
    yield starter
    starter.close()
    end = time.monotonic() + 3
    while (left := processes_below(os.getpid()) - before) and time.monotonic() < end:
        time.sleep(0.01)
    assert not left


def processes_below(process: int) -> set[int]:
    """Return the living processes that a process has started, those that they started, and so on."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            text = path.read_text(encoding="latin-1").rpartition(")")[2]
            state, parent = text.split()[:2]
            if state != "Z":
                parents[int(path.parent.name)] = int(parent)
    found = {process}
    while more := {child for child, of in parents.items() if of in found} - found:
        found |= more
    return found
