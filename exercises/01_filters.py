# %% [markdown]
# # Assignment 1: filters by hand
#
# You will slide a kernel over an image with two loops, bring the answer back into the range of an image, measure the strength of edges, and design a kernel of your own.
#
# - **Read first**: chapters 1 and 2 of the book.
# - **Time**: about 45 minutes.
# - **Graded**: 15 points: 13 by the checks, 2 by a person.
# - Write your code in the place of `raise NotImplementedError()`, and your numbers in the place of `...`.
#   The cells with tasks and checks are locked; you may add cells of your own.
# - Under each part is a check.
#   Run it as often as you like: it says at once whether the part is right, and if not, what to look at.
#   For functions, your teacher runs the same checks on other numbers.
# - **When it is graded**, a call of your function may take 20 seconds, a cell 60, and the whole notebook 10 minutes; the solution needs a second in all.
# - Use NumPy only.
#   Arrays are float32 unless a task says otherwise, height before width.

# %%
import numpy as np

from cnn_course import datasets, visualize
from cnn_course.checks import filters as checks

# %% [markdown]
# ## Part 1: on paper (1 point)
#
# Below are an image of 3 by 4 pixels and a kernel of 3 by 3 numbers.
# The kernel fits in two places: on the first three columns, and on the last three.
# Work out the two sums of nine products with paper and pencil, before you write any code.

# %%
visualize.show_numbers(checks.FIRST_IMAGE, checks.FIRST_KERNEL)

# %% answer="by_hand"
first = ...
second = ...
### BEGIN SOLUTION
first = (1 + 2 * 3 + 0) - (0 + 2 * 1 + 4)
second = (2 + 2 * 1 + 2) - (1 + 2 * 0 + 1)
### END SOLUTION

# %% check="by_hand" points=1
checks.check_by_hand(first, second)

# %% [markdown]
# ## Part 2: two loops (4 points)
#
# Write `apply_filter`: lay the kernel on every window of the image, multiply number by number, add up.
# The kernel is laid on as it is; it is not turned.
# Neither the image nor the kernel need be square.
#
# For example, an image of 4 by 5 and a kernel of 3 by 3 give an answer of 2 by 3.


# %% answer="apply_filter"
def apply_filter(image, kernel):
    """Slide a kernel over an image.

    image: (H, W), float32 or float64.
    kernel: (KH, KW), the same dtype.
    Returns the answer (H - KH + 1, W - KW + 1), in the dtype of the image.
    """
    ### BEGIN SOLUTION
    kh, kw = kernel.shape
    height, width = image.shape[0] - kh + 1, image.shape[1] - kw + 1
    answer = np.zeros((height, width), dtype=image.dtype)
    for i in range(height):
        for j in range(width):
            answer[i, j] = np.sum(image[i : i + kh, j : j + kw] * kernel)
    return answer
    ### END SOLUTION
    raise NotImplementedError()


# %% check="apply_filter" points=4
checks.check_apply_filter(apply_filter)

# %% [markdown]
# ## Part 3: back to an image (2 points)
#
# A filter's answers can be negative, larger than 255, and have decimals.
# Write `to_image`: round to the nearest whole number, clip to 0..255, and store the numbers as 8-bit integers (`np.uint8`).


# %% answer="to_image"
def to_image(answers):
    """Turn answers (H, W) of any size into an image (H, W) of dtype uint8."""
    ### BEGIN SOLUTION
    return np.clip(np.rint(answers), 0, 255).astype(np.uint8)
    ### END SOLUTION
    raise NotImplementedError()


# %% check="to_image" points=2
checks.check_to_image(to_image)

# %% [markdown]
# ## Part 4: the strength of edges (3 points)
#
# The two Sobel kernels answer to horizontal and to vertical edges.
# Write `sobel_magnitude`: the strength sqrt(h² + v²) of the edge at each place, whatever its direction.
# Do not clip anything.

# %%
h_kernel = np.array([[1, 2, 1], [0, 0, 0], [-1, -2, -1]], dtype=np.float32)
v_kernel = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]], dtype=np.float32)


# %% answer="sobel_magnitude"
def sobel_magnitude(image):
    """Return the strength of the edges of an image (H, W) as (H - 2, W - 2), in the image's dtype."""
    ### BEGIN SOLUTION
    h = apply_filter(image, h_kernel)
    v = apply_filter(image, v_kernel)
    return np.sqrt(h**2 + v**2)
    ### END SOLUTION
    raise NotImplementedError()


# %% check="sobel_magnitude" points=3
checks.check_sobel_magnitude(sobel_magnitude)

# %% [markdown]
# Now look at what you have made: the strength of the edges of eight garments.


# %%
def edges_of(garments):
    """Return each garment's edges as an image of 8 bits."""
    return [
        to_image(sobel_magnitude(garment.astype(np.float32))) for garment in garments
    ]


garments = datasets.load("fashion_mnist").x_train
visualize.when_written(lambda: visualize.show_images(edges_of(garments[:8])))

# %% [markdown]
# ## Part 5: a kernel of your own (3 points)
#
# Design a kernel of 3 by 3 numbers that finds a bright diagonal line from top left to bottom right.
#
# - On a plain area it must answer 0, whatever the brightness.
# - To the diagonal line it must answer more than to a line in any other direction, to the same line in dark on bright, and to a single bright pixel.

# %% answer="my_kernel"
my_kernel = ...
### BEGIN SOLUTION
my_kernel = np.array([[2, -1, -1], [-1, 2, -1], [-1, -1, 2]], dtype=np.float32)
### END SOLUTION

# %% check="my_kernel" points=3
checks.check_my_kernel(my_kernel)

# %% [markdown]
# ## Part 6: in your own words (2 points)
#
# An edge kernel is silent on a plain area, and a blur is not.
# Why?
# Say what the numbers of each kernel add up to, and what that does to nine equal pixels.
# Then say what a kernel whose numbers add up to 2 would do to a plain area.

# %% [markdown] essay="why_silent" points=2
# On a plain area all nine pixels have the same brightness, so the answer is that brightness times the sum of the kernel's numbers.
# An edge kernel's numbers add up to 0, so the answer is 0.
# A blur's numbers add up to 1, so the brightness stays as it was.
# With a sum of 2 a plain area becomes twice as bright.
#
# Rubric: 1 point for brightness times the sum of the kernel; 1 point for all three sums (0, 1, 2) and what follows from them.

# %% [markdown]
# ## If you want to go on (no points)
#
# Turn `my_kernel` by 90 degrees with `np.rot90`, apply both to a garment, and find the garment with the most diagonal lines among the first 200 of `garments`.

# %% answer="further"
### BEGIN SOLUTION
strongest = max(
    garments[:200],
    key=lambda garment: np.abs(
        apply_filter(garment.astype(np.float32), my_kernel)
    ).sum(),
)
visualize.show_images([strongest])
### END SOLUTION
