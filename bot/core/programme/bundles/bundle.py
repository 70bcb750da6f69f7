"""What stands in somebody's bundle of a week: a tip, the dilemma, an idea. Pure.

People for whom it is the same share a variant, so that few messages serve many people.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.model import Language, Organisation
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.bundles.wording import BUNDLE_WORDINGS
from bot.core.programme.dilemmas import Dilemma
from bot.core.programme.lessons import Lesson
from bot.core.programme.library.choosing import (
    LessonOrders,
    count_weeks,
    find_weekly_dilemma,
    find_weekly_lesson,
)
from bot.core.programme.prompts import Prompts, list_anniversaries, list_days
from bot.core.programme.weeks import Week


@dataclass(frozen=True)
class Idea:
    """A prompt, what it is for (a day by its name, or nothing), and what tells it from others."""

    name: str
    prompt: str
    occasion: str = ""


@dataclass(frozen=True)
class Bundle:
    """What one person reads in one week."""

    language: Language
    lesson: Lesson | None
    dilemma: Dilemma | None
    idea: Idea | None

    @property
    def variant(self) -> str:
        """Name what is the same for everybody who reads the same."""
        lesson = self.lesson.id if self.lesson else ""
        return f"{self.language} {lesson} {self.idea.name if self.idea else ''}"


@dataclass(frozen=True)
class BundleMaker:
    """Makes bundles out of the library; `dilemmas` are those that there are by now."""

    lessons: LessonOrders
    dilemmas: Sequence[Dilemma]
    prompts: Prompts
    organisation: Organisation

    def make_bundle(self, ambassador: Ambassador, week: Week) -> Bundle:
        """Make the bundle of a person and week."""
        ordered = self.lessons.order(
            ambassador.level, ambassador.role, ambassador.networks, ambassador.wishes.topics
        )
        turn = count_weeks(week.monday) - count_weeks(ambassador.joined_at.date())
        return Bundle(
            ambassador.language,
            find_weekly_lesson(ordered, turn, ambassador.seen),
            find_weekly_dilemma(
                self.dilemmas, self.organisation.settings, count_weeks(week.monday)
            ),
            self._find_idea(ambassador, week),
        )

    def make_for_anybody(self, language: Language, week: Week) -> Bundle:
        """Make the bundle of a week for somebody of whom nothing is kept."""
        turn = count_weeks(week.monday)
        return Bundle(
            language,
            self.lessons.find_next("", turn),
            find_weekly_dilemma(self.dilemmas, self.organisation.settings, turn),
            self._find_day(language, week) or self._find_question(language, "", week),
        )

    def _find_idea(self, ambassador: Ambassador, week: Week) -> Idea | None:
        """Find an idea: one's own anniversary first, then a day of the week, then a question."""
        language = ambassador.language
        return (
            self._find_anniversary(ambassador, week)
            or self._find_day(language, week)
            or self._find_question(language, ambassador.role, week)
        )

    def _find_anniversary(self, ambassador: Ambassador, week: Week) -> Idea | None:
        started = ambassador.work.started_on
        if started is None:
            return None
        last = week.monday + datetime.timedelta(days=6)
        kept = list_anniversaries(self.prompts.anniversaries, started, week.monday, last)
        for _, anniversary in kept:
            language, years = ambassador.language, anniversary.years
            occasion = BUNDLE_WORDINGS[language].anniversary.format(years=years)
            return Idea(f"years-{years}", anniversary.prompts[language][0], occasion)
        return None

    def _find_day(self, language: Language, week: Week) -> Idea | None:
        country = next(iter(self.organisation.countries), "")
        last = week.monday + datetime.timedelta(days=6)
        for _, day in list_days(self.prompts.days, week.monday, last, country):
            text = day.texts[language]
            return Idea(day.id, text.prompts[week.year % len(text.prompts)], text.name)
        return None

    def _find_question(self, language: Language, role: str, week: Week) -> Idea | None:
        fitting = [one for one in self.prompts.interview if not one.roles or role in one.roles]
        if not fitting:
            return None
        question = fitting[count_weeks(week.monday) % len(fitting)]
        return Idea(question.id, question.texts[language])
