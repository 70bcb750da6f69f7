"""The dilemma of the week: a vote first, then the explanation."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core.coaching.context import today_of
from bot.core.coaching.replies import say
from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language, Organisation
from bot.core.ports import Clock, Records
from bot.core.programme.library import messages
from bot.core.programme.library.choosing import (
    count_weeks,
    find_next_dilemma,
    find_weekly_dilemma,
)
from bot.core.programme.library.dilemma_book import DilemmaBook
from bot.core.programme.library.wording import LIBRARY_WORDINGS
from bot.core.programme.ports import Shelf, Shelves
from bot.core.programme.spoken import Spoken

_DILEMMA = Spoken(
    {
        "de": ("dilemma", "dilemma der woche"),
        "nl": ("dilemma", "dilemma van de week"),
        "en": ("dilemma", "dilemma of the week"),
    }
)


@dataclass(frozen=True)
class Vote:
    """What somebody chose in a dilemma."""

    dilemma: str
    option: str


@dataclass(frozen=True)
class VoteBoxes:
    """Where votes are kept: a shelf for each dilemma, so that counting reads no other."""

    shelves: Shelves

    async def keep(self, vote: Vote, person: str) -> None:
        """Keep somebody's vote in place of an earlier one."""
        await self._open(vote.dilemma).keep(person, vote, person)

    async def count(self, dilemma: str) -> Mapping[str, int]:
        """Count the votes of a dilemma by option."""
        votes = await self._open(dilemma).list_things()
        return Counter(one.option for one in votes)

    def _open(self, dilemma: str) -> Shelf[Vote]:
        return self.shelves.open_shelf(f"votes {dilemma}", Vote)


@dataclass(frozen=True)
class Dilemmas:
    """Implements the Feature of dilemmas, for everybody in the company.

    Args:
        book: All of them.
        votes: One row a dilemma and person.
        records: What a person told us: their setting.
        clock: Tells the time.
        organisation: For settings and time zone.
    """

    book: DilemmaBook
    votes: VoteBoxes
    records: Records
    clock: Clock
    organisation: Organisation

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what people write to reach it."""
        return (_DILEMMA,)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead to the dilemma of the week."""
        door = Choice(LIBRARY_WORDINGS[language].dilemma, messages.DILEMMA)
        return () if for_editors else (door,)

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “dilemma”."""
        if _DILEMMA.read(incoming.text) is None:
            return None
        return [await self._show_dilemma(incoming, "", language)]

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer a vote, or show the next dilemma."""
        match choice.action:
            case messages.DILEMMA:
                return [await self._show_dilemma(incoming, choice.value, language)]
            case messages.VOTE:
                return [await self._vote(incoming, choice.value, language)]
            case _:
                return None

    async def _show_dilemma(self, incoming: Incoming, after: str, language: Language) -> Message:
        told = await self.records.recall_person(incoming.person)
        settings = (told.setting,) if told.setting else self.organisation.settings
        week = count_weeks(today_of(self.organisation, self.clock))
        running = await self.book.list_running(week)
        if after:
            dilemma = find_next_dilemma(running, settings, after)
        else:
            dilemma = find_weekly_dilemma(running, self.organisation.settings, week)
        if dilemma is None:
            return say("dilemma-gone", LIBRARY_WORDINGS[language].gone, language)
        return messages.compose_dilemma(dilemma, language)

    async def _vote(self, incoming: Incoming, value: str, language: Language) -> Message:
        name, option, among = (*value.split(), "", "", "")[:3]
        week = count_weeks(today_of(self.organisation, self.clock))
        running = await self.book.list_running(week)
        dilemma = next((one for one in running if one.id == name), None)
        if dilemma is None or option not in dilemma.options:
            return say("dilemma-gone", LIBRARY_WORDINGS[language].gone, language)
        await self.votes.keep(Vote(name, option), incoming.person)
        counted = await self.votes.count(name)
        shown = messages.compose_explanation(dilemma, option, counted, language)
        # in a bundle there stands more than the dilemma: it stays
        return replace(shown, in_place=not among)
