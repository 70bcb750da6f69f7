"""What a person says to Jourfix and what Jourfix says back, for every channel alike.

A Message is made of parts. A renderer matches on the type of each part, so mypy fails when a new
part lacks a rendering. Texts are plain: a channel escapes them, nothing in them is markup.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.core.model import Language, Severity, Source, Verdict

_WEB = re.compile(r"https?://[!#-&(-;=?-\[\]_a-~]{1,2000}", re.IGNORECASE | re.ASCII)
_OWN_PAGE = re.compile(r"/[\w-][\w./-]{0,500}", re.ASCII)


@dataclass(frozen=True)
class Choice:
    """A button: what it says, and the action and value it returns."""

    label: str
    action: str
    value: str = ""
    style: Literal["plain", "primary", "danger"] = "plain"


LONGEST_NOTE = 160  # characters beside a file that are about it, and no draft


@dataclass(frozen=True)
class SharedFile:
    """A file that somebody sent along, as it came: hostile until read."""

    name: str = field(repr=False)
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Incoming:
    """What a person said or chose.

    Args:
        person: Who, as the channel names them (never a real name).
        conversation: Where; versions of a draft are compared within one conversation.
        text: What they wrote; empty when they chose.
        choice: The button they pressed, with its value.
        language: The language their channel is set to, if it says so.
        pictures: Names of attached files that are pictures (text files are already in `text`).
        files: Attached tables, which may hold numbers of posts.
        told: What a form said of the author's work, for this draft.
        is_others_post: The text is somebody else's post, which they think of liking or sharing.
        channel: The channel it came through, where answers may have to find back later.
        place: Where such an answer goes; only the channel can read it.
        home: Where this person is written to unasked, where that is not the same place: their own
            conversation with us, not the thread or the room in which they just wrote.
        name: How a channel shows this person to colleagues; a mention, not a real name.
        role_hint: What their profile says of their role; only ever proposed to them.
        is_alone: This follows a message of ours and broke once: it is to be answered without what
            takes long, a language model.
        show: Where a channel can show an answer before it is complete, what is ready goes here.
        on_page: It came through our own page, which sends files and opens its own paths.
        is_editor: Their channel knows them as an editor, whatever the settings name: the desk does,
            of whom a group of theirs makes one.
    """

    person: str
    conversation: str
    text: str = ""
    choice: Choice | None = None
    language: Language | None = None
    pictures: tuple[str, ...] = ()
    told: Mapping[str, str] = field(default_factory=dict)
    is_others_post: bool = False
    channel: str = ""
    place: Mapping[str, str] = field(default_factory=dict)
    home: Mapping[str, str] = field(default_factory=dict)
    name: str = ""
    role_hint: str = ""
    files: tuple[SharedFile, ...] = ()
    on_page: bool = False
    is_editor: bool = False
    is_alone: bool = False
    show: "Callable[[Message], Awaitable[None]] | None" = field(
        default=None, compare=False, repr=False
    )


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of text."""

    text: str
    tone: Literal["normal", "strong", "quiet"] = "normal"


@dataclass(frozen=True)
class Banner:
    """The verdict, in words and colour."""

    verdict: Verdict
    title: str
    text: str


@dataclass(frozen=True)
class Mark:
    """A place in a marked draft; `number` is that of its finding, counted from one."""

    start: int
    end: int
    severity: Severity
    number: int


@dataclass(frozen=True)
class MarkedDraft:
    """The draft with its findings marked. Marks do not overlap."""

    label: str
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class FindingPart:
    """One finding, unfolding to why, fix and source. The labels are in the reader's language."""

    number: int
    rule: str
    severity: Severity
    severity_label: str
    quote: str
    message: str
    why_label: str
    why: str
    fix_label: str
    fix: str
    source_label: str
    source: Source
    source_note: str = ""
    replacement_label: str = ""
    replacement: str = ""
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Listing:
    """A titled list of short texts."""

    title: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Copyable:
    """Text to take away in one click."""

    title: str
    text: str
    button: str


@dataclass(frozen=True)
class Link:
    """A page to open.

    Args:
        label: What it says.
        address: http or https; or the path of a page of ours, which only a browser can follow.

    Raises:
        ValueError: the address is neither.
    """

    label: str
    address: str

    def __post_init__(self) -> None:
        if not (self.is_absolute or _OWN_PAGE.fullmatch(self.address)):
            raise ValueError("A link leads to an address that begins with https:// or http://.")

    @property
    def is_absolute(self) -> bool:
        """Whether it can be followed from everywhere."""
        return _WEB.fullmatch(self.address) is not None


@dataclass(frozen=True)
class Preview:
    """What a network shows before “see more”, as an estimate."""

    title: str
    mobile_label: str
    mobile: str
    desktop_label: str
    desktop: str


@dataclass(frozen=True)
class Form:
    """A field to write into. Its choice comes back with what was written as text.

    `text` is what stands in it at first.
    """

    title: str
    label: str
    hint: str
    choice: Choice
    text: str = ""


@dataclass(frozen=True)
class Section:
    """Parts under a heading, which a channel may fold."""

    title: str
    parts: tuple["Part", ...]
    folded: bool = False


@dataclass(frozen=True)
class Choices:
    """Buttons in a row."""

    choices: tuple[Choice, ...]
    title: str = ""


Part = (
    Paragraph
    | Banner
    | MarkedDraft
    | FindingPart
    | Listing
    | Copyable
    | Link
    | Preview
    | Section
    | Choices
    | Form
)


@dataclass(frozen=True)
class Message:
    """What Jourfix says. `summary` is one plain sentence for notifications and screen readers.

    `kind` names the message for tests and dialogues. `in_place`: it takes the place of the message
    whose button was pressed, in channels that can do that. `follow` is answered by itself after
    this message, in its place: what takes longer than a person should wait for the rest.
    """

    kind: str
    summary: str
    parts: tuple[Part, ...]
    language: Language = "en"
    in_place: bool = False
    follow: Incoming | None = field(default=None, repr=False)
