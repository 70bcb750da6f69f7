"""A mailing to ten thousand people whose senders are killed fifty times; the figures are printed."""

import contextlib
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.channels.running import RunningServer
from tests.delivery.running import Editor, Post, make_post
from tests.fakes.slack.platform import FakeSlack, fail_inside, lose_answer, refuse_too_fast
from tests.postgres import settings_on

_PEOPLE, _KILLS, _TEAMS = 10_000, 50, ["T1", "T2", "T3", "T4"]
_BETWEEN = _PEOPLE // (_KILLS + 8)  # posts from one kill to the next
_EVERYBODY = Counter(f"D{number:05d}" for number in range(_PEOPLE))
_FAULTS = 6  # of Slack, between two kills


def kill(sender: RunningServer) -> None:
    sender.process.kill()
    sender.process.wait(30)


@contextlib.contextmanager
def started(post: Post) -> Iterator[Editor]:
    """Start the mailing."""
    with post.editor() as editor:
        editor.ask("gather", first=0, count=_PEOPLE, teams=_TEAMS)
        editor.ask("start", key="tip:1", first=0, count=_PEOPLE, teams=_TEAMS)
        yield editor


def finish(post: Post, editor: Editor, name: str, began: float) -> None:
    """Wait for the end, and check and print it."""
    done = editor.wait_until("tip:1", lambda one: one.state == "done", 600)
    there = Counter(one["channel"] for one in post.slack.posts)
    lost = len(_EVERYBODY - there)
    twice = sum((there - _EVERYBODY).values())
    looked_up = len(post.slack.find_calls("conversations.history"))
    print(
        f"\n{name}: {_PEOPLE} people, {_KILLS} kills, {time.monotonic() - began:.0f} s:"
        f" lost {lost}, twice {twice}, unknown {done.in_doubt}, refused {sum(done.refused.values())},"
        f" looked up {looked_up}"
    )
    assert (lost, twice, done.delivered, done.in_doubt) == (0, 0, _PEOPLE, 0)


def let_send(slack: FakeSlack, chance: random.Random) -> None:
    """Let some more go out, while Slack fails in three ways."""
    wanted = len(slack.posts) + chance.randrange(_BETWEEN // 2, _BETWEEN * 3 // 2)
    kinds = [refuse_too_fast(1), fail_inside, lose_answer]
    slack.faults.extend(chance.choices(kinds, k=_FAULTS))
    slack.wait_for(lambda: len(slack.posts) >= min(wanted, _PEOPLE - 100), 120)


def test_on_a_file_the_one_sender_is_killed(
    tmp_path: Path, slack: FakeSlack, capsys: pytest.CaptureFixture[str]
) -> None:
    chance, began = random.Random(23), time.monotonic()
    post = make_post(slack, tmp_path, {}, a_second=100)
    with started(post) as editor:
        for _ in range(_KILLS):
            with post.sender() as sender:
                let_send(slack, chance)
                kill(sender)
        with post.sender(), capsys.disabled():
            finish(post, editor, "SQLite, one process", began)


def test_on_a_server_two_senders_are_killed_in_turn(
    tmp_path: Path,
    slack: FakeSlack,
    database_on_postgres: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    chance, began = random.Random(29), time.monotonic()
    post = make_post(slack, tmp_path, settings_on(database_on_postgres), a_second=60)
    with started(post) as editor, contextlib.ExitStack() as stack:
        senders = [stack.enter_context(post.sender()) for _ in range(2)]
        for number in range(_KILLS):
            let_send(slack, chance)
            kill(senders[number % 2])
            senders[number % 2] = stack.enter_context(post.sender())
        with capsys.disabled():
            finish(post, editor, "PostgreSQL, two workers", began)
