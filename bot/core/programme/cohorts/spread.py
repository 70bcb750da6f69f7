"""Choose a group with the widest spread over departments, regions, levels and languages. Pure.

A selection is better when more different values are in it, and among equals when they are more
evenly filled. What is left undecided then is decided by each applicant's sign, a hash, so that
neither luck nor being early counts. Small choices are tried out completely; in larger ones places
are filled one by one and exchanged as long as that helps.
"""

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_MOST_TRIED = 5_000  # selections
Score = tuple[int, int]


@dataclass(frozen=True, order=True)
class Applicant:
    """Somebody who applied, as the spread sees them.

    Args:
        sign: Names them, without saying who they are; decides between equals.
        values: Department, region, level and language as they are compared; empty: not told.
    """

    sign: str
    values: tuple[str, ...]


def choose_group(applicants: Iterable[Applicant], places: int) -> tuple[Applicant, ...]:
    """Choose who gets the places; everybody where there are enough."""
    everybody = sorted(applicants)
    if len(everybody) <= places:
        return tuple(everybody)
    if math.comb(len(everybody), places) <= _MOST_TRIED:
        # in the order of signs, so the first of the best is the one that signs decide for
        return max(itertools.combinations(everybody, places), key=score_group)
    return tuple(sorted(_exchange(_fill(everybody, places), everybody)))


def score_group(group: Iterable[Applicant]) -> Score:
    """Say how wide a spread is; more is better."""
    tally = _Tally()
    for one in group:
        tally.add(one)
    return tally.score


class _Tally:
    """Counts the values of a group, and knows its score at every moment."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[int, str]] = Counter()
        self._different = 0
        self._crowding = 0  # the sum of the squares of all counts: least where all are even

    @property
    def score(self) -> Score:
        return self._different, -self._crowding

    def add(self, one: Applicant) -> None:
        for value in enumerate(one.values):
            count = self._counts[value]
            self._counts[value] = count + 1
            self._crowding += 2 * count + 1
            self._different += count == 0 and value[1] != ""

    def remove(self, one: Applicant) -> None:
        for value in enumerate(one.values):
            count = self._counts[value]
            self._counts[value] = count - 1
            self._crowding -= 2 * count - 1
            self._different -= count == 1 and value[1] != ""

    def try_out(self, one: Applicant) -> Score:
        """Give the score with somebody more."""
        self.add(one)
        score = self.score
        self.remove(one)
        return score


def _fill(everybody: Sequence[Applicant], places: int) -> list[Applicant]:
    tally, group, left = _Tally(), [], list(everybody)
    for _ in range(places):
        best = max(left, key=tally.try_out)
        tally.add(best)
        group.append(best)
        left.remove(best)
    return group


def _exchange(group: list[Applicant], everybody: Sequence[Applicant]) -> list[Applicant]:
    """Exchange one for another as long as the spread becomes wider, which it cannot for ever."""
    tally, inside = _Tally(), sorted(group)
    for one in inside:
        tally.add(one)
    while True:
        best, step = tally.score, None
        for out in inside:
            tally.remove(out)
            for other in everybody:
                if other not in inside and (score := tally.try_out(other)) > best:
                    best, step = score, (out, other)
            tally.add(out)
        if step is None:
            return inside
        tally.remove(step[0])
        tally.add(step[1])
        inside = sorted([one for one in inside if one != step[0]] + [step[1]])
