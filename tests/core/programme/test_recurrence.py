"""Dates that come back, over years, in all zones."""

import dataclasses
import datetime
import itertools
import zoneinfo

import pytest
from dateutil import rrule
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.core.programme.recurrence import RHYTHMS, Appointment, Move, Recurrence
from bot.core.programme.recurrence_rule import read_rule, write_rule
from bot.core.programme.weeks import Week, find_week, read_week
from tests.core.programme.zones import times, zones

UTC = datetime.UTC
DAY = datetime.timedelta(days=1)
START = datetime.datetime(2024, 1, 1, tzinfo=UTC)
FAR = datetime.datetime(2034, 1, 1, tzinfo=UTC)
anchors = st.dates(datetime.date(2024, 1, 1), datetime.date(2027, 12, 31))


@st.composite
def recurrences(draw: st.DrawFn, *, is_changed: bool = True) -> Recurrence:
    anchor = draw(anchors)
    until = draw(st.none() | st.dates(anchor, datetime.date(2033, 12, 31)))
    every, weekday = draw(st.sampled_from(RHYTHMS)), draw(st.integers(0, 6))
    plain = Recurrence(draw(zones), weekday, draw(times), every, anchor, until=until)
    dates = [one.date for one in plain.list_next(START, 12)]
    if not dates or not is_changed:
        return plain
    chosen = draw(st.lists(st.sampled_from(dates), max_size=5, unique=True))
    cut = draw(st.integers(0, len(chosen)))
    moved = tuple(
        Move(date, date + draw(st.integers(-20, 20)) * DAY, draw(times)) for date in chosen[:cut]
    )
    return dataclasses.replace(plain, moved=moved, skipped=tuple(chosen[cut:]))


def local(one: Appointment, zone: str) -> datetime.datetime:
    return one.at.astimezone(zoneinfo.ZoneInfo(zone))


@given(recurrences(is_changed=False))
def test_the_gaps_are_whole_rhythms_and_the_wall_clock_stays(series: Recurrence) -> None:
    found = series.list_appointments(START, FAR)
    dates = [one.date for one in found]
    for one, following in itertools.pairwise(dates):
        assert following - one == series.every * 7 * DAY
    for one in found:
        assert one.date.weekday() == series.weekday
        clock = local(one, series.zone)
        wanted = datetime.datetime.combine(one.date, series.time, clock.tzinfo)
        # where the wall has no such time: as much later as the clock leapt over
        leap = wanted.replace(fold=0).utcoffset() - wanted.replace(fold=1).utcoffset()
        later = -leap if leap < datetime.timedelta() else datetime.timedelta()
        assert clock.replace(tzinfo=None) == wanted.replace(tzinfo=None) + later


@given(recurrences())
def test_another_library_counts_the_same_dates(series: Recurrence) -> None:
    first = series.find_first()
    assume(first is not None)
    start = datetime.datetime.combine(first, series.time)
    known = rrule.rrulestr(write_rule(series).partition(";UNTIL")[0], dtstart=start)
    last = series.until or datetime.date(2033, 12, 31)
    held = [
        one.date()
        for one in known.between(
            start, datetime.datetime.combine(last, datetime.time.max), inc=True
        )
    ]
    changed = {*series.skipped, *(move.date for move in series.moved)}
    moved = {move.date for move in series.moved}
    found = {one.date for one in series.list_appointments(START - 30 * DAY, FAR + 60 * DAY)}
    assert {day for day in held if day not in changed} == {
        day for day in found if day not in moved and day <= last
    }
    assert moved <= found


@given(
    recurrences(),
    st.lists(st.datetimes(START.replace(tzinfo=None), FAR.replace(tzinfo=None)), max_size=6),
)
def test_parts_of_the_time_hold_together_what_the_whole_holds(
    series: Recurrence, cuts: list[datetime.datetime]
) -> None:
    edges = sorted([START, FAR, *(cut.replace(tzinfo=UTC) for cut in cuts)])
    parts = [
        one
        for start, end in itertools.pairwise(edges)
        for one in series.list_appointments(start, end)
    ]
    whole = series.list_appointments(START, FAR)
    assert parts == list(whole)
    assert len({one.date for one in whole}) == len(whole)
    assert [*series.list_next(START, 9)] == [*series.list_appointments(START, FAR + 1000 * DAY)][:9]


@given(recurrences(), zones)
def test_in_another_zone_the_dates_and_the_wall_clock_are_the_same(
    series: Recurrence, zone: str
) -> None:
    elsewhere = dataclasses.replace(series, zone=zone)
    assert name_dates(elsewhere) == name_dates(series)
    assert elsewhere.find_first() == series.find_first()


def name_dates(series: Recurrence) -> list[datetime.date]:
    """Name the dates of some years, also those that a move or a zone took over their edges."""
    found = series.list_appointments(START - 60 * DAY, FAR + 60 * DAY)
    return sorted(one.date for one in found if datetime.date(2024, 2, 1) < one.date < FAR.date())


@given(recurrences(is_changed=False))
def test_what_is_written_is_read_again(series: Recurrence) -> None:
    read = read_rule(write_rule(series), series.zone, series.time, series.anchor)
    start, end = START - 60 * DAY, FAR + 60 * DAY
    assert read.list_appointments(start, end) == series.list_appointments(start, end)


def test_every_second_thursday_stays_so_through_a_year_of_53_weeks() -> None:
    series = Recurrence("Europe/Berlin", 3, datetime.time(15), 2, datetime.date(2026, 11, 19))
    start = datetime.datetime(2026, 12, 1, tzinfo=UTC)
    dates = [one.date for one in series.list_next(start, 4)]
    assert [find_week(date).name for date in dates] == [
        "2026-W49",
        "2026-W51",
        "2026-W53",
        "2027-W02",
    ]
    assert write_rule(series) == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"


def test_a_meeting_is_at_nine_in_summer_and_in_winter() -> None:
    series = Recurrence("Europe/Amsterdam", 1, datetime.time(9), 2, datetime.date(2026, 3, 17))
    found = series.list_next(START, 3)
    assert [one.at.hour for one in found] == [8, 7, 7]


def test_a_moved_date_keeps_its_name_and_a_skipped_one_is_gone() -> None:
    series = Recurrence("Europe/Berlin", 3, datetime.time(15), 2, datetime.date(2026, 11, 19))
    move = Move(datetime.date(2026, 12, 3), datetime.date(2026, 12, 4), datetime.time(10))
    changed = dataclasses.replace(series, skipped=(datetime.date(2026, 11, 19),), moved=(move,))
    first, second = changed.list_next(datetime.datetime(2026, 11, 1, tzinfo=UTC), 2)
    assert first == Appointment(move.date, datetime.datetime(2026, 12, 4, 9, tzinfo=UTC))
    assert second.date == datetime.date(2026, 12, 17)
    assert changed.has_date(move.date)


def test_nothing_comes_before_the_first_day_nor_after_the_last() -> None:
    series = Recurrence(
        "Europe/Berlin", 0, datetime.time(9), 1, datetime.date(2026, 5, 6),
        until=datetime.date(2026, 5, 18),
    )  # fmt: skip
    assert series.find_first() == datetime.date(2026, 5, 11)
    assert [one.date.day for one in series.list_appointments(START, FAR)] == [11, 18]
    assert series.list_next(FAR, 3) == []
    ended = dataclasses.replace(series, until=datetime.date(2026, 5, 7))
    assert ended.find_first() is None


THURSDAY = Recurrence("Europe/Berlin", 3, datetime.time(15), 2, datetime.date(2026, 11, 19))
NO_DATE = datetime.date(2026, 11, 26)


@pytest.mark.parametrize(
    ("change", "remedy"),
    [
        ({"every": 3}, "1, 2 or 4"),
        ({"weekday": 7}, "0 \\(Monday\\)"),
        ({"zone": "Berlin"}, "Europe/Amsterdam"),
        ({"skipped": (NO_DATE,)}, "Name one that is"),
        ({"moved": (Move(NO_DATE, NO_DATE, datetime.time(9)),)}, "Name one that is"),
        ({"skipped": (THURSDAY.anchor, THURSDAY.anchor)}, "Name it once"),
        ({"moved": (Move(THURSDAY.anchor, datetime.date(9999, 12, 31), datetime.time(9)),)}, "Check the year"),
        ({"anchor": datetime.date(1, 1, 1)}, "Check the year"),
        ({"time": datetime.time(9, tzinfo=UTC)}, "as “zone”"),
        ({"skipped": (NO_DATE,) * 501}, "Begin anew"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_with_what_to_do(change: dict, remedy: str) -> None:
    with pytest.raises(ValueError, match=remedy):
        dataclasses.replace(THURSDAY, **change)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
        "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
        "freq=weekly;byday=th;interval=2;wkst=su",
        "FREQ=WEEKLY;INTERVAL=2",
    ],
)
def test_the_rhythm_is_read_as_calendars_write_it(rule: str) -> None:
    assert read_rule(rule, "Europe/Berlin", datetime.time(15), THURSDAY.anchor) == THURSDAY


@pytest.mark.parametrize("until", ["20271230", "20271230T150000", "20271230T140000Z"])
def test_the_last_day_is_read_in_each_form(until: str) -> None:
    rule = f"FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL={until}"
    read = read_rule(rule, "Europe/Berlin", datetime.time(15), THURSDAY.anchor)
    assert read.until == datetime.date(2027, 12, 30)


@pytest.mark.parametrize(
    ("rule", "problem"),
    [
        ("", "Only FREQ"),
        ("FREQ=MONTHLY;BYDAY=1TU", "Only a weekly rhythm"),
        ("FREQ=WEEKLY;BYDAY=TH,FR", "one weekday"),
        ("FREQ=WEEKLY;BYDAY=2TH", "one weekday"),
        ("FREQ=WEEKLY;INTERVAL=3;BYDAY=TH", "1, 2 or 4"),
        ("FREQ=WEEKLY;INTERVAL=²;BYDAY=TH", "1, 2 or 4"),
        ("FREQ=WEEKLY;COUNT=4", "Only FREQ"),
        ("FREQ=WEEKLY;BYSETPOS=1", "Only FREQ"),
        ("FREQ=WEEKLY;FREQ=WEEKLY", "twice"),
        ("FREQ=WEEKLY;BYDAY=", "each with a value"),
        ("FREQ=WEEKLY;UNTIL=soon", "20271231"),
        ("FREQ=WEEKLY;WKST=XX", "no weekday"),
        ("FREQ=WEEKLY;" * 50, "too long"),
    ],
)
def test_what_we_do_not_know_is_refused_with_what_we_do(rule: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem) as raised:
        read_rule(rule, "Europe/Berlin", datetime.time(15), THURSDAY.anchor)
    assert "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH" in str(raised.value)


PIECES = st.sampled_from(
    ("FREQ=WEEKLY", "INTERVAL=2", "INTERVAL=4", "BYDAY=TH", "UNTIL=20301231", "WKST=SU", "", "X=1")
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=5).map(";".join)))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read = read_rule(text, "Europe/Berlin", datetime.time(15), THURSDAY.anchor)
    except ValueError:
        return
    assert "FREQ=WEEKLY" in text.split(";")
    assert read_rule(write_rule(read), read.zone, read.time, read.anchor) == read


@given(st.dates(datetime.date(1970, 1, 1), datetime.date(2199, 12, 31)))
def test_a_week_holds_its_days_and_is_read_by_its_name(day: datetime.date) -> None:
    week = find_week(day)
    assert week.monday <= day <= week.find_day(6) == week.monday + 6 * DAY
    assert read_week(week.name) == week
    assert week < find_week(day + 7 * DAY)


@pytest.mark.parametrize(
    "name", ["2026-W54", "2026-W00", "2027-W53", "2026-47", "0000-W01", "٢٠٢٦-W47", ""]
)
def test_what_is_no_week_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="2026-W47"):
        read_week(name)


def test_a_year_may_have_53_weeks() -> None:
    assert Week(2026, 53).monday == datetime.date(2026, 12, 28)
