"""The Keras models against their tables, which test_architectures.py holds against the papers.

What LeNet-5 has of its own is in test_models_lenet.py.
"""

import functools
import importlib
from math import prod

import numpy as np
import pytest

from cnn_course import costs, datasets
from cnn_course.architectures import (
    ALEXNET,
    GOOGLENET,
    GOOGLENET_HEADS,
    LENET5,
    LENET5_DENSE,
    VGG,
    VGG16,
    Row,
    Widths,
    branches,
)
from cnn_course.conv import conv2d
from cnn_course.pool import max_pool2d

# Totals as in the papers, in Keras' documentation, or worked by hand from the sizes.
TOTALS = {
    "small_cnn": (93_322, 5_682_304),
    "lenet5": (60_000, 328_096),
    "lenet_dense": (61_706, 416_520),
    "alexnet": (60_965_224, 724_406_816),
    "alexnet, ungrouped": (62_378_344, 1_135_256_096),
    "vgg": (138_357_544, 15_470_264_320),
    "googlenet": (6_998_552, 1_582_671_872),
}
each_model = pytest.mark.parametrize("name", TOTALS)
# Saving turns weights into arrays in a way of Keras' own that NumPy 2 warns about.
saves = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
BLOCK = Row(
    "3a", "inception", 5, 31, padding="same", activation="relu", widths=Widths(7, 2, 11, 3, 4, 9)
)  # fmt: skip


@pytest.fixture(scope="module")
def models(tf):
    """The modules of the package, imported only now: they bring Keras."""
    names = ("alexnet", "build", "googlenet", "lenet", "small_cnn", "vgg")
    found = {n: importlib.import_module(f"cnn_course.models.{n}") for n in names}
    return type("Models", (), found)


@pytest.fixture(scope="module")
def built(models):
    """Build a model and name its table; each model once, for the large ones take seconds."""
    makers = {
        "small_cnn": lambda: (models.small_cnn.small_cnn(), models.small_cnn.table()),
        "lenet5": lambda: (models.lenet.lenet5(), LENET5),
        "lenet_dense": lambda: (models.lenet.lenet_dense(), LENET5_DENSE),
        "alexnet": lambda: (models.alexnet.alexnet(), ALEXNET),
        "alexnet, ungrouped": lambda: (
            models.alexnet.alexnet(grouped=False),
            models.alexnet.table(grouped=False),
        ),
        "vgg": lambda: (models.vgg.vgg(), VGG16),
        "googlenet": lambda: (models.googlenet.googlenet(), GOOGLENET),
    }
    return functools.cache(lambda name: makers[name]())


@pytest.fixture(scope="module")
def heads(models):
    return models.googlenet.googlenet(heads=True)


def layers_of(model, row, slug):
    """Return the Keras layers of a row; the last one gives what the row gives."""
    inner = [r for branch in branches(row).values() for r in branch] if row.widths else []  # fmt: skip
    return [model.get_layer(slug(r.name)) for r in [*inner, row]]


def keras_macs(layer):
    """Count multiply-accumulates from the weights and the output that Keras has."""
    places = prod(layer.output.shape[1:-1])
    match type(layer).__name__:
        case "Conv2D" | "Dense":
            return places * prod(layer.kernel.shape)
        case "SparseConv2D":
            return places * prod(layer.w.shape)
        case "Subsampling":
            return prod(layer.output.shape[1:])
        case "RadialBasis":
            return layer.targets.size
    return 0


def fill(model, seed=1):
    """Set weights and biases to numbers of which none is zero."""
    rng = np.random.default_rng(seed)
    drawn = [rng.uniform(-0.3, 0.3, w.shape) for w in model.get_weights()]
    model.set_weights([w.astype(np.float32) for w in drawn])


def photo(tf, shape):
    """Return one real image, an ankle boot, as a batch (1, H, W, C) of numbers in 0..1."""
    image = datasets.load().x_test[:1, ..., None].astype(np.float32) / 255
    return np.repeat(tf.image.resize(image, shape[:2]).numpy(), shape[2], axis=3)


def noise(*shape):
    return np.random.default_rng(5).normal(size=shape).astype(np.float32)


def is_close(a, b):
    np.testing.assert_allclose(a, b, rtol=1e-4, atol=1e-5)


# Every model


@each_model
def test_every_layer_has_the_shape_parameters_and_work_of_its_row(models, built, name):
    model, table = built(name)
    for row, cost in zip(table.rows, costs.layer_costs(table), strict=True):
        layers = layers_of(model, row, models.build.slug)
        assert layers[-1].output.shape[1:] == cost.output_shape, row.name
        assert sum(k.count_params() for k in layers) == cost.parameters, row.name
        assert sum(map(keras_macs, layers)) == cost.macs, row.name


@each_model
def test_the_totals_are_those_of_the_papers_or_of_keras(built, name):
    model, table = built(name)
    parameters, macs = TOTALS[name]
    assert model.count_params() == costs.total_parameters(table) == parameters
    assert sum(map(keras_macs, model.layers)) == costs.total_macs(table) == macs


@each_model
def test_weights_and_outputs_are_float32_and_all_weights_learn(built, name):
    model, _ = built(name)
    assert {w.dtype for w in model.weights} == {model.output.dtype} == {"float32"}
    assert len(model.trainable_weights) == len(model.weights)


@pytest.mark.parametrize("name", ["small_cnn", "lenet_dense", "alexnet", "vgg"])
def test_a_real_image_gets_probabilities(tf, built, name):
    model, table = built(name)
    y = model(photo(tf, table.input_shape)).numpy()
    assert y.shape == (1, table.rows[-1].outputs)
    assert np.isfinite(y).all()
    assert y.sum() == pytest.approx(1, abs=1e-4)


# The small network


def test_the_small_network_is_the_one_of_the_note(tf, models):
    k = tf.keras.layers
    note = tf.keras.Sequential([tf.keras.Input((28, 28, 1))])
    for filters in (32, 64, 64):
        note.add(k.Conv2D(filters, (3, 3), activation="relu", padding="same"))
        note.add(k.MaxPooling2D((2, 2)))
    for layer in (k.Flatten(), k.Dense(64, "relu"), k.Dense(10, "softmax")):
        note.add(layer)
    ours = models.small_cnn.small_cnn()
    learn = [k.count_params() for k in ours.layers if k.weights]
    assert learn == [320, 18_496, 36_928, 36_928, 650]
    fill(ours)
    note.set_weights(ours.get_weights())
    x = photo(tf, (28, 28, 1))
    np.testing.assert_array_equal(ours(x), note(x))


def test_the_small_network_takes_other_images_and_classes(models):
    model = models.small_cnn.small_cnn((16, 40, 3), classes=7)
    assert model.get_layer("pool3").output.shape == (None, 2, 5, 64)
    assert model.output.shape == (None, 7)
    with pytest.raises(ValueError, match="does not fit"):
        models.small_cnn.small_cnn((7, 40, 3))


def test_the_numbers_in_docstrings_are_right(models):
    for cost in costs.layer_costs(models.small_cnn.table()):
        line = next(
            line
            for line in models.small_cnn.small_cnn.__doc__.splitlines()
            if line.strip().startswith(cost.name)
        )
        assert line.endswith(f" {cost.parameters:,}")
        assert str(cost.output_shape) in line
    for column, table in VGG.items():
        text = f"{costs.total_parameters(table):,}"
        lines = models.vgg.vgg.__doc__.splitlines()
        assert any(line.split()[:1] == [column] and text in line for line in lines)


def test_the_small_network_learns(tf, models):
    tf.keras.utils.set_random_seed(1)
    data = datasets.load()
    x, y = data.x_train[:160, ..., None].astype(np.float32) / 255, data.y_train[:160]
    model = models.small_cnn.small_cnn()
    model.compile(tf.keras.optimizers.Adam(3e-3), "sparse_categorical_crossentropy")
    losses = model.fit(x, y, 32, epochs=4, verbose=0).history["loss"]
    assert losses[0] > 1.5
    assert losses[-1] < 0.6 * losses[0]


# AlexNet


def test_a_grouped_convolution_is_two_separate_ones(models):
    layer = models.build.conv(Row("conv", "conv", 6, 8, 3, 1, 1, groups=2))
    x = noise(2, 7, 9, 6)
    y = layer(x).numpy()
    layer.set_weights([noise(3, 3, 3, 8), noise(8)])
    (w, b), y = layer.get_weights(), layer(x).numpy()
    for inputs, outputs in ((np.s_[:3], np.s_[:4]), (np.s_[3:], np.s_[4:])):
        part = conv2d(x[..., inputs], w[..., outputs], b[outputs], padding=1)
        is_close(y[..., outputs], part)


def test_a_grouped_convolution_learns(tf, models):
    row = Row("conv", "conv", 4, 6, 3, groups=2)
    image = tf.keras.Input((8, 9, 4))
    model = tf.keras.Model(image, models.build.conv(row)(image))
    before = model.get_weights()
    model.compile("sgd", "mse")
    model.train_on_batch(noise(2, 8, 9, 4), np.ones((2, 6, 7, 6), np.float32))
    pairs = zip(before, model.get_weights(), strict=True)
    assert all((old != new).all() for old, new in pairs)


def test_normalization_by_hand(models):
    layer = models.alexnet.LocalResponseNormalization(k=1.0, n=3, alpha=2.0, beta=1.0)
    x = np.array([1, 2, 0, 3], np.float32).reshape(1, 1, 1, 4)
    # Squares 1 4 0 9; sums over a map and its neighbours 5 5 13 9.
    is_close(layer(x).numpy().ravel(), [1 / 11, 2 / 11, 0, 3 / 19])


def test_normalization_is_the_one_of_tensorflow(tf, models):
    x = 9 * noise(2, 3, 5, 7)
    theirs = tf.nn.local_response_normalization(x, 2, bias=2.0, alpha=1e-4, beta=0.75)
    ours = models.alexnet.normalization(ALEXNET.row("norm1"))(x).numpy()
    assert ours.dtype == np.float32
    is_close(ours, theirs)


def test_alexnet_starts_as_in_section_5(built):
    model, _ = built("alexnet")
    for layer in model.layers:
        if layer.weights:
            w, b = layer.get_weights()
            assert w.std() == pytest.approx(0.01, rel=0.03), layer.name
            ones = layer.name in ("conv2", "conv4", "conv5", "fc6", "fc7")
            assert set(b) == {float(ones)}, layer.name


def test_alexnet_takes_227_to_230_and_refuses_224(models):
    for size, last in ((226, 5), (227, 6), (230, 6), (None, None)):
        shape = (size, size, 3)
        model = models.alexnet.alexnet(input_shape=shape, head=False)
        assert model.output.shape == (None, last, last, 256)
    with pytest.raises(ValueError, match="fc6 takes 9216 numbers, but 5 x 5 x 256"):
        models.alexnet.alexnet(input_shape=(224, 224, 3))


@saves
def test_a_saved_model_with_normalization_is_read_back(tf, models, tmp_path):
    model = models.alexnet.alexnet(input_shape=(67, 71, 3), head=False)
    model.save(tmp_path / "model.keras")
    again = tf.keras.models.load_model(tmp_path / "model.keras")
    x = photo(tf, (67, 71, 3))
    np.testing.assert_array_equal(model(x), again(x))


# VGG


@pytest.mark.parametrize("column", VGG)
def test_every_column_without_its_head_has_the_parameters_of_its_table(models, column):
    model = models.vgg.vgg(column, (32, 70, 3), head=False)
    rows = [row for row in VGG[column].rows if row.kind in ("conv", "max_pool")]
    assert [k.name for k in model.layers[1:]] == [row.name for row in rows]
    found = [k.count_params() for k in model.layers[1:]]
    assert found == [costs.parameters(row) for row in rows]
    assert model.output.shape == (None, 1, 2, 512)


@pytest.mark.parametrize(("column", "name"), [("D", "VGG16"), ("E", "VGG19")])
def test_vgg_is_the_one_of_keras(tf, models, column, name):
    shape = (32, 40, 3)
    ours = models.vgg.vgg(column, shape, head=False)
    theirs = getattr(tf.keras.applications, name)(False, None, input_shape=shape)
    theirs.set_weights(ours.get_weights())
    x = photo(tf, shape)
    np.testing.assert_array_equal(ours(x), theirs(x))


def test_vgg_refuses_what_does_not_fit(models):
    with pytest.raises(ValueError, match="no column 'F' here; there are A, B, C, D, E"):
        models.vgg.vgg("F")
    with pytest.raises(ValueError, match="pool5: A window of 2 does not fit in 1"):
        models.vgg.vgg(input_shape=(31, 64, 3), head=False)
    with pytest.raises(ValueError, match="conv1_1 takes 3 channels, but 1 come in"):
        models.vgg.vgg(input_shape=(224, 224, 1))
    with pytest.raises(ValueError, match="fc6 takes 25088 numbers, but None x None"):
        models.vgg.vgg(input_shape=(None, None, 3))


# GoogLeNet


def test_an_inception_block_puts_its_four_branches_behind_each_other(tf, models):
    image = tf.keras.Input((6, 8, 5))
    block = tf.keras.Model(image, models.googlenet.inception(BLOCK)(image))
    fill(block)
    x = noise(2, 6, 8, 5)

    def conv(x, name):
        w, b = block.get_layer(f"3a_{name}").get_weights()
        return np.maximum(conv2d(x, w, b, padding="same"), 0)

    ends = [
        conv(x, "1x1"),
        conv(conv(x, "3x3_reduce"), "3x3"),
        conv(conv(x, "5x5_reduce"), "5x5"),
        conv(max_pool2d(x, 3, 1, "same"), "pool_proj"),
    ]
    y = block(x).numpy()
    assert y.shape == (2, 6, 8, 31)
    is_close(y, np.concatenate(ends, axis=3))


def test_block_3a_learns_163696_numbers(models, built):
    model, table = built("googlenet")
    layers = layers_of(model, table.row("3a"), models.build.slug)
    assert sum(k.count_params() for k in layers) == 163_696


def test_the_heads_are_those_of_the_tables(tf, models, heads):
    assert heads.count_params() == 13_378_280
    assert len(heads.outputs) == len(models.googlenet.LOSS_WEIGHTS) == 3
    for block, table in GOOGLENET_HEADS.items():
        for row, cost in zip(table.rows, costs.layer_costs(table), strict=True):
            layer = heads.get_layer(models.build.slug(f"{block} head {row.name}"))
            assert layer.output.shape[1:] == cost.output_shape
            assert layer.count_params() == cost.parameters
            assert keras_macs(layer) == cost.macs
    assert heads.get_layer("4d_head_drop").rate == 0.7
    for y in heads(photo(tf, GOOGLENET.input_shape)):
        assert y.shape == (1, 1000)
        assert np.isfinite(y.numpy()).all()
        assert y.numpy().sum() == pytest.approx(1, abs=1e-4)


def test_googlenet_takes_the_mean_of_maps_of_any_size(tf, models):
    model = models.googlenet.googlenet((None, None, 3), classes=11)
    y = model(photo(tf, (45, 65, 3))).numpy()
    assert y.shape == (1, 11)
    assert y.sum() == pytest.approx(1, abs=1e-4)
    last = tf.keras.Model(
        model.input, [model.get_layer("5b").output, model.get_layer("pool5").output]
    )
    maps, means = last(photo(tf, (45, 65, 3)))
    assert maps.shape == (1, 2, 3, 1024)
    is_close(means[0, 0, 0], np.mean(maps[0], axis=(0, 1)))


def test_the_heads_need_images_about_as_large_as_in_the_paper(models):
    model = models.googlenet.googlenet((209, 256, 3), classes=11, heads=True)
    assert [y.shape for y in model.outputs] == [(None, 11)] * 3
    with pytest.raises(ValueError, match="4a head fc takes 2048 numbers"):
        models.googlenet.googlenet((208, 224, 3), heads=True)


# Building


def test_a_padding_that_keras_has_no_word_for_is_refused(models):
    with pytest.raises(
        ValueError, match="a padding of 2 is neither with a window of 3"
    ):
        models.build.conv(Row("conv", "conv", 3, 8, 3, padding=2))
    with pytest.raises(ValueError, match="a stride of 2"):
        models.build.conv(Row("conv", "conv", 3, 8, 3, 2, padding=1))


def test_another_number_of_classes_changes_the_last_row_only(models):
    changed = models.build.with_classes(VGG16, 7)
    assert changed.rows[:-1] == VGG16.rows[:-1]
    assert changed.rows[-1].outputs == 7
    assert models.build.with_classes(VGG16, 1000) is VGG16
