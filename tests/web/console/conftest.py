"""A desk with everything behind it, once for the tests of a file."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.bootstrap.console import build_console
from bot.bootstrap.house import opened_house
from bot.settings import Settings
from tests.channels.running import shared_cache
from tests.conftest import POLICIES
from tests.fakes.ports import FakeClock
from tests.web.console.desk import Desk

EDITOR, REVIEWER = "slack:T1:UEDITOR", "slack:T1:UREVIEWER"
SAFETY, READER = "slack:T1:USAFETY", "slack:T1:UREADER"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def desk_settings(tmp_path: Path) -> Settings:
    return Settings(
        database=f"sqlite:///{tmp_path / 'desk.db'}",
        secret="a secret that only this test knows",  # noqa: S106 - it protects nothing
        cache=shared_cache(),
        organisation=POLICIES / "organisation.example.yaml",
        editors=EDITOR,
        reviewers=f"{REVIEWER},group:comms-leads",
        drug_safety=SAFETY,
        readers=READER,
    )


@pytest.fixture
async def desk(desk_settings: Settings, clock: FakeClock) -> AsyncIterator[Desk]:
    async with opened_house(desk_settings, clock) as house:
        yield Desk(build_console(house), house.storage)
