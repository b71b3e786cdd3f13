"""Get rights that a student's program has not: users, namespaces, devices, settings."""

from tests.attacks import HandIn, attack
from tests.attacks.escape import LIBC, each


@attack("escape")
def rights(hand_in: HandIn) -> None:
    """Look for root, for capabilities, and for a way to get new ones."""
    hand_in.probe(
        """
        status = dict(line.split(":", 1) for line in open("/proc/self/status") if ":" in line)
        if 0 in (*os.getresuid(), *os.getresgid()):
            escaped("it is root")
        for name in ("CapEff", "CapPrm", "CapInh", "CapAmb"):
            if int(status[name], 16):
                escaped(f"{name} is {status[name]}")
        if status["NoNewPrivs"].strip() != "1":
            escaped("new rights can be had")
        if len(os.getgroups()) > 1:
            escaped(f"groups {os.getgroups()}")
        """
    )


@attack("escape")
def becoming_root(hand_in: HandIn) -> None:
    """Change the user, and run programs that do."""
    hand_in.probe(
        """
        for change in (os.setuid, os.setgid, os.seteuid):
            with contextlib.suppress(OSError):
                change(0)
                escaped("the user was changed")
        for command in ("su -c id", "sudo -n id", "pkexec id", "newgrp root", "mount -t tmpfs x /mnt"):
            with contextlib.suppress(OSError, subprocess.TimeoutExpired):
                ran = subprocess.run(command.split(), timeout=1, capture_output=True,
                                     stdin=subprocess.DEVNULL)
                if b"uid=0" in ran.stdout:
                    escaped(command)
        """
    )


@attack("escape")
def namespaces(hand_in: HandIn) -> None:
    """Make namespaces of its own, in which it would be root."""
    hand_in.probe(
        LIBC
        + """
names = {"user": 0x10000000, "mount": 0x20000, "network": 0x40000000, "pid": 0x20000000}
for name, flag in names.items():
    child = os.fork()
    if child == 0:
        os._exit(libc.unshare(flag) == 0)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1:
        escaped(f"a {name} namespace of its own")
"""
    )


@attack("escape")
def system_calls(hand_in: HandIn) -> None:
    """Mount, trace, change the root, and read another process, by the kernel's own calls."""
    each(
        hand_in,
        "libc.mount(b'x', b'/tmp', b'tmpfs', 0, None) == 0 and escaped('mount')",
        "libc.umount2(b'/proc', 2) == 0 and escaped('umount')",
        "libc.chroot(b'/') == 0 and escaped('chroot')",
        "libc.mknod(b'/tmp/vda', 0o60666, os.makedev(254, 0)) == 0 and escaped('mknod')",
        "libc.process_vm_readv(1, None, 0, None, 0, 0) == 0 and print('process 1')",
        "libc.sethostname(b'x', 1) == 0 and escaped('sethostname')",
        "libc.swapon(b'/x', 0) == 0 and escaped('swapon')",
        "libc.syscall(321, 5, bytes(120), 120) >= 0 and escaped('bpf')",
        "libc.syscall(248, b'user', b'n', b'x', 1, -4) > 0 and print('a key')",
        "libc.syscall(304, -100, bytes(8), 0) >= 0 and escaped('open_by_handle_at')",
    )


@attack("escape")
def devices(hand_in: HandIn) -> None:
    """Open disks, kernel memory and consoles, and change the devices that everybody uses."""
    disks = (
        "/dev/vda",
        "/dev/sda",
        "/dev/nvme0n1",
        "/dev/loop0",
        "/dev/mem",
        "/dev/kmsg",
    )
    hand_in.probe(
        f"""
        for path in {(*disks, "/dev/kvm", "/dev/fuse", "/dev/console", "/dev/port")}:
            for mode in ("rb", "wb"):
                with contextlib.suppress(OSError):
                    open(path, mode, buffering=0).close()
                    escaped(f"{{path}} is open")
        for path in ("/dev/null", "/dev/zero", "/dev/tty", "/dev/urandom"):
            try:
                os.chmod(path, 0o666)
                escaped(f"the rights of {{path}} can be changed")
            except OSError:  # only then: what is changed here is changed for everybody
                with contextlib.suppress(OSError):
                    os.unlink(path)
                    os.mknod(path)
                    escaped(f"{{path}} was replaced")
        """
    )


@attack("escape")
def terminal(hand_in: HandIn) -> None:
    """Type commands into the terminal of the person who grades."""
    hand_in.probe(
        """
        import fcntl
        for path in ("/dev/tty", "/proc/1/fd/0", "/proc/self/fd/0", "/proc/self/fd/2", "/dev/pts/0"):
            with contextlib.suppress(OSError), open(path, "rb", buffering=0) as file:
                fcntl.ioctl(file, 0x5412, b"#")
                escaped(f"typed into {path}")
        """
    )


@attack("escape")
def kernel_settings(hand_in: HandIn) -> None:
    """Write to /proc/sys, /sys and the control groups."""
    hand_in.probe(
        """
        for path in ("/proc/sys/kernel/core_pattern", "/proc/sys/kernel/modprobe",
                     "/proc/sys/vm/overcommit_memory", "/proc/sysrq-trigger",
                     "/sys/kernel/uevent_helper", "/proc/sys/fs/binfmt_misc/register"):
            with contextlib.suppress(OSError):
                open(path, "ab").close()
                escaped(f"{path} can be written to")
        for place in glob.glob("/sys/fs/cgroup/**/cgroup.procs", recursive=True)[:50]:
            with contextlib.suppress(OSError):
                open(place, "ab").close()
                escaped(f"{place} can be written to")
        """
    )


@attack("escape")
def programs_with_rights(hand_in: HandIn) -> None:
    """Make a program that runs as its owner, and a library that every program loads."""
    hand_in.probe(
        """
        import shutil
        with contextlib.suppress(OSError):
            shutil.copy("/usr/bin/id", "own")
            os.chmod("own", 0o6777)
            if b"uid=0" in subprocess.run(["./own"], capture_output=True).stdout:
                escaped("a program runs as root")
        os.environ |= {"LD_PRELOAD": "/tmp/x.so", "PYTHONPATH": "/tmp", "PYTHONSTARTUP": "x.py"}
        for name in (".bashrc", ".profile", ".pythonrc", "sitecustomize.py", "x.so"):
            pathlib.Path(os.path.expanduser("~"), name).write_text("touch /tmp/ran")
        """
    )


@attack("escape", flagged=True)
def core_dump(hand_in: HandIn) -> None:
    """Leave a file of the whole memory behind."""
    hand_in.body(
        "convolve",
        """
        import os, resource
        try:
            resource.setrlimit(resource.RLIMIT_CORE, (2**30, 2**30))
        except (OSError, ValueError):
            pass
        os.abort()
        """,
    )


@attack("escape")
def limits_raised(hand_in: HandIn) -> None:
    """Take away the limits that it was given."""
    hand_in.probe(
        """
        import resource
        for name in ("AS", "NPROC", "NOFILE", "FSIZE", "CPU", "MEMLOCK", "CORE", "MSGQUEUE"):
            limit = getattr(resource, f"RLIMIT_{name}")
            hard = resource.getrlimit(limit)[1]
            with contextlib.suppress(OSError, ValueError):
                wanted = hard + 1 if hard != resource.RLIM_INFINITY else hard
                resource.setrlimit(limit, (wanted, wanted))
                escaped(f"{name} has no limit")
        """
    )
