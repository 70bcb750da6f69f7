"""Compose the messages around questions to the field, and around nudges."""

import datetime
from collections.abc import Sequence

from bot.core.coaching.replies import say
from bot.core.language.days import write_near_day
from bot.core.message import Choice, Choices, Listing, Message, Paragraph
from bot.core.model import Language
from bot.core.programme.prompts import Prompt
from bot.core.programme.questions.wording import QUESTIONS_WORDINGS

# The actions of the buttons.
QUESTIONS = "questions-first"
NUDGE, CANCEL = "nudge", "nudge-cancel"


def compose_questions(questions: Sequence[Prompt], after: int, language: Language) -> Message:
    """Show a few questions; `after` leads to the next ones."""
    wording = QUESTIONS_WORDINGS[language]
    lines = tuple(one.texts[language] for one in questions)
    choices = (
        Choice(wording.more, QUESTIONS, str(after)),
        Choice(wording.remind, NUDGE),
    )
    parts = (Listing(wording.title, lines), Paragraph(wording.hint), Choices(choices))
    return Message("questions-first", wording.title, parts, language)


def compose_days(
    days: Sequence[datetime.date], language: Language, *, note: str = "", has_nudge: bool = False
) -> Message:
    """Offer days for a nudge."""
    wording = QUESTIONS_WORDINGS[language]
    choices = tuple(Choice(name_day(day, language), NUDGE, day.isoformat()) for day in days)
    if has_nudge:
        choices = (*choices, Choice(wording.cancel, CANCEL))
    title = note or wording.ask_day
    parts = (Paragraph(title, "strong"), Choices(choices))
    return Message("nudge-days", title, parts, language)


def compose_set(day: datetime.date, language: Language) -> Message:
    """Say when the nudge comes."""
    wording = QUESTIONS_WORDINGS[language]
    text = wording.set.format(day=name_day(day, language))
    parts = (Paragraph(text, "strong"), Choices((Choice(wording.cancel, CANCEL),)))
    return Message("nudge-set", text, parts, language, in_place=True)


def compose_nudge(question: str, again: datetime.date, language: Language) -> Message:
    """Be the nudge that somebody asked for."""
    wording = QUESTIONS_WORDINGS[language]
    choices = (
        Choice(QUESTIONS_WORDINGS[language].door, QUESTIONS),
        Choice(wording.again, NUDGE, again.isoformat()),
    )
    parts = (
        Paragraph(wording.nudge, "strong"),
        *((Paragraph(wording.nudge_hint), Paragraph(question)) if question else ()),
        Choices(choices),
    )
    return Message("nudge", wording.nudge, parts, language)


def say_cannot(language: Language) -> Message:
    """Say that this channel waits to be spoken to."""
    return say("nudge-cannot", QUESTIONS_WORDINGS[language].cannot, language)


def name_day(day: datetime.date, language: Language) -> str:
    """Name a day with its weekday."""
    wording = QUESTIONS_WORDINGS[language]
    date = write_near_day(day, language)
    return wording.weekday.format(weekday=wording.days[day.weekday()], date=date)
