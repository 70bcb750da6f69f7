"""Write to one person about a date that they answered: at their hours, or not at all."""

import datetime
from dataclasses import dataclass
from typing import Literal

from bot.core.desk.ports import Outbox
from bot.core.message import Message
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.events.messages import Reader
from bot.core.programme.events.ports import CalendarLinks
from bot.core.programme.gate import Go, Later, weigh_sending

Reach = Literal["in-time", "too-late", "resting", "browser"]


@dataclass(frozen=True)
class EventPost:
    """Puts messages about events on their way.

    What is written here was asked for with an answer, so it does not count against what somebody
    allows a week; a pause and their hours hold all the same.
    """

    outbox: Outbox
    links: CalendarLinks
    clock: Clock

    def weigh(
        self, ambassador: Ambassador, before: datetime.datetime | None
    ) -> tuple[Reach, datetime.datetime]:
        """Say whether a message reaches somebody before a moment, and when it goes.

        “resting”: they paused, or allow no hours at all; “browser”: their channel cannot be
        written to, they see it when they open the page.
        """
        now = self.clock.now()
        if not self.outbox.reaches(ambassador.to.channel):
            return "browser", now
        match weigh_sending(ambassador, now, (), counts=False):
            case Go():
                moment = now
            case Later(moment=later):
                moment = later
            case _:
                return "resting", now
        if before is not None and moment >= before:
            return "too-late", moment
        return "in-time", moment

    async def send(
        self,
        ambassador: Ambassador,
        key: str,
        message: Message,
        before: datetime.datetime | None = None,
    ) -> bool:
        """Send once, at their hours; False: it would not reach them, or not in time."""
        reach, moment = self.weigh(ambassador, before)
        if reach != "in-time":
            return False
        await self.outbox.send(
            f"{key}/{ambassador.person}", ambassador.to, message, not_before=moment
        )
        return True

    def find_reader(self, ambassador: Ambassador, event: str) -> Reader:
        """Give how somebody reads."""
        page = self.links.name_page(event, ambassador.language, ambassador.to.channel)
        return Reader(ambassador.language, ambassador.hours.zone, page)
