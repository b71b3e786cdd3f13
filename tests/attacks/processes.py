"""End, stop, multiply, or never come back."""

from tests.attacks import HandIn, attack

STUBBORN = """
import signal, time
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM, signal.SIGHUP, signal.SIGXCPU):
    signal.signal(number, signal.SIG_IGN)
while True:
    try:
        while True:
            time.sleep(0.01)
    except BaseException:
        pass
"""


@attack("processes", earns=1, flagged=True)
def exits_in_a_cell(hand_in: HandIn) -> None:
    """End the process before the checks run."""
    hand_in.solve("by_hand")
    hand_in.extra("import os\nos._exit(0)", after="check-by_hand")


@attack("processes", earns=1, flagged=True)
def exits_in_a_call(hand_in: HandIn) -> None:
    """End the process when a check calls."""
    hand_in.solve("by_hand")
    hand_in.bodies("import os\nos._exit(0)")


@attack("processes", flagged=True)
def breaks_the_memory(hand_in: HandIn) -> None:
    """Read at address 0."""
    hand_in.bodies("import ctypes\nreturn ctypes.string_at(0)")


@attack("processes")
def kills_its_parent(hand_in: HandIn) -> None:
    """Kill the process that started it, and that one's parent if it may."""
    hand_in.bodies(
        """
        import os, signal
        for number in (os.getppid(), 1, 2, os.getpid()):
            try:
                os.kill(number, signal.SIGKILL)
            except OSError:
                pass
        """
    )


@attack("processes")
def kills_everything(hand_in: HandIn) -> None:
    """Kill every process that it may, and its own group."""
    hand_in.bodies(
        """
        import os, signal
        try:
            os.kill(-1, signal.SIGKILL)
        finally:
            os.killpg(0, signal.SIGKILL)
        """
    )


@attack("processes")
def stops_itself(hand_in: HandIn) -> None:
    """Stop, so that nothing answers and nothing ends."""
    hand_in.bodies("import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)")


@attack("processes")
def stops_its_parent(hand_in: HandIn) -> None:
    """Stop the process that would end it."""
    hand_in.bodies(
        """
        import os, signal
        os.kill(os.getppid(), signal.SIGSTOP)
        os.kill(os.getpid(), signal.SIGSTOP)
        """
    )


@attack("processes", flagged=True)
def loop_without_end(hand_in: HandIn) -> None:
    """Never return from a call."""
    hand_in.body("convolve", "while True:\n    pass")


@attack("processes", flagged=True)
def cell_without_end(hand_in: HandIn) -> None:
    """Never return from a cell."""
    hand_in.extra("while True:\n    pass")


@attack("processes", flagged=True)
def ignores_interrupts_in_a_call(hand_in: HandIn) -> None:
    """Ignore signals, and catch whatever is raised to end a call."""
    hand_in.body("convolve", STUBBORN)


@attack("processes", flagged=True)
def ignores_interrupts_in_a_cell(hand_in: HandIn) -> None:
    """Ignore signals, and catch whatever is raised to end a cell."""
    hand_in.extra(STUBBORN)


@attack("processes", flagged=True)
def slow_in_c(hand_in: HandIn) -> None:
    """Compute where Python looks at no signal."""
    hand_in.body("convolve", "return 7 ** (10**9)")


@attack("processes", flagged=True)
def slow_regular_expression(hand_in: HandIn) -> None:
    """Match what takes for ever to match."""
    hand_in.body(
        "convolve", "import re\nreturn re.match('(a+)+$', 'a' * 64 + 'b') and 0"
    )


@attack("processes", flagged=True)
def slow_answers(hand_in: HandIn) -> None:
    """Stay below the limit of a call, in every call."""
    hand_in.bodies("import time\ntime.sleep(1.5)\nreturn 0")


@attack("processes")
def waits_for_input(hand_in: HandIn) -> None:
    """Ask a person who is not there, and the debugger."""
    hand_in.extra("input('Your password: ')")
    hand_in.extra("breakpoint()")
    hand_in.extra("import sys\nsys.stdin.read()")
    hand_in.body("convolve", "import getpass\nreturn getpass.getpass()")
