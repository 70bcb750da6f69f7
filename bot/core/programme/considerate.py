"""An outbox that keeps people's hours: what waits for a moment is weighed again before it goes."""

import datetime
from dataclasses import dataclass

from bot.core.deliveries import Return
from bot.core.desk.ports import Outbox
from bot.core.message import Message
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.mailings import Mailing, Mailings, MailingTooLongError, Recipient
from bot.core.programme.ports import Shelf


@dataclass(frozen=True)
class ConsiderateOutbox:
    """Implements the Outbox port.

    A message to an ambassador that may wait goes as a mailing to one person, so that it does not
    come after they paused, left or moved their hours. It was asked for: it counts for nothing.
    """

    outbox: Outbox
    mailings: Mailings
    ambassadors: Shelf[Ambassador]

    def reaches(self, channel: str) -> bool:
        """Say whether somebody in this channel can be written to later."""
        return self.outbox.reaches(channel)

    async def send(
        self,
        key: str,
        to: Return,
        message: Message,
        not_before: datetime.datetime | None = None,
    ) -> None:
        """Send once, not before a moment."""
        if not_before is not None and await self.ambassadors.find(to.person) is not None:
            mailing = Mailing(key, {"": message}, counts=False)
            try:
                await self.mailings.start(mailing, [Recipient(to.person, "", not_before)])
            except MailingTooLongError:
                pass  # in several posts, then, and without asking again
            else:
                return
        await self.outbox.send(key, to, message, not_before)

    async def replace(self, key: str, of: str, to: Return, message: Message) -> None:
        """Put a message in the place of one that was sent."""
        await self.outbox.replace(key, of, to, message)

    async def is_refused(self, key: str, channel: str) -> bool:
        """Say whether something of what was sent will never be there."""
        return await self.outbox.is_refused(key, channel)

    async def take_back(self, key: str, channel: str) -> None:
        """Take back what was sent."""
        await self.outbox.take_back(key, channel)
