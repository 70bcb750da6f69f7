"""Pilots for editors: make one, fill its pack, ask two leads, open it, call it off."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.coaching.replies import say
from bot.core.deliveries import Return
from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language
from bot.core.programme.editors import Editors
from bot.core.programme.pilots import desk_messages
from bot.core.programme.pilots.book import PilotBook
from bot.core.programme.pilots.calls import PilotCalls
from bot.core.programme.pilots.desk_wording import PILOT_DESK_WORDINGS
from bot.core.programme.pilots.leading import Leading
from bot.core.programme.pilots.pack_text import PARTS, Unread, read_part, read_title
from bot.core.programme.pilots.pilot import (
    Keeper,
    Lead,
    Pilot,
    choose_leads,
    list_missing,
    name_in_button,
    name_pilot,
)
from bot.core.programme.pilots.report_messages import compose_page
from bot.core.programme.spoken import Spoken

_NEW = Spoken(
    {
        "de": ("neue[rs]? (?:pilot|pilotprojekt|kongress)", "(?:pilot|kongress) anlegen"),
        "nl": ("nieuwe? (?:pilot|proeftuin|congres)", "(?:proeftuin|congres) maken"),
        "en": ("new (?:pilot|congress)",),
    }
)
_MOST_PILOTS = 40  # on the desk; older ones are still kept
_ACTIONS = frozenset(
    {
        desk_messages.DESK, desk_messages.NEW, desk_messages.MADE, desk_messages.DRAFT,
        desk_messages.EDIT, desk_messages.WRITE, desk_messages.PEOPLE, desk_messages.ASK,
        desk_messages.OPEN, desk_messages.INVITE, desk_messages.CALL_OFF, desk_messages.PAGE,
    }
)  # fmt: skip


@dataclass(frozen=True)
class PilotDesk:
    """Implements the Feature of pilots for editors."""

    leading: Leading
    calls: PilotCalls
    editors: Editors

    @property
    def book(self) -> PilotBook:
        """The pilots."""
        return self.leading.book

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what editors write to reach it."""
        return (_NEW,)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead editors to their pilots."""
        door = Choice(PILOT_DESK_WORDINGS[language].door, desk_messages.DESK)
        return (door,) if for_editors else ()

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “new pilot” with the desk: a form opens at a press."""
        if _NEW.read(incoming.text) is None:
            return None
        refusal = self.editors.refuse(incoming, language)
        if refusal:
            return [refusal]
        pilots = await self.book.pilots.list_things()
        return [desk_messages.compose_desk(pilots[-_MOST_PILOTS:], language)]

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer the buttons of editors."""
        if choice.action not in _ACTIONS:
            return None
        refusal = self.editors.refuse(incoming, language)
        return [refusal or await self._answer_editor(incoming, choice, language)]

    async def _answer_editor(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> Message:
        match choice.action:
            case desk_messages.NEW:
                return desk_messages.compose_title_form(language)
            case desk_messages.MADE:
                return await self._make(incoming, language)
            case desk_messages.DESK:
                pilots = await self.book.pilots.list_things()
                return desk_messages.compose_desk(pilots[-_MOST_PILOTS:], language)
        name, _, value = choice.value.partition(" ")
        pilot = await self.book.pilots.find(name)
        if pilot is None:
            pilots = await self.book.pilots.list_things()
            return desk_messages.compose_desk(pilots[-_MOST_PILOTS:], language)
        return await self._change(incoming, choice.action, pilot, value, language)

    async def _make(self, incoming: Incoming, language: Language) -> Message:
        title = read_title(incoming.text)
        if isinstance(title, Unread):
            return desk_messages.compose_unread("", "title", title.part, language)
        pilot = Pilot(
            name_pilot(title, self.book.clock.now()),
            title,
            language,
            dos={one: wording.dos for one, wording in PILOT_DESK_WORDINGS.items()},
            donts={one: wording.donts for one, wording in PILOT_DESK_WORDINGS.items()},
        )
        await self.book.pilots.keep(pilot.id, pilot)
        to = Return(incoming.channel, incoming.person, incoming.place)
        keeper = Keeper(pilot.id, to, language)
        await self.book.keepers.keep(pilot.id, keeper, incoming.person)
        return await self._show(pilot, language)

    async def _change(
        self, incoming: Incoming, action: str, pilot: Pilot, value: str, language: Language
    ) -> Message:
        match action:
            case desk_messages.EDIT | desk_messages.WRITE if value in PARTS:
                return await self._write(incoming, action, pilot, value, language)
            case desk_messages.PEOPLE:
                page = int(value) if value.isdecimal() and len(value) < 4 else 0
                return await self._offer_people(pilot, page, language)
            case desk_messages.ASK:
                return await self._ask(pilot, value, language)
            case desk_messages.OPEN:
                return await self._open(pilot, language)
            case desk_messages.INVITE:
                return await self._invite(pilot, value, language)
            case desk_messages.CALL_OFF:
                return await self._call_off(pilot, value, language)
            case desk_messages.PAGE:
                evaluation = await self.leading.evaluate(pilot)
                wording = PILOT_DESK_WORDINGS[language]
                return compose_page(pilot, evaluation, language, wording.page, wording.copy)
            case _:
                return await self._show(pilot, language)

    async def _show(
        self, pilot: Pilot, language: Language, note: str = "", new: Lead | None = None
    ) -> Message:
        """Show a pilot; with who was asked just now, which may not be kept yet."""
        asked = [one for one in await self.book.list_asked(pilot.id) if one != new]
        asked += [new] if new else []
        people = await self.book.ambassadors.list_things()
        return desk_messages.compose_draft(
            pilot, asked, people, language, note=note, today=self.book.today
        )

    async def _write(
        self, incoming: Incoming, action: str, pilot: Pilot, part: str, language: Language
    ) -> Message:
        """Ask for a field, or take what was written; a field that was sent empty is emptied."""
        if action == desk_messages.EDIT:
            return desk_messages.compose_part_form(pilot, part, language)
        changed = read_part(pilot, part, incoming.text, self.book.today)
        if isinstance(changed, Unread):
            return desk_messages.compose_unread(pilot.id, part, changed.part, language)
        text, today = incoming.text, self.book.today

        def write(now: Pilot) -> Pilot:
            """Write into the pilot as it is by then: another editor may be at another field."""
            written = read_part(now, part, text, today)
            return now if isinstance(written, Unread) else written

        await self.book.pilots.change(pilot.id, write)
        return await self._show(changed, language)

    async def _offer_people(self, pilot: Pilot, page: int, language: Language) -> Message:
        asked = {one.person for one in await self.book.list_asked(pilot.id)}
        people = await self.book.ambassadors.list_things()
        left = [one for one in people if one.person not in asked]
        left.sort(key=lambda one: (one.name.casefold(), name_in_button(pilot.id, one.person)))
        return desk_messages.compose_people(pilot, left, page, language)

    async def _ask(self, pilot: Pilot, value: str, language: Language) -> Message:
        wording = PILOT_DESK_WORDINGS[language]
        people = await self.book.ambassadors.list_things()
        found = [one for one in people if name_in_button(pilot.id, one.person) == value]
        is_open = bool(found) and pilot.state != "off"
        lead = await self.leading.ask(pilot, found[0]) if is_open else None
        note = wording.asked if lead else wording.not_asked
        return await self._show(pilot, language, note, lead)

    async def _open(self, pilot: Pilot, language: Language) -> Message:
        wording = PILOT_DESK_WORDINGS[language]
        leads = choose_leads(await self.book.list_asked(pilot.id))
        if pilot.state != "draft" or list_missing(pilot, len(leads)):
            return await self._show(pilot, language, wording.not_open)
        opened = replace(pilot, state="open")
        await self.book.pilots.change(
            pilot.id, lambda now: replace(now, state="open") if now.state == "draft" else now
        )
        note = wording.opened.format(title=pilot.title)
        if pilot.embargoes:
            note = f"{note} {wording.opened_embargo}"
        return await self._show(opened, language, note)

    async def _invite(self, pilot: Pilot, value: str, language: Language) -> Message:
        wording = PILOT_DESK_WORDINGS[language]
        if pilot.state != "open" or value != desk_messages.YES:
            is_open = pilot.state == "open"
            ask = desk_messages.compose_invite_question
            return ask(pilot, language) if is_open else await self._show(pilot, language)
        is_sent = await self.calls.send_invitation(pilot)
        text = {None: wording.nobody_to_invite, False: wording.invited_before}
        return say("pilot-invited", text.get(is_sent, wording.invited), language, in_place=True)

    async def _call_off(self, pilot: Pilot, value: str, language: Language) -> Message:
        if value != desk_messages.YES:
            return desk_messages.compose_call_off_question(pilot, language)
        if pilot.state != "off":
            off = replace(pilot, state="off")
            await self.book.pilots.change(pilot.id, lambda now: replace(now, state="off"))
            if pilot.state == "open":
                await self.calls.send_off(off)
        text = PILOT_DESK_WORDINGS[language].called_off.format(title=pilot.title)
        return say("pilot-off", text, language, in_place=True)
