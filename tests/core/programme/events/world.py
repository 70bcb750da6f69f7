"""A small organisation with people and events, for tests: one talks and presses as in a channel."""

import datetime
from dataclasses import dataclass, field, replace
from typing import Any

from bot.core.deliveries import Return
from bot.core.message import (
    Choice,
    Choices,
    Form,
    Incoming,
    Link,
    Listing,
    Message,
    Paragraph,
    Part,
    Section,
)
from bot.core.model import NO_ORGANISATION, Language
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.editors import Editors
from bot.core.programme.events.announcing import Announcing
from bot.core.programme.events.attending import Attending
from bot.core.programme.events.book import open_book
from bot.core.programme.events.deciding import Deciding
from bot.core.programme.events.event import Event
from bot.core.programme.events.events import Events
from bot.core.programme.events.notices import Notices
from bot.core.programme.events.planning import EventPlanning
from bot.core.programme.events.post import EventPost
from bot.core.programme.events.writing import EventWriting
from bot.core.programme.hours import Hours
from bot.storage.memory import MemoryShelves
from tests.fakes.mailings import FakeMailings
from tests.fakes.outbox import FakeOutbox
from tests.fakes.ports import FakeClock

EDITOR = "slack:T1:UEDIT"
MONDAY = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)  # 10:00 in Berlin


class FakeLinks:
    """Implements CalendarLinks: a page for every event."""

    def name_page(self, event: str, language: Language, channel: str) -> str:
        return f"https://jourfix.example/calendar/{event}-{language}.ics" if channel else ""


@dataclass(frozen=True)
class Told:
    """One message to one person."""

    person: str
    message: Message
    not_before: datetime.datetime | None


@dataclass
class World:
    """Everything joined, in memory."""

    clock: FakeClock = field(default_factory=lambda: FakeClock(MONDAY))
    outbox: FakeOutbox = field(default_factory=FakeOutbox)
    language: Language = "de"

    def __post_init__(self) -> None:
        shelves = MemoryShelves()
        self.ambassadors = shelves.open_shelf("ambassadors", Ambassador)
        self.book = open_book(shelves, self.ambassadors)
        self.mailings = FakeMailings(self.clock, ambassadors=self.ambassadors)
        post = EventPost(self.outbox, self.mailings, FakeLinks(), self.clock)
        announcing = Announcing(self.ambassadors, post)
        deciding = Deciding(self.book, Notices(self.book, post), announcing, self.clock)
        writing = EventWriting(self.book, deciding, self.clock)
        editors = Editors(frozenset({EDITOR}))
        self.planning = EventPlanning(
            self.book, deciding, writing, editors, self.clock, NO_ORGANISATION
        )
        self.attending = Attending(self.book, post.links, self.clock)
        self.events = Events(self.book, post, self.clock)
        self.offered: list[Choice] = []

    async def join(self, person: str, **chosen: Any) -> Ambassador:
        """Let somebody take part; their name is their id behind an @."""
        joined = Ambassador(
            person, Return(chosen.pop("channel", "slack"), person, {}), self.language, "starting",
            (), self.clock.now(), name=f"@{person}", hours=chosen.pop("hours", Hours()),
        )  # fmt: skip
        joined = replace(joined, **chosen)
        await self.ambassadors.keep(person, joined, person)
        return joined

    async def say(self, text: str, person: str = EDITOR) -> Message:
        """Write something; gives the answer."""
        incoming = Incoming(person, "c", text, channel="slack")
        for feature in (self.attending, self.planning):
            answers = await feature.answer_words(incoming, self.language)
            if answers is not None:
                return self._read(answers)
        raise AssertionError(f"nobody answered {text}")

    async def press(
        self, action: str, value: str = "", person: str = EDITOR, text: str = ""
    ) -> Message:
        """Press a button that was offered last and whose value begins so, or any other."""
        fitting = [one for one in self.offered if one.action == action]
        known = [one for one in fitting if one.value.startswith(value)]
        choice = known[-1] if known else Choice("", action, value)
        incoming = Incoming(person, "c", text, choice, channel="slack")
        for feature in (self.attending, self.planning):
            answers = await feature.answer_choice(incoming, choice, self.language)
            if answers is not None:
                return self._read(answers)
        raise AssertionError(f"nobody answered {action} {value}")

    async def write(self, what: str, text: str) -> Message:
        """Open an editor's form and send it off."""
        await self.press("event-ask", what)
        return await self.press("event-write", what, text=text)

    def _read(self, answers: list[Message]) -> Message:
        (message,) = answers
        self.offered += list_choices(message)
        return message

    async def announce_jourfix(self, **changed: Any) -> Event:
        """Plan a jourfix on Thursdays at ten, and announce it."""
        await self.press("event-new", "jourfix 2026-12-03 10:00")
        (event,) = [one for one in await self.book.events.list_things() if one.state == "planned"]
        event = replace(event, **changed)
        await self.book.events.keep(event.id, event)
        await self.press("event-propose", f"announce {event.id}")
        await self.press("event-do")
        found = await self.book.events.find(event.id)
        assert found is not None
        assert found.state == "announced"
        return found

    def list_told(self) -> list[Told]:
        """List what was put on its way since the invitations, in order."""
        told = [
            Told(
                letter.recipient.person,
                kept.mailing.messages[letter.recipient.variant],
                letter.recipient.not_before,
            )
            for key, kept in self.mailings.kept.items()
            for letter in kept.letters
            if not key.startswith("invitation:")
        ]
        return told + [
            Told(one.to.person, one.message, one.not_before) for one in self.outbox.sent.values()
        ]

    async def count(self, event: Event, date: str) -> tuple[int, int]:
        """Count who comes and who waits."""
        told = await self.events.list_attending(event.id, datetime.date.fromisoformat(date))
        return told.coming, told.waiting


def list_choices(message: Message) -> list[Choice]:
    found: list[Choice] = []
    for part in message.parts:
        if isinstance(part, Choices):
            found += part.choices
        elif isinstance(part, Form):
            found.append(part.choice)
    return found


def read_words(message: Message) -> str:
    """Give everything that can be read in a message."""
    return "\n".join(word for part in message.parts for word in _list_words(part))


def _list_words(part: Part) -> list[str]:
    match part:
        case Paragraph(text=text):
            return [text]
        case Listing(title=title, items=items):
            return [title, *items]
        case Section(title=title, parts=parts):
            return [title, *(word for inner in parts for word in _list_words(inner))]
        case Link(label=label, address=address):
            return [f"[{label}]({address})"]
        case Form(title=title, label=label, hint=hint, text=text):
            return [title, label, hint, text]
        case Choices(title=title, choices=choices):
            return [title, " | ".join(f"<{one.label}>" for one in choices)]
        case _:
            return []
