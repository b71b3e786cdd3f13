"""What a page loads: few bytes, one stylesheet, one script, pictures of known size, and nothing unused."""

import importlib
import struct
import zlib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser

from tests import web
from tests.test_extensions import EXTENSIONS
from tests.test_site import PAGES, elements

FIRST = 600_000  # bytes, pictures of notebooks apart


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(EXTENSIONS))
    return importlib.import_module


@pytest.fixture
def policy(load: Any) -> ModuleType:
    return load("policy")


@pytest.fixture
def bundles(load: Any) -> ModuleType:
    return load("bundles")


@pytest.mark.xdist_group("site")
def test_the_first_page_is_light(site: Path, chrome: Browser) -> None:
    with web.serve(site) as served:
        page = chrome.new_page()
        page.goto(f"{served.address}/")
        page.wait_for_url("**/intro.html")
        page.wait_for_load_state("networkidle")
        page.close()
    text = [entry for entry in served.sent if not entry[0].startswith("_images/")]
    assert {"index.html", "intro.html", "_static/site.css"} <= {
        name for name, _ in text
    }
    assert sum(size for _, size in text) < FIRST
    assert sum((site / name).stat().st_size for name, _ in text) < FIRST
    assert len(text) <= 10, text


@pytest.mark.xdist_group("site")
@pytest.mark.parametrize("name", [*PAGES, "search", "genindex"])
def test_a_page_loads_what_it_uses_and_waits_for_little(site: Path, name: str) -> None:
    found = elements(site, name)
    scripts = [
        attrs for tag, attrs in found.found if tag == "script" and "src" in attrs
    ]
    at_once = [attrs["src"] for attrs in scripts if not {"defer", "async"} & set(attrs)]
    assert at_once == ["_static/first.js"]
    files = [Path(attrs["src"].split("?")[0]).name for attrs in scripts]
    has_math = any("math" in (a.get("class") or "").split() for _, a in found.found)
    assert ("math.js" in files) == has_math
    assert ("host.js" in files) == any("data-widget" in a for _, a in found.found)
    assert ("searchindex.js" in files) == (name == "search")
    assert files.count("site.js") == 1
    sheets = [a["href"] for t, a in found.found if a.get("rel") == "stylesheet"]
    own = [sheet for sheet in sheets if "bundles/" not in sheet and "no_s" not in sheet]
    assert [sheet.split("?")[0] for sheet in own] == ["_static/site.css"]


@pytest.mark.xdist_group("site")
@pytest.mark.parametrize("name", PAGES)
def test_every_picture_has_its_size_and_comes_when_it_is_near(
    site: Path, name: str
) -> None:
    pictures = [attrs for tag, attrs in elements(site, name).found if tag == "img"]
    for attrs in pictures:
        assert int(attrs["width"]) > 0
        assert int(attrs["height"]) > 0
        assert attrs["decoding"] == "async"
    shown = [attrs for attrs in pictures if "logo__image" not in attrs.get("class", "")]
    assert [attrs.get("loading") for attrs in shown[:1]] == [None] * len(shown[:1])
    assert all(attrs.get("loading") == "lazy" for attrs in shown[1:])


@pytest.mark.xdist_group("site")
def test_pictures_keep_their_shape(site: Path, chrome: Browser) -> None:
    page = chrome.new_page(viewport={"width": 360, "height": 700})
    page.goto((site / "04_padding_stride.html").as_uri())
    web.load_pictures(page)
    shapes = page.evaluate("""[...document.querySelectorAll("article img")]
      .filter(image => image.offsetParent)
      .map(image => { const style = getComputedStyle(image), pad = parseFloat(style.paddingLeft) * 2;
        return [(image.clientWidth - pad) / (image.clientHeight - pad),
                image.naturalWidth / image.naturalHeight]; })""")
    page.close()
    assert len(shapes) > 4
    for shown, drawn in shapes:
        assert shown == pytest.approx(drawn, rel=0.03)


@pytest.mark.xdist_group("site")
def test_icons_of_the_pages_are_in_the_fonts_that_are_sent(site: Path) -> None:
    font = TTFont(site / "_static/vendor/fontawesome/webfonts/fa-solid-900.icons.woff")
    letters = set(font.getBestCmap())
    assert {0xF0C9, 0xF002, 0xF019, 0xF065, 0xF062} <= letters  # bars, glass, arrows
    assert len(letters) < 60


def test_a_page_without_what_the_policy_forbids(policy: ModuleType) -> None:
    rules: dict[str, str] = {}
    written = (
        '<html data-theme="auto"><head><meta charset="utf-8" />'
        '<script data-cfasync="false">document.documentElement.dataset.theme = 1;</script>'
        "<script>let toggleHintShow = 'Click';</script>"
        '<link href="../_static/a.css"></head>'
        '<a onclick="window.print()"></a><td class="a" style="width: 3%; top: 7px">x > y</td>'
        '<p style="width: 3%; top: 7px">A <b>style="no"</b></p>'
    )
    text = policy.strict(written, rules)
    ((name, style),) = rules.items()
    assert text.endswith(
        f'<a data-do="print"></a><td class="{name} a">x > y</td>'
        f'<p class="{name}">A <b>style="no"</b></p>'
    )
    assert '<script src="../_static/first.js"></script><link href="../_sta' in text
    assert text.index("Content-Security-Policy") < text.index("<script")
    assert style == "width: 3%; top: 7px"
    assert policy.sheet(rules) == (
        f".{name} {{ width: 3% !important; top: 7px !important; }}\n"
    )


@pytest.mark.parametrize("charset", ['<meta charset="utf-8" />', '<meta charset="utf-8">'])  # fmt: skip
def test_the_policy_is_written_once(policy: ModuleType, charset: str) -> None:
    text = policy.strict(f"<!DOCTYPE html><head>{charset}<title>A</title></head>", {})
    assert text.startswith('<!DOCTYPE html><head><meta charset="utf-8">\n')
    assert text.count(policy.META) == 1
    assert policy.strict(text, {}) == text


def test_rules_stay_where_an_element_may_have_them(bundles: ModuleType) -> None:
    css = """/* said */ a, .b:hover, .c > .d { x: 1 } .e.b:not(.f) { x: url("data:,}") }
    @media print { .b { x: 2 } .f { x: 3 } } @media screen { .f { x: 4 } }
    @font-face { font-family: b } :is(.f, .b) a { x: 5 }"""
    kept = bundles.used(css, {"b", "c", "e"})
    assert [line.replace(" ", "") for line in kept.splitlines()] == [
        "a,.b:hover{x:1}",
        '.e.b:not(.f){x:url("data:,}")}',
        "@mediaprint{.b{x:2}}",
        "@font-face{font-family:b}",
        ":is(.f,.b)a{x:5}",
    ]


def test_a_stylesheet_finds_its_files_from_another_folder(
    bundles: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "base.css").write_text("b { x: url('b.svg') url(data:,b) }")
    sheet = tmp_path / "styles" / "a.css"
    sheet.write_text('@import "../base.css";\na { x: url(../c/d.png) url("e.png") }')
    assert bundles.read(sheet, tmp_path) == (
        "b { x: url(b.svg) url(data:,b) }\na { x: url(c/d.png) url(styles/e.png) }"
    )


def test_the_size_of_a_picture_is_read_from_it(load: Any, tmp_path: Path) -> None:
    size = load("pictures").size
    kinds = {
        "points.svg": '<?xml version="1.0"?><svg x="1" width="30pt" height="12.1pt">',
        "pixels.svg": '<svg width="31" height="17px">',
        "box.svg": '<svg viewBox="0 0 23 19.4">',
    }
    for name, text in kinds.items():
        (tmp_path / name).write_text(text)
    found = {name: size(tmp_path / name) for name in kinds}
    assert found == {
        "points.svg": (40, 16),
        "pixels.svg": (31, 17),
        "box.svg": (23, 19),
    }
    (tmp_path / "none.svg").write_text("<svg>")
    with pytest.raises(ValueError, match=r"none\.svg has no width"):
        size(tmp_path / "none.svg")
    (tmp_path / "a.png").write_bytes(png(5, 3))
    assert size(tmp_path / "a.png") == (5, 3)


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + bytes(width)) * height)
    signature = b"\x89PNG\r\n\x1a\n"
    return signature + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_a_page_that_misses_a_limit_is_named() -> None:
    lighthouse = importlib.import_module("tests.lighthouse")

    def run(score: float, blocked: float) -> dict[str, Any]:
        scores = {"performance": score, "accessibility": 1, "best-practices": 0.96}
        audits = dict.fromkeys([*lighthouse.TIMES, "total-byte-weight"], 1230)
        audits["total-blocking-time"] = blocked
        return {
            "categories": {kind: {"score": value} for kind, value in scores.items()},
            "audits": {name: {"numericValue": n} for name, n in audits.items()},
            "environment": {
                "hostUserAgent": "X HeadlessChrome/156.0",
                "benchmarkIndex": 7,
            },
            "lighthouseVersion": "13",
        }

    good = lighthouse.median("a", [run(0.2, 900), run(0.93, 41), run(0.99, 8)])
    bad = lighthouse.median("b", [run(0.89, 77)])
    assert lighthouse.missed([good, bad]) == [
        "b: performance is 89, and should be 90 or more."
    ]
    row = lighthouse.report([good], run(1, 1)).splitlines()[-1]
    assert row == "| `a` | 93 | 100 | 96 | 1.2 | 1.2 | 41 | 1 |"
