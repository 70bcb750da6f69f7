"""The dilemma of the week: a short case from practice, three options, then what speaks for one."""

from collections.abc import Collection, Mapping, Sequence
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


def choose_dilemma(
    dilemmas: Sequence[Dilemma], seen: Sequence[str], settings: Collection[str] = ()
) -> Dilemma | None:
    """Choose the next dilemma.

    One that nobody saw yet comes first, if possible of another topic than the last one; when all
    were seen, the one whose turn is longest ago comes back.

    Args:
        dilemmas: All there are; among equals the earlier one is chosen.
        seen: The ids that were shown, the latest last.
        settings: Where the readers work.
    """
    turns = {dilemma_id: turn for turn, dilemma_id in enumerate(seen)}
    topics = {dilemma.id: dilemma.topic for dilemma in dilemmas}
    last_topic = topics.get(seen[-1]) if seen else None
    fitting = [dilemma for dilemma in dilemmas if dilemma.fits(settings)]
    return min(
        fitting,
        key=lambda dilemma: (turns.get(dilemma.id, -1), dilemma.topic == last_topic),
        default=None,
    )
