"""What must hit before a rule can speak: most rules are ruled out by one look at a few sets."""

from collections.abc import Set

from bot.core.policy.rule import Needs, Rule, list_needs

# The needs of each of a rule's conditions; None when one of them can only be looked for.
Triggers = tuple[Needs, ...] | None


def find_triggers(rule: Rule) -> Triggers:
    """Give what each condition of a rule needs."""
    found: list[Needs] = []
    for condition in (rule.when, *(block.when for block in rule.blocks.values())):
        if condition is not None:
            needs = list_needs(condition)
            if not needs:
                return None
            found.append(needs)
    return tuple(found)


def may_speak(triggers: Triggers, possible: Set[str]) -> bool:
    """Say whether one of a rule's conditions has all it needs."""
    if triggers is None:
        return True
    for needs in triggers:
        for one in needs:
            if one.isdisjoint(possible):
                break
        else:
            return True
    return False
