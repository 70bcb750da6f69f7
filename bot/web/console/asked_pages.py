"""What colleagues ask again and again, and what an editor can make of it.

It stands beside the rules, next to what authors handed over: both say what rules leave open.
"""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from starlette.responses import Response

from bot.core.coaching.answers import AnswerBook
from bot.core.house_rules.asked import AskedQuestions, Frequent, find_weeks, list_often
from bot.core.language.days import write_day
from bot.core.model import Language
from bot.core.programme.library.choosing import find_monday
from bot.web.console.access import Page, Visit
from bot.web.console.asked_wording import ASKED_WORDINGS
from bot.web.console.frame import Frame
from bot.web.console.house_pages import AT, BOTH
from bot.web.console.house_wording import HOUSE_WORDINGS

_EXAMPLES = 2


@dataclass(frozen=True)
class AskedPages:
    """The page.

    Args:
        frame: Renders it.
        asked: Counts.
        book: The answers.
        fill: Fills contacts and names into an answer.
        find_today: Gives the day, in the organisation's time zone.
    """

    frame: Frame
    asked: AskedQuestions
    book: AnswerBook
    fill: Callable[[str, Language], str]
    find_today: Callable[[], datetime.date]

    @property
    def pages(self) -> Sequence[Page]:
        """List its page."""
        return (Page(f"{AT}/asked", self.show, BOTH),)

    async def show(self, visit: Visit) -> Response:
        """Show what many asked in the four weeks that were over last."""
        language = visit.language
        first, last = find_weeks(self.find_today())
        often = list_often(await self.asked.count(first, last), self.book)
        sunday = find_monday(last) + datetime.timedelta(days=6)
        wording = ASKED_WORDINGS[language]
        return self.frame.show(
            "asked.html",
            language,
            visit.session,
            visit.roles,
            at=AT,
            label=HOUSE_WORDINGS[language].label,
            wording=wording,
            weeks=wording.weeks.format(
                first=write_day(find_monday(first), language),
                last=write_day(sunday, language),
            ),
            questions=[self._tell(one, language) for one in often.questions],
            not_understood=often.not_understood,
        )

    def _tell(self, one: Frequent, language: Language) -> dict[str, object]:
        wording, told = ASKED_WORDINGS[language], one.answer.texts[language]
        return {
            "id": one.answer.id,
            "title": told.questions[0],
            "examples": told.questions[1 : _EXAMPLES + 1],
            "asked": wording.asked.format(times=one.times, people=one.people),
            "verdict": wording.verdicts[one.answer.verdict],
            "answer": self.fill(told.text, language),
        }
