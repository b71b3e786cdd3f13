"""LeNet-5, as published in 1998 and as it is rebuilt today."""

from cnn_course.architectures.rows import Architecture, Row

# Which maps of S2 each of the 16 maps of C3 sees (LeCun et al. 1998, Table I).
LENET5_C3 = (
    *((0, 1, 2), (1, 2, 3), (2, 3, 4), (3, 4, 5), (0, 4, 5), (0, 1, 5)),
    *((0, 1, 2, 3), (1, 2, 3, 4), (2, 3, 4, 5), (0, 3, 4, 5), (0, 1, 4, 5)),
    *((0, 1, 2, 5), (0, 1, 3, 4), (1, 2, 4, 5), (0, 2, 3, 5), (0, 1, 2, 3, 4, 5)),
)

_LENET5 = (
    "LeCun, Bottou, Bengio, Haffner (1998), Gradient-based learning applied to document recognition, "
    "Proceedings of the IEEE 86(11), section II-B, Figure 2 and Table I"
)

LENET5 = Architecture(
    "LeNet-5",
    _LENET5,
    (32, 32, 1),
    (
        Row("C1", "conv", 1, 6, 5, activation="scaled_tanh"),
        Row("S2", "subsampling", 6, 6, 2, 2, activation="scaled_tanh"),
        Row("C3", "conv", 6, 16, 5, activation="scaled_tanh", sees=LENET5_C3),
        Row("S4", "subsampling", 16, 16, 2, 2, activation="scaled_tanh"),
        Row("C5", "conv", 16, 120, 5, activation="scaled_tanh"),
        Row("F6", "dense", 120, 84, activation="scaled_tanh"),
        Row("output", "rbf", 84, 10),
    ),
    (
        "scaled_tanh is 1.7159 tanh(2/3 a), section II-B; for S2 and S4 the text says a sigmoidal function.",
        "The vectors of the output are drawn by hand, as bitmaps of 7 by 12, and not learned.",
    ),
    {
        "C1": {"size": 28, "parameters": 156, "connections": 122_304},
        "S2": {"size": 14, "parameters": 12, "connections": 5_880},
        "C3": {"size": 10, "parameters": 1_516, "connections": 151_600},
        "S4": {"size": 5, "parameters": 32, "connections": 2_000},
        "C5": {"size": 1, "parameters": 48_120, "connections": 48_120},
        "F6": {"parameters": 10_164},
        "total": {"parameters": 60_000, "connections": 340_908},
    },
)

LENET5_DENSE = Architecture(
    "LeNet, dense",
    f"{_LENET5}, as it is usually rebuilt",
    (32, 32, 1),
    (
        Row("C1", "conv", 1, 6, 5, activation="tanh"),
        Row("S2", "average_pool", 6, 6, 2, 2),
        Row("C3", "conv", 6, 16, 5, activation="tanh"),
        Row("S4", "average_pool", 16, 16, 2, 2),
        Row("C5", "conv", 16, 120, 5, activation="tanh"),
        Row("F6", "dense", 120, 84, activation="tanh"),
        Row("output", "dense", 84, 10, activation="softmax"),
    ),
    (
        "Not what the paper has: each map of C3 sees all of S2, pooling learns nothing, and a softmax "
        "stands in the place of the distances.",
    ),
    {},
)
