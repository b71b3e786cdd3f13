"""What a check cell knows: what the locked cells define, and the student's names as data or proxies.

Of the locked cells only those statements run here that define what a check needs; a cell that shows a
picture of the student's work runs in the sandbox alone.
"""

import ast
import builtins
import contextlib
import io
from collections.abc import Iterable, Iterator, Set
from types import CodeType
from typing import Any

from cnn_course.grading import view
from cnn_course.grading.answers import NotSent
from cnn_course.grading.proxies import number_of
from cnn_course.grading.rebuild import Cell
from cnn_course.grading.session import Session

FILE = "check"


class Given:
    """The namespace of a notebook's checks."""

    def __init__(self, cells: list[Cell], plain: list[Cell] | None = None) -> None:
        code = [cell for cell in [*cells, *(plain or [])] if cell.type == "code"]
        self.statements = {
            cell.name: [
                node for tree in view.parsed([cell.source]) for node in tree.body
            ]
            for cell in code
            if cell.kind == "given"
        }
        self.earlier: set[str] = set()  # what checks before this one define
        self.ours = set(dir(builtins)) | {
            name
            for nodes in self.statements.values()
            for node in nodes
            for name in bound(node)
        }
        # What a task asks a student to define is the student's, whatever it was before.
        asked = [cell for cell in code if cell.kind in ("answer", "essay", "plain")]
        texts = [text for cell in asked for text in (cell.released, cell.solution)]
        self.theirs = {
            name
            for tree in view.parsed(texts)
            for node in tree.body
            for name in bound(node) - imported(node)
        }
        # The author's own solution passes the checks: what it does not define, no check needs.
        self.known = any(cell.solution for cell in asked)
        checks = [view.parsed([cell.source]) for cell in code if cell.kind == "check"]
        self.needed = set().union(*map(self._needs, checks))
        self.defined: dict[str, Any] = {"__builtins__": builtins, "__name__": FILE}
        self._import_for(texts)

    def _import_for(self, stubs: list[str]) -> None:
        """Import what students find imported in the place for an answer, as far as checks need it."""
        for node in (node for tree in view.parsed(stubs) for node in ast.walk(tree)):
            if isinstance(node, ast.Import | ast.ImportFrom):
                self.ours |= imported(node) - self.theirs
                if imported(node) & self.needed:
                    with contextlib.suppress(Exception):
                        code = compile(ast.Module([node], []), FILE, "exec")
                        exec(code, self.defined)

    def define(self, cell: Cell, session: Session) -> None:
        """Run the statements of a locked cell that checks need; one that fails does not stop the next."""
        for node in self.statements.get(cell.name, []):
            if touched(node) & self.needed:
                # What it prints the student has seen; it is not for the grader's terminal.
                unheard = contextlib.redirect_stdout(io.StringIO())
                with contextlib.suppress(Exception), unheard:
                    names = self._with_theirs(free(node), session)
                    exec(compile(ast.Module([node], []), FILE, "exec"), names)

    def names(self, cell: Cell, session: Session) -> dict[str, Any]:
        """Return the namespace for a check cell, the student's names fetched as they are now."""
        trees = list(view.parsed([cell.source]))
        own = {name for tree in trees for node in tree.body for name in bound(node)}
        roots = {name for tree in trees for name in _roots(tree)}
        names = self._with_theirs(self._needs(trees), session, own, roots)
        self.earlier |= own
        return names

    def _needs(self, trees: Iterable[ast.Module]) -> set[str]:
        """Return the names that a check reads, and those that their definitions read."""
        needed = {name for tree in trees for name in free(tree)}
        nodes = [node for nodes in self.statements.values() for node in nodes]
        while (
            more := {
                name for node in nodes if touched(node) & needed for name in free(node)
            }
            - needed
        ):
            needed |= more
        return needed

    def _with_theirs(
        self,
        names: set[str],
        session: Session,
        own: Set[str] = frozenset(),
        roots: Set[str] = frozenset(),
    ) -> dict[str, Any]:
        """Fetch the student's names; what locked cells and earlier checks define is never the student's.

        ``own`` are names that the check defines itself, ``roots`` those of which it uses attributes.
        """
        for name in names:
            ours = self.known or name in self.ours | self.earlier
            if ours and name not in self.theirs:
                continue
            self.defined.pop(name, None)
            if not session.defines(name):
                continue
            with contextlib.suppress(NotSent if name in own - self.theirs else ()):
                found = session.get(name)
                # Where the author's solution is not there to tell, `np` could be the student's own `np`.
                if name in self.theirs or not (
                    number_of(found) is not None and name in roots
                ):
                    self.defined[name] = found
        return self.defined


def split(source: str) -> tuple[CodeType, CodeType | None]:
    """Compile a cell: its statements, and the expression at its end, whose value it shows."""
    trees = list(view.parsed([source]))
    tree = trees[0] if trees else ast.parse(source)  # which says what is wrong
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = compile(ast.Expression(tree.body.pop().value), FILE, "eval")
    return compile(tree, FILE, "exec"), last


def _roots(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and not node.attr.startswith("__")  # a proxy answers to these itself
        ):
            yield node.value.id


def read(tree: ast.AST) -> set[str]:
    """Return the names that a tree reads."""
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    return {node.id for node in names if isinstance(node.ctx, ast.Load)}


def free(tree: ast.AST) -> set[str]:
    """Return the names that a tree reads; of a function those that are not its own."""
    if not isinstance(tree, ast.FunctionDef | ast.AsyncFunctionDef):
        return read(tree)
    nodes = list(ast.walk(tree))
    own = {node.arg for node in nodes if isinstance(node, ast.arg)}
    for node in nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            own.add(node.id)
    return read(tree) - own


def bound(node: ast.AST) -> set[str]:
    """Return the names that a statement defines, in its branches too, but not inside functions."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {node.name}
    if isinstance(node, ast.Import | ast.ImportFrom):
        return imported(node)
    found = {node.name} if isinstance(node, ast.ExceptHandler) and node.name else set()
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store | ast.Del):
        found.add(node.id)
    if not isinstance(node, ast.Lambda):
        found |= {name for part in ast.iter_child_nodes(node) for name in bound(part)}
    return found


def imported(node: ast.AST) -> set[str]:
    """Return the names that the imports in a statement define; for a star, all that it brings."""
    found = set()
    for part in ast.walk(node):
        if isinstance(part, ast.Import):
            found |= {alias.asname or alias.name.split(".")[0] for alias in part.names}
        elif isinstance(part, ast.ImportFrom) and part.names[0].name == "*":
            found |= _brought_by(part)
        elif isinstance(part, ast.ImportFrom):
            found |= {alias.asname or alias.name for alias in part.names}
    return found


def _brought_by(node: ast.ImportFrom) -> set[str]:
    names: dict[str, Any] = {}
    with contextlib.suppress(Exception):  # as the cell itself will say
        exec(compile(ast.Module([node], []), FILE, "exec"), names)
    return set(names) - {"__builtins__"}


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
