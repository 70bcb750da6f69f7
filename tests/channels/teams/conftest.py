"""A small Teams for one test, and who we are in it."""

import datetime
import itertools
from collections.abc import Callable, Iterator

import pytest

from bot.channels.teams.registration import Cloud, Registration
from tests.channels.running import RunningServer, serve
from tests.fakes.ports import FakeClock
from tests.fakes.teams.person import TeamsPerson, settings_for
from tests.fakes.teams.platform import APP_ID, SECRET, TENANT, FakeTeams

_numbers = itertools.count(1)


@pytest.fixture
def registration(teams: FakeTeams) -> Registration:
    cloud = Cloud(teams.metadata, teams.login, (teams.origin,))
    return Registration(APP_ID, "single", TENANT, frozenset({TENANT}), cloud, SECRET)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(datetime.datetime.now(datetime.UTC))


@pytest.fixture(scope="module")
def office() -> Iterator[FakeTeams]:
    """A Teams that the tests of a module share, with one running installation in it."""
    running = FakeTeams()
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def server(office: FakeTeams, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with serve(tmp_path_factory.mktemp("teams"), **settings_for(office)) as running:
        yield running


@pytest.fixture
def newcomer(office: FakeTeams, server: RunningServer) -> Callable[[], TeamsPerson]:
    """Give people whom the app has never met."""
    return lambda: TeamsPerson(office, server.port, user=f"29:person-{next(_numbers)}")


@pytest.fixture
def ada(newcomer: Callable[[], TeamsPerson]) -> TeamsPerson:
    """Somebody who was greeted already."""
    person = newcomer()
    # takes one of the six posts that Microsoft's limit allows at once; a question would take three
    assert person.send(person.install())[0] == 200
    assert person.read().kind == "greeting"
    return person
