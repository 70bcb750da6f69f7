"""Write to people about dates that they answered: at their hours, or not at all."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.core.desk.ports import Outbox
from bot.core.message import Message
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.events.messages import Reader
from bot.core.programme.events.ports import CalendarLinks
from bot.core.programme.gate import Go, Later, weigh_sending
from bot.core.programme.mailings import Mailing, Mailings, Recipient


@dataclass(frozen=True)
class Notice:
    """One message to one person, that makes sense before a moment only."""

    ambassador: Ambassador
    message: Message
    before: datetime.datetime | None = None


Reach = Literal["in-time", "too-late", "resting", "browser"]


@dataclass(frozen=True)
class EventPost:
    """Puts messages about events on their way.

    What follows from an answer was asked for, so it does not count against what somebody allows a
    week; a pause and their hours hold all the same.
    """

    outbox: Outbox
    mailings: Mailings
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

    async def send_many(self, key: str, notices: Sequence[Notice], *, counts: bool = False) -> bool:
        """Send to each whom it reaches in time, as one mailing; False: to nobody, or once before.

        With `counts` nobody asked for it: then it counts against what they allow a week.
        """
        variants: dict[Message, str] = {}
        recipients: list[Recipient] = []
        ends: list[datetime.datetime] = []
        for notice in notices:
            reach, moment = self.weigh(notice.ambassador, notice.before)
            if reach == "in-time":
                variant = variants.setdefault(notice.message, str(len(variants)))
                at = moment.astimezone(datetime.UTC)
                recipients.append(Recipient(notice.ambassador.person, variant, at))
                ends += [notice.before] if notice.before else []
        if not recipients:
            return False
        messages = {variant: message for message, variant in variants.items()}
        until = max(ends) if ends else None
        return await self.mailings.start(
            Mailing(key, messages, until=until, counts=counts), recipients
        )

    def find_reader(self, ambassador: Ambassador, event: str) -> Reader:
        """Give how somebody reads."""
        page = self.links.name_page(event, ambassador.language, ambassador.to.channel)
        return Reader(ambassador.language, ambassador.hours.zone, page)
