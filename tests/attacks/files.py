"""Put something else in the notebook's place, or something beside it."""

import os

from tests.attacks import HandIn, attack
from tests.attacks.hand_in import ASSIGNMENT, FILE


@attack("files", flagged=True)
def link_to_a_classmates_notebook(hand_in: HandIn) -> None:
    """Hand in a link to the right answers of somebody else."""
    hand_in.file.symlink_to(hand_in.classmates_file)
    hand_in.finished = True


@attack("files", earns=14)  # whoever can link to it can also read it
def hard_link_to_a_classmates_notebook(hand_in: HandIn) -> None:
    """Hand in a second name of somebody else's file, which is no link to look at."""
    os.link(hand_in.classmates_file, hand_in.file)
    hand_in.finished = True


@attack("files", flagged=True)
def link_to_the_sources(hand_in: HandIn) -> None:
    """Hand in a link to the instructor's notebook."""
    hand_in.file.symlink_to(hand_in.class_folder / "source" / ASSIGNMENT / FILE)
    hand_in.finished = True


@attack("files", flagged=True)
def folder_that_is_a_link(hand_in: HandIn) -> None:
    """Hand in a link to a classmate's whole folder."""
    hand_in.folder.rmdir()
    hand_in.folder.symlink_to(hand_in.classmates_file.parent)
    hand_in.finished = True


@attack("files", flagged=True)
def pipe_as_a_notebook(hand_in: HandIn) -> None:
    """Hand in a named pipe, which keeps its reader waiting."""
    os.mkfifo(hand_in.file)
    hand_in.finished = True


@attack("files", flagged=True)
def device_as_a_notebook(hand_in: HandIn) -> None:
    """Hand in a link to a device that never ends."""
    hand_in.file.symlink_to("/dev/zero")
    hand_in.finished = True


@attack("files", flagged=True)
def folder_as_a_notebook(hand_in: HandIn) -> None:
    """Hand in a folder of the notebook's name, with a notebook in it."""
    hand_in.file.mkdir()
    (hand_in.file / FILE).write_bytes(hand_in.classmates_file.read_bytes())
    hand_in.finished = True


@attack("files", flagged=True)
def circle_of_links(hand_in: HandIn) -> None:
    """Hand in links that lead to each other."""
    hand_in.file.symlink_to("other.ipynb")
    (hand_in.folder / "other.ipynb").symlink_to(FILE)
    hand_in.finished = True


@attack("files", flagged=True)
def no_notebook(hand_in: HandIn) -> None:
    """Hand in everything but the notebook."""
    hand_in.beside("answers.txt", "see my e-mail")
    hand_in.finished = True


@attack("files", flagged=True)
def notebook_of_200_megabytes(hand_in: HandIn) -> None:
    """Hand in a file that is long, and takes no room."""
    with hand_in.file.open("wb") as file:
        file.truncate(200 * 2**20)
    hand_in.finished = True


@attack("files", flagged=True)
def notebook_of_a_terabyte(hand_in: HandIn) -> None:
    """Hand in a file that no memory holds."""
    with hand_in.file.open("wb") as file:
        file.write(b'{"cells": [')
        file.truncate(2**40)
    hand_in.finished = True


@attack("files", earns=14)  # a slip that many make
def notebook_with_a_similar_name(hand_in: HandIn) -> None:
    """Hand in right answers under a name with a Greek o."""
    similar = hand_in.folder / "02_convοlution.ipynb"
    similar.write_bytes(hand_in.classmates_file.read_bytes())
    hand_in.finished = True
