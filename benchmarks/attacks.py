"""What the attacks of tests/attacks earn and destroy: plain nbgrader beside our autograder.

    python -m benchmarks.attacks                 all of them: attacks.json in cnn_course/data/measured
    python -m benchmarks.attacks --only NAME     those whose name or kind contains a word

Each attack meets plain nbgrader (its course named, its stubs set, nothing else) in a copy of a class with
two honest students, inside a sandbox of its own; and ours in one class with all the others.
"""

import argparse
import json
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tqdm import tqdm

from benchmarks import attacks_plain as plain
from benchmarks import system
from cnn_course import measurements
from cnn_course.grading import classroom, sandbox
from tests.attacks import Attack, corpus
from tests.attacks import classroom as attacked
from tests.attacks.hand_in import ASSIGNMENT, ESCAPED

RESULTS = measurements.FOLDER
SCRATCH = plain.ROOT / "_build/benchmarks"
JOBS = 2

Row = dict[str, Any]


def against_plain(attacks: Sequence[Attack], tick: Callable[[], Any]) -> dict[str, Row]:
    """Return what each attack earned with plain nbgrader, and what else it did."""
    with tempfile.TemporaryDirectory(prefix="plain-") as place:
        template = Path(place) / "class"
        plain.make_class(template)
        peace = plain.run(template, None)
        if peace.points is None or peace.graded != set(plain.MATES):
            raise SystemExit(f"Plain nbgrader does not run in its sandbox: {peace}")

        def one(attack: Attack) -> Row:
            found = plain.run(template, attack)
            tick()
            earned = (found.points or {}).get(attack.name, 0.0)
            return {"points": earned, "did": deeds(found, peace)}

        with ThreadPoolExecutor(JOBS) as pool:
            rows = pool.map(one, attacks)
            return {a.name: row for a, row in zip(attacks, rows, strict=True)}


def deeds(found: plain.Outcome, peace: plain.Outcome) -> list[str]:
    """Say what an attack has done besides earning points."""
    changed = {n for n, d in peace.digests.items() if found.digests.get(n) != d}
    scores = {mate: (found.points or {}).get(mate) for mate in plain.MATES}
    wanted = {mate: (peace.points or {}).get(mate) for mate in plain.MATES}
    done = {
        "changed a classmate's work": any(n.startswith("submitted") for n in changed),
        "changed the instructor's files": any(
            not n.startswith("submitted") for n in changed
        ),
        "destroyed the gradebook": found.points is None,
        "changed a classmate's points": found.points is not None
        and any(scores[m] != wanted[m] for m in plain.MATES if m in found.graded),
        "stopped the class": not found.graded >= set(plain.MATES),
        f"had to be ended ({found.stopped})": bool(found.stopped),
        "left processes": found.left > 0,
    }
    return [what for what, happened in done.items() if happened]


def against_ours(attacks: Sequence[Attack], tick: Callable[[], Any]) -> dict[str, Row]:
    """Return what each attack earned with ours; what the whole class suffered stands under ""."""
    with tempfile.TemporaryDirectory(prefix="ours-") as place:
        folder = Path(place)
        attacked.make(folder, list(attacks))
        before, processes = attacked.digests(folder), attacked.in_sandboxes()
        found = classroom.grade(folder, ASSIGNMENT, jobs=JOBS, done=lambda _: tick())
        done = {
            "changed files of the class": attacked.digests(folder) != before,
            "left processes": bool(attacked.left_over(processes)),
        }
        rows: dict[str, Row] = {
            "": {"did": [w for w, happened in done.items() if happened]}
        }
        for result in found:
            escaped = ESCAPED in json.dumps(result.notebook.get("cells", []))
            rows[result.student] = {
                "points": result.points,
                "did": ["got out"]
                if escaped and result.student not in attacked.HONEST
                else [],
                "flags": sorted({flag.kind for flag in result.flags}),
                "seconds": result.seconds,
            }
        return rows


def measure(attacks: Sequence[Attack]) -> dict[str, Any]:
    """Run all attacks against both, and return what attacks.json holds."""
    total = 2 * len(attacks) + len(attacked.HONEST)
    with tqdm(total=total, unit="submission", smoothing=0) as bar:
        theirs = against_plain(attacks, bar.update)
        ours = against_ours(attacks, bar.update)
    rows = [
        {"name": a.name, "kind": a.kind, "tries": a.says, "may_earn": a.earns}
        | {"plain": theirs[a.name], "ours": ours[a.name]}
        for a in attacks
    ]
    return {"measured": system.describe(), "class": ours[""], "attacks": rows} | {
        "summary": {who: summary(rows, who) for who in ("plain", "ours")}
    }


def summary(rows: Sequence[Row], who: str) -> dict[str, int]:
    """Count the attacks that earned more than their honest part, and those that did something else."""
    undeserved = [row[who]["points"] > row["may_earn"] for row in rows]
    return {
        "attacks": len(rows),
        "undeserved_points": sum(undeserved),
        "full_marks": sum(row[who]["points"] >= 14 > row["may_earn"] for row in rows),
        "did_something_else": sum(bool(row[who]["did"]) for row in rows),
    }


def table(result: dict[str, Any]) -> str:
    """Return the rows as text, and under them what they come to."""
    head = f"{'attack':<40}{'kind':<12}{'may':>4}{'plain':>7}{'ours':>6}  with plain nbgrader it also"
    lines = [head]
    for row in result["attacks"]:
        star = "*" if row["plain"]["points"] > row["may_earn"] else " "
        ours = "*" if row["ours"]["points"] > row["may_earn"] else " "
        lines.append(
            f"{row['name']:<40}{row['kind']:<12}{row['may_earn']:>4g}{row['plain']['points']:>6g}{star}"
            f"{row['ours']['points']:>5g}{ours}  {'; '.join(row['plain']['did'])}"
        )
    for who, counts in result["summary"].items():
        lines.append(f"{who}: " + ", ".join(f"{v} {k}" for k, v in counts.items()))
    return "\n".join([*lines, "* more than its honest part"])


def chosen(words: Sequence[str]) -> list[Attack]:
    """Return the attacks whose name or kind contains one of the words, or all.

    Raises:
        SystemExit: there is none.
    """
    found = [
        a
        for a in corpus()
        if not words or any(w in f"{a.kind}/{a.name}" for w in words)
    ]
    if not found:
        raise SystemExit(f"No attack is called {' or '.join(words)}.")
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, and do what it says."""
    parser = argparse.ArgumentParser(
        "python -m benchmarks.attacks", description=__doc__
    )
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME")
    options = parser.parse_args(arguments)
    why = sandbox.missing()
    if why:
        raise SystemExit(f"Attacks run in a sandbox only. {why}")
    result = measure(chosen(options.only))
    # What is committed is a whole measurement.
    file = (SCRATCH if options.only else RESULTS) / "attacks.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(result, indent=1, ensure_ascii=False)
    file.write_text(text + "\n", encoding="utf-8")
    print(f"{table(result)}\n\nWritten: {file}")


if __name__ == "__main__":
    main()
