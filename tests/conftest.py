"""What all tests share: the real policy, loaded once, and the fictional organisation."""

import datetime
import gc
import os
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import settings

from bot.core.coaching.context import Contexts, Told
from bot.core.coaching.review import Coach
from bot.core.model import Draft, Organisation, Review
from bot.core.policy.policy import Policy
from bot.files.embedder import SentenceEncoder
from bot.files.hashtags import load_hashtags
from bot.files.organisation import load_organisation
from bot.files.policies import load_policy
from bot.files.resemblance import LearnedResemblance
from tests.fakes.slack.platform import FakeSlack
from tests.fakes.teams.platform import FakeTeams
from tests.postgres import (
    MISSING,
    Postgres,
    find_programs,
    made_database,
    run_postgres,
    settings_on,
)

# Machines differ; what must be fast has a test of its own.
settings.register_profile("jourfix", deadline=None)
settings.load_profile("jourfix")

ROOT = Path(__file__).parent.parent
POLICIES = ROOT / "policies"
TODAY = datetime.date(2026, 6, 15)

Reviewer = Callable[[str], Review]


NO_POSTGRES = pytest.StashKey[str]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs PostgreSQL where there is none, and say so; in CI it fails instead."""
    if find_programs() or os.environ.get("CI"):
        return
    without = [item for item in items if needs_postgres(item)]
    if without:
        config.hook.pytest_deselected(items=without)
        items[:] = [item for item in items if not needs_postgres(item)]
        config.stash[NO_POSTGRES] = MISSING


def needs_postgres(item: pytest.Item) -> bool:
    parameters = item.callspec.params.values() if hasattr(item, "callspec") else ()
    return "postgres" in getattr(item, "fixturenames", ()) or "postgresql" in parameters


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    said = terminalreporter.config.stash.get(NO_POSTGRES, "")
    if said:
        terminalreporter.write_line(said)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL for this run."""
    with run_postgres() as server:
        yield server


@pytest.fixture
def database_on_postgres(postgres: Postgres) -> Iterator[str]:
    """The address of an empty database on it."""
    with made_database(postgres) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> dict[str, str]:
    """The settings of an installation's database; none for an SQLite file in its folder."""
    if request.param == "sqlite":
        return {}
    return settings_on(request.getfixturevalue("database_on_postgres"))


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    """A small Slack on loopback."""
    running = FakeSlack()
    running.start()
    yield running
    running.stop()


@pytest.fixture
def teams(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeTeams]:
    """A small Teams on loopback, whose certificate this process trusts."""
    running = FakeTeams()
    running.start()
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(running.trusted))
    yield running
    running.stop()


@lru_cache(maxsize=1)
def load_once() -> tuple[Policy, Organisation]:
    loaded = load_policy(POLICIES), load_organisation(POLICIES / "organisation.example.yaml")
    gc.freeze()  # as our processes do (files/copies.py): the collector passes the policy by
    return loaded


@pytest.fixture(scope="session")
def policy() -> Policy:
    return load_once()[0]


@pytest.fixture(scope="session")
def organisation() -> Organisation:
    return load_once()[1]


@pytest.fixture(scope="session")
def resemblance() -> LearnedResemblance:
    return LearnedResemblance(SentenceEncoder())


@pytest.fixture(scope="session")
def review(policy: Policy, organisation: Organisation, resemblance: LearnedResemblance) -> Reviewer:
    """Review a text as a colleague of the fictional organisation."""
    coach = Coach(policy, load_hashtags(POLICIES), None, resemblance)
    context = Contexts().compose(organisation, TODAY, Told())
    return lambda text: coach.review(Draft(text, context))
