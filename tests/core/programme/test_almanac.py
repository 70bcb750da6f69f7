"""The content calendar: what has a day, in its order, and nothing of people."""

import datetime

from bot.core.programme.almanac import Almanac
from bot.core.programme.broadcasts.broadcast import Broadcast, Dossier, Mark, Text, Wall
from bot.core.programme.events.changes import Timetable
from bot.core.programme.events.event import DateChange, Event, EventText
from bot.core.programme.pilots.pilot import Pilot
from bot.core.programme.recurrence import Recurrence

ZONE = "Europe/Berlin"
FIRST, LAST = datetime.date(2026, 11, 1), datetime.date(2026, 11, 30)
MADE = datetime.datetime(2026, 10, 1, tzinfo=datetime.UTC)


def test_a_month_has_everything_in_its_order() -> None:
    series = Recurrence(ZONE, 1, datetime.time(10), 2, datetime.date(2026, 11, 3))
    jourfix = Event("0a0a0a0a", "jourfix", {"de": EventText("Jourfix")}, series, state="announced")
    moved = DateChange(
        "0a0a0a0a", datetime.date(2026, 11, 17), datetime.date(2026, 11, 18), datetime.time(9)
    )
    draft = Broadcast(
        "0b0b0b",
        MADE,
        {"de": Text("Kommt")},
        "de",
        when=Wall(datetime.date(2026, 11, 3), datetime.time(9)),
    )
    sent = Broadcast("0c0c0c", MADE, {"de": Text("Da")}, "de")
    begun = Mark("0c0c0c", "begun", datetime.datetime(2026, 11, 4, 23, 30, tzinfo=datetime.UTC))
    almanac = Almanac(
        ZONE,
        holidays=frozenset({datetime.date(2026, 11, 18), datetime.date(2026, 12, 25)}),
        tables=[Timetable(jourfix, (moved,))],
        broadcasts=[Dossier(draft), Dossier(sent, [begun])],
        pilots=[
            Pilot(
                "p1",
                "Kongress",
                "de",
                "open",
                datetime.date(2026, 10, 30),
                datetime.date(2026, 11, 2),
            ),
            Pilot("p2", "Abgesagt", "de", "off", FIRST, LAST),
            Pilot("p3", "Ohne Tage", "de"),
        ],
    )
    told = [
        (str(one.day), one.sort, one.title, str(one.time or ""), one.is_sure)
        for one in almanac.list_entries(FIRST, LAST, "de")
    ]
    assert told == [
        ("2026-11-01", "pilot", "Kongress", "", True),
        ("2026-11-03", "broadcast", "Kommt", "09:00:00", False),
        ("2026-11-03", "jourfix", "Jourfix", "10:00:00", True),
        ("2026-11-05", "broadcast", "Da", "00:30:00", True),
        ("2026-11-18", "holiday", "", "", True),
        ("2026-11-18", "jourfix", "Jourfix", "09:00:00", True),
    ]
    assert almanac.list_entries(datetime.date(2027, 2, 6), datetime.date(2027, 2, 7), "de") == []
