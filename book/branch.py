"""Write the branch of notebooks that Google Colab and Binder open: chapters, assignments, Binder's files.

python book/branch.py _build/html _build/branch COMMIT
"""

import shutil
import sys
from pathlib import Path

from cnn_course import addresses

ROOT = Path(__file__).resolve().parents[1]
PYTHON = "python-3.11"  # that of requirements.txt


def write(site: Path, out: Path, commit: str) -> None:
    """Copy the notebooks of a site; Binder installs the package of a commit, with the locked versions."""
    shutil.copytree(site / "notebooks", out / "chapters")
    shutil.copytree(site / "exercises", out / "exercises")
    address = addresses.repository()
    if address is None:
        return
    folder = out / "binder"
    folder.mkdir()
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    locked = [line for line in lines if line != "-e ."]
    (folder / "constraints.txt").write_text("\n".join(locked) + "\n", encoding="utf-8")
    package = f"{addresses.requirement(['keras'])} @ git+{address}@{commit}"
    (folder / "requirements.txt").write_text(f"-c constraints.txt\n{package}\n")
    (folder / "runtime.txt").write_text(f"{PYTHON}\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    write(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
