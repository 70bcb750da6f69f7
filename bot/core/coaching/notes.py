"""Short remarks of the coach, most useful first: what is good, then what to change, and how.

They speak of the text, never of the person, and give no score.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.core.coaching.lead import IsUsable
from bot.core.coaching.manner import Manner
from bot.core.coaching.messages_coach import COMMS, GOOD, NOTES
from bot.core.coaching.readability import measure_readability
from bot.core.coaching.story import Line, Story, shorten
from bot.core.language.quotation import mark_inside
from bot.core.model import Context, Language, Note
from bot.core.policy.reading import Reading

_MOST_NOTES = 4
_LIMITS = {"x": 280, "linkedin": 3000, "instagram": 2200, "facebook": 63206}
_WALL = 520  # characters in one paragraph
_FEWEST_WORDS = 9
_SHORT_READ = 60  # words that one reads in passing
_IN_SIGHT = 60
_CONSENT = "consent-given"  # the vocabulary of those who asked before they named anybody
_COUNTED = 3  # words from which on it is worth saying how many


@dataclass(frozen=True)
class Remarks:
    """What the notes are made from."""

    story: Story
    reading: Reading
    manner: Manner
    context: Context
    answer: Language
    is_usable: IsUsable
    asks: bool

    def note(self, kind: str, **details: object) -> Note:
        """Compose one note; `network-x` and the like are of kind `network`."""
        return Note(kind.partition("-")[0], NOTES[kind][self.answer].format(**details))

    def quote(self, line: Line, most: int = 60) -> str:
        """Give a line, shortened, as it stands within the marks of a note."""
        return mark_inside(shorten(line.text, most), self.answer)


def compose_notes(remarks: Remarks) -> tuple[Note, ...]:
    """Compose at most four notes."""
    notes = [compose_good(remarks)]
    for compose in _COMPOSERS:
        notes.extend(compose(remarks))
        if len(notes) >= _MOST_NOTES:
            break
    return tuple(notes[:_MOST_NOTES])


def compose_waiting_notes(remarks: Remarks) -> tuple[Note, ...]:
    """Compose the notes that may stand beside a finding which must be settled first."""
    notes = [*_on_reply(remarks), *_on_anger(remarks)]
    return (remarks.note("waits"), *notes)


def compose_good(remarks: Remarks) -> Note:
    """Name one thing that works already, as specific as the draft allows."""
    story = remarks.story
    lines = [line for line in story.ranked if line.is_human and remarks.is_usable(line)]
    if lines:
        return _praise(_praise_kind(lines[0]), remarks, lines[0])
    if _ends_with_question(story):
        return _praise("question", remarks)
    if story.count("coach-thanks"):
        return _praise("thanks", remarks)
    fact = next(
        (line for line in story.lines if _has_figure(line) and remarks.is_usable(line)), None
    )
    if fact:
        return _praise("number", remarks, fact)
    words = len(story.parsed.words)
    if words < _COUNTED:
        return _praise("brief", remarks)
    return _praise("short" if words <= _SHORT_READ else "topic", remarks, count=words)


def _praise_kind(line: Line) -> str:
    if line.start < _IN_SIGHT:
        return "opening"
    return "quote" if line.has("quote") else "story"


def _has_figure(line: Line) -> bool:
    return any(sign.isdigit() for sign in line.text) and not line.has("tag", "question")


def _praise(kind: str, remarks: Remarks, line: Line | None = None, count: int = 0) -> Note:
    quoted = remarks.quote(line) if line else ""
    return Note("good", GOOD[kind][remarks.answer].format(line=quoted, count=count))


def _ends_with_question(story: Story) -> bool:
    """Say whether readers have the last word; a question further up may be a reproach."""
    said = [line for line in story.lines if not line.has("tag")]
    return bool(said) and said[-1].has("question")


def has_question(story: Story) -> bool:
    """Say whether the author asks readers something."""
    return bool(story.count("question"))


def _on_reply(remarks: Remarks) -> Iterator[Note]:
    if remarks.manner.is_reply:
        contacts = remarks.context.organisation.contacts
        yield remarks.note("reply", comms=contacts.get("comms") or COMMS[remarks.answer])


def _on_anger(remarks: Remarks) -> Iterator[Note]:
    if remarks.manner.is_angry:
        yield remarks.note("cooloff")


def _on_brochure(remarks: Remarks) -> Iterator[Note]:
    if remarks.manner.is_headquarters:
        yield remarks.note("localise")
    elif remarks.manner.press_word:
        yield remarks.note("press", word=remarks.manner.press_word)


def _on_model_tone(remarks: Remarks) -> Iterator[Note]:
    if remarks.manner.model_word:
        yield remarks.note("model", word=remarks.manner.model_word)


def _on_network(remarks: Remarks) -> Iterator[Note]:
    network, size = remarks.context.network, len(remarks.story.text)
    limit = _LIMITS.get(network, size)
    if size > limit:
        kind = "network-x" if network == "x" else "network-length"
        yield remarks.note(kind, count=size, limit=limit)
    elif network == "instagram":
        yield remarks.note("network-instagram")


def _on_shape(remarks: Remarks) -> Iterator[Note]:
    story = remarks.story
    if not remarks.manner.takes_story:
        return
    wall = _find_wall(story)
    if wall:
        yield remarks.note("structure", line=remarks.quote(wall, 40))
    elif len(story.parsed.words) < _FEWEST_WORDS:
        yield remarks.note("short")


def _find_wall(story: Story) -> Line | None:
    """Find the first line of a paragraph that is too long to be read on a phone."""
    first: Line | None = None
    for line in story.lines:
        if first is None or line.sentence.paragraph != first.sentence.paragraph:
            first = line
        if line.end - first.start > _WALL:
            return first
    return None


def _on_subway(remarks: Remarks) -> Iterator[Note]:
    if remarks.manner.is_private and remarks.story.count("story-self"):
        yield remarks.note("subway")


def _on_people(remarks: Remarks) -> Iterator[Note]:
    if remarks.reading.may_hit(_CONSENT) and remarks.reading.hits(_CONSENT):
        return
    people = remarks.reading.detect("person")
    if people:
        name = remarks.reading.quote(people[0])
    else:
        name = next((line.name for line in remarks.story.lines if line.name), "")
    if name and remarks.manner.takes_story:
        yield remarks.note("tagging", name=shorten(name, 40))


def _on_sending(remarks: Remarks) -> Iterator[Note]:
    if remarks.asks:
        yield remarks.note("sends")


def _on_links(remarks: Remarks) -> Iterator[Note]:
    if "://" in remarks.story.text or "www." in remarks.story.text:
        yield remarks.note("link")


def _on_readability(remarks: Remarks) -> Iterator[Note]:
    measured = measure_readability(remarks.story)
    if measured.is_hard and measured.longest:
        yield remarks.note(
            "readability", count=measured.words, line=remarks.quote(measured.longest, 50)
        )


_COMPOSERS: tuple[Callable[[Remarks], Iterator[Note]], ...] = (
    _on_reply,
    _on_anger,
    _on_network,
    _on_brochure,
    _on_model_tone,
    _on_subway,
    _on_people,
    _on_shape,
    _on_readability,
    _on_links,
    _on_sending,
)
