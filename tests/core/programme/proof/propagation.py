"""Bounds of whole numbers under sums: narrowed until nothing narrows any more. Exact integers."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

V = TypeVar("V", bound=Hashable)
Bounds = tuple[int, int]


@dataclass(frozen=True)
class Row:
    """A sum of some variables lies between two numbers; each counts once, added or taken off."""

    members: tuple[tuple[int, Hashable], ...]
    least: int
    most: int


def propagate(bounds: Mapping[V, Bounds], rows: Sequence[Row]) -> dict[V, Bounds] | None:
    """Narrow all bounds; None: there is no such world."""
    known: dict[Hashable, Bounds] = dict(bounds)
    rows = [*rows, *_subtract(rows)]
    is_narrower = True
    while is_narrower:
        is_narrower = False
        for row in rows:
            narrowed = _narrow(row, known)
            if narrowed is None:
                return None
            is_narrower |= bool(narrowed)
            known |= narrowed
    return {one: known[one] for one in bounds}


def _narrow(row: Row, known: Mapping[Hashable, Bounds]) -> dict[Hashable, Bounds] | None:
    ends = [
        (known[one] if sign > 0 else (-known[one][1], -known[one][0])) for sign, one in row.members
    ]
    least, most = sum(low for low, _ in ends), sum(high for _, high in ends)
    if least > row.most or most < row.least:
        return None
    narrowed: dict[Hashable, Bounds] = {}
    for (sign, one), (low, high) in zip(row.members, ends, strict=True):
        new = max(low, row.least - (most - high)), min(high, row.most - (least - low))
        if new != (low, high):
            narrowed[one] = new if sign > 0 else (-new[1], -new[0])
    return narrowed


def _subtract(rows: Sequence[Row]) -> list[Row]:
    """Take each sum that lies within another off it: what is left is known as well."""
    sums = [row for row in rows if len(row.members) > 3]
    found = []
    for whole in sums:
        for part in sums:
            rest = set(whole.members) - set(part.members)
            if part is not whole and rest and len(rest) == len(whole.members) - len(part.members):
                least, most = whole.least - part.most, whole.most - part.least
                found.append(Row(tuple(rest), least, most))
    return found
