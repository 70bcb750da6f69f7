"""The dilemma of the week: a short case from practice, three options, then what speaks for one."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.core.model import Language, Source

OPTIONS = ("a", "b", "c")


@dataclass(frozen=True)
class DilemmaText:
    """A dilemma in one language; the explanation is for after the vote."""

    title: str
    situation: str
    question: str
    options: Mapping[str, str]
    explanation: str


@dataclass(frozen=True)
class Dilemma:
    """One dilemma. `best` is one of the options; without `settings` it fits everywhere."""

    id: str
    topic: str
    best: str
    texts: Mapping[Language, DilemmaText]
    sources: tuple[Source, ...]
    settings: tuple[str, ...] = ()

    def fits(self, settings: Collection[str]) -> bool:
        """Say whether it can happen in one of the settings; none given means any."""
        return not self.settings or not settings or not set(self.settings).isdisjoint(settings)
