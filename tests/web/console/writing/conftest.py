"""A desk of a house with few rules: a draft of them is tried in a second."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.bootstrap.console import build_console
from bot.bootstrap.house import House, opened_house
from bot.settings import Settings
from tests.fakes.ports import FakeClock
from tests.web.console.desk import Desk


@pytest.fixture
def desk_settings(desk_settings: Settings, few_policies: Path) -> Settings:
    return desk_settings.model_copy(update={"policies": few_policies})


@pytest.fixture
async def house(desk_settings: Settings, clock: FakeClock) -> AsyncIterator[House]:
    async with opened_house(desk_settings, clock) as opened:
        yield opened


@pytest.fixture
async def here(house: House) -> Desk:
    return Desk(build_console(house), house.storage)
