"""Find a Chromium to look at the pages with; `python -m tests.browser` says whether there is one."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Root has no sandbox of its own to give; the pages are ours.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-sync",
]


def executable() -> str | None:
    """Return the path of a browser: $CHROMIUM, the system's, or the one that Playwright installed."""
    candidates = [os.environ.get("CHROMIUM"), *map(shutil.which, NAMES)]
    with sync_playwright() as playwright:
        candidates.append(playwright.chromium.executable_path)
    return next((path for path in candidates if path and Path(path).exists()), None)


@contextmanager
def launched() -> Iterator[Browser]:
    """Start a browser, and close it at the end.

    Raises:
        FileNotFoundError: there is none.
    """
    path = executable()
    if path is None:
        raise FileNotFoundError("No Chromium was found: `make browser` installs one.")
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chrome
        chrome.close()


if __name__ == "__main__":
    sys.exit(0 if executable() else 1)
