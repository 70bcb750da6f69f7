"""What is said about numbers: complete, in three languages, with nothing left to fill in."""

import datetime
from typing import get_args

import pytest

from bot.core.model import LANGUAGES, Language
from bot.core.programme.number_sentences import ask_question, say_note, say_refusal, spell_day
from bot.core.programme.numbers import (
    FIELDS,
    LEAVE_OUT,
    ColumnQuestion,
    DateQuestion,
    ExportRefused,
    Note,
    NoteKind,
    RefusalReason,
)
from bot.core.programme.numbers_wording import NUMBERS_WORDINGS
from bot.core.programme.ports_numbers import StopReason, UnfetchedReason

DAYS = (datetime.date(2026, 3, 11), datetime.date(2026, 11, 3))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_a_sentence(language: Language) -> None:
    wording = NUMBERS_WORDINGS[language]
    assert set(wording.refused) == set(get_args(RefusalReason))
    assert set(wording.notes) == set(get_args(NoteKind))
    assert set(wording.stopped) == set(get_args(StopReason))
    assert set(wording.unfetched) == set(get_args(UnfetchedReason))
    assert set(wording.fields) == set(FIELDS)
    assert len(wording.months) == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_to_fill_in(language: Language) -> None:
    said = [
        say_refusal(ExportRefused(reason, 64, ("TOP POSTS", "Link"), ("Holidays",)), language)
        for reason in get_args(RefusalReason)
    ]
    said += [
        say_note(Note(kind, count, "Likes"), language)
        for kind in get_args(NoteKind)
        for count in (1, 3)
    ]
    questions = [
        ColumnQuestion("S", "Applause {x}", ("7", "{y}"), ""),
        ColumnQuestion("S", "Aufrufe", (), "impressions"),
        DateQuestion("S", "Datum", "11/3/2026", *DAYS),
    ]
    asked = [ask_question(question, language) for question in questions]
    for sentence in (*said, *(one.text for one in asked[1:])):
        assert "{" not in sentence
        assert sentence.endswith((".", "?"))
        assert len(sentence) < 260
    assert "{x}" in asked[0].text
    assert "{y}" in asked[0].text


def test_the_likely_answer_comes_first_and_leaving_out_last() -> None:
    asked = ask_question(ColumnQuestion("S", "Aufrufe", ("7",), "impressions"), "de")
    assert asked.choices[0] == ("Impressionen", "impressions")
    assert asked.choices[-1][1] == LEAVE_OUT
    assert {answer for _, answer in asked.choices} == {*FIELDS, LEAVE_OUT}


def test_a_day_is_offered_with_the_name_of_its_month() -> None:
    question = DateQuestion("S", "Datum", "11/3/2026", *DAYS)
    assert ask_question(question, "nl").choices == (
        ("11 maart 2026", "day-first"),
        ("3 november 2026", "month-first"),
    )
    assert spell_day(DAYS[0], "de") == "11. März 2026"


def test_a_refusal_says_what_was_found() -> None:
    refused = ExportRefused("unknown-layout", 0, ("TOP POSTS",), ("Holidays", "Rooms"))
    assert say_refusal(refused, "en") == (
        "I find no posts in it. I looked for these, for example: TOP POSTS."
        " This is what is in it: Holidays, Rooms."
    )
