"""A desk with everything behind it, once for the tests of a file."""

import shutil
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


_FEW = {"access-or-system", "secret-told", "internal-document", "patient-by-name", "insult", "pack"}


@pytest.fixture(scope="session")
def few_policies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the policies with five rules in three packs: what editors change is tried in a second."""
    folder = tmp_path_factory.mktemp("few") / "policies"
    shutil.copytree(POLICIES, folder)
    for pack in folder.glob("*/pack.yaml"):
        unwanted = [path for path in pack.parent.glob("*.yaml") if path.stem not in _FEW]
        for path in unwanted:
            path.unlink()
        if [*pack.parent.iterdir()] == [pack]:
            shutil.rmtree(pack.parent)
    return folder


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
        editors=f"{EDITOR},group:comms-desk",
        reviewers=f"{REVIEWER},group:comms-leads",
        drug_safety=SAFETY,
        readers=READER,
    )


@pytest.fixture
async def desk(desk_settings: Settings, clock: FakeClock) -> AsyncIterator[Desk]:
    async with opened_house(desk_settings, clock) as house:
        yield Desk(build_console(house), house.storage)
