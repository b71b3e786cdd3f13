"""A class that is there to be attacked, and what can be seen of it from outside."""

import contextlib
import hashlib
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import psutil

from cnn_course.grading import config, cycle
from tests import scripts
from tests.attacks import Attack, hand_in
from tests.attacks.hand_in import ASSIGNMENT, FILE
from tests.test_exercises import EXERCISES

sample_class = scripts.load("exercises/sample_class.py")

HONEST = ("ada", "ben", "cleo")  # as in exercises/sample_class.py
SETTINGS = """
from pathlib import Path
from cnn_course.grading.config import configure
c = get_config()
configure(c, Path(__file__).resolve().parent)
c.Limits.seconds_call = 2
c.Limits.seconds_cell = 4
c.Limits.seconds_notebook = 20
c.Limits.memory = 512
"""


def make(folder: Path, attacks: list[Attack]) -> None:
    """Fill a folder with a course of one assignment, honest students' work, and attacks."""
    shutil.copytree(EXERCISES / "source" / ASSIGNMENT, folder / "source" / ASSIGNMENT)
    (folder / "nbgrader_config.py").write_text(SETTINGS, encoding="utf-8")
    cycle.release(folder)
    # Drawn on first use, so that it is there to be attacked.
    config.grading_seed(folder)
    path = folder / "source" / ASSIGNMENT / FILE
    mistakes = sample_class.BENS_MISTAKES[ASSIGNMENT]
    work = {
        "ada": sample_class.perfect(nbformat.read(path, 4)),
        "ben": sample_class.mistaken(nbformat.read(path, 4), mistakes),
        "cleo": nbformat.read(folder / "release" / ASSIGNMENT / FILE, 4),
    }
    for student, notebook in work.items():
        sample_class.hand_in(folder, student, ASSIGNMENT, notebook)
    for attack in attacks:
        hand_in(attack, folder, classmate="ada")


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of what must stay as it is: all but the attackers' work and the results."""
    places = [folder / "source", folder / "release"]
    places += [folder / "submitted" / student for student in HONEST]
    files = [file for place in places for file in place.rglob("*") if file.is_file()]
    files += [folder / "seed.secret", folder / "nbgrader_config.py"]
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in files
    }


def in_sandboxes() -> set[int]:
    """Return the processes in sandboxes that this program has started, or that nobody owns any more."""
    found = set()
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            above = next(filter(_is_outside, process.parents()), process)
            if not _is_outside(process) and (above.pid == 1 or _is_ours(above)):
                found.add(process.pid)
    return found


def _is_outside(process: psutil.Process) -> bool:
    """Return whether a process is in no sandbox, and builds none."""
    here = os.readlink("/proc/self/ns/pid")
    command = " ".join(process.cmdline())
    inside = os.readlink(f"/proc/{process.pid}/ns/pid") != here
    return not inside and "bwrap" not in command and "runner.py" not in command


def _is_ours(process: psutil.Process) -> bool:
    return os.getpid() in (process.pid, *(parent.pid for parent in process.parents()))


def left_over(before: set[int], seconds: float = 10) -> set[int]:
    """Return the processes of sandboxes that were not there before, and do not go away."""
    left, end = in_sandboxes() - before, time.monotonic() + seconds
    while left and time.monotonic() < end:
        time.sleep(0.1)
        left &= in_sandboxes()
    return left


class Watch:
    """The memory of this program's processes at its peak: of one that grades, and of all in sandboxes."""

    def __init__(self) -> None:
        self.outside = self.inside = 0
        self._stop = threading.Event()

    @contextlib.contextmanager
    def on(self) -> Iterator["Watch"]:
        """Watch while a block runs."""
        thread = threading.Thread(target=self._watch, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._stop.set()
            thread.join()

    def _watch(self) -> None:
        here = os.readlink("/proc/self/ns/pid")
        while not self._stop.wait(0.2):
            inside = 0
            for process in psutil.Process().children(recursive=True):
                with contextlib.suppress(psutil.Error, OSError):
                    own = process.memory_full_info().uss  # what it shares with nobody
                    if os.readlink(f"/proc/{process.pid}/ns/pid") == here:
                        self.outside = max(self.outside, own)
                    else:
                        inside += own
            self.inside = max(self.inside, inside)


def timed(work: Callable[[], None]) -> float:
    """Return how many seconds a piece of work takes."""
    start = time.monotonic()
    work()
    return time.monotonic() - start
