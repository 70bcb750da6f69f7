"""A small house of broadcasts in memory: people, an editor who presses, a clock that is moved."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.core.deliveries import Return
from bot.core.message import Choice, Choices, Form, Incoming, Listing, Message, Paragraph
from bot.core.model import (
    LANGUAGES,
    Coaching,
    Context,
    Finding,
    Language,
    Review,
    Severity,
    Source,
    Verdict,
)
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.broadcasts.broadcast import Broadcast, Mark, Text
from bot.core.programme.broadcasts.chat import BroadcastChat
from bot.core.programme.broadcasts.dispatch import Dispatch
from bot.core.programme.broadcasts.drafting import Drafting
from bot.core.programme.broadcasts.following import Follower, Following
from bot.core.programme.broadcasts.office import Office
from bot.core.programme.broadcasts.pages import Pages
from bot.core.programme.broadcasts.ports import Tip
from bot.core.programme.broadcasts.steering import Steering
from bot.core.programme.broadcasts.timing import Timing
from bot.core.programme.broadcasts.writing import Writing
from bot.core.programme.editors import Editors
from bot.core.programme.hours import Hours
from bot.storage.memory import MemoryShelves
from tests.fakes.mailings import FakeMailings
from tests.fakes.outbox import FakeOutbox
from tests.fakes.ports import FakeClock

MONDAY = datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)  # ten o'clock in Berlin
EDITOR = "slack:T1:UED"
ZONE = "Europe/Berlin"


def make_person(name: str, **fields: object) -> Ambassador:
    person = f"slack:T1:{name}"
    to = Return("slack", person, {"team": "T1", "channel": f"D{name}", "thread": ""})
    whole = Ambassador(person, to, "de", "sometimes", ("linkedin",), MONDAY, hours=Hours(ZONE))
    return replace(whole, **fields)  # type: ignore[arg-type]  # fields of an Ambassador, of many types


@dataclass
class WordProofreading:
    """Finds “patient” (never), “salesman” (adjust) and one word to ask about first."""

    asks_about: str = "secret"

    async def review(self, text: str, language: Language, answer: Language) -> Review:
        found = [
            make_finding(word, topic, severity, text)
            for word, topic, severity in (
                ("patient", "patient_privacy", Severity.ASK),
                (self.asks_about, "confidential", Severity.ASK),
                ("salesman", "style", Severity.ADJUST),
            )
            if word in text
        ]
        verdict = Verdict.GO
        if found:
            asks = any(one.severity is Severity.ASK for one in found)
            verdict = Verdict.ASK if asks else Verdict.ADJUST
        context = Context(MONDAY.date())
        return Review("", verdict, language, answer, "", (), tuple(found), Coaching(), context)


def make_finding(word: str, topic: str, severity: Severity, text: str) -> Finding:
    start = text.index(word)
    return Finding(word, topic, severity, word, start, start + len(word), f"{word} is found.",
                   "Why.", "Leave it out.", Source("A rule"))  # fmt: skip


@dataclass
class TightFitting:
    """Holds so many characters in a post of each channel."""

    most: int = 100_000

    def list_tight(self, message: Message) -> Sequence[str]:
        words = sum(len(part.text) for part in message.parts if isinstance(part, Paragraph))
        return ["Teams"] if words > self.most else []


class SmallLibrary:
    """One lesson."""

    def find_lesson(self, name: str) -> Tip | None:
        texts: dict[Language, Text] = {
            "de": Text("Setze Großbuchstaben: #TeamNordhafen.", "Hashtags lesen lassen"),
            "en": Text("Capitals help: #TeamNordhafen.", "Let hashtags be read"),
        }
        return Tip("hashtags", texts) if name == "hashtags" else None

    def search_lessons(self, words: str, language: Language) -> Sequence[Tip]:
        found = self.find_lesson(words.lower())
        return [found] if found and language in LANGUAGES else []


@dataclass
class House:
    """Everything, and the last answers to the editor."""

    clock: FakeClock = field(default_factory=lambda: FakeClock(MONDAY))
    shelves: MemoryShelves = field(default_factory=MemoryShelves)
    outbox: FakeOutbox = field(default_factory=FakeOutbox)
    fitting: TightFitting = field(default_factory=TightFitting)
    proofreading: WordProofreading = field(default_factory=WordProofreading)
    channel: str = "slack"
    person: str = EDITOR
    language: Language = "en"
    answers: list[Message] = field(default_factory=list)
    offered: list[Choice] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.ambassadors = self.shelves.open_shelf("ambassadors", Ambassador)
        self.mailings = FakeMailings(self.clock, ambassadors=self.ambassadors)
        self.office = Office(
            self.shelves.open_shelf("broadcasts", Broadcast),
            self.shelves.open_shelf("broadcast-marks", Mark),
            self.ambassadors,
            self.mailings,
            self.proofreading,
            self.fitting,
            self.clock,
            ZONE,
        )
        self.dispatch = Dispatch(self.office)
        followers = self.shelves.open_shelf("broadcast-followers", Follower)
        self.following = Following(followers, self.office, self.outbox)
        self.timing = Timing(self.dispatch, self.following)
        pages, library = Pages(self.office, has_tips=True), SmallLibrary()
        self.chat = BroadcastChat(
            pages,
            Writing(pages, library),
            Drafting(pages),
            Steering(self.dispatch, self.following, pages),
            Editors(frozenset({EDITOR})),
        )

    async def join(self, *people: Ambassador) -> None:
        for one in people:
            await self.ambassadors.keep(one.person, one, one.person)

    async def join_many(self, count: int, **fields: object) -> None:
        await self.join(*(make_person(f"U{number}", **fields) for number in range(count)))

    async def press(self, action: str, value: str | None = None, text: str = "") -> str:
        """Press the newest button of an action, or send a value nobody offered; gives the words."""
        if value is None:
            value = next(one.value for one in reversed(self.offered) if one.action == action)
        to = {"team": "T1", "channel": "DED", "thread": "1.0"}
        incoming = Incoming(self.person, "c", text, Choice("", action, value), self.language,
                            channel=self.channel, place=to)  # fmt: skip
        assert incoming.choice
        answers = await self.chat.answer_choice(incoming, incoming.choice, self.language)
        assert answers, action
        self.answers = answers
        self.offered += [one for message in answers for one in list_choices(message)]
        return "\n".join(read_words(message) for message in answers)

    async def choose(self, action: str, about: str) -> str:
        """Press the newest button of an action that is about something."""
        value = next(
            one.value
            for one in reversed(self.offered)
            if one.action == action and one.value.partition(" ")[2] == about
        )
        return await self.press(action, value)

    @property
    def kinds(self) -> list[str]:
        return [message.kind for message in self.answers]

    async def write(self, text: str, of: Language = "de") -> str:
        """Begin a broadcast with a text; gives its id."""
        await self.press("broadcast-new", "")
        await self.choose("broadcast-write", of)
        await self.press("broadcast-save", text=text)
        return next(
            one.value.split()[0] for one in reversed(self.offered) if one.action == "broadcast-save"
        )

    async def send(self, text: str = "Am Donnerstag ist Jourfix.") -> str:
        """Write a broadcast and send it now; gives its id."""
        name = await self.write(text)
        await self.press("broadcast-preview", name)
        await self.press("broadcast-send")
        return name

    def key(self, name: str) -> str:
        return f"broadcast:{name}"


def list_choices(message: Message) -> list[Choice]:
    found: list[Choice] = []
    for part in message.parts:
        if isinstance(part, Choices):
            found += part.choices
        elif isinstance(part, Form):
            found.append(part.choice)
    return found


def read_words(message: Message) -> str:
    words = []
    for part in message.parts:
        if isinstance(part, Paragraph):
            words.append(part.text)
        elif isinstance(part, Listing):
            words += [part.title, *part.items]
    return "\n".join(words)
