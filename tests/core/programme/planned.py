"""Plans of all sorts, for properties over years."""

import datetime

from hypothesis import strategies as st

from bot.core.programme.plans import (
    EventDate,
    Nudge,
    Pair,
    Pilot,
    PlannedBroadcast,
    Plans,
    list_event_dates,
)
from bot.core.programme.recurrence import Recurrence
from tests.core.programme.zones import times, zones

UTC = datetime.UTC
FIRST = datetime.datetime(2025, 12, 1, tzinfo=UTC)
LAST = datetime.datetime(2027, 2, 1, tzinfo=UTC)
days = st.dates(FIRST.date(), LAST.date())
moments = st.datetimes(
    FIRST.replace(tzinfo=None), LAST.replace(tzinfo=None), timezones=st.just(UTC)
)
names = st.text("abcdefgh-", min_size=1, max_size=6)


@st.composite
def pilots(draw: st.DrawFn) -> Pilot:
    first = draw(days)
    return Pilot(draw(names), first, first + datetime.timedelta(days=draw(st.integers(0, 60))))


@st.composite
def series_dates(draw: st.DrawFn) -> list[EventDate]:
    series = Recurrence(
        draw(zones),
        draw(st.integers(0, 6)),
        draw(times),
        draw(st.sampled_from((1, 2, 4))),
        draw(days),
    )
    return list(list_event_dates(f"e{draw(names)}", series, FIRST, LAST))


@st.composite
def plans(draw: st.DrawFn) -> Plans:
    def few(of: st.SearchStrategy, name: str) -> tuple:
        return tuple(draw(st.lists(of, max_size=3, unique_by=lambda one: getattr(one, name))))

    zone = draw(zones)
    listed = draw(
        st.lists(series_dates(), max_size=2, unique_by=lambda one: one[0].event if one else "")
    )
    return Plans(
        zone,
        draw(st.frozensets(days, max_size=20)),
        draw(st.booleans()),
        draw(st.booleans()),
        tuple(date for dates in listed for date in dates),
        few(st.builds(PlannedBroadcast, names, moments), "broadcast"),
        few(st.builds(Nudge, names, days, zones), "person"),
        few(st.builds(Pair, names, days), "pair"),
        few(pilots(), "pilot"),
    )
