"""The lessons of the library as broadcasts take them over."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.programme.broadcasts.broadcast import LONGEST_TITLE, Text
from bot.core.programme.broadcasts.ports import Tip
from bot.core.programme.lessons import ANY_LEVEL, Lesson, LessonText, find_lessons
from bot.core.programme.library.choosing import LessonOrders
from bot.core.programme.library.wording import LIBRARY_WORDINGS

_TO_BEGIN_WITH = 5


@dataclass(frozen=True)
class LessonTips:
    """Implements Tips with the lessons."""

    lessons: LessonOrders

    def find_lesson(self, name: str) -> Tip | None:
        """Find a lesson by its id."""
        found = (lesson for lesson in self.lessons.lessons if lesson.id == name)
        return next((_make_tip(lesson) for lesson in found), None)

    def search_lessons(self, words: str, language: Language) -> Sequence[Tip]:
        """Search for lessons, the best first; without words, some for everybody."""
        if words.strip():
            found = find_lessons(self.lessons.lessons, words, language)
        else:
            found = self.lessons.order(ANY_LEVEL, "", (), ())[:_TO_BEGIN_WITH]
        return [_make_tip(lesson) for lesson in found]


def _make_tip(lesson: Lesson) -> Tip:
    texts = {one: _make_text(lesson, text, one) for one, text in lesson.texts.items()}
    return Tip(lesson.id, texts)


def _make_text(lesson: Lesson, text: LessonText, language: Language) -> Text:
    """Give title, text and exercise; a title too long for one is the first paragraph."""
    exercise = LIBRARY_WORDINGS[language].now.format(minutes=lesson.minutes)
    paragraphs = (*text.paragraphs, f"{exercise}: {text.exercise}")
    if len(text.title) > LONGEST_TITLE:
        return Text("\n\n".join((text.title, *paragraphs)))
    return Text("\n\n".join(paragraphs), text.title)
