"""Multiply, and be there when the notebook has ended."""

from tests.attacks import HandIn, attack

LEFT_BEHIND = """
import os, subprocess, sys, time
for _ in range(3):
    subprocess.Popen(["sleep", "120"], start_new_session=True,
                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.closerange(0, 256)
        time.sleep(120)
    os._exit(0)
"""


@attack("processes")
def processes_left_behind(hand_in: HandIn) -> None:
    """Leave processes of their own session, and orphans of orphans."""
    hand_in.extra(LEFT_BEHIND)


@attack("processes")
def processes_left_by_a_call(hand_in: HandIn) -> None:
    """Leave processes behind from inside a check."""
    hand_in.body("convolve", LEFT_BEHIND + "\nreturn 0")


@attack("processes", earns=1)
def thread_that_outlives_its_cell(hand_in: HandIn) -> None:
    """Change answers and print while later cells are checked."""
    hand_in.solve("by_hand")
    hand_in.extra(
        """
        import threading
        def work():
            while True:
                globals()["checks"] = type("checks", (), {"__getattr__": lambda *_: print})()
                print("convolve: correct in all 7 cases.")
        for _ in range(4):
            threading.Thread(target=work, daemon=True).start()
        """
    )


@attack("processes")
def fork_bomb(hand_in: HandIn) -> None:
    """Make processes as fast as they can be made."""
    hand_in.extra(
        """
        import os, time
        end = time.time() + 60
        while time.time() < end:
            try:
                os.fork()
            except OSError:
                time.sleep(0.01)
        """
    )


@attack("processes")
def thread_bomb(hand_in: HandIn) -> None:
    """Start ten thousand threads that wait."""
    hand_in.extra(
        """
        import threading, time
        for _ in range(10_000):
            threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
        """
    )


@attack("processes")
def never_finishes(hand_in: HandIn) -> None:
    """Have work to do when the process ends, and when an object dies."""
    hand_in.extra(
        """
        import atexit, time
        class Immortal:
            def __del__(self):
                while True:
                    time.sleep(1)
        last = Immortal()
        @atexit.register
        def forever():
            while True:
                time.sleep(1)
        """
    )


@attack("processes")
def error_inside_the_runner(hand_in: HandIn) -> None:
    """Let a timer raise errors between the cells, in whatever runs them."""
    hand_in.extra(
        """
        import signal
        def handler(*_):
            raise MemoryError
        for number in (signal.SIGALRM, signal.SIGVTALRM, signal.SIGPROF):
            signal.signal(number, handler)
        signal.setitimer(signal.ITIMER_VIRTUAL, 0.01, 0.01)
        signal.setitimer(signal.ITIMER_PROF, 0.01, 0.01)
        """
    )


@attack("processes")
def limits_of_the_parent(hand_in: HandIn) -> None:
    """Take time and files away from the process that started it."""
    hand_in.extra(
        """
        import os, resource
        for number in (os.getppid(), 1):
            for limit in (resource.RLIMIT_CPU, resource.RLIMIT_NOFILE):
                try:
                    resource.prlimit(number, limit, (0, 0))
                except OSError:
                    pass
        """
    )
