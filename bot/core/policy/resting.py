"""Rules at rest: pauses put on the rules they name, and taken off where a rule is tried. Pure."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from bot.core.policy.pause import NEVER_AT_REST, Pause
from bot.core.policy.policy import Policy
from bot.core.policy.rule import Pack, Rule


def put_to_rest(packs: Sequence[Pack], pauses: Iterable[Pause]) -> list[Pack]:
    """Give packs whose rules have their pauses.

    A pause of a rule that is gone, or that never rests, is left out: a pack that came with a new
    version of Jourfix must not make the house's own rules unreadable.
    """
    known = {pause.rule: pause for pause in pauses}

    def pause_rule(rule: Rule) -> Rule:
        pause = known.get(rule.id)
        return rule if pause is None or rule.topic in NEVER_AT_REST else replace(rule, pause=pause)

    if not known:
        return list(packs)
    return [replace(pack, rules=tuple(map(pause_rule, pack.rules))) for pack in packs]


def wake_rules(policy: Policy) -> Policy:
    """Give the policy as if no rule rested: what a rule's own examples are tried on."""
    return _change_pauses(policy, lambda _pause: None)


def hold_pauses(policy: Policy, today: datetime.date) -> Policy:
    """Give the policy whose pauses hold on every day, but for those that are over by today.

    Sentences on which a change is tried are posted on days of their own.
    """

    def hold(pause: Pause) -> Pause | None:
        if pause.until <= today:
            return None
        return replace(pause, since=datetime.date.min, until=datetime.date.max)

    return _change_pauses(policy, hold)


def list_resting(policy: Policy, day: datetime.date) -> list[Rule]:
    """List the rules that rest on a day, the first to come back first."""
    resting = [rule for rule in policy.paused if rule.pause and rule.pause.holds(day)]
    return sorted(resting, key=lambda rule: (rule.pause and rule.pause.until, rule.id))


def list_silent(policy: Policy, day: datetime.date) -> tuple[str, ...]:
    """List the ids of the rules that say nothing on a day."""
    return tuple(rule.id for rule in policy.paused if rule.find_pause(day) == "off")


def _change_pauses(policy: Policy, change: Callable[[Pause], Pause | None]) -> Policy:
    if not policy.paused:
        return policy
    rules = tuple(
        rule if rule.pause is None else replace(rule, pause=change(rule.pause))
        for rule in policy.rules
    )
    return replace(policy, rules=rules)
