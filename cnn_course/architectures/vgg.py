"""The networks of the VGG paper, columns A to E."""

from cnn_course.architectures.rows import Architecture, Row


def _vgg(kernels: tuple[tuple[int, ...], ...], millions: int) -> Architecture:
    """Build a column of Table 1: for each of the five blocks the kernels of its convolutions."""
    rows, c = [], 3
    blocks = zip(kernels, (64, 128, 256, 512, 512), strict=True)
    for block, (sizes, filters) in enumerate(blocks, start=1):
        for place, k in enumerate(sizes, start=1):
            name = f"conv{block}_{place}"
            rows.append(Row(name, "conv", c, filters, k, 1, k // 2, activation="relu"))
            c = filters
        rows.append(Row(f"pool{block}", "max_pool", c, c, 2, 2))
    rows += [
        Row("fc6", "dense", 7 * 7 * 512, 4096, activation="relu"),
        Row("drop6", "dropout", 4096, 4096, rate=0.5),
        Row("fc7", "dense", 4096, 4096, activation="relu"),
        Row("drop7", "dropout", 4096, 4096, rate=0.5),
        Row("fc8", "dense", 4096, 1000, activation="softmax"),
    ]
    return Architecture(
        f"VGG{sum(map(len, kernels)) + 3}",
        "Simonyan, Zisserman (2015), Very deep convolutional networks for large-scale image recognition, "
        "ICLR, section 2, Tables 1 and 2",
        (224, 224, 3),
        tuple(rows),
        (
            "No sizes of maps are printed; they follow from section 2.1.",
            "Table 2 gives parameters in millions, for the whole network only.",
        ),
        {"total": {"parameters": millions * 1_000_000}},
    )


# By the column of Table 1; A-LRN is A with a normalization after its first convolution.
VGG = {
    "A": _vgg(((3,), (3,), (3, 3), (3, 3), (3, 3)), 133),
    "B": _vgg(((3, 3), (3, 3), (3, 3), (3, 3), (3, 3)), 133),
    "C": _vgg(((3, 3), (3, 3), (3, 3, 1), (3, 3, 1), (3, 3, 1)), 134),
    "D": _vgg(((3, 3), (3, 3), (3, 3, 3), (3, 3, 3), (3, 3, 3)), 138),
    "E": _vgg(((3, 3), (3, 3), (3, 3, 3, 3), (3, 3, 3, 3), (3, 3, 3, 3)), 144),
}
VGG["C"] = VGG["C"]._replace(name="VGG16, column C")
VGG16 = VGG["D"]
