"""What all tests share: the real policy, loaded once, and the fictional organisation."""

import datetime
import os
import signal
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import settings

from bot.core.coaching.context import Contexts, Told
from bot.core.coaching.review import Coach
from bot.core.model import Draft, Organisation, Review
from bot.core.policy.policy import Policy
from bot.files.copies import let_stay
from bot.files.embedder import SentenceEncoder
from bot.files.hashtags import load_hashtags
from bot.files.organisation import load_organisation
from bot.files.policies import load_policy
from bot.files.resemblance import LearnedResemblance
from tests.channels.running import CACHE, shared_cache
from tests.fakes.slack.platform import FakeSlack
from tests.fakes.teams.platform import FakeTeams
from tests.needs import leave_out
from tests.postgres import (
    Postgres,
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


LEFT_OUT = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    """Give the workers of a run one cache folder: they inherit what is set here."""
    if not hasattr(config, "workerinput"):
        os.environ[CACHE] = str(shared_cache())
        # whatever the machine prefers: hundreds of processes follow, and each would compile us anew
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    signal.signal(signal.SIGINT, stop)


def stop(_number: int, _frame: FrameType | None) -> None:
    """Stop at Ctrl-C, as Python's own handler does.

    Beside Python's own, asyncio sets one for every test and every fixture, and to take it away
    again it writes out whatever the fixture gave: a whole house, seconds of it (Python 3.11).
    """
    raise KeyboardInterrupt


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what cannot run on this machine; a worker tells whoever started it."""
    out, sentences = leave_out(items)
    config.stash[LEFT_OUT] = sentences
    if hasattr(config, "workeroutput"):
        config.workeroutput["left_out"] = sentences
    if out:
        config.hook.pytest_deselected(items=out)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Hear from a worker what it left out: every worker collects, and leaves out, the same."""
    sentences = getattr(node, "workeroutput", {}).get("left_out", [])
    node.config.stash[LEFT_OUT] = sentences or node.config.stash.get(LEFT_OUT, [])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what did not run, and what would make it run."""
    for sentence in terminalreporter.config.stash.get(LEFT_OUT, []):
        terminalreporter.write_line(sentence)


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
    let_stay()  # as our processes do: the collector passes the policy by
    return loaded


@pytest.fixture(scope="session")
def policy() -> Policy:
    return load_once()[0]


@pytest.fixture(scope="session")
def organisation() -> Organisation:
    return load_once()[1]


@pytest.fixture(scope="session")
def encoder() -> SentenceEncoder:
    """The encoder without a cache folder, loaded once: some two seconds."""
    return SentenceEncoder()


@pytest.fixture(scope="session")
def resemblance(encoder: SentenceEncoder) -> LearnedResemblance:
    return LearnedResemblance(encoder)


@pytest.fixture(scope="session")
def review(policy: Policy, organisation: Organisation, resemblance: LearnedResemblance) -> Reviewer:
    """Review a text as a colleague of the fictional organisation."""
    coach = Coach(policy, load_hashtags(POLICIES), None, resemblance)
    context = Contexts().compose(organisation, TODAY, Told())
    return lambda text: coach.review(Draft(text, context))
