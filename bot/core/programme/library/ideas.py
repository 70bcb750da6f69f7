"""Ideas for whoever has nothing to tell: days, anniversaries and interview questions."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.coaching.context import Contexts, today_of
from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language, Organisation
from bot.core.ports import Clock, Records
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.library import messages
from bot.core.programme.library.choosing import find_following
from bot.core.programme.library.wording import LIBRARY_WORDINGS
from bot.core.programme.people.roles import find_role
from bot.core.programme.ports import Shelf
from bot.core.programme.prompts import (
    Prompt,
    Prompts,
    choose_question,
    list_anniversaries,
    list_days,
)
from bot.core.programme.spoken import Spoken

_INTERVIEW = Spoken(
    {
        "de": ("frag mich(?: was| etwas)?", "stell mir eine frage", "interview"),
        "nl": ("vraag m(?:e|ij)(?: iets| wat)?", "stel me een vraag", "interview"),
        "en": ("ask me(?: something)?", "ask me a question", "interview(?: me)?"),
    }
)
_IDEAS = Spoken({"de": ("ideen",), "nl": ("ideeën", "ideeen"), "en": ("ideas",)})
_AHEAD = datetime.timedelta(days=21)  # so far do ideas look
_MOST_DAYS, _MOST_QUESTIONS = 3, 2


@dataclass(frozen=True)
class Ideas:
    """Implements the Feature of ideas, for everybody in the company.

    Args:
        prompts: Questions and days.
        ambassadors: Who takes part; some told when they started to work here.
        records: What a person told us: role and country.
        contexts: Reads a role.
        clock: Tells the time.
        organisation: For countries and time zone.
    """

    prompts: Prompts
    ambassadors: Shelf[Ambassador]
    records: Records
    contexts: Contexts
    clock: Clock
    organisation: Organisation

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what people write to reach it."""
        return (_INTERVIEW, _IDEAS)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead to ideas and to a question."""
        wording = LIBRARY_WORDINGS[language]
        doors = (
            Choice(wording.ideas, messages.IDEAS),
            Choice(wording.interview, messages.INTERVIEW),
        )
        return () if for_editors else doors

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “ideas” and “ask me something”."""
        if _IDEAS.read(incoming.text) is not None:
            return [await self._show_ideas(incoming, language)]
        if _INTERVIEW.read(incoming.text) is not None:
            return [await self._ask(incoming, "", language)]
        return None

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Ask the next question, or show ideas."""
        match choice.action:
            case messages.INTERVIEW:
                return [await self._ask(incoming, choice.value, language)]
            case messages.IDEAS:
                return [await self._show_ideas(incoming, language)]
            case _:
                return None

    async def _ask(self, incoming: Incoming, after: str, language: Language) -> Message:
        role = await find_role(self.records, self.contexts, incoming.person)
        question = self._find_question(role, after)
        if question is None:
            return await self._show_ideas(incoming, language)
        return messages.compose_interview(question, language)

    def _find_question(self, role: str, after: str) -> Prompt | None:
        """Give the question after another; the first one changes with the day."""
        fitting = [one for one in self.prompts.interview if not one.roles or role in one.roles]
        today = today_of(self.organisation, self.clock).toordinal()
        return find_following(fitting, after, today)

    async def _show_ideas(self, incoming: Incoming, language: Language) -> Message:
        today = today_of(self.organisation, self.clock)
        told = await self.records.recall_person(incoming.person)
        country = told.country or next(iter(self.organisation.countries), "")
        days = list_days(self.prompts.days, today, today + _AHEAD, country)[:_MOST_DAYS]
        ambassador = await self.ambassadors.find(incoming.person)
        started = ambassador.work.started_on if ambassador else None
        anniversaries = (
            list_anniversaries(self.prompts.anniversaries, started, today, today + _AHEAD)
            if started
            else []
        )
        role = await find_role(self.records, self.contexts, incoming.person)
        questions: list[Prompt] = []
        asked = [one.id for one in self.prompts.interview[: today.toordinal() % 7]]
        while len(questions) < _MOST_QUESTIONS:
            question = choose_question(self.prompts.interview, role, asked)
            if question is None:
                break
            questions.append(question)
            asked.append(question.id)
        return messages.compose_ideas(days, anniversaries, questions, language)
