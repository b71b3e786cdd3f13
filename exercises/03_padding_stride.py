# %% [markdown]
# # Assignment 3: padding and stride
#
# You will predict sizes, write the formula for them, frame an image with zeros, keep its size with even windows too, count how often a pixel is seen, and put all of it into one convolution.
#
# - **Read first**: chapter 4 of the book.
# - **Time**: about 60 minutes.
# - **Graded**: 18 points: 16 by the checks, 2 by a person.
# - Write your code in the place of `raise NotImplementedError()`, and your numbers in the place of `...`.
#   The cells with tasks and checks are locked; you may add cells of your own.
# - Under each part is a check.
#   Run it as often as you like.
#   For functions, your teacher runs the same checks on other numbers.
# - **When it is graded**, a call of your function may take 20 seconds, a cell 60, and the whole notebook 10 minutes; the solution needs a second in all.
# - Use NumPy only.
#   A pair is always (height, width).

# %%
import numpy as np

from cnn_course import visualize
from cnn_course.checks import padding as checks

# %% [markdown]
# ## Part 1: predict (2 points)
#
# How many places does the window have along one axis?
# Predict all four before you write any code.
#
# 1. 28 pixels, window 3, stride 1, no padding
# 2. 28 pixels, window 5, stride 1, padding 2 on each side
# 3. 7 pixels, window 3, stride 2, no padding
# 4. 6 pixels, window 3, stride 2, no padding

# %% answer="sizes"
sizes = [..., ..., ..., ...]
### BEGIN SOLUTION
sizes = [26, 28, 3, 2]
### END SOLUTION

# %% check="sizes" points=2
checks.check_sizes(sizes)

# %% [markdown]
# ## Part 2: the formula (3 points)
#
# Write the formula for one axis as a function.
# A window that does not fit entirely is left out.


# %% answer="output_size"
def output_size(n, k, stride=1, padding=0):
    """Return the number of places (an int) of a window of k in n pixels, with padding on each side."""
    ### BEGIN SOLUTION
    return (n + 2 * padding - k) // stride + 1
    ### END SOLUTION
    raise NotImplementedError()


# %% check="output_size" points=3
checks.check_output_size(output_size)

# %% [markdown]
# ## Part 3: the frame of zeros (2 points)
#
# Write `pad`: make an array of zeros and put the image into its middle.


# %% answer="pad"
def pad(image, padding):
    """Surround an image (H, W) by zeros.

    padding: (rows above and below, columns left and right).
    Returns a new array (H + 2 * padding[0], W + 2 * padding[1]), in the dtype of the image.
    """
    ### BEGIN SOLUTION
    ph, pw = padding
    height, width = image.shape
    framed = np.zeros((height + 2 * ph, width + 2 * pw), dtype=image.dtype)
    framed[ph : ph + height, pw : pw + width] = image
    return framed
    ### END SOLUTION
    raise NotImplementedError()


# %% check="pad" points=2
checks.check_pad(pad)

# %% [markdown]
# ## Part 4: the same size, for even windows too (2 points)
#
# With stride 1, how many zeros are needed before and after so that the answer is as long as the image?
# When the number of zeros is odd, the extra one goes after, as in Keras.


# %% answer="same_padding"
def same_padding(k):
    """Return (before, after), two ints, for a window of k pixels."""
    ### BEGIN SOLUTION
    return (k - 1) // 2, k // 2
    ### END SOLUTION
    raise NotImplementedError()


# %% check="same_padding" points=2
checks.check_same_padding(same_padding)

# %% [markdown]
# ## Part 5: how often is a pixel seen? (3 points)
#
# Without padding and with stride 1, the pixel in the corner lies in one window only.
# Write `times_seen`: for every pixel, the number of windows that contain it.


# %% answer="times_seen"
def times_seen(size, kernel, stride):
    """Count the windows over each pixel.

    size, kernel, stride: pairs (height, width).
    Returns an array of the given size, dtype int.
    """
    ### BEGIN SOLUTION
    seen = np.zeros(size, dtype=int)
    for i in range(0, size[0] - kernel[0] + 1, stride[0]):
        for j in range(0, size[1] - kernel[1] + 1, stride[1]):
            seen[i : i + kernel[0], j : j + kernel[1]] += 1
    return seen
    ### END SOLUTION
    raise NotImplementedError()


# %% check="times_seen" points=3
checks.check_times_seen(times_seen)

# %% [markdown]
# ## Part 6: all of it (4 points)
#
# Write `conv2d` for one grey image: pad it, then move the window by the stride.
# You may use the parts above.


# %% answer="conv2d"
def conv2d(image, kernel, stride, padding):
    """Convolve an image (H, W) by a kernel (KH, KW); stride and padding are pairs (height, width).

    Returns an array (OH, OW) in the dtype of the image.
    """
    ### BEGIN SOLUTION
    framed, (kh, kw), (sh, sw) = pad(image, padding), kernel.shape, stride
    oh, ow = output_size(framed.shape[0], kh, sh), output_size(framed.shape[1], kw, sw)
    y = np.zeros((oh, ow), dtype=image.dtype)
    for i in range(oh):
        for j in range(ow):
            window = framed[i * sh : i * sh + kh, j * sw : j * sw + kw]
            y[i, j] = np.sum(window * kernel)
    return y
    ### END SOLUTION
    raise NotImplementedError()


# %% check="conv2d" points=4
checks.check_conv2d(conv2d)

# %% [markdown]
# ## Part 7: in your own words (2 points)
#
# A photograph is bright everywhere.
# You convolve it by the edge kernel 0 1 0, 1 −4 1, 0 1 0 with a padding of 1, and the answer shows strong edges all around its border.
# Where do they come from, and what else could be put around the image so that they go away?

# %% [markdown] essay="frame" points=2
# The padding is black and the photograph is bright, so there is an edge between the two all around, and the kernel finds it.
# With pixels that continue the image, such as the repeated or mirrored border, there is no edge.
#
# Rubric: 1 point for the edge between zeros and image; 1 point for a filling that continues the image.

# %% [markdown]
# ## If you want to go on (no points)
#
# Draw `times_seen` for 28 by 28 pixels with a kernel of 11 by 11 as an image, once with stride 1 and once with stride 4.
# Which pixels would a network hardly see?

# %% answer="further"
### BEGIN SOLUTION
maps = [times_seen((28, 28), (11, 11), (s, s)) for s in (1, 4)]
visualize.show_images([seen / seen.max() for seen in maps], columns=2)
### END SOLUTION
