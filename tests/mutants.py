"""Programs with one small fault each, made from a right one: what a check must not let through.

The kinds of faults are those of DeMillo, Lipton and Sayward (1978), "Hints on test data selection", and
those of this course: axes, dtypes, slices, pairs in the wrong order.
"""

import ast
import copy
from collections.abc import Callable, Iterator
from typing import NamedTuple

OPERATORS: dict[type, tuple[type, ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Add, ast.Div),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Div, ast.Mult),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
}
NAMES = {
    "max": ("min", "sum"),
    "min": ("max", "sum"),
    "sum": ("mean", "max"),
    "mean": ("sum", "max"),
    "std": ("var",),
    "argmax": ("argmin",),
    "argmin": ("argmax",),
    "maximum": ("minimum",),
    "minimum": ("maximum",),
    "zeros": ("ones",),
    "ones": ("zeros",),
    "zeros_like": ("ones_like",),
    "floor": ("ceil",),
    "ceil": ("floor",),
    "rint": ("floor", "ceil"),
    "exp": ("exp2",),
    "log": ("log2",),
    "sqrt": ("abs",),
}
SYMMETRIC = {
    "max",
    "min",
    "maximum",
    "minimum",
}  # the order of two arguments is nothing
TAKEN_AWAY = {"astype", "copy", "reshape", "transpose"}  # calls that leave their object


class Mutant(NamedTuple):
    """A changed program; ``line`` shows the change as ``before -> after``."""

    line: str
    source: str


def mutants(source: str) -> list[Mutant]:
    """Return a program with each possible fault, no two the same.

    >>> [mutant.line for mutant in mutants("def f(x):\\n    return x + 1")]
    ['return x + 1 -> return x - 1', 'return x + 1 -> return x + 2', 'return x + 1 -> return x + 0']
    """
    found: dict[str, Mutant] = {}
    tree = ast.parse(source)
    original = ast.unparse(tree)
    axes = {
        id(k.value)
        for k in ast.walk(tree)
        if isinstance(k, ast.keyword) and k.arg == "axis"
    }
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in axes and isinstance(node, ast.Tuple):
            continue
        for change in _changes(node):
            changed = copy.deepcopy(tree)
            twin = next(n for i, n in enumerate(ast.walk(changed)) if i == number)
            change(twin)
            text = ast.unparse(ast.fix_missing_locations(changed))
            if text != original and text not in found:
                found[text] = Mutant(_difference(original, text), text)
    return list(found.values())


def _difference(before: str, after: str) -> str:
    """Return the first line that changed, both ways."""
    old, new = before.splitlines(), after.splitlines()
    at = next((i for i, (a, b) in enumerate(zip(old, new)) if a != b), len(new))  # noqa: B905 -- lines go
    return f"{old[at].strip()} -> {new[at].strip() if at < len(new) else ''}"


def _changes(node: ast.AST) -> Iterator[Callable[[ast.AST], None]]:
    """Yield what can be done to a node of this kind, in place."""
    for kind, changes in CHANGES.items():
        if isinstance(node, kind):
            yield from changes(node)


def _operators(node: ast.AST) -> Iterator[Callable]:
    if isinstance(node, ast.Compare):
        for new in OPERATORS.get(type(node.ops[0]), ()):
            yield lambda n, new=new: n.ops.__setitem__(0, new())
    else:
        for new in OPERATORS.get(type(node.op), ()):
            yield lambda n, new=new: setattr(n, "op", new())


def _constant(node: ast.Constant) -> Iterator[Callable]:
    value = node.value
    if isinstance(value, bool):
        yield lambda n: setattr(n, "value", not value)
    elif isinstance(value, int | float):
        for new in (value + 1, value - 1):
            yield lambda n, new=new: setattr(n, "value", new)


def _augmented(node: ast.AugAssign) -> Iterator[Callable]:
    yield from _operators(node)

    def plain(n: ast.AST) -> None:
        target, value = n.target, n.value
        n.__class__ = ast.Assign  # in place, so that its parent keeps it
        n.__dict__ = {"targets": [target], "value": value, "lineno": 1}

    yield plain


def _name(node: ast.Attribute) -> Iterator[Callable]:
    for new in NAMES.get(node.attr, ()):
        yield lambda n, new=new: setattr(n, "attr", new)
    if node.attr == "T":
        yield _becomes(lambda n: n.value)


def _called_name(node: ast.Name) -> Iterator[Callable]:
    for new in NAMES.get(node.id, ()) if isinstance(node.ctx, ast.Load) else ():
        yield lambda n, new=new: setattr(n, "id", new)


def _call(node: ast.Call) -> Iterator[Callable]:
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    if len(node.args) > 1 and name not in SYMMETRIC:
        yield lambda n: n.args.__setitem__(slice(0, 2), n.args[1::-1])
    if isinstance(node.func, ast.Attribute) and node.func.attr in TAKEN_AWAY:
        yield _becomes(lambda n: n.func.value)
    for place in range(len(node.keywords)):
        yield lambda n, place=place: n.keywords.pop(place)


def _keyword(node: ast.keyword) -> Iterator[Callable]:
    """Leave out one of several axes; their order is nothing."""
    if node.arg == "axis" and isinstance(node.value, ast.Tuple):
        for place in range(len(node.value.elts)):
            yield lambda n, place=place: n.value.elts.pop(place)


def _sequence(node: ast.Tuple | ast.List) -> Iterator[Callable]:
    for place in range(len(node.elts) - 1):

        def swap(n: ast.AST, place: int = place) -> None:
            n.elts[place], n.elts[place + 1] = n.elts[place + 1], n.elts[place]

        yield swap


def _slice(node: ast.Slice) -> Iterator[Callable]:
    for part in ("lower", "upper", "step"):
        if getattr(node, part) is not None:
            yield lambda n, part=part: setattr(n, part, None)


def _unary(node: ast.UnaryOp) -> Iterator[Callable]:
    yield _becomes(lambda n: n.operand)


def _condition(node: ast.If | ast.IfExp | ast.While) -> Iterator[Callable]:
    yield lambda n: setattr(n, "test", ast.UnaryOp(ast.Not(), n.test))


def _body(node: ast.AST) -> Iterator[Callable]:
    """Take a statement away; a docstring or a return is none that does something."""
    for place, statement in enumerate(node.body):
        doc = isinstance(statement, ast.Expr) and isinstance(
            statement.value, ast.Constant
        )
        if not doc and not isinstance(statement, ast.Return | ast.FunctionDef):
            yield lambda n, place=place: n.body.__setitem__(place, ast.Pass())


def _becomes(part: Callable[[ast.AST], ast.AST]) -> Callable[[ast.AST], None]:
    """Return a change that puts a part of a node in the node's place."""

    def change(node: ast.AST) -> None:
        new = part(node)
        node.__class__, node.__dict__ = new.__class__, dict(new.__dict__)

    return change


CHANGES: dict[type | tuple[type, ...], Callable[..., Iterator[Callable]]] = {
    (ast.BinOp, ast.BoolOp, ast.Compare): _operators,
    ast.Constant: _constant,
    ast.AugAssign: _augmented,
    ast.Attribute: _name,
    ast.Name: _called_name,
    ast.Call: _call,
    ast.keyword: _keyword,
    (ast.Tuple, ast.List): _sequence,
    ast.Slice: _slice,
    ast.UnaryOp: _unary,
    (ast.If, ast.IfExp, ast.While): _condition,
    (ast.FunctionDef, ast.For, ast.If, ast.While): _body,
}
