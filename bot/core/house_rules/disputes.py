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


@dataclass
class MaskedDisputes:
    """Masks what was handed over, each sentence once for a policy and a context."""

    _of: tuple[str, Context] | None = field(default=None, repr=False)
    _known: dict[str, Handed] = field(default_factory=dict, repr=False)

    def group(
        self, disputes: Sequence[Dispute], policy: Policy, context: Context
    ) -> list[DisputedRule]:
        """Group what was handed over by rule, the most disputed first.

        A rule at rest is asked as if it were awake: what it would find when it comes back.
        """
        if self._of != (policy.hash, context):
            self._of, self._known = (policy.hash, context), {}
        known = self._known
        awake = wake_rules(policy)
        self._known = {
            one.id: known.get(one.id) or mask_dispute(one, awake, context) for one in disputes
        }  # of others that were settled nothing stays
        grouped: dict[str, list[Handed]] = defaultdict(list)
        for dispute in disputes:
            grouped[dispute.rule].append(self._known[dispute.id])
        listed = [DisputedRule(rule, tuple(handed)) for rule, handed in grouped.items()]
        return sorted(listed, key=lambda one: (-len(one.handed), one.rule))


def mask_dispute(dispute: Dispute, policy: Policy, context: Context) -> Handed:
    """Mask the people in a sentence, and say whether the rule still finds something in it."""
    checked = check(Draft(dispute.sentence, context), policy)
    masked = mask_text(dispute.sentence, checked.reading)
    again = check(Draft(masked.text, context, language=checked.parsed.language), policy)
    fires = any(found.rule == dispute.rule for found in again.findings)
    return Handed(dispute.id, masked.text, masked.count, checked.parsed.language, fires)
