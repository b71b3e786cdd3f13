"""Take the expected values, or the cases, from the check while it runs."""

from tests.attacks import HandIn, attack

WALK = """
    import sys
    frame = sys._getframe()
    while frame is not None:
        seen = frame.f_locals
        if "ours" in seen and "theirs" in seen and isinstance(seen["ours"], list):
            return seen["ours"][len(seen["theirs"])].value.copy()
        frame = frame.f_back
    raise ValueError
"""


@attack("peeking")
def expected_from_the_call_stack(hand_in: HandIn) -> None:
    """Look for the targets in the frames above, and return the one that belongs to the case."""
    hand_in.bodies(WALK)


@attack("peeking")
def expected_from_inspect(hand_in: HandIn) -> None:
    """Look at the call stack through the inspect module."""
    hand_in.bodies(
        """
        import inspect
        for info in inspect.stack():
            seen = info.frame.f_locals
            if "ours" in seen and "theirs" in seen:
                return seen["ours"][len(seen["theirs"])].value.copy()
        raise ValueError
        """
    )


@attack("peeking")
def expected_from_a_traceback(hand_in: HandIn) -> None:
    """Raise an error, and walk upwards from its traceback."""
    hand_in.bodies(
        """
        try:
            raise ValueError
        except ValueError as error:
            frame = error.__traceback__.tb_frame.f_back
            while "ours" not in frame.f_locals:
                frame = frame.f_back
            return frame.f_locals["ours"][len(frame.f_locals["theirs"])].value.copy()
        """
    )


@attack("peeking")
def expected_from_the_garbage_collector(hand_in: HandIn) -> None:
    """Search all lists of the process for the targets, and for how many answers there are."""
    hand_in.bodies(
        """
        import gc
        lists = [thing for thing in gc.get_objects() if type(thing) is list
                 and thing and type(thing[0]).__name__ == "Outcome"]
        ours = max(lists, key=len)
        done = [len(found) for found in lists if found is not ours]
        return ours[max(done, default=0)].value.copy()
        """
    )


@attack("peeking")
def expected_from_referrers(hand_in: HandIn) -> None:
    """Ask who else refers to the given array, and go on from there."""
    hand_in.bodies(
        """
        import gc
        waiting, seen = gc.get_referrers(*locals().values()), set()
        while waiting and len(seen) < 100_000:
            thing = waiting.pop(0)
            if id(thing) in seen:
                continue
            seen.add(id(thing))
            if isinstance(thing, dict) and "ours" in thing and "theirs" in thing:
                return thing["ours"][len(thing["theirs"])].value.copy()
            waiting += gc.get_referrers(thing)
        raise ValueError
        """
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
        """
        import sys, threading, time
        found = {}
        def watch():
            while True:
                for frame in list(sys._current_frames().values()):
                    while frame is not None:
                        if "ours" in frame.f_locals and "theirs" in frame.f_locals:
                            found.update(frame.f_locals)
                        frame = frame.f_back
                time.sleep(0.001)
        threading.Thread(target=watch, daemon=True).start()
        """
    )
    hand_in.bodies(
        """
        found.clear()
        time.sleep(0.05)
        return found["ours"][len(found["theirs"])].value.copy()
        """
    )


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
