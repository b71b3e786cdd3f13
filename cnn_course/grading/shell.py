"""Inside: an IPython shell, so that magics, plots and rich output work, and what its cells show."""

import base64
import io
import sys
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

LARGEST = 400_000  # characters of a picture, in base 64


class Outputs(list):
    """What a cell shows, cut at a number of characters and of pictures."""

    def __init__(self, characters: int, pictures: int) -> None:
        super().__init__()
        self.characters, self.pictures = characters, pictures

    def text(self, kind: str, text: str) -> None:
        """Keep a text, as far as there is room for it."""
        if self.characters <= 0:
            return
        if len(text) > self.characters:
            text = text[: self.characters] + "\n... more was printed and is left out."
        self.characters -= len(text)
        if kind != "result" and self and self[-1][0] == kind:
            self[-1][1] += text
        else:
            self.append([kind, text])

    def show(self, data: dict[str, Any]) -> None:
        """Keep a picture if there is one, or else the text that stands for an object."""
        picture = data.get("image/png")
        if picture is not None and self.pictures > 0:
            if isinstance(picture, bytes):
                picture = base64.b64encode(picture).decode()
            picture = str(picture).replace("\n", "")
            self.pictures -= 1
            if len(picture) > LARGEST:
                self.text("result", "A picture that is too large to be kept.")
            else:
                self.append(["picture", picture])
        elif "text/plain" in data:
            self.text("result", str(data["text/plain"]))


class Stream(io.TextIOBase):
    """Standard output or standard error of the cell that runs."""

    def __init__(self, shell: "Shell", kind: str) -> None:
        self.shell, self.kind = shell, kind

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def write(self, text: str) -> int:
        """Keep what is printed."""
        self.shell.outputs.text(self.kind, str(text))
        return len(text)


class Publisher(DisplayPublisher):
    """Keeps what `display` is called with."""

    def publish(self, data: dict, *_: Any, **__: Any) -> None:
        """Keep a picture or a text."""
        self.shell.outputs.show(data)


class Result(DisplayHook):
    """Keeps the value of a cell's last line."""

    def start_displayhook(self) -> None:
        """Do nothing; IPython would print here."""

    def write_output_prompt(self) -> None:
        """Write no prompt."""

    def write_format_data(self, format_dict: dict, *_: Any) -> None:
        """Keep a picture or a text."""
        self.shell.outputs.show(format_dict)

    def finish_displayhook(self) -> None:
        """Do nothing; IPython would print here."""


class Shell(InteractiveShell):
    """A shell that keeps what its cells show, and knows which files are theirs."""

    displayhook_class, display_pub_class = Result, Publisher

    def __init__(self, **settings: Any) -> None:
        self.outputs = Outputs(0, 0)
        self.cells: set[str] = set()
        super().__init__(**settings)

    def showtraceback(self, *_: Any, **__: Any) -> None:
        """Print nothing: the error is part of the answer."""

    def showsyntaxerror(self, *_: Any, **__: Any) -> None:
        """Print nothing: the error is part of the answer."""

    def init_virtualenv(self) -> None:
        """Look for no other environment."""

    def run_code(self, code: Any, *arguments: Any, **named: Any) -> Any:
        """Run compiled code, and remember the name that stands for its file."""
        self.cells.add(code.co_filename)
        return super().run_code(code, *arguments, **named)


def make() -> Shell:
    """Return a shell without history, colours or a folder of its own, and take over what is printed."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    config.Completer.use_jedi = False
    shell = Shell.instance(config=config)
    formats = shell.display_formatter
    formats.active_types = ["text/plain", "image/png"]
    of_figures = formats.formatters["image/png"]
    of_figures.for_type_by_name("matplotlib.figure", "Figure", _png)
    sys.stdout, sys.stderr = Stream(shell, "stdout"), Stream(shell, "stderr")
    return shell


def _png(figure: Any) -> bytes:
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=80)
    return buffer.getvalue()
