"""All of MNIST in Keras and in our NumPy: accuracy and time, side by side.

    python -m benchmarks.headline [--threads 2] [--seeds 0 1 2 3 4] [--out FILE]

The network of 93,322 parameters, 60,000 training images, 10,000 test images, batches of 64, five
epochs, Adam and RMSprop with their defaults, five seeds. Both start from Glorot's weights of their
own seed. An epoch of Keras and one of ours take turns, so that both meet the same minutes; the test
images are evaluated after each, off the clock. The accuracy is the one after the last epoch, whichever
was the best. After each pair of runs the file is written, and a second start goes on from there.
"""

import argparse
import importlib
import itertools
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from numpy.typing import NDArray
from tqdm import tqdm

from benchmarks import system, timing
from benchmarks.cases import KERAS_CNN
from benchmarks.contenders import ours
from cnn_course import datasets, measurements, optimizers

RESULT = measurements.FOLDER / "headline.json"
OPTIMIZERS = ("Adam", "RMSprop")
EPOCHS = 5
SOURCE_ACCURACY = 0.9919  # of the note that the course started from


class Digits(NamedTuple):
    """Images (N, 28, 28, 1) in 0..1 and labels (N,), to train and to test on."""

    x: NDArray
    y: NDArray
    x_test: NDArray
    y_test: NDArray


class Learner(NamedTuple):
    """A network in training: ``epoch`` trains once on all images, ``test`` returns (loss, accuracy)."""

    epoch: Callable[[], Any]
    test: Callable[[], tuple[float, float]]


def keras_learner(digits: Digits, optimizer: str, seed: int) -> Learner:
    """Return the network in Keras, with its defaults."""
    with_tensorflow = importlib.import_module("benchmarks.contenders.with_tensorflow")
    keras = with_tensorflow.keras
    keras.utils.set_random_seed(seed)
    model = with_tensorflow.build(KERAS_CNN, getattr(keras.optimizers, optimizer)())
    x, y, x_test, y_test = digits
    return Learner(
        lambda: model.fit(x, y, batch_size=KERAS_CNN.batch_size, verbose=0),
        lambda: tuple(model.evaluate(x_test, y_test, batch_size=1000, verbose=0)),
    )


def our_learner(digits: Digits, optimizer: str, seed: int) -> Learner:
    """Return the network in our NumPy, with Glorot's weights as in Keras."""
    network = ours.build(KERAS_CNN, seed)
    method = getattr(optimizers, optimizer)()
    orders = itertools.count(1000 * seed)  # each epoch its own
    x, y, x_test, y_test = digits

    def epoch() -> None:
        ours.train_epoch(network, KERAS_CNN, (x, y), method, next(orders))

    return Learner(epoch, lambda: network.evaluate(x_test, y_test))


LEARNERS = {"keras": keras_learner, "ours": our_learner}


def train(
    digits: Digits, optimizer: str, seed: int, epochs: int, bar: tqdm
) -> list[dict[str, Any]]:
    """Train Keras and ours in turns; return a run's record for each."""
    learners = {name: make(digits, optimizer, seed) for name, make in LEARNERS.items()}
    keys = ("loss", "accuracy", "seconds", "cpu_seconds")
    runs = {name: {key: [] for key in keys} for name in learners}
    for epoch in range(epochs):
        # Who goes first changes too.
        for name in sorted(learners, reverse=bool(epoch % 2)):
            bar.set_description(f"{optimizer}, seed {seed}, {name:5}")
            wall, cpu = time.perf_counter(), time.process_time()
            learners[name].epoch()
            taken = time.perf_counter() - wall, time.process_time() - cpu
            for key, value in zip(keys, [*learners[name].test(), *taken], strict=True):
                runs[name][key].append(round(float(value), 5))
            bar.update()
    return [
        {"framework": name, "optimizer": optimizer, "seed": seed} | run
        for name, run in runs.items()
    ]


def table(runs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Put the seeds of each framework and optimizer together, one row for each of them."""
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for run in runs:
        groups.setdefault((run["framework"], run["optimizer"]), []).append(run)
    return [
        {"framework": framework, "optimizer": optimizer} | _summary(group)
        for (framework, optimizer), group in sorted(groups.items())
    ]


def run_all(
    digits: Digits, seeds: Sequence[int], epochs: int, about: dict[str, Any], out: Path
) -> dict[str, Any]:
    """Train what the file does not hold yet, and write it after each pair of runs.

    Raises:
        ValueError: the file was measured on another machine, with other versions or other settings.
    """
    runs = resumed(out, about)
    done = {(run["optimizer"], run["seed"]) for run in runs}
    todo = [(o, s) for s in seeds for o in OPTIMIZERS if (o, s) not in done]
    with tqdm(total=len(todo) * epochs * len(LEARNERS), unit="epoch") as bar:
        for optimizer, seed in todo:
            runs += train(digits, optimizer, seed, epochs, bar)
            write(out, {"measured": about, "table": table(runs), "runs": runs})
    return {"measured": about, "table": table(runs), "runs": runs}


def load(train_images: int = 60_000) -> Digits:
    """Load all of MNIST, scaled; only the first training images if told so."""
    full = datasets.load("mnist", full=True)
    return Digits(
        datasets.scale(full.x_train[:train_images]),
        full.y_train[:train_images].astype(int),
        datasets.scale(full.x_test),
        full.y_test.astype(int),
    )


def describe(digits: Digits, epochs: int) -> dict[str, Any]:
    """Return on what and with which settings it is measured."""
    return system.describe() | {
        "epochs": epochs,
        "batch_size": KERAS_CNN.batch_size,
        "parameters": KERAS_CNN.parameters,
        "images": [len(digits.x), len(digits.x_test)],
        "source_accuracy": SOURCE_ACCURACY,
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, and do what it says."""
    parser = argparse.ArgumentParser("python -m benchmarks.headline")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2, 3, 4])
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--images", type=int, default=60_000, help="to train on")
    parser.add_argument("--out", type=Path, default=RESULT)
    options = parser.parse_args(arguments)
    libraries, missing = system.libraries("tensorflow")
    if missing:
        raise SystemExit(missing[0])
    timing.set_threads(options.threads, libraries)
    digits = load(options.images)
    about = describe(digits, options.epochs) | {"threads": timing.threads(libraries)}
    result = run_all(digits, options.seeds, options.epochs, about, options.out)
    for row in result["table"]:
        print(*(f"{key} {value}" for key, value in row.items()), sep=", ")
    print(f"\nWritten: {options.out}")


def _summary(runs: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the accuracy after the last epoch, mean and spread over seeds, and the median epoch's time."""
    last = [run["accuracy"][-1] for run in runs]
    # The first epoch compiles Keras' graph, and is counted with the others.
    times = {
        key: statistics.median(second for run in runs for second in run[key])
        for key in ("seconds", "cpu_seconds")
    }
    return {
        "seeds": len(runs),
        "accuracy_mean": round(statistics.mean(last), 5),
        "accuracy_deviation": round(statistics.stdev(last), 5) if last[1:] else None,
        "accuracy_lowest": min(last),
        "accuracy_highest": max(last),
    } | {f"{key}_per_epoch": round(value, 3) for key, value in times.items()}


def resumed(out: Path, about: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the runs that a file has already.

    Raises:
        ValueError: the file was measured on another machine, with other versions or other settings.
    """
    if not out.exists():
        return []
    found = json.loads(out.read_text(encoding="utf-8"))
    for key in about.keys() - {"date"}:
        if found["measured"].get(key) != about[key]:
            raise ValueError(
                f"{out} was measured with another {key}, {found['measured'].get(key)}, not {about[key]}: "
                "move it away to start again."
            )
    return found["runs"]


def write(out: Path, result: dict[str, Any]) -> None:
    """Write a result, whole or not at all."""
    out.parent.mkdir(parents=True, exist_ok=True)
    # Replaced as a whole: an interruption leaves the old file or the new one.
    new = out.with_suffix(".new")
    new.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    new.replace(out)


if __name__ == "__main__":
    system.restart_without_handicaps("benchmarks.headline", sys.argv[1:])
    main()
