"""Notebooks whose cells are not those that were handed out."""

from tests.attacks import HandIn, attack
from tests.attacks.hand_in import code_cell, copy_of
from tests.attacks.notebooks import CHECKS, metadata_of


@attack("notebooks")
def forged_points(hand_in: HandIn) -> None:
    """Write other points into the metadata."""
    hand_in.guess()
    for found in metadata_of(hand_in):
        if found["grade"]:
            found["points"] = 1000


@attack("notebooks")
def forged_flags(hand_in: HandIn) -> None:
    """Unlock the checks, empty them, and let their checksums be right."""
    hand_in.guess()
    for name in CHECKS:
        cell = hand_in.cell(f"check-{name}")
        cell["source"] = "pass"
        cell["metadata"]["nbgrader"] |= {"locked": False, "solution": True}
        cell["metadata"]["nbgrader"]["checksum"] = "0" * 32


@attack("notebooks")
def edited_checks(hand_in: HandIn) -> None:
    """Empty the check cells."""
    hand_in.guess()
    for name in CHECKS:
        hand_in.cell(f"check-{name}")["source"] = "pass"


@attack("notebooks")
def checks_that_are_texts(hand_in: HandIn) -> None:
    """Turn the checks into Markdown, and the essay into code."""
    hand_in.guess()
    for name in CHECKS:
        hand_in.cell(f"check-{name}")["cell_type"] = "markdown"
    essay = hand_in.cell("essay-why_so_few")
    essay |= {"cell_type": "code", "source": "2.0", "outputs": []}


@attack("notebooks")
def copied_checks(hand_in: HandIn) -> None:
    """Copy the check cells, and empty the copies: which of the two is right?"""
    hand_in.guess()
    for name in CHECKS:
        copy = copy_of(hand_in.cell(f"check-{name}"), f"copy-{name}")
        copy["source"] = "pass"
        hand_in.cells.append(copy)


@attack("notebooks", earns=1)
def copied_answers(hand_in: HandIn) -> None:
    """Copy a solved answer cell, metadata included, as happens in an editor."""
    hand_in.solve("by_hand")
    place = hand_in.cells.index(hand_in.cell("answer-by_hand"))
    hand_in.cells.insert(place, copy_of(hand_in.cells[place], "again"))


@attack("notebooks", earns=1)
def deleted_cells(hand_in: HandIn) -> None:
    """Delete everything but one answer."""
    hand_in.solve("by_hand")
    hand_in.notebook["cells"] = [hand_in.cell("answer-by_hand")]


@attack("notebooks")
def deleted_answers(hand_in: HandIn) -> None:
    """Delete the answer cells, so that the checks find nothing."""
    hand_in.notebook["cells"] = [
        cell for cell in hand_in.cells if not cell["id"].startswith("answer")
    ]


@attack("notebooks")
def renamed_cells(hand_in: HandIn) -> None:
    """Give every cell the name of another one."""
    hand_in.guess()
    names = [found["grade_id"] for found in metadata_of(hand_in)]
    for found, name in zip(metadata_of(hand_in), names[1:] + names[:1], strict=True):
        found["grade_id"] = name


@attack("notebooks")
def one_name_for_all(hand_in: HandIn) -> None:
    """Give all cells the same id and the same grade_id."""
    hand_in.guess()
    for cell in hand_in.cells:
        cell["id"] = "check-conv2d"
        cell["metadata"]["nbgrader"]["grade_id"] = "check-conv2d"


@attack("notebooks")
def own_graded_cells(hand_in: HandIn) -> None:
    """Add graded cells that are right, worth many points, and tasks for a person."""
    for number in range(5):
        cell = code_cell("100.0", f"own-{number}")
        cell["metadata"]["nbgrader"] = {
            "schema_version": 3,
            "grade": True,
            "solution": False,
            "locked": True,
            "task": number % 2 == 1,
            "points": 100,
            "cell_type": "code",
            "grade_id": f"own-{number}",
            "checksum": "0",
        }
        hand_in.cells.append(cell)


@attack("notebooks")
def forged_outputs_in_the_file(hand_in: HandIn) -> None:
    """Hand in checks that look as if they had been right."""
    hand_in.guess()
    for name in CHECKS:
        cell = hand_in.cell(f"check-{name}")
        cell["execution_count"] = 10**30
        cell["outputs"] = [
            {"output_type": "stream", "name": "stdout", "text": f"{name}: correct."},
            {
                "output_type": "execute_result",
                "execution_count": 1,
                "metadata": {},
                "data": {"text/plain": "4.0"},
            },
        ]


@attack("notebooks", earns=1)
def unknown_cells(hand_in: HandIn) -> None:
    """Add cells of kinds that there are not."""
    hand_in.solve("by_hand")
    for kind in ("raw", "heading", "sql", "", None, 5):
        hand_in.cells.append({"cell_type": kind, "metadata": {}, "source": "x"})


@attack("notebooks")
def checks_before_answers(hand_in: HandIn) -> None:
    """Turn the order of all cells around."""
    hand_in.guess()
    hand_in.cells.reverse()


@attack("notebooks")
def commands_of_the_shell(hand_in: HandIn) -> None:
    """Use magics, shell commands, and other languages' cells."""
    hand_in.extra("%%javascript\nalert(1)")
    hand_in.extra("%%html\n<script>alert(1)</script>")
    hand_in.extra("%%bash\nsleep 100 &\ndisown -a")
    hand_in.extra("!nohup sleep 100 &\n%load_ext nothing\n%reset -f\n%cd /")
    hand_in.extra("%%capture output\nraise ValueError")
    hand_in.extra("%quickref\n?checks\n%debug\n%%timeit\nexit()\nquit")
