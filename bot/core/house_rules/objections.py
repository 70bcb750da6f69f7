"""When a rule gets so many objections that the desk proposes to let it rest. Pure.

Counted are sentences that authors handed over and that nobody has settled, and in how many drafts
the rule found something; never who it was.
"""

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.core.policy.pause import NEVER_AT_REST
from bot.core.policy.policy import Policy
from bot.core.ports import Clock

DAYS = 30  # looked at: what was said before was said of another version of the rule, often
MANY = 5  # sentences: one or two are an exception to be written, five a rule that is no help
_DIFFERENT_DAYS = 3  # on which they came: one colleague's bad afternoon is not enough
_ONE_IN = 10  # drafts with its findings: a rule that is right in nine helps more than it costs


@dataclass(frozen=True)
class Objection:
    """That somebody handed over a sentence about a rule, and on which day."""

    rule: str
    day: datetime.date


class Objections(Protocol):
    """Counts what was said about rules. May raise StorageError."""

    async def list_objections(self, since: datetime.datetime) -> Sequence[Objection]:
        """List them, without their sentences."""
        ...

    async def count_drafts(
        self, rules: Sequence[str], since: datetime.datetime
    ) -> Mapping[str, int]:
        """Count in how many drafts each rule found something; 0 where nothing is known."""
        ...


@dataclass(frozen=True)
class Contested:
    """A rule with too many objections.

    Args:
        rule: Its id.
        sentences: How many.
        days: On how many different days.
        is_share_known: Whether it is known that they are more than one in ten of its drafts.
        may_rest: Whether a rule of its topic ever rests.
    """

    rule: str
    sentences: int
    days: int
    is_share_known: bool
    may_rest: bool


def list_contested(
    objections: Sequence[Objection], drafts: Mapping[str, int], policy: Policy, today: datetime.date
) -> list[Contested]:
    """List the rules with too many objections that do not rest already, the most contested first.

    Where it is not known how often a rule spoke, the sentences count by themselves.
    """
    found = []
    for rule_id, days in _group_days(objections).items():
        rule, spoke = policy.find_rule(rule_id), drafts.get(rule_id, 0)
        if rule is None or rule.find_pause(today):
            continue
        is_known = spoke >= len(days)  # reviews go earlier, or are not kept
        if not is_known or len(days) * _ONE_IN > spoke:
            may_rest = rule.topic not in NEVER_AT_REST
            found.append(Contested(rule_id, len(days), len(set(days)), is_known, may_rest))
    return sorted(found, key=lambda one: (-one.sentences, one.rule))


def _group_days(objections: Sequence[Objection]) -> dict[str, list[datetime.date]]:
    """Give the days of the objections to each rule that has many."""
    grouped: dict[str, list[datetime.date]] = defaultdict(list)
    for one in objections:
        grouped[one.rule].append(one.day)
    return {
        rule: days
        for rule, days in grouped.items()
        if len(days) >= MANY and len(set(days)) >= _DIFFERENT_DAYS
    }


@dataclass(frozen=True)
class Contesting:
    """Looks which rules are contested now. May raise StorageError."""

    objections: Objections
    clock: Clock

    async def find_contested(self, policy: Policy, today: datetime.date) -> list[Contested]:
        """List them."""
        since = self.clock.now() - datetime.timedelta(days=DAYS)
        objections = await self.objections.list_objections(since)
        many = _group_days(objections)
        known = [rule for rule in map(policy.find_rule, many) if rule is not None]
        asked = [rule.id for rule in known if not rule.find_pause(today)]
        drafts = await self.objections.count_drafts(asked, since) if asked else {}
        return list_contested(objections, drafts, policy, today)
