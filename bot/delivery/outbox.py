"""Put messages on their way to somebody who did not just write: into the ledger, with a key."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.deliveries import Messenger, Return
from bot.core.desk.ports import Outbox
from bot.core.message import Message
from bot.storage.ledger import Ledger


@dataclass(frozen=True)
class LedgerOutbox:
    """Implements the Outbox port; commits with whatever else the answer writes."""

    ledger: Ledger
    messengers: Mapping[str, Messenger]

    def reaches(self, channel: str) -> bool:
        """Say whether a channel delivers from the ledger."""
        return channel in self.messengers

    async def send(
        self,
        key: str,
        to: Return,
        message: Message,
        not_before: datetime.datetime | None = None,
    ) -> None:
        """Send once: a key that is in the ledger stays as it is."""
        messenger = self.messengers[to.channel]
        posts = messenger.render(key, to.person, to.place, message)
        await self.ledger.put(posts, not_before)

    async def replace(self, key: str, of: str, to: Return, message: Message) -> None:
        """Put a message in the place of one that was sent."""
        posts = self.messengers[to.channel].render(key, to.person, to.place, message)
        await self.ledger.put_change(to.channel, of, posts)

    async def is_refused(self, key: str, channel: str) -> bool:
        """Say whether something of what was sent under a key will never be there."""
        return await self.ledger.is_refused(channel, key)

    async def take_back(self, key: str, channel: str) -> None:
        """Take back what was sent."""
        await self.ledger.put_change(channel, key, ())


@dataclass(frozen=True)
class DividedOutbox:
    """Implements the Outbox port: one channel has its own, all others share another.

    Args:
        channel: The one channel.
        own: Its outbox.
        rest: The others'.
    """

    channel: str
    own: Outbox
    rest: Outbox

    def reaches(self, channel: str) -> bool:
        """Say whether the channel's outbox reaches it."""
        return self._choose(channel).reaches(channel)

    async def send(
        self,
        key: str,
        to: Return,
        message: Message,
        not_before: datetime.datetime | None = None,
    ) -> None:
        """Send once."""
        await self._choose(to.channel).send(key, to, message, not_before)

    async def replace(self, key: str, of: str, to: Return, message: Message) -> None:
        """Put a message in the place of one that was sent."""
        await self._choose(to.channel).replace(key, of, to, message)

    async def is_refused(self, key: str, channel: str) -> bool:
        """Say whether something of what was sent under a key will never be there."""
        return await self._choose(channel).is_refused(key, channel)

    async def take_back(self, key: str, channel: str) -> None:
        """Take back what was sent."""
        await self._choose(channel).take_back(key, channel)

    def _choose(self, channel: str) -> Outbox:
        return self.own if channel == self.channel else self.rest
