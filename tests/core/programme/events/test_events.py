"""Reminders, next dates, and dates that move over a change of the clocks."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.core.programme.due import find_due
from bot.core.programme.events.amending import amend, write_move, write_time
from bot.core.programme.events.changes import Timetable
from bot.core.programme.events.event import DateChange, Event, EventText, Proposal
from bot.core.programme.hours import Hours
from bot.core.programme.plans import Plans
from bot.core.programme.recurrence import RHYTHMS, Recurrence
from bot.core.programme.weeks import find_week
from tests.core.programme.events.world import MONDAY, World, read_words

DATE = datetime.date(2026, 12, 3)
NEXT = datetime.date(2026, 12, 17)


async def open_world(*people: str) -> tuple[World, Event]:
    world = World()
    for person in people:
        await world.join(person)
    event = await world.announce_jourfix(where="Raum 3.12", places=2)
    for person in people:
        await world.press("event-yes", f"{DATE} {event.id}", person)
    return world, event


async def test_a_reminder_goes_once_to_those_who_have_a_place() -> None:
    world, event = await open_world("ada", "ben", "cem")
    await world.press("event-no", f"{DATE} {event.id}", "ben")
    world.clock.advance(days=9)
    for _ in range(2):
        await world.events.send_reminder(event.id, DATE)
    reminded = [one for one in world.list_told() if one.message.kind == "event-reminder"]
    assert [one.person for one in reminded] == ["ada", "cem"]
    assert "Raum 3.12" in read_words(reminded[0].message)


async def test_a_reminder_keeps_to_hours_and_pauses() -> None:
    world = World()
    await world.join("ada", hours=Hours(start=datetime.time(14), end=datetime.time(16)))
    await world.join("ben", paused_until=datetime.date(2027, 1, 1))
    await world.join("cem", hours=Hours(days=(4,)))  # Fridays only: after the date
    event = await world.announce_jourfix()
    for person in ("ada", "ben", "cem"):
        await world.press("event-yes", f"{DATE} {event.id}", person)
    world.clock.advance(days=9, hours=-1)
    await world.events.send_reminder(event.id, DATE)
    (sent,) = world.list_told()
    assert sent.person == "ada"
    assert sent.not_before == datetime.datetime(2026, 12, 2, 13, tzinfo=datetime.UTC)


async def test_of_a_date_that_is_off_or_over_nobody_is_reminded() -> None:
    world, event = await open_world("ada")
    await world.events.send_reminder("nothing", DATE)
    await world.events.send_reminder(event.id, datetime.date(2026, 12, 4))
    await world.press("event-propose", f"off {DATE} {event.id}")
    await world.press("event-do")
    sent = len(world.list_told())
    await world.events.send_reminder(event.id, DATE)
    world.clock.advance(days=40)
    await world.events.send_reminder(event.id, NEXT)
    assert len(world.list_told()) == sent


async def test_after_a_move_people_are_reminded_of_the_new_day() -> None:
    world, event = await open_world("ada")
    await world.events.send_reminder(event.id, DATE)
    await world.press("event-date", f"{DATE} {event.id}")
    await world.write(f"move {DATE}", "Mi 9.12. 10 Uhr")
    await world.press("event-do")
    await world.events.send_reminder(event.id, DATE)
    reminded = [one for one in world.list_told() if one.message.kind == "event-reminder"]
    assert [one.person for one in reminded] == ["ada", "ada"]
    assert "9. Dezember" in read_words(reminded[1].message)


async def test_what_others_ask() -> None:
    world, event = await open_world("ada", "ben", "cem")
    await world.press("event-new", "coffee 2026-12-08 15:00")  # planned: nobody is told
    next_ones = await world.events.list_next_dates(3)
    assert [one.date.isoformat() for one in next_ones] == ["2026-12-03", "2026-12-17", "2026-12-31"]
    assert next_ones[0].describe("en") == (
        "Jourfix: Thursday 3 December 2026, 10:00 to 10:45 (Berlin time)"
    )
    attending = await world.events.list_attending(event.id, DATE)
    assert (attending.coming, attending.waiting) == (2, 1)
    nothing = await world.events.list_attending("nothing", DATE)
    assert (nothing.coming, nothing.waiting) == (0, 0)
    dates = await world.events.list_event_dates(MONDAY, MONDAY + datetime.timedelta(days=3))
    assert {one.calls for one in dates} == {("agenda", "reminder", "recap")}
    assert DATE in {one.date for one in dates}


def make_event(zone: str, anchor: datetime.date, time: datetime.time, every: int) -> Event:
    series = Recurrence(zone, anchor.weekday(), time, every, anchor)
    return Event("e", "jourfix", {"en": EventText("Jourfix")}, series, 45, state="announced")


_ZONES = some.sampled_from(("Europe/Berlin", "Europe/Dublin", "America/New_York", "Asia/Tokyo"))
_DAYS = some.dates(datetime.date(2026, 1, 1), datetime.date(2030, 1, 1))
_TIMES = some.times(datetime.time(4), datetime.time(22)).map(
    lambda time: time.replace(second=0, microsecond=0)
)  # clocks change at night


@given(_ZONES, _DAYS, _TIMES, some.sampled_from(RHYTHMS), some.integers(0, 30))
def test_a_move_is_held_at_the_wall_time_that_was_written(
    zone: str, anchor: datetime.date, time: datetime.time, every: int, ahead: int
) -> None:
    event = make_event(zone, anchor, datetime.time(10), every)
    date = anchor + datetime.timedelta(weeks=ahead * every)
    to = date + datetime.timedelta(days=ahead)
    proposal = Proposal("p", "e", "move", 0, MONDAY, date, write_move(to, time))
    after = amend(Timetable(event), proposal)
    held = after.find_date(date)
    assert held is not None
    local = held.at.astimezone(ZoneInfo(zone))
    assert (local.date(), local.time()) == (to, time)
    assert after.find_day(date) == to
    assert after.sequence == 1
    listed = after.series.list_appointments(held.at, held.at + datetime.timedelta(minutes=1))
    assert held in listed


@given(_ZONES, _DAYS, _TIMES, some.integers(5, 600), some.integers(0, 60))
def test_a_new_time_for_all_holds_over_changes_of_the_clocks(
    zone: str, anchor: datetime.date, time: datetime.time, minutes: int, ahead: int
) -> None:
    event = make_event(zone, anchor, datetime.time(10), 2)
    proposal = Proposal("p", "e", "time", 0, MONDAY, value=write_time(time, minutes))
    after = amend(Timetable(event), proposal)
    date = anchor + datetime.timedelta(weeks=2 * ahead)
    held = after.find_date(date)
    assert held is not None
    local = held.at.astimezone(ZoneInfo(zone))
    assert (local.date(), local.time()) == (date, time)
    assert after.event.minutes == minutes


@given(_DAYS, some.lists(some.tuples(some.integers(0, 8), some.booleans()), max_size=12))
def test_any_changes_leave_every_other_date_as_it_was(
    anchor: datetime.date, changed: list[tuple[int, bool]]
) -> None:
    event = make_event("Europe/Berlin", anchor, datetime.time(10), 2)
    table = Timetable(event)
    touched = {}
    for number, is_off in changed:
        date = anchor + datetime.timedelta(weeks=2 * number)
        value = "" if is_off else write_move(date + datetime.timedelta(days=1), datetime.time(15))
        what = "off" if is_off else "move"
        table = amend(table, Proposal("p", "e", what, 0, MONDAY, date, value))
        touched[date] = is_off
    assert table.sequence == len(changed)
    for number in range(9):
        date = anchor + datetime.timedelta(weeks=2 * number)
        held = table.find_date(date)
        if date not in touched:
            assert held == Timetable(event).find_date(date)
        else:
            assert (held is None) == touched[date]


@pytest.mark.parametrize("stray", ["2026-12-04", "2020-01-01"])
def test_a_change_of_a_date_that_is_none_is_overlooked(stray: str) -> None:
    event = make_event("Europe/Berlin", DATE, datetime.time(10), 2)
    change = DateChange("e", datetime.date.fromisoformat(stray))
    table = Timetable(event, (change,))
    assert not table.series.skipped
    assert table.find_date(change.date) is None


async def test_the_bundle_speaks_of_this_week_and_the_next() -> None:
    world, _ = await open_world("ada")
    lines = await world.events.list_lines(find_week(datetime.date(2026, 11, 30)), "en")
    assert lines == ["Jourfix: Thursday 3 December 2026, 10:00 to 10:45 (Berlin time)"]
    assert not await world.events.list_lines(find_week(datetime.date(2026, 11, 16)), "en")


async def test_a_reminder_is_due_on_the_working_day_before() -> None:
    world, event = await open_world("ada")
    until = datetime.datetime(2026, 12, 2, 8, 0, tzinfo=datetime.UTC)  # nine in Berlin
    since = until - datetime.timedelta(minutes=1)
    plans = await world.events.plan(Plans("Europe/Berlin"), since, until)
    due = [one for one in find_due(plans, since, until) if one.kind in world.events.kinds]
    assert [one.key for one in due] == [f"reminder:{event.id}:{DATE}"]
    world.clock.advance(days=9, hours=-1)
    for one in due:
        await world.events.carry_out(one)
        await world.events.carry_out(one)
    assert [one.person for one in world.list_told()] == ["ada"]


async def test_material_has_a_door_in_the_library_once_there_is_some() -> None:
    world, event = await open_world("ada")
    assert not await world.events.list_doors("de")
    await world.press("event-date", f"{DATE} {event.id}")
    await world.write(f"material {DATE}", "Was wir ausprobiert haben")
    await world.press("event-do")
    assert [one.action for one in await world.events.list_doors("de")] == ["event-library"]
