"""What the tests share.

Hypothesis draws the same cases on every run, so that a failure on one machine is one on all.

``pytest --hypothesis-profile=search`` draws new ones, and more of them.
"""

import importlib
from collections.abc import Iterator
from types import ModuleType

import pytest
from hypothesis import settings

settings.register_profile(
    "course", derandomize=True, deadline=None, max_examples=60, database=None
)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile("course")


@pytest.fixture(scope="session")
def tf() -> Iterator[ModuleType]:
    """TensorFlow, quiet; imported only when a test asks for it, so that the others start at once."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("TF_CPP_MIN_LOG_LEVEL", "3")
        environment.setenv("KERAS_BACKEND", "tensorflow")
        yield importlib.import_module("tensorflow")
