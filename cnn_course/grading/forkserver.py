"""Inside: a Python that has imported what an assignment needs, and forks itself into new sandboxes.

Importing takes most of the time of a short notebook. This process runs no code of a student's. It lives in
a sandbox of bubblewrap's; for each notebook it forks a child that leaves even this one behind: new user,
process, mount, network and IPC namespaces, an empty home, no rights and no way to get any. If a step fails,
the child ends before it has read anything of a student's.

Started as ``python forkserver.py CONTROL OPTIONS``.
"""

import contextlib
import ctypes
import importlib
import json
import os
import random
import signal
import socket
import sys
from pathlib import Path
from typing import Any, NoReturn

NEW_NAMESPACES = (
    0x10000000  # user
    | 0x00020000  # mounts
    | 0x20000000  # processes
    | 0x40000000  # network
    | 0x08000000  # IPC
    | 0x04000000  # host name
)
# Of mount(2); the last one recursive.
NOSUID, NODEV, NOEXEC, PRIVATE = 2, 4, 8, 0x44000
# Of prctl(2).
PARENT_DEATH, SET_NO_NEW_PRIVS, DROP_FROM_BOUNDS = 1, 38, 24
AMBIENT, CLEAR_AMBIENT = 47, 4
CAPABILITIES = 0x20080522  # version 3 of the call, with 64 bits in two halves
ROOM_FOR_SHARED_MEMORY = 2**20  # bytes of /dev/shm
FILES = 4096  # of a home: a file takes memory of the kernel's however small it is


class _Head(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Half(ctypes.Structure):
    _fields_ = tuple(
        (name, ctypes.c_uint32) for name in ("effective", "permitted", "inheritable")
    )


_libc = ctypes.CDLL(None, use_errno=True)


def _do(name: str, *arguments: Any) -> None:
    """Call a function of the C library, and raise OSError if it fails."""
    if getattr(_libc, name)(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")


def _mount(kind: str, place: str, flags: int, data: str = "") -> None:
    texts = (kind, place, kind)
    _do("mount", *(t.encode() for t in texts), ctypes.c_ulong(flags), data.encode())


def enter_namespaces() -> None:
    """Leave everything shared behind; afterwards a fork begins a world of its own."""
    user, group = os.getuid(), os.getgid()
    _do("unshare", NEW_NAMESPACES)
    Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="ascii")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="ascii")


def furnish(home: str, size: int) -> None:
    """Mount an empty home, and a /proc that shows the new world only."""
    _mount("none", "/", PRIVATE)
    rights = f"size={size},nr_inodes={FILES},mode=0700"
    _mount("tmpfs", home, NOSUID | NODEV, rights)
    size = ROOM_FOR_SHARED_MEMORY
    _mount("tmpfs", "/dev/shm", NOSUID | NODEV, f"size={size},nr_inodes=64,mode=0700")
    _mount("proc", "/proc", NOSUID | NODEV | NOEXEC)
    Path("/proc/sys/user/max_user_namespaces").write_text("0", encoding="ascii")


def give_up_rights() -> None:
    """Drop every capability for good, and make sure of it."""
    _do("prctl", SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    for capability in range(64):
        _libc.prctl(DROP_FROM_BOUNDS, capability, 0, 0, 0)  # fails where there is none
    _libc.prctl(AMBIENT, CLEAR_AMBIENT, 0, 0, 0)
    _do("capset", ctypes.byref(_Head(CAPABILITIES, 0)), (_Half * 2)())
    status = Path("/proc/self/status").read_text(encoding="ascii")
    about = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)
    held = [about[name] for name in ("CapEff", "CapPrm", "CapInh", "CapBnd", "CapAmb")]
    if any(int(text, 16) for text in held) or about["NoNewPrivs"].strip() != "1":
        raise PermissionError("Rights are left.")


def _new_sandbox(control: socket.socket, pipes: list[int], options: dict) -> NoReturn:
    """Become a sandbox: a process that waits, and the one that it waits for, which runs the notebook."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    enter_namespaces()
    child = os.fork()
    if child == 0:
        control.close()
        os.setsid()
        _do("prctl", PARENT_DEATH, signal.SIGKILL, 0, 0, 0)
        furnish(options["home"], options["scratch"])
        give_up_rights()
        random.seed()
        sys.modules["numpy"].random.seed()
        import runner  # noqa: PLC0415 -- imported already, by `prepare`

        runner.serve(*pipes, options)
    for pipe in pipes:
        os.close(pipe)
    with contextlib.suppress(OSError):
        socket.send_fds(control, [b"started"], [os.pidfd_open(child)])
    control.close()
    os.waitpid(child, 0)
    os._exit(0)


def prepare(modules: list[str]) -> None:
    """Import what notebooks will import; what cannot be imported will say so there."""
    for name in ["runner", "shell", *modules]:
        with contextlib.suppress(Exception):
            importlib.import_module(name)


def main() -> None:
    """Prepare, then fork a sandbox for each pair of pipes that comes over the control socket."""
    control = socket.socket(fileno=int(sys.argv[1]))
    options = json.loads(sys.argv[2])
    sys.path += options["paths"]
    prepare(options["modules"])
    # The kernel clears dead children away.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    control.send(b"ready")
    while True:
        message, pipes, _, _ = socket.recv_fds(control, 16, 2)
        if not message:
            return
        if os.fork() == 0:
            try:
                _new_sandbox(control, pipes, options)
            finally:
                os._exit(1)
        for pipe in pipes:
            os.close(pipe)


if __name__ == "__main__":
    main()
