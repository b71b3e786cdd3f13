"""Return little that becomes much in the grader: memory, time, and the thread that watches."""

from tests.attacks import HandIn, attack
from tests.attacks.objects import return_everywhere
from tests.attacks.wire import forge


@attack("burdens")
def long_range(hand_in: HandIn) -> None:
    """Return a range of 200 million numbers, which is a gigabyte and a half as an array."""
    return_everywhere(hand_in, "range(200_000_000)")


@attack("burdens")
def colliding_keys(hand_in: HandIn) -> None:
    """Return dictionaries whose keys all have one hash, so that to build them takes for ever."""
    return_everywhere(
        hand_in, "[many] * 12", "many = {i * (2**61 - 1): 0 for i in range(9_500)}"
    )


@attack("burdens")
def texts_that_swell(hand_in: HandIn) -> None:
    """Forge an array of 600 texts, one of them of a million letters: NumPy makes 2.4 GB of it."""
    forge(hand_in, 'called({"text": [[600], ["x" * 10**6] + ["a"] * 599]})')


@attack("burdens")
def lists_of_nothing(hand_in: HandIn) -> None:
    """Forge a reply of 350,000 empty lists, and one of as many texts."""
    forge(hand_in, 'called({"list": [{"list": []}] * 350_000})')


@attack("burdens")
def long_lists_of_numbers(hand_in: HandIn) -> None:
    """Return a million numbers as a list wherever six are wanted."""
    return_everywhere(hand_in, "list(range(500_000))")


@attack("burdens")
def arrays_up_to_the_limit(hand_in: HandIn) -> None:
    """Return as large an array as may be sent, from every call, and as every argument."""
    hand_in.guess()
    hand_in.bodies(
        """
        given = list(locals().values())[0]
        given[...] = np.nan
        return np.zeros((2**20, 15), "f4")
        """
    )


@attack("burdens")
def array_of_60_axes(hand_in: HandIn) -> None:
    """Return arrays of as many axes as NumPy and the wire can have."""
    return_everywhere(
        hand_in,
        "[np.zeros((1,) * 64, 'f4'), np.zeros((1,) * 32, 'f4'), np.zeros((2,) * 20)]",
    )


@attack("burdens")
def watcher_kept_waiting(hand_in: HandIn) -> None:
    """Keep the grader busy in one long step, while children take 1.5 GB that it does not see."""
    hand_in.probe(
        """
        def eat():
            for _ in range(25):
                time.sleep(0.1)
                if os.fork() == 0:
                    kept = bytearray(os.urandom(4096)) * (15 * 1024)
                    time.sleep(20)
                    os._exit(len(kept) == 0)
            os._exit(0)
        """
    )
    hand_in.body(
        "convolve",
        "if os.fork() == 0:\n    os.setsid()\n    eat()\nreturn range(200_000_000)",
    )


@attack("burdens")
def questions_without_end(hand_in: HandIn) -> None:
    """Give claims and numbers that make the grader ask again and again."""
    hand_in.extra(
        """
        class Asked:
            def __len__(self): return 2**31 - 1
            def __iter__(self): return self
            def __next__(self): return Asked()
            def __getitem__(self, key): return Asked()
            def __getattr__(self, name): return Asked()
        """
    )
    hand_in.answer("by_hand", "by_hand = [[Asked()] * 3] * 2")
    hand_in.answer("claims", "claims = Asked()")
    hand_in.bodies("return [Asked(), Asked()]")
