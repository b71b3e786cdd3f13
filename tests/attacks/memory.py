"""Take all memory, disk and kernel objects that can be had.

Each stops by itself, and says so, when it has clearly more than the 512 MB of the class that is attacked.
"""

from tests.attacks import HandIn, attack


@attack("memory")
def memory_bomb(hand_in: HandIn) -> None:
    """Take five gigabytes in one process."""
    hand_in.probe(
        """
        kept = []
        for _ in range(80):
            kept.append(bytearray(os.urandom(4096)) * (64 * 256))
        escaped("one process has 5 GB")
        """
    )


@attack("memory")
def memory_bomb_in_a_call(hand_in: HandIn) -> None:
    """Take memory while a check calls, and catch the error to try again."""
    hand_in.body(
        "convolve",
        """
        kept = []
        while len(kept) < 4000:
            try:
                kept.append(np.ones(2**18))
            except MemoryError:
                continue
        return 0
        """,
    )


@attack("memory")
def memory_bomb_of_many(hand_in: HandIn) -> None:
    """Take five gigabytes in many processes, each of them modest."""
    hand_in.probe(
        """
        children = []
        read, write = os.pipe()
        for _ in range(25):
            child = os.fork()
            if child == 0:
                kept = bytearray(os.urandom(4096)) * (50 * 1024)
                os.write(write, b"x")
                time.sleep(3)
                os._exit(0)
            children.append(child)
        os.close(write)
        time.sleep(2.5)
        if len(os.read(read, 100)) == 25:
            escaped("25 processes have 5 GB")
        """
    )


@attack("memory")
def files_in_memory(hand_in: HandIn) -> None:
    """Fill files that have no name and belong to no folder (memfd)."""
    hand_in.probe(
        """
        kept, size, piece = [], 0, bytes(2**24)
        with contextlib.suppress(OSError):
            for i in range(50):
                kept.append(os.memfd_create(f"kept{i}"))
                size += os.write(kept[-1], piece)
        if size > 0.75 * 2**30:
            escaped(f"files in memory of {size:,} bytes")
        time.sleep(1)
        """
    )


@attack("memory")
def maps_that_are_shared(hand_in: HandIn) -> None:
    """Fill memory that a process shares with its children."""
    hand_in.probe(
        """
        import mmap
        kept = []
        with contextlib.suppress(OSError, ValueError):
            for _ in range(40):
                kept.append(mmap.mmap(-1, 64 * 2**20))
                kept[-1].write(b"x" * 64 * 2**20)
        time.sleep(1)
        if len(kept) == 40:
            escaped("shared maps of 2.5 GB")
        """
    )


@attack("memory")
def segments_of_system_v(hand_in: HandIn) -> None:
    """Fill shared segments and let go of them: they stay, and belong to nobody."""
    hand_in.probe(
        """
        libc = ctypes.CDLL(None, use_errno=True)
        libc.shmat.restype = ctypes.c_void_p
        full = 0
        for _ in range(50):
            number = libc.shmget(0, 2**24, 0o1600)
            place = libc.shmat(number, None, 0) if number >= 0 else None
            if place in (None, 2**64 - 1):
                break
            ctypes.memset(place, 1, 2**24)
            libc.shmdt(ctypes.c_void_p(place))
            full += 1
        if full == 50:
            escaped("segments of 0.8 GB")
        time.sleep(1)
        """
    )


@attack("memory")
def full_disk(hand_in: HandIn) -> None:
    """Fill every folder in which a file can be made."""
    hand_in.probe(
        """
        for place, folders, _ in os.walk("/"):
            folders[:] = [f for f in folders if (place, f) not in (("/", "proc"), ("/", "sys"))]
            size, kept = 0, []
            with contextlib.suppress(OSError):
                for i in range(12):
                    file = open(os.path.join(place, f"full{i}"), "wb", buffering=0)
                    kept.append(file)
                    for _ in range(2):
                        size += file.write(bytes(32 * 2**20))
            if size > 700 * 2**20:
                escaped(f"{size:,} bytes in {place}")
        """
    )


@attack("memory")
def many_folders(hand_in: HandIn) -> None:
    """Use up the names of files, not the room."""
    hand_in.probe(
        """
        made = 0
        with contextlib.suppress(OSError):
            for made in range(50_000):
                os.mkdir(f"folder{made}")
        if made == 49_999:
            escaped("50,000 folders")
        """
    )


@attack("memory")
def sparse_file(hand_in: HandIn) -> None:
    """Make a file of a terabyte that is empty."""
    hand_in.probe(
        """
        with contextlib.suppress(OSError):
            with open("sparse", "wb") as file:
                file.truncate(2**40)
            escaped("a file of a terabyte")
        """
    )


@attack("memory")
def full_pipes(hand_in: HandIn) -> None:
    """Fill pipes and sockets, whose contents are nobody's memory."""
    hand_in.probe(
        """
        import fcntl
        size, kept = 0, []
        with contextlib.suppress(OSError):
            for _ in range(4000):
                read, write = os.pipe2(os.O_NONBLOCK)
                kept += [read, write]
                with contextlib.suppress(OSError):
                    fcntl.fcntl(write, fcntl.F_SETPIPE_SZ, 2**20)
                with contextlib.suppress(BlockingIOError):
                    while True:
                        size += os.write(write, bytes(65536))
        if size > 2**30:
            escaped(f"{size:,} bytes in pipes")
        """
    )


@attack("memory")
def full_sockets(hand_in: HandIn) -> None:
    """Fill the sockets of many processes, whose contents are nobody's memory."""
    hand_in.probe(
        """
        read, write = os.pipe()
        for _ in range(45):
            if os.fork() == 0:
                size, kept = 0, []
                with contextlib.suppress(OSError):
                    for _ in range(55):
                        kept += socket.socketpair()
                        for end in kept[-2:]:
                            end.setblocking(False)
                            end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2**24)
                            with contextlib.suppress(BlockingIOError):
                                while True:
                                    size += end.send(bytes(2**15))
                os.write(write, size.to_bytes(8, "big"))
                time.sleep(3)
                os._exit(0)
        os.close(write)
        time.sleep(2)
        told = os.read(read, 8 * 45)
        size = sum(int.from_bytes(told[i:i + 8], "big") for i in range(0, len(told), 8))
        if size > 0.75 * 2**30:
            escaped(f"{size:,} bytes in sockets")
        """
    )


@attack("memory")
def descriptors_in_flight(hand_in: HandIn) -> None:
    """Send open files through sockets that nobody reads, and close them here."""
    hand_in.probe(
        """
        sent, kept = 0, []
        with contextlib.suppress(OSError):
            for _ in range(50):
                pair = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
                kept.append(pair)
                for end in pair:
                    end.setblocking(False)
                with contextlib.suppress(BlockingIOError):
                    for _ in range(100):
                        number = os.memfd_create("flight")
                        os.write(number, bytes(2**20))
                        socket.send_fds(pair[0], [b"x"], [number])
                        os.close(number)
                        sent += 1
        if sent > 4000:
            escaped(f"{sent} files of a megabyte in flight")
        """
    )


@attack("memory")
def objects_of_the_kernel(hand_in: HandIn) -> None:
    """Make queues, semaphores, timers, watches and keys until there are no more."""
    hand_in.probe(
        """
        libc = ctypes.CDLL(None, use_errno=True)
        for i in range(40_000):
            if libc.msgget(0, 0o1600) < 0 and libc.semget(0, 200, 0o1600) < 0:
                break
        keys = 0
        for i in range(5_000):
            name = f"key{i}".encode()
            keys += libc.syscall(248, b"user", name, bytes(100), 100, -3) > 0
        for _ in range(100):
            libc.inotify_init()
            libc.epoll_create(1)
            libc.eventfd(0, 0)
        """
    )


@attack("memory")
def zip_bomb(hand_in: HandIn) -> None:
    """Unpack a little text that becomes four gigabytes."""
    hand_in.probe(
        """
        import zlib
        packer = zlib.compressobj(9)
        small = b"".join(packer.compress(bytes(2**24)) for _ in range(256)) + packer.flush()
        large = zlib.decompress(small)
        escaped(f"{len(large):,} bytes unpacked")
        """
    )
