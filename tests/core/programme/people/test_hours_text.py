"""Hours as people write them, in three languages."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.programme.hours import Hours, Quiet
from bot.core.programme.people.hours_text import Unread, read_hours

BEFORE = Hours()


def at(hour: int, minute: int = 0) -> datetime.time:
    return datetime.time(hour, minute)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mo-Do 9-15 Uhr", Hours(days=(0, 1, 2, 3), start=at(9), end=at(15))),
        ("di, do 8:30 - 12.15 uur", Hours(days=(1, 3), start=at(8, 30), end=at(12, 15))),
        ("Mon-Thu 8am-4pm", Hours(days=(0, 1, 2, 3), start=at(8), end=at(16))),
        ("Ruhe 12-13", Hours(quiet=(Quiet(at(12), at(13)),))),
        ("quiet 12pm-1pm, Europe/London", Hours("Europe/London", quiet=(Quiet(at(12), at(13)),))),
        ("vr 9 tot 17 uur, Europe/Amsterdam", Hours("Europe/Amsterdam", days=(4,))),
    ],
)
def test_what_is_said_is_read_and_the_rest_stays(text: str, wanted: Hours) -> None:
    assert read_hours(text, BEFORE) == wanted


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("hallo", "hallo"),
        ("Mo 17-9", "17-9"),
        ("Mo 9-15 Uhr extra", "extra"),
        ("Mo 9-25", "9-25"),
        ("Europe/Atlantis", "Europe/Atlantis"),
        ("", ""),
    ],
)
def test_what_cannot_be_read_is_named(text: str, part: str) -> None:
    found = read_hours(text, BEFORE)
    assert isinstance(found, Unread)
    assert part in found.part


@given(st.text(max_size=300))
def test_anything_gives_hours_or_what_could_not_be_read(text: str) -> None:
    found = read_hours(text, BEFORE)
    assert isinstance(found, Hours | Unread)
    if isinstance(found, Hours):
        assert found.start < found.end
        assert set(found.days) <= {0, 1, 2, 3, 4}
