"""Dialogues with editors, through every channel that can name a person in settings.

What editors choose is seen by all of them: each dialogue has an installation of its own.
"""

from pathlib import Path

import pytest

from tests.channels.running import chat, serve
from tests.conversations.test_dialogues import (
    check_words,
    follow,
    press,
    read_turns,
    split_choice,
    unbox,
)
from tests.fakes.slack.person import TEAM, SlackPerson, settings_for
from tests.fakes.slack.platform import FakeSlack
from tests.fakes.teams.person import TeamsPerson
from tests.fakes.teams.person import settings_for as teams_settings_for
from tests.fakes.teams.platform import TENANT, FakeTeams

DIALOGUES = sorted((Path(__file__).parent / "editors").glob("*.yaml"))


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_in_slack(path: Path, tmp_path: Path, slack: FakeSlack) -> None:
    editors = f"slack:{TEAM}:U0001"
    with serve(tmp_path, JOURFIX_EDITORS=editors, **settings_for(slack)) as server:
        follow(path, SlackPerson(slack, server.port, user="U0001"))


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_in_teams(path: Path, tmp_path: Path, teams: FakeTeams) -> None:
    editors = f"teams:{TENANT}:aad-29:ada"
    with serve(tmp_path, JOURFIX_EDITORS=editors, **teams_settings_for(teams)) as server:
        follow(path, TeamsPerson(teams, server.port, user="29:ada"))


@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_in_the_terminal(path: Path, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("JOURFIX_EDITORS=terminal\n", "utf-8")
    with chat(tmp_path) as ada:
        shown = ada.read_answer()
        for turn in read_turns(path):
            if "ada says" in turn:
                shown = ada.type(turn["ada says"] + "\n.\n")
            else:
                shown = press(ada, shown, *split_choice(turn))
            check_words(turn, unbox(shown))
