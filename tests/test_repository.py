"""What the README and the project's own files promise."""

import ast
import itertools
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

from cnn_course import addresses

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
    "project"
]


def lock() -> list[str]:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.lstrip().startswith("#")]


def test_the_lock_is_exact_and_ends_with_the_package_itself() -> None:
    *pins, last = lock()
    assert last == "-e ."
    assert len(pins) > 100
    assert all("==" in line for line in pins)


def test_the_lock_satisfies_every_range() -> None:
    pinned: dict[str, list[Requirement]] = {}
    for line in lock()[:-1]:
        requirement = Requirement(line)
        pinned.setdefault(requirement.name, []).append(requirement)
    extras = PROJECT["optional-dependencies"].values()
    ranges = [*PROJECT["dependencies"], *itertools.chain.from_iterable(extras)]
    for line in ranges:
        wanted = Requirement(line)
        assert wanted.name in pinned, f"{wanted.name}: run make lock"
        for found in pinned[wanted.name]:
            version = str(found.specifier).removeprefix("==")
            assert wanted.specifier.contains(version, prereleases=True), (
                f"{found}: run make lock"
            )


def test_what_is_installed_is_what_is_locked() -> None:
    for line in lock()[:-1]:
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate():
            assert requirement.specifier.contains(
                metadata.version(requirement.name), prereleases=True
            )


def test_tests_of_one_group_run_in_one_worker(tmp_path: Path) -> None:
    """Each worker that has a test of a group makes what the group shares; pytest 9.2 split them."""
    (tmp_path / "test_group.py").write_text(
        "import os, pathlib, pytest\n"
        "@pytest.mark.xdist_group('all')\n"
        "@pytest.mark.parametrize('k', range(6))\n"
        "def test_one(k):\n"
        "    worker = os.environ['PYTEST_XDIST_WORKER']\n"
        "    pathlib.Path(__file__).with_name(f'{k} {worker}').touch()\n"
    )
    options = ["-n", "2", "--dist", "loadgroup", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", *options, "--rootdir", tmp_path]
    subprocess.run([*command, tmp_path], check=True, capture_output=True, cwd=tmp_path)
    ran = [path.name.split() for path in tmp_path.glob("? gw?")]
    assert sorted(k for k, _ in ran) == list("012345")
    assert len({worker for _, worker in ran}) == 1


def test_tensorflow_has_no_gpu_build_on_linux() -> None:
    found = {Requirement(line).name: Requirement(line).marker for line in lock()[:-1]}
    linux = {"sys_platform": "linux", "platform_machine": "x86_64"}
    assert found["tensorflow-cpu"].evaluate(linux)
    assert not found["tensorflow"].evaluate(linux)
    assert found["tensorflow"].evaluate(
        {"sys_platform": "darwin", "platform_machine": "arm64"}
    )


def test_every_make_command_in_the_documents_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, flags=re.M))
    for name in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        named = set(re.findall(r"(?:^|`)make ([a-z]+)", text, flags=re.M))
        assert named
        assert named <= targets


def test_every_path_in_the_documents_exists() -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        paths = re.findall(r"`([a-z_.]+/[\w./]*|[\w]+\.(?:md|yml|toml|txt|cff))`", text)
        paths += re.findall(r"\]\((?!http)([\w./]+)\)", text)
        assert len(paths) > 5
        made_later = {"exercises/release/", "exercises/feedback/"}
        examples = {path for path in paths if re.search(r"topic|module", path)}
        for path in set(paths) - made_later - examples:
            assert (ROOT / path).exists(), f"{name}: {path}"


def test_ci_runs_the_commands_of_the_readme() -> None:
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert re.search(r"^make course$", script, flags=re.M)
    assert re.search(r"^make test$", script, flags=re.M)
    workflow = yaml.safe_load(
        (ROOT / ".github/workflows/course.yml").read_text(encoding="utf-8")
    )
    commands = [step.get("run") for step in workflow["jobs"]["check"]["steps"]]
    assert ".ci/run" in commands
    assert workflow["jobs"]["publish"]["needs"] == "check"


def test_citation_and_package_agree() -> None:
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    citation = yaml.safe_load(text)
    assert citation["version"] == PROJECT["version"]
    assert addresses.with_addresses(text, addresses.urls()) == text, (
        "run: make addresses"
    )


def test_the_cover_is_what_the_first_page_draws() -> None:
    intro = (ROOT / "book/intro.md").read_text(encoding="utf-8")
    cell = re.search(
        r"```\{code-cell\}.*?\n---\n.*?\n---\n(.*?)```", intro, flags=re.S
    )[1]
    *body, last = cell.strip().splitlines()
    names: dict[str, object] = {}
    exec("\n".join([*body, f"picture = {last}"]), names)
    cover = (ROOT / "book/figures/cover.svg").read_text(encoding="utf-8")
    assert names["picture"]._repr_svg_() == cover


def test_the_class_that_chapter_10_shows_is_the_one_that_is_tested() -> None:
    chapter = (ROOT / "book/10_keras.md").read_text(encoding="utf-8")
    source = (ROOT / "tests/torch_small_cnn.py").read_text(encoding="utf-8")
    nodes = {node.name: node for node in ast.parse(source).body if hasattr(node, "name")}  # fmt: skip
    for name in ("SmallCNN", "train_step", "from_keras"):
        shown = f"```python\n{ast.get_source_segment(source, nodes[name])}\n```\n"
        assert shown in chapter, name


@pytest.mark.parametrize(
    "path", sorted((ROOT / "cnn_course").rglob("*.py")), ids=lambda p: p.stem
)
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 350
