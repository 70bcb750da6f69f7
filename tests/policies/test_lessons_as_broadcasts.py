"""Every lesson goes out as a broadcast without a warning, also while the house must keep quiet."""

import datetime
from dataclasses import replace

from bot.bootstrap.broadcasts import CoachProofreading
from bot.core.coaching.review import Coach
from bot.core.model import Blackout, Organisation
from bot.core.policy.policy import Policy
from bot.core.programme.broadcasts.broadcast import Broadcast
from bot.core.programme.broadcasts.checks import check_texts
from bot.core.programme.library.choosing import LessonOrders
from bot.core.programme.library.tips import LessonTips
from bot.files.hashtags import load_hashtags
from bot.files.lessons import load_lessons
from bot.files.resemblance import LearnedResemblance
from bot.settings import Settings
from tests.conftest import POLICIES
from tests.core.programme.house import MONDAY, furnish_house

_WEEK = datetime.timedelta(days=7)
_TODAY = MONDAY.date()
FIGURES = Blackout(_TODAY - _WEEK, _TODAY + _WEEK, "closed period before the figures")
MERGER = Blackout(_TODAY - _WEEK, _TODAY + _WEEK, "works councils advise on a merger", (), "deal")


async def test_an_editor_can_send_every_lesson_as_it_is(
    policy: Policy,
    organisation: Organisation,
    resemblance: LearnedResemblance,
) -> None:
    coach = Coach(policy, load_hashtags(POLICIES), None, resemblance)
    quiet = replace(organisation, blackout=(FIGURES, MERGER))
    house = furnish_house(coach, quiet, Settings(_env_file=None))
    proofreading = CoachProofreading(house.conversation)
    lessons = load_lessons(POLICIES)
    tips = LessonTips(LessonOrders(lessons))
    found = []
    for lesson in lessons:
        tip = tips.find_lesson(lesson.id)
        assert tip is not None
        broadcast = Broadcast("b", MONDAY, tip.texts, tip=tip.id)
        found += [
            (tip.id, checked.language, finding.rule, finding.quote)
            for checked in await check_texts(broadcast, proofreading, "en")
            for finding in checked.findings
        ]
    assert found == []
