"""The content calendar by month and by week, and an event added from there."""

import datetime
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from starlette.responses import Response

from bot.core.language.days import write_day
from bot.core.model import Language
from bot.core.ports import Clock
from bot.core.programme.almanac import Almanac, Entry
from bot.core.programme.events import desk_messages
from bot.core.programme.events.adding import NewEvent, Unusable, add_event
from bot.core.programme.events.writing import EventWriting
from bot.core.programme.weeks import Week, find_week, read_week
from bot.core.programme.zones import find_today
from bot.web.console.access import DESK, Page, Visit
from bot.web.console.calendar_wording import CALENDAR_WORDINGS, CalendarWording
from bot.web.console.programme_frame import EDITORS, HOME, PRESS, ProgrammeFrame

_PATH = "/calendar"
_MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])", re.ASCII)
_OWN = ("jourfix", "coffee", "other")
_WEEK = datetime.timedelta(days=7)
Gather = Callable[[], Awaitable[Almanac]]
Themes = Callable[[Language], Awaitable[dict[str, str]]]
NameFile = Callable[[str, Language], str]


@dataclass(frozen=True)
class CalendarPages:
    """The pages of the calendar.

    Args:
        programme: The frame of the section.
        gather: Gives what stands in it.
        themes: Gives the theme of each week.
        name_file: Gives the address of an event's calendar file.
        writing: Adds events.
        clock: Tells the time.
        zone: The organisation's.
    """

    programme: ProgrammeFrame
    gather: Gather
    themes: Themes
    name_file: NameFile
    writing: EventWriting
    clock: Clock
    zone: str

    @property
    def pages(self) -> Sequence[Page]:
        """List its pages."""
        return (
            Page(f"{HOME}{_PATH}", self.show, EDITORS),
            Page(
                f"{HOME}{_PATH}/add",
                self.add,
                EDITORS,
                "POST",
                "event-added",
                noted=("kind", "day"),
            ),
        )

    async def show(self, visit: Visit) -> Response:
        """Show a month, or a week."""
        return await self._show(visit, NewEvent("other", "", "", "10:00", ""))

    async def add(self, visit: Visit) -> Response:
        """Add an event; what cannot be taken is shown again as it was written."""
        new = NewEvent(
            visit.read_field("kind", 20),
            visit.read_field("title", 1_500),
            visit.read_field("day", 20),
            visit.read_field("time", 20),
            visit.read_field("where", 400),
        )
        added = await add_event(new, self.writing, self.zone, visit.language)
        if isinstance(added, Unusable):
            return await self._show(visit, new, added)
        month = {"month": new.day.strip()[:7]}
        return await self.programme.lead_back(visit, [added], _PATH, month)

    async def _show(
        self, visit: Visit, new: NewEvent, complaint: Unusable | None = None
    ) -> Response:
        wording, language = CALENDAR_WORDINGS[visit.language], visit.language
        today = find_today(self.clock, self.zone)
        week = _read_week(visit.read_query("week", 10))
        first, last = _find_span(visit.read_query("month", 10), week, today)
        entries = (await self.gather()).list_entries(first, last, language)
        days = {day: list(found) for day, found in groupby(entries, key=lambda one: one.day)}
        listed = [first + datetime.timedelta(days=n) for n in range((last - first).days + 1)]
        shown = [day for day in listed if week or day in days or day == today]
        themes = await self.themes(language)

        def tell(day: datetime.date) -> dict[str, object]:
            return self._tell_day(day, days.get(day, ()), today, language)

        title = f"{wording.months[first.month - 1]} {first.year}"
        if week is not None:
            title = wording.week_title.format(number=week.number, year=week.year)
        return await self.programme.show(
            "calendar.html",
            visit,
            _PATH,
            status=422 if complaint else 200,
            wording=wording,
            title=title,
            weeks=[
                (
                    _tell_week(name, wording),
                    name,
                    themes.get(name, ""),
                    [tell(day) for day in inside],
                )
                for name, inside in groupby(shown, key=lambda day: find_week(day).name)
            ],
            turns=_list_turns(first, week, today),
            is_week=week is not None,
            kinds=[(kind, wording.sorts[kind]) for kind in _OWN],
            new=new,
            complaint=complaint,
            press=f"{DESK}{PRESS}/calendar",
            action=desk_messages.PAGE,
        )

    def _tell_day(
        self, day: datetime.date, entries: Sequence[Entry], today: datetime.date, language: Language
    ) -> dict[str, object]:
        wording = CALENDAR_WORDINGS[language]
        return {
            "name": f"{wording.days[day.weekday()]} {day.day}",
            "iso": day.isoformat(),
            "look": "today" if day == today else "past" if day < today else "",
            "entries": [self._tell(one, language) for one in entries],
        }

    def _tell(self, entry: Entry, language: Language) -> dict[str, str]:
        wording = CALENDAR_WORDINGS[language]
        is_own = entry.sort in _OWN
        until = write_day(entry.until, language) if entry.until else ""
        is_broadcast = entry.sort == "broadcast"
        return {
            "time": f"{entry.time:%H:%M}" if entry.time else "",
            "sort": wording.sorts[entry.sort],
            "title": entry.title,
            "note": "" if entry.is_sure else wording.planned,
            "until": wording.until.format(day=until) if until else "",
            "path": f"{DESK}{HOME}/broadcasts/{entry.subject}" if is_broadcast else "",
            "file": self.name_file(entry.subject, language) if is_own and entry.is_sure else "",
            "event": entry.subject if is_own else "",
        }


def _tell_week(name: str, wording: CalendarWording) -> str:
    return f"{wording.week} {int(name[-2:])}"


def _read_week(name: str) -> Week | None:
    try:
        found = read_week(name)
    except ValueError:
        return None
    return found if 2000 <= found.year < 2100 else None


def _find_span(
    month: str, week: Week | None, today: datetime.date
) -> tuple[datetime.date, datetime.date]:
    """Give the first and the last day that are shown."""
    if week is not None:
        return week.monday, week.find_day(6)
    named = _MONTH.fullmatch(month)
    first = datetime.date(int(named[1]), int(named[2]), 1) if named else today.replace(day=1)
    following = (first + datetime.timedelta(days=32)).replace(day=1)
    return first, following - datetime.timedelta(days=1)


def _list_turns(first: datetime.date, week: Week | None, today: datetime.date) -> dict[str, str]:
    """Give the addresses of what is before, after, now, and of the other way to look."""
    if week is not None:
        return {
            "earlier": f"?week={find_week(first - _WEEK).name}",
            "later": f"?week={find_week(first + _WEEK).name}",
            "today": f"?week={find_week(today).name}",
            "month": f"?month={first:%Y-%m}",
            "week": f"?week={week.name}",
        }
    before = (first - datetime.timedelta(days=1)).replace(day=1)
    after = (first + datetime.timedelta(days=32)).replace(day=1)
    near = today if (today.year, today.month) == (first.year, first.month) else first
    return {
        "earlier": f"?month={before:%Y-%m}",
        "later": f"?month={after:%Y-%m}",
        "today": "?",
        "month": f"?month={first:%Y-%m}",
        "week": f"?week={find_week(near).name}",
    }
