"""Headlines of the feeds that the organisation names, and what became of reading them. Pure."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Reason = Literal[
    "not-https", "private", "unreachable", "status", "redirects", "too-large", "encoded", "no-feed"
]


@dataclass(frozen=True)
class Headline:
    """One headline.

    Args:
        title: Its words.
        link: Where the article is.
        feed: Which feed it came from; themes that several feeds have weigh more.
        published: When, if the feed says so.
    """

    title: str
    link: str
    feed: str = ""
    published: datetime.datetime | None = None


@dataclass(frozen=True)
class UnreadFeed:
    """A feed that could not be read, and why."""

    address: str
    reason: Reason


@dataclass(frozen=True)
class FeedsRead:
    """What was read of all feeds."""

    headlines: Sequence[Headline]
    unread: Sequence[UnreadFeed] = ()


class Feeds(Protocol):
    """Reads the feeds."""

    @property
    def addresses(self) -> Sequence[str]:
        """Name them."""
        ...

    async def read_all(self) -> FeedsRead:
        """Read them all; whatever cannot be read is said, nothing is raised."""
        ...
