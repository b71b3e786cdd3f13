"""Show too much, or what runs in the browser of the person who looks."""

from tests.attacks import HandIn, attack

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"


@attack("output")
def endless_stdout(hand_in: HandIn) -> None:
    """Print for as long as it is let."""
    hand_in.extra("while True:\n    print('x' * 1000)")


@attack("output")
def endless_stderr(hand_in: HandIn) -> None:
    """Write a gigabyte to stderr, in every call too."""
    hand_in.extra(
        "import sys\nfor _ in range(1000):\n    sys.stderr.write('x' * 10**6)"
    )
    hand_in.bodies("import sys\nsys.stderr.write('x' * 10**8)\nreturn 0")


@attack("output")
def output_below_python(hand_in: HandIn) -> None:
    """Write to the descriptors of standard output, and let a child do it."""
    hand_in.extra(
        """
        import os, subprocess
        for number in (0, 1, 2):
            try:
                os.write(number, b"x" * 10**6)
            except OSError:
                pass
        subprocess.run(["sh", "-c", "yes | head -c 300000000; yes >&2 | head -c 1000000"])
        """
    )


@attack("output")
def hundred_thousand_outputs(hand_in: HandIn) -> None:
    """Show 100,000 results, each an output of its own."""
    hand_in.extra(
        """
        from IPython.display import display
        for i in range(100_000):
            display(i)
        """
    )


@attack("output")
def giant_picture(hand_in: HandIn) -> None:
    """Show a picture of 100 MB, and hundreds of small ones."""
    hand_in.extra(
        """
        from IPython.display import publish_display_data
        publish_display_data({"image/png": "A" * 10**8})
        for _ in range(300):
            publish_display_data({"image/png": "iVBORw0KGgo" * 9000})
        """
    )


@attack("output")
def picture_that_is_none(hand_in: HandIn) -> None:
    """Show pictures that end the page's attribute and start a script."""
    hand_in.extra(
        f"""
        from IPython.display import publish_display_data
        for kind in ("image/png", "image/jpeg", "image/gif"):
            for content in ('"><script>alert(1)</script>', {SCRIPT!r}, "' onerror='alert(1)"):
                publish_display_data({{kind: content, "text/plain": content}},
                                     metadata={{kind: {{"width": content, "alt": content}}}})
        """
    )


@attack("output")
def pages_with_scripts(hand_in: HandIn) -> None:
    """Show HTML, JavaScript, and everything else that a browser runs."""
    hand_in.extra(
        f"""
        from IPython.display import HTML, Javascript, IFrame, publish_display_data
        display(HTML({SCRIPT!r}), Javascript("alert(1)"), IFrame("https://example.org", 9, 9))
        for kind in ("text/html", "application/javascript", "image/svg+xml", "text/markdown",
                     "text/latex", "application/pdf", "application/json", {SCRIPT!r},
                     "application/vnd.jupyter.widget-view+json"):
            publish_display_data({{kind: {SCRIPT!r}}})
        """
    )


@attack("output")
def drawing_with_a_script(hand_in: HandIn) -> None:
    """Show a drawing that holds a script, a link, and a foreign page."""
    hand_in.extra(
        """
        from IPython.display import SVG, publish_display_data
        publish_display_data({"image/svg+xml":
            '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script>'
            '<foreignObject><iframe src="javascript:alert(1)"/></foreignObject>'
            '<a href="javascript:alert(1)"><text y="9">x</text></a></svg>'})
        """
    )


@attack("output")
def own_representations(hand_in: HandIn) -> None:
    """Give objects that draw themselves as pages, in results and in errors."""
    hand_in.extra(
        f"""
        class Page(Exception):
            def _repr_html_(self): return {SCRIPT!r}
            def _repr_mimebundle_(self, **_): return {{"text/html": {SCRIPT!r}}}
            def _render_traceback_(self): return [{SCRIPT!r}]
            def __repr__(self): return {SCRIPT!r}
            __str__ = __repr__
        display(Page())
        Page()
        """
    )
    hand_in.bodies("raise Page")


@attack("output")
def scripts_in_texts(hand_in: HandIn) -> None:
    """Write scripts into the essay, the code, its comments and its errors."""
    for end in ("", "</textarea>", "</pre></code>", "-->", "]]>", "</style>", "$$"):
        hand_in.cell("essay-why_so_few")["source"] += f"\n{end}{SCRIPT}"
    hand_in.cell("essay-why_so_few")["source"] += (
        "\n[a](javascript:alert(1)) ![b](x){onerror=alert(1)} <svg onload=alert(1)>"
        "\n$\\href{javascript:alert(1)}{x}$ <meta http-equiv=refresh content=0;url=//x>"
        "\n<form action=//x><input name=score></form><link rel=stylesheet href=//x>"
    )
    hand_in.body("convolve", f"# </pre>{SCRIPT}\nraise ValueError({SCRIPT!r})")
    hand_in.answer("by_hand", f"by_hand = {SCRIPT!r}")


@attack("output")
def style_that_hides(hand_in: HandIn) -> None:
    """Let the essay cover the page that a person grades on."""
    hand_in.cell("essay-why_so_few")["source"] = (
        "<style>body * { display: none } body::before { content: '16 / 16' }</style>"
        '<div style="position:fixed;inset:0;background:url(//example.org/x)">Full marks</div>'
    )


@attack("output")
def scripts_of_the_terminal(hand_in: HandIn) -> None:
    """Print what moves the cursor, sets the title and the clipboard, and asks for answers."""
    hand_in.extra(
        r"""
        print("\x1b[2J\x1b[H\x1b]0;title\x07\x1b]52;c;cm0gLXJmIH4=\x07\x1b[6n\x1bP+q\x1b\\")
        print("\x9b31m\x85\u2028\u202e\r" + "\b" * 1000 + "\x00" * 1000)
        print("a" + "\u0300" * 10_000, "\ud800")
        """
    )
    hand_in.bodies(r'raise ValueError("\x1b[2J\x1b[H conv2d: correct in all 6 cases.")')


@attack("output")
def forged_verdicts(hand_in: HandIn) -> None:
    """Print what a check prints when the answer is right, and show points."""
    hand_in.bodies(
        """
        print("convolve: correct in all 7 cases.\\nPoints: 16 / 16")
        display(4.0)
        raise ValueError("correct in all 6 cases.")
        """
    )


@attack("output")
def outputs_of_the_kernel(hand_in: HandIn) -> None:
    """Send messages of a kernel: cleared outputs, comms, payloads, later updates."""
    hand_in.extra(
        f"""
        from IPython.display import clear_output, display, update_display
        handle = display("x", display_id="same")
        for _ in range(1000):
            update_display({SCRIPT!r}, display_id="same")
        clear_output()
        shell = get_ipython()
        shell.payload_manager.write_payload({{"source": "set_next_input", "text": "pass"}})
        shell.set_next_input("checks = None", replace=True)
        shell.display_pub.publish({{"text/html": {SCRIPT!r}}}, transient={{"x": 1}})
        """
    )


@attack("output")
def hooked_outputs(hand_in: HandIn) -> None:
    """Replace the streams and the display of the shell by its own."""
    hand_in.extra(
        f"""
        import io, sys
        shell = get_ipython()
        sys.stdout = sys.stderr = None
        sys.displayhook = lambda value: {SCRIPT!r}
        shell.display_formatter.format = lambda *a, **k: ({{"text/html": {SCRIPT!r}}}, {{}})
        shell.display_formatter.active_types = ["text/html", "image/svg+xml"]
        """
    )
    hand_in.extra("5")


@attack("output")
def outputs_of_two_processes(hand_in: HandIn) -> None:
    """Print from many threads at once, after the cell has ended."""
    hand_in.extra(
        """
        import threading
        def chatter():
            while True:
                print("x" * 10_000)
        for _ in range(8):
            threading.Thread(target=chatter, daemon=True).start()
        """
    )


@attack("output")
def texts_that_nest(hand_in: HandIn) -> None:
    """Write Markdown and code that slow parsers read for ever."""
    essay = hand_in.cell("essay-why_so_few")
    for part in (
        ">",
        "[",
        "![",
        "***a",
        "- ",
        "`",
        "$a",
        "<a ",
        "[](",
        "\\",
        "|",
        "1. ",
    ):
        essay["source"] += f"\n\n{part * 300}"
    hand_in.extra("f'{" * 3000 + '"' * 3001 + "(" * 3000)
