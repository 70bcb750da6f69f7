"""The installations in which dialogues are played, each in a process of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.channels.running import RunningServer, serve
from tests.conversations.dialogue import is_editor, name_editors
from tests.fakes.slack.person import settings_for
from tests.fakes.slack.platform import FakeSlack
from tests.fakes.teams.person import settings_for as teams_settings_for
from tests.fakes.teams.platform import FakeTeams

# nobody here writes as slowly as people do; test_limits.py keeps Microsoft's pace
_AT_ONCE = {"JOURFIX_TEAMS_PACE": "100"}


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
    """One installation with every channel: everybody in it is somebody else."""
    settings = {**settings_for(workspace), **teams_settings_for(office), **_AT_ONCE}
    with serve(tmp_path_factory.mktemp("dialogues"), **settings) as running:
        yield running


@pytest.fixture
def port(
    path: Path, workspace: FakeSlack, office: FakeTeams, request: pytest.FixtureRequest
) -> Iterator[int]:
    """The port of an installation: what editors do there is seen by all, so they have their own."""
    if not is_editor(path):
        yield request.getfixturevalue("server").port
        return
    settings = {
        **settings_for(workspace),
        **teams_settings_for(office),
        **name_editors(path),
        **_AT_ONCE,
    }
    with serve(request.getfixturevalue("tmp_path"), **settings) as running:
        yield running.port
