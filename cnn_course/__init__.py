"""The reference implementation that the book, the exercises and the autograder stand on.

Read it in this order; a module imports only modules above it.

=================  ==========================================================================
``arrays``         the check that every function makes: floats, with these axes
``shapes``         integers only: output sizes, padding, receptive fields, parameters
``architectures``  published networks as tables, each with its paper
``costs``          what they cost: shapes, parameters, multiply-accumulates, receptive fields
``filters``        kernels made by hand, each with its name and what it answers
``im2col``         windows as rows of a matrix, and the way back
``conv_gradients`` the gradients of a convolution for its filters and its images
``conv``           convolution: the loops that define it, and the fast version of the same
``pool_windows``   the windows of pooling as shifted views
``pool``           pooling by maximum, minimum and mean, and its gradients
``losses``         softmax cross-entropy
``optimizers``     SGD, Momentum, AdaGrad, RMSprop, Adam, with Keras' formulas and defaults
``gradcheck``      gradients by finite differences
``initializers``   where weights start: He and Glorot
``layers``         Conv2D, pooling, Dense, activations, Dropout, BatchNorm: forwards and backwards
``training``       the loop that trains a network, and what measures it
``summary``        a network's table: shapes, parameters, multiply-accumulates, receptive fields
``storage``        networks in files
``keras_models``   networks to Keras and from Keras
``models``         published networks in Keras, one file per paper
``network``        Sequential: layers in a row
``datasets``       Fashion-MNIST and MNIST: a small part in the package, all of it on request
``measurements``   what took minutes or hours, measured once by `benchmarks/`
``visualize``      every picture of the book, and ``show_source``
``frames``         pictures one after the other, where movement is the idea
``drawings``       networks drawn to scale from their tables
``widgets``        the book's widgets in a notebook, for those who have ``anywidget``
``trained``        small networks that have learned Fashion-MNIST and MNIST
``seeing``         what a trained network answers to: filters, maps, occlusion, saliency, Grad-CAM
``addresses``      where the course is published, set in pyproject.toml
``checks``         one module per assignment: the checks, and the mistakes they name
``grading``        the autograder's settings and reports
=================  ==========================================================================

Images are (N, H, W, C) and filters (KH, KW, C, F): channels last, height before width.
"""
