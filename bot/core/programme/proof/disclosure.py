"""What may be told of a month's deeds: cells that rest on ten people or more, frozen for good.

The attacker who is covered may read every page and export as often as they like, before and after
somebody leaves or is forgotten, knows how all this works, and does sums and differences with all of
it. They isolate no group of fewer than ten people, because

- every exact number (posts, drafts) and every sum (reach, engagement) is of a block of months,
  blocks of a figure do not overlap, and each rests on ten people: whatever is added up or taken
  away still rests on whole blocks. A month of too few people is put together with the next; it is
  never part of a total that the other parts could be taken off;
- everything that overlaps with something else (themes, rules, shares, times, training, cases, how
  many people) is coarse: a range at least ten wide, or a class of time. Where a part is told, those
  outside of it are ten people as well;
- there are no other cuts: no department, no cohort, no day, no filter by person;
- a cell is worked out once, when its last month is over for two weeks, and never again. What is
  asked later of other people is not compared with it. What was forgotten before is not in it;
- a sum of which one person makes more than half is not told: it would be theirs, nearly.

The first point is tested: no linear combination of the exact totals isolates anybody. The coarse
ones are tested each by itself (rounding, ten people inside and outside); that they say nothing more
together with the exact ones is an argument, not a proof.

Not covered: whoever knows from elsewhere what nine of ten people did (the nine together, say), or
who reads the database with its key. That a figure is missing tells that fewer than ten people were
there; that all of a group of ten or more did something is told of each of them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.programme.proof.deeds import KINDS, MANNERS, Deed, Kind

LEAST = 10  # people that a figure rests on
LEAST_SHARED = 100  # things of which a share is told: a step of it is ten of them
LONGEST_BLOCK = 6  # months that are put together; what is still too small is left out
_MOST_PARTS = 12
# Seconds: moments for answers of ours, hours and days for those of people.
TIME_CLASSES = (
    1, 2, 5, 10, 30, 60, 300, 3_600, 4 * 3_600, 8 * 3_600, 24 * 3_600, 2 * 86_400, 3 * 86_400,
    7 * 86_400, 14 * 86_400, 30 * 86_400, 90 * 86_400,
)  # fmt: skip


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
    for kind in KINDS:
        first = before.waiting.get(kind, month) if before is not None else month
        block = [deed for deed in by_kind[kind] if deed.month >= first]
        found = tell_block(kind, first, month, block)
        cells += found
        is_given_up = not found and month - first + 1 >= LONGEST_BLOCK
        if not found and not is_given_up:
            waiting[kind] = first
    return Closed(month, tuple(cells), waiting)


def tell_block(kind: Kind, first: int, last: int, deeds: Sequence[Deed]) -> list[Cell]:
    """Tell what may be told of a figure in a block of months; nothing for too few people."""
    people = len({deed.person for deed in deeds})
    if people < LEAST:
        return []
    cells: list[tuple[str, int, int]] = []
    match MANNERS[kind]:
        case "exact":
            cells = [("", sum(deed.amount for deed in deeds), people)]
        case "coarse":
            cells = [("", lower(sum(deed.amount for deed in deeds)), people)]
        case "sum":
            cells = [("", value, people) for value in _tell_sum(deeds)]
        case "parts":
            cells = _tell_parts(deeds)
        case "share":
            cells = [("", share, people) for share in _tell_share(deeds)]
        case "times":
            cells = [(part, time, people) for part, time in _tell_times(deeds)]
    return [Cell(kind, first, last, value, lower(rest), part) for part, value, rest in cells]


def lower(count: int) -> int:
    """Round a count down to tens, a large one to two digits: a range at least ten wide."""
    step = max(10, int(10 ** (len(str(count)) - 2)))
    return count // step * step


def _tell_sum(deeds: Sequence[Deed]) -> list[int]:
    shares: Counter[str] = Counter()
    for deed in deeds:
        shares[deed.person] += deed.amount
    total = shares.total()
    if total <= 0 or 2 * max(shares.values()) > total:
        return []
    step = max(1, int(10 ** (len(str(total)) - 3)))
    return [(total + step // 2) // step * step]


def _split(deeds: Sequence[Deed], part: str) -> tuple[int, int, int]:
    """Count the deeds of a part, its people, and the people of what is outside of it."""
    inside = [deed for deed in deeds if part in deed.parts]
    outside = {deed.person for deed in deeds if part not in deed.parts}
    return len(inside), len({deed.person for deed in inside}), len(outside)


def _tell_parts(deeds: Sequence[Deed]) -> list[tuple[str, int, int]]:
    found = []
    for part in sorted({part for deed in deeds for part in deed.parts}):
        count, people, others = _split(deeds, part)
        if people >= LEAST and others >= LEAST:
            found.append((part, lower(count), people))
    found.sort(key=lambda one: (-one[1], one[0]))
    return found[:_MOST_PARTS]


def _tell_share(deeds: Sequence[Deed]) -> list[int]:
    count, people, others = _split(deeds, "go")
    whole = len(deeds)
    if people < LEAST or others < LEAST or whole < LEAST_SHARED:
        return []
    step = 10 if whole < 200 else 5 if whole < 1000 else 1
    return [(200 * count // whole + step) // (2 * step) * step]


def _tell_times(deeds: Sequence[Deed]) -> list[tuple[str, int]]:
    times = sorted(deed.amount for deed in deeds)
    half, most = times[(len(times) - 1) // 2], times[(9 * len(times) - 1) // 10]
    return [("half", _find_class(half)), ("most", _find_class(most))]


def _find_class(seconds: int) -> int:
    return next((limit for limit in TIME_CLASSES if seconds <= limit), TIME_CLASSES[-1])
