"""The command line of bubblewrap: what of the machine a sandbox shows, and what it does not."""

import glob
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from cnn_course.grading.limits import Limits

HOME = "/tmp"
# Linux keeps these numbers for users that exist only while a service runs (systemd's DynamicUser).
FIRST_USER, USERS = 61184, 4336


def command(view: Path, limits: Limits, program: list[str], fork: bool) -> list[str]:
    """Return the command that runs a program of the view in a sandbox.

    Args:
        program: arguments to Python, the file's name first.
        fork: whether the program makes further sandboxes inside.

    Raises:
        FileNotFoundError: bubblewrap is not installed.
    """
    bwrap = shutil.which("bwrap")
    if bwrap is None:
        raise FileNotFoundError("bubblewrap is missing")
    places, apart = _places(view), namespaces(fork)
    inside = [*_inside(limits), "--", *python("/course", program)]
    if os.geteuid() != 0:
        return [bwrap, *apart, *places, *inside]
    # Root hands over what a user without rights could not reach (a Python in /root), then gives its
    # rights up, and that user builds the sandbox.
    # Its own process namespace ends with it, whoever the processes in it belong to.
    outer = [bwrap, "--die-with-parent", "--unshare-pid", *places]
    outer += ["--dev-bind", "/dev", "/dev", "--ro-bind", "/proc", "/proc", "--"]
    # bwrap looks its child up in /proc by number, and the machine's own /proc has other numbers.
    outer += [shutil.which("unshare") or "unshare", "--mount-proc"]
    return [*outer, *as_nobody([bwrap, *apart, "--ro-bind", "/", "/", *inside])]


def without_sandbox(view: Path, program: list[str]) -> list[str]:
    """Return the command that runs a program as the person who grades, with all that this person may do."""
    return python(str(view / "course"), program)


def python(course: str, program: list[str]) -> list[str]:
    """Return the command for Python without its own settings and libraries."""
    return [_interpreter(), "-I", "-S", "-B", f"{course}/{program[0]}", *program[1:]]


def options(view: Path | None, limits: Limits, **more: Any) -> str:
    """Return what a program inside has to know; ``view`` is where it lies if there is no sandbox."""
    return json.dumps(
        {
            "rlimits": limits.rlimits(),
            "scratch": limits.scratch * 2**20,
            "characters": limits.characters,
            "pictures": limits.pictures,
            "sandboxed": view is None,
            "home": HOME,
            "paths": [f"{view}/libraries", f"{view}/course"]
            if view
            else ["/libraries", "/course"],
            **more,
        }
    )


def namespaces(fork: bool = False) -> list[str]:
    """Return what a sandbox has of its own; a fork server's children make new ones in turn."""
    return [
        *("--unshare-all", "--unshare-user", *(() if fork else ("--disable-userns",))),
        *("--uid", "65534", "--gid", "65534", "--hostname", "sandbox"),
        *("--new-session", "--die-with-parent", "--clearenv"),
    ]


def as_nobody(program: list[str]) -> list[str]:
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
    for path in (sys.prefix, str(Path(__file__).parents[2])):
        if path.startswith("/usr/") and path != sys.base_prefix:
            arguments += ["--tmpfs", path, "--remount-ro", path]
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


def start(command: list[str], files: tuple[int, ...]) -> subprocess.Popen:
    """Start a sandbox's command, with some of our open files and nothing else of ours."""
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        pass_fds=files,
        env={"PATH": os.defpath, "MPLBACKEND": "agg"},
        start_new_session=True,
    )
