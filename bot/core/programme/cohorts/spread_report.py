"""Say what a selection covers, what is missing and why, and what each person brings. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.core.programme.cohorts.spread import Applicant

Dimension = Literal["department", "region", "level", "language"]
DIMENSIONS: tuple[Dimension, ...] = ("department", "region", "level", "language")


@dataclass(frozen=True)
class Coverage:
    """One dimension of a selection, by values.

    Args:
        dimension: Which.
        covered: What is in it, the most frequent first.
        not_applied: What nobody applied from.
        no_place: What somebody applied from, but the places were not enough.
    """

    dimension: Dimension
    covered: tuple[str, ...]
    not_applied: tuple[str, ...] = ()
    no_place: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many values there are."""
        return len(self.covered) + len(self.not_applied) + len(self.no_place)


@dataclass(frozen=True)
class Share:
    """What one person brings: values that only they do, else their rarest with its count."""

    alone: tuple[tuple[Dimension, str], ...]
    rarest: tuple[Dimension, str] | None
    count: int = 0


def report_coverage(
    group: Sequence[Applicant],
    everybody: Sequence[Applicant],
    expected: Mapping[Dimension, Sequence[str]],
) -> list[Coverage]:
    """Report what a selection covers.

    Args:
        group: The selection.
        everybody: All who applied.
        expected: What there is in the organisation, whoever applied.
    """
    found = []
    for number, dimension in enumerate(DIMENSIONS):
        inside = _count(group, number)
        applied = _count(everybody, number)
        wanted = dict.fromkeys((*expected.get(dimension, ()), *applied))
        missing = [value for value in sorted(wanted) if value not in inside]
        found.append(
            Coverage(
                dimension,
                tuple(inside),
                tuple(value for value in missing if value not in applied),
                tuple(value for value in missing if value in applied),
            )
        )
    return found


def report_share(one: Applicant, group: Sequence[Applicant]) -> Share:
    """Report what one of a selection brings."""
    counted = [
        (_count(group, number).get(one.values[number], 0), dimension, one.values[number])
        for number, dimension in enumerate(DIMENSIONS)
        if one.values[number]
    ]
    alone = tuple((dimension, value) for count, dimension, value in counted if count == 1)
    if not counted:
        return Share((), None)
    count, dimension, value = min(counted, key=lambda told: told[0])
    return Share(alone, (dimension, value), count)


def _count(group: Sequence[Applicant], number: int) -> dict[str, int]:
    counts = Counter(one.values[number] for one in group if one.values[number])
    return dict(sorted(counts.items(), key=lambda counted: (-counted[1], counted[0])))
