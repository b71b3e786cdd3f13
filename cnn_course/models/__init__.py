"""Published networks in Keras, one file per paper, each built from its table in `cnn_course.architectures`.

`small_cnn` is the network of the first Keras chapter, `lenet`, `alexnet`, `vgg` and `googlenet` are those
of the papers. `build` turns rows into Keras layers, and `lenet_layers` has what Keras lacks for LeNet-5.
All start from random weights: ``keras.utils.set_random_seed`` makes them the same each time.
"""
