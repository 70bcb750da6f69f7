"""Closed periods and embargoes: their first and last day, and how their terms are written."""

import datetime

import pytest

from bot.core.model import Blackout, Embargo, Organisation
from tests.core.policy.detectors.conftest import Found

START, END = datetime.date(2026, 10, 10), datetime.date(2026, 11, 5)
ONE = datetime.timedelta(days=1)
CLOSED = Organisation("Acme", blackout=(Blackout(START, END, "figures", ("tulip",)),))
WAITS = Organisation(
    "Acme", embargoes=(Embargo("ward", ("Kinderhaus am See", "ravoglutide"), END),)
)


@pytest.mark.parametrize(
    ("day", "is_closed"),
    [(START - ONE, False), (START, True), (START + ONE, True), (END, True), (END + ONE, False)],
)
def test_a_closed_period_has_its_first_and_its_last_day(
    found: Found, day: datetime.date, is_closed: bool
) -> None:
    hits = found("date_window", "We talked about the tulip.", organisation=CLOSED, date=day)
    assert hits == (["tulip"] if is_closed else [])


@pytest.mark.parametrize(("day", "waits"), [(END - ONE, True), (END, False), (END + ONE, False)])
def test_the_day_of_an_embargo_is_the_first_free_one(
    found: Found, day: datetime.date, waits: bool
) -> None:
    hits = found("date_window", "We talked about ravoglutide.", organisation=WAITS, date=day)
    assert hits == (["ravoglutide"] if waits else [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wir waren gestern im Kinderhaus am See.", "Kinderhaus am See"),
        ("Wir waren gestern im KINDERHAUS AM SEE.", "KINDERHAUS AM SEE"),
        ("Wir planen das Kinderhaus-am-See seit Jahren.", "Kinderhaus-am-See"),
        ("Wir freuen uns alle sehr: #KinderhausAmSee", "KinderhausAmSee"),
        ("Wir freuen uns alle sehr: #kinderhausamsee", "kinderhausamsee"),
        ("Die Daten zu Ravoglutide sind da.", "Ravoglutide"),
        ("De studie met ravo\u00adglutide is klaar.", "ravo\u00adglutide"),
        ("The ravoglutide-study is over now.", "ravoglutide"),
    ],
)
def test_a_term_is_found_however_it_is_written(found: Found, text: str, words: str) -> None:
    hits = found("date_window", text, organisation=WAITS, date=START)
    assert hits == [words]


def test_an_embargo_and_a_closed_period_can_be_told_apart(found: Found) -> None:
    both = Organisation("Acme", blackout=CLOSED.blackout, embargoes=WAITS.embargoes)
    text = "We talked about ravoglutide and the tulip."
    for kind, words in (("embargo", ["ravoglutide"]), ("blackout", ["tulip"])):
        assert found("date_window", text, {"kind": kind}, organisation=both, date=START) == words


@pytest.mark.parametrize(
    "text", ["Wir saßen am See und lachten viel.", "Das Haus am See war sehr schön."]
)
def test_other_words_are_left_alone(found: Found, text: str) -> None:
    assert found("date_window", text, organisation=WAITS, date=START) == []
