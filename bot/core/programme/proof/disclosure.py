"""What may be told of a month's deeds: cells that rest on ten people or more, frozen for good.

The attacker who is covered may read every page and export of every period as often as they like,
before and after somebody leaves or is forgotten, knows how all this works, who was there at all and
what they did themselves, and does sums and differences with all of it. They learn no figure of
one person, nor of a group of fewer than ten, because

- every exact number (posts, drafts) and every sum (reach, engagement) is of a block of months,
  blocks of a figure do not overlap, and each rests on ten people: whatever is added up or taken
  away still rests on whole blocks. A month of too few people is put together with the next; it is
  never part of a total that the other parts could be taken off;
- where everybody did it once, or would have to for all that is told, there is no number yet, nor
  where one person makes more than half of a sum: it would be everybody's, or theirs, nearly;
- what counts some of what another figure counts (themes of posts; rules, “go” and requests of
  drafts) is told of whole blocks of that one, and stays ten values wide within all bounds: its own
  rounding, the exact whole, ten people outside of it, and the other parts (parts.py). Other coarse
  numbers are ten wide, and times are classes;
- there are no other cuts: no department, no cohort, no day, no filter by person. A quarter or a
  year adds up blocks that end in it;
- a cell is worked out once, when its last month is over for two weeks, and never again. What is
  asked later of other people is not compared with it. What was forgotten before is not in it.

This is attacked in the tests: bounds of all pages are combined and propagated, and for each figure
another world is looked for in which all pages are the same and this one figure is not.

Not covered: whoever knows from elsewhere what nine of ten people did (the nine together, say), or
who reads the database with its key. That a figure is missing tells that it was too few people, or
as above; that all of a group of ten or more did something is told of each of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.programme.proof.deeds import BASES, EXCLUSIVE, MANNERS, SITTINGS, Deed, Kind
from bot.core.programme.proof.parts import Part, choose_parts, measure_go
from bot.core.programme.proof.rounding import (
    LEAST,
    Crowd,
    find_class,
    find_top,
    lower,
    measure,
    round_sum,
)

LONGEST_BLOCK = 6  # months that are put together; what is still too small is left out


@dataclass(frozen=True)
class Cell:
    """A number that may be told.

    Args:
        kind: Of which figure.
        first: Its first month.
        last: Its last.
        value: The number: a count, a sum, a share of a hundred, seconds.
        people: On how many people it rests, at least.
        part: A theme, a rule, `half` or `most`; empty: the whole.
    """

    kind: Kind
    first: int
    last: int
    value: int
    people: int
    part: str = ""


@dataclass(frozen=True)
class Closed:
    """A month that was closed, with what may be told since.

    Args:
        month: Which.
        cells: The cells that end with it.
        waiting: From which month on each figure still waits for ten people.
    """

    month: int
    cells: tuple[Cell, ...] = ()
    waiting: Mapping[str, int] = field(default_factory=dict)


def find_first_needed(before: Closed | None, month: int) -> int:
    """Find the first month whose deeds closing a month needs."""
    if before is None:
        return month
    return min((*before.waiting.values(), month))


def close_month(month: int, before: Closed | None, deeds: Iterable[Deed]) -> Closed:
    """Close a month: tell what rests on enough people, let the rest wait for the next."""
    by_kind: dict[Kind, list[Deed]] = defaultdict(list)
    for deed in deeds:
        if deed.month <= month:
            by_kind[deed.kind].append(deed)
    cells: list[Cell] = []
    waiting: dict[str, int] = {}
    starts = before.waiting if before is not None else {}
    told: dict[Kind, int] = {}  # the first months of the blocks that are told now
    for sitting in SITTINGS:
        base = BASES.get(sitting[0])
        first = min(starts.get(kind, month) for kind in sitting)
        if base is not None and base not in told:  # it comes with the block of its base, or never
            waiting |= dict.fromkeys(sitting, first) if base in waiting else {}
            continue
        is_last = month - first + 1 >= LONGEST_BLOCK
        if base is not None and month - first + 1 > LONGEST_BLOCK:
            first = told[base]
        found = _tell_sitting(sitting, first, month, by_kind)
        has_first = any(cell.kind == sitting[0] for cell in found)  # it takes the most people
        if has_first or (found and is_last):
            cells += found
            told |= dict.fromkeys(sitting, first)
        elif not is_last:
            waiting |= dict.fromkeys(sitting, first)
    return Closed(month, tuple(cells), waiting)


def _tell_sitting(
    sitting: Sequence[Kind], first: int, last: int, by_kind: Mapping[Kind, Sequence[Deed]]
) -> list[Cell]:
    """Tell what may be told of some figures in a block of months; nothing for too few people."""
    cells: list[Cell] = []
    go: Part | None = None
    for kind in sitting:
        deeds = [deed for deed in by_kind.get(kind, ()) if deed.month >= first]
        if measure(deeds).people < LEAST:
            continue
        if MANNERS[kind] == "share":
            go = measure_go(deeds)
        base = BASES.get(kind)
        limit = sum(deed.month >= first for deed in by_kind.get(base, ())) if base else None
        for part, value, people in _tell_block(kind, deeds, go, limit):
            cells.append(Cell(kind, first, last, value, lower(people), part))
    return cells


def _tell_block(
    kind: Kind, deeds: Sequence[Deed], go: Part | None, limit: int | None
) -> list[tuple[str, int, int]]:
    """Tell parts, values and people of one figure, which is enough people's."""
    crowd = measure(deeds)
    match MANNERS[kind]:
        case "exact":
            return [("", crowd.total, crowd.people)] if crowd.hides(crowd.total) else []
        case "sum":
            told = round_sum(crowd.total)
            is_told = crowd.hides(crowd.total) and not crowd.is_dominated
            return [("", told, crowd.people)] if is_told else []
        case "coarse":
            return _tell_coarse(crowd, limit)
        case "parts":
            parts = choose_parts(deeds, go, is_exclusive=kind in EXCLUSIVE)
            return [(one.name, one.told, one.inside.people) for one in parts]
        case "share":
            return [("", go.told, crowd.people)] if go is not None else []
        case "times":
            return _tell_times(deeds, crowd)


def _tell_coarse(crowd: Crowd, limit: int | None) -> list[tuple[str, int, int]]:
    told, top = lower(crowd.total), find_top(crowd.total)
    top = top if limit is None else min(top, limit)
    is_wide = top - told >= LEAST - 1
    return [("", told, crowd.people)] if is_wide and crowd.hides(top) else []


def _tell_times(deeds: Sequence[Deed], crowd: Crowd) -> list[tuple[str, int, int]]:
    times = sorted(deed.amount for deed in deeds)
    half, most = times[(len(times) - 1) // 2], times[(9 * len(times) - 1) // 10]
    return [("half", find_class(half), crowd.people), ("most", find_class(most), crowd.people)]
