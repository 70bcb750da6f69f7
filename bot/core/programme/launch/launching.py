"""The launch of a group: texts to copy, with the names of those who agreed to be named."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from bot.core.coaching.replies import say
from bot.core.desk.ports import Outbox
from bot.core.language.days import write_day
from bot.core.message import Choice, Incoming, Message
from bot.core.model import LANGUAGES, Language
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.editors import Editors
from bot.core.programme.launch import messages
from bot.core.programme.launch.wording import LAUNCH_WORDINGS
from bot.core.programme.launch_kit import LaunchKit
from bot.core.programme.mailings import Mailing, Mailings, Recipient
from bot.core.programme.ports import Shelf
from bot.core.programme.spoken import Spoken
from bot.core.programme.written_dates import read_day
from bot.core.programme.zones import find_today

_LAUNCH = Spoken({"de": ("startpaket",), "nl": ("startpakket",), "en": ("launch kit",)})
KEY = "launch"
_LONGEST_NAME = 80
_FARTHEST = datetime.timedelta(days=400)
_OF_EDITORS = frozenset(
    {messages.LAUNCH, messages.START, messages.STARTED, messages.ASK_ALL, messages.SHOW}
)


@dataclass(frozen=True)
class Launch:
    """The day on which the group is introduced."""

    start: datetime.date


@dataclass(frozen=True)
class Naming:
    """That somebody was asked about that day, and the name they gave; kept as theirs."""

    person: str = field(repr=False)
    start: datetime.date
    name: str = field(default="", repr=False)


@dataclass(frozen=True)
class Launching:
    """Implements the Feature of the launch.

    Args:
        kit: The texts; None where there is no such file.
        launches: One row: the day.
        namings: One row a person.
        ambassadors: Who is asked.
        editors: Who sees the texts.
        mailings: Ask everybody.
        outbox: Says who can be reached.
        clock: Tells the time.
        zone: The organisation's time zone.
        company: Its name.
    """

    kit: LaunchKit | None
    launches: Shelf[Launch]
    namings: Shelf[Naming]
    ambassadors: Shelf[Ambassador]
    editors: Editors
    mailings: Mailings
    outbox: Outbox
    clock: Clock
    zone: str
    company: str

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what editors write to reach it."""
        return (_LAUNCH,)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead editors to it."""
        door = Choice(LAUNCH_WORDINGS[language].door, messages.LAUNCH)
        return (door,) if for_editors and self.kit else ()

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “launch kit”."""
        if _LAUNCH.read(incoming.text) is None:
            return None
        refusal = self.editors.refuse(incoming, language)
        return [refusal or await self._show(language)]

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer the buttons of editors, and of those who were asked."""
        if choice.action in _OF_EDITORS:
            refusal = self.editors.refuse(incoming, language)
            return [refusal or await self._answer_editor(incoming, choice, language)]
        if choice.action in (messages.YES, messages.NO, messages.NAMED):
            return [await self._answer_asked(incoming, choice, language)]
        return None

    async def _answer_editor(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> Message:
        launch = await self.launches.find(KEY)
        if self.kit is None:
            return say("launch", LAUNCH_WORDINGS[language].no_kit, language)
        match choice.action:
            case messages.START:
                return messages.compose_start_form(launch.start if launch else None, language)
            case messages.STARTED:
                return await self._set_start(incoming.text, language)
            case messages.ASK_ALL if launch:
                return await self._ask_all(self.kit, launch, language)
            case messages.SHOW if launch:
                told = next((one for one in LANGUAGES if one == choice.value), language)
                return messages.compose_kit(
                    self.kit.texts[told], await self._fill(launch, told), told
                )
            case _:
                return await self._show(language)

    async def _show(self, language: Language, note: str = "") -> Message:
        if self.kit is None:
            return say("launch", LAUNCH_WORDINGS[language].no_kit, language)
        launch = await self.launches.find(KEY)
        names = await self._list_names(launch) if launch else ()
        return messages.compose_desk(launch.start if launch else None, names, language, note=note)

    async def _set_start(self, text: str, language: Language) -> Message:
        start = read_day(text.strip()[:40])
        today = find_today(self.clock, self.zone)
        if start is None or not today <= start <= today + _FARTHEST:
            return messages.compose_start_unread(language)
        launch = Launch(start)
        await self.launches.keep(KEY, launch)
        return messages.compose_desk(start, await self._list_names(launch), language)

    async def _ask_all(self, kit: LaunchKit, launch: Launch, language: Language) -> Message:
        """Ask everybody who was not asked about this day yet: newcomers too, nobody twice."""
        wording, now = LAUNCH_WORDINGS[language], self.clock.now()
        asked = {
            one.person for one in await self.namings.list_things() if one.start == launch.start
        }
        people = [
            one
            for one in await self.ambassadors.list_things()
            if one.person not in asked and self.outbox.reaches(one.to.channel)
        ]
        if not people:
            return await self._show(language, wording.asked_before if asked else wording.nobody)
        asking: Mapping[str, Message] = {
            one: messages.compose_consent(
                kit.texts[one], await self._fill(launch, one), launch.start, one
            )
            for one in LANGUAGES
        }
        over = datetime.datetime.combine(launch.start, datetime.time(), ZoneInfo(self.zone))
        day = datetime.timedelta(days=1)
        mailing = Mailing(f"launch-consent:{launch.start}:{len(asked)}", asking, until=over + day)
        recipients = [
            Recipient(one.person, one.language, one.hours.find_moment(now) or now) for one in people
        ]
        await self.mailings.start(mailing, recipients)
        for one in people:
            await self._keep(Naming(one.person, launch.start))
        return await self._show(language, wording.asked)

    async def _fill(self, launch: Launch, language: Language) -> tuple[str, str, str]:
        wording = LAUNCH_WORDINGS[language]
        names = await self._list_names(launch)
        others = len(await self.ambassadors.list_things()) - len(names)
        group = messages.name_group(names, others, language)
        day = write_day(launch.start, language)
        return group, self.company or wording.company, day

    async def _list_names(self, launch: Launch) -> Sequence[str]:
        """List the names of those who agreed for this day and are ambassadors still."""
        there = {one.person for one in await self.ambassadors.list_things()}
        names = [
            one.name
            for one in await self.namings.list_things()
            if one.name and one.start == launch.start and one.person in there
        ]
        return sorted(names, key=lambda name: (name.casefold(), name))

    async def _answer_asked(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> Message:
        wording = LAUNCH_WORDINGS[language]
        launch = await self.launches.find(KEY)
        if await self.ambassadors.find(incoming.person) is None:
            return say("launch-gone", wording.not_joined, language)
        if launch is None or choice.value != launch.start.isoformat():
            return say("launch-gone", wording.gone, language)
        if choice.action == messages.NO:
            await self._keep(Naming(incoming.person, launch.start))
            return say("launch-declined", wording.declined, language, in_place=True)
        name = " ".join(incoming.text.split())
        if choice.action == messages.YES or not name:
            return messages.compose_name_form(incoming.name, launch.start, language)
        if len(name) > _LONGEST_NAME:
            text = wording.name_too_long.format(most=_LONGEST_NAME)
            return say("launch-unread", text, language)
        await self._keep(Naming(incoming.person, launch.start, name))
        return messages.compose_kept(name, launch.start, language)

    async def leave(self, person: str) -> None:
        """Take away what somebody said who leaves the programme."""
        await self.namings.remove(person)

    async def _keep(self, naming: Naming) -> None:
        await self.namings.keep(naming.person, naming, naming.person)
