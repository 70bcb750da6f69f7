"""Where a headline names a person: by the detector that reads drafts."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from bot.core.errors import DraftError
from bot.core.model import Context, Draft
from bot.core.policy.engine import check
from bot.core.policy.policy import Policy

_ANY_DAY = datetime.date(2026, 1, 1)  # a name is one on every day


@dataclass(frozen=True)
class NameFinder:
    """Finds names with the detector of a policy."""

    policy: Policy

    def __call__(self, title: str) -> Collection[tuple[int, int]]:
        """List the places of names; where a headline cannot be read it may be one altogether."""
        try:
            reading = check(Draft(title, Context(_ANY_DAY)), self.policy).reading
        except DraftError:
            return [(0, len(title))]
        return [(hit.start, hit.end) for hit in reading.detect("person")]
