"""Wrong solutions as programs, each with what the student who wrote it is told; one module per assignment.

A module also holds the targets that the reference has no function for. No two mistakes of a list may do
the same on every case, and each must fail its check: tests/test_checks.py proves both.
"""
