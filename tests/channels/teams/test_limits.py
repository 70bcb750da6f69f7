"""Microsoft's limits, for any way of asking."""

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.teams.limits import Limits

# learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit: requests in seconds
_CONVERSATION = ((7, 1.0), (8, 2.0), (60, 30.0), (1800, 3600.0))
_TENANT = ((30, 1.0),)
_pauses = st.lists(st.floats(0.0, 40.0) | st.floats(0.0, 0.3), min_size=1, max_size=300)


class Seconds:
    """Time that moves when it is told to."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def most_within(moments: list[float], seconds: float) -> int:
    """Count the most moments that any window holds, both of its ends included."""
    most = first = 0
    for last, moment in enumerate(moments):
        while moment - moments[first] > seconds:
            first += 1
        most = max(most, last - first + 1)
    return most


@given(_pauses)
def test_a_conversation_never_sees_more_than_teams_allows(pauses: list[float]) -> None:
    time = Seconds()
    limits = Limits(clock=time)
    sent = []
    for number, pause in enumerate(pauses):
        time.now += pause
        if limits.take("a:1", f"tenant-{number}") == 0.0:
            sent.append(time.now)
    for most, seconds in _CONVERSATION:
        assert most_within(sent, seconds) <= most


def test_who_waits_as_told_keeps_the_limits_of_an_hour() -> None:
    time = Seconds()
    limits = Limits(clock=time)
    sent = []
    while time.now < 9_000:
        wait = limits.take("a:1", f"tenant-{len(sent)}")
        if wait == 0.0:
            sent.append(time.now)
        time.now += wait
    for most, seconds in _CONVERSATION:
        assert most_within(sent, seconds) <= most
    assert len(sent) > 3_000  # and is not held up more than need be


@given(st.lists(st.floats(0.0, 0.2), min_size=1, max_size=300))
def test_a_tenant_never_sees_more_than_teams_allows(pauses: list[float]) -> None:
    time = Seconds()
    limits = Limits(clock=time)
    sent = []
    for number, pause in enumerate(pauses):
        time.now += pause
        if limits.take(f"a:{number}", "tenant") == 0.0:
            sent.append(time.now)
    for most, seconds in _TENANT:
        assert most_within(sent, seconds) <= most


@given(_pauses, st.integers(0, 20))
def test_waiting_as_long_as_told_is_enough(pauses: list[float], taken: int) -> None:
    time = Seconds()
    limits = Limits(clock=time)
    for _ in range(taken):
        limits.take("a:1", "tenant")
    for pause in pauses:
        time.now += pause
        wait = limits.take("a:1", "tenant")
        if wait > 0:
            time.now += wait
            assert limits.take("a:1", "tenant") < 1e-6


@given(st.floats(0.1, 10_000.0))
def test_a_pause_is_kept_to_its_end(seconds: float) -> None:
    time = Seconds()
    limits = Limits(clock=time)
    limits.pause("a:1", seconds)
    asked = limits.take("a:1")
    assert 0 < asked <= 3600.0
    assert limits.take("a:2") == 0.0
    time.now += asked + 1e-6
    assert limits.take("a:1") == 0.0


def test_a_refusal_takes_nothing_from_the_tenant() -> None:
    time = Seconds()
    limits = Limits(clock=time)
    while limits.take("a:1", "tenant") == 0.0:
        pass
    for _ in range(1_000):
        assert limits.take("a:1", "tenant") > 0
    assert limits.take("a:2", "tenant") == 0.0


def test_what_says_nothing_any_more_is_forgotten() -> None:
    time = Seconds()
    limits = Limits(clock=time)
    for number in range(25_000):
        time.now += 0.1
        limits.take(f"a:{number}", "tenant")
    assert limits.count_kept() < 12_000
