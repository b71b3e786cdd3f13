# %% [markdown]
# # Assignment 7: layers, forwards and backwards
#
# You will write three layers as classes: dense, convolution and max pooling.
# Each of them goes forwards, and backwards with the gradient.
# Then you will write the test that proves a gradient, and put your own layers to it.
#
# - **Read first**: chapters 7 and 8 of the book; each part says again what it needs.
# - **Time**: about 90 minutes.
# - **Graded**: 20 points: 18 by the checks, 2 by a person.
# - Write your code in the place of `raise NotImplementedError()`, and your numbers in the place of `...`.
#   The cells with tasks and checks are locked; you may add cells of your own.
# - Under each part is a check.
#   Run it as often as you like.
#   For functions and classes, your teacher runs the same checks on other numbers.
# - **When it is graded**, a call of your function may take 20 seconds, a cell 60, and the whole notebook 10 minutes; the solution needs about two seconds in all.
# - Use NumPy only, and `im2col` and `col2im` of the course.
#   Images are (N, H, W, C), filters (KH, KW, C, F), and a pair is always (height, width).
#   All arrays of one layer have one dtype, float32 or float64, and so have its results.

# %%
import numpy as np

from cnn_course import datasets, visualize
from cnn_course.checks import layers as checks
from cnn_course.im2col import col2im, im2col

# %% [markdown]
# ## Part 1: predict (2 points)
#
# To train a network, one asks of every number in it: if this number were a little larger, how much larger would the loss be?
# The answer is the **gradient** of that number.
#
# Forwards, a layer turns its input x into y.
# Backwards, it is handed `dy`: for each number of y its gradient, which the layer after it has worked out.
# From `dy` the layer works out three things: `dw` for its weights, `db` for its biases, and `dx` for its input.
# `dx` is the `dy` of the layer before.
#
# One rule gives all three.
# A number takes part in some of the outputs, and in each of these it is multiplied by a factor.
# Its gradient is a sum over these outputs: factor times gradient of the output, all added up.
#
# - For a weight, the factor is the pixel under it.
# - For a bias, the factor is 1.
# - For a pixel, the factor is the weight that lies on it.
#
# For example, a row of pixels 5 1 4 and a kernel 2 3 make two outputs: 2 × 5 + 3 × 1 = 13 and 2 × 1 + 3 × 4 = 14.
# Let `dy` be 10 and 1.
#
# - The weight 2 lay on 5 and then on 1, so its gradient is 10 × 5 + 1 × 1 = 51.
# - A bias would take part in both outputs, so its gradient is 10 + 1 = 11.
# - The pixel in the middle lay under the 3 and then under the 2, so its gradient is 10 × 3 + 1 × 2 = 32.
#
# Below are an image of 3 by 3 pixels, a kernel of 2 by 2, and `dy` for the four outputs of a convolution with stride 1 and without padding.
# Rows and columns are counted from 0.
# Work out by hand, before you write any code:
#
# - `dw_01`: the gradient of the weight in row 0, column 1 of the kernel
# - `db`: the gradient of the bias
# - `dx_00`: the gradient of the pixel in row 0, column 0, the corner
# - `dx_11`: the gradient of the pixel in the middle

# %%
visualize.show_numbers(checks.IMAGE, checks.KERNEL, checks.DY)

# %% answer="by_hand"
dw_01 = ...
db = ...
dx_00 = ...
dx_11 = ...
### BEGIN SOLUTION
dw_01 = 2 * 5 + 1 * 1 - 1 * 1 + 5 * 1
db = 2 + 1 - 1 + 5
dx_00 = 2 * -2
dx_11 = 2 * 1 + 1 * 3 - 1 * 2 + 5 * -2
### END SOLUTION

# %% check="by_hand" points=2
checks.check_by_hand(dw_01, db, dx_00, dx_11)

# %% [markdown]
# ## Part 2: a layer is a class (3 points)
#
# The next cell holds a whole layer, to read and to copy from.
# `Pairs` adds every number to its right neighbour, raises the sums to the third power, and multiplies them by one weight, `a`.
# (The dots in `x[..., 1:]` stand for all axes before the last one.)
#
# - `__init__` keeps what belongs to the layer: its weights and settings.
# - `forward` returns y, and keeps in `self` what the way back will need.
# - `backward` keeps the gradients of the weights in `self`, each under its own name, and returns dx.
#
# `layer = Pairs(0.5)` makes a layer, `layer.forward(x)` goes forwards, `layer.backward(dy)` goes backwards, and then `layer.da` is the gradient of its weight.
#
# For example, with a = 0.5 the row 1 2 0 has the sums 3 and 2, and y is 13.5 4.
# With `dy` = 1 10, da is 27 + 80 = 107, and dx is 13.5 73.5 60.
#
# Find the rule of Part 1 in it.
# The 2 in the middle belongs to two pairs, so it takes part in two outputs, and its gradient is 13.5 + 60.
# That is why two lines write into `dx`, and why both of them **add**.
# (Where a sum s is raised to the third power, its factor is the slope of s³, which is 3 × s².)
#
# A layer is used again and again, on batches of other sizes.
# What it keeps belongs to the last call of `forward`, and each call of `backward` sets the gradients anew.
# It belongs to this one layer too: a network has several layers of a class, so keep in `self` what the way back will need, not in the class or under a global name.
# The checks try both: they show each layer one image, or one row, and then the whole batch, and they use another layer of the class in between.
#
# Going backwards, a layer does not train: no weight is changed.
# And nothing is divided by the size of the batch: if the loss is a mean, its division is already in `dy`.


# %%
class Pairs:
    """The sums of neighbours, to the third power, times a weight a: (..., D) becomes (..., D - 1)."""

    def __init__(self, a):
        self.a = a

    def forward(self, x):
        self.sums = x[..., :-1] + x[..., 1:]
        return self.a * self.sums**3

    def backward(self, dy):
        self.da = np.sum(dy * self.sums**3)
        dsums = dy * self.a * 3 * self.sums**2
        dx = np.zeros((*dy.shape[:-1], dy.shape[-1] + 1), dtype=dy.dtype)
        dx[..., :-1] += dsums
        dx[..., 1:] += dsums
        return dx


# %% [markdown]
# Now write `Dense`, in which every output sees every input: y = x @ w + b.
#
# Apply the rule to it.
# The weight `w[c, f]` takes part in one output of each row of the batch, and its factor there is the row's `x[n, c]`.
# The input `x[n, c]` takes part in all F outputs of its row.
# The sums that follow from this are matrix products too; the shapes tell you which axis goes where.
#
# For example, with x = [[1, 2]], w = [[3, 0], [1, 4]] and b = [10, 20], y is [[15, 28]].
# With dy = [[1, 2]], dw is [[1, 2], [2, 4]], db is [1, 2], and dx is [[3, 9]].


# %% answer="dense"
class Dense:
    """Every output sees every input.

    w: weights (C, F).
    b: one bias for each output (F,).
    """

    def __init__(self, w, b):
        self.w, self.b = w, b

    def forward(self, x):
        """Return y = x @ w + b, (N, F), for x (N, C), and keep what backward needs."""
        ### BEGIN SOLUTION
        self.x = x
        return x @ self.w + self.b
        ### END SOLUTION
        raise NotImplementedError()

    def backward(self, dy):
        """Set self.dw (C, F) and self.db (F,), and return dx (N, C), for dy (N, F)."""
        ### BEGIN SOLUTION
        self.dw = self.x.T @ dy
        self.db = dy.sum(axis=0)
        return dy @ self.w.T
        ### END SOLUTION
        raise NotImplementedError()


# %% check="dense" points=3
checks.check_dense(Dense)

# %% [markdown]
# ## Part 3: a convolution layer, forwards (2 points)
#
# `im2col(x, kernel, stride, padding)` copies every window of the images into a row of a matrix (N × OH × OW, KH × KW × C): the windows in reading order, image by image, and in each row the window's pixels in reading order, with the channels of a pixel together.
# `kernel` is the pair (KH, KW).
# Assignment 6 builds it; here it is given.
#
# Once the windows are rows, a convolution layer **is** a dense layer: every filter sees all the numbers of a row.
# What is left to do is to bring arrays into the right shapes.
#
# - The filters (KH, KW, C, F) must become a matrix with a column for each filter, its numbers in the order of the rows above.
# - The product has a row for each window; y must be (N, OH, OW, F).
#
# `reshape` reads and writes numbers in one fixed order, the last axis fastest, and moves nothing.
# Before each `reshape`, ask in which order the numbers lie.
#
# The next cell shows an image of 2 by 3 pixels, and as rows its two windows of 2 by 2.

# %%
small = np.arange(1, 7, dtype=np.float32).reshape(2, 3)
visualize.show_numbers(small, im2col(small[np.newaxis, :, :, np.newaxis], (2, 2)))

# %% [markdown]
# Write `forward` of `Conv2D`; leave `backward` for the next part.


# %% answer="conv"
class Conv2D:
    """Convolve images by filters and add the biases.

    w: filters (KH, KW, C, F).
    b: one bias for each filter (F,).
    stride, padding: pairs (height, width); the padding is zeros on each side.
    """

    def __init__(self, w, b, stride, padding):
        self.w, self.b = w, b
        self.stride, self.padding = stride, padding

    def forward(self, x):
        """Return y (N, OH, OW, F) for x (N, H, W, C), and keep what backward needs.

        For example, the row 5 1 4 and the filter 2 3 with a bias of 1, a stride of 1 and a padding
        of (0, 1) make the row 16 14 15 9.
        """
        ### BEGIN SOLUTION
        (kh, kw, _, f), (sh, sw), (ph, pw) = self.w.shape, self.stride, self.padding
        self.x_shape = x.shape
        self.columns = im2col(x, (kh, kw), self.stride, self.padding)
        oh = (x.shape[1] + 2 * ph - kh) // sh + 1
        ow = (x.shape[2] + 2 * pw - kw) // sw + 1
        y = self.columns @ self.w.reshape(-1, f) + self.b
        return y.reshape(len(x), oh, ow, f)
        ### END SOLUTION
        raise NotImplementedError()

    def backward(self, dy):
        """Set self.dw (KH, KW, C, F) and self.db (F,), and return dx (N, H, W, C), for dy (N, OH, OW, F)."""
        ### BEGIN SOLUTION
        kh, kw, _, f = self.w.shape
        rows = dy.reshape(-1, f)
        self.dw = (self.columns.T @ rows).reshape(self.w.shape)
        self.db = rows.sum(axis=0)
        dcolumns = rows @ self.w.reshape(-1, f).T
        return col2im(dcolumns, self.x_shape, (kh, kw), self.stride, self.padding)
        ### END SOLUTION
        raise NotImplementedError()


# %% check="conv_forward" points=2
checks.check_conv_forward(Conv2D)

# %% [markdown]
# ## Part 4: a convolution layer, backwards (4 points)
#
# Go back to the class above and write its `backward`, in two steps with a check for each.
# After each change run its cell again, and then the check.
#
# **The weights and the biases.**
# A weight lies on one pixel of each window, and there are N × OH × OW windows.
# So its gradient is a sum over all images and all places, and the same holds for a bias.
# On the rows of `im2col` it is the sum that you know from `Dense`.
# `self.dw` and `self.db` have the shapes of w and b.
#
# For this check, it does not matter what `backward` returns.

# %% check="conv_weights" points=2
checks.check_conv_weights(Conv2D)

# %% [markdown]
# **The input.**
# `Dense` gives a gradient for every number of the matrix that `im2col` made.
# But a pixel that lies in four windows stands in four rows of it, and its gradient is the sum of all four.
# `col2im(columns, x_shape, kernel, stride, padding)` takes every number of such a matrix back to the pixel that it came from, adds up what meets there, and cuts the padding off.
#
# Let `backward` return dx.

# %% check="conv_input" points=2
checks.check_conv_input(Conv2D)

# %% [markdown]
# Before you run the next cell, predict what it shows: the gradient of an image of 4 by 4 pixels, for one filter of 3 by 3 ones and a `dy` of 2 by 2 ones.
# You have counted these numbers in assignment 3.


# %%
def gradient_of_ones():
    """Return dx for one image of 4 by 4 pixels, a kernel of ones and a dy of ones."""
    ones = np.ones((3, 3, 1, 1), dtype=np.float32)
    layer = Conv2D(ones, np.zeros(1, dtype=np.float32), (1, 1), (0, 0))
    layer.forward(np.zeros((1, 4, 4, 1), dtype=np.float32))
    return layer.backward(np.ones((1, 2, 2, 1), dtype=np.float32))[0, :, :, 0]


visualize.when_written(lambda: visualize.show_numbers(gradient_of_ones()))

# %% [markdown]
# ## Part 5: max pooling, forwards (2 points)
#
# Max pooling keeps the largest number of each window, in each channel by itself.
# There is no padding, and a window that does not fit entirely is left out.
# With a stride smaller than the window, neighbouring windows share pixels.
#
# Write `forward` of `MaxPool2D`; leave `backward` for the next part.


# %% answer="pool"
class MaxPool2D:
    """Keep the largest number of each window; window and stride are pairs (height, width)."""

    def __init__(self, window, stride):
        self.window, self.stride = window, stride

    def forward(self, x):
        """Return y (N, OH, OW, C) for x (N, H, W, C), and keep what backward needs.

        For example, the image 1 5 5 / 2 0 3 with a window of 2 by 2 and a stride of 1 becomes 5 5.
        """
        ### BEGIN SOLUTION
        (kh, kw), (sh, sw) = self.window, self.stride
        oh, ow = (x.shape[1] - kh) // sh + 1, (x.shape[2] - kw) // sw + 1
        self.x = x
        y = np.zeros((len(x), oh, ow, x.shape[3]), dtype=x.dtype)
        for i in range(oh):
            for j in range(ow):
                pixels = x[:, i * sh : i * sh + kh, j * sw : j * sw + kw]
                y[:, i, j] = pixels.max(axis=(1, 2))
        return y
        ### END SOLUTION
        raise NotImplementedError()

    def backward(self, dy):
        """Return dx (N, H, W, C) for dy (N, OH, OW, C)."""
        ### BEGIN SOLUTION
        (kh, kw), (sh, sw) = self.window, self.stride
        dx = np.zeros(self.x.shape, dtype=self.x.dtype)
        for n, i, j, c in np.ndindex(dy.shape):
            pixels = self.x[n, i * sh : i * sh + kh, j * sw : j * sw + kw, c]
            u, v = np.unravel_index(pixels.argmax(), pixels.shape)
            dx[n, i * sh + u, j * sw + v, c] += dy[n, i, j, c]
        return dx
        ### END SOLUTION
        raise NotImplementedError()


# %% check="pool_forward" points=2
checks.check_pool_forward(MaxPool2D)

# %% [markdown]
# ## Part 6: max pooling, backwards (3 points)
#
# Which pixels take part in an output of max pooling?
# Only the largest of its window: y **is** that pixel, so its factor is 1.
# If another pixel of the window grew a little, y would stay as it is, so the factor of that pixel is 0.
#
# So each number of `dy` goes to the pixel that won its window.
#
# - Where windows overlap, a pixel can win several times; then what it receives is added up.
# - If several pixels of a window are equally large, all of it goes to the first of them in reading order: row by row, and in a row from left to right.
#
# For example, take the image 1 5 5 / 2 0 3, a window of 2 by 2, a stride of 1, and `dy` = 10 1.
# The left window holds 1 5 / 2 0, and its largest is the 5 in the middle column.
# The right window holds 5 5 / 0 3, and the first of its two largest is the same pixel.
# So dx is 0 11 0 / 0 0 0.
#
# `argmax` of an array finds the first of its largest numbers; `np.unravel_index` turns the place that it returns into a row and a column.
#
# Go back to the class above and write its `backward`.

# %% check="pool_backward" points=3
checks.check_pool_backward(MaxPool2D)

# %% [markdown]
# Now look where a gradient goes: a garment, the same after pooling with a window of 5 and a stride of 3, and dx for a `dy` of ones.
# The brighter a pixel on the right, the more windows it has won.
# In the black background all pixels of a window are equal: why do the winners there form a grid?


# %%
def winners():
    """Return a garment, the garment pooled, and which pixels received a gradient."""
    garment = datasets.scale(datasets.load("fashion_mnist").x_train[:1])
    layer = MaxPool2D((5, 5), (3, 3))
    pooled = layer.forward(garment)
    received = layer.backward(np.ones_like(pooled))
    return [garment[0], pooled[0], received[0] / received.max()]


visualize.when_written(lambda: visualize.show_images(winners(), columns=3))

# %% [markdown]
# ## Part 7: the test that proves a gradient (2 points)
#
# A wrong `backward` does not stop a program.
# The network learns a little worse, and nobody knows why.
# But there is a test that needs no formula: change a number a little, and see what the loss does.
#
# Take as the loss L the sum of `layer.forward(x) * dy`.
# Its gradient for each number of y is the number of `dy` in the same place, so its gradient for x is what `backward(dy)` must return.
#
# To measure the gradient of one number of x, make it larger by eps, make it smaller by eps, and leave all the others as they are:
#
# gradient = (L with the larger number − L with the smaller number) / (2 × eps)
#
# Why to both sides?
# Take L = x³ at x = 2, whose gradient is 12, and eps = 0.1.
# To both sides it is (9.261 − 6.859) / 0.2 = 12.01; to one side only it would be (9.261 − 8) / 0.1 = 12.61.
#
# Write `numerical_dx` for any layer and an x with any number of axes.
# It must not use `backward`, or it would prove nothing.
# The check hands it the layer `pairs`, so leave the first line as it is.


# %% answer="numerical_dx"
pairs = Pairs(0.5)


def numerical_dx(layer, x, dy, eps):
    """Measure the gradient of sum(layer.forward(x) * dy) for each number of x.

    x: float64, any number of axes; dy: shaped like layer.forward(x); eps: how far to each side.
    Returns an array shaped like x, in its dtype; x itself is left as it is.
    """
    ### BEGIN SOLUTION
    moved, gradient = x.copy(), np.zeros_like(x)
    for place in np.ndindex(x.shape):
        moved[place] = x[place] + eps
        above = np.sum(layer.forward(moved) * dy)
        moved[place] = x[place] - eps
        below = np.sum(layer.forward(moved) * dy)
        moved[place] = x[place]
        gradient[place] = (above - below) / (2 * eps)
    return gradient
    ### END SOLUTION
    raise NotImplementedError()


# %% check="numerical_dx" points=2
checks.check_numerical_dx(numerical_dx, pairs)

# %% [markdown]
# Now put your own layers to the test.
# For each of them the next cell prints the largest difference between `backward` and the measured gradient, as a share of the largest gradient.
# In float64, less than 0.000001 (1e-06) means that they agree.
# The last line does the same for the convolution in float32.
# Predict what will happen to it before you run the cell.


# %%
def largest_error(layer, x, eps=1e-5):
    """Compare backward with the measured gradient, for a random dy."""
    y = layer.forward(x)
    dy = np.random.default_rng(1).normal(size=y.shape).astype(x.dtype)
    measured = numerical_dx(layer, x, dy, eps)
    layer.forward(x)  # what a layer keeps is now of a moved x
    returned = layer.backward(dy)
    return np.abs(returned - measured).max() / np.abs(measured).max()


def print_errors():
    """Print the largest error of each layer."""
    rng = np.random.default_rng(0)
    x, w, b = (rng.normal(size=shape) for shape in [(2, 6, 5, 3), (3, 2, 3, 4), 4])
    print(f"Dense      {largest_error(Dense(w[0, 0], b), x[0, 0]):.0e}")
    print(f"Conv2D     {largest_error(Conv2D(w, b, (2, 1), (1, 0)), x):.0e}")
    print(f"MaxPool2D  {largest_error(MaxPool2D((3, 2), (2, 1)), x):.0e}")
    x, w, b = (array.astype(np.float32) for array in (x, w, b))
    print(f"float32    {largest_error(Conv2D(w, b, (2, 1), (1, 0)), x):.0e}")


visualize.when_written(print_errors)

# %% [markdown]
# ## Part 8: in your own words (2 points)
#
# A friend has written `MaxPool2D` with `=` in the place of `+=` in `backward`.
# With a window of 2 by 2 and a stride of 2 it passes every test; with a window of 3 by 3 and a stride of 2 it does not.
# Explain both.
#
# Then her test prints the **mean** error of ten thousand gradients, in **float32** with eps = 0.00001.
# Why is the largest error the better number, and why is float64 needed?

# %% [markdown] essay="proof" points=2
# With window and stride 2 no two windows share a pixel, so each pixel receives at most one number, and `=` does the same as `+=`.
# With a window of 3 and a stride of 2 neighbouring windows share pixels, and a pixel that wins in several of them takes part in several outputs: its gradient is the sum, but `=` keeps only the last one.
#
# A few wrong gradients, at the border for instance, vanish in a mean over thousands of right ones; the largest error shows them.
# float32 has about seven digits, and the two losses differ only in the last of them or not at all, so their difference, divided by a small eps, is mostly rounding.
#
# Rubric: 1 point for both windows of the pooling (no shared pixels; a pixel that wins twice needs the sum); 1 point for a mean that hides a few wrong gradients, and for rounding in the difference of two nearly equal losses.

# %% [markdown]
# ## If you want to go on (no points)
#
# With `self.dw` a layer can learn.
# Let a `Conv2D` with a random kernel of 3 by 3 find the Sobel kernel from examples alone: images of random numbers as x, and as the wanted answers what the Sobel kernel makes of them.
#
# The loss is the mean of (y − wanted)², so `dy` is 2 × (y − wanted) / (how many numbers y has).
# Go forwards, go backwards, take a small step against the gradient, w ← w − rate × dw, and the same for b; repeat this a hundred times.
# Look at the kernel before and after.
#
# Then take garments in the place of random numbers, with a smaller rate.
# Why does it take so much longer, although the kernel is the same?

# %% answer="further"
### BEGIN SOLUTION
draw = np.random.default_rng(3)
x = draw.normal(size=(20, 12, 12, 1))
sobel = np.array([[1.0, 2, 1], [0, 0, 0], [-1, -2, -1]]).reshape(3, 3, 1, 1)
wanted = Conv2D(sobel, np.zeros(1), (1, 1), (0, 0)).forward(x)
start = draw.normal(size=(3, 3, 1, 1))
layer = Conv2D(start, np.zeros(1), (1, 1), (0, 0))
for _ in range(100):
    error = layer.forward(x) - wanted
    layer.backward(2 * error / error.size)
    layer.w = layer.w - 0.2 * layer.dw
    layer.b = layer.b - 0.2 * layer.db
# Neighbouring pixels of a garment are much alike: kernels with nearly the same answers differ widely.
visualize.show_numbers(start[:, :, 0, 0], layer.w[:, :, 0, 0].round(3), signed=True)
### END SOLUTION
