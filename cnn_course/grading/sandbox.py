"""A sandbox for a stranger's program: bubblewrap around Python, and a watch over what runs in it.

Inside there is no network and nothing of the host but a read-only system: own user, process, IPC and mount
namespaces, an empty home in memory, a cleared environment. Started by root, the program still runs as a
user without rights and without an account, because limits do not bind root.
"""

import contextlib
import glob
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from cnn_course.grading.limits import Limits

INSTALL = "install it (Debian, Ubuntu: apt-get install bubblewrap; Fedora: dnf install bubblewrap)"
HOME = "/tmp"
# Linux keeps these numbers for users that exist only while a service runs (systemd's DynamicUser).
FIRST_USER, USERS = 61184, 4336
PAGE = os.sysconf("SC_PAGE_SIZE")


class SandboxError(RuntimeError):
    """The machine cannot make a sandbox; the text says what to do."""


def missing() -> str | None:
    """Say in one line what is missing to sandbox students' programs, or return None."""
    if not sys.platform.startswith("linux"):
        return "Grading strangers' notebooks needs Linux; students work on any system."
    bwrap = shutil.which("bwrap")
    if bwrap is None:
        return (
            f"bubblewrap is missing; before you grade strangers' notebooks, {INSTALL}."
        )
    trial = [bwrap, *_namespaces(), "--ro-bind", "/", "/", "true"]
    ran = subprocess.run(_as_nobody(trial), capture_output=True, text=True, check=False)
    if ran.returncode:
        return f"bubblewrap cannot make user namespaces here: {ran.stderr.strip()}"
    return None


class Sandbox:
    """One sandbox, from its start to its end; `requests` and `answers` are its two pipes.

    ``ended`` says why it was stopped, once it was.
    """

    def __init__(self, view: Path, limits: Limits, unsafe: bool = False) -> None:
        self.limits, self.ended = limits, ""
        read, self.requests = os.pipe()
        self.answers, write = os.pipe()
        make = without_sandbox if unsafe else command
        self.process = subprocess.Popen(
            make(view, limits, (read, write)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            pass_fds=(read, write),
            env={"PATH": os.defpath, "MPLBACKEND": "agg"},
            start_new_session=True,
        )
        os.close(read)
        os.close(write)
        self._stop = threading.Event()
        self._watch = threading.Thread(target=self._keep_limits, daemon=True)
        self._watch.start()

    def _keep_limits(self) -> None:
        """Stop the sandbox when all its processes together use more than they may."""
        most = self.limits.memory * 2**20
        while not self._stop.wait(0.1):
            threads, memory = usage(self.process.pid)
            if memory > most:
                used = f"used more than {self.limits.memory} MB of memory"
                return self.kill(f"It {used}, and was stopped.")
            # The kernel's own limit comes first, except where it does not bind.
            if threads > self.limits.processes + 8:
                self.kill(
                    f"It ran more than {self.limits.processes} processes, and was stopped."
                )

    def kill(self, why: str) -> None:
        """Stop everything that runs inside, now."""
        self.ended = self.ended or why
        inside = descendants(self.process.pid)
        for process in (self.process.pid, *inside):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(process, signal.SIGKILL)

    def close(self) -> None:
        """End the sandbox, and wait until nothing of it is left."""
        inside = descendants(self.process.pid)
        self._stop.set()
        self.kill("It was closed.")
        for pipe in (self.requests, self.answers):
            os.close(pipe)
        self.process.wait()
        self.process.stderr.close()
        self._watch.join()
        for process in inside:
            _wait_for_end(process)

    def failure(self) -> str:
        """Return what bubblewrap said when it could not start."""
        self.process.wait(timeout=5)
        return self.process.stderr.read(2000).decode(errors="replace").strip()


def command(view: Path, limits: Limits, pipes: tuple[int, int]) -> list[str]:
    """Return the command that runs `runner.py` in a sandbox, with two pipes to the grader."""
    bwrap = shutil.which("bwrap")
    if bwrap is None:
        raise SandboxError(missing())
    places, namespaces = _places(view), _namespaces()
    program = _runner("/course", "/libraries", HOME, limits, pipes)
    inside = [*_inside(limits), "--", *program]
    if os.geteuid() != 0:
        return [bwrap, *namespaces, *places, *inside]
    # Root hands over what a user without rights could not reach (a Python in /root), then gives its
    # rights up, and that user builds the sandbox.
    outer = [bwrap, "--die-with-parent", *places]
    outer += ["--dev-bind", "/dev", "/dev", "--bind", "/proc", "/proc", "--"]
    inner = [bwrap, *namespaces, "--ro-bind", "/", "/", *inside]
    return [*outer, *_as_nobody(inner)]


def without_sandbox(view: Path, limits: Limits, pipes: tuple[int, int]) -> list[str]:
    """Return the command that runs `runner.py` as the person who grades, with all that this person may do."""
    return _runner(
        f"{view}/course", f"{view}/libraries", tempfile.gettempdir(), limits, pipes
    )


def _runner(
    course: str, libraries: str, home: str, limits: Limits, pipes: tuple[int, int]
) -> list[str]:
    options = {
        "rlimits": limits.rlimits(),
        "characters": limits.characters,
        "pictures": limits.pictures,
        "home": home,
        "paths": [libraries, course],
    }
    python = [_interpreter(), "-I", "-S", "-B", f"{course}/runner.py"]
    return [*python, *map(str, pipes), json.dumps(options)]


def _namespaces() -> list[str]:
    return [
        *("--unshare-all", "--unshare-user", "--disable-userns"),
        *("--uid", "65534", "--gid", "65534", "--hostname", "sandbox"),
        *("--new-session", "--die-with-parent", "--clearenv"),
    ]


def _as_nobody(program: list[str]) -> list[str]:
    """Return the command for a user without rights; for all but root that is the command itself."""
    if os.geteuid() != 0:
        return program
    user = FIRST_USER + os.getpid() % USERS
    setpriv = shutil.which("setpriv") or "setpriv"
    ids = [f"--reuid={user}", f"--regid={user}", "--clear-groups"]
    return [setpriv, *ids, "--no-new-privs", "--bounding-set=-all", *program]


def _interpreter() -> str:
    """Return the program file of this Python, outside of any virtual environment."""
    return os.path.realpath(getattr(sys, "_base_executable", sys.executable))


def _places(view: Path) -> list[str]:
    """Return what of the host can be read inside: system libraries, Python, and the view."""
    arguments = ["--ro-bind", "/usr", "/usr", "--dir", HOME]
    for name in ("/bin", "/lib", "/lib64"):
        if os.path.islink(name):
            arguments += ["--symlink", os.readlink(name), name]
        elif os.path.isdir(name):
            arguments += ["--ro-bind", name, name]
    for path in ("/etc/ld.so.cache", "/etc/alternatives"):
        arguments += ["--ro-bind-try", path, path]
    if not sys.base_prefix.startswith("/usr"):
        # Parents would be as closed as they are outside.
        for parent in reversed(Path(sys.base_prefix).parents[:-1]):
            arguments += ["--perms", "0755", "--dir", str(parent)]
        arguments += ["--ro-bind", sys.base_prefix, sys.base_prefix]
    # Other people's libraries, which would answer the exercises.
    roots = {sys.base_prefix, "/usr", "/usr/local"}
    for root in roots:
        for found in glob.glob(f"{root}/lib/python3*/*-packages"):
            arguments += ["--tmpfs", found, "--remount-ro", found]
    arguments += ["--ro-bind", str(view / "course"), "/course"]
    arguments += ["--perms", "0755", "--dir", "/libraries"]
    for link in sorted((view / "libraries").iterdir()):
        arguments += ["--ro-bind", os.path.realpath(link), f"/libraries/{link.name}"]
    return arguments


def _inside(limits: Limits) -> list[str]:
    """Return what is made anew inside: processes, devices, an empty home; all else stays read-only."""
    environment = {
        "HOME": HOME,
        "USER": "student",
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "MPLBACKEND": "agg",
        "MPLCONFIGDIR": f"{HOME}/.matplotlib",
        "IPYTHONDIR": f"{HOME}/.ipython",
        # More threads than processors only wait for each other.
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }
    size = str(limits.scratch * 2**20)
    return [
        *("--proc", "/proc", "--dev", "/dev"),
        *("--size", str(2**20), "--tmpfs", "/dev/shm"),
        *("--size", size, "--tmpfs", HOME, "--chdir", HOME),
        *("--remount-ro", "/dev", "--remount-ro", "/"),
        *(part for item in environment.items() for part in ("--setenv", *item)),
    ]


def _processes() -> dict[int, tuple[int, int, int]]:
    """Return every process of the machine: its parent, threads, and bytes of memory."""
    found = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            with contextlib.suppress(OSError):
                text = Path(f"/proc/{name}/stat").read_text(encoding="latin-1")
                # A program's name can hold anything, brackets too; the last one ends it.
                fields = text.rpartition(")")[2].split()
                found[int(name)] = (
                    int(fields[1]),
                    int(fields[17]),
                    int(fields[21]) * PAGE,
                )
    return found


def descendants(process: int) -> list[int]:
    """Return the processes that a process started, and those that they started."""
    return _descendants(process, _processes())


def _descendants(process: int, table: dict[int, tuple[int, int, int]]) -> list[int]:
    children: dict[int, list[int]] = {}
    for child, (parent, *_) in table.items():
        children.setdefault(parent, []).append(child)
    found, waiting = [], [process]
    while waiting:
        of_this = children.get(waiting.pop(), [])
        found += of_this
        waiting += of_this
    return found


def usage(process: int) -> tuple[int, int]:
    """Return how many threads run below a process, and how many bytes they hold in memory."""
    table = _processes()
    below = [table[child] for child in _descendants(process, table)]
    return sum(threads for _, threads, _ in below), sum(m for *_, m in below)


def _wait_for_end(process: int, seconds: float = 5.0) -> None:
    """Wait for a process that was killed; the kernel takes a moment to clear a namespace."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            state = Path(f"/proc/{process}/stat").read_text(encoding="latin-1")
        except OSError:
            return
        if state.rpartition(")")[2].split()[0] == "Z":
            return
        time.sleep(0.005)
