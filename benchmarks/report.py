"""From nanoseconds to the table: medians, ratios to PyTorch, geometric means, targets."""

import dataclasses
import statistics
from collections.abc import Callable, Iterable
from typing import Any

from benchmarks.cases import KERAS_CNN, Case, Convolution, all_cases
from benchmarks.memory import Use, growth
from benchmarks.timing import spread

Row = dict[str, Any]

KINDS = {
    kind: frozenset(
        case.label for case in all_cases() if type(case).__name__.lower() == kind
    )
    for kind in ("convolution", "pooling", "network")
}
AT_MOST, AT_LEAST = "at most", "at least"
DIGITS = 4


def row(case: Case, times: dict[str, list[int]]) -> Row:
    """Return a case's row: milliseconds of every contender, and their ratios to PyTorch.

    >>> measured = row(KERAS_CNN, {"ours": [3_000_000, 5_000_000], "torch": [2_000_000] * 2})
    >>> measured["ms"]["ours"]["median"], measured["ratio"]["ours"]
    (4.0, 2.0)
    """
    spreads = {name: spread([t / 1e6 for t in ns]) for name, ns in times.items()}
    torch = _reference(case, {name: s.median for name, s in spreads.items()})
    return {
        "name": case.label,
        "kind": type(case).__name__.lower(),
        "first_layer": getattr(case, "first", False),
        "input_gradient": getattr(case, "input_gradient", True),
        "sizes": dataclasses.asdict(case),
        "repeats": len(times["ours"]),
        "ms": {
            name: {key: _rounded(value) for key, value in s._asdict().items()}
            for name, s in spreads.items()
        },
        "reference": torch,
        "ratio": {
            name: _rounded(s.median / spreads[torch].median)
            for name, s in spreads.items()
            if torch
        },
    }


def geometric_means(rows: list[Row]) -> dict[str, float | None]:
    """Return our convolutions' mean ratios to PyTorch, over the seven: as in training, and with every dx."""
    layers = [r for r in rows if r["kind"] == "convolution"]
    trained = [r for r in layers if r["first_layer"] != r["input_gradient"]]
    complete = _complete(rows, "convolution")
    return {
        "convolutions, as in training": _mean(trained) if complete else None,
        "convolutions, with every dx": (
            _mean([r for r in layers if r["input_gradient"]]) if complete else None
        ),
    }


def targets(rows: list[Row], uses: list[Use]) -> list[dict[str, Any]]:
    """Hold the results against what was demanded; what was not measured is neither met nor missed."""
    means = geometric_means(rows)
    found = [
        *((f"{what}: PyTorch's time, mean", AT_MOST, 1.3, m) for what, m in means.items()),
        ("the slowest convolution: PyTorch's time", AT_MOST, 2.0, _worst(rows, "convolution")),
        ("the slower pooling: PyTorch's time", AT_MOST, 1.0, _worst(rows, "pooling")),
        (f"an epoch, {KERAS_CNN.name}: PyTorch's time", AT_MOST, 1.0, _epoch(rows, "torch")),
        (f"an epoch, {KERAS_CNN.name}: Keras' time", AT_MOST, 1.5, _epoch(rows, "keras")),
        *(
            (f"every {kind}: times as fast as the textbook", AT_LEAST, times, _gain(rows, kind))
            for kind, times in (("convolution", 3.0), ("pooling", 8.0), ("network", 6.0))
        ),
        ("memory of a step, MB beyond its results", AT_MOST, 250.0, uses[-1].beyond if uses else None),
        ("memory, factor when the batch doubles", AT_MOST, 2.1, growth(uses) if uses else None),
    ]  # fmt: skip
    return [
        {
            "what": what,
            "demanded": f"{side} {limit:g}",
            "measured": _rounded(value),
            "met": _met(side, limit, value),
        }
        for what, side, limit, value in found
    ]


def table(rows: list[Row], uses: list[Use], held: list[dict[str, Any]]) -> str:
    """Write it all as text: medians in ms with the ratio to PyTorch, memory, targets."""
    names = list(dict.fromkeys(name for r in rows for name in r["ms"]))
    lines = [("median CPU time in ms", *names), *(_cells(r, names) for r in rows)]
    text = _aligned(lines) if rows else []
    if uses:
        text += [
            "",
            *_aligned([("memory in MB, batch of", "peak", "results", "beyond")]),
        ]
        text += _aligned(
            (str(u.batch), f"{u.peak:.0f}", f"{u.results:.0f}", f"{u.beyond:.0f}")
            for u in uses
        )
    words = {True: "met", False: "MISSED", None: "not measured"}
    marks = [
        (
            t["what"],
            t["demanded"],
            "" if t["met"] is None else f"{t['measured']:.2f}",
            words[t["met"]],
        )
        for t in held
    ]
    return "\n".join([*text, "", *_aligned(marks)])


def _reference(case: Case, medians: dict[str, float]) -> str | None:
    """Return the layout of PyTorch that counts: the better in a convolution, its default elsewhere."""
    layouts = [name for name in medians if name.startswith("torch")]
    if not layouts:
        return None
    return min(layouts, key=medians.get) if isinstance(case, Convolution) else "torch"


def _mean(rows: list[Row]) -> float | None:
    ratios = [r["ratio"].get("ours") for r in rows]
    return None if None in ratios else statistics.geometric_mean(ratios)


def _complete(rows: list[Row], kind: str) -> bool:
    return KINDS[kind] == {r["name"] for r in rows if r["kind"] == kind}


def _worst(rows: list[Row], kind: str) -> float | None:
    return _extreme(rows, kind, max, lambda r: r["ratio"].get("ours"))


def _gain(rows: list[Row], kind: str) -> float | None:
    return _extreme(
        rows,
        kind,
        min,
        lambda r: r["ms"]["textbook"]["median"] / r["ms"]["ours"]["median"],
    )


def _extreme(
    rows: list[Row], kind: str, choose: Callable, value: Callable[[Row], float | None]
) -> float | None:
    values = [value(r) for r in rows if r["kind"] == kind]
    return choose(values) if _complete(rows, kind) and None not in values else None


def _epoch(rows: list[Row], other: str) -> float | None:
    for r in rows:
        if r["name"] == KERAS_CNN.name and other in r["ms"]:
            return r["ms"]["ours"]["median"] / r["ms"][other]["median"]
    return None


def _met(side: str, limit: float, value: float | None) -> bool | None:
    if value is None:
        return None
    return bool(value <= limit if side == AT_MOST else value >= limit)


def _rounded(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.{DIGITS}g}")


def _cells(r: Row, names: list[str]) -> tuple[str, ...]:
    cells = [r["name"]]
    for name in names:
        ratio = f" ({r['ratio'][name]:.2f})" if name in r["ratio"] else ""
        cells.append(f"{r['ms'][name]['median']:.2f}{ratio}" if name in r["ms"] else "")
    return tuple(cells)


def _aligned(lines: Iterable[tuple[str, ...]]) -> list[str]:
    lines = list(lines)
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]
