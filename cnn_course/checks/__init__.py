"""Checks of the students' answers: one module per assignment, on the small vocabulary of `core`.

A check takes what a student wrote, prints one line when it is right, and raises `failures.CheckFailed` when
it is not. Next to each check stands its list of mistakes: wrong solutions as programs, each with what
a student who makes it is told.
"""
