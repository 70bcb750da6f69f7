"""A year on a page: a year of a small programme, and whatever else may stand on it."""

import datetime
import re
import zoneinfo
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.model import LANGUAGES, Language
from bot.core.programme.bundle_week import has_bundle, plan_moment
from bot.core.programme.due import Kind, Occurrence, find_due
from bot.core.programme.hours import Hours
from bot.core.programme.plans import Nudge, Pair, PlannedBroadcast, Plans, list_event_dates
from bot.core.programme.printed import Held, Personal, Year, print_year
from bot.core.programme.printed_words import PRINTED_WORDS
from bot.core.programme.recurrence import Recurrence
from bot.core.programme.weeks import Week, find_week
from tests.core.programme.planned import plans

UTC = datetime.UTC
DAY = datetime.timedelta(days=1)
BERLIN = "Europe/Berlin"
FIRST, LAST = (
    datetime.datetime(2025, 12, 31, 23, tzinfo=UTC),
    datetime.datetime(2026, 12, 31, 22, tzinfo=UTC),
)
JOURFIX = Recurrence(BERLIN, 3, datetime.time(15), 2, datetime.date(2026, 1, 8))
WEEKS = [Week(2026, number) for number in range(1, 54)]


def plan_person(name: str, hours: Hours, rhythm: str) -> Personal:
    chosen = [week for week in WEEKS if has_bundle(week, rhythm, JOURFIX.anchor)]  # type: ignore[arg-type]
    moments = [plan_moment(hours, week) for week in chosen]
    return Personal(name, hours.zone, [moment for moment in moments if moment is not None])


def make_year() -> Year:
    planned = Plans(
        BERLIN,
        frozenset({datetime.date(2026, 12, 25)}),
        has_bundle=True,
        dates=tuple(list_event_dates("jf", JOURFIX, FIRST, LAST)),
        broadcasts=(PlannedBroadcast("b1", datetime.datetime(2026, 3, 2, 9, tzinfo=UTC)),),
        nudges=(Nudge("secret-person", datetime.date(2026, 3, 3), BERLIN),),
        pairs=(Pair("secret-pair", datetime.date(2026, 3, 3)),),
    )
    return Year(
        2026,
        BERLIN,
        [
            one
            for day in range(365)
            for one in find_due(planned, FIRST + day * DAY, FIRST + (day + 1) * DAY)
        ],
        [Held("Jourfix", one.at) for one in JOURFIX.list_appointments(FIRST, LAST)],
        [
            plan_person("Ada", Hours(), "week"),
            plan_person("Ben", Hours("America/New_York", days=(0,)), "two-weeks"),
            plan_person("Cem", Hours("Pacific/Auckland", start=datetime.time(8)), "month"),
        ],
        {"jf": "Jourfix", "b1": "Launch | <b>kit</b>"},
    )


def read_rows(page: str) -> list[list[str]]:
    """Read the cells of all days."""
    rows = [
        re.split(r"(?<!\\)\|", line)[1:-1] for line in page.splitlines() if line.startswith("|")
    ]
    return [
        [cell.strip() for cell in row] for row in rows if any(sign.isdigit() for sign in row[1])
    ]


def test_a_year_of_a_programme_can_be_read() -> None:
    page = print_year(make_year(), "en")
    rows = read_rows(page)
    assert page.startswith("# The programme in 2026\n")
    assert page.count("\n## ") == 12
    assert ["Week 1", "Sun 4", "05:00 The week’s bundle is planned", "", "", ""] in rows
    assert ["Week 2", "Mon 5", "", "", "09:00", "Tue 10:00"] in rows
    assert ["", "Thu 8", "15:00 **Jourfix**", "", "", ""] in rows
    assert ["", "Wed 7", "09:00 Agenda: Jourfix<br>09:00 Reminder: Jourfix", "", "", ""] in rows
    assert ["", "Fri 9", "09:00 Recap: Jourfix", "", "", ""] in rows
    assert sum("**Jourfix**" in row[2] for row in rows) == 26
    assert sum(row[3] != "" for row in rows) == 52  # the first week's Tuesday was in December
    assert {row[4] for row in rows} == {"", "09:00"}
    # our Monday evening in winter, our midnight in summer
    assert {row[5] for row in rows} == {"", "Tue 10:00", "10:00"}
    assert "Launch \\| \\<b\\>kit\\</b\\>" in page
    assert "secret" not in page


def test_every_language_has_words_for_every_kind() -> None:
    shown = set(get_args(Kind)) - {"nudge", "buddies-check"}
    for language in LANGUAGES:
        words = PRINTED_WORDS[language]
        assert set(words.kinds) == shown
        assert (len(words.months), len(words.weekdays)) == (12, 7)
    pages = {print_year(make_year(), language) for language in LANGUAGES}
    assert len(pages) == 3


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Do 8 | 15:00 **Jourfix**"),
        ("nl", "do 8 | 15:00 **Jourfix**"),
        ("en", "Thu 8 | 15:00 **Jourfix**"),
    ],
)
def test_a_day_is_called_as_its_readers_call_it(language: Language, words: str) -> None:
    assert words in print_year(make_year(), language)


def test_what_did_not_happen_says_so() -> None:
    at = datetime.datetime(2026, 3, 2, 9, tzinfo=UTC)
    late = Occurrence("scheduled:b", "scheduled", at, "b", is_missed=True)
    assert "10:00 Broadcast: b (did not happen)" in print_year(Year(2026, BERLIN, [late]), "en")


def test_a_year_without_anything_says_so() -> None:
    assert print_year(Year(2026, BERLIN), "nl").endswith("Dit jaar staat er niets gepland.\n")


@settings(max_examples=60)
@given(plans(), st.text(max_size=120), st.sampled_from(LANGUAGES))
def test_every_line_is_whole_and_shows_what_is_due(
    planned: Plans, name: str, language: Language
) -> None:
    found = find_due(planned, FIRST, LAST)
    people = [Personal(name, BERLIN, [FIRST + 40 * DAY])]
    titles = {one.subject: name for one in found}
    page = print_year(Year(2026, planned.zone, found, (), people, titles), language)
    rows = read_rows(page)
    assert {len(row) for row in rows} == {4}
    zone = zoneinfo.ZoneInfo(planned.zone)
    shown = [
        one for one in found
        if one.kind not in ("nudge", "buddies-check") and one.at.astimezone(zone).year == 2026
    ]  # fmt: skip
    assert sum(len(row[2].split("<br>")) for row in rows if row[2]) == len(shown)
    days = {one.at.astimezone(zone).date() for one in shown}
    assert len(rows) == len(days | {(FIRST + 40 * DAY).astimezone(zone).date()})
    assert {find_week(day).number for day in days} <= set(range(1, 54))
