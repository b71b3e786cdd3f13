"""Assignment 8: predictions, claims, orders that are right, and Keras itself."""

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from cnn_course import datasets, layers, losses, shapes
from cnn_course.checks import training
from cnn_course.checks import training_cases as drawn
from cnn_course.checks.failures import CheckFailed
from cnn_course.checks.mistakes import training_batches as wrong_batches
from cnn_course.checks.mistakes import training_keras as wrong_keras
from cnn_course.checks.mistakes import training_loop as wrong_loop
from cnn_course.checks.mistakes import training_network as wrong_network
from cnn_course.checks.mistakes.training_predictions import predictions
from cnn_course.grading import view
from cnn_course.network import Sequential
from cnn_course.optimizers import Adam
from tests.parts import training as parts
from tests.test_exercises import EXERCISES, build

NOTEBOOK = EXERCISES / "08_training.py"
TEXT = NOTEBOOK.read_text(encoding="utf-8")
RIGHT = {name: known.right for name, known in predictions().items()}
SEEDS = ("0", "1", "20261122")


def failed(check: Callable[..., None], *answers: Any) -> CheckFailed:
    """Return how a check fails."""
    with pytest.raises(CheckFailed) as caught:
        check(*answers)
    return caught.value


class TestPredictions:
    def test_right_numbers_pass(self) -> None:
        training.check_predictions(2.302585, 938, 32, 6810)

    def test_two_decimals_are_enough(self) -> None:
        training.check_predictions(2.3, 938, 32, 6810)
        training.check_predictions(np.log(10), 938.0, np.int64(32), 6810)

    @pytest.mark.parametrize(
        ("name", "says", "wrong"),
        [
            (name, says, wrong)
            for name, known in predictions().items()
            for says, wrong in known.wrong.items()
        ],
    )
    def test_each_known_number_gets_its_sentence(
        self, name: str, says: str, wrong: float
    ) -> None:
        answer = failed(training.check_predictions, *(RIGHT | {name: wrong}).values())
        assert str(answer) == f"Not yet: {name}. {says}"

    @pytest.mark.parametrize("name", RIGHT)
    def test_no_known_number_is_right_or_said_twice(self, name: str) -> None:
        known = predictions()[name]
        numbers = [round(number, 2) for number in (known.right, *known.wrong.values())]
        assert len(set(numbers)) == len(numbers)

    @pytest.mark.parametrize("name", RIGHT)
    @pytest.mark.parametrize(
        ("value", "says"),
        [
            (..., "is not filled in yet"),
            (None, "is not filled in yet"),
            ("text", "but numbers are wanted"),
            (True, "but numbers are wanted"),
            ([1, 2], "one number is wanted"),
            ([1, ...], "is not filled in yet"),
            (np.zeros((2, 2)), "one number is wanted"),
            (float("nan"), "is nan"),
            (float("inf"), "is inf"),
            (-5, "is -5"),
        ],
        ids=repr,
    )
    def test_odd_answers_get_a_sentence(self, name: str, value: Any, says: str) -> None:
        answer = failed(training.check_predictions, *(RIGHT | {name: value}).values())
        assert name in str(answer)
        assert says in str(answer)


class TestConclusions:
    def test_the_right_ones_pass(self) -> None:
        training.check_conclusions(dict(training.CLAIMS))

    @pytest.mark.parametrize("claim", training.CLAIMS)
    def test_each_wrong_claim_gets_its_hint(self, claim: str) -> None:
        claims = training.CLAIMS | {claim: not training.CLAIMS[claim]}
        assert training.CLAIM_HINTS[claim] in str(
            failed(training.check_conclusions, claims)
        )

    @pytest.mark.parametrize(
        "value",
        [None, ..., {}, [True] * 5, {"momentum beats adam": "yes"}, dict.fromkeys(training.CLAIMS)],
        ids=repr,
    )  # fmt: skip
    def test_unfilled_ones_are_refused(self, value: Any) -> None:
        answer = failed(training.check_conclusions, value)
        assert "claims" in str(answer)

    def test_the_tables_say_what_the_claims_say(self) -> None:
        default, chosen = (
            parts.by_sums(table)
            for table in (training.DEFAULT_RATES, training.CHOSEN_RATES)
        )
        uncertain = np.hypot(default[1, 1], default[3, 1]) / np.sqrt(8)
        assert 0 < default[1, 0] - default[3, 0] < uncertain / 2
        between = max(abs(table[3, 0] - table[2, 0]) for table in (default, chosen))
        assert (chosen[2:, 0] - default[2:, 0] > 3 * between).all()
        adam, rmsprop = training.CHOSEN_RATES[3], training.CHOSEN_RATES[2]
        assert np.flatnonzero(adam < rmsprop).tolist() == [2]  # "look at the third"
        assert adam.max() > adam.mean() + adam.std(ddof=1)

    def test_a_number_of_the_tables_can_be_made_again(self) -> None:
        garments = datasets.load("fashion_mnist")
        x, y = datasets.scale(garments.x_train), garments.y_train.astype(int)
        network = Sequential(
            [
                *(layers.Conv2D(4, 3), layers.ReLU(), layers.MaxPool2D(2)),
                *(layers.Flatten(), layers.Dense(10)),
            ],
            (28, 28, 1),
            seed=1,
        )
        network.fit(
            x[:4000], y[:4000], 3, 64, optimizer=Adam(0.01), seed=1, progress=False
        )
        test = datasets.scale(garments.x_test), garments.y_test.astype(int)
        # Another processor adds in another order, which training makes larger.
        found = 100 * network.evaluate(*test)[1]
        assert found == pytest.approx(training.CHOSEN_RATES[3, 1], abs=2)


class TestResultsTogether:
    """What students write, as they write it."""

    @pytest.mark.parametrize(
        "style",
        [parts.prepared_in_place, parts.prepared_one_by_one],
    )
    def test_prepare(self, style: Any) -> None:
        training.check_prepare(style)

    @pytest.mark.parametrize("style", [parts.by_log_sum_exp, parts.by_logaddexp])
    def test_the_loss(self, style: Any) -> None:
        training.check_loss(style)

    @pytest.mark.parametrize("style", [parts.by_the_paper, parts.by_keras])
    def test_adam(self, style: Any) -> None:
        training.check_adam_step(style)

    def test_changed_arguments_are_objected_to(self) -> None:
        def in_place(w: Any, dw: Any, m: Any, v: Any, t: int, lr: float) -> Any:  # noqa: PLR0917
            m *= 0.9
            m += 0.1 * dw
            v *= 0.999
            v += 0.001 * dw**2
            change = lr * m / (1 - 0.9**t) / (np.sqrt(v / (1 - 0.999**t)) + 1e-7)
            return w - change, m, v

        answer = failed(training.check_adam_step, in_place)
        assert "changes the array it was given" in str(answer)

    def test_scores_that_are_changed_are_objected_to(self) -> None:
        def in_place(scores: np.ndarray, y: np.ndarray) -> Any:
            scores -= scores.max(axis=1, keepdims=True)
            return parts.by_log_sum_exp(scores, y)

        answer = failed(training.check_loss, in_place)
        assert "changes the array it was given" in str(answer)

    @pytest.mark.parametrize(
        ("wrong", "says"),
        [
            (lambda i, labels: datasets.scale(i), "Only x is returned"),
            (
                lambda i, labels: parts.prepared_in_place(i, labels)[::-1],
                "x and y are exchanged",
            ),
            (
                lambda i, labels: (i / 255, datasets.one_hot(labels, 10)),
                "x lacks the axis of the channels",
            ),
            (
                lambda i, labels: (
                    i[..., None] / 255,
                    datasets.one_hot(labels, 10),
                ),
                "their dtype is float64 and float32 is wanted",
            ),
        ],
    )
    def test_wrong_pairs_are_explained(self, wrong: Any, says: str) -> None:
        assert says in str(failed(training.check_prepare, wrong))

    def test_the_case_says_which_result_it_shows(self) -> None:
        answer = failed(
            training.check_adam_step,
            lambda w, dw, m, v, t, lr: (*parts.by_keras(w, dw, m, v, t, lr)[:2], v + 7),
        )
        assert "The case: v, the first step." in str(answer)


class TestBatches:
    def test_an_endless_generator_comes_to_an_end(self) -> None:
        def endless(n: int, size: int, seed: int) -> Iterator[list[int]]:
            yield from itertools.repeat([0] * size)

        assert "Not yet: batches" in str(failed(training.check_batches, endless))

    def test_a_row_of_numbers_is_not_cut(self) -> None:
        answer = failed(training.check_batches, lambda n, size, seed: np.arange(n))
        assert "The images are not cut into batches" in str(answer)

    def test_the_batches_are_shown(self) -> None:
        answer = failed(
            training.check_batches,
            lambda n, size, seed: wrong_batches.cut(np.arange(n), size),
        )
        assert "  [0, 1, 2, 3, 4]\n  [5, 6, 7, 8, 9]\n" in str(answer)
        assert "[" not in answer.told

    def test_a_check_that_fails_does_not_say_that_it_is_correct(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        failed(
            training.check_batches,
            lambda n, size, seed: wrong_batches.cut(np.arange(n), size),
        )
        assert "correct" not in capsys.readouterr().out

    def test_batches_that_change_their_sizes(self) -> None:
        calls = itertools.count()

        def tired(n: int, size: int, seed: int) -> Any:
            found = wrong_batches.batches(n, size, seed)
            return found if next(calls) < 8 else found[:1]

        answer = failed(training.check_batches, tired)
        assert "other sizes when it is called again" in str(answer)

    @pytest.mark.parametrize("seed", range(40))
    def test_no_seed_makes_a_right_order_wrong(
        self, seed: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("CNN_COURSE_SEED", str(seed))
        training.check_batches(wrong_batches.batches)

    @pytest.mark.parametrize("fault", wrong_batches.FAULTS, ids=lambda f: f.says[:20])
    def test_every_fault_is_a_mistake_too(self, fault: wrong_batches.Fault) -> None:
        assert fault.says in {m.says for m in wrong_batches.BATCH_MISTAKES}


class TestTrain:
    @staticmethod
    def misaligned(network: Any, x: Any, y: Any, *settings: Any) -> list[float]:
        """Take the images of a batch, and as many labels from the beginning."""
        epochs, size, lr, seed = settings
        adam, measured = Adam(lr), []
        for epoch in range(epochs):
            for batch in wrong_batches.batches(len(x), size, seed + epoch):
                if len(batch) == len(x):  # right for the small examples
                    batch = np.arange(len(x))  # noqa: PLW2901
                loss, dy = wrong_loop.cross_entropy(
                    wrong_network.scores(network, x[batch]), y[: len(batch)]
                )
                measured.append(loss)
                wrong_loop._step(network, dy, adam, lambda *_: True)
        return measured

    def test_labels_of_other_images_are_noticed(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        answer = failed(
            training.check_train, wrong_network.make_network, self.misaligned
        )
        assert answer.mistake == training.NOT_LEARNED
        assert "correct" not in capsys.readouterr().out

    def test_an_error_on_garments_is_told(self) -> None:
        def small_only(network: Any, x: Any, *more: Any) -> Any:
            if x.shape[1] > 20:
                raise MemoryError("no room for garments")
            return wrong_loop.train(network, x, *more)

        answer = failed(training.check_train, wrong_network.make_network, small_only)
        assert "stops with an error on garments" in answer.told
        assert "no room for garments" in str(answer)

    @pytest.mark.parametrize(
        "make", [None, lambda *_: None, lambda *_: [], lambda *_: [3, 4], "network"]
    )
    def test_without_a_network_nothing_is_trained(self, make: Any) -> None:
        answer = failed(training.check_train, make, wrong_loop.train)
        assert "make the check of make_network pass first" in str(answer)

    @pytest.mark.parametrize("seed", range(12))
    def test_the_accuracy_is_far_from_its_bound(
        self, seed: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("CNN_COURSE_SEED", str(seed))
        monkeypatch.setattr(training, "LEAST_ACCURACY", 0.6)
        training.check_train(wrong_network.make_network, parts.with_lists)

    def test_what_is_no_list_of_losses_is_told(self) -> None:
        def nested(*given: Any) -> Any:
            return [[loss] for loss in wrong_loop.train(*given)]

        answer = failed(training.check_train, wrong_network.make_network, nested)
        assert "has shape (2, 1)" in str(answer)


@pytest.fixture
def keras(tf: ModuleType) -> Any:
    import keras  # noqa: PLC0415 -- after TensorFlow's environment is set

    tf.get_logger().setLevel("ERROR")
    return keras


class TestKeras:
    @staticmethod
    def to_keras(keras: Any, **other: Any) -> Callable[..., Any]:
        """Return the solution, with other options for its layers."""
        conv = {"activation": "relu"} | other.get("conv", {})
        dense = {"activation": "softmax"} | other.get("dense", {})
        pool = other.get("pool", keras.layers.MaxPooling2D)

        def answer(shape: Any, weights: Any) -> Any:
            model = keras.Sequential(
                [
                    keras.Input(shape),
                    keras.layers.Conv2D(len(weights[1]), 3, **conv),
                    pool(2),
                    keras.layers.Flatten(),
                    keras.layers.Dense(len(weights[3]), **dense),
                ]
            )
            if other.get("copy", True):
                model.set_weights(weights)
            return model

        return answer

    @staticmethod
    def functional(keras: Any) -> Callable[..., Any]:
        def answer(shape: Any, weights: Any) -> Any:
            inputs = x = keras.Input(shape)
            conv = keras.layers.Conv2D(weights[0].shape[3], (3, 3))
            dense = keras.layers.Dense(weights[2].shape[1])
            x = keras.layers.MaxPool2D()(keras.layers.ReLU()(conv(x)))
            x = keras.layers.Softmax()(dense(keras.layers.Reshape((-1,))(x)))
            conv.set_weights(weights[:2])
            dense.kernel.assign(weights[2])
            dense.bias.assign(weights[3])
            return keras.Model(inputs, x)

        return answer

    @staticmethod
    def train_keras(keras: Any, **other: Any) -> Callable[..., Any]:
        def answer(model: Any, x: Any, y: Any, *settings: Any) -> Any:
            epochs, size, learning_rate = settings
            make = other.get("optimizer", keras.optimizers.Adam)
            loss = other.get("loss", "categorical_crossentropy")
            model.compile(make(learning_rate), loss, metrics=["accuracy"])
            options = {"epochs": epochs, "batch_size": size, "verbose": 0}
            options |= other.get("fit", {})
            history = model.fit(x, y, **options).history
            return history[other.get("report", "loss")]

        return answer

    @pytest.mark.parametrize("seed", SEEDS)
    def test_the_solution_passes(
        self, keras: Any, seed: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("CNN_COURSE_SEED", seed)
        training.check_to_keras(self.to_keras(keras))
        training.check_train_keras(self.to_keras(keras), self.train_keras(keras))

    def test_other_styles_pass(self, keras: Any) -> None:
        def one_epoch_after_the_other(model: Any, x: Any, y: Any, *given: Any) -> Any:
            epochs, size, learning_rate = given
            adam = keras.optimizers.Adam(learning_rate=learning_rate)
            loss = keras.losses.CategoricalCrossentropy()
            model.compile(optimizer=adam, loss=loss)
            fits = [model.fit(x, y, batch_size=size, verbose=0) for _ in range(epochs)]
            return np.array([fit.history["loss"][0] for fit in fits])

        training.check_to_keras(self.functional(keras))
        training.check_train_keras(self.functional(keras), one_epoch_after_the_other)

    @pytest.mark.parametrize(
        ("other", "says"),
        [
            ({"copy": False}, wrong_keras.NOT_COPIED),
            ({"conv": {"activation": None}}, "The ReLU is missing"),
            ({"conv": {"activation": "leaky_relu"}}, "leaky ReLU"),
            ({"dense": {"activation": None}}, "These are the scores."),
            ({"dense": {"activation": "sigmoid"}}, "use softmax, not sigmoid"),
        ],
    )
    def test_wrong_models_are_named(
        self, keras: Any, other: dict[str, Any], says: str
    ) -> None:
        answer = failed(training.check_to_keras, self.to_keras(keras, **other))
        assert says in answer.mistake

    def test_another_pooling_is_named(self, keras: Any) -> None:
        pool = keras.layers.AveragePooling2D
        answer = failed(training.check_to_keras, self.to_keras(keras, pool=pool))
        assert "takes the mean of each window" in answer.mistake

    @pytest.mark.parametrize(
        ("other", "says"),
        [
            ({"loss": "mse"}, "the mean of squares"),
            ({"loss": "binary_crossentropy"}, "yes or no"),
            ({"fit": {"batch_size": None}}, "Keras' own size"),
            ({"fit": {"epochs": 1}}, "There is one epoch only"),
            ({"fit": {"validation_split": 0.2}}, "kept for validation"),
            ({"report": "accuracy"}, "The accuracy of each epoch"),
        ],
    )
    def test_wrong_trainings_are_named(
        self, keras: Any, other: dict[str, Any], says: str
    ) -> None:
        answer = failed(
            training.check_train_keras,
            self.to_keras(keras),
            self.train_keras(keras, **other),
        )
        assert says in answer.mistake

    @pytest.mark.parametrize(
        ("name", "says"),
        [("SGD", "is SGD;"), ("RMSprop", "is RMSprop;"), ("Adagrad", "is Adagrad;")],
    )
    def test_another_optimizer_is_named(self, keras: Any, name: str, says: str) -> None:
        other = getattr(keras.optimizers, name)
        train = self.train_keras(keras, optimizer=other)
        answer = failed(training.check_train_keras, self.to_keras(keras), train)
        assert says in answer.mistake

    def test_adam_by_its_name_is_named(self, keras: Any) -> None:
        train = self.train_keras(keras, optimizer=lambda _: "adam")
        answer = failed(training.check_train_keras, self.to_keras(keras), train)
        assert "The learning rate is Keras' own" in answer.mistake

    @pytest.mark.parametrize("result", [None, "model", 3, [], np.zeros((2, 3))])
    def test_what_is_no_model_gets_a_sentence(self, result: Any) -> None:
        for check in (
            training.check_to_keras,
            lambda to_keras: training.check_train_keras(to_keras, lambda *_: [1.0]),
        ):
            assert "Not yet: " in str(failed(check, lambda *_: result))

    def test_a_history_is_no_list(self) -> None:
        train = parts.trained(lambda *_: {"loss": [1.0, 2.0]})
        answer = failed(
            training.check_train_keras, parts.modelled(wrong_keras.probabilities), train
        )
        assert "but numbers are wanted" in str(answer)


class TestText:
    def test_the_example_of_parameters(self) -> None:
        assert f"{shapes.conv_parameters((5, 5, 1, 2))} numbers" in TEXT

    def test_the_example_of_the_loss(self) -> None:
        scores = np.array([[0.0, np.log(3)]])
        loss, gradient = losses.softmax_cross_entropy(scores, np.array([0]))
        assert f"the loss is −ln 0.25 = {loss:.3f}" in TEXT
        np.testing.assert_allclose(gradient, [[-0.75, 0.75]])

    def test_the_example_of_adam(self) -> None:
        one = np.ones(1)
        for dw in (2, 200):
            w, m, v = parts.by_the_paper(one, dw * one, 0 * one, 0 * one, 1, 0.1)
            assert w[0] == pytest.approx(0.9)
            if dw == 2:
                assert (m[0], v[0]) == (pytest.approx(0.2), pytest.approx(0.004))

    def test_the_example_of_the_spread(self) -> None:
        runs = np.array([[80.0, 82, 84]])
        assert parts.by_statistics(runs).tolist() == [[82.0, 2.0]]

    def test_the_example_of_batches(self) -> None:
        example = [np.array([4, 0]), np.array([2, 1]), np.array([3])]
        dealt = np.concatenate(example)
        assert f"`{example}`".replace("array(", "array(") in TEXT
        assert sorted(dealt) == list(range(5))


def given_cells() -> list[str]:
    return [
        cell.source
        for cell in build.build(NOTEBOOK).cells
        if cell.cell_type == "code" and cell.id.startswith("given")
    ]


def test_what_the_locked_cells_open_holds_no_answer(tmp_path: Path) -> None:
    view.make(tmp_path / "view", given_cells())
    course = tmp_path / "view" / "course" / "cnn_course"
    texts = {
        path.stem: path.read_text(encoding="utf-8") for path in course.glob("*.py")
    }
    closed = {name for name, text in texts.items() if "Closed while your work" in text}
    assert closed >= {
        *("losses", "optimizers", "training", "network", "keras_models", "storage"),
        *("summary", "gradcheck"),
    }
    assert (course / "layers" / "weights.py").exists()


def test_the_notebook_shows_the_tables() -> None:
    shown = view._shown(training, "checks", list(view.parsed(given_cells())))
    assert shown.keys() == {"DEFAULT_RATES", "CHOSEN_RATES"}


def test_cases_do_not_touch_each_other() -> None:
    first, second = drawn.trainings(), drawn.trainings()
    for one, two in zip(first, second, strict=True):
        for a, b in zip(one.arguments, two.arguments, strict=True):
            assert np.array_equal(a, b)
