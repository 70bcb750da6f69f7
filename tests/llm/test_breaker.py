from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.llm.breaker import Breaker


class Time:
    """Seconds that pass only when told to."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def fail(breaker: Breaker, times: int) -> None:
    for _ in range(times):
        leave = breaker.admit()
        assert leave is not None
        breaker.note_failure(leave)


def test_some_failures_in_a_row_open_it_and_an_answer_between_them_does_not() -> None:
    breaker = Breaker(Time(), failures=3)
    fail(breaker, 2)
    leave = breaker.admit()
    assert leave is not None
    breaker.note_answer(leave)
    fail(breaker, 2)
    assert breaker.state == "closed"
    fail(breaker, 1)
    assert (breaker.state, breaker.admit(), breaker.seconds_left) == ("open", None, 30.0)


def test_after_a_while_one_may_try_and_the_answer_closes_it() -> None:
    time = Time()
    breaker = Breaker(time, failures=1)
    fail(breaker, 1)
    time.now += 30
    trial = breaker.admit()
    assert (trial, breaker.admit()) == (1, None)
    assert trial is not None
    breaker.note_answer(trial)
    assert breaker.state == "closed"
    assert breaker.admit() is not None


def test_a_trial_that_fails_doubles_the_pause_up_to_the_most() -> None:
    time = Time()
    breaker = Breaker(time, failures=1, seconds=100, most_seconds=300)
    pauses = []
    for _ in range(4):
        fail(breaker, 1)
        pauses.append(breaker.seconds_left)
        time.now += breaker.seconds_left
    assert pauses == [100, 200, 300, 300]


def test_a_server_that_says_how_long_it_wants_to_be_left_alone_is() -> None:
    breaker = Breaker(Time())
    leave = breaker.admit()
    assert leave is not None
    breaker.note_failure(leave, wait=120)
    assert (breaker.state, breaker.seconds_left) == ("open", 120)


def test_a_trial_that_was_given_up_leaves_the_place_to_the_next() -> None:
    time = Time()
    breaker = Breaker(time, failures=1)
    fail(breaker, 1)
    time.now += 30
    trial = breaker.admit()
    assert trial is not None
    breaker.note_nothing(trial)
    assert breaker.admit() is not None


def test_who_asked_before_it_opened_changes_nothing_with_a_late_failure() -> None:
    time = Time()
    breaker = Breaker(time, failures=1)
    early = breaker.admit()
    assert early is not None
    fail(breaker, 1)
    time.now += 30
    trial = breaker.admit()
    breaker.note_failure(early)
    assert trial is not None
    assert breaker.state == "half-open"
    breaker.note_answer(trial)
    assert breaker.state == "closed"


class AnyOrder(RuleBasedStateMachine):
    """Many ask, and report in any order, late or never."""

    @initialize(failures=st.integers(1, 4))
    def begin(self, failures: int) -> None:
        self.time = Time()
        self.breaker = Breaker(self.time, failures=failures, seconds=10, most_seconds=60)
        self.asking: list[int] = []
        self.trials = 0  # leaves given since it was half-open

    @rule()
    def ask(self) -> None:
        state = self.breaker.state
        leave = self.breaker.admit()
        if state == "open":
            assert leave is None
        if state == "closed":
            assert leave is not None
        if leave is not None:
            self.asking.append(leave)

    @precondition(lambda self: self.asking)
    @rule(
        data=st.data(),
        came=st.sampled_from(["answer", "failure", "nothing"]),
        wait=st.sampled_from([0.0, 5.0, 1e9]),
    )
    def report(self, data: st.DataObject, came: str, wait: float) -> None:
        leave = self.asking.pop(data.draw(st.integers(0, len(self.asking) - 1)))
        before = self.breaker.state
        if came == "answer":
            self.breaker.note_answer(leave)
        elif came == "failure":
            self.breaker.note_failure(leave, wait)
        else:
            self.breaker.note_nothing(leave)
        if before == "open":
            assert self.breaker.state == "open", "only time ends a pause"

    @rule(halves=st.integers(0, 200))  # of a second: sums of these are exact
    def wait(self, halves: int) -> None:
        self.time.now += halves / 2

    @invariant()
    def it_never_stays_open_for_longer_than_the_most(self) -> None:
        assert 0 <= self.breaker.seconds_left <= 60

    @invariant()
    def only_one_tries_at_a_time(self) -> None:
        if self.breaker.state == "half-open":
            current = [leave for leave in self.asking if leave == self.breaker._leave]  # noqa: SLF001
            assert len(current) <= 1

    def teardown(self) -> None:
        """Whatever happened: once all have reported and time has passed, somebody may ask."""
        for leave in self.asking:
            self.breaker.note_nothing(leave)
        self.time.now += 60
        leave = self.breaker.admit()
        assert leave is not None
        self.breaker.note_answer(leave)
        assert self.breaker.state == "closed"


TestAnyOrder = AnyOrder.TestCase
