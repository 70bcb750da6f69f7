"""Lessons: the short tips of the library, and which one suits somebody next. Pure.

A lesson is data (policies/lessons/). Its rules are the checker's: what it tells people to write,
the engine lets pass. The people in its examples are made up; its sources say what it rests on.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log

from rapidfuzz.distance import Prefix

from bot.core.language.fold import fold
from bot.core.model import Language, Source
from bot.core.programme.ambassador import LEVELS

ANY_LEVEL = "any"
LESSON_LEVELS = (*LEVELS, ANY_LEVEL)
LESSON_TOPICS = (
    "accessibility",
    "audience",
    "colleagues",
    "company-news",
    "congress",
    "first-sentence",
    "hashtags",
    "headquarters-post",
    "ideas",
    "language",
    "links",
    "mistakes",
    "networking",
    "networks",
    "numbers",
    "own-words",
    "patients",
    "photo",
    "private-or-business",
    "profile",
    "questions-first",
    "reading",
    "replies",
    "rules",
    "safety",
    "story",
    "structure",
    "tagging",
    "time",
    "vacancies",
    "video",
)

_WORD = re.compile(r"[a-z0-9]+")
_LONGEST_SEARCH = 200  # characters; nobody looks for more
_MOST_ASKED = 16  # words
_MOST_FOUND = 5
_SHORTEST_STEM = 4  # letters; a shorter word is only found as it is
_ENDING = 2  # letters that may differ at the end


@dataclass(frozen=True)
class LessonText:
    """A lesson in one language: what it promises, what it says, what to do now."""

    title: str
    text: str
    exercise: str
    line: int = 0  # where it stands in its file

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text, a paragraph each."""
        return tuple(self.text.split("\n"))

    @property
    def whole(self) -> str:
        """Everything a person reads."""
        return "\n\n".join((self.title, *self.paragraphs, self.exercise))


@dataclass(frozen=True)
class Lesson:
    """One lesson. Empty `roles` or `networks` mean all; `minutes` count the exercise too."""

    id: str
    topic: str
    level: str
    minutes: int
    texts: Mapping[Language, LessonText]
    sources: tuple[Source, ...]
    roles: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    path: str = ""

    def suits(self, role: str, networks: Collection[str]) -> bool:
        """Say whether it speaks to people of this role on one of these networks."""
        return (not self.roles or role in self.roles) and (
            not self.networks or any(network in self.networks for network in networks)
        )


def choose_lesson(
    lessons: Sequence[Lesson],
    level: str,
    role: str,
    networks: Collection[str],
    seen: Sequence[str],
    topics: Collection[str],
) -> Lesson | None:
    """Choose the next lesson for somebody; None when none speaks to them.

    New ones come first: those of their level, of these the ones whose topic they wished. When
    they have seen all, the one of their level that was longest ago.

    Args:
        lessons: The library.
        level: How sure they feel, one of LEVELS.
        role: Their role class, "" where nobody knows it.
        networks: Where they post; without any, no lesson on one network is chosen.
        seen: The ids of what they saw, the newest last.
        topics: What they wish for, of LESSON_TOPICS.
    """
    ages = {lesson_id: when for when, lesson_id in enumerate(seen, start=1)}

    def weigh(lesson: Lesson) -> tuple[bool, int, int, bool, str]:
        age = ages.get(lesson.id, 0)
        distance = _measure_distance(lesson.level, level)
        return age > 0, distance, age, lesson.topic not in topics, lesson.id

    suiting = (lesson for lesson in lessons if lesson.suits(role, networks))
    return min(suiting, key=weigh, default=None)


def _measure_distance(of: str, level: str) -> int:
    if ANY_LEVEL in (of, level) or of not in LEVELS or level not in LEVELS:
        return 0
    return abs(LESSON_LEVELS.index(of) - LESSON_LEVELS.index(level))


def find_lessons(
    lessons: Sequence[Lesson], words: str, language: Language, most: int = _MOST_FOUND
) -> tuple[Lesson, ...]:
    """Find the lessons that speak of these words, those that promise it in their title first."""
    shelf = [_Read.of(lesson, language) for lesson in lessons]
    asked = list(dict.fromkeys(_cut(words[:_LONGEST_SEARCH])))[:_MOST_ASKED]
    weights = {word: _weigh(word, shelf) for word in asked}
    scored = []
    for lesson, read in zip(lessons, shelf, strict=True):
        in_title = sum(weights[word] for word in asked if _is_among(word, read.title))
        anywhere = sum(weights[word] for word in asked if _is_among(word, read.words))
        if anywhere:
            scored.append((-in_title, -anywhere, lesson.id, lesson))
    return tuple(lesson for *_, lesson in sorted(scored, key=lambda entry: entry[:3])[:most])


@dataclass(frozen=True)
class _Read:
    """The folded words of one lesson in one language."""

    title: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, lesson: Lesson, language: Language) -> "_Read":
        text = lesson.texts[language]
        return cls(frozenset(_cut(text.title)), frozenset(_cut(f"{text.whole} {lesson.topic}")))


def _cut(text: str) -> list[str]:
    return _WORD.findall(fold(text).text)


def _weigh(word: str, shelf: Sequence[_Read]) -> float:
    """Weigh a word: the fewer lessons have it the more; what half of them have tells nothing."""
    among = sum(_is_among(word, read.words) for read in shelf)
    return log(1 + len(shelf) / among) if 0 < among <= max(1, len(shelf) / 2) else 0.0


def _is_among(asked: str, words: Collection[str]) -> bool:
    """Say whether a word is there: itself, with another ending, or in a compound."""
    return asked in words or any(_are_kin(asked, word) for word in words)


def _are_kin(asked: str, word: str) -> bool:
    if len(asked) < _SHORTEST_STEM or len(word) < _SHORTEST_STEM:
        return False
    if asked[:_SHORTEST_STEM] == word[:_SHORTEST_STEM]:
        other = max(len(asked), len(word)) - int(Prefix.similarity(asked, word))
        if other <= _ENDING:
            return True
    return word.startswith(asked) or word.endswith(asked)
