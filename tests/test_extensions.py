"""The book's own Sphinx extensions, apart from a build."""

import importlib
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from docutils import nodes

from cnn_course import addresses

EXTENSIONS = Path(__file__).resolve().parents[1] / "book" / "extensions"
KNOWN = {
    "Repository": "https://github.com/someone/course",
    "Homepage": "https://someone.example/course",
}


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(EXTENSIONS))
    monkeypatch.delitem(sys.modules, "addresses", raising=False)
    return importlib.import_module


@pytest.fixture(params=[{}, KNOWN], ids=["unset", "set"])
def urls(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> dict[str, str]:
    monkeypatch.setattr(addresses, "urls", lambda: request.param)
    return request.param


def test_the_theme_gets_the_addresses_or_none(load: Any, urls: dict[str, str]) -> None:
    config = SimpleNamespace(html_theme_options={}, html_baseurl="")
    load("addresses")._set_addresses(None, config)
    options = config.html_theme_options
    assert options["repository_url"] == urls.get("Repository", "")
    assert options["use_edit_page_button"] == bool(urls)
    assert config.html_baseurl == ("https://someone.example/course/" if urls else "")


def buttons(module: ModuleType, page: str) -> list[dict[str, Any]]:
    downloads = {"label": "download-buttons", "buttons": [{"text": ".md"}]}
    context = {"header_buttons": [downloads]}
    env = SimpleNamespace(
        found_docs={"01_images", "references"}, nb_metadata={"01_images": {}}
    )
    module._add_buttons(SimpleNamespace(env=env), page, "", context, None)
    return context["header_buttons"]


COLAB = "https://colab.research.google.com/github/someone/course/blob/notebooks/"
BINDER = "https://mybinder.org/v2/gh/someone/course/notebooks?urlpath=lab%2Ftree%2F"


def test_a_chapter_opens_in_colab_and_binder_where_its_address_is_known(
    load: Any, urls: dict[str, str]
) -> None:
    downloads, *others = buttons(load("notebooks"), "01_images")
    assert [button["text"] for button in downloads["buttons"]] == [".ipynb", ".md"]
    links = [button["url"] for group in others for button in group["buttons"]]
    wanted = [
        f"{COLAB}chapters/01_images.ipynb",
        f"{BINDER}chapters%2F01_images.ipynb",
    ]
    assert links == (wanted if urls else [])


def test_an_assignment_has_links_that_run_it(load: Any, urls: dict[str, str]) -> None:
    path, other = "exercises/01_filters.ipynb", "exercises/08_training.ipynb"
    link = nodes.reference("", "filters", refuri=path)
    text = nodes.paragraph("", "", link, nodes.Text("."))
    load("notebooks")._add_links(SimpleNamespace(lite_contents=[path]), text, "")
    here = f"lite/notebooks/index.html?path={path}"
    outside = [COLAB + path, BINDER + path.replace("/", "%2F")] if urls else []
    links = [found["refuri"] for found in text.findall(nodes.reference)]
    assert links == [path, here, *outside]
    end = ", Google Colab, Binder)." if urls else ")."
    assert text.astext() == f"filters (run it in your browser{end}"
    others = nodes.paragraph("", "", nodes.reference("", "training", refuri=other))
    load("notebooks")._add_links(SimpleNamespace(lite_contents=[path]), others, "")
    assert "your browser" not in others.astext()
    assert ("Binder" in others.astext()) == bool(urls)


def test_the_branch_has_what_colab_and_binder_open(
    load: Any,
    urls: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("notebooks/01_images", "exercises/01_filters"):
        path = tmp_path / "site" / f"{name}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text("{}", encoding="utf-8")
    monkeypatch.syspath_prepend(str(EXTENSIONS.parent))
    out = tmp_path / "branch"
    load("branch").write(tmp_path / "site", out, "abc123")
    assert (out / "chapters/01_images.ipynb").exists()
    assert (out / "exercises/01_filters.ipynb").exists()
    assert (out / "binder").exists() == bool(urls)
    if urls:
        wanted = (out / "binder/requirements.txt").read_text(encoding="utf-8")
        assert wanted.splitlines() == [
            "-c constraints.txt",
            "cnn-course[keras] @ git+https://github.com/someone/course@abc123",
        ]
        locked = (out / "binder/constraints.txt").read_text(encoding="utf-8")
        assert "numpy==" in locked
        assert "-e" not in locked.split()


def test_a_page_without_code_has_no_notebook(load: Any) -> None:
    (downloads,) = buttons(load("notebooks"), "references")
    assert [button["text"] for button in downloads["buttons"]] == [".md"]


def test_a_published_notebook_installs_the_package_where_it_can(
    load: Any, urls: dict[str, str]
) -> None:
    notebook = load("notebooks").as_notebook(EXTENSIONS.parent / "02_filters.md")
    assert ("%pip install" in notebook.cells[0].source) == bool(urls)
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)


def test_the_cache_moves_when_the_package_or_a_measurement_changes(
    load: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    module = load("execution_cache")
    (tmp_path / "cnn_course").mkdir()
    (tmp_path / "requirements.txt").write_text("numpy==2.4\n")
    (tmp_path / "cnn_course" / "conv.py").write_text("one = 1\n")
    (tmp_path / "cnn_course" / "notes.txt").write_text("not code\n")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    first = module.fingerprint()
    (tmp_path / "cnn_course" / "notes.txt").write_text("changed\n")
    assert module.fingerprint() == first
    (tmp_path / "cnn_course" / "conv.py").write_text("one = 2\n")
    second = module.fingerprint()
    (tmp_path / "requirements.txt").write_text("numpy==2.5\n")
    third = module.fingerprint()
    (tmp_path / "cnn_course/data").mkdir()
    (tmp_path / "cnn_course/data/speed.json").write_text("{}\n")
    assert len({first, second, third, module.fingerprint()}) == 4


def test_what_no_page_uses_is_left_out_and_nothing_else(load: Any) -> None:
    script = SimpleNamespace(filename="", attributes={"body": "const THEBE_JS_URL = 1"})
    tabs = SimpleNamespace(filename="_static/design-tabs.js", attributes={})
    other = SimpleNamespace(filename="_static/doctools.js", attributes={})
    context = {
        "script_files": [script, tabs, other],
        "css_files": ["_static/sphinx-thebe.css"],
    }
    load("lean_pages")._without_unused(None, "", "", context, None)
    assert context["script_files"] == [other]


def test_what_a_cell_prints_in_pieces_is_joined_as_it_is(load: Any) -> None:
    pieces = ["a list: [1, 2", ", 3]\n\n  ind", "ented\n"]
    outputs = [
        {"output_type": "stream", "name": "stdout", "text": piece} for piece in pieces
    ]
    picture = {"output_type": "display_data", "data": {}}
    late = {"output_type": "stream", "name": "stderr", "text": "a warning"}
    module = load("whole_streams")
    found = module.joined([outputs[0], picture, *outputs[1:], late])
    assert [output.get("text") for output in found] == [
        "".join(pieces),
        None,
        "a warning",
    ]
    assert module.merge(found)[0]["text"] == "a list: [1, 2, 3]\n\n  indented\n"


# What the theme and other extensions write, a part that stays, and what the page should have instead.
FAULTS = {
    "two exercises with one id": (
        '<section id="exercise-content"><p>A</p></section>'
        '<section id="exercise-content"><p>B</p></section>'
        '<section id="solution-content">',
        '<section class="exercise-content"><p>A</p></section>'
        '<section class="exercise-content"><p>B</p></section>'
        '<section class="solution-content">',
    ),
    "the site's name outside every landmark": (
        '<header id="pst-header" class="bd-header">\n</header>'
        '<div class="sidebar-primary-item">\n<a class="navbar-brand logo">\n<p>A</p>\n</a></div>'
        '<div class="sidebar-primary-item">search</div>',
        '<div id="pst-header" class="bd-header">\n</div>'
        '<header class="sidebar-primary-item">\n<a class="navbar-brand logo">\n<p>A</p>\n</a></header>'
        '<div class="sidebar-primary-item">search</div>',
    ),
    "parameters that describe nothing": (
        "<dl>\n<dd><em>x</em>,</dd>\n<dd><em>w</em>,</dd>\n</dl><dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>",
        "<ul>\n<li><em>x</em>,</li>\n<li><em>w</em>,</li>\n</ul><dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>",
    ),
    "a list of sources without list items": (
        '<div role="doc-biblioentry">',
        '<div role="listitem">',
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_finished_page_is_mended_once(load: Any, fault: str) -> None:
    written, right = FAULTS[fault]
    repaired = load("accessible").repaired
    assert repaired(written) == right
    assert repaired(right) == right


def test_a_download_says_the_same_in_plain_markdown(load: Any) -> None:
    text = """(here)=
# A title
See {numref}`fig-a` and {cite:t}`lecun1998`, [one](01_images.md#a) or [words](glossary.md).
::::{quiz} How large?
:::{choice} `n` < 30
:right:
Because.
:::
::::
```{anywidget} assets/a.js
css: a.css
```
````{solution} ex-1
:class: dropdown
```python
x = 1  # [one](01_images.md)
```
````
"""
    assert (
        load("plain").plain(text, {"01_images"}.__contains__)
        == """# A title
See the figure and LeCun et al. (1998), [one](01_images.ipynb) or words.

**Question: How large?**

<details><summary><code>n</code> &lt; 30</summary>

**Right.**
Because.

</details>

<details><summary>Solution</summary>

```python
x = 1  # [one](01_images.md)
```

</details>"""
    )
