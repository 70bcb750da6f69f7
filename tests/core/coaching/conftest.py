import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.core.coaching.coaching import coach_draft
from bot.core.coaching.hashtags import HashtagCatalogue
from bot.core.model import Coaching, Context, Draft
from bot.core.policy.engine import check
from bot.core.policy.policy import Policy
from bot.files.hashtags import load_hashtags
from bot.files.resemblance import LearnedResemblance

POLICIES = Path(__file__).parents[3] / "policies"
DAY = datetime.date(2026, 11, 22)


@pytest.fixture(scope="session")
def catalogue() -> HashtagCatalogue:
    return load_hashtags(POLICIES)


@pytest.fixture(scope="session")
def coach(
    policy: Policy, catalogue: HashtagCatalogue, resemblance: LearnedResemblance
) -> Callable[..., Coaching]:
    def run(text: str, *, anyway: bool = False, **details: Any) -> Coaching:
        context = {key: details.pop(key) for key in ("organisation", "network") if key in details}
        draft = Draft(text, Context(DAY, **context), **details)
        return coach_draft(draft, check(draft, policy, resemblance), catalogue, None, anyway=anyway)

    return run
