"""What the core needs from outside, as protocols. Adapters implement them; fakes too."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np

from bot.core.model import Language, Organisation, Review

_REACH = 4  # sentences before and after that tell what a sentence is about


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime.datetime:
        """Give the time now, with its time zone."""
        ...


class Embedder(Protocol):
    """Turns sentences into vectors of length one; near in meaning is near in angle."""

    def embed(self, sentences: Sequence[str]) -> "np.ndarray[Any, np.dtype[np.float32]]":
        """Give one row a sentence."""
        ...


class Embargoes(Protocol):
    """Knows what must wait for now, beside what the organisation file says."""

    async def add_to(self, organisation: Organisation) -> Organisation:
        """Give the organisation with its embargoes and these; never fails."""
        ...


@dataclass(frozen=True, slots=True)
class Doubt:
    """A sentence that a rule of a topic fires on, and what is known of it.

    `signs` name the vocabularies and detectors that hit in the sentence (`in:`) and anywhere in the
    draft (`near:`), and what kind of employer it is (`at:`). `draft` are all sentences of the
    draft, in order; it stands at `place` among them.
    """

    topic: str
    signs: frozenset[str]
    draft: tuple[str, ...]
    place: int

    @property
    def sentence(self) -> str:
        """The sentence itself."""
        return self.draft[self.place]

    @property
    def around(self) -> tuple[str, ...]:
        """The sentences that tell what it is about, itself included."""
        first = max(0, self.place - _REACH)
        near = enumerate(self.draft[first : self.place + _REACH + 1], start=first)
        return tuple(text for at, text in near if at == self.place or text.strip())


class Resemblance(Protocol):
    """The second signal: weighs whether a sentence says what a topic is about."""

    def weigh(self, doubts: Sequence[Doubt]) -> Sequence[float] | None:
        """Give for each doubt a number between 0 (does not say it) and 1; None: cannot be read."""
        ...


@dataclass(frozen=True)
class Person:
    """What somebody told us about themselves; all of it can be seen and deleted by them.

    `language` is the one they chose, `spoken` the one they last wrote in.
    """

    language: Language | None = None
    country: str = ""
    setting: str = ""
    role: str = ""
    network: str = ""
    greeted: bool = False
    spoken: Language | None = None


@dataclass(frozen=True)
class RememberedDraft:
    """The last version of a draft in a conversation, with the rules that had something to say."""

    text: str
    rules: tuple[str, ...]
    quotes: tuple[str, ...]
    verdict: str
    version: int = 1
    lead: str = ""


@dataclass(frozen=True)
class ReviewedOn:
    """That a text was reviewed, and with what verdict; nothing of the text."""

    day: datetime.date
    verdict: str


@dataclass(frozen=True)
class Kept:
    """What we keep of a person, in numbers and in their own words where they gave any."""

    person: Person | None
    reviews: int
    drafts: int
    disputes: int
    oldest: datetime.datetime | None = None
    things: Mapping[str, int] = field(default_factory=dict)  # of the programme, by their shelf


@dataclass(frozen=True)
class Forgotten:
    """How many records were erased, by kind."""

    counts: Mapping[str, int] = field(default_factory=dict)


class Records(Protocol):
    """What is remembered of people, conversations and reviews; retention is the adapter's duty.

    Every method may raise StorageError.
    """

    async def recall_person(self, person: str) -> Person:
        """Give what they told us; an empty Person when nothing."""
        ...

    async def remember_person(self, person: str, told: Person) -> None:
        """Keep what they told us."""
        ...

    async def recall_draft(self, person: str, conversation: str) -> RememberedDraft | None:
        """Give the last version of the draft in a conversation."""
        ...

    async def remember_draft(self, person: str, conversation: str, draft: RememberedDraft) -> None:
        """Keep a version for comparing, encrypted, in place of the one before."""
        ...

    async def forget_draft(self, person: str, conversation: str) -> bool:
        """Erase the draft of a conversation; says whether there was one."""
        ...

    async def record_review(self, person: str, review: Review, seconds: int | None = None) -> str:
        """Keep verdict, rule ids and policy hash under a pseudonym, no text; gives its name."""
        ...

    async def amend_review(self, person: str, name: str, review: Review) -> None:
        """Put what a further reading found in the place of a review that was recorded."""
        ...

    async def list_latest(self, person: str, most: int) -> Sequence[ReviewedOn]:
        """Give a person's own latest reviews, the newest first."""
        ...

    async def record_dispute(self, person: str, rule: str, policy: str, sentence: str) -> None:
        """Keep a sentence that its author handed over because a finding is wrong."""
        ...

    async def list_kept(self, person: str) -> Kept:
        """Say what is kept of a person."""
        ...

    async def forget_person(self, person: str) -> Forgotten:
        """Erase everything of a person."""
        ...
