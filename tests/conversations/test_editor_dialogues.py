"""Dialogues with editors, through every channel that can name a person in settings."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.channels.running import RunningServer, chat, serve
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
IN_SLACK = [f"UEDITOR{number}" for number, _ in enumerate(DIALOGUES)]
IN_TEAMS = [f"29:editor-{number}" for number, _ in enumerate(DIALOGUES)]
EDITORS = (
    *(f"slack:{TEAM}:{user}" for user in IN_SLACK),
    *(f"teams:{TENANT}:aad-{user}" for user in IN_TEAMS),
)


@pytest.fixture(scope="module")
def workspace() -> Iterator[FakeSlack]:
    running = FakeSlack()
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def office() -> Iterator[FakeTeams]:
    running = FakeTeams()
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def server(
    workspace: FakeSlack, office: FakeTeams, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningServer]:
    """One installation with both platforms: each dialogue has an editor of its own."""
    settings = {
        **settings_for(workspace),
        **teams_settings_for(office),
        "JOURFIX_EDITORS": ",".join(EDITORS),
    }
    with serve(tmp_path_factory.mktemp("editors"), **settings) as running:
        yield running


@pytest.mark.parametrize("number", range(len(DIALOGUES)), ids=lambda number: DIALOGUES[number].stem)
def test_in_slack(number: int, server: RunningServer, workspace: FakeSlack) -> None:
    follow(DIALOGUES[number], SlackPerson(workspace, server.port, user=IN_SLACK[number]))


@pytest.mark.parametrize("number", range(len(DIALOGUES)), ids=lambda number: DIALOGUES[number].stem)
def test_in_teams(number: int, server: RunningServer, office: FakeTeams) -> None:
    follow(DIALOGUES[number], TeamsPerson(office, server.port, user=IN_TEAMS[number]))


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
