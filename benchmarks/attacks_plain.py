"""One attack against plain nbgrader: in a sandbox of its own, on a copy of a class that is thrown away.

Plain nbgrader runs a submission as the person who grades. Here that person is a user without rights in
bubblewrap, without network, with limits; the copy of the class is all that can be written to.
"""

import contextlib
import hashlib
import itertools
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import psutil

from tests.attacks import Attack, hand_in
from tests.attacks.classroom import EXERCISES, sample_class
from tests.attacks.hand_in import ASSIGNMENT, FILE

ROOT = Path(__file__).resolve().parents[1]
MATES = ("ada", "zoe")  # one is graded before the attacker, one after
SECONDS, MEMORY, DISK = 90, 3 * 2**30, 2 * 2**30
# No accounts; one each, since limits count by user.
USERS = itertools.cycle(range(60_700, 61_184))
SETTINGS = """
from pathlib import Path
c = get_config()
c.CourseDirectory.course_id = "cnn_course"
c.CourseDirectory.root = str(Path(__file__).resolve().parent)
c.ClearSolutions.code_stub = {"python": ""}
c.ClearSolutions.text_stub = "*Write your answer here.*"
"""
# Grades, and says how it ended and which processes are still there.
PROGRAM = f"""
import os, pathlib, subprocess, sys, time
command = [sys.executable, "-m", "nbgrader", "autograde", "{ASSIGNMENT}"]
code = subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
time.sleep(1)
left = 0
for number in filter(str.isdigit, os.listdir("/proc")):
    if int(number) not in (1, os.getpid()) and pathlib.Path(f"/proc/{{number}}/cmdline").read_bytes():
        left += 1
print("ENDED", code, left)
"""
POINTS = """
SELECT s.student_id, SUM(COALESCE(g.manual_score, g.auto_score, 0) + COALESCE(g.extra_credit, 0))
FROM grade g JOIN submitted_notebook n ON g.notebook_id = n.id
JOIN submitted_assignment s ON n.assignment_id = s.id GROUP BY s.student_id
"""


class Outcome(NamedTuple):
    """What a run of plain nbgrader came to."""

    # Of each student; None: there is no gradebook left to read.
    points: dict[str, float] | None
    digests: dict[str, str]
    graded: set[str]
    left: int
    stopped: str  # why it was ended from outside


def make_class(folder: Path) -> None:
    """Make the class that each attack gets a copy of: two honest students, nothing graded."""
    shutil.copytree(EXERCISES / "source" / ASSIGNMENT, folder / "source" / ASSIGNMENT)
    (folder / "nbgrader_config.py").write_text(SETTINGS, encoding="utf-8")
    scripts = f"{Path(sys.prefix) / 'bin'}:{os.environ['PATH']}"  # nbgrader starts alembic by its name
    release = [sys.executable, "-m", "nbgrader", "generate_assignment", ASSIGNMENT]
    environment = os.environ | {"PATH": scripts}
    subprocess.run(
        release, cwd=folder, env=environment, check=True, capture_output=True
    )
    path = folder / "source" / ASSIGNMENT / FILE
    read = sample_class.nbformat.read
    mistakes = sample_class.BENS_MISTAKES[ASSIGNMENT]
    work = (
        sample_class.perfect(read(path, 4)),
        sample_class.mistaken(read(path, 4), mistakes),
    )
    for student, notebook in zip(MATES, work, strict=True):
        sample_class.hand_in(folder, student, ASSIGNMENT, notebook)


def run(template: Path, attack: Attack | None) -> Outcome:
    """Grade a copy of the class, with an attacker in it or without."""
    with tempfile.TemporaryDirectory(
        prefix="attacked-", ignore_cleanup_errors=True
    ) as place:
        folder = Path(place) / "class"
        shutil.copytree(template, folder)
        if attack is not None:
            hand_in(attack, folder, classmate="ada")
        user = next(USERS)
        _give_away(folder, user)
        left, stopped = _grade(folder, user)
        graded = {
            path.parent.name for path in folder.glob(f"autograded/*/{ASSIGNMENT}")
        }
        return Outcome(_points(folder), _digests(folder), graded, left, stopped)


def _give_away(folder: Path, user: int) -> None:
    """Let a user without rights own the copy."""
    if os.geteuid() != 0:
        return
    for place, folders, files in os.walk(folder):
        for name in (".", *folders, *files):
            with contextlib.suppress(OSError):  # a path can be too long
                os.chown(os.path.join(place, name), user, user, follow_symlinks=False)


def _grade(folder: Path, user: int) -> tuple[int, str]:
    """Run nbgrader in its sandbox; return how many processes it left, and why it was stopped."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command(folder, user),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.DEVNULL,
        )
        stopped, end = "", time.monotonic() + SECONDS
        while process.poll() is None and not stopped:
            time.sleep(0.3)
            stopped = _too_much(process.pid, folder, end)
        for one in [process, *_below(process.pid)] if stopped else []:
            with contextlib.suppress(psutil.Error, OSError):
                one.kill()
        process.wait()
        said.seek(0)
        words = said.read(2**20).decode(errors="replace").split()[-3:]
    if len(words) != 3 or words[0] != "ENDED":
        return 0, stopped or "killed"
    return int(words[2]), stopped


def _too_much(process: int, folder: Path, end: float) -> str:
    """Say what a run uses too much of, or nothing."""
    used = 0
    for one in _below(process):
        with contextlib.suppress(psutil.Error):
            used += one.memory_info().rss
    if used > MEMORY or psutil.virtual_memory().available < MEMORY:
        return "memory"
    if _written(folder) > DISK:
        return "disk"
    return "time" if time.monotonic() > end else ""


def _written(folder: Path) -> int:
    """Return the bytes that a folder takes on disk; its files come and go meanwhile."""
    size = 0
    for place, _, files in os.walk(folder):
        for name in files:
            with contextlib.suppress(OSError):
                size += os.lstat(os.path.join(place, name)).st_blocks * 512
    return size


def _below(process: int) -> list[psutil.Process]:
    with contextlib.suppress(psutil.Error):
        return psutil.Process(process).children(recursive=True)
    return []


def command(folder: Path, user: int) -> list[str]:
    """Return the command that grades a class inside of a sandbox."""
    program = [sys.executable, "-B", "-c", PROGRAM]
    limits = [
        "prlimit",
        "--nproc=200",
        f"--as={6 * 2**30}",
        f"--fsize={2**28}",
        "--core=0",
    ]
    sandbox = ["bwrap", "--die-with-parent", "--new-session", "--clearenv"]
    sandbox += ["--unshare-net", "--unshare-pid", "--unshare-ipc", "--unshare-uts"]
    inside = [*limits, *program]
    if os.geteuid() == 0:
        ids = [f"--reuid={user}", f"--regid={user}", "--clear-groups"]
        inside = ["setpriv", *ids, "--no-new-privs", "--bounding-set=-all", *inside]
    return [*sandbox, *_places(folder), *_variables(), "--", *inside]


def _places(folder: Path) -> list[str]:
    places = ["--ro-bind", "/usr", "/usr", "--proc", "/proc", "--dev", "/dev"]
    places += ["--size", str(2**28), "--perms", "1777", "--tmpfs", "/tmp"]
    for name in ("/bin", "/lib", "/lib64", "/etc"):
        if os.path.islink(name):
            places += ["--symlink", os.readlink(name), name]
        elif os.path.isdir(name):
            places += ["--ro-bind", name, name]
    read = {Path(sys.base_prefix), Path(sys.prefix), ROOT / "cnn_course"}
    for path in sorted(path for path in read if not path.is_relative_to("/usr")):
        places += [*_parents(path), "--ro-bind", str(path), str(path)]
    return [
        *places,
        *_parents(folder),
        "--bind",
        str(folder),
        str(folder),
        "--chdir",
        str(folder),
    ]


def _parents(path: Path) -> list[str]:
    """Return what makes a path's parents, open for everybody, whatever they are outside."""
    made = [p for p in reversed(path.parents) if str(p) not in ("/", "/tmp")]
    return [part for p in made for part in ("--perms", "0755", "--dir", str(p))]


def _variables() -> list[str]:
    scripts = Path(sys.prefix) / "bin"
    variables = {"PATH": f"{scripts}:/usr/bin:/bin", "HOME": "/tmp", "LANG": "C.UTF-8"}
    variables |= {
        "MPLBACKEND": "agg",
        "OPENBLAS_NUM_THREADS": "1",
        "PYTHONPATH": str(ROOT),
    }
    return [part for item in variables.items() for part in ("--setenv", *item)]


def _points(folder: Path) -> dict[str, float] | None:
    """Read the gradebook, which a stranger may have written, without changing it."""
    try:
        address = f"{(folder / 'gradebook.db').as_uri()}?mode=ro"
        with contextlib.closing(sqlite3.connect(address, uri=True)) as book:
            return dict(book.execute(POINTS).fetchall())
    except sqlite3.Error:
        return None


def _digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of the files that no submission may change."""
    places = ["source", "release", *(f"submitted/{mate}" for mate in MATES)]
    files = [file for place in places for file in (folder / place).rglob("*.ipynb")]
    files.append(folder / "nbgrader_config.py")
    found = {}
    for file in files:
        if file.is_symlink() or not file.is_file() or file.stat().st_size > 2**24:
            continue  # what an attack has put there
        with contextlib.suppress(OSError):
            name = str(file.relative_to(folder))
            found[name] = hashlib.sha256(file.read_bytes()).hexdigest()
    return found
