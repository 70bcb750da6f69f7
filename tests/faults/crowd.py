"""A programme of many in several small Slacks, whose bundle the clocks put on its way themselves."""

import asyncio
import contextlib
import datetime
import os
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.bootstrap.mailings import build_mail_room
from bot.core.deliveries import Return
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.mailings import Progress
from bot.core.programme.marks import SHELF, ShelfMarks
from bot.scheduling.clock import now_in
from bot.storage.database import writing_together
from bot.storage.erasure import Retention
from bot.storage.opening import Storage, open_storage
from tests.channels.running import RunningServer, run
from tests.fakes.ports import FakeClock
from tests.fakes.slack.person import settings_for
from tests.fakes.slack.platform import FakeSlack
from tests.postgres import settings_on

PEOPLE = int(os.environ.get("TEST_FAULTS_PEOPLE", "10000"))
KILLS = int(os.environ.get("TEST_FAULTS_KILLS", "50"))
_BEFORE_TEN = datetime.datetime(2026, 11, 24, 8, 59, 50, tzinfo=datetime.UTC)  # 9:59:50 in Berlin
_SATURDAY = _BEFORE_TEN - datetime.timedelta(days=3)
_BUNDLE = "bundle:2026-W48"
_SIGNS = {"clock": r"(?P<port>)Jourfix keeps the time", "worker": r"(?P<port>)Jourfix works"}
TEAMS = 4


@dataclass
class Crowd:
    """So many people on a database server, and the processes that write to them."""

    slack: FakeSlack
    folder: Path
    address: str
    people: int
    a_second: float

    def __post_init__(self) -> None:
        """Let everybody join."""
        pace = {"JOURFIX_SLACK_A_SECOND": str(self.a_second)}
        self._settings = {**settings_for(self.slack), **settings_on(self.address), **pace}
        self.everybody = Counter(f"D{number:05d}" for number in range(self.people))
        asyncio.run(self._gather())
        self._moved = int((_BEFORE_TEN - now_in(datetime.UTC)).total_seconds())

    @contextlib.contextmanager
    def started(self, what: str) -> Iterator[RunningServer]:
        """Run a clock or a worker until the block ends; all of them share one clock."""
        command = ("tests.programme.serve_child", what, str(self._moved))
        with run(command, _SIGNS[what], self.folder, self._settings) as running:
            yield running

    def count(self) -> Counter[str]:
        """Count the posts that everybody has."""
        return Counter(post["channel"] for post in self.slack.posts)

    def wait_for(self, posts: int, seconds: float = 180) -> None:
        """Wait until so many posts are there."""
        self.slack.wait_for(lambda: len(self.slack.posts) >= min(posts, self.people), seconds)

    def wait_until_done(self, seconds: float = 900) -> Progress:
        """Wait for the end of the mailing: nobody tells us."""

        async def wait() -> Progress:
            storage = await self._open()
            room = build_mail_room(storage, {}, {})
            give_up_at = time.monotonic() + seconds
            try:
                while True:
                    progress = await room.mailings.measure(_BUNDLE)
                    if progress is not None and progress.state == "done":
                        return progress
                    assert time.monotonic() < give_up_at, progress
                    await asyncio.sleep(0.5)
            finally:
                await room.close()
                await storage.close()

        return asyncio.run(wait())

    def tell(self, name: str, progress: Progress, began: float) -> tuple[int, int, int]:
        """Print what became of them: how many have nothing, have it twice, or are in doubt."""
        there = self.count()
        lost = len(self.everybody - there)
        twice = sum((there - self.everybody).values())
        print(
            f"\n{name}: {self.people} people, {time.monotonic() - began:.0f} s: lost {lost},"
            f" twice {twice}, unknown {progress.in_doubt}, refused {progress.refused},"
            f" looked up {len(self.slack.find_calls('conversations.history'))}"
        )
        return lost, twice, progress.in_doubt

    async def _open(self) -> Storage:
        secret = settings_on(self.address)["JOURFIX_SECRET"]
        clock = FakeClock(_BEFORE_TEN - datetime.timedelta(days=20))
        return await open_storage(self.address, secret, clock, Retention())

    async def _gather(self) -> None:
        storage = await self._open()
        shelf, now = storage.shelves.open_shelf("ambassadors", Ambassador), _SATURDAY
        with writing_together() as writes:
            for number in range(self.people):
                team = f"T{number % TEAMS + 1}"
                person = f"slack:{team}:U{number:05d}"
                place = {"team": team, "channel": f"D{number:05d}", "thread": ""}
                to = Return("slack", person, place)
                one = Ambassador(person, to, "nl", "often", ("linkedin",), now)
                await shelf.keep(person, one, person)
        async with storage.database.write() as session:
            for write in writes:
                await write(session)
        # the last time that somebody looked: the bundle of the week was not put on its way yet
        marks = ShelfMarks(storage.shelves.open_shelf(SHELF, datetime.datetime))
        await marks.note_tick(_SATURDAY)
        await storage.close()


def kill(sender: RunningServer) -> None:
    """End a process in the middle of what it does."""
    sender.process.kill()
    sender.process.wait(30)
