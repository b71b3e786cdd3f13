"""How long a class takes: `cnn-course grade` beside plain `nbgrader autograde`, and where the time goes.

Run: python -m benchmarks.grading [--students 30] [--repeats 3] [--assignment 02_convolution]

Both grade the same class as whole programs, in turns, on the same processors. Plain nbgrader runs with its
own settings, without any protection. The result goes to cnn_course/data/measured/grading.json.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import nbformat
from jupyter_client.manager import start_new_kernel
from tqdm import tqdm

from benchmarks.system import describe
from cnn_course import measurements
from cnn_course.grading import classroom, cycle, rebuild, view
from cnn_course.grading.course import Course
from cnn_course.grading.jail import Jail
from cnn_course.grading.judge import Judge
from cnn_course.grading.limits import Limits
from cnn_course.grading.sandbox import Sandbox
from cnn_course.grading.session import Session
from tests import scripts

ROOT = Path(__file__).resolve().parents[1]
RESULTS = measurements.FOLDER / "grading.json"
PLAIN = """
c = get_config()
c.CourseDirectory.course_id = "plain"
c.CourseDirectory.root = {root!r}
c.ClearSolutions.code_stub = {{"python": ""}}
"""

sample_class = scripts.load("exercises/sample_class.py")


def make_class(folder: Path, name: str, students: int) -> None:
    """Fill a course with students who know everything."""
    shutil.copytree(ROOT / "exercises" / "source" / name, folder / "source" / name)
    cycle.release(folder)
    source = nbformat.read(folder / "source" / name / f"{name}.ipynb", 4)
    notebook = sample_class.perfect(source)
    for number in range(students):
        sample_class.hand_in(folder, f"student{number:03}", name, notebook)


def seconds(command: list[str], folder: Path) -> float:
    """Run a program to its end and return how long that took."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("OPENBLAS")}
    start = time.perf_counter()
    ran = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{ran.stdout}\n{ran.stderr}")
    return time.perf_counter() - start


def compare(folder: Path, name: str, repeats: int) -> dict[str, list[float]]:
    """Grade the class by both programs in turns."""
    python = sys.executable
    ours = [python, "-m", "cnn_course.grading", "grade", name, "--no-feedback"]
    programs = {
        "nbgrader": [python, "-m", "nbgrader", "autograde", name, "--force"],
        "cnn-course": [*ours, "--course", ".", "--restart"],
    }
    config = folder / "nbgrader_config.py"
    took: dict[str, list[float]] = {program: [] for program in programs}
    for _ in tqdm(range(repeats), desc="both programs in turns", unit=""):
        for program, command in programs.items():
            config.unlink(missing_ok=True)
            if program == "nbgrader":
                config.write_text(PLAIN.format(root=str(folder)), encoding="utf-8")
            shutil.rmtree(folder / "autograded", ignore_errors=True)
            took[program].append(seconds(command, folder))
    config.unlink(missing_ok=True)
    return took


def median_of(work: Callable[[], float], repeats: int = 7) -> float:
    """Return the median of what a piece of work takes."""
    return statistics.median(work() for _ in range(repeats))


def where_time_goes(folder: Path, name: str) -> dict[str, float]:
    """Measure the steps of one submission, and the other ways to run its cells."""
    course, limits = Course.open(folder), Limits()
    assignment = classroom.assignment_of(course, name)
    shown = folder / "view"
    given = [cell.source for cell in assignment.cells if cell.kind == "given"]
    steps = {"view, once a run": _timed(lambda: view.make(shown, given))}
    start = time.perf_counter()
    jail = Jail(shown, limits, list(assignment.modules))
    steps["jail, once a worker"] = time.perf_counter() - start
    handed_in = folder / "submitted" / "student000" / name

    def judged() -> None:
        rebuilt = rebuild.rebuild(assignment.cells, handed_in, name)
        sandbox = Sandbox(shown, limits, jail)
        try:
            Judge(Session(sandbox, limits), rebuilt.cells, 1, limits).go()
        finally:
            sandbox.close()

    def life(jail: Jail | None) -> None:
        sandbox = Sandbox(shown, limits, jail)
        Session(sandbox, limits)
        sandbox.close()

    steps["a submission, all of it"] = median_of(lambda: _timed(judged))
    steps["its sandbox, in the jail"] = median_of(lambda: _timed(lambda: life(jail)))
    steps["a sandbox of its own"] = median_of(lambda: _timed(lambda: life(None)))
    steps["an IPython kernel, unprotected"] = median_of(lambda: _timed(_kernel), 3)
    jail.close()
    version = [sys.executable, "-m", "cnn_course.grading", "scores", "--course", "."]
    steps["starting cnn-course"] = median_of(lambda: seconds(version, folder), 3)
    plain = [sys.executable, "-m", "nbgrader", "--version"]
    steps["starting nbgrader"] = median_of(lambda: seconds(plain, folder), 3)
    return steps


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _kernel() -> None:
    manager, client = start_new_kernel(kernel_name="python3")
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def main() -> None:
    """Measure, print, and keep the result."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--students", type=int, default=30)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--assignment", default="02_convolution")
    parser.add_argument("--out", type=Path, default=RESULTS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        make_class(folder, options.assignment, options.students)
        took = compare(folder, options.assignment, options.repeats)
        steps = where_time_goes(folder, options.assignment)
    pairs = zip(took["nbgrader"], took["cnn-course"], strict=True)
    ratios = [plain / ours for plain, ours in pairs]
    result = {
        "environment": describe(),
        "students": options.students,
        "assignment": options.assignment,
        "seconds": took,
        "times faster": ratios,
        "steps": steps,
    }
    options.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(f"{options.students} students: {min(ratios):.1f} to {max(ratios):.1f} times")
    for step, value in steps.items():
        print(f"{step:<34}{value:7.3f} s")


if __name__ == "__main__":
    main()
