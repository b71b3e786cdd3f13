"""Layers: what a network is made of, each with its way forwards and its way back."""

from cnn_course.layers.activations import LeakyReLU, ReLU, Sigmoid, Tanh
from cnn_course.layers.base import Layer
from cnn_course.layers.pooling import (
    AveragePool2D,
    Flatten,
    GlobalAveragePool,
    GlobalMaxPool,
    MaxPool2D,
    MinPool2D,
)
from cnn_course.layers.regularization import BatchNorm, Dropout
from cnn_course.layers.weights import Conv2D, Dense

__all__ = [
    "AveragePool2D",
    "BatchNorm",
    "Conv2D",
    "Dense",
    "Dropout",
    "Flatten",
    "GlobalAveragePool",
    "GlobalMaxPool",
    "Layer",
    "LeakyReLU",
    "MaxPool2D",
    "MinPool2D",
    "ReLU",
    "Sigmoid",
    "Tanh",
]
