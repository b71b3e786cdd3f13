"""What a check cell knows: what the locked cells define, and the student's names as data or proxies.

Of the locked cells only those statements run here that define what a check needs; a cell that shows a
picture of the student's work runs in the sandbox alone.
"""

import ast
import builtins
from collections.abc import Iterator
from types import CodeType
from typing import Any

from cnn_course.grading import view
from cnn_course.grading.rebuild import Cell
from cnn_course.grading.session import Session

FILE = "check"


class Given:
    """The namespace of a notebook's checks."""

    def __init__(self, cells: list[Cell]) -> None:
        code = [cell for cell in cells if cell.type == "code"]
        self.statements = {
            cell.name: [
                node for tree in view.parsed([cell.source]) for node in tree.body
            ]
            for cell in code
            if cell.kind == "given"
        }
        # What a task asks a student to define is the student's, whatever it was before.
        self.theirs = {
            name
            for cell in code
            if cell.kind in ("answer", "essay")
            for tree in view.parsed([cell.released])
            for node in tree.body
            for name in bound(node)
        }
        self.needed = set().union(*(self._needs(c) for c in code if c.kind == "check"))
        self.fetched: set[str] = set()
        self.defined: dict[str, Any] = {"__builtins__": builtins, "__name__": FILE}

    def define(self, cell: Cell, session: Session) -> None:
        """Run the statements of a locked cell that checks need."""
        for node in self.statements.get(cell.name, []):
            if touched(node) & self.needed:
                names = self._with_theirs(free(node), session)
                exec(compile(ast.Module([node], []), FILE, "exec"), names)
                self.fetched -= bound(node)  # from here on it is ours

    def names(self, cell: Cell, session: Session) -> dict[str, Any]:
        """Return the namespace for a check cell, the student's names fetched as they are now."""
        return self._with_theirs(self._needs(cell), session)

    def _needs(self, cell: Cell) -> set[str]:
        """Return the names that a check reads, and those that their definitions read."""
        trees = list(view.parsed([cell.source]))
        needed = {name for tree in trees for name in free(tree)}
        # `x = x + 1` in a check reads the student's `x` first.
        needed |= {name for tree in trees for name in read(tree)} & self.theirs
        nodes = [node for nodes in self.statements.values() for node in nodes]
        while (
            more := {
                name for node in nodes if touched(node) & needed for name in free(node)
            }
            - needed
        ):
            needed |= more
        return needed

    def _with_theirs(self, names: set[str], session: Session) -> dict[str, Any]:
        for name in names:
            ours = name in self.defined or hasattr(builtins, name)
            if ours and name not in self.theirs | self.fetched:
                continue
            self.defined.pop(name, None)
            if session.defines(name):
                self.defined[name] = session.get(name)
                self.fetched.add(name)
        return self.defined


def split(source: str) -> tuple[CodeType, CodeType | None]:
    """Compile a cell: its statements, and the expression at its end, whose value it shows."""
    (tree,) = view.parsed([source])
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = compile(ast.Expression(tree.body.pop().value), FILE, "eval")
    return compile(tree, FILE, "exec"), last


def read(tree: ast.AST) -> set[str]:
    """Return the names that a tree reads."""
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    return {node.id for node in names if isinstance(node.ctx, ast.Load)}


def free(tree: ast.AST) -> set[str]:
    """Return the names that a tree reads and, if it is a whole cell, does not define itself."""
    if not isinstance(tree, ast.Module):
        return read(tree)
    nodes = list(ast.walk(tree))
    own = {
        n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
    }
    return read(tree) - own - {node.arg for node in nodes if isinstance(node, ast.arg)}


def bound(node: ast.stmt) -> set[str]:
    """Return the names that a statement defines at the top of a cell."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {node.name}
    if isinstance(node, ast.Import | ast.ImportFrom):
        return {alias.asname or alias.name.split(".")[0] for alias in node.names}
    return {
        part.id
        for part in ast.walk(node)
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store | ast.Del)
    }


def touched(node: ast.stmt) -> set[str]:
    """Return the names that a statement defines or changes: also `x` of `x[0] = 1` and of `x.sort()`."""
    return bound(node) | set(_changed(node))


def _changed(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return
    for part in ast.walk(node):
        stored = isinstance(part, ast.Attribute | ast.Subscript) and not isinstance(
            part.ctx, ast.Load
        )
        method = isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute)
        root: Any = part.func if method else part if stored else None
        while isinstance(root, ast.Attribute | ast.Subscript):
            root = root.value
        if isinstance(root, ast.Name):
            yield root.id
