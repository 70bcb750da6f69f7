"""The mark of the last tick, on its shelf."""

import datetime

from bot.core.programme.marks import SHELF, ShelfMarks
from bot.storage.opening import Storage

NOW = datetime.datetime(2026, 11, 24, 10, 0, 0, 123456, tzinfo=datetime.UTC)


async def test_the_mark_is_kept_and_may_go_back(storage: Storage) -> None:
    marks = ShelfMarks(storage.shelves.open_shelf(SHELF, datetime.datetime))
    assert await marks.recall_tick() is None
    for at in (NOW, NOW - datetime.timedelta(days=1)):
        await marks.note_tick(at)
        assert await marks.recall_tick() == at
