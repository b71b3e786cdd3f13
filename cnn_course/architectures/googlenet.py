"""GoogLeNet, which won ILSVRC 2014, and its two auxiliary heads."""

from cnn_course.architectures.rows import Architecture, Row, Widths

_PAPER = (
    "Szegedy, Liu, Jia, Sermanet, Reed, Anguelov, Erhan, Vanhoucke, Rabinovich (2015), "
    "Going deeper with convolutions, CVPR, section 5, Table 1 and Figure 3"
)


def _conv(name: str, inputs: int, outputs: int, kernel: int, stride: int = 1) -> Row:
    return Row(name, "conv", inputs, outputs, kernel, stride, "same", activation="relu")


def _pool(name: str, channels: int) -> Row:
    return Row(name, "max_pool", channels, channels, 3, 2, "same")


def _block(name: str, inputs: int, *six: int) -> Row:
    widths = Widths(*six)
    outputs = widths.one + widths.three + widths.five + widths.pool
    return Row(
        name, "inception", inputs, outputs, padding="same", activation="relu", widths=widths
    )  # fmt: skip


GOOGLENET = Architecture(
    "GoogLeNet",
    _PAPER,
    (224, 224, 3),
    (
        _conv("conv1", 3, 64, 7, 2),
        _pool("pool1", 64),
        Row("norm1", "lrn", 64, 64),
        _conv("conv2 reduce", 64, 64, 1),
        _conv("conv2", 64, 192, 3),
        Row("norm2", "lrn", 192, 192),
        _pool("pool2", 192),
        _block("3a", 192, 64, 96, 128, 16, 32, 32),
        _block("3b", 256, 128, 128, 192, 32, 96, 64),
        _pool("pool3", 480),
        _block("4a", 480, 192, 96, 208, 16, 48, 64),
        _block("4b", 512, 160, 112, 224, 24, 64, 64),
        _block("4c", 512, 128, 128, 256, 24, 64, 64),
        _block("4d", 512, 112, 144, 288, 32, 64, 64),
        _block("4e", 528, 256, 160, 320, 32, 128, 128),
        _pool("pool4", 832),
        _block("5a", 832, 256, 160, 320, 32, 128, 128),
        _block("5b", 832, 384, 192, 384, 48, 128, 128),
        Row("pool5", "average_pool", 1024, 1024, 7),
        Row("drop", "dropout", 1024, 1024, rate=0.4),
        Row("linear", "dense", 1024, 1000, activation="softmax"),
    ),
    (
        'Padding and rounding are not printed; with padding as in "same" all sizes are the paper\'s.',
        "The normalizations stand in Figure 3 only, without their constants.",
        "Biases are not mentioned; the rows have them.",
        "Table 1 counts in K and M, in several rows with K = 1024, and without biases. Most rows do not "
        "follow exactly from its own widths; the furthest off are conv1 (2.7 K and 34 M for 9,408 and "
        "118 M), 4c (463 K for 509 K) and 5a (1,072 K and 54 M for 1,042 K and 51 M).",
    ),
    {
        # Table 1: K as 1,000, the reduction before conv2 counted with it.
        "conv1": {"size": 112, "parameters": 2_700, "macs": 34_000_000},
        "pool1": {"size": 56},
        "conv2": {"size": 56, "parameters": 112_000, "macs": 360_000_000},
        "pool2": {"size": 28},
        "3a": {"size": 28, "parameters": 159_000, "macs": 128_000_000},
        "3b": {"size": 28, "parameters": 380_000, "macs": 304_000_000},
        "pool3": {"size": 14},
        "4a": {"size": 14, "parameters": 364_000, "macs": 73_000_000},
        "4b": {"size": 14, "parameters": 437_000, "macs": 88_000_000},
        "4c": {"size": 14, "parameters": 463_000, "macs": 100_000_000},
        "4d": {"size": 14, "parameters": 580_000, "macs": 119_000_000},
        "4e": {"size": 14, "parameters": 840_000, "macs": 170_000_000},
        "pool4": {"size": 7},
        "5a": {"size": 7, "parameters": 1_072_000, "macs": 54_000_000},
        "5b": {"size": 7, "parameters": 1_388_000, "macs": 71_000_000},
        "pool5": {"size": 1},
        "linear": {"parameters": 1_000_000, "macs": 1_000_000},
    },
)


def _head(name: str, inputs: int) -> Architecture:
    return Architecture(
        f"GoogLeNet, auxiliary head after {name}",
        _PAPER,
        (14, 14, inputs),
        (
            Row("pool", "average_pool", inputs, inputs, 5, 3),
            _conv("conv", inputs, 128, 1),
            Row("fc", "dense", 4 * 4 * 128, 1024, activation="relu"),
            Row("drop", "dropout", 1024, 1024, rate=0.7),
            Row("linear", "dense", 1024, 1000, activation="softmax"),
        ),
        (),
        {"pool": {"size": 4}},
    )


# By the block that each stands on; used in training only, its loss counted 0.3 times.
GOOGLENET_HEADS = {"4a": _head("4a", 512), "4d": _head("4d", 528)}
