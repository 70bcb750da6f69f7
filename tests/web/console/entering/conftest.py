"""Two directories on loopback, and a desk where people sign in with them."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.fakes.openid import FakeDirectory
from tests.web.console.desk import Desk
from tests.web.console.entering.signing import (
    EDITOR,
    LEAD,
    make_settings,
    opened,
)


@pytest.fixture
def slack() -> Iterator[FakeDirectory]:
    with FakeDirectory("slack", dict(EDITOR)) as fake:
        yield fake


@pytest.fixture
def microsoft() -> Iterator[FakeDirectory]:
    with FakeDirectory("microsoft", dict(LEAD)) as fake:
        yield fake


@pytest.fixture
async def desk(
    tmp_path: Path, slack: FakeDirectory, microsoft: FakeDirectory
) -> AsyncIterator[Desk]:
    addresses = {"slack_api": f"{slack.address}/api/", "teams_login": microsoft.address}
    async with opened(make_settings(tmp_path, **addresses)) as desk:
        yield desk
