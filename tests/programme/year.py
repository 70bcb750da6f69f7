"""A year of a programme with 300 people, on a clock that jumps from one thing to the next."""

import asyncio
import dataclasses
import datetime
import heapq
import itertools
import random
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from bot.bootstrap.conversation import build_conversation
from bot.bootstrap.programme import Sending, build_programme
from bot.core.deliveries import Return
from bot.core.message import Message
from bot.core.model import LANGUAGES
from bot.core.ports import Embedder
from bot.core.programme.ambassador import LEVELS, MOST_A_WEEK, RHYTHMS, Ambassador, Wishes, Work
from bot.core.programme.due import Occurrence
from bot.core.programme.events.event import Answer, Event, EventText
from bot.core.programme.gate import Go, Later, Never, weigh_sending
from bot.core.programme.hours import Hours, Quiet
from bot.core.programme.mailings import Mailing, Progress, Recipient
from bot.core.programme.ports import Shelf
from bot.core.programme.programme import Programme
from bot.core.programme.recurrence import Recurrence
from bot.core.programme.schedule import Schedule
from bot.scheduling.rounds import Rounds
from bot.settings import load_settings
from bot.storage.memory import MemoryRecords, MemoryShelves
from tests.fakes.ports import FakeClock
from tests.fakes.slack.person import TEAM

PEOPLE = 300
ROOM = "C0PROGRAMME"
JOURFIX = Event(
    "jourfix",
    "jourfix",
    {"de": EventText("Jourfix"), "en": EventText("Jourfix")},
    Recurrence("Europe/Berlin", 3, datetime.time(15), 2, datetime.date(2026, 1, 8)),
    state="announced",
)
COFFEE = Event(
    "coffee",
    "coffee",
    {"nl": EventText("Koffie en leren"), "en": EventText("Coffee & Learn")},
    Recurrence("Europe/Amsterdam", 1, datetime.time(10, 30), 4, datetime.date(2026, 1, 13)),
    places=10,
    state="announced",
)
_COMING = 14  # people who say yes to a coffee: more than there are places
START = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
END = START + datetime.timedelta(days=365)
_ZONES = ("Europe/Berlin", "Europe/Amsterdam", "Europe/London", "America/New_York", "Asia/Kolkata")
_TICK = datetime.timedelta(minutes=30)


@dataclass(frozen=True)
class Sent:
    """One message to one person."""

    key: str
    person: str
    at: datetime.datetime
    message: Message
    counts: bool


@dataclass
class PostOffice:
    """The Mailings port: sends what is due, in order of time, through the gate."""

    clock: FakeClock
    ambassadors: Shelf[Ambassador]
    mailings: dict[str, Mailing] = field(default_factory=dict)
    sent: list[Sent] = field(default_factory=list)
    refused: list[tuple[str, str, str]] = field(default_factory=list)
    _waiting: list[tuple[datetime.datetime, int, str, Recipient]] = field(default_factory=list)
    _numbers: "itertools.count[int]" = field(default_factory=itertools.count)
    _counted: dict[str, list[datetime.datetime]] = field(default_factory=lambda: defaultdict(list))

    async def start(self, mailing: Mailing, recipients: Sequence[Recipient]) -> bool:
        if mailing.key in self.mailings:
            return False
        self.mailings[mailing.key] = mailing
        for one in recipients:
            self._put(one.not_before, mailing.key, one)
        return True

    def _put(self, moment: datetime.datetime, key: str, recipient: Recipient) -> None:
        heapq.heappush(self._waiting, (moment, next(self._numbers), key, recipient))

    def find_next(self) -> datetime.datetime | None:
        return self._waiting[0][0] if self._waiting else None

    async def send_due(self) -> None:
        now = self.clock.now()
        while self._waiting and self._waiting[0][0] <= now:
            _, _, key, recipient = heapq.heappop(self._waiting)
            await self._send(self.mailings[key], recipient, now)

    async def _send(self, mailing: Mailing, to: Recipient, now: datetime.datetime) -> None:
        if mailing.until is not None and now >= mailing.until:
            self.refused.append((mailing.key, to.person, "too-late"))
            return
        ambassador = await self.ambassadors.find(to.person)
        week = [at for at in self._counted[to.person] if now - at < datetime.timedelta(days=8)]
        match weigh_sending(ambassador, now, week, counts=mailing.counts):
            case Never(reason=reason):
                self.refused.append((mailing.key, to.person, reason))
            case Later(moment=moment):
                self._put(moment, mailing.key, to)
            case Go():
                message = mailing.messages[to.variant]
                self.sent.append(Sent(mailing.key, to.person, now, message, mailing.counts))
                if mailing.counts:
                    self._counted[to.person].append(now)

    async def pause(self, _key: str) -> bool:
        return False

    async def resume(self, _key: str) -> bool:
        return False

    async def stop(self, _key: str) -> bool:
        return False

    async def list_kept(self, keys: Sequence[str]) -> Collection[str]:
        return [key for key in keys if key in self.mailings]

    async def measure(self, key: str) -> Progress | None:
        return Progress("running") if key in self.mailings else None

    async def settle_unknown(self, _key: str, *, send_again: bool) -> int:
        return 0 * send_again


@dataclass
class Letterbox:
    """The Outbox port: notes what is sent to one person or channel, by key."""

    sent: dict[str, tuple[Return, Message, datetime.datetime | None]] = field(default_factory=dict)

    def reaches(self, _channel: str) -> bool:
        return True

    async def send(
        self,
        key: str,
        to: Return,
        message: Message,
        not_before: datetime.datetime | None = None,
    ) -> None:
        self.sent.setdefault(f"{key} {to.person}", (to, message, not_before))

    async def replace(self, key: str, _of: str, to: Return, message: Message) -> None:
        self.sent[f"{key} {to.person}"] = (to, message, None)

    async def is_refused(self, _key: str, _channel: str) -> bool:
        return False

    async def take_back(self, key: str, _channel: str) -> None:
        self.sent.pop(key, None)


@dataclass
class Noting:
    """Carries out through the schedule, and notes what was asked for."""

    schedule: Schedule
    done: list[Occurrence] = field(default_factory=list)

    async def carry_out(self, occurrence: Occurrence) -> None:
        self.done.append(occurrence)
        await self.schedule.carry_out(occurrence)

    async def note_missed(self, occurrence: Occurrence) -> None:
        await self.schedule.note_missed(occurrence)


@dataclass(frozen=True)
class Lived:
    """A year that went by."""

    people: Mapping[str, Ambassador]
    sent: Sequence[Sent]
    refused: Sequence[tuple[str, str, str]]
    occurrences: Sequence[Occurrence]
    letters: Mapping[str, tuple[Return, Message, datetime.datetime | None]]


@dataclass
class House:
    """A programme with everything in memory."""

    clock: FakeClock
    shelves: MemoryShelves
    office: PostOffice
    letterbox: Letterbox
    programme: Programme
    schedule: Schedule

    async def live(self, until: datetime.datetime) -> Lived:
        """Let time go by until a moment: a tick every half an hour, and what is due between."""
        noting = Noting(self.schedule)
        rounds = Rounds(self.schedule, noting)
        last, tick = None, self.clock.now()
        while tick < until:
            moment = self.office.find_next()
            moment = tick if moment is None else min(max(moment, self.clock.now()), tick)
            self.clock.advance(seconds=(moment - self.clock.now()).total_seconds())
            await self.office.send_due()
            if moment == tick:
                await rounds.tick(last, tick)
                last, tick = tick, tick + _TICK
        ambassadors = await self.office.ambassadors.list_things()
        return Lived(
            {one.person: one for one in ambassadors},
            self.office.sent,
            self.office.refused,
            noting.done,
            self.letterbox.sent,
        )


def build_house(encoder: Embedder, start: datetime.datetime = START) -> House:
    clock, shelves, letterbox = FakeClock(start), MemoryShelves(), Letterbox()
    settings = load_settings().model_copy(update={"programme_channel": f"T1/{ROOM}"})
    conversation = build_conversation(settings, MemoryRecords(), encoder)
    conversation = dataclasses.replace(conversation, clock=clock)
    office = PostOffice(clock, shelves.open_shelf("ambassadors", Ambassador))
    sending = Sending(shelves, office, letterbox)
    programme, schedule = build_programme(settings, conversation, sending)
    return House(clock, shelves, office, letterbox, programme, schedule)


def make_people(seed: int, joined_at: datetime.datetime) -> list[Ambassador]:
    """Make people who all chose something else."""
    chance = random.Random(seed)
    return [make_person(number, chance, joined_at) for number in range(PEOPLE)]


def make_person(number: int, chance: random.Random, joined_at: datetime.datetime) -> Ambassador:
    person = f"slack:T1:U{number:03}"
    first = chance.randrange(6, 13)
    days = tuple(sorted(chance.sample(range(5), chance.randrange(1, 6))))
    quiet = (Quiet(datetime.time(12), datetime.time(13)),) if chance.random() < 0.3 else ()
    hours = Hours(
        chance.choice(_ZONES),
        days,
        datetime.time(first),
        datetime.time(first + chance.randrange(2, 9)),
        quiet,
    )
    wishes = Wishes(
        chance.choice(RHYTHMS), recap=chance.random() < 0.4, most_a_week=chance.choice(MOST_A_WEEK)
    )
    pause = joined_at.date() + datetime.timedelta(days=chance.randrange(400))
    return Ambassador(
        person,
        Return("slack", person, {"team": "T1", "channel": f"D{number:03}"}),
        chance.choice(LANGUAGES),
        chance.choice(LEVELS),
        ("linkedin",),
        joined_at,
        hours=hours,
        wishes=wishes,
        work=Work(started_on=datetime.date(2016, 1, 1) + datetime.timedelta(days=number * 9)),
        paused_until=pause if chance.random() < 0.2 else None,
    )


def make_person_of_number(number: int, joined_at: datetime.datetime) -> Ambassador:
    """Make somebody who wants everything as it is at first."""
    person = f"slack:{TEAM}:U{number:04}"
    place = {"team": TEAM, "channel": f"D{number:04}", "thread": ""}
    return Ambassador(person, Return("slack", person, place), "nl", "often", (), joined_at)


async def hold_events(house: House) -> None:
    """Announce a jourfix and a coffee; some people say yes to each date of the coffee."""
    events = house.shelves.open_shelf("events", Event)
    answers = house.shelves.open_shelf("event-answers", Answer)
    for event in (JOURFIX, COFFEE):
        await events.keep(event.id, event)
    people = await house.office.ambassadors.list_things()
    for number, one in enumerate(COFFEE.series.list_appointments(START, END)):
        for place in range(_COMING):
            person = people[(number * 7 + place) % len(people)].person
            at = START + datetime.timedelta(minutes=place)
            answer = Answer(COFFEE.id, one.date, person, comes=True, at=at)
            await answers.keep(answer.key, answer, person)


def live_a_year(encoder: Embedder, seed: int = 4711) -> Lived:
    """Let a programme with 300 people live from the first of January to the last of December."""

    async def live() -> Lived:
        house = build_house(encoder)
        for one in make_people(seed, START):
            await house.office.ambassadors.keep(one.person, one, one.person)
        await hold_events(house)
        return await house.live(END)

    return asyncio.run(live())
