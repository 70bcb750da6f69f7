"""Two clocks and two workers at one database server: everybody's bundle comes once."""

import asyncio
import contextlib
import datetime
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bot.core.programme.ambassador import Ambassador
from bot.core.programme.marks import SHELF, ShelfMarks
from bot.storage.erasure import Retention
from bot.storage.opening import open_storage
from tests.channels.running import RunningServer, run
from tests.fakes.ports import FakeClock
from tests.fakes.slack.person import settings_for
from tests.fakes.slack.platform import FakeSlack
from tests.programme.year import make_person_of_number

_SECRET = "a-secret-of-the-tests-that-is-long-enough"  # noqa: S105 - it protects nothing
_BEFORE_TEN = "2026-11-24T08:59:50+00:00"  # a Tuesday, 9:59:50 in Berlin
_SATURDAY = datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC)
_SIGNS = {"clock": r"(?P<port>)Jourfix keeps the time", "worker": r"(?P<port>)Jourfix works"}
_PEOPLE = 40


@contextlib.contextmanager
def started(what: str, folder: Path, settings: dict[str, str]) -> Iterator[RunningServer]:
    command = ("tests.programme.serve_child", what, _BEFORE_TEN)
    with run(command, _SIGNS[what], folder, settings) as running:
        yield running


async def gather(address: str) -> None:
    now = datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC)
    storage = await open_storage(address, _SECRET, FakeClock(now), Retention())
    shelf = storage.shelves.open_shelf("ambassadors", Ambassador)
    for number in range(_PEOPLE):
        one = make_person_of_number(number, now)
        await shelf.keep(one.person, one, one.person)
    marks = ShelfMarks(storage.shelves.open_shelf(SHELF, datetime.datetime))
    await marks.note_tick(_SATURDAY)  # the last time that somebody looked
    await storage.close()


def test_everybody_has_it_once_though_a_clock_and_a_worker_are_killed(
    tmp_path: Path, slack: FakeSlack, database_on_postgres: str
) -> None:
    asyncio.run(gather(database_on_postgres))
    settings = {
        **settings_for(slack),
        "JOURFIX_DATABASE": database_on_postgres,
        "JOURFIX_SECRET": _SECRET,
        "JOURFIX_SLACK_A_SECOND": "100",
    }

    def count() -> Counter[str]:
        return Counter(post["channel"] for post in slack.posts)

    with contextlib.ExitStack() as stack:
        clocks = [stack.enter_context(started("clock", tmp_path, settings)) for _ in range(2)]
        workers = [stack.enter_context(started("worker", tmp_path, settings)) for _ in range(2)]
        clocks[0].process.kill()
        slack.wait_for(lambda: len(count()) > _PEOPLE // 4, 60)
        workers[0].process.kill()
        slack.wait_for(lambda: len(count()) == _PEOPLE, 120)
    assert set(count().values()) == {1}
