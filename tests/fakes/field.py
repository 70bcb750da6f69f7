"""What the field talks about: feeds whose headlines are what a test says."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.programme.talk.headline import FeedsRead


@dataclass
class FakeFeeds:
    """Implements Feeds; counts how often it was read."""

    read: FeedsRead
    addresses: Sequence[str] = ("https://a.example/rss", "https://b.example/rss")
    count: int = 0

    async def read_all(self) -> FeedsRead:
        """Give them."""
        self.count += 1
        return self.read
