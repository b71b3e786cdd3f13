"""The benchmarks measure what they say: right numbers, fair turns, honest tables. No test is of a speed."""

import importlib
import json
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from types import SimpleNamespace

import numpy as np
import pytest
import threadpoolctl

from benchmarks import __main__ as command
from benchmarks import chart, headline, memory, report, system, textbook, timing
from benchmarks.cases import (
    CONVOLUTIONS,
    KERAS_CNN,
    NETWORKS,
    POOLINGS,
    SIMPLE,
    Convolution,
    Network,
    Pooling,
    all_cases,
    draw_inputs,
)
from benchmarks.contenders import Task, compare, gather, ours, with_textbook
from cnn_course.conv import conv2d, conv2d_backward
from cnn_course.gradcheck import numerical_gradient, relative_error
from cnn_course.pool import max_pool2d, max_pool2d_backward

LIBRARIES = ["torch", "tensorflow"]
# Like the real ones: padded on all sides, not at all, and with a stride that does not reach the edge.
LAYERS = [
    Convolution("same", (3, 8, 9, 2), 4, 5, padding=2),
    Convolution("valid", (2, 9, 7, 3), 5, 4),
    Convolution("leaps", (2, 12, 10, 3), 6, 4, stride=3),
    Convolution("no dx", (3, 8, 9, 2), 4, 5, padding=2, input_gradient=False),
    Pooling("tiles", (3, 8, 9, 2), 2, 2),
    Pooling("overlaps", (2, 9, 12, 4), 3, 2),
]
# An epoch is one batch, so that every contender's is the same.
SMALL = [
    Network("padded", (2, 3), 3, 1, hidden=5, batch_size=4, images=4),
    Network("unpadded", (4,), 5, 0, hidden=3, batch_size=6, images=6),
]
TINY = [LAYERS[0], LAYERS[4], SMALL[0]]
every_layer = pytest.mark.parametrize("case", LAYERS, ids=lambda case: case.name)
every_network = pytest.mark.parametrize("case", SMALL, ids=lambda case: case.name)
every_library = pytest.mark.parametrize("library", LIBRARIES)


@pytest.fixture(scope="module", autouse=True)
def one_thread():
    """Compute as the benchmarks do; a second thread only waits on work as small as this."""
    with threadpoolctl.threadpool_limits(1):
        yield


def need(library, request):
    """Skip without PyTorch; TensorFlow is asked of its fixture, which keeps it quiet."""
    if library == "tensorflow":
        request.getfixturevalue("tf")
    else:
        pytest.importorskip(library)


# the cases


def test_the_networks_have_the_parameters_they_are_named_for():
    assert KERAS_CNN.parameters == 93_322
    assert SIMPLE.parameters == 780 + 12 * 12 * 30 * 100 + 100 + 1010


def test_the_small_networks_layers_are_those_measured_one_by_one():
    found = [case for case in CONVOLUTIONS if case.name.startswith("Keras")]
    assert [case.weights for case in found] == KERAS_CNN.weights[:3]
    assert {case.images[0] for case in found} == {KERAS_CNN.batch_size}


def test_the_outputs_have_the_sizes_of_their_papers():
    sizes = {case.name: case.output for case in (*CONVOLUTIONS, *POOLINGS)}
    assert sizes["LeNet conv1"] == (100, 28, 28, 6)
    assert sizes["LeNet conv2"] == (100, 10, 10, 16)
    assert sizes["AlexNet conv1"] == (8, 55, 55, 96)
    assert sizes["VGG-like"] == (8, 56, 56, 64)
    assert sizes["Max pooling 3x3, stride 2"] == (100, 13, 13, 32)


def test_first_layers_and_only_they_are_measured_twice():
    rows = Counter(case.name for case in all_cases())
    twice = {name for name, count in rows.items() if count == 2}
    assert twice == {"LeNet conv1", "Keras conv1", "AlexNet conv1"}
    assert len({case.label for case in all_cases()}) == 7 + 3 + 2 + 2


# the textbook


def first(x):
    return x.transpose(0, 3, 1, 2)


@pytest.mark.parametrize(("stride", "padding"), [(1, 0), (1, 2), (2, 1), (3, 0)])
def test_the_textbooks_convolution_is_the_packages(stride, padding):
    rng = np.random.default_rng(1)
    x, w, b = (rng.normal(size=shape) for shape in [(2, 8, 9, 3), (4, 4, 3, 5), (5,)])
    y = conv2d(x, w, b, stride, padding)
    dy = rng.normal(size=y.shape)
    dx, dw, db = conv2d_backward(dy, x, w, stride, padding)
    layer = textbook.Convolution(w.transpose(3, 2, 0, 1), b, stride, padding)
    np.testing.assert_allclose(layer.forward(first(x)), first(y), atol=1e-12)
    np.testing.assert_allclose(layer.backward(first(dy)), first(dx), atol=1e-12)
    np.testing.assert_allclose(layer.dw, dw.transpose(3, 2, 0, 1), atol=1e-12)
    np.testing.assert_allclose(layer.db, db, atol=1e-12)


@pytest.mark.parametrize(("size", "stride"), [(2, 2), (3, 2), (4, 3)])
def test_the_textbooks_pooling_is_the_packages(size, stride):
    rng = np.random.default_rng(2)
    x = rng.integers(0, 3, (2, 8, 9, 3)).astype(float)  # with ties
    y = max_pool2d(x, size, stride)
    dy = rng.normal(size=y.shape)
    layer = textbook.Pooling(size, stride)
    np.testing.assert_array_equal(layer.forward(first(x)), first(y))
    dx = max_pool2d_backward(dy, x, size, stride)
    np.testing.assert_allclose(layer.backward(first(dy)), first(dx), atol=1e-12)


@every_network
def test_the_textbooks_gradients_are_those_of_finite_differences(case):
    network = with_textbook.build(case, draw_inputs(case))
    rng = np.random.default_rng(3)
    x, labels = rng.normal(size=(2, 1, 28, 28)), np.array([7, 1])
    network.gradients(x, labels)
    learning = [layer for layer in network.layers if hasattr(layer, "w")]
    found = [(layer, name, getattr(layer, f"d{name}")) for layer in learning for name in "wb"]  # fmt: skip
    for layer, name, gradient in found:
        here = getattr(layer, name)
        # A matrix has hundreds of columns like its first.
        part = here[..., :1].copy() if here.ndim == 2 else here.copy()

        def loss(part, layer=layer, name=name, here=here):
            moved = here.copy()
            moved[..., : part.shape[-1]] = part
            setattr(layer, name, moved)
            return network.gradients(x, labels)

        expected = numerical_gradient(loss, part)
        assert relative_error(gradient[..., : part.shape[-1]], expected) < 1e-6
        setattr(layer, name, here)


# the contenders


@every_layer
@every_library
def test_every_contender_of_a_layer_computes_the_same_numbers(case, library, request):
    need(library, request)
    tasks = gather(case, draw_inputs(case), [library])
    count = 3 if isinstance(case, Pooling) else 4 if case.input_gradient else 3
    assert {"ours", "textbook"} < tasks.keys()
    assert all(task.arrays for name, task in tasks.items() if name != "matrix product")
    compare(case.label, tasks)
    assert len(tasks["ours"].run()) == count - isinstance(case, Pooling)


@pytest.mark.parametrize(
    "wrong", [lambda y: y * 1.01, lambda y: y + np.nan, lambda y: y[:1], np.zeros_like]
)
def test_a_contender_with_other_numbers_is_refused(wrong):
    case = LAYERS[0]
    tasks = gather(case, draw_inputs(case), [])
    right = tasks["textbook"]

    def arrays(result):
        y, *others = right.arrays(result)
        return [wrong(y), *others]

    tasks["textbook"] = Task(right.run, arrays)
    with pytest.raises(ValueError, match="same: result 0 of textbook"):
        compare(case.label, tasks)


@every_network
@every_library
def test_every_contender_of_a_network_learns_the_same(case, library, request):
    need(library, request)
    tasks = gather(case, draw_inputs(case), [library])
    losses = {
        name: [float(task.arrays(task.run())[0]) for _ in range(4)]
        for name, task in tasks.items()
    }
    # Near log(10) at first; then Adam has moved all weights, by the gradients.
    assert losses["ours"][-1] < losses["ours"][0]
    for found in losses.values():
        np.testing.assert_allclose(found, losses["textbook"], rtol=1e-4)


@every_library
@pytest.mark.parametrize("case", NETWORKS, ids=lambda case: case.name)
def test_the_twins_have_as_many_parameters(case, library, request):
    need(library, request)
    twin = importlib.import_module(f"benchmarks.contenders.with_{library}")
    if library == "torch":
        model = twin.build(case, draw_inputs(case))
        assert sum(p.numel() for p in model.parameters()) == case.parameters
    else:
        assert twin.build(case).count_params() == case.parameters


def test_ours_and_the_textbooks_have_as_many_parameters():
    for case in NETWORKS:
        network = with_textbook.build(case, draw_inputs(case))
        layers = [layer for layer in network.layers if hasattr(layer, "w")]
        assert sum(layer.w.size + layer.b.size for layer in layers) == case.parameters
        found = ours.build(case, seed=0).parameters
        assert sum(array.size for array in found.values()) == case.parameters


# the clock


class Clock:
    """Time that passes only when a run says so."""

    def __init__(self):
        self.now, self.order = 0, []

    def __call__(self):
        return self.now

    def run(self, name, *durations):
        waiting = iter(durations)

        def step():
            self.now += next(waiting)
            self.order.append(name)

        return step


def test_contenders_take_turns_and_their_times_are_their_own():
    clock, ticks = Clock(), []
    durations = {"a": [10] * 8, "b": [7, 500, 7, 7, 7, 7, 7, 7], "c": range(1, 9)}
    runs = {name: clock.run(name, *times) for name, times in durations.items()}
    times = timing.interleaved(runs, 8, clock, tick=lambda: ticks.append(1))
    assert times == {name: list(numbers) for name, numbers in durations.items()}
    assert len(ticks) == 24
    rounds = [tuple(clock.order[k : k + 3]) for k in range(0, 24, 3)]
    assert all(set(names) == set("abc") for names in rounds)
    assert len(set(rounds)) > 2  # not always the same one first


def test_one_slow_round_does_not_move_the_median():
    assert timing.spread([7, 500, 7, 8, 6]) == (7, 7, 8)
    assert timing.spread([5]) == (5, 5, 5)


def test_garbage_is_collected_again_when_a_run_fails():
    def fail():
        assert not timing.gc.isenabled()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        timing.interleaved({"a": fail}, 1)
    assert timing.gc.isenabled()


def test_every_library_gets_the_same_threads(monkeypatch):
    told = []

    def tell(name):
        return lambda count: told.append((name, count))

    torch = SimpleNamespace(
        set_num_threads=tell("torch"), set_num_interop_threads=tell("torch between")
    )
    threading = SimpleNamespace(
        set_intra_op_parallelism_threads=tell("tensorflow"),
        set_inter_op_parallelism_threads=tell("tensorflow between"),
    )
    tensorflow = SimpleNamespace(config=SimpleNamespace(threading=threading))
    monkeypatch.setattr(timing.threadpoolctl, "threadpool_limits", tell("numpy"))
    timing.set_threads(3, {"torch": torch, "tensorflow": tensorflow})
    assert {count for _, count in told} == {3}
    assert len(told) == 5


# memory


def test_memory_is_the_peak_and_what_is_returned(monkeypatch):
    def tasks(case, inputs):
        def run():
            scratch = np.ones(3_000_000 * len(inputs["x"]), np.uint8)
            return [scratch[:1_000_000].copy()]

        return {"ours": Task(run)}

    monkeypatch.setattr(memory.ours, "tasks", tasks)
    case = Convolution("any", (5, 4, 3, 2), 1, 2)
    one, two = memory.measure(case, (1, 2))
    assert (one.peak, one.results, one.beyond) == pytest.approx((4, 1, 3), abs=0.01)
    assert two.peak == pytest.approx(7, abs=0.01)


def test_a_real_step_holds_at_least_its_results():
    case = Convolution("any", (5, 9, 8, 3), 4, 3, padding=1)
    (use,) = memory.measure(case, (5,))
    x, w, y = 5 * 9 * 8 * 3, 3 * 3 * 3 * 4, 5 * 9 * 8 * 4
    assert use.results * 1e6 == pytest.approx(4 * (y + x + w + 4))
    assert use.peak > use.results


def test_growth_tells_linear_from_quadratic():
    linear = [memory.Use(n, 3.0 * n, 0) for n in (16, 32, 64)]
    square = [memory.Use(n, 3.0 * n**2, 0) for n in (16, 32, 64)]
    assert memory.growth(linear) == 2
    assert memory.growth(square) == 4


# the report


def times(**milliseconds):
    return {name.replace("_", " "): [ms * 1_000_000] * 3 for name, ms in milliseconds.items()}  # fmt: skip


def test_a_convolution_is_held_against_the_better_layout_and_pooling_against_the_default():
    measured = {"ours": [6_000_000], "torch": [4_000_000], "torch, channels last": [2_000_000]}  # fmt: skip
    convolution, pooling = (report.row(c, measured) for c in (LAYERS[0], LAYERS[-1]))
    assert convolution["ratio"] == {"ours": 3, "torch": 2, "torch, channels last": 1}
    assert convolution["reference"] == "torch, channels last"
    assert pooling["ratio"]["ours"] == 1.5
    assert pooling["repeats"] == 1
    assert pooling["ms"]["torch"] == {"median": 4, "lower": 4, "upper": 4}


def a_result(**changes):
    """Return rows in which ours takes 2 ms, with every dx 4, PyTorch 2, Keras 1 and the textbook 40."""
    rows = []
    for case in all_cases():
        slow = getattr(case, "first", False) and case.input_gradient
        ms = {"ours": 4 if slow else 2, "torch": 2, "keras": 1, "textbook": 40}
        rows.append(report.row(case, times(**ms | changes)))
    return rows


def test_the_mean_is_over_seven_as_in_training_and_with_every_gradient():
    means = report.geometric_means(a_result())
    assert means["convolutions, as in training"] == pytest.approx(1)
    assert means["convolutions, with every dx"] == pytest.approx(2 ** (3 / 7))


def test_targets_are_met_or_missed():
    uses = [memory.Use(16, 30.0, 10.0), memory.Use(32, 60.0, 20.0)]
    held = report.targets(a_result(), uses)
    assert [t["measured"] for t in held] == [1, 1.346, 2, 1, 1, 2, 10, 20, 20, 40, 2]
    assert [t["met"] for t in held] == [True, False] + 3 * [True] + [False] + 5 * [True]
    worse = report.targets(a_result(ours=20), [memory.Use(64, 400.0, 100.0)] * 2)
    assert not any(t["met"] for t in worse[:10])


def test_what_was_not_measured_is_neither_met_nor_missed():
    for rows in ([], a_result()[3:4]):
        assert {t["met"] for t in report.targets(rows, [])} == {None}
    without = [row | {"ratio": {}} for row in a_result()]
    held = report.targets(without, [])
    assert [t["met"] for t in held[:4]] == [None] * 4


def test_the_table_has_every_row_and_every_target():
    rows, uses = a_result(), [memory.Use(16, 30.0, 10.0)] * 2
    text = report.table(rows, uses, report.targets(rows, uses))
    assert all(row["name"] in text for row in rows)
    assert "4.00 (2.00)" in text
    assert "MISSED" in text
    assert max(map(len, text.splitlines())) < 140


# the command


@pytest.fixture
def tiny(monkeypatch):
    """Make the command measure small layers and networks, with the threads that tests have."""
    monkeypatch.setattr(command, "all_cases", lambda images: TINY)
    monkeypatch.setattr(timing, "set_threads", lambda count, libraries: None)
    small = memory.measure(Convolution("any", (4, 9, 8, 3), 4, 3), (2, 4))
    monkeypatch.setattr(memory, "measure", lambda: small)


@pytest.mark.parametrize("library", [*LIBRARIES, None])
@pytest.mark.usefixtures("tiny")
def test_the_command_writes_json_and_a_chart(
    monkeypatch, library, request, tmp_path, capsys
):
    if library:
        need(library, request)
    module = {library: importlib.import_module(library)} if library else {}
    monkeypatch.setattr(system, "libraries", lambda *_: (module, ["so it is missing"]))
    command.main(["--quick", "--out", str(tmp_path)])
    result = json.loads((tmp_path / "speed.json").read_text(encoding="utf-8"))
    assert [row["name"] for row in result["cases"]] == ["same", "tiles", "padded"]
    assert result["measured"]["versions"]["numpy"] == np.__version__
    assert result["measured"]["threads"]
    assert {"lower", "median", "upper"} == result["cases"][0]["ms"]["ours"].keys()
    printed = capsys.readouterr().out
    assert "so it is missing" in printed
    assert "not measured" in printed
    # Without PyTorch there is nothing that a chart of ratios could show.
    assert (tmp_path / "speed.svg").exists() == (library == "torch")


def test_the_chart_is_transparent_and_its_only_words_are_the_cases(tmp_path):
    rows = a_result()
    chart.save(rows, tmp_path / "speed.svg")
    svg = ET.parse(tmp_path / "speed.svg").getroot()
    assert svg.tag.endswith("svg")
    fills = {node.get("style", "") for node in svg.iter()}
    assert not any("fill: #ffffff" in fill for fill in fills)
    axes = chart.draw(rows).axes[0]
    assert [t.get_text() for t in axes.get_yticklabels()] == [r["name"] for r in rows]
    assert not axes.get_xlabel() + axes.get_ylabel() + axes.get_title()
    assert not axes.texts
    assert axes.get_legend() is None


def test_every_contender_has_a_mark_or_is_the_line():
    contenders = {"ours", "matrix product", "textbook", "tensorflow", "keras"}
    assert chart.MARKS.keys() == contenders
    with pytest.raises(ValueError, match="PyTorch was not measured"):
        chart.draw([row | {"ratio": {}} for row in a_result()])


def test_cases_are_chosen_by_a_part_of_their_name():
    def names(*words):
        cases, with_memory = command.chosen(words, 7)
        return [case.label for case in cases], with_memory

    assert names("lenet") == (["LeNet conv1", "LeNet conv1, no dx", "LeNet conv2"], False)  # fmt: skip
    assert names("MEMORY", "simple") == (["SimpleConvNet"], True)
    assert len(names()[0]) == 14
    assert names()[1]
    with pytest.raises(SystemExit, match="No case is called 'resnet'"):
        names("lenet", "resnet")


@pytest.mark.usefixtures("tiny")
def test_a_part_never_replaces_the_committed_result(monkeypatch):
    folders = []
    monkeypatch.setattr(command, "write", lambda result, folder: folders.append(folder))
    nothing = {"cases": [], "memory": [], "targets": report.targets([], [])}
    monkeypatch.setattr(command, "run", lambda *_: nothing)
    monkeypatch.setattr(system, "libraries", lambda *_: ({}, []))
    for arguments in (["--quick"], ["--only", "same"], []):
        command.main(arguments)
    assert folders == [command.SCRATCH, command.SCRATCH, command.RESULTS]


def test_a_missing_library_is_said_and_left_out(monkeypatch):
    def none(name):
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(system.importlib, "import_module", none)
    found, lines = system.libraries("torch", "tensorflow")
    assert found == {}
    assert lines[0] == "torch is missing and left out: pip install torch==2.13.0"


def test_variables_that_choose_kernels_belong_to_the_result(monkeypatch):
    monkeypatch.setenv("OPENBLAS_CORETYPE", "Haswell")
    monkeypatch.setenv("HOME_OPENBLAS", "no")
    assert system.describe()["environment"]["OPENBLAS_CORETYPE"] == "Haswell"
    assert "HOME_OPENBLAS" not in system.tuning()


@pytest.mark.parametrize(
    ("arguments", "restarted"), [(["--quick"], True), (["--keep-variables"], False)]
)
def test_a_handicap_of_one_library_is_dropped(monkeypatch, capfd, arguments, restarted):
    calls = []
    monkeypatch.setattr(system.os, "execve", lambda *call: calls.append(call))
    monkeypatch.setattr(
        system.os, "environ", {"OPENBLAS_CORETYPE": "Haswell", "A": "b"}
    )
    system.restart_without_handicaps("benchmarks", arguments)
    expected = (
        sys.executable,
        [sys.executable, "-m", "benchmarks", *arguments],
        {"A": "b"},
    )
    assert calls == [expected] * restarted
    assert ("dropped: OPENBLAS_CORETYPE=Haswell" in capfd.readouterr().out) == restarted


# the headline


class Pupil:
    """Gets better by 0.01 each epoch, and writes into a diary when it learned."""

    def __init__(self, name, diary):
        self.name, self.diary, self.epochs = name, diary, 0

    def epoch(self):
        self.epochs += 1
        self.diary.append(self.name)

    def test(self):
        return 1 / self.epochs, 0.9 + self.epochs / 100


@pytest.fixture
def pupils(monkeypatch):
    diary = []

    def make(name):
        def learner(digits, optimizer, seed):
            pupil = Pupil(f"{name} {optimizer} {seed}", diary)
            return headline.Learner(pupil.epoch, pupil.test)

        return learner

    monkeypatch.setattr(headline, "LEARNERS", {n: make(n) for n in ("keras", "ours")})
    return diary


def test_the_epochs_of_both_frameworks_take_turns(pupils, tmp_path):
    result = headline.run_all(None, [5], 3, {}, tmp_path / "headline.json")
    adam = [name for name in pupils if "Adam" in name]
    assert Counter(pupils).total() == 2 * 2 * 3
    assert all(len(set(adam[k : k + 2])) == 2 for k in (0, 2, 4))
    assert result["runs"][0]["accuracy"] == [0.91, 0.92, 0.93]
    assert result["runs"][0]["loss"] == [1, 0.5, 0.33333]


def test_a_second_start_goes_on_and_loses_nothing(pupils, tmp_path):
    out = tmp_path / "new/headline.json"
    headline.run_all(None, [5], 2, {"date": "today", "threads": 2}, out)
    before = list(pupils)
    again = headline.run_all(None, [5, 6], 2, {"date": "tomorrow", "threads": 2}, out)
    assert {name.split()[-1] for name in pupils[len(before) :]} == {"6"}
    assert json.loads(out.read_text(encoding="utf-8")) == again
    assert [row["seeds"] for row in again["table"]] == [2, 2, 2, 2]
    with pytest.raises(ValueError, match="another threads, 2, not 1"):
        headline.run_all(None, [7], 2, {"date": "today", "threads": 1}, out)


def test_an_interruption_loses_one_pair_at_most(pupils, monkeypatch, tmp_path):
    out, train = tmp_path / "headline.json", headline.train

    def interrupted(digits, optimizer, seed, *others):
        if seed == 6:
            raise KeyboardInterrupt
        return train(digits, optimizer, seed, *others)

    monkeypatch.setattr(headline, "train", interrupted)
    with pytest.raises(KeyboardInterrupt):
        headline.run_all(None, [5, 6], 1, {}, out)
    assert len(json.loads(out.read_text(encoding="utf-8"))["runs"]) == 4


def test_the_table_takes_the_last_accuracy_and_the_median_epoch():
    runs = [
        {"framework": "ours", "optimizer": "Adam", "seed": seed, "accuracy": accuracy}
        | {"seconds": [9.0, 1.0, 2.0], "cpu_seconds": [3.0, 4.0, 8.0]}
        for seed, accuracy in enumerate([[0.99, 0.98, 0.95], [0.5, 0.6, 0.97]])
    ]
    (row,) = headline.table(runs)
    assert row["accuracy_mean"] == 0.96
    assert row["accuracy_deviation"] == pytest.approx(0.02 / 2**0.5, abs=1e-5)
    assert (row["accuracy_lowest"], row["accuracy_highest"]) == (0.95, 0.97)
    assert (row["seconds_per_epoch"], row["cpu_seconds_per_epoch"]) == (2, 4)


@pytest.mark.parametrize(
    ("name", "optimizer"), [("keras", "RMSprop"), ("ours", "Adam"), ("ours", "RMSprop")]
)
@pytest.mark.usefixtures("tf")
def test_both_frameworks_learn_the_digits(name, optimizer):
    inputs = draw_inputs(Network("any", (1,), 3, 1, 1, batch_size=1, images=320))
    x, y = inputs["images"], inputs["labels"]
    learner = headline.LEARNERS[name](headline.Digits(x, y, x, y), optimizer, seed=1)
    before, _ = learner.test()
    learner.epoch()
    learner.epoch()
    after, accuracy = learner.test()
    assert after < before
    assert accuracy > 0.3


def test_an_epoch_that_was_stopped_is_not_measured(monkeypatch):
    inputs = draw_inputs(SMALL[0])
    network = ours.build(SMALL[0])

    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(network, "train_step", stop)
    data = inputs["images"], inputs["labels"]
    with pytest.raises(KeyboardInterrupt):
        ours.train_epoch(network, SMALL[0], data, ours.Adam(), seed=0)
