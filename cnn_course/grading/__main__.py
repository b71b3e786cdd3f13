"""python -m cnn_course.grading does what the command cnn-course does."""

from cnn_course.grading.command import run

if __name__ == "__main__":
    run()
