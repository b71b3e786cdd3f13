# %% [markdown]
# # Assignment 5: four-dimensional arrays
#
# You will predict the shapes of slices, find a number's place in memory, bring images and filters from one order of axes to another, cut blocks, and send a whole batch through a convolution by broadcasting, without a loop over its images.
#
# - **Read first**: chapters 3 and 5 of the book; each part says again what it needs.
# - **Time**: about 90 minutes.
# - **Graded**: 20 points: 18 by the checks, 2 by a person.
# - Write your code in the place of `raise NotImplementedError()`, and your answers in the place of `...`.
#   The cells with tasks and checks are locked; you may add cells of your own.
# - Under each part is a check.
#   Run it as often as you like.
#   For functions, your teacher runs the same checks on other numbers.
# - **When it is graded**, a call of your function may take 20 seconds, a cell 60, and the whole notebook 10 minutes; the solution needs about three seconds in all.
# - Use NumPy only.
#   Channels come last unless a task says otherwise: images (N, H, W, C), filters (KH, KW, C, F).

# %%
import numpy as np

from cnn_course import datasets, filters, visualize
from cnn_course.checks import arrays as checks

# %% [markdown]
# ## Part 1: predict (2 points)
#
# The arrays that go from layer to layer have four axes: `x[n, i, j, c]` is the number in image n, row i, column j and channel c.
# Three rules say what a slice leaves of them:
#
# - A single index takes its axis away.
# - A range `a:b` keeps its axis, with the numbers from a to b − 1.
# - An axis that is not mentioned stays whole.
#   `...` stands for as many `:` as are missing.
#
# `transpose` puts the axes into a new order: it takes a list of the old axes, in the order in which they are to stand.
# For example, an array of shape (7, 5, 2) has after `transpose(2, 0, 1)` the shape (2, 7, 5).
#
# Let `x` hold 10 colour images of 28 by 20 pixels, in the shape (10, 28, 20, 3), and let `w` hold 8 filters of 5 by 2, in the shape (5, 2, 3, 8).
# Predict these shapes before you run any code.
# Write each as Python does, `(10, 28, 20, 3)` for example.
#
# - `"the same transpose twice"` is `x.transpose(0, 3, 1, 2).transpose(0, 3, 1, 2)`.
# - `"y"` is what a convolution makes of x with the filters w, with stride 1 and no padding.
# - `weights` is not a shape: how many numbers does `w` hold?

# %% answer="shapes"
shapes = {
    "x[0]": ...,
    "x[0, 0]": ...,
    "x[:, 2]": ...,
    "x[:, 2:5]": ...,
    "x[..., 1:3]": ...,
    "x.transpose(0, 3, 1, 2)": ...,
    "the same transpose twice": ...,
    "y": ...,
}
weights = ...
### BEGIN SOLUTION
shapes = {
    "x[0]": (28, 20, 3),
    "x[0, 0]": (20, 3),
    "x[:, 2]": (10, 20, 3),
    "x[:, 2:5]": (10, 3, 20, 3),
    "x[..., 1:3]": (10, 28, 20, 2),
    "x.transpose(0, 3, 1, 2)": (10, 3, 28, 20),
    "the same transpose twice": (10, 20, 3, 28),
    "y": (10, 28 - 5 + 1, 20 - 2 + 1, 8),
}
weights = 5 * 2 * 3 * 8
### END SOLUTION

# %% check="shapes" points=2
checks.check_shapes(shapes, weights)

# %% [markdown]
# The next cell makes a batch of this shape: ten garments of Fashion-MNIST, each in a colour of its own.
# Try your slices on it.

# %%
garments = datasets.scale(datasets.load("fashion_mnist").x_train[:10])[:, :, 4:24]
tints = np.linspace([1.0, 0.4, 0.2], [0.3, 0.8, 1.0], num=10, dtype=np.float32)
batch = garments * tints[:, np.newaxis, np.newaxis, :]
print(garments.shape, "and tints", tints.shape, "make", batch.shape)
visualize.show_images(batch, columns=5)

# %% [markdown]
# ## Part 2: where a number lies (2 points)
#
# Memory has no axes: it is one long row of numbers.
# An array lies in it image after image, each image row after row, each row pixel after pixel, and each pixel channel after channel.
# So the last index runs fastest.
#
# Below is an image of 2 by 4 pixels with three channels, one grid for each channel.
# The grids show at which place in memory each number lies; the first place is 0.

# %%
places = np.arange(24).reshape(1, 2, 4, 3)
visualize.show_numbers(places[0, :, :, 0], places[0, :, :, 1], places[0, :, :, 2])

# %% [markdown]
# One step along an axis skips all numbers that lie on the axes after it.
# In the shape (2, 3, 4, 5) the next channel is 1 place further on, the next column 5, the next row 4 · 5 = 20, and the next image 3 · 4 · 5 = 60.
#
# Write `flat_index`.


# %% answer="flat_index"
def flat_index(place, shape):
    """Return at which place in memory a number lies, an int that counts from 0.

    place: (n, i, j, c), four ints: the number's image, row, column and channel.
    shape: (N, H, W, C), four ints: the array's shape.
    Example: flat_index((1, 2, 0, 3), (2, 3, 4, 5)) is 60 + 2 * 20 + 0 * 5 + 3 = 103.
    """
    ### BEGIN SOLUTION
    n, i, j, c = place
    _, height, width, channels = shape
    return ((n * height + i) * width + j) * channels + c
    ### END SOLUTION
    raise NotImplementedError()


# %% check="flat_index" points=2
checks.check_flat_index(flat_index)

# %% [markdown]
# NumPy stores the four steps with every array; they are called its strides, and counted in bytes.
# A number of float32 takes 4 bytes.
# Look what `transpose` does to the strides, and what it does not do.

# %%
moved = batch.transpose(0, 3, 1, 2)
print("batch", batch.shape, "strides", batch.strides)
print("moved", moved.shape, "strides", moved.strides)
print("moved lies in the memory of batch:", np.shares_memory(batch, moved))

# %% [markdown]
# ## Part 3: from one order to the other (3 points)
#
# PyTorch and many books put the channels first: images (N, C, H, W), called NCHW, and filters (F, C, KH, KW).
# The order of this course and of Keras is called NHWC.
# To use what comes from there, the axes must move, and each number must stay with its pixel.
#
# First write `to_nhwc` for images.
# `transpose` copies nothing, as you have just seen: it hands out another view of the same memory.
# Return a new array, with `.copy()` for example, so that nobody who changes it changes x.
#
# A right shape does not prove that each number has come to its place.
# Test your function on a small array before you run the check, and look for one number in it.


# %% answer="to_nhwc"
def to_nhwc(x):
    """Bring images from channels first to channels last.

    x: (N, C, H, W), any dtype.
    Returns a new array (N, H, W, C), in the dtype of x.
    Example: the number at x[1, 0, 2, 3] comes to the place [1, 2, 3, 0].
    """
    ### BEGIN SOLUTION
    return x.transpose(0, 2, 3, 1).copy()
    ### END SOLUTION
    raise NotImplementedError()


# %% check="to_nhwc" points=2
checks.check_to_nhwc(to_nhwc)

# %% [markdown]
# The next cell takes four garments that came with their channels first.
# Above, they went through your function; below, `reshape` brought them to the same shape.
# What do you expect to see below?
# Guess before you run it.

# %%
planes = batch.transpose(0, 3, 1, 2).copy()
reshaped = planes.reshape(batch.shape)
visualize.when_written(
    lambda: visualize.show_images([*to_nhwc(planes[:4]), *reshaped[:4]])
)

# %% [markdown]
# Why are there three rows of small garments, and why three in each row?
# You will need the answer in part 8.
#
# Filters have other axes, and move otherwise.
# Write `filters_last`.


# %% answer="filters_last"
def filters_last(w):
    """Bring filters from the order of PyTorch to that of this course.

    w: (F, C, KH, KW), any dtype.
    Returns a new array (KH, KW, C, F), in the dtype of w.
    Example: the number at w[5, 0, 1, 2] comes to the place [1, 2, 0, 5].
    """
    ### BEGIN SOLUTION
    return w.transpose(2, 3, 1, 0).copy()
    ### END SOLUTION
    raise NotImplementedError()


# %% check="filters_last" points=1
checks.check_filters_last(filters_last)

# %% [markdown]
# ## Part 4: a block out of every image (2 points)
#
# One slice can cut the same block out of all images at once.
# Write `crop_center`: the middle of every image, in the size that is asked for.
# When an odd number of rows or columns is left over, the extra one is left over after the block.
#
# For example, the middle 2 of 5 rows are rows 1 and 2: one row is left over above them, and two below.


# %% answer="crop_center"
def crop_center(x, size):
    """Cut the middle out of every image.

    x: (N, H, W, C), any dtype.
    size: (height, width) of the block, neither larger than the image.
    Returns a new array (N, height, width, C), in the dtype of x.
    """
    ### BEGIN SOLUTION
    height, width = size
    top = (x.shape[1] - height) // 2
    left = (x.shape[2] - width) // 2
    return x[:, top : top + height, left : left + width].copy()
    ### END SOLUTION
    raise NotImplementedError()


# %% check="crop_center" points=2
checks.check_crop_center(crop_center)

# %% [markdown]
# Above, four garments and the frame of the block; below, your blocks.

# %%
visualize.when_written(
    lambda: visualize.show_images(
        [*batch[:4], *crop_center(batch[:4], (14, 10))], windows=[(7, 5, 14, 10)] * 4
    )
)

# %% [markdown]
# ## Part 5: which shapes go together? (1 point)
#
# NumPy adds and multiplies arrays of different shapes, if they fit; that is called **broadcasting**.
# Write the two shapes below each other, so that the last axes stand in one column.
# Missing sizes on the left count as 1.
# Two sizes fit if they are equal, or if one of them is 1; what has the size 1 is then repeated.
#
# ```
# a      (7, 2, 9)
# b         (2, 1)      fits: each number of b is repeated 9 times, and all of b 7 times
# c         (7, 2)      does not fit: 2 stands below 9, and 7 below 2
# ```
#
# Let `x` be a batch of shape (6, 5, 4, 3).
# For which of these shapes can an array be added to it?
# Write True or False, before you try it.

# %% answer="fits"
fits = {
    "(3,)": ...,
    "(4,)": ...,
    "(4, 1)": ...,
    "(5, 4)": ...,
    "(5, 1, 1)": ...,
    "(6,)": ...,
    "(6, 3)": ...,
    "(6, 1, 1, 3)": ...,
}
### BEGIN SOLUTION
fits = {
    "(3,)": True,
    "(4,)": False,
    "(4, 1)": True,
    "(5, 4)": False,
    "(5, 1, 1)": True,
    "(6,)": False,
    "(6, 3)": False,
    "(6, 1, 1, 3)": True,
}
### END SOLUTION

# %% check="fits" points=1
checks.check_fits(fits)

# %% [markdown]
# ## Part 6: a number for each channel (4 points)
#
# With the channels last, an array of shape (C,) fits a whole batch as it is: each of its numbers belongs to one channel.
#
# First write `to_grey`: weight every channel by its share, and add the channels up.
# The answer is still a batch, now with one channel; `np.sum` keeps an axis that it adds up, with the size 1, if you say `keepdims=True`.
#
# For example, the pixel (4, 2, 1) with the shares (0.5, 0.25, 2) becomes 2 + 0.5 + 2 = 4.5.


# %% answer="to_grey"
def to_grey(x, shares):
    """Add up the channels of every pixel, each weighted by its share.

    x: (N, H, W, C), float32 or float64.
    shares: (C,), the same dtype; they need not add up to 1.
    Returns (N, H, W, 1), in the dtype of x.
    """
    ### BEGIN SOLUTION
    return np.sum(x * shares, axis=3, keepdims=True)
    ### END SOLUTION
    raise NotImplementedError()


# %% check="to_grey" points=2
checks.check_to_grey(to_grey)

# %% [markdown]
# The eye takes green for brighter than red, and red for brighter than blue; these are the usual shares of the three.

# %%
shares = np.array([0.299, 0.587, 0.114], dtype=np.float32)
visualize.when_written(
    lambda: visualize.show_images([*batch[::3], *to_grey(batch[::3], shares)])
)

# %% [markdown]
# Networks learn more easily when the numbers of all channels are of about the same size.
# So before training, each channel is brought to mean 0 and standard deviation 1: subtract its mean, then divide by its standard deviation.
# A channel has one mean for the whole batch, over all images, rows and columns.
#
# Write `normalize`.
# `np.mean` and `np.std` take several axes at once: with `axis=(0, 1)` they go over the first two.
# No channel is the same everywhere: no standard deviation is 0, and nothing has to be added to it.


# %% answer="normalize"
def normalize(x):
    """Bring every channel of a batch to mean 0 and standard deviation 1.

    x: (N, H, W, C), float32 or float64.
    Returns a new array of the same shape, in the dtype of x.
    Example: a channel of only two numbers, 3 and 7, has mean 5 and standard deviation 2; it becomes −1 and 1.
    """
    ### BEGIN SOLUTION
    mean = x.mean(axis=(0, 1, 2))
    deviation = x.std(axis=(0, 1, 2))
    return (x - mean) / deviation
    ### END SOLUTION
    raise NotImplementedError()


# %% check="normalize" points=2
checks.check_normalize(normalize)

# %% [markdown]
# The red, green and blue channel of the last garment: above as they were, below normalized.
# White is zero, orange is positive, blue is negative.

# %%
visualize.when_written(
    lambda: visualize.show_images(
        [*np.moveaxis(batch[-1], 2, 0), *np.moveaxis(normalize(batch)[-1], 2, 0)],
        columns=3,
        signed=True,
    )
)

# %% [markdown]
# ## Part 7: a batch through a convolution (4 points)
#
# In assignment 2 you went from window to window.
# Here you go the other way round: take one place (u, v) of the kernel, and ask which pixels its weights meet.
# In every image they meet a block as large as the answer, OH by OW, that begins in row u and column v.
#
# For example, a kernel of 2 by 3 on images of 5 by 7 has an answer of 4 by 5.
# The weights in row 1 and column 2 of the kernel meet rows 1 to 4 and columns 2 to 6.
#
# So there are only KH · KW blocks, and each is one slice of the whole batch.
# The block has the shape (N, OH, OW, C), and the weights at (u, v) have the shape (C, F).
# Written below each other they do not fit; with one more axis of size 1 they do: `block[..., np.newaxis]` is (N, OH, OW, C, 1).
# Which shape has the product of the two, and along which of its axes must it be added up?
#
# Write `conv2d`, with stride 1 and no padding.
# Loop over the places of the kernel only: not over images, pixels, channels or filters.
# The check sees only the numbers, so that is for you to see to.


# %% answer="conv2d"
def conv2d(x, w, b):
    """Convolve every image by every filter, and add each filter's bias.

    x: images (N, H, W, C), float32 or float64.
    w: filters (KH, KW, C, F); b: one bias for each filter (F,); both in the dtype of x.
    Returns (N, H - KH + 1, W - KW + 1, F), in the dtype of x.
    Example: an x of ones (2, 4, 5, 3), a w of ones (3, 2, 3, 6) and a b of ones give 3 * 2 * 3 + 1 = 19 everywhere.
    """
    ### BEGIN SOLUTION
    kh, kw, _, f = w.shape
    oh, ow = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    y = np.zeros((len(x), oh, ow, f), dtype=x.dtype)
    for u in range(kh):
        for v in range(kw):
            block = x[:, u : u + oh, v : v + ow, :, np.newaxis]  # (N, OH, OW, C, 1)
            y += np.sum(block * w[u, v], axis=3)
    return y + b
    ### END SOLUTION
    raise NotImplementedError()


# %% check="conv2d" points=4
checks.check_conv2d(conv2d)

# %% [markdown]
# Now all of it: the images and four edge filters come with their channels first, and your functions bring them into order and convolve them.
# You see what each filter answers to two of the garments.

# %%
edges = np.stack([edge.kernel for edge in filters.ONE_SIDED_EDGES])  # (F, KH, KW)
theirs = edges[:, np.newaxis] * shares[:, np.newaxis, np.newaxis]  # (F, C, KH, KW)


def maps_of(images):
    """Return the four maps of each image."""
    y = conv2d(to_nhwc(images), filters_last(theirs), np.zeros(4, dtype=np.float32))
    return [y[n, :, :, f] for n in range(len(images)) for f in range(4)]


visualize.when_written(lambda: visualize.show_images(maps_of(planes[:2]), signed=True))

# %% [markdown]
# ## Part 8: in your own words (2 points)
#
# A colleague turns images of shape (N, 3, 28, 28) into (N, 28, 28, 3) by `x.reshape(N, 28, 28, 3)`.
# There is no error, and the network trains, badly.
# What does `reshape` do with the numbers, and what then stands in the three channels of one pixel?
# Describe a test with a small array that would have found the mistake, and say what must be true of the array's sizes and numbers.

# %% [markdown] essay="reshape" points=2
# `reshape` leaves the numbers in memory in the order in which they are, and cuts this row into pieces of another size.
# In (N, 3, 28, 28) the numbers of one channel lie side by side, so the three channels of a pixel become three neighbours in a row of the red image, and the first third of the new image is made of red numbers only.
# A test: an array of sizes that are all different, (2, 3, 4, 5) for example, whose numbers are all different too, such as np.arange gives them.
# After the move the number at [n, c, i, j] must stand at [n, i, j, c], for every place, or for one that is not at the beginning.
#
# Rubric: 1 point for the order in memory that stays, so that neighbouring pixels of one channel are taken for channels; 1 point for a test that compares numbers at their places, with different numbers, and sizes that are different.

# %% [markdown]
# ## If you want to go on (no points)
#
# Write `conv2d_nchw` for channels first: x (N, C, H, W), w (F, C, KH, KW), and an answer (N, F, OH, OW), without moving the axes of x or w.
# Where must a new axis stand now, and which shape must the bias have?
# Compare it with your `conv2d` between two moves of the axes.


# %% answer="further"
### BEGIN SOLUTION
def conv2d_nchw(x, w, b):
    f, _, kh, kw = w.shape
    oh, ow = x.shape[2] - kh + 1, x.shape[3] - kw + 1
    y = np.zeros((len(x), f, oh, ow), dtype=x.dtype)
    for u in range(kh):
        for v in range(kw):
            block = x[:, np.newaxis, :, u : u + oh, v : v + ow]  # (N, 1, C, OH, OW)
            here = w[:, :, u, v, np.newaxis, np.newaxis]  # (F, C, 1, 1)
            y += np.sum(block * here, axis=2)
    return y + b[:, np.newaxis, np.newaxis]


biases = np.arange(4, dtype=np.float32)
first = conv2d_nchw(planes, theirs, biases)
last = conv2d(to_nhwc(planes), filters_last(theirs), biases)
print("the same:", np.allclose(to_nhwc(first), last, atol=1e-5))
### END SOLUTION
