"""The organisation's data: a calendar of what must wait; products, contacts, hashtags as forms."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from starlette.responses import Response

from bot.core.computing import Compute
from bot.core.house_rules.form import FormComplaint
from bot.core.house_rules.house import ORGANISATION_FILE
from bot.core.house_rules.organisation import (
    BLANKS,
    SORTS,
    Fields,
    OrganisationFiles,
    Sort,
    draw_month,
    list_known,
)
from bot.core.house_rules.publishing import Publishing
from bot.core.model import Organisation
from bot.web.console.access import Page, Visit
from bot.web.console.frame import Frame
from bot.web.console.house_pages import AT, EDITORS, go
from bot.web.console.house_wording import HOUSE_WORDINGS
from bot.web.console.loader_words import translate_form
from bot.web.console.organisation_view import (
    list_month,
    list_turns,
    read_month,
    tell_entry,
    tell_weeks,
)
from bot.web.console.organisation_wording import ORGANISATION_WORDINGS

HERE = f"{AT}/organisation"
_LONGEST = 6_000
_LONGEST_FILE = 160_000
_NEW = "new"
_LONGEST_NUMBER = 4


@dataclass(frozen=True)
class _Place:
    """Which entry a page is about; number -1: a new one."""

    sort: Sort
    number: int

    @property
    def path(self) -> str:
        """Name its page."""
        return f"{HERE}/{self.sort}/{self.number if self.number >= 0 else _NEW}"


@dataclass(frozen=True)
class OrganisationPages:
    """The pages of the organisation's data; they change the draft of the house rules.

    Args:
        frame: Renders them.
        publishing: Keeps the draft.
        files: Reads, writes and checks entries.
        known: The organisation as its file has it.
        compute: Where entries are checked, as in HousePages.
        find_today: Gives the day, in the organisation's time zone.
    """

    frame: Frame
    publishing: Publishing
    files: OrganisationFiles
    known: Organisation
    compute: Compute
    find_today: Callable[[], datetime.date]

    @property
    def pages(self) -> Sequence[Page]:
        """List its pages."""
        one = f"{HERE}/{{sort}}/{{number}}"
        return (
            Page(HERE, self.show, EDITORS),
            Page(one, self.show_entry, EDITORS),
            Page(f"{one}/check", self.check, EDITORS, "POST", is_dry=True),
            Page(f"{one}/keep", self.keep, EDITORS, "POST", "organisation-entry-kept"),
            Page(f"{one}/remove", self.remove, EDITORS, "POST", "organisation-entry-removed"),
        )

    async def show(self, visit: Visit) -> Response:
        """Show the calendar, and the entries of each sort."""
        wording = ORGANISATION_WORDINGS[visit.language]
        text, current = await self._read_draft(), await self.publishing.find_current()
        in_force = current.files.get(ORGANISATION_FILE, "") if current else ""
        entries, known, today = self.files.list_entries(text), list_known(self.known), self._today
        first = read_month(visit.read_query("month", 10), today)
        weeks = draw_month(first, today, (self.known, self.files.read_added(text)))
        done = visit.read_query("done", 20)
        return self._show(
            visit,
            "organisation.html",
            done=HOUSE_WORDINGS[visit.language].done.get(done, ""),
            is_fine=done in ("kept", "removed"),
            waits=text != in_force,
            month=f"{wording.months[first.month - 1]} {first.year}",
            turns=list_turns(first),
            weeks=tell_weeks(weeks, today, wording),
            listed=list_month(weeks, visit.language),
            file=ORGANISATION_FILE,
            sorts=[
                (
                    sort,
                    [
                        tell_entry(sort, one, visit.language)
                        for one in known[sort]
                        if not _is_replaced(sort, one, entries[sort])
                    ],
                    [tell_entry(sort, one, visit.language) for one in entries[sort]],
                )
                for sort in SORTS
            ],
        )

    async def show_entry(self, visit: Visit) -> Response:
        """Show the form of an entry, or an empty one."""
        text = await self._read_draft()
        place = self._find_place(visit, text)
        if place is None:
            return self.frame.miss(visit.language)
        there = self.files.list_entries(text)[place.sort]
        fields = there[place.number] if place.number >= 0 else {}
        return self._show_form(visit, place, fields, text)

    async def check(self, visit: Visit) -> Response:
        """Say whether an entry fits, and keep nothing."""
        place, seen = _read_place(visit), _read_seen(visit)
        if place is None:
            return self.frame.miss(visit.language)
        fields = _read_fields(visit, place.sort)
        complaint = await self._complain(visit, place, fields)
        return self._show_form(visit, place, fields, seen, complaint, fits=complaint is None)

    async def keep(self, visit: Visit) -> Response:
        """Keep an entry in the draft."""
        place, seen = _read_place(visit), _read_seen(visit)
        if place is None:
            return self.frame.miss(visit.language)
        fields = _read_fields(visit, place.sort)
        complaint = await self._complain(visit, place, fields)
        if complaint is None:
            text = await self._read_draft()
            written = self.files.put_entry(text, place.sort, place.number, fields)
            if text == seen and await self._change(written, seen):
                return go(f"{HERE}?done=kept#{place.sort}")
            late = HOUSE_WORDINGS[visit.language].done["late"]
            complaint = FormComplaint("", late, "")
        return self._show_form(visit, place, fields, seen, complaint)

    async def remove(self, visit: Visit) -> Response:
        """Take an entry out of the draft."""
        place, seen = _read_place(visit), _read_seen(visit)
        if place is None or place.number < 0:
            return self.frame.miss(visit.language)
        text = await self._read_draft()
        left = self.files.take_entry(text, place.sort, place.number)
        done = "removed" if text == seen and await self._change(left, seen) else "late"
        return go(f"{HERE}?done={done}#{place.sort}")

    async def _change(self, text: str, seen: str) -> bool:
        changed: Mapping[str, str | None] = {ORGANISATION_FILE: text or None}
        return await self.publishing.change_draft(changed, {ORGANISATION_FILE: seen})

    async def _read_draft(self) -> str:
        return (await self.publishing.open_draft()).files.get(ORGANISATION_FILE, "")

    async def _complain(self, visit: Visit, place: _Place, fields: Fields) -> FormComplaint | None:
        draft = await self.publishing.open_draft()
        check = partial(self.files.check_entry, draft.files, place.sort, place.number, fields)
        told = await self.compute(check)
        return translate_form(told, visit.language) if told else None

    @property
    def _today(self) -> datetime.date:
        return self.find_today()

    def _find_place(self, visit: Visit, text: str) -> _Place | None:
        place = _read_place(visit)
        is_there = place and place.number < len(self.files.list_entries(text)[place.sort])
        return place if is_there else None

    def _show_form(
        self,
        visit: Visit,
        place: _Place,
        fields: Fields,
        seen: str,
        complaint: FormComplaint | None = None,
        *,
        fits: bool = False,
    ) -> Response:
        wording = ORGANISATION_WORDINGS[visit.language]
        return self._show(
            visit,
            "organisation_entry.html",
            sort=place.sort,
            action=place.path,
            is_new=place.number < 0,
            blanks=BLANKS[place.sort],
            fields=fields,
            seen=seen,
            complaint=complaint,
            where=wording.fields.get(complaint.field, "") if complaint else "",
            fits=fits,
        )

    def _show(self, visit: Visit, template: str, **told: object) -> Response:
        return self.frame.show(
            template,
            visit.language,
            visit.session,
            visit.roles,
            status=200,
            at=AT,
            label=HOUSE_WORDINGS[visit.language].label,
            wording=ORGANISATION_WORDINGS[visit.language],
            **told,
        )


def _is_replaced(sort: Sort, one: Fields, entries: Sequence[Fields]) -> bool:
    """Say whether an entry of the desk stands in the place of one of the organisation file."""
    return sort == "contacts" and any(other["team"] == one["team"] for other in entries)


def _read_place(visit: Visit) -> _Place | None:
    """Read which entry is meant; whether there is such a one is another question."""
    told = visit.request.path_params
    sort = next((one for one in SORTS if one == told.get("sort")), None)
    number = str(told.get("number", ""))
    if sort is None:
        return None
    if number == _NEW:
        return _Place(sort, -1)
    is_number = number.isascii() and number.isdecimal() and len(number) <= _LONGEST_NUMBER
    return _Place(sort, int(number)) if is_number else None


def _read_fields(visit: Visit, sort: Sort) -> Fields:
    return {
        one.name: visit.read_field(one.name, _LONGEST).replace("\r\n", "\n").strip()
        for one in BLANKS[sort]
    }


def _read_seen(visit: Visit) -> str:
    return visit.read_field("seen", _LONGEST_FILE).replace("\r\n", "\n")
