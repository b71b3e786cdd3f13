# %% [markdown]
# # Assignment 4: pooling
#
# You will pool by hand, write max, average, min and global pooling, and measure how much of a pooled image changes when the image moves.
#
# - **Read first**: chapters 4 and 6 of the book; each part says again what it needs.
# - **Time**: about 75 minutes.
# - **Graded**: 19 points: 17 by the checks, 2 by a person.
# - Write your code in the place of `raise NotImplementedError()`, and your answers in the place of `...`.
#   The cells with tasks and checks are locked; you may add cells of your own.
# - Under each part is a check.
#   Run it as often as you like.
#   For functions, your teacher runs the same checks on other numbers.
# - **When it is graded**, a call of your function may take 20 seconds, a cell 60, and the whole notebook 10 minutes; the solution needs about two seconds in all.
# - Use NumPy only.
#   Images are (N, H, W, C), float32 unless a task says otherwise, and a pair is always (height, width).

# %%
import numpy as np

from cnn_course import datasets, visualize
from cnn_course.checks import pooling as checks

# %% [markdown]
# ## Part 1: predict (3 points)
#
# Pooling lays a window on an image, as a convolution does, and keeps one number of each window.
# Max pooling keeps the largest number, average pooling the mean.
#
# Below is an image of 4 by 4 pixels.
# Pool it with a window of 2 by 2 and a stride of 2, so that each pixel lies in one window.
# Work out the four largest numbers and the four means with paper and pencil.

# %%
visualize.show_numbers(checks.BY_HAND_IMAGE)

# %% answer="by_hand"
largest = [[..., ...], [..., ...]]
means = [[..., ...], [..., ...]]
### BEGIN SOLUTION
largest = [[6, 5], [-1, 7]]
means = [[12 / 4, 8 / 4], [-16 / 4, 8 / 4]]
### END SOLUTION

# %% check="by_hand" points=1
checks.check_by_hand(largest, means)

# %% [markdown]
# A batch of 32 images has the shape (32, 28, 20, 8): 28 pixels high, 20 wide, with 8 channels.
# There is no padding, and a window that does not fit entirely is left out.
# Predict the shapes after pooling before you write any code:
#
# - `halved`: a window of 2 by 2, stride 2
# - `overlapping`: a window of 3 by 3, stride 2
# - `uneven`: a window 5 high and 3 wide, with a stride of 5 down and 3 across
# - `whole`: global pooling, which makes one number of each whole channel; write only the two axes that are left
#
# Then predict two numbers, `learned`:
#
# - how many numbers the pooling layer `halved` learns
# - how many weights a dense layer with 10 outputs needs that takes one image after `halved`, biases not counted

# %% answer="shapes"
halved = [..., ..., ..., ...]
overlapping = [..., ..., ..., ...]
uneven = [..., ..., ..., ...]
whole = [..., ...]
learned = [..., ...]
### BEGIN SOLUTION
halved = [32, 14, 10, 8]
overlapping = [32, 13, 9, 8]
uneven = [32, 5, 6, 8]
whole = [32, 8]
learned = [0, 14 * 10 * 8 * 10]
### END SOLUTION

# %% check="shapes" points=2
checks.check_shapes(halved, overlapping, uneven, whole, learned)

# %% [markdown]
# ## Part 2: max pooling (4 points)
#
# Write `max_pool`: move the window by the stride, and keep the largest number of each window.
# Each channel is pooled by itself, so as many channels come out as go in.
# Window and stride are two different things: with a window of 3 and a stride of 2, neighbouring windows share pixels.
# A window that does not fit entirely is left out, as in a convolution.
#
# Padding must never win.
# Take the row −4 −1 −3 with one pixel of padding on each side, a window of 2 and a stride of 2.
# The first window holds padding and −4, the second holds −1 and −3, and a third does not fit.
# The answer is −4 and −1.
# With zeros as padding the first number would be 0, which stands nowhere in the image.
# So the padding is minus infinity, `-np.inf`: every pixel is larger.
# In a network whose numbers are never negative, nobody would notice the zeros; that is why this mistake lives long.
#
# `np.pad` puts a frame around an array of any number of axes.
# It takes a pair (before, after) for each axis, and `constant_values` says what the frame is made of.


# %% answer="max_pool"
def max_pool(x, window, stride, padding):
    """Keep the largest number of each window, in each channel by itself.

    x: images (N, H, W, C), float32 or float64, of both signs.
    window, stride: pairs (height, width).
    padding: (rows above and below, columns left and right), smaller than the window.
    Returns (N, OH, OW, C), in the dtype of x.

    For example, the image 1 2 0 1 / 3 0 2 4 / 5 1 0 0 with a window of 2 by 3, a stride of 1
    and no padding becomes 3 4 / 5 4.
    """
    ### BEGIN SOLUTION
    (kh, kw), (sh, sw), (ph, pw) = window, stride, padding
    frame = ((0, 0), (ph, ph), (pw, pw), (0, 0))
    framed = np.pad(x, frame, constant_values=-np.inf)
    oh, ow = (framed.shape[1] - kh) // sh + 1, (framed.shape[2] - kw) // sw + 1
    y = np.zeros((len(x), oh, ow, x.shape[3]), dtype=x.dtype)
    for i in range(oh):
        for j in range(ow):
            pixels = framed[:, i * sh : i * sh + kh, j * sw : j * sw + kw]
            y[:, i, j] = pixels.max(axis=(1, 2))
    return y
    ### END SOLUTION
    raise NotImplementedError()


# %% check="max_pool" points=4
checks.check_max_pool(max_pool)

# %% [markdown]
# ## Part 3: average pooling (3 points)
#
# Write `average_pool`: the mean of each window.
#
# What is the mean of a window that lies on the padding?
# Two answers are in use: PyTorch counts the padding as zeros unless told otherwise, and Keras leaves it out.
# Leave it out: divide by the number of pixels that lie in the window.
#
# For example, take the row 4 8 6 with one pixel of padding on each side, a window of 2 and a stride of 2.
# The first window holds padding and 4, the second holds 8 and 6.
# The answer is 4 and 7.
# Counted as zero, the padding would make the first number 2, and every image darker at its border.


# %% answer="average_pool"
def average_pool(x, window, stride, padding):
    """Take the mean of the pixels in each window, padding left out, in each channel by itself.

    x, window, stride, padding: as in max_pool.
    Returns (N, OH, OW, C), in the dtype of x.
    """
    ### BEGIN SOLUTION
    (height, width), (kh, kw), (sh, sw), (ph, pw) = (
        x.shape[1:3],
        window,
        stride,
        padding,
    )
    oh, ow = (height + 2 * ph - kh) // sh + 1, (width + 2 * pw - kw) // sw + 1
    y = np.zeros((len(x), oh, ow, x.shape[3]), dtype=x.dtype)
    for i in range(oh):
        for j in range(ow):
            # Where the window begins in the image: before it, if that is negative.
            top, left = i * sh - ph, j * sw - pw
            inside = x[:, max(top, 0) : top + kh, max(left, 0) : left + kw]
            y[:, i, j] = inside.mean(axis=(1, 2))
    return y
    ### END SOLUTION
    raise NotImplementedError()


# %% check="average_pool" points=3
checks.check_average_pool(average_pool)

# %% [markdown]
# ## Part 4: min pooling (1 point)
#
# Write `min_pool`: the smallest number of each window.
# You need no new loop.
# What must be done to the images before `max_pool`, and to its answer, so that the smallest number is kept?
# Ask yourself too what becomes of the padding.


# %% answer="min_pool"
def min_pool(x, window, stride, padding):
    """Keep the smallest number of each window, in each channel by itself; padding never wins.

    x, window, stride, padding: as in max_pool.
    Returns (N, OH, OW, C), in the dtype of x.

    For example, the image 1 2 0 1 / 3 0 2 4 / 5 1 0 0 with a window of 2 by 2, a stride of 2
    and no padding becomes 0 0.
    """
    ### BEGIN SOLUTION
    return -max_pool(-x, window, stride, padding)
    ### END SOLUTION
    raise NotImplementedError()


# %% check="min_pool" points=1
checks.check_min_pool(min_pool)

# %% [markdown]
# Now look at what you have made: a garment, then the largest, the mean and the smallest numbers in windows of 4 by 4.
# Which pooling makes a bright garment larger, and which makes it smaller?
# What becomes of the dark print on the shirt?


# %%
def pooled_pictures(garments):
    """Return each garment and its three poolings."""
    pools = (max_pool, average_pool, min_pool)
    maps = [garments, *(pool(garments, (4, 4), (4, 4), (0, 0)) for pool in pools)]
    return [images[n] for n in range(len(garments)) for images in maps]


garments = datasets.scale(datasets.load("fashion_mnist").x_train[:100])
visualize.when_written(lambda: visualize.show_images(pooled_pictures(garments[:3])))

# %% [markdown]
# ## Part 5: global pooling (2 points)
#
# Global pooling takes the whole image as one window.
# Each channel of each image becomes one number, so (N, H, W, C) becomes (N, C).
# Many networks since Lin, Chen and Yan (2014) take such means near their end, in place of large dense layers: there is nothing to learn, and images of any size will do.
#
# Write it with the mean and with the maximum.


# %% answer="global_pools"
def global_average_pool(x):
    """Return the mean of each channel of each image: (N, H, W, C) becomes (N, C), in the dtype of x.

    For example, one image of 1 by 2 pixels with the three channels (1, 5, 0) and (3, 7, 2)
    becomes (2, 6, 1).
    """
    ### BEGIN SOLUTION
    return x.mean(axis=(1, 2))
    ### END SOLUTION
    raise NotImplementedError()


def global_max_pool(x):
    """Return the largest number of each channel of each image: (N, H, W, C) becomes (N, C), in the dtype of x."""
    ### BEGIN SOLUTION
    return x.max(axis=(1, 2))
    ### END SOLUTION
    raise NotImplementedError()


# %% check="global_average_pool" points=1
checks.check_global_average_pool(global_average_pool)

# %% check="global_max_pool" points=1
checks.check_global_max_pool(global_max_pool)

# %% [markdown]
# ## Part 6: does pooling undo a shift? (4 points)
#
# Many texts say that pooling makes a network invariant to shifts: the numbers stay as they are when the object moves a little.
# Measure it.
#
# It would flatter to count the numbers that stay equal: most of a picture is background, and background stays background.
# Measure how much changes instead, compared with how much there was:
#
# change = sum of |after − before| / sum of |before|
#
# For example, the row 0 0 1 1 0 0 1 1, pooled by its maximum with a window of 2 and a stride of 2, becomes 0 1 0 1.
# Moved by one pixel, the row is 0 0 0 1 1 0 0 1, and pooled it is 0 1 1 1.
# One of the four numbers has changed by 1, and before they added up to 2, so the change is 1/2.
#
# Write `change`: one number for each image of a batch.


# %% answer="change"
def change(before, after):
    """Measure how much two batches of maps differ, image by image.

    before, after: (N, OH, OW, C), float32 or float64, of both signs; no map of `before` is all zero.
    Returns sum |after - before| / sum |before| over all numbers of an image: (N,), in the dtype of before.
    """
    ### BEGIN SOLUTION
    moved = np.abs(after - before).sum(axis=(1, 2, 3))
    return moved / np.abs(before).sum(axis=(1, 2, 3))
    ### END SOLUTION
    raise NotImplementedError()


# %% check="change" points=2
checks.check_change(change)

# %% [markdown]
# Now measure it on 100 garments.
# The next cell moves them to the right by 1, 2, 3 and 4 pixels.
# It prints the mean change of the pixels themselves, after max pooling and after average pooling, both with a window of 2 by 2 and a stride of 2.
# Guess first: how much smaller is the change after pooling?


# %%
def move_right(images, pixels):
    """Move images (N, H, W, C) to the right; zeros come in from the left."""
    moved = np.zeros_like(images)
    moved[:, :, pixels:] = images[:, :, : images.shape[2] - pixels]
    return moved


def two_by_two(pool):
    """Return a function that pools with a window of 2 by 2 and a stride of 2."""
    return lambda x: pool(x, (2, 2), (2, 2), (0, 0))


def print_changes():
    """Print a line for each way to pool, with a column for each shift."""
    ways = {
        "the pixels": lambda x: x,
        "max pooling": two_by_two(max_pool),
        "average pooling": two_by_two(average_pool),
    }
    print(f"{'moved by pixels':16}", *(f"{pixels:6}" for pixels in (1, 2, 3, 4)))
    for name, pool in ways.items():
        shifts = [
            change(pool(garments), pool(move_right(garments, pixels))).mean()
            for pixels in (1, 2, 3, 4)
        ]
        print(f"{name:16}", *(f"{share:6.2f}" for share in shifts))


visualize.when_written(print_changes)

# %% [markdown]
# And look at one: a garment after max pooling, the same with a shift of 1 pixel before it, and the difference.
# Orange has become brighter, blue darker.

# %%
shoe = garments[:1]
visualize.when_written(
    lambda: visualize.show_images(
        [
            two_by_two(max_pool)(shoe)[0],
            two_by_two(max_pool)(move_right(shoe, 1))[0],
            (two_by_two(max_pool)(move_right(shoe, 1)) - two_by_two(max_pool)(shoe))[0],
        ],
        columns=3,
        signed=True,
    )
)

# %% [markdown]
# Then judge five claims, each by True or False.
# For the second and the third, experiment with `garments`, `move_right`, `max_pool` and `change` in a cell of your own.
#
# - `"undoes a shift of 1"`: after max pooling with 2 by 2 and stride 2, a garment that has moved by 1 pixel gives the same numbers as before.
# - `"a shift of 2 moves the map by 1"`: the pooled map of garments that have moved by 2 pixels is the old pooled map, moved by 1 place.
# - `"larger windows change less"`: for a shift of 1 pixel, a window and stride of 4 by 4 give a smaller mean change than 2 by 2.
# - `"average changes less than max"`: for these garments and a window of 2 by 2, the average changes less than the maximum.
# - `"global max tells where"`: from the numbers of global max pooling one can tell where in the image the garment stands.

# %% answer="claims"
claims = {
    "undoes a shift of 1": ...,
    "a shift of 2 moves the map by 1": ...,
    "larger windows change less": ...,
    "average changes less than max": ...,
    "global max tells where": ...,
}
### BEGIN SOLUTION
one, two = move_right(garments, 1), move_right(garments, 2)
halve, mean_of_four = two_by_two(max_pool), two_by_two(average_pool)
of_two = change(halve(garments), halve(one)).mean()
of_four = change(*(max_pool(x, (4, 4), (4, 4), (0, 0)) for x in (garments, one))).mean()
of_means = change(mean_of_four(garments), mean_of_four(one)).mean()
claims = {
    "undoes a shift of 1": np.allclose(of_two, 0),
    "a shift of 2 moves the map by 1": np.allclose(
        halve(two), move_right(halve(garments), 1)
    ),
    "larger windows change less": of_four < of_two,
    "average changes less than max": of_means < of_two,
    "global max tells where": False,
}
### END SOLUTION

# %% check="claims" points=2
checks.check_claims_on_shifts(claims)

# %% [markdown]
# ## Part 7: in your own words (2 points)
#
# Behind a convolution and its activation, a large number says: here is the pattern that this filter looks for.
# Why is the maximum of a window used more often than its mean?
# Take a window with the numbers 8 0 0 0 as an example.
# Then say what is lost when only the maximum is kept, and name a task for which this loss hurts.

# %% [markdown] essay="why_max" points=2
# The maximum says whether the pattern is anywhere in the window: 8 0 0 0 stays 8.
# The mean dilutes it: it is 2, the same as for four weak answers of 2, although the pattern was clearly there.
# Lost is where in the window the pattern stood, and the three other numbers with it, so nobody can tell one strong answer from four.
# That hurts where the place matters: when every pixel gets a label, or when an object is to be outlined.
#
# Rubric: 1 point for a strong answer that the maximum keeps and the mean dilutes, with the example; 1 point for the place within the window (or the other numbers) that is lost, with a task that needs it.

# %% [markdown]
# ## If you want to go on (no points)
#
# Max pooling with a stride of 2 does two things at once: it takes the maximum at every place, and it keeps only every second of them, down and across.
# Which ones it keeps depends on where the image happens to stand.
# Zhang ("Making Convolutional Networks Shift-Invariant Again", 2019) puts a blur between the two: first max pooling with a stride of 1, then a blur with a stride of 2.
# Build it of your two functions, with an average of 3 by 3 as the blur, and compare its change with that of `max_pool` alone.
# What does the blur cost?


# %% answer="further"
### BEGIN SOLUTION
def blurred_max_pool(x):
    every_place = max_pool(x, (2, 2), (1, 1), (0, 0))
    return average_pool(every_place, (3, 3), (2, 2), (1, 1))


for pool in (two_by_two(max_pool), blurred_max_pool):
    print(
        [change(pool(garments), pool(move_right(garments, p))).mean() for p in (1, 2)]
    )
visualize.show_images([two_by_two(max_pool)(shoe)[0], blurred_max_pool(shoe)[0]])
### END SOLUTION
