"""Mailings to many people, from an editor to Slack, with processes of their own."""

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
