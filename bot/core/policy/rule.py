"""What a rule is: data, as an editor wrote it, already checked for form. No matching here."""

import datetime
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from bot.core.model import Language, Severity, Source
from bot.core.policy.pause import Mode, Pause

Within = Literal["sentence", "paragraph", "draft"]
WITHIN: tuple[Within, ...] = ("sentence", "paragraph", "draft")


@dataclass(frozen=True)
class Vocabulary:
    """Hits of a named word list, or of the terms written in a rule (then the name is made up)."""

    name: str
    within: Within | None = None


@dataclass(frozen=True)
class Pattern:
    """An RE2 expression over the folded text (lower case, ASCII)."""

    expression: str
    within: Within | None = None


@dataclass(frozen=True)
class Detector:
    """A named Python function with parameters."""

    name: str
    parameters: tuple[tuple[str, Any], ...] = ()
    within: Within | None = None


@dataclass(frozen=True)
class Swap:
    """Words with a proved better word; `words` maps the name of a made-up vocabulary to it."""

    words: tuple[tuple[str, str], ...]
    within: Within | None = None


@dataclass(frozen=True)
class Limit:
    """More than `most` of something countable: hashtags, exclamations, mentions, characters, ..."""

    of: str
    most: int
    within: Within | None = None


@dataclass(frozen=True)
class Resembles:
    """A sentence that, by the second signal, says what the rule's topic is about; 0 to 1."""

    at_least: float
    within: Within | None = None


@dataclass(frozen=True)
class Judge:
    """A question for the language model: a weak signal."""

    question: str
    within: Within | None = None


@dataclass(frozen=True)
class Group:
    """Conditions joined. `all`: each hits; `any_of`: at least `at_least` hit; `none_of`: none."""

    how: Literal["all", "any_of", "none_of"]
    operands: tuple["Condition", ...]
    at_least: int = 1
    within: Within | None = None

    @cached_property
    def needs(self) -> "Needs":
        """What must hit before the group can; worked out once."""
        return tuple(_list_needs_of_group(self))

    @cached_property
    def alternatives(self) -> tuple[tuple["Needs", "Condition"], ...]:
        """The operands, each with what must hit before it can."""
        return tuple((list_needs(operand), operand) for operand in self.operands)

    @cached_property
    def numbered(self) -> tuple[tuple[int, "Condition"], ...]:
        """The operands that must hit, with their numbers; first those that soonest tell no."""
        asked = [
            (number, operand)
            for number, operand in enumerate(self.operands)
            if not (isinstance(operand, Group) and operand.how == "none_of")
        ]
        return tuple(sorted(asked, key=lambda one: _estimate_cost(one[1])))

    @cached_property
    def forbidden(self) -> tuple["Group", ...]:
        """The operands of which nothing may hit."""
        return tuple(
            one for one in self.operands if isinstance(one, Group) and one.how == "none_of"
        )

    @cached_property
    def words(self) -> tuple[str, ...] | None:
        """The vocabularies, where the group is nothing but a choice of them in its own unit."""
        if self.how != "any_of" or self.at_least != 1:
            return None
        plain = [one for one in self.operands if isinstance(one, Vocabulary) and not one.within]
        return tuple(one.name for one in plain) if len(plain) == len(self.operands) else None


@dataclass(frozen=True)
class Requires:
    """`condition` hits and `missing` does not, in the unit."""

    condition: "Condition"
    missing: "Condition"
    within: Within | None = None


Condition = Vocabulary | Pattern | Detector | Swap | Limit | Resembles | Judge | Group | Requires
# Sets of names, of vocabularies and detectors: of each set at least one must hit. Most conditions
# fail here. A resemblance needs the second signal itself.
Needs = tuple[frozenset[str], ...]
SIGNAL = "second signal"
MODEL = "language model"  # never there while rules are run: it is asked afterwards


# What asking costs: words are found already, a detector may have to run.
_COSTS: Mapping[type, int] = {Resembles: 0, Vocabulary: 1, Swap: 1, Limit: 3, Pattern: 3}
_COST_OF_GROUP, _COST_OF_DETECTOR = 2, 4


def _estimate_cost(condition: Condition) -> int:
    match condition:
        case Group(operands=operands):
            return max(_COST_OF_GROUP, *map(_estimate_cost, operands))
        case Requires(condition=inner, missing=missing):
            return max(_estimate_cost(inner), _estimate_cost(missing))
        case _:
            return _COSTS.get(type(condition), _COST_OF_DETECTOR)


def has_all(needs: Needs, possible: Set[str]) -> bool:
    """Say whether of each set of names one is possible."""
    for one in needs:  # noqa: SIM110 - asked so often that `all` would show
        if one.isdisjoint(possible):
            return False
    return True


def list_needs(condition: Condition) -> Needs:
    """List what must hit before a condition can; () when only looking tells."""
    match condition:
        case Group():
            return condition.needs
        case Vocabulary(name=name) | Detector(name=name):
            return (frozenset((name,)),)
        case Resembles():
            return (frozenset((SIGNAL,)),)
        case Judge():
            return (frozenset((MODEL,)),)
        case Swap(words=words):
            return (frozenset(name for name, _ in words),)
        case Requires(condition=inner):
            return list_needs(inner)
        case _:
            return ()


def list_alternatives(condition: Condition) -> Iterator[Condition]:
    """List the conditions each of which suffices for this one."""
    if isinstance(condition, Group) and condition.how == "any_of" and condition.at_least == 1:
        for operand in condition.operands:
            yield from list_alternatives(operand)
    else:
        yield condition


def _list_needs_of_group(group: Group) -> Iterator[frozenset[str]]:
    if group.how == "all":
        for operand in group.operands:
            yield from list_needs(operand)
    elif group.how == "any_of":
        each = [min(list_needs(operand), key=len, default=None) for operand in group.operands]
        known = [needs for needs in each if needs is not None]
        if len(known) == len(each):
            yield frozenset().union(*known)


@dataclass(frozen=True)
class Example:
    """A sentence that a rule must find (bad), must leave alone (good), or is known to miss (gap).

    `spans` are the places of the [[marked]] words in `text`, which has no marks any more.
    """

    kind: Literal["bad", "good", "gap"]
    text: str
    spans: tuple[tuple[int, int], ...]
    line: int
    date: datetime.date | None = None
    country: str | None = None
    setting: str | None = None
    role: str | None = None
    network: str | None = None
    topic_also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Block:
    """What a rule says and tests in one language."""

    message: str
    why: str
    fix: str
    when: Condition | None = None
    unless: tuple[Condition, ...] = ()
    replacement: str | None = None
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True)
class Applies:
    """Where a rule applies; an empty tuple means everywhere."""

    settings: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    listed: bool | None = None


@dataclass(frozen=True)
class Rule:
    """One checkable sentence of a guideline."""

    id: str
    pack: str
    topic: str
    severity: Mapping[str, Severity]
    source: Source
    local_sources: Mapping[str, Source]
    applies: Applies
    blocks: Mapping[Language, Block]
    when: Condition | None = None
    unless: tuple[Condition, ...] = ()
    path: str = ""
    line: int = 0
    alone: Severity | None = None  # what the rule weighs without a second signal
    pause: Pause | None = None  # where the house lets it rest

    def severity_in(self, setting: str) -> Severity:
        """Give the weight in a setting."""
        return self.severity.get(setting) or self.severity["default"]

    def find_pause(self, day: datetime.date) -> Mode | None:
        """Say how the rule rests on a day; None where it does not."""
        return self.pause.mode if self.pause is not None and self.pause.holds(day) else None

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """Everything that makes the rule speak, groups and what is in them; no excuses."""
        first = (self.when, *(block.when for block in self.blocks.values()))
        return tuple(inner for one in first if one is not None for inner in list_inner(one))

    @cached_property
    def resembles(self) -> float | None:
        """What the second signal must say at least, where the rule asks for it."""
        asked = (one.at_least for one in self.conditions if isinstance(one, Resembles))
        return max(asked, default=None)

    @cached_property
    def question(self) -> str:
        """What a language model is asked for this rule; "" where it asks none."""
        return next((one.question for one in self.conditions if isinstance(one, Judge)), "")

    @cached_property
    def is_judged(self) -> bool:
        """Whether only a language model can find what the rule is about."""
        ways = [one for one in (self.when, *(block.when for block in self.blocks.values())) if one]
        return bool(ways) and all(isinstance(way, Judge) for way in ways)


def list_inner(condition: Condition) -> Iterator[Condition]:
    """List a condition and what it is made of, but nothing that must be missing."""
    yield condition
    match condition:
        case Group(how=how, operands=operands) if how != "none_of":
            for operand in operands:
                yield from list_inner(operand)
        case Requires(condition=inner):
            yield from list_inner(inner)
        case _:
            pass


@dataclass(frozen=True)
class Pack:
    """A versioned folder of rules with its owner and the colleague who must sign it off."""

    id: str
    version: str
    owner: str
    sign_off: str
    rules: tuple[Rule, ...]
    documents: Mapping[str, Source] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """The name under which a review says that this pack spoke."""
        return f"{self.id}@{self.version}"
