"""Execute a chapter again when the package or the environment has changed.

The execution cache looks at a chapter's own cells only; here its place also depends on the rest. All builds
of one checkout share it, wherever their pages go.
"""

import hashlib
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

ROOT = Path(__file__).resolve().parents[2]
# What pages read besides the package.
READ = (
    "requirements.txt",
    "exercises/README.md",
    "tests/mutation_report.md",
)


def fingerprint() -> str:
    """Return a hash of everything outside a chapter that its numbers depend on."""
    sha = hashlib.sha256()
    package = (ROOT / "cnn_course").rglob("*")
    found = [
        *(path for path in package if path.suffix in {".py", ".npz", ".json", ".svg"}),
        *(path for name in READ if (path := ROOT / name).exists()),
    ]
    for path in sorted(found):
        sha.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return sha.hexdigest()[:16]


def _place_cache(_app: Sphinx, config: Config) -> None:
    place = ROOT / "_build" / ".jupyter_cache" / fingerprint()
    config.nb_execution_cache_path = str(place)


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx."""
    app.connect("config-inited", _place_cache)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
