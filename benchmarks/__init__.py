"""How fast the package is: our NumPy beside PyTorch, TensorFlow, and the layers of a textbook.

    python -m benchmarks                 everything: speed.json and speed.svg
    python -m benchmarks --quick         a few minutes, into _build/benchmarks
    python -m benchmarks --only lenet    the cases whose name contains a word
    python -m benchmarks.headline        all of MNIST in Keras and in ours: headline.json

The files go to cnn_course/data/measured, from where pages of the book read them.

PyTorch is optional (``pip install torch==2.13.0``); without it there are times, but no ratios.

How it is measured:

- Every contender computes a case's forward pass and its gradients from the same float32 arrays,
  each in the layout its library prefers. Before the clock starts, the results are compared.
- All contenders of a case run in one process, one after the other in a new random order in every
  round, so that a slow minute of the machine meets all of them. The number is the median round.
- The clock is the process's CPU time, user and system, of all its threads; each library has one.
- PyTorch counts at the better of its two memory layouts in a convolution, and at its default layout
  (channels first) in pooling and in an epoch.
- TensorFlow runs as a ``tf.function`` that returns the forward result too, or its graph drops it.
- A network's first layer is measured twice: training needs no gradient for the images.
- The matrix product is the bare one that a convolution cannot do without, in parts of the size that the
  package takes, on matrices that are in the cache already: a floor for a method that multiplies.
- Each library takes the fastest instructions that it finds in the processor. Variables that forbid
  that to one of them, such as OPENBLAS_CORETYPE, are dropped, with a line that says so;
  ``--keep-variables`` obeys them, and the result says which were set. NumPy's matrix product is as fast
  as the kernels that OpenBLAS takes.
- The textbook's layers are in ``textbook``: windows unrolled by a loop, transposes, float64.
- An epoch is 10,000 digits in shuffled batches, with Adam, from equal weights. Each library trains the
  layers in its own way: ours computes a ReLU behind the max pooling that follows it, with equal results.
- Memory is what a forward and a backward pass allocate at their peak, by ``tracemalloc``, without the
  arrays they return; it counts NumPy's arrays, and not the fixed buffers of its matrix product.
"""
