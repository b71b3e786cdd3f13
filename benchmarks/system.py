"""On what it was measured: processor, versions, date."""

import datetime
import importlib
import os
import platform
import sys
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from types import ModuleType
from typing import Any

import threadpoolctl

PACKAGES = ("numpy", "torch", "tensorflow", "keras")
# Variables that choose a library's kernels or threads, and so belong to a result.
TUNING = ("OPENBLAS_", "OMP_", "MKL_", "DNNL_", "ONEDNN_", "ATEN_", "TF_ENABLE_")
KEEP = "--keep-variables"
# Those that hold one library, and not the others, to older instructions than the processor has.
HANDICAPS = (
    "OPENBLAS_CORETYPE",
    "OPENBLAS_L2_SIZE",
    "ONEDNN_MAX_CPU_ISA",
    "ATEN_CPU_CAPABILITY",
)
OPTIONAL = {
    "torch": "pip install torch==2.13.0",
    "tensorflow": "pip install tensorflow",
}


def libraries(*names: str) -> tuple[dict[str, ModuleType], list[str]]:
    """Import "torch" or "tensorflow"; return those that are there, and a line for each missing."""
    # Both are read when TensorFlow is imported.
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ["KERAS_BACKEND"] = "tensorflow"
    found, missing = {}, []
    for name in names:
        try:
            found[name] = importlib.import_module(name)
        except ModuleNotFoundError as error:
            if error.name != name:
                raise
            missing.append(f"{name} is missing and left out: {OPTIONAL[name]}")
    return found, missing


def describe() -> dict[str, Any]:
    """Return date, processor, cores, system, Python, matrix library, variables, and packages' versions."""
    return {
        "date": datetime.date.today().isoformat(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "blas": _blas(),
        "environment": tuning(),
        "versions": {name: _version(name) for name in PACKAGES if _version(name)},
    }


def tuning() -> dict[str, str]:
    """Return the environment's variables that make one of the libraries faster or slower."""
    return {
        name: value
        for name, value in sorted(os.environ.items())
        if name.startswith(TUNING)
    }


def restart_without_handicaps(module: str, arguments: Sequence[str]) -> None:
    """Start ``python -m module`` anew without such variables, which are read when a library is loaded."""
    found = {name: os.environ[name] for name in HANDICAPS if name in os.environ}
    if not found or KEEP in arguments:
        return
    print(
        *(f"dropped: {name}={value}" for name, value in found.items()),
        sep="\n",
        flush=True,
    )
    kept = {name: value for name, value in os.environ.items() if name not in found}
    os.execve(sys.executable, [sys.executable, "-m", module, *arguments], kept)


def _processor(path: Path = Path("/proc/cpuinfo")) -> str:
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _blas() -> str:
    pools = [p for p in threadpoolctl.threadpool_info() if p["user_api"] == "blas"]
    return ", ".join(
        f"{p['internal_api']} {p['version']} ({p.get('architecture', 'unknown')})"
        for p in pools
    )


def _version(package: str) -> str | None:
    for name in (package, f"{package}-cpu"):  # tensorflow-cpu on Linux
        try:
            return metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return None
