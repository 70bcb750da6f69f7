"""When Slack is slow, busy or gone: nothing is lost, and nothing is knowingly said twice."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.channels.running import RunningServer, serve, work
from tests.fakes.slack.person import SlackPerson, settings_for
from tests.fakes.slack.platform import (
    FakeSlack,
    fail_inside,
    garble,
    lose_answer,
    refuse,
    refuse_too_fast,
)
from tests.postgres import Postgres, settings_on

_TEXT = "Today we planted a tree in front of the canteen."


def count_posts(ada: SlackPerson, kind: str) -> int:
    return sum(
        post["metadata"]["event_payload"]["kind"] == kind
        for post in ada.slack.posts
        if post["channel"] == ada.channel
    )


def test_too_fast_is_tried_again_when_slack_says_so(ada: SlackPerson, workspace: FakeSlack) -> None:
    workspace.faults.append(refuse_too_fast(1))
    ada.say(_TEXT)
    assert ada.read().kind == "review"
    assert count_posts(ada, "review") == 1


def test_a_lost_answer_is_looked_up_and_not_sent_again(
    ada: SlackPerson, workspace: FakeSlack
) -> None:
    workspace.faults.append(lose_answer)
    ada.say(_TEXT)
    assert ada.read().kind == "review"
    workspace.wait_for(lambda: any(c.method == "conversations.replies" for c in workspace.calls))
    ada.say("How many hashtags?")
    assert ada.read().kind == "answer"
    assert count_posts(ada, "review") == 1


_NO_ANSWERS = [
    ("<html>Please sign in</html>", "text/html"),
    ('{"ok":tr', "application/json"),
    ("", "application/json"),
    ('{"ok": false}', "application/json"),
    ('{"channel": "D1"}', "application/json"),
    ('["ok"]', "application/json"),
    ("ok", "text/plain"),
    ("ok", "application/gzip"),
]


@pytest.fixture(scope="module")
def garbled(workspace: FakeSlack, server: RunningServer) -> Sequence[SlackPerson]:
    """For each of these somebody whose review met it, all at once: a look-up takes seconds."""
    users = [f"U9{number:03d}" for number in range(len(_NO_ANSWERS))]
    persons = [SlackPerson(workspace, server.port, user=user) for user in users]
    for person in persons:
        person.say("What can you do?")
        assert [person.read().kind, person.read().kind] == ["greeting", "answer"]
        person.thread = ""
    met = {person.channel: garble(*what) for person, what in zip(persons, _NO_ANSWERS, strict=True)}
    workspace.faults.extend([lambda call: met[call.asked["channel"]](call)] * len(persons))
    for person in persons:
        person.say(_TEXT)
    return persons


@pytest.mark.parametrize("number", range(len(_NO_ANSWERS)))
def test_a_200_that_says_nothing_is_looked_up_and_not_sent_again(
    garbled: Sequence[SlackPerson], workspace: FakeSlack, number: int
) -> None:
    ada = garbled[number]
    assert ada.read().kind == "review"
    workspace.wait_for(
        lambda: [
            call
            for call in workspace.find_calls("conversations.replies")
            if call.asked["channel"] == ada.channel
        ]
    )
    ada.say("How many hashtags?")
    assert ada.read().kind == "answer"
    assert count_posts(ada, "review") == 1


def test_a_change_whose_200_says_nothing_is_made_again(
    ada: SlackPerson, workspace: FakeSlack
) -> None:
    ada.say(_TEXT)
    ada.read()
    before = len(workspace.find_calls("chat.update"))
    workspace.change_faults.append(garble('{"ok":tr'))
    ada.choose("forget-draft")
    assert ada.read().kind == "forgot-draft"
    workspace.wait_for(lambda: len(workspace.find_calls("chat.update")) == before + 2)
    ada.say("How many hashtags?")
    assert ada.read().kind == "answer"
    assert count_posts(ada, "forgot-draft") == 1


def test_a_failure_of_slack_is_looked_up_and_sent_again(
    ada: SlackPerson, workspace: FakeSlack
) -> None:
    workspace.faults.extend([fail_inside, fail_inside])
    ada.say(_TEXT)
    assert ada.read().kind == "review"
    assert count_posts(ada, "review") == 1


@pytest.mark.parametrize("reason", ["channel_not_found", "is_archived", "missing_scope"])
def test_a_refusal_leaves_a_line_without_anything_of_the_person(
    ada: SlackPerson, workspace: FakeSlack, server: RunningServer, reason: str
) -> None:
    workspace.faults.append(refuse(reason))
    ada.say(_TEXT)
    ada.say("How many hashtags?")
    assert ada.read().kind == "answer"
    (line,) = server.find_lines(reason)
    assert "slack ended refused" in line
    assert not any(secret in line for secret in (ada.user, ada.channel, "canteen", workspace.token))


@pytest.mark.parametrize("reason", ["msg_too_long", "invalid_blocks", "msg_blocks_too_long"])
def test_what_is_refused_as_blocks_comes_as_text(
    ada: SlackPerson, workspace: FakeSlack, reason: str
) -> None:
    workspace.faults.append(refuse(reason))
    ada.say("Zelvaro is here & I am <proud> of it. " + "We planted a tree. " * 400)
    said = ada.read()
    assert said.kind == "review"
    assert "&amp; I am &lt;proud&gt;" in said.words
    assert not ada.shown[-1]["blocks"]
    assert len(ada.shown[-1]["text"]) <= 3_500


def test_a_change_that_is_refused_as_blocks_comes_as_text(
    ada: SlackPerson, workspace: FakeSlack
) -> None:
    ada.say(_TEXT)
    ada.read()
    workspace.change_faults.append(refuse("invalid_blocks"))
    ada.choose("forget-draft")
    assert ada.read().kind == "forgot-draft"
    assert not ada.shown[-1]["blocks"]
    assert ada.shown[-1]["text"]


def test_a_revoked_token_is_used_no_more(tmp_path: Path, slack: FakeSlack) -> None:
    with serve(tmp_path, **settings_for(slack)) as server:
        ada = SlackPerson(slack, server.port)
        slack.is_revoked = True
        for _ in range(3):
            ada.say(_TEXT)
        slack.wait_for(lambda: slack.calls)
        before = len(slack.calls)
        assert ada.send_event({"type": "app_uninstalled"}) == 200
        ada.say(_TEXT)
        assert len(slack.calls) <= before + 2
        assert not any("Traceback" in line for line in server.log)
        slack.is_revoked = False
        server.process.terminate()
        server.process.wait(30)  # what it held is finished
    assert sum("JOURFIX_SLACK_BOT_TOKEN" in line for line in server.log) == 1


def test_a_killed_server_answers_everything_once_it_is_back(
    tmp_path: Path, slack: FakeSlack
) -> None:
    people = 12  # tests/faults has two hundred, killed five times, on both databases
    settings = settings_for(slack)
    with serve(tmp_path, **settings) as server:
        persons = [SlackPerson(slack, server.port, user=f"U{n:04d}") for n in range(people)]
        for person in persons:
            person.say(_TEXT)
        slack.wait_for(lambda: len(slack.posts) > 5)
        server.process.kill()
        server.process.wait(30)
    with serve(tmp_path, **settings):
        slack.wait_for(lambda: len(slack.posts) >= 2 * people, 90)
    for person in persons:
        assert count_posts(person, "greeting") == 1
        assert count_posts(person, "review") == 1


def test_one_process_takes_in_and_another_answers(
    tmp_path: Path, slack: FakeSlack, database: dict[str, str]
) -> None:
    settings = {**settings_for(slack), **database}
    with serve(tmp_path, "--web-only", **settings) as server:
        ada = SlackPerson(slack, server.port)
        ada.say(_TEXT)
        assert not slack.posts
        with work(tmp_path, **settings):
            assert [ada.read().kind, ada.read().kind] == ["greeting", "review"]


def test_a_worker_told_to_stop_finishes_what_it_holds(tmp_path: Path, slack: FakeSlack) -> None:
    settings = settings_for(slack)
    with serve(tmp_path, "--web-only", **settings) as server:
        persons = [SlackPerson(slack, server.port, user=f"U{n:04d}") for n in range(10)]
        for person in persons:
            person.say(_TEXT)
        with work(tmp_path, **settings) as worker:
            slack.wait_for(lambda: len(slack.posts) > 2)
            worker.process.terminate()
            assert worker.process.wait(30) == 0
        with work(tmp_path, **settings):
            slack.wait_for(lambda: len(slack.posts) >= 2 * len(persons), 60)
    for person in persons:
        assert count_posts(person, "greeting") == 1
        assert count_posts(person, "review") == 1


def test_while_the_database_is_locked_slack_is_asked_to_send_again(
    tmp_path: Path, slack: FakeSlack
) -> None:
    with serve(tmp_path, **settings_for(slack)) as server:
        ada = SlackPerson(slack, server.port)
        event = ada.make_message(_TEXT)
        other = sqlite3.connect(tmp_path / "jourfix.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert ada.send_event(event, "EvLocked") == 503
        other.execute("ROLLBACK")
        other.close()
        assert ada.send_event(event, "EvLocked", **{"X-Slack-Retry-Num": "1"}) == 200
        assert [ada.read().kind, ada.read().kind] == ["greeting", "review"]
        ada.say("How many hashtags?")
        assert ada.read().kind == "answer"


def test_while_the_database_server_is_away_slack_is_asked_to_send_again(
    tmp_path: Path, slack: FakeSlack, postgres: Postgres, database_on_postgres: str
) -> None:
    settings = {**settings_for(slack), **settings_on(database_on_postgres)}
    with serve(tmp_path, "--web-only", **settings) as server, work(tmp_path, **settings) as worker:
        ada = SlackPerson(slack, server.port)
        event = ada.make_message(_TEXT)
        with postgres.away():
            assert ada.send_event(event, "EvAway") == 503
        assert ada.send_event(event, "EvAway", **{"X-Slack-Retry-Num": "1"}) == 200
        assert [ada.read().kind, ada.read().kind] == ["greeting", "review"]
        assert server.process.poll() is None
        assert worker.process.poll() is None
