"""Every dialogue in Teams."""

from pathlib import Path

from tests.conversations.dialogue import DIALOGUES, each_dialogue, follow
from tests.fakes.teams.person import TeamsPerson
from tests.fakes.teams.platform import FakeTeams


@each_dialogue
def test_in_teams(path: Path, port: int, office: FakeTeams) -> None:
    follow(path, TeamsPerson(office, port, user=f"29:ada-{DIALOGUES.index(path)}"))
