"""Slack over a connection of ours: the same answers, and an acknowledgement after the disk."""

from pathlib import Path

from tests.channels.running import serve
from tests.fakes.slack.person import SlackPerson
from tests.fakes.slack.platform import FakeSlack

_TEXT = "Today we planted a tree in front of the canteen."


def settings_for(slack: FakeSlack) -> dict[str, str]:
    return {
        "JOURFIX_SLACK_APP_TOKEN": slack.app_token,
        "JOURFIX_SLACK_BOT_TOKEN": slack.token,
        "JOURFIX_SLACK_API": slack.address,
    }


def test_what_comes_over_the_connection_is_acknowledged_and_answered_once(
    tmp_path: Path, slack: FakeSlack
) -> None:
    with serve(tmp_path, **settings_for(slack)) as server:
        ada = SlackPerson(slack, server.port)
        event = ada.make_event(ada.make_message(_TEXT), "Ev1")
        slack.send_envelope("events_api", event, "e1")
        slack.wait_for(lambda: "e1" in slack.acknowledged)
        assert [ada.read().kind, ada.read().kind] == ["greeting", "review"]
        slack.drop_connection()
        slack.send_envelope("events_api", event, "e2", retry=1)
        slack.wait_for(lambda: "e2" in slack.acknowledged)
        command = {
            "command": "/jourfix", "text": "my-data", "user_id": ada.user, "team_id": ada.team,
            "trigger_id": "1.1",
        }  # fmt: skip
        slack.send_envelope("slash_commands", command, "e3")
        slack.wait_for(lambda: "e3" in slack.acknowledged)
        assert ada.read().kind == "my-data"  # and no second review before it


def test_the_door_is_closed_where_nobody_needs_it(tmp_path: Path, slack: FakeSlack) -> None:
    with serve(tmp_path, **settings_for(slack)) as server:
        ada = SlackPerson(slack, server.port)
        assert ada.send_event(ada.make_message(_TEXT)) in (403, 404)
