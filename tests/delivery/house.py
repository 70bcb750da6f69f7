"""A programme without an engine: what would run is noted, and run when a test says so."""

import datetime
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.core.deliveries import Answered, Arrival, Delivered, Delivery, Outcome, Return, ShowPosts
from bot.core.message import Message, Paragraph
from bot.core.programme.ambassador import Ambassador, Wishes
from bot.core.programme.hours import Hours
from bot.core.programme.mailings import Mailing, Recipient
from bot.delivery.broadcasting import Broadcasting
from bot.delivery.chunk_sending import Means
from bot.delivery.mailings import DurableMailings
from bot.delivery.pace import Paces
from bot.storage.chunk_rows import ChunkRows
from bot.storage.database import Session
from bot.storage.mailing_parts import Run
from bot.storage.mailing_rows import MailingRows
from bot.storage.mailing_watch import MailingWatch
from bot.storage.opening import Storage
from tests.fakes.ports import FakeClock

MONDAY = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)
DAYTIME = Hours("UTC", start=datetime.time(9), end=datetime.time(17))
TIP = Message("tip", "A tip.", (Paragraph("Begin with what you saw."),))


def name_person(number: int, team: str = "T1") -> str:
    return f"slack:{team}:U{number}"


@dataclass
class Engine:
    """Notes what is to be run."""

    runs: list[Run] = field(default_factory=list)

    async def prepare(self) -> None:
        """Need no tables."""

    async def enqueue(self, _session: Session, runs: Sequence[Run]) -> None:
        self.runs += runs


@dataclass
class Channel:
    """A messenger whose platform does what a test says; `there` is what people can read."""

    name: str = "slack"
    posts_a_message: int = 1
    there: list[Delivery] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    outcomes: list[Outcome | BaseException] = field(default_factory=list)
    found: list[Outcome] = field(default_factory=list)
    before_sending: Callable[[], None] = lambda: None
    sending_waits_for: Awaitable[object] | None = None

    async def answer(self, arrival: Arrival) -> Answered:
        raise NotImplementedError

    async def answer_follow_up(self, arrival: Arrival, show: ShowPosts) -> Answered:
        raise NotImplementedError

    async def apologise(self, arrival: Arrival, reference: str) -> Sequence[Delivery]:
        raise NotImplementedError

    def render(
        self, key: str, person: str, place: Mapping[str, str], message: Message
    ) -> Sequence[Delivery]:
        one = Delivery(key, self.name, person, place, {"text": message.summary})
        return [replace(one, key=f"{key}/{number}") for number in range(self.posts_a_message)]

    async def deliver(self, delivery: Delivery) -> Outcome:
        self.before_sending()
        if self.sending_waits_for is not None:
            await self.sending_waits_for
        outcome = self.outcomes.pop(0) if self.outcomes else Delivered("x")
        if isinstance(outcome, BaseException):
            raise outcome
        if isinstance(outcome, Delivered):
            self.there.append(delivery)
        return outcome

    async def look_up(self, delivery: Delivery) -> Outcome:
        self.asked.append(delivery.person)
        return self.found.pop(0)

    async def change(self, delivery: Delivery, receipt: str) -> Outcome:
        raise NotImplementedError

    def list_people(self) -> list[str]:
        return sorted(delivery.person for delivery in self.there)


@dataclass
class House:
    """A programme on a database."""

    storage: Storage
    clock: FakeClock
    channel: Channel = field(default_factory=Channel)
    engine: Engine = field(default_factory=Engine)
    limits: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        database, unlocked = self.storage.database, self.storage.ledger.unlocked
        self.rows = MailingRows(database, unlocked, self.clock, self.engine.enqueue)
        self.chunks = ChunkRows(database, self.clock, self.rows)
        self.watch = MailingWatch(database, self.clock, self.rows)
        self.ambassadors = self.storage.shelves.open_shelf("ambassadors", Ambassador)
        self.mailings = DurableMailings(
            self.rows, self.engine, {self.channel.name: self.channel}, self.limits, self.clock
        )

    def make_sender(self, owner: str = "one") -> Broadcasting:
        messengers = {self.channel.name: self.channel}
        means = Means(self.chunks, self.ambassadors, messengers, self.clock)
        return Broadcasting(means, Paces(self.limits), owner)

    async def gather(self, count: int, first: int = 0) -> None:
        """Let people join who may be written to from nine to five."""
        for number in range(first, first + count):
            await self.join(make_ambassador(number))

    async def join(self, ambassador: Ambassador) -> None:
        await self.ambassadors.keep(ambassador.person, ambassador, ambassador.person)

    async def start(self, count: int, key: str = "tip:1", **more: object) -> bool:
        people = [Recipient(name_person(number), "en", self.clock.now()) for number in range(count)]
        return await self.mailings.start(Mailing(key, {"en": TIP}, **more), people)  # type: ignore[arg-type]

    async def run_due(self, sender: Broadcasting | None = None) -> None:
        """Run what is due, one after the other, until nothing is."""
        one = sender or self.make_sender()
        while due := [run for run in self.engine.runs if run.due_at <= self.clock.now()]:
            self.engine.runs.remove(due[0])
            await one.send(due[0].mailing, due[0].number)


def make_ambassador(number: int, **more: object) -> Ambassador:
    person = name_person(number)
    to = Return("slack", person, {"team": "T1", "channel": f"D{number}"})
    wishes = Wishes(most_a_week=1)
    one = Ambassador(person, to, "en", "often", (), MONDAY, hours=DAYTIME, wishes=wishes)
    return replace(one, **more)  # type: ignore[arg-type]
