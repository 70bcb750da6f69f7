"""What editors wrote goes when it is long over, and not before."""

import datetime
from dataclasses import replace

from bot.core.programme.events.event import DateChange, Event, EventText
from bot.core.programme.launch.launching import KEY, Launch
from bot.core.programme.pilots.pilot import Pilot
from bot.core.programme.recurrence import Recurrence
from bot.core.programme.terms import build_terms
from bot.storage.memory import MemoryShelves
from tests.fakes.ports import FakeClock

_DAY = datetime.date(2026, 11, 25)
_LONG = datetime.timedelta(days=401)


def make_event(name: str, until: datetime.date | None) -> Event:
    series = Recurrence("Europe/Berlin", 2, datetime.time(10), 2, _DAY - _LONG * 2, until=until)
    return Event(name, "jourfix", {"en": EventText("Jourfix")}, series, state="announced")


async def test_what_is_long_over_goes_and_what_has_no_last_day_stays() -> None:
    clock, shelves = FakeClock(), MemoryShelves()
    today = clock.now().date()
    terms = build_terms(shelves, clock, 400)
    for event in (make_event("endless", None), make_event("over", today - _LONG)):
        await terms.events.keep(event.id, event)
    lately = make_event("lately", today - datetime.timedelta(days=399))
    moved = make_event("moved", today - _LONG)
    await terms.events.keep("lately", lately)
    await terms.events.keep("moved", moved)
    change = DateChange("moved", moved.series.anchor, to=today)
    for one in (change, replace(change, event="over", to=None)):
        await terms.changes.keep(one.key, one)
    for name, days in (("old", _LONG), ("young", datetime.timedelta(days=1))):
        pilot = Pilot(name, name, "en", starts_on=today - days, ends_on=today - days)
        await terms.pilots.keep(name, pilot)
    await terms.launches.keep(KEY, Launch(today - _LONG))
    assert await terms.end() == 3
    assert {one.id for one in await terms.events.list_things()} == {"endless", "lately", "moved"}
    assert [one.event for one in await terms.changes.list_things()] == ["moved"]
    assert [one.id for one in await terms.pilots.list_things()] == ["young"]
    assert await terms.launches.list_things() == []
    assert await terms.end() == 0
