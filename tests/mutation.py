"""Prove the checks: change each solution in every small way, and see which changes a check lets through.

A change that alters nothing cannot be seen by any check; `mutants_explained.toml` says of each why.

Run: python -m tests.mutation [ASSIGNMENT ...]    (without a name: all, and the report is written)
"""

import argparse
import ast
import contextlib
import hashlib
import io
import os
import signal
import sys
import tomllib
import warnings
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from tqdm import tqdm

from cnn_course.checks import core
from cnn_course.checks.failures import CheckFailed
from cnn_course.checks.report import frames_of
from tests.mutants import Mutant, mutants
from tests.test_exercises import EXERCISES, build

HERE = Path(__file__).parent
REPORT = HERE / "mutation_report.md"
EXPLAINED = HERE / "mutants_explained.toml"
SECONDS = 30  # for the checks of one mutant; one that runs longer is found out
MARKS = ("### BEGIN SOLUTION", "### END SOLUTION", "raise NotImplementedError()")


class Task(NamedTuple):
    """An answer that defines something, and the checks of it."""

    assignment: str
    name: str
    source: str
    checks: tuple[str, ...]

    @property
    def key(self) -> str:
        """Return the name by which the report and the explanations know it."""
        return f"{self.assignment}.{self.name}"


class Found(NamedTuple):
    """How many mutants of an answer there are, and those that its checks let through."""

    key: str
    mutants: int
    survivors: list[str]


class Endless(BaseException):
    """A mutant that does not come to an end; no check catches it."""


def cells(assignment: str) -> list[tuple[str, str, str]]:
    """Return an assignment's code as (kind, name, source), its solutions without their marks."""
    found = []
    for cell in build.build(EXERCISES / f"{assignment}.py").cells:
        if cell.cell_type == "code" and not cell.source.startswith("%"):
            kind, _, name = cell.id.partition("-")
            lines = [
                line for line in cell.source.splitlines() if line.strip() not in MARKS
            ]
            found.append((kind, name, "\n".join(lines)))
    return found


def tasks(assignment: str) -> list[Task]:
    """Return the answers that define functions or classes and are followed by checks."""
    found: list[Task] = []
    for kind, name, source in cells(assignment):
        nodes = ast.parse(source).body
        if kind == "answer":
            defines = any(isinstance(n, ast.FunctionDef | ast.ClassDef) for n in nodes)
            found.append(Task(assignment, name, source if defines else "", ()))
        elif kind == "check" and found:
            found[-1] = found[-1]._replace(checks=(*found[-1].checks, source))
    return [task for task in found if task.source and task.checks]


@contextlib.contextmanager
def quiet(seconds: float) -> Iterator[None]:
    """Let code print and warn unheard, and end it after some seconds."""

    def ends(*_: object) -> None:
        raise Endless

    before = signal.signal(signal.SIGALRM, ends)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    said = io.StringIO()
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(said):
            warnings.simplefilter("ignore")
            with contextlib.redirect_stderr(said):
                yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def solved(assignment: str) -> dict[str, Any]:
    """Run an assignment with its solutions, all checks included, and return its names."""
    os.environ.setdefault("MPLBACKEND", "agg")
    names: dict[str, Any] = {"__name__": "__main__"}
    with quiet(600):
        for _, _, source in cells(assignment):
            exec(source, names)
    return names


def survives(task: Task, mutant: Mutant, names: dict[str, Any]) -> bool:
    """Return whether the checks of a task accept a mutant of its solution."""
    try:
        with quiet(SECONDS):
            exec(mutant.source, names)
            for check in task.checks:
                exec(check, names)
    except (CheckFailed, Endless):
        return False
    except Exception as error:
        # A mutant that cannot even be defined is found; a check that breaks is a fault of ours.
        if any(frame.name.startswith("check_") for frame in frames_of(error)):
            raise RuntimeError(f"{task.key}: a check broke on {mutant.line}") from error
        return False
    return True


def examine(task: Task) -> Found:
    """Try every mutant of a task."""
    names = solved(task.assignment)
    made, left = mutants(task.source), []
    for mutant in made:
        if survives(task, mutant, names):
            left.append(mutant.line)
        exec(task.source, names)  # as it was, for the next
    return Found(task.key, len(made), left)


def examine_all(assignments: list[str]) -> list[Found]:
    """Try all mutants of some assignments, on two processors, with a bar that shows how far it is."""
    every = [task for assignment in assignments for task in tasks(assignment)]
    with ProcessPoolExecutor(max_workers=2, max_tasks_per_child=1) as pool:
        results = pool.map(examine, every)
        return list(tqdm(results, total=len(every), desc="answers", file=sys.stderr))


def explanations() -> dict[str, dict[str, str]]:
    """Return, for each answer, why which of its mutants do the same as the solution."""
    return tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))


def fingerprint() -> str:
    """Return a hash of all that the report depends on: the assignments and their checks."""
    checks = Path(core.__file__).parent
    files = [*build.sources(), *sorted(checks.rglob("*.py")), HERE / "mutants.py"]
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def report(results: list[Found]) -> tuple[str, float]:
    """Return the report as Markdown, and the share of mutants found out of those that change something."""
    known = explanations()
    rows, reasons, open_ones, killed, missed = [], [], [], 0, 0
    for found in results:
        why = known.get(found.key, {})
        same = [line for line in found.survivors if line in why]
        missing = [line for line in found.survivors if line not in why]
        killed += found.mutants - len(found.survivors)
        missed += len(missing)
        rows.append(
            f"| {found.key} | {found.mutants} | {found.mutants - len(found.survivors)} "
            f"| {len(same)} | {len(missing)} |"
        )
        reasons += [f"- {found.key}: `{line}`: {why[line]}" for line in same]
        open_ones += [f"- {found.key}: `{line}`" for line in missing]
    share = killed / max(killed + missed, 1)
    text = TEMPLATE.format(
        fingerprint=fingerprint(),
        share=f"{100 * share:.1f}",
        killed=killed,
        total=killed + missed,
        rows="\n".join(rows),
        reasons="\n".join(reasons) or "None.",
        open="\n".join(open_ones) or "None.",
    )
    return text, share


TEMPLATE = """# Mutation report

Written by `make mutation`; do not edit.
Of these exercises and checks: {fingerprint}

Each solution was changed in every small way, one change at a time.
Operators, constants, axes, indices, comparisons, slices and pairs were changed, statements left out.
The checks found **{share} %** of the changed solutions that do something else: {killed} of {total}.

| answer | mutants | found | change nothing | let through |
| --- | --: | --: | --: | --: |
{rows}

## Let through

{open}

## Change nothing

{reasons}
"""


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line; 1 if a mutant is let through that nobody has explained."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument("assignments", nargs="*", help="all of them if none is named")
    chosen = parser.parse_args(arguments).assignments
    every = [path.stem for path in build.sources()]
    unknown = set(chosen) - set(every)
    if unknown:
        parser.error(f"no such assignment: {', '.join(sorted(unknown))}")
    text, share = report(examine_all(chosen or every))
    if chosen:
        print(text)
    else:
        REPORT.write_text(text, encoding="utf-8")
        print(f"{100 * share:.1f} % found: {REPORT}")
    return int(share < 1)


if __name__ == "__main__":
    sys.exit(main())
