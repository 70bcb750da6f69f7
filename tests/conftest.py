"""What all tests share: the real policy, loaded once, and the fictional organisation."""

import datetime
import gc
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

# Machines differ; what must be fast has a test of its own.
settings.register_profile("jourfix", deadline=None)
settings.load_profile("jourfix")

ROOT = Path(__file__).parent.parent
POLICIES = ROOT / "policies"
TODAY = datetime.date(2026, 6, 15)

Reviewer = Callable[[str], Review]


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
