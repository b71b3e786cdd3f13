"""What the machine needs to run strangers' programs safely: Linux and bubblewrap."""

import shutil
import subprocess
import sys

INSTALL = "install it (Debian, Ubuntu: apt-get install bubblewrap; Fedora: dnf install bubblewrap)"


def missing() -> str | None:
    """Say in one line what is missing to sandbox students' programs, or return None."""
    if not sys.platform.startswith("linux"):
        return "Grading strangers' notebooks needs Linux; students work on any system."
    bwrap = shutil.which("bwrap")
    if bwrap is None:
        return (
            f"bubblewrap is missing; before you grade strangers' notebooks, {INSTALL}."
        )
    trial = [bwrap, "--unshare-all", "--ro-bind", "/", "/", "true"]
    ran = subprocess.run(trial, capture_output=True, text=True, check=False)
    if ran.returncode:
        return f"bubblewrap cannot make user namespaces here: {ran.stderr.strip()}"
    return None
