"""What the bench of mailings runs in processes of its own: many people, a Slack without limits.

`bare` is what any durable sender must do at least, on the same database code and through the same
platform: claim some in one commit, send to them at once, write down what became of them in another.
"""

import asyncio
import json
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Integer, MetaData, String, Table, select, update

from bot.bootstrap.mailings import MailRoom, build_mail_room
from bot.channels.slack.courier import SlackCourier
from bot.channels.slack.render import render_message
from bot.channels.slack.workspace import OneWorkspace
from bot.core.deliveries import Answered, Arrival, Delivery, Outcome, ShowPosts
from bot.core.message import Message, Paragraph
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.mailings import Mailing, Recipient
from bot.files.copies import let_stay
from bot.storage.database import Database, writing_together
from bot.storage.erasure import Retention
from bot.storage.opening import Storage, open_storage
from tests.delivery.clocks import WorkdayClock, count_days_ahead
from tests.delivery.editor_child import make_ambassador, name_person
from tests.fakes.slack.platform import FakeSlack

_SECRET = "a-secret-of-the-bench-that-is-long-enough"  # noqa: S105 - it protects nothing
_TEAMS = [f"T{number}" for number in range(6)]
TOKEN = "xoxb-bench"  # noqa: S105
_AT_ONCE = 240  # of the bare loop: as many as six workspaces have on their way
_TIP = Message("tip", "A tip for the week.", (Paragraph("Begin with what you saw yourself."),))
_BARE = MetaData()
_OUTBOX = Table(
    "outbox",
    _BARE,
    Column("id", Integer, primary_key=True),
    Column("state", String(16), nullable=False, index=True),
)


@dataclass
class Platform:
    """A messenger that posts to a small Slack, as ours does; it knows nothing of conversations."""

    courier: SlackCourier
    count: int = 0

    async def answer(self, arrival: Arrival) -> Answered:
        raise NotImplementedError

    async def answer_follow_up(self, arrival: Arrival, show: ShowPosts) -> Answered:
        raise NotImplementedError

    async def apologise(self, arrival: Arrival, reference: str) -> Sequence[Delivery]:
        raise NotImplementedError

    def render(
        self, key: str, person: str, place: Mapping[str, str], message: Message
    ) -> Sequence[Delivery]:
        return [
            Delivery(f"{key}/{number}", "slack", person, place, post)
            for number, post in enumerate(render_message(message))
        ]

    async def deliver(self, delivery: Delivery) -> Outcome:
        self.count += 1
        return await self.courier.deliver(delivery)

    async def look_up(self, delivery: Delivery) -> Outcome:
        return await self.courier.look_up(delivery)

    async def change(self, delivery: Delivery, receipt: str) -> Outcome:
        return await self.courier.change(delivery, receipt)


@dataclass(frozen=True)
class Bench:
    """What everything here works with."""

    storage: Storage
    room: MailRoom
    platform: Platform
    people: int


async def gather(bench: Bench) -> object:
    """Let everybody join."""
    storage, people = bench.storage, bench.people
    shelf = storage.shelves.open_shelf("ambassadors", Ambassador)
    for first in range(0, people, 5_000):
        with writing_together() as writes:
            for number in range(first, min(first + 5_000, people)):
                team = _TEAMS[number % len(_TEAMS)]
                one = make_ambassador(number, team, storage.ledger.clock.now(), most_a_week=3)
                await shelf.keep(one.person, one, one.person)
        async with storage.database.write() as session:
            for write in writes:
                await write(session)
    return people


async def plan(bench: Bench) -> object:
    """Plan and enqueue a mailing to everybody."""
    now = bench.storage.ledger.clock.now()
    recipients = [
        Recipient(name_person(number, _TEAMS[number % len(_TEAMS)]), "en", now)
        for number in range(bench.people)
    ]
    before = _read_memory()
    began = time.perf_counter()
    await bench.room.mailings.start(Mailing("tip:1", {"en": _TIP}), recipients)
    return {"seconds": time.perf_counter() - began, "before": before}


async def send(bench: Bench) -> object:
    """Send it with the engine, as a worker does."""
    began, cpu = time.perf_counter(), time.process_time()
    async with bench.room.sending():
        await _wait_for_end(bench)
        seconds = time.perf_counter() - began
    assert bench.platform.count == bench.people
    return {"seconds": seconds, "cpu": time.process_time() - cpu}


async def _wait_for_end(bench: Bench) -> None:
    progress = await bench.room.mailings.measure("tip:1")
    assert progress
    if progress.state != "done":
        await asyncio.sleep(1)
        await _wait_for_end(bench)


async def bare(bench: Bench) -> object:
    """Send to as many without an engine."""
    database = bench.storage.database
    await _make_outbox(database, bench.people)
    began, cpu = time.perf_counter(), time.process_time()
    while await _send_some(database, bench.platform):
        pass
    assert bench.platform.count == bench.people
    return {"seconds": time.perf_counter() - began, "cpu": time.process_time() - cpu}


async def _make_outbox(database: Database, people: int) -> None:
    async with database.write() as session:
        connection = await session.connection()
        await connection.run_sync(_BARE.create_all)
        for first in range(1, people + 1, 5_000):
            rows = [
                {"id": n, "state": "waiting"} for n in range(first, min(first + 5_000, people + 1))
            ]
            await connection.execute(_OUTBOX.insert(), rows)


async def _send_some(database: Database, platform: Platform) -> bool:
    waiting = select(_OUTBOX.c.id).where(_OUTBOX.c.state == "waiting").limit(_AT_ONCE)
    async with database.write() as session:
        ids = list(await session.scalars(waiting))
        claimed = update(_OUTBOX).where(_OUTBOX.c.id.in_(ids)).values(state="sending")
        await session.execute(claimed)
    post = render_message(_TIP)[0]
    place = {"team": "T1", "channel": "D1"}
    deliveries = [Delivery(str(one), "slack", "", place, post) for one in ids]
    await asyncio.gather(*(platform.deliver(one) for one in deliveries))
    async with database.write() as session:
        done = update(_OUTBOX).where(_OUTBOX.c.id.in_(ids)).values(state="delivered")
        await session.execute(done)
    return bool(ids)


def _read_memory(name: str = "VmRSS") -> float:
    """Give the resident memory of this process in MB, or its peak."""
    status = Path("/proc/self/status").read_text("utf-8")
    line = next(line for line in status.splitlines() if line.startswith(name))
    return int(line.split()[1]) / 1024


async def run(what: str, address: str, people: int, slack: str) -> None:
    clock = WorkdayClock(count_days_ahead())
    let_stay()  # as our processes do
    storage = await open_storage(address, _SECRET, clock, Retention())
    platform = Platform(SlackCourier(slack, OneWorkspace(TOKEN)))
    room = build_mail_room(storage, {"slack": platform}, {})
    async with platform.courier.opened():
        found: Any = await globals()[what](Bench(storage, room, platform, people))
    await room.close()
    await storage.close()
    print(json.dumps({"found": found, "peak": _read_memory("VmHWM")}))


def run_slack() -> None:
    """Be a small Slack until stdin ends."""
    slack = FakeSlack(token=TOKEN)
    slack.start()
    print(slack.address, flush=True)
    sys.stdin.read()
    slack.stop()


if __name__ == "__main__":
    if sys.argv[1] == "slack":
        run_slack()
    else:
        asyncio.run(run(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]))
