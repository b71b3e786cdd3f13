"""Execute a chapter again when the package or the environment has changed.

The execution cache looks at a chapter's own cells only; here its place also depends on the rest.
"""

import hashlib
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

ROOT = Path(__file__).resolve().parents[2]


def fingerprint() -> str:
    """Return a hash of everything outside a chapter that its numbers depend on."""
    sha = hashlib.sha256()
    package = (
        p for p in (ROOT / "cnn_course").rglob("*") if p.suffix in {".py", ".npz"}
    )
    measured = (ROOT / "benchmarks/results").glob("*")
    for path in [ROOT / "requirements.txt", *sorted(package), *sorted(measured)]:
        sha.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return sha.hexdigest()[:16]


def _place_cache(app: Sphinx, config: Config) -> None:
    config.nb_execution_cache_path = str(
        Path(app.outdir).parent / ".jupyter_cache" / fingerprint()
    )


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect to Sphinx."""
    app.connect("config-inited", _place_cache)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
