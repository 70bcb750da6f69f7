"""Events as calendars take them in: the same dates that we list, nobody's name."""

import datetime

import icalendar
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as some

from bot.core.programme.calendar_file import Mailbox
from bot.core.programme.events.amending import amend, write_move
from bot.core.programme.events.calendar_entry import compose_entry
from bot.core.programme.events.changes import Timetable
from bot.core.programme.events.event import Event, EventText, Proposal
from bot.core.programme.events.page_names import read_page, sign_page
from bot.core.programme.recurrence import Recurrence
from bot.files.invitations import write_invitation
from tests.core.programme.events.world import MONDAY

ANCHOR = datetime.date(2026, 12, 3)
KEY = b"k" * 32


def make_table(*, is_single: bool = False) -> Timetable:
    until = ANCHOR if is_single else None
    series = Recurrence("Europe/Berlin", 3, datetime.time(10), 2, ANCHOR, until=until)
    text = EventText("Jourfix; mit, Kommas", "Worum es geht\n\nund mehr")
    where = "Raum 3.12, https://meet.example/a?b=1"
    event = Event("0a1b2c3d", "jourfix", {"de": text}, series, 45, where, state="announced")
    return Timetable(event)


def change(table: Timetable, what: str, week: int = 0, days: int = 1) -> Timetable:
    date = ANCHOR + datetime.timedelta(weeks=2 * week)
    to = date + datetime.timedelta(days=days)
    value = write_move(to, datetime.time(15, 30)) if what == "move" else ""
    return amend(table, Proposal("p", "e", what, 0, MONDAY, date, value))


def read(table: Timetable, **asked: object) -> icalendar.Calendar:
    entry = compose_entry(table, "de", MONDAY, **asked)  # type: ignore[arg-type]
    found = icalendar.Calendar.from_ical(write_invitation(entry))
    assert isinstance(found, icalendar.Calendar)
    return found


def list_starts(calendar: icalendar.Calendar) -> set[datetime.datetime]:
    span = (datetime.date(2026, 11, 1), datetime.date(2027, 7, 1))
    events = recurring_ical_events.of(calendar).between(*span)
    return {event["DTSTART"].dt.astimezone(datetime.UTC) for event in events}


@settings(max_examples=40, deadline=None)
@given(
    some.lists(
        some.tuples(some.sampled_from(("move", "off")), some.integers(0, 10), some.integers(1, 9)),
        max_size=8,
    )
)
def test_a_calendar_shows_the_dates_that_we_list(changes: list[tuple[str, int, int]]) -> None:
    table = make_table()
    for what, week, days in changes:
        table = change(table, what, week, days)
    start = datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC)
    end = datetime.datetime(2027, 7, 1, tzinfo=datetime.UTC) - datetime.timedelta(hours=2)
    ours = {one.at for one in table.series.list_appointments(start, end)}
    assert list_starts(read(table)) == ours


def test_the_place_and_the_link_stand_apart() -> None:
    (event,) = read(make_table()).walk("VEVENT")
    assert event["LOCATION"] == "Raum 3.12"
    assert event["URL"] == "https://meet.example/a?b=1"
    assert event["SUMMARY"] == "Jourfix; mit, Kommas"


def test_a_change_is_a_later_version_of_the_same_entry() -> None:
    before, after = make_table(), change(make_table(), "move")
    (first, *_), (second, *_) = (read(table).walk("VEVENT") for table in (before, after))
    assert first["UID"] == second["UID"]
    assert second["SEQUENCE"] > first["SEQUENCE"]


def test_a_single_date_is_moved_and_called_off() -> None:
    moved = read(change(make_table(is_single=True), "move"))
    (event,) = moved.walk("VEVENT")
    assert "RRULE" not in event
    assert event["DTSTART"].dt.isoformat() == "2026-12-04T15:30:00+01:00"
    (event,) = read(change(make_table(is_single=True), "off")).walk("VEVENT")
    assert event["STATUS"] == "CANCELLED"


def test_it_is_published_without_anybody_and_mailed_with_two_addresses() -> None:
    assert read(make_table())["METHOD"] == "PUBLISH"
    assert b"ATTENDEE" not in write_invitation(compose_entry(make_table(), "de", MONDAY))
    both = {"organiser": Mailbox("comms@a.example"), "guest": Mailbox("all@a.example")}
    assert read(make_table(), **both)["METHOD"] == "REQUEST"
    cancelled = read(make_table(), **both, is_cancelled=True)
    assert cancelled["METHOD"] == "CANCEL"
    (event,) = cancelled.walk("VEVENT")
    assert event["SEQUENCE"] == 1


def test_the_name_of_a_page_opens_only_its_event() -> None:
    name = sign_page(KEY, "0a1b2c3d", "de")
    assert read_page(KEY, name) == ("0a1b2c3d", "de")
    assert read_page(b"x" * 32, name) is None
    assert read_page(KEY, name.replace("-de-", "-en-")) is None
    assert read_page(KEY, name.replace("0a1b2c3d", "0a1b2c3e")) is None


@given(some.text(max_size=80))
def test_no_other_name_opens_anything(name: str) -> None:
    assert read_page(KEY, name) is None
