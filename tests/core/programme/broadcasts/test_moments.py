"""Moments as editors write them, and those that are proposed."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.programme.broadcasts.broadcast import Wall
from bot.core.programme.broadcasts.moments import (
    Unusable,
    check_wall,
    propose_walls,
    read_wall,
    write_wall,
)

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime.datetime(2026, 11, 23, 10, 0, tzinfo=BERLIN)  # a Monday


@pytest.mark.parametrize(
    ("text", "day", "time"),
    [
        ("2026-11-30 10:00", "2026-11-30", "10:00"),
        ("30.11.2026 10:00", "2026-11-30", "10:00"),
        ("30-11-2026 om 10 uur", "2026-11-30", "10:00"),
        ("30.11. um 9:30", "2026-11-30", "09:30"),
        ("1.12. 10 Uhr", "2026-12-01", "10:00"),
        ("1 Dec 9am", "2026-12-01", "09:00"),
        ("2. März 2027, 14.15 Uhr", "2027-03-02", "14:15"),
        ("4 mei 2027 11:00", "2027-05-04", "11:00"),
        ("12.1. 8:00", "2027-01-12", "08:00"),
        ("morgen 10 Uhr", "2026-11-24", "10:00"),
        ("vandaag 16:00", "2026-11-23", "16:00"),
        ("tomorrow 2 pm", "2026-11-24", "14:00"),
        ("Di 9.30", "2026-11-24", "09:30"),
        ("Di 9.10", "2026-11-24", "09:10"),
        ("maandag 9:00", "2026-11-30", "09:00"),
        ("Thursday 12am", "2026-11-26", "00:00"),
    ],
)
def test_a_moment_is_read_as_people_write_it(text: str, day: str, time: str) -> None:
    wanted = Wall(datetime.date.fromisoformat(day), datetime.time.fromisoformat(time))
    assert read_wall(text, NOW) == wanted


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("irgendwann", "unread"),
        ("", "unread"),
        ("31.11.2026 10:00", "unread"),
        ("30.11.2026", "unread"),
        ("30.11.2026 25:00", "unread"),
        ("Saturday 10:00", "weekend"),
        ("heute 9:59", "past"),
        ("2026-11-20 10:00", "past"),
        ("2028-11-20 10:00", "too-far"),
    ],
)
def test_what_cannot_be_taken_says_why(text: str, trouble: str) -> None:
    assert read_wall(text, NOW) == Unusable(trouble)  # type: ignore[arg-type]


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    wall = read_wall(text, NOW)
    assert isinstance(wall, Unusable) or check_wall(wall, NOW) == wall


@given(st.dates(datetime.date(2026, 11, 24), datetime.date(2027, 12, 20)), st.times())
def test_what_a_button_holds_is_read_again(day: datetime.date, time: datetime.time) -> None:
    wall = Wall(day, time.replace(second=0, microsecond=0))
    read = read_wall(write_wall(wall), NOW)
    assert read == wall if day.weekday() <= 4 else read == Unusable("weekend")


@given(st.datetimes(datetime.datetime(2026, 1, 1), datetime.datetime(2040, 1, 1)))  # noqa: DTZ001 - its zone is given below
def test_every_proposal_can_be_taken(moment: datetime.datetime) -> None:
    now = moment.replace(tzinfo=BERLIN)
    walls = propose_walls(now)
    assert 2 <= len(walls) <= 3
    assert [check_wall(wall, now) for wall in walls] == walls
