"""Measure all cases, print the table, and write speed.json and speed.svg."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from tqdm import tqdm

from benchmarks import chart, memory, report, system, timing
from benchmarks.cases import Case, Network, all_cases, draw_inputs
from benchmarks.contenders import compare, gather
from cnn_course import measurements

ROOT = Path(__file__).resolve().parents[1]
RESULTS, SCRATCH = measurements.FOLDER, ROOT / "_build/benchmarks"


class Effort(NamedTuple):
    """How often a layer and an epoch are measured, and how many images an epoch has."""

    layers: int
    epochs: int
    images: int


FULL, QUICK = Effort(31, 5, 10_000), Effort(7, 3, 500)


def measure(
    case: Case, repeats: int, libraries: dict[str, ModuleType], bar: tqdm
) -> report.Row:
    """Compare the results of a case's contenders, then their times."""
    bar.set_description(f"{case.label:26}")
    tasks = gather(case, draw_inputs(case), libraries)
    if isinstance(case, Network):
        # The batches differ from one contender to the next; the tests compare networks.
        for task in tasks.values():
            task.run()
    else:
        compare(case.label, tasks)
    bar.update(len(tasks))
    times = timing.interleaved(
        {name: task.run for name, task in tasks.items()}, repeats, tick=bar.update
    )
    return report.row(case, times)


def run(
    cases: Sequence[Case],
    effort: Effort,
    libraries: dict[str, ModuleType],
    with_memory: bool = True,
) -> dict[str, Any]:
    """Measure all cases, and return what speed.json holds."""
    repeats = {
        case: effort.epochs if isinstance(case, Network) else effort.layers
        for case in cases
    }
    contenders = 2 + len(libraries) + ("torch" in libraries)
    total = sum(
        (count + 1) * (contenders + (type(case).__name__ == "Convolution"))
        for case, count in repeats.items()
    )
    with tqdm(total=total, unit="run", smoothing=0) as bar:
        rows = [measure(c, repeats[c], libraries, bar) for c in cases]
    uses = memory.measure() if with_memory else []
    return {
        "measured": system.describe()
        | {"clock": "process CPU time", "threads": timing.threads(libraries)}
        | {"effort": effort._asdict()},
        "cases": rows,
        "geometric_means": report.geometric_means(rows),
        "memory": [use._asdict() | {"beyond": use.beyond} for use in uses],
        "targets": report.targets(rows, uses),
    }


def write(result: dict[str, Any], folder: Path) -> None:
    """Write speed.json, and speed.svg if there is a ratio to draw."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(result, indent=1, ensure_ascii=False)
    (folder / "speed.json").write_text(text + "\n", encoding="utf-8")
    if any(row["ratio"] for row in result["cases"]):
        chart.save(result["cases"], folder / "speed.svg")


def chosen(words: Sequence[str], images: int) -> tuple[list[Case], bool]:
    """Return the cases whose name contains one of the words, or all; and whether memory is measured.

    Raises:
        SystemExit: no name contains a word.
    """
    cases = all_cases(images)
    names = [*(case.label for case in cases), memory.NAME]
    for word in words:
        if not any(word.lower() in name.lower() for name in names):
            raise SystemExit(
                f"No case is called {word!r}: choose from {', '.join(names)}."
            )
    found = [
        n for n in names if not words or any(w.lower() in n.lower() for w in words)
    ]
    return [case for case in cases if case.label in found], memory.NAME in found


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, and do what it says."""
    parser = argparse.ArgumentParser("python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer repeats and images")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="where to write")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME")
    parser.add_argument(
        "--keep-variables",
        action="store_true",
        help="obey OPENBLAS_CORETYPE and the like",
    )
    options = parser.parse_args(arguments)
    effort = QUICK if options.quick else FULL
    cases, with_memory = chosen(options.only, effort.images)
    # What is committed is a whole measurement; a part of one goes where builds go.
    partial = options.quick or options.only
    folder = options.out or (SCRATCH if partial else RESULTS)
    libraries, missing = system.libraries(*system.OPTIONAL)
    for line in [*missing, *(f"set: {k}={v}" for k, v in system.tuning().items())]:
        print(line)
    timing.set_threads(1, libraries)
    result = run(cases, effort, libraries, with_memory)
    write(result, folder)
    uses = [memory.Use(u["batch"], u["peak"], u["results"]) for u in result["memory"]]
    print(report.table(result["cases"], uses, result["targets"]))
    print(f"\nWritten: {folder}")


if __name__ == "__main__":
    system.restart_without_handicaps("benchmarks", sys.argv[1:])
    main()
