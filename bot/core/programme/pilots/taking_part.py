"""Pilots for those who take part and lead: find one, join, get its questions, say how it was."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core.coaching.replies import say
from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language
from bot.core.programme.by_language import choose_lines
from bot.core.programme.pilots import messages
from bot.core.programme.pilots.book import PilotBook
from bot.core.programme.pilots.leading import Leading
from bot.core.programme.pilots.pilot import QUESTIONS, LeadNote, Member, Pilot, Question, Told
from bot.core.programme.pilots.report_messages import compose_note_form, compose_report
from bot.core.programme.pilots.wording import PILOT_WORDINGS
from bot.core.programme.prompts import Prompt
from bot.core.programme.spoken import Spoken

_PILOTS = Spoken(
    {
        "de": ("pilote?n?", "pilotprojekte?", "kongress(?:e)?", "proeftuin"),
        "nl": ("pilots?", "proeftuin(?:en)?", "congres(?:sen)?"),
        "en": ("pilots?", "congress(?:es)?"),
    }
)
_LONGEST_TOLD = 500
Congress = Mapping[str, Sequence[Prompt]]  # our own prompts by stage


@dataclass(frozen=True)
class TakingPart:
    """Implements the Feature of pilots for everybody."""

    book: PilotBook
    leading: Leading
    congress: Congress

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what people write to reach it."""
        return (_PILOTS,)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead to the pilots there are."""
        return () if for_editors else (Choice(PILOT_WORDINGS[language].door, messages.PILOTS),)

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “pilot”, “congress” and “proeftuin”."""
        if _PILOTS.read(incoming.text) is None:
            return None
        return [await self._show_pilots(incoming, language)]

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer the buttons of those who take part, and of leads."""
        name, _, value = choice.value.partition(" ")
        match choice.action:
            case messages.PILOTS:
                return [await self._show_pilots(incoming, language)]
            case messages.LEAD:
                return [await self.leading.answer(name, incoming.person, value, language)]
            case (
                messages.PILOT
                | messages.TAKE_PART
                | messages.LEAVE
                | messages.DAILY
                | messages.TELL
                | messages.TOLD
            ):
                pilot = await self.book.find_shown(name)
                if pilot is None:
                    return [say("pilot-gone", PILOT_WORDINGS[language].gone, language)]
                return [await self._answer_member(incoming, choice.action, pilot, value, language)]
            case messages.REPORT | messages.NOTE | messages.NOTED:
                return [await self._answer_lead(incoming, choice.action, name, language)]
            case _:
                return None

    async def _show_pilots(self, incoming: Incoming, language: Language) -> Message:
        pilots = await self.book.list_shown()
        if len(pilots) == 1:
            return await self._show(incoming, pilots[0], language)
        return messages.compose_pilots(pilots, language)

    async def _show(self, incoming: Incoming, pilot: Pilot, language: Language) -> Message:
        today = self.book.today
        member = None
        if await self.book.ambassadors.find(incoming.person) is not None:
            member = await self.book.find_member(pilot, incoming.person)
        prompt = choose_prompt(pilot, self.congress, today, language)
        leads = await self.book.list_leads(pilot.id)
        is_over = pilot.tell_stage(today) == "after"
        return messages.compose_pilot(pilot, member, leads, prompt, language, is_over=is_over)

    async def _answer_member(
        self, incoming: Incoming, action: str, pilot: Pilot, value: str, language: Language
    ) -> Message:
        is_ambassador = await self.book.ambassadors.find(incoming.person) is not None
        if action == messages.PILOT or not is_ambassador:
            return await self._show(incoming, pilot, language)
        member = await self.book.find_member(pilot, incoming.person)
        wording = PILOT_WORDINGS[language]
        match action:
            case messages.TAKE_PART:
                await self.book.keep_member(replace(member, is_in=True))
                return messages.compose_joined(pilot, language)
            case messages.LEAVE:
                await self.book.keep_member(Member(pilot.id, incoming.person, is_in=False))
                return say("pilot-left", wording.left, language, in_place=True)
            case messages.DAILY:
                is_on = value == messages.ON and member.is_in
                await self.book.keep_member(replace(member, wants_prompts=is_on))
                text = wording.daily_on if is_on else wording.daily_off
                return say("pilot-daily", text, language)
            case _:
                return await self._hear(incoming, action, pilot, value, language)

    async def _hear(
        self, incoming: Incoming, action: str, pilot: Pilot, value: str, language: Language
    ) -> Message:
        """Ask one of the three questions, or keep its answer."""
        question = next((one for one in QUESTIONS if one == value), None)
        member = await self.book.find_member(pilot, incoming.person)
        if question is None or not member.is_in:
            return await self._show(incoming, pilot, language)
        if action == messages.TELL or not incoming.text.strip():
            return messages.compose_tell_form(pilot, question, language)
        return await self._keep_told(incoming, pilot, question, language)

    async def _keep_told(
        self, incoming: Incoming, pilot: Pilot, question: Question, language: Language
    ) -> Message:
        wording, text = PILOT_WORDINGS[language], " ".join(incoming.text.split())
        if len(text) > _LONGEST_TOLD:
            too_long = wording.tell_too_long.format(most=_LONGEST_TOLD)
            return say("pilot-too-long", too_long, language)
        await self.book.keep_told(incoming.person, Told(pilot.id, question, text))
        return say("pilot-told", wording.told, language)

    async def _answer_lead(
        self, incoming: Incoming, action: str, name: str, language: Language
    ) -> Message:
        wording = PILOT_WORDINGS[language]
        pilot = await self.book.pilots.find(name)
        if pilot is None or not await self.book.leads_it(name, incoming.person):
            return say("pilot-gone", wording.gone, language)
        key = f"{name}/{incoming.person}"
        if action == messages.NOTE or (action == messages.NOTED and not incoming.text.strip()):
            note = await self.book.notes.find(key)
            return compose_note_form(pilot, note.text if note else "", language)
        if action == messages.NOTED:
            text = " ".join(incoming.text.split())
            if len(text) > _LONGEST_TOLD:
                too_long = wording.tell_too_long.format(most=_LONGEST_TOLD)
                return say("pilot-too-long", too_long, language)
            await self.book.notes.keep(key, LeadNote(name, text), incoming.person)
            return say("pilot-noted", wording.note_kept, language)
        return compose_report(pilot, await self.leading.evaluate(pilot), language)


def choose_prompt(pilot: Pilot, congress: Congress, day: datetime.date, language: Language) -> str:
    """Choose the prompt of a day: each comes once before one comes again; empty: there is none."""
    stage = pilot.tell_stage(day)
    own = choose_lines(pilot.prompts.get(stage, {}), language)
    prompts = own or [one.texts[language] for one in congress.get(stage, ())]
    return prompts[day.toordinal() % len(prompts)] if prompts else ""
