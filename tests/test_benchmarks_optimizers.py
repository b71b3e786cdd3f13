"""The comparison of optimizers chooses on some images and judges on others."""

from benchmarks import optimizers


def record(optimizer, rate, seed, images, accuracy):
    run = optimizers.Run(optimizer, rate, seed, images)
    return run._asdict() | {"accuracy": accuracy}


def test_a_learning_rate_is_chosen_on_validation_images_only():
    records = [
        record("SGD", 0.1, 1, "validation", 0.9),
        record("SGD", 0.1, 2, "validation", 0.8),
        record("SGD", 0.3, 1, "validation", 0.95),
        record("SGD", 0.3, 2, "validation", 0.7),
        record("SGD", 0.3, 3, "test", 1.0),
    ]
    assert optimizers.chosen_rates(records) == {"SGD": 0.1}


def test_the_optimizers_are_tested_with_seeds_that_chose_nothing(tmp_path, monkeypatch):
    done = []

    def train(run, digits, epochs):
        done.append(run)
        best = {"SGD": 0.1, "Momentum": 0.01, "RMSprop": 0.003, "Adam": 0.001}
        right = 0.9 + 0.05 * (run.learning_rate == best[run.optimizer])
        return run._asdict() | {"accuracy": right + run.seed / 10_000}

    monkeypatch.setattr(optimizers, "train", train)
    out = tmp_path / "optimizers.json"
    result = optimizers.run_all(5, {}, out)
    tuning = {run.seed for run in done if run.images == "validation"}
    testing = {run.seed for run in done if run.images == "test"}
    assert not tuning & testing
    assert len(done) == 4 * 4 * len(tuning) + 4 * len(testing)
    chosen = {row["optimizer"]: row["learning_rate"] for row in result["table"]}
    assert chosen == {"SGD": 0.1, "Momentum": 0.01, "RMSprop": 0.003, "Adam": 0.001}
    count = len(done)
    assert optimizers.run_all(5, {}, out) == result  # a second start trains nothing
    assert len(done) == count
