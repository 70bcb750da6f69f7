"""Plan a round of buddies: who wishes for one and has none, who fits, who is told when. Pure."""

import datetime
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from bot.core.programme.ambassador import Ambassador
from bot.core.programme.buddies.matching import Candidate, match_buddies, sign_two
from bot.core.programme.buddies.pair import Pair, name_side
from bot.core.programme.gate import find_moment_for


@dataclass(frozen=True)
class Round:
    """What a round changes: sides of pairs that are over, and of new ones."""

    over: Sequence[Pair]
    new: Sequence[Pair]


def plan_round(
    people: Mapping[str, Ambassador],
    sides: Iterable[Pair],
    refused: AbstractSet[str],
    now: datetime.datetime,
    day: datetime.date,
) -> Round:
    """Plan the round of a day.

    Args:
        people: Who takes part and can be written to, by person.
        sides: The sides of all pairs there are.
        refused: The signs of two who are not to be matched again.
        now: The moment.
        day: Names the round.
    """
    kept: list[Pair] = []
    over: list[Pair] = []
    listed = list(sides)
    keys = {side.key for side in listed}
    for side in listed:
        is_whole = name_side(side.id, side.other) in keys
        (kept if is_whole and lasts(side, people) else over).append(side)
    paired = {side.person for side in kept}
    told = {one: find_moment_for(people[one], now) for one in people if one not in paired}
    candidates = [
        _make_candidate(people[one])
        for one, moment in told.items()
        if moment is not None and people[one].wishes.buddy and people[one].name
    ]
    new = [
        side
        for one, other in match_buddies(candidates, refused, f"{day}")
        for side in _make_sides(people[one.person], people[other.person], told, day)
    ]
    return Round(over, new)


def lasts(side: Pair, people: Mapping[str, Ambassador]) -> bool:
    """Say whether both of a pair still wish for a buddy."""
    both = [people.get(side.person), people.get(side.other)]
    return all(one is not None and one.wishes.buddy for one in both)


def _make_candidate(ambassador: Ambassador) -> Candidate:
    return Candidate(
        ambassador.person,
        # people are named by platform, workspace and own id, joined by colons
        ambassador.person.rpartition(":")[0],
        ambassador.level,
        ambassador.language,
        frozenset(ambassador.wishes.topics),
        ambassador.work.department,
    )


def _make_sides(
    one: Ambassador,
    other: Ambassador,
    told: Mapping[str, datetime.datetime | None],
    day: datetime.date,
) -> Iterator[Pair]:
    sign = sign_two(one.person, other.person)
    name = hashlib.sha256(f"{day}\n{sign}".encode()).hexdigest()[:16]
    for mine, theirs in ((one, other), (other, one)):
        yield Pair(
            id=name,
            person=mine.person,
            other=theirs.person,
            other_name=theirs.name,
            other_level=theirs.level,
            topics=tuple(topic for topic in mine.wishes.topics if topic in theirs.wishes.topics),
            language=mine.language if mine.language == theirs.language else None,
            paired_on=day,
            told_at=told[mine.person] or datetime.datetime.max.replace(tzinfo=datetime.UTC),
            channel=mine.to.channel,
        )
