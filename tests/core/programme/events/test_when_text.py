"""When something is held, as people write it in three languages."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.core.model import LANGUAGES, Language
from bot.core.programme.events.when_text import ONCE, Unread, When, plan_series, read_when
from bot.core.programme.events.when_words import describe_day, describe_time
from bot.core.programme.recurrence import RHYTHMS, Recurrence

TODAY = datetime.date(2026, 11, 22)
TEN = datetime.time(10)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Do 26.11. 10-11 Uhr, alle zwei Wochen", When(day("2026-11-26"), 3, TEN, 60, 2)),
        ("am Donnerstag, 26. November 2026 um 10 Uhr, 45 Min.", When(day("2026-11-26"), 3, TEN, 45)),
        ("3.12.2026 10:00, einmalig", When(day("2026-12-03"), None, TEN, None, ONCE)),
        ("jede Woche mittwochs 10 Uhr", When(None, 2, TEN, None, 1)),
        ("1.2. 10 Uhr, 1,5 Stunden", When(day("2027-02-01"), None, TEN, 90)),
        ("do 26-11-2026, 10.00-10.45 uur, om de week", When(day("2026-11-26"), 3, TEN, 45, 2)),
        ("vr 27 november van 10 tot 11 uur", When(day("2026-11-27"), 4, TEN, 60)),
        ("om de vier weken op dinsdag, 10 uur", When(None, 1, TEN, None, 4)),
        ("Thu 26 Nov, 10-10:45, every two weeks", When(day("2026-11-26"), 3, TEN, 45, 2)),
        ("Dec 3, 2026 at 3pm, once", When(day("2026-12-03"), None, datetime.time(15), None, ONCE)),
        ("2-3 pm", When(None, None, datetime.time(14), 60)),
        ("2026-12-03 10:00 Europe/London", When(day("2026-12-03"), None, TEN, zone="Europe/London")),
        ("10:00", When(time=TEN)),
    ],
)  # fmt: skip
def test_what_is_written_is_read(text: str, when: When) -> None:
    assert read_when(text, TODAY) == when


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", ""),
        ("irgendwann", "irgendwann"),
        ("Di 26.11.2026", "Di 26.11.2026"),  # a Thursday
        ("31.2. 10 Uhr", "31.2."),
        ("25 Uhr", "25 Uhr"),
        ("11-10 Uhr", "11-10 Uhr"),
        ("10 Uhr Europe/Hamburg", "Europe/Hamburg"),
        ("3.12. 10 Uhr in der Kantine", "in der Kantine"),
        ("10 Uhr, 900 Minuten", "900 Minuten"),
    ],
)
def test_what_makes_no_sense_is_named(text: str, part: str) -> None:
    read = read_when(text, TODAY)
    assert isinstance(read, Unread)
    assert " ".join(read.part.split()) == part


@given(some.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    read = read_when(text, TODAY)
    assert isinstance(read, Unread) or read != When()


_DAYS = some.dates(TODAY, datetime.date(2040, 1, 1))
_TIMES = some.times().map(lambda time: time.replace(second=0, microsecond=0))


@given(_DAYS, _TIMES, some.sampled_from(LANGUAGES))
def test_what_we_say_we_read(date: datetime.date, time: datetime.time, language: Language) -> None:
    text = f"{describe_day(date, language)}, {time:%H:%M}"
    assert read_when(text, TODAY) == When(date, date.weekday(), time)


@given(_DAYS, _TIMES, some.sampled_from((ONCE, *RHYTHMS)))
def test_a_plan_holds_what_was_read(date: datetime.date, time: datetime.time, every: int) -> None:
    before = Recurrence("Europe/Berlin", 3, TEN, 2, day("2026-11-26"))
    planned = plan_series(When(date, None, time, 30, every), before, 45, TODAY)
    assert not isinstance(planned, Unread)
    series, minutes = planned
    assert (series.find_first(), series.time, minutes) == (date, time, 30)
    assert (series.until == date) == (every == ONCE)


def test_only_a_weekday_is_the_next_one() -> None:
    before = Recurrence("Europe/Berlin", 3, TEN, 2, day("2026-11-26"))
    for weekday in range(7):
        planned = plan_series(When(weekday=weekday), before, 45, TODAY)
        assert not isinstance(planned, Unread)
        anchor = planned[0].anchor
        assert anchor.weekday() == weekday
        assert 1 <= (anchor - TODAY).days <= 7


def test_a_reader_with_other_clocks_gets_both() -> None:
    at = datetime.datetime(2026, 11, 26, 23, 0, tzinfo=datetime.UTC)
    berlin, tokyo = "Europe/Berlin", "Asia/Tokyo"
    assert describe_time(at, 60, berlin, "en", "Europe/Amsterdam") == (
        "Friday 27 November 2026, 00:00 to 01:00"
    )
    assert describe_time(at, 60, berlin, "en") == (
        "Friday 27 November 2026, 00:00 to 01:00 (Berlin time)"
    )
    assert describe_time(at, 60, berlin, "en", tokyo) == (
        "Friday 27 November 2026, 00:00 to 01:00 (Berlin time), for you 08:00 to 09:00"
    )
    assert "for you Thursday 26 November 2026, 18:00" in describe_time(
        at, 60, berlin, "en", "America/New_York"
    )
