"""Hypothesis draws the same cases on every run, so that a failure on one machine is one on all.

``pytest --hypothesis-profile=search`` draws new ones, and more of them.
"""

from hypothesis import settings

settings.register_profile(
    "course", derandomize=True, deadline=None, max_examples=60, database=None
)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile("course")
