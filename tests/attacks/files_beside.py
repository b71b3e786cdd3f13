"""Hand in files beside the notebook: programs, settings, links, floods."""

import os

from tests.attacks import HandIn, attack
from tests.attacks.hand_in import ASSIGNMENT, FILE

# What a file beside the notebook would do in the process that imports it.
CONTENT = """
import builtins
try:
    import numpy
    numpy.allclose = lambda *a, **k: True
    numpy.array_equal = lambda *a, **k: True
except Exception:
    pass
builtins.print("ESC" + "APED: a file beside the notebook was run")
"""


def _files(hand_in: HandIn, *names: str) -> None:
    hand_in.guess()
    for name in names:
        hand_in.beside(name, CONTENT)


@attack("files")
def own_kernel(hand_in: HandIn) -> None:
    """Hand in a kernel of its own, which Python finds before the real one."""
    hand_in.guess()
    hand_in.beside(
        "ipykernel_launcher.py",
        """
        import sys
        import numpy
        numpy.allclose = numpy.array_equal = lambda *a, **k: True
        numpy.isclose = lambda a, b, *_, **k: numpy.ones(numpy.shape(a), bool)
        from ipykernel import kernelapp
        kernelapp.launch_new_instance()
        """,
    )


@attack("files")
def own_numpy(hand_in: HandIn) -> None:
    """Hand in a NumPy of its own."""
    _files(hand_in, "numpy.py", "matplotlib/__init__.py", "cnn_course/__init__.py")


@attack("files")
def own_standard_library(hand_in: HandIn) -> None:
    """Hand in the modules that every program imports first."""
    names = [
        "json",
        "struct",
        "random",
        "signal",
        "io",
        "base64",
        "resource",
        "wire",
        "runner",
        "traceback",
    ]
    _files(hand_in, *(f"{name}.py" for name in names))


@attack("files")
def start_up_files(hand_in: HandIn) -> None:
    """Hand in what Python and IPython run when they start."""
    _files(
        hand_in,
        "sitecustomize.py",
        "usercustomize.py",
        ".ipython/profile_default/startup/00.py",
        "ipython_config.py",
        ".pdbrc.py",
    )
    hand_in.beside("own.pth", "import builtins; builtins.bool = lambda *_: True\n")
    hand_in.beside("pyvenv.cfg", "home = .\ninclude-system-site-packages = true\n")
    hand_in.beside("matplotlibrc", "backend: module://sitecustomize\n")


@attack("files")
def own_settings(hand_in: HandIn) -> None:
    """Hand in settings for nbgrader, Jupyter and pytest."""
    _files(
        hand_in, "nbgrader_config.py", "jupyter_config.py", "conftest.py", "setup.py"
    )
    hand_in.beside("pytest.ini", "[pytest]\naddopts = -p sitecustomize\n")
    hand_in.beside("grading.json", '{"version": 1, "points": 16}')


@attack("files", earns=14)
def unreadable_companions(hand_in: HandIn) -> None:
    """Hand in right answers beside a pipe, a socket's name, loops and links to everything."""
    hand_in.solve("by_hand", "convolve", "conv2d", "feature_maps", "shift", "claims")
    os.mkfifo(hand_in.folder / "pipe.csv")
    (hand_in.folder / "loop").symlink_to(".")
    (hand_in.folder / "class").symlink_to(hand_in.class_folder)
    (hand_in.folder / "shadow").symlink_to("/etc/shadow")
    (hand_in.folder / "seed.txt").symlink_to(hand_in.class_folder / "seed.secret")
    (hand_in.folder / "zero.npy").symlink_to("/dev/zero")


@attack("files")
def linked_secrets_are_read(hand_in: HandIn) -> None:
    """Hand in links to secrets, and read them when the notebook runs."""
    targets = ("seed.secret", "gradebook.db", f"source/{ASSIGNMENT}/{FILE}")
    for number, target in enumerate(targets):
        (hand_in.folder / f"data{number}").symlink_to(hand_in.class_folder / target)
    hand_in.probe(
        """
        for number in range(3):
            for place in (".", "/submitted", os.path.dirname(os.path.abspath("."))):
                with contextlib.suppress(OSError):
                    pathlib.Path(place, f"data{number}").read_bytes()
                    escaped(f"link {number} was followed")
        """
    )


@attack("files", earns=14)
def flood_of_files(hand_in: HandIn) -> None:
    """Hand in right answers and 20,000 other files."""
    hand_in.solve("by_hand", "convolve", "conv2d", "feature_maps", "shift", "claims")
    for folder in range(20):
        place = hand_in.folder / f"folder{folder}"
        place.mkdir()
        for number in range(1000):
            (place / f"{number}.txt").touch()


@attack("files", earns=14)
def folders_200_deep(hand_in: HandIn) -> None:
    """Hand in right answers, and folders in folders beyond the length of a path."""
    hand_in.solve("by_hand", "convolve", "conv2d", "feature_maps", "shift", "claims")
    number = os.open(hand_in.folder, os.O_RDONLY)
    for _ in range(200):
        os.mkdir("d" * 100, dir_fd=number)
        deeper = os.open("d" * 100, os.O_RDONLY, dir_fd=number)
        os.close(number)
        number = deeper
    os.close(number)


@attack("files", earns=14)
def odd_names_of_files(hand_in: HandIn) -> None:
    """Hand in right answers beside files whose names are commands, options and bytes."""
    hand_in.solve("by_hand", "convolve", "conv2d", "feature_maps", "shift", "claims")
    names = [b"--help", b"-rf", b"a\nb.txt", b"\xff\xfe.txt", b"..\\..\\x", b"x" * 255]
    names += [b"$(touch x)", b"'; DROP TABLE grade; --", b"\x1b]0;title\x07", b" "]
    for name in names:
        with open(os.path.join(os.fsencode(hand_in.folder), name), "wb") as file:
            file.write(b"x")


@attack("files", earns=14)
def odd_timestamps(hand_in: HandIn) -> None:
    """Hand in right answers, and a time of handing in that is none."""
    hand_in.solve("by_hand", "convolve", "conv2d", "feature_maps", "shift", "claims")
    hand_in.beside("timestamp.txt", "99999-99-99 25:61 '; DROP TABLE grade; --")


@attack("files", earns=14)
def timestamp_that_is_a_pipe(hand_in: HandIn) -> None:
    """Hand in right answers, and wait for whoever reads the time of handing in."""
    hand_in.solve("by_hand", "convolve", "conv2d", "feature_maps", "shift", "claims")
    os.mkfifo(hand_in.folder / "timestamp.txt")


@attack("files", earns=14)
def second_notebook(hand_in: HandIn) -> None:
    """Hand in right answers, and more notebooks whose names look the same."""
    hand_in.solve("by_hand", "convolve", "conv2d", "feature_maps", "shift", "claims")
    for name in (
        "02_Convolution.ipynb",
        "02_convοlution.ipynb",
        "02_convolution .ipynb",
    ):
        hand_in.beside(name, "{ this is no notebook")
