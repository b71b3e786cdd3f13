"""The widgets in a notebook: how they begin, and JupyterLab with Python on their other end."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from cnn_course import widgets
from cnn_course.widgets import bundle
from tests.widget_pages import BOOK, NAME

pytestmark = pytest.mark.xdist_group("notebook")

CELLS = [
    "from cnn_course import widgets\n"
    'painter = widgets.show("kernel_painter", image="Bag", kernel="identity", at=[3, 5])\n'
    "painter",
    "painter",
    *(f'widgets.show("{name}")' for name in widgets.names() if name != "kernel_painter"),
]  # fmt: skip
PLACED = r"^```\{anywidget\} [\w./]*/(\w+)\.js\n(?::[^\n]*\n)*(.*?)^```$"
HEARD = """async (module) => {
  const url = URL.createObjectURL(new Blob([module], { type: "text/javascript" }));
  const { render } = (await import(url)).default;
  const heard = [];
  const model = { get() {}, set() {}, save_changes() {}, on: (event) => heard.push(event) };
  render({ model, el: document.createElement("div") })?.();
  return heard.filter((event) => event.startsWith("change:")).map((event) => event.slice(7));
}"""
SECONDS = 120  # that JupyterLab may take, on a busy machine
IDLE = """() => {
  const { shell } = globalThis.jupyterapp ?? {};  // not there before JupyterLab's modules are
  return shell?.currentWidget?.sessionContext?.session?.kernel?.status === "idle"; }"""
RUN_ALL = '() => void jupyterapp.commands.execute("notebook:run-all-cells")'
ASK = """async (code) => {
  const { kernel } = jupyterapp.shell.currentWidget.sessionContext.session;
  const future = kernel.requestExecute({ code });
  let said = "";
  future.onIOPub = ({ content }) => (said += content.text ?? content.traceback?.join("") ?? "");
  await future.done;
  return said.trim(); }"""


# What is shown


def placed() -> dict[str, dict[str, Any]]:
    """The state of each widget on the first page that has it."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(BOOK.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        for name, state in re.findall(PLACED, text, flags=re.M | re.S):
            found.setdefault(name, json.loads(state or "{}"))
    return found


@pytest.mark.parametrize(("name", "state"), sorted(placed().items()))
def test_a_widget_begins_as_in_the_book(
    chrome: Browser, name: str, state: dict[str, Any]
) -> None:
    page = chrome.new_page()
    heard = page.evaluate(HEARD, bundle.for_notebooks(name))
    page.close()
    first = {key: state.get(key) for key in heard}
    assert widgets._states()[name] == first, f"in states.json: {json.dumps(first)}"


def test_every_widget_is_in_the_book() -> None:
    assert widgets.names() == sorted(placed())


def test_a_stylesheet_brings_what_it_imports_once(tmp_path: Path) -> None:
    (tmp_path / "base.css").write_text("p { margin: 0; }\n")
    for name in ("one", "two"):
        text = f'@import "./base.css";\n.{name} {{ color: red; }}\n'
        (tmp_path / f"{name}.css").write_text(text)
    assert bundle.stylesheet(tmp_path / "one.css", tmp_path / "two.css") == (
        "p { margin: 0; }\n\n.one { color: red; }\n\n.two { color: red; }\n"
    )


def test_an_unknown_widget_is_answered_with_the_names() -> None:
    with pytest.raises(ValueError, match=r"no widget 'painter'; .*kernel_painter, "):
        widgets.show("painter")


def test_an_unknown_part_of_the_state_is_answered_with_the_parts() -> None:
    with pytest.raises(TypeError, match=r"has no filter; it has at, image, kernel, "):
        widgets.show("kernel_painter", filter="identity")


def run(code: str) -> str:
    """What Python prints for some code, in a process of its own."""
    command = [sys.executable, "-W", "error", "-c", code]
    ran = subprocess.run(command, text=True, capture_output=True, check=False)
    return ran.stdout + ran.stderr


def test_without_the_package_the_error_says_how_to_get_it() -> None:
    said = run(
        "import sys; sys.modules['anywidget'] = None\n"
        "from cnn_course import widgets\nwidgets.show('pooling')"
    )
    assert (
        "ModuleNotFoundError: A widget needs the package anywidget: run `%pip" in said
    )


def test_the_state_is_a_widgets_attributes_and_hides_none_of_its_own() -> None:
    said = run(
        "import sys\nfrom cnn_course import widgets\n"
        "print('anywidget' in sys.modules)\n"
        "shown = widgets.show('stride_padding', size=9, at=[1, 2])\n"
        "print(shown.size, shown.kernel, shown.at, shown.keys.count('stride'))\n"
        "import anywidget\n"
        "print(*(hasattr(anywidget.AnyWidget, k) for s in widgets._states().values() for k in s))"
    )
    first, second, third = said.splitlines()
    assert first == "False"
    assert second == "9 3 [1, 2] 1"
    assert {*third.split()} == {"False"}


# In JupyterLab


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def notebook() -> str:
    kernel = {"name": "python3", "display_name": "Python 3"}
    cells = [
        {"cell_type": "code", "id": f"cell-{k}", "metadata": {}, "source": source,
         "outputs": [], "execution_count": None}
        for k, source in enumerate(CELLS)
    ]  # fmt: skip
    head = {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel}}
    return json.dumps({**head, "cells": cells})


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a JupyterLab with a notebook of all widgets, and nobody's settings."""
    home, port = tmp_path_factory.mktemp("lab"), free_port()
    (home / "work").mkdir()
    (home / "work" / "widgets.ipynb").write_text(notebook(), encoding="utf-8")
    places = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR",
              "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR", "HOME")  # fmt: skip
    options = ["--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}",
               "--IdentityProvider.token=", "--LabApp.expose_app_in_browser=True",
               "--LabApp.news_url=None", f"--ServerApp.root_dir={home / 'work'}"]  # fmt: skip
    with (home / "log").open("w") as log:
        running = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options],
            env={**os.environ, **{name: str(home / name) for name in places}},
            stdout=log,
            stderr=log,
        )
    address, end = f"http://127.0.0.1:{port}", time.monotonic() + SECONDS
    try:
        while not answers(f"{address}/api"):
            log = (home / "log").read_text(encoding="utf-8")
            assert running.poll() is None, log
            assert time.monotonic() < end, log
            time.sleep(0.2)
        yield address
    finally:
        running.terminate()
        running.wait()


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5):
            return True
    except OSError:
        return False


@pytest.fixture(scope="module")
def lab(chrome: Browser, server: str) -> Iterator[Page]:
    """The notebook, run; at the end, no widget must have complained."""
    page = chrome.new_page(viewport={"width": 1280, "height": 1500})
    page.set_default_timeout(SECONDS * 1000)
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on(
        "console",
        lambda line: (
            problems.append(line.text)
            if line.type == "error" and "/static/" not in line.location["url"]
            else None  # those are JupyterLab's own
        ),
    )
    page.on(
        "request",
        lambda r: (
            problems.append(r.url)
            if not r.url.startswith((server, "data:", "blob:"))
            else None
        ),
    )
    page.goto(f"{server}/lab/tree/widgets.ipynb", wait_until="commit")
    page.wait_for_function(IDLE)
    page.evaluate(RUN_ALL)
    page.locator(".architecture").wait_for(state="attached")
    page.set_default_timeout(15_000)
    yield page
    assert problems == []
    page.close()


def painters(lab: Page) -> list[Locator]:
    """The two views of one painter."""
    both = lab.get_by_role("group", name="Kernel painter")
    both.nth(1).wait_for(state="attached")
    return [both.nth(0), both.nth(1)]


def until(lab: Page, code: str, wanted: str) -> None:
    """Wait until Python says this; a message is on its way for a moment."""
    end = time.monotonic() + 10
    while (said := lab.evaluate(ASK, code)) != wanted and time.monotonic() < end:
        time.sleep(0.1)
    assert said == wanted


def test_python_knows_what_the_reader_chose(lab: Page) -> None:
    until(lab, "print(painter.kernel, painter.at)", "identity [3, 5]")
    first, second = painters(lab)
    first.get_by_role("combobox", name="Kernel").select_option("box blur")
    until(lab, "print(painter.kernel)", "box blur")
    assert second.get_by_role("combobox", name="Kernel").input_value() == "box blur"


def test_what_python_sets_is_on_the_screen(lab: Page) -> None:
    lab.evaluate(ASK, "painter.set_trait('kernel', 'sharpen'); painter.at = [7, 2]")
    for view in painters(lab):
        view.locator(".sum").filter(has_text="Row 7, column 2: ").wait_for()
        assert view.get_by_role("combobox", name="Kernel").input_value() == "sharpen"


def test_arrow_keys_are_the_widgets_and_not_the_notebooks(lab: Page) -> None:
    lab.evaluate(ASK, "painter.at = [4, 6]")
    view = painters(lab)[0]
    view.locator(".sum").filter(has_text="Row 4, column 6: ").wait_for()
    active = "jupyterapp.shell.currentWidget.content.activeCellIndex"
    result = view.get_by_role("application", name="Result")
    result.focus()
    before = lab.evaluate(active)
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "b"):
        lab.keyboard.press(key)
    until(lab, "print(painter.at)", "[6, 7]")
    assert lab.evaluate(active) == before
    cells = "jupyterapp.shell.currentWidget.content.widgets.length"
    assert lab.evaluate(cells) == len(CELLS)  # "b" would have added one


def test_a_click_moves_the_window_and_python_knows(lab: Page) -> None:
    result = painters(lab)[0].get_by_role("application", name="Result")
    side = result.bounding_box()["width"]
    result.click(position={"x": 10.5 * side / 26, "y": 12.5 * side / 26})
    until(lab, "print(painter.at)", "[12, 10]")


def test_every_widget_is_there_without_the_links_of_a_page(lab: Page) -> None:
    shown = lab.locator(".cnn-course")
    assert shown.count() == len(CELLS)
    links = shown.get_by_text("Link to this state")
    assert links.count() == len(CELLS)
    assert not any(link.is_visible() for link in links.all())
    for widget in shown.locator("> [role=group]").all():
        assert widget.evaluate(NAME)


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_the_colours_are_those_of_jupyterlab(lab: Page, theme: str) -> None:
    lab.evaluate(
        "(theme) => void jupyterapp.commands.execute('apputils:change-theme', { theme })",
        f"JupyterLab {theme}",
    )
    name = f"document.body.dataset.jpThemeName === 'JupyterLab {theme}'"
    lab.wait_for_function(name)
    colours = lab.locator(".cnn-course select").first.evaluate(
        "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
    )
    light = [sum(map(float, c.split("(")[1].strip(")").split(",")[:3])) > 400 for c in colours]  # fmt: skip
    assert light == ([False, True] if theme == "Light" else [True, False])
