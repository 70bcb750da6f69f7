"""Announce an event: its one invitation, to everybody who takes part, as a mailing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.message import Message
from bot.core.model import LANGUAGES, Language
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.events import messages
from bot.core.programme.events.changes import Timetable
from bot.core.programme.events.messages import Reader
from bot.core.programme.events.post import EventPost, Notice
from bot.core.programme.ports import Shelf
from bot.core.programme.recurrence import Appointment

_MAILED = "mailing"  # no page of ours: a link must lead there from everywhere


@dataclass(frozen=True)
class Announcing:
    """Invites to events. It counts against what a person allows a week; nobody asked for it."""

    ambassadors: Shelf[Ambassador]
    post: EventPost

    def find_first(self, table: Timetable) -> Appointment | None:
        """Give the first date that is still to come; None: there is none."""
        return next(iter(table.series.list_next(self.post.clock.now(), 1)), None)

    async def list_invited(self, table: Timetable) -> Sequence[Notice]:
        """List who would be invited, with what they would read."""
        first = self.find_first(table)
        if first is None:
            return []
        letters = self._compose(table, first)
        return [
            Notice(one, letters[one.language], first.at)
            for one in await self.ambassadors.list_things()
        ]

    async def announce(self, table: Timetable) -> bool:
        """Put the invitation on its way; False: there is no date, nobody, or it was sent before."""
        first = self.find_first(table)
        if first is None:
            return False
        key = f"invitation:{table.event.id}:{first.date}"
        return await self.post.send_many(key, await self.list_invited(table), counts=True)

    def _compose(self, table: Timetable, first: Appointment) -> Mapping[str, Message]:
        return {
            language: messages.compose_invitation(
                table, first.date, first.at, self._read(table, language)
            )
            for language in LANGUAGES
        }

    def _read(self, table: Timetable, language: Language) -> Reader:
        page = self.post.links.name_page(table.event.id, language, _MAILED)
        return Reader(language, calendar=page)
