"""Reach what lies outside of the sandbox: files, processes, networks, devices, rights."""

from tests.attacks import HandIn, attack

# Each line calls `escaped` for what it must not get; what is refused raises OSError.
LIBC = "libc = ctypes.CDLL(None, use_errno=True)\n"


def each(hand_in: HandIn, *attempts: str) -> None:
    """Try one thing after the other; an error of one does not stop the next."""
    hand_in.probe(
        LIBC
        + "\n".join(
            f"with contextlib.suppress(Exception):\n    {attempt}"
            for attempt in attempts
        )
    )


def _read(path: str) -> str:
    return f"len(open({path!r}, 'rb').read(64)) and escaped({path!r})"


@attack("escape")
def files_of_the_host(hand_in: HandIn) -> None:
    """Read passwords, keys, and the homes of people."""
    paths = ("/etc/shadow", "/etc/sudoers", "/root/.bashrc", "/etc/ssh/ssh_config")
    each(
        hand_in,
        *map(_read, paths),
        *(
            f"any(not sys.base_prefix.startswith({place!r} + n) for n in os.listdir({place!r}))"
            f" and escaped({place!r})"
            for place in ("/root/", "/home/", "/var/lib/", "/opt/")
        ),
        f"os.path.exists({str(hand_in.class_folder)!r}) and escaped('the class')",
        f"os.path.exists({str(hand_in.file)!r}) and escaped('the submission')",
    )


@attack("escape")
def other_processes(hand_in: HandIn) -> None:
    """Read the variables and the memory of the other processes."""
    hand_in.probe(
        """
        for number in filter(str.isdigit, os.listdir("/proc")):
            with contextlib.suppress(OSError):
                place = pathlib.Path("/proc", number)
                if any(w in (place / "cmdline").read_bytes() for w in (b"pytest", b"nbgrader")):
                    escaped(f"the command of process {number} is seen")
                if b"CNN_COURSE_SEED" in (place / "environ").read_bytes():
                    escaped(f"the variables of process {number} are seen")
                rights = (place / "status").read_text().split("CapPrm:")[1].split()[0]
                if int(rights, 16):  # a process of its own sandbox has none either
                    open(place / "mem", "rb+").close()
                    escaped(f"the memory of process {number}, with rights {rights}")
        """
    )


@attack("escape")
def root_of_another_process(hand_in: HandIn) -> None:
    """Look for the host's files behind the processes that have them."""
    hand_in.probe(
        """
        for number in filter(str.isdigit, os.listdir("/proc")):
            for link in ("root", "cwd", *(f"fd/{n}" for n in range(64))):
                for path in ("etc/shadow", "etc/passwd", "work", "../../../etc/shadow"):
                    with contextlib.suppress(OSError):
                        os.stat(f"/proc/{number}/{link}/{path}")
                        escaped(f"/proc/{number}/{link}/{path}")
        """
    )


@attack("escape")
def scratch_of_others(hand_in: HandIn) -> None:
    """Look for files of other runs, and leave some for them."""
    hand_in.probe(
        """
        places = ("/tmp", "/var/tmp", "/dev/shm", "/run", "/run/user", os.getcwd())
        for place in set(map(os.path.realpath, places)):
            with contextlib.suppress(OSError):
                if os.path.exists(os.path.join(place, "left.by.an.attack")):
                    escaped(f"{place} is shared between runs")
                pathlib.Path(place, "left.by.an.attack").write_text("x")
        """
    )


@attack("escape")
def kernel_connection_file(hand_in: HandIn) -> None:
    """Find the file with the address and the key of the kernel, which let one forge messages."""
    hand_in.probe(
        """
        places = [f"{home}/.local/share/jupyter/runtime" for home in ("/root", os.path.expanduser("~"))]
        for place in [*places, "/tmp", "/run/user", os.environ.get("JUPYTER_RUNTIME_DIR", "/")]:
            for file in pathlib.Path(place).glob("kernel-*.json"):
                with contextlib.suppress(OSError):
                    escaped(f"the key of a kernel: {file.read_text()[:20]}")
        """
    )


@attack("escape")
def network(hand_in: HandIn) -> None:
    """Connect to this machine, to names and to addresses outside."""
    hand_in.probe(
        """
        socket.setdefaulttimeout(0.3)
        if [name for _, name in socket.if_nameindex() if name != "lo"]:
            escaped("there is a network interface")
        for address in [("127.0.0.1", port) for port in (22, 53, 80, 631, 5432, 8888)] + [
                ("1.1.1.1", 53), ("169.254.169.254", 80), ("10.0.0.1", 80)]:
            with contextlib.suppress(OSError):
                socket.create_connection(address).close()
                escaped(f"connected to {address}")
        with contextlib.suppress(OSError):
            socket.getaddrinfo("example.org", 80)
            escaped("a name was looked up")
        """
    )


@attack("escape")
def sockets_of_the_host(hand_in: HandIn) -> None:
    """Connect to the services that listen on this machine: containers, desktop, abstract names."""
    hand_in.probe(
        """
        listed = pathlib.Path("/proc/net/unix").read_text().split()
        names = ["\\0" + name[1:] for name in listed if name.startswith("@")]
        names += ["/run/docker.sock", "/var/run/docker.sock", "/run/dbus/system_bus_socket",
                  "/run/systemd/private", "/tmp/.X11-unix/X0", "\\0/tmp/.X11-unix/X0",
                  "/run/containerd/containerd.sock", *glob.glob("/run/**/*.sock", recursive=True)]
        for name in names:
            with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as end:
                end.connect(name)
                escaped(f"connected to {name!r}")
        """
    )


@attack("escape")
def raw_sockets(hand_in: HandIn) -> None:
    """Open sockets below TCP, and talk to the kernel's tables."""
    each(
        hand_in,
        "socket.socket(socket.AF_INET, socket.SOCK_RAW, 1) and escaped('a raw socket')",
        "socket.socket(socket.AF_PACKET, socket.SOCK_RAW) and escaped('packets')",
        "socket.socket(40, socket.SOCK_STREAM).connect((2, 22)) or escaped('vsock')",
    )


@attack("escape")
def system_files(hand_in: HandIn) -> None:
    """Write where programs, libraries and the runner itself are kept."""
    hand_in.probe(
        """
        import cnn_course
        places = {"/", "/usr", "/usr/bin", "/etc", "/usr/lib", "/opt", "/var", sys.base_prefix,
                  os.path.dirname(np.__file__), os.path.dirname(cnn_course.__file__),
                  *filter(os.path.isdir, sys.path)} - {"", os.getcwd()}
        for place in places:
            with contextlib.suppress(OSError):
                file = pathlib.Path(place, "attacked.py")
                file.touch()
                file.unlink()
                escaped(f"{place} can be written to")
            with contextlib.suppress(OSError):
                os.chmod(place, os.stat(place).st_mode)
                escaped(f"the rights of {place} can be changed")
        """
    )
