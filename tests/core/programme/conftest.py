"""What the tests of the programme share: the reader of exports, and a stage of posts in memory."""

import pytest

from bot.core.model import Organisation
from bot.core.policy.policy import Policy
from bot.files.exports.aliases import load_aliases
from bot.files.exports.reading import ExportReader
from tests.conftest import POLICIES
from tests.core.programme.staging import Stage, build_stage


@pytest.fixture(scope="session")
def reader() -> ExportReader:
    return ExportReader(load_aliases(POLICIES))


@pytest.fixture
def stage(policy: Policy, organisation: Organisation) -> Stage:
    return build_stage(policy, organisation)
