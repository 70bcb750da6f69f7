"""A process of its own for the tests: keeps ambassadors and drives mailings, as editors will.

Reads lines of JSON from stdin, [what to do, its arguments], and answers each with one line.
"""

import asyncio
import dataclasses
import datetime
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.bootstrap.mailings import build_mail_room
from bot.channels.slack.render import render_message
from bot.core.deliveries import Delivery, Return
from bot.core.message import Message, Paragraph
from bot.core.programme.ambassador import Ambassador, Wishes
from bot.core.programme.hours import Hours
from bot.core.programme.mailings import Mailing, Recipient
from bot.delivery.mailings import DurableMailings
from bot.storage.database import writing_together
from bot.storage.erasure import Retention
from bot.storage.opening import Storage, open_storage
from tests.delivery.clocks import WorkdayClock

ALWAYS = Hours("UTC", start=datetime.time.min, end=datetime.time.max)


@dataclass(frozen=True)
class Renderer:
    """What a messenger needs where nothing is delivered."""

    def render(
        self, key: str, person: str, place: Mapping[str, str], message: Message
    ) -> Sequence[Delivery]:
        return [
            Delivery(f"{key}/{number}", "slack", person, place, post)
            for number, post in enumerate(render_message(message))
        ]


def name_person(number: int, team: str) -> str:
    return f"slack:{team}:U{number:05d}"


def make_ambassador(
    number: int, team: str, now: datetime.datetime, most_a_week: int = 1, **more: Any
) -> Ambassador:
    place = {"team": team, "channel": f"D{number:05d}", "thread": ""}
    person = name_person(number, team)
    to = Return("slack", person, place)
    wishes = Wishes(most_a_week=most_a_week)
    return Ambassador(
        person, to, "en", "often", ("linkedin",), now, hours=ALWAYS, wishes=wishes, **more
    )


@dataclass
class Editor:
    """Does what it is told by name."""

    storage: Storage
    mailings: DurableMailings

    async def gather(self, first: int, count: int, teams: list[str], **more: Any) -> int:
        """Let ambassadors join, all in one transaction."""
        shelf, now = self.storage.shelves.open_shelf("ambassadors", Ambassador), self._now()
        if "paused_until" in more:
            more["paused_until"] = datetime.date.fromisoformat(more["paused_until"])
        with writing_together() as writes:
            for number in range(first, first + count):
                one = make_ambassador(number, teams[number % len(teams)], now, **more)
                await shelf.keep(one.person, one, one.person)
        async with self.storage.database.write() as session:
            for write in writes:
                await write(session)
        return count

    async def leave(self, number: int, team: str) -> bool:
        person = name_person(number, team)
        return await self.storage.shelves.open_shelf("ambassadors", Ambassador).remove(person)

    async def start(
        self, key: str, first: int, count: int, teams: list[str], seconds: float = 0.0,
        until: float | None = None, words: str = "A tip for the week.", **more: Any,
    ) -> bool:  # fmt: skip
        now = self._now()
        when = now + datetime.timedelta(seconds=seconds)
        people = [
            Recipient(name_person(number, teams[number % len(teams)]), "en", when)
            for number in range(first, first + count)
        ]
        ends = None if until is None else now + datetime.timedelta(seconds=until)
        message = Message("tip", words, (Paragraph(words),))
        return await self.mailings.start(Mailing(key, {"en": message}, ends, **more), people)

    async def tell(self, what: str, key: str, **more: Any) -> object:
        found = await getattr(self.mailings, what)(key, **more)
        return dataclasses.asdict(found) if dataclasses.is_dataclass(found) else found

    def _now(self) -> datetime.datetime:
        return self.storage.ledger.clock.now()


async def run(address: str, secret: str, days_ahead: int, a_second: float) -> None:
    storage = await open_storage(address, secret, WorkdayClock(days_ahead), Retention())
    limits = {"slack": a_second} if a_second else {}
    room = build_mail_room(storage, {"slack": Renderer()}, limits)  # type: ignore[dict-item]
    editor = Editor(storage, room.mailings)
    loop = asyncio.get_running_loop()
    print("ready", flush=True)
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        what, arguments = json.loads(line)
        answer = await getattr(editor, what)(**arguments)
        print(json.dumps(answer, default=str), flush=True)
    await room.close()
    await storage.close()


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])))
