"""What is due: the same whoever asks, whenever and how often."""

import datetime
import itertools
import zoneinfo
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.programme.due import Occurrence, find_due
from bot.core.programme.plans import (
    EventDate,
    Nudge,
    Pair,
    Pilot,
    PlannedBroadcast,
    Plans,
    list_event_dates,
)
from bot.core.programme.recurrence import Move, Recurrence
from bot.core.programme.workdays import Workdays
from tests.core.programme.planned import FIRST, LAST, days, moments, plans

UTC = datetime.UTC
DAY, HOUR = datetime.timedelta(days=1), datetime.timedelta(hours=1)
BERLIN = "Europe/Berlin"
JOURFIX = Recurrence(BERLIN, 3, datetime.time(15), 2, datetime.date(2026, 11, 19))
COFFEE = EventDate("coffee", datetime.date(2026, 11, 30),
                   datetime.datetime(2026, 11, 30, 9, tzinfo=UTC), BERLIN)  # fmt: skip
ALL = datetime.timedelta(days=36_500)  # so much grace that nothing is missed


def at(month: int, day: int, hour: int = 0, minute: int = 0) -> datetime.datetime:
    """Give a moment of 2026 by the clocks of Berlin."""
    return datetime.datetime(2026, month, day, hour, minute, tzinfo=zoneinfo.ZoneInfo(BERLIN))


def keys(found: list[Occurrence]) -> list[str]:
    return [one.key for one in found]


@settings(max_examples=80)
@given(plans(), st.lists(moments, max_size=12))
def test_ticks_find_together_what_one_long_tick_finds(
    planned: Plans, ticks: list[datetime.datetime]
) -> None:
    edges = sorted({FIRST, LAST, *ticks})
    parts = [
        key
        for since, until in itertools.pairwise(edges)
        for key in keys(find_due(planned, since, until))
    ]
    whole = keys(find_due(planned, FIRST, LAST))
    assert parts == whole
    assert max(Counter(whole).values(), default=1) == 1


@settings(max_examples=80)
@given(plans(), st.lists(st.tuples(moments, moments), max_size=12))
def test_clocks_that_overlap_or_go_back_find_nothing_else(
    planned: Plans, ticks: list[tuple[datetime.datetime, datetime.datetime]]
) -> None:
    whole = {one.key: one.at for one in find_due(planned, FIRST, LAST)}
    again = [one for since, until in ticks for one in find_due(planned, since, until)]
    assert all(whole[one.key] == one.at for one in again)


@settings(max_examples=100)
@given(plans(), moments, moments)
def test_each_is_between_the_moments_in_order_and_missed_only_when_late(
    planned: Plans, since: datetime.datetime, until: datetime.datetime
) -> None:
    found = find_due(planned, since, until)
    assert [one.at for one in found] == sorted(one.at for one in found)
    for one in found:
        assert since < one.at <= until
        assert one.key.startswith(
            f"{one.kind}:{one.subject}" if one.kind in ("bundle", "talk") else one.kind
        )
        in_grace = one.kind == "bundle" or one.at >= until - 36 * HOUR
        makes_sense = one.until is None or until < one.until
        assert one.is_missed is not (in_grace and makes_sense)


@settings(max_examples=100)
@given(plans())
def test_around_a_date_people_hear_on_working_mornings(planned: Plans) -> None:
    dates = {(one.event, one.date): one for one in planned.dates}
    for one in find_due(planned, FIRST, LAST):
        if one.kind not in ("agenda", "reminder", "recap"):
            continue
        event = dates[one.subject, one.date]
        local = one.at.astimezone(zoneinfo.ZoneInfo(event.zone))
        assert local.weekday() < 5
        assert local.date() not in planned.holidays
        assert (local.hour, local.minute) == (9, 0)
        assert (local.date() > event.held_on) is (one.kind == "recap")
        first, last = sorted((local.date(), event.held_on))
        between = (first + step * DAY for step in range(1, (last - first).days))
        assert all(day.weekday() >= 5 or day in planned.holidays for day in between)


@settings(max_examples=60)
@given(st.sampled_from((BERLIN, "America/Nuuk", "Pacific/Kiritimati", "Pacific/Pago_Pago")),
       st.integers(0, 6), moments, st.integers(1, 200), st.frozensets(days, max_size=30))  # fmt: skip
def test_dates_near_enough_are_all_that_matter(
    zone: str, weekday: int, since: datetime.datetime, hours: int, holidays: frozenset
) -> None:
    series = Recurrence(zone, weekday, datetime.time(15), 1, datetime.date(2025, 1, 1))
    until = since + hours * HOUR
    near = Plans(zone, holidays, dates=tuple(list_event_dates("e", series, since, until)))
    far = Plans(
        zone,
        holidays,
        dates=tuple(list_event_dates("e", series, FIRST - 90 * DAY, LAST + 90 * DAY)),
    )
    assert find_due(near, since, until) == find_due(far, since, until)


def test_in_ten_years_each_jourfix_has_one_agenda_one_reminder_and_one_recap() -> None:
    start, end = at(11, 1), datetime.datetime(2036, 11, 1, tzinfo=UTC)
    planned = Plans(BERLIN, dates=tuple(list_event_dates("jf", JOURFIX, start, end)))
    held = [one.date for one in JOURFIX.list_appointments(start, end)]
    assert len(held) == 260
    found = find_due(planned, start, end)
    for kind in ("agenda", "reminder", "recap"):
        about = [one.date for one in found if one.kind == kind]
        assert about[:258] == held[:258]  # what belongs to the last days may be due after them
        assert all((later - one).days == 14 for one, later in itertools.pairwise(about))


def test_a_year_of_bundles_has_one_each_sunday_at_five() -> None:
    planned = Plans(BERLIN, has_bundle=True, has_talk=True)
    found = find_due(planned, at(1, 1), datetime.datetime(2027, 1, 17, tzinfo=UTC))
    bundles = [one for one in found if one.kind == "bundle"]
    assert [one.subject for one in bundles][-4:] == ["2026-W52", "2026-W53", "2027-W01", "2027-W02"]
    for one in bundles:
        local = one.at.astimezone(zoneinfo.ZoneInfo(BERLIN))
        assert (local.weekday(), local.hour, local.minute) == (6, 5, 0)
    assert keys(found)[:2] == ["talk:2026-W02", "bundle:2026-W02"]


def test_what_is_said_around_a_jourfix_and_a_coffee() -> None:
    planned = Plans(BERLIN, dates=(*list_event_dates("jf", JOURFIX, at(11, 15), at(12, 2)), COFFEE))
    found = find_due(planned, at(11, 15), at(12, 2))
    assert [(one.key, one.at) for one in found] == [
        ("agenda:jf:2026-11-19", at(11, 18, 9)),
        ("reminder:jf:2026-11-19", at(11, 18, 9)),
        ("recap:jf:2026-11-19", at(11, 20, 9)),
        ("reminder:coffee:2026-11-30", at(11, 27, 9)),  # on Friday, for Monday
    ]


def test_holidays_are_gone_round() -> None:
    holidays = frozenset({datetime.date(2026, 11, 18), datetime.date(2026, 11, 20)})
    dates = tuple(list_event_dates("jf", JOURFIX, at(11, 15), at(11, 25)))
    found = find_due(Plans(BERLIN, holidays, dates=dates), at(11, 15), at(11, 25))
    assert [one.at for one in found] == [at(11, 17, 9), at(11, 17, 9), at(11, 23, 9)]


def test_who_was_reminded_is_reminded_again_when_it_moved_to_another_day() -> None:
    move = Move(JOURFIX.anchor, datetime.date(2026, 11, 25), datetime.time(10))
    series = Recurrence(BERLIN, 3, datetime.time(15), 2, JOURFIX.anchor, moved=(move,))
    dates = tuple(list_event_dates("jf", series, at(11, 15), at(11, 30)))
    assert keys(find_due(Plans(BERLIN, dates=dates), at(11, 15), at(11, 30))) == [
        "agenda:jf:2026-11-19-to-2026-11-25",
        "reminder:jf:2026-11-19-to-2026-11-25",
        "recap:jf:2026-11-19",
    ]


def test_an_hour_later_on_the_same_day_is_no_other_reminder() -> None:
    move = Move(JOURFIX.anchor, JOURFIX.anchor, datetime.time(16))
    series = Recurrence(BERLIN, 3, datetime.time(15), 2, JOURFIX.anchor, moved=(move,))
    dates = tuple(list_event_dates("jf", series, at(11, 15), at(11, 30)))
    assert "reminder:jf:2026-11-19" in keys(
        find_due(Plans(BERLIN, dates=dates), at(11, 15), at(11, 30))
    )


def test_what_people_and_editors_asked_for_comes_on_its_day() -> None:
    planned = Plans(
        BERLIN,
        broadcasts=(PlannedBroadcast("b1", at(11, 24, 10, 30)),),
        nudges=(Nudge("p1", datetime.date(2026, 11, 25), "America/New_York"),),
        pairs=(Pair("x-y", datetime.date(2026, 10, 31)),),
        pilots=(Pilot("esmo", datetime.date(2026, 11, 28), datetime.date(2026, 12, 4)),),
    )
    found = find_due(planned, at(11, 20), at(12, 20))
    assert [(one.key, one.at) for one in found] == [
        ("scheduled:b1", at(11, 24, 10, 30)),
        ("nudge:p1:2026-11-25", at(11, 25, 15)),
        ("pilot-start:esmo", at(11, 27, 9)),  # the theme begins on Saturday
        ("buddies-check:x-y", at(11, 30, 9)),  # four weeks later is a Saturday
        ("pilot-end:esmo", at(12, 7, 9)),
        ("pilot-evaluation:esmo", at(12, 11, 9)),
    ]
    assert not any(one.is_missed for one in find_due(planned, at(11, 20), at(12, 20), ALL))


def test_the_questions_of_a_pilot_come_on_working_days_and_end_with_them() -> None:
    first = datetime.date(2026, 11, 27)
    days = tuple(first + datetime.timedelta(days=number) for number in range(5))
    pilot = Pilot("esmo", first, days[-1], days)
    planned = Plans(BERLIN, holidays=frozenset({days[-1]}), pilots=(pilot,))
    found = [
        one for one in find_due(planned, at(11, 20), at(12, 2), ALL) if one.kind == "pilot-prompt"
    ]
    assert [(one.key, one.at, one.until) for one in found] == [
        ("pilot-prompt:esmo:2026-11-27", at(11, 27, 9), at(11, 28)),
        ("pilot-prompt:esmo:2026-11-30", at(11, 30, 9), at(12, 1)),
    ]
    assert [one.date for one in found] == [days[0], days[3]]


def test_after_a_long_sleep_the_old_is_missed_and_the_young_done() -> None:
    planned = Plans(
        BERLIN,
        has_bundle=True,
        broadcasts=(
            PlannedBroadcast("old", at(11, 17, 10)),
            PlannedBroadcast("new", at(11, 19, 10)),
        ),
    )
    found = find_due(planned, at(11, 14), at(11, 19, 12))
    assert [(one.key, one.is_missed) for one in found] == [
        ("bundle:2026-W47", False),  # its week is not over
        ("scheduled:old", True),
        ("scheduled:new", False),
    ]
    assert [one.is_missed for one in find_due(planned, at(11, 15), at(11, 19, 12), 60 * HOUR)] == [
        False, False, False,
    ]  # fmt: skip


def test_nobody_is_reminded_of_what_has_begun() -> None:
    dates = tuple(list_event_dates("jf", JOURFIX, at(11, 17), at(11, 21)))
    planned = Plans(BERLIN, dates=dates)
    late = find_due(planned, at(11, 17), at(11, 19, 15))
    assert [(one.kind, one.is_missed) for one in late] == [("agenda", True), ("reminder", True)]
    in_time = find_due(planned, at(11, 17), at(11, 19, 14, 59))
    assert [one.is_missed for one in in_time] == [False, False]


def test_where_nobody_ever_works_there_is_still_a_morning() -> None:
    rest = frozenset(datetime.date(2026, 11, 1) + step * DAY for step in range(60))
    workdays = Workdays(BERLIN, rest)
    assert workdays.find_before(datetime.date(2026, 12, 1)) == datetime.date(2026, 11, 16)
    assert workdays.find_after(datetime.date(2026, 11, 30)) == datetime.date(2026, 12, 15)


@pytest.mark.parametrize(
    ("make", "remedy"),
    [
        (lambda: Pilot("p", datetime.date(2026, 11, 2), datetime.date(2026, 11, 1)), "Swap"),
        (lambda: Pilot("p", datetime.date(2026, 11, 2), datetime.date.max), "Check the year"),
        (lambda: Nudge("p", datetime.date.max, BERLIN), "Check the year"),
        (lambda: Nudge("p", datetime.date(2026, 11, 2), "Berlin"), "Europe/Amsterdam"),
    ],
)
def test_one_plan_that_makes_no_sense_cannot_stop_the_others(make, remedy: str) -> None:
    with pytest.raises(ValueError, match=remedy):
        make()
