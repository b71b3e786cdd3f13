# %% [markdown]
# # Assignment 2: the convolution operation
#
# You will go from one filter over an image with channels to what a convolution layer does: a batch of images, several filters, a bias for each, and an activation.
# Then you test what happens when the image moves.
#
# - **Read first**: chapter 3 of the book.
# - **Time**: about 60 minutes.
# - **Graded**: 16 points: 14 by the checks, 2 by a person.
# - Write your code in the place of `raise NotImplementedError()`, and your answers in the place of `...`.
#   The cells with tasks and checks are locked; you may add cells of your own.
# - Under each part is a check.
#   Run it as often as you like.
#   For functions, your teacher runs the same checks on other numbers.
# - **When it is graded**, a call of your function may take 20 seconds, a cell 60, and the whole notebook 10 minutes; the solution needs a second in all.
# - Use NumPy only.
#   Channels come last: images (N, H, W, C), filters (KH, KW, C, F).

# %%
import numpy as np

from cnn_course import datasets, visualize
from cnn_course.checks import convolution as checks

# %% [markdown]
# ## Part 1: on paper (1 point)
#
# An image of 3 by 4, a kernel of 2 by 2, and a bias of 1.
# Work out all six numbers of the answer, row by row, before you write any code.

# %%
visualize.show_numbers(checks.BY_HAND_IMAGE, checks.BY_HAND_KERNEL)

# %% answer="by_hand"
by_hand = [[..., ..., ...], [..., ..., ...]]
### BEGIN SOLUTION
by_hand = [[1 + 3 + 1, 4 + 1, 2 + 2 + 1], [2 + 2 + 9 + 1, 1 + 3 + 1, 6 + 1]]
### END SOLUTION

# %% check="by_hand" points=1
checks.check_by_hand(by_hand)

# %% [markdown]
# ## Part 2: one filter, several channels (3 points)
#
# A colour image has three channels, and a filter for it has a slice for each of them.
# Write `convolve` by loops: at each place multiply all KH × KW × C numbers of the window by the filter's, and add them all up.
# One filter makes one map, however many channels go in.


# %% answer="convolve"
def convolve(x, w):
    """Convolve one image by one filter, without padding, with stride 1.

    x: (H, W, C), float32 or float64.
    w: (KH, KW, C), the same dtype.
    Returns (H - KH + 1, W - KW + 1), in the dtype of x.
    """
    ### BEGIN SOLUTION
    kh, kw, _ = w.shape
    y = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1), dtype=x.dtype)
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            y[i, j] = np.sum(x[i : i + kh, j : j + kw] * w)
    return y
    ### END SOLUTION
    raise NotImplementedError()


# %% check="convolve" points=3
checks.check_convolve(convolve)

# %% [markdown]
# ## Part 3: a batch, several filters, a bias (4 points)
#
# Write `conv2d`: every image of the batch is convolved by every filter, and filter f adds its bias `b[f]`.
# You may use `convolve`.


# %% answer="conv2d"
def conv2d(x, w, b):
    """Do what a convolution layer does before its activation.

    x: images (N, H, W, C).
    w: filters (KH, KW, C, F).
    b: one bias for each filter (F,).
    Returns (N, H - KH + 1, W - KW + 1, F), in the dtype of x.
    """
    ### BEGIN SOLUTION
    maps = [
        [convolve(image, w[..., f]) + b[f] for f in range(w.shape[3])] for image in x
    ]
    return np.stack([np.stack(of_image, axis=-1) for of_image in maps]).astype(x.dtype)
    ### END SOLUTION
    raise NotImplementedError()


# %% check="conv2d" points=4
checks.check_conv2d(conv2d)

# %% [markdown]
# ## Part 4: the feature map (2 points)
#
# Write `feature_maps`: the convolution with bias, followed by the activation max(0, y).


# %% answer="feature_maps"
def feature_maps(x, w, b):
    """Return max(0, conv2d(x, w, b)), shaped like conv2d's answer."""
    ### BEGIN SOLUTION
    return np.maximum(0, conv2d(x, w, b))
    ### END SOLUTION
    raise NotImplementedError()


# %% check="feature_maps" points=2
checks.check_feature_maps(feature_maps)

# %% [markdown]
# ## Part 5: what happens when the image moves (4 points)
#
# First write `shift`: it moves an image down and to the right, and zeros come in from the other side.


# %% answer="shift"
def shift(image, down, right):
    """Move an image (H, W) by `down` rows and `right` columns, both 0 or more; return a new array."""
    ### BEGIN SOLUTION
    moved = np.zeros_like(image)
    height, width = image.shape
    moved[down:, right:] = image[: height - down, : width - right]
    return moved
    ### END SOLUTION
    raise NotImplementedError()


# %% check="shift" points=2
checks.check_shift(shift)

# %% [markdown]
# Now experiment.
# The next cell holds a garment with a black border, a kernel for `convolve`, and the weights of a random dense layer.
#
# - Move the image with `shift`, by 2 rows and 1 column say, and convolve it.
#   Convolve the image, and move the answer.
#   Compare the two with `np.allclose`.
# - Flatten the image and the moved image with `ravel`, and multiply both by `dense`.
#   Compare the ten answers.
#
# When you have seen it, judge the three claims:
#
# - `"same kernel everywhere"`: a convolution uses the same weights at every place.
# - `"dense layer follows"`: when the image moves, the answers of a dense layer are the old ones, moved too.
# - `"answer stays where it was"`: equivariant to shifts means that the answer does not change when the image moves.

# %%
garment = np.zeros((36, 36), dtype=np.float32)
garment[4:32, 4:32] = datasets.load("fashion_mnist").x_train[0] / 255
kernel = np.array([[1, 2, 1], [0, 0, 0], [-1, -2, -1]], dtype=np.float32)[
    :, :, np.newaxis
]
dense = np.random.default_rng(0).normal(size=(36 * 36, 10))
print("image for convolve:", garment[:, :, np.newaxis].shape, "kernel:", kernel.shape)

# %% answer="claims"
claims = {
    "same kernel everywhere": ...,
    "dense layer follows": ...,
    "answer stays where it was": ...,
}
### BEGIN SOLUTION
moved_answer = shift(convolve(garment[:, :, np.newaxis], kernel), 2, 1)
answer_to_moved = convolve(shift(garment, 2, 1)[:, :, np.newaxis], kernel)
before, after = garment.ravel() @ dense, shift(garment, 2, 1).ravel() @ dense
claims = {
    "same kernel everywhere": np.allclose(moved_answer, answer_to_moved),
    "dense layer follows": np.allclose(before, after),
    "answer stays where it was": False,
}
### END SOLUTION

# %% check="claims" points=2
checks.check_equivariance(claims)

# %% [markdown]
# ## Part 6: in your own words (2 points)
#
# A dense layer from 28 × 28 pixels to 26 × 26 numbers has 529,984 weights, and a 3 × 3 convolution between the same sizes has 9.
# Name the two reasons why the convolution needs so few, and for each one what it supposes about images.

# %% [markdown] essay="why_so_few" points=2
# Each output looks at 9 pixels only, because what belongs together in an image lies close together.
# All outputs use the same 9 weights, because a pattern means the same wherever it stands.
#
# Rubric: 1 point for local connections and why; 1 point for shared weights and why.

# %% [markdown]
# ## If you want to go on (no points)
#
# `cnn_course.filters.ONE_SIDED_EDGES` holds four filters; each has its 3 by 3 numbers in `.kernel`.
# Stack them into one array of shape (3, 3, 1, 4), apply it to a batch of garments with your `feature_maps`, and look at the four maps of each.
# `datasets.scale` brings garments into the shape (N, 28, 28, 1).

# %% answer="further"
### BEGIN SOLUTION
from cnn_course.filters import ONE_SIDED_EDGES

edges = np.stack([f.kernel for f in ONE_SIDED_EDGES], axis=-1)[:, :, np.newaxis, :]
batch = datasets.scale(datasets.load("fashion_mnist").x_train[:2])
maps = feature_maps(batch, edges, np.zeros(4, dtype=np.float32))
visualize.show_images([maps[n, :, :, f] for n in range(2) for f in range(4)])
### END SOLUTION
