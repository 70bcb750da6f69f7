"""What broadcasts need from outside, beside mailings and shelves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.core.message import Message
from bot.core.model import Language, Review
from bot.core.programme.broadcasts.broadcast import Text


@dataclass(frozen=True)
class Tip:
    """A lesson of the library, as a broadcast takes it over."""

    id: str
    texts: Mapping[Language, Text]


class Tips(Protocol):
    """The library of lessons."""

    def find_lesson(self, name: str) -> Tip | None:
        """Find a lesson by its id."""
        ...

    def search_lessons(self, words: str, language: Language) -> Sequence[Tip]:
        """Search for lessons, the best first; without words, some to begin with."""
        ...


class Proofreading(Protocol):
    """Reviews a text as the coach reviews a draft."""

    async def review(self, text: str, language: Language, answer: Language) -> Review:
        """Review a text of a language, answering in another.

        Raises:
            DraftError: the text is empty, too long or no text.
        """
        ...


class Fitting(Protocol):
    """Knows what one post holds in each channel."""

    def list_tight(self, message: Message) -> Sequence[str]:
        """Name the channels in which a message needs more than one post."""
        ...
