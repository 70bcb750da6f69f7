"""Lessons as broadcasts: found by editors in chat, whole, and short enough to be sent."""

from pathlib import Path

import pytest

from bot.core.message import Choice
from bot.core.model import LANGUAGES, Language
from bot.core.programme.broadcasts.broadcast import LONGEST_TEXT, Broadcast
from bot.core.programme.library.choosing import LessonOrders
from bot.core.programme.library.tips import LessonTips
from bot.files.lessons import load_lessons
from tests.conftest import POLICIES
from tests.core.programme.house import House, build_house

LESSONS = load_lessons(POLICIES)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return build_house(tmp_path)


@pytest.fixture
def tips() -> LessonTips:
    return LessonTips(LessonOrders(LESSONS))


def test_every_lesson_fits_into_a_broadcast(tips: LessonTips) -> None:
    assert LESSONS
    for lesson in LESSONS:
        tip = tips.find_lesson(lesson.id)
        assert tip is not None
        assert set(tip.texts) == set(LANGUAGES)
        for language, text in tip.texts.items():
            assert len(text.whole) <= LONGEST_TEXT
            assert lesson.texts[language].title in text.whole
            assert text.paragraphs[-1].endswith(lesson.texts[language].exercise)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_words_there_are_some_to_begin_with(tips: LessonTips, language: Language) -> None:
    assert len(tips.search_lessons("  ", language)) == 5
    assert tips.find_lesson("no-such-lesson") is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_editor_picks_a_tip(house: House, language: Language) -> None:
    await house.enrol(*(f"slack:T1:U{number}" for number in range(12)))
    editor = house.meet_editor(language)
    await editor.send(Choice("", "broadcasts"))
    await editor.press("broadcast-find-tip")
    await editor.write("Hashtags")
    label = next(one.label for one in reversed(editor.offered) if one.action == "broadcast-tip")
    await editor.press("broadcast-tip")
    (kept,) = await house.shelves.open_shelf("broadcasts", Broadcast).list_things()
    lesson = next(one for one in LESSONS if one.id == kept.tip)
    assert lesson.texts[language].title.startswith(label.rstrip("…"))
    assert lesson.texts[language].exercise in kept.choose_text(language).text
