"""What a recap tells beside posts: a tip, the dilemma of the week, questions and dates."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.core.model import Language, Organisation
from bot.core.programme.lessons import ANY_LEVEL
from bot.core.programme.library.choosing import (
    LessonOrders,
    count_weeks,
    find_weekly_dilemma,
    find_weekly_lesson,
)
from bot.core.programme.library.dilemma_book import DilemmaBook
from bot.core.programme.library.dilemma_votes import VoteBoxes
from bot.core.programme.recaps.ports import NoOccasions, Occasions
from bot.core.programme.recaps.recap import Gathered, Occasion, OpenDilemma, RecapTip


@dataclass(frozen=True)
class LibrarySource:
    """Implements RecapSource.

    Args:
        lessons: The tips; whose turn it is, is decided by the week, for everybody alike.
        dilemmas: The dilemmas; of these that of the week is open.
        votes: How people chose.
        organisation: Its settings say which dilemmas fit.
        occasions: The events.
    """

    lessons: LessonOrders
    dilemmas: DilemmaBook
    votes: VoteBoxes
    organisation: Organisation
    occasions: Occasions = field(default_factory=NoOccasions)

    async def list_occasions(self) -> Sequence[Occasion]:
        """List the dates whose recap is still to come."""
        return await self.occasions.list_occasions()

    async def find_occasion(self, event: str, date: datetime.date) -> Occasion | None:
        """Find one."""
        return await self.occasions.find_occasion(event, date)

    async def gather(self, occasion: Occasion, language: Language) -> Gathered:
        """Gather a tip, the dilemma that is open, questions and dates."""
        week = count_weeks(occasion.date)
        return Gathered(
            self._find_tip(week, language),
            await self._list_dilemmas(week, language),
            await self.occasions.list_questions(occasion, language),
            await self.occasions.list_next_dates(occasion, language),
        )

    def _find_tip(self, week: int, language: Language) -> RecapTip | None:
        ordered = self.lessons.order(ANY_LEVEL, "", (), ())
        lesson = find_weekly_lesson(ordered, week, ())
        if lesson is None:
            return None
        text = lesson.texts[language]
        return RecapTip(text.title, text.text, text.exercise)

    async def _list_dilemmas(self, week: int, language: Language) -> Sequence[OpenDilemma]:
        dilemmas = await self.dilemmas.list_all()
        dilemma = find_weekly_dilemma(dilemmas, self.organisation.settings, week)
        if dilemma is None:
            return ()
        text = dilemma.texts[language]
        votes = sum((await self.votes.count(dilemma.id)).values())
        return (OpenDilemma(text.title, text.question, votes),)
