"""Mailings to many people, from an editor to Slack, with processes of their own."""

import contextlib
import time
from collections import Counter
from pathlib import Path

from tests.delivery.running import make_post
from tests.fakes.slack.platform import FakeSlack


def count_posts(slack: FakeSlack) -> Counter[str]:
    return Counter(post["channel"] for post in slack.posts)


def test_everybody_gets_it_once(tmp_path: Path, slack: FakeSlack, database: dict[str, str]) -> None:
    post = make_post(slack, tmp_path, database)
    with post.editor() as editor, post.sender():
        editor.ask("gather", first=0, count=40, teams=["T1", "T2"])
        assert editor.ask("start", key="tip:1", first=0, count=41, teams=["T1", "T2"])
        assert not editor.ask("start", key="tip:1", first=0, count=1, teams=["T1", "T2"])
        done = editor.wait_until("tip:1", lambda one: one.state == "done")
    assert (done.delivered, done.waiting, done.refused) == (40, 0, {"left": 1})
    assert count_posts(slack) == Counter(f"D{number:05d}" for number in range(40))


def test_pausing_and_stopping_act_within_two_seconds_in_every_process(
    tmp_path: Path, slack: FakeSlack, database: dict[str, str]
) -> None:
    post = make_post(slack, tmp_path, database, a_second=25)
    with post.editor() as editor, contextlib.ExitStack() as stack:
        editor.ask("gather", first=0, count=600, teams=["T1", "T2"])
        for _ in range(2 if database else 1):
            stack.enter_context(post.sender())
        editor.ask("start", key="tip:1", first=0, count=600, teams=["T1", "T2"])
        slack.wait_for(lambda: len(slack.posts) > 30, 60)
        assert editor.tell("pause", "tip:1")
        time.sleep(2)  # what is promised
        paused_at = len(slack.posts)
        time.sleep(2)  # what is promised
        assert len(slack.posts) == paused_at
        paused = editor.measure("tip:1")
        assert (paused.state, paused.delivered) == ("paused", paused_at)
        assert editor.tell("resume", "tip:1")
        slack.wait_for(lambda: len(slack.posts) > paused_at + 60, 60)
        assert editor.tell("stop", "tip:1")
        time.sleep(2)  # what is promised
        stopped_at = len(slack.posts)
        time.sleep(2)  # what is promised
        assert len(slack.posts) == stopped_at < 600
        stopped = editor.wait_until("tip:1", lambda one: not one.waiting)
    assert stopped.state == "stopped"
    assert (stopped.delivered, stopped.refused) == (stopped_at, {"stopped": 600 - stopped_at})
    assert max(count_posts(slack).values()) == 1
