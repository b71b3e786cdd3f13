"""Build the package's wheel, as `pip install` would, from the files of this checkout."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILES = ("pyproject.toml", "README.md", "LICENSE")


def build(out: Path) -> Path:
    """Write the wheel into a folder, and return it."""
    with tempfile.TemporaryDirectory() as scratch:
        # In a copy: setuptools would put what an earlier build left into the wheel too.
        source = Path(scratch) / "source"
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "cnn_course", source / "cnn_course", ignore=ignored)
        for name in FILES:
            shutil.copy(ROOT / name, source)
        command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
        command += ["--no-build-isolation", "--disable-pip-version-check"]
        subprocess.run([*command, "--wheel-dir", out, source], check=True)
    return next(out.glob("cnn_course-*.whl"))
