"""Which vocabularies must hit before a rule can: most rules are ruled out by one look at a set."""

from collections.abc import Iterable

from bot.core.policy.rule import Condition, Group, Requires, Rule, Swap, Vocabulary

Names = frozenset[str]


def find_triggers(rule: Rule) -> Names | None:
    """Give vocabularies of which at least one must hit; None when nothing can be said."""
    conditions = [rule.when, *(block.when for block in rule.blocks.values())]
    return _join(_needs(condition) for condition in conditions if condition is not None)


def _needs(condition: Condition) -> Names | None:
    match condition:
        case Vocabulary(name=name):
            return frozenset((name,))
        case Swap(words=words):
            return frozenset(name for name, _ in words)
        case Group(how="all", operands=operands):
            known = [needs for needs in map(_needs, operands) if needs is not None]
            return min(known, key=len, default=None)
        case Group(how="any_of", operands=operands):
            return _join(map(_needs, operands))
        case Requires(condition=inner):
            return _needs(inner)
        case _:
            return None


def _join(many: Iterable[Names | None]) -> Names | None:
    """Give the union, or None as soon as one of them is unknown."""
    joined: set[str] = set()
    for names in many:
        if names is None:
            return None
        joined |= names
    return frozenset(joined)
