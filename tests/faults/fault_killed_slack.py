"""Two hundred messages from Slack in flight, and the server killed among them, again and again."""

import random
from collections import Counter
from pathlib import Path

from tests.channels.running import serve
from tests.fakes.slack.person import SlackPerson, settings_for
from tests.fakes.slack.platform import FakeSlack, fail_inside, lose_answer, refuse_too_fast

_PEOPLE, _KILLS = 200, 5


def test_every_message_is_answered_and_none_twice(tmp_path: Path, slack: FakeSlack) -> None:
    chance = random.Random(11)
    settings = settings_for(slack)
    persons: list[SlackPerson] = []
    for _ in range(_KILLS):
        wanted = len(slack.posts) + chance.randrange(10, 60)
        with serve(tmp_path, **settings) as server:
            for _ in range(_PEOPLE // _KILLS):
                persons.append(SlackPerson(slack, server.port, user=f"U{len(persons):04d}"))
                persons[-1].say("Today we planted a tree in front of the canteen.")
            slack.faults.extend(chance.choices([refuse_too_fast(1), fail_inside, lose_answer], k=6))
            slack.wait_for(lambda least=wanted: len(slack.posts) >= least, 60)
            server.process.kill()
            server.process.wait(30)
    with serve(tmp_path, **settings):
        slack.wait_for(lambda: len(slack.posts) >= 2 * _PEOPLE, 300)
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
