"""No page asks the database again and again: how long that takes shows only when much is kept."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from bot.bootstrap.console import build_console
from bot.bootstrap.house import opened_house
from bot.settings import Settings
from tests.fakes.ports import FakeClock
from tests.tools.desk_load import PAGES, seed_all
from tests.tools.desk_seeds import SMALL
from tests.web.console.conftest import EDITOR
from tests.web.console.desk import Desk

MOST = 40  # statements of a page; the broadcasts, of which each counts its people, have most


@pytest.fixture
def statements() -> Iterator[Counter[str]]:
    """Count what any database is asked."""
    asked: Counter[str] = Counter()

    def count(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        asked[statement] += 1

    event.listen(Engine, "before_cursor_execute", count)
    yield asked
    event.remove(Engine, "before_cursor_execute", count)


async def test_every_page_opens_with_few_statements(
    desk_settings: Settings, clock: FakeClock, statements: Counter[str]
) -> None:
    async with opened_house(desk_settings, clock) as house:
        await seed_all(house, SMALL)
        editor = await Desk(build_console(house), house.storage).sign_in(EDITOR, "en")
        asked: dict[str, int] = {}
        for path in PAGES:
            if "/file/" in path:
                continue  # made in a process of its own
            statements.clear()
            page = await editor.open(path)
            assert page.status_code == 200, path
            asked[path] = statements.total()
        assert {path: count for path, count in asked.items() if count > MOST} == {}
