"""Measure three pages with Lighthouse, as on a slow telephone: python -m tests.lighthouse SITE.

Each page three times, of which the median counts; the report is shown in the book's page on building. Exits
with 1 if a page misses a limit. Not a test: a computer that is busy with something else fails it.
"""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from tests import browser, web

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "tests" / "lighthouse_report.md"
TOOLS = ROOT / "_build" / "lighthouse"
VERSION = "13.5.0"
PAGES = ("intro", "02_filters", "07_im2col")
RUNS = 3
LIMITS = {"performance": 90, "accessibility": 100, "best-practices": 95}
TIMES = {
    "first-contentful-paint": "first text (s)",
    "largest-contentful-paint": "largest part (s)",
    "total-blocking-time": "blocked (ms)",
}


class Measured(NamedTuple):
    """Medians of a page: its scores of 100, its times, and the kilobytes that it loads."""

    page: str
    scores: dict[str, int]
    times: dict[str, float]
    kilobytes: float


def measure(address: str) -> dict[str, Any]:
    """Return what Lighthouse finds on a page.

    Raises:
        subprocess.CalledProcessError: it does not run.
    """
    chrome = browser.executable()
    command = [
        TOOLS / "node_modules" / ".bin" / "lighthouse",
        address,
        *("--quiet", "--output=json", "--output-path=stdout"),
        "--chrome-flags=--headless=new --no-sandbox",
        f"--only-categories={','.join(LIMITS)}",
    ]
    ran = subprocess.run(
        command,
        env={**os.environ, "CHROME_PATH": chrome or ""},
        capture_output=True,
        check=True,
    )
    return json.loads(ran.stdout)


def median(page: str, found: list[dict[str, Any]]) -> Measured:
    """Return the medians of several measurements."""

    def number(audit: str) -> float:
        return statistics.median(run["audits"][audit]["numericValue"] for run in found)

    scores = {
        kind: round(
            100 * statistics.median(run["categories"][kind]["score"] for run in found)
        )
        for kind in LIMITS
    }
    times = {audit: number(audit) for audit in TIMES}
    return Measured(page, scores, times, number("total-byte-weight") / 1000)


def report(measured: list[Measured], run: dict[str, Any]) -> str:
    """Return the report: what was measured, by what (as one run says), and a table."""
    machine = run["environment"]
    chrome = re.search(r"Chrome/(\d+)", machine["hostUserAgent"])[1]
    heads = ["page", *LIMITS, *TIMES.values(), "loaded (kB)"]
    lines = [
        f"Measured on {datetime.now():%d %B %Y} with Lighthouse {run['lighthouseVersion']} in "
        f"Chromium {chrome}, medians of {RUNS} runs.",
        "It plays a telephone on a slow network: a page waits 150 ms for an answer, gets 1.6 Mbit a second, "
        "and its scripts take four times as long as on the computer that measures, "
        f"whose own speed is {machine['benchmarkIndex']:.0f} in Lighthouse's units.",
        "",
        f"| {' | '.join(heads)} |",
        f"|{'---|' * len(heads)}",
    ]
    for page, scores, times, kilobytes in measured:
        first, largest, blocked = times.values()
        cells = [
            f"`{page}`",
            *map(str, scores.values()),
            *(f"{first / 1000:.1f}", f"{largest / 1000:.1f}", f"{blocked:.0f}"),
            f"{kilobytes:.0f}",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def missed(measured: list[Measured]) -> list[str]:
    """Return a sentence for every limit that a page misses."""
    return [
        f"{page}: {kind} is {scores[kind]}, and should be {least} or more."
        for page, scores, *_ in measured
        for kind, least in LIMITS.items()
        if scores[kind] < least
    ]


def main(site: Path) -> int:
    """Measure, write the report, and return 1 if a limit is missed."""
    if not shutil.which("npm"):
        print("npm is missing: install Node.js 20 or later.")
        return 1
    package = f"lighthouse@{VERSION}"
    install = ["npm", "install", "--silent", "--no-save", "--prefix", TOOLS, package]
    TOOLS.mkdir(parents=True, exist_ok=True)
    subprocess.run(install, check=True)
    measured = []
    with web.serve(site) as served:
        for page in PAGES:
            address = f"{served.address}/{page}.html"
            found = [measure(address) for _ in range(RUNS)]
            measured.append(median(page, found))
            print(page, measured[-1].scores)
    REPORT.write_text(report(measured, found[-1]), encoding="utf-8")
    print(*(problems := missed(measured)), sep="\n")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
