"""Which vocabularies must hit before a rule can: most rules are ruled out by one look at a set."""

from bot.core.policy.rule import Rule, list_needs


def find_triggers(rule: Rule) -> frozenset[str] | None:
    """Give vocabularies of which at least one must hit; None when nothing can be said."""
    conditions = [rule.when, *(block.when for block in rule.blocks.values())]
    triggers: set[str] = set()
    for condition in conditions:
        if condition is not None:
            needs = min(list_needs(condition), key=len, default=None)
            if needs is None:
                return None
            triggers |= needs
    return frozenset(triggers)
