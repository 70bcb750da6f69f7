"""Whether a week has a bundle for somebody, and when it comes."""

import datetime
import itertools
import zoneinfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.programme.bundle_week import has_bundle, plan_moment
from bot.core.programme.hours import Hours
from bot.core.programme.weeks import Week, find_week
from tests.core.programme.test_hours import hours_in
from tests.core.programme.zones import zones

WEEKS = [find_week(datetime.date(2020, 1, 1) + datetime.timedelta(weeks=n)) for n in range(1_000)]
some_weeks = st.sampled_from(WEEKS)
W47 = Week(2026, 47)


@given(st.dates(datetime.date(2020, 1, 1), datetime.date(2030, 1, 1)))
def test_every_second_week_is_every_second_week_through_leap_weeks(anchor: datetime.date) -> None:
    chosen = [week for week in WEEKS if has_bundle(week, "two-weeks", anchor)]
    assert {(one.monday, later.monday) for one, later in itertools.pairwise(chosen)} == {
        (one.monday, one.monday + datetime.timedelta(days=14)) for one in chosen[:-1]
    }
    assert has_bundle(find_week(anchor), "two-weeks", anchor)


def test_a_month_has_one_bundle_in_the_week_of_its_first_tuesday() -> None:
    tuesdays = [week.find_day(1) for week in WEEKS if has_bundle(week, "month", W47.monday)]
    months = [(day.year, day.month) for day in tuesdays]
    assert len(set(months)) == len(months) == 230
    assert all(day.day <= 7 for day in tuesdays)


def test_who_wants_none_gets_none_and_who_wants_all_gets_all() -> None:
    assert not any(has_bundle(week, "never", W47.monday) for week in WEEKS)
    assert all(has_bundle(week, "week", W47.monday) for week in WEEKS)


@st.composite
def people(draw: st.DrawFn) -> Hours:
    return draw(hours_in(draw(zones)))


@settings(max_examples=40)
@given(people(), some_weeks, st.integers(0, 4), st.integers(0, 23), st.integers(-20, 200))
def test_the_moment_is_in_that_week_and_in_their_hours(
    hours: Hours, week: Week, weekday: int, hour: int, late: int
) -> None:
    zone = zoneinfo.ZoneInfo(hours.zone)
    first = datetime.datetime.combine(week.monday, datetime.time(), datetime.UTC)
    earliest = first + datetime.timedelta(hours=late)
    moment = plan_moment(hours, week, weekday, datetime.time(hour), earliest)
    if moment is None:
        steps = (first + datetime.timedelta(minutes=step) for step in range(-900, 7 * 1440 + 900))
        inside = (at for at in steps if find_week(at.astimezone(zone).date()) == week)
        assert not any(hours.allow(at) for at in inside if at >= earliest)
        return
    assert moment >= earliest
    assert hours.allow(moment)
    assert find_week(moment.astimezone(zone).date()) == week


def test_tuesday_at_ten_unless_they_cannot() -> None:
    def plan(**chosen: object) -> str:
        moment = plan_moment(Hours(**chosen), W47)  # type: ignore[arg-type]
        assert moment is not None
        zone = zoneinfo.ZoneInfo(str(chosen.get("zone", "Europe/Berlin")))
        return f"{moment.astimezone(zone):%a %H:%M}"

    assert plan() == "Tue 10:00"
    assert plan(zone="Asia/Kathmandu") == "Tue 10:00"
    assert plan(start=datetime.time(13)) == "Tue 13:00"
    assert plan(end=datetime.time(9, 30)) == "Wed 09:00"
    assert plan(days=(3, 4)) == "Thu 09:00"
    assert plan(days=(0,)) == "Mon 09:00"
    assert plan_moment(Hours(days=()), W47) is None


def test_who_is_ahead_of_the_house_gets_it_after_it_was_planned() -> None:
    planned_at = datetime.datetime(2026, 11, 16, 4, tzinfo=datetime.UTC)  # Auckland: 17:00
    mondays, always = Hours("Pacific/Auckland", days=(0,)), Hours("Pacific/Auckland")
    assert plan_moment(mondays, W47, not_before=planned_at) is None
    assert plan_moment(always, W47, not_before=planned_at) == datetime.datetime(
        2026, 11, 16, 21, tzinfo=datetime.UTC
    )
    slept = datetime.datetime(2026, 11, 17, 15, 30, tzinfo=datetime.UTC)
    assert plan_moment(Hours(), W47, not_before=slept) == slept
