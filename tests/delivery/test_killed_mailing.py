"""A mailing whose senders are killed on the way: nobody is left out, nobody gets it twice."""

import contextlib
import random
from collections import Counter
from pathlib import Path

from tests.channels.running import RunningServer
from tests.delivery.running import make_post
from tests.fakes.slack.platform import FakeSlack, fail_inside, lose_answer, refuse_too_fast
from tests.postgres import settings_on

# More of both, again and again: tests/faults/fault_killed_mailing.py.
_PEOPLE, _KILLS, _TEAMS = 300, 3, ["T1", "T2", "T3"]
_EVERYBODY = Counter(f"D{number:05d}" for number in range(_PEOPLE))


def kill(sender: RunningServer) -> None:
    sender.process.kill()
    sender.process.wait(30)


def break_slack(slack: FakeSlack, chance: random.Random) -> None:
    slack.faults.extend(chance.sample([refuse_too_fast(1), fail_inside, lose_answer], 3))


def count_posts(slack: FakeSlack) -> Counter[str]:
    return Counter(post["channel"] for post in slack.posts)


def test_the_only_sender_is_killed_again_and_again(tmp_path: Path, slack: FakeSlack) -> None:
    chance = random.Random(17)
    post = make_post(slack, tmp_path, {}, a_second=50)
    with post.editor() as editor:
        editor.ask("gather", first=0, count=_PEOPLE, teams=_TEAMS)
        editor.ask("start", key="tip:1", first=0, count=_PEOPLE, teams=_TEAMS)
        for _ in range(_KILLS):
            wanted = len(slack.posts) + chance.randrange(20, 90)
            with post.sender() as sender:
                break_slack(slack, chance)
                slack.wait_for(lambda least=wanted: len(slack.posts) >= least, 60)
                kill(sender)
        with post.sender():
            done = editor.wait_until("tip:1", lambda one: one.state == "done", 120)
    assert (done.delivered, done.refused, done.unknown) == (_PEOPLE, {}, {})
    assert count_posts(slack) == _EVERYBODY
    assert slack.find_calls("conversations.history"), "somebody was in doubt, and looked up"


def test_on_a_server_each_of_two_senders_is_killed_in_turn(
    tmp_path: Path, slack: FakeSlack, database_on_postgres: str
) -> None:
    chance = random.Random(19)
    post = make_post(slack, tmp_path, settings_on(database_on_postgres), a_second=15)
    with post.editor() as editor, contextlib.ExitStack() as stack:
        editor.ask("gather", first=0, count=_PEOPLE, teams=_TEAMS)
        editor.ask("start", key="tip:1", first=0, count=_PEOPLE, teams=_TEAMS)
        senders = [stack.enter_context(post.sender()) for _ in range(2)]
        for number in range(_KILLS):
            wanted = min(len(slack.posts) + chance.randrange(20, 70), _PEOPLE - 20)
            break_slack(slack, chance)
            slack.wait_for(lambda least=wanted: len(slack.posts) >= least, 90)
            kill(senders[number % 2])
            senders[number % 2] = stack.enter_context(post.sender())
        done = editor.wait_until("tip:1", lambda one: one.state == "done", 120)
    assert (done.delivered, done.refused, done.unknown) == (_PEOPLE, {}, {})
    assert count_posts(slack) == _EVERYBODY
    assert slack.find_calls("conversations.history"), "somebody was in doubt, and looked up"
