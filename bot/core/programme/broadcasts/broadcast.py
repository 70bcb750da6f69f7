"""A broadcast: what editors tell many colleagues at once, and how far it is. Pure.

Its words, whom it is for and when stand in one row; each step it took is a row of its own, so
that an editor who stops it and a clock that begins it cannot overwrite one another.
"""

import datetime
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, field
from typing import Literal

from bot.core.model import LANGUAGES, Language
from bot.core.programme.ambassador import Level
from bot.core.programme.mailings import Progress

State = Literal["draft", "scheduled", "sending", "paused", "stopped", "done", "missed"]
Stage = Literal["scheduled", "begun", "missed"]
LONGEST_TEXT = 3_000  # characters: what a form of Slack's takes
LONGEST_TITLE = 80
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True)
class Text:
    """What is said in one language."""

    text: str
    title: str = ""

    @property
    def whole(self) -> str:
        """Everything that is read, as one text."""
        return f"{self.title}\n\n{self.text}" if self.title else self.text

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text without its title, a paragraph each."""
        return tuple(part.strip() for part in _BLANK_LINE.split(self.text) if part.strip())


def read_text(written: str) -> Text:
    """Read what somebody wrote: a short first line with a blank line after it is the title."""
    clean = written.replace("\r\n", "\n").strip()
    first, _, rest = clean.partition("\n")
    has_title = len(first) <= LONGEST_TITLE and rest.strip() and not rest.partition("\n")[0].strip()
    return Text(rest.strip(), first.strip()) if has_title else Text(clean)


@dataclass(frozen=True)
class Whom:
    """Whom it is for; a part that is empty leaves nobody out."""

    cohort: str = ""
    language: Language | Literal[""] = ""
    level: Level | Literal[""] = ""
    network: str = ""

    @property
    def is_segment(self) -> bool:
        """Say whether it is cut out of a group by what people told of themselves."""
        return bool(self.language or self.level or self.network)


@dataclass(frozen=True)
class Wall:
    """A moment as it stands on everybody's own wall clock."""

    day: datetime.date
    time: datetime.time

    def at(self, zone: datetime.tzinfo) -> datetime.datetime:
        """Give the moment in a zone."""
        return datetime.datetime.combine(self.day, self.time, zone)


@dataclass(frozen=True)
class Broadcast:
    """One broadcast as its editors wrote it.

    Args:
        id: Short, for buttons.
        made_at: When it was begun.
        texts: What is said, by language.
        fallback: Whose text those get whose language has none.
        whom: Whom it is for.
        when: On everybody's own clock; None: as soon as an editor sends it.
        tip: The lesson it was made of.
        cleared: The fingerprint of the words of which an editor said that they may go out though
            a rule says “ask first”.
    """

    id: str
    made_at: datetime.datetime
    texts: Mapping[Language, Text] = field(default_factory=dict)
    fallback: Language = "en"
    whom: Whom = Whom()
    when: Wall | None = None
    tip: str = ""
    cleared: str = ""

    @property
    def key(self) -> str:
        """Name its mailing."""
        return f"broadcast:{self.id}"

    @property
    def words(self) -> str:
        """Name the words for good: the fingerprint of all texts."""
        return _fingerprint(*self._list_texts())

    @property
    def fingerprint(self) -> str:
        """Name the whole for good: what was previewed is what is sent."""
        return _fingerprint(*self._list_texts(), self.fallback, astuple(self.whom), self.when)

    def _list_texts(self) -> list[object]:
        return [(language, astuple(text)) for language, text in sorted(self.texts.items())]

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that have a text of their own."""
        return tuple(language for language in LANGUAGES if language in self.texts)

    @property
    def is_cleared(self) -> bool:
        """Say whether an editor vouched for these very words."""
        return bool(self.cleared) and self.cleared == self.words

    def choose_text(self, language: Language) -> Text:
        """Give the text for somebody of a language."""
        own = self.texts.get(language) or self.texts.get(self.fallback)
        return own or next(iter(self.texts.values()), Text(""))


def _fingerprint(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()[:12]


@dataclass(frozen=True)
class Mark:
    """A step that a broadcast took.

    Args:
        broadcast: Its id.
        stage: Which step.
        at: When it was taken; of what is scheduled, when the first of its people's clocks stands
            there.
        people: How many it was meant for, once it was begun.
        is_vague: Whether that number is shown as “fewer than ten” only.
        content: The broadcast as it was then: what was previewed is what goes out.
        reason: Why it could not be begun.
    """

    broadcast: str
    stage: Stage
    at: datetime.datetime
    people: int = 0
    is_vague: bool = False
    content: Broadcast | None = None
    reason: str = ""


@dataclass(frozen=True)
class Dossier:
    """Everything known of a broadcast: what it says now, its steps, and how far it is."""

    draft: Broadcast
    marks: Sequence[Mark] = ()
    progress: Progress | None = None

    def find_mark(self, stage: Stage) -> Mark | None:
        """Give a step, if it took it."""
        return next((mark for mark in self.marks if mark.stage == stage), None)

    @property
    def broadcast(self) -> Broadcast:
        """The broadcast as it was sent or scheduled; before that, as it is written now."""
        mark = self.find_mark("begun") or self.find_mark("scheduled") or self.find_mark("missed")
        return (mark.content if mark else None) or self.draft

    @property
    def state(self) -> State:
        """How far it is; of one that is through, the mailing may be forgotten by now."""
        if self.find_mark("begun"):
            state = self.progress.state if self.progress else "done"
            return "sending" if state == "running" else state
        if self.find_mark("missed"):
            return "missed"
        return "scheduled" if self.find_mark("scheduled") else "draft"
