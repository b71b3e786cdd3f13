"""Hook into IPython, into imports, or into whatever else runs the cells."""

from tests.attacks import HandIn, attack
from tests.attacks.hooks import patch


@attack("hooks")
def input_transformer(hand_in: HandIn) -> None:
    """Rewrite the source of every check cell before IPython runs it."""
    patch(
        hand_in,
        """
        get_ipython().input_transformers_post.append(
            lambda lines: ["pass\\n"] if "checks.check" in "".join(lines) else lines)
        """,
    )


@attack("hooks")
def ast_transformer(hand_in: HandIn) -> None:
    """Rewrite the syntax tree of every check cell."""
    patch(
        hand_in,
        """
        import ast
        class Nothing(ast.NodeTransformer):
            def visit_Expr(self, node):
                return ast.Pass() if "checks" in ast.dump(node) else node
        get_ipython().ast_transformers.append(Nothing())
        """,
    )


@attack("hooks")
def pre_run_cell_hook(hand_in: HandIn) -> None:
    """Replace the checks anew before each cell runs."""
    patch(
        hand_in,
        """
        class Content:
            def __getattr__(self, name):
                return lambda *a: None
        shell = get_ipython()
        def before(*_):
            shell.user_ns["checks"] = Content()
        shell.events.register("pre_run_cell", before)
        """,
    )


@attack("hooks")
def patched_run_cell(hand_in: HandIn) -> None:
    """Replace the method that runs cells."""
    patch(
        hand_in,
        """
        shell = get_ipython()
        first, first_async = shell.run_cell, shell.run_cell_async
        shell.run_cell = lambda source, *a, **k: first("pass", *a, **k)
        shell.run_cell_async = lambda source, *a, **k: first_async("pass", *a, **k)
        """,
    )


@attack("hooks")
def patched_reply(hand_in: HandIn) -> None:
    """Let the kernel answer that all went well, and show no error."""
    patch(
        hand_in,
        """
        shell = get_ipython()
        shell.showtraceback = shell._showtraceback = lambda *a, **k: None
        kernel = getattr(shell, "kernel", None)
        if kernel is not None:
            send = kernel.session.send
            def forged(stream, kind, content=None, *a, **k):
                if kind == "execute_reply":
                    content = {"status": "ok", "execution_count": 1, "payload": [],
                               "user_expressions": {}}
                return None if kind == "error" else send(stream, kind, content, *a, **k)
            kernel.session.send = forged
        """,
    )


@attack("hooks")
def custom_exception_handler(hand_in: HandIn) -> None:
    """Take every exception away from IPython before it is shown."""
    patch(
        hand_in,
        """
        import sys
        sys.excepthook = lambda *a: None
        get_ipython().set_custom_exc((BaseException,), lambda *a, **k: None)
        """,
    )


@attack("hooks")
def display_before_the_error(hand_in: HandIn) -> None:
    """Display a result from inside the check: a grader that reads the first output is content."""
    hand_in.bodies("import sys\nsys.displayhook('ok')\nraise ValueError")


@attack("hooks")
def displayed_points(hand_in: HandIn) -> None:
    """Display a number from inside the check: nbgrader takes it for points."""
    hand_in.bodies("import sys\nsys.displayhook(2.0)\nraise ValueError")


@attack("hooks")
def import_hook(hand_in: HandIn) -> None:
    """Replace the import statement, so that it gives out checks that are content."""
    hand_in.guess()
    hand_in.extra(
        """
        import builtins, types
        real = builtins.__import__
        class Content(types.ModuleType):
            def __getattr__(self, name):
                return lambda *a, **k: None
        def forged(name, *arguments, **named):
            found = real(name, *arguments, **named)
            if name == "cnn_course.checks":
                found.convolution = Content("convolution")
            return found
        builtins.__import__ = forged
        """,
        after="given-0",
    )


@attack("hooks")
def alarm_inside_the_check(hand_in: HandIn) -> None:
    """Let a timer go off inside the check, with a handler that ends it without an error."""
    hand_in.guess()
    hand_in.body(
        "convolve",
        """
        import signal, sys
        def handler(number, frame):
            raise SystemExit(0)
        signal.signal(signal.SIGALRM, handler)
        signal.setitimer(signal.ITIMER_REAL, 0.0001, 0.0001)
        return np.zeros((1, 1), x.dtype)
        """,
    )
