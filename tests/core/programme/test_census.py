"""What is told of how many take part: nothing about few, not even by taking away."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.core.deliveries import Return
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.broadcasts.audience import count_people as count_exactly
from bot.core.programme.broadcasts.broadcast import Broadcast, Whom
from bot.core.programme.census import LEAST_TOLD, count_people, tell_counts

NOW = datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.UTC)
COUNTS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 60), min_size=1)


@given(COUNTS)
def test_what_is_left_out_cannot_be_worked_out_from_the_rest(counts: dict[str, int]) -> None:
    told = tell_counts(counts)
    assert told.keys() == counts.keys()
    assert all(number is None or number == counts[name] for name, number in told.items())
    assert all(
        number == 0 or number >= LEAST_TOLD for number in told.values() if number is not None
    )
    hidden = [counts[name] for name, number in told.items() if number is None]
    # whoever knows the whole, too, learns of ten or more at once, or that there is nobody
    assert not hidden or sum(hidden) >= LEAST_TOLD or sum(counts.values()) < LEAST_TOLD


people = st.builds(
    Ambassador,
    st.just("slack:T1:U1"),
    st.just(Return("slack", "slack:T1:U1", {})),
    st.sampled_from(("de", "nl", "en")),
    st.sampled_from(("starting", "sometimes", "often")),
    st.sampled_from((("linkedin",), ("linkedin", "x"), ())),
    st.just(NOW),
    cohorts=st.sampled_from(((), ("Frühling",))),
    paused_until=st.sampled_from((None, datetime.date(2026, 12, 24), datetime.date.max)),
)
whom = st.builds(
    Whom,
    st.sampled_from(("", "Frühling")),
    st.sampled_from(("", "de", "nl")),
    st.sampled_from(("", "often")),
    st.sampled_from(("", "x")),
)


@given(st.lists(people, max_size=30), whom)
def test_a_broadcast_reaches_as_many_as_when_everybody_is_counted(
    listed: list[Ambassador], chosen: Whom
) -> None:
    counted = count_people(listed, NOW)
    assert counted.people == len(listed)
    assert counted.count(Broadcast("0a0a0a", NOW, whom=chosen), NOW) == count_exactly(
        listed, chosen, NOW
    )
    assert not any(one.alike.person or one.alike.name for one in counted.groups)
