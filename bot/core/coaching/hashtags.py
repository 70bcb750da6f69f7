"""Rank hashtags for a draft: the organisation's own, then a catalogue. None beats a poor one.

The catalogue is data (`policies/hashtags/`); this module invents no tag.
"""

import functools
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import ahocorasick_rs

from bot.core.coaching.messages_coach import WHY_TAG
from bot.core.coaching.story import Line, Story, shorten
from bot.core.language.fold import fold
from bot.core.language.lexicon import Lexicon
from bot.core.model import Hashtag, Language, Organisation, OwnTag
from bot.core.ports import Embedder

if TYPE_CHECKING:
    import numpy as np

MOST_TAGS = 3
_MOST_NEW = 2  # of the catalogue; the organisation's own comes on top
_LONGEST_ENDING = 3  # letters that a word may have after a keyword
_SHORT_KEYWORD = 4  # keywords up to this length take a plural only
_PLURALS = ("", "s", "n", "en", "es")
_COMMON, _SPREAD = 6.3, 2.6  # Zipf: words commoner than the first say nothing about a topic
_PHRASE_WEIGHT = 1.2
_UMLAUTS = frozenset("äöü")
_IN_BEST_LINES, _IN_PASSING = 1.6, 0.4  # thanks and calls name topics in passing
_ENOUGH, _SECOND = 0.55, 0.6  # the least score; what a second tag needs of the first one's
_NEAR, _CLEARLY_NEAR = 0.25, 0.42  # similarity that counts; that suffices without any keyword


@dataclass(frozen=True)
class CatalogueTag:
    """One tag of the catalogue, what it is about, and a question to peers about it."""

    tag: str
    about: str
    words: tuple[str, ...]
    ask: str = ""


@dataclass(frozen=True)
class TopicHit:
    """A keyword of a tag that stands in the draft."""

    tag: int
    start: int
    end: int
    keyword: str
    umlauts: frozenset[str] = frozenset()  # that the keyword has


@dataclass(frozen=True)
class TagShelf:
    """The tags of one language, with one automaton over all their keywords."""

    tags: tuple[CatalogueTag, ...]
    _keywords: tuple[tuple[str, bool, int, frozenset[str]], ...] = field(init=False)
    _automaton: ahocorasick_rs.AhoCorasick = field(init=False)

    def __post_init__(self) -> None:
        keywords = tuple(
            (
                fold(word.removeprefix("*")).text,
                word.startswith("*"),
                number,
                _UMLAUTS.intersection(word),
            )
            for number, tag in enumerate(self.tags)
            for word in tag.words
        )
        object.__setattr__(self, "_keywords", keywords)
        automaton = ahocorasick_rs.AhoCorasick([keyword for keyword, *_ in keywords])
        object.__setattr__(self, "_automaton", automaton)

    def find(self, folded: str) -> Iterator[TopicHit]:
        """Find every keyword in a folded text, as a word with its ending."""
        for at, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            keyword, is_suffix, number, umlauts = self._keywords[at]
            if (
                not is_suffix
                and start
                and (folded[start - 1].isalnum() or folded[start - 1] == "-")
            ):
                continue
            stop = _find_word_end(folded, end, len(keyword))
            if stop:
                yield TopicHit(number, start, stop, keyword, umlauts)


def _find_word_end(folded: str, end: int, size: int) -> int:
    """Give the end of the word that a keyword begins, or 0 when the rest is no ending."""
    stop = end
    while stop < len(folded) and stop - end <= _LONGEST_ENDING and folded[stop].isalpha():
        stop += 1
    if size <= _SHORT_KEYWORD:
        return stop if folded[end:stop] in _PLURALS else 0
    return stop if stop - end <= _LONGEST_ENDING else 0


@dataclass(frozen=True, eq=False)  # one is told from another by what it is, not by its tags
class HashtagCatalogue:
    """The curated tags by language."""

    shelves: Mapping[Language, TagShelf]

    @functools.lru_cache(maxsize=4)  # noqa: B019 - there is one of these for good
    def add(self, own: tuple[OwnTag, ...]) -> "HashtagCatalogue":
        """Give the catalogue with an organisation's own tags; its own word for a tag counts."""
        if not own:
            return self
        shelves = dict(self.shelves)
        for language in {one.language for one in own}:
            added = [
                CatalogueTag(one.tag, one.about, one.words, one.ask)
                for one in own
                if one.language == language
            ]
            names = {one.tag.lower() for one in added}
            there = shelves[language].tags if language in shelves else ()
            kept = [one for one in there if one.tag.lower() not in names]
            shelves[language] = TagShelf((*kept, *added))
        return HashtagCatalogue(shelves)


@dataclass(frozen=True)
class Topic:
    """A tag of the catalogue that fits the draft: how well, and by which word of the draft."""

    tag: CatalogueTag
    score: float
    word: str


def rank_topics(
    story: Story, catalogue: HashtagCatalogue, lexicon: Lexicon, embedder: Embedder | None
) -> list[Topic]:
    """Rank the tags that fit a draft, best first."""
    language = story.parsed.language
    shelf = catalogue.shelves.get(language)
    if shelf is None:
        return []
    best = [line for line in story.ranked if not line.has("tag")][:2]
    found = _score_keywords(story, shelf, lexicon, best)
    if embedder is not None and best:
        _add_meaning(found, shelf, best, embedder)
    topics = [Topic(shelf.tags[number], score, word) for number, (score, word) in found.items()]
    return sorted(topics, key=lambda topic: (-topic.score, topic.tag.tag))


def _score_keywords(
    story: Story, shelf: TagShelf, lexicon: Lexicon, best: Sequence[Line]
) -> dict[int, tuple[float, str]]:
    language = story.parsed.language
    folded = story.parsed.folded
    passing = [line for line in story.lines if line.has("coach-thanks", "coach-call")]
    found: dict[int, tuple[float, str]] = {}
    for hit in shelf.find(folded.text):
        start, end = folded.span(hit.start, hit.end)
        written = story.text[start:end]
        # folded, cake (Kuchen) is a form of kitchen (Küche)
        if not hit.umlauts <= set(unicodedata.normalize("NFKC", written).lower()):
            continue
        weight = _weigh_keyword(hit.keyword, lexicon, language)
        if any(line.start <= start < line.end for line in best):
            weight *= _IN_BEST_LINES
        elif any(line.start <= start < line.end for line in passing):
            weight *= _IN_PASSING
        score, word = found.get(hit.tag, (0.0, ""))
        found[hit.tag] = (max(score, weight) + min(score, weight) / 3, word or written)
    return found


def _weigh_keyword(keyword: str, lexicon: Lexicon, language: Language) -> float:
    if " " in keyword:
        return _PHRASE_WEIGHT
    return min(max(_COMMON - lexicon.commonness(keyword, language), 0.0) / _SPREAD, 1.2)


def _add_meaning(
    found: dict[int, tuple[float, str]],
    shelf: TagShelf,
    best: Sequence[Line],
    embedder: Embedder,
) -> None:
    """Add the similarity of each tag's description to the two best sentences."""
    about = embedder.embed([tag.about for tag in shelf.tags])
    lines = embedder.embed([line.text for line in best])
    nearness: np.ndarray[Any, np.dtype[np.float32]] = about @ lines.T
    for number in range(len(shelf.tags)):
        at = int(nearness[number].argmax())
        near = float(nearness[number, at])
        score, word = found.get(number, (0.0, ""))
        if near >= _CLEARLY_NEAR or (score and near >= _NEAR):
            found[number] = (score + 2 * (near - _NEAR), word or shorten(best[at].text, 40))


def suggest_hashtags(
    story: Story,
    topics: Sequence[Topic],
    organisation: Organisation,
    answer: Language,
) -> tuple[Hashtag, ...]:
    """Suggest tags, at most three with the draft's own: the organisation's, then others."""
    present = {tag.lower() for tag in find_tags(story)}
    room = MOST_TAGS - len(present)
    fitting = _choose_topics(topics, present)
    chosen: list[Hashtag] = []
    if fitting or _names_organisation(story, organisation):
        chosen += _own_tag(organisation, present, answer)
    chosen += [
        Hashtag(topic.tag.tag, _reason(topic, story, answer)) for topic in fitting[:_MOST_NEW]
    ]
    return tuple(chosen[: max(room, 0)])


def find_tags(story: Story) -> list[str]:
    """List the hashtags that stand in a draft."""
    return [
        piece.rstrip(".,;:!?)") for piece in story.text.split() if piece[:1] == "#" and piece[1:2]
    ]


def _choose_topics(topics: Sequence[Topic], present: set[str]) -> list[Topic]:
    fitting = [
        topic for topic in topics if topic.score >= _ENOUGH and topic.tag.tag.lower() not in present
    ]
    return [topic for topic in fitting if topic.score >= _SECOND * fitting[0].score]


def _names_organisation(story: Story, organisation: Organisation) -> bool:
    return any(name and name in story.text for name in organisation.names)


def _own_tag(organisation: Organisation, present: set[str], answer: Language) -> list[Hashtag]:
    own = [tag if tag.startswith("#") else f"#{tag}" for tag in organisation.hashtags]
    if not own or any(tag.lower() in present for tag in own):
        return []
    return [Hashtag(own[0], WHY_TAG["own"][answer])]


def _reason(topic: Topic, story: Story, answer: Language) -> str:
    kind = "word" if topic.word in story.text and len(topic.word) < 40 else "meaning"
    return WHY_TAG[kind][answer].format(word=topic.word)


def choose_question(topics: Sequence[Topic], fallback: str | None) -> str | None:
    """Choose the question to peers that fits the draft's own topic best."""
    asked = (topic.tag.ask for topic in _choose_topics(topics, set()) if topic.tag.ask)
    return next(asked, fallback)
