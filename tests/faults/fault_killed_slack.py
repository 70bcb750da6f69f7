"""Two hundred messages from Slack in flight, and the server killed among them, again and again."""

import random
from collections import Counter
from pathlib import Path

from tests.channels.running import RunningServer, serve, work
from tests.fakes.slack.person import SlackPerson, settings_for
from tests.fakes.slack.platform import FakeSlack, fail_inside, lose_answer, refuse_too_fast
from tests.postgres import Postgres, settings_on

_PEOPLE, _KILLS = 200, 5


def test_every_message_is_answered_and_none_twice(tmp_path: Path, slack: FakeSlack) -> None:
    chance = random.Random(11)
    settings = settings_for(slack)
    persons: list[SlackPerson] = []
    for _ in range(_KILLS):
        wanted = len(slack.posts) + chance.randrange(10, 60)
        with serve(tmp_path, **settings) as server:
            let_write(slack, server, persons, chance)
            slack.wait_for(lambda least=wanted: len(slack.posts) >= least, 60)
            kill(server)
    with serve(tmp_path, **settings):
        slack.wait_for(lambda: len(slack.posts) >= 2 * _PEOPLE, 300)
    check_posts(slack, persons)


def test_on_a_server_the_door_and_two_workers_are_killed(
    tmp_path: Path, slack: FakeSlack, database_on_postgres: str
) -> None:
    chance = random.Random(13)
    settings = {**settings_for(slack), **settings_on(database_on_postgres)}
    persons: list[SlackPerson] = []
    for _ in range(_KILLS):
        with (
            serve(tmp_path, "--web-only", **settings) as door,
            work(tmp_path, **settings) as one,
            work(tmp_path, **settings) as other,
        ):
            before = len(slack.posts)
            let_write(slack, door, persons, chance)
            slack.wait_for(lambda least=before + 15: len(slack.posts) >= least, 60)
            kill(one)
            wanted = before + chance.randrange(25, 60)
            slack.wait_for(lambda least=wanted: len(slack.posts) >= least, 60)
            kill(other)
            kill(door)
    with work(tmp_path, **settings), work(tmp_path, **settings):
        slack.wait_for(lambda: len(slack.posts) >= 2 * _PEOPLE, 300)
    check_posts(slack, persons)


def test_the_database_server_crashes_while_two_processes_use_it(
    tmp_path: Path, slack: FakeSlack, postgres: Postgres, database_on_postgres: str
) -> None:
    settings = {**settings_for(slack), **settings_on(database_on_postgres)}
    with serve(tmp_path, "--web-only", **settings) as door, work(tmp_path, **settings) as worker:
        persons = [SlackPerson(slack, door.port, user=f"U{n:04d}") for n in range(10)]
        for person in persons:
            person.say("Today we planted a tree in front of the canteen.")
        slack.wait_for(lambda: len(slack.posts) > 2)
        late = SlackPerson(slack, door.port, user="ULATE")
        event = late.make_message("Today we planted a tree in front of the canteen.")
        with postgres.away():
            assert late.send_event(event, "EvAway") == 503
        assert late.send_event(event, "EvAway", **{"X-Slack-Retry-Num": "1"}) == 200
        persons.append(late)
        slack.wait_for(lambda: len(slack.posts) >= 2 * len(persons), 90)
        assert door.process.poll() is None
        assert worker.process.poll() is None
    check_posts(slack, persons)


def let_write(
    slack: FakeSlack, door: RunningServer, persons: list[SlackPerson], chance: random.Random
) -> None:
    """Let the next people write, while Slack fails in six ways."""
    for _ in range(_PEOPLE // _KILLS):
        persons.append(SlackPerson(slack, door.port, user=f"U{len(persons):04d}"))
        persons[-1].say("Today we planted a tree in front of the canteen.")
    slack.faults.extend(chance.choices([refuse_too_fast(1), fail_inside, lose_answer], k=6))


def kill(server: RunningServer) -> None:
    server.process.kill()
    server.process.wait(30)


def check_posts(slack: FakeSlack, persons: list[SlackPerson]) -> None:
    """Check that everybody was greeted and answered, once."""
    seen = Counter(
        (post["channel"], post["metadata"]["event_payload"]["kind"]) for post in slack.posts
    )
    assert seen == Counter(
        {(person.channel, kind): 1 for person in persons for kind in ("greeting", "review")}
    )


def test_slack_failing_for_a_minute_is_waited_out(tmp_path: Path, slack: FakeSlack) -> None:
    with serve(tmp_path, **settings_for(slack)) as server:
        ada = SlackPerson(slack, server.port)
        slack.faults.extend([fail_inside] * 6)
        ada.say("Today we planted a tree in front of the canteen.")
        slack.wait_for(lambda: len(slack.posts) >= 2, 180)
        assert [ada.read().kind, ada.read().kind] == ["greeting", "review"]
        assert len(slack.posts) == 2
