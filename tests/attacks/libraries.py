"""Let an installed library, or somebody else's work, do the exercise."""

from tests.attacks import HandIn, attack
from tests.attacks.hand_in import ASSIGNMENT, FILE
from tests.attacks.reference import use

# Run the solutions of a notebook, from text that holds it.
RUN_SOLUTIONS = """
def run_solutions(text):
    import json
    for cell in json.loads(text)["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "code" and "checks." not in source:
            try:
                exec(source.replace("raise NotImplementedError()", ""), globals())
            except Exception:
                pass
"""


@attack("reference")
def tensorflow_convolves(hand_in: HandIn) -> None:
    """Let TensorFlow do the exercise."""
    use(
        hand_in,
        """
        import tensorflow as tf
        def found(x, w, b):
            return tf.nn.conv2d(x, w, 1, "VALID").numpy() + b
        """,
    )


@attack("reference")
def torch_convolves(hand_in: HandIn) -> None:
    """Let PyTorch do the exercise."""
    use(
        hand_in,
        """
        import torch
        def found(x, w, b):
            x, w, b = (torch.tensor(a) for a in (x, w, b))
            y = torch.nn.functional.conv2d(x.permute(0, 3, 1, 2), w.permute(3, 2, 0, 1), b)
            return y.permute(0, 2, 3, 1).numpy()
        """,
    )


@attack("reference")
def scipy_convolves(hand_in: HandIn) -> None:
    """Let SciPy do the exercise."""
    use(
        hand_in,
        """
        from scipy.signal import correlate
        def found(x, w, b):
            maps = [[correlate(i, w[..., f], "valid")[..., 0] + b[f]
                     for f in range(w.shape[3])] for i in x]
            return np.stack([np.stack(m, -1) for m in maps]).astype(x.dtype)
        """,
    )


@attack("reference")
def packages_of_another_python(hand_in: HandIn) -> None:
    """Add every folder of installed packages to the path, and take what convolves."""
    use(
        hand_in,
        """
        import glob, sys
        for pattern in ("/usr/lib/python3*", "/usr/local/lib/python3*", "/root/.pyenv/*",
                        "/opt/*/lib/python3*", "/work/*/.venv/lib/python3*"):
            for place in glob.glob(pattern):
                sys.path += [place, *glob.glob(place + "/*-packages")]
        from scipy.signal import correlate
        """,
    )


@attack("reference")
def solutions_from_the_sources(hand_in: HandIn) -> None:
    """Read the instructor's notebook, in the folders that nbgrader always uses."""
    roots = [str(hand_in.class_folder), "../../..", "/work/main/exercises"]
    _run_solutions_of(hand_in, [f"{r}/source/{ASSIGNMENT}/{FILE}" for r in roots])


@attack("reference")
def solutions_of_a_classmate(hand_in: HandIn) -> None:
    """Read what a classmate handed in."""
    _run_solutions_of(hand_in, [str(hand_in.classmates_file)])


def _run_solutions_of(hand_in: HandIn, files: list[str]) -> None:
    for name in ("by_hand", "convolve", "conv2d", "feature_maps", "shift", "claims"):
        hand_in.answer(name, "")
    hand_in.extra(
        f"{RUN_SOLUTIONS}\nimport pathlib\nfor file in {files}:\n"
        "    if pathlib.Path(file).exists():\n"
        "        run_solutions(pathlib.Path(file).read_text())"
    )
