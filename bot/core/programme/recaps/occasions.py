"""The dates of the jourfix as recaps see them: what events keep, in the words of recaps."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.core.model import Language, Organisation
from bot.core.ports import Clock
from bot.core.programme.events.event import Event
from bot.core.programme.events.events import Events
from bot.core.programme.recaps.recap import NextDate, Occasion
from bot.core.programme.workdays import Workdays

_MOST_DATES = 4
_JOURFIX = "jourfix"


@dataclass(frozen=True)
class JourfixOccasions:
    """Implements Occasions over events.

    Args:
        events: All that is held.
        organisation: For its days off.
    """

    events: Events
    organisation: Organisation

    @property
    def _clock(self) -> Clock:
        return self.events.clock

    async def list_occasions(self) -> Sequence[Occasion]:
        """List the dates of jourfixes to come, the nearest first."""
        found = [
            self._make_occasion(table.event, one.date, one.at)
            for table in await self.events.book.list_tables("announced")
            if table.event.kind == _JOURFIX
            for one in table.list_next(self._clock.now(), _MOST_DATES)
        ]
        return sorted(found, key=lambda one: (one.date, one.event))

    async def find_occasion(self, event: str, date: datetime.date) -> Occasion | None:
        """Find one; None: it is not held, or it is no jourfix."""
        day = await self.events.book.find_day(f"{date} {event}")
        if day is None or day.at is None or day.event.kind != _JOURFIX:
            return None
        return self._make_occasion(day.event, date, day.at)

    def _make_occasion(self, event: Event, date: datetime.date, at: datetime.datetime) -> Occasion:
        zone = event.series.zone
        days = Workdays(zone, self.organisation.holidays)
        recap_at = days.find_morning(days.find_after(at.astimezone(ZoneInfo(zone)).date()))
        return Occasion(event.id, date, self._find_title(event), recap_at)

    @staticmethod
    def _find_title(event: Event) -> str:
        """Give its title in its first language: editors see it."""
        return next((text.title for text in event.texts.values()), "")

    async def list_next_dates(self, occasion: Occasion, language: Language) -> Sequence[NextDate]:
        """List the dates that follow an occasion, of all events."""
        return [
            NextDate(
                one.event.find_text(language).title,
                one.at.astimezone(ZoneInfo(one.event.series.zone)),
                one.event.where,
            )
            for one in await self.events.list_next_dates(_MOST_DATES + 1)
            if (one.event.id, one.date) != (occasion.event, occasion.date)
        ][:_MOST_DATES]

    async def list_questions(self, _occasion: Occasion, _language: Language) -> Sequence[str]:
        """List none: nobody hands in questions yet."""
        return ()
