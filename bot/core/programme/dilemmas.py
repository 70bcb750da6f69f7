"""The dilemma of the week: a short case from practice, options, then what speaks for one."""

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
    """One dilemma.

    Args:
        id: Its name for good.
        topic: What it is about; empty for an own one.
        best: One of the options.
        texts: In each language.
        sources: Where the explanation comes from.
        settings: Where it can happen; none: everywhere.
        since: The week, as `count_weeks` numbers it, in which it has its first turn.
        until: The week from which on it has none any more; 0: it stays.
    """

    id: str
    topic: str
    best: str
    texts: Mapping[Language, DilemmaText]
    sources: tuple[Source, ...]
    settings: tuple[str, ...] = ()
    since: int = 0
    until: int = 0

    @property
    def options(self) -> tuple[str, ...]:
        """Name the options to choose from: two or three."""
        texts = self.texts.values()
        return tuple(one for one in OPTIONS if all(one in text.options for text in texts))

    def runs(self, week: int) -> bool:
        """Say whether it takes part in a week."""
        return self.since <= week and (not self.until or week < self.until)

    def fits(self, settings: Collection[str]) -> bool:
        """Say whether it can happen in one of the settings; none given means any."""
        return not self.settings or not settings or not set(self.settings).isdisjoint(settings)
