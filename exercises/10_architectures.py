# %% [markdown]
# # Assignment 10: architectures
#
# You will count what LeNet-5, AlexNet, VGG16 and GoogLeNet learn, how much they calculate and how far their layers see, find out whether AlexNet's images have 224 or 227 pixels, run an Inception block, and count the sparse layer of LeNet-5.
#
# - **Read first**: chapters 12 to 15 of the book; each part says again what it needs.
# - **Time**: about 90 minutes.
# - **Graded**: 20 points: 18 by the checks, 2 by a person.
# - Write your code in the place of `raise NotImplementedError()`, and your numbers in the place of `...`.
#   The cells with tasks and checks are locked; you may add cells of your own.
# - Under each part is a check.
#   Run it as often as you like.
#   For functions, your teacher runs the same checks on other numbers.
# - **When it is graded**, a call of your function may take 20 seconds, a cell 60, and the whole notebook 10 minutes; the solution needs about two seconds in all.
# - Use NumPy only.
#   Counts are whole numbers, and height comes before width.

# %%
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from cnn_course import architectures, datasets, visualize
from cnn_course.checks import architectures as checks

# %% [markdown]
# `architectures` has the networks as tables, each with its paper.
# It says what the layers are; counting them is your part.

# %% [markdown]
# ## Part 1: predict (3 points)
#
# A filter of a convolution has kernel × kernel numbers for each channel that goes in, and one bias.
# So 6 filters of 5 by 5 on a grey image learn 6 × (5 × 5 × 1 + 1) = 156 numbers.
#
# Work out five counts with a calculator, before you write any code.
# Every filter has a bias.
#
# - `conv_64_128`: a convolution of 3 by 3, 64 channels in, 128 filters
# - `two_3x3`: two convolutions of 3 by 3, one after the other; 32 channels go in, 32 come out of each
# - `one_5x5`: one convolution of 5 by 5, 32 channels in, 32 filters
# - `direct_5x5`: a convolution of 5 by 5, 192 channels in, 32 filters
# - `reduced_5x5`: a convolution of 1 by 1 with 16 filters on the 192 channels, and after it a convolution of 5 by 5 with 32 filters
#
# You will see in part 4 that two windows of 3, one on the other, see as much as one of 5.

# %% answer="by_hand"
conv_64_128 = ...
two_3x3 = ...
one_5x5 = ...
direct_5x5 = ...
reduced_5x5 = ...
### BEGIN SOLUTION
conv_64_128 = 128 * (3 * 3 * 64 + 1)
two_3x3 = 2 * 32 * (3 * 3 * 32 + 1)
one_5x5 = 32 * (5 * 5 * 32 + 1)
direct_5x5 = 32 * (5 * 5 * 192 + 1)
reduced_5x5 = 16 * (192 + 1) + 32 * (5 * 5 * 16 + 1)
### END SOLUTION

# %% check="by_hand" points=2
checks.check_by_hand(conv_64_128, two_3x3, one_5x5, direct_5x5, reduced_5x5)

# %% [markdown]
# Here is AlexNet, which won the ImageNet contest of 2012.
# It takes colour images of 227 by 227 pixels.
# Its layers are numbered from 1 to 8: five convolutions, then three dense layers; pooling has no number.
#
# A dense layer has a weight for each pair of an input and an output.
# The other columns of the table are explained in part 2.
#
# **Parameters** are the numbers that a layer learns.
# A **multiply-accumulate** is one multiplication, and the addition of its product to a sum: the unit of work.
# Guess before you calculate:
#
# - `most_parameters`: the number of the layer that learns the most parameters
# - `most_macs`: the number of the layer that needs the most multiply-accumulates for an image


# %%
def plain(model):
    """Return a model's rows as tuples (kind, inputs, outputs, kernel, stride, padding, groups)."""
    kinds = ("conv", "dense", "max_pool", "average_pool")
    return tuple(row[1:8] for row in model.rows if row.kind in kinds)


def names(model):
    """Return the names of the rows of plain(model)."""
    kinds = ("conv", "dense", "max_pool", "average_pool")
    return [row.name for row in model.rows if row.kind in kinds]


def show(head, rows):
    """Print rows below a head."""
    texts = [
        [cell if isinstance(cell, str) else f"{cell:,}" for cell in row]
        for row in [head.split(), *rows]
    ]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    for row in texts:
        print(*(text.rjust(w) for text, w in zip(row, widths, strict=True)), sep="  ")


alexnet = plain(architectures.ALEXNET)
show(
    "layer kind inputs outputs kernel stride padding groups",
    [
        (name, *row)
        for name, row in zip(names(architectures.ALEXNET), alexnet, strict=True)
    ],
)

# %% answer="largest"
most_parameters = ...
most_macs = ...
### BEGIN SOLUTION
most_parameters = 6
most_macs = 2
### END SOLUTION

# %% check="largest" points=1
checks.check_largest(most_parameters, most_macs)

# %% [markdown]
# ## Part 2: parameters (3 points)
#
# A network is a tuple of rows, as you see above, and a row is a tuple of seven:
#
# `(kind, inputs, outputs, kernel, stride, padding, groups)`
#
# - `kind`: `"conv"`, `"dense"`, `"max_pool"` or `"average_pool"`
# - `inputs`, `outputs`: how many channels go in and come out; of a dense layer, how many numbers
# - `kernel`, `stride`: of the window, the same for height and width; both 1 in a dense row
# - `padding`: rows and columns of zeros on each of the four sides
# - `groups`: 1, or more in some convolutions
#
# **Groups** are new.
# AlexNet was too large for one graphics card, so its second convolution was cut in two.
# Of its 96 input channels the first 128 filters see only the first 48, and the other 128 filters only the last 48.
# There are still 256 filters, but each is half as thick.
# In general a filter sees inputs / groups channels.
# For example, the row `("conv", 4, 6, 3, 1, 1, 2)` has 6 filters of 3 by 3 that see 2 channels each: 6 × (9 × 2) = 108 weights and 6 biases, 114 parameters.
#
# A dense layer has a weight for each pair of an input and an output, and a bias for each output.
# Pooling learns nothing.
#
# Write `count_parameters`.


# %% answer="count_parameters"
def count_parameters(table):
    """Count what each row of a network learns.

    table: a tuple of rows (kind, inputs, outputs, kernel, stride, padding, groups).
    Returns a list with one int for each row, 0 for pooling.

    For example, (("conv", 4, 6, 3, 1, 1, 2), ("max_pool", 6, 6, 2, 2, 0, 1)) gives [114, 0].
    """
    ### BEGIN SOLUTION
    counts = []
    for kind, inputs, outputs, kernel, _, _, groups in table:
        weights = kernel * kernel * (inputs // groups) * outputs
        counts.append(weights + outputs if kind in ("conv", "dense") else 0)
    return counts
    ### END SOLUTION
    raise NotImplementedError()


# %% check="count_parameters" points=3
checks.check_count_parameters(count_parameters)

# %% [markdown]
# Compare your totals with what the papers say.
# `LENET5_DENSE` is LeNet-5 as it is rebuilt today; part 7 comes back to the original.


# %%
def totals():
    for model in (
        architectures.LENET5_DENSE,
        architectures.ALEXNET,
        architectures.VGG16,
    ):
        said = model.printed.get("total", {}).get("parameters")
        counted = sum(count_parameters(plain(model)))
        yield model.name, counted, said or "not published"


visualize.when_written(lambda: show("network yours paper", list(totals())))

# %% [markdown]
# ## Part 3: multiply-accumulates (3 points)
#
# A weight of a convolution is used once at every place of its window.
# So the work of a layer is its number of places times its weights.
# For example, a convolution of 3 by 3 with 4 filters on a grey image of 5 by 6 pixels, without padding, has 3 by 4 places and 3 × 3 × 4 = 36 weights: 3 × 4 × 36 = 432 multiply-accumulates.
# A bias is added without a multiplication, so it does not count; and pooling compares or adds, so it counts 0.
#
# The next row starts from the maps that come out.
# Pooling makes the maps smaller too, by the formula of assignment 3: a window that does not fit entirely is left out.
# A dense row takes all numbers of all maps, whatever their height and width; it uses each of its weights once.
#
# Write `count_macs`.


# %% answer="count_macs"
def count_macs(table, size):
    """Count the multiply-accumulates of each row for one image.

    table: a tuple of rows (kind, inputs, outputs, kernel, stride, padding, groups).
    size: (height, width) of the image.
    Returns a list with one int for each row, 0 for pooling.

    For example, (("conv", 1, 4, 3, 1, 0, 1), ("max_pool", 4, 4, 2, 2, 0, 1)) and (5, 6) give [432, 0].
    """
    ### BEGIN SOLUTION
    (height, width), counts = size, []
    for kind, inputs, outputs, kernel, stride, padding, groups in table:
        weights = kernel * kernel * (inputs // groups) * outputs
        if kind == "dense":
            counts.append(weights)
            continue
        height = (height + 2 * padding - kernel) // stride + 1
        width = (width + 2 * padding - kernel) // stride + 1
        counts.append(height * width * weights if kind == "conv" else 0)
    return counts
    ### END SOLUTION
    raise NotImplementedError()


# %% check="count_macs" points=3
checks.check_count_macs(count_macs)

# %% [markdown]
# Now look at the share of each layer of AlexNet, in percent.
# Where are the parameters, and where is the work?


# %%
def shares(model):
    table, (height, width, _) = plain(model), model.input_shape
    parameters, macs = count_parameters(table), count_macs(table, (height, width))
    for name, learned, work in zip(names(model), parameters, macs, strict=True):
        if learned:
            share = f"{100 * learned / sum(parameters):.1f}"
            yield name, learned, share, work, f"{100 * work / sum(macs):.1f}"


visualize.when_written(
    lambda: show("layer parameters % MACs %", list(shares(architectures.ALEXNET)))
)

# %% [markdown]
# ## Part 4: how far a layer sees (2 points)
#
# The **receptive field** of a layer is the part of the image that one of its numbers depends on.
# We count it in pixels along one axis.
#
# A first layer with a window of 3 sees 3 pixels.
# A second layer with a window of 3 and stride 1 looks at three neighbours in the first map.
# Each of them sees 3 pixels, and neighbours stand one pixel apart, so the second layer sees 3 + 1 + 1 = 5 pixels.
#
# With a stride of 2 in the first layer, neighbours of its map stand two pixels of the image apart.
# The second layer then sees 3 + 2 + 2 = 7 pixels, although its own window is the same.
# If the second layer has a stride of 3, neighbours of its map stand 2 × 3 = 6 pixels of the image apart.
# A third layer with a window of 2 then sees 7 + 6 = 13 pixels.
#
# Pooling has a window and a stride as well; here it is a layer like any other.
#
# Write `receptive_fields`.


# %% answer="receptive_fields"
def receptive_fields(layers):
    """Return how much of the image one number sees, after each layer.

    layers: a tuple of pairs (kernel, stride), the first layer first.
    Returns a list with one int for each layer, in pixels of the image along one axis.

    For example, ((3, 2), (3, 1)) gives [3, 7].
    """
    ### BEGIN SOLUTION
    field, step, fields = 1, 1, []
    for kernel, stride in layers:
        field += (kernel - 1) * step
        step *= stride
        fields.append(field)
    return fields
    ### END SOLUTION
    raise NotImplementedError()


# %% check="receptive_fields" points=2
checks.check_receptive_fields(receptive_fields)

# %% [markdown]
# This is what one number of LeNet's layers C1, S2, C3, S4 and C5 sees of an image of 32 by 32 pixels.
# Below are the fields of VGG16: all its windows are small, and yet its last layers see most of the image.


# %%
def windows(model):
    """Return (kernel, stride) of a model's convolutions and pooling."""
    return tuple((row[3], row[4]) for row in plain(model) if row[0] != "dense")


def seen_by_lenet():
    digit = np.pad(datasets.load("mnist").x_train[0], 2)
    fields = receptive_fields(windows(architectures.LENET5_DENSE))
    fields = [min(field, 32) for field in fields]  # no more than the image
    starts = [(32 - field) // 2 for field in fields]
    places = [
        (start, start, field, field)
        for start, field in zip(starts, fields, strict=True)
    ]
    return visualize.show_images([digit] * len(fields), columns=5, windows=places)


visualize.when_written(seen_by_lenet)

# %%
visualize.when_written(
    lambda: show(
        "layer sees",
        list(
            zip(
                names(architectures.VGG16),
                receptive_fields(windows(architectures.VGG16)),
                strict=False,
            )
        ),
    )
)

# %% [markdown]
# ## Part 5: 224 or 227? (2 points)
#
# The paper of AlexNet says that its images have 224 by 224 pixels, that the first layer has a window of 11 and a stride of 4, and that 55 by 55 numbers come out.
# Does this fit together?
#
# Several inputs can give one output, because pixels that are left over at the end do not count.
# With a window of 3 and a stride of 2, without padding, 5 pixels have 2 places, and 6 pixels have 2 as well; 7 pixels have 3.
# So the inputs for an output of 2 are 5 and 6.
# With a padding of 1 on both sides they are 3 and 4.
#
# Write `input_sizes`: all inputs that give an output.


# %% answer="input_sizes"
def input_sizes(output, kernel, stride, padding):
    """Return all numbers of pixels, along one axis, for which the window has `output` places.

    padding: zeros on each side.
    Returns a list of ints, the smallest first.

    For example, input_sizes(2, 3, 2, 0) gives [5, 6].
    """
    ### BEGIN SOLUTION
    smallest = (output - 1) * stride + kernel - 2 * padding
    return list(range(smallest, smallest + stride))
    ### END SOLUTION
    raise NotImplementedError()


# %% check="input_sizes" points=2
checks.check_input_sizes(input_sizes)

# %% [markdown]
# These are the images that AlexNet's first layer could have had, for each padding.
# The paper does not mention a padding.
# Most people write 227 today; others keep the 224 and pad by 2.


# %%
def possible_images():
    for padding in range(4):
        sizes = [int(n) for n in input_sizes(55, 11, 4, padding)]
        yield padding, str(sizes), "yes" if 224 in sizes else "no"


visualize.when_written(lambda: show("padding inputs 224?", list(possible_images())))

# %% [markdown]
# ## Part 6: an Inception block (3 points)
#
# Which window is best for a layer: 1, 3 or 5?
# GoogLeNet, which won in 2014, takes all of them at once.
# An **Inception block** sends its input through four branches:
#
# 1. a convolution of 1 by 1
# 2. a convolution of 1 by 1, and after it one of 3 by 3
# 3. a convolution of 1 by 1, and after it one of 5 by 5
# 4. a max pooling of 3 by 3 with stride 1, and after it a convolution of 1 by 1
#
# A convolution of 1 by 1 looks at one pixel and mixes its channels.
# In branches 2 and 3 it comes first, to leave few channels for the large window; part 1 showed what this saves.
# Each of the six convolutions is followed by ReLU, max(0, y).
# With padding "same" all branches keep the height and the width of the input.
# So their answers can be put one behind the other along the channels, in the order of the list.
#
# For example, in the first block of GoogLeNet 192 channels of 28 by 28 go in, and the four branches give 64, 128, 32 and 32 channels: 28 by 28 by 256 come out.
#
# `convolve` and `max_pool` are given.
# Write `inception`; there are no biases in it.


# %%
def convolve(x, w):
    """Convolve images (N, H, W, C) by filters (K, K, C, F): stride 1, padding "same", no bias, no ReLU."""
    p = len(w) // 2
    framed = np.pad(x, ((0, 0), (p, p), (p, p), (0, 0)))
    patches = sliding_window_view(framed, w.shape[:2], axis=(1, 2))
    return np.tensordot(patches, w, axes=([4, 5, 3], [0, 1, 2]))


def max_pool(x):
    """Keep the largest of 3 by 3 pixels (N, H, W, C): stride 1, padding "same"."""
    frame = ((0, 0), (1, 1), (1, 1), (0, 0))
    framed = np.pad(x, frame, constant_values=-np.inf)
    return sliding_window_view(framed, (3, 3), axis=(1, 2)).max(axis=(4, 5))


# %% answer="inception"
def inception(x, filters):
    """Run an Inception block.

    x: images (N, H, W, C), float32 or float64.
    filters: a dictionary of six arrays in the dtype of x, without biases:
        "1x1" (1, 1, C, F1), "3x3 reduce" (1, 1, C, R3), "3x3" (3, 3, R3, F3),
        "5x5 reduce" (1, 1, C, R5), "5x5" (5, 5, R5, F5), "pool" (1, 1, C, FP).
    Returns (N, H, W, F1 + F3 + F5 + FP), in the dtype of x.
    """

    ### BEGIN SOLUTION
    def layer(x, name):
        return np.maximum(convolve(x, filters[name]), 0)

    branches = [
        layer(x, "1x1"),
        layer(layer(x, "3x3 reduce"), "3x3"),
        layer(layer(x, "5x5 reduce"), "5x5"),
        layer(max_pool(x), "pool"),
    ]
    return np.concatenate(branches, axis=-1)
    ### END SOLUTION
    raise NotImplementedError()


# %% check="inception" points=3
checks.check_inception(inception)

# %% [markdown]
# Here is your block with the widths of GoogLeNet's first one, on random numbers.


# %%
def first_block():
    rng, block = np.random.default_rng(0), architectures.GOOGLENET.row("3a")
    c, (one, r3, three, r5, five, pool) = block.inputs, block.widths
    shapes = {
        "1x1": (1, 1, c, one),
        "3x3 reduce": (1, 1, c, r3),
        "3x3": (3, 3, r3, three),
        "5x5 reduce": (1, 1, c, r5),
        "5x5": (5, 5, r5, five),
        "pool": (1, 1, c, pool),
    }
    filters = {name: rng.normal(size=shape) for name, shape in shapes.items()}
    x = rng.normal(size=(1, 28, 28, c))
    print(x.shape, "->", inception(x, filters).shape)


visualize.when_written(first_block)

# %% [markdown]
# And here is what your `count_parameters` says of its branches: what each learns, and how many channels it gives to the next block.
# The columns "without" leave out the three convolutions of 1 by 1 that come before or after another layer.


# %%
def with_and_without():
    block = architectures.GOOGLENET.row("3a")
    for name, rows in architectures.branches(block).items():
        table = tuple(row[1:8] for row in rows)
        main = table[0] if name == "pool" else (table[-1][0], 192, *table[-1][2:])
        bare = sum(count_parameters((main,)))
        yield name, sum(count_parameters(table)), bare, table[-1][2], main[2]


def compared():
    rows = list(with_and_without())
    total = [sum(column) for column in list(zip(*rows, strict=True))[1:]]
    show("branch learns without gives without", [*rows, ("total", *total)])


visualize.when_written(compared)

# %% [markdown]
# ## Part 7: LeNet-5's sparse layer (2 points)
#
# In the LeNet-5 of 1998 the second convolution, C3, makes 16 maps out of the 6 maps of S2.
# But its maps do not see all six.
# Below is Table I of the paper: a row for each map of S2, a column for each map of C3.
# A 1 means that the map of C3 sees the map of S2.
# This kept the number of connections small, and it forced the maps to become different: they get different inputs.

# %%
show(
    " ".join(["S2", *map(str, range(16))]),
    [(str(i), *row) for i, row in enumerate(checks.C3_TABLE.astype(int))],
)

# %% [markdown]
# Each connection in the table has a kernel of its own, and each map that comes out has one bias.
# For example, with a kernel of 5 a map that sees one input learns 25 + 1 = 26 numbers, and a map that sees two learns 25 + 25 + 1 = 51.
#
# Write `sparse_parameters`.


# %% answer="sparse_parameters"
def sparse_parameters(table, kernel):
    """Count what each output map of a sparse convolution learns.

    table: a boolean array (inputs, outputs), True where the output map sees the input map.
    kernel: height and width of the window, one int.
    Returns an array or a list with one int for each output map.

    For example, np.array([[True, True], [False, True]]) and 5 give [26, 51].
    """
    ### BEGIN SOLUTION
    seen = np.sum(table, axis=0)
    return kernel * kernel * seen + 1
    ### END SOLUTION
    raise NotImplementedError()


# %% check="sparse_parameters" points=2
checks.check_sparse_parameters(sparse_parameters)

# %% [markdown]
# With C3 counted in this way, LeNet-5 comes to the 60,000 parameters of the paper.
# S2 and S4 are poolings that learn two numbers for each map; the output learns nothing.


# %%
def lenet5():
    for row in architectures.LENET5.rows:
        if row.name == "C3":
            learned = int(sum(sparse_parameters(checks.C3_TABLE, row.kernel)))
        elif row.kind == "subsampling":
            learned = 2 * row.outputs
        else:
            (learned,) = count_parameters((row[1:8],))
        yield row.name, learned


def lenet5_in_all():
    rows = list(lenet5())
    show("layer parameters", [*rows, ("total", sum(learned for _, learned in rows))])


visualize.when_written(lenet5_in_all)

# %% [markdown]
# ## Part 8: in your own words (2 points)
#
# VGG16 learns 138 million parameters, and GoogLeNet 7 million.
# In 2014 the two made almost equally few errors.
#
# In which layers of VGG16 are most of the parameters, and in which is most of the work?
# Why is it not the same layers?
# And how does GoogLeNet avoid so many parameters?
# (After its last block it takes the mean of each of its 1,024 maps, and one dense layer follows.)

# %% [markdown] essay="parameters_and_work" points=2
# Most parameters are in the dense layers, above all in the first: it joins 7 × 7 × 512 numbers to 4,096 outputs, three quarters of all parameters of VGG16.
# Almost all of the work is in the convolutions.
# A weight of a convolution is used again at every place of the window, and a weight of a dense layer once for an image.
# GoogLeNet has no large dense layer: the mean leaves one number of each map, and 1,024 numbers go into a single dense layer.
# Its convolutions of 1 by 1 also leave few channels for the windows of 3 and 5.
#
# Rubric: 1 point for parameters in the dense layers and work in the convolutions, because convolutions use each weight at many places; 1 point for GoogLeNet's mean of each map in the place of large dense layers.

# %% [markdown]
# ## If you want to go on (no points)
#
# `architectures.GOOGLENET.printed` has the numbers of parameters that GoogLeNet's paper prints in its Table 1, by the name of the row.
# Count every row yourself; `architectures.branches(row)` gives the four branches of a row whose kind is "inception".
# Some of the printed numbers are thousands of 1,024, most are a little off, and one row is far off.
# Which one?
# The paper counts the row `conv2 reduce` with the row `conv2`.

# %% answer="further"
### BEGIN SOLUTION
for row in architectures.GOOGLENET.rows:
    said = architectures.GOOGLENET.printed.get(row.name, {}).get("parameters")
    if said:
        layers = [row]
        if row.kind == "inception":
            layers = [
                r for branch in architectures.branches(row).values() for r in branch
            ]
        counted = sum(count_parameters(tuple(layer[1:8] for layer in layers)))
        print(f"{row.name:8} {counted:10,} {said:10,}  {counted / said:.2f}")
### END SOLUTION
