"""Letters: what is said to somebody in the browser who did not just write.

An open page shows a letter within seconds. Otherwise it waits, sealed, for the next page of the
same cookie; for a day after it was first seen it is shown again, as a page forgets what it showed.
"""

import datetime
from dataclasses import dataclass, replace

from bot.channels.web.render import render_message
from bot.core.deliveries import Return
from bot.core.desk.ports import WEB
from bot.core.message import Message
from bot.core.ports import Clock
from bot.core.programme.ports import Shelf

_SHOWN_AGAIN = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Letter:
    """A rendered message for somebody.

    Args:
        key: Names it for good.
        person: Whose page shows it.
        html: The message as the page shows it.
        sent_at: When it was written.
        shown_at: When a page first showed it.
    """

    key: str
    person: str
    html: str
    sent_at: datetime.datetime
    shown_at: datetime.datetime | None = None


@dataclass(frozen=True)
class Letters:
    """Implements the Outbox port for the browser chat."""

    shelf: Shelf[Letter]
    clock: Clock

    def reaches(self, channel: str) -> bool:
        """Say whether it is the browser chat."""
        return channel == WEB

    async def send(
        self,
        key: str,
        to: Return,
        message: Message,
        not_before: datetime.datetime | None = None,  # noqa: ARG002 - nobody is woken by a page
    ) -> None:
        """Send once: a letter of the same key stays as it is."""
        if await self.shelf.find(key) is None:
            await self._keep(key, to, message)

    async def replace(self, key: str, of: str, to: Return, message: Message) -> None:
        """Put a letter in the place of one that was sent."""
        await self.shelf.remove(of)
        await self._keep(key, to, message)

    async def is_refused(self, key: str, channel: str) -> bool:  # noqa: ARG002 - none ever is
        """Say that every letter waits for its page."""
        return False

    async def take_back(self, key: str, channel: str) -> None:  # noqa: ARG002 - there is one
        """Take a letter back."""
        await self.shelf.remove(key)

    async def open_for(self, person: str) -> list[Letter]:
        """Give the letters that a page of somebody shows, the oldest first; they count as shown."""
        now = self.clock.now()
        opened = []
        for letter in await self.shelf.list_things(person):
            if letter.shown_at is None:
                await self.shelf.change(letter.key, lambda one: replace(one, shown_at=now))
            elif letter.shown_at <= now - _SHOWN_AGAIN:
                await self.shelf.remove(letter.key)
                continue
            opened.append(letter)
        return sorted(opened, key=lambda letter: letter.sent_at)

    async def _keep(self, key: str, to: Return, message: Message) -> None:
        letter = Letter(key, to.person, render_message(message), self.clock.now())
        await self.shelf.keep(key, letter, to.person)
