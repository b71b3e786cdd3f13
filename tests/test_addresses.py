import re
from email.message import Message

import pytest

from cnn_course import addresses

HUB = "https://github.com/someone/cnn-course"
PAGES = "https://someone.github.io/cnn-course"
CITATION = "cff-version: 1.2.0\ntitle: A course\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Return a function that writes the [project.urls] of a project of our own."""
    monkeypatch.setattr(addresses, "ROOT", tmp_path)

    def write(**urls):
        lines = ["[project]", 'name = "cnn-course"', "[project.urls]"]
        lines += [f'{name} = "{address}"' for name, address in urls.items()]
        (tmp_path / "pyproject.toml").write_text("\n".join(lines), encoding="utf-8")

    return write


def test_addresses_come_from_pyproject(project):
    project(Repository=HUB, Homepage=PAGES)
    assert addresses.urls() == {"Repository": HUB, "Homepage": PAGES}
    assert addresses.repository() == HUB
    assert addresses.site() == PAGES


def test_a_table_without_addresses_gives_none(project):
    project()
    assert addresses.urls() == {}
    assert addresses.repository() is None
    assert addresses.site() is None
    assert addresses.install_command() is None
    assert addresses.colab("01_images.ipynb") is None


@pytest.mark.usefixtures("project")
def test_a_project_without_the_table_has_no_addresses(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert addresses.urls() == {}


@pytest.mark.usefixtures("project")
def test_an_installed_package_asks_its_metadata(monkeypatch):
    installed = Message()
    installed["Project-URL"] = f"Repository, {HUB}"
    installed["Project-URL"] = f"Homepage, {PAGES}"
    monkeypatch.setattr(addresses.metadata, "metadata", lambda name: installed)
    assert addresses.urls() == {"Repository": HUB, "Homepage": PAGES}


@pytest.mark.usefixtures("project")
def test_installed_metadata_without_addresses_gives_none(monkeypatch):
    monkeypatch.setattr(addresses.metadata, "metadata", lambda name: Message())
    assert addresses.urls() == {}


def test_the_install_command_names_the_repository(project):
    project(Repository=HUB)
    assert addresses.install_command() == (f'%pip install -q "cnn-course @ git+{HUB}"')


def test_a_notebook_with_keras_installs_it_where_there_is_none(project):
    project(Repository=HUB)
    extras = addresses.extras_for("import numpy\n    from cnn_course.models import vgg")
    first, second = re.findall(r'find_spec\("(\w+)"\):\n +(.*)', addresses.install_cell(extras))  # fmt: skip
    assert first == ("cnn_course", addresses.install_command())
    assert second == ("keras", f'%pip install -q "cnn-course[keras] @ git+{HUB}"')
    assert addresses.extras_for("import keras_models, kerasx") == []


@pytest.mark.parametrize("repository", [HUB, f"{HUB}.git", f"{HUB}/"])
def test_colab_opens_what_lies_on_github(project, repository):
    project(Repository=repository)
    assert addresses.colab("03_convolution.ipynb") == (
        "https://colab.research.google.com/github/someone/cnn-course"
        "/blob/notebooks/03_convolution.ipynb"
    )


@pytest.mark.parametrize(
    "repository",
    [
        "https://gitlab.com/someone/cnn-course",
        "https://github.com.evil.example/someone/cnn-course",
        "https://github.com/someone",
        f"{HUB}/tree/main",
    ],
)
def test_colab_has_no_link_for_other_hosts(project, repository):
    project(Repository=repository)
    assert addresses.colab("03_convolution.ipynb") is None
    assert addresses.binder("03_convolution.ipynb") is None


def test_a_citation_gets_the_addresses():
    found = {"Repository": HUB, "Homepage": PAGES}
    assert addresses.with_addresses(CITATION, found) == (
        CITATION + f"repository-code: {HUB}\nurl: {PAGES}\n"
    )


def test_a_citation_loses_addresses_that_are_gone():
    with_both = addresses.with_addresses(CITATION, {"Repository": HUB, "Homepage": "x"})
    assert addresses.with_addresses(with_both, {}) == CITATION
    assert addresses.with_addresses(with_both, {"Homepage": PAGES}) == (
        CITATION + f"url: {PAGES}\n"
    )
