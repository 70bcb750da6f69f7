"""Small programmes as whole worlds: who posted, and who had drafts reviewed, and what came of it.

What several figures count is one thing here, as it is: a draft that was “go”, had rules and became
a request; a post with its theme and its reach.
"""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.core.programme.proof.deeds import Deed, Kind
from bot.core.programme.proof.disclosure import Closed, close_month, find_first_needed

START, MONTHS = 2025 * 12, 6
THEMES, RULES = ("", "", "x", "y"), ((), (), ("r",), ("r", "s"))


@dataclass(frozen=True)
class Thing:
    """A draft or a post of somebody."""

    is_post: bool
    month: int
    person: str
    parts: tuple[str, ...] = ()
    is_go: bool = False
    is_case: bool = False
    reach: int = 0

    def list_deeds(self) -> Iterable[Deed]:
        def make(kind: Kind, parts: tuple[str, ...] = (), amount: int = 1) -> Deed:
            return Deed(kind, self.month, self.person, amount, parts)

        if self.is_post:
            yield make("posts")
            yield make("themes", self.parts)
            if self.reach:
                yield make("reach", amount=self.reach)
            return
        yield make("drafts")
        yield make("rules", self.parts)
        yield make("go-share", ("go",) if self.is_go else ())
        if self.is_case:
            yield make("cases")


def make_draft(month: int, person: str, rules: tuple[str, ...], *, is_case: bool) -> Thing:
    return Thing(
        is_post=False, month=month, person=person, parts=rules, is_go=not rules, is_case=is_case
    )


def make_post(month: int, person: str, theme: str, reach: int) -> Thing:
    parts = (theme,) if theme else ()
    return Thing(is_post=True, month=month, person=person, parts=parts, reach=reach)


def make_world(seed: int) -> list[Thing]:
    """Make six months of ten to sixteen people, some busy, some seldom there, some months quiet."""
    dice = random.Random(seed)
    things: list[Thing] = []
    most = [dice.choice((1, 1, 2, 5, 9)) for _ in range(dice.randint(10, 16))]
    for month in range(START, START + MONTHS):
        is_quiet = dice.random() < 0.25
        for number, many in enumerate(most):
            person, times = f"p{number}", 1 if is_quiet else many
            for _ in range(dice.randint(0, 2 * times)):
                rules = dice.choice(RULES)
                things.append(make_draft(month, person, rules, is_case=dice.random() < 0.4))
            for _ in range(dice.randint(0, times)):
                theme, reach = dice.choice(THEMES), max(0, dice.randint(-60, 90))
                things.append(make_post(month, person, theme, reach))
    return things


def close_all(things: Sequence[Thing], months: int = MONTHS) -> list[Closed]:
    """Close the months one after the other."""
    deeds = [deed for thing in things for deed in thing.list_deeds()]
    closed: list[Closed] = []
    for month in range(START, START + months):
        before = closed[-1] if closed else None
        first = find_first_needed(before, month)
        closed.append(close_month(month, before, [one for one in deeds if one.month >= first]))
    return closed


def count_presence(things: Iterable[Thing]) -> Counter[tuple[bool, int, str]]:
    """Count what shows that somebody was there: an attacker may know who was, not how often."""
    return Counter((one.is_post, one.month, one.person) for one in things)


def list_changes(thing: Thing, first: int, last: int) -> list[Thing]:
    """List what else a thing could have been, in some months."""
    months = [thing.month, *(one for one in range(first, last + 1) if one != thing.month)]
    if thing.is_post:
        return [
            replace(thing, month=month, parts=(theme,) if theme else ())
            for month in months
            for theme in dict.fromkeys(THEMES)
        ]
    return [
        replace(thing, month=month, parts=rules, is_go=not rules, is_case=is_case)
        for month in months
        for rules in dict.fromkeys(RULES)
        for is_case in (False, True)
    ]
