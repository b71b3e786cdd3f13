# %% [markdown]
# # Assignment 9: what a CNN sees
#
# You will open a network that has learned to tell garments apart.
# You will work out how much of a garment one number sees, turn filters into pictures, look at feature maps, cover parts of a garment and watch the network change its mind, and draw where the evidence for a class lies.
# At the end you will judge what such pictures do not show.
#
# - **Read first**: chapter 11 of the book; each part says again what it needs.
# - **Time**: about 75 minutes.
# - **Graded**: 19 points: 17 by the checks, 2 by a person.
# - Write your code in the place of `raise NotImplementedError()`, and your numbers in the place of `...`.
#   The cells with tasks and checks are locked; you may add cells of your own.
# - Under each part is a check.
#   Run it as often as you like.
#   For functions, your teacher runs the same checks on other numbers.
# - **When it is graded**, a call of your function may take 20 seconds, a cell 60, and the whole notebook 10 minutes; the solution needs about three seconds in all.
# - Use NumPy only.
#   Height stands before width; a pair is always (height, width).

# %%
import numpy as np

from cnn_course import datasets, trained, visualize
from cnn_course.checks import seeing as checks

# %% [markdown]
# ## Part 1: predict (3 points)
#
# The network takes a grey image of 28 by 28 pixels.
# These are its layers, first layer first:
#
# 1. a convolution with 16 filters of 5 by 5, stride 1, padding 2; then a ReLU
# 2. max pooling, window 2 by 2, stride 2
# 3. a convolution with 32 filters of 3 by 3, stride 1, padding 1; then a ReLU
# 4. max pooling, window 2 by 2, stride 2
# 5. a convolution with 32 filters of 3 by 3, stride 1, padding 1; then a ReLU
# 6. the mean of each of the 32 maps, and a dense layer with one score for each of the ten classes
#
# Predict two things for each of the three convolutions, before its ReLU and its pooling:
#
# - `sizes`: how many rows have the maps that come out of it?
# - `fields`: how many rows of the image does one number of such a map depend on?
#   This is the height of its **receptive field**.
#
# An example of receptive fields, for another network.
# After a convolution of 3 by 3, a number depends on 3 rows.
# A pooling of 2 by 2 takes two neighbours, and the second one begins a row later: 4 rows.
# Next comes a convolution of 3 by 3.
# It takes three neighbours of the pooled map, and these lie 2 pixels apart: 4 + 2 + 2 = 8 rows.
#
# The third prediction is about one filter.
# Below stand a filter of 3 by 3 and four patches of an image, A to D.
#
# - `answers`: what comes out of the ReLU when the filter is laid on A, on B, on C and on D?
#   Multiply number by number and add up, then apply the ReLU.
#   There is no bias.

# %%
visualize.show_numbers(
    checks.EDGE_FILTER,
    checks.PATCH_A,
    checks.PATCH_B,
    checks.PATCH_C,
    checks.PATCH_D,
)

# %% answer="predictions"
sizes = [..., ..., ...]
fields = [..., ..., ...]
answers = [..., ..., ..., ...]
### BEGIN SOLUTION
sizes = [28, 14, 7]
fields = [5, 10, 20]
answers = [0, 9, 0, 2]
### END SOLUTION

# %% check="predictions" points=3
checks.check_predictions(sizes, fields, answers)

# %% [markdown]
# Here is the network.
# It was trained on 54,000 images of Fashion-MNIST by the layers of this course.
# The next cell loads it, and prints its layers; the last column is the receptive field.
# Then it takes four garments that the network has never seen: trousers, a dress, a bag and a boot.
#
# `network.predict(images)` takes images of shape (N, 28, 28, 1) with numbers in 0..1.
# It returns the probability of each class, (N, 10).

# %%
network = trained.fashion_cnn()
network.summary()
data = datasets.load("fashion_mnist")
labels = [1, 3, 8, 9]
garments = datasets.scale(data.x_test)[
    [int(np.flatnonzero(data.y_test == label)[0]) for label in labels]
]
for label, p in zip(labels, network.predict(garments), strict=True):
    print(f"{data.class_names[label]}: probability {p[label]:.2f}")
visualize.show_images(garments)

# %% [markdown]
# ## Part 2: the first filters as pictures (2 points)
#
# The first filters are laid on pixels, so they can be looked at like small images.
# But weights have both signs, and some filters are much fainter than others.
# So each filter gets a scale of its own: a weight of 0 becomes mid-grey, 0.5, and the largest weight, whatever its sign, becomes 1 if it is positive and 0 if it is negative.
#
# For example, a filter with the weights 4, 0 and −2 becomes 1, 0.5 and 0.25.


# %% answer="filter_images"
def filter_images(w):
    """Turn filters into pictures with numbers in 0..1, where 0.5 stands for a weight of 0.

    w: (KH, KW, C, F), float.
    Returns a new array (F, KH, KW, C), in the dtype of w.
    Each filter has its own scale, all its channels the same one.
    A filter with no weight but 0 becomes 0.5 everywhere.
    """
    ### BEGIN SOLUTION
    pictures = w.transpose(3, 0, 1, 2)
    largest = np.abs(pictures).max(axis=(1, 2, 3), keepdims=True)
    largest[largest == 0] = 1
    return 0.5 + pictures / (2 * largest)
    ### END SOLUTION
    raise NotImplementedError()


# %% check="filter_images" points=2
checks.check_filter_images(filter_images)

# %% [markdown]
# Most of them look for edges: bright weights beside dark ones.
# What does a filter answer to that is bright on its left and dark on its right?
# The filters 3, 11, 14 and 16 have hardly any bright weight.
# Their biases are positive, so that they answer where the image is dark.

# %%
first = network.parameters["conv2d_1.w"]  # (5, 5, 1, 16)
visualize.when_written(lambda: visualize.show_images(filter_images(first), columns=8))

# %% [markdown]
# ## Part 3: feature maps (2 points)
#
# Later filters are laid on the maps of other filters.
# Their weights say little to the eye, but what they make of a garment does: the feature maps.
#
# `network.layers` is the list of the layers, first layer first, and `network.names` the list of their names.
# The ReLUs are called `"relu_1"`, `"relu_2"` and `"relu_3"`.
# Every layer has a method `forward(x)`, which returns what comes out of this layer when `x` goes in.
# Go through the layers one by one, until the k-th ReLU is done.


# %% answer="feature_maps"
def feature_maps(x, k):
    """Return what comes out of the k-th ReLU of `network`.

    x: images (N, 28, 28, 1), float.
    k: 1, 2 or 3.
    Returns an array (N, H, W, F); for two images and k = 2 its shape is (2, 14, 14, 32).
    """
    ### BEGIN SOLUTION
    last = network.names.index(f"relu_{k}")
    for layer in network.layers[: last + 1]:
        x = layer.forward(x)
    return x
    ### END SOLUTION
    raise NotImplementedError()


# %% check="feature_maps" points=2
checks.check_feature_maps(feature_maps)

# %% [markdown]
# The 16 maps of the boot after the first ReLU, in the order of the filters above.


# %%
def maps_of(image, k):
    """Return the maps of one image as a list."""
    maps = feature_maps(image[np.newaxis], k)[0]
    return [maps[:, :, f] for f in range(maps.shape[2])]


visualize.when_written(
    lambda: visualize.show_images(maps_of(garments[3], 1), columns=8)
)

# %% [markdown]
# And the 32 maps after the third ReLU.
# They are coarse, 7 by 7, but each number has seen 20 by 20 pixels.
# Some maps are black: their filters find next to nothing in this boot.

# %%
visualize.when_written(
    lambda: visualize.show_images(maps_of(garments[3], 3), columns=8)
)

# %% [markdown]
# ## Part 4: cover a part of the image (3 points)
#
# Which part of the garment does the network need?
# Cover a part, and see whether it still knows the garment.
# This is **occlusion** (Zeiler and Fergus 2014).
#
# First write `covered_images`.
# A rectangle goes over the image as the window of a convolution does: its first place is the upper left corner, it moves by the stride, and where it does not fit entirely it is left out.
# For each place make a copy of the whole image in which the pixels of the rectangle, in all channels, are replaced by one value.
#
# For example, a row of three pixels 5 6 7, a rectangle of 1 by 2, a stride of 1 and the value 0 give two images: 0 0 7 and 5 0 0.


# %% answer="covered_images"
def covered_images(image, size, stride, value):
    """Cover a rectangle of an image by a value, at every place.

    image: (H, W, C), float.
    size, stride: pairs (height, width).
    Returns an array (OH, OW, H, W, C) in the dtype of the image: at [i, j] the image (H, W, C) whose
    rectangle begins in row i * stride[0] and column j * stride[1].
    In the example above the shape is (1, 2, 1, 3, 1).
    """
    ### BEGIN SOLUTION
    rows = range(0, image.shape[0] - size[0] + 1, stride[0])
    columns = range(0, image.shape[1] - size[1] + 1, stride[1])
    covered = np.empty((len(rows), len(columns), *image.shape), dtype=image.dtype)
    for i, top in enumerate(rows):
        for j, left in enumerate(columns):
            covered[i, j] = image
            covered[i, j, top : top + size[0], left : left + size[1]] = value
    return covered
    ### END SOLUTION
    raise NotImplementedError()


# %% check="covered_images" points=3
checks.check_covered_images(covered_images)

# %%
visualize.when_written(
    lambda: visualize.show_images(
        covered_images(garments[3], (12, 12), (8, 8), 0).reshape(-1, 28, 28), columns=3
    )
)

# %% [markdown]
# ## Part 5: the occlusion map (2 points)
#
# Now ask the network about every covered image.
# The answer for one place is the **drop**: the probability of the label for the whole image, minus its probability for the covered one.
# If the label has a probability of 0.9, and of 0.2 when the heel is covered, the drop at the heel is 0.7.
# A drop can be negative: then the class has become more likely.
#
# The label need not be the class that the network prefers.
# One call of `network.predict` for all images is faster than one for each.


# %% answer="occlusion_map"
def occlusion_map(image, label, size, stride, value):
    """Return how far the probability of a label drops when a rectangle is covered.

    image: (28, 28, 1), float, 0..1.
    label: the number of a class, 0 to 9.
    size, stride, value: as in covered_images.
    Returns an array (OH, OW) in the dtype of the image.
    """
    ### BEGIN SOLUTION
    covered = covered_images(image, size, stride, value)
    left = network.predict(covered.reshape(-1, *image.shape))[:, label]
    whole = network.predict(image[np.newaxis])[0, label]
    return whole - left.reshape(covered.shape[:2])
    ### END SOLUTION
    raise NotImplementedError()


# %% check="occlusion_map" points=2
checks.check_occlusion_map(occlusion_map)

# %% [markdown]
# The drops for the four garments, in orange, under a black square of 8 by 8 pixels.
# White means no drop, and blue a negative one.

# %%
visualize.when_written(
    lambda: visualize.show_images(
        [
            occlusion_map(garment, label, (8, 8), (2, 2), 0)
            for garment, label in zip(garments, labels, strict=True)
        ],
        signed=True,
    )
)

# %% [markdown]
# ## Part 6: Grad-CAM (3 points)
#
# Occlusion asks the network many times.
# Grad-CAM (Selvaraju et al. 2017, section 3) asks it once, forwards and back.
#
# The last feature maps say what was found where.
# How much does each of them count for the class?
# The gradient of the class's score for a number of a map says how fast the score grows when this number grows.
# The **importance** of a map is the mean of its gradients, over its height and width.
# So Grad-CAM takes four steps:
#
# 1. The importance of each map: one number, positive or negative.
# 2. The sum of all maps, each multiplied by its importance.
# 3. A ReLU: what speaks against the class becomes 0.
# 4. A scale: divide by the largest number, so that it becomes 1.
#    If there is nothing but 0, leave it.
#
# For example, take two maps of 1 by 2.
# The first is 1 3 with the gradients 2 0, the second 2 0 with the gradients −1 −1.
# Their importance is 1 and −1, the sum is −1 3, the ReLU makes it 0 3, and the scale 0 1.


# %% answer="grad_cam"
def grad_cam(maps, gradients):
    """Return where in the image the evidence for a class lies.

    maps: the last feature maps of one image (H, W, F), float.
    gradients: of the class's score, for each number of the maps (H, W, F).
    Returns a new array (H, W) in the dtype of the maps, with numbers in 0..1.
    """
    ### BEGIN SOLUTION
    importance = gradients.mean(axis=(0, 1))
    heat = np.maximum((maps * importance).sum(axis=2), 0)
    if heat.max() > 0:
        heat = heat / heat.max()
    return heat
    ### END SOLUTION
    raise NotImplementedError()


# %% check="grad_cam" points=3
checks.check_grad_cam(grad_cam)

# %% [markdown]
# The next cell shows the garments, and below each of them Grad-CAM for its class.
# `maps_and_gradients` goes forwards to the last maps and on to the scores.
# Then it goes back: it begins with 1 at the score of the label and 0 at the others, and each layer's `input_gradient` hands the gradient to the layer before it.


# %%
def maps_and_gradients(image, label, net=network):
    """Return the last maps (7, 7, 32) of an image, and the gradients of the label's score for them."""
    last = net.names.index("relu_3") + 1
    maps = image[np.newaxis]
    for layer in net.layers[:last]:
        maps = layer.forward(maps)
    scores = maps
    for layer in net.layers[last:]:
        scores = layer.forward(scores)
    gradients = np.zeros_like(scores)
    gradients[0, label] = 1
    for layer in reversed(net.layers[last:]):
        gradients = layer.input_gradient(gradients)
    return maps[0], gradients[0]


visualize.when_written(
    lambda: visualize.show_images(
        [
            *garments,
            *(
                grad_cam(*maps_and_gradients(garment, label))
                for garment, label in zip(garments, labels, strict=True)
            ),
        ]
    )
)

# %% [markdown]
# ## Part 7: what such a picture does not show (2 points)
#
# A picture that looks reasonable is no proof.
# Here are some tests, all with the boot.
#
# First, occlusion maps with three black squares: 4 by 4, 8 by 8 and 14 by 14 pixels.

# %%
visualize.when_written(
    lambda: visualize.show_images(
        [occlusion_map(garments[3], 9, (k, k), (2, 2), 0) for k in (4, 8, 14)],
        columns=3,
        signed=True,
    )
)

# %% [markdown]
# Next come three pictures (after Adebayo et al. 2018).
# Left, Grad-CAM of the trained network.
# In the middle, Grad-CAM of the same network with all weights drawn anew: it has learned nothing.
# Right, the differences between neighbouring pixels: no network at all.


# %%
def forgetful(seed):
    """Return a network with random weights, as large as those that were learned."""
    other, rng = trained.fashion_cnn(), np.random.default_rng(seed)
    for w in other.parameters.values():
        w[...] = rng.normal(scale=w.std(), size=w.shape)
    return other


def outline(image):
    """Return how much neighbouring pixels differ, 0..1."""
    down, across = np.gradient(image[:, :, 0])
    strength = np.hypot(down, across)
    return strength / strength.max()


visualize.when_written(
    lambda: visualize.show_images(
        [
            grad_cam(*maps_and_gradients(garments[3], 9)),
            grad_cam(*maps_and_gradients(garments[3], 9, forgetful(seed=1))),
            outline(garments[3]),
        ],
        columns=3,
    )
)

# %% [markdown]
# Judge six claims: `True` or `False`.
#
# - `"size does not matter"`: an occlusion map looks the same, whatever the size of the rectangle.
# - `"black on black"`: a black rectangle that covers nothing but black background has a drop of 0.
# - `"no drop, not used"`: where no rectangle makes the probability drop, the network uses nothing of the image.
# - `"new weights, new map"`: a picture that stays the same when all weights are drawn anew cannot explain what was learned.
# - `"outline means evidence"`: a picture with a sharp outline of the garment must come from a network that uses the outline.
# - `"shows what speaks against"`: Grad-CAM, as in part 6, shows in black what speaks against the class, and in grey what does not count.

# %% answer="claims"
claims = {
    "size does not matter": ...,
    "black on black": ...,
    "no drop, not used": ...,
    "new weights, new map": ...,
    "outline means evidence": ...,
    "shows what speaks against": ...,
}
### BEGIN SOLUTION
claims = {
    "size does not matter": False,
    "black on black": True,
    "no drop, not used": False,
    "new weights, new map": True,
    "outline means evidence": False,
    "shows what speaks against": False,
}
### END SOLUTION

# %% check="limits" points=2
checks.check_limits(claims)

# %% [markdown]
# ## Part 8: in your own words (2 points)
#
# Look at the boot again.
# Grad-CAM is brightest to the left of the shaft, above the toes, where there is nothing but black background.
# The occlusion map with a black square is white there: no drop.
#
# Do the two contradict each other?
# Say what a black square cannot test at this place.
# Then make the occlusion map again with a white square (a value of 1), in a cell of your own, and say what you see there.
# What may the network use at a place where there is no garment?

# %% [markdown] essay="empty" points=2
# They do not contradict each other.
# At this place the image is black already, so a black square changes no pixel, and the drop is 0 whatever the network uses.
# A white square there takes nearly all of the probability away.
# So it counts that this place is empty: a boot has a shaft at the back and nothing above the toes, and where the bright shaft and the dark background meet there are edges for the filters.
# A white square also brings in new edges, which no garment has, and a part of the drop may come from these.
#
# Rubric: 1 point for black on black, which changes nothing, and for the large drop under the white square; 1 point for a dark place that counts as evidence (its emptiness, or the edges around it) or for what the white square brings in by itself.

# %% [markdown]
# ## If you want to go on (no points)
#
# Put the upper half of one garment over the lower half of another, for example 14 rows of a pullover over 14 rows of trousers.
# Which classes does the network name, and with which probabilities?
# Draw Grad-CAM for the classes of both halves.
# Does each of them find its own half?

# %% answer="further"
### BEGIN SOLUTION
pullover = datasets.scale(data.x_test)[int(np.flatnonzero(data.y_test == 2)[0])]
mixed = np.concatenate([pullover[:14], garments[0][14:]])
print(
    dict(
        zip(
            data.class_names,
            network.predict(mixed[np.newaxis])[0].round(2).tolist(),
            strict=True,
        )
    )
)
pictures = [grad_cam(*maps_and_gradients(mixed, label)) for label in (2, 1)]
visualize.show_images([mixed, *pictures], columns=3)
### END SOLUTION
