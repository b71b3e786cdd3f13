"""Read a file of a stranger's: measured before it is read, and no link is followed."""

import os
import stat
from pathlib import Path

LARGEST = 20 * 2**20  # bytes of a notebook, with the pictures that students leave in


class SubmissionError(ValueError):
    """A submission cannot be read; the text says why."""


def read_file(path: Path) -> bytes:
    """Read a submission: an ordinary file of a limited size, reached without a link.

    Raises:
        SubmissionError: it is anything else.
    """
    if path.parent.is_symlink() or path.parent.parent.is_symlink():
        raise SubmissionError(
            "The folder that was handed in is a link; links are not followed."
        )
    try:
        # Opening a pipe would wait for somebody to write into it.
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        if path.is_symlink():
            raise SubmissionError(
                "The notebook is a link to another file; links are not followed."
            ) from None
        raise SubmissionError(
            f"The notebook cannot be opened: {error.strerror}."
        ) from None
    try:
        about = os.fstat(file)
        if not stat.S_ISREG(about.st_mode):
            raise SubmissionError("The notebook is not an ordinary file.")
        if about.st_size > LARGEST:
            raise SubmissionError(
                f"The notebook has {about.st_size // 2**20:,} MB; {LARGEST // 2**20} can be graded. "
                "Outputs may be cleared before it is handed in."
            )
        with os.fdopen(file, "rb", closefd=False) as opened:
            return opened.read(LARGEST)
    finally:
        os.close(file)
