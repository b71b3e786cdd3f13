"""Make one file of a widget's ES module and of all that it imports; and one of its stylesheets.

A browser loads no ES modules from a folder (file:), and a notebook none from beside a widget.
The modules import by name from a module beside them, in one of these forms and no other:

    import { pixelsOf, window } from "./painter_state.js";
    @import "./stepper.css";
"""

import re
from pathlib import Path

MODULES = Path(__file__).parent / "modules"
IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w.]+)";$', re.M)
EXPORT = re.compile(
    r"^export (?:default|(?:function|async function|const) (\w+))", re.M
)
LEFT = re.compile(r"^(?:import|export)\b.*", re.M)
SHEET = re.compile(r'^@import "\./([\w.]+)";\n', re.M)


def expression(module: Path) -> str:
    """Return a module and all it imports as one JavaScript expression: an object of what it exports.

    Raises:
        ValueError: it imports or exports in a form other than those that the widgets use.
    """
    parts: dict[Path, str] = {}
    _collect(module.resolve(), parts)
    listed = "\n".join(parts.values())
    return f'(() => {{\n"use strict";\n{listed}\nreturn {_name(module)};\n}})()'


def _collect(module: Path, parts: dict[Path, str]) -> None:
    """Add a module below those that it imports, each as a function that is called once."""
    if module in parts:
        return
    text = module.read_text(encoding="utf-8")
    for _, file in IMPORT.findall(text):
        _collect(module.parent / file, parts)
    text = IMPORT.sub(lambda m: f"const {{{m[1]}}} = {_name(Path(m[2]))};", text)
    names = [name or "default: exported" for name in EXPORT.findall(text)]
    text = re.sub(r"^export default ", "const exported = ", text, flags=re.M)
    text = re.sub(r"^export (?=function|async|const)", "", text, flags=re.M)
    if left := LEFT.search(text):
        raise ValueError(f"{module.name}: a widget's modules cannot say {left[0]!r}.")
    body = f"{text}\nreturn {{ {', '.join(names)} }};"
    parts[module] = f"const {_name(module)} = (() => {{\n{body}\n}})();"


def _name(module: Path) -> str:
    return f"module_{module.stem}"


def for_notebooks(name: str) -> str:
    """Return a widget as the one ES module that the package ``anywidget`` wants."""
    host = (MODULES / "notebook.js").read_text(encoding="utf-8")
    return f"const widget = {expression(MODULES / f'{name}.js')}.default;\n\n{host}"


def stylesheet(*sheets: Path) -> str:
    """Return stylesheets and all that they import as one, each of them once."""
    parts: dict[Path, str] = {}
    for sheet in sheets:
        _collect_sheet(sheet.resolve(), parts)
    return "\n".join(parts.values())


def _collect_sheet(sheet: Path, parts: dict[Path, str]) -> None:
    if sheet not in parts:
        text = sheet.read_text(encoding="utf-8")
        for file in SHEET.findall(text):
            _collect_sheet(sheet.parent / file, parts)
        parts[sheet] = SHEET.sub("", text)
