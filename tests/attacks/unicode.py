"""Names and texts that look like others, or are read differently by different programs."""

from tests.attacks import HandIn, attack


@attack("unicode")
def checks_in_full_width(hand_in: HandIn) -> None:
    """Shadow the checks under a name that Python takes for `checks`, and a search does not."""
    hand_in.guess()
    hand_in.extra(
        """
        class Content:
            def __getattr__(self, name): return lambda *a: None
        ｃｈｅｃｋｓ = Content()
        """,
        after="given-3",
    )


@attack("unicode")
def forbidden_import_in_full_width(hand_in: HandIn) -> None:
    """Import the reference under letters of another width."""
    hand_in.extra("from cnn_course.ｃonv import conv2d as ｆound")
    hand_in.body("conv2d", "return ｆound(x, w, b)")


@attack("unicode")
def source_in_another_encoding(hand_in: HandIn) -> None:
    """Declare an encoding in which a comment is code."""
    hand_in.extra("# -*- coding: utf-7 -*-\n# +AAo-checks = None\nx = 1")
    hand_in.extra("# coding: rot13\nvzcbeg bf")


@attack("unicode")
def names_that_look_alike(hand_in: HandIn) -> None:
    """Name cells with Cyrillic letters, joiners and marks of direction."""
    hand_in.guess()
    for cell in hand_in.cells:
        found = cell["metadata"]["nbgrader"]
        found["grade_id"] = found["grade_id"].replace("c", "с").replace("-", "-\u200d")
    hand_in.cells[3]["metadata"]["nbgrader"]["grade_id"] = "\u202echeck-conv2d"


@attack("unicode", earns=1)
def letters_without_a_pair(hand_in: HandIn) -> None:
    """Write halves of surrogate pairs, zeros and odd ends of lines into cells."""
    hand_in.solve("by_hand")
    hand_in.answer("convolve", "x = '\ud800'")
    hand_in.answer("conv2d", "x = '\x00'")
    hand_in.answer("shift", "x = 1\r# \u2028y = 2\x0c\x0b\x85z = 3")
    hand_in.cell("essay-why_so_few")["source"] = "\udfff\ud800 \ufeff\uffff"


@attack("unicode", earns=1)
def code_that_reads_backwards(hand_in: HandIn) -> None:
    """Hide code in a comment by marks of direction."""
    hand_in.solve("by_hand")
    hand_in.answer(
        "convolve", "x = 1 # \u202e \u2066 right answer \u2069 \u2066 return 0"
    )


@attack("unicode", earns=1)
def names_of_a_million_letters(hand_in: HandIn) -> None:
    """Define a variable whose name has a million letters."""
    hand_in.solve("by_hand")
    hand_in.answer("convolve", "ﬁ" * 1_000_000 + " = 1")


@attack("unicode", earns=1)
def names_of_the_language(hand_in: HandIn) -> None:
    """Name cells like Python's own attributes, paths and nothing."""
    hand_in.solve("by_hand")
    names = ("__class__", "../../x", "", " ", "a/b", "\n", "%s{0}", "x" * 100_000)
    given = [cell for cell in hand_in.cells if cell["id"].startswith("given")]
    for cell, name in zip(given, names, strict=False):
        cell["metadata"]["nbgrader"]["grade_id"] = name
        cell["id"] = name


@attack("unicode", earns=1)
def code_that_breaks_the_parser(hand_in: HandIn) -> None:
    """Write expressions that nest too deeply for Python's parser."""
    hand_in.solve("by_hand")
    hand_in.answer("convolve", "x = " + "(" * 5000 + ")" * 5000)
    hand_in.answer("conv2d", "x = " + "-" * 100_000 + "1")
    hand_in.answer("feature_maps", "x = 1" + " + 1" * 50_000)
    hand_in.answer("shift", "\n".join(" " * i + "if x:" for i in range(200)))


@attack("unicode", earns=1)
def attachments_without_a_pair(hand_in: HandIn) -> None:
    """Attach pictures whose names and contents cannot be written as UTF-8, or are no texts."""
    hand_in.solve("by_hand")
    essay = hand_in.cell("essay-why_so_few")
    essay["source"] = "![](attachment:\udfff.png) ![](attachment:x.svg)"
    essay["attachments"] = {
        "\udfff.png": {"image/png": "\ud800"},
        "x.svg": {"image/svg+xml": "<svg onload='alert(1)'/>", "text/html": "<script>"},
        "y.png": {"image/png": 5, "": None},
        "z": [],
    }


@attack("unicode", earns=1)
def texts_of_own_cells_without_a_pair(hand_in: HandIn) -> None:
    """Add cells of every kind whose texts, names and metadata cannot be written as UTF-8."""
    hand_in.solve("by_hand")
    for kind in ("markdown", "raw", "code"):
        metadata = {"\ud800": "\ud800", "tags": ["\ud800"]}
        cell = {"cell_type": kind, "id": "\ud800", "metadata": metadata, "outputs": []}
        hand_in.cells.append(cell | {"source": ["# \ud800", "\udfff"]})
