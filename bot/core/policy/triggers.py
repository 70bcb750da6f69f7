"""What must hit before a rule can speak: most rules are ruled out without looking at them."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from bot.core.policy.rule import Condition, Needs, Rule, has_all, list_alternatives, list_needs


@dataclass(frozen=True)
class Triggers:
    """Which rules of a policy may speak, by their numbers.

    `by_name` has each alternative of a rule's conditions once for every vocabulary or detector of
    the smallest set it needs one of: what did not hit is never looked at.
    """

    always: frozenset[int] = frozenset()  # only looking tells
    by_name: Mapping[str, Sequence[tuple[int, Needs]]] = field(default_factory=dict)

    def find(self, possible: Set[str]) -> Sequence[int]:
        """Give the rules one of whose alternatives has all it needs."""
        found = set(self.always)
        for name in self.by_name.keys() & possible:
            for rule, needs in self.by_name[name]:
                if rule not in found and has_all(needs, possible):
                    found.add(rule)
        return sorted(found)


def find_triggers(rules: Iterable[Rule]) -> Triggers:
    """Work out what triggers each rule."""
    always: set[int] = set()
    by_name: dict[str, list[tuple[int, Needs]]] = {}
    for number, rule in enumerate(rules):
        for alternative in _list_rule_alternatives(rule):
            needs = list_needs(alternative)
            if not needs:
                always.add(number)
            for name in min(needs, key=len, default=()):
                by_name.setdefault(name, []).append((number, needs))
    return Triggers(frozenset(always), by_name)


def _list_rule_alternatives(rule: Rule) -> Iterable[Condition]:
    for condition in (rule.when, *(block.when for block in rule.blocks.values())):
        if condition is not None:
            yield from list_alternatives(condition)
