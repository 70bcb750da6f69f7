"""No page asks the database again and again: how long that takes shows only when much is kept."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from bot.bootstrap.console import build_console
from bot.bootstrap.house import opened_house
from bot.settings import Settings
from bot.web.console.access import DESK, Page
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


def is_there(page: Page) -> bool:
    """Say whether a path of ours leads to a page."""
    form = re.compile(re.sub(r"\{[^}]+\}", "[^/?]+", f"{DESK}{page.path}") + r"(\?.*)?")
    return any(form.fullmatch(path) for path in PAGES)


async def test_every_page_opens_with_few_statements(
    desk_settings: Settings, clock: FakeClock, statements: Counter[str]
) -> None:
    async with opened_house(desk_settings, clock) as house:
        await seed_all(house, SMALL)
        console = build_console(house)
        editor = await Desk(console, house.storage).sign_in(EDITOR, "en")
        asked: dict[str, int] = {}
        forgotten = [
            page.path for page in console.pages if page.method == "GET" and not is_there(page)
        ]
        assert forgotten == [], "what the table of docs/desk.md would not show"
        for path in PAGES:
            if "/file/" in path:
                continue  # made in a process of its own
            statements.clear()
            page = await editor.open(path)
            assert page.status_code == 200, path
            asked[path] = statements.total()
        assert {path: count for path, count in asked.items() if count > MOST} == {}
