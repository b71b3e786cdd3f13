"""What the course promised to teach, and the headings where it does: five study notes turned into a book."""

import re
from pathlib import Path

import pytest

BOOK = Path(__file__).resolve().parents[1] / "book"

# What is taught -> chapter, heading.
TAUGHT = {
    # Filters by hand
    "a dense layer flattens and loses where a pixel was": (
        "01_images",
        "What flattening throws away",
    ),
    "a convolution keeps where a pixel was": ("03_convolution", "The feature map"),
    "why filters are odd-sized": ("04_padding_stride", "Even kernels"),
    "27x27 garment, two loops, 25x25": ("02_filters", "Two loops"),
    "Sobel, both directions": ("02_filters", "Edges of a boot"),
    "clipped to 0..255": ("02_filters", "Keeping an answer inside 0 to 255"),
    "magnitude": ("02_filters", "How strong an edge is, whatever its direction"),
    "a learned filter": ("02_filters", "Nobody has to invent the kernels"),
    "average and max pooling": ("06_pooling", "Maximum, mean or minimum?"),
    "2x2 with stride 2 halves": ("06_pooling", "Window and stride"),
    # Convolution, channels, arrays, layers
    "dense network beside CNN": ("09_training", "Two networks, layer by layer"),
    "load_mnist's three switches": ("01_images", "Three switches of a loader"),
    "the worked 15": ("03_convolution", "One number at a time"),
    "size without padding": ("03_convolution", "How large is the answer?"),
    "size with padding": ("04_padding_stride", "How large the answer is"),
    "size with stride": ("04_padding_stride", "The whole formula"),
    "RGB volumes, a slice for each channel": (
        "05_channels",
        "One slice for each channel",
    ),
    "blocks: FN filters": ("05_channels", "Thinking in blocks"),
    "a bias for each filter": ("05_channels", "One bias for each filter"),
    "a batch of N": ("05_channels", "A batch"),
    "the kernel table": ("02_filters", "A kernel is a question"),
    "the curve detector": ("02_filters", "A kernel that looks for a shape"),
    "edges, parts, objects": ("11_seeing", "What excites a channel"),
    "pooling has no parameters": ("06_pooling", "What it costs, and what it saves"),
    "small shifts": ("06_pooling", "How much does it protect from a shift?"),
    "why less resolution can help": (
        "06_pooling",
        "Can we afford to lose three numbers of four?",
    ),
    "4-D arrays": ("05_channels", "Four axes, two orders"),
    "im2col(input_data, filter_h, filter_w, stride, pad)": (
        "07_im2col",
        "A window becomes a row",
    ),
    "convolution and pooling layers on im2col": (
        "07_im2col",
        "Pooling with the same matrix",
    ),
    "forward and backward": ("08_backpropagation", "What a layer must offer"),
    "SimpleConvNet": ("09_training", "The training"),
    "first weights before and after training": ("11_seeing", "The first filters"),
    "what deeper layers respond to": ("11_seeing", "Maps, deeper and deeper"),
    "LeNet": ("12_lenet", "Layer by layer"),
    "AlexNet": ("13_alexnet", "Eight layers"),
    # A CNN in Keras
    "max, average, min pooling": ("06_pooling", "Maximum, mean or minimum?"),
    "global pooling": ("06_pooling", "Global pooling"),
    "784 weights against 9": ("10_keras", "784 weights against 9"),
    "MNIST prepared": ("10_keras", "Data for Keras"),
    "the three-block network": ("10_keras", "The network"),
    "93,322": ("10_keras", "Its parameters, by hand"),
    "training and evaluation": ("10_keras", "compile, fit, evaluate"),
    "99.19 %": ("10_keras", "All of MNIST"),
    "Inception: convolutions in parallel": ("15_inception", "All windows at once"),
    "which optimizer is best": (
        "10_keras",
        "Which optimizer is best, and how would you know?",
    ),
    # Why it works
    "the stamp": ("03_convolution", "A stamp with nine numbers"),
    "y1 to y4 with bias": ("03_convolution", "A stamp with nine numbers"),
    "after the activation": ("03_convolution", "The feature map"),
    "four one-sided edge filters": ("02_filters", "Four edges of a T-shirt"),
    "shrinking": ("04_padding_stride", "It shrinks"),
    "the count map": ("04_padding_stride", "It does not use all pixels equally"),
    "p = (f - 1)/2": ("04_padding_stride", "How large the answer is"),
    "stride as a pair": ("04_padding_stride", "What a stride is not"),
    "why max more than average": ("06_pooling", "Maximum, mean or minimum?"),
    "parameters against dense layers": ("03_convolution", "On a real image"),
    "few inputs per output": (
        "03_convolution",
        "A dense layer with most of its weights at zero",
    ),
    "shifts of the object": (
        "03_convolution",
        "Shift the image, and the answer shifts with it",
    ),
    # Overview
    "pixels, 0..255 to 0..1": ("01_images", "From 0..255 to 0..1"),
    "RGB": ("01_images", "Colour is three images"),
    "greyscale": ("01_images", "From colour to grey"),
    "sharpen and blur": ("02_filters", "A kernel is a question"),
    "receptive field": ("03_convolution", "Deeper layers see more"),
    "what padding buys": ("04_padding_stride", "What padding buys"),
    "strides on a small image": ("04_padding_stride", "Stride"),
    "n filters give n channels": ("05_channels", "Thinking in blocks"),
    "reading VGG16": ("14_vgg", "Reading VGG16, layer by layer"),
    "a class in PyTorch's way": ("10_keras", "The class, in PyTorch's way"),
    "its training step": ("10_keras", "The training step"),
    "the sum of deltas": ("08_backpropagation", "The sum of deltas"),
    "the update": ("08_backpropagation", "Minus, not plus"),
    "detection": ("16_beyond", "Boxes"),
    "tracking": ("16_beyond", "The same thing in the next frame"),
    "segmentation": ("16_beyond", "A label for every pixel"),
    "preprocessing": ("16_beyond", "Preprocessing"),
    "imbalance": ("16_beyond", "Imbalance"),
    "overfitting": ("16_beyond", "Overfitting"),
    "augmentation": ("16_beyond", "Augmentation"),
}


@pytest.mark.parametrize("what", TAUGHT)
def test_what_was_promised_has_its_heading(what: str) -> None:
    chapter, heading = TAUGHT[what]
    text = (BOOK / f"{chapter}.md").read_text(encoding="utf-8")
    outside = re.sub(r"```.*?^```", "", text, flags=re.S | re.M)
    assert heading in re.findall(r"^#+ (.*)$", outside, flags=re.M)


# Words of what the notes teach -> the chapter that must say them in its text or compute them.
SAID = {
    "01_images": ("load_mnist", "normalize", "flatten", "one_hot_label", "255"),
    "02_filters": ("27", "25", "sqrt", "clip", "SOBEL_HORIZONTAL", "identity"),
    "05_channels": ("np.random.rand(10, 1, 28, 28)", "x[0, 0]", "NCHW", "NHWC"),
    "07_im2col": ("filter_h", "col2im", "+="),
    "09_training": ("SimpleConvNet",),
    "10_keras": ("28, 28, 1", "zero_grad", "RMSprop", "one-hot"),
    "16_beyond": ("detection", "segmentation", "tracking"),
}


@pytest.mark.parametrize(
    ("chapter", "words"), [(chapter, w) for chapter, ws in SAID.items() for w in ws]
)
def test_a_chapter_says_what_it_must(chapter: str, words: str) -> None:
    text = (BOOK / f"{chapter}.md").read_text(encoding="utf-8")
    assert words.lower() in text.lower()
