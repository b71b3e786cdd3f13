# %% [markdown]
# # Assignment 8: training a CNN
#
# You will prepare images and labels, deal them out into batches, and write the loss, one step of Adam, and the loop that trains a network of layers.
# Then you will build and train the same network in Keras, and judge from many runs which optimizer is best.
#
# - **Read first**: chapter 9 of the book; each part says again what it needs.
# - **Time**: about 90 minutes.
# - **Graded**: 20 points: 18 by the checks, 2 by a person.
# - Write your code in the place of `raise NotImplementedError()`, and your numbers in the place of `...`.
#   The cells with tasks and checks are locked; you may add cells of your own.
# - Under each part is a check.
#   Run it as often as you like.
#   For functions, your teacher runs the same checks on other numbers.
# - **When it is graded**, a call of your function may take 20 seconds, a cell 60, and the whole notebook 10 minutes; the solution needs about ten seconds in all.
# - Use NumPy and the layers that are given; Part 6 uses Keras.
#   Images are (N, H, W, C), and N is the number of images in a batch.

# %%
import numpy as np

from cnn_course import datasets, layers, visualize
from cnn_course.checks import training as checks

# %% [markdown]
# ## Part 1: predict (2 points)
#
# A network looks at grey images of 28 by 28 pixels and names one of ten classes.
# It has five layers:
#
# - a convolution with 4 filters of 3 by 3, without padding,
# - a ReLU, which turns negative numbers into 0,
# - a max pooling, which keeps the largest number of each window of 2 by 2; the windows touch,
# - a layer that writes all numbers of an image in one row,
# - a dense layer, in which each of the ten outputs has a weight for every number of that row, and a bias.
#
# The ten outputs become ten probabilities, one for each class.
# Training makes the **loss** small: for one image it is −ln p, where p is the probability of the right class, and ln is the natural logarithm (`np.log`).
# A p of 1 has a loss of 0; a p near 0 has a large one.
#
# The images are learned from in **batches**.
# Each batch moves all weights a little, which is called a step.
# Once through all images is an **epoch**.
#
# Predict, before you write any code:
#
# - `first_loss`: the loss of an image when all ten classes get the same probability, to two decimals.
#   That is where most trainings begin.
# - `steps`: the number of steps in an epoch of 60,000 images in batches of 64, when the last batch may be smaller.
# - `last_batch`: the number of images in that last batch.
# - `parameters`: how many numbers this network learns, weights and biases of both layers that have them.
#   For example, a convolution with 2 filters of 5 by 5 learns 2 × 25 weights and 2 biases, 52 numbers.

# %% answer="predictions"
first_loss = ...
steps = ...
last_batch = ...
parameters = ...
### BEGIN SOLUTION
first_loss = -np.log(1 / 10)
steps = 60_000 // 64 + 1
last_batch = 60_000 - 937 * 64
parameters = (3 * 3 * 4 + 4) + (13 * 13 * 4 * 10 + 10)
### END SOLUTION

# %% check="predictions" points=2
checks.check_predictions(first_loss, steps, last_batch, parameters)

# %% [markdown]
# ## Part 2: the data (3 points)
#
# The garments of Fashion-MNIST come as whole numbers from 0 to 255 (`np.uint8`), and each label is the number of a class, 0 to 9.
# A network wants something else:
#
# - images with an axis for the channels, with numbers from 0 to 1, in float32;
# - for each label a row of ten numbers, 1 in the place of the class and 0 elsewhere, in float32.
#   This is called **one-hot**.
#   For example, the label 2 becomes 0 0 1 0 0 0 0 0 0 0.
#
# Write `prepare`.
# Mind that a test image is prepared as a training image is: what happens to an image must not depend on the others beside it.


# %% answer="prepare"
def prepare(images, labels):
    """Make images and labels ready for a network.

    images: (N, H, W), uint8, 0 to 255.
    labels: (N,), uint8, 0 to 9.
    Returns x (N, H, W, 1), float32, 0 to 1, and y (N, 10), float32, one-hot.
    """
    ### BEGIN SOLUTION
    x = images[..., np.newaxis].astype(np.float32) / 255
    y = np.zeros((len(labels), 10), dtype=np.float32)
    y[np.arange(len(labels)), labels] = 1
    return x, y
    ### END SOLUTION
    raise NotImplementedError()


# %% check="prepare" points=1
checks.check_prepare(prepare)

# %% [markdown]
# In each epoch the images come in another order, so that no image always meets the same neighbours in its batch.
# The images themselves stay where they are; only their numbers are shuffled, and `x[batch]` takes out the images that `batch` names.
#
# Write `batches`: shuffle the numbers 0 to n − 1, and cut them into batches.
#
# - Every number is in exactly one batch.
# - Every batch has `size` numbers; only the last one may have fewer.
# - The same seed gives the same batches again, and another seed gives others.
#   `np.random.default_rng(seed)` makes a generator of random numbers, which has methods to shuffle; any way to shuffle is right.
#
# For example, `batches(5, 2, 0)` could be `[array([4, 0]), array([2, 1]), array([3])]`.


# %% answer="batches"
def batches(n, size, seed):
    """Deal the numbers 0 to n - 1 out in random order.

    Returns a list of batches, each an array of whole numbers (or a list of them).
    """
    ### BEGIN SOLUTION
    order = np.random.default_rng(seed).permutation(n)
    return [order[i : i + size] for i in range(0, n, size)]
    ### END SOLUTION
    raise NotImplementedError()


# %% check="batches" points=2
checks.check_batches(batches)

# %% [markdown]
# ## Part 3: the loss (3 points)
#
# What comes out of the last layer are **scores** z, any numbers; the largest one belongs to the class that the network thinks of first.
# The **softmax** makes probabilities of the scores of an image: p of a class is exp(z) of that class, divided by the sum of exp(z) over all classes.
# The loss of a batch is the **mean** over its images of −ln p of the right class.
#
# To train, one needs the gradient too: how the loss changes when a score changes.
# Softmax and logarithm together have a gradient that is easy to remember: for each image it is p − y, where y is the one-hot row, and because the loss is a mean it is divided by the number of images, once.
#
# For example, two classes with the scores 0 and ln 3 have exp(z) of 1 and 3, so p is 0.25 and 0.75.
# If the first class is right, the loss is −ln 0.25 = 1.386, and the gradient is −0.75 and 0.75.
#
# Two things go wrong in a computer.
#
# - exp(1000) is larger than any float: it becomes `inf`, and `inf / inf` is `nan`.
#   Take the largest score of each image away from all its scores first.
#   This divides all exp(z) of an image by the same number, so p stays what it is.
# - p can be so small that it becomes 0, and ln 0 is infinite.
#   So take no logarithm of p: ln p is z − m − ln(sum of exp(z − m)), where m is the image's largest score.


# %% answer="softmax_cross_entropy"
def softmax_cross_entropy(scores, y):
    """Return the mean loss of a batch, and its gradient for the scores.

    scores: (N, classes), float32 or float64.
    y: one-hot rows (N, classes), the same dtype.
    Returns the loss, a number, and the gradient (N, classes), in the dtype of the scores.
    """
    ### BEGIN SOLUTION
    shifted = scores - scores.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -np.sum(y * log_p) / len(scores)
    return loss, (np.exp(log_p) - y) / len(scores)
    ### END SOLUTION
    raise NotImplementedError()


# %% check="loss" points=3
checks.check_loss(softmax_cross_entropy)

# %% [markdown]
# ## Part 4: one step of Adam (2 points)
#
# The gradient `dw` of a weight says in which direction the loss grows.
# Plain gradient descent takes the learning rate times `dw` away from the weight.
# **Adam** keeps two more numbers for every weight, both zero at the beginning:
#
# - m, a running mean of the gradients: the new m is 0.9 of the old m plus 0.1 of `dw`;
# - v, a running mean of their squares: the new v is 0.999 of the old v plus 0.001 of `dw` squared.
#
# Because they begin at zero, both are too small in the first steps.
# Let t be the number of the step, 1 for the first.
# For this step only, m is divided by 1 − 0.9^t and v by 1 − 0.999^t (in Python, a power is `0.9**t`).
# Then the weight moves: the learning rate times the corrected m, divided by (the root of the corrected v, plus 0.0000001), is taken away from it.
# The small number keeps a gradient of zero from becoming 0 / 0.
# (Keras adds it in a slightly different place; both are accepted here.)
#
# For example, let w be 1, `dw` 2, m and v 0, t 1, and the learning rate 0.1.
# The new m is 0.2 and the new v is 0.004.
# Corrected they are 2 and 4, the root of 4 is 2, and the new w is 1 − 0.1 × 2 / 2 = 0.9.
# A `dw` of 200 would have moved the weight just as far: in Adam's first step it is the learning rate alone that counts.


# %% answer="adam_step"
def adam_step(w, dw, m, v, t, learning_rate):
    """Move an array of weights once.

    w, dw, m, v: arrays of one shape and dtype; none of them is changed.
    t: the number of the step, 1 for the first one.
    Returns the new w, m and v: new arrays in the dtype of w.
    Take roots of arrays: np.sqrt of a single number turns all that it is multiplied by into float64.
    """
    ### BEGIN SOLUTION
    m = 0.9 * m + 0.1 * dw
    v = 0.999 * v + 0.001 * dw**2
    m_now, v_now = m / (1 - 0.9**t), v / (1 - 0.999**t)
    return w - learning_rate * m_now / (np.sqrt(v_now) + 1e-7), m, v
    ### END SOLUTION
    raise NotImplementedError()


# %% check="adam_step" points=2
checks.check_adam_step(adam_step)

# %% [markdown]
# ## Part 5: a network, and its training (4 points)
#
# `layers` holds the layers of assignment 7, written out.
# A network is a list of them, first layer first.
#
# - `layers.Conv2D(filters, 3)`, `layers.ReLU()`, `layers.MaxPool2D(2)`, `layers.Flatten()` and `layers.Dense(classes)` make the five layers of Part 1.
# - A layer has no weights until `layer.build(shape, rng)` draws them.
#   `shape` is that of one image as it comes into this layer, such as (28, 28, 1), without N; `rng` is a generator of random numbers.
# - `layer.output_shape(shape)` is the shape that comes out of the layer.
#
# Write `make_network`: it makes the five layers, and builds each of them for the shape that the layer before it gives.
# All random numbers come from one generator, made from the seed.


# %% answer="make_network"
def make_network(shape, filters, classes, seed):
    """Return a list of five layers that are built.

    shape: of one image, (H, W, C).
    filters, classes: what the convolution and the dense layer give.
    seed: the same seed gives the same weights, another seed gives others.
    """
    ### BEGIN SOLUTION
    rng = np.random.default_rng(seed)
    network = [layers.Conv2D(filters, 3), layers.ReLU(), layers.MaxPool2D(2)]
    network += [layers.Flatten(), layers.Dense(classes)]
    for layer in network:
        layer.build(shape, rng)
        shape = layer.output_shape(shape)
    return network
    ### END SOLUTION
    raise NotImplementedError()


# %% check="make_network" points=1
checks.check_make_network(make_network)

# %% [markdown]
# Now train it.
# A step with one batch has four stages:
#
# 1. Forwards: `layer.forward(x)` of the first layer, then of the next one with what came out, to the scores.
# 2. The loss of the scores, and its gradient.
# 3. Backwards: the last layer first, `layer.backward(dy)` takes the gradient of what came out of the layer, returns that of what went in, and keeps those of the weights in `layer.gradients`.
# 4. `adam_step` for every array of weights.
#    `layer.parameters` is a dictionary of them, with the names "w" and "b", and `layer.gradients` has the same names.
#    Both are empty for layers that learn nothing.
#
# Three things are easily forgotten.
# Every array of weights has its own m and v, which live as long as the training does; a dictionary can keep them.
# t counts all steps of the training, not those of an epoch.
# And each epoch has its own order: give `batches` another seed each time, such as seed + epoch.
#
# The check looks at the losses of small trainings, and at 300 garments after a training on 400 others; for the solution it takes about a second.


# %% answer="train"
def train(network, x, y, epochs, size, learning_rate, seed):
    """Train the network that is given.

    network: a list of layers, as make_network returns it.
    x, y: images (N, H, W, C) and one-hot labels (N, classes).
    epochs: how often to go through all images, in batches of `size`.
    Returns a list of losses, one for each batch in the order of the steps, each as it was before its step.
    """
    ### BEGIN SOLUTION
    losses, memory = [], {}
    for epoch in range(epochs):
        for batch in batches(len(x), size, seed + epoch):
            scores = x[batch]
            for layer in network:
                scores = layer.forward(scores)
            loss, dy = softmax_cross_entropy(scores, y[batch])
            losses.append(loss)
            for layer in reversed(network):
                dy = layer.backward(dy)
            for place, layer in enumerate(network):
                for name, w in layer.parameters.items():
                    m, v = memory.get((place, name), (0 * w, 0 * w))
                    dw, t = layer.gradients[name], len(losses)
                    new, m, v = adam_step(w, dw, m, v, t, learning_rate)
                    layer.parameters[name], memory[place, name] = new, (m, v)
    return losses
    ### END SOLUTION
    raise NotImplementedError()


# %% check="train" points=3
checks.check_train(make_network, train)

# %% [markdown]
# Now train on 2,000 garments; this takes about a second.
# The cell prints the mean loss of each epoch, and the share of 1,000 test garments that are recognized, before and after.
# Is the first loss near your prediction?
# The picture shows what the four filters have become.


# %%
def scores_of(network, x):
    """Return the scores (N, classes) of images x."""
    for each in network:
        x = each.forward(x)
    return x


def accuracy(network, x, y):
    """Return the share of images whose largest score is that of the right class."""
    return np.mean(scores_of(network, x).argmax(axis=1) == y.argmax(axis=1))


def trained_in_numpy():
    """Train the network of Part 1 on garments, print how it goes, and return its filters."""
    garments = datasets.load("fashion_mnist")
    x, y = prepare(garments.x_train[:2000], garments.y_train[:2000])
    others = prepare(garments.x_test, garments.y_test)
    network = make_network((28, 28, 1), 4, 10, seed=0)
    print("accuracy before", accuracy(network, *others))
    losses = train(network, x, y, epochs=3, size=50, learning_rate=0.01, seed=0)
    print("first loss", round(float(losses[0]), 2))
    print("loss of each epoch", np.reshape(losses, (3, 40)).mean(axis=1).round(2))
    print("accuracy after", accuracy(network, *others))
    return np.moveaxis(network[0].parameters["w"][:, :, 0], 2, 0)


visualize.when_written(lambda: visualize.show_images(trained_in_numpy(), signed=True))

# %% [markdown]
# ## Part 6: the same in Keras (2 points)
#
# [Keras](https://keras.io) is a library that professionals use; here it works with TensorFlow.
# Its layers are those that you know: `keras.layers.Conv2D(filters, 3)`, `keras.layers.MaxPooling2D(2)`, `keras.layers.Flatten()`, `keras.layers.Dense(units)`.
# A `Conv2D` or a `Dense` may carry what follows it: `activation="relu"`, or `activation="softmax"`, which makes probabilities of scores.
# `keras.Sequential([...])` puts layers in a row; with `keras.Input(shape)` as the first of them the weights are made at once.
#
# Keras draws weights of its own.
# `model.set_weights(list)` puts others in their place, copies of the arrays in the list: filters, biases, weights and biases, in the order of the layers.
# Keras gives arrays the same axes as this course, (KH, KW, C, F) and (inputs, outputs), and it does not turn the filters either.
#
# Write `to_keras`: the network of Part 5 as a Keras model, with weights that are given, and with a softmax at its end.
# The same weights must give the same probabilities.
# (If you work on your own computer: Keras comes with the extra `keras` of the course's package. The first import takes some seconds.)

# %%
import os

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"  # before the import: no notes on the processor
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"

import keras
import tensorflow

tensorflow.get_logger().setLevel("ERROR")


# %% answer="to_keras"
def to_keras(shape, weights):
    """Return the network as a Keras model that gives probabilities.

    shape: of one image, (H, W, C).
    weights: a list of filters (3, 3, C, filters), biases (filters,), weights (inputs, classes) and
        biases (classes,), all float32.
    """
    ### BEGIN SOLUTION
    model = keras.Sequential(
        [
            keras.Input(shape),
            keras.layers.Conv2D(len(weights[1]), 3, activation="relu"),
            keras.layers.MaxPooling2D(2),
            keras.layers.Flatten(),
            keras.layers.Dense(len(weights[3]), activation="softmax"),
        ]
    )
    model.set_weights(weights)
    return model
    ### END SOLUTION
    raise NotImplementedError()


# %% check="to_keras" points=1
checks.check_to_keras(to_keras)

# %% [markdown]
# What you wrote in Parts 2 to 5, Keras has in two methods.
# `model.compile(optimizer=..., loss=...)` says how to train; `model.fit(...)` trains, and shuffles by itself.
#
# - `keras.optimizers.Adam` makes an optimizer; look up in [its page](https://keras.io/api/optimizers/adam/) how it takes a learning rate.
# - Your loss is called `"categorical_crossentropy"`: it takes probabilities and one-hot labels.
# - `fit` takes images, labels, and by name `epochs`, `batch_size` and `verbose`; with `verbose=0` it prints nothing.
#   What it returns holds in `.history["loss"]` a list, the mean loss of each epoch.
#
# Write `train_keras`.
# The check looks whether Keras arrives at the same losses as NumPy; for the solution it takes about two seconds.


# %% answer="train_keras"
def train_keras(model, x, y, epochs, size, learning_rate):
    """Train the Keras model that is given with Adam; return the list of losses, one for each epoch."""
    ### BEGIN SOLUTION
    adam = keras.optimizers.Adam(learning_rate)
    model.compile(optimizer=adam, loss="categorical_crossentropy")
    return model.fit(x, y, epochs=epochs, batch_size=size, verbose=0).history["loss"]
    ### END SOLUTION
    raise NotImplementedError()


# %% check="train_keras" points=1
checks.check_train_keras(to_keras, train_keras)

# %% [markdown]
# Now the same 2,000 garments, the same first weights, and Keras.
# Only the order of the batches is another one.


# %%
def trained_in_keras():
    """Train the network of Part 1 in Keras, from the same first weights."""
    garments = datasets.load("fashion_mnist")
    x, y = prepare(garments.x_train[:2000], garments.y_train[:2000])
    others, right = prepare(garments.x_test, garments.y_test)
    network = make_network((28, 28, 1), 4, 10, seed=0)
    weights = [array for layer in network for array in layer.parameters.values()]
    model = to_keras((28, 28, 1), weights)
    print("parameters", model.count_params())
    losses = train_keras(model, x, y, epochs=3, size=50, learning_rate=0.01)
    print("loss of each epoch", np.round(losses, 2))
    found = model.predict(others, verbose=0).argmax(axis=1)
    print("accuracy after", np.mean(found == right.argmax(axis=1)))


visualize.when_written(trained_in_keras)

# %% [markdown]
# ## Part 7: which optimizer is best? (2 points)
#
# Train twice with two seeds, and you get two accuracies: the weights begin elsewhere, and the batches come in another order.
# So a single run says little, and one repeats it with several seeds.
#
# The two tables below hold the accuracy in percent on 1,000 test garments of the network of Part 1, trained on 4,000 others for three epochs in batches of 64.
# The four rows are four optimizers: SGD (plain gradient descent), SGD with momentum 0.9, RMSprop and Adam.
# The eight columns are the seeds 0 to 7.
#
# - In the first table every optimizer has the learning rate that Keras gives it: 0.01, 0.01, 0.001, 0.001.
# - In the second table each has the best of 0.001, 0.003, 0.01, 0.03, 0.1 and 0.3 for it: 0.1, 0.03, 0.01, 0.01.
#   The best was chosen by the accuracy on 1,000 images that were neither learned from nor tested on, with four other seeds.

# %%
visualize.show_numbers(checks.DEFAULT_RATES)

# %%
visualize.show_numbers(checks.CHOSEN_RATES)

# %% [markdown]
# Write `mean_and_spread`: for each optimizer the mean of its runs, and their spread, which is the standard deviation.
# For the spread, take the distance of each run from the mean, square the distances, add them up, divide by n − 1 for n runs, and take the square root.
# Why n − 1?
# The mean was computed from the same runs, so it lies in their middle, and the distances from it are a little too small.
#
# For example, the runs 80, 82 and 84 have the mean 82 and the spread √((4 + 0 + 4) / 2) = 2.


# %% answer="mean_and_spread"
def mean_and_spread(runs):
    """Summarize the runs of several optimizers.

    runs: (optimizers, seeds), float64.
    Returns (optimizers, 2), float64: in each row the mean and the spread of an optimizer.
    """
    ### BEGIN SOLUTION
    return np.stack([runs.mean(axis=1), runs.std(axis=1, ddof=1)], axis=1)
    ### END SOLUTION
    raise NotImplementedError()


# %% check="mean_and_spread" points=1
checks.check_mean_and_spread(mean_and_spread)

# %% [markdown]
# Here are mean and spread of both tables, the first one on the left.
#
# A mean of n runs is itself uncertain, by about the spread / √n: with other seeds it would have come out a little different.
# A difference of two means that is no larger than these uncertainties may be chance.
#
# Compute what you need in a cell of your own, and judge five claims:
#
# - `"momentum beats adam"`: the first table shows that SGD with momentum is better than Adam.
# - `"the rate matters more"`: for RMSprop and for Adam, the better learning rate changes the mean by more than the two differ in either table.
# - `"one seed is enough"`: in the second table Adam is ahead of RMSprop whichever of the eight seeds one looks at.
# - `"the best run is to be expected"`: the best run of Adam in the second table tells what accuracy to expect from Adam.
# - `"more seeds, smaller spread"`: with 800 seeds in the place of 8 the spread would be about a tenth.

# %%
visualize.when_written(
    lambda: visualize.show_numbers(
        mean_and_spread(checks.DEFAULT_RATES).round(1),
        mean_and_spread(checks.CHOSEN_RATES).round(1),
    )
)

# %% answer="claims"
claims = {
    "momentum beats adam": ...,
    "the rate matters more": ...,
    "one seed is enough": ...,
    "the best run is to be expected": ...,
    "more seeds, smaller spread": ...,
}
### BEGIN SOLUTION
default, chosen = checks.DEFAULT_RATES, checks.CHOSEN_RATES
before, after = mean_and_spread(default), mean_and_spread(chosen)
uncertain = before[:, 1] / np.sqrt(8)
between = max(abs(table[3, 0] - table[2, 0]) for table in (before, after))
claims = {
    "momentum beats adam": before[1, 0] - before[3, 0] > uncertain[1],
    "the rate matters more": np.all(after[2:, 0] - before[2:, 0] > between),
    "one seed is enough": np.all(chosen[3] > chosen[2]),
    "the best run is to be expected": False,
    "more seeds, smaller spread": False,
}
### END SOLUTION

# %% check="claims" points=1
checks.check_conclusions(claims)

# %% [markdown]
# ## Part 8: in your own words (2 points)
#
# A friend has trained a network once with Adam and once with RMSprop, both with Keras' learning rates, and looked at the test images after each run.
# Adam reached 86.1 percent and RMSprop 85.7.
# "So Adam is the best optimizer", says your friend.
# How would you find out which of the two is better for this network?
# Name what must be done differently, and say for each thing why.

# %% [markdown] essay="which_is_best" points=2
# Train with each optimizer several times, with several seeds, and compare the difference of the means with the spread: single runs of one optimizer differ by more than 0.4.
# Give each optimizer its own learning rate, with the same number of tries for both, because a rate that suits one is too small or too large for the other.
# Choose the rates on images that are kept for that, and look at the test images once, at the end: whatever is chosen on the test images looks better on them than it is.
# The answer holds for this network, these data and this number of epochs.
#
# Rubric: 1 point for several seeds and a comparison of the difference with the spread; 1 point for a learning rate of its own for each optimizer, chosen on other images than the test's.

# %% [markdown]
# ## If you want to go on (no points)
#
# RMSprop keeps only v, with 0.9 in the place of 0.999 and without a correction, and moves a weight by the learning rate times `dw`, divided by the root of v.
# Write a `rmsprop_step` that takes and returns what `adam_step` does, so that you can use it in its place.
# Train on 500 garments with both, with three seeds and two learning rates each.
# Do you find the same winner as Part 7?


# %% answer="further"
### BEGIN SOLUTION
def rmsprop_step(w, dw, m, v, t, learning_rate):
    v = 0.9 * v + 0.1 * dw**2
    return w - learning_rate * dw / np.sqrt(v + 1e-7), m, v


steps_by_name = {"Adam": adam_step, "RMSprop": rmsprop_step}
small = datasets.load("fashion_mnist")
some = prepare(small.x_train[:500], small.y_train[:500])
test = prepare(small.x_test, small.y_test)
for name, step in steps_by_name.items():
    adam_step = step  # which train calls
    for rate in (0.003, 0.01):
        runs = []
        for seed in range(3):
            network = make_network((28, 28, 1), 4, 10, seed)
            train(network, *some, 3, 50, rate, seed)
            runs.append(100 * accuracy(network, *test))
        print(name, rate, mean_and_spread(np.array([runs])).round(1))
adam_step = steps_by_name["Adam"]
### END SOLUTION
