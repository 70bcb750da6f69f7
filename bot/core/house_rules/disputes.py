"""“This finding is wrong”: sentences that authors handed over, by rule, with people masked."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bot.core.model import Context, Draft, Language
from bot.core.policy.engine import check
from bot.core.policy.policy import Policy
from bot.core.policy.resting import wake_rules
from bot.core.suggesting.masking import mask_text


@dataclass(frozen=True)
class Dispute:
    """A sentence whose author says that a finding is wrong."""

    id: str
    rule: str
    sentence: str = field(repr=False)


class Disputes(Protocol):
    """Keeps what was handed over. May raise StorageError."""

    async def list_disputes(self, most: int) -> Sequence[Dispute]:
        """List them, the newest first."""
        ...

    async def settle(self, dispute: str) -> bool:
        """Erase one that is dealt with; says whether it was there."""
        ...


@dataclass(frozen=True)
class Handed:
    """A dispute as an editor sees it: masked, and whether the rule fires still."""

    id: str
    text: str
    masked: int
    language: Language
    fires: bool


@dataclass(frozen=True)
class DisputedRule:
    """A rule and the sentences that it is said to be wrong about."""

    rule: str
    handed: tuple[Handed, ...]


def group_disputes(
    disputes: Sequence[Dispute], policy: Policy, context: Context
) -> list[DisputedRule]:
    """Group what was handed over by rule, the most disputed first.

    A rule at rest is asked as if it were awake: what it would find when it comes back.
    """
    policy = wake_rules(policy)
    grouped: dict[str, list[Handed]] = defaultdict(list)
    for dispute in disputes:
        checked = check(Draft(dispute.sentence, context), policy)
        masked = mask_text(dispute.sentence, checked.reading)
        again = check(Draft(masked.text, context, language=checked.parsed.language), policy)
        fires = any(found.rule == dispute.rule for found in again.findings)
        grouped[dispute.rule].append(
            Handed(dispute.id, masked.text, masked.count, checked.parsed.language, fires)
        )
    listed = [DisputedRule(rule, tuple(handed)) for rule, handed in grouped.items()]
    return sorted(listed, key=lambda one: (-len(one.handed), one.rule))
