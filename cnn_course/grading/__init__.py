"""The autograder: a student's notebook is a program written by a stranger, and is treated as one.

What runs where, in the order of a submission:

    command, steps        the command line, `cnn-course`
    course, cycle, config nbgrader's folders, release, settings; `limits` is what students may use
    classroom             a class: tasks, a pool of workers, results recorded one by one
    worker                one submission, in a process of its own
    rebuild               the released notebook with the student's answers and own cells in it;
                          `files` reads what was handed in
    sandbox, jail         where the student's cells run; `bubblewrap` and `processes` do the work,
                          `view` is what can be seen in there
    runner, shell, syscalls, forkserver     inside, on the student's side
    wire                  plain data between inside and outside
    session, proxies      this end of it: run a cell, call a student's function; `answers` is what
                          comes of that
    judge, given          locked and check cells, which run here; `told` is what a student hears,
                          `outputs` what cells showed
    results, record       verdicts, and where they are kept: autograded/ and nbgrader's gradebook
    publish               pages: `feedback` for a student, `class_report` for the instructor; `scores`
    bridge                nbgrader's own commands and buttons, made to do the same

A way out of the sandbox would have to lead through `wire`, the only thing that reads what a student's
program says, or through the kernel.
"""
