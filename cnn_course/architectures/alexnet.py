"""AlexNet, which won ILSVRC 2012."""

from cnn_course.architectures.rows import Architecture, Row

ALEXNET = Architecture(
    "AlexNet",
    "Krizhevsky, Sutskever, Hinton (2012), ImageNet classification with deep convolutional neural networks, "
    "NIPS 25, sections 3 and 4, Figure 2",
    (227, 227, 3),
    (
        Row("conv1", "conv", 3, 96, 11, 4, activation="relu"),
        Row("norm1", "lrn", 96, 96),
        Row("pool1", "max_pool", 96, 96, 3, 2),
        Row("conv2", "conv", 96, 256, 5, 1, 2, groups=2, activation="relu"),
        Row("norm2", "lrn", 256, 256),
        Row("pool2", "max_pool", 256, 256, 3, 2),
        Row("conv3", "conv", 256, 384, 3, 1, 1, activation="relu"),
        Row("conv4", "conv", 384, 384, 3, 1, 1, groups=2, activation="relu"),
        Row("conv5", "conv", 384, 256, 3, 1, 1, groups=2, activation="relu"),
        Row("pool5", "max_pool", 256, 256, 3, 2),
        Row("fc6", "dense", 9216, 4096, activation="relu"),
        Row("drop6", "dropout", 4096, 4096, rate=0.5),
        Row("fc7", "dense", 4096, 4096, activation="relu"),
        Row("drop7", "dropout", 4096, 4096, rate=0.5),
        Row("fc8", "dense", 4096, 1000, activation="softmax"),
    ),
    (
        "The paper prints an input of 224; with windows of 11, stride 4 and no padding 55 needs 227 to 230.",
        "The paddings of conv2 to conv5 are not printed; they follow from the sizes in Figure 2.",
        "The paper counts 253,440 numbers after conv1; 55 times 55 times 96 is 290,400.",
        "The normalization has k = 2, n = 5, alpha = 0.0001, beta = 0.75 (section 3.3).",
    ),
    {
        "conv1": {"size": 55},
        "conv2": {"size": 27, "numbers": 186_624},
        "conv3": {"size": 13, "numbers": 64_896},
        "conv4": {"size": 13, "numbers": 64_896},
        "conv5": {"size": 13, "numbers": 43_264},
        "total": {"parameters": 60_000_000},
    },
)
