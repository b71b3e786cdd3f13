"""Four optimizers on one network in Keras, each with the learning rate that suits it.

    python -m benchmarks.optimizers [--threads 1] [--epochs 5] [--out FILE]

The network of 93,322 parameters and the small MNIST of the package: 3,000 images to train on, 1,000 to
choose a learning rate, 1,000 to test. Every optimizer has four rates and three seeds to choose from;
then eight new seeds train with the chosen rate, and only they meet the test images. A seed gives the
same first weights and the same batches to every optimizer. All else is Keras' default. After each run
the file is written, and a second start goes on from there. It takes about ten minutes on one core.
"""

import argparse
import importlib
import statistics
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from tqdm import tqdm

from benchmarks import headline, system, timing
from benchmarks.cases import KERAS_CNN
from benchmarks.headline import Digits
from cnn_course import datasets, measurements

RESULT = measurements.FOLDER / "optimizers.json"
EPOCHS = 5
TRAINING = 3000  # of the 4,000 training images; the others choose the learning rate
TUNING_SEEDS = (100, 101, 102)
SEEDS = tuple(range(8))
# Keras' class, its options, and learning rates in steps of about three.
OPTIMIZERS: dict[str, tuple[str, dict[str, float], tuple[float, ...]]] = {
    "SGD": ("SGD", {}, (0.03, 0.1, 0.3, 1.0)),
    "Momentum": ("SGD", {"momentum": 0.9}, (0.003, 0.01, 0.03, 0.1)),
    "RMSprop": ("RMSprop", {}, (0.0003, 0.001, 0.003, 0.01)),
    "Adam": ("Adam", {}, (0.0003, 0.001, 0.003, 0.01)),
}


class Run(NamedTuple):
    """One training: what is varied in it, and whether it is judged on "validation" or "test" images."""

    optimizer: str
    learning_rate: float
    seed: int
    images: str


def load() -> dict[str, Digits]:
    """Load the small MNIST, scaled: the same images to train on, and two piles to judge on, by name."""
    small = datasets.load("mnist")
    x, y = datasets.scale(small.x_train), small.y_train.astype(int)
    train = x[:TRAINING], y[:TRAINING]
    return {
        "validation": Digits(*train, x[TRAINING:], y[TRAINING:]),
        "test": Digits(*train, datasets.scale(small.x_test), small.y_test.astype(int)),
    }


def train(run: Run, digits: Digits, epochs: int) -> dict[str, Any]:
    """Train the network once; return the run with each epoch's training loss, and how it was judged."""
    with_tensorflow = importlib.import_module("benchmarks.contenders.with_tensorflow")
    keras = with_tensorflow.keras
    keras.backend.clear_session()
    keras.utils.set_random_seed(run.seed)
    kind, options, _ = OPTIMIZERS[run.optimizer]
    method = getattr(keras.optimizers, kind)(run.learning_rate, **options)
    model = with_tensorflow.build(KERAS_CNN, method)
    x, y, x_test, y_test = digits
    fitted = model.fit(x, y, KERAS_CNN.batch_size, epochs, verbose=0)
    loss, accuracy = model.evaluate(x_test, y_test, batch_size=1000, verbose=0)
    return run._asdict() | {
        "training_loss": [_number(value) for value in fitted.history["loss"]],
        "loss": _number(loss),
        "accuracy": _number(accuracy),
    }


def tuning_runs() -> list[Run]:
    """List the runs that choose learning rates."""
    return [
        Run(name, rate, seed, "validation")
        for name, (_, _, rates) in OPTIMIZERS.items()
        for rate in rates
        for seed in TUNING_SEEDS
    ]


def chosen_rates(records: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Return each optimizer's rate of the highest mean accuracy on the validation images."""
    found: dict[str, dict[float, list[float]]] = {}
    for record in records:
        if record["images"] == "validation":
            rates = found.setdefault(record["optimizer"], {})
            rates.setdefault(record["learning_rate"], []).append(record["accuracy"])
    return {
        name: max(rates, key=lambda rate: statistics.mean(rates[rate]))
        for name, rates in found.items()
    }


def table(records: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield a row for each optimizer that has met the test images."""
    for name, rate in chosen_rates(records).items():
        runs = [r for r in records if (r["optimizer"], r["images"]) == (name, "test")]
        accuracies = [run["accuracy"] for run in runs]
        if runs:
            yield {
                "optimizer": name,
                "learning_rate": rate,
                "seeds": len(runs),
                "accuracy_mean": round(statistics.mean(accuracies), 5),
                "accuracy_deviation": (
                    round(statistics.stdev(accuracies), 5) if runs[1:] else None
                ),
            }


def run_all(epochs: int, about: dict[str, Any], out: Path) -> dict[str, Any]:
    """Train what the file does not hold yet: first to choose the rates, then with new seeds.

    Raises:
        ValueError: the file was measured on another machine, with other versions or other settings.
    """
    digits, records = load(), headline.resumed(out, about)
    tuning = tuning_runs()
    with tqdm(total=len(tuning) + len(OPTIMIZERS) * len(SEEDS), unit="run") as bar:

        def do(runs: Sequence[Run]) -> None:
            done = {Run(*(record[key] for key in Run._fields)) for record in records}
            for run in runs:
                bar.set_description(f"{run.optimizer} {run.learning_rate}")
                if run not in done:
                    records.append(train(run, digits[run.images], epochs))
                    headline.write(out, _result(about, records))
                bar.update()

        do(tuning)
        rates = chosen_rates(records)
        do([Run(name, rates[name], seed, "test") for seed in SEEDS for name in rates])
    return _result(about, records)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, and do what it says."""
    parser = argparse.ArgumentParser("python -m benchmarks.optimizers")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--out", type=Path, default=RESULT)
    options = parser.parse_args(arguments)
    libraries, missing = system.libraries("tensorflow")
    if missing:
        raise SystemExit(missing[0])
    timing.set_threads(options.threads, libraries)
    about = system.describe() | {
        "epochs": options.epochs,
        "batch_size": KERAS_CNN.batch_size,
        "parameters": KERAS_CNN.parameters,
        "images": {"training": TRAINING, "validation": 1000, "test": 1000},
        "rates": {name: list(rates) for name, (*_, rates) in OPTIMIZERS.items()},
        "threads": timing.threads(libraries),
    }
    for row in run_all(options.epochs, about, options.out)["table"]:
        print(*(f"{key} {value}" for key, value in row.items()), sep=", ")
    print(f"\nWritten: {options.out}")


def _result(about: dict[str, Any], records: list[dict[str, Any]]) -> dict[str, Any]:
    return {"measured": about, "table": list(table(records)), "runs": records}


def _number(value: float) -> float | None:
    # JSON has no nan: a diverged run's loss is null.
    return round(float(value), 5) if np.isfinite(value) else None


if __name__ == "__main__":
    system.restart_without_handicaps("benchmarks.optimizers", sys.argv[1:])
    main()
