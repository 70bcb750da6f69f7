"""Every dialogue in Slack."""

from pathlib import Path

from tests.conversations.dialogue import DIALOGUES, each_dialogue, follow
from tests.fakes.slack.person import SlackPerson
from tests.fakes.slack.platform import FakeSlack


@each_dialogue
def test_in_slack(path: Path, port: int, workspace: FakeSlack) -> None:
    follow(path, SlackPerson(workspace, port, user=f"U{DIALOGUES.index(path):04d}"))
