"""Load policies/lessons/: one lesson a file. Every complaint names its file and line."""

import re
from collections.abc import Mapping
from pathlib import Path

from bot.core.model import LANGUAGES, NETWORKS, Language, Source
from bot.core.programme.lessons import LESSON_LEVELS, LESSON_TOPICS, Lesson, LessonText
from bot.files.entries import Entry, read_yaml
from bot.files.passages import read_fields, read_line, read_passage
from bot.files.policies import ROLES
from bot.files.sources import read_source

FOLDER = "lessons"
_NEEDED = ("topic", "level", "minutes", "sources", *LANGUAGES)
_OPTIONAL = ("about", "roles", "networks")
_TEXT_KEYS = ("title", "text", "try")
_TITLE = 60  # characters
_WORDS = (50, 120)
_PARAGRAPHS = 3
_EXERCISE_WORDS = (3, 40)
_MINUTES = range(2, 11)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ROLES = tuple(role for role in ROLES if role != "unknown")


def load_lessons(folder: Path) -> tuple[Lesson, ...]:
    """Load the lessons of a policies folder, by file name; without the folder there are none.

    Raises:
        ContentError: a file makes no sense; the message names file, line and remedy.
    """
    return tuple(
        _read_lesson(path.stem, read_yaml(path, str(path.relative_to(folder.parent))))
        for path in sorted((folder / FOLDER).glob("*.yaml"))
    )


def _read_lesson(lesson_id: str, entry: Entry) -> Lesson:
    if not _ID.fullmatch(lesson_id):
        raise entry.refuse(f"“{lesson_id}” is no id", "Name the file as in first-sentence.yaml.")
    fields = read_fields(entry, "a lesson", _NEEDED, _OPTIONAL)
    return Lesson(
        id=lesson_id,
        topic=fields["topic"].choice("the topic", LESSON_TOPICS),
        level=fields["level"].choice("the level", LESSON_LEVELS),
        minutes=_read_minutes(fields["minutes"]),
        texts={language: _read_text(fields[language], language) for language in LANGUAGES},
        sources=_read_sources(fields["sources"]),
        roles=_read_choices(fields, "roles", _ROLES),
        networks=_read_choices(fields, "networks", NETWORKS),
        path=entry.path,
    )


def _read_choices(fields: Mapping[str, Entry], key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    if key not in fields:
        return ()
    chosen = fields[key].choices(key, known)
    if not chosen:
        raise fields[key].refuse(f"“{key}” is empty", "Leave it out: then all are meant.")
    return chosen


def _read_minutes(entry: Entry) -> int:
    if type(entry.value) is not int or entry.value not in _MINUTES:
        hint = f"Write a whole number from {_MINUTES.start} to {_MINUTES.stop - 1}."
        raise entry.refuse("nobody can plan with these minutes", hint)
    return entry.value


def _read_sources(entry: Entry) -> tuple[Source, ...]:
    sources = []
    for item in entry.items("sources"):
        source = read_source(item)
        if source.address is None and source.verified:
            raise item.refuse(
                "nobody can look this source up", "Add its address, or verified: false."
            )
        if source.address is not None and not source.address.startswith("https://"):
            raise item.refuse("this address is no web address", "Begin it with https://.")
        sources.append(source)
    if not sources:
        raise entry.refuse(
            "the lesson rests on nothing", "Name a regulation, a study or whose experience it is."
        )
    return tuple(sources)


def _read_text(entry: Entry, language: Language) -> LessonText:
    fields = read_fields(entry, f"the block {language}", _TEXT_KEYS)
    for key in _TEXT_KEYS:
        if "{" in fields[key].text(f"the {key}"):
            raise fields[key].refuse(
                f"nothing fills the braces of the {key}", "A lesson has no placeholders."
            )
    text = read_passage(fields["text"], "the text", *_WORDS)
    paragraphs = [line.strip() for line in text.splitlines() if line.strip()]
    if len(paragraphs) > _PARAGRAPHS:
        raise fields["text"].refuse(
            f"the text has {len(paragraphs)} paragraphs", f"Write {_PARAGRAPHS} at most."
        )
    return LessonText(
        read_line(fields["title"], "the title", _TITLE),
        "\n".join(paragraphs),
        read_passage(fields["try"], "the try", *_EXERCISE_WORDS),
        fields["title"].line,
    )
