"""A server for the site that sends what GitHub Pages would: text compressed, pictures as they are."""

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page

COMPRESSED = ("text/", "application/javascript", "application/json", "image/svg+xml")


class Served(NamedTuple):
    """The address of the site, and the bytes that were sent of each file, in the order of the requests."""

    address: str
    sent: list[tuple[str, int]]


@cache
def body(file: Path, changed: float) -> tuple[bytes, str, bool]:
    """Return what is sent for a file, its kind, and whether it is compressed; ``changed`` renews it."""
    del changed
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    if kind.startswith(COMPRESSED):
        return gzip.compress(file.read_bytes(), 6), kind, True
    return file.read_bytes(), kind, False


@contextmanager
def serve(site: Path) -> Iterator[Served]:
    """Serve a folder on a free port of this computer."""
    sent: list[tuple[str, int]] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            name = unquote(urlsplit(self.path).path).lstrip("/") or "index.html"
            file = site / name
            if not file.is_file():
                self.send_error(404)
                return
            data, kind, compressed = body(file, file.stat().st_mtime)
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "max-age=600")
            if compressed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(data)
            sent.append((name, len(data)))

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Served(f"http://127.0.0.1:{server.server_port}", sent)
    server.shutdown()
    thread.join()
    server.server_close()


def until(page: Page, condition: str) -> None:
    """Wait for a condition in JavaScript; Playwright's own way is `eval`, which the policy forbids."""
    page.evaluate(f"""() => new Promise((done, failed) => {{
      const end = performance.now() + 15000;
      const look = () => {{
        if ({condition}) done();
        else if (performance.now() > end) failed(new Error("not so in time"));
        else setTimeout(look, 20);
      }};
      look();
    }})""")


def set_equations(page: Page) -> None:
    """Have the equations of a page set, which else waits until a reader comes near one."""
    page.evaluate("dispatchEvent(new Event('equations'))")
    until(page, "document.documentElement.dataset.math === 'set'")


def load_pictures(page: Page) -> None:
    """Have the pictures of a page loaded, which else waits until a reader comes near them."""
    page.evaluate(
        "document.querySelectorAll('img').forEach(image => { image.loading = 'eager'; })"
    )
    until(page, "[...document.images].every(image => image.complete)")
