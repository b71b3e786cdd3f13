"""A sandbox for a stranger's program: bubblewrap around Python, and a watch over what runs in it.

Inside there is no network and nothing of the host but a read-only system: own user, process, IPC and mount
namespaces, an empty home in memory, a cleared environment. Started by root, the program still runs as a
user without rights and without an account, because limits do not bind root.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from cnn_course.grading import bubblewrap
from cnn_course.grading.jail import Jail, Started
from cnn_course.grading.limits import Limits
from cnn_course.grading.processes import descendants, kill_all, usage, wait_for_end

INSTALL = "install it (Debian, Ubuntu: apt-get install bubblewrap; Fedora: dnf install bubblewrap)"


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
    trial = [bwrap, *bubblewrap.namespaces(), "--ro-bind", "/", "/", "true"]
    trial = bubblewrap.as_nobody(trial)
    ran = subprocess.run(trial, capture_output=True, text=True, check=False)
    if ran.returncode:
        return f"bubblewrap cannot make user namespaces here: {ran.stderr.strip()}"
    return None


class Sandbox:
    """One sandbox, from its start to its end; `requests` and `answers` are its two pipes.

    ``ended`` says why it was stopped, once it was.

    Args:
        view: what it shows, made by `view.make`.
        jail: makes the sandbox, faster than one that has to import everything first; what the kernel
            limits is as the jail was told.
        unsafe: no sandbox at all.
    """

    def __init__(
        self,
        view: Path,
        limits: Limits,
        jail: Jail | None = None,
        unsafe: bool = False,
    ) -> None:
        self.limits, self.ended = limits, ""
        read, self.requests = os.pipe()
        self.answers, write = os.pipe()
        try:
            if jail is not None:
                self.started = jail.start(read, write)
            else:
                self.started = _start(view, limits, (read, write), unsafe)
        except OSError as error:
            os.close(self.requests)
            os.close(self.answers)
            raise SandboxError(f"The sandbox did not start: {error}.") from error
        finally:
            os.close(read)
            os.close(write)
        self._stop = threading.Event()
        self._watch = threading.Thread(target=self._keep_limits, daemon=True)
        self._watch.start()

    def _keep_limits(self) -> None:
        """Stop the sandbox when all its processes together use more than they may."""
        most = self.limits.memory * 2**20
        while not self._stop.wait(0.1):
            threads, memory = usage(self.started.pid)
            if memory > most:
                used = f"used more than {self.limits.memory} MB of memory"
                return self.kill(f"It {used}, and was stopped.")
            # The kernel's own limit comes first, except where it does not bind.
            if threads > self.limits.processes + 8:
                used = f"ran more than {self.limits.processes} processes"
                return self.kill(f"It {used}, and was stopped.")

    def kill(self, why: str) -> None:
        """Stop everything that runs inside, now."""
        self.ended = self.ended or why
        inside = descendants(self.started.pid)
        self.started.kill()
        kill_all(inside)

    def close(self) -> None:
        """End the sandbox, and wait until nothing of it is left."""
        inside = descendants(self.started.pid)
        self._stop.set()
        self.kill("It was closed.")
        for pipe in (self.requests, self.answers):
            os.close(pipe)
        self.started.wait()
        self._watch.join()
        for process in inside:
            wait_for_end(process)

    def failure(self) -> str:
        """Return what was said by a sandbox that could not start."""
        return self.started.failure()


class _Process(Started):
    """A sandbox that is a process of ours."""

    def __init__(self, process: subprocess.Popen, home: str | None) -> None:
        self.process, self.pid, self.home = process, process.pid, home

    def kill(self) -> None:
        self.process.kill()

    def wait(self) -> None:
        self.process.wait()
        self.process.stderr.close()
        if self.home is not None:
            shutil.rmtree(self.home, ignore_errors=True)

    def failure(self) -> str:
        self.process.wait(timeout=5)
        return self.process.stderr.read(2000).decode(errors="replace").strip()


def _start(
    view: Path, limits: Limits, pipes: tuple[int, int], unsafe: bool
) -> _Process:
    home = tempfile.mkdtemp() if unsafe else None
    more = {"home": home} if home else {}
    options = bubblewrap.options(view if unsafe else None, limits, **more)
    program = ["runner.py", *map(str, pipes), options]
    command = (
        bubblewrap.without_sandbox(view, program)
        if unsafe
        else bubblewrap.command(view, limits, program, fork=False)
    )
    return _Process(bubblewrap.start(command, pipes), home)


if __name__ == "__main__":
    sys.exit(missing())
