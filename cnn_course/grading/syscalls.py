"""Inside: calls of the kernel that no notebook needs are refused, by a filter that cannot be taken off.

Among them are the ways to memory that belongs to no process and no folder (memfd_create, shmget), which
nobody counts, and those calls in which ways out of sandboxes were found before.
"""

import ctypes
import errno
import platform
import struct

SET_SECCOMP, FILTER = 22, 2  # of prctl(2)
ALLOW, KILL, REFUSE = 0x7FFF0000, 0x80000000, 0x00050000 | errno.EPERM
LOAD, EQUAL, AT_LEAST, RETURN = 0x20, 0x15, 0x35, 0x06  # of the filter's machine
NUMBER, ARCHITECTURE = 0, 4  # where a call's data has them
OTHER_NUMBERS = 0x40000000  # x86's third set of calls begins here

# Number of the architecture, and of each call on it.
# fmt: off
TABLES = {
    "x86_64": (0xC000003E, {
        "acct": 163, "add_key": 248, "bpf": 321, "chroot": 161, "delete_module": 176,
        "finit_module": 313, "init_module": 175, "ioperm": 173, "iopl": 172, "kcmp": 312,
        "kexec_file_load": 320, "kexec_load": 246, "keyctl": 250, "memfd_create": 319,
        "modify_ldt": 154, "mount": 165, "mq_open": 240, "msgget": 68,
        "name_to_handle_at": 303, "open_by_handle_at": 304, "perf_event_open": 298,
        "personality": 135, "pivot_root": 155, "process_vm_readv": 310,
        "process_vm_writev": 311, "ptrace": 101, "quotactl": 179, "reboot": 169,
        "request_key": 249, "semget": 64, "setns": 308, "shmget": 29, "swapoff": 168,
        "swapon": 167, "syslog": 103, "umount2": 166, "unshare": 272, "userfaultfd": 323,
    }),
    "aarch64": (0xC00000B7, {
        "acct": 89, "add_key": 217, "bpf": 280, "chroot": 51, "delete_module": 106,
        "finit_module": 273, "init_module": 105, "kcmp": 272, "kexec_file_load": 294,
        "kexec_load": 104, "keyctl": 219, "memfd_create": 279, "mount": 40, "mq_open": 180,
        "msgget": 186, "name_to_handle_at": 264, "open_by_handle_at": 265,
        "perf_event_open": 241, "personality": 92, "pivot_root": 41,
        "process_vm_readv": 270, "process_vm_writev": 271, "ptrace": 117, "quotactl": 60,
        "reboot": 142, "request_key": 218, "semget": 190, "setns": 268, "shmget": 194,
        "swapoff": 225, "swapon": 224, "syslog": 116, "umount2": 39, "unshare": 97,
        "userfaultfd": 282,
    }),
}
# These have the same number everywhere.
LATER = {
    "io_uring_setup": 425, "io_uring_enter": 426, "io_uring_register": 427,
    "open_tree": 428, "move_mount": 429, "fsopen": 430, "fsconfig": 431, "fsmount": 432,
    "fspick": 433, "pidfd_getfd": 438, "mount_setattr": 442, "memfd_secret": 447,
}
# fmt: on


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def program(machine: str) -> list[tuple[int, int, int, int]] | None:
    """Return the filter for a machine as steps (code, jump if true, jump if false, number).

    None where the calls have numbers that are not known here; the namespaces hold there too.
    """
    if machine not in TABLES:
        return None
    architecture, calls = TABLES[machine]
    numbers = sorted((calls | LATER).values())
    steps = [(LOAD, 0, 0, ARCHITECTURE), (EQUAL, 1, 0, architecture)]
    steps += [(RETURN, 0, 0, KILL), (LOAD, 0, 0, NUMBER)]
    steps += [(AT_LEAST, 0, 1, OTHER_NUMBERS), (RETURN, 0, 0, KILL)]
    for place, number in enumerate(numbers):
        # To the last step, over the calls that follow and the step that allows.
        steps.append((EQUAL, len(numbers) - place, 0, number))
    return [*steps, (RETURN, 0, 0, ALLOW), (RETURN, 0, 0, REFUSE)]


def refuse() -> None:
    """Put the filter on this process and all that it will start.

    Raises:
        OSError: the kernel does not take it.
    """
    steps = program(platform.machine())
    if steps is None:
        return
    data = b"".join(struct.pack("HBBI", *step) for step in steps)
    made = _Program(len(steps), data)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(SET_SECCOMP, FILTER, ctypes.byref(made), 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "the kernel takes no filter of calls")
