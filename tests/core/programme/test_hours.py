"""When somebody may be written to, in all zones and over many years."""

import datetime
import time
import zoneinfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.core.programme.hours import Hours, Quiet
from bot.core.programme.zones import find_change, find_moment_of, open_zone
from tests.core.programme.zones import ODD, ZONES, list_changes, moments_in, times, zones

MINUTE = datetime.timedelta(minutes=1)
UTC = datetime.UTC


@st.composite
def spans(draw: st.DrawFn) -> Quiet:
    start, end = draw(times), draw(times)
    assume(start != end)
    return Quiet(start, end)


@st.composite
def hours_in(draw: st.DrawFn, zone: str) -> Hours:
    start, end = sorted((draw(times), draw(times)))
    assume(start < end)
    days = draw(st.lists(st.integers(0, 6), max_size=7).map(tuple))
    return Hours(zone, days, start, end, tuple(draw(st.lists(spans(), max_size=3))))


@st.composite
def wanted(draw: st.DrawFn) -> tuple[Hours, datetime.datetime]:
    zone = draw(zones)
    return draw(hours_in(zone)), draw(moments_in(zone))


def is_inside(hours: Hours, moment: datetime.datetime) -> bool:
    """Say it once more, in the words of the settings."""
    local = moment.astimezone(zoneinfo.ZoneInfo(hours.zone))
    clock = local.hour * 60 + local.minute
    quiet = [
        (one.start.hour * 60 + one.start.minute, one.end.hour * 60 + one.end.minute)
        for one in hours.quiet
    ]
    return (
        local.isoweekday() <= 5
        and local.isoweekday() - 1 in hours.days
        and hours.start.hour * 60 + hours.start.minute <= clock
        and clock < hours.end.hour * 60 + hours.end.minute
        and not any((clock - start) % 1440 < (end - start) % 1440 for start, end in quiet)
    )


@settings(max_examples=250)
@given(wanted())
def test_the_moment_is_inside_never_at_a_weekend_and_stays_what_it_is(
    given_: tuple[Hours, datetime.datetime],
) -> None:
    hours, moment = given_
    found = hours.find_moment(moment)
    assert hours.allow(moment) == is_inside(hours, moment)
    if found is None:
        return
    assert found >= moment
    assert is_inside(hours, found)
    assert found.astimezone(zoneinfo.ZoneInfo(hours.zone)).isoweekday() <= 5
    assert hours.find_moment(found) == found


@settings(max_examples=120)
@given(wanted())
def test_no_earlier_minute_would_have_done(given_: tuple[Hours, datetime.datetime]) -> None:
    hours, moment = given_
    found = hours.find_moment(moment)
    # zones change their clocks on full minutes since 1972: minute by minute is everything
    last = moment + datetime.timedelta(days=8) if found is None else found
    at = moment
    while at < last:
        assert not is_inside(hours, at), at
        at += MINUTE


@pytest.mark.parametrize("zone", ODD)
def test_around_every_change_of_the_clock_nothing_earlier_would_have_done(zone: str) -> None:
    every_day = Hours(zone, start=datetime.time(0), end=datetime.time(2, 30))
    lunch = Quiet(datetime.time(0, 30), datetime.time(1, 45))
    for hours in (every_day, Hours(zone, end=datetime.time(23, 59), quiet=(lunch,))):
        for change in list_changes(zone)[::3]:
            for minutes in (-1500, -61, -1, 0, 29, 61):
                moment = change + minutes * MINUTE
                found = hours.find_moment(moment)
                assert found is not None
                assert is_inside(hours, found)
                assert found == moment or not is_inside(hours, found - MINUTE)
                assert not any(
                    is_inside(hours, moment + step * MINUTE)
                    for step in range(0, (found - moment) // MINUTE, 7)
                )


def test_every_zone_has_a_moment_for_everybody_at_any_time_of_a_year() -> None:
    for zone in ZONES:
        hours = Hours(zone)
        for week in range(0, 52, 3):
            moment = datetime.datetime(2026, 1, 1, 3, tzinfo=UTC) + datetime.timedelta(weeks=week)
            found = hours.find_moment(moment)
            assert found is not None
            assert found - moment < datetime.timedelta(days=5)
            assert is_inside(hours, found)


def test_a_start_that_the_clock_leaps_over_is_the_minute_of_the_leap() -> None:
    # Cairo leaps from 00:00 to 01:00 on Friday, 24 April 2026
    hours = Hours("Africa/Cairo", days=(4,), start=datetime.time(0, 30))
    found = hours.find_moment(datetime.datetime(2026, 4, 23, 12, tzinfo=UTC))
    assert found == datetime.datetime(2026, 4, 23, 22, tzinfo=UTC)


def test_a_friday_that_an_island_left_out_is_looked_over() -> None:
    # Samoa went from Thursday, 29 December 2011 to Saturday, the 31st
    hours = Hours("Pacific/Apia", days=(4,))
    found = hours.find_moment(datetime.datetime(2011, 12, 28, 12, tzinfo=UTC))
    assert found is not None
    assert found.astimezone(zoneinfo.ZoneInfo("Pacific/Apia")).date() == datetime.date(2012, 1, 6)


def test_quiet_hours_go_on_across_midnight() -> None:
    night = Quiet(datetime.time(20), datetime.time(7, 30))
    hours = Hours("Europe/Berlin", start=datetime.time(6), end=datetime.time(22), quiet=(night,))
    late = datetime.datetime(2026, 11, 18, 19, tzinfo=UTC)  # Wednesday, 20:00
    assert hours.find_moment(late) == datetime.datetime(2026, 11, 19, 6, 30, tzinfo=UTC)
    assert hours.allow(late - MINUTE)


@pytest.mark.parametrize(
    "hours",
    [
        Hours(days=()),
        Hours(days=(5, 6)),
        Hours(quiet=(Quiet(datetime.time(8), datetime.time(18)),)),
        Hours(quiet=(Quiet(datetime.time(16), datetime.time(12)),
                     Quiet(datetime.time(11), datetime.time(17)))),
    ],
)  # fmt: skip
def test_who_has_no_hours_is_never_written_to(hours: Hours) -> None:
    assert hours.find_moment(datetime.datetime(2026, 11, 18, 10, tzinfo=UTC)) is None


def test_at_the_end_of_all_dates_there_is_no_moment() -> None:
    hours = Hours("Asia/Kathmandu")
    assert hours.find_moment(datetime.datetime(9999, 12, 31, 22, tzinfo=UTC)) is None


def test_a_wall_clock_that_does_not_exist_is_the_one_after_the_leap() -> None:
    berlin = open_zone("Europe/Berlin")
    nowhere = datetime.datetime(2027, 3, 29, 2, 30, tzinfo=berlin).replace(day=28)
    assert not Hours(days=(6, 0), start=datetime.time(2), end=datetime.time(3)).allow(nowhere)
    clock = find_moment_of(datetime.date(2027, 3, 28), datetime.time(2, 30), berlin)
    assert clock.astimezone(berlin).time() == datetime.time(3, 30)
    twice = find_moment_of(datetime.date(2026, 10, 25), datetime.time(2, 30, fold=1), berlin)
    assert twice == datetime.datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_change_is_found_to_the_second() -> None:
    berlin = open_zone("Europe/Berlin")
    change = datetime.datetime(2026, 10, 25, 1, tzinfo=UTC)
    assert find_change(datetime.date(2026, 10, 25), berlin) == change
    assert find_change(datetime.date(2026, 10, 22), berlin) is None


@pytest.mark.parametrize(
    ("make", "remedy"),
    [
        (lambda: Hours(start=datetime.time(17), end=datetime.time(9)), "an end later than"),
        (lambda: Hours(start=datetime.time(9), end=datetime.time(9)), "an end later than"),
        (lambda: Hours("Europe/Nowhere"), "Europe/Amsterdam"),
        (lambda: Hours("Europe"), "Europe/Amsterdam"),
        (lambda: Hours("../../etc/passwd"), "Europe/Amsterdam"),
        (lambda: Hours(""), "Europe/Amsterdam"),
        (lambda: Hours("\0"), "Europe/Amsterdam"),
        (lambda: Hours(days=(0, 7)), "0 \\(Monday\\) to 6"),
        (lambda: Hours(start=datetime.time(9, tzinfo=UTC), end=datetime.time(17, tzinfo=UTC)),
         "as “zone”"),
        (lambda: Quiet(datetime.time(12), datetime.time(12)), "leave them out"),
        (lambda: Hours(quiet=(Quiet(datetime.time(12), datetime.time(13)),) * 11), "Join some"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_with_what_to_do(make, remedy: str) -> None:
    with pytest.raises(ValueError, match=remedy):
        make()


def test_a_hundred_thousand_people_are_planned_in_seconds() -> None:
    night = Quiet(datetime.time(12), datetime.time(13))
    people = [Hours(zone, quiet=(night,)) for zone in ODD]
    friday_evening = datetime.datetime(2026, 11, 20, 21, tzinfo=UTC)
    begun = time.process_time()
    for number in range(100_000):
        people[number % len(people)].find_moment(friday_evening + number * MINUTE)
    assert time.process_time() - begun < 10  # about three; other machines are slower
