"""The open pages: one box a conversation, with the messages that its page has yet to show."""

import asyncio
import secrets
from collections import OrderedDict, deque
from dataclasses import dataclass, field

from bot.core.model import Language

_MOST_BOXES = 2_000
_MOST_MESSAGES = 50  # kept for a page that reconnects


@dataclass
class Box:
    """One conversation: whose it is, its language so far, and its numbered messages."""

    person: str
    language: Language
    events: deque[tuple[int, str, int]] = field(
        default_factory=lambda: deque(maxlen=_MOST_MESSAGES)
    )
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    last: int = 0
    working: int = 0
    is_closing: bool = False
    is_waiting: bool = False  # for a letter
    letters: set[str] = field(default_factory=set)  # that its page shows, by their keys

    @property
    def is_done(self) -> bool:
        """Say whether nothing will come any more."""
        return self.is_closing and not self.working

    def put(self, html: str, over: int = 0) -> int:
        """Add a message for the page, in the place of an earlier one if any; gives its number."""
        self.last += 1
        self.events.append((self.last, html, over))
        self.changed.set()
        return self.last

    def after(self, number: int) -> list[tuple[int, str, int]]:
        """Give the messages after a number, each with that of the one it takes the place of."""
        return [event for event in self.events if event[0] > number]


@dataclass
class Boxes:
    """All boxes; the oldest is dropped when there are too many."""

    _boxes: OrderedDict[str, Box] = field(default_factory=OrderedDict)

    def open(self, person: str, language: Language) -> str:
        """Open a box and give its name, which nobody can guess."""
        name = secrets.token_urlsafe(18)
        self._boxes[name] = Box(person, language)
        while len(self._boxes) > _MOST_BOXES:
            self._boxes.popitem(last=False)
        return name

    def close(self) -> None:
        """Let the pages go, each when what it asked is answered."""
        for box in self._boxes.values():
            box.is_closing = True
            box.changed.set()

    def find(self, name: str, person: str) -> Box | None:
        """Give the box of that name if it is the person's."""
        box = self._boxes.get(name)
        if box is None or not secrets.compare_digest(box.person, person):
            return None
        self._boxes.move_to_end(name)
        return box
