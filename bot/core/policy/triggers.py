"""What must hit before a rule can speak: most rules are ruled out by one look at a few sets."""

from collections.abc import Set

from bot.core.policy.rule import Needs, Rule, has_all, list_alternatives, list_needs

# The needs of each alternative of a rule's conditions; None when one can only be looked for.
Triggers = tuple[Needs, ...] | None


def find_triggers(rule: Rule) -> Triggers:
    """Give what each alternative of a rule's conditions needs."""
    found = [
        list_needs(alternative)
        for condition in (rule.when, *(block.when for block in rule.blocks.values()))
        if condition is not None
        for alternative in list_alternatives(condition)
    ]
    return tuple(found) if all(found) else None


def may_speak(triggers: Triggers, possible: Set[str]) -> bool:
    """Say whether one of a rule's alternatives has all it needs."""
    return triggers is None or any(has_all(needs, possible) for needs in triggers)
