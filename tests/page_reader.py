"""Reads a page strictly, and looks at it in a browser: for the tests of what the grader writes."""

from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path

from tests import browser

# What may stand in a page: its elements, each with its attributes.
PLAIN = [
    *("head", "style", "body", "main", "header", "footer", "blockquote", "hr", "br"),
    *("bdi", "strong", "em", "code", "thead", "tbody", "tr", "li", "summary"),
]
BOX = {"class", "tabindex", "role", "aria-label"}
PICTURE = {"class", "viewbox", "preserveaspectratio", "role"}
ALLOWED = {
    **{tag: set() for tag in PLAIN},
    **{tag: {"class"} for tag in ("span", "table", "td", "ul", "details")},
    **{tag: {"id", "class"} for tag in ("h1", "h2", "h3")},
    "html": {"lang"},
    "meta": {"charset", "http-equiv", "content", "name"},
    "section": {"class", "aria-labelledby"},
    "nav": {"aria-label"},
    "p": {"class", "aria-hidden"},
    "pre": BOX,
    "div": BOX,
    "a": {"href"},
    "ol": {"start"},
    "th": {"scope"},
    "img": {"src", "width", "height", "alt"},
    "svg": PICTURE | {"aria-hidden", "aria-labelledby"},
    "title": {"id"},
    "desc": {"id"},
    "rect": {"class", "x", "y", "width", "height"},
}
VOID = {"meta", "br", "hr", "img"}


class Read(HTMLParser):
    """A page, read as a browser reads it; an element that is not allowed is an error."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert tag in ALLOWED, tag
        assert set(names) <= ALLOWED[tag], (tag, names)
        assert len(names) == len(set(names)), (tag, names)
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag in ("td", "th"):
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    def handle_decl(self, decl: str) -> None:
        assert decl == "doctype html"

    def refuse(self, data: str) -> None:
        raise AssertionError(data)

    handle_comment = handle_pi = unknown_decl = refuse

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def all(self, tag: str, name: str) -> list[str | None]:
        return [
            attrs[name] for found, attrs in self.found if found == tag and name in attrs
        ]


def read(page: str) -> Read:
    """Read a page, and hold it to what every page of ours promises."""
    found = Read(page)
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert found.all("meta", "content")[0] == policy
    assert found.all("html", "lang") == ["en"]
    assert [tag for tag, _ in found.found].count("style") == 1
    assert [tag for tag, _ in found.found].count("h1") == 1
    assert all(
        url.startswith("data:image/png;base64,") for url in found.all("img", "src")
    )
    targets = {f"#{name}" for name in found.all("h2", "id")}
    assert set(found.all("a", "href")) <= targets
    boxes = [
        attrs for _, attrs in found.found if "box" in (attrs.get("class") or "").split()
    ]
    assert all(attrs["tabindex"] == "0" and attrs["aria-label"] for attrs in boxes)
    return found


LOOKS = [(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")]


def look(path: Path) -> list[str]:
    """Open a page in Chromium in every look; return what is wrong with it."""
    # Playwright wants a thread without an event loop, and test_site.py keeps its own open.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(_look, path).result()


def _look(path: Path) -> list[str]:
    problems: list[str] = []
    with browser.launched() as chrome:
        for width, scheme in LOOKS:
            size = {"width": width, "height": 800}
            page = chrome.new_page(viewport=size, color_scheme=scheme)
            page.on("pageerror", lambda error: problems.append(str(error)))
            page.on("console", lambda line: problems.append(line.text))
            page.on(
                "request", lambda r: r.url.startswith("data:") or problems.append(r.url)
            )
            page.goto(path.as_uri())
            page.evaluate(
                "document.querySelectorAll('details').forEach(d => d.open = true)"
            )
            found = page.evaluate(SEEN)
            if found["wide"] > width or not found["drawn"]:
                problems.append(f"{width} {scheme}: {found}")
            if (found["dark"] > 128) != (scheme == "light"):
                problems.append(f"{scheme}: {found}")
    return [problem for problem in problems if problem != path.as_uri()]


SEEN = """({
  wide: document.documentElement.scrollWidth,
  drawn: [...document.images].every(image => image.naturalWidth > 0),
  dark: +getComputedStyle(document.body).backgroundColor.match(/[0-9]+/)[0],
})"""
