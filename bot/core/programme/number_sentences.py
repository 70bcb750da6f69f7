"""Sentences about numbers that somebody handed in: what was refused, noticed, or is asked."""

import datetime
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.programme.numbers import (
    FIELDS,
    LEAVE_OUT,
    ColumnQuestion,
    ExportRefused,
    Note,
    Question,
)
from bot.core.programme.numbers_wording import NUMBERS_WORDINGS


@dataclass(frozen=True)
class Asked:
    """A question as a person reads it: the text, and the answers to choose from.

    Args:
        text: The question.
        key: Names it, for the answers of the next reading.
        choices: Labels and the answers that they stand for, the likely one first.
    """

    text: str
    key: str
    choices: tuple[tuple[str, str], ...]


def say_refusal(refused: ExportRefused, language: Language) -> str:
    """Say why a file was not read, and what helps."""
    wording = NUMBERS_WORDINGS[language]
    looked_for = ", ".join(refused.looked_for)
    text = wording.refused[refused.reason].format(limit=refused.limit, looked_for=looked_for)
    if refused.found:
        found = ", ".join(refused.found).rstrip(".")
        text = f"{text} {wording.found.format(found=found)}"
    return text


def say_note(note: Note, language: Language) -> str:
    """Say what was noticed."""
    one, many = NUMBERS_WORDINGS[language].notes[note.kind]
    form = one if note.count == 1 else many
    return form.format(count=note.count, header=note.header)


def ask_question(question: Question, language: Language) -> Asked:
    """Ask what a column means, or which day is meant."""
    wording = NUMBERS_WORDINGS[language]
    if not isinstance(question, ColumnQuestion):
        text = wording.dates.format(header=question.header, example=question.example)
        days = (("day-first", question.day_first), ("month-first", question.month_first))
        choices = tuple((spell_day(day, language), order) for order, day in days)
        return Asked(text, question.key, choices)
    values = ", ".join(question.examples)
    examples = wording.examples.format(values=values) if values else ""
    likely = question.suggestion
    form = wording.column_suggested if likely else wording.column
    suggestion = wording.fields.get(likely, "")
    text = form.format(header=question.header, examples=examples, suggestion=suggestion)
    fields = sorted(FIELDS, key=lambda name: name != likely)
    choices = (*((wording.fields[name], name) for name in fields), (wording.leave_out, LEAVE_OUT))
    return Asked(text, question.key, choices)


def spell_day(day: datetime.date, language: Language) -> str:
    """Write a day with the name of its month, so that it can be read in one way only."""
    wording = NUMBERS_WORDINGS[language]
    return wording.day.format(day=day.day, month=wording.months[day.month - 1], year=day.year)
