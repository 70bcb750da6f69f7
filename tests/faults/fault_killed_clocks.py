"""The weekly bundle of ten thousand while clocks, workers and the database server fail.

TEST_FAULTS_PEOPLE and TEST_FAULTS_KILLS make it smaller.
"""

import contextlib
import random
import signal
import time
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.slack.platform import (
    Call,
    FakeSlack,
    Fault,
    fail_inside,
    lose_answer,
    refuse_too_fast,
)
from tests.faults.crowd import KILLS, PEOPLE, Crowd, kill
from tests.postgres import made_database, run_postgres

_FEW = max(PEOPLE // 10, 200)  # where waiting takes the time, not sending
_FROZEN_SECONDS = 32.0  # longer than anybody counts as alive, or holds what they claimed


class Gate:
    """A Slack that lets so many posts in, fails in three ways among them, then is asked too fast.

    So no more goes out than is meant to between two kills, however long a process needs to begin.
    """

    def __init__(self, chance: random.Random) -> None:
        self.chance, self.left, self.faults = chance, 0, 0

    def open(self, posts: int) -> None:
        self.left, self.faults = posts, 6

    def popleft(self) -> Fault:
        if self.left <= 0:
            return refuse_too_fast(1)
        self.left -= 1
        if self.faults and self.chance.random() < 0.1:
            self.faults -= 1
            return self.chance.choice([refuse_too_fast(1), fail_inside, lose_answer])
        return lambda _call: None


def test_two_clocks_and_two_workers_are_killed_in_turn(
    tmp_path: Path,
    slack: FakeSlack,
    database_on_postgres: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    chance, began, killed_at = random.Random(31), time.monotonic(), 0
    crowd = Crowd(slack, tmp_path, database_on_postgres, PEOPLE, a_second=60)
    gate = Gate(chance)
    slack.faults = gate  # type: ignore[assignment]
    kinds = ["worker", "clock", "worker", "clock"]
    step = PEOPLE // (KILLS + 8)
    with contextlib.ExitStack() as stack:
        running = [stack.enter_context(crowd.started(kind)) for kind in kinds]
        kill(running[1])  # maybe in the middle of putting it on its way
        running[1] = stack.enter_context(crowd.started("clock"))
        for number in range(KILLS - 1):
            some = chance.randrange(step // 2, step * 3 // 2)
            gate.open(some + step // 8)
            # what failed was let in, and is not there: no more than that is missing
            crowd.wait_for(len(slack.posts) + some - 6)
            killed_at = len(slack.posts)
            kill(running[number % 4])
            running[number % 4] = stack.enter_context(crowd.started(kinds[number % 4]))
        gate.open(2 * PEOPLE)
        done = crowd.wait_until_done()
    with capsys.disabled():
        told = crowd.tell(f"PostgreSQL, two workers, two clocks, {KILLS} kills", done, began)
    assert (*told, done.delivered) == (0, 0, 0, PEOPLE)
    assert killed_at < PEOPLE
    assert slack.find_calls("conversations.history"), "somebody was in doubt, and looked up"


def test_a_worker_that_froze_sends_nothing_that_another_took_over(
    tmp_path: Path,
    slack: FakeSlack,
    database_on_postgres: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    began = time.monotonic()
    crowd = Crowd(slack, tmp_path, database_on_postgres, _FEW, a_second=2)
    with contextlib.ExitStack() as stack:
        stack.enter_context(crowd.started("clock"))
        workers = [stack.enter_context(crowd.started("worker")) for _ in range(2)]
        for number in range(2):
            crowd.wait_for(len(slack.posts) + _FEW // 10)
            workers[number].process.send_signal(signal.SIGSTOP)
            thaw_at = time.monotonic() + _FROZEN_SECONDS
            crowd.slack.wait_for(lambda until=thaw_at: time.monotonic() > until, 120)
            workers[number].process.send_signal(signal.SIGCONT)
        done = crowd.wait_until_done()
    with capsys.disabled():
        told = crowd.tell("a worker stopped for longer than its lease, twice", done, began)
    assert (*told, done.delivered) == (0, 0, 0, _FEW)


def test_the_database_server_is_killed_in_the_middle(
    tmp_path: Path, slack: FakeSlack, capsys: pytest.CaptureFixture[str]
) -> None:
    began = time.monotonic()
    with run_postgres() as server, made_database(server) as address:
        crowd = Crowd(slack, tmp_path, address, _FEW, a_second=5)
        with contextlib.ExitStack() as stack:
            for kind in ("worker", "worker", "clock"):
                stack.enter_context(crowd.started(kind))
            for _ in range(3):
                crowd.wait_for(len(slack.posts) + _FEW // 6)
                server.kill()
                server.start()
            done = crowd.wait_until_done()
        with capsys.disabled():
            told = crowd.tell("the PostgreSQL server killed three times", done, began)
    assert (*told, done.delivered) == (0, 0, 0, _FEW)


def test_whoever_kills_every_worker_is_left_and_everybody_else_has_it(
    tmp_path: Path,
    slack: FakeSlack,
    database_on_postgres: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    began = time.monotonic()
    crowd = Crowd(slack, tmp_path, database_on_postgres, 60, a_second=20)
    poison = Poison("D00007")
    slack.faults = poison  # type: ignore[assignment]
    with contextlib.ExitStack() as stack:
        poison.sender = stack.enter_context(crowd.started("worker"))
        stack.enter_context(crowd.started("clock"))
        for killed in range(1, 5):
            slack.wait_for(lambda times=killed: poison.met >= times, 120)
            poison.sender.process.wait(30)
            poison.sender = stack.enter_context(crowd.started("worker"))
        done = crowd.wait_until_done()
    with capsys.disabled():
        told = crowd.tell("one person kills every worker", done, began)
    assert (told, done.delivered, done.refused) == ((1, 0, 0), 59, {"broke off": 1})


class Poison:
    """Kills whoever posts to one place, before anything is there."""

    def __init__(self, place: str) -> None:
        self.place, self.met = place, 0
        self.sender: Any = None

    def popleft(self) -> Any:
        return self.meet

    def meet(self, call: Call) -> object:
        if call.asked.get("channel") != self.place:
            return None
        self.sender.process.kill()
        self.met += 1
        return fail_inside(call)
