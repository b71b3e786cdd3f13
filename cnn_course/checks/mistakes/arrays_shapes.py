"""Assignment 5, what is predicted: shapes of slices and of moved axes, and which shapes go together."""

import numpy as np

from cnn_course import shapes as sizes

Shape = tuple[int, ...]

# Part 1: the shapes of what is made of x; an array without its numbers is enough to find them

_x = np.empty((10, 28, 20, 3), np.uint8)
_w = np.empty((5, 2, 3, 8), np.uint8)
_n, _h, _width, _c = _x.shape
_kh, _kw, _, _f = _w.shape
_y = sizes.conv_output_shape(_x.shape, _w.shape)
_once = _x.transpose(0, 3, 1, 2)
_twice = _once.transpose(0, 3, 1, 2)

SHAPES: dict[str, Shape] = {
    "x[0]": _x[0].shape,
    "x[0, 0]": _x[0, 0].shape,
    "x[:, 2]": _x[:, 2].shape,
    "x[:, 2:5]": _x[:, 2:5].shape,
    "x[..., 1:3]": _x[..., 1:3].shape,
    "x.transpose(0, 3, 1, 2)": _once.shape,
    "the same transpose twice": _twice.shape,
    "y": _y,
}

# What is said of a wrong shape, and what it is the shape of
MISREAD: dict[str, dict[str, Shape]] = {
    "x[0]": {
        "That is `x[0:1]`, a batch of one image. A single index takes its axis away.": (
            _x[0:1].shape
        ),
        "0 is the image: the first of the four axes goes, not the last.": _x[
            ..., 0
        ].shape,
        "Nothing has gone: a single index takes its axis away.": _x.shape,
    },
    "x[0, 0]": {
        "That would be so with channels first. Here the second axis counts rows.": (
            _x[0, :, :, 0].shape
        ),
        "That is `x[0]`. The second index takes an axis away too.": _x[0].shape,
        "A single index takes its axis away; it does not leave a 1.": _x[:1, :1].shape,
    },
    "x[:, 2]": {
        "The index stands in the second place. With channels last, which axis is that?": (
            _x[..., 2].shape
        ),
        "That is a column of every image. The second axis counts rows.": _x[
            :, :, 2
        ].shape,
        "2 is a single index: it takes its axis away, and does not leave a 1.": (
            _x[:, 2:3].shape
        ),
        "2 is a single index, and not a range of two rows.": _x[:, :2].shape,
        "`:` stands for all images, so their axis stays.": _x[2].shape,
    },
    "x[:, 2:5]": {
        "The end of a range does not count: 2:5 is 2, 3 and 4.": _x[:, 2:6].shape,
        "A range keeps its axis; only a single index takes it away.": _x[:, 2].shape,
        "That is a range of columns. The second axis counts rows.": _x[:, :, 2:5].shape,
    },
    "x[..., 1:3]": {
        "The end of a range does not count: 1:3 is 1 and 2.": _x[..., :3].shape,
        "`...` stands for all axes that are not mentioned, so 1:3 belongs to the last one.": (
            _x[:, 1:3].shape
        ),
        "A range keeps its axis; only a single index takes it away.": _x[..., 1].shape,
        "`...` keeps all the axes that it stands for.": _x[0, 0, 0, 1:3].shape,
    },
    "x.transpose(0, 3, 1, 2)": {
        "Read the four numbers as a list of old axes: the second axis of the answer is the old axis 3.": (
            _twice.shape
        ),
        "The axes have not moved: the second axis of the answer is the old axis 3.": _x.shape,
        "Only two axes were swapped. After the old axis 3 come the old axes 1 and 2.": (
            _x.swapaxes(1, 3).shape
        ),
    },
    "the same transpose twice": {
        "The same move twice does not lead back. Apply it to the shape that you found before.": (
            _x.shape
        ),
        "That is after the first time.": _once.shape,
    },
    "y": {
        "A filter makes one channel, whatever goes in: the last axis counts filters.": (
            *_y[:3],
            _c,
        ),
        "One filter adds up all its channels: it does not make a map for each of them.": (
            *_y[:3],
            _c * _f,
        ),
        "Without padding the answer is smaller than the image.": (*_x.shape[:3], _f),
        "Height and width of the filters are exchanged: they are 5 high and 2 wide.": (
            _n,
            sizes.output_size(_h, _kw),
            sizes.output_size(_width, _kh),
            _f,
        ),
        "It is one too small in height and width: the first place counts too.": (
            _n,
            _y[1] - 1,
            _y[2] - 1,
            _f,
        ),
        "All images of the batch are convolved: they are the first axis of the answer.": _y[
            1:
        ],
        "This has the channels before height and width; here they are last.": (
            _n,
            _f,
            *_y[1:3],
        ),
    },
}

WEIGHTS = _w.size
MISCOUNTED: dict[str, int] = {
    "The channels are missing: each filter has a slice for each channel of x.": (
        _kh * _kw * _f
    ),
    "These are the weights of one filter.": _kh * _kw * _c,
    "The biases are counted; only the numbers in w are asked for.": _w.size + _f,
    "The sizes are added; multiply them.": sum(_w.shape),
    "These are the numbers in x.": _x.size,
}

# Part 5: which shapes can be added to a batch of shape (6, 5, 4, 3)

FITS = {
    "(3,)": True,
    "(4,)": False,
    "(4, 1)": True,
    "(5, 4)": False,
    "(5, 1, 1)": True,
    "(6,)": False,
    "(6, 3)": False,
    "(6, 1, 1, 3)": True,
}
FITS_HINTS = {
    "(3,)": "Write the shapes below each other, with their last numbers in one column: 3 stands below 3.",
    "(4,)": "The last axes are compared first, and the last axis of x has 3 numbers.",
    "(4, 1)": "1 stands below 3 and is repeated, 4 stands below 4: a number for each column.",
    "(5, 4)": "The last axes are compared first: 4 stands below 3.",
    "(5, 1, 1)": "5 stands below 5, and the two 1 are repeated: a number for each row.",
    "(6,)": "The last axes are compared first: 6 stands below 3. Which shape would hold a number for "
    "each image?",
    "(6, 3)": "3 stands below 3, but 6 stands below 4. Such an array is x.mean(axis=(1, 2)); what would "
    "keepdims=True change?",
    "(6, 1, 1, 3)": "Every size is that of x, or 1: a number for each channel of each image.",
}
