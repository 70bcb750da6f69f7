"""Compose lessons, dilemmas and prompts."""

import datetime
from collections.abc import Mapping, Sequence

from bot.core.language.days import write_near_day
from bot.core.message import Choice, Choices, Listing, Message, Paragraph, Part
from bot.core.model import Language, Source
from bot.core.programme.dilemmas import Dilemma
from bot.core.programme.lessons import Lesson
from bot.core.programme.library.sources_wording import name_sources
from bot.core.programme.library.wording import LIBRARY_WORDINGS
from bot.core.programme.prompts import Anniversary, Day, Prompt

# The actions of the buttons.
TIP, LESSON, TOPIC, LIBRARY = "tip", "lesson", "topic", "library"
DILEMMA, VOTE = "dilemma", "vote"
INTERVIEW, IDEAS = "interview", "ideas"
_LEAST_COUNTED = 10  # votes; below, somebody could be told from the count


def compose_lesson(lesson: Lesson, language: Language) -> Message:
    """Show one lesson, and lead on."""
    wording = LIBRARY_WORDINGS[language]
    text = lesson.texts[language]
    choices = (
        Choice(wording.another_tip, TIP, lesson.id, "primary"),
        Choice(wording.topics[lesson.topic], TOPIC, lesson.topic),
        Choice(wording.library, LIBRARY),
    )
    parts = (*show_lesson(lesson, language), Choices(choices))
    return Message("lesson", text.title, parts, language)


def show_lesson(lesson: Lesson, language: Language) -> tuple[Part, ...]:
    """Show the words of a lesson."""
    wording = LIBRARY_WORDINGS[language]
    text = lesson.texts[language]
    return (
        Paragraph(text.title, "strong"),
        *(Paragraph(paragraph) for paragraph in text.paragraphs),
        Listing(wording.now.format(minutes=lesson.minutes), (text.exercise,)),
        Paragraph(_name_sources(lesson.sources, language), "quiet"),
    )


def compose_library(
    lessons: Sequence[Lesson],
    language: Language,
    *,
    words: str = "",
    note: str = "",
    others: Sequence[Choice] = (),
) -> Message:
    """Show the topics of the library, or that nothing was found for some words.

    `others` lead to what is no lesson.
    """
    wording = LIBRARY_WORDINGS[language]
    topics = dict.fromkeys(lesson.topic for lesson in lessons)
    names = sorted((wording.topics[topic], topic) for topic in topics)
    title = note.format(words=words) if note else wording.library
    hint = wording.library_hint.format(count=len(lessons))
    choices = tuple(Choice(name, TOPIC, topic) for name, topic in names)
    parts = (
        Paragraph(title, "strong"),
        *(() if note else (Paragraph(hint),)),
        Choices((*choices, *others)),
    )
    return Message("library", title, parts, language)


def compose_found(title: str, lessons: Sequence[Lesson], language: Language) -> Message:
    """Show what was found, each behind a button."""
    texts = [(lesson, lesson.texts[language]) for lesson in lessons]
    lines = tuple(f"{number}. {text.title}" for number, (_, text) in enumerate(texts, 1))
    choices = tuple(
        Choice(str(number), LESSON, lesson.id) for number, (lesson, _) in enumerate(texts, 1)
    )
    parts = (Paragraph(title, "strong"), Listing("", lines), Choices(choices))
    return Message("lessons", title, parts, language)


def compose_dilemma(dilemma: Dilemma, language: Language) -> Message:
    """Show a dilemma to vote on; the explanation comes after."""
    wording = LIBRARY_WORDINGS[language]
    choices = (
        *(Choice(option.upper(), VOTE, f"{dilemma.id} {option}") for option in dilemma.options),
        Choice(wording.another_dilemma, DILEMMA, dilemma.id),
    )
    parts = (
        *show_dilemma(dilemma, language),
        Choices(choices, wording.vote),
    )
    return Message("dilemma", dilemma.texts[language].title, parts, language)


def show_dilemma(dilemma: Dilemma, language: Language) -> tuple[Part, ...]:
    """Show the words of a dilemma."""
    text = dilemma.texts[language]
    lines = tuple(f"{option.upper()}: {text.options[option]}" for option in dilemma.options)
    return (
        Paragraph(text.title, "strong"),
        *((Paragraph(text.situation),) if text.situation else ()),
        Listing(text.question, lines),
    )


def compose_explanation(
    dilemma: Dilemma, option: str, votes: Mapping[str, int], language: Language
) -> Message:
    """Explain a dilemma to somebody who voted; how others did only from ten votes on."""
    wording = LIBRARY_WORDINGS[language]
    text = dilemma.texts[language]
    sentence = wording.yours_too if option == dilemma.best else wording.yours
    yours = sentence.format(option=option.upper(), best=dilemma.best.upper())
    count = sum(votes.values())
    shares = {one: round(100 * votes.get(one, 0) / max(count, 1)) for one in dilemma.options}
    split = ", ".join(f"{one.upper()} {share} %" for one, share in shares.items())
    counted = wording.counted.format(count=count, split=split)
    parts = (
        Paragraph(text.title, "strong"),
        Listing(text.question, (f"{dilemma.best.upper()}: {text.options[dilemma.best]}",)),
        Paragraph(yours, "strong"),
        Paragraph(text.explanation),
        Paragraph(counted if count >= _LEAST_COUNTED else wording.too_few, "quiet"),
        Paragraph(_name_sources(dilemma.sources, language), "quiet"),
        Choices((Choice(wording.another_dilemma, DILEMMA, dilemma.id),)),
    )
    return Message("dilemma-explained", yours, parts, language, in_place=True)


def compose_interview(question: Prompt, language: Language) -> Message:
    """Ask a question whose answer is the beginning of a post."""
    wording = LIBRARY_WORDINGS[language]
    parts = (
        Paragraph(wording.interview, "quiet"),
        Paragraph(question.texts[language], "strong"),
        Paragraph(wording.interview_hint),
        Choices((Choice(wording.another_question, INTERVIEW, question.id),)),
    )
    return Message("interview", question.texts[language], parts, language)


def compose_ideas(
    days: Sequence[tuple[datetime.date, Day]],
    anniversaries: Sequence[tuple[datetime.date, Anniversary]],
    questions: Sequence[Prompt],
    language: Language,
) -> Message:
    """Show what the calendar and a few questions offer."""
    wording = LIBRARY_WORDINGS[language]
    parts: list[Part] = [Paragraph(wording.ideas, "strong")]
    for when, anniversary in anniversaries:
        day = write_near_day(when, language)
        title = wording.ideas_anniversary.format(day=day, years=anniversary.years)
        parts.append(Listing(title, anniversary.prompts[language]))
    for when, kept in days:
        text = kept.texts[language]
        day = write_near_day(when, language)
        title = f"{wording.ideas_days}: {text.name} ({day})"
        parts.append(Listing(title, text.prompts))
    lines = tuple(question.texts[language] for question in questions)
    parts.append(Listing(wording.ideas_questions, lines))
    parts.append(Choices((Choice(wording.interview, INTERVIEW), Choice(wording.another_tip, TIP))))
    return Message("ideas", wording.ideas, tuple(parts), language)


def _name_sources(sources: Sequence[Source], language: Language) -> str:
    names = name_sources(sources, language)
    return LIBRARY_WORDINGS[language].sources.format(sources=names)
