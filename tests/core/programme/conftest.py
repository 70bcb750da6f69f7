"""What the tests of posts, highlights and recaps share."""

import pytest

from bot.core.model import Organisation
from bot.core.policy.policy import Policy
from tests.core.programme.staging import Stage, build_stage


@pytest.fixture
def stage(policy: Policy, organisation: Organisation) -> Stage:
    return build_stage(policy, organisation)
