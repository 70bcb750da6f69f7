"""When something of the library had its turn, and when it has the next. Pure."""

import datetime
from collections.abc import Iterable, Sequence

from bot.core.programme.broadcasts.broadcast import Dossier
from bot.core.programme.dilemmas import Dilemma
from bot.core.programme.lessons import Lesson
from bot.core.programme.library.choosing import count_weeks, find_weekly_dilemma
from bot.core.programme.recaps.recap import Sent
from bot.core.programme.weeks import Week, find_week

_BACK, _AHEAD = 104, 52  # weeks
_MOST = 12
_WEEK = datetime.timedelta(days=7)


def list_dilemma_weeks(
    dilemmas: Sequence[Dilemma], settings: Sequence[str], name: str, today: datetime.date
) -> list[Week]:
    """List the weeks in which a dilemma is that of the week, as the library is now."""
    mondays = [find_week(today).monday + _WEEK * step for step in range(-_BACK, _AHEAD)]
    found = []
    for monday in mondays:
        one = find_weekly_dilemma(dilemmas, settings, count_weeks(monday))
        if one is not None and one.id == name:
            found.append(find_week(monday))
    past = [one for one in found if one.monday <= today]
    coming = [one for one in found if one.monday > today]
    return [*past[-_MOST // 2 :], *coming[: _MOST // 2]]


def list_lesson_recaps(lesson: Lesson, sent: Iterable[Sent]) -> list[datetime.date]:
    """List the dates whose recap had a lesson as its tip."""
    titles = {text.title for text in lesson.texts.values()}
    found = [one for one in sent if one.kind == "recap" and one.gathered.tip]
    dates = {
        one.occasion.date for one in found if one.gathered.tip and one.gathered.tip.title in titles
    }
    return sorted(dates)[-_MOST:]


def list_lesson_broadcasts(lesson: Lesson, dossiers: Iterable[Dossier]) -> list[Dossier]:
    """List the broadcasts that were made of a lesson."""
    return [one for one in dossiers if one.broadcast.tip == lesson.id][:_MOST]
