"""Questions first: what we want to ask the field; and a nudge for whoever asked for one."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.coaching.replies import say
from bot.core.deliveries import Return
from bot.core.desk.ports import Outbox
from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language
from bot.core.ports import Clock
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.due import Kind, Occurrence
from bot.core.programme.hours import Hours
from bot.core.programme.plans import Nudge as PlannedNudge
from bot.core.programme.plans import Plans
from bot.core.programme.ports import Shelf
from bot.core.programme.prompts import Prompt
from bot.core.programme.questions import messages
from bot.core.programme.questions.nudge import Nudge, find_own_day, name_nudge, read_wish
from bot.core.programme.questions.wording import QUESTIONS_WORDINGS
from bot.core.programme.spoken import Spoken
from bot.core.programme.zones import find_today

_QUESTIONS = Spoken(
    {
        "de": ("fragen?", "was fragen wir\\??"),
        "nl": ("vra(?:ag|gen)", "wat vragen we\\??"),
        "en": ("questions?", "what do we ask\\??"),
    }
)
_REMIND = Spoken(
    {
        "de": ("erinner(?:e|t)? mich(?: .{2,24})?",),
        "nl": ("herinner m(?:e|ij)(?: .{2,24})?",),
        "en": ("remind me(?: .{2,24})?",),
    }
)
_AT_ONCE = 3  # questions
_DAYS = 5  # offered for a nudge
_DAY, _WEEK = datetime.timedelta(days=1), datetime.timedelta(days=7)


@dataclass(frozen=True)
class Asking:
    """Implements the Feature of questions and nudges, for everybody, and Scheduled.

    Args:
        questions: Ours, to the field.
        nudges: One row a person, gone when it was sent.
        ambassadors: Who takes part; their hours are their own.
        outbox: Sends a nudge.
        clock: Tells the time.
        zone: The organisation's time zone.
    """

    questions: Sequence[Prompt]
    nudges: Shelf[Nudge]
    ambassadors: Shelf[Ambassador]
    outbox: Outbox
    clock: Clock
    zone: str

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what people write to reach it."""
        return (_QUESTIONS, _REMIND)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead to questions."""
        door = Choice(QUESTIONS_WORDINGS[language].door, messages.QUESTIONS)
        return () if for_editors else (door,)

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “question” and “remind me on Thursday”."""
        if _QUESTIONS.read(incoming.text) is not None:
            return [self._show_questions("", language)]
        if _REMIND.read(incoming.text) is None:
            return None
        wish = " ".join(incoming.text.split()[2:])
        return [await self._remind(incoming, wish, language)]

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Show other questions; set or cancel a nudge."""
        match choice.action:
            case messages.QUESTIONS:
                return [self._show_questions(choice.value, language)]
            case messages.NUDGE:
                return [await self._remind(incoming, choice.value, language)]
            case messages.CANCEL:
                wording = QUESTIONS_WORDINGS[language]
                was_set = await self.nudges.remove(incoming.person)
                text = wording.cancelled if was_set else wording.none_set
                return [say("nudge-cancelled", text, language, in_place=True)]
            case _:
                return None

    def _show_questions(self, value: str, language: Language) -> Message:
        """Show the questions from a place on; without one, those of the day."""
        is_number = value.isascii() and value.isdecimal() and len(value) < 6
        count = max(len(self.questions), 1)
        first = (
            int(value) if is_number else find_today(self.clock, self.zone).toordinal() * _AT_ONCE
        ) % count
        turned = (*self.questions[first:], *self.questions[:first])
        return messages.compose_questions(turned[:_AT_ONCE], (first + _AT_ONCE) % count, language)

    async def _remind(self, incoming: Incoming, wish: str, language: Language) -> Message:
        if not self.outbox.reaches(incoming.channel):
            return messages.say_cannot(language)
        ambassador = await self.ambassadors.find(incoming.person)
        hours = ambassador.hours if ambassador else Hours(self.zone)
        today = find_today(self.clock, hours.zone)
        wished = read_wish(wish[:40], today)
        day = find_own_day(wished, hours) if wished else None
        if day is None:
            has_nudge = await self.nudges.find(incoming.person) is not None
            note = QUESTIONS_WORDINGS[language].no_day if wish else ""
            days = _list_days(today, hours)
            return messages.compose_days(days, language, note=note, has_nudge=has_nudge)
        to = ambassador.to if ambassador else _find_return(incoming)
        nudge = Nudge(
            name_nudge(incoming.person, self.clock.now()),
            incoming.person,
            to,
            language,
            day,
            hours.zone,
        )
        await self.nudges.keep(incoming.person, nudge, incoming.person)
        return messages.compose_set(day, language)

    @property
    def kinds(self) -> frozenset[Kind]:
        """Name what it carries out."""
        return frozenset({"nudge"})

    async def plan(
        self, plans: Plans, _since: datetime.datetime, _until: datetime.datetime
    ) -> Plans:
        """Add what people asked for."""
        nudges = await self.nudges.list_things()
        planned = [PlannedNudge(one.id, one.day, one.zone) for one in nudges]
        return replace(plans, nudges=(*plans.nudges, *planned))

    async def carry_out(self, occurrence: Occurrence) -> None:
        """Send a nudge at its person's hours; it was the only one."""
        nudge = await self._find_nudge(occurrence)
        if nudge is None:
            return
        if self.outbox.reaches(nudge.to.channel):
            ambassador = await self.ambassadors.find(nudge.person)
            hours = ambassador.hours if ambassador else Hours(nudge.zone)
            now = self.clock.now()
            moment = hours.find_moment(now) or now
            at = nudge.day.toordinal() % max(len(self.questions), 1)
            text = "".join(one.texts[nudge.language] for one in self.questions[at : at + 1])
            message = messages.compose_nudge(text, nudge.day + _WEEK, nudge.language)
            await self.outbox.send(occurrence.key, nudge.to, message, not_before=moment)
        await self.nudges.remove(nudge.person)

    async def note_missed(self, occurrence: Occurrence) -> None:
        """Drop it: a reminder of days ago reminds of nothing."""
        nudge = await self._find_nudge(occurrence)
        if nudge is not None:
            await self.nudges.remove(nudge.person)

    async def leave(self, person: str) -> None:
        """Take away the nudge of somebody who leaves the programme."""
        await self.nudges.remove(person)

    async def _find_nudge(self, occurrence: Occurrence) -> Nudge | None:
        nudges = await self.nudges.list_things()
        return next((one for one in nudges if one.id == occurrence.subject), None)


def _list_days(today: datetime.date, hours: Hours) -> Sequence[datetime.date]:
    """List the next days on which somebody works."""
    days: list[datetime.date] = []
    day = find_own_day(today + _DAY, hours)
    while day is not None and len(days) < _DAYS:
        days.append(day)
        day = find_own_day(day + _DAY, hours)
    return days


def _find_return(incoming: Incoming) -> Return:
    return Return(incoming.channel, incoming.person, incoming.home or incoming.place)
