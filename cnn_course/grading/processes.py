"""Processes of this machine, read from /proc: who started whom, and what they use."""

import contextlib
import os
import signal
import time
from collections.abc import Iterable
from pathlib import Path

PAGE = os.sysconf("SC_PAGE_SIZE")


def _processes() -> dict[int, tuple[int, int, int]]:
    """Return every process of the machine: its parent, threads, and bytes of memory."""
    found: dict[int, tuple[int, int, int]] = {}
    # On another system than Linux nothing is watched.
    if not os.path.isdir("/proc"):
        return found
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
    if process <= 1:
        raise ValueError(f"Process {process} is the machine's, not a sandbox's.")
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
    """Return how many threads run in a process and below it, and how many bytes they hold in memory."""
    table = _processes()
    below = [table[child] for child in _descendants(process, table)]
    below += [table[process]] if process in table else []
    return sum(threads for _, threads, _ in below), sum(m for *_, m in below)


def kill_all(processes: Iterable[int]) -> None:
    """Kill processes, those that have ended already left out."""
    for process in processes:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(process, signal.SIGKILL)


def wait_for_end(process: int, seconds: float = 5.0) -> None:
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
