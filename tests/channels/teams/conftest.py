"""A small Teams for one test, and who we are in it."""

import datetime
from collections.abc import Iterator

import pytest

from bot.channels.teams.registration import Cloud, Registration
from tests.fakes.ports import FakeClock
from tests.fakes.teams.platform import APP_ID, SECRET, TENANT, FakeTeams


@pytest.fixture
def teams(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeTeams]:
    running = FakeTeams()
    running.start()
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(running.trusted))
    yield running
    running.stop()


@pytest.fixture
def registration(teams: FakeTeams) -> Registration:
    cloud = Cloud(teams.metadata, teams.login, (teams.origin,))
    return Registration(APP_ID, "single", TENANT, frozenset({TENANT}), cloud, SECRET)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(datetime.datetime.now(datetime.UTC))
