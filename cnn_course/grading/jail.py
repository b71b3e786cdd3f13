"""A jail: one bubblewrap around a fork server, which makes a new sandbox inside for each notebook.

Each notebook's sandbox has namespaces of its own within the jail's, so that a way out of it would lead into
another empty room: the jail has no network, no files of the host, and nothing of other students'.
"""

import contextlib
import os
import re
import select
import signal
import socket
import subprocess
import weakref
from abc import ABC, abstractmethod
from pathlib import Path

from cnn_course.grading import bubblewrap
from cnn_course.grading.limits import Limits
from cnn_course.grading.processes import descendants, kill_all, wait_for_end

SECONDS = 60  # to import even large libraries


class Started(ABC):
    """A sandbox that runs; ``pid`` is its first process."""

    pid: int

    @abstractmethod
    def kill(self) -> None:
        """Stop it now."""

    @abstractmethod
    def wait(self) -> None:
        """Wait until it has ended, and let go of it."""

    @abstractmethod
    def failure(self) -> str:
        """Return what it said when it could not start."""


class Jail:
    """A fork server in its sandbox; ``close()`` ends it, and every sandbox in it.

    Args:
        view: what it shows, made by `view.make`.
        modules: what it imports at once, for all notebooks.

    Raises:
        OSError: it does not start.
    """

    def __init__(self, view: Path, limits: Limits, modules: list[str]) -> None:
        self.control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.control.settimeout(SECONDS)
        options = bubblewrap.options(None, limits, modules=modules)
        program = ["forkserver.py", str(theirs.fileno()), options]
        command = bubblewrap.command(view, limits, program, fork=True)
        self.process = bubblewrap.start(command, (theirs.fileno(),))
        theirs.close()
        # Also where nobody closes it: a thread of a pool ends without a word.
        self.close = weakref.finalize(self, _end, self.process, self.control)
        if self.control.recv(16) != b"ready":
            raise OSError(f"the jail ended: {self._said()}")

    def start(self, read: int, write: int) -> "_Inside":
        """Make a sandbox that reads requests and writes answers.

        Raises:
            OSError: the jail has ended, or this machine allows no sandbox within a sandbox.
        """
        socket.send_fds(self.control, [b"start"], [read, write])
        _, files, _, _ = socket.recv_fds(self.control, 16, 1)
        if not files:
            raise OSError(f"the jail ended: {self._said()}")
        return _Inside(files[0])

    def _said(self) -> str:
        self.process.kill()
        return self.process.stderr.read(2000).decode(errors="replace").strip()

    def alive(self) -> bool:
        """Return whether it can make sandboxes."""
        return self.process.poll() is None


def _end(process: subprocess.Popen, control: socket.socket) -> None:
    """End a jail, and every sandbox in it."""
    control.close()
    inside = descendants(process.pid)
    # All at once: left to itself, the end passes from one to the next for seconds.
    kill_all((process.pid, *inside))
    process.wait()
    process.stderr.close()
    for number in inside:
        wait_for_end(number)


class _Inside(Started):
    """A sandbox in a jail, known by a descriptor that stands for its first process."""

    def __init__(self, file: int) -> None:
        self.file = file
        try:
            self.pid = _number_of(file)
        except OSError:
            os.close(file)
            raise

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            signal.pidfd_send_signal(self.file, signal.SIGKILL)

    def wait(self) -> None:
        select.select([self.file], [], [], 10)
        os.close(self.file)

    def failure(self) -> str:
        return ""


def _number_of(file: int) -> int:
    """Return the number of the process that a descriptor stands for, as this machine counts."""
    text = Path(f"/proc/self/fdinfo/{file}").read_text(encoding="ascii")
    # -1 or 0 means that it has ended. Below process 0 is every process of the machine.
    found = re.search(r"^Pid:\s*(\d+)$", text, flags=re.M)
    if found is None or int(found[1]) <= 1:
        raise OSError("the sandbox ended as it started")
    return int(found[1])
