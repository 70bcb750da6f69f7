"""All time zones, and moments in them: many near a change of the clock."""

import datetime
import zoneinfo
from functools import cache

from hypothesis import strategies as st

from bot.core.programme.zones import find_change

ZONES = sorted(zoneinfo.available_timezones())
# Gaps at midnight, half an hour, odd offsets, two hours, a day left out, an hour's change at 00:01.
ODD = (
    "America/Nuuk", "Africa/Cairo", "Australia/Lord_Howe", "Asia/Kathmandu", "Antarctica/Troll",
    "Pacific/Apia", "America/St_Johns", "America/Santiago", "America/Havana", "Asia/Beirut",
    "Pacific/Chatham", "Africa/Casablanca", "Europe/Dublin", "Asia/Gaza", "Asia/Tehran",
    "Europe/Berlin", "Europe/Amsterdam", "Europe/London",
)  # fmt: skip
FIRST, LAST = datetime.date(2005, 1, 1), datetime.date(2045, 12, 31)


@cache
def list_changes(zone: str) -> tuple[datetime.datetime, ...]:
    """List when a zone changes its clock, between the first day and the last."""
    found = set()
    day = FIRST
    while day < LAST:
        change = find_change(day, zoneinfo.ZoneInfo(zone))
        if change is not None:
            found.add(change)
        day += datetime.timedelta(days=2)
    return tuple(sorted(found))


zones = st.one_of(st.sampled_from(ODD), st.sampled_from(ZONES))


@st.composite
def moments_in(draw: st.DrawFn, zone: str) -> datetime.datetime:
    """Draw a moment in UTC, on a full minute; every second one near a change."""
    changes = list_changes(zone) if zone in ODD else ()
    if changes and draw(st.booleans()):
        near = draw(st.sampled_from(changes))
        return near + datetime.timedelta(minutes=draw(st.integers(-2_900, 1_500)))
    day = datetime.datetime.combine(draw(st.dates(FIRST, LAST)), datetime.time(), datetime.UTC)
    return day + datetime.timedelta(minutes=draw(st.integers(0, 1_439)))


times = st.builds(datetime.time, st.integers(0, 23), st.sampled_from((0, 0, 1, 15, 30, 59)))
