"""The autograder: nbgrader with this course's settings, and reports in one place.

``config`` is what `exercises/nbgrader_config.py` applies, so that every `nbgrader` command and its web
form grade as we do. ``cycle`` runs the steps from release to feedback, ``scores`` reads the gradebook,
``sandbox`` tells what is missing to run strangers' programs.

Students' notebooks are programs. Until the sandbox is connected they run as the person who grades:
grade only what you trust, or inside a container.
"""
