"""Checks of assignment 8: training a CNN."""

import contextlib
import io
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from cnn_course import datasets
from cnn_course.checks import training_cases as drawn
from cnn_course.checks.core import (
    CheckFailed,
    Mistake,
    check,
    random,
    require_callable,
    run,
)
from cnn_course.checks.mistakes import training_batches as dealing
from cnn_course.checks.mistakes import training_keras as in_keras
from cnn_course.checks.mistakes import training_loop as looping
from cnn_course.checks.mistakes import training_network as networks
from cnn_course.checks.mistakes.training_adam import ADAM_MISTAKES, adam_step
from cnn_course.checks.mistakes.training_data import PREPARE_MISTAKES, prepare
from cnn_course.checks.mistakes.training_loss import (
    LOSS_MISTAKES,
    softmax_cross_entropy,
)
from cnn_course.checks.mistakes.training_predictions import predictions
from cnn_course.checks.mistakes.training_spread import (
    CHOSEN_RATES,  # noqa: F401 -- the notebook shows it
    CLAIM_HINTS,
    CLAIMS,
    DEFAULT_RATES,  # noqa: F401 -- the notebook shows it
    SPREAD_MISTAKES,
    mean_and_spread,
)
from cnn_course.checks.outcomes import as_numbers, call, same
from cnn_course.checks.predictions import check_claims, check_prediction, filled
from cnn_course.checks.progress import part
from cnn_course.checks.report import what_stopped
from cnn_course.optimizers import Adam

Function = Callable[..., Any]

LEAST_ACCURACY = 0.5  # of ten classes; the solution reaches 0.7 and more
NOT_LEARNED = (
    "The losses of small trainings are right, but after four epochs with 400 garments fewer than half "
    "of 300 others are recognized. Do x[batch] and y[batch] belong together, in every batch?"
)


def _of_results(function: Function, results: Sequence[str]) -> Function:
    """Return a function that takes, as one more argument, the name of the result that is wanted."""

    def one_of(*given: Any) -> Any:
        *arguments, wanted = given
        value = function(*arguments)
        if isinstance(value, list | tuple) and len(value) == len(results):
            return value[results.index(wanted)]
        return value

    one_of.__name__ = getattr(function, "__name__", "")
    return one_of


def _seen_by(view: Function, mistakes: Sequence[Mistake]) -> list[Mistake]:
    return [mistake._replace(wrong=view(mistake.wrong)) for mistake in mistakes]


@contextlib.contextmanager
def _success_waits() -> Iterator[None]:
    """Keep back the line that a check prints at its end, until what follows is right too."""
    printed, kept = io.StringIO(), lambda line: ": correct in all" not in line
    try:
        with contextlib.redirect_stdout(printed):
            yield
        kept = bool
    finally:
        lines = printed.getvalue().splitlines(keepends=True)
        print(*filter(kept, lines), sep="", end="")


# Part 1: predictions


@part
def check_predictions(
    first_loss: Any, steps: Any, last_batch: Any, parameters: Any
) -> None:
    """Check four numbers that a student predicts; two decimals are enough."""
    given = (first_loss, steps, last_batch, parameters)
    for (name, known), value in zip(predictions().items(), given, strict=True):
        wrong = {says: round(number, 2) for says, number in known.wrong.items()}
        rounded = round(float(filled(name, value)), 2)
        check_prediction(name, rounded, round(known.right, 2), wrong)


# Part 2: the data


@part
def check_prepare(answer: Function) -> None:
    """Check images in 0..1 with a channel axis, and one-hot labels."""
    require_callable("prepare", answer)
    results = ("x", "y")
    cases = drawn.for_each(results, drawn.images_and_labels())
    one_of = _of_results(answer, results)
    check("prepare", one_of, prepare, cases, PREPARE_MISTAKES)


@part
def check_batches(answer: Function) -> None:
    """Check the sizes of batches first, then what is true of every right order."""
    require_callable("batches", answer)
    with _success_waits():
        check(
            "batches",
            dealing.sizes(answer),
            dealing.sizes(dealing.batches),
            drawn.numbers_of_images(),
            _seen_by(dealing.sizes, dealing.SIZE_MISTAKES),
        )
        dealing.require_order(answer, drawn.numbers_of_images())


# Part 3: the loss


@part
def check_loss(answer: Function) -> None:
    """Check the loss and its gradient, scores that overflow included."""
    name, results = "softmax_cross_entropy", ("loss", "gradient")
    require_callable(name, answer)
    cases = drawn.for_each(results, drawn.scores_and_labels())
    one_of = _of_results(answer, results)
    check(name, one_of, softmax_cross_entropy, cases, LOSS_MISTAKES)


# Part 4: Adam


@part
def check_adam_step(answer: Function) -> None:
    """Check a step of Adam: the first, later ones, gradients of zero and small ones."""
    require_callable("adam_step", answer)
    # m and v first: w is wrong whenever they are.
    cases = drawn.for_each(("m", "v", "w"), drawn.steps_of_adam())
    one_of = _of_results(answer, ("w", "m", "v"))
    check("adam_step", one_of, adam_step, cases, ADAM_MISTAKES)


# Part 5: the network, and its training


@part
def check_make_network(answer: Function) -> None:
    """Check the layers by what they do, with weights that the check puts in."""
    require_callable("make_network", answer)
    try:
        check(
            "make_network",
            networks.seen(answer),
            networks.seen(networks.make_network),
            drawn.for_each(("parameters", "scores", "start"), drawn.networks()),
            _seen_by(networks.seen, networks.NETWORK_MISTAKES),
        )
    except CheckFailed as failed:
        found = call(answer, drawn.networks()[0].arguments[:4]).value
        if failed.mistake or not isinstance(found, list) or len(found) == 5:
            raise
        says = "Five layers are wanted, and your list has another number of them."
        raise CheckFailed(f"Not yet: make_network. {says}") from None


@part
def check_train(make_network: Function, answer: Function) -> None:
    """Check the losses that are the same in every order; then the accuracy on images never seen."""
    require_callable("train", answer)
    _require_network(make_network)

    with _success_waits():
        try:
            _check_losses(make_network, answer, Adam)
        except CheckFailed:
            # Both ways to add epsilon are right in adam_step, and small gradients tell them apart.
            if not _by_the_paper(looping.losses_of(make_network, answer)):
                raise
            _check_losses(make_network, answer, looping.PaperAdam)
        _require_learning(make_network, answer)


def _ours(train: Function) -> Function:
    return looping.losses_of(networks.make_network, train)


def _check_losses(make_network: Function, answer: Function, adam: type[Adam]) -> None:
    check(
        "train",
        looping.losses_of(make_network, answer),
        _ours(looping.loop(adam)),
        drawn.trainings(),
        _seen_by(_ours, looping.loop_mistakes(adam)),
    )


def _by_the_paper(theirs: Function) -> bool:
    """Return whether more cases agree with the other kind of Adam."""
    outcomes = [(run(theirs, case), case) for case in drawn.trainings()]
    adam, paper = (
        sum(
            same(found, run(_ours(looping.loop(kind)), case))
            for found, case in outcomes
        )
        for kind in (Adam, looping.PaperAdam)
    )
    return paper > adam


def _require_network(make_network: Function) -> None:
    _, shape, filters, classes = drawn.NETWORKS[0]
    given = shape, filters, classes, 0
    found = call(lambda: networks.parameters(make_network(*given)), ())
    if found.value != networks.parameters(networks.make_network(*given)):
        raise CheckFailed(
            "Not yet: train. It is tried on your own networks: make the check of make_network pass first."
        )


def _require_learning(make_network: Function, train: Function) -> None:
    """Train on a few garments whose classes are renamed, and look at others."""
    rng, garments = random(), datasets.load("fashion_mnist")
    learned, others = np.split(rng.permutation(len(garments.x_train))[:700], [400])
    renamed = rng.permutation(10)[garments.y_train]
    x, y = datasets.scale(garments.x_train), datasets.one_hot(renamed, 10)

    def accuracy() -> float:
        network = make_network((28, 28, 1), 4, 10, 1)
        train(network, x[learned], y[learned], 4, 32, 0.01, 2)
        found = np.asarray(networks.scores(network, x[others])).argmax(axis=1)
        return float(np.mean(found == renamed[others]))

    found = call(accuracy, ())
    if found.error is not None:
        told = "Not yet: train. It works on small images, and stops with an error on garments."
        raise CheckFailed(f"{told}\n\n{what_stopped(found.error)}", told=told)
    if found.value < LEAST_ACCURACY:
        raise CheckFailed(
            f"Not yet: train. {NOT_LEARNED}",
            mistake=NOT_LEARNED,
        )


# Part 6: Keras


@part
def check_to_keras(answer: Function) -> None:
    """Check the probabilities of a Keras model with the weights that the check hands over."""
    require_callable("to_keras", answer)
    cases = drawn.models()
    try:
        check(
            "to_keras",
            in_keras.predicted(answer),
            in_keras.probabilities,
            cases,
            in_keras.MODEL_MISTAKES,
        )
    except CheckFailed as failed:
        once, again = (
            call(in_keras.predicted(answer), cases[0].arguments) for _ in range(2)
        )
        numbers = [as_numbers(found.value) for found in (once, again)]
        if failed.mistake or same(once, again) or any(n is None for n in numbers):
            raise
        says = in_keras.NOT_COPIED
        raise CheckFailed(f"Not yet: to_keras. {says}", mistake=says) from None


@part
def check_train_keras(to_keras: Function, answer: Function) -> None:
    """Check the losses that Keras measures, and those of the model that it leaves behind."""
    require_callable("train_keras", answer)
    first = drawn.models()[0]
    if not same(
        run(in_keras.predicted(to_keras), first), run(in_keras.probabilities, first)
    ):
        raise CheckFailed(
            "Not yet: train_keras. It is tried on your own models: make the check of to_keras pass first."
        )
    check(
        "train_keras",
        in_keras.losses_of_keras(to_keras, answer),
        in_keras.losses_of_ours(in_keras.train_keras),
        drawn.trainings_in_keras(),
        _seen_by(in_keras.losses_of_ours, in_keras.FIT_MISTAKES),
    )


# Part 7: which optimizer is best?


@part
def check_mean_and_spread(answer: Function) -> None:
    """Check the means and standard deviations of several runs."""
    check("mean_and_spread", answer, mean_and_spread, drawn.runs(), SPREAD_MISTAKES)


@part
def check_conclusions(claims: Any) -> None:
    """Check what a student concludes from the two tables."""
    check_claims("claims", claims, CLAIMS, CLAIM_HINTS)
