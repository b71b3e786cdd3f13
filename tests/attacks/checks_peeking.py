"""Take the expected values, or the cases, from the check while it runs."""

from tests.attacks import HandIn, attack

# The check that calls an answer has the target's outcome for the same case in a variable.
STEAL = """
import gc, inspect, sys, types
def steal(seen):
    for value in list(seen.values()):
        if type(value).__name__ == "Outcome" and value.error is None:
            return np.array(value.value)
def steal_above(frame):
    while frame is not None:
        found = steal(frame.f_locals)
        if found is not None:
            return found
        frame = frame.f_back
    raise ValueError
"""


def _steal(hand_in: HandIn, code: str) -> None:
    hand_in.extra(STEAL)
    hand_in.bodies(code)


@attack("peeking")
def expected_from_the_call_stack(hand_in: HandIn) -> None:
    """Look for the targets in the frames above, and return the one that belongs to the case."""
    _steal(hand_in, "return steal_above(sys._getframe())")


@attack("peeking")
def expected_from_inspect(hand_in: HandIn) -> None:
    """Look at the call stack through the inspect module."""
    _steal(
        hand_in,
        """
        found = [steal(info.frame.f_locals) for info in inspect.stack()]
        return next(value for value in found if value is not None)
        """,
    )


@attack("peeking")
def expected_from_a_traceback(hand_in: HandIn) -> None:
    """Raise an error, and walk upwards from its traceback."""
    _steal(
        hand_in,
        """
        try:
            raise ValueError
        except ValueError as error:
            return steal_above(error.__traceback__.tb_frame)
        """,
    )


@attack("peeking")
def expected_from_the_garbage_collector(hand_in: HandIn) -> None:
    """Search all lists of the process for the targets, and count which case it is."""
    hand_in.extra("import collections, gc\ncalls = collections.Counter()")
    hand_in.bodies(
        """
        lists = [thing for thing in gc.get_objects() if type(thing) is list
                 and thing and type(thing[0]).__name__ == "Outcome"]
        ours = max(lists, key=len)
        calls[id(ours)] += 1
        return np.array(ours[calls[id(ours)] - 1].value)
        """
    )


@attack("peeking")
def expected_from_referrers(hand_in: HandIn) -> None:
    """Ask who refers to the given array, and who refers to those, up to the check."""
    _steal(
        hand_in,
        """
        waiting, seen = list(locals().values()), set()
        while waiting and len(seen) < 1000:
            thing = waiting.pop(0)
            if id(thing) in seen:
                continue
            seen.add(id(thing))
            if isinstance(thing, types.FrameType) and thing.f_code.co_name == "check":
                return steal(thing.f_locals)
            waiting += gc.get_referrers(thing)
        raise ValueError
        """,
    )


@attack("peeking")
def expected_from_a_profiler(hand_in: HandIn) -> None:
    """Note what every function returns, and return that when the answer is called."""
    hand_in.extra(
        """
        import sys, threading
        outcomes = []
        def note(frame, event, value):
            if event == "call" and frame.f_code.co_name == "check":
                outcomes.clear()
            if event == "return" and frame.f_code.co_name == "run":
                outcomes.append(value)
        sys.setprofile(note)
        threading.setprofile(note)
        """
    )
    hand_in.bodies("return outcomes.pop(0).value.copy()")


@attack("peeking")
def expected_by_a_watching_thread(hand_in: HandIn) -> None:
    """Let a thread watch the frames of the thread that checks."""
    hand_in.extra(
        STEAL
        + """
import threading, time
found = []
def watch():
    while True:
        for frame in list(sys._current_frames().values()):
            with __import__("contextlib").suppress(ValueError):
                found[:] = [steal_above(frame)]
        time.sleep(0.001)
threading.Thread(target=watch, daemon=True).start()
"""
    )
    hand_in.bodies("time.sleep(0.05)\nreturn found[0]")


@attack("peeking")
def array_steals_the_other_side(hand_in: HandIn) -> None:
    """Return an object that says it is an array, and takes the other side's when it is compared."""
    hand_in.extra(
        """
        import sys
        class Thief:
            __class__ = np.ndarray
            def __array__(self, *_, **__):
                frame = sys._getframe(1)
                while frame is not None:
                    if type(frame.f_locals.get("b")).__name__ == "Outcome":
                        self.stolen = frame.f_locals["b"].value
                    frame = frame.f_back
                return np.array(self.stolen)
        """
    )
    hand_in.bodies("return Thief()")


@attack("peeking")
def truth_from_the_call_stack(hand_in: HandIn) -> None:
    """Give claims that look up what they should be when they are asked."""
    hand_in.answer(
        "claims",
        """
        import sys
        class Both:
            __class__ = bool
            def __bool__(self):
                return bool(sys._getframe(1).f_locals["truth"])
        claims = dict.fromkeys(("same kernel everywhere", "dense layer follows",
                                "answer stays where it was"), Both())
        """,
    )


@attack("peeking")
def claims_by_trying(hand_in: HandIn) -> None:
    """Ask the check about all eight answers, and keep the one that it accepts."""
    hand_in.answer(
        "claims",
        """
        import itertools
        names = ("same kernel everywhere", "dense layer follows",
                 "answer stays where it was")
        for truths in itertools.product((True, False), repeat=3):
            claims = dict(zip(names, truths))
            try:
                checks.check_equivariance(claims)
                break
            except Exception:
                continue
        """,
    )


@attack("peeking")
def expected_from_the_history(hand_in: HandIn) -> None:
    """Read the source of the checks from the history of cells, and print it into the feedback."""
    hand_in.bodies(
        """
        import inspect
        shell = get_ipython()
        print(shell.user_ns.get("_ih"), shell.user_ns.get("In"))
        print(list(shell.history_manager.get_range()))
        print(inspect.getsource(checks))
        raise ValueError
        """
    )
