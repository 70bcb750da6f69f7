"""One running installation in a small Slack, shared by the tests of a module."""

import itertools
from collections.abc import Callable, Iterator

import pytest

from tests.channels.running import RunningServer, serve
from tests.fakes.slack.person import SlackPerson, settings_for
from tests.fakes.slack.platform import FakeSlack

_numbers = itertools.count(100)


@pytest.fixture(scope="module")
def workspace() -> Iterator[FakeSlack]:
    running = FakeSlack()
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def server(
    workspace: FakeSlack, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningServer]:
    with serve(tmp_path_factory.mktemp("slack"), **settings_for(workspace)) as running:
        yield running


@pytest.fixture
def newcomer(workspace: FakeSlack, server: RunningServer) -> Callable[[], SlackPerson]:
    """Give people whom the app has never met."""
    return lambda: SlackPerson(workspace, server.port, user=f"U{next(_numbers):04d}")


@pytest.fixture
def ada(newcomer: Callable[[], SlackPerson]) -> SlackPerson:
    """Somebody who was greeted already."""
    person = newcomer()
    person.say("What can you do?")
    assert person.read().kind == "greeting"
    assert person.read().kind == "answer"
    person.thread = ""
    return person
