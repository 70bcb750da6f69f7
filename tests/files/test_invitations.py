"""Calendar files, read as calendars read them: by two libraries that are not ours."""

import dataclasses
import datetime
import io
import zoneinfo

import icalendar
import pytest
import recurring_ical_events
from dateutil import tz
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.core.programme.calendar_file import Invitation, Mailbox, Once
from bot.core.programme.recurrence import RHYTHMS, Move, Recurrence
from bot.files.calendar_zones import describe_zone
from bot.files.invitations import write_invitation
from tests.core.programme.zones import ODD, ZONES

UTC = datetime.UTC
DAY = datetime.timedelta(days=1)
STAMP = datetime.datetime(2026, 11, 22, 12, tzinfo=UTC)
START, END = datetime.datetime(2026, 9, 1, tzinfo=UTC), datetime.datetime(2029, 1, 1, tzinfo=UTC)
THURSDAYS = Recurrence("Europe/Berlin", 3, datetime.time(15), 2, datetime.date(2026, 11, 19))
COMMS, ADA = Mailbox("comms@acme.example", "Comms"), Mailbox("ada@acme.example", "Ada")
JOURFIX = Invitation(
    "jf-1@acme.example", 0, STAMP, "Jourfix", THURSDAYS, organiser=COMMS, guest=ADA
)
day_times = st.builds(datetime.time, st.integers(5, 22), st.sampled_from((0, 15, 30)))


@st.composite
def recurrences(draw: st.DrawFn) -> Recurrence:
    anchor = draw(st.dates(datetime.date(2026, 10, 1), datetime.date(2027, 6, 1)))
    until = draw(st.none() | st.dates(anchor + 30 * DAY, datetime.date(2028, 12, 1)))
    plain = Recurrence(
        draw(st.sampled_from(ODD)), draw(st.integers(0, 6)), draw(day_times),
        draw(st.sampled_from(RHYTHMS)), anchor, until=until,
    )  # fmt: skip
    dates = [one.date for one in plain.list_next(START, 12)]
    chosen = draw(st.lists(st.sampled_from(dates), max_size=5, unique=True))
    cut = draw(st.integers(0, len(chosen)))
    moved = tuple(
        Move(date, date + draw(st.integers(-3, 5)) * DAY, draw(day_times)) for date in chosen[:cut]
    )
    return dataclasses.replace(plain, moved=moved, skipped=tuple(chosen[cut:]))


def read(file: bytes) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(file)


def list_held(file: bytes) -> list[datetime.datetime]:
    """List the beginnings that another library sees in a file."""
    found = recurring_ical_events.of(read(file)).between(START - 40 * DAY, END)
    return sorted(one["DTSTART"].dt.astimezone(UTC) for one in found)


@settings(max_examples=60)
@given(recurrences(), st.integers(1, 600))
@example(
    Recurrence(
        "America/Nuuk", 5, datetime.time(18), 1, datetime.date(2026, 10, 18)
    ),  # it ends within the hour that comes twice
    360,
)
def test_a_calendar_sees_the_dates_that_we_count(series: Recurrence, minutes: int) -> None:
    invitation = dataclasses.replace(JOURFIX, when=series, minutes=minutes)
    file = write_invitation(invitation)
    ours = [one.at for one in series.list_appointments(START - 40 * DAY, END)]
    assert list_held(file) == ours
    assert write_invitation(invitation) == file
    for meeting in read(file).walk("VEVENT"):
        assert meeting["DTEND"].dt.astimezone(UTC) - meeting["DTSTART"].dt.astimezone(
            UTC
        ) == datetime.timedelta(minutes=minutes)
        assert (meeting["UID"], meeting["SEQUENCE"]) == ("jf-1@acme.example", 0)


@pytest.mark.parametrize("name", ODD)
def test_who_knows_no_zones_goes_by_our_description(name: str) -> None:
    check_description(name, datetime.date(2026, 11, 19), 6 * 366, step=1)


def test_every_zone_is_described_for_years() -> None:
    for name in ZONES[::7]:
        check_description(name, datetime.date(2026, 3, 1), 20 * 366, step=37)


def check_description(name: str, first: datetime.date, days: int, step: int) -> None:
    calendar = icalendar.Calendar()
    calendar.add_component(describe_zone(name, first))
    described = tz.tzical(io.StringIO(calendar.to_ical().decode())).get(name)
    known = zoneinfo.ZoneInfo(name)
    for number in range(0, days, step):
        for hour in (4, 12, 22):
            wall = datetime.datetime.combine(first + number * DAY, datetime.time(hour))
            assert (
                wall.replace(tzinfo=described).utcoffset() == wall.replace(tzinfo=known).utcoffset()
            )


def test_a_rule_stands_for_each_change_where_there_is_one() -> None:
    berlin = describe_zone("Europe/Berlin", THURSDAYS.anchor)
    assert [part["RRULE"].to_ical() for part in berlin.subcomponents] == [
        b"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", b"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    ]  # fmt: skip
    kathmandu = describe_zone("Asia/Kathmandu", THURSDAYS.anchor)
    assert [part.name for part in kathmandu.subcomponents] == ["STANDARD"]
    dublin = describe_zone("Europe/Dublin", THURSDAYS.anchor)
    assert {part.name: part["TZNAME"] for part in dublin.subcomponents} == {
        "DAYLIGHT": "IST", "STANDARD": "GMT",
    }  # fmt: skip
    assert all(
        "RDATE" in part
        for part in describe_zone("Africa/Casablanca", THURSDAYS.anchor).subcomponents
    )


class FakeCalendar:
    """Somebody's calendar: takes in, replaces and takes out, as RFC 5546 says."""

    def __init__(self) -> None:
        self.meetings: dict[str, tuple[int, bytes]] = {}

    def receive(self, file: bytes) -> None:
        calendar = read(file)
        first = calendar.walk("VEVENT")[0]
        uid, sequence = str(first["UID"]), int(first["SEQUENCE"])
        if sequence < self.meetings.get(uid, (0, b""))[0]:
            return
        is_off = calendar["METHOD"] == "CANCEL" or first["STATUS"] == "CANCELLED"
        self.meetings[uid] = (sequence, b"" if is_off else file)

    def list_dates(self) -> list[datetime.datetime]:
        return sorted(at for _, file in self.meetings.values() if file for at in list_held(file))


def test_a_change_takes_the_place_of_what_was_there_and_an_old_file_does_not() -> None:
    calendar = FakeCalendar()
    first = write_invitation(JOURFIX)
    calendar.receive(first)
    assert calendar.list_dates()[1] == datetime.datetime(2026, 12, 3, 14, tzinfo=UTC)
    move = Move(datetime.date(2026, 12, 3), datetime.date(2026, 12, 4), datetime.time(10))
    series = dataclasses.replace(THURSDAYS, moved=(move,), skipped=(datetime.date(2026, 12, 31),))
    changed = dataclasses.replace(JOURFIX, sequence=1, when=series)
    calendar.receive(write_invitation(changed))
    calendar.receive(first)
    dates = calendar.list_dates()
    assert dates[1] == datetime.datetime(2026, 12, 4, 9, tzinfo=UTC)
    assert datetime.datetime(2026, 12, 31, 14, tzinfo=UTC) not in dates
    assert len(calendar.meetings) == 1
    calendar.receive(write_invitation(dataclasses.replace(changed, sequence=2, is_cancelled=True)))
    assert calendar.list_dates() == []


@pytest.mark.parametrize(
    ("changes", "method", "status"),
    [
        ({}, "REQUEST", "CONFIRMED"),
        ({"is_cancelled": True}, "CANCEL", "CANCELLED"),
        ({"guest": None}, "PUBLISH", "CONFIRMED"),
        ({"organiser": None}, "PUBLISH", "CONFIRMED"),
        ({"organiser": None, "is_cancelled": True}, "PUBLISH", "CANCELLED"),
    ],
)
def test_the_method_says_what_a_calendar_shall_do(changes: dict, method: str, status: str) -> None:
    calendar = read(write_invitation(dataclasses.replace(JOURFIX, **changes)))
    assert calendar["METHOD"] == method
    assert calendar["VERSION"] == "2.0"
    assert [one["STATUS"] for one in calendar.walk("VEVENT")] == [status]


TEXTS = st.text(
    st.characters() | st.sampled_from("\r\n;,:\\\"'👩‍⚕️ üß\u2028\x00\x1b^"), max_size=300
)


@settings(max_examples=150)
@given(TEXTS, TEXTS, st.text(max_size=60))
def test_any_text_comes_back_and_no_line_is_longer_than_75_octets(
    title: str, text: str, name: str
) -> None:
    title = f"T{title[:190]}"
    invitation = dataclasses.replace(
        JOURFIX, title=title, text=text, place=name, when=Once("Europe/Berlin", THURSDAYS.anchor, datetime.time(15)),
        organiser=Mailbox("comms@acme.example", name),
    )  # fmt: skip
    file = write_invitation(invitation)
    lines = file.split(b"\r\n")
    assert lines.pop() == b""
    for line in lines:
        assert len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line
        line.decode("utf-8")
    unfolded = file.replace(b"\r\n ", b"").split(b"\r\n")
    known = {line.partition(b":")[0].partition(b";")[0] for line in unfolded if line}
    assert known <= {
        b"BEGIN", b"END", b"VERSION", b"PRODID", b"METHOD", b"TZID", b"DTSTART", b"RRULE", b"TZNAME",
        b"TZOFFSETFROM", b"TZOFFSETTO", b"UID", b"SEQUENCE", b"DTSTAMP", b"DTEND", b"SUMMARY", b"STATUS",
        b"DESCRIPTION", b"LOCATION", b"ORGANIZER", b"ATTENDEE",
    }  # fmt: skip
    (meeting,) = read(file).walk("VEVENT")
    assert keep_words(str(meeting["SUMMARY"])) == keep_words(title)
    assert keep_words(str(meeting.get("DESCRIPTION", ""))) == keep_words(text)
    assert str(meeting["ORGANIZER"]) == "mailto:comms@acme.example"


def keep_words(text: str) -> str:
    """Keep what must come back of a text: all but signs that a file cannot hold, and blanks."""
    return "".join(sign for sign in text if sign.isprintable() and not sign.isspace())


@pytest.mark.parametrize(
    ("changes", "remedy"),
    [
        ({"uid": "a b"}, "no spaces"),
        ({"uid": "a\r\nATTENDEE:x"}, "no spaces"),
        ({"sequence": -1}, "from 0"),
        ({"minutes": 0}, "between one minute and a day"),
        ({"title": " \0"}, "needs a title"),
        ({"title": "x" * 201}, "200 characters"),
        ({"text": "x" * 4_001}, "characters at most"),
        ({"link": "javascript:alert(1)"}, "https://"),
        ({"link": "https://x\r\nATTENDEE:y"}, "https://"),
        ({"when": dataclasses.replace(THURSDAYS, until=datetime.date(2026, 11, 18))}, "later last day"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_with_what_to_do(changes: dict, remedy: str) -> None:
    with pytest.raises(ValueError, match=remedy):
        dataclasses.replace(JOURFIX, **changes)


@pytest.mark.parametrize(
    "address", ["ada", "ada@", "a da@x.example", "ada@x.example\r\nX:y", 'a"@x', "a@b@c"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="no e-mail address"):
        Mailbox(address)


def test_a_single_date_is_no_series() -> None:
    once = Once("UTC", datetime.date(2026, 12, 1), datetime.time(9))
    file = write_invitation(
        dataclasses.replace(JOURFIX, when=once, link="https://acme.example/room")
    )
    (meeting,) = read(file).walk("VEVENT")
    assert b"DTSTART:20261201T090000Z" in file
    assert "RRULE" not in meeting
    assert meeting["URL"] == "https://acme.example/room"
    with pytest.raises(ValueError, match="Europe/Amsterdam"):
        Once("Nowhere", datetime.date(2026, 12, 1), datetime.time(9))
