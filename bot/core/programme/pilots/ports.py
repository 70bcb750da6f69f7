"""What pilots need from other features."""

import datetime
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True)
class SharedPost:
    """A post that its author handed in and agreed to have shown.

    Args:
        title: Its first words, or what it is about.
        link: Where it stands.
        credit: The author's name, where they agreed to it.
    """

    title: str
    link: str
    credit: str = field(default="", repr=False)


class HandedIn(Protocol):
    """Knows the posts that were handed in. May raise StorageError."""

    async def list_shared(
        self, first: datetime.date, last: datetime.date, people: Set[str]
    ) -> Sequence[SharedPost]:
        """List what these people handed in between two days and agreed to have shown."""
        ...
