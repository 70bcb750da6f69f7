"""Who takes part, as counts; and groups: who applied, the proposal, the editor's decision."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar
from zoneinfo import ZoneInfo

from starlette.responses import Response

from bot.core.computing import Compute
from bot.core.language.days import write_day
from bot.core.model import Language
from bot.core.programme.buddies.messages import ROUND, SHOWN_FROM
from bot.core.programme.buddies.pair import Pair
from bot.core.programme.buddies.wording import BUDDY_WORDINGS
from bot.core.programme.census import LEAST_TOLD, Census, tell_counts
from bot.core.programme.cohorts import desk_messages
from bot.core.programme.cohorts.call import Call
from bot.core.programme.cohorts.draft_messages import NEW
from bot.core.programme.cohorts.register import Register
from bot.core.programme.cohorts.selection import select_group
from bot.core.programme.people.wording import LANGUAGE_NAMES
from bot.core.programme.ports import Shelf
from bot.web.console.access import DESK, Page, Visit
from bot.web.console.parts import Sending, render_message
from bot.web.console.people_wording import PEOPLE_PAGE_WORDINGS
from bot.web.console.programme_frame import EDITORS, HOME, PRESS, ProgrammeFrame
from bot.web.console.programme_wording import PROGRAMME_WORDINGS

_PATH = "/people"
_NOT_TOLD = "–"
Named = TypeVar("Named", bound=str)
_NAME = re.compile(r"[0-9a-f]{8}")


@dataclass(frozen=True)
class PeoplePages:
    """The pages about who takes part.

    Args:
        programme: The frame of the section.
        census: Counts them.
        register: The groups.
        pairs: Sides of pairs of buddies, counted only.
        compute: Where a proposal is worked out.
    """

    programme: ProgrammeFrame
    census: Census
    register: Register
    pairs: Shelf[Pair]
    compute: Compute

    @property
    def pages(self) -> Sequence[Page]:
        """List its pages."""
        return (
            Page(f"{HOME}{_PATH}", self.show, EDITORS),
            Page(f"{HOME}{_PATH}/{{name}}", self.show_call, EDITORS),
        )

    async def show(self, visit: Visit) -> Response:
        """Show counts, buddies and groups."""
        language = visit.language
        wording, count = PEOPLE_PAGE_WORDINGS[language], await self.census.count()
        time = count.counted_at.astimezone(ZoneInfo(self.register.zone)).strftime("%H:%M")
        pairs = len(await self.pairs.list_things()) // 2
        return await self.programme.show(
            "people.html",
            visit,
            _PATH,
            hidden=frozenset({"groups-desk"}),
            wording=wording,
            lead=wording.lead.format(time=time),
            total=_say(count.people, language),
            tables=[
                (wording.by_language, _list_rows(count.count_languages(), LANGUAGE_NAMES)),
                (wording.by_level, _list_rows(count.count_levels(), wording.levels)),
            ],
            wish_buddy=_say(count.wish_buddy, language),
            pairs=_say(pairs, language, SHOWN_FROM),
            calls=[await self._tell(call, language) for call in await self.register.list_calls()],
            press=f"{DESK}{PRESS}/people",
            new=f"{NEW} ",
            match=f"{ROUND} ",
            match_label=BUDDY_WORDINGS[language].editors_door,
        )

    async def _tell(self, call: Call, language: Language) -> dict[str, object]:
        wording = PEOPLE_PAGE_WORDINGS[language]
        if call.settled_on is not None:
            state, look = wording.stands.format(day=write_day(call.settled_on, language)), "go"
            people = len(await self.register.list_members(call.id))
        else:
            is_open = call.is_open(self.register.today) and call.until is not None
            until = write_day(call.until, language) if call.until else ""
            state = wording.open_until.format(day=until) if is_open else wording.waits
            look = "" if is_open else "adjust"
            people = len(await self.register.list_applications(call.id))
        return {
            "path": f"{DESK}{HOME}{_PATH}/{call.id}",
            "name": call.name,
            "state": state,
            "look": look,
            "places": call.places,
            "people": people,
        }

    async def show_call(self, visit: Visit) -> Response:
        """Show who applied for a group, and the proposal; of one that stands, who is in it."""
        name = str(visit.request.path_params.get("name", ""))
        call = await self.register.calls.find(name) if _NAME.fullmatch(name) else None
        if call is None or call.withdrawn_on is not None:
            return self.programme.frame.miss(visit.language)
        language, person = visit.language, visit.colleague.person
        if call.settled_on is not None:
            members = await self.register.list_members(call.id)
            message = desk_messages.compose_members(call, members, language)
        else:
            applications = await self.register.list_applications(call.id)
            seats = await self.register.list_seats(call.id)
            choosing = partial(select_group, applications, seats, call.places)
            message = desk_messages.compose_selection(
                call,
                await self.compute(choosing),
                (await self.census.count()).expected,
                language,
                leads=await self.register.is_lead(call.id, person),
            )
        sending = Sending(f"{PRESS}/people-{call.id}", visit.session.guard)
        return await self.programme.show(
            "group.html",
            visit,
            f"{_PATH}/{call.id}",
            hidden=frozenset({"call"}),
            wording=PEOPLE_PAGE_WORDINGS[language],
            title=call.name,
            group=render_message(message, sending),
        )


def _say(number: int, language: Language, least: int = LEAST_TOLD) -> str:
    return str(number) if number >= least or number == 0 else PROGRAMME_WORDINGS[language].fewer


def _list_rows(counts: Mapping[str, int], names: Mapping[Named, str]) -> list[tuple[str, str]]:
    """List what may be told of each part; a dash stands for what may not."""
    if sum(counts.values()) < LEAST_TOLD:
        return []
    told = tell_counts({str(one): counts.get(one, 0) for one in names})
    return [
        (name, _NOT_TOLD if told[one] is None else str(told[one])) for one, name in names.items()
    ]
