"""The library to read: lessons and dilemmas in three languages, and when they had their turn."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from starlette.responses import Response

from bot.core.coaching.context import today_of
from bot.core.model import LANGUAGES, Language, Organisation
from bot.core.ports import Clock
from bot.core.programme.broadcasts.describing import name_broadcast
from bot.core.programme.broadcasts.office import Office
from bot.core.programme.census import LEAST_TOLD
from bot.core.programme.dilemmas import Dilemma
from bot.core.programme.lessons import Lesson
from bot.core.programme.library.choosing import count_weeks, find_weekly_dilemma
from bot.core.programme.library.dilemma_book import DilemmaBook, is_own
from bot.core.programme.library.dilemma_votes import VoteBoxes
from bot.core.programme.library.turns import (
    list_dilemma_weeks,
    list_lesson_broadcasts,
    list_lesson_recaps,
)
from bot.core.programme.library.wording import LIBRARY_WORDINGS
from bot.core.programme.people.wording import LANGUAGE_NAMES
from bot.core.programme.ports import Shelf
from bot.core.programme.recaps.recap import Sent
from bot.web.console.access import DESK, Page, Visit
from bot.web.console.own_dilemma_pages import tell_turn
from bot.web.console.own_dilemma_wording import OWN_DILEMMA_WORDINGS
from bot.web.console.programme_frame import EDITORS, HOME, ProgrammeFrame
from bot.web.console.recap_wording import RECAP_PAGE_WORDINGS

_PATH = "/library"
_LISTED = 200
_T = TypeVar("_T", Lesson, Dilemma)


@dataclass(frozen=True)
class LibraryPages:
    """The pages of the library.

    Args:
        programme: The frame of the section.
        lessons: All lessons.
        dilemmas: All dilemmas, the own ones too.
        votes: How people chose; told from ten on.
        sent: The recaps that went out.
        office: The broadcasts.
        clock: Tells the time.
        organisation: Its settings say which dilemmas fit.
    """

    programme: ProgrammeFrame
    lessons: Sequence[Lesson]
    dilemmas: DilemmaBook
    votes: VoteBoxes
    sent: Shelf[Sent]
    office: Office
    clock: Clock
    organisation: Organisation

    @property
    def pages(self) -> Sequence[Page]:
        """List its pages."""
        path = f"{HOME}{_PATH}"
        return (
            Page(path, self.list_all, EDITORS),
            Page(f"{path}/lessons/{{name}}", self.show_lesson, EDITORS),
            Page(f"{path}/dilemmas/{{name}}", self.show_dilemma, EDITORS),
        )

    async def list_all(self, visit: Visit) -> Response:
        """List lessons by topic, and dilemmas."""
        language, path = visit.language, f"{DESK}{HOME}{_PATH}"
        topics = LIBRARY_WORDINGS[language].topics
        week = count_weeks(today_of(self.organisation, self.clock))
        dilemmas = [one for one in await self.dilemmas.list_all() if not _is_over(one, week)]
        current = find_weekly_dilemma(dilemmas, self.organisation.settings, week)
        lessons = sorted(self.lessons, key=lambda one: (topics[one.topic], one.id))
        return await self.programme.show(
            "library.html",
            visit,
            _PATH,
            wording=RECAP_PAGE_WORDINGS[language],
            lessons=[
                (f"{path}/lessons/{one.id}", one.texts[language].title, topics[one.topic])
                for one in lessons
            ],
            dilemmas=[
                (
                    f"{path}/dilemmas/{one.id}",
                    one.texts[language].title,
                    one == current,
                    is_own(one),
                )
                for one in dilemmas
            ],
            own=OWN_DILEMMA_WORDINGS[language],
        )

    async def show_lesson(self, visit: Visit) -> Response:
        """Show a lesson in all languages."""
        lesson = _find(self.lessons, visit)
        if lesson is None:
            return self.programme.frame.miss(visit.language)
        language = visit.language
        dossiers = list_lesson_broadcasts(
            lesson, await self.office.list_latest(_LISTED, is_measured=False)
        )
        return await self.programme.show(
            "lesson.html",
            visit,
            f"{_PATH}/lessons/{lesson.id}",
            wording=RECAP_PAGE_WORDINGS[language],
            title=lesson.texts[language].title,
            minutes=lesson.minutes,
            texts=[(LANGUAGE_NAMES[one], one, lesson.texts[one]) for one in LANGUAGES],
            sources=[source.title for source in lesson.sources],
            recaps=list_lesson_recaps(lesson, await self.sent.list_things()),
            broadcasts=[
                (f"{DESK}{HOME}/broadcasts/{one.draft.id}", name_broadcast(one.broadcast, language))
                for one in dossiers
            ],
        )

    async def show_dilemma(self, visit: Visit) -> Response:
        """Show a dilemma in all languages, its weeks, and how people chose."""
        dilemmas = await self.dilemmas.list_all()
        dilemma = _find(dilemmas, visit)
        if dilemma is None:
            return self.programme.frame.miss(visit.language)
        today, own = today_of(self.organisation, self.clock), OWN_DILEMMA_WORDINGS[visit.language]
        weeks = list_dilemma_weeks(dilemmas, self.organisation.settings, dilemma.id, today)
        return await self.programme.show(
            "dilemma.html",
            visit,
            f"{_PATH}/dilemmas/{dilemma.id}",
            wording=RECAP_PAGE_WORDINGS[visit.language],
            title=dilemma.texts[visit.language].title,
            texts=[(LANGUAGE_NAMES[one], one, dilemma.texts[one]) for one in LANGUAGES],
            options=dilemma.options,
            own=own,
            turn=tell_turn(dilemma, count_weeks(today), visit.language) if is_own(dilemma) else "",
            name=dilemma.id,
            best=dilemma.best,
            sources=[source.title for source in dilemma.sources],
            weeks=[(one.name, one.monday.isoformat()) for one in weeks],
            counted=await self._count(dilemma, visit.language),
        )

    async def _count(
        self, dilemma: Dilemma, language: Language
    ) -> tuple[int, list[tuple[str, str, int]]]:
        """Count from ten votes on: how many, and the share of each answer as the chat tells it."""
        votes = await self.votes.count(dilemma.id)
        total = sum(votes.values())
        if total < LEAST_TOLD:
            return 0, []
        options = dilemma.texts[language].options
        shares = [
            (one.upper(), options[one], round(100 * votes.get(one, 0) / total))
            for one in dilemma.options
        ]
        return total, shares


def _is_over(dilemma: Dilemma, week: int) -> bool:
    return bool(dilemma.until) and dilemma.until <= week


def _find(things: Sequence[_T], visit: Visit) -> _T | None:
    name = str(visit.request.path_params.get("name", ""))
    return next((one for one in things if one.id == name), None)
