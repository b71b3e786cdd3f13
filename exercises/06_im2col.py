# %% [markdown]
# # Assignment 6: im2col
#
# You will write every window of a batch into a row of one matrix, convolve all images by one product of matrices, and bring the rows back to the pixels that they come from.
# Then you count what the matrix costs in memory.
#
# - **Read first**: chapters 4 and 7 of the book; each part says again what it needs.
# - **Time**: about 80 minutes.
# - **Graded**: 20 points: 18 by the checks, 2 by a person.
# - Write your code in the place of `raise NotImplementedError()`, and your numbers in the place of `...`.
#   The cells with tasks and checks are locked; you may add cells of your own.
# - Under each part is a check.
#   Run it as often as you like.
#   For functions, your teacher runs the same checks on other numbers.
# - **When it is graded**, a call of your function may take 20 seconds, a cell 60, and the whole notebook 10 minutes; the solution needs about three seconds in all.
# - Use NumPy only.
#   Channels come last: images (N, H, W, C), filters (KH, KW, C, F).
#   A window, a stride and a padding are always pairs (height, width).

# %%
import time

import numpy as np

from cnn_course import datasets, visualize
from cnn_course.checks import im2col as checks

# %% [markdown]
# ## Part 1: predict (2 points)
#
# *im2col* means "image to columns".
# It copies every window of the images into a row of one large matrix.
# (Some libraries make a column of each window, and the name is from there.)
# With the windows in rows, a convolution is one product of two matrices, and processors are very fast at that.
# The idea is by Chellapilla, Puri and Simard (2006), and the library Caffe (Jia and others, 2014) made it known.
#
# A row holds the numbers of one window, read as you read a text: from left to right, then the next row of the window.
# The rows of the matrix come in the same order: the window moves to the right first, then down.
#
# Below is an image of 3 by 4 pixels, and the first place of a window that is 2 high and 3 wide.
# The stride is 1, and there is no padding.
# Write the first and the second row of the matrix.
#
# Then think of a larger matrix.
# A batch of 10 colour images has the shape (10, 16, 20, 3).
# The window is 5 by 5, the stride 1, and the padding 2 on every side.
# A row holds all channels of its window.
# Predict `matrix_shape`, (rows, columns), and `times_as_many`: how many times as many numbers the matrix has as the batch.

# %%
visualize.show_numbers(checks.FIRST_IMAGE, windows=[(0, 0, 2, 3)])

# %% answer="predicted"
first_row = [..., ..., ..., ..., ..., ...]
second_row = [..., ..., ..., ..., ..., ...]
matrix_shape = [..., ...]
times_as_many = ...
### BEGIN SOLUTION
first_row = [7, 2, 9, 1, 8, 3]
second_row = [2, 9, 4, 8, 3, 6]
matrix_shape = [10 * 16 * 20, 5 * 5 * 3]
times_as_many = 5 * 5
### END SOLUTION

# %% check="predicted" points=2
checks.check_predicted(first_row, second_row, matrix_shape, times_as_many)

# %% [markdown]
# ## Part 2: every window becomes a row (4 points)
#
# Write `im2col`: surround the images by zeros, and copy each window into a row of its own.
#
# - The rows stand in the order (n, i, j): all places of the first image, row of places by row of places, then those of the second image.
# - The numbers in a row stand in the order (u, v, c): the window's rows from top to bottom, in each row its pixels from left to right, and for each pixel its channels.
#
# An example with two channels: the first holds 1 2 3 in its first row and 4 5 6 in its second, and each number of the other channel is ten times as large.
# A window of 2 by 2 has two places, one beside the other:
#
# | place | the row of the matrix |
# |---|---|
# | left | 1 10 2 20 4 40 5 50 |
# | right | 2 20 3 30 5 50 6 60 |
#
# The formula for the number of places along one axis is that of assignment 3; here it is given.


# %%
def output_size(n, k, stride, padding):
    """Return the number of places of a window of k in n pixels, with padding on each side."""
    return (n + 2 * padding - k) // stride + 1


# %% answer="im2col"
def im2col(x, kernel, stride, padding):
    """Copy every window of the images into a row.

    x: images (N, H, W, C), float32 or float64.
    kernel, stride, padding: pairs (height, width).
    Returns (N * OH * OW, KH * KW * C), in the dtype of x.

    For example, the image 1 2 3, 4 5 6 with one channel, a kernel of (2, 2), stride (1, 1)
    and padding (0, 0) give 1 2 4 5, 2 3 5 6.
    """
    ### BEGIN SOLUTION
    (kh, kw), (sh, sw), (ph, pw) = kernel, stride, padding
    framed = np.pad(x, ((0, 0), (ph, ph), (pw, pw), (0, 0)))
    rows = [
        image[i : i + kh, j : j + kw].ravel()
        for image in framed
        for i in range(0, framed.shape[1] - kh + 1, sh)
        for j in range(0, framed.shape[2] - kw + 1, sw)
    ]
    return np.array(rows)
    ### END SOLUTION
    raise NotImplementedError()


# %% check="im2col" points=4
checks.check_im2col(im2col)

# %% [markdown]
# A row of the matrix is a window.
# What is a column?
# It holds the same pixel of every window, and laid out as OH by OW it is an image again.
# Below are a garment and four columns for a window of 9 by 9: those of the window's four corners.
# Each is cut out at another place, as if the garment had been shifted.

# %%
garment = datasets.scale(datasets.load("fashion_mnist").x_train[:1])


def corners():
    """Return the garment, and the columns of the window's corners as images."""
    matrix = im2col(garment, (9, 9), (1, 1), (0, 0))
    columns = [matrix[:, k].reshape(20, 20) for k in (0, 8, 72, 80)]
    return [garment[0], *columns]


visualize.when_written(
    lambda: visualize.show_images(corners(), columns=5, windows=[(0, 0, 9, 9)])
)

# %% [markdown]
# ## Part 3: a convolution is one product (3 points)
#
# At each place a filter multiplies its KH × KW × C numbers by those of the window, and adds up.
# That is what a product of matrices does with a row and a column.
# For example, the window 1 2, 4 5 and the filter 1 0, 0 −1 give 1 · 1 + 2 · 0 + 4 · 0 − 5 · 1 = −4, and so do the row 1 2 4 5 and a column of 1 0 0 −1.
# So let the windows be the rows of the first matrix, and let each filter be a column of the second.
# The product then holds the answers of all filters at all places of all images, in a matrix of N × OH × OW rows and F columns.
#
# Write `conv2d` with `im2col`: make a matrix of the filters, multiply once, add the biases, and give the result its shape.
# A reshape changes how the numbers are counted, but it moves none of them.
# So watch the order of the numbers twice: a column must have the same order as a row of windows, and the rows of the product stand in the order (n, i, j).


# %% answer="conv2d"
def conv2d(x, w, b, stride, padding):
    """Convolve a batch by one product of matrices.

    x: images (N, H, W, C).
    w: filters (KH, KW, C, F), in the dtype of x.
    b: one bias for each filter (F,).
    stride, padding: pairs (height, width).
    Returns (N, OH, OW, F), in the dtype of x.

    For example, x of shape (2, 5, 6, 3), w of (3, 2, 3, 4), stride (2, 1) and padding (0, 0)
    make a matrix of (20, 18) times one of (18, 4), and give a result of (2, 2, 5, 4).
    """
    ### BEGIN SOLUTION
    kh, kw, c, f = w.shape
    windows = im2col(x, (kh, kw), stride, padding)
    answers = windows @ w.reshape(kh * kw * c, f) + b
    oh = output_size(x.shape[1], kh, stride[0], padding[0])
    ow = output_size(x.shape[2], kw, stride[1], padding[1])
    return answers.reshape(len(x), oh, ow, f)
    ### END SOLUTION
    raise NotImplementedError()


# %% check="conv2d" points=3
checks.check_conv2d(conv2d)

# %% [markdown]
# What is gained?
# Below, 73,728 sums are worked out twice from the same matrix: one window and one filter at a time, and by one product.
# Both multiply and add equally often.

# %%
digits = datasets.scale(datasets.load("mnist").x_train[:16])
filters = np.random.default_rng(0).normal(size=(25, 8)).astype(np.float32)


def one_by_one(windows, filters):
    """Return what windows @ filters is, by a loop over the windows and one over the filters."""
    return [[np.sum(window * column) for column in filters.T] for window in windows]


def compare():
    """Print how long both ways take."""
    windows = im2col(digits, (5, 5), (1, 1), (0, 0))
    for name, way in (("one by one ", one_by_one), ("one product", np.matmul)):
        start = time.perf_counter()
        way(windows, filters)
        print(f"{name}: {time.perf_counter() - start:.4f} seconds")


visualize.when_written(compare)

# %% [markdown]
# ## Part 4: the way back (4 points)
#
# A network learns from gradients: for each number, how much the loss grows when this number grows a little.
# When the network goes backwards through your product, it comes to a gradient for each number in the matrix of windows.
# It needs one for each pixel.
#
# A pixel that lies in several windows was copied into several rows.
# If it grows a little, all its copies grow, and each of them changes the loss.
# So the gradient of the pixel is the **sum** of the gradients of its copies.
#
# Write `col2im`: begin with zeros, add each row to the pixels that it was copied from, and cut off the padding at the end.
#
# An example: an image of one row with four pixels, and a window of 1 by 2, with stride 1.
# The matrix has the rows 1 2, 3 4 and 5 6.
# The second pixel lies in the first window and in the second one, so it receives 2 + 3, and the whole image is 1 5 9 6.


# %% answer="col2im"
def col2im(columns, x_shape, kernel, stride, padding):
    """Add every row of a matrix to the pixels that it was copied from.

    columns: (N * OH * OW, KH * KW * C), in the order that im2col makes.
    x_shape: the shape of the images, (N, H, W, C).
    kernel, stride, padding: pairs (height, width).
    Returns (N, H, W, C), in the dtype of the columns; a pixel that lies in no window is 0.

    For example, the rows 1 2, 3 4, 5 6 with x_shape (1, 1, 4, 1), kernel (1, 2), stride (1, 1)
    and padding (0, 0) give 1 5 9 6.
    """
    ### BEGIN SOLUTION
    (n, h, w, c), (kh, kw), (sh, sw), (ph, pw) = x_shape, kernel, stride, padding
    oh, ow = output_size(h, kh, sh, ph), output_size(w, kw, sw, pw)
    windows = columns.reshape(n, oh, ow, kh, kw, c)
    framed = np.zeros((n, h + 2 * ph, w + 2 * pw, c), dtype=columns.dtype)
    for i in range(oh):
        for j in range(ow):
            top, left = i * sh, j * sw
            framed[:, top : top + kh, left : left + kw] += windows[:, i, j]
    return framed[:, ph : ph + h, pw : pw + w]
    ### END SOLUTION
    raise NotImplementedError()


# %% check="col2im" points=4
checks.check_col2im(col2im)

# %% [markdown]
# Now go there and back with an image of ones.
# Every copy is 1, so `col2im` counts the copies of each pixel: the windows that it lies in.
# Below are the counts of 4 by 4 pixels for a window of 3 by 3, without padding and with a padding of 1.

# %%
ones = np.ones((1, 4, 4, 1), dtype=np.float32)


def there_and_back(padding):
    """Return how often each pixel is counted, (4, 4)."""
    window = (3, 3), (1, 1), padding
    return col2im(im2col(ones, *window), ones.shape, *window)[0, :, :, 0]


visualize.when_written(
    lambda: visualize.show_numbers(there_and_back((0, 0)), there_and_back((1, 1)))
)

# %% [markdown]
# ## Part 5: there and back again (2 points)
#
# You have seen that `col2im` does not undo `im2col`: a pixel that lies in four windows comes back four times as large.
# What would undo it?
#
# Write `undo_im2col`: give each pixel the **mean** of its copies.
# If all copies are equal, this is the image again.
# If somebody has changed the windows one by one, for example to clean each of noise, the copies of a pixel differ, and their mean is a good choice.
# A pixel without a copy becomes 0.
# You may use `im2col` and `col2im`.
#
# In the example of part 4 the second pixel has the copies 2 and 3, so it becomes 2.5.


# %% answer="undo_im2col"
def undo_im2col(columns, x_shape, kernel, stride, padding):
    """Return the images (N, H, W, C) in which each pixel is the mean of its copies.

    The arguments are those of col2im, and the result has the dtype of the columns.

    For example, the rows 1 2, 3 4, 5 6 with x_shape (1, 1, 4, 1), kernel (1, 2), stride (1, 1)
    and padding (0, 0) give 1 2.5 4.5 6.
    """
    ### BEGIN SOLUTION
    window = kernel, stride, padding
    copies = np.ones(x_shape, dtype=columns.dtype)
    counts = col2im(im2col(copies, *window), x_shape, *window)
    return col2im(columns, x_shape, *window) / np.maximum(counts, 1)
    ### END SOLUTION
    raise NotImplementedError()


# %% check="undo_im2col" points=2
checks.check_undo_im2col(undo_im2col)

# %% [markdown]
# ## Part 6: what it costs (3 points)
#
# The second convolution of the network VGG16 has an image of 224 by 224 with 64 channels before it.
# Its window is 3 by 3, its stride 1, and its padding 1.
# A number in float32 takes 4 bytes, and a megabyte is 1,000,000 bytes here.
#
# Predict, in whole megabytes, what these take:
#
# 1. the image
# 2. its matrix of windows
# 3. the matrix of a batch of 32 such images

# %% answer="megabytes"
megabytes = [..., ..., ...]
### BEGIN SOLUTION
in_bytes = np.array([1, 3 * 3, 32 * 3 * 3]) * 224 * 224 * 64 * 4
megabytes = np.round(in_bytes / 1_000_000)
### END SOLUTION

# %% check="megabytes" points=1
checks.check_megabytes(megabytes)

# %% [markdown]
# Now write a function for any layer.
# It must not make the matrix, which may be larger than your computer's memory: it works with the sizes only.


# %% answer="im2col_bytes"
def im2col_bytes(x_shape, kernel, stride, padding, itemsize):
    """Return how many bytes the matrix of im2col takes (an int).

    x_shape: the shape of the images, (N, H, W, C).
    kernel, stride, padding: pairs (height, width).
    itemsize: the bytes of one number, for example 4 for float32.

    For example, one image of 3 by 4 with one channel and a kernel of (2, 2), stride (1, 1) and
    padding (0, 0), in float32: 6 windows of 4 numbers with 4 bytes each are 96 bytes.
    """
    ### BEGIN SOLUTION
    (n, h, w, c), (kh, kw) = x_shape, kernel
    oh = output_size(h, kh, stride[0], padding[0])
    ow = output_size(w, kw, stride[1], padding[1])
    return n * oh * ow * kh * kw * c * itemsize
    ### END SOLUTION
    raise NotImplementedError()


# %% check="im2col_bytes" points=2
checks.check_im2col_bytes(im2col_bytes)

# %% [markdown]
# ## Part 7: in your own words (2 points)
#
# 1. Somebody writes `=` in the place of `+=` in `col2im`.
#    Their convolutions are right, but their network learns badly.
#    Say what a pixel that lies in nine windows does to the loss, and what is left of that with `=`.
#    With which strides would `=` do no harm?
# 2. With a window of 3 by 3 the matrix is about nine times as large as the images, and the product multiplies as often as loops do.
#    Why do people still make it, and when would you not?

# %% [markdown] essay="why_add" points=2
# A pixel that lies in nine windows has nine copies, and each of them changes another place of the output.
# If the pixel grows a little, the loss changes by the sum of these nine effects, so its gradient is the sum of nine gradients.
# With `=` only the one that was written last is left, and the layers before learn from a wrong gradient.
# If the stride is at least as large as the window, no windows overlap, each pixel has one copy at most, and `=` does the same.
#
# The matrix makes one large product of a convolution.
# Libraries and processors are built for it: many multiplications at a time, and each number that was fetched from memory is used many times.
# Loops in Python cost more for each window than the sums in it.
# So memory is paid for speed; where memory is short, or the batch large, one would unroll a part of the windows at a time, or not at all.
#
# Rubric: 1 point for the sum over all copies, of which `=` leaves one, harmless only where windows do not overlap; 1 point for the speed of one large product against its memory.

# %% [markdown]
# ## If you want to go on (no points)
#
# Max pooling needs windows too.
# Write `max_pool(x, size, stride)` with `im2col`: reshape the matrix so that each channel of a window can have its own maximum, and try it on garments with windows of 2 by 2 and of 4 by 4.
# Why would a padding of zeros be wrong for images with negative numbers?


# %% answer="further"
### BEGIN SOLUTION
def max_pool(x, size, stride):
    n, h, w, c = x.shape
    matrix = im2col(x, size, stride, (0, 0)).reshape(-1, size[0] * size[1], c)
    oh, ow = (
        output_size(h, size[0], stride[0], 0),
        output_size(w, size[1], stride[1], 0),
    )
    return matrix.max(axis=1).reshape(n, oh, ow, c)


garments = datasets.scale(datasets.load("fashion_mnist").x_train[:4])
pooled = [max_pool(garments, (k, k), (k, k)) for k in (2, 4)]
visualize.show_images([*garments, *pooled[0], *pooled[1]])
### END SOLUTION
