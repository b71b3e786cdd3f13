"""Sandboxes: what a program inside can see, reach, change and use up."""

import base64
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from cnn_course.checks import filters as checks
from cnn_course.grading import sandbox, view
from cnn_course.grading.jail import Jail, _number_of
from cnn_course.grading.limits import Limits
from cnn_course.grading.processes import descendants, usage
from cnn_course.grading.sandbox import Sandbox
from cnn_course.grading.session import Session, Stopped
from tests.conftest import Starter, processes_below

pytestmark = pytest.mark.xdist_group("sandbox")
Look = Callable[[str], Any]
both_kinds = pytest.mark.parametrize("apart", [False, True], ids=["in a jail", "apart"])


def looking(session: Session) -> Look:
    """Return a function that runs a cell, and returns what the cell calls ``found``."""

    def look(source: str) -> Any:
        ran = session.run(dedent(source).strip())
        assert ran.error is None, ran.error
        session.begin()
        return session.get("found")

    return look


@pytest.fixture(scope="module", params=["in a jail", "apart"])
def inside(
    request: pytest.FixtureRequest, shown: Path, jail: Jail
) -> Iterator[Session]:
    """A session in each kind of sandbox, for all tests that only look."""
    starter = Starter(shown, jail)
    yield starter(apart=request.param == "apart")
    starter.close()


@pytest.fixture
def look(inside: Session) -> Look:
    return looking(inside)


class TestNetwork:
    def test_the_machines_own_sockets_are_not_there(self, look) -> None:
        name = f"\0cnn-course-{os.getpid()}"
        with (
            socket.create_server(("127.0.0.1", 0)) as server,
            socket.socket(socket.AF_UNIX) as abstract,
        ):
            abstract.bind(name)
            abstract.listen()
            port = server.getsockname()[1]
            found = look(f"""
                from socket import AF_UNIX, socket
                found = [socket().connect_ex(("127.0.0.1", {port})),
                         socket(AF_UNIX).connect_ex({name!r})]
            """)
        assert 0 not in found

    def test_there_is_no_way_out(self, look) -> None:
        found = look("""
            import socket
            found = []
            for kind, address in [(socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")]:
                for way in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
                    try: found.append(socket.socket(kind, way).connect_ex((address, 53)))
                    except OSError: found.append(-1)
            try: found.append(len(socket.getaddrinfo("example.org", 80)))
            except OSError: found.append("no name")
            found.append([name for _, name in socket.if_nameindex() if name != "lo"])
        """)
        assert 0 not in found[:4]
        assert found[4:] == ["no name", []]


class TestRights:
    def test_it_is_nobody_inside_and_outside(self, inside, look) -> None:
        own, users = look("import os; found = os.getpid(), [os.getuid(), os.getgid()]")
        assert 0 not in users
        outside = [
            status
            for number in processes_below(inside.sandbox.started.pid)
            for status in [Path(f"/proc/{number}/status").read_text("ascii")]
            if f"\t{own}\n"
            in status.partition("NSpid:")[2].splitlines(keepends=True)[0]
        ]
        assert outside
        for status in outside:
            about = dict(
                line.split(":\t") for line in status.splitlines() if ":\t" in line
            )
            assert "0" not in about["Uid"].split()
            assert about["NoNewPrivs"] == "1"
            held = {text for name, text in about.items() if name.startswith("Cap")}
            assert held == {"0" * 16}

    def test_it_gets_no_rights_and_no_namespaces(self, look) -> None:
        found = look("""
            import ctypes, os
            found = []
            calls = dict(setuid=(0,), setgid=(0,), setresuid=(0, 0, 0), setgroups=([0],))
            for name, given in calls.items():
                try: getattr(os, name)(*given); found.append(name)
                except OSError: pass
            libc = ctypes.CDLL(None)
            found += ["mount"] * (libc.mount(b"none", b"/tmp", b"tmpfs", 0, None) == 0)
            found += ["chroot"] * (libc.chroot(b"/tmp") == 0)
            found += ["hostname"] * (libc.sethostname(b"x", 1) == 0)
            for flag in (0x10000000, 0x20000, 0x20000000, 0x40000000, 0x10020000):
                found += [flag] * (libc.unshare(flag) == 0)
        """)
        assert found == []

    def test_it_sees_and_signals_its_own_processes_only(self, look) -> None:
        lines, signalled = look(f"""
            import os
            lines = []
            for pid in filter(str.isdigit, os.listdir("/proc")):
                with open(f"/proc/{{pid}}/cmdline", "rb") as file:
                    lines.append(file.read().decode())
            try: os.kill({os.getpid()}, 0); found = lines, True
            except ProcessLookupError: found = lines, False
        """)
        assert 1 <= len(lines) <= 3
        assert all("/course/" in line or "bwrap" in line for line in lines)
        assert not signalled

    def test_its_environment_is_empty(self, look) -> None:
        names, texts = look("""
            import glob, os
            texts = [open(path, "rb").read().decode() for path in glob.glob("/proc/[0-9]*/environ")
                     if os.access(path, os.R_OK)]
            found = [*os.environ], texts
        """)
        known = "HOME USER PATH LANG PWD MPLBACKEND MPLCONFIGDIR IPYTHONDIR"
        known += " TF_CPP_MIN_LOG_LEVEL OPENBLAS_NUM_THREADS OMP_NUM_THREADS"
        assert set(names) <= set(known.split())
        assert "HOME" in names
        assert not any("PYTEST" in text or "/root" in text for text in texts)

    def test_nothing_but_its_two_pipes_is_open(self, look) -> None:
        found = look("""
            import os
            found = []
            for name in os.listdir("/proc/self/fd"):
                try: found.append(os.readlink(f"/proc/self/fd/{name}"))
                except OSError: pass
        """)
        pipes = [text for text in found if text.startswith("pipe:")]
        assert len(pipes) == 2
        assert set(found) - {*pipes, "/dev/null"} == set()


class TestFiles:
    def test_only_the_system_and_the_view_are_there(self, look, tmp_path) -> None:
        (tmp_path / "gradebook.db").write_text("secret", encoding="utf-8")
        secrets = (
            "/etc/shadow /etc/passwd /home /work /var /run /mnt /sys /boot /opt /srv"
        )
        secrets += f" /root/.bashrc /root/.ssh {tmp_path} {__file__} {sys.prefix}"
        top, found = look(f"""
            import os
            found = os.listdir("/"), [*filter(os.path.exists, {secrets.split()})]
        """)
        known = "bin course dev etc lib lib32 lib64 libraries libx32 proc sbin tmp usr"
        assert set(top) <= {*known.split(), Path(sys.base_prefix).parts[1]}
        assert found == []

    def test_other_libraries_and_the_reference_are_not_there(self, look) -> None:
        found = look("""
            import os
            found, others = [], {"tensorflow", "scipy", "nbgrader", "torch", "keras"}
            for folder, folders, names in os.walk("/"):
                if folder == "/": folders.remove("proc")
                if os.path.basename(folder) in others and "__init__.py" in names:
                    found.append(folder)
                if folder.startswith("/course/cnn_course"):
                    for path in (os.path.join(folder, name) for name in names):
                        with open(path, "rb") as file: text = file.read()
                        if b"def conv2d" in text or b"CLAIMS" in text: found.append(path)
        """)
        assert found == []

    def test_nothing_but_the_home_can_be_written(self, look) -> None:
        found = look("""
            import os
            found = []
            for folder, folders, names in os.walk("/"):
                if folder == "/": folders.remove("proc")
                paths = [os.path.join(folder, name) for name in names]
                found += [path for path in paths if os.access(path, os.W_OK)]
                try: os.mkdir(folder + "/new"); os.rmdir(folder + "/new"); found.append(folder)
                except OSError: pass
            found = [os.path.realpath(path) for path in found]
        """)
        writable = {path for path in found if not path.startswith(("/tmp", "/dev/shm"))}
        devices = "null zero full random urandom tty ptmx pts/ptmx stdin stdout stderr"
        assert writable <= {f"/dev/{name}" for name in devices.split()}

    def test_the_machines_settings_cannot_be_written(self, look) -> None:
        found = look("""
            found = []
            for name in ("sys/kernel/core_pattern", "sysrq-trigger", "kcore", "self/uid_map",
                         "sys/user/max_user_namespaces", "1/oom_score_adj"):
                for mode in ("ab", "r+b"):
                    try:
                        with open(f"/proc/{name}", mode, 0) as file: file.write(b"0")
                        found.append(name)
                    except OSError: pass
        """)
        assert set(found) <= {"1/oom_score_adj"}

    @pytest.mark.parametrize(("place", "room"), [("/tmp", 64), ("/dev/shm", 1)])
    def test_there_is_little_room(self, look, place, room) -> None:
        found = look(f"""
            import os
            total = number = 0
            try:
                for number in range(90):
                    with open(f"{place}/big{{number}}", "wb", buffering=0) as file:
                        total += file.write(bytes(2**20))
            except OSError: pass
            for i in range(number + 1): os.remove(f"{place}/big{{i}}")
            found = total
        """)
        assert found <= room * 2**20

    def test_files_are_few_however_small(self, start) -> None:
        # Apart, bubblewrap sets no such limit; the time for a cell does.
        look = looking(start(False))
        found = look("""
            import os, shutil
            os.mkdir("/tmp/many")
            try:
                for found in range(30_000):
                    os.close(os.open(f"/tmp/many/{found}", os.O_CREAT | os.O_WRONLY))
            except OSError: pass
            shutil.rmtree("/tmp/many")
        """)
        assert found < 20_000

    @both_kinds
    def test_nothing_can_be_left_for_another_notebook(self, start, apart) -> None:
        first, second = (looking(start(apart)) for _ in range(2))
        first("""
            import ctypes
            found = [open(place + "/note", "w").close() for place in ("/tmp", "/dev/shm")]
            libc = ctypes.CDLL(None)
            for ring in (-3, -4, -5):  # add_key, and all rights on it
                libc.syscall(250, 5, libc.syscall(248, b"user", b"note", b"x", 1, ring), 0x3F3F3F3F)
        """)
        found = second("""
            import os
            keys = open("/proc/keys").read() if os.path.exists("/proc/keys") else ""
            found = os.path.exists("/tmp/note"), os.listdir("/dev/shm"), "note" in keys
        """)
        assert found == (False, [], False)


class TestImports:
    @pytest.mark.parametrize(
        "name", ["conv", "pool", "layers", "network", "losses", "grading", "im2col"]
    )
    def test_the_reference_says_why_it_is_closed(self, inside, name) -> None:
        error = inside.run(f"import cnn_course.{name}").error
        assert type(error) is ImportError
        assert f"cnn_course.{name} is not there while your work is graded" in str(error)

    def test_what_a_locked_cell_imports_of_the_reference_is_open(
        self, tmp_path: Path
    ) -> None:
        cells = ["from cnn_course import layers\nfrom cnn_course.checks import padding"]
        view.make(tmp_path / "view", cells)
        course = tmp_path / "view" / "course" / "cnn_course"
        assert (course / "layers" / "weights.py").exists()
        assert "raise ImportError" not in (course / "conv.py").read_text()
        for closed in ("losses", "optimizers", "network", "training", "grading"):
            assert "raise ImportError" in (course / f"{closed}.py").read_text()
        assert (course / "data" / "mnist.npz").exists()
        assert not list((course / "data").glob("*.py"))
        stubs = {path.read_text() for path in (course / "checks").glob("[a-z]*.py")}
        assert stubs == {view.CHECKS}

    @pytest.mark.parametrize(
        "name", ["tensorflow", "scipy", "nbgrader", "torch", "pip"]
    )
    def test_other_libraries_are_not_there(self, inside, name) -> None:
        error = inside.run(f"import {name}").error
        assert type(error).__name__ == "ModuleNotFoundError"

    def test_of_checks_only_what_the_task_shows_is_there(self, inside, look) -> None:
        source = "from cnn_course.checks import filters as checks\n"
        found = look(f"{source}found = checks.FIRST_IMAGE, [*vars(checks)]")
        assert found[0].tolist() == checks.FIRST_IMAGE.tolist()
        ours = {name for name in vars(checks) if name[0] != "_"}
        assert ours & set(found[1]) <= {"FIRST_IMAGE", "np"}
        shown = inside.run("checks.check_to_image(1)").shown
        assert shown == [("stdout", "This check runs in the grader.\n")]

    @pytest.mark.parametrize(
        "thing",
        ["convolution import CLAIMS", "core import name_mistake", "mistakes import x"],
    )
    def test_what_checks_know_cannot_be_imported(self, inside, thing) -> None:
        error = inside.run(f"from cnn_course.checks.{thing}").error
        assert type(error).__name__ in ("ImportError", "ModuleNotFoundError")

    def test_what_students_may_use_works(self, inside) -> None:
        ran = inside.run(
            "import numpy as np, matplotlib.pyplot as plt\n"
            "from cnn_course import datasets, filters, visualize\n"
            "images = datasets.load('fashion_mnist').x_train\n"
            "plt.imshow(images[0]); display(plt.gcf())\nimages.shape[1:]"
        )
        assert ran.error is None
        assert [kind for kind, _ in ran.shown] == ["picture", "result"]
        assert base64.b64decode(ran.shown[0][1]).startswith(b"\x89PNG\r\n\x1a\n")
        assert ran.shown[1][1] == "(28, 28)"


def is_alive(process: int) -> bool:
    try:
        text = Path(f"/proc/{process}/stat").read_text(encoding="latin-1")
    except OSError:
        return False
    return text.rpartition(")")[2].split()[0] != "Z"


def left(processes: set[int]) -> set[int]:
    """Return which processes do not end within some seconds."""
    end = time.monotonic() + 3
    while (found := set(filter(is_alive, processes))) and time.monotonic() < end:
        time.sleep(0.01)
    return found


class TestLimits:
    @pytest.fixture(params=["in a jail", "apart"])
    def little(self, request, shown: Path) -> Iterator[Session]:
        limits = Limits(processes=16, memory=900, scratch=8)
        jail = Jail(shown, limits, []) if request.param == "in a jail" else None
        box = Sandbox(shown, limits, jail)
        yield Session(box, limits)
        box.close()
        if jail:
            jail.close()

    def test_are_those_that_were_set(self, little) -> None:
        found = looking(little)("""
            import os, resource, time
            room = os.statvfs("/tmp"); found = [room.f_blocks * room.f_frsize]
            try: x = bytearray(3000 * 2**20)  # 900, and what libraries may reserve
            except MemoryError: found.append("memory")
            for name in ("AS", "NPROC", "FSIZE", "NOFILE", "CORE"):
                number = getattr(resource, f"RLIMIT_{name}")
                most = resource.getrlimit(number)[1]
                try: resource.setrlimit(number, (most + 1, most + 1)); found.append(name)
                except (ValueError, OSError): pass
            number = 0
            try:
                for number in range(60):
                    if os.fork() == 0: time.sleep(9); os._exit(0)
            except OSError: found.append(2 <= number <= 16)
        """)
        assert found == [8 * 2**20, "memory", True]

    @both_kinds
    def test_kill_ends_everything_at_once(self, start, apart) -> None:
        before = processes_below(os.getpid())
        session = start(apart)
        looking(session)("""
            import os, signal, time
            for number in range(1, 32):
                if number not in (9, 19): signal.signal(number, signal.SIG_IGN)
            for _ in range(4):
                if os.fork() == 0:
                    os.setsid()
                    if os.fork() == 0: time.sleep(600)
                    os._exit(0)
            found = 1
        """)
        inside = processes_below(os.getpid()) - before
        assert len(inside) >= 5
        session.sandbox.kill("It was enough.")
        session.sandbox.kill("And again.")
        assert left(inside) == set()
        with pytest.raises(Stopped, match=r"^It was enough\.$"):
            session.get("x")

    def test_a_session_without_a_sandbox_works_too(self, start) -> None:
        session = start(unsafe=True)
        home = looking(session)(
            "import os, numpy as np; found = os.getcwd(), np.ones(2)"
        )
        assert home[1].tolist() == [1, 1]
        start.close()
        assert not Path(home[0]).exists()

    def test_a_jail_outlives_the_notebooks_in_it(self, start, jail) -> None:
        for _ in range(3):
            with pytest.raises(Stopped):
                start().run("import os; os._exit(1)")
        assert jail.alive()
        assert looking(start())("found = 5") == 5

    def test_a_jails_end_is_the_end_of_its_notebooks(self, shown) -> None:
        before = processes_below(os.getpid())
        jail = Jail(shown, Limits(), [])
        session = Session(Sandbox(shown, Limits(), jail), Limits())
        inside = processes_below(os.getpid()) - before
        jail.close()
        with pytest.raises(Stopped):
            session.run("import time; time.sleep(5)")
        session.sandbox.close()
        assert left(inside) == set()

    @both_kinds
    def test_the_graders_end_is_the_end_of_its_sandboxes(self, shown, apart) -> None:
        program = [sys.executable, "-c", GRADER, str(shown), "apart" * apart]
        with subprocess.Popen(program, stdout=subprocess.PIPE) as grader:
            assert grader.stdout.readline() == b"ready\n"
            inside = processes_below(grader.pid)
            assert len(inside) >= 3
            grader.kill()
        alive = left(inside)
        for process in alive:
            os.kill(process, signal.SIGKILL)
        assert alive == set()

    @both_kinds
    @pytest.mark.skipif(os.geteuid() != 0, reason="needs root")
    def test_it_starts_where_hardly_anything_else_runs(self, shown, apart) -> None:
        # The lowest numbers of processes are used up, and belong to none.
        used = "import subprocess\nfor _ in range(20): subprocess.run('true')\n"
        alone = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc"]
        program = [*alone, sys.executable, "-c", used + GRADER]
        program += [str(shown), "apart" * apart]
        with subprocess.Popen(program, stdout=subprocess.PIPE) as grader:
            assert grader.stdout.readline() == b"ready\n"
            grader.kill()


GRADER = """
import sys, threading
from pathlib import Path
from cnn_course.grading.limits import Limits
from cnn_course.grading.sandbox import Jail, Sandbox
from cnn_course.grading.session import Session
view, limits = Path(sys.argv[1]), Limits()
jail = None if sys.argv[2] else Jail(view, limits, [])
session = Session(Sandbox(view, limits, jail), limits)
# A program that is asked nothing any more would end by itself.
threading.Timer(0.3, lambda: print("ready", flush=True)).start()
session.run("import time; time.sleep(60)")
"""


class TestMissing:
    def test_nothing_is_missing_where_the_other_tests_ran(self, shown) -> None:
        assert sandbox.missing() is None

    def test_another_system_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", "darwin")
        assert "needs Linux" in sandbox.missing()

    def test_missing_bubblewrap_is_answered_by_how_to_install_it(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(shutil, "which", lambda _: None)
        assert "apt-get install bubblewrap" in sandbox.missing()
        assert "\n" not in sandbox.missing()

    def test_a_machine_without_namespaces_is_told_why(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        bwrap = tmp_path / "bwrap"
        bwrap.write_text("#!/bin/sh\necho no permissions >&2\nexit 1\n", "utf-8")
        bwrap.chmod(0o755)
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(shutil, "which", lambda _: str(bwrap))
        assert "no permissions" in sandbox.missing()


@pytest.mark.parametrize("process", [-1, 0, 1])
def test_the_machines_own_processes_are_never_taken_for_a_sandbox(process) -> None:
    with pytest.raises(ValueError, match="the machine's, not a sandbox's"):
        descendants(process)
    with pytest.raises(ValueError, match="the machine's, not a sandbox's"):
        usage(process)


def test_a_sandbox_that_ends_as_it_starts_has_no_number() -> None:
    child = subprocess.Popen(["true"])
    file = os.pidfd_open(child.pid)
    child.wait()
    try:
        with pytest.raises(OSError, match="ended as it started"):
            _number_of(file)
    finally:
        os.close(file)
