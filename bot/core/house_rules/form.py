"""A house rule as its form has it: text as typed, not checked yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.core.model import Language

Kind = Literal["terms", "pattern", "swap", "limit", "required"]
KINDS: tuple[Kind, ...] = ("terms", "pattern", "swap", "limit", "required")


@dataclass(frozen=True)
class SpokenForm:
    """What a rule says in one language; lines where there are several of something."""

    message: str = ""
    why: str = ""
    fix: str = ""
    words: str = ""  # terms, a pattern, swaps, or the words that demand others
    missing: str = ""  # the words that they demand
    unless: str = ""
    bad: str = ""
    good: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the rule does not speak this language."""
        return not any(vars(self).values())


@dataclass(frozen=True)
class RuleForm:
    """The fields of a rule."""

    name: str = ""
    topic: str = "style"
    severity: str = "consider"
    kind: Kind = "terms"
    source: str = ""
    address: str = ""
    section: str = ""
    limit_of: str = "hashtags"
    limit_most: str = ""
    spoken: Mapping[Language, SpokenForm] = field(default_factory=dict)


@dataclass(frozen=True)
class FormComplaint:
    """What does not fit yet.

    Args:
        field: Of which field: `name`, `de.message`; "" where it is none alone.
        problem: What.
        hint: What to do.
    """

    field: str
    problem: str
    hint: str
